/* xls_plain.h - a workbook's numbers once more, as the plainest .xls there is, for freexl to read. */
#ifndef CJ_SHEET_XLS_PLAIN_H
#define CJ_SHEET_XLS_PLAIN_H

#include "base/buf.h"
#include "sheet/biff.h"

/* freexl gives up on a whole workbook for a chart inside a sheet, an empty shared string, a wrong
 * DIMENSION or a small container, and misreads strings that go on in several records. So it never
 * sees the file itself: the numbers that it is asked about stand one after the other on one
 * sheet, CJ_PLAIN_COLUMNS in a row, behind the styles that tell dates from numbers. */
#define CJ_PLAIN_COLUMNS 256u

typedef struct cj_plain {
    const cj_biff *biff;
    cj_buf records;
    size_t sheet_at, dimension_at;
    size_t n;                   /* cells added */
} cj_plain;

void cj_plain_init(cj_plain *plain, cj_arena *arena, const cj_biff *biff);
/* Whether freexl has to be asked about this cell: a number whose style may make it a date. */
bool cj_plain_wants(const cj_plain *plain, const cj_biff_cell *cell);
/* The cell becomes the n-th one of the sheet. */
void cj_plain_add(cj_plain *plain, const cj_biff_cell *cell);
/* The whole file. */
cj_str cj_plain_file(cj_arena *arena, cj_plain *plain);

#endif
