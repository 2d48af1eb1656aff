/* phase.c - the header of a phase: decoration off, period out of its brackets. */
#include "map/phase.h"
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

enum { MAX_NAME = 300 };

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

/* A number with a Latin unit: "30 days", "m3", "d0", "week 2", "3 mo". */
static bool latin_unit(cj_str s)
{
    static const char *const units[] = {
        "day",   "days",    "week",     "weeks",   "wk",       "wks",
        "month", "months",  "mo",       "mos",     "year",     "years",
        "yr",    "quarter", "quarters", "hour",    "hours",    "min",
        "mins",  "minutes", "d",        "w",       "m",        "q",
        "y",     "tage",    "tag",      "wochen",  "monate",   "jours",
        "mois",  "dias",    "meses",    "semanas", "semaines", "t",
    };
    size_t i, from, u;

    for (i = 0; i < s.n;) {
        if (!letter(s.p[i])) {
            i++;
            continue;
        }
        for (from = i; i < s.n && letter(s.p[i]);)
            i++;
        for (u = 0; u < sizeof units / sizeof *units; u++)
            if (cj_str_eq(cj_str_cut(s, from, i - from), cj_str_of(units[u])))
                return true;
    }
    return false;
}

bool cj_phase_period_like(cj_arena *arena, cj_str text)
{
    static const char *const units[] = { "日",   "週",   "月",   "年",    "四半期", "時間",
                                         "分間", "周",   "天",   "일",    "주",     "월",
                                         "개월", "дней", "день", "недел", "месяц" };
    cj_str s = cj_utf8_fold(arena, text);
    size_t i;

    if (!s.n || s.n > 90)
        return false;
    for (i = 0; i < s.n && !digit(s.p[i]); i++)
        ;
    if (i == s.n)
        return false;
    for (i = 0; i < sizeof units / sizeof *units; i++)
        if (cj_str_has(s, cj_str_of(units[i])))
            return true;
    return latin_unit(s);
}

static uint32_t closing(uint32_t cp)
{
    return cp == '('      ? ')'
           : cp == '['    ? ']'
           : cp == 0xff08 ? 0xff09
           : cp == 0x3010 ? 0x3011
                          : 0;
}

/* Takes the first bracket that holds a period out of *name. */
static void period_from_brackets(cj_arena *arena, cj_str *name, cj_str *period)
{
    cj_str rest = *name;

    while (rest.n) {
        size_t open = name->n - rest.n, in = 0, end = 0;
        uint32_t close = closing(cj_utf8_next(&rest));
        cj_str inner = rest;

        if (!close)
            continue;
        in = name->n - rest.n;
        while (inner.n) {
            end = name->n - inner.n;
            if (cj_utf8_next(&inner) == close)
                break;
            end = 0;
        }
        if (!end || !cj_phase_period_like(arena, cj_str_cut(*name, in, end - in)))
            continue;
        *period = cj_utf8_trim(cj_str_cut(*name, in, end - in));
        *name = cj_str_fmt(arena, CJ_FMT " " CJ_FMT, CJ_ARG(cj_str_cut(*name, 0, open)),
                           CJ_ARG(inner));
        return;
    }
}

/* Lines after the first that are a period: "導入期\n契約後0〜30日". */
static void period_from_lines(cj_arena *arena, cj_str *name, cj_str *period)
{
    cj_str rest = *name, line;
    unsigned at = 0;
    cj_buf b;

    if (!cj_str_has(*name, CJ_STR("\n")))
        return;
    cj_buf_init(&b, arena);
    while (cj_str_split(&rest, '\n', &line)) {
        line = cj_utf8_trim(line);
        if (at++ && !period->n && cj_phase_period_like(arena, line)) {
            *period = line;
            continue;
        }
        if (b.n)
            cj_buf_byte(&b, ' ');
        cj_buf_add(&b, line);
    }
    *name = cj_buf_str(&b);
}

/* The longest counting word in front, in any language; its bytes. */
static size_t counting_word(cj_str s)
{
    static const char *const list[] = {
        "customer journey stage",
        "journey stage",
        "journey phase",
        "lifecycle stage",
        "phase",
        "stage",
        "step",
        "フェーズ",
        "フェイズ",
        "ステージ",
        "ステップ",
        "段階",
        "第",
        "阶段",
        "階段",
        "단계",
        "этап",
        "стадия",
        "фаза",
        "étape",
        "etapa",
        "fase",
        "schritt",
        "stufe",
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++)
        if (cj_str_starts(s, cj_str_of(list[i])))
            return strlen(list[i]);
    return 0;
}

/* Digits or a Roman numeral at the front; *n is its value. */
static size_t numeral(cj_str s, unsigned *n)
{
    static const char *const roman[] = { "viii", "vii", "iii", "vi", "iv",
                                         "ix",   "ii",  "v",   "i" };
    static const unsigned char value[] = { 8, 7, 3, 6, 4, 9, 2, 5, 1 };
    size_t i = 0;

    for (*n = 0; i < s.n && i < 3 && digit(s.p[i]); i++)
        *n = *n * 10 + (unsigned)(s.p[i] - '0');
    if (i)
        return i < s.n && digit(s.p[i]) ? 0 : i;
    for (i = 0; i < sizeof value; i++) {
        size_t len = strlen(roman[i]);

        if (cj_str_starts(s, cj_str_of(roman[i])) && (s.n == len || !letter(s.p[len]))) {
            *n = value[i];
            return len;
        }
    }
    return 0;
}

static size_t spaces(cj_str s)
{
    cj_str rest = cj_utf8_trim(s);

    return rest.n ? (size_t)(rest.p - s.p) : s.n;
}

/* What stands between the number and the name. `loose`: a space or nothing will do. */
static size_t joint(cj_str s, bool loose)
{
    static const char *const marks[] = { ":", ".", ")", "-",  "–",  "—", "、",
                                         "|", "/", "_", "：", "」", ">" };
    size_t at = spaces(s), i;
    bool hit = false;

    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!cj_str_starts(cj_str_from(s, at), cj_str_of(marks[i])))
            continue;
        hit = true;
        at += strlen(marks[i]);
        at += spaces(cj_str_from(s, at));
        i = (size_t)-1;
    }
    return hit || loose || at == s.n ? at : CJ_NONE;
}

/* A counting word behind the number: 第3段階, 1단계. */
static size_t counted(cj_str s, bool word_in_front)
{
    static const char *const after[] = { "段階", "フェーズ", "ステージ", "阶段",
                                         "階段", "단계",     "期" };
    size_t n = sizeof after / sizeof *after - !word_in_front, i;

    for (i = 0; i < n; i++)
        if (cj_str_starts(s, cj_str_of(after[i])))
            return strlen(after[i]);
    return 0;
}

/* "フェーズ1:", "stage 2 -", "第3段階", "1. ", "(2)", "3_": taken off *s (folded text). */
static unsigned numbering_off(cj_str *s)
{
    size_t word = counting_word(*s), at = word, open, len, next;
    unsigned n;

    at += spaces(cj_str_from(*s, at));
    open = cj_str_starts(cj_str_from(*s, at), CJ_STR("(")) ||
           cj_str_starts(cj_str_from(*s, at), CJ_STR("#"));
    at += open;
    len = numeral(cj_str_from(*s, at), &n);
    if (!len || (!word && !digit(s->p[at]) &&
                 !cj_str_starts(cj_str_from(*s, at + len), CJ_STR("."))))
        return 0;
    at += len;
    len = counted(cj_str_from(*s, at), word > 0);
    at += len;
    word += len;
    next = joint(cj_str_from(*s, at), word > 0);
    if (next == CJ_NONE && s->p[at] == ' ' && n < 20)
        next = 1;
    if (next == CJ_NONE || (!word && !next && at < s->n))
        return 0;
    *s = cj_str_from(*s, at + next);
    return n;
}

static cj_str circled_off(cj_str s, unsigned *number)
{
    cj_str rest = cj_utf8_trim(s);
    uint32_t cp = rest.n ? cj_utf8_next(&rest) : 0;

    if (cp >= 0x2460 && cp <= 0x2473)
        *number = cp - 0x2460 + 1;
    else if (cp >= 0x2776 && cp <= 0x277f)
        *number = cp - 0x2776 + 1;
    else if (cp >= 0x2780 && cp <= 0x2789)
        *number = cp - 0x2780 + 1;
    else
        return s;
    return rest;
}

/* "【フェーズ1】導入期" -> "フェーズ1:導入期": a bracket in front opens, a colon replaces its end. */
static cj_str bracket_off(cj_arena *arena, cj_str s)
{
    cj_str rest = s, inner;
    uint32_t close = closing(cj_utf8_next(&rest));

    if (!close)
        return s;
    for (inner = rest; rest.n;) {
        size_t at = inner.n - rest.n;

        if (cj_utf8_next(&rest) == close)
            return cj_str_fmt(arena, CJ_FMT ":" CJ_FMT, CJ_ARG(cj_str_cut(inner, 0, at)),
                              CJ_ARG(rest));
    }
    return s;
}

/* Bullets, arrows and icons in front; a number is still needed. */
static cj_str marks_off(cj_str s)
{
    cj_str rest;

    for (;;) {
        rest = s = cj_utf8_trim(s);
        if (!s.n || !cj_label_mark(cj_utf8_next(&rest)) || !rest.n)
            return s;
        s = rest;
    }
}

static cj_str bare_name(cj_arena *arena, cj_str name, unsigned *number)
{
    cj_str s = marks_off(circled_off(name, number));
    unsigned n;

    s = marks_off(cj_utf8_fold(arena, s));
    if (s.n)
        s = bracket_off(arena, s);
    n = numbering_off(&s);
    *number = n ? n : *number;
    return cj_utf8_trim(s);
}

cj_phase_name cj_phase_name_of(cj_arena *arena, cj_str text)
{
    cj_phase_name p = { .id = CJ_PHASE_OTHER };
    cj_str name = cj_utf8_trim(text), bare;

    p.key = cj_label_key(arena, name);
    if (name.n > MAX_NAME)
        return p;
    name = cj_utf8_drop_invisible(arena, name);
    period_from_lines(arena, &name, &p.period);
    if (!p.period.n)
        period_from_brackets(arena, &name, &p.period);
    bare = bare_name(arena, name, &p.number);
    p.nameless = p.number && !bare.n;
    if (!bare.n)
        return p;
    p.key = cj_label_key(arena, bare);
    p.id = cj_phase_id_of(arena, bare, p.key, &p.plain);
    return p;
}
