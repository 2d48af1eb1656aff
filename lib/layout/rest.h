/* rest.h - where texts of the old book went, and whether they say there what they said. */
#ifndef CJ_LAYOUT_REST_H
#define CJ_LAYOUT_REST_H

#include "layout/parts.h"

/* By old place, each pair of places once. */
void cj_moves_sort(cj_layout *out);
/* What of a cell has moved: its text, its comment or its link. */
typedef enum cj_side { CJ_SIDE_TEXT, CJ_SIDE_NOTE, CJ_SIDE_LINK } cj_side;
cj_side cj_move_side(const cj_move *m);
/* The first move of that side of a cell, after sorting; *n: how many it has. NULL: none. */
const cj_move *cj_moves_of_side(const cj_layout *out, cj_side side, cj_span at, size_t *n);
/* The first move of that cell, after sorting; *n: how many it has. NULL: none. */
const cj_move *cj_moves_of(const cj_layout *out, unsigned sheet, unsigned row, unsigned col,
                           size_t *n);
cj_str cj_moved_text(const cj_pen *p, const cj_move *m);
/* The new book says at one of those places, or in all of them together, what that cell says, as it is
 * written or as it is shown (0.62, 62%). */
bool cj_found_again(const cj_pen *p, const cj_maps *maps, const cj_book_cell *c,
                    unsigned sheet);
/* A page of notes as we write them; others that are called so are the user's own tables. */
bool cj_notes_ours(const cj_section *s);
/* The sheet belongs to a map: its cells have places of their own, or stand in the notes. */
bool cj_lay_read(const cj_maps *maps, unsigned sheet);

#endif
