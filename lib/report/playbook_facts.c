/* playbook_facts.c - the support plan as programs read it. */
#include "report/playbook.h"
#include "report/outline.h"
#include "base/utf8.h"

static void text(const cj_playbook *p, cj_fact *to, const char *key, cj_str s)
{
    cj_outline_text(p->arena, to, key, s);
}

static void number(const cj_playbook *p, cj_fact *to, const char *key, bool there, long n)
{
    if (there)
        cj_fact_add_integer(p->arena, to, key, n);
    else
        cj_fact_add_null(p->arena, to, key);
}

static void z(const cj_playbook *p, cj_fact *to, const char *key, const char *s)
{
    text(p, to, key, cj_str_of(s));
}

/* { from, to }; null where neither is known. */
static void days(const cj_playbook *p, cj_fact *to, const cj_period *d)
{
    cj_fact *o;

    if (!d->has_from && !d->has_to) {
        cj_fact_add_null(p->arena, to, "day");
        return;
    }
    o = cj_fact_add_object(p->arena, to, "day");
    number(p, o, "from", d->has_from, d->from);
    number(p, o, "to", d->has_to, d->to);
}

/* ---- counts --------------------------------------------------------------------------------------- */

static void add_counts(const cj_playbook *p, cj_fact *to)
{
    long untimed = 0, unowned = 0, stopped = 0, united = 0, grid = 0, table = 0;
    cj_fact *o = cj_fact_add_object(p->arena, to, "counts");
    size_t i;

    for (i = 0; i < p->n; i++) {
        const cj_play *y = &p->play[i];

        stopped += y->stopped;
        untimed += !y->stopped && cj_playbook_untimed(y);
        unowned += !y->stopped && !y->n_owners;
        united += y->task && y->action;
        grid += y->task && !y->action;
        table += !y->task;
    }
    cj_fact_add_integer(p->arena, o, "actions", (long long)p->n);
    cj_fact_add_integer(p->arena, o, "untimed", untimed);
    cj_fact_add_integer(p->arena, o, "unowned", unowned);
    cj_fact_add_integer(p->arena, o, "stopped", stopped);
    cj_fact_add_integer(p->arena, o, "united", united);
    cj_fact_add_integer(p->arena, o, "grid_only", grid);
    cj_fact_add_integer(p->arena, o, "table_only", table);
}

static void add_owners(const cj_playbook *p, cj_fact *to)
{
    cj_fact *list = cj_fact_add_list(p->arena, to, "owners"), *o;
    size_t i;

    for (i = 0; i < p->n_owners; i++) {
        o = cj_fact_add_object(p->arena, list, NULL);
        text(p, o, "name", p->owner[i].name);
        cj_fact_add_integer(p->arena, o, "actions", (long long)p->owner[i].n);
    }
}

/* ---- phases ----------------------------------------------------------------------------------------- */

static void add_items(const cj_playbook *p, cj_fact *to, const char *key, cj_elem elem,
                      const cj_phase *phase)
{
    const cj_cell *c = cj_map_cell(p->map, elem, phase);
    cj_fact *list = cj_fact_add_list(p->arena, to, key);
    size_t i;

    for (i = 0; cj_cell_filled(c) && i < c->n_items; i++)
        cj_fact_add_text(p->arena, list, NULL, c->items[i].text);
}

static void add_phase(const cj_playbook *p, cj_fact *list, const cj_phase *phase)
{
    const cj_cell *goal = cj_map_cell(p->map, CJ_GOAL, phase);
    cj_fact *o = cj_fact_add_object(p->arena, list, NULL), *period;

    text(p, o, "name", phase->name);
    z(p, o, "id", cj_phase_id_name(phase->id));
    if (phase->period_text.n) {
        period = cj_fact_add_object(p->arena, o, "period");
        text(p, period, "text", phase->period_text);
        number(p, period, "from", phase->period.has_from, phase->period.from);
        number(p, period, "to", phase->period.has_to, phase->period.to);
    } else {
        cj_fact_add_null(p->arena, o, "period");
    }
    text(p, o, "goal", cj_cell_filled(goal) ? goal->text : CJ_STR(""));
    add_items(p, o, "pains", CJ_PAIN, phase);
    add_items(p, o, "kpis", CJ_KPI, phase);
    add_items(p, o, "touchpoints", CJ_TOUCHPOINT, phase);
    add_items(p, o, "content", CJ_CONTENT, phase);
}

/* ---- actions ------------------------------------------------------------------------------------------ */

static void add_support(const cj_playbook *p, cj_fact *to, const cj_play *y)
{
    cj_fact *list = cj_fact_add_list(p->arena, to, "evidence");
    const cj_support *s = y->task ? &y->task->item->support : NULL;
    size_t i;

    for (i = 0; s && i < s->refs.n; i++)
        cj_fact_add_text(p->arena, list, NULL, cj_str_fmt(p->arena, "E%u", s->refs.id[i]));
    cj_fact_add_bool(p->arena, to, "assumption", s && s->assumption);
}

static void add_when(const cj_playbook *p, cj_fact *o, const cj_play *y)
{
    text(p, o, "when", y->when);
    z(p, o, "when_from", y->when_from);
    days(p, o, &y->time.day);
    number(p, o, "before_end", y->time.has_end, y->time.before_end);
    text(p, o, "due", y->due);
    if (y->due_date.year)
        text(p, o, "due_date",
             cj_str_fmt(p->arena, "%04d-%02d-%02d", y->due_date.year, y->due_date.month,
                        y->due_date.day));
    else
        cj_fact_add_null(p->arena, o, "due_date");
}

static void add_action(const cj_playbook *p, cj_fact *list, const cj_play *y)
{
    cj_fact *o = cj_fact_add_object(p->arena, list, NULL), *owners;
    size_t i;

    text(p, o, "id", y->id);
    text(p, o, "phase", y->phase < 0 ? CJ_STR("") : p->map->phases[y->phase].name);
    text(p, o, "what", y->what);
    text(p, o, "under", y->under);
    owners = cj_fact_add_list(p->arena, o, "owners");
    for (i = 0; i < y->n_owners; i++)
        cj_fact_add_text(p->arena, owners, NULL, p->owner[y->owner[i]].name);
    z(p, o, "owner_from", y->owner_from);
    text(p, o, "person", y->person);
    add_when(p, o, y);
    z(p, o, "status", y->action ? cj_status_name(y->action->status) : "");
    text(p, o, "status_text", y->status);
    text(p, o, "pain", y->pain);
    text(p, o, "kpi", y->kpi);
    text(p, o, "aim", y->aim);
    text(p, o, "priority", y->priority);
    text(p, o, "effect", y->effect);
    text(p, o, "decision", y->decision);
    text(p, o, "touchpoint", y->touchpoint);
    text(p, o, "content", y->content);
    add_support(p, o, y);
    text(p, o, "cell", cj_playbook_cell(p, y));
    text(p, o, "record", cj_playbook_record(p, y));
    text(p, o, "grid", y->grid);
    text(p, o, "table", y->table);
}

void cj_playbook_facts(const cj_playbook *p, cj_fact *into, cj_str title)
{
    bool csv = p->map->book->format == CJ_CSV || p->map->book->format == CJ_TSV;
    cj_fact *list;
    size_t i;

    text(p, into, "title", title);
    text(p, into, "sheet", csv ? CJ_STR("") : p->map->book->sheets[p->map->sheet].name);
    text(p, into, "version", p->map->meta[CJ_META_VERSION].text);
    add_counts(p, into);
    add_owners(p, into);
    list = cj_fact_add_list(p->arena, into, "phases");
    for (i = 0; i < p->map->n_phases; i++)
        add_phase(p, list, &p->map->phases[i]);
    list = cj_fact_add_list(p->arena, into, "actions");
    for (i = 0; i < p->n; i++)
        add_action(p, list, &p->play[i]);
}
