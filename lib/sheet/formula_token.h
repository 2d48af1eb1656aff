/* formula_token.h - the words of a formula, as far as it matters where its references lead. */
#ifndef CJ_SHEET_FORMULA_TOKEN_H
#define CJ_SHEET_FORMULA_TOKEN_H

#include "sheet/formula_area.h"

typedef enum cj_formula_kind {
    CJ_FORMULA_OTHER, /* operators, numbers, texts, lists of constants, errors, TRUE and FALSE */
    CJ_FORMULA_AREA,  /* A1, Sheet1!A1:B2, [1]Sheet1!A:A */
    CJ_FORMULA_NAME,  /* of a cell or anything else: TaxRate, Sheet1!TaxRate */
    CJ_FORMULA_CALL,  /* the name in front of a bracket */
    CJ_FORMULA_TABLE, /* Table1[Column], [@Column] */
    CJ_FORMULA_RANGE, /* a colon that is not within an area: A1:INDEX(…) */
    CJ_FORMULA_SPILL, /* the # behind a reference */
    CJ_FORMULA_END
} cj_formula_kind;

typedef struct cj_formula_token {
    cj_formula_kind kind;
    cj_str bytes;  /* all of it: the tokens added together are the formula */
    size_t head;   /* bytes in front of the area or the name: "Sheet1!" */
    cj_str sheet;  /* without quotes around and "!", '' not resolved; empty: not written */
    cj_str last;   /* of Sheet1:Sheet3!A1 the second; else empty */
    bool external; /* in another workbook */
    cj_area area;
} cj_formula_token;

typedef struct cj_formula_reader {
    cj_str all;
    size_t at;
    bool operand; /* the token before was one */
} cj_formula_reader;

void cj_formula_read(cj_str formula, cj_formula_reader *out);
bool cj_formula_next(cj_formula_reader *reader, cj_formula_token *out);
/* Whether a sheet's name in a formula is that one, whatever the case of its letters. */
bool cj_formula_same_sheet(cj_str written, cj_str name);

#endif
