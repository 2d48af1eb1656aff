/* steps.c - how far a map has come in the five steps of making one (second seed). */
#include <cj/lint.h>

/* Parts of the grid that a step fills, each phase by phase. */
static const struct part {
    int step;
    cj_elem elem;
} parts[] = {
    { 3, CJ_GOAL }, { 3, CJ_BEHAVIOR },       { 3, CJ_MIND },
    { 3, CJ_PAIN }, { 3, CJ_TOUCHPOINT },     { 4, CJ_SUCCESS },
    { 4, CJ_KPI },  { 5, CJ_COUNTERMEASURE }, { 5, CJ_OWNER },
};

static bool serves(const cj_map *map, const cj_finding *f, cj_elem elem)
{
    return f->elem == elem ||
           (f->element >= 0 && cj_element_serves(&map->elements[f->element], elem));
}

/* A warning or an error says that more is to be done for that element of a phase. */
static bool blamed(const cj_lint_result *r, cj_elem elem, size_t phase)
{
    size_t i;

    for (i = 0; i < r->n_findings; i++)
        if (r->findings[i].severity >= CJ_WARNING && r->findings[i].rule->step &&
            r->findings[i].phase == (int)phase && serves(r->map, &r->findings[i], elem))
            return true;
    return false;
}

static bool blamed_at(const cj_lint_result *r, cj_span at)
{
    size_t i;

    for (i = 0; at.row && i < r->n_findings; i++) {
        const cj_finding *f = &r->findings[i];

        if (f->severity >= CJ_WARNING && f->rule->step && f->at.sheet == at.sheet &&
            f->at.row == at.row && f->at.col == at.col)
            return true;
    }
    return false;
}

static bool filled(const cj_map *map, cj_elem elem, size_t phase)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (cj_element_serves(&map->elements[i], elem) &&
            cj_cell_filled(&map->elements[i].cells[phase]))
            return true;
    return false;
}

static bool told(const cj_lint_result *r, cj_meta_id id)
{
    const cj_meta *m = &r->map->meta[id];

    return m->text.n && !m->placeholder && !blamed_at(r, m->at);
}

static bool persona_told(const cj_lint_result *r)
{
    const cj_section *s = cj_map_section(r->map, CJ_SECTION_PERSONA);
    size_t i, c;

    for (i = 0; s && i < s->n_records; i++)
        for (c = 0; c < s->n_columns; c++)
            if (blamed_at(r, s->records[i].cell[c].at))
                return false;
    return told(r, CJ_META_PERSONA) ||
           (!r->map->meta[CJ_META_PERSONA].text.n &&
            (cj_map_persona(r->map, "name").n || cj_map_persona(r->map, "role").n));
}

/* Why, who, which customers, with whom. */
static cj_ratio beginnings(const cj_lint_result *r)
{
    cj_ratio done = { 0, 4 };

    done.n += told(r, CJ_META_PURPOSE);
    done.n += persona_told(r);
    done.n += told(r, CJ_META_PRODUCT) || told(r, CJ_META_SEGMENT);
    done.n += told(r, CJ_META_CONTRIBUTORS);
    return done;
}

/* A name, a period, and what begins or ends it. */
static cj_ratio phases(const cj_lint_result *r)
{
    const cj_map *map = r->map;
    cj_ratio done = { 0, 3 * (unsigned)map->n_phases };
    size_t p;

    for (p = 0; p < map->n_phases; p++) {
        const cj_phase *phase = &map->phases[p];

        done.n += !phase->nameless && !blamed_at(r, phase->at);
        done.n += phase->period_text.n && !blamed(r, CJ_PERIOD, p);
        done.n += phase->definition.n || phase->entry.n || phase->exit.n ||
                  filled(map, CJ_DEFINITION, p) || filled(map, CJ_ENTRY, p) ||
                  filled(map, CJ_EXIT, p);
    }
    return done;
}

cj_ratio cj_lint_step(const cj_lint_result *r, int step)
{
    cj_ratio done = { 0, 0 };
    size_t i, p;

    if (step == 1)
        return beginnings(r);
    if (step == 2)
        return phases(r);
    for (i = 0; i < sizeof parts / sizeof *parts; i++)
        for (p = 0; parts[i].step == step && p < r->map->n_phases; p++) {
            done.of++;
            done.n += filled(r->map, parts[i].elem, p) && !blamed(r, parts[i].elem, p);
        }
    return done;
}
