/* when_read.c - the grammar of dates: 2025/6/3, 令和7年12月24日, June 3, 2025. */
#include "base/when.h"
#include <string.h>

bool cj_when_day(cj_when *out, int year, int month, int day)
{
    cj_date d = { year, month, day }, back;

    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    back = cj_date_of_days(cj_date_days(d));
    if (back.month != month)
        return false;
    *out = (cj_when){ d, d, CJ_GRAIN_DAY, false };
    return true;
}

/* n months from that one on; a month past 12 is one of the next year. */
bool cj_when_months(cj_when *out, int year, int month, int n, cj_grain grain)
{
    cj_date first, past;

    if (month < 1 || month > 24)
        return false;
    first = (cj_date){ year + (month - 1) / 12, (month - 1) % 12 + 1, 1 };
    month = first.month + n;
    past = (cj_date){ first.year + (month - 1) / 12, (month - 1) % 12 + 1, 1 };
    *out = (cj_when){ first, cj_date_of_days(cj_date_days(past) - 1), grain, false };
    return true;
}

static bool figure_follows(cj_str s)
{
    return s.n && *s.p >= '0' && *s.p <= '9';
}

/* ---- Japanese and numeric forms --------------------------------------------------------------- */

/* 末, 末日, 上旬 … behind a month that is set. */
static void part_of_month(cj_str *s, cj_when *out)
{
    cj_str rest = *s;

    cj_when_gap(&rest);
    if (cj_when_lit(&rest, "の"))
        cj_when_gap(&rest);
    if (cj_when_lit(&rest, "末日") || cj_when_lit(&rest, "末") ||
        cj_when_lit(&rest, "月末")) {
        out->from = out->to;
        out->grain = CJ_GRAIN_DAY;
    } else if (cj_when_lit(&rest, "上旬") || cj_when_lit(&rest, "初旬")) {
        out->to.day = 10;
    } else if (cj_when_lit(&rest, "中旬")) {
        out->from.day = 11;
        out->to.day = 20;
    } else if (cj_when_lit(&rest, "下旬")) {
        out->from.day = 21;
    } else {
        return;
    }
    *s = rest;
}

/* 6月3日, 6月, 6月末, 4~6月 behind 2025年. February of 年度 2025 that begins in April is in 2026. */
static bool month_ja(cj_str *s, int year, int first, cj_when *out)
{
    cj_str rest = *s, day;
    int month, last, n;

    cj_when_gap(&rest);
    last = month = cj_when_number(&rest);
    cj_when_gap(&rest);
    if (month > 0 && (cj_when_lit(&rest, "~") || cj_when_lit(&rest, "-")))
        last = cj_when_gap(&rest) ? cj_when_number(&rest) : 0;
    year += month < first;
    if (month < 1 || last < month || last > 12 || !cj_when_gap(&rest) ||
        !cj_when_lit(&rest, "月") ||
        !cj_when_months(out, year, month, last - month + 1, CJ_GRAIN_MONTH))
        return false;
    day = rest;
    cj_when_gap(&day);
    n = cj_when_number(&day);
    cj_when_gap(&day);
    if (n >= 0 && cj_when_lit(&day, "日")) {
        if (last != month || !cj_when_day(out, year, month, n))
            return false;
        rest = day;
    } else if (last == month) {
        part_of_month(&rest, out);
    }
    *s = rest;
    return true;
}

/* -06-03, /6, .6.3 behind a year. "2025.1" may be October as a spreadsheet number: no month. */
static bool marked(cj_str *s, int year, bool era, cj_when *out)
{
    cj_str rest = *s, after;
    char mark = rest.n ? *rest.p : '\0';
    int month, day;
    size_t wide;

    if (mark != '-' && mark != '/' && mark != '.')
        return false;
    rest = cj_str_from(rest, 1);
    wide = rest.n;
    month = cj_when_figures(&rest, 1, 2);
    wide -= rest.n;
    if (month < 1)
        return false;
    after = cj_str_from(rest, 1);
    if (rest.n && *rest.p == mark && (day = cj_when_figures(&after, 1, 2)) >= 0) {
        if (!cj_when_day(out, year, month, day))
            return false;
        *s = after;
        return true;
    }
    if (mark == '.' && wide == 1 && month == 1 && !era)
        return false;
    if (month > 12 || !cj_when_months(out, year, month, 1, CJ_GRAIN_MONTH))
        return false;
    *s = rest;
    return true;
}

/* 20250603 */
static bool compact(cj_str *s, cj_when *out)
{
    cj_str rest = *s;
    int all = cj_when_figures(&rest, 8, 8);

    if (all < 19000101 || all > 21991231 ||
        !cj_when_day(out, all / 10000, all / 100 % 100, all % 100))
        return false;
    *s = rest;
    return true;
}

static bool year_alone(cj_str *s, const cj_when_year *y, unsigned fiscal_start,
                       cj_when *out)
{
    if (y->short_ && !y->fiscal && !(y->era && y->word))
        return false; /* 25年 is a time, R7 a size */
    if (!cj_when_months(out, y->year, y->fiscal ? (int)fiscal_start : 1, 12, CJ_GRAIN_YEAR))
        return false;
    if ((y->word || y->fiscal) && (cj_when_lit(s, "末日") || cj_when_lit(s, "末"))) {
        out->from = out->to;
        out->grain = CJ_GRAIN_DAY;
    }
    return true;
}

static bool from_year(cj_str *s, unsigned fiscal_start, cj_when *out)
{
    cj_str rest = *s;
    cj_when_year y;

    if (!cj_when_take_year(&rest, &y))
        return false;
    if (!cj_when_part(&rest, &y, fiscal_start, out) &&
        !(y.word && month_ja(&rest, y.year, y.fiscal ? (int)fiscal_start : 1, out)) &&
        !((!y.word && !y.fiscal && (!y.short_ || y.era)) &&
          marked(&rest, y.year, y.era, out)) &&
        !year_alone(&rest, &y, fiscal_start, out))
        return false;
    if (figure_follows(rest))
        return false;
    out->era = y.era;
    *s = rest;
    return true;
}

/* ---- English forms ---------------------------------------------------------------------------- */

int cj_when_month_name(cj_str *s)
{
    static const char *const names[] = { "january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december" };
    cj_str rest = *s;
    size_t n = 0, i;

    while (n < rest.n && rest.p[n] >= 'a' && rest.p[n] <= 'z')
        n++;
    for (i = 0; i < 12; i++)
        if ((n == 3 || n == strlen(names[i]) || (i == 8 && n == 4)) &&
            strncmp(names[i], rest.p, n) == 0) {
            rest = cj_str_from(rest, n);
            cj_when_lit(&rest, ".");
            *s = rest;
            return (int)i + 1;
        }
    return 0;
}

/* 2025 or '25 behind what separates it. */
static int year_behind(cj_str *s)
{
    cj_str rest = *s;
    int year;

    if (rest.n && (*rest.p == ',' || *rest.p == '-' || *rest.p == '/'))
        rest = cj_str_from(rest, 1);
    cj_when_gap(&rest);
    cj_when_lit(&rest, "of ");
    if (cj_when_lit(&rest, "'"))
        year = cj_when_figures(&rest, 2, 2) + 2000;
    else
        year = cj_when_figures(&rest, 4, 4);
    if (year < 1900 || year > 2199)
        return -1;
    *s = rest;
    return year;
}

static void ordinal_off(cj_str *s)
{
    if (!cj_when_lit(s, "st") && !cj_when_lit(s, "nd") && !cj_when_lit(s, "rd"))
        cj_when_lit(s, "th");
}

static void weekday_off(cj_str *s)
{
    static const char *const days[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday",    "mon",
                                        "tues",   "tue",      "wed",       "thurs",
                                        "thur",   "thu",      "fri",       "sat",
                                        "sun" };
    size_t i;

    for (i = 0; i < sizeof days / sizeof *days; i++) {
        cj_str rest = *s;

        if (!cj_when_lit(&rest, days[i]))
            continue;
        cj_when_lit(&rest, ".");
        cj_when_lit(&rest, ",");
        if (rest.n && *rest.p == ' ' && cj_when_gap(&rest))
            *s = rest;
        return;
    }
}

/* June 3, 2025; Jun 2025; Apr-Jun 2025 */
static bool month_first(cj_str *s, cj_when *out)
{
    cj_str rest = *s, day_at;
    int month = cj_when_month_name(&rest), last = month, day, year;

    if (!month)
        return false;
    day_at = rest;
    cj_when_gap(&day_at);
    if ((cj_when_lit(&day_at, "-") || cj_when_lit(&day_at, "~") ||
         cj_when_lit(&day_at, "to ")) &&
        cj_when_gap(&day_at) && (last = cj_when_month_name(&day_at)) != 0)
        rest = day_at;
    else
        last = month;
    day_at = rest;
    cj_when_gap(&day_at);
    day = last == month ? cj_when_figures(&day_at, 1, 2) : -1;
    if (day >= 0) {
        ordinal_off(&day_at);
        cj_when_gap(&day_at);
        year = year_behind(&day_at);
        *s = day_at;
        return year > 0 && cj_when_day(out, year, month, day);
    }
    cj_when_gap(&rest);
    year = year_behind(&rest);
    *s = rest;
    return year > 0 && last >= month &&
           cj_when_months(out, year, month, last - month + 1, CJ_GRAIN_MONTH);
}

/* 3 Jun 2025, 3rd of June 2025, 3-Jun-2025, 3-Jun-25 */
static bool day_first(cj_str *s, cj_when *out)
{
    cj_str rest = *s;
    int day = cj_when_figures(&rest, 1, 2), month, year;
    bool dash;

    if (day < 1)
        return false;
    ordinal_off(&rest);
    dash = cj_when_lit(&rest, "-");
    cj_when_gap(&rest);
    cj_when_lit(&rest, "of ");
    month = cj_when_month_name(&rest);
    if (!month)
        return false;
    cj_when_gap(&rest);
    year = year_behind(&rest);
    if (year < 0 && dash && cj_when_lit(&rest, "-"))
        year = cj_when_figures(&rest, 2, 2) + 2000;
    *s = rest;
    return year >= 2000 - 100 && cj_when_day(out, year, month, day);
}

bool cj_when_english(cj_str *s, cj_when *out)
{
    cj_str rest = *s;

    weekday_off(&rest);
    if (!month_first(&rest, out)) {
        rest = *s;
        weekday_off(&rest);
        if (!day_first(&rest, out))
            return false;
    }
    if (figure_follows(rest))
        return false;
    *s = rest;
    return true;
}

/* ---- what may stand behind a day --------------------------------------------------------------- */

/* (水), （水・祝）, 水曜日, (Wed) */
static void weekday_behind(cj_str *s)
{
    static const char *const ja[] = { "月", "火", "水", "木", "金", "土", "日" };
    cj_str rest = *s, inner;
    bool open;
    size_t i;

    cj_when_gap(&rest);
    open = cj_when_lit(&rest, "(");
    for (i = 0; i < 7; i++) {
        inner = rest;
        if (!cj_when_lit(&inner, ja[i]))
            continue;
        if (!cj_when_lit(&inner, "曜日") && !cj_when_lit(&inner, "曜") && !open)
            return;
        if (cj_when_lit(&inner, "・"))
            cj_when_lit(&inner, "祝");
        if (!open || cj_when_lit(&inner, ")"))
            *s = inner;
        return;
    }
    if (!open)
        return;
    inner = cj_str_cut(rest, 0, cj_str_find(rest, CJ_STR(")")));
    if (inner.n < rest.n && inner.n >= 3 && inner.n <= 9 && strchr("mtwfs", *inner.p))
        *s = cj_str_from(rest, inner.n + 1);
}

/* 10:30, T10:30:00Z, 10時30分 */
static void time_behind(cj_str *s)
{
    cj_str rest = *s, more;
    int n;

    if (!cj_when_lit(&rest, "t"))
        cj_when_gap(&rest);
    if (!cj_when_lit(&rest, "午前"))
        cj_when_lit(&rest, "午後");
    n = cj_when_figures(&rest, 1, 2);
    if (n < 0 || n > 24)
        return;
    if (cj_when_lit(&rest, "時")) {
        more = rest;
        if (cj_when_lit(&more, "半") ||
            (cj_when_figures(&more, 1, 2) >= 0 && cj_when_lit(&more, "分")))
            rest = more;
        *s = rest;
        return;
    }
    if (!cj_when_lit(&rest, ":") || (n = cj_when_figures(&rest, 2, 2)) < 0 || n > 59)
        return;
    more = rest;
    if (cj_when_lit(&more, ":") && cj_when_figures(&more, 2, 2) >= 0)
        rest = more;
    if (cj_when_lit(&rest, "."))
        while (figure_follows(rest))
            rest = cj_str_from(rest, 1);
    if (!cj_when_lit(&rest, "z") && (cj_when_lit(&rest, "+") || cj_when_lit(&rest, "-")) &&
        cj_when_figures(&rest, 2, 2) >= 0) {
        cj_when_lit(&rest, ":");
        cj_when_figures(&rest, 2, 2);
    }
    more = rest;
    if (cj_when_gap(&more) && (cj_when_lit(&more, "am") || cj_when_lit(&more, "pm")))
        rest = more;
    *s = rest;
}

static bool take_one(cj_str *s, unsigned fiscal_start, cj_when *out)
{
    cj_str rest = *s;

    if (!compact(&rest, out) && !cj_when_part_first(&rest, fiscal_start, out) &&
        !from_year(&rest, fiscal_start, out)) {
        rest = *s;
        if (!cj_when_english(&rest, out))
            return false;
    }
    if (out->grain == CJ_GRAIN_DAY) {
        weekday_behind(&rest);
        time_behind(&rest);
    }
    *s = rest;
    return true;
}

/* ---- from … to … -------------------------------------------------------------------------------- */

/* 6月, 6月30日, 30日, 6/30, 6 behind 2025年4月~: what is left out is that of the beginning. */
static bool shorter_end(cj_str *s, const cj_when *from, cj_when *out)
{
    cj_str rest = *s;
    int n, day;

    if (month_ja(&rest, from->from.year, 1, out)) {
        *s = rest;
        return true;
    }
    n = cj_when_figures(&rest, 1, 2);
    if (n < 0 || from->grain != CJ_GRAIN_DAY)
        return false;
    if (cj_when_lit(&rest, "/") && (day = cj_when_figures(&rest, 1, 2)) >= 0) {
        *s = rest;
        return cj_when_day(out, from->from.year, n, day);
    }
    if (!cj_when_lit(&rest, "日"))
        return false;
    *s = rest;
    return cj_when_day(out, from->from.year, from->from.month, n);
}

static bool range_mark(cj_str *s)
{
    cj_str rest = *s;

    cj_when_gap(&rest);
    if (!cj_when_lit(&rest, "~") && !cj_when_lit(&rest, "-") &&
        !cj_when_lit(&rest, "から") && !cj_when_lit(&rest, "to "))
        return false;
    cj_when_gap(&rest);
    *s = rest;
    return true;
}

bool cj_when_take(cj_str *s, unsigned fiscal_start, cj_when *out)
{
    cj_str rest = *s, far;
    cj_when end;

    memset(out, 0, sizeof *out);
    if (fiscal_start < 1 || fiscal_start > 12)
        fiscal_start = 1;
    if (!take_one(&rest, fiscal_start, out)) {
        memset(out, 0, sizeof *out);
        return false;
    }
    far = rest;
    memset(&end, 0, sizeof end);
    if (range_mark(&far) &&
        (take_one(&far, fiscal_start, &end) || shorter_end(&far, out, &end)) &&
        cj_date_days(end.to) >= cj_date_days(out->from)) {
        out->to = end.to;
        out->grain = end.grain;
        rest = far;
    }
    *s = rest;
    return true;
}
