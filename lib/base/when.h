/* when.h - the grammar of dates and periods, over folded text. */
#ifndef CJ_BASE_WHEN_H
#define CJ_BASE_WHEN_H

#include <cj/date.h>

/* The date at the front of *s, which is lower case ASCII with half-width figures and marks, single
 * spaces, and whatever is neither of those as it was; taken off. False: none, *s as it was. */
bool cj_when_take(cj_str *s, unsigned fiscal_start, cj_when *out);

/* Small steps, shared by the files of this grammar. */
bool cj_when_lit(cj_str *s, const char *word); /* takes the word off */
bool cj_when_gap(cj_str *s);                   /* takes white space off; true, always */
/* A number of `least` to `most` figures, ended by something else; -1: none. */
int cj_when_figures(cj_str *s, unsigned least, unsigned most);
int cj_when_number(cj_str *s); /* one or two figures, or a kanji number: 十二; -1: none */
int cj_when_month_name(cj_str *s); /* june, jun, jun.; 0: none */
/* Sets *out; false where there is no such day. */
bool cj_when_day(cj_when *out, int year, int month, int day);
bool cj_when_months(cj_when *out, int year, int month, int n, cj_grain grain);

/* What stands in front: a year and how it was written. */
typedef struct cj_when_year {
    int year;
    bool fiscal;   /* FY25, 2025年度 */
    bool calendar; /* CY25 */
    bool era;
    bool short_; /* two figures: needs 年 and more, or an apostrophe */
    bool word;   /* 年 or 年度 stood behind it */
} cj_when_year;

bool cj_when_take_year(cj_str *s, cj_when_year *out);
/* Q3, 3Q, 第3四半期, H1, 上期 … of that year. */
bool cj_when_part(cj_str *s, const cj_when_year *year, unsigned fiscal_start, cj_when *out);
/* Q3 2025, 3Q25, H1 FY25; June 3, 2025, 3 Jun 2025, Jun 2025, Apr-Jun 2025. */
bool cj_when_part_first(cj_str *s, unsigned fiscal_start, cj_when *out);
bool cj_when_english(cj_str *s, cj_when *out);

#endif
