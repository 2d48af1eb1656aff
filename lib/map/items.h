/* items.h - the grammar of one cell: items, evidence, assumptions, placeholders. */
#ifndef CJ_MAP_ITEMS_H
#define CJ_MAP_ITEMS_H

#include <cj/map.h>

/* Fills placeholder, items, n_items and support from elem, text, parts and note.
 * RULES appendix A1, A4, A5, A6; model 6.1-6.5. */
void cj_cell_parse(cj_arena *arena, cj_cell *cell);
/* Whole text is a filler: 未定, TBD, 例：… (RULES A6). Empty text is none. */
bool cj_placeholder(cj_arena *arena, cj_str text);
/* What a text says about its own support (RULES A4, A5); adds to *out. */
void cj_support_parse(cj_arena *arena, cj_str text, cj_support *out);
/* The same of a cell's note, where no marker is needed: "From interview, 2025-08-20". */
void cj_support_note(cj_arena *arena, cj_str note, cj_support *out);

#endif
