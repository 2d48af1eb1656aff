/* sheet_name.h - what Excel takes as the name of a sheet. */
#ifndef CJ_SHEET_SHEET_NAME_H
#define CJ_SHEET_SHEET_NAME_H

#include <cj/str.h>

#define CJ_SHEET_NAME_UNITS 31u /* UTF-16 units */

/* A file with such a name opens without repair. */
bool cj_sheet_name_opens(cj_str name);

#endif
