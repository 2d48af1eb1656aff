/* timing.c - whether a text says when something is done (RULES appendix A3).
 * Each place of the folded text is offered to a few small recognisers; the first that knows it
 * decides. Word lists lean to the generous side: a missed hint is cheaper than a false alarm. */
#include "lint/timing.h"
#include "lint/scan.h"
#include "lint/timing_parts.h"
#include "map/lexicon.h"

/* 2025-11, 2025/11/30, 11/30 */
static bool date(cj_str s)
{
    unsigned long a, b;
    size_t n = cj_scan_digits(s, &a), m;
    char sep = n < s.n ? s.p[n] : ' ';

    if (!n || (sep != '-' && sep != '/'))
        return false;
    m = cj_scan_digits(cj_str_from(s, n + 1), &b);
    if (n == 4 && a >= 1990 && a < 2100)
        return m && b >= 1 && b <= 12;
    return sep == '/' && n <= 2 && m && m <= 2 && a >= 1 && a <= 12 && b >= 1 && b <= 31;
}

/* q3, 1q, 2025q3, fy25, fy25q2 */
static bool quarter(cj_str s)
{
    unsigned long v;
    size_t n = cj_scan_digits(s, &v);
    bool fiscal = cj_str_starts(s, CJ_STR("fy"));

    if (fiscal && cj_scan_digits(cj_str_from(s, 2), &v))
        return true;
    if (n + 1 < s.n && s.p[n] == 'q' && s.p[n + 1] >= '1' && s.p[n + 1] <= '4')
        return n == 0 || n == 2 || n == 4;
    return n == 1 && v >= 1 && v <= 4 && s.n > 1 && s.p[1] == 'q';
}

/* d+7, t-90, day 2, week 3, month +1 */
static bool label(cj_str s)
{
    static const cj_str names[] = { CJ_W("day"),     CJ_W("week"), CJ_W("month"),
                                    CJ_W("quarter"), CJ_W("days"), CJ_W("weeks"),
                                    CJ_W("months"),  CJ_W("d"),    CJ_W("t"),
                                    CJ_W("w"),       CJ_W("m"),    CJ_W("wk"),
                                    CJ_W("wks") };
    size_t n, i;

    if (quarter(s))
        return true;
    for (i = 0; i < sizeof names / sizeof *names; i++) {
        bool whole = names[i].n > 1;
        cj_str rest;

        if (!cj_str_starts(s, names[i]))
            continue;
        rest = cj_str_from(s, names[i].n);
        n = whole ? cj_scan_blanks(rest) : 0;
        rest = cj_str_from(rest, n);
        if (rest.n && (*rest.p == '+' || *rest.p == '-'))
            rest = cj_str_from(rest, 1);
        else if (!whole)
            continue;
        if (cj_scan_number(cj_scan_past(rest, 0)))
            return true;
    }
    return false;
}

/* 話が出たらすぐ渡す, drops below 60; the list looks forward only, and もたらす begins before it. */
static bool trigger(cj_str s, size_t at)
{
    return cj_scan_list(CJ_LEX_TIMING_TRIGGER, cj_str_from(s, at)) &&
           !(cj_str_starts(cj_str_from(s, at), CJ_STR("たら")) &&
             cj_str_ends(cj_str_cut(s, 0, at), CJ_STR("も")));
}

static bool begins(cj_str s, size_t at)
{
    cj_str rest = cj_str_from(s, at);

    if (cj_scan_list(CJ_LEX_TIMING_WORD, rest) || trigger(s, at) ||
        cj_timing_numbered_ja(rest) || cj_timing_ja(rest))
        return true;
    return (unsigned char)*rest.p < 0x80 &&
           (date(rest) || label(rest) || cj_timing_en(s, at));
}

bool cj_timing(cj_str s)
{
    size_t at;

    for (at = 0; at < s.n; at++)
        if (!cj_scan_inside(s, at) && begins(s, at))
            return true;
    return false;
}

bool cj_timing_weak(cj_str said)
{
    cj_str hit;

    return cj_lexicon_find(CJ_LEX_WEAK_TIMING, said, &hit);
}

/* A number with a unit of time, not as often as that: 週1回 has none. */
static bool lasts(cj_str s)
{
    size_t n = cj_timing_number(s);

    if (!n)
        return false;
    s = cj_scan_past(s, n);
    if (cj_str_starts(s, CJ_STR("月")) || cj_timing_unit_ja(s))
        return true;
    if (s.n && *s.p == '-')
        s = cj_str_from(s, 1);
    return cj_timing_unit_en(s) != 0;
}

bool cj_duration(cj_str s)
{
    size_t at;

    for (at = 0; at < s.n; at++) {
        cj_str rest = cj_str_from(s, at);

        if (cj_scan_inside(s, at))
            continue;
        if (lasts(rest) || label(rest))
            return true;
    }
    return false;
}
