/* measures.c - the KPIs of the grid beside the records of the KPI section. */
#include "lint/measures.h"
#include "lint/engine.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/utf8.h"
#include "map/figure.h"
#include <stdlib.h>

#define SAME_NAME 50u /* records of one name among which one's own phase is looked for */

/* ---- names ------------------------------------------------------------------------------------ */

typedef struct named {
    cj_str key;
    unsigned record;
} named;

static int by_name(const void *x, const void *y)
{
    const named *a = x, *b = y;
    int c = cj_str_cmp(a->key, b->key);

    return c ? c : a->record < b->record ? -1 : a->record > b->record;
}

static void sort_records(cj_lint *l, cj_measures *m)
{
    size_t n = l->map->n_kpis, i;
    named *list = CJ_NEW_N(l->arena, named, n + 1);

    for (i = 0; i < n; i++)
        list[i] = (named){ l->map->kpis[i].key, (unsigned)i };
    qsort(list, n, sizeof *list, by_name);
    m->order = CJ_NEW_N(l->arena, unsigned, n + 1);
    for (i = 0; i < n; i++)
        m->order[i] = list[i].record;
    m->on_map = CJ_NEW_N(l->arena, bool, n + 1);
}

/* The first place in the order whose name is not less. */
static size_t place(const cj_lint *l, const cj_measures *m, cj_str key)
{
    size_t lo = 0, hi = l->map->n_kpis;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (cj_str_cmp(l->map->kpis[m->order[mid]].key, key) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static const cj_kpi *record_of(const cj_lint *l, cj_measures *m, const cj_measure *one)
{
    const cj_kpi *kpis = l->map->kpis, *first = NULL;
    size_t at = place(l, m, one->key), i;

    for (i = at; one->key.n && i < l->map->n_kpis && i < at + SAME_NAME; i++) {
        const cj_kpi *k = &kpis[m->order[i]];

        if (!cj_str_eq(k->key, one->key))
            break;
        first = first ? first : k;
        if (k->phase == (int)one->cell->phase)
            return k;
    }
    return first;
}

/* Every record whose name a KPI of the grid has; the records of one name stand together. */
static void mark_records(const cj_lint *l, cj_measures *m)
{
    size_t i;

    for (i = 0; i < m->n; i++)
        if (m->measure[i].record)
            m->on_map[m->order[place(l, m, m->measure[i].key)]] = true;
    for (i = 1; i < l->map->n_kpis; i++)
        if (cj_str_eq(l->map->kpis[m->order[i]].key, l->map->kpis[m->order[i - 1]].key))
            m->on_map[m->order[i]] = m->on_map[m->order[i - 1]];
}

/* ---- the KPIs of the grid ---------------------------------------------------------------------- */

/* 先行指標：, 【定量】: a line over the KPIs under it. */
static bool heads(cj_str said)
{
    return cj_str_ends(said, CJ_STR(":")) ||
           (cj_str_starts(said, CJ_STR("【")) && cj_str_ends(said, CJ_STR("】"))) ||
           (cj_str_starts(said, CJ_STR("<")) && cj_str_ends(said, CJ_STR(">"))) ||
           (cj_str_starts(said, CJ_STR("[")) && cj_str_ends(said, CJ_STR("]")));
}

/* 80%以上, at most 10 per month: what is wanted of the KPI in front, not one of its own. */
static bool only_figure(cj_str said)
{
    static const cj_str bounds[] = {
        CJ_W("at least"),  CJ_W("at most"),   CJ_W("up to"),     CJ_W("under"),
        CJ_W("over"),      CJ_W("below"),     CJ_W("above"),     CJ_W("within"),
        CJ_W("more than"), CJ_W("less than"), CJ_W("fewer than")
    };
    cj_str unit, s = cj_utf8_trim(said);
    size_t n = CJ_SCAN(s, bounds);
    double value;

    return cj_figure_read(s, &value, &unit) || (n && cj_scan_number(cj_scan_past(s, n)));
}

static void read_cell(cj_lint *l, cj_measures *m, const cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_items; i++) {
        const cj_item *item = &c->items[i];
        cj_str text = item->bare.n ? item->bare : item->text;
        cj_measure one = { .cell = c, .item = item, .said = cj_said(l->arena, text) };

        if (!one.said.n || heads(one.said))
            continue;
        if (m->n && m->measure[m->n - 1].cell == c && only_figure(one.said)) {
            m->measure[m->n - 1].figure = true;
            continue;
        }
        one.key = cj_kpi_key(l->arena, text);
        one.record = record_of(l, m, &one);
        CJ_ROOM(l->arena, m->measure, m->n, m->cap);
        m->measure[m->n++] = one;
    }
}

const cj_measures *cj_lint_measures(cj_lint *l)
{
    const cj_map *map = l->map;
    size_t e, p;

    if (l->measures)
        return l->measures;
    l->measures = CJ_NEW(l->arena, cj_measures);
    sort_records(l, l->measures);
    for (e = 0; e < map->n_elements; e++)
        for (p = 0; map->elements[e].elem == CJ_KPI && p < map->n_phases; p++)
            read_cell(l, l->measures, &map->elements[e].cells[p]);
    mark_records(l, l->measures);
    return l->measures;
}

/* ---- targets ----------------------------------------------------------------------------------- */

/* 目標は約80: a number within a few characters of the word. */
static bool aimed(cj_str s)
{
    static const cj_str words[] = { CJ_W("目標"),   CJ_W("ターゲット"), CJ_W("ゴール"),
                                    CJ_W("target"), CJ_W("goal"),       CJ_W("目安"),
                                    CJ_W("基準") };
    size_t n = CJ_SCAN(s, words);
    unsigned left;

    if (!n)
        return false;
    for (left = 0, s = cj_str_from(s, n); s.n && left < 12; left++)
        if (cj_scan_number(s) || cj_scan_kanji(s) || cj_utf8_next(&s) == '\n')
            return s.n && *s.p != '\n';
    return false;
}

/* 80%, 8割, ≥ 3, at least 3: no name of a figure has them. */
static bool compared(cj_str s)
{
    static const cj_str bounds[] = { CJ_W("≥"),        CJ_W("≧"),       CJ_W("≤"),
                                     CJ_W("≦"),        CJ_W(">="),      CJ_W("<="),
                                     CJ_W(">"),        CJ_W("<"),       CJ_W("="),
                                     CJ_W("at least"), CJ_W("at most"), CJ_W(":") };
    static const cj_str rates[] = { CJ_W("%"), CJ_W("割"), CJ_W("パーセント"),
                                    CJ_W("percent") };
    static const cj_str all[] = { CJ_W("全員"),       CJ_W("全社員"),  CJ_W("全部署"),
                                  CJ_W("全ユーザー"), CJ_W("ゼロ"),    CJ_W("zero"),
                                  CJ_W("all users"),  CJ_W("everyone") };
    size_t n = cj_scan_number(s);

    if (n && CJ_SCAN(cj_scan_past(s, n), rates))
        return true;
    if ((n = cj_scan_kanji(s)) != 0 && CJ_SCAN(cj_str_from(s, n), rates))
        return true;
    n = CJ_SCAN(s, bounds);
    return (n && cj_scan_number(cj_scan_past(s, n))) || CJ_SCAN(s, all);
}

/* "day 45", 第2, d30, phase 1 at the end: a number that is part of the name. */
static bool numbered(cj_str before)
{
    static const cj_str names[] = {
        CJ_LIT("day"),   CJ_LIT("week"),     CJ_LIT("month"),  CJ_LIT("phase"),
        CJ_LIT("stage"), CJ_LIT("level"),    CJ_LIT("tier"),   CJ_LIT("top"),
        CJ_LIT("第"),    CJ_LIT("フェーズ"), CJ_LIT("レベル"), CJ_LIT("quarter")
    };
    uint32_t last = cj_utf8_last(before);
    size_t i;

    if (last >= 'a' && last <= 'z')
        return true;
    before = cj_utf8_trim(before);
    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (cj_str_ends(before, names[i]))
            return true;
    return false;
}

/* 更新率 95, 問い合わせ 月10件以下, 完了率80%以上を維持: the figure stands at the end. */
static bool ends_in_figure(cj_str s)
{
    static const cj_str tails[] = { CJ_LIT("を維持"), CJ_LIT("を達成"), CJ_LIT("を目指す"),
                                    CJ_LIT("維持"),   CJ_LIT("達成"),   CJ_LIT("にする"),
                                    CJ_LIT("する"),   CJ_LIT(")"),      CJ_LIT("]"),
                                    CJ_LIT("】"),     CJ_LIT("。"),     CJ_LIT("へ"),
                                    CJ_LIT("まで") };
    cj_str unit;
    size_t i, at;

    for (i = 0; i < sizeof tails / sizeof *tails; i++)
        if (s.n > tails[i].n && cj_str_ends(s, tails[i])) {
            s = cj_utf8_trim(cj_str_cut(s, 0, s.n - tails[i].n));
            i = (size_t)-1;
        }
    at = cj_figure_tail(s, &unit);
    return at != CJ_NONE && at && !numbered(cj_str_cut(s, 0, at));
}

/* "5 logins per user per week"; a rate is only counted in: 30日以内の完了率, 7-day retention rate. */
static bool begins_with_figure(cj_str s)
{
    static const cj_str rates[] = { CJ_LIT("率"),    CJ_LIT("割合"),       CJ_LIT("数"),
                                    CJ_LIT("比率"),  CJ_LIT("rate"),       CJ_LIT("ratio"),
                                    CJ_LIT("share"), CJ_LIT("percentage"), CJ_LIT("score"),
                                    CJ_LIT("スコア") };
    size_t n = cj_scan_number(s), i;

    if (!n || n == s.n || s.p[n] == '-')
        return false;
    for (i = 0; i < sizeof rates / sizeof *rates; i++)
        if (cj_str_has(s, rates[i]))
            return false;
    return true;
}

bool cj_measure_aims(const cj_measure *m)
{
    size_t at;

    for (at = 0; !m->figure && at < m->said.n; at++)
        if (!cj_scan_inside(m->said, at) &&
            (aimed(cj_str_from(m->said, at)) || compared(cj_str_from(m->said, at))))
            return true;
    return m->figure || ends_in_figure(m->said) || begins_with_figure(m->said);
}
