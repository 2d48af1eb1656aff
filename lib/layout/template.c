/* template.c - blank maps: what is kept of a map that others shall fill in. */
#include <cj/template.h>
#include "base/buf.h"
#include <string.h>

static cj_map *copy(cj_arena *arena, const cj_map *map)
{
    cj_map *m = CJ_NEW(arena, cj_map);

    *m = *map;
    return m;
}

static cj_cell blank_cell(const cj_element *e, unsigned element, unsigned phase, cj_span at)
{
    return (cj_cell){ .elem = e->elem, .element = element, .phase = phase, .at = at };
}

static void empty_grid(cj_arena *arena, cj_map *m)
{
    cj_element *all = CJ_NEW_N(arena, cj_element, m->n_elements);
    size_t i, k;

    for (i = 0; i < m->n_elements; i++) {
        all[i] = m->elements[i];
        all[i].cells = CJ_NEW_N(arena, cj_cell, m->n_phases);
        for (k = 0; k < m->n_phases; k++)
            all[i].cells[k] =
                blank_cell(&all[i], (unsigned)i, (unsigned)k, m->elements[i].cells[k].at);
    }
    m->elements = all;
}

/* The labels of a persona are its rows; of the other tables the headers are enough. */
static void empty_sections(cj_arena *arena, cj_map *m)
{
    cj_section *all = CJ_NEW_N(arena, cj_section, m->n_sections);
    size_t i, k;

    for (i = 0; i < m->n_sections; i++) {
        cj_section *s = &all[i];

        *s = m->sections[i];
        if (s->kind != CJ_SECTION_PERSONA) {
            s->n_records = 0;
            continue;
        }
        s->records = CJ_NEW_N(arena, cj_record, s->n_records);
        for (k = 0; k < s->n_records; k++) {
            s->records[k] = m->sections[i].records[k];
            s->records[k].cell = CJ_NEW_N(arena, cj_field, 2);
            s->records[k].cell[0] = m->sections[i].records[k].cell[0];
        }
    }
    m->sections = all;
    m->n_evidence = m->n_kpis = m->n_actions = m->n_history = 0;
}

static bool of_people_only(cj_section_kind kind)
{
    return kind == CJ_SECTION_NOTES || kind == CJ_SECTION_CONFLICTS ||
           kind == CJ_SECTION_MERGE_LOG || kind == CJ_SECTION_LINT;
}

/* Notes, conflicts and logs belong to the map that was filled in. */
static void drop_sections(cj_map *m)
{
    size_t i, n = 0;

    for (i = 0; i < m->n_sections; i++)
        if (!of_people_only(m->sections[i].kind))
            m->sections[n++] = m->sections[i];
    m->n_sections = n;
}

cj_map *cj_template_emptied(cj_arena *arena, const cj_map *map)
{
    cj_map *m = copy(arena, map);
    size_t i;

    for (i = 0; i < CJ_N_META; i++) {
        m->meta[i].text = CJ_STR("");
        m->meta[i].placeholder = false;
    }
    m->phases = CJ_NEW_N(arena, cj_phase, m->n_phases);
    for (i = 0; i < m->n_phases; i++) {
        m->phases[i] = map->phases[i];
        m->phases[i].definition = m->phases[i].entry = m->phases[i].exit = CJ_STR("");
    }
    empty_grid(arena, m);
    empty_sections(arena, m);
    drop_sections(m);
    return m;
}

/* ---- phases ---------------------------------------------------------------------------------- */

static void take_cells(cj_arena *arena, cj_map *m, const cj_map *from, const int *old)
{
    size_t i, k;

    m->elements = CJ_NEW_N(arena, cj_element, m->n_elements);
    for (i = 0; i < m->n_elements; i++) {
        cj_element *e = &m->elements[i];

        *e = from->elements[i];
        e->cells = CJ_NEW_N(arena, cj_cell, m->n_phases);
        for (k = 0; k < m->n_phases; k++) {
            e->cells[k] = old[k] < 0 ? blank_cell(e, (unsigned)i, (unsigned)k, e->at)
                                     : from->elements[i].cells[old[k]];
            e->cells[k].phase = (unsigned)k;
        }
    }
}

cj_map *cj_template_phases(cj_arena *arena, const cj_map *map, const cj_str *names,
                           size_t n)
{
    cj_map *m = copy(arena, map);
    int *old = CJ_NEW_N(arena, int, n);
    size_t k;

    m->phases = CJ_NEW_N(arena, cj_phase, n);
    m->n_phases = n;
    for (k = 0; k < n; k++) {
        old[k] = cj_map_phase_named(arena, map, names[k]);
        if (old[k] >= 0)
            m->phases[k] = map->phases[old[k]];
        m->phases[k].name = names[k];
        m->phases[k].order = (unsigned)k;
    }
    take_cells(arena, m, map, old);
    return m;
}

void cj_template_persona(cj_map *map, cj_str text)
{
    cj_meta *m = &map->meta[CJ_META_PERSONA];

    m->text = text;
    m->placeholder = false;
    m->at.row = m->at.row ? m->at.row : 1;
    m->at.col = 0; /* stands nowhere in the old book */
}

/* ---- the id ------------------------------------------------------------------------------------ */

/* FNV-1a, 64 bits: no secret, only the same for the same texts. */
static uint64_t stir(uint64_t hash, cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * 0x100000001b3u;
    return (hash ^ 0xff) * 0x100000001b3u;
}

cj_str cj_template_id(cj_arena *arena, const cj_book *book)
{
    uint64_t hash = 0xcbf29ce484222325u;
    size_t s, i;

    for (s = 0; s < book->n_sheets; s++) {
        hash = stir(hash, book->sheets[s].name);
        for (i = 0; i < book->sheets[s].n_cells; i++)
            hash = stir(hash, cj_sheet_cell(&book->sheets[s], i)->text);
    }
    return cj_str_fmt(arena, "%016llx", (unsigned long long)hash);
}
