/* xlsx_sheet.h - the events of a worksheet: between whatever scans the part and the book. */
#ifndef CJ_SHEET_XLSX_SHEET_H
#define CJ_SHEET_XLSX_SHEET_H

#include "sheet/xlsx.h"

typedef enum cj_cell_type {
    CJ_T_NUMBER,
    CJ_T_SHARED,
    CJ_T_INLINE,
    CJ_T_FORMULA_TEXT,
    CJ_T_BOOL,
    CJ_T_ERROR,
    CJ_T_DATE
} cj_cell_type;

/* A cell as it is written, complete. */
typedef struct cj_raw_cell {
    cj_cell_type type;
    uint32_t style; /* s="" */
    bool formula, has_value;
    cj_str value; /* of <v>, as it stands, or of <is>, decoded; not kept */
} cj_raw_cell;

/* Where a worksheet's events go. A front (XML, later a scanner) calls these in the order of the
 * file and knows nothing of the book. */
typedef struct cj_sheet_sink {
    cj_xlsx *x;
    cj_sheet *sheet;
    unsigned at; /* the sheet's index */
    cj_str part; /* its name */
    cj_relations relations;
    uint32_t row;           /* of the latest <row> */
    uint32_t cell_row, col; /* of the latest <c> */
} cj_sheet_sink;

/* References may be empty: the next row, the next cell. */
cj_rc cj_sink_row(cj_sheet_sink *sink, cj_str r, bool hidden, cj_err *err);
cj_rc cj_sink_place(cj_sheet_sink *sink, cj_str r, cj_err *err); /* where a cell begins */
cj_rc cj_sink_cell(cj_sheet_sink *sink, const cj_raw_cell *cell,
                   cj_err *err); /* where it ends */
cj_rc cj_sink_columns(cj_sheet_sink *sink, cj_str from, cj_str to,
                      cj_err *err); /* hidden */
cj_rc cj_sink_merge(cj_sheet_sink *sink, cj_str ref, cj_err *err);
cj_rc cj_sink_link(cj_sheet_sink *sink, cj_str ref, cj_str id, cj_str location,
                   cj_err *err);

/* Elements around the cells, in xlsx_around.c: drop-down lists, and what is only counted. */
typedef struct cj_around {
    cj_sheet_sink *sink;
    unsigned ext;                 /* <extLst> that are open */
    bool choice, formula, ranges; /* inside a list, its <formula1>, its <sqref> */
    bool undecided; /* a conditional format whose first rule is still to come */
    cj_str title, hint;
    cj_buf words, at;
} cj_around;

void cj_around_init(cj_around *around, cj_sheet_sink *sink);
cj_rc cj_around_start(cj_around *around, cj_str name, cj_xml_attrs attrs, cj_err *err);
cj_rc cj_around_end(cj_around *around, cj_str name, cj_err *err);
cj_rc cj_around_text(cj_around *around, cj_str piece, cj_err *err);

/* xlsx_sheet_xml.c: the front that reads any worksheet there can be. */
cj_rc cj_sheet_read_xml(cj_sheet_sink *sink, cj_err *err);

#endif
