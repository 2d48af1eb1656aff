/* long.h - maps written as lists: one item a line, or one line for each phase or touchpoint. */
#ifndef CJ_MAP_LONG_H
#define CJ_MAP_LONG_H

#include "map/build.h"

/* The columns of a list with one item a line; 0: it has none. */
typedef struct cj_long_items {
    unsigned row; /* of its headers */
    unsigned persona, phase, element, item, evidence, assumption, owner, timing;
} cj_long_items;

/* Whether the window has such a list: phase, element and item in one row of headers, and below it
 * two or more elements that the vocabulary knows. */
bool cj_long_items_find(cj_window *w, cj_long_items *out);
/* What such a list calls an element: a label, or the id that tools write ("goal"). */
cj_sense cj_long_sense(const cj_known *known, cj_str text);

/* One line of a list that says something. */
typedef struct cj_long_line {
    unsigned row;
    size_t first, n; /* its cells in the sheet */
} cj_long_line;

/* A list as it stands in its sheet, line after line. Blank cells of the columns that are told once
 * go on with what stood above. */
typedef struct cj_long {
    cj_arena *arena;
    const cj_book *book;
    const cj_sheet *sheet;
    unsigned index;   /* of the sheet */
    size_t at;        /* the cell with which the next line begins */
    unsigned persona; /* its column; 0: none */
} cj_long;

/* What stands under the row of its headers. */
cj_long cj_long_from(cj_arena *arena, const cj_window *w, unsigned row, unsigned persona);
bool cj_long_next(cj_long *l, cj_long_line *out);
cj_str cj_long_text(const cj_long *l, const cj_long_line *line, unsigned col);

/* The personas of a list, each a map of its own; one without a name where there is no such column
 * or it is empty. */
typedef struct cj_personas {
    cj_str *name;
    cj_span *at;
    size_t n, cap;
} cj_personas;

cj_personas cj_long_personas(const cj_long *from);

/* A part of a cell: what stands in a cell of the sheet is said of that element in that phase. */
typedef struct cj_entry {
    uint32_t cell; /* its index in the sheet */
    unsigned char phase, element;
    bool item;  /* a line of its own: the same again is said twice, not filled down */
    bool again; /* filled down from the line above */
} cj_entry;

typedef struct cj_entries {
    cj_arena *arena; /* forgotten when the map is read */
    cj_entry *entry;
    size_t n, cap;
} cj_entries;

/* The index of the phase or element; -1: there are too many. */
int cj_long_phase(cj_build *b, cj_str text, cj_span at);
/* The cell of a line in that column, which has text. */
void cj_long_add(cj_build *b, const cj_long *l, const cj_long_line *line, cj_entries *e,
                 unsigned col, int phase, int element, bool item);
/* Gives the map's elements their cells. */
void cj_long_cells(cj_build *b, const cj_long *l, cj_entries *e);

/* What a line of a list with one item a line says. */
typedef struct cj_told {
    unsigned row;
    cj_str item, evidence, assumption, owner, timing;
} cj_told;

/* What stands beside an item in its line, added to what its text says; `scratch` may be forgotten
 * afterwards. */
void cj_long_complete(cj_arena *arena, cj_arena *scratch, const cj_told *told, cj_cell *c,
                      cj_item *item);
/* The lines of a cell, so that they are read back as its items (none for a blank cell). */
cj_told *cj_long_tell(cj_arena *arena, const cj_map *map, const cj_cell *cell, size_t *n);
/* The map has a row of that element itself. */
bool cj_long_has_row(const cj_map *map, cj_elem elem);

/* Reads the map of one persona (of all lines, where the list has none) into b->map; the last row
 * of the list. */
unsigned cj_long_items_read(cj_build *b, const cj_long_items *columns, cj_str persona);
/* The same for b->grid, whose phases are told again and again (cj_grid_list). */
unsigned cj_long_rows_read(cj_build *b, cj_str persona);
/* Names persona `which` in the map's metadata, and keeps the rows of the others out of it. */
void cj_long_name(cj_build *b, const cj_long *list, const cj_personas *all, size_t which,
                  cj_str header);

#endif
