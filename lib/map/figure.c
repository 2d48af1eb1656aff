/* figure.c - numbers as people write them in a table: 80%, 1,200円, ▲5, 14日以内. */
#include "map/figure.h"
#include "map/items.h"
#include "map/lexicon.h"
#include "base/number.h"
#include "base/utf8.h"

enum { LONGEST = 60, DIGITS = 40 };

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool take(cj_str *s, const cj_str *words, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_starts(*s, words[i])) {
            *s = cj_str_trim(cj_str_from(*s, words[i].n));
            return true;
        }
    return false;
}
#define TAKE(s, words) take((s), (words), sizeof(words) / sizeof *(words))

/* 1,200.5 at the front, commas only between threes; its value. */
static bool number(cj_str *s, double *value)
{
    char plain[DIGITS];
    size_t i = 0, n = 0, group = 0;
    bool commas = false, point = false;

    for (; i < s->n && n + 1 < DIGITS; i++) {
        if (digit(s->p[i])) {
            plain[n++] = s->p[i];
            group++;
        } else if (s->p[i] == ',' && !point && n && i + 1 < s->n && digit(s->p[i + 1])) {
            if (commas ? group != 3 : group > 3)
                return false;
            commas = true;
            group = 0;
        } else if (s->p[i] == '.' && !point && i + 1 < s->n && digit(s->p[i + 1])) {
            point = true;
            plain[n++] = '.';
            if (commas && group != 3)
                return false;
        } else {
            break;
        }
    }
    if (!n || (commas && !point && group != 3) ||
        !cj_number_parse((cj_str){ plain, n }, value))
        return false;
    *s = cj_str_from(*s, i);
    return true;
}

static const cj_str bounds_before[] = {
    CJ_LIT("≥"),        CJ_LIT("≧"),       CJ_LIT("≤"),     CJ_LIT("≦"),
    CJ_LIT(">="),       CJ_LIT("<="),      CJ_LIT(">"),     CJ_LIT("<"),
    CJ_LIT("at least"), CJ_LIT("at most"), CJ_LIT("under"), CJ_LIT("over"),
    CJ_LIT("within"),   CJ_LIT("up to"),
};
static const cj_str bounds_behind[] = {
    CJ_LIT("以上"), CJ_LIT("以下"),    CJ_LIT("以内"),    CJ_LIT("未満"), CJ_LIT("超"),
    CJ_LIT("以降"), CJ_LIT("or more"), CJ_LIT("or less"), CJ_LIT("+"),
};

/* Units that a table may have, and that would be no measure in a sentence. */
static size_t short_unit(cj_str s)
{
    static const cj_str units[] = { CJ_LIT("h"),   CJ_LIT("hr"),  CJ_LIT("hrs"),
                                    CJ_LIT("min"), CJ_LIT("sec"), CJ_LIT("s"),
                                    CJ_LIT("d"),   CJ_LIT("pp"),  CJ_LIT("jpy"),
                                    CJ_LIT("eur"), CJ_LIT("yen") };
    size_t i, n;

    for (n = 0; n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z'; n++)
        ;
    for (i = 0; i < sizeof units / sizeof *units; i++)
        if (cj_str_eq(cj_str_cut(s, 0, n), units[i]))
            return n;
    return 0;
}

/* Units one behind another, parted by "/" and "per": 件/月, 円/社, %ポイント. */
static bool unit_of(cj_str s, cj_str *unit)
{
    static const cj_str joints[] = { CJ_LIT("/"), CJ_LIT("per "), CJ_LIT("あたり") };
    cj_str rest = s, hit;
    size_t n = 0;

    TAKE(&rest, joints); /* 20/month */
    while (rest.n) {
        size_t len = cj_lexicon_starts(CJ_LEX_UNIT, rest, &hit) ? hit.n : short_unit(rest);

        if (!len)
            break;
        rest = cj_str_from(rest, len);
        n = s.n - rest.n;
        rest = cj_str_trim(rest);
        TAKE(&rest, joints);
    }
    *unit = cj_str_cut(s, 0, n);
    rest = cj_str_trim(cj_str_from(s, n));
    TAKE(&rest, bounds_behind);
    return !rest.n;
}

bool cj_figure_read(cj_str folded, double *value, cj_str *unit)
{
    static const cj_str minus[] = { CJ_LIT("-"), CJ_LIT("−"), CJ_LIT("△"), CJ_LIT("▲"),
                                    CJ_LIT("–") };
    static const cj_str plus[] = { CJ_LIT("+"), CJ_LIT("±") };
    static const cj_str money[] = { CJ_LIT("¥"), CJ_LIT("$"), CJ_LIT("€"), CJ_LIT("£") };
    cj_str rest = cj_str_trim(folded), sign;
    bool below, priced;

    *unit = CJ_STR("");
    if (!rest.n || rest.n > LONGEST)
        return false;
    TAKE(&rest, bounds_before);
    sign = rest;
    priced = TAKE(&rest, money);
    below = TAKE(&rest, minus);
    if (!below)
        TAKE(&rest, plus);
    if (!priced && cj_str_trim(rest).n) {
        sign = rest;
        priced = TAKE(&rest, money);
    }
    if (!number(&rest, value) || !unit_of(cj_str_trim(rest), unit))
        return false;
    *value = below ? -*value : *value;
    if (priced && !unit->n)
        *unit = cj_str_cut(sign, 0,
                           *sign.p == '$'                     ? 1
                           : cj_str_starts(sign, CJ_STR("€")) ? 3
                                                              : 2);
    return true;
}

size_t cj_figure_tail(cj_str folded, cj_str *unit)
{
    size_t at = folded.n > LONGEST ? folded.n - LONGEST : 0;
    double value;

    for (; at < folded.n; at++)
        if (((unsigned char)folded.p[at] & 0xc0) != 0x80 &&
            (!at || !digit(folded.p[at - 1])) &&
            !cj_utf8_space((unsigned char)folded.p[at]) &&
            cj_figure_read(cj_str_from(folded, at), &value, unit))
            return at;
    return CJ_NONE;
}

cj_figure cj_figure_of(cj_arena *arena, cj_str text)
{
    cj_figure f = { .there = text.n && !cj_placeholder(arena, text) };

    if (f.there && text.n <= LONGEST * 3)
        f.number = cj_figure_read(cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text)),
                                  &f.value, &f.unit);
    return f;
}
