/* when_year.c - years, quarters and half-years as people write them: FY25, 令和7年度, 25年3Q. */
#include "base/when.h"
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, CENTURY = 2000 };

bool cj_when_lit(cj_str *s, const char *word)
{
    cj_str w = cj_str_of(word);

    if (!cj_str_starts(*s, w))
        return false;
    *s = cj_str_from(*s, w.n);
    return true;
}

bool cj_when_gap(cj_str *s)
{
    while (s->n && *s->p == ' ')
        *s = cj_str_from(*s, 1);
    return true;
}

static bool figure(cj_str s)
{
    return s.n && *s.p >= '0' && *s.p <= '9';
}

int cj_when_figures(cj_str *s, unsigned least, unsigned most)
{
    cj_str rest = *s;
    int value = 0;
    unsigned n = 0;

    for (; figure(rest) && n <= most; n++) {
        value = value * 10 + (*rest.p - '0');
        rest = cj_str_from(rest, 1);
    }
    if (n < least || n > most)
        return -1;
    *s = rest;
    return value;
}

/* 〇 to 九 at the front; -1: none. */
static int kanji_figure(cj_str *s)
{
    static const char *const list[] = { "〇", "一", "二", "三", "四",
                                        "五", "六", "七", "八", "九" };
    int i;

    for (i = 0; i < 10; i++)
        if (cj_when_lit(s, list[i]))
            return i;
    return -1;
}

int cj_when_number(cj_str *s)
{
    int tens = cj_when_figures(s, 1, 2), ones;

    if (tens >= 0)
        return tens;
    tens = kanji_figure(s);
    if (!cj_when_lit(s, "十"))
        return tens;
    ones = kanji_figure(s);
    return (tens < 0 ? 1 : tens) * 10 + (ones < 0 ? 0 : ones);
}

/* 二〇二五 */
static int kanji_year(cj_str *s)
{
    cj_str rest = *s;
    int year = 0, i, n;

    for (i = 0; i < 4; i++) {
        if ((n = kanji_figure(&rest)) < 0)
            return -1;
        year = year * 10 + n;
    }
    *s = rest;
    return year;
}

/* 令和7, 令和元, R7: the year before the first of the era is added. */
static bool take_era(cj_str *s, cj_when_year *out)
{
    static const struct {
        const char *name;
        int before;
    } eras[] = {
        { "令和", 2018 }, { "平成", 1988 }, { "昭和", 1925 }, { "大正", 1911 },
        { "明治", 1867 }, { "㋿", 2018 },  { "㍻", 1988 },   { "㍼", 1925 },
        { "㍽", 1911 },   { "㍾", 1867 },   { "r", 2018 },    { "h", 1988 },
        { "s", 1925 },
    };
    cj_str rest = *s;
    size_t i;
    int n;

    for (i = 0; i < sizeof eras / sizeof *eras; i++) {
        if (!cj_when_lit(&rest, eras[i].name))
            continue;
        if ((unsigned char)*eras[i].name >= 0x80)
            cj_when_gap(&rest);
        n = cj_when_lit(&rest, "元") ? 1 : cj_when_number(&rest);
        if (n < 1)
            return false;
        *out = (cj_when_year){ .year = eras[i].before + n, .era = true };
        out->short_ = (unsigned char)*eras[i].name < 0x80;
        *s = rest;
        return true;
    }
    return false;
}

/* Behind FY or CY: 25, '25, 2025. */
static int named_year(cj_str *s)
{
    int year;

    cj_when_gap(s);
    cj_when_lit(s, "'");
    year = cj_when_figures(s, 4, 4);
    if (year >= 0)
        return year;
    year = cj_when_figures(s, 2, 2);
    return year < 0 ? -1 : year + CENTURY;
}

static bool bare_year(cj_str *s, cj_when_year *out)
{
    bool apostrophe = cj_when_lit(s, "'");

    out->year = apostrophe ? -1 : cj_when_figures(s, 4, 4);
    if (out->year < 0 && !apostrophe)
        out->year = kanji_year(s);
    if (out->year >= 0)
        return true;
    out->year = cj_when_figures(s, 2, 2);
    out->short_ = !apostrophe;
    if (out->year < 0)
        return false;
    out->year += CENTURY;
    return apostrophe || cj_str_starts(*s, CJ_STR("年"));
}

bool cj_when_take_year(cj_str *s, cj_when_year *out)
{
    cj_str rest = *s, behind;

    memset(out, 0, sizeof *out);
    if (cj_when_lit(&rest, "fy") || cj_when_lit(&rest, "cy")) {
        out->fiscal = *s->p == 'f';
        out->calendar = *s->p == 'c';
        out->year = named_year(&rest);
        if (out->year < 0)
            return false;
    } else if (!take_era(&rest, out) && !bare_year(&rest, out)) {
        return false;
    }
    if (out->year < (out->era ? 1868 : FIRST_YEAR) || out->year > LAST_YEAR)
        return false;
    behind = rest;
    cj_when_gap(&behind);
    if (cj_str_starts(behind, CJ_STR("年")))
        rest = behind;
    if (cj_when_lit(&rest, "年度"))
        out->fiscal = out->word = true;
    else if (cj_when_lit(&rest, "年"))
        out->word = true;
    *s = rest;
    return true;
}

/* ---- parts of a year ------------------------------------------------------------------------- */

/* q3, 3q, 第3四半期, 3四半期, q3 in 第3q; 0: none. */
static int quarter(cj_str *s)
{
    static const char *const ends[] = { "四半期", "クォーター", "クオーター", "qtr", "q" };
    cj_str rest = *s;
    size_t i;
    int n;

    if (cj_when_lit(&rest, "q")) {
        n = cj_when_figures(&rest, 1, 1);
        if (n < 1 || n > 4)
            return 0;
        *s = rest;
        return n;
    }
    cj_when_lit(&rest, "第");
    n = figure(rest) ? cj_when_figures(&rest, 1, 1) : kanji_figure(&rest);
    for (i = 0; n >= 1 && n <= 4 && i < sizeof ends / sizeof *ends; i++)
        if (cj_when_lit(&rest, ends[i])) {
            *s = rest;
            return n;
        }
    return 0;
}

/* h1, 1h, 上期, 下半期; 0: none. */
static int half(cj_str *s)
{
    static const char *const words[][6] = {
        { "h1", "1h", "上半期", "上期", "前期", "前半" },
        { "h2", "2h", "下半期", "下期", "後期", "後半" },
    };
    cj_str rest = *s;
    size_t i;
    int n;

    for (n = 0; n < 2; n++)
        for (i = 0; i < 6; i++)
            if (cj_when_lit(&rest, words[n][i]) && !figure(rest)) {
                *s = rest;
                return n + 1;
            } else {
                rest = *s;
            }
    return 0;
}

static bool set_part(int year, unsigned start, int quarters, int halves, cj_when *out)
{
    int month = (int)start + (quarters ? 3 * (quarters - 1) : 6 * (halves - 1));

    return cj_when_months(out, year, month, quarters ? 3 : 6,
                          quarters ? CJ_GRAIN_QUARTER : CJ_GRAIN_HALF);
}

bool cj_when_part(cj_str *s, const cj_when_year *year, unsigned fiscal_start, cj_when *out)
{
    cj_str rest = *s;
    int quarters, halves;

    cj_when_gap(&rest);
    if (rest.n && strchr("-/._", *rest.p))
        rest = cj_str_from(rest, 1);
    cj_when_gap(&rest);
    quarters = quarter(&rest);
    halves = quarters ? 0 : half(&rest);
    if (!quarters && !halves)
        return false;
    *s = rest;
    return set_part(year->year, year->calendar ? 1 : fiscal_start, quarters, halves, out);
}

bool cj_when_part_first(cj_str *s, unsigned fiscal_start, cj_when *out)
{
    cj_str rest = *s;
    int quarters = quarter(&rest), halves = quarters ? 0 : half(&rest), two;
    cj_when_year year;

    if (!quarters && !halves)
        return false;
    cj_when_gap(&rest);
    if (rest.n && strchr("-/,", *rest.p))
        rest = cj_str_from(rest, 1);
    cj_when_lit(&rest, "of ");
    cj_when_gap(&rest);
    memset(&year, 0, sizeof year);
    two = *s->p == 'q' ? -1 : cj_when_figures(&rest, 2, 2); /* 3Q25; Q325 is no quarter */
    if (two >= 0)
        year.year = two + CENTURY;
    else if (!cj_when_take_year(&rest, &year) || year.era)
        return false;
    if (!set_part(year.year, year.calendar ? 1 : fiscal_start, quarters, halves, out))
        return false;
    *s = rest;
    return true;
}
