/* outline_read.c - records of sections as facts, with what was understood of each. */
#include "report/outline.h"
#include <string.h>

typedef struct facts {
    cj_arena *arena;
    const cj_map *map;
} facts;

static void add_name(const facts *f, cj_fact *to, const char *key, const char *name)
{
    cj_outline_text(f->arena, to, key, cj_str_of(name));
}

static void add_day(const facts *f, cj_fact *to, const char *key, cj_date d)
{
    cj_fact_add_text(f->arena, to, key,
                     cj_str_fmt(f->arena, "%04d-%02d-%02d", d.year, d.month, d.day));
}

void cj_outline_when(cj_arena *arena, cj_fact *to, const char *key, const cj_when *when)
{
    static const char *const grains[] = { "", "day", "month", "quarter", "half", "year" };
    const facts f = { arena, NULL };
    cj_fact *o;

    if (when->grain == CJ_GRAIN_NONE) {
        cj_fact_add_null(arena, to, key);
        return;
    }
    o = cj_fact_add_object(arena, to, key);
    add_day(&f, o, "from", when->from);
    add_day(&f, o, "to", when->to);
    cj_fact_add_z(arena, o, "grain", grains[when->grain]);
}

static void add_figure(const facts *f, cj_fact *to, const char *key,
                       const cj_figure *figure)
{
    cj_fact *o;

    if (!figure->number) {
        cj_fact_add_null(f->arena, to, key);
        return;
    }
    o = cj_fact_add_object(f->arena, to, key);
    cj_fact_add_real(f->arena, o, "value", figure->value);
    cj_outline_text(f->arena, o, "unit", figure->unit);
}

static void add_id(const facts *f, cj_fact *to, const char *form, unsigned id)
{
    cj_outline_text(f->arena, to, "id",
                    id ? cj_str_fmt(f->arena, "%s%u", form, id) : cj_str_of(""));
}

/* The name of the phase as the map has it. */
static void add_phase(const facts *f, cj_fact *to, int phase)
{
    cj_outline_text(f->arena, to, "phase",
                    phase < 0 ? cj_str_of("") : f->map->phases[phase].name);
}

static void add_evidence(const facts *f, cj_fact *to, const cj_evidence *e)
{
    add_id(f, to, "E", e->id);
    add_name(f, to, "type", cj_evtype_name(e->type));
    cj_outline_when(f->arena, to, "date", &e->date);
    add_figure(f, to, "n", &e->n);
}

static void add_kpi(const facts *f, cj_fact *to, const cj_kpi *k)
{
    static const char *const directions[] = { "", "higher", "lower" };
    cj_fact *list, *o;
    size_t i;

    add_phase(f, to, k->phase);
    cj_outline_text(f->arena, to, "key", k->key);
    add_name(f, to, "direction", directions[k->direction]);
    add_figure(f, to, "baseline", &k->baseline);
    add_figure(f, to, "target", &k->target);
    list = cj_fact_add_list(f->arena, to, "actuals");
    for (i = 0; i < k->n_actuals; i++) {
        o = cj_fact_add_object(f->arena, list, NULL);
        cj_outline_text(f->arena, o, "label", k->actual[i].column->label);
        cj_outline_when(f->arena, o, "period", &k->actual[i].period);
        add_figure(f, o, "figure", &k->actual[i].value);
    }
}

static void add_action(const facts *f, cj_fact *to, const cj_action *a)
{
    add_id(f, to, "A", a->id);
    add_phase(f, to, a->phase);
    add_name(f, to, "status", cj_status_name(a->status));
    cj_outline_when(f->arena, to, "due", &a->due);
}

void cj_outline_read(cj_arena *arena, cj_fact *to, const cj_map *map, cj_section_kind kind,
                     size_t at)
{
    const facts f = { arena, map };

    if (kind == CJ_SECTION_EVIDENCE && at < map->n_evidence)
        add_evidence(&f, cj_fact_add_object(arena, to, "read"), &map->evidence[at]);
    else if (kind == CJ_SECTION_KPI && at < map->n_kpis)
        add_kpi(&f, cj_fact_add_object(arena, to, "read"), &map->kpis[at]);
    else if (kind == CJ_SECTION_ACTIONS && at < map->n_actions)
        add_action(&f, cj_fact_add_object(arena, to, "read"), &map->actions[at]);
    else if (kind == CJ_SECTION_HISTORY && at < map->n_history)
        cj_outline_when(arena, cj_fact_add_object(arena, to, "read"), "date",
                        &map->history[at].date);
}
