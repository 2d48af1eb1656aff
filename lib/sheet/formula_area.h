/* formula_area.h - areas as they are written: B2, $B$2:D9, B:D, 2:9. */
#ifndef CJ_SHEET_FORMULA_AREA_H
#define CJ_SHEET_FORMULA_AREA_H

#include "base/buf.h"
#include "sheet/edits.h"

/* One end of an axis as it is written. */
typedef struct cj_area_end {
    uint32_t at; /* 0: not written (B:D has no rows) */
    bool fixed;  /* has a $ */
    cj_str
        bytes; /* letters or digits, without the $; p == NULL: `at` is no longer what they say */
} cj_area_end;

typedef struct cj_area {
    cj_area_end col[2], row[2];
    bool pair; /* "B2:D9"; else the second ends are empty */
} cj_area;

/* How an area goes along. */
enum {
    CJ_AREA_FIXED_ONLY = 1, /* only ends with a $ do */
    CJ_AREA_SINGLE_GROWS =
        2 /* a shift that takes_in makes an area of one row or column longer, too */
};

/* How many bytes at the beginning of `s` are an area; 0: none. No letter, digit, bracket or ! follows it. */
size_t cj_area_take(cj_str s, cj_area *out);
/* false: it is gone. *changed (not cleared) is set where it is another. */
bool cj_area_follow(cj_area *area, const cj_shift *shift, unsigned how, bool *changed);
/* The ends without a $ move, around the edges of the sheet where they have to. */
bool cj_area_carry(cj_area *area, long rows, long cols);
bool cj_area_covers(const cj_area *area, uint32_t row, uint32_t col);
/* The first and the last row that it covers. */
void cj_area_rows(const cj_area *area, uint32_t *first, uint32_t *last);
void cj_area_put(cj_buf *to, const cj_area *area);
/* A byte that a name may have. */
bool cj_area_word(char c);

#endif
