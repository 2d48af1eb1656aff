/* review_period.c - the times that KPIs are reported for: which there are, and which one is looked at. */
#include "report/review.h"
#include "base/utf8.h"

bool cj_review_same_time(const cj_when *a, const cj_when *b)
{
    return cj_date_days(a->from) == cj_date_days(b->from) &&
           cj_date_days(a->to) == cj_date_days(b->to);
}

static bool before(const cj_when *a, const cj_when *b)
{
    long x = cj_date_days(a->to), y = cj_date_days(b->to);

    return x != y ? x < y : cj_date_days(a->from) < cj_date_days(b->from);
}

static unsigned fiscal_start(const cj_review *r)
{
    return r->now->fiscal_start ? r->now->fiscal_start : 1;
}

/* In order of time; a time that two versions write is one. */
static void add_period(cj_review *r, cj_str label, const cj_when *when)
{
    size_t at, i;

    for (at = 0; at < r->n_periods; at++) {
        if (cj_review_same_time(&r->period[at].when, when))
            return;
        if (before(when, &r->period[at].when))
            break;
    }
    CJ_ROOM(r->arena, r->period, r->n_periods, r->cap_periods);
    for (i = r->n_periods++; i > at; i--)
        r->period[i] = r->period[i - 1];
    r->period[at] = (cj_span_of_time){ cj_utf8_joined(r->arena, label), *when };
}

static void collect(cj_review *r)
{
    size_t v, k, i;

    for (v = r->n; v-- > 0;) /* the newest says what it is called */
        for (k = 0; k < r->map[v]->n_kpis; k++) {
            const cj_kpi *kpi = &r->map[v]->kpis[k];

            for (i = 0; i < kpi->n_actuals; i++)
                if (kpi->actual[i].period.grain)
                    add_period(r, kpi->actual[i].column->label, &kpi->actual[i].period);
        }
}

/* ---- a time's neighbours ------------------------------------------------------------------------- */

static int months_in(cj_grain grain)
{
    return grain == CJ_GRAIN_MONTH     ? 1
           : grain == CJ_GRAIN_QUARTER ? 3
           : grain == CJ_GRAIN_HALF    ? 6
           : grain == CJ_GRAIN_YEAR    ? 12
                                       : 0;
}

/* The same length of time that ends where this one begins. */
static cj_when one_before(const cj_when *when)
{
    cj_when out = *when;
    int n = months_in(when->grain), month = when->from.month - 1 - n;

    if (!n) {
        out.grain = CJ_GRAIN_NONE;
        return out;
    }
    out.from.year += month < 0 ? -1 : 0;
    out.from.month = (month < 0 ? month + 12 : month) + 1;
    out.from.day = 1;
    out.to = cj_date_of_days(cj_date_days(when->from) - 1);
    return out;
}

/* 2025Q3; of the fiscal year that it belongs to. */
static cj_str name_of(const cj_review *r, const cj_when *w)
{
    int start = (int)fiscal_start(r), year = w->from.year - (w->from.month < start);
    int at = (w->from.month + 12 - start) % 12;

    if (w->grain == CJ_GRAIN_MONTH)
        return cj_str_fmt(r->arena, "%04d-%02d", w->from.year, w->from.month);
    if (w->grain == CJ_GRAIN_HALF)
        return cj_str_fmt(r->arena, "%04dH%d", year, at / 6 + 1);
    if (w->grain == CJ_GRAIN_YEAR)
        return cj_str_fmt(r->arena, "%04d", year);
    return cj_str_fmt(r->arena, "%04dQ%d", year, at / 3 + 1);
}

static cj_span_of_time named(const cj_review *r, cj_when when)
{
    size_t i;

    for (i = 0; i < r->n_periods; i++)
        if (cj_review_same_time(&r->period[i].when, &when))
            return r->period[i];
    return (cj_span_of_time){ when.grain ? name_of(r, &when) : CJ_STR(""), when };
}

/* ---- which one ------------------------------------------------------------------------------------- */

static bool reported(const cj_map *m, const cj_when *when)
{
    size_t k, i;

    for (k = 0; k < m->n_kpis; k++)
        for (i = 0; i < m->kpis[k].n_actuals; i++)
            if (m->kpis[k].actual[i].value.number &&
                cj_review_same_time(&m->kpis[k].actual[i].period, when))
                return true;
    return false;
}

static cj_span_of_time newest(const cj_review *r)
{
    size_t i;

    for (i = r->n_periods; i-- > 0;)
        if (reported(r->now, &r->period[i].when))
            return r->period[i];
    return r->n_periods ? r->period[r->n_periods - 1] : (cj_span_of_time){ 0 };
}

void cj_review_periods(cj_review *r)
{
    cj_when asked;

    collect(r);
    r->quarter[2] = newest(r);
    if (r->options->quarter.n &&
        cj_when_parse(r->options->quarter, fiscal_start(r), &asked)) {
        r->quarter[2] = named(r, asked);
    }
    if (!r->quarter[2].when.grain)
        return;
    r->quarter[1] = named(r, one_before(&r->quarter[2].when));
    if (r->quarter[1].when.grain)
        r->quarter[0] = named(r, one_before(&r->quarter[1].when));
}

/* ---- its words --------------------------------------------------------------------------------------- */

cj_str cj_review_months(const cj_review *r, const cj_when *w)
{
    static const char *const en[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    const char *from = en[w->from.month - 1], *to = en[w->to.month - 1];
    bool years = w->from.year != w->to.year;

    if (r->lang == CJ_JA && years)
        return cj_str_fmt(r->arena, "%d年%d月〜%d年%d月", w->from.year, w->from.month,
                          w->to.year, w->to.month);
    if (r->lang == CJ_JA && w->from.month == w->to.month)
        return cj_str_fmt(r->arena, "%d月", w->from.month);
    if (r->lang == CJ_JA)
        return cj_str_fmt(r->arena, "%d〜%d月", w->from.month, w->to.month);
    if (years)
        return cj_str_fmt(r->arena, "%s %d-%s %d", from, w->from.year, to, w->to.year);
    return w->from.month == w->to.month ? cj_str_of(from)
                                        : cj_str_fmt(r->arena, "%s-%s", from, to);
}

/* A fiscal quarter may lie in another year than it is named after. */
cj_str cj_review_period_says(const cj_review *r, const cj_span_of_time *p)
{
    cj_str months, year;

    if (p->when.grain != CJ_GRAIN_QUARTER && p->when.grain != CJ_GRAIN_HALF)
        return p->label;
    months = cj_review_months(r, &p->when);
    year = cj_str_fmt(r->arena, "%d", p->when.to.year);
    if (p->when.from.year == p->when.to.year && !cj_str_has(p->label, year))
        months =
            r->lang == CJ_JA
                ? cj_str_fmt(r->arena, CJ_FMT "年" CJ_FMT, CJ_ARG(year), CJ_ARG(months))
                : cj_str_fmt(r->arena, CJ_FMT " " CJ_FMT, CJ_ARG(months), CJ_ARG(year));
    return r->lang == CJ_JA ? cj_str_fmt(r->arena, CJ_FMT "（" CJ_FMT "）",
                                         CJ_ARG(p->label), CJ_ARG(months))
                            : cj_str_fmt(r->arena, CJ_FMT " (" CJ_FMT ")", CJ_ARG(p->label),
                                         CJ_ARG(months));
}
