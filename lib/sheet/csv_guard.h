/* csv_guard.h - the ' in front of a CSV field that a spreadsheet would run as a formula. */
#ifndef CJ_SHEET_CSV_GUARD_H
#define CJ_SHEET_CSV_GUARD_H

#include <cj/str.h>

/* Begins as formulas do: with = + - @ TAB CR or a full-width form of one; and is no plain number
 * as cj_number_parse has it: -2 and +81 are none, -3% and +81-3-1234 are. */
bool cj_csv_runs(cj_str text);
/* Begins with one ' or more, and then as formulas do: our readers take the first ' off. */
bool cj_csv_guarded(cj_str text);

#endif
