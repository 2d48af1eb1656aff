/* generated_test.c - thousands of made-up maps in many layouts, read back as what they were made of. */
#include <criterion/criterion.h>
#include "../generate.h"
#include "base/buf.h"
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
enum { MAPS = 1000, SHOWN = 3 }; /* ten times slower */
#else
enum { MAPS = 5000, SHOWN = 3 };
#endif

/* The first difference, or NULL. */
#define DIFFER(...) return cj_str_z(arena, cj_str_fmt(arena, __VA_ARGS__))

static cj_str trimmed(cj_str s)
{
    return cj_str_trim(s);
}

static const char *items_differ(cj_arena *arena, const gen_cell *want, const cj_cell *got)
{
    unsigned i;

    if (got->n_items != want->n)
        DIFFER("%zu items, not %u: " CJ_FMT, got->n_items, want->n, CJ_ARG(want->text));
    for (i = 0; i < want->n; i++) {
        const cj_item *it = &got->items[i];

        if (!cj_str_eq(it->bare, want->item[i].bare))
            DIFFER("item says \"" CJ_FMT "\", not \"" CJ_FMT "\"", CJ_ARG(it->bare),
                   CJ_ARG(want->item[i].bare));
        if (it->support.refs.n != (want->item[i].ref > 0) ||
            (want->item[i].ref && it->support.refs.id[0] != want->item[i].ref))
            DIFFER("references of " CJ_FMT, CJ_ARG(it->text));
        if (it->support.assumption != want->item[i].assumption)
            DIFFER("assumption of " CJ_FMT, CJ_ARG(it->text));
    }
    return NULL;
}

static const char *rows_differ(cj_arena *arena, const gen_map *want, const cj_map *got)
{
    unsigned r, p;

    if (got->n_elements != want->n_rows)
        DIFFER("%zu rows, not %u", got->n_elements, want->n_rows);
    for (r = 0; r < want->n_rows; r++) {
        const cj_element *e = &got->elements[r];

        if (e->elem != want->row[r].elem)
            DIFFER("row " CJ_FMT " is %s, not %s", CJ_ARG(want->row[r].written),
                   cj_elem_id(e->elem), cj_elem_id(want->row[r].elem));
        for (p = 0; p < want->n_phases; p++) {
            const char *items;

            if (!cj_str_eq(e->cells[p].text, trimmed(want->row[r].cell[p].text)))
                DIFFER(CJ_FMT " of phase %u: \"" CJ_FMT "\"", CJ_ARG(want->row[r].written),
                       p, CJ_ARG(e->cells[p].text));
            items = items_differ(arena, &want->row[r].cell[p], &e->cells[p]);
            if (items)
                return items;
        }
    }
    return NULL;
}

static const char *phases_differ(cj_arena *arena, const gen_map *want, const cj_map *got)
{
    unsigned p;

    if (got->n_phases != want->n_phases)
        DIFFER("%zu phases, not %u", got->n_phases, want->n_phases);
    for (p = 0; p < want->n_phases; p++) {
        const cj_phase *x = &got->phases[p];

        if (!cj_str_eq(x->name, want->phase[p]))
            DIFFER("phase %u is " CJ_FMT, p, CJ_ARG(x->name));
        if (x->period_text.n &&
            (!x->period.has_from || !x->period.has_to || x->period.to != (long)p * 60 + 60))
            DIFFER("period " CJ_FMT, CJ_ARG(x->period_text));
    }
    return NULL;
}

static const char *record_differs(cj_arena *arena, const gen_section *want,
                                  const cj_section *got, unsigned k)
{
    unsigned i;

    for (i = 0; i < want->n_columns; i++) {
        const cj_field *f = &got->records[k].cell[i];

        if (want->field[i] && got->columns[i].field == NULL)
            DIFFER("column " CJ_FMT " is not known", CJ_ARG(want->column[i]));
        if ((want->field[i] == NULL) != (got->columns[i].field == NULL) ||
            (want->field[i] && strcmp(want->field[i], got->columns[i].field) != 0))
            DIFFER("column " CJ_FMT " is %s", CJ_ARG(want->column[i]),
                   got->columns[i].field);
        if (!cj_str_eq(f->text, want->value[k][i]))
            DIFFER("record %u: " CJ_FMT ", not " CJ_FMT, k, CJ_ARG(f->text),
                   CJ_ARG(want->value[k][i]));
    }
    return NULL;
}

static const char *sections_differ(cj_arena *arena, const gen_map *want, const cj_map *got)
{
    const char *record;
    unsigned s, k;

    if (got->n_sections != want->n_sections)
        DIFFER("%zu sections, not %u", got->n_sections, want->n_sections);
    for (s = 0; s < want->n_sections; s++) {
        if (got->sections[s].kind != want->section[s].kind ||
            got->sections[s].n_columns != want->section[s].n_columns ||
            got->sections[s].n_records != want->section[s].n_records)
            DIFFER("section %u is %s with %zu columns, %zu records", s,
                   cj_section_name(got->sections[s].kind), got->sections[s].n_columns,
                   got->sections[s].n_records);
        for (k = 0; k < want->section[s].n_records; k++)
            if ((record = record_differs(arena, &want->section[s], &got->sections[s], k)))
                return record;
    }
    return NULL;
}

/* The records mean what they were made of. */
static const char *records_differ(cj_arena *arena, const cj_map *got)
{
    size_t i;

    for (i = 0; i < got->n_evidence; i++)
        if (got->evidence[i].id != i + 1 || got->evidence[i].type != CJ_EVTYPE_SURVEY ||
            got->evidence[i].date.from.day != 3 || !got->evidence[i].n.number)
            DIFFER("evidence %zu", i);
    for (i = 0; i < got->n_kpis; i++)
        if (got->kpis[i].phase < 0 || !got->kpis[i].target.number ||
            got->kpis[i].n_actuals != 1 || !got->kpis[i].actual[0].value.number)
            DIFFER("KPI %zu", i);
    for (i = 0; i < got->n_actions; i++)
        if (got->actions[i].id != i + 1 || got->actions[i].phase < 0 ||
            got->actions[i].status != CJ_STATUS_DOING || got->actions[i].due.from.day != 3)
            DIFFER("action %zu", i);
    for (i = 0; i < got->n_history; i++)
        if (got->history[i].date.from.day != 3)
            DIFFER("history %zu", i);
    return NULL;
}

static const char *cells_differ(cj_arena *arena, const cj_map *got)
{
    size_t i, all = 0;

    for (i = 0; i < got->book->n_sheets; i++)
        all += got->book->sheets[i].n_cells;
    if (got->n_leaves + got->n_leftover != all)
        DIFFER("%zu claimed, %zu left over, %zu cells", got->n_leaves, got->n_leftover,
               all);
    if (got->n_leftover)
        DIFFER("left over: " CJ_FMT, CJ_ARG(cj_map_leftover(arena, got)[0].text));
    return NULL;
}

static const char *differ(cj_arena *arena, const gen_map *want)
{
    const char *what = NULL;
    cj_maps maps;
    cj_err err;
    const cj_map *got;

    if (cj_maps_find(arena, want->book, NULL, &maps, &err) != CJ_OK)
        DIFFER("no map: " CJ_FMT, CJ_ARG(cj_err_says(arena, &err, CJ_EN)));
    got = &maps.map[0];
    if (maps.n != 1)
        DIFFER("%zu maps", maps.n);
    if ((got->orient == CJ_PHASES_DOWN) != want->down)
        DIFFER("the wrong way round");
    what = phases_differ(arena, want, got);
    what = what ? what : rows_differ(arena, want, got);
    what = what ? what : sections_differ(arena, want, got);
    what = what ? what : records_differ(arena, got);
    if (!what && !cj_str_eq(got->meta[CJ_META_PURPOSE].text, want->purpose))
        DIFFER("purpose " CJ_FMT, CJ_ARG(got->meta[CJ_META_PURPOSE].text));
    if (!what && !cj_str_eq(got->meta[CJ_META_VERSION].text, want->version))
        DIFFER("version " CJ_FMT, CJ_ARG(got->meta[CJ_META_VERSION].text));
    return what ? what : cells_differ(arena, got);
}

Test(generated, read_back, .timeout = 60)
{
    cj_arena *arena = cj_arena_new(0);
    unsigned seed, failed = 0;

    for (seed = 0; seed < MAPS; seed++) {
        const gen_map *m = gen_make(arena, seed);
        const char *what = differ(arena, m);

        if (what && failed++ < SHOWN)
            cr_expect(false, "seed %u: %s" CJ_FMT, seed, what,
                      CJ_ARG(gen_show(arena, m->book)));
        cj_arena_reset(arena);
    }
    cr_expect_eq(failed, 0, "%u of %u maps", failed, (unsigned)MAPS);
    cj_arena_free(arena);
}
