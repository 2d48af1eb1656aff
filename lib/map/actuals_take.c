/* actuals_take.c - which KPI a line of an export is about, and whether its figure fits. */
#include "map/actuals.h"
#include "base/buf.h"
#include "base/likeness.h"
#include "base/number.h"
#include "base/utf8.h"
#include <math.h>

enum { MOST_TOLD = 1000 }; /* nobody mends more in one go */

const char *cj_actual_kind_name(cj_actual_kind kind)
{
    static const char *const names[] = { "conflict",  "twice",    "no_kpi",
                                         "several",   "no_phase", "no_period",
                                         "no_figure", "unit",     "share" };

    return names[kind];
}

cj_actual_told *cj_actuals_tell(cj_actuals *a, cj_actual_kind kind, cj_span at,
                                cj_text says, cj_str arg0, cj_str arg1, cj_str arg2)
{
    cj_actuals_told *out = a->out;
    cj_actual_told *t;
    bool csv = a->book->format == CJ_CSV || a->book->format == CJ_TSV;
    cj_str none = { NULL, 0 };

    if (out->n >= MOST_TOLD)
        return CJ_NEW(a->arena, cj_actual_told); /* told to nobody */
    CJ_ROOM(a->arena, out->told, out->n, out->cap);
    t = &out->told[out->n++];
    *t = (cj_actual_told){ .kind = kind, .kpi = -1, .at = at };
    t->says.at =
        (cj_pos){ a->file, csv ? none : a->book->sheets[at.sheet].name, at.row, at.col };
    t->says.says = says;
    t->says.arg[0] = arg0;
    t->says.arg[1] = arg1;
    t->says.arg[2] = arg2;
    return t;
}

bool cj_when_same(const cj_when *a, const cj_when *b)
{
    return a->grain && b->grain && cj_date_days(a->from) == cj_date_days(b->from) &&
           cj_date_days(a->to) == cj_date_days(b->to);
}

cj_str cj_actuals_name(const cj_actuals *a, int kpi)
{
    const cj_kpi *k = &a->map->kpis[kpi];
    bool ja = a->map->lang == CJ_JA;
    cj_str name = cj_utf8_joined(a->arena, k->name), phase;

    if (k->phase < 0)
        return name;
    phase = cj_utf8_joined(a->arena, a->map->phases[k->phase].name);
    return cj_str_fmt(a->arena, CJ_FMT "%s" CJ_FMT "%s", CJ_ARG(name), ja ? "（" : " (",
                      CJ_ARG(phase), ja ? "）" : ")");
}

/* ---- which KPI ---------------------------------------------------------------------------------------- */

/* The most alike of its KPIs, at least by half; or empty. */
static cj_str closest(const cj_actuals *a, cj_str key)
{
    cj_pairs pairs = cj_pairs_of(a->arena, key);
    unsigned most = 44, like;
    cj_str best = CJ_STR("");
    size_t i;

    for (i = 0; i < a->map->n_kpis; i++) {
        cj_pairs own = cj_pairs_of(a->arena, a->map->kpis[i].key);

        like = cj_likeness(&pairs, &own);
        if (like > most) {
            most = like;
            best = cj_utf8_joined(a->arena, a->map->kpis[i].name);
        }
    }
    return best;
}

static void no_kpi(cj_actuals *a, cj_str name, cj_str key, cj_span at)
{
    static const cj_text missing = { "The line names no KPI", "KPI名がありません。" };
    static const cj_text unknown = {
        "No KPI of the map is called \"{0}\": write it as the KPI table of the map has it, or add it there",
        "KPI「{0}」はマップにありません。マップの「KPI」表と同じ名前にするか、その表に加えてください。"
    };
    static const cj_text meant = {
        "No KPI of the map is called \"{0}\". Did you mean \"{1}\"?",
        "KPI「{0}」はマップにありません。「{1}」のことでしょうか。その場合は名前をそろえてください。"
    };
    cj_str best = key.n ? closest(a, key) : CJ_STR("");

    cj_actuals_tell(a, CJ_ACTUAL_NO_KPI, at,
                    !key.n   ? missing
                    : best.n ? meant
                             : unknown,
                    cj_utf8_joined(a->arena, name), best, CJ_STR(""));
}

static void add_phase(const cj_actuals *a, cj_buf *list, int phase)
{
    cj_buf_z(list, !list->n ? "" : a->map->lang == CJ_JA ? "、" : ", ");
    cj_buf_add(list, cj_utf8_joined(a->arena, a->map->phases[phase].name));
}

/* The phases of the KPIs with that key, as a list. */
static cj_str phases_of(const cj_actuals *a, cj_str key)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a->arena);
    for (i = 0; i < a->map->n_kpis; i++)
        if (a->map->kpis[i].phase >= 0 && cj_str_eq(a->map->kpis[i].key, key))
            add_phase(a, &b, a->map->kpis[i].phase);
    return cj_buf_str(&b);
}

static cj_str all_phases(const cj_actuals *a)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a->arena);
    for (i = 0; i < a->map->n_phases && i < 20; i++)
        add_phase(a, &b, (int)i);
    return cj_buf_str(&b);
}

typedef struct candidates {
    int any, there, without; /* the last with that key; in the phase; in none */
    size_t n, n_there;
} candidates;

static candidates look(const cj_actuals *a, cj_str key, int phase)
{
    candidates c = { -1, -1, -1, 0, 0 };
    size_t i;

    for (i = 0; i < a->map->n_kpis; i++) {
        const cj_kpi *k = &a->map->kpis[i];

        if (!cj_str_eq(k->key, key))
            continue;
        c.any = (int)i;
        c.n++;
        if (k->phase < 0)
            c.without = (int)i;
        if (phase >= 0 && k->phase == phase) {
            c.there = (int)i;
            c.n_there++;
        }
    }
    return c;
}

static void several(cj_actuals *a, cj_str name, cj_str key, cj_span at)
{
    static const cj_text says = {
        "Several lines of the map's KPI table are called \"{0}\" ({1}): name the phase in a column Phase",
        "KPI「{0}」はマップに複数あります（{1}）。どれの値か、「フェーズ」列に書いてください。"
    };

    cj_actuals_tell(a, CJ_ACTUAL_SEVERAL, at, says, cj_utf8_joined(a->arena, name),
                    phases_of(a, key), CJ_STR(""));
}

static void no_phase(cj_actuals *a, cj_str name, cj_str key, cj_str phase, int found,
                     cj_span at)
{
    static const cj_text unknown = {
        "The map has no phase \"{0}\" (it has: {1})",
        "フェーズ「{0}」はマップにありません（マップのフェーズ: {1}）。"
    };
    static const cj_text elsewhere = {
        "\"{0}\" is no KPI of the phase \"{1}\" (it is one of: {2})",
        "KPI「{0}」は「{1}」のKPIではありません（マップでは: {2}）。"
    };

    if (found < 0)
        cj_actuals_tell(a, CJ_ACTUAL_NO_PHASE, at, unknown, cj_utf8_joined(a->arena, phase),
                        all_phases(a), CJ_STR(""));
    else
        cj_actuals_tell(a, CJ_ACTUAL_NO_PHASE, at, elsewhere,
                        cj_utf8_joined(a->arena, name), cj_utf8_joined(a->arena, phase),
                        phases_of(a, key));
}

int cj_actuals_kpi(cj_actuals *a, cj_str name, cj_str phase, cj_span at)
{
    cj_str key = cj_kpi_key(a->arena, name);
    int found = phase.n ? cj_map_phase_named(a->arena, a->map, phase) : -1;
    candidates c = look(a, key, found);

    if (!key.n || !c.n)
        no_kpi(a, name, key, at);
    else if (c.n_there > 1 || (!phase.n && c.n > 1))
        several(a, name, key, at);
    else if (c.n_there || !phase.n)
        return c.n_there ? c.there : c.any;
    else if (c.without >= 0 && c.n == 1)
        return c.without; /* the map does not say of which phase it is */
    else
        no_phase(a, name, key, phase, found, at);
    return -1;
}

/* ---- whether the figure fits ------------------------------------------------------------------------------ */

static cj_str unit_of(const cj_kpi *k)
{
    size_t i;

    if (k->target.unit.n || k->baseline.unit.n)
        return k->target.unit.n ? k->target.unit : k->baseline.unit;
    for (i = 0; i < k->n_actuals; i++)
        if (k->actual[i].value.unit.n)
            return k->actual[i].value.unit;
    return CJ_STR("");
}

static bool other_unit(cj_arena *arena, cj_str a, cj_str b)
{
    a = cj_utf8_trim(cj_utf8_fold(arena, a));
    b = cj_utf8_trim(cj_utf8_fold(arena, b));
    return a.n && b.n && !cj_str_has(a, b) && !cj_str_has(b, a);
}

/* 0.52 where 80 is aimed at. */
static bool like_share(const cj_kpi *k, const cj_figure *value, cj_str unit)
{
    double aim = k->target.number     ? k->target.value
                 : k->baseline.number ? k->baseline.value
                                      : 0;

    return !value->unit.n && cj_str_has(unit, CJ_STR("%")) && value->value != 0 &&
           fabs(value->value) <= 1 && fabs(aim) >= 10;
}

static bool fits(cj_actuals *a, cj_actual_entry *e)
{
    static const cj_text other = {
        "{0}: {1} is in another unit than the map's ({2}), and is not taken",
        "「{0}」の値 {1} はマップの単位（{2}）と違うため、取り込みません。単位をそろえてください。"
    };
    static const cj_text share = {
        "{0}: {1} may be a share ({2}), and is not taken: write it with %",
        "「{0}」の値 {1} は割合（{2}）かもしれないため、取り込みません。% を付けて書いてください。"
    };
    const cj_kpi *k = &a->map->kpis[e->kpi];
    cj_str unit = unit_of(k), name = cj_actuals_name(a, e->kpi);

    if (other_unit(a->arena, unit, e->value.unit)) {
        cj_actuals_tell(a, CJ_ACTUAL_UNIT, e->at, other, name, e->text, unit)->kpi = e->kpi;
        return false;
    }
    if (like_share(k, &e->value, unit)) {
        cj_str full =
            cj_str_fmt(a->arena, CJ_FMT "%%",
                       CJ_ARG(cj_number_text(a->arena, round(e->value.value * 1e8) / 1e6)));

        cj_actuals_tell(a, CJ_ACTUAL_SHARE, e->at, share, name, e->text, full)->kpi =
            e->kpi;
        return false;
    }
    if (!e->value.unit.n)
        e->value.unit = unit;
    return true;
}

/* ---- taken down --------------------------------------------------------------------------------------------- */

static cj_str two(const cj_actuals *a, cj_str was, cj_str now)
{
    return cj_str_fmt(a->arena, CJ_FMT " → " CJ_FMT, CJ_ARG(was), CJ_ARG(now));
}

size_t cj_actuals_period(const cj_actuals *a, const cj_when *when)
{
    size_t i;

    for (i = 0; i < a->n_periods; i++)
        if (cj_when_same(&a->period[i], when))
            return i;
    return CJ_NONE;
}

cj_actual_entry *cj_actuals_entry(const cj_actuals *a, size_t kpi, size_t period)
{
    size_t at = period != CJ_NONE && a->of[kpi] ? a->of[kpi][period] : 0;

    return at ? &a->entry[at - 1] : NULL;
}

static void add_entry(cj_actuals *a, const cj_actual_entry *e, size_t period)
{
    if (period == CJ_NONE && a->n_periods == CJ_MOST_PERIODS) {
        a->too_many = true;
        return;
    }
    if (period == CJ_NONE) {
        period = a->n_periods++;
        a->period[period] = e->period;
    }
    if (!a->of[e->kpi])
        a->of[e->kpi] = CJ_NEW_N(a->arena, size_t, CJ_MOST_PERIODS);
    CJ_ROOM(a->arena, a->entry, a->n, a->cap);
    a->entry[a->n++] = *e;
    a->of[e->kpi][period] = a->n;
}

static void tell_twice(cj_actuals *a, const cj_actual_entry *was, const cj_actual_entry *e)
{
    static const cj_text says = {
        "{0}, {1}: the file has two figures ({2}). The later one holds",
        "「{0}」{1} の値がファイルに2つあります（{2}）。後の値を使います。"
    };
    cj_actual_told *t =
        cj_actuals_tell(a, CJ_ACTUAL_TWICE, e->at, says, cj_actuals_name(a, e->kpi),
                        e->label, two(a, was->text, e->text));

    t->kpi = e->kpi;
    t->taken = true;
}

void cj_actuals_take(cj_actuals *a, const cj_actual_entry *entry)
{
    cj_actual_entry e = *entry, *was;
    size_t period;

    if (!fits(a, &e))
        return;
    period = cj_actuals_period(a, &e.period);
    was = cj_actuals_entry(a, (size_t)e.kpi, period);
    if (!was) {
        add_entry(a, &e, period);
        return;
    }
    if (was->value.value != e.value.value)
        tell_twice(a, was, &e);
    *was = e;
}
