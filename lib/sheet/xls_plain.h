/* xls_plain.h - a workbook's numbers once more, as the plainest .xls there is, for freexl to read. */
#ifndef CJ_SHEET_XLS_PLAIN_H
#define CJ_SHEET_XLS_PLAIN_H

#include "base/buf.h"
#include "sheet/biff.h"

/* freexl gives up on a whole workbook for a chart inside a sheet, an empty shared string, a wrong
 * DIMENSION or a small container, misreads strings that go on in several records, takes
 * 0" months" for a date, and counts days one by one for as long as the date is far. So it never
 * sees the file itself: the numbers that it reads stand one after the other on one sheet,
 * CJ_PLAIN_COLUMNS in a row, in no style. */
#define CJ_PLAIN_COLUMNS 256u

typedef struct cj_plain {
    cj_buf records;
    size_t dimension_at;
    size_t n; /* cells added */
} cj_plain;

void cj_plain_init(cj_plain *plain, cj_arena *arena);
/* The number becomes the n-th cell of the sheet. */
void cj_plain_add(cj_plain *plain, double number);
/* The whole file. */
cj_str cj_plain_file(cj_arena *arena, cj_plain *plain);

#endif
