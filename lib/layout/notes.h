/* notes.h - the page of notes while it is written: what has no place in the standard form. */
#ifndef CJ_LAYOUT_NOTES_H
#define CJ_LAYOUT_NOTES_H

#include "layout/rest.h"

typedef struct cj_notes {
    cj_pen page;
    const cj_maps *maps;
    const cj_book *old;
    cj_span *source; /* where the old book names its evidence: E1, E2 …; by place */
    size_t n_sources;
    unsigned head; /* the row of its headers; 0: not begun */
    size_t n_columns;
    /* the newest line, where it holds short texts of one column, one below the other: 1, 2, 3 */
    cj_book_cell *column_place, *column_text;
    unsigned column, column_first, column_last;
} cj_notes;

/* "Map!B2" in the old book, "B2" in a CSV. */
cj_str cj_notes_place(const cj_notes *n, unsigned sheet, unsigned row, unsigned col);
/* A line at the end; its row. The page is begun with the first one. */
unsigned cj_notes_add(cj_notes *n, cj_str place, cj_str text);

/* ---- sides.c: after all cells have their places ---- */
void cj_notes_sides(cj_notes *n);   /* comments and links */
void cj_notes_strikes(cj_notes *n); /* what is struck through */
/* ---- cut.c ---- */
void cj_notes_cut(cj_notes *n); /* what is too long for a cell */

#endif
