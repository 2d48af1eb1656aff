/* tables.h - the maps of one sheet, each with the part of the sheet that is its own. */
#ifndef CJ_MAP_TABLES_H
#define CJ_MAP_TABLES_H

#include "map/long.h"

typedef struct cj_table {
    cj_window *w;   /* in which it was found */
    cj_range part;  /* what belongs to it (cj_tables_share) */
    cj_range inner; /* the part in which its grid has to be read */
    cj_range tight; /* the grid itself and the lines over it that are its title */
    cj_found found;
    bool list; /* one item a line: no grid, but these columns */
    cj_long_items items;
} cj_table;

typedef struct cj_tables {
    cj_table *table;
    unsigned n, cap;
} cj_tables;

/* No sheet has more maps; what stands past them is left over. */
enum { CJ_TABLES = 64 };

/* Finds all maps of a window; none: *near is what came nearest. Leaves the window's part as it
 * was. */
void cj_tables_find(cj_window *w, cj_orient orient, bool insisted, cj_tables *out,
                    cj_found *near);
/* Gives every cell of the sheet to one of its tables, and puts them in order of place. */
void cj_tables_share(cj_tables *tables, cj_range all);
/* Only that part is seen, and stacked sections end it. */
void cj_tables_see(cj_window *w, cj_range part);
/* The row with which the title over a table begins: lone texts and label : value pairs right above
 * its first row, in its own columns, below `above`. */
unsigned cj_title_row(cj_window *w, unsigned row, unsigned above, unsigned col1,
                      unsigned col2);
/* 利用事業所ジャーニー: a text beside others that says what it heads; マップ alone does not. */
bool cj_title_names_map(cj_arena *arena, cj_str text);

#endif
