/* build.h - what the makers of a map's parts share: the map, its window, and what was claimed. */
#ifndef CJ_MAP_BUILD_H
#define CJ_MAP_BUILD_H

#include "map/grid.h"

typedef struct cj_build {
    cj_arena *arena;
    cj_map *map;
    cj_window *w;
    cj_grid *grid;
} cj_build;

/* Claims the cell at `at`; element and phase are indices or -1. */
void cj_claim(cj_build *b, cj_leaf_kind kind, cj_span at, cj_str text, int element,
              int phase);
/* Makes room for `n` more claims at once: thousands of lines are not doubled into one another. */
void cj_claim_room(cj_build *b, size_t n);
/* Sorts the leaves, and puts every other non-empty cell of the map's sheets into leftover. */
void cj_leaves_finish(cj_build *b);

void cj_grid_read(cj_build *b); /* phases, elements, cells */
/* What a row gives to its cells besides their texts. */
typedef struct cj_lines {
    unsigned from, to; /* its lines */
    unsigned first;    /* the line of its own label; 0: that stands in another column */
    unsigned sub;      /* the j of the labels of its lines; 0: none */
    bool marks, cross, kinds; /* as cj_grid_marks says */
    bool wide;                /* full-width brackets around marks */
} cj_lines;

void cj_grid_cells(cj_build *b, cj_element *e, const cj_lines *r);
void cj_grid_headers(
    cj_build *b); /* the corner, groups above the phases, steps below them */
/* The group labels of an element, and whether one was taken on. */
void cj_grid_groups(cj_build *b, cj_element *e, const cj_grid_row *row);
void cj_grid_margin(cj_build *b); /* claims what stands in the columns of labels */
/* Rows of other tables under the map's headers; the last row of those tables, 0: there are none. */
unsigned cj_grid_attach(cj_build *b);
void cj_meta_read(cj_build *b); /* title and metadata above the grid */
/* Stacked sections: where they begin in a window (rows + 1: nowhere), and reading those of the
 * map's own sheet from the row `from` on. */
unsigned cj_sections_begin(cj_window *w);
/* Whether that part holds plain sections, one under the other, and nothing else. */
bool cj_sections_only(cj_window *w, cj_range part);
void cj_sections_stacked(cj_build *b, unsigned from);
/* ■根拠, 【KPI】: a text that begins a section where it stands alone in its row. */
bool cj_section_mark(cj_str text);
/* A row below a grid that begins with that text, with `filled` texts in all, is the title of a table, or may
 * be one where headers follow. */
bool cj_section_may_begin(cj_arena *arena, cj_str text, unsigned col, size_t filled);
/* A sheet that is one section as a whole; its kind by its name, UNKNOWN where it is none. */
cj_section_kind cj_sections_sheet_kind(cj_arena *arena, const cj_sheet *sheet);
void cj_sections_sheet(cj_build *b, unsigned sheet, cj_section_kind kind);
/* A persona's label : value pairs in the rows [from, to]. */
void cj_persona_read(cj_build *b, unsigned sheet, unsigned from, unsigned to,
                     cj_section *out);
/* What the Phases section and the rows of the grid say of each phase; its period in days. */
void cj_phases_finish(cj_build *b);
/* After the records: E1 at the end of a statement, without brackets, where E1 is recorded. */
void cj_bare_refs_read(cj_build *b);
/* The comment on the book cell at `at`, if there is one, becomes part of the note of *c. */
void cj_cell_note(cj_build *b, cj_cell *c, cj_span at);
cj_lang cj_map_language(cj_build *b);

#endif
