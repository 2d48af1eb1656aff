/* review_kpi.c - KPI trend: what was reported, how far it is from the target, and whether it got better. */
#include "report/review.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/utf8.h"
#include <math.h>

/* ---- words ----------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    cj_text word;
    cj_level level;
} states[CJ_N_KPI_STATES] = {
    [CJ_KPI_ON_TARGET] = { "on_target", { "on target", "達成" }, CJ_GOOD_LEVEL },
    [CJ_KPI_IMPROVED] = { "improved", { "improved", "改善" }, CJ_GOOD_LEVEL },
    [CJ_KPI_FLAT] = { "flat", { "flat", "横ばい" }, CJ_NOTE_LEVEL },
    [CJ_KPI_WORSE] = { "worse", { "worse", "悪化" }, CJ_WARN_LEVEL },
    [CJ_KPI_FIRST] = { "first", { "first value", "初回" }, CJ_NOTE_LEVEL },
    [CJ_KPI_MISSING] = { "not_reported", { "not reported", "未入力" }, CJ_NOTE_LEVEL },
    [CJ_KPI_UNDIRECTED] = { "undirected",
                            { "direction not given", "良い方向が未記入" },
                            CJ_NOTE_LEVEL },
};

const char *cj_review_kpi_state(cj_kpi_state state)
{
    return states[state].name;
}

cj_text cj_review_kpi_word(cj_kpi_state state)
{
    return states[state].word;
}

/* ---- reading --------------------------------------------------------------------------------------- */

static bool same_kpi(const cj_review *r, size_t v, const cj_kpi *was, const cj_kpi *kpi)
{
    int phase = was->phase;

    if (!cj_str_eq(was->key, kpi->key))
        return false;
    if (v + 1 < r->n && phase >= 0)
        phase = r->diff[v]->phase_of[CJ_OLD][phase];
    return phase == kpi->phase;
}

static const cj_figure *figure_in(const cj_kpi *kpi, const cj_when *when)
{
    size_t i;

    for (i = 0; i < kpi->n_actuals; i++)
        if (kpi->actual[i].value.there && cj_review_same_time(&kpi->actual[i].period, when))
            return &kpi->actual[i].value;
    return NULL;
}

/* What was reported for that time: the newest version that says it holds. */
static cj_figure reported(const cj_review *r, const cj_kpi *kpi, const cj_when *when)
{
    const cj_figure *f = when->grain ? figure_in(kpi, when) : NULL;
    size_t v, k;

    for (v = r->n - 1; !f && when->grain && v-- > 0;)
        for (k = 0; !f && k < r->map[v]->n_kpis; k++)
            if (same_kpi(r, v, &r->map[v]->kpis[k], kpi))
                f = figure_in(&r->map[v]->kpis[k], when);
    return f ? *f : (cj_figure){ 0 };
}

/* ---- arithmetic ------------------------------------------------------------------------------------ */

static int decimals(cj_arena *arena, double x)
{
    cj_str s = cj_number_text(arena, x);
    size_t dot = cj_str_find(s, CJ_STR("."));

    return dot == CJ_NONE || cj_str_find(s, CJ_STR("e")) != CJ_NONE ? 0
                                                                    : (int)(s.n - dot - 1);
}

/* 71.3 - 66.1 is 5.2 to people. */
static double minus(cj_arena *arena, double a, double b)
{
    int x = decimals(arena, a), y = decimals(arena, b);
    double scale = pow(10, x > y ? x : y);

    return round((a - b) * scale) / scale;
}

static cj_direction direction_of(const cj_kpi *k)
{
    if (k->direction || !k->baseline.number || !k->target.number ||
        k->baseline.value == k->target.value)
        return k->direction;
    return k->target.value > k->baseline.value ? CJ_HIGHER : CJ_LOWER;
}

static bool on_target(const cj_kpi *k, double actual)
{
    cj_direction way = direction_of(k);

    if (!k->target.number)
        return false;
    return way == CJ_HIGHER  ? actual >= k->target.value
           : way == CJ_LOWER ? actual <= k->target.value
                             : actual == k->target.value;
}

static bool flat(const cj_kpi *k, double change)
{
    double way = k->target.number && k->baseline.number
                     ? fabs(k->target.value - k->baseline.value)
                     : 0;

    return change == 0 || fabs(change) < way / 100;
}

static cj_kpi_state judge(const cj_kpi_row *row)
{
    cj_direction way = direction_of(row->kpi);

    if (!row->at[2].number)
        return CJ_KPI_MISSING;
    if (on_target(row->kpi, row->at[2].value))
        return CJ_KPI_ON_TARGET;
    if (!row->has_change)
        return CJ_KPI_FIRST;
    if (flat(row->kpi, row->change))
        return CJ_KPI_FLAT;
    if (!way)
        return CJ_KPI_UNDIRECTED;
    return (row->change > 0) == (way == CJ_HIGHER) ? CJ_KPI_IMPROVED : CJ_KPI_WORSE;
}

static void reckon(const cj_review *r, cj_kpi_row *row)
{
    const cj_kpi *k = row->kpi;
    double way = k->target.value - k->baseline.value;

    row->has_change = row->at[2].number && row->at[1].number;
    if (row->has_change)
        row->change = minus(r->arena, row->at[2].value, row->at[1].value);
    row->has_distance =
        row->at[2].number && k->target.number && k->baseline.number && way != 0;
    if (row->has_distance)
        row->distance =
            (long)floor((row->at[2].value - k->baseline.value) / way * 100 + 0.5 + 1e-9);
    row->state = judge(row);
    row->off = row->at[2].number && k->target.number && row->state != CJ_KPI_ON_TARGET;
}

void cj_review_kpis_read(cj_review *r)
{
    size_t i, p;

    r->kpi = CJ_NEW_N(r->arena, cj_kpi_row, r->now->n_kpis + 1);
    for (i = 0; i < r->now->n_kpis; i++) {
        cj_kpi_row *row = &r->kpi[r->n_kpis];

        row->kpi = &r->now->kpis[i];
        if (!row->kpi->key.n)
            continue;
        for (p = 0; p < 3; p++)
            row->at[p] = reported(r, row->kpi, &r->quarter[p].when);
        row->series = CJ_NEW_N(r->arena, cj_figure, r->n_periods + 1);
        for (p = 0; p < r->n_periods; p++)
            row->series[p] = reported(r, row->kpi, &r->period[p].when);
        reckon(r, row);
        r->n_kpis++;
    }
}

const cj_kpi_row *cj_review_kpi_named(const cj_review *r, cj_str name, int phase)
{
    cj_str key = cj_kpi_key(r->arena, name);
    const cj_kpi_row *any = NULL;
    size_t i;

    for (i = 0; key.n && i < r->n_kpis; i++) {
        if (!cj_str_eq(r->kpi[i].kpi->key, key))
            continue;
        if (r->kpi[i].kpi->phase == phase)
            return &r->kpi[i];
        any = any ? any : &r->kpi[i];
    }
    return any;
}

/* ---- as people read it ------------------------------------------------------------------------------ */

static cj_str unit_of(const cj_kpi_row *row)
{
    cj_str unit = cj_review_field(row->kpi->section, row->kpi->record, "unit");

    return unit.n                    ? unit
           : row->kpi->target.unit.n ? row->kpi->target.unit
                                     : row->at[2].unit;
}

static bool percent(const cj_review *r, cj_str unit)
{
    cj_str s = cj_utf8_fold(r->arena, unit);

    return cj_str_eq(s, CJ_STR("%")) || cj_str_eq(s, CJ_STR("percent")) ||
           cj_str_eq(s, CJ_STR("パーセント")) || cj_str_eq(s, CJ_STR("pt"));
}

/* +5pt, -4日, -4 days: percents differ in points. */
static cj_str change_text(const cj_review *r, const cj_kpi_row *row)
{
    cj_str unit = unit_of(row), number = cj_number_text(r->arena, fabs(row->change));
    const char *sign = row->change > 0 ? "+" : row->change < 0 ? "-" : "±", *gap;
    bool latin;

    if (!row->has_change)
        return CJ_STR("");
    if (percent(r, unit))
        unit = CJ_STR("pt");
    latin = unit.n > 2 && (unsigned char)*unit.p < 0x80;
    gap = latin ? " " : "";
    return cj_str_fmt(r->arena, "%s" CJ_FMT "%s" CJ_FMT, sign, CJ_ARG(number), gap,
                      CJ_ARG(unit));
}

cj_str cj_review_kpi_value(const cj_review *r, const cj_kpi_row *row, const cj_figure *f)
{
    cj_str unit = unit_of(row), number = cj_number_text(r->arena, f->value);

    if (!f->number)
        return CJ_STR("");
    if (percent(r, unit))
        unit = CJ_STR("%");
    return cj_str_fmt(r->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(number),
                      unit.n > 2 && (unsigned char)*unit.p < 0x80 ? " " : "", CJ_ARG(unit));
}

static void put_figure(const cj_review *r, cj_tab_cell *cell, const cj_figure *f)
{
    if (f->number)
        cj_tab_number(r->arena, cell, f->value);
}

/* The line of all that was reported, with its target. */
static const cj_plot *plot_of(const cj_review *r, const cj_kpi_row *row)
{
    cj_plot *p = CJ_NEW(r->arena, cj_plot);
    size_t i, n = 0;
    cj_buf b;

    cj_buf_init(&b, r->arena);
    p->n = r->n_periods;
    p->point = CJ_NEW_N(r->arena, cj_plot_point, p->n + 1);
    p->title = cj_utf8_joined(r->arena, row->kpi->name);
    for (i = 0; i < p->n; i++) {
        const cj_figure *f = &row->series[i];

        p->point[i] =
            (cj_plot_point){ r->period[i].label, cj_number_text(r->arena, f->value),
                             f->value, f->number };
        if (!f->number)
            continue;
        cj_buf_z(&b, n++ ? " → " : "");
        cj_buf_add(&b, p->point[i].text);
    }
    p->has_target = row->kpi->target.number;
    p->target = row->kpi->target.value;
    p->alt = cj_buf_str(&b);
    return n > 1 ? p : NULL;
}

static void fill_row(const cj_review *r, const cj_kpi_row *row, cj_tab_cell *c)
{
    const cj_kpi *k = row->kpi;
    int i;

    c[0].text = cj_review_phase(r->now, k->phase);
    c[1].text = cj_utf8_joined(r->arena, k->name);
    c[2].text = unit_of(row);
    put_figure(r, &c[3], &k->baseline);
    put_figure(r, &c[4], &k->target);
    for (i = 0; i < 3; i++)
        put_figure(r, &c[5 + i], &row->at[i]);
    c[8].is_number = row->has_change;
    c[8].number = row->change;
    c[9].text = change_text(r, row);
    if (row->has_distance) {
        cj_tab_number(r->arena, &c[10], (double)row->distance);
        c[10].text = cj_str_fmt(r->arena, "%ld%%", row->distance);
    }
    c[11].word = states[row->state].name;
    c[12].text = cj_str_of(cj_text_in(states[row->state].word, r->lang));
    c[12].level = states[row->state].level;
    c[13].text = cj_review_field(k->section, k->record, "source");
    c[14].text = cj_review_field(k->section, k->record, "owner");
    c[15].plot = plot_of(r, row);
    c[15].text = c[15].plot ? c[15].plot->alt : CJ_STR("");
}

/* ---- all periods of all versions --------------------------------------------------------------------- */

/* All times with their months. */
static void put_periods(const cj_review *r)
{
    cj_fact *list = cj_fact_add_list(r->arena, r->facts, "periods");
    cj_buf b;
    size_t i;

    cj_buf_init(&b, r->arena);
    for (i = 0; i < r->n_periods; i++) {
        cj_str says = cj_review_period_says(r, &r->period[i]);

        cj_buf_z(&b, !i ? "" : r->lang == CJ_JA ? "、" : ", ");
        cj_buf_add(&b, says);
        cj_fact_add_text(r->arena, list, NULL, says);
    }
    if (r->n_periods > 3)
        cj_report_text(r->arena, r->report, CJ_NOTE_LEVEL, cj_buf_str(&b));
}

static void put_series(const cj_review *r)
{
    static const cj_text title = { "All periods", "全期間の実績" };
    size_t n = r->n_periods + 2, i, p;
    cj_tab_column *columns = CJ_NEW_N(r->arena, cj_tab_column, n);
    cj_tab tab = { .column = columns, .n_columns = n };

    columns[0] = (cj_tab_column){ "phase", { "Phase", "フェーズ" }, false };
    columns[1] = (cj_tab_column){ "kpi", { "KPI", "KPI" }, false };
    for (p = 0; p < r->n_periods; p++) {
        const char *z = cj_str_z(r->arena, r->period[p].label);

        columns[p + 2] = (cj_tab_column){ z, { z, z }, true };
    }
    for (i = 0; i < r->n_kpis; i++) {
        cj_tab_cell *c = cj_tab_row(r->arena, &tab);

        c[0].text = cj_review_phase(r->now, r->kpi[i].kpi->phase);
        c[1].text = cj_utf8_joined(r->arena, r->kpi[i].kpi->name);
        for (p = 0; p < r->n_periods; p++)
            put_figure(r, &c[p + 2], &r->kpi[i].series[p]);
    }
    if (r->n_periods > 3) {
        cj_report_heading(r->arena, r->report, 3, cj_str_of(cj_text_in(title, r->lang)));
        put_periods(r);
        cj_tab_put(r, &tab, r->facts, "kpi_series", false);
    } else {
        put_periods(r);
        cj_tab_facts(r, &tab, r->facts, "kpi_series");
    }
}

/* ---- the section ------------------------------------------------------------------------------------- */

/* Which quarter each column is, with its months. */
static void put_quarters(const cj_review *r)
{
    static const cj_text says = { "Current: {0}. Previous: {1}. Two periods ago: {2}.",
                                  "今期: {0}　前期: {1}　前々期: {2}" },
                         one = { "Current: {0}.", "今期: {0}" };

    if (!r->quarter[2].when.grain)
        return;
    cj_report_text(r->arena, r->report, CJ_NOTE_LEVEL,
                   cj_review_says(r, r->quarter[1].when.grain ? says : one,
                                  cj_review_period_says(r, &r->quarter[2]),
                                  cj_review_period_says(r, &r->quarter[1]),
                                  cj_review_period_says(r, &r->quarter[0])));
}

void cj_review_kpis(const cj_review *r)
{
    static const cj_text title = { "KPI trend", "KPIの推移" };
    static const cj_text points = {
        "Differences of percentages are in points (pt). Values that were not reported are left "
        "empty.",
        "％のKPIの差はポイント（pt）です。未入力の実績は空欄のままにし、補っていません。"
    };
    static const cj_tab_column columns[] = {
        { "phase", { "Phase", "フェーズ" }, false },
        { "kpi", { "KPI", "KPI" }, false },
        { "unit", { "Unit", "単位" }, false },
        { "baseline", { "Baseline", "現状値" }, true },
        { "target", { "Target", "目標" }, true },
        { "before", { "Two periods ago", "前々期" }, true },
        { "previous", { "Previous", "前期" }, true },
        { "current", { "Current", "今期" }, true },
        { "change", { NULL, NULL }, true },
        { "change_text", { "Change", "前期差" }, true },
        { "distance", { "To target", "目標まで" }, true },
        { "status", { NULL, NULL }, false },
        { "status_text", { "Status", "状況" }, false },
        { "source", { "Data source", "取得元" }, false },
        { "owner", { "Owner", "担当" }, false },
        { NULL, { "Trend", "推移" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i;

    for (i = 0; i < r->n_kpis; i++)
        fill_row(r, &r->kpi[i], cj_tab_row(r->arena, &tab));
    if (!r->n_kpis) {
        cj_fact_add_list(r->arena, r->facts, "kpi");
        cj_fact_add_list(r->arena, r->facts, "kpi_series");
        return;
    }
    cj_review_heading(r, title, true);
    put_quarters(r);
    cj_tab_put(r, &tab, r->facts, "kpi", false);
    cj_review_note(r, points);
    put_series(r);
}
