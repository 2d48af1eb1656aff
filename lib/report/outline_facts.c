/* outline_facts.c - a map as facts: its JSON form. */
#include "report/outline.h"

/* What is being written, for every function below. */
typedef struct facts {
    cj_arena *arena;
    const cj_map *map;
    cj_lang lang;
} facts;

cj_str cj_outline_ref(cj_arena *arena, const cj_map *map, cj_span at)
{
    char ref[CJ_REF_MAX];
    cj_str name;

    if (!at.row || !at.col)
        return cj_str_of("");
    cj_ref(ref, at.row, at.col);
    if (at.sheet == map->sheet)
        return cj_str_fmt(arena, "%s", ref);
    name = map->book->sheets[at.sheet].name;
    return cj_str_fmt(arena, CJ_FMT "!%s", CJ_ARG(name), ref);
}

const char *cj_outline_reading(cj_reading reading)
{
    static const char *const names[] = {
        [CJ_READ_EXACT] = "exact",     [CJ_READ_CONTAINED] = "contained",
        [CJ_READ_BY_RULE] = "by_rule", [CJ_READ_GUESSED] = "guessed",
        [CJ_READ_CUSTOM] = "custom",
    };

    return names[reading];
}

void cj_outline_text(cj_arena *arena, cj_fact *to, const char *key, cj_str text)
{
    if (text.n)
        cj_fact_add_text(arena, to, key, text);
    else
        cj_fact_add_null(arena, to, key);
}

static void add_ref(const facts *f, cj_fact *to, cj_span at)
{
    cj_outline_text(f->arena, to, "ref", cj_outline_ref(f->arena, f->map, at));
}

static void add_value(const facts *f, cj_fact *to, const char *key, cj_span at,
                      cj_str label, cj_str text)
{
    cj_fact *o = cj_fact_add_object(f->arena, to, key);

    add_ref(f, o, at);
    cj_outline_text(f->arena, o, "label", label);
    cj_outline_text(f->arena, o, "text", text);
}

static void add_meta_value(const facts *f, cj_fact *meta, cj_meta_id id)
{
    const cj_meta *m = &f->map->meta[id];
    cj_fact *o = cj_fact_add_object(f->arena, meta, cj_meta_id_name(id));
    cj_when when;

    add_ref(f, o, m->at);
    cj_outline_text(f->arena, o, "label", m->label);
    cj_outline_text(f->arena, o, "text", m->text);
    cj_fact_add_bool(f->arena, o, "placeholder", m->placeholder);
    if (id < CJ_META_CREATED || id > CJ_META_NEXT_REVIEW)
        return;
    cj_when_parse(m->text, f->map->fiscal_start, &when);
    cj_outline_when(f->arena, o, "date", &when);
}

static void add_meta(const facts *f, cj_fact *to)
{
    cj_fact *meta = cj_fact_add_object(f->arena, to, "meta");
    int i;

    for (i = 0; i < CJ_N_META; i++)
        if (f->map->meta[i].text.n)
            add_meta_value(f, meta, (cj_meta_id)i);
}

static bool same(const char *a, const char *b)
{
    return a && b && cj_str_eq(cj_str_of(a), cj_str_of(b));
}

/* Fields by name are those that we know, at their first mention; the rest goes to other[]. */
static bool persona_by_name(const cj_section *s, size_t record)
{
    size_t i;

    for (i = 0; i < record; i++)
        if (same(s->records[i].field, s->records[record].field))
            return false;
    return s->records[record].field != NULL;
}

static bool column_by_name(const cj_section *s, size_t column)
{
    size_t i;

    for (i = 0; i < column; i++)
        if (same(s->columns[i].field, s->columns[column].field))
            return false;
    return s->columns[column].field != NULL;
}

static void add_persona(const facts *f, cj_fact *to)
{
    cj_fact *persona = cj_fact_add_object(f->arena, to, "persona"), *other;
    const cj_section *s = cj_map_section(f->map, CJ_SECTION_PERSONA);
    size_t i;

    if (!s)
        return;
    for (i = 0; i < s->n_records; i++)
        if (persona_by_name(s, i)) {
            const cj_field *value = &s->records[i].cell[s->n_columns > 1];

            add_value(f, persona, s->records[i].field, value->at,
                      s->records[i].cell[0].text, value->text);
        }
    other = cj_fact_add_list(f->arena, persona, "other");
    for (i = 0; i < s->n_records; i++)
        if (!persona_by_name(s, i)) {
            const cj_field *value = &s->records[i].cell[s->n_columns > 1];

            add_value(f, other, NULL, value->at, s->records[i].cell[0].text, value->text);
        }
}

/* "B:C" for columns, "3:5" for rows. */
static cj_str range_of(const facts *f, unsigned from, unsigned to)
{
    char first[CJ_REF_MAX], last[CJ_REF_MAX];
    bool down = f->map->orient == CJ_PHASES_DOWN;

    cj_ref(first, down ? from : 0, down ? 0 : from);
    cj_ref(last, down ? to : 0, down ? 0 : to);
    return cj_str_fmt(f->arena, "%s:%s", first, last);
}

static void add_steps(const facts *f, cj_fact *to, const cj_phase *p)
{
    cj_fact *list = cj_fact_add_list(f->arena, to, "steps"), *o;
    size_t i;

    for (i = 0; i < p->n_steps; i++) {
        o = cj_fact_add_object(f->arena, list, NULL);
        add_ref(f, o, p->steps[i].at);
        cj_outline_text(f->arena, o, "range",
                        range_of(f, p->steps[i].first, p->steps[i].last));
        cj_fact_add_integer(f->arena, o, "level", p->steps[i].level);
        cj_outline_text(f->arena, o, "name", p->steps[i].name);
    }
}

static void add_days(const facts *f, cj_fact *to, const char *key, bool there, long days)
{
    if (there)
        cj_fact_add_integer(f->arena, to, key, days);
    else
        cj_fact_add_null(f->arena, to, key);
}

static void add_phase(const facts *f, cj_fact *list, const cj_phase *p)
{
    cj_fact *o = cj_fact_add_object(f->arena, list, NULL), *period;

    add_ref(f, o, p->at);
    cj_outline_text(f->arena, o, "range", range_of(f, p->first, p->last));
    cj_fact_add_bool(f->arena, o, "assumed", p->assumed);
    cj_outline_text(f->arena, o, "group", p->group);
    cj_outline_text(f->arena, o, "name", p->name);
    cj_outline_text(f->arena, o, "key", p->key);
    cj_outline_text(f->arena, o, "id", cj_str_of(cj_phase_id_name(p->id)));
    cj_fact_add_integer(f->arena, o, "order", (long long)p->order + 1);
    period = cj_fact_add_object(f->arena, o, "period");
    cj_outline_text(f->arena, period, "text", p->period_text);
    add_days(f, period, "from", p->period.has_from, p->period.from);
    add_days(f, period, "to", p->period.has_to, p->period.to);
    cj_outline_text(f->arena, o, "definition", p->definition);
    cj_outline_text(f->arena, o, "entry", p->entry);
    cj_outline_text(f->arena, o, "exit", p->exit);
    add_steps(f, o, p);
}

static void add_item(const facts *f, cj_fact *list, const cj_item *item)
{
    cj_fact *o = cj_fact_add_object(f->arena, list, NULL), *refs;
    size_t i;

    cj_outline_text(f->arena, o, "text", item->text);
    refs = cj_fact_add_list(f->arena, o, "evidence");
    for (i = 0; i < item->support.refs.n; i++)
        cj_fact_add_text(f->arena, refs, NULL,
                         cj_str_fmt(f->arena, "E%u", item->support.refs.id[i]));
    cj_fact_add_bool(f->arena, o, "source", item->support.inline_source);
    cj_fact_add_bool(f->arena, o, "assumption", item->support.assumption);
    cj_outline_text(f->arena, o, "owner", item->owner);
    cj_outline_text(f->arena, o, "timing", item->timing);
}

static void add_cell(const facts *f, cj_fact *list, const cj_cell *c)
{
    cj_fact *o = cj_fact_add_object(f->arena, list, NULL), *items, *parts, *part;
    bool show = c->n_parts > 1 || (c->n_parts && c->parts[0].label.n);
    size_t i;

    add_ref(f, o, c->at);
    cj_fact_add_text(f->arena, o, "text", c->text);
    cj_fact_add_bool(f->arena, o, "placeholder", c->placeholder);
    cj_outline_text(f->arena, o, "note", c->note);
    if (c->scored)
        cj_fact_add_real(f->arena, o, "score", c->score);
    else
        cj_fact_add_null(f->arena, o, "score");
    items = cj_fact_add_list(f->arena, o, "items");
    for (i = 0; i < c->n_items; i++)
        add_item(f, items, &c->items[i]);
    parts = cj_fact_add_list(f->arena, o, "parts");
    for (i = 0; show && i < c->n_parts; i++) {
        part = cj_fact_add_object(f->arena, parts, NULL);
        add_ref(f, part, c->parts[i].at);
        cj_outline_text(f->arena, part, "label", c->parts[i].label);
        cj_fact_add_text(f->arena, part, "text", c->parts[i].text);
    }
}

static void add_element(const facts *f, cj_fact *list, const cj_element *e)
{
    cj_fact *o = cj_fact_add_object(f->arena, list, NULL), *cells;
    size_t i;

    add_ref(f, o, e->at);
    cj_outline_text(f->arena, o, "id", e->key);
    cj_outline_text(f->arena, o, "also",
                    cj_str_of(e->also == CJ_CUSTOM ? "" : cj_elem_id(e->also)));
    cj_outline_text(f->arena, o, "named",
                    cj_str_of(e->named == e->elem ? "" : cj_elem_id(e->named)));
    cj_outline_text(f->arena, o, "label", e->label);
    cj_fact_add_z(f->arena, o, "reading", cj_outline_reading(e->reading));
    cj_outline_text(f->arena, o, "guidance", e->tail);
    cj_outline_text(f->arena, o, "group", e->group);
    cj_fact_add_bool(f->arena, o, "assumed", e->assumed);
    cells = cj_fact_add_list(f->arena, o, "cells");
    for (i = 0; i < f->map->n_phases; i++)
        add_cell(f, cells, &e->cells[i]);
}

static cj_fact *add_record(const facts *f, cj_fact *list, const cj_section *s,
                           const cj_record *r)
{
    cj_fact *o = cj_fact_add_object(f->arena, list, NULL), *other;
    size_t i;

    add_ref(f, o, r->cell[0].at);
    for (i = 0; i < s->n_columns; i++)
        if (column_by_name(s, i))
            cj_outline_text(f->arena, o, s->columns[i].field, r->cell[i].text);
    other = cj_fact_add_list(f->arena, o, "other");
    for (i = 0; i < s->n_columns; i++)
        if (r->cell[i].text.n && !column_by_name(s, i))
            add_value(f, other, NULL, r->cell[i].at, s->columns[i].label, r->cell[i].text);
    return o;
}

static void add_sections(const facts *f, cj_fact *to, const char *key, cj_section_kind kind)
{
    cj_fact *list = cj_fact_add_list(f->arena, to, key);
    size_t i, j, at = 0;

    for (i = 0; i < f->map->n_sections; i++)
        for (j = 0; f->map->sections[i].kind == kind && j < f->map->sections[i].n_records;
             j++)
            cj_outline_read(
                f->arena,
                add_record(f, list, &f->map->sections[i], &f->map->sections[i].records[j]),
                f->map, kind, at++);
}

static const struct {
    const char *key;
    cj_section_kind kind;
} known[] = {
    { "evidence", CJ_SECTION_EVIDENCE },   { "kpi", CJ_SECTION_KPI },
    { "actions", CJ_SECTION_ACTIONS },     { "history", CJ_SECTION_HISTORY },
    { "conflicts", CJ_SECTION_CONFLICTS }, { "merge_log", CJ_SECTION_MERGE_LOG },
};

static bool has_a_place(cj_section_kind kind)
{
    size_t i;

    for (i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].kind == kind)
            return true;
    return kind == CJ_SECTION_PERSONA;
}

static void add_custom(const facts *f, cj_fact *list, const cj_section *s)
{
    cj_fact *o = cj_fact_add_object(f->arena, list, NULL), *rows, *row;
    size_t i, j;

    add_ref(f, o, s->at);
    cj_outline_text(f->arena, o, "kind", cj_str_of(cj_section_name(s->kind)));
    cj_outline_text(f->arena, o, "title", s->title);
    row = cj_fact_add_list(f->arena, o, "columns");
    for (i = 0; i < s->n_columns; i++)
        cj_fact_add_text(f->arena, row, NULL, s->columns[i].label);
    rows = cj_fact_add_list(f->arena, o, "records");
    for (i = 0; i < s->n_records; i++) {
        row = cj_fact_add_list(f->arena, rows, NULL);
        for (j = 0; j < s->n_columns; j++)
            cj_fact_add_text(f->arena, row, NULL, s->records[i].cell[j].text);
    }
}

static void add_notes(const facts *f, cj_fact *to)
{
    const cj_sheet *s = &f->map->book->sheets[f->map->sheet];
    cj_fact *list = cj_fact_add_list(f->arena, to, "notes"), *o;
    size_t i;

    for (i = 0; i < s->n_notes; i++) {
        cj_span at = { f->map->sheet, s->notes[i].row, s->notes[i].col, 0, 0 };

        o = cj_fact_add_object(f->arena, list, NULL);
        add_ref(f, o, at);
        cj_fact_add_text(f->arena, o, "text", s->notes[i].text);
    }
}

static void add_leftover(const facts *f, cj_fact *to)
{
    cj_fact *list = cj_fact_add_list(f->arena, to, "leftover"), *o;
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;

    while (cj_left_next(f->arena, f->map, &left, &leaf)) {
        o = cj_fact_add_object(f->arena, list, NULL);
        add_ref(f, o, leaf.at);
        cj_fact_add_text(f->arena, o, "text", leaf.text);
    }
}

/* "B5" or "Sheet1!B5", as far as the reader knew the place. */
static cj_str notice_ref(const facts *f, const cj_pos *at)
{
    char ref[CJ_REF_MAX];

    if (!at->row && !at->col)
        return at->sheet;
    cj_ref(ref, at->row, at->col);
    return cj_str_fmt(f->arena, CJ_FMT "%s%s", CJ_ARG(at->sheet), at->sheet.n ? "!" : "",
                      ref);
}

static void add_warnings(const facts *f, cj_fact *to)
{
    cj_fact *list = cj_fact_add_list(f->arena, to, "warnings"), *o;
    const cj_book *book = f->map->book;
    size_t i;

    for (i = 0; i < book->n_notices; i++) {
        o = cj_fact_add_object(f->arena, list, NULL);
        cj_outline_text(f->arena, o, "ref", notice_ref(f, &book->notices[i].what.at));
        cj_outline_text(f->arena, o, "message",
                        cj_err_says(f->arena, &book->notices[i].what, f->lang));
    }
}

void cj_outline_facts(cj_arena *arena, cj_fact *to, const cj_map *map, cj_lang lang)
{
    const facts f = { arena, map, lang };
    bool csv = map->book->format == CJ_CSV || map->book->format == CJ_TSV;
    cj_fact *list;
    size_t i;

    cj_fact_add_z(arena, to, "lang", cj_lang_code(map->lang));
    cj_outline_text(arena, to, "sheet",
                    csv ? cj_str_of("") : map->book->sheets[map->sheet].name);
    cj_fact_add_text(arena, to, "range", cj_map_range(arena, map));
    cj_fact_add_z(arena, to, "orient",
                  map->orient == CJ_PHASES_DOWN ? "phases-down" : "phases-across");
    cj_fact_add_z(arena, to, "form", cj_form_name(map->form));
    add_meta(&f, to);
    add_persona(&f, to);
    list = cj_fact_add_list(arena, to, "phases");
    for (i = 0; i < map->n_phases; i++)
        add_phase(&f, list, &map->phases[i]);
    list = cj_fact_add_list(arena, to, "elements");
    for (i = 0; i < map->n_elements; i++)
        add_element(&f, list, &map->elements[i]);
    for (i = 0; i < sizeof known / sizeof *known; i++)
        add_sections(&f, to, known[i].key, known[i].kind);
    add_notes(&f, to);
    list = cj_fact_add_list(arena, to, "custom");
    for (i = 0; i < map->n_sections; i++)
        if (!has_a_place(map->sections[i].kind))
            add_custom(&f, list, &map->sections[i]);
    add_leftover(&f, to);
    add_warnings(&f, to);
}
