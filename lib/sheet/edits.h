/* edits.h - edits in the order in which files are written. */
#ifndef CJ_SHEET_EDITS_H
#define CJ_SHEET_EDITS_H

#include <cj/edit.h>

/* By sheet, row and column, each cell once: of several to one cell the last. *n becomes their number. */
const cj_edit **cj_edits_in_order(cj_arena *arena, const cj_edit *edits, size_t *n);

#endif
