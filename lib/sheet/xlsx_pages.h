/* xlsx_pages.h - how a new sheet goes onto paper. */
#ifndef CJ_SHEET_XLSX_PAGES_H
#define CJ_SHEET_XLSX_PAGES_H

#include "sheet/xlsx_rows.h"

typedef struct cj_pages {
    unsigned paper; /* as Excel numbers them: 8 A3, 9 A4 */
    bool across;
    bool one;        /* the whole sheet on one; else as many as it takes, in its width */
    uint32_t *begin; /* rows that begin a page, so that no chart is cut through */
    size_t n_begin;
} cj_pages;

cj_pages cj_xlsx_pages(cj_arena *arena, const cj_measures *m, const cj_sheet *sheet);

#endif
