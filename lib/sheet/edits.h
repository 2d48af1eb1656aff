/* edits.h - what a list of edits comes to: for each sheet what moves, then what its cells become. */
#ifndef CJ_SHEET_EDITS_H
#define CJ_SHEET_EDITS_H

#include <cj/edit.h>

/* By sheet, row and column, each cell once: of several to one cell the last. *n becomes their number. */
const cj_edit **cj_edits_in_order(cj_arena *arena, const cj_edit *edits, size_t *n);

/* Rows or columns that come or go, all at once. */
typedef struct cj_shift {
    bool cols;     /* columns, not rows */
    bool out;      /* they go */
    bool takes_in; /* of CJ_EDIT_APPEND */
    uint32_t at,
        n; /* the first of them, and how many; of those that come: where the first will be */
} cj_shift;

/* What one sheet becomes. The cells' edits stand at their places after all shifts, by row and column, each
 * cell once. */
typedef struct cj_sheet_plan {
    unsigned sheet;
    const cj_shift *shift; /* one after the other */
    size_t n_shifts;
    const cj_edit *cell; /* TEXT, NUMBER, DATE */
    size_t n_cells;
    const cj_edit *fill;
    size_t n_fills;
    const cj_edit *note;
    size_t n_notes;
} cj_sheet_plan;

typedef struct cj_edit_plan {
    const cj_sheet_plan *sheet; /* those with anything to do, by index */
    size_t n_sheets;
    const cj_edit *whole; /* SHEET, SHEET_OUT, PROPERTY, in their order */
    size_t n_whole;
} cj_edit_plan;

/* Edits of cells that are gone in the end, and of sheets that go or are replaced, are left out. */
void cj_edits_plan(cj_arena *arena, const cj_edit *edits, size_t n, cj_edit_plan *out);
/* Where a row (or a column) is after one shift; 0: it is gone, or past `most`. */
uint32_t cj_shifted(const cj_shift *shift, uint32_t at, uint32_t most);

enum { CJ_MOST_ROWS = 1048576, CJ_MOST_COLS = 16384 };

#endif
