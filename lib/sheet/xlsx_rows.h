/* xlsx_rows.h - column widths and row heights that show all text of a new sheet. */
#ifndef CJ_SHEET_XLSX_ROWS_H
#define CJ_SHEET_XLSX_ROWS_H

#include <cj/book.h>

#define CJ_ROW_HIGHEST 409.0 /* points, the most that Excel allows */
#define CJ_ROW_USUAL 15.0
#define CJ_COLUMN_USUAL 8.43 /* characters */

typedef struct cj_measures {
    double *width; /* of column c: width[c - 1], in characters */
    size_t n_widths;
    double *height; /* of row r: height[r - 1], in points; 0: the usual one */
    size_t n_heights;
    unsigned char *small; /* of cell i: how much smaller its letters are; NULL: none is */
} cj_measures;

#define CJ_XLSX_SMALLER 4u /* steps of it, with 0 */
/* What the size of the letters is multiplied with. */
double cj_xlsx_smaller(unsigned step);

cj_measures cj_xlsx_measure(cj_arena *arena, const cj_book *book, const cj_sheet *sheet);
/* Whether cell i is shown on several lines: it must, or has no room beside it. */
bool cj_xlsx_wraps(const cj_book *book, const cj_sheet *sheet, size_t i);
typedef struct cj_extent {
    double wide, high; /* pixels of a usual screen */
} cj_extent;

/* What is hidden has none. */
cj_extent cj_xlsx_extent(const cj_measures *m, const cj_sheet *sheet,
                         const cj_range *range);

#endif
