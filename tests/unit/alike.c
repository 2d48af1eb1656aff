/* alike.c - whether two maps say the same, however they are laid out. */
#include "alike.h"
#include "base/number.h"
#include "base/utf8.h"
#include <string.h>

#define DIFFER(...) return cj_str_z(arena, cj_str_fmt(arena, __VA_ARGS__))

static bool same_day(cj_str a, cj_str b)
{
    cj_when x, y;

    return cj_when_parse(a, 1, &x) && cj_when_parse(b, 1, &y) && x.grain == CJ_GRAIN_DAY &&
           y.grain == CJ_GRAIN_DAY && cj_date_days(x.from) == cj_date_days(y.from);
}

static bool same_number(cj_str a, cj_str b)
{
    double x, y;

    return cj_number_parse(a, &x) && cj_number_parse(b, &y) && !(x < y) && !(x > y);
}

static bool same(cj_str a, cj_str b)
{
    return cj_str_eq(cj_utf8_trim(a), cj_utf8_trim(b)) || same_day(a, b) ||
           same_number(a, b);
}

static const char *meta_differs(cj_arena *arena, const cj_map *want, const cj_map *got)
{
    unsigned i;

    for (i = 0; i < CJ_N_META; i++)
        if (!same(want->meta[i].text, got->meta[i].text))
            DIFFER("%s is \"" CJ_FMT "\", not \"" CJ_FMT "\"",
                   cj_meta_id_name((cj_meta_id)i), CJ_ARG(got->meta[i].text),
                   CJ_ARG(want->meta[i].text));
    return NULL;
}

static const char *phases_differ(cj_arena *arena, const cj_map *want, const cj_map *got)
{
    size_t i;

    if (want->n_phases != got->n_phases)
        DIFFER("%zu phases, not %zu", got->n_phases, want->n_phases);
    for (i = 0; i < want->n_phases; i++) {
        const cj_phase *a = &want->phases[i], *b = &got->phases[i];

        if (!cj_str_eq(a->name, b->name) || a->id != b->id ||
            !cj_str_eq(a->group, b->group))
            DIFFER("phase " CJ_FMT " is " CJ_FMT, CJ_ARG(a->name), CJ_ARG(b->name));
        if (a->period.has_from != b->period.has_from ||
            a->period.has_to != b->period.has_to || a->period.from != b->period.from ||
            a->period.to != b->period.to || !cj_str_eq(a->definition, b->definition))
            DIFFER("period or definition of " CJ_FMT, CJ_ARG(a->name));
    }
    return NULL;
}

static bool blank(const cj_map *m, const cj_element *e)
{
    size_t p;

    for (p = 0; p < m->n_phases; p++)
        if (e->cells[p].text.n)
            return false;
    return true;
}

/* The nth row of that key that says anything. */
static const cj_element *row_of(const cj_map *m, cj_str key, size_t nth)
{
    size_t i;

    for (i = 0; i < m->n_elements; i++)
        if (cj_str_eq(m->elements[i].key, key) && !blank(m, &m->elements[i]) && nth-- == 0)
            return &m->elements[i];
    return NULL;
}

static const char *cell_differs(cj_arena *arena, const cj_cell *a, const cj_cell *b)
{
    size_t i;

    if (a->n_items != b->n_items || a->placeholder != b->placeholder ||
        a->scored != b->scored)
        DIFFER("%zu items, not %zu: " CJ_FMT, b->n_items, a->n_items, CJ_ARG(a->text));
    for (i = 0; i < a->n_items; i++) {
        const cj_item *x = &a->items[i], *y = &b->items[i];

        if (!cj_str_eq(x->bare, y->bare) ||
            x->support.assumption != y->support.assumption ||
            x->support.refs.n != y->support.refs.n || !cj_str_eq(x->owner, y->owner) ||
            !cj_str_eq(x->timing, y->timing))
            DIFFER("item \"" CJ_FMT "\" is \"" CJ_FMT "\"", CJ_ARG(x->text),
                   CJ_ARG(y->text));
    }
    if (!a->n_items && !same(a->text, b->text))
        DIFFER("\"" CJ_FMT "\" is \"" CJ_FMT "\"", CJ_ARG(a->text), CJ_ARG(b->text));
    return NULL;
}

static const char *rows_differ(cj_arena *arena, const cj_map *want, const cj_map *got)
{
    size_t i, k, p, rows[2] = { 0, 0 };

    for (i = 0; i < got->n_elements; i++)
        rows[1] += !blank(got, &got->elements[i]);
    for (i = 0; i < want->n_elements; i++) {
        const cj_element *a = &want->elements[i], *b;
        const char *cell;
        size_t nth = 0;

        if (blank(want, a))
            continue;
        rows[0]++;
        for (k = 0; k < i; k++)
            nth += cj_str_eq(want->elements[k].key, a->key) &&
                   !blank(want, &want->elements[k]);
        if (!(b = row_of(got, a->key, nth)))
            DIFFER("no row " CJ_FMT " (" CJ_FMT ")", CJ_ARG(a->label), CJ_ARG(a->key));
        if (!cj_str_eq(a->group, b->group) || a->also != b->also || a->named != b->named)
            DIFFER("row " CJ_FMT, CJ_ARG(a->label));
        for (p = 0; p < want->n_phases; p++)
            if ((cell = cell_differs(arena, &a->cells[p], &b->cells[p])))
                DIFFER(CJ_FMT ": %s", CJ_ARG(a->label), cell);
    }
    if (rows[0] != rows[1])
        DIFFER("%zu rows, not %zu", rows[1], rows[0]);
    return NULL;
}

/* ---- tables ------------------------------------------------------------------------------------- */

static const cj_record *record_of(const cj_map *m, cj_section_kind kind, size_t nth,
                                  const cj_section **section)
{
    size_t i;

    for (i = 0; i < m->n_sections; i++) {
        *section = &m->sections[i];
        if (m->sections[i].kind != kind)
            continue;
        if (nth < m->sections[i].n_records)
            return &m->sections[i].records[nth];
        nth -= m->sections[i].n_records;
    }
    return NULL;
}

static const cj_field *field_of(const cj_section *s, const cj_record *r, const cj_column *c)
{
    size_t k;

    for (k = 0; k < s->n_columns; k++)
        if (c->field && s->columns[k].field ? strcmp(c->field, s->columns[k].field) == 0
                                            : cj_str_eq(c->label, s->columns[k].label))
            return &r->cell[k];
    return NULL;
}

static const char *section_differs(cj_arena *arena, const cj_map *want, const cj_map *got,
                                   const cj_section *a, size_t before)
{
    const cj_section *b;
    size_t i, k;

    for (i = 0; i < a->n_records; i++) {
        const cj_record *r = record_of(got, a->kind, before + i, &b);

        if (!r)
            DIFFER("no record %zu of %s", i, cj_section_name(a->kind));
        for (k = 0; k < a->n_columns; k++) {
            const cj_field *f = field_of(b, r, &a->columns[k]);

            if (a->records[i].cell[k].text.n &&
                (!f || !same(a->records[i].cell[k].text, f->text)))
                DIFFER("%s %zu, " CJ_FMT ": \"" CJ_FMT "\" is \"" CJ_FMT "\"",
                       cj_section_name(a->kind), i, CJ_ARG(a->columns[k].label),
                       CJ_ARG(a->records[i].cell[k].text),
                       CJ_ARG(f ? f->text : CJ_STR("")));
        }
    }
    (void)want;
    return NULL;
}

static const char *sections_differ(cj_arena *arena, const cj_map *want, const cj_map *got)
{
    const char *what;
    size_t i, k;

    for (i = 0; i < want->n_sections; i++) {
        const cj_section *a = &want->sections[i];
        size_t before = 0;

        if (a->kind == CJ_SECTION_PERSONA || a->kind == CJ_SECTION_GUIDE)
            continue;
        for (k = 0; k < i; k++)
            before += want->sections[k].kind == a->kind ? want->sections[k].n_records : 0;
        if ((what = section_differs(arena, want, got, a, before)))
            return what;
    }
    if (want->n_evidence != got->n_evidence || want->n_kpis != got->n_kpis ||
        want->n_actions != got->n_actions || want->n_history != got->n_history)
        DIFFER("%zu evidence, %zu KPIs, %zu actions, %zu history", got->n_evidence,
               got->n_kpis, got->n_actions, got->n_history);
    return NULL;
}

static const char *persona_differs(cj_arena *arena, const cj_map *want, const cj_map *got)
{
    static const char *const fields[] = { "name",   "age",       "role",  "company",
                                          "duties", "pains",     "goals", "info",
                                          "skill",  "authority", "quote", "source" };
    size_t i;

    for (i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!same(cj_map_persona(want, fields[i]), cj_map_persona(got, fields[i])))
            DIFFER("persona's %s", fields[i]);
    return NULL;
}

const char *alike_differ(cj_arena *arena, const cj_map *want, const cj_map *got)
{
    const char *what = NULL;

    if (want->lang != got->lang)
        DIFFER("the language");
    what = meta_differs(arena, want, got);
    what = what ? what : phases_differ(arena, want, got);
    what = what ? what : rows_differ(arena, want, got);
    what = what ? what : sections_differ(arena, want, got);
    return what ? what : persona_differs(arena, want, got);
}
