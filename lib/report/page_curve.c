/* page_curve.c - feelings told as numbers, and what a KPI did, as charts with their words. */
#include "report/page.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/utf8.h"

/* What all points together say, for those who do not see the chart. */
static cj_str words(const cj_leaflet *l, const cj_plot *p)
{
    static const cj_text colon = { ": ", "：" }, comma = { ", ", "、" };
    bool any = false;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, l->arena);
    cj_buf_add(&b, p->title);
    cj_buf_z(&b, cj_text_in(colon, l->lang));
    for (i = 0; i < p->n; i++) {
        if (!p->point[i].there)
            continue;
        cj_buf_z(&b, any ? cj_text_in(comma, l->lang) : "");
        cj_buf_add(&b, cj_utf8_joined(l->arena, p->point[i].label));
        cj_buf_byte(&b, ' ');
        cj_buf_add(&b, p->point[i].text);
        any = true;
    }
    return cj_buf_str(&b);
}

/* ---- emotions ------------------------------------------------------------------------------------ */

/* The scale that people most likely had in mind: the smallest usual one that holds all values. */
static void guess_scale(cj_plot *p)
{
    static const struct {
        double least, most;
    } usual[] = { { -2, 2 }, { -3, 3 },   { 1, 5 },   { 0, 5 },     { -5, 5 },
                  { 0, 10 }, { -10, 10 }, { 0, 100 }, { -100, 100 } };
    double low = 0, high = 0;
    size_t i;
    bool any = false;

    for (i = 0; i < p->n; i++) {
        double v = p->point[i].value;

        if (!p->point[i].there)
            continue;
        low = !any || v < low ? v : low;
        high = !any || v > high ? v : high;
        any = true;
    }
    for (i = 0; i < sizeof usual / sizeof *usual && !p->has_scale; i++)
        if (low >= usual[i].least && high <= usual[i].most &&
            (usual[i].least < 0) == (low < 0 || high <= 2)) {
            p->has_scale = true;
            p->least = usual[i].least;
            p->most = usual[i].most;
        }
}

/* +2, −1: where a scale has two sides, both are told. */
static cj_str signed_text(const cj_leaflet *l, const cj_plot *p, double value)
{
    cj_str s = cj_number_text(l->arena, value < 0 ? -value : value);
    const char *sign = value < 0 ? "−" : value > 0 && p->least < 0 ? "+" : "";

    return cj_str_fmt(l->arena, "%s" CJ_FMT, sign, CJ_ARG(s));
}

static void add_curve(const cj_leaflet *l, const cj_element *e)
{
    const cj_map *m = l->map;
    cj_plot *p = cj_report_series(l->arena, l->report, m->n_phases);
    size_t i;

    p->title = e->label.n ? cj_utf8_joined(l->arena, e->label)
                          : cj_str_of(cj_elem_label(e->elem, l->lang));
    for (i = 0; i < m->n_phases; i++) {
        p->point[i].label = m->phases[i].name;
        p->point[i].there = e->cells[i].scored;
        p->point[i].value = e->cells[i].score;
    }
    guess_scale(p);
    for (i = 0; i < m->n_phases; i++)
        p->point[i].text = signed_text(l, p, p->point[i].value);
    p->alt = words(l, p);
}

static bool scored(const cj_map *m, const cj_element *e)
{
    size_t i;

    for (i = 0; i < m->n_phases; i++)
        if (e->cells[i].scored)
            return true;
    return false;
}

void cj_leaflet_curves(const cj_leaflet *l)
{
    static const cj_text title = { "Emotion curve", "感情曲線" };
    bool any = false;
    size_t i;

    for (i = 0; i < l->map->n_elements; i++) {
        if (!scored(l->map, &l->map->elements[i]))
            continue;
        if (!any)
            cj_leaflet_heading(l, cj_str_of(cj_text_in(title, l->lang)));
        any = true;
        add_curve(l, &l->map->elements[i]);
    }
}

/* ---- KPIs ---------------------------------------------------------------------------------------- */

static void set_point(const cj_leaflet *l, cj_plot_point *to, cj_str label,
                      const cj_figure *figure)
{
    to->label = label;
    to->there = figure->number;
    to->value = figure->value;
    to->text = cj_number_text(l->arena, figure->value);
}

/* "62 → 66 → 71 (target 80)" */
static cj_str trend_words(const cj_leaflet *l, const cj_plot *p)
{
    static const cj_text target = { " (target {0})", "（目標 {0}）" };
    cj_str none = { NULL, 0 }, words;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, l->arena);
    for (i = 0; i < p->n; i++) {
        if (!p->point[i].there)
            continue;
        cj_buf_z(&b, b.n ? " → " : "");
        cj_buf_add(&b, p->point[i].text);
    }
    words = cj_leaflet_says(l, target, cj_number_text(l->arena, p->target), none, none);
    if (p->has_target)
        cj_buf_add(&b, words);
    return cj_buf_str(&b);
}

const cj_plot *cj_leaflet_trend(const cj_leaflet *l, const cj_kpi *k)
{
    static const cj_text baseline = { "Baseline", "現状値" };
    cj_plot *p = CJ_NEW(l->arena, cj_plot);
    size_t i, n = 0;

    p->n = k->n_actuals + 1;
    p->point = CJ_NEW_N(l->arena, cj_plot_point, p->n);
    p->title = cj_utf8_joined(l->arena, k->name);
    set_point(l, &p->point[0], cj_str_of(cj_text_in(baseline, l->lang)), &k->baseline);
    for (i = 0; i < k->n_actuals; i++)
        set_point(l, &p->point[i + 1], k->actual[i].column->label, &k->actual[i].value);
    for (i = 0; i < p->n; i++)
        n += p->point[i].there;
    p->has_target = k->target.number;
    p->target = k->target.value;
    p->alt = trend_words(l, p);
    return n > 1 ? p : NULL;
}
