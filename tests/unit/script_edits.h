/* script_edits.h - what the edits of the grid and of the tables share. */
#ifndef CJ_TEST_SCRIPT_EDITS_H
#define CJ_TEST_SCRIPT_EDITS_H

#include "script.h"

/* Tells it in the log. */
void script_note(script_maker *g, const char *what, cj_str a, cj_str b);
/* One edit beside the grid; false: there was nothing to edit. */
bool script_edit_table(script_maker *g);

#endif
