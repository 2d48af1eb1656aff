/* measurable.c - whether a text says how it is measured (RULES appendix A2).
 * First the numbers that measure nothing are blanked out (dates, versions, "Phase 2" …), then the
 * rest is searched for a quantity. Both steps look at each place once and only forward. */
#include "lint/measurable.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/lexicon.h"

static size_t unit(cj_str s)
{
    cj_str hit;
    size_t n = cj_lexicon_starts(CJ_LEX_UNIT, s, &hit) ? hit.n : 0;

    return n && n < s.n && s.p[n - 1] >= 'a' && s.p[n - 1] <= 'z' && s.p[n] >= 'a' &&
                   s.p[n] <= 'z'
               ? 0
               : n;
}

/* ---- what is no measure --------------------------------------------------------------------- */

/* N月, N月N日, N月末 …: a date. 3月以内 would be a span. */
static size_t month_ja(cj_str s)
{
    static const cj_str span[] = {
        CJ_W("間"), CJ_W("以内"), CJ_W("以上"), CJ_W("未満"), CJ_W("超"), CJ_W("目"),
    };
    unsigned long v;
    size_t n = cj_scan_digits(s, &v), day;

    if (!n || v < 1 || v > 12 || !cj_str_starts(cj_str_from(s, n), CJ_STR("月")))
        return 0;
    n += CJ_STR("月").n;
    if (CJ_SCAN(cj_str_from(s, n), span))
        return 0;
    day = cj_scan_digits(cj_str_from(s, n), &v);
    if (day && cj_str_starts(cj_str_from(s, n + day), CJ_STR("日")))
        n += day + CJ_STR("日").n;
    return n;
}

/* What may follow a year: 年3月, 年度, -03-31, /3, q2; the bytes of it, 0: nothing does. */
static size_t after_year(cj_str s, bool *year)
{
    unsigned long v;
    size_t n = 0, part;

    *year = cj_str_starts(s, CJ_STR("年"));
    if (*year) {
        n = cj_str_starts(s, CJ_STR("年度")) ? CJ_STR("年度").n : CJ_STR("年").n;
        return n + month_ja(cj_str_from(s, n));
    }
    if (s.n > 1 && s.p[0] == 'q')
        return cj_scan_digits(cj_str_from(s, 1), &v) ? 2 : 0;
    while (n + 1 < s.n && (s.p[n] == '-' || s.p[n] == '/' || s.p[n] == '.') &&
           (part = cj_scan_digits(cj_str_from(s, n + 1), &v)) != 0 && part <= 2)
        n += 1 + part;
    return n;
}

/* 2025, 2025年3月末, 2025/06/24, 2025q1, 25年3月, 令和7年: a date; 10年, 2000社: none. */
static size_t date(cj_str s)
{
    static const cj_str eras[] = { CJ_W("令和"), CJ_W("平成"), CJ_W("昭和") };
    size_t era = CJ_SCAN(s, eras), n, more;
    unsigned long v;
    cj_str rest;
    bool year;

    n = cj_scan_digits(cj_str_from(s, era), &v);
    rest = cj_str_from(s, era + n);
    if (!n || n > 4)
        return 0;
    more = after_year(rest, &year);
    if (era)
        return year ? era + n + more : 0;
    if (n == 4 && v >= 1900 && v < 2100)
        return more || !unit(cj_str_from(rest, cj_scan_blanks(rest))) ? n + more : 0;
    return n == 2 && year && more > CJ_STR("年").n ? n + more : 0;
}

/* q3, 1q, fy25, fy2025q2 */
static size_t quarter(cj_str s)
{
    unsigned long v;
    size_t n = 0, digits;

    if (cj_str_starts(s, CJ_STR("fy"))) {
        digits = cj_scan_digits(cj_str_from(s, 2), &v);
        if (!digits)
            return 0;
        n = 2 + digits;
        return n + quarter(cj_str_from(s, n));
    }
    if (s.n > 1 && s.p[0] == 'q' && s.p[1] >= '1' && s.p[1] <= '4')
        return 2;
    return s.n > 1 && s.p[1] == 'q' && s.p[0] >= '1' && s.p[0] <= '4' ? 2 : 0;
}

/* フェーズ1, phase 2, 第3, v2.1, office 365, no. 4 */
static size_t numbered_name(cj_str s)
{
    static const cj_str names[] = {
        CJ_W("フェーズ"),   CJ_W("ステップ"),  CJ_W("ステージ"), CJ_W("第"),
        CJ_W("バージョン"), CJ_W("phase"),     CJ_W("stage"),    CJ_W("step"),
        CJ_W("version"),    CJ_W("ver"),       CJ_W("v"),        CJ_W("no"),
        CJ_W("office"),     CJ_W("microsoft"), CJ_W("m"),        CJ_W("dynamics"),
    };
    size_t i, best = 0;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = names[i].n, number;

        if (!cj_str_starts(s, names[i]))
            continue;
        while (n < s.n &&
               (s.p[n] == ' ' || s.p[n] == '.' || s.p[n] == ':' || s.p[n] == '-'))
            n++;
        number = cj_scan_number(cj_str_from(s, n));
        best = number && n + number > best ? n + number : best;
    }
    return best;
}

static size_t ordinal_end(cj_str s)
{
    static const cj_str ends[] = { CJ_W("st"), CJ_W("nd"), CJ_W("rd"), CJ_W("th") };

    return CJ_SCAN(s, ends);
}

/* march 31, 31 march, 1st of april, july 2026 */
static size_t date_en(cj_str s)
{
    size_t n = cj_scan_month(s), more, at;
    unsigned long v;

    if (n) {
        at = n + cj_scan_blanks(cj_str_from(s, n));
        more = cj_scan_digits(cj_str_from(s, at), &v);
        return more ? at + more + ordinal_end(cj_str_from(s, at + more)) : 0;
    }
    n = cj_scan_digits(s, &v);
    if (!n || v > 31)
        return 0;
    n += ordinal_end(cj_str_from(s, n));
    n += cj_scan_blanks(cj_str_from(s, n));
    if (cj_str_starts(cj_str_from(s, n), CJ_STR("of ")))
        n += 3;
    more = cj_scan_month(cj_str_from(s, n));
    return more ? n + more : 0;
}

/* n=54 */
static size_t sample(cj_str s)
{
    size_t at = 1, n;
    unsigned long v;

    if (!s.n || s.p[0] != 'n')
        return 0;
    at += cj_scan_blanks(cj_str_from(s, at));
    if (at >= s.n || s.p[at] != '=')
        return 0;
    at += 1 + cj_scan_blanks(cj_str_from(s, at + 1));
    n = cj_scan_digits(cj_str_from(s, at), &v);
    return n ? at + n : 0;
}

/* Bytes at `at` that hold no measure, 0: perhaps they do. */
static size_t no_measure(cj_str s, size_t at)
{
    cj_str rest = cj_str_from(s, at);
    size_t n;

    if (cj_scan_inside(s, at))
        return 0;
    if ((unsigned char)*rest.p >= 0x80)
        return (n = cj_scan_list(CJ_LEX_NO_QUANTITY, rest)) || (n = date(rest))
                   ? n
                   : numbered_name(rest);
    if (*rest.p >= '0' && *rest.p <= '9')
        return (n = cj_scan_list(CJ_LEX_NO_QUANTITY, rest)) || (n = date_en(rest)) ||
                       (n = date(rest)) || (n = month_ja(rest))
                   ? n
                   : quarter(rest);
    return (n = date_en(rest)) || (n = quarter(rest)) || (n = numbered_name(rest))
               ? n
               : sample(rest);
}

static cj_str quantities_only(cj_arena *arena, cj_str s)
{
    size_t at = 0, n;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (at < s.n) {
        n = cj_scan_inside(s, at)
                ? 0
                : cj_scan_list(CJ_LEX_CLOSED_QUANTITY, cj_str_from(s, at));
        if (n) {
            cj_buf_add(&b, cj_str_cut(s, at, n)); /* 週に一度: the 一度 in it counts */
            at += n;
            continue;
        }
        n = no_measure(s, at);
        if (n) {
            cj_buf_byte(&b, '\n'); /* parts what stood on either side */
            at += n;
        } else {
            cj_buf_byte(&b, s.p[at++]);
        }
    }
    return cj_buf_str(&b);
}

/* ---- what is one ---------------------------------------------------------------------------- */

/* "invoices", "champions": what is counted stands in the plural; not "process", "status". */
static bool plural(cj_str word)
{
    static const cj_str no[] = { CJ_LIT("ss"), CJ_LIT("us"), CJ_LIT("is") };
    size_t i;

    for (i = 0; i < sizeof no / sizeof *no; i++)
        if (cj_str_ends(word, no[i]))
            return false;
    return word.n > 3 && word.p[word.n - 1] == 's';
}

/* Up to one word and then a plural: "100 open invoices". */
static bool plural_near(cj_str s)
{
    unsigned words;

    for (words = 0; words < 2 && cj_scan_blanks(s); words++) {
        s = cj_str_from(s, cj_scan_blanks(s));
        if (plural(cj_str_cut(s, 0, cj_scan_word(s))))
            return true;
        s = cj_str_from(s, cj_scan_word(s));
    }
    return false;
}

/* "level 2", "day 30": the number is a name there, what follows it is not counted. */
static bool named(cj_str s, size_t at)
{
    static const cj_str names[] = {
        CJ_LIT("level "), CJ_LIT("tier "),  CJ_LIT("day "),     CJ_LIT("week "),
        CJ_LIT("month "), CJ_LIT("year "),  CJ_LIT("quarter "), CJ_LIT("wave "),
        CJ_LIT("gate "),  CJ_LIT("group "), CJ_LIT("sprint "),  CJ_LIT("release "),
        CJ_LIT("plan "),  CJ_LIT("iso "),   CJ_LIT("soc "),     CJ_LIT("priority "),
    };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (cj_str_ends(cj_str_cut(s, 0, at), names[i]))
            return true;
    return false;
}

/* Up to two words and then a unit: "core features", "bank feeds" has none. */
static bool unit_near(cj_str s)
{
    unsigned words;

    if (s.n && *s.p == '-') /* 30-day */
        s = cj_str_from(s, 1);
    for (words = 0; words < 3; words++) {
        s = cj_str_from(s, cj_scan_blanks(s));
        if (unit(s))
            return true;
        if (!cj_scan_word(s))
            return false;
        s = cj_str_from(s, cj_scan_word(s));
        if (!cj_scan_blanks(s))
            return false;
    }
    return false;
}

/* 営業所以上, 工場未満: a noun of kanji or katakana and a bound; the noun may be anybody's own. */
static bool noun_bounded(cj_str s)
{
    static const cj_str bounds[] = { CJ_W("以上"), CJ_W("以下"), CJ_W("未満"), CJ_W("超") };
    unsigned n;

    for (n = 0; s.n && n <= 8; n++) {
        cj_script script;

        if (n && CJ_SCAN(s, bounds))
            return true;
        script = cj_utf8_script(cj_utf8_next(&s));
        if (script != CJ_SCRIPT_HAN && script != CJ_SCRIPT_KATAKANA)
            return false;
    }
    return false;
}

/* What makes the number before `s` a quantity. */
static bool counts(cj_str s)
{
    static const cj_str bounds[] = {
        CJ_W("%"),         CJ_W("割"),      CJ_W("パーセント"), CJ_W("以上"),
        CJ_W("以下"),      CJ_W("未満"),    CJ_W("超"),         CJ_W("以内"),
        CJ_W("倍"),        CJ_W("or more"), CJ_W("or fewer"),   CJ_W("or less"),
        CJ_W("or higher"), CJ_W("out of"),
    };
    static const cj_str about[] = { CJ_W("+"), CJ_W("数"), CJ_W("余"), CJ_W("強"),
                                    CJ_W("弱") };

    s = cj_str_from(s, CJ_SCAN(s, about));
    s = cj_str_from(s, cj_scan_blanks(s));
    return CJ_SCAN(s, bounds) || unit_near(s) || noun_bounded(s);
}

/* 3, three, one, a (before a unit): the bytes. */
static size_t a_number(cj_str s)
{
    static const cj_str one[] = { CJ_W("one"), CJ_W("a"), CJ_W("an") };
    size_t n = cj_scan_number(s);

    n = n ? n : cj_scan_spelt(s);
    if (n)
        return n;
    n = CJ_SCAN(s, one);
    return n && unit(cj_str_from(s, n + cj_scan_blanks(cj_str_from(s, n)))) ? n : 0;
}

/* ≥ 3, at least 3, under $5, within two … */
static bool compares(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("at least"),
        CJ_W("at most"),
        CJ_W("more than"),
        CJ_W("less than"),
        CJ_W("fewer than"),
        CJ_W("no more than"),
        CJ_W("no less than"),
        CJ_W("up to"),
        CJ_W("within"),
        CJ_W("under"),
        CJ_W("over"),
        CJ_W("above"),
        CJ_W("below"),
        CJ_W("<="),
        CJ_W(">="),
        CJ_W("<"),
        CJ_W(">"),
        CJ_W("≥"),
        CJ_W("≤"),
        CJ_W("≧"),
        CJ_W("≦"),
    };
    static const cj_str money[] = { CJ_W("$"), CJ_W("¥"), CJ_W("€"), CJ_W("£") };
    size_t n = CJ_SCAN(s, words);

    if (n) {
        s = cj_str_from(s, n);
        s = cj_str_from(s, cj_scan_blanks(s));
        s = cj_str_from(s, CJ_SCAN(s, money));
        return a_number(s) || cj_str_starts(s, CJ_STR("one "));
    }
    n = CJ_SCAN(s, money);
    return n && cj_scan_number(cj_str_from(s, n));
}

/* The longest name at the front; a figure may stand right behind it: csat4.5. */
static size_t named_figure(cj_str s, const cj_str *names, size_t n)
{
    size_t i, best = 0;

    for (i = 0; i < n; i++)
        if (names[i].n > best && cj_str_starts(s, names[i]) &&
            !cj_scan_word(cj_str_from(s, names[i].n)))
            best = names[i].n;
    return best;
}

/* nps 40, 目標は80: a metric and a number within six characters. */
static bool metric(cj_str s)
{
    static const cj_str names[] = {
        CJ_W("nps"),    CJ_W("csat"),   CJ_W("mau"),   CJ_W("ltv"),
        CJ_W("mrr"),    CJ_W("nrr"),    CJ_W("ttv"),   CJ_W("roi"),
        CJ_W("ces"),    CJ_W("スコア"), CJ_W("score"), CJ_W("目標"),
        CJ_W("target"), CJ_W("満足度"), CJ_W("率"),    CJ_W("rate"),
    };
    size_t n = named_figure(s, names, sizeof names / sizeof *names), left;

    if (!n)
        return false;
    for (left = 0, s = cj_str_from(s, n); s.n && left <= 6 && *s.p != '\n';
         s = cj_str_from(s, 1)) {
        if (*s.p >= '0' && *s.p <= '9')
            return true;
        left += ((unsigned char)*s.p & 0xc0) != 0x80;
    }
    return false;
}

/* All of several things, which anybody can check: all reports, all of the core workflows. */
static bool all_of(cj_str s)
{
    static const cj_str words[] = { CJ_W("all"), CJ_W("all the"), CJ_W("all of the"),
                                    CJ_W("all our"), CJ_W("all their") };
    size_t n = CJ_SCAN(s, words);

    return n && plural_near(cj_str_from(s, n));
}

static bool measures(cj_str s, size_t at)
{
    static const cj_str after_kanji[] = { CJ_W("割"), CJ_W("以上"), CJ_W("倍") };
    cj_str rest = cj_str_from(s, at);
    size_t n;

    if (cj_scan_inside(s, at))
        return false;
    if ((n = cj_scan_kanji(rest)) != 0)
        return unit(cj_str_from(rest, n)) || CJ_SCAN(cj_str_from(rest, n), after_kanji);
    n = cj_scan_number(rest);
    n = n ? n : cj_scan_spelt(rest);
    if (n && plural_near(cj_str_from(rest, n)) && !named(s, at))
        return true;
    n = n || !cj_str_starts(rest, CJ_STR("one ")) ? n : 3;
    return (n && counts(cj_str_from(rest, n))) || compares(rest) ||
           cj_scan_list(CJ_LEX_CLOSED_QUANTITY, rest) || all_of(rest) || metric(rest);
}

bool cj_measurable(cj_arena *arena, cj_str said)
{
    cj_str s = quantities_only(arena, cj_said_claim(arena, said));
    size_t at;

    for (at = 0; at < s.n; at++)
        if (measures(s, at))
            return true;
    return false;
}
