/* actuals.c - puts the figures of an export into the KPIs of a map. */
#include "map/actuals.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

/* ---- copies that may be changed ----------------------------------------------------------------- */

static void *copied(cj_arena *arena, const void *from, size_t bytes)
{
    void *to = cj_alloc(arena, bytes + 1);

    if (bytes)
        memcpy(to, from, bytes);
    return to;
}
#define COPIED(arena, p, n) copied((arena), (p), (n) * sizeof *(p))

/* The map's tables and what was read of them, which point at each other. */
static void copy_tables(cj_arena *arena, cj_map *m)
{
    const cj_section *old = m->sections;
    size_t i;

    m->sections = COPIED(arena, m->sections, m->n_sections);
    m->cap_sections = m->n_sections;
    m->evidence = COPIED(arena, m->evidence, m->n_evidence);
    m->kpis = COPIED(arena, m->kpis, m->n_kpis);
    m->actions = COPIED(arena, m->actions, m->n_actions);
    m->history = COPIED(arena, m->history, m->n_history);
    for (i = 0; i < m->n_evidence; i++)
        m->evidence[i].section = m->sections + (m->evidence[i].section - old);
    for (i = 0; i < m->n_kpis; i++)
        m->kpis[i].section = m->sections + (m->kpis[i].section - old);
    for (i = 0; i < m->n_actions; i++)
        m->actions[i].section = m->sections + (m->actions[i].section - old);
    for (i = 0; i < m->n_history; i++)
        m->history[i].section = m->sections + (m->history[i].section - old);
}

/* ---- the columns of a table ------------------------------------------------------------------------- */

/* A column as it will stand. */
typedef struct slot {
    size_t was;     /* index of the old column; CJ_NONE: a new period */
    cj_when period; /* grain NONE: no period */
    size_t at;      /* the same as an index into those of the export; CJ_NONE: not there */
    cj_str label;
} slot;

typedef struct table {
    cj_actuals *a;
    cj_section *section;
    slot *slot;
    size_t n, cap;
    size_t first, n_kpis; /* its KPIs in the map */
} table;

static void insert(table *t, size_t at, slot s)
{
    CJ_ROOM(t->a->arena, t->slot, t->n, t->cap);
    memmove(t->slot + at + 1, t->slot + at, (t->n - at) * sizeof *t->slot);
    t->slot[at] = s;
    t->n++;
}

static size_t behind_field(const table *t)
{
    static const char *const fields[] = { "target", "baseline", "direction", "unit" };
    size_t i, f;

    for (f = 0; f < sizeof fields / sizeof *fields; f++)
        for (i = 0; i < t->n; i++) {
            size_t was = t->slot[i].was;

            if (was != CJ_NONE && t->section->columns[was].field &&
                strcmp(t->section->columns[was].field, fields[f]) == 0)
                return i + 1;
        }
    return t->n;
}

/* Where a period goes among those that are there, by time; first behind the target. */
static size_t place_of(const table *t, const cj_when *when)
{
    size_t first = CJ_NONE, at = CJ_NONE, i;

    for (i = 0; i < t->n; i++) {
        if (!t->slot[i].period.grain)
            continue;
        first = first == CJ_NONE ? i : first;
        if (cj_date_days(t->slot[i].period.to) <= cj_date_days(when->to))
            at = i + 1;
    }
    return at != CJ_NONE ? at : first != CJ_NONE ? first : behind_field(t);
}

static size_t slot_of(const table *t, const cj_when *when)
{
    size_t i;

    for (i = 0; i < t->n; i++)
        if (cj_when_same(&t->slot[i].period, when))
            return i;
    return CJ_NONE;
}

static void lay_columns(table *t)
{
    const cj_kpi *k = &t->a->map->kpis[t->first];
    size_t i;

    for (i = 0; i < t->section->n_columns; i++)
        insert(t, i,
               (slot){ .was = i, .at = CJ_NONE, .label = t->section->columns[i].label });
    for (i = 0; i < k->n_actuals; i++) {
        slot *s = &t->slot[k->actual[i].column - t->section->columns];

        s->period = k->actual[i].period;
        s->at = cj_actuals_period(t->a, &s->period);
    }
    for (i = 0; i < t->a->n; i++) {
        const cj_actual_entry *e = &t->a->entry[i];

        if ((size_t)e->kpi >= t->first && (size_t)e->kpi < t->first + t->n_kpis &&
            slot_of(t, &e->period) == CJ_NONE)
            insert(t, place_of(t, &e->period),
                   (slot){ CJ_NONE, e->period, cj_actuals_period(t->a, &e->period),
                           e->label });
    }
}

static void make_columns(const table *t, cj_section *now)
{
    size_t i;

    now->columns = CJ_NEW_N(t->a->arena, cj_column, t->n + 1);
    now->n_columns = t->n;
    for (i = 0; i < t->n; i++) {
        if (t->slot[i].was != CJ_NONE)
            now->columns[i] = t->section->columns[t->slot[i].was];
        else
            now->columns[i] =
                (cj_column){ NULL, t->slot[i].label, { t->section->at.sheet, 0, 0, 0, 0 } };
    }
}

static void make_records(const table *t, cj_section *now)
{
    size_t i, r;

    now->records = COPIED(t->a->arena, t->section->records, t->section->n_records);
    for (r = 0; r < now->n_records; r++) {
        cj_field *cell = CJ_NEW_N(t->a->arena, cj_field, t->n + 1);

        for (i = 0; i < t->n; i++)
            if (t->slot[i].was != CJ_NONE)
                cell[i] = t->section->records[r].cell[t->slot[i].was];
            else
                cell[i] = (cj_field){ CJ_STR(""), { now->at.sheet, 0, 0, 0, 0 } };
        now->records[r].cell = cell;
    }
}

/* ---- the KPIs ------------------------------------------------------------------------------------------- */

/* The same figure with its unit: 71 of a column in % is 71%. */
static cj_str shown(const cj_actuals *a, cj_str text, const cj_figure *f)
{
    cj_str s = cj_utf8_joined(a->arena, text);

    if (!f->unit.n || cj_str_has(s, f->unit))
        return s;
    return cj_str_fmt(a->arena, CJ_FMT CJ_FMT, CJ_ARG(s), CJ_ARG(f->unit));
}

static void tell_conflict(cj_actuals *a, const cj_kpi_actual *was, const cj_actual_entry *e)
{
    static const cj_text says = {
        "{0}, {1}: the map has another figure ({2}). The one of this file holds",
        "「{0}」{1} の値がマップと違います（{2}）。このファイルの値を使います。"
    };
    cj_str both = cj_str_fmt(a->arena, CJ_FMT " → " CJ_FMT,
                             CJ_ARG(shown(a, was->field->text, &was->value)),
                             CJ_ARG(shown(a, e->text, &e->value)));
    cj_actual_told *t = cj_actuals_tell(a, CJ_ACTUAL_CONFLICT, e->at, says,
                                        cj_actuals_name(a, e->kpi), e->label, both);

    t->kpi = e->kpi;
    t->taken = true;
}

static void put_figure(cj_actuals *a, cj_kpi_actual *into, cj_field *field,
                       const cj_actual_entry *e)
{
    if (into->value.number && into->value.value == e->value.value) {
        a->out->n_same++;
        return;
    }
    if (into->value.there)
        tell_conflict(a, into, e);
    field->text = e->text;
    into->value = e->value;
    a->out->n_taken++;
}

/* Its figures by column, with those that it had. */
static void fill_kpi(const table *t, cj_section *now, size_t at, cj_kpi *k)
{
    const cj_kpi was = *k;
    size_t i, j, n = 0;

    k->record = now->records + (k->record - t->section->records);
    k->actual = CJ_NEW_N(t->a->arena, cj_kpi_actual, t->n + 1);
    for (i = 0; i < t->n; i++) {
        cj_field *field = &k->record->cell[i];
        cj_kpi_actual a = { &now->columns[i], field, t->slot[i].period, { 0 } };
        const cj_actual_entry *e = cj_actuals_entry(t->a, at, t->slot[i].at);

        for (j = 0; j < was.n_actuals; j++)
            if ((size_t)(was.actual[j].column - t->section->columns) == t->slot[i].was)
                break;
        if (j < was.n_actuals)
            a.value = was.actual[j].value;
        else if (!a.period.grain)
            continue;
        if (e)
            put_figure(t->a, &a, field, e);
        k->actual[n++] = a;
    }
    k->n_actuals = n;
}

static bool concerned(const table *t)
{
    size_t i;

    for (i = 0; i < t->a->n; i++)
        if ((size_t)t->a->entry[i].kpi >= t->first &&
            (size_t)t->a->entry[i].kpi < t->first + t->n_kpis)
            return true;
    return false;
}

/* `section` still stands as it was read; *into is to become it. */
static void fill_table(table *t, cj_section *into, cj_map *map)
{
    cj_section now = *into;
    size_t i;

    lay_columns(t);
    make_columns(t, &now);
    make_records(t, &now);
    for (i = t->first; i < t->first + t->n_kpis; i++)
        fill_kpi(t, &now, i, &map->kpis[i]);
    *into = now;
}

static void fill_tables(cj_actuals *a, cj_map *map)
{
    size_t s, first = 0;

    for (s = 0; s < map->n_sections; s++) {
        table t = { a, &a->map->sections[s], NULL, 0, 0, first, 0 };

        if (t.section->kind != CJ_SECTION_KPI)
            continue;
        while (first < map->n_kpis && a->map->kpis[first].section == t.section)
            first++;
        t.n_kpis = first - t.first;
        if (t.n_kpis && concerned(&t))
            fill_table(&t, &map->sections[s], map);
    }
}

/* ---- the whole ------------------------------------------------------------------------------------------------ */

static int by_place(const void *x, const void *y)
{
    const cj_actual_told *a = x, *b = y;
    int c = cj_place_cmp(a->at, b->at);

    return c ? c : (int)a->kind - (int)b->kind;
}

static cj_rc fail(cj_err *err, cj_rc rc, cj_text says, cj_str file)
{
    cj_fail(err, rc, says, CJ_STR(""), CJ_STR(""));
    if (err)
        err->at.file = file;
    return rc;
}

cj_rc cj_actuals_apply(cj_arena *arena, const cj_book *actuals, cj_str file, cj_map *map,
                       cj_actuals_told *out, cj_err *err)
{
    static const cj_text says = {
        "no actual figures found: a row of headings has to name KPI, Period and Value, or KPI and a column "
        "for each period (2025Q3, 2025-09)",
        "実績の表が見つかりません。見出しに「KPI」「期間」「値」の3列、または「KPI」と期間ごとの列"
        "（2025Q3、2025年9月 など）が必要です。"
    };
    static const cj_text many = { "more than 500 periods: split the file",
                                  "期間が500を超えています。ファイルを分けてください。" };
    const cj_map was = *map;
    cj_actuals *a = CJ_NEW(arena, cj_actuals);

    memset(out, 0, sizeof *out);
    *a = (cj_actuals){
        .arena = arena, .book = actuals, .file = file, .map = &was, .out = out
    };
    a->of = CJ_NEW_N(arena, size_t *, was.n_kpis + 1);
    if (!cj_actuals_read(a))
        return fail(err, CJ_EFORMAT, says, file);
    if (a->too_many)
        return fail(err, CJ_ELIMIT, many, file);
    if (a->n) {
        copy_tables(arena, map);
        fill_tables(a, map);
    }
    if (out->n > 1)
        qsort(out->told, out->n, sizeof *out->told, by_place);
    return CJ_OK;
}
