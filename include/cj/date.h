/* cj/date.h - calendar dates, spreadsheet serial numbers, and the dates people type. */
#ifndef CJ_DATE_H
#define CJ_DATE_H

#include <cj/str.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cj_date {
    int year, month, day; /* proleptic Gregorian; month and day from 1; year 0 = no date */
} cj_date;

/* YYYY-MM-DD only, a day that exists */
bool cj_date_parse(cj_str s, cj_date *out);
/* days since 1970-01-01 */
long cj_date_days(cj_date d);
cj_date cj_date_of_days(long days);
/* The date of a spreadsheet serial number, whole days; false below 0 or past 9999-12-31.
 * 1900 system: serial 60 is the day that Excel invents (1900-02-29) and reads as 1900-02-28. */
bool cj_date_of_serial(double serial, bool from1904, cj_date *out);
/* the system's date, in local time */
cj_date cj_date_today(void);

#ifdef __cplusplus
}
#endif
#endif
