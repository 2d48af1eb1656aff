/* xlsx_merges.h - the ranges of a sheet that a new workbook can have. */
#ifndef CJ_SHEET_XLSX_MERGES_H
#define CJ_SHEET_XLSX_MERGES_H

#include <cj/book.h>

/* Merges in their order, none over another: of two that overlap, which Excel would call a broken
 * file, the first stays. Vast ones end with the sheet. */
size_t cj_xlsx_merges(cj_arena *arena, const cj_sheet *sheet, cj_range **out);

/* Columns (col1 to col2) or rows that are alike. */
typedef struct cj_run {
    uint32_t first, last;
    double size;
    bool hidden;
} cj_run;

/* `size` of the first n; 0 and all others: `usual`. What is usual and not hidden is left out;
 * past `most` nothing is hidden. */
size_t cj_xlsx_runs(cj_arena *arena, const double *size, size_t n, double usual,
                    const cj_range *hidden, size_t n_hidden, bool columns, uint32_t most,
                    cj_run **out);

#endif
