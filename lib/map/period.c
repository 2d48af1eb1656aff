/* period.c - what a phase's period says in days after the contract. */
#include "map/period.h"
#include "base/number.h"
#include "base/utf8.h"
#include <string.h>

enum { LONGEST = 120, DIGITS = 12, MOST_DAYS = 36500 };

/* One end of a period: 120日, 6か月目, "day 45", 契約直後. */
typedef struct point {
    bool there; /* a number, or an event that is day 0 */
    double n;
    int days;     /* of its unit; 0: none was written */
    bool ordinal; /* the third month, not three months */
    bool before;  /* 90日前 */
    bool late;    /* counted from the end: 更新の90日前 */
    bool plus;    /* 90+ */
    bool event;   /* 契約直後: no number */
} point;

typedef struct said {
    bool ranged; /* both ends may be told */
    point from, to;
    bool open_from, open_to; /* 〜90日, 90日〜 */
    bool one;                /* 1年目: from and to are the same */
} said;

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* ---- words ----------------------------------------------------------------------------------------- */

static bool has_any(cj_str s, const char *const *words)
{
    for (; *words; words++)
        if (cj_str_has(s, cj_str_of(*words)))
            return true;
    return false;
}

static size_t starts_any(cj_str s, const char *const *words)
{
    for (; *words; words++)
        if (cj_str_starts(s, cj_str_of(*words)))
            return strlen(*words);
    return 0;
}

static const char *const late_words[] = { "更新",   "満了",         "終了",    "期限",
                                          "解約",   "期末",         "renewal", "expir",
                                          "end of", "contract end", "churn",   "term",
                                          NULL };
static const char *const start_words[] = { "契約直後", "契約日",    "契約時",   "契約締結",
                                           "契約開始", "契約",      "受注",     "申込",
                                           "申し込み", "利用開始",  "導入開始", "開始",
                                           "直後",     "signature", "signing",  "contract",
                                           "kickoff",  "kick-off",  "purchase", "start",
                                           "go-live",  "sign-up",   "signup",   NULL };
static const char *const before_words[] = {
    "契約前",          "受注前",           "購入前",
    "導入前",          "申込前",           "契約まで",
    "before contract", "before signature", "before the contract",
    "before purchase", "before signing",   "pre-contract",
    "until contract",  "until signature",  NULL
};

/* Days of the unit in front of s, and its bytes. */
static size_t unit_ja(cj_str s, int *days)
{
    static const struct {
        const char *word;
        int days;
    } units[] = {
        { "営業日", -1 }, { "日", 1 },    { "週間", 7 },  { "週", 7 },    { "か月", 30 },
        { "ヶ月", 30 },   { "カ月", 30 }, { "ヵ月", 30 }, { "ケ月", 30 }, { "箇月", 30 },
        { "ヵ月", 30 },   { "ヶ月", 30 }, { "個月", 30 }, { "月", 30 },   { "年", 365 },
        { "天", 1 },      { "个月", 30 }, { "개월", 30 }, { "일", 1 },    { "주", 7 },
    };
    size_t i;

    for (i = 0; i < sizeof units / sizeof *units; i++)
        if (cj_str_starts(s, cj_str_of(units[i].word))) {
            *days = units[i].days;
            return strlen(units[i].word);
        }
    return 0;
}

static size_t unit_en(cj_str s, int *days)
{
    static const struct {
        const char *word;
        int days;
    } units[] = {
        { "business days", -1 },
        { "business day", -1 },
        { "working days", -1 },
        { "days", 1 },
        { "day", 1 },
        { "d", 1 },
        { "weeks", 7 },
        { "week", 7 },
        { "wks", 7 },
        { "wk", 7 },
        { "w", 7 },
        { "months", 30 },
        { "month", 30 },
        { "mos", 30 },
        { "mo", 30 },
        { "m", 30 },
        { "years", 365 },
        { "year", 365 },
        { "yrs", 365 },
        { "yr", 365 },
        { "y", 365 },
    };
    size_t i, n;

    for (i = 0; i < sizeof units / sizeof *units; i++) {
        n = strlen(units[i].word);
        if (cj_str_starts(s, cj_str_of(units[i].word)) && (s.n == n || !letter(s.p[n]))) {
            *days = units[i].days;
            return n;
        }
    }
    return 0;
}

/* ---- one end ----------------------------------------------------------------------------------------- */

/* 30, 1.5, 三 at the front; its bytes. */
static size_t number(cj_str s, double *value)
{
    static const char *const kanji[] = { "一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "十" };
    size_t n = 0, i;

    while (n < s.n && n < DIGITS &&
           (digit(s.p[n]) || (s.p[n] == '.' && n && n + 1 < s.n && digit(s.p[n + 1]))))
        n++;
    if (n)
        return cj_number_parse(cj_str_cut(s, 0, n), value) ? n : 0;
    for (i = 0; i < 10; i++)
        if (cj_str_starts(s, cj_str_of(kanji[i]))) {
            *value = (double)(i + 1);
            return strlen(kanji[i]);
        }
    return 0;
}

/* day 45, D+45, 第2週: the unit stands in front of the number that begins at `at`. */
static bool unit_in_front(cj_str s, size_t at, int *days)
{
    size_t end = at, from;
    int unit;

    while (end && (s.p[end - 1] == ' ' || s.p[end - 1] == '+' || s.p[end - 1] == '#'))
        end--;
    for (from = end; from && letter(s.p[from - 1]);)
        from--;
    if (from == end || unit_en(cj_str_cut(s, from, end - from), &unit) != end - from)
        return false;
    *days = unit;
    return true;
}

static void behind(cj_str rest, point *p)
{
    static const char *const ordinals[] = { "目", "st", "nd", "rd", "th", "차", NULL };
    static const char *const befores[] = { "前", "before", "prior", NULL };
    size_t n;

    n = starts_any(rest, ordinals);
    p->ordinal = p->ordinal || n;
    rest = cj_str_trim(cj_str_from(rest, n));
    if (cj_str_starts(rest, CJ_STR("半"))) {
        p->n += 0.5;
        rest = cj_str_from(rest, CJ_STR("半").n);
    }
    p->before = starts_any(rest, befores) != 0;
}

/* 2nd month: the unit behind an English ordinal. */
static size_t ordinal_off(cj_str *rest)
{
    static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
    size_t n = starts_any(*rest, ordinals);

    *rest = cj_str_trim(cj_str_from(*rest, n));
    return n;
}

static cj_str plus_off(cj_str rest, point *p)
{
    if (!cj_str_starts(rest, CJ_STR("+")))
        return rest;
    p->plus = true;
    return cj_str_trim(cj_str_from(rest, 1));
}

static bool numbered(cj_str s, point *p)
{
    cj_str rest, after;
    size_t at, n = 0;

    for (at = 0; at < s.n; at++)
        if (((unsigned char)s.p[at] & 0xc0) != 0x80 &&
            (n = number(cj_str_from(s, at), &p->n)) != 0)
            break;
    if (!n)
        return false;
    p->there = true;
    p->ordinal = unit_in_front(s, at, &p->days);
    if (at >= 3 && cj_str_ends(cj_str_cut(s, 0, at), CJ_STR("第")))
        p->ordinal = true;
    rest = plus_off(cj_str_trim(cj_str_from(s, at + n)), p);
    if (!p->days) {
        after = rest;
        if (ordinal_off(&after))
            p->ordinal = true;
        n = unit_ja(after, &p->days);
        if (!n)
            n = unit_en(after, &p->days);
        rest = cj_str_trim(cj_str_from(after, n));
    }
    behind(plus_off(rest, p), p);
    return true;
}

/* 半年, 初月, 契約直後: numbers told in words. */
static bool worded(cj_str s, point *p)
{
    static const struct {
        const char *word;
        double n;
        int days;
        bool ordinal;
    } words[] = {
        { "半年", 6, 30, false },        { "半月", 15, 1, false },
        { "初月", 1, 30, true },         { "初年度", 1, 365, true },
        { "初週", 1, 7, true },          { "初日", 1, 1, true },
        { "first month", 1, 30, true },  { "first week", 1, 7, true },
        { "first year", 1, 365, true },  { "first quarter", 3, 30, false },
        { "half a year", 6, 30, false },
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(s, cj_str_of(words[i].word))) {
            p->there = true;
            p->n = words[i].n;
            p->days = words[i].days;
            p->ordinal = words[i].ordinal;
            return true;
        }
    return false;
}

static point read_point(cj_str s)
{
    point p;

    memset(&p, 0, sizeof p);
    s = cj_str_trim(s);
    p.late = has_any(s, late_words);
    if (worded(s, &p) || numbered(s, &p))
        return p;
    if (!p.late && has_any(s, start_words)) {
        p.there = p.event = true;
        p.days = 1;
    }
    return p;
}

/* ---- the whole --------------------------------------------------------------------------------------- */

/* The last word of s may end a range: 30, 30日, d45. */
static bool may_end(cj_str s)
{
    size_t from = s.n;

    while (from && letter(s.p[from - 1]))
        from--;
    return (unsigned char)s.p[s.n - 1] >= 0x80 || (from && digit(s.p[from - 1]));
}

static bool may_begin(cj_str s)
{
    static const char *const units[] = { "day", "week", "month", "year", NULL };

    return digit(*s.p) || (letter(*s.p) && s.n > 1 && digit(s.p[1])) ||
           starts_any(s, units);
}

/* A dash is a range only between figures or units: not in follow-up, go-live, T-90. */
static bool dash_parts(cj_str s, size_t at, size_t n)
{
    cj_str left = cj_str_trim(cj_str_cut(s, 0, at));
    cj_str right = cj_str_trim(cj_str_from(s, at + n));

    if (!right.n || !left.n)
        return right.n && digit(*right.p) && n > 1; /* –90 */
    if (s.p[at - 1] == ' ' && s.p[at + n] == ' ')
        return true;
    return may_end(left) && may_begin(right);
}

/* Where the two ends part: the bytes of the mark, 0: nowhere. */
static size_t parting(cj_str s, size_t *at)
{
    static const char *const sure[] = { "〜",        "~",       "から", "→", " to ",
                                        " through ", " until ", "..",   NULL };
    static const char *const dashes[] = { "-", "–", "—", "−", "ー", "‐", NULL };
    size_t n;

    for (*at = 0; *at < s.n; ++*at) {
        cj_str rest = cj_str_from(s, *at);

        n = starts_any(rest, sure);
        if (n)
            return n;
        n = starts_any(rest, dashes);
        if (n && dash_parts(s, *at, n))
            return n;
    }
    return 0;
}

static bool read_range(cj_str s, said *out)
{
    size_t at, n = parting(s, &at);

    if (!n)
        return false;
    out->ranged = true;
    out->from = read_point(cj_str_cut(s, 0, at));
    out->to = read_point(cj_str_from(s, at + n));
    if (out->from.there && !out->from.days && !out->from.late) {
        out->from.days = out->to.days;
        out->from.ordinal = out->to.ordinal;
    } else if (out->to.there && !out->to.days) {
        out->to.days = out->from.days;
        out->to.ordinal = out->from.ordinal;
    }
    out->open_from = !out->from.there;
    out->open_to = !out->to.there;
    return true;
}

static bool read_single(cj_str s, said *out)
{
    static const char *const tos[] = { "以内",   "まで",  "迄",    "未満",       "最初の",
                                       "within", "up to", "until", "by ",        "first ",
                                       "<",      "≤",     "under", "before day", NULL };
    static const char *const froms[] = {
        "以降",     "以後",      "以上",        "超",          "経過後",
        "onward",   "after day", "after month", "after week",  "after year",
        "from ",    ">",         "≥",           "beyond",      "and later",
        "or later", "直後",      "right after", "immediately", NULL
    };
    point p = read_point(s);
    bool to = has_any(s, tos), from = has_any(s, froms);

    if (!p.there || !p.days || p.late)
        return false;
    from = from || p.plus;
    if (p.event && !from)
        return false; /* 契約 alone is no period */
    out->from = out->to = p;
    out->open_from = to && !from;
    out->open_to = from && !to;
    out->one = !to && !from && p.ordinal;
    return to != from || out->one;
}

static bool read_said(cj_arena *arena, cj_str text, said *out)
{
    cj_str s;
    cj_when when;

    memset(out, 0, sizeof *out);
    if (!text.n || text.n > LONGEST * 2 || cj_when_find(text, 1, &when))
        return false;
    s = cj_utf8_trim(cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text)));
    if (read_range(s, out))
        return out->from.there || out->to.there;
    return read_single(s, out);
}

static long days_of(double n, int days)
{
    double d = days < 0 ? n * 7 / 5 : n * days;

    return d > MOST_DAYS ? MOST_DAYS : (long)(d + 0.5);
}

static bool usable(const point *p)
{
    return p->there && p->days && !p->late;
}

/* With `elapsed` the third month begins after three, not after two. */
static void fill(const said *s, bool elapsed, cj_period *out)
{
    memset(out, 0, sizeof *out);
    if (!s->open_from && usable(&s->from)) {
        const point *p = &s->from;
        long unit = days_of(1, p->days);

        out->has_from = true;
        out->from = days_of(p->n, p->days);
        if (!elapsed && p->n >= 1 && unit > 1 &&
            (p->ordinal || (s->ranged && !s->open_to && s->to.days == p->days)))
            out->from += 1 - unit;
        if (p->before)
            out->from = -out->from;
    }
    if (!s->open_to && usable(&s->to)) {
        out->has_to = true;
        out->to = days_of(s->to.n, s->to.days);
        if (s->to.before)
            out->to = -out->to;
    }
    if (out->has_from && out->has_to && out->from > out->to)
        memset(out, 0, sizeof *out);
}

/* 契約前: it ends the day before the contract. */
static bool before_contract(cj_arena *arena, cj_str text, cj_period *out)
{
    cj_str s;
    size_t i;

    if (text.n > LONGEST)
        return false;
    s = cj_utf8_fold(arena, text);
    for (i = 0; i < s.n; i++)
        if (digit(s.p[i]))
            return false;
    if (!has_any(s, before_words))
        return false;
    *out = (cj_period){ .has_to = true, .to = -1 };
    return true;
}

/* ---- all phases ---------------------------------------------------------------------------------------- */

static bool meets(const said *a, const said *b)
{
    return a->ranged && b->ranged && a->to.there && b->from.there &&
           a->to.days == b->from.days && a->to.n >= b->from.n && a->to.n <= b->from.n;
}

void cj_periods_read(cj_arena *arena, cj_phase *phases, size_t n)
{
    said *s = CJ_NEW_N(arena, said, n + 1);
    bool *read = CJ_NEW_N(arena, bool, n + 1);
    size_t i;

    for (i = 0; i < n; i++)
        read[i] = read_said(arena, phases[i].period_text, &s[i]);
    for (i = 0; i < n; i++) {
        bool elapsed = read[i] && s[i].ranged &&
                       (s[i].from.n <= 0 || (i && read[i - 1] && meets(&s[i - 1], &s[i])) ||
                        (i + 1 < n && read[i + 1] && meets(&s[i], &s[i + 1])));

        memset(&phases[i].period, 0, sizeof phases[i].period);
        if (!before_contract(arena, phases[i].period_text, &phases[i].period) && read[i])
            fill(&s[i], elapsed, &phases[i].period);
    }
}
