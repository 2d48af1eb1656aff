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
/* What a date field says: a day, or as much of one as was written. */
typedef enum cj_grain {
    CJ_GRAIN_NONE,
    CJ_GRAIN_DAY,
    CJ_GRAIN_MONTH,
    CJ_GRAIN_QUARTER,
    CJ_GRAIN_HALF,
    CJ_GRAIN_YEAR
} cj_grain;

typedef struct cj_when {
    cj_date from, to; /* first and last day; the same for a day */
    cj_grain grain;   /* NONE: no date; of 2025年4月〜6月 that of its end */
    bool era;         /* written in a Japanese era: 令和7年3月 */
} cj_when;

/* The whole text is a date or a period (model 6.8): 2025-06-03, 2025/6/3, 2025.6.3, 2025年6月3日,
 * 20250603, 2025-06, 2025年6月, 2025年6月末 (its last day), 2025年6月上旬, 2025, 2025年度, 令和7年12月24日,
 * R7.12.24, 2025Q3, FY25Q3, 2025年第3四半期, 25年3Q, Q3 2025, 2025年度上期, FY25H1, June 3, 2025, 3 Jun 2025,
 * two of them with 〜 between; a weekday and a time of day may follow a day; full width too. A month and a
 * day without a year are refused on purpose, 6/3/2025 because nobody can know. Quarters, halves and
 * 年度 begin in the month fiscal_start (1: calendar quarters; 4: Q1 is April to June of that year).
 * False: no date, *out is zero. */
bool cj_when_parse(cj_str s, unsigned fiscal_start, cj_when *out);
/* The first such date in a text: 2025年8月末までに公開. A bare 2025 is none there. */
bool cj_when_find(cj_str s, unsigned fiscal_start, cj_when *out);
/* the system's date, in local time */
cj_date cj_date_today(void);

#ifdef __cplusplus
}
#endif
#endif
