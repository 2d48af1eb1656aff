/* generate.h - maps made up by a seed, and the books in which people might have written them. */
#ifndef CJ_TEST_GENERATE_H
#define CJ_TEST_GENERATE_H

#include <cj/map.h>

enum { GEN_PHASES = 6, GEN_ROWS = 20, GEN_ITEMS = 3, GEN_SECTIONS = 5, GEN_RECORDS = 4 };

typedef struct gen_item {
    cj_str bare;
    unsigned ref; /* 0: none */
    bool assumption;
} gen_item;

typedef struct gen_cell {
    cj_str text; /* as written */
    gen_item item[GEN_ITEMS];
    unsigned n;
} gen_cell;

typedef struct gen_row {
    cj_elem elem; /* CJ_CUSTOM: a row of the team's own */
    cj_str label, written;
    gen_cell cell[GEN_PHASES];
} gen_row;

typedef struct gen_section {
    cj_section_kind kind;
    unsigned n_columns, n_records;
    const char *field[8]; /* NULL: a column of the team's own */
    cj_str column[8], value[GEN_RECORDS][8];
} gen_section;

/* What the book says, whatever its layout. */
typedef struct gen_map {
    unsigned seed;
    cj_lang lang;
    bool down;
    unsigned n_phases, n_rows, n_sections;
    cj_str phase[GEN_PHASES], period[GEN_PHASES];
    gen_row row[GEN_ROWS];
    gen_section section[GEN_SECTIONS];
    cj_str purpose, version; /* empty: not there */
    cj_book *book;
} gen_map;

gen_map *gen_make(cj_arena *arena, unsigned seed);
/* The sheets of a book, a TAB between cells, for the message of a failure. */
cj_str gen_show(cj_arena *arena, const cj_book *book);

#endif
