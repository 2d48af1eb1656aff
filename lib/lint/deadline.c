/* deadline.c - whether a text says by when: 3月末までに, by 31 March. */
#include "lint/timing.h"
#include "lint/scan.h"

/* 3月31日, 3月末, 12月 */
static size_t month_ja(cj_str s)
{
    static const cj_str parts[] = { CJ_W("末"),   CJ_W("末日"), CJ_W("初"), CJ_W("上旬"),
                                    CJ_W("中旬"), CJ_W("下旬"), CJ_W("中") };
    unsigned long v;
    size_t n = cj_scan_digits(s, &v), day;

    if (!n || v < 1 || v > 12 || !cj_str_starts(cj_str_from(s, n), CJ_STR("月")))
        return 0;
    n += CJ_STR("月").n;
    day = cj_scan_digits(cj_str_from(s, n), &v);
    if (day && cj_str_starts(cj_str_from(s, n + day), CJ_STR("日")))
        return n + day + CJ_STR("日").n;
    return n + CJ_SCAN(cj_str_from(s, n), parts);
}

/* 11/30, 2026-03-31, 2026/3 */
static size_t figures(cj_str s)
{
    unsigned long v;
    size_t n = cj_scan_digits(s, &v), part, parts = 0;

    while (n && n + 1 < s.n && (s.p[n] == '/' || s.p[n] == '-') &&
           (part = cj_scan_digits(cj_str_from(s, n + 1), &v)) != 0) {
        n += 1 + part;
        parts++;
    }
    return parts ? n : 0;
}

static size_t calendar_ja(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("月末"), CJ_W("期末"),     CJ_W("年度末"),     CJ_W("年末"), CJ_W("週末"),
        CJ_W("年内"), CJ_W("年度内"),   CJ_W("四半期末"),   CJ_W("当月"), CJ_W("当日"),
        CJ_W("翌日"), CJ_W("翌営業日"), CJ_W("契約満了日"), CJ_W("期限"), CJ_W("更新日"),
    };
    size_t n = month_ja(s);

    n = n ? n : figures(s);
    return n ? n : CJ_SCAN(s, words);
}

/* 3月31日（火）まで, 月末迄 */
static bool until_ja(cj_str s)
{
    static const cj_str ends[] = { CJ_W("まで"), CJ_W("迄") };
    size_t n = calendar_ja(s), weekday;

    if (!n)
        return false;
    s = cj_str_from(s, n);
    if (s.n && *s.p == '(') {
        weekday = cj_str_find(s, CJ_STR(")"));
        s = weekday == CJ_NONE || weekday > 8 ? s : cj_str_from(s, weekday + 1);
    }
    return CJ_SCAN(s, ends);
}

/* march 31, 31st of march, q3, 2026-03-31, day 30, month-end, the end of the trial */
static bool date_en(cj_str s)
{
    static const cj_str parts[] = {
        CJ_W("the"), CJ_W("end of"),   CJ_W("end of the"),     CJ_W("the end of"),
        CJ_W("mid"), CJ_W("mid-"),     CJ_W("early"),          CJ_W("late"),
        CJ_W("eom"), CJ_W("start of"), CJ_W("the end of the"),
    };
    static const cj_str words[] = {
        CJ_W("day"),         CJ_W("week"),     CJ_W("month"),       CJ_W("quarter"),
        CJ_W("quarter-end"), CJ_W("year"),     CJ_W("year-end"),    CJ_W("month-end"),
        CJ_W("trial"),       CJ_W("contract"), CJ_W("fiscal year"), CJ_W("eom"),
        CJ_W("eoq"),         CJ_W("eoy"),      CJ_W("q1"),          CJ_W("q2"),
        CJ_W("q3"),          CJ_W("q4"),
    };
    static const cj_str ordinals[] = { CJ_W("st of"), CJ_W("nd of"), CJ_W("rd of"),
                                       CJ_W("th of"), CJ_W("st"),    CJ_W("nd"),
                                       CJ_W("rd"),    CJ_W("th") };
    unsigned long v;
    size_t n;

    s = cj_scan_past(s, CJ_SCAN(s, parts));
    if (cj_scan_month(s) || CJ_SCAN(s, words) || figures(s))
        return true;
    n = cj_scan_digits(s, &v);
    s = cj_scan_past(s, n + CJ_SCAN(cj_str_from(s, n), ordinals));
    return n && v <= 31 && cj_scan_month(s);
}

static bool by_en(cj_str s)
{
    static const cj_str leads[] = { CJ_W("by"), CJ_W("before"), CJ_W("no later than") };
    size_t n = CJ_SCAN(s, leads);

    return n && date_en(cj_scan_past(s, n));
}

bool cj_deadline(cj_str s)
{
    size_t at;

    for (at = 0; at < s.n; at++)
        if (!cj_scan_inside(s, at) &&
            (until_ja(cj_str_from(s, at)) || by_en(cj_str_from(s, at))))
            return true;
    return false;
}
