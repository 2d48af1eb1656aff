/* phases.c - what is said about each phase outside its header: period, definition, entry, exit. */
#include "map/build.h"
#include "map/items.h"
#include "map/period.h"

static bool filled(cj_build *b, cj_str text)
{
    return text.n && !cj_placeholder(b->arena, text);
}

static void take(cj_build *b, cj_str *to, cj_str text)
{
    if (!filled(b, *to) && filled(b, text))
        *to = text;
}

static void from_rows(cj_build *b, cj_phase *p)
{
    static const cj_elem elems[] = { CJ_PERIOD, CJ_DEFINITION, CJ_ENTRY, CJ_EXIT };
    cj_str *to[] = { &p->period_text, &p->definition, &p->entry, &p->exit };
    size_t i;

    for (i = 0; i < sizeof elems / sizeof *elems; i++) {
        const cj_cell *c = cj_map_cell(b->map, elems[i], p);

        if (c && !c->placeholder)
            take(b, to[i], c->text);
    }
}

static void from_record(cj_build *b, const cj_section *s, const cj_record *r)
{
    static const char *const names[] = { "period", "definition", "entry", "exit" };
    const cj_field *name = cj_record_field(s, r, "name"), *f;
    int at = name ? cj_map_phase_named(b->arena, b->map, name->text) : -1;
    cj_phase *p = at < 0 ? NULL : &b->map->phases[at];
    size_t i;

    for (i = 0; p && i < 4; i++) {
        cj_str *to[] = { &p->period_text, &p->definition, &p->entry, &p->exit };

        f = cj_record_field(s, r, names[i]);
        if (f)
            take(b, to[i], f->text);
    }
}

void cj_phases_finish(cj_build *b)
{
    cj_map *m = b->map;
    size_t i, k;

    for (i = 0; i < m->n_phases; i++)
        from_rows(b, &m->phases[i]);
    for (i = 0; i < m->n_sections; i++)
        for (k = 0;
             m->sections[i].kind == CJ_SECTION_PHASES && k < m->sections[i].n_records; k++)
            from_record(b, &m->sections[i], &m->sections[i].records[k]);
    cj_periods_read(b->arena, m->phases, m->n_phases);
}
