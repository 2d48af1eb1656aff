/* rows.c - which rows and phases the standard grid has, and in which order. */
#include "layout/rows.h"
#include <stdlib.h>

/* Elements that a row without an entry asks for, one of them is enough: definition, entry, exit. */
static bool has_definition(const cj_map *m)
{
    size_t i, told = 0;

    if (cj_map_element(m, CJ_DEFINITION) || cj_map_element(m, CJ_ENTRY) ||
        cj_map_element(m, CJ_EXIT))
        return true;
    for (i = 0; i < m->n_phases; i++)
        told += m->phases[i].definition.n || m->phases[i].entry.n || m->phases[i].exit.n;
    return told > 0 && told == m->n_phases;
}

/* Said with the headers, or in a table of the phases, for each of them. */
static bool has_periods(const cj_map *m)
{
    size_t i, told = 0;

    for (i = 0; i < m->n_phases; i++)
        told += m->phases[i].period_text.n > 0;
    return cj_map_element(m, CJ_PERIOD) || (told > 0 && told == m->n_phases);
}

/* No row says it, and no table of the phases: a line among the headers does. */
static bool by_headers(const cj_map *m, cj_elem elem)
{
    size_t i;
    bool any = false;

    if (cj_map_element(m, elem) || cj_map_section(m, CJ_SECTION_PHASES))
        return false;
    for (i = 0; i < m->n_phases; i++) {
        const cj_phase *p = &m->phases[i];

        any = any || (elem == CJ_PERIOD       ? !cj_str_has(p->name, p->period_text)
                      : elem == CJ_DEFINITION ? p->definition.n > 0
                      : elem == CJ_ENTRY      ? p->entry.n > 0
                      : elem == CJ_EXIT       ? p->exit.n > 0
                                              : false);
    }
    return any;
}

static bool served(const cj_map *m, cj_elem core)
{
    size_t i;

    for (i = 0; i < m->n_elements; i++)
        if (cj_element_serves(&m->elements[i], core))
            return true;
    return false;
}

static bool asked_for(const cj_map *m, cj_elem elem)
{
    if (by_headers(m, elem))
        return true;
    if (elem == CJ_PERIOD)
        return !has_periods(m);
    if (elem == CJ_DEFINITION)
        return !has_definition(m);
    return cj_elem_core(elem) && !served(m, elem);
}

static void add(cj_pen *p, cj_lay_rows *out, cj_lay_row row)
{
    CJ_ROOM(p->arena, out->at, out->n, out->cap);
    out->at[out->n++] = row;
}

static void add_element(cj_pen *p, cj_lay_rows *out, const cj_element *e)
{
    add(p, out, (cj_lay_row){ .e = e, .elem = e->elem, .label = cj_words_label(p, e) });
}

static void add_blank(cj_pen *p, cj_lay_rows *out, cj_elem elem, cj_str label)
{
    if (!label.n)
        label = cj_str_of(cj_elem_label(elem, p->lang));
    add(p, out,
        (cj_lay_row){
            .elem = elem, .label = label, .by_headers = by_headers(p->map, elem) });
}

/* Headers below those of the phases are a row of their own, the first one. */
static void add_steps(cj_pen *p, cj_lay_rows *out)
{
    const cj_map *m = p->map;
    size_t i;

    for (i = 0; i < m->n_phases && !m->phases[i].n_steps; i++)
        ;
    if (i < m->n_phases)
        add(p, out,
            (cj_lay_row){ .elem = CJ_STEPS,
                          .label = cj_str_of(cj_elem_label(CJ_STEPS, p->lang)),
                          .steps = true });
}

/* Rows of our own standard stand in the order of elements.def, what the team made up behind them
 * and remarks last; feelings in scores stand where feelings do. */
static unsigned rank(const cj_lay_row *r)
{
    cj_elem elem = r->elem;

    if (r->e && r->e->elem == CJ_SENTIMENT && r->e->named != CJ_SENTIMENT)
        elem = r->e->named;
    if (elem == CJ_NOTE)
        return CJ_N_ELEMS + 2;
    return elem == CJ_CUSTOM ? CJ_N_ELEMS + 1u : (unsigned)elem;
}

/* Insertion keeps rows of one rank in the order in which people had them. */
static void sort(cj_lay_rows *rows, size_t from)
{
    size_t i, k;

    for (i = from + 1; i < rows->n; i++) {
        cj_lay_row row = rows->at[i];

        for (k = i; k > from && rank(&rows->at[k - 1]) > rank(&row); k--)
            rows->at[k] = rows->at[k - 1];
        rows->at[k] = row;
    }
}

static bool taken(const cj_lay_rows *rows, const cj_element *e)
{
    size_t i;

    for (i = 0; i < rows->n; i++)
        if (rows->at[i].e == e)
            return true;
    return false;
}

/* The label of a template's row; the standard one where another language was asked for. */
static cj_str preset_label(const cj_pen *p, const cj_element *e)
{
    bool other = p->options->lang != CJ_LANG_AUTO && p->options->preset->lang != p->lang;

    if (!other || e->elem == CJ_CUSTOM || e->also != CJ_CUSTOM)
        return e->label;
    return cj_str_of(cj_elem_label(cj_words_called(e), p->lang));
}

/* The rows that mean what the preset's row means, under its label. */
static bool add_matching(cj_pen *p, cj_lay_rows *out, const cj_element *wanted)
{
    const cj_map *m = p->map;
    size_t i, before = out->n;

    for (i = 0; i < m->n_elements; i++) {
        const cj_element *e = &m->elements[i];

        if (!cj_str_eq(e->key, wanted->key) || e->named != wanted->named || taken(out, e))
            continue;
        add(p, out,
            (cj_lay_row){ .e = e,
                          .elem = e->elem,
                          .label = cj_words_label_as(p, e, preset_label(p, wanted)) });
    }
    return out->n > before;
}

static void preset_rows(cj_pen *p, cj_lay_rows *out)
{
    const cj_map *preset = p->options->preset;
    size_t i;

    for (i = 0; i < preset->n_elements; i++) {
        const cj_element *e = &preset->elements[i];

        if (!add_matching(p, out, e))
            add_blank(p, out, e->elem, preset_label(p, e));
    }
}

static void our_rows(cj_pen *p, cj_lay_rows *out)
{
    unsigned elem;

    for (elem = 1; elem < CJ_N_ELEMS; elem++)
        if (asked_for(p->map, (cj_elem)elem))
            add_blank(p, out, (cj_elem)elem, CJ_STR(""));
}

void cj_lay_rows_of(cj_pen *p, cj_lay_rows *out)
{
    const cj_map *m = p->map;
    size_t i, fixed;

    *out = (cj_lay_rows){ NULL, 0, 0 };
    if (p->options->preset)
        preset_rows(p, out);
    fixed = out->n;
    if (!p->options->preset)
        our_rows(p, out);
    add_steps(p, out);
    for (i = 0; i < m->n_elements; i++)
        if (!taken(out, &m->elements[i]))
            add_element(p, out, &m->elements[i]);
    sort(out, fixed);
}

/* ---- phases ------------------------------------------------------------------------------------ */

static void add_phase(cj_pen *p, cj_lay_phases *out, const cj_phase *phase, cj_str name)
{
    CJ_ROOM(p->arena, out->at, out->n, out->cap);
    out->at[out->n++] = (cj_lay_phase){ phase, name };
}

static bool phase_taken(const cj_lay_phases *phases, const cj_phase *phase)
{
    size_t i;

    for (i = 0; i < phases->n; i++)
        if (phases->at[i].p == phase)
            return true;
    return false;
}

/* By its canonical id where the preset has that once, else by its name. */
static const cj_phase *meant(const cj_pen *p, const cj_lay_phases *so_far,
                             const cj_phase *wanted)
{
    const cj_map *m = p->map;
    size_t i;

    for (i = 0; i < m->n_phases; i++)
        if (cj_str_eq(m->phases[i].key, wanted->key) && !phase_taken(so_far, &m->phases[i]))
            return &m->phases[i];
    for (i = 0; wanted->id != CJ_PHASE_OTHER && i < m->n_phases; i++)
        if (m->phases[i].id == wanted->id && !phase_taken(so_far, &m->phases[i]))
            return &m->phases[i];
    return NULL;
}

void cj_lay_phases_of(cj_pen *p, cj_lay_phases *out)
{
    const cj_map *m = p->map, *preset = p->options->preset;
    size_t i;

    *out = (cj_lay_phases){ NULL, 0, 0 };
    for (i = 0; preset && i < preset->n_phases; i++)
        add_phase(p, out, meant(p, out, &preset->phases[i]), preset->phases[i].name);
    for (i = 0; i < m->n_phases; i++)
        if (!phase_taken(out, &m->phases[i]))
            add_phase(p, out, &m->phases[i], m->phases[i].name);
}
