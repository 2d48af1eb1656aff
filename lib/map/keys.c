/* keys.c - what items, KPIs and phases are compared by (model 8). */
#include <cj/map.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "map/bullets.h"
#include "map/figure.h"
#include "map/lexicon.h"
#include "map/phase.h"
#include "map/support.h"

/* Without bullet, markers and invisible characters, folded. */
static cj_str plain(cj_arena *arena, cj_str text)
{
    cj_brackets brackets = { NULL, 0, 0 };
    cj_markers markers = { NULL, 0, 0 };
    cj_support support = { { NULL, 0, 0 }, false, false, false, false };
    cj_str s = cj_utf8_trim(cj_utf8_drop_invisible(arena, text));

    if (s.n && cj_bullet(s) < s.n)
        s = cj_str_from(s, cj_bullet(s));
    cj_brackets_find(arena, s, &brackets);
    cj_support_scan(arena, s, &brackets, &support, &markers);
    if (markers.n)
        s = cj_without_markers(arena, s, &markers);
    return cj_utf8_trim(cj_utf8_fold(arena, s));
}

static bool bracket(uint32_t cp)
{
    return cp == '(' || cp == ')' || cp == '[' || cp == ']' || cp == '{' || cp == '}' ||
           (cp >= 0x3008 && cp <= 0x3011) || (cp >= 0x3014 && cp <= 0x301b);
}

static bool full_stop(uint32_t cp)
{
    return cp == '.' || cp == 0x3002 || cp == 0xff61;
}

/* Windows and the standard read some signs of Shift_JIS as others, so copies of one map differ in them: the
 * wave dash, the minus, the em dash and the parallels. NFKC has made ～ a ~ and － a -. */
static uint32_t one_sign(uint32_t cp)
{
    switch (cp) {
    case 0x301c:
        return '~';
    case 0x2212:
        return '-';
    case 0x2015:
        return 0x2014;
    case 0x2225:
        return 0x2016;
    default:
        return cp;
    }
}

/* Spaces and the brackets themselves are no part of what is said. */
static cj_str packed(cj_arena *arena, cj_str s, bool brackets)
{
    cj_buf b;

    while (s.n && full_stop(cj_utf8_last(s)))
        s.n -= cj_utf8_len(cj_utf8_last(s));
    cj_buf_init(&b, arena);
    cj_buf_space(&b, s.n);
    while (s.n) {
        uint32_t cp = cj_utf8_next(&s);

        if (!cj_utf8_space(cp) && !(brackets && bracket(cp)))
            cj_utf8_put(&b, one_sign(cp));
    }
    return cj_buf_str(&b);
}

cj_str cj_item_key(cj_arena *arena, cj_str text)
{
    return packed(arena, plain(arena, text), true);
}

/* ---- KPIs ---------------------------------------------------------------------------------------- */

static bool separator(uint32_t cp)
{
    return cp == ',' || cp == ':' || cp == ';' || cp == '=' || cp == '-' || cp == '/' ||
           cp == '|' || cp == '>' || cp == 0x3001 || cp == 0x2192 || cp == 0x2013 ||
           cp == 0x2014 || cp == 0x30fb || cp == 0x21d2;
}

static cj_str separators_off(cj_str s)
{
    s = cj_utf8_trim(s);
    while (s.n && separator(cj_utf8_last(s))) {
        s.n -= cj_utf8_len(cj_utf8_last(s));
        s = cj_utf8_trim(s);
    }
    return s;
}

/* Bytes of the word for a target in front, with what joins it to its figure; 0: none. */
static size_t target_word(cj_str s)
{
    static const cj_str words[] = {
        CJ_LIT("目標値"),   CJ_LIT("目標"),      CJ_LIT("ターゲット"), CJ_LIT("現状値"),
        CJ_LIT("現状"),     CJ_LIT("基準値"),    CJ_LIT("target"),     CJ_LIT("goal"),
        CJ_LIT("baseline"), CJ_LIT("currently"), CJ_LIT("current")
    };
    static const cj_str joints[] = { CJ_LIT(":"),   CJ_LIT("は"),  CJ_LIT("="),
                                     CJ_LIT("of "), CJ_LIT("is "), CJ_LIT("→"),
                                     CJ_LIT("約"),  CJ_LIT(" ") };
    cj_str rest = s;
    size_t i, w;

    for (w = 0; w < sizeof words / sizeof *words; w++)
        if (cj_str_starts(s, words[w]))
            break;
    if (w == sizeof words / sizeof *words)
        return 0;
    rest = cj_str_from(s, words[w].n);
    for (i = 0; i < sizeof joints / sizeof *joints; i++)
        if (cj_str_starts(rest, joints[i])) {
            rest = cj_str_from(rest, joints[i].n);
            i = (size_t)-1;
        }
    return s.n - rest.n;
}

/* What may begin a target's figure; a word may not: 目標達成率, "target accounts". */
static bool figure_begins(cj_str s)
{
    uint32_t cp = s.n ? cj_utf8_next(&s) : 0;

    return !cp || (cp >= '0' && cp <= '9') || cp == '>' || cp == '<' || cp == '+' ||
           cp == '-' || cp == 0xa5 || cp == '$' || (cp >= 0x2264 && cp <= 0x2267) ||
           cp == ')' || cp == 0x672a; /* 未設定 */
}

/* 完了率 目標80%, "completion rate, target 80%", 完了率(目標: 80%): up to the target. */
static cj_str before_target(cj_str s)
{
    cj_str rest = s;

    while (rest.n) {
        size_t at = s.n - rest.n, n = at ? target_word(rest) : 0;
        uint32_t before = cj_utf8_last(cj_str_cut(s, 0, at));

        if (n && figure_begins(cj_str_from(rest, n)) &&
            !(*rest.p >= 'a' && *rest.p <= 'z' && before >= 'a' && before <= 'z')) {
            s.n = at;
            if (s.n && (before == '(' || before == '[' || before == 0x3010))
                s.n -= cj_utf8_len(before);
            return separators_off(s);
        }
        cj_utf8_next(&rest);
    }
    return s;
}

/* 更新率 95%: its figure goes; that of "connected by day 45" and of 継続率 90日 is part of the name. */
static cj_str without_figure(cj_str s)
{
    cj_str unit, hit, name;
    size_t at = cj_figure_tail(s, &unit);
    bool mark;

    if (at == CJ_NONE || !at)
        return s;
    name = cj_utf8_trim(cj_str_cut(s, 0, at));
    mark = name.n && separator(cj_utf8_last(name));
    name = separators_off(name);
    if (!name.n)
        return s;
    if (mark || cj_str_has(unit, CJ_STR("%")) ||
        (unit.n && cj_lexicon_ends(CJ_LEX_KPI_NOUN, name, &hit) &&
         !cj_str_ends(name, CJ_STR("率"))))
        return name;
    return s;
}

static cj_str without_bracket(cj_arena *arena, cj_str s)
{
    cj_brackets b = { NULL, 0, 0 };
    size_t i;

    cj_brackets_find(arena, s, &b);
    for (i = 0; i < b.n; i++)
        if (b.pair[i].open && b.pair[i].end == s.n && b.pair[i].kind != 0x300c)
            return separators_off(cj_str_cut(s, 0, b.pair[i].open));
    return s;
}

cj_str cj_kpi_key(cj_arena *arena, cj_str text)
{
    cj_str s = separators_off(plain(arena, text)), was;

    s = before_target(s);
    do {
        was = s;
        s = without_bracket(arena, without_figure(s));
    } while (s.n < was.n);
    return packed(arena, s, true);
}

/* ---- phases -------------------------------------------------------------------------------------- */

static int by_key(const cj_map *map, cj_str key)
{
    size_t i;

    for (i = 0; key.n && i < map->n_phases; i++)
        if (cj_str_eq(map->phases[i].key, key))
            return (int)i;
    return -1;
}

static int only(int found, size_t i)
{
    return found == -1 ? (int)i : -2;
}

static int by_id(const cj_map *map, cj_phase_id id)
{
    int found = -1;
    size_t i;

    for (i = 0; id != CJ_PHASE_OTHER && i < map->n_phases; i++)
        if (map->phases[i].id == id)
            found = only(found, i);
    return found;
}

static int by_number(cj_arena *arena, const cj_map *map, unsigned number)
{
    int found = -1;
    size_t i;

    for (i = 0; number && i < map->n_phases; i++)
        if (cj_phase_name_of(arena, map->phases[i].name).number == number)
            found = only(found, i);
    return found;
}

/* 拡大期 for 活用定着・拡大期: in one phase only; single characters say nothing. */
static int by_part(const cj_map *map, cj_str key)
{
    int found = -1;
    size_t i;

    if (cj_utf8_count(key) < (cj_utf8_ascii(key) ? 4 : 2))
        return -1;
    for (i = 0; i < map->n_phases; i++)
        if (cj_str_has(map->phases[i].key, key))
            found = only(found, i);
    return found;
}

int cj_map_phase_named(cj_arena *arena, const cj_map *map, cj_str name)
{
    cj_phase_name p;
    int found;

    name = cj_utf8_trim(name);
    if (!name.n)
        return -1;
    p = cj_phase_name_of(arena, name);
    found = p.nameless ? by_number(arena, map, p.number) : by_key(map, p.key);
    if (found == -1 && !p.nameless) {
        int id = by_id(map, p.id), part = by_part(map, p.key);

        found =
            part == -2 || id == -1 ? part : id; /* 導入 is neither 導入初期 nor 導入後期 */
    }
    if (found < 0)
        found = by_key(map, p.key);
    return found < 0 ? -1 : found;
}
