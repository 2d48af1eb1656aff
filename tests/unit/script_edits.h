/* script_edits.h - what the edits of the grid and of the tables share. */
#ifndef CJ_TEST_SCRIPT_EDITS_H
#define CJ_TEST_SCRIPT_EDITS_H

#include "script.h"

/* Tells it in the log. */
void script_note(script_maker *g, const char *what, cj_str a, cj_str b);
/* A cell of the map, and an item in it. */
typedef struct script_spot {
    unsigned row, phase, item;
    script_cell *cell;
} script_spot;

/* A cell at random in a row that will do; false: none was found. */
bool script_find_cell(script_maker *g, bool (*may)(const script_row *), script_spot *spot);
/* Its cells are lists of what is said and felt, which move and are worded anew; owners are not. */
bool script_sayings(const script_row *row);
/* The phase was split, or is what was split off. */
bool script_is_split(const script_maker *g, cj_str phase);

/* ---- one edit each; false: there was nothing to edit ---- */

bool script_add_phase(script_maker *g);
bool script_remove_phase(script_maker *g);
bool script_rename_phase(script_maker *g);
bool script_move_phase(script_maker *g);
bool script_split_phase(script_maker *g);
bool script_add_top_row(script_maker *g);
bool script_add_own_row(script_maker *g);
bool script_remove_row(script_maker *g);
bool script_rename_row(script_maker *g);
bool script_move_rows(script_maker *g);
/* One edit beside the grid; false: there was nothing to edit. */
bool script_edit_table(script_maker *g);

#endif
