/* iso_date.h - ISO 8601 dates of cells (t="d") as spreadsheet serial numbers. */
#ifndef CJ_SHEET_ISO_DATE_H
#define CJ_SHEET_ISO_DATE_H

#include <cj/date.h>

/* "2025-03-14", "2025-03-14T09:30:00.5", "09:30"; a time zone at the end is ignored, as Excel
 * does. False: none of these. */
bool cj_iso_serial(cj_str s, bool date1904, double *out);

#endif
