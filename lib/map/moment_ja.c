/* moment_ja.c - Japanese words that say when: 契約後3営業日以内に, 毎月第2水曜に, 11月末までに. */
#include "map/moment.h"
#include "map/lexicon.h"
#include "base/utf8.h"

static size_t any(cj_str s, const cj_str *words, size_t n)
{
    size_t best = 0, i;

    for (i = 0; i < n; i++)
        if (words[i].n > best && cj_str_starts(s, words[i]))
            best = words[i].n;
    return best;
}
#define ANY(s, words) any((s), (words), sizeof(words) / sizeof *(words))

static size_t gap(cj_str s)
{
    return s.n && *s.p == ' ';
}

/* に, までに … behind a time. */
static size_t particle(cj_str s)
{
    static const cj_str words[] = { CJ_LIT("までには"), CJ_LIT("までに"), CJ_LIT("まで"),
                                    CJ_LIT("迄に"),     CJ_LIT("迄"),     CJ_LIT("には"),
                                    CJ_LIT("に"),       CJ_LIT("から"),   CJ_LIT("で"),
                                    CJ_LIT("頃に"),     CJ_LIT("頃"),     CJ_LIT("ごろに"),
                                    CJ_LIT("ごろ"),     CJ_LIT("中に") };
    static const cj_str others[] = { CJ_LIT("にくい"), CJ_LIT("でき"), CJ_LIT("では"),
                                     CJ_LIT("中にあ") };

    return ANY(s, others) ? 0 : ANY(s, words);
}

static size_t unit(cj_str s)
{
    static const cj_str units[] = {
        CJ_LIT("営業日"), CJ_LIT("日間"), CJ_LIT("日"),   CJ_LIT("週間"),
        CJ_LIT("週"),     CJ_LIT("か月"), CJ_LIT("ヶ月"), CJ_LIT("ケ月"),
        CJ_LIT("カ月"),   CJ_LIT("ヵ月"), CJ_LIT("箇月"), CJ_LIT("ヵ月"),
        CJ_LIT("年"),     CJ_LIT("時間"), CJ_LIT("分"),   CJ_LIT("四半期"),
    };

    return ANY(s, units);
}

/* 以内, 目以降, 前 …: where the time stands; more than one may. */
static size_t relations(cj_str s)
{
    static const cj_str words[] = { CJ_LIT("以内"), CJ_LIT("以降"), CJ_LIT("直後"),
                                    CJ_LIT("直前"), CJ_LIT("後"),   CJ_LIT("前"),
                                    CJ_LIT("目"),   CJ_LIT("ごと"), CJ_LIT("毎"),
                                    CJ_LIT("おき"), CJ_LIT("経過"), CJ_LIT("時点"),
                                    CJ_LIT("より") };
    static const cj_str others[] = { CJ_LIT("前向"), CJ_LIT("前提"), CJ_LIT("後押"),
                                     CJ_LIT("前回"), CJ_LIT("目標"), CJ_LIT("目的"),
                                     CJ_LIT("目安") };
    size_t at = 0, n;

    while (!ANY(cj_str_from(s, at), others) && (n = ANY(cj_str_from(s, at), words)) != 0)
        at += n;
    return at;
}

/* 3営業日以内に, 7日目, 31日に, 3か月ごとに */
static size_t numbered(cj_str s)
{
    size_t n = cj_moment_number(s), u, r, p;

    if (!n)
        return 0;
    n += gap(cj_str_from(s, n));
    u = unit(cj_str_from(s, n));
    if (!u)
        return 0;
    n += u + gap(cj_str_from(s, n + u));
    r = relations(cj_str_from(s, n));
    p = particle(cj_str_from(s, n + r));
    if (!r && (!p || cj_str_starts(cj_str_from(s, n), CJ_STR("で")) ||
               cj_str_starts(cj_str_from(s, n), CJ_STR("から"))))
        return 0;
    return n + r + p;
}

/* ---- dates -------------------------------------------------------------------------------------- */

static size_t day_part(cj_str s)
{
    static const cj_str parts[] = { CJ_LIT("末日"), CJ_LIT("末"),   CJ_LIT("上旬"),
                                    CJ_LIT("中旬"), CJ_LIT("下旬"), CJ_LIT("初旬"),
                                    CJ_LIT("初め"), CJ_LIT("中") };
    size_t n = cj_moment_number(s);

    if (n && cj_str_starts(cj_str_from(s, n), CJ_STR("日")))
        return n + CJ_STR("日").n;
    return ANY(s, parts);
}

/* 2025年11月末までに, 11月30日に, 2025/11/30まで, 11/30まで */
static size_t date(cj_str s)
{
    size_t n = cj_moment_number(s), at, more, p;
    bool month = false;

    if (!n)
        return 0;
    at = n;
    if (cj_str_starts(cj_str_from(s, at), CJ_STR("年")) &&
        (more = cj_moment_number(cj_str_from(s, at + 3))) != 0)
        at += 3 + more;
    if (cj_str_starts(cj_str_from(s, at), CJ_STR("月"))) {
        month = true;
        at += 3;
        at += day_part(cj_str_from(s, at));
    } else {
        while (at < s.n && (s.p[at] == '/' || s.p[at] == '-') &&
               (more = cj_moment_number(cj_str_from(s, at + 1))) != 0)
            at += 1 + more;
        if (at == n)
            return 0;
    }
    p = particle(cj_str_from(s, at));
    return p || month ? at + p : 0;
}

/* ---- how often ------------------------------------------------------------------------------------ */

static size_t weekday(cj_str s)
{
    static const cj_str days[] = { CJ_LIT("月曜"), CJ_LIT("火曜"), CJ_LIT("水曜"),
                                   CJ_LIT("木曜"), CJ_LIT("金曜"), CJ_LIT("土曜"),
                                   CJ_LIT("日曜") };
    size_t n = ANY(s, days);

    return n && cj_str_starts(cj_str_from(s, n), CJ_STR("日")) ? n + 3 : n;
}

/* 第2水曜, 第2・第4水曜日, 1日, 10時30分, 1回, ごと: what may follow 毎月. */
static size_t detail(cj_str s)
{
    static const cj_str marks[] = { CJ_LIT("第"),   CJ_LIT("・"),   CJ_LIT("・第"),
                                    CJ_LIT("、第"), CJ_LIT("と第"), CJ_LIT("の"),
                                    CJ_LIT(" ") };
    static const cj_str counts[] = { CJ_LIT("日"), CJ_LIT("時"), CJ_LIT("分"),
                                     CJ_LIT("回"), CJ_LIT("週"), CJ_LIT("営業日") };
    size_t at = ANY(s, marks), n;
    cj_str hit;

    if (weekday(cj_str_from(s, at)))
        return at + weekday(cj_str_from(s, at));
    n = cj_moment_number(cj_str_from(s, at));
    if (n) {
        size_t c = ANY(cj_str_from(s, at + n), counts);

        if (c)
            return at + n + c;
        c = at + n;
        if (ANY(cj_str_from(s, c), marks) || weekday(cj_str_from(s, c)))
            return c; /* 第2・第4 … */
        return 0;
    }
    n = relations(cj_str_from(s, at));
    if (!n && cj_lexicon_starts(CJ_LEX_TIMING_WORD, cj_str_from(s, at), &hit))
        n = hit.n;
    return n ? at + n : 0;
}

/* 毎月第2水曜に, 四半期ごとに, 月末までに */
static size_t repeated(cj_str s)
{
    cj_str hit;
    size_t at, n;

    if ((unsigned char)*s.p < 0x80 || !cj_lexicon_starts(CJ_LEX_TIMING_WORD, s, &hit) ||
        hit.p != s.p)
        return 0;
    at = hit.n;
    if (weekday(s) > at)
        at = weekday(s);
    while ((n = detail(cj_str_from(s, at))) != 0)
        at += n;
    return at + particle(cj_str_from(s, at));
}

/* 週1回, 月に2回, 年4回のペースで */
static size_t per(cj_str s)
{
    static const cj_str spans[] = { CJ_LIT("週"), CJ_LIT("月"), CJ_LIT("年"), CJ_LIT("日"),
                                    CJ_LIT("四半期") };
    static const cj_str times[] = { CJ_LIT("回"), CJ_LIT("度") };
    static const cj_str pace[] = { CJ_LIT("のペースで"), CJ_LIT("ペースで"),
                                   CJ_LIT("程度") };
    size_t at = ANY(s, spans), n;

    if (!at)
        return 0;
    if (cj_str_starts(cj_str_from(s, at), CJ_STR("に")))
        at += 3;
    n = cj_moment_number(cj_str_from(s, at));
    if (!n || !ANY(cj_str_from(s, at + n), times))
        return 0;
    at += n + 3;
    return at + ANY(cj_str_from(s, at), pace);
}

/* ---- before and after something -------------------------------------------------------------------- */

static size_t event_relation(cj_str s)
{
    static const cj_str words[] = { CJ_LIT("直後"),   CJ_LIT("直前"),     CJ_LIT("後"),
                                    CJ_LIT("前"),     CJ_LIT("時"),       CJ_LIT("当日"),
                                    CJ_LIT("翌日"),   CJ_LIT("翌営業日"), CJ_LIT("翌週"),
                                    CJ_LIT("前日"),   CJ_LIT("前週"),     CJ_LIT("以降"),
                                    CJ_LIT("と同時"), CJ_LIT("まで"),     CJ_LIT("のたび"),
                                    CJ_LIT("の度"),   CJ_LIT("ごと") };
    static const cj_str others[] = { CJ_LIT("時間"), CJ_LIT("時期"), CJ_LIT("前提"),
                                     CJ_LIT("前向"), CJ_LIT("前回"), CJ_LIT("後任"),
                                     CJ_LIT("後半"), CJ_LIT("前半"), CJ_LIT("後押"),
                                     CJ_LIT("前任"), CJ_LIT("時刻") };

    if (ANY(s, others))
        return 0;
    return cj_str_starts(s, CJ_STR("まで")) ? particle(s) : ANY(s, words);
}

/* 契約後3営業日以内に, 更新期限の90日前に, 初回ログイン直後に: an event and, soon, where. */
static size_t event(cj_str s)
{
    cj_str hit, rest;
    size_t at, n;
    unsigned far;

    if (!cj_lexicon_starts(CJ_LEX_TIMING_EVENT, s, &hit) || hit.p != s.p)
        return 0;
    at = hit.n;
    for (far = 0; far <= 8 && at < s.n; far++) {
        rest = cj_str_from(s, at);
        n = numbered(rest);
        if (n)
            return at + n;
        n = event_relation(rest);
        if (n) {
            at += n;
            if (cj_str_starts(cj_str_from(s, at), CJ_STR("の")))
                at += numbered(cj_str_from(s, at + 3)) ? 3 : 0;
            at += gap(cj_str_from(s, at)) && numbered(cj_str_from(s, at + 1)) ? 1 : 0;
            n = numbered(cj_str_from(s, at));
            return n ? at + n : at + particle(cj_str_from(s, at));
        }
        if (*rest.p == '\n' || cj_str_starts(rest, CJ_STR("、")) ||
            cj_str_starts(rest, CJ_STR("。")) || cj_str_starts(rest, CJ_STR("を")) ||
            cj_str_starts(rest, CJ_STR("が")))
            return 0;
        cj_utf8_next(&rest);
        at = s.n - rest.n;
    }
    return 0;
}

size_t cj_moment_ja(cj_str s)
{
    size_t n = event(s);

    if (!n)
        n = date(s);
    if (!n)
        n = numbered(s);
    if (!n)
        n = repeated(s);
    return n ? n : per(s);
}
