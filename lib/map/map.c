/* map.c - asking a map: its elements, cells, sections, how complete and how well supported. */
#include <cj/map.h>
#include <string.h>

const char *cj_form_name(cj_form form)
{
    static const char *const names[] = {
        [CJ_FORM_GRID] = "grid",
        [CJ_FORM_ROWS] = "rows",
        [CJ_FORM_ITEMS] = "items",
    };

    return names[form];
}

int cj_place_cmp(cj_span a, cj_span b)
{
    if (a.sheet != b.sheet)
        return a.sheet < b.sheet ? -1 : 1;
    if (a.row != b.row)
        return a.row < b.row ? -1 : 1;
    return a.col < b.col ? -1 : a.col > b.col;
}

bool cj_map_alone(const cj_map *map)
{
    size_t i, n = 0;

    for (i = 0; map->among && i < map->among->n && n < 2; i++)
        n += map->among->map[i].sheet == map->sheet;
    return n < 2;
}

bool cj_map_owns(const cj_map *map, unsigned sheet, unsigned row, unsigned col)
{
    const cj_range *r = &map->range;
    size_t low = 0, high = map->n_others;

    if (sheet != map->sheet)
        return true;
    if (row < r->row1 || row > r->row2 || col < r->col1 || col > r->col2)
        return false;
    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (map->others[mid].row2 < row)
            low = mid + 1;
        else
            high = mid;
    }
    return low == map->n_others || row < map->others[low].row1;
}

const cj_element *cj_map_element(const cj_map *map, cj_elem elem)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (map->elements[i].elem == elem)
            return &map->elements[i];
    for (i = 0; elem != CJ_CUSTOM && i < map->n_elements; i++)
        if (map->elements[i].also == elem)
            return &map->elements[i];
    return NULL;
}

const cj_cell *cj_map_cell(const cj_map *map, cj_elem elem, const cj_phase *phase)
{
    const cj_element *e = cj_map_element(map, elem);

    return e && phase ? &e->cells[phase->order] : NULL;
}

bool cj_cell_blank(const cj_cell *cell)
{
    return !cell || !cell->text.n || cell->placeholder;
}

bool cj_cell_filled(const cj_cell *cell)
{
    return !cj_cell_blank(cell);
}

const cj_section *cj_map_section(const cj_map *map, cj_section_kind kind)
{
    size_t i;

    for (i = 0; i < map->n_sections; i++)
        if (map->sections[i].kind == kind)
            return &map->sections[i];
    return NULL;
}

static bool named(const char *field, const char *name)
{
    return field && strcmp(field, name) == 0;
}

const cj_field *cj_record_field(const cj_section *section, const cj_record *record,
                                const char *name)
{
    size_t i;

    for (i = 0; i < section->n_columns; i++)
        if (named(section->columns[i].field, name))
            return &record->cell[i];
    return NULL;
}

cj_str cj_map_persona(const cj_map *map, const char *field)
{
    const cj_section *s = cj_map_section(map, CJ_SECTION_PERSONA);
    size_t i;

    for (i = 0; s && i < s->n_records; i++) {
        const cj_field *value = cj_record_field(s, &s->records[i], "value");

        if (value && named(s->records[i].field, field))
            return value->text;
    }
    return CJ_STR("");
}

/* Any row of that element says something about the phase (a map may hold the row twice). */
static bool filled(const cj_map *map, cj_elem elem, size_t phase)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (map->elements[i].elem == elem && cj_cell_filled(&map->elements[i].cells[phase]))
            return true;
    return false;
}

bool cj_element_serves(const cj_element *e, cj_elem core)
{
    return e->elem == core || e->also == core ||
           (core == CJ_MIND && (e->elem == CJ_THOUGHT || e->elem == CJ_EMOTION ||
                                (e->elem == CJ_SENTIMENT && e->named == CJ_EMOTION)));
}

static bool core_filled(const cj_map *map, cj_elem core, size_t phase)
{
    size_t i;

    for (i = 0; i < map->n_elements; i++)
        if (cj_element_serves(&map->elements[i], core) &&
            cj_cell_filled(&map->elements[i].cells[phase]))
            return true;
    return false;
}

cj_ratio cj_map_completeness(const cj_map *map, const cj_phase *phase)
{
    cj_ratio r = { 0, 0 };
    size_t p, e;

    for (p = 0; p < map->n_phases; p++) {
        if (phase && phase->order != p)
            continue;
        for (e = 0; e < CJ_N_ELEMS; e++) {
            if (!cj_elem_core((cj_elem)e))
                continue;
            r.of++;
            r.n += core_filled(map, (cj_elem)e, p);
        }
    }
    return r;
}

/* Text in a 根拠 row stands for its whole phase. */
bool cj_cell_sourced(const cj_map *map, const cj_cell *cell)
{
    return cell->support.refs.n || cell->support.inline_source ||
           filled(map, CJ_EVIDENCE, cell->phase);
}

cj_ratio cj_map_coverage(const cj_map *map, const cj_phase *phase)
{
    cj_ratio r = { 0, 0 };
    size_t e, p;

    for (e = 0; e < map->n_elements; e++) {
        if (cj_elem_fact_of(map->elements[e].elem) != CJ_FACT_YES)
            continue;
        for (p = 0; p < map->n_phases; p++) {
            const cj_cell *cell = &map->elements[e].cells[p];

            if ((phase && phase->order != p) || !cj_cell_filled(cell))
                continue;
            r.of++;
            r.n += cj_cell_sourced(map, cell);
        }
    }
    return r;
}
