/* csv_ragged.h - finds the records of a CSV that have more fields than their table. */
#ifndef CJ_SHEET_CSV_RAGGED_H
#define CJ_SHEET_CSV_RAGGED_H

#include <cj/book.h>

typedef struct cj_csv_width {
    uint32_t row;
    uint32_t fields; /* in all */
    uint32_t used;   /* without the empty ones at the end */
} cj_csv_width;

/* The records of one block, that is, between two empty records; those of one cell only are left
 * out. Stacked sections and titles legitimately differ. Start from all zero. */
typedef struct cj_csv_block {
    cj_csv_width *record;
    size_t n, cap;
    size_t found; /* notices so far, in all blocks */
} cj_csv_block;

/* Takes the widths of the next record; adds a CJ_ODD_RAGGED to `book` for each ragged record of
 * a block that it ends. A record without text ends a block. */
void cj_csv_block_add(cj_arena *arena, cj_csv_block *block, cj_csv_width next,
                      cj_book *book);

#endif
