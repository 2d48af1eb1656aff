/* number_format.h - what a number format code shows: a plain number, or a date or time? */
#ifndef CJ_SHEET_NUMBER_FORMAT_H
#define CJ_SHEET_NUMBER_FORMAT_H

#include <cj/str.h>

/* The code of a built-in format id, as Japanese Excel has it where languages differ; empty:
 * General or unknown. */
cj_str cj_number_format_builtin(unsigned id);
/* Dates, times of day and durations ([h]:mm) all count. */
bool cj_number_format_is_date(cj_str code);

#endif
