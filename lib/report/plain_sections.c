/* plain_sections.c - the tables of a map as lines: one for each field of each record. */
#include "report/plain.h"
#include "map/labels.h"
#include "map/sections.h"

typedef struct table {
    cj_plain *w;
    const cj_section *section;
    cj_str title;
    cj_str *label; /* of each column */
} table;

/* ---- what columns are called ------------------------------------------------------------------------ */

static cj_str canonical(const cj_plain *w, cj_family family, const char *field)
{
    const char *name;
    unsigned id;

    if (!field || family == CJ_N_FAMILIES)
        return CJ_STR("");
    for (id = 0; (name = cj_labels_name(family, id)) != NULL; id++)
        if (!strcmp(name, field))
            return cj_str_of(cj_labels_canonical(family, id, w->lang));
    return CJ_STR("");
}

static size_t columns_of(const cj_section *s, const char *field)
{
    size_t i, n = 0;

    for (i = 0; i < s->n_columns; i++)
        n += s->columns[i].field && !strcmp(s->columns[i].field, field);
    return n;
}

/* The standard label where it means this column alone, else the team's own, else a number. */
static cj_str column_label(const table *t, size_t col)
{
    const cj_column *c = &t->section->columns[col];
    cj_str label = CJ_STR("");

    if (c->field && columns_of(t->section, c->field) == 1)
        label = canonical(t->w, cj_section_family(t->section->kind), c->field);
    if (!label.n)
        label = cj_plain_text(t->w->arena, c->label);
    return label.n ? label : cj_str_fmt(t->w->arena, "%zu", col + 1);
}

/* Columns of the team's own say something by being there. */
static void put_own_columns(const table *t)
{
    static const cj_text column = { "column", "列" };
    size_t i;

    for (i = 0; i < t->section->n_columns; i++)
        if (!t->section->columns[i].field && t->section->kind != CJ_SECTION_PERSONA)
            cj_plain_line(t->w, t->title, CJ_STR(""), cj_plain_word(t->w, column),
                          t->section->columns[i].label);
}

/* ---- records ------------------------------------------------------------------------------------------ */

/* What a record of that kind is called by. */
static bool names_it(const table *t, size_t col)
{
    static const struct {
        cj_section_kind kind;
        const char *field;
    } rows[] = {
        { CJ_SECTION_EVIDENCE, "id" },  { CJ_SECTION_KPI, "phase" },
        { CJ_SECTION_KPI, "name" },     { CJ_SECTION_ACTIONS, "id" },
        { CJ_SECTION_PHASES, "name" },  { CJ_SECTION_HISTORY, "version" },
        { CJ_SECTION_CONFLICTS, "id" }, { CJ_SECTION_MERGE_LOG, "id" },
    };
    const char *field = t->section->columns[col].field;
    bool known = false;
    size_t i;

    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].kind != t->section->kind)
            continue;
        known = true;
        if (field && !strcmp(field, rows[i].field))
            return true;
    }
    return !known && col == 0;
}

static cj_str record_name(const table *t, const cj_record *r)
{
    cj_arena *arena = t->w->arena;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < t->section->n_columns; i++)
        if (names_it(t, i) && r->cell[i].text.n) {
            cj_buf_z(&b, b.n ? " × " : "");
            cj_buf_add(&b, cj_plain_text(arena, r->cell[i].text));
        }
    return cj_buf_str(&b);
}

static cj_str field_text(const table *t, const cj_record *r, size_t col)
{
    const char *field = t->section->columns[col].field;
    cj_str text = r->cell[col].text;

    if (field && (!strcmp(field, "date") || !strcmp(field, "due")))
        return cj_plain_date(t->w, text);
    return text;
}

static void put_record(const table *t, const cj_record *r)
{
    cj_str name = record_name(t, r), none = { NULL, 0 };
    bool alone = true;
    size_t i;

    for (i = 0; i < t->section->n_columns; i++) {
        if (names_it(t, i) || !r->cell[i].text.n)
            continue;
        cj_plain_line(t->w, t->title, name, t->label[i], field_text(t, r, i));
        alone = false;
    }
    if (alone)
        cj_plain_line(t->w, t->title, none, none, name);
}

/* A field a line: its label is what a record of other tables is called. */
static void put_persona(const table *t, const cj_record *r)
{
    cj_str label = canonical(t->w, CJ_FAM_PERSONA, r->field), none = { NULL, 0 };
    size_t i;

    if (!label.n && t->section->n_columns)
        label = r->cell[0].text;
    for (i = 1; i < t->section->n_columns; i++)
        cj_plain_line(t->w, t->title, label, i > 1 ? t->label[i] : none, r->cell[i].text);
}

static void put_section(cj_plain *w, const cj_section *s)
{
    table t = { .w = w, .section = s, .label = CJ_NEW_N(w->arena, cj_str, s->n_columns) };
    size_t i;

    t.title = cj_plain_text(w->arena, s->title);
    if (s->kind != CJ_SECTION_UNKNOWN)
        t.title = cj_str_of(cj_labels_canonical(CJ_FAM_SHEET, s->kind, w->lang));
    for (i = 0; i < s->n_columns; i++)
        t.label[i] = column_label(&t, i);
    cj_plain_head(w, t.title);
    put_own_columns(&t);
    for (i = 0; i < s->n_records; i++)
        if (s->kind == CJ_SECTION_PERSONA)
            put_persona(&t, &s->records[i]);
        else
            put_record(&t, &s->records[i]);
}

/* In this order, wherever they stand in the file. */
void cj_plain_sections(cj_plain *w)
{
    static const cj_section_kind order[] = {
        CJ_SECTION_PERSONA, CJ_SECTION_PHASES,  CJ_SECTION_EVIDENCE,  CJ_SECTION_KPI,
        CJ_SECTION_ACTIONS, CJ_SECTION_HISTORY, CJ_SECTION_CONFLICTS, CJ_SECTION_MERGE_LOG,
        CJ_SECTION_MAP,     CJ_SECTION_UNKNOWN, CJ_SECTION_NOTES,
    };
    size_t i, k;

    for (k = 0; k < sizeof order / sizeof *order; k++)
        for (i = 0; i < w->map->n_sections; i++)
            if (w->map->sections[i].kind == order[k])
                put_section(w, &w->map->sections[i]);
}
