/* script_plain.h - what a map says, without its layout: what changes are applied to. */
#ifndef CJ_TEST_SCRIPT_PLAIN_H
#define CJ_TEST_SCRIPT_PLAIN_H

#include "script.h"

typedef struct plain_item {
    cj_str text;
    unsigned ref[SCRIPT_REFS + 2], n_refs;
    bool assumed, gone;
    int from; /* its index in the map; the whole cell: -1 */
} plain_item;

typedef struct plain_cell {
    plain_item item[SCRIPT_ITEMS + 8];
    unsigned n;
} plain_cell;

typedef struct plain_record {
    cj_section_kind kind;
    const cj_record *from;
    bool gone;
    unsigned n;
    cj_str name[SCRIPT_COLUMNS + 1], value[SCRIPT_COLUMNS + 1];
} plain_record;

enum { PLAIN_RECORDS = 60 };

typedef struct plain {
    cj_arena *arena;
    unsigned n_phases, n_rows, n_records, n_outside;
    cj_str phase[SCRIPT_PHASES], row[SCRIPT_ROWS], meta[CJ_N_META];
    plain_cell cell[SCRIPT_ROWS][SCRIPT_PHASES];
    plain_record record[PLAIN_RECORDS];
    cj_str outside[2 * SCRIPT_OUTSIDE];
} plain;

/* Width, case, blanks, bullets and marks off. */
cj_str plain_text(cj_arena *arena, cj_str text);
plain_item plain_item_of(cj_arena *arena, const cj_item *item, cj_str text);
plain *plain_of(cj_arena *arena, const cj_map *map);
plain_record plain_record_of(cj_arena *arena, const cj_section *section,
                             const cj_record *record);
cj_str plain_column(cj_arena *arena, const cj_column *column);
void plain_set(plain_record *record, cj_str name, cj_str value);
script_lines plain_lines(const plain *p);

#endif
