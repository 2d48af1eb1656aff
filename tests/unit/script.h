/* script.h - small maps made up by a seed, and scripts of edits as a team makes them between two reviews. */
#ifndef CJ_TEST_SCRIPT_H
#define CJ_TEST_SCRIPT_H

#include <cj/diff.h>
#include "base/buf.h"

enum {
    SCRIPT_PHASES = 14,
    SCRIPT_ROWS = 20,
    SCRIPT_ITEMS = 8,
    SCRIPT_REFS = 4,
    SCRIPT_RECORDS = 12,
    SCRIPT_COLUMNS = 7,
    SCRIPT_OUTSIDE = 8
};

/* ---- a map as its team thinks of it ---------------------------------------------------------- */

typedef struct script_item {
    cj_str text; /* without marks */
    unsigned ref[SCRIPT_REFS], n_refs;
    bool assumed;
} script_item;

typedef struct script_cell {
    script_item item[SCRIPT_ITEMS];
    unsigned n;
} script_cell;

typedef struct script_row {
    cj_elem elem; /* CJ_CUSTOM: a row of the team's own */
    cj_str label;
} script_row;

typedef struct script_table {
    cj_section_kind kind;
    unsigned n_columns, n;
    cj_str title, column[SCRIPT_COLUMNS], value[SCRIPT_RECORDS][SCRIPT_COLUMNS];
} script_table;

enum {
    SCRIPT_PERSONA,
    SCRIPT_EVIDENCE,
    SCRIPT_KPI,
    SCRIPT_ACTIONS,
    SCRIPT_HISTORY,
    SCRIPT_TABLES
};

typedef struct script_map {
    unsigned n_phases, n_rows, n_outside;
    cj_str phase[SCRIPT_PHASES], outside[SCRIPT_OUTSIDE], meta[CJ_N_META];
    script_row row[SCRIPT_ROWS];
    script_cell cell[SCRIPT_ROWS][SCRIPT_PHASES];
    script_table table[SCRIPT_TABLES];
} script_map;

/* What makes one map and its script: nothing is said twice in it. */
typedef struct script_maker {
    cj_arena *arena;
    cj_lang lang;
    uint64_t state;
    bool said[3][24][24];
    bool named[24], rowed[6]; /* names of phases and own rows that were used up */
    unsigned most_evidence, most_version, blocks, row_moves;
    cj_str split[2]; /* a phase that was split, and what it gave */
    script_map *map;
    cj_str rephased[8]; /* phases that were renamed */
    unsigned n_rephased;
    bool renumbered[64]; /* by their numbers now */
    cj_buf log;          /* what was done, a line each */
} script_maker;

typedef struct script_style {
    bool down;   /* phases down */
    bool other;  /* full-width figures and letters, parted accents, other bullets */
    bool titled; /* the title stands alone above */
    bool cp932;
} script_style;

void script_begin(script_maker *g, cj_arena *arena, unsigned seed);
unsigned script_roll(script_maker *g, unsigned n);
bool script_chance(script_maker *g, unsigned percent);
cj_str script_phrase(script_maker *g);
/* The same worded anew, alike enough to be known again. */
cj_str script_reworded(script_maker *g, cj_str text);
/* Empty: all names are used up. */
cj_str script_phase_name(script_maker *g);
cj_str script_own_label(script_maker *g);
void script_fill_cell(script_maker *g, const script_row *row, script_cell *cell);
/* "E7" for evidence, a phrase … : what a new record of that table says. */
void script_record(script_maker *g, script_table *t);
bool script_is_text(const script_row *row);
const char *script_says(const script_maker *g, const char *ja, const char *en);

/* The map as the bytes of a CSV file, its tables one below the other. */
cj_str script_csv(cj_arena *arena, cj_lang lang, const script_map *map,
                  const script_style *style);

/* One edit at random on g->map, told in g->log; how many it made. */
void script_edit(script_maker *g);

/* ---- what a map says, plainly -------------------------------------------------------------- */

/* Its lines in order, one a fact: to be equal, and to be shown. */
typedef struct script_lines {
    cj_str *line;
    size_t n;
} script_lines;

script_lines script_plain(cj_arena *arena, const cj_map *map);
/* The old map after all changes of the diff, by what they say alone; of phases and rows that were added as a
 * whole the contents are those of the new map. NULL in *wrong, else what cannot be. */
script_lines script_apply(cj_arena *arena, const cj_diff *diff, const char **wrong);

#endif
