/* page_records.c - the tables of a page: evidence, KPIs with what they did, actions, and the others. */
#include "report/page.h"
#include "base/number.h"
#include "base/utf8.h"
#include "map/refs.h"

typedef struct drawing {
    const cj_leaflet *l;
    const cj_section *section;
    cj_table *table;
    size_t trend;         /* the column of the small charts, or CJ_NONE */
    size_t evidence, kpi; /* the first of each in the map that the section says */
} drawing;

static bool is_field(const cj_column *c, const char *name)
{
    return c->field && strcmp(c->field, name) == 0;
}

/* ---- numbers ------------------------------------------------------------------------------------ */

/* 1,200円, 62%, +5: people wish to see the digits below each other. */
static bool number_like(cj_arena *arena, cj_str text)
{
    cj_str s = cj_utf8_trim(cj_utf8_nfkc(arena, text)), rest = s;
    unsigned digits = 0, others = 0;

    while (rest.n) {
        cj_script script = cj_utf8_script(cj_utf8_next(&rest));

        digits += script == CJ_SCRIPT_DIGIT;
        others += script != CJ_SCRIPT_DIGIT && script != CJ_SCRIPT_OTHER;
    }
    return digits && others <= 3 && s.n < 24 && strchr("+-0123456789", *s.p) &&
           !cj_str_has(s, CJ_STR("-")) == (*s.p != '-');
}

/* A column of numbers: all that stands in it reads as one. Dates and versions are names. */
static bool numeric(const drawing *d, size_t col)
{
    static const char *const names[] = { "id", "date", "version", "due", "when", "phase" };
    const cj_section *s = d->section;
    size_t i, n = 0;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (is_field(&s->columns[col], names[i]))
            return false;
    for (i = 0; i < s->n_records; i++) {
        cj_str text = s->records[i].cell[col].text;

        if (text.n && !number_like(d->l->arena, text))
            return false;
        n += text.n > 0;
    }
    return n > 0;
}

/* ---- cells -------------------------------------------------------------------------------------- */

/* What a section says stands together, a record behind the other. */
static const cj_evidence *evidence_of(const drawing *d, size_t record)
{
    const cj_map *m = d->l->map;
    size_t at = d->evidence + record;
    const cj_record *r = &d->section->records[record];

    return at < m->n_evidence && m->evidence[at].record == r ? &m->evidence[at] : NULL;
}

static const cj_kpi *kpi_of(const drawing *d, size_t record)
{
    const cj_map *m = d->l->map;
    size_t at = d->kpi + record;
    const cj_record *r = &d->section->records[record];

    return at < m->n_kpis && m->kpis[at].record == r ? &m->kpis[at] : NULL;
}

/* Where what the section says begins. */
static void find_first(drawing *d)
{
    const cj_map *m = d->l->map;

    while (d->evidence < m->n_evidence && m->evidence[d->evidence].section != d->section)
        d->evidence++;
    while (d->kpi < m->n_kpis && m->kpis[d->kpi].section != d->section)
        d->kpi++;
}

/* The anchor of a record of evidence, unless an earlier one has the same number. */
static cj_str anchor_of(const drawing *d, size_t record)
{
    const cj_evidence *e = evidence_of(d, record);

    return e && cj_leaflet_record(d->l, e->id) == e ? cj_leaflet_evidence(d->l, e->id)
                                                    : CJ_STR("");
}

static void fill_field(const drawing *d, cj_str text, cj_marked *into)
{
    cj_ref_list refs = { NULL, 0, 0 };
    cj_str rest = text, line;

    cj_refs_in_field(d->l->arena, cj_utf8_fold(d->l->arena, text), &refs);
    while (rest.n && cj_str_split(&rest, '\n', &line))
        cj_leaflet_mark(d->l, cj_marked_line(d->l->arena, into, CJ_LINE_TEXT), line, &refs);
}

/* The column of the table that a column of the section became. */
static size_t placed(const drawing *d, size_t col)
{
    return col + (d->trend != CJ_NONE && col >= d->trend);
}

static void fill_column(const drawing *d, size_t col)
{
    const cj_section *s = d->section;
    size_t cols = d->table->n_cols, to = placed(d, col), i;
    bool number = numeric(d, col), id = is_field(&s->columns[col], "id");

    d->table->cell[to] = s->columns[col].label;
    d->table->marked[to].number = number;
    for (i = 0; i < s->n_records; i++) {
        cj_marked *into = &d->table->marked[(i + 1) * cols + to];

        d->table->cell[(i + 1) * cols + to] = s->records[i].cell[col].text;
        into->number = number;
        if (id)
            into->anchor = anchor_of(d, i);
        else
            fill_field(d, s->records[i].cell[col].text, into);
    }
}

/* ---- what a KPI did ------------------------------------------------------------------------------ */

/* Behind the last of the periods; CJ_NONE: no record has two figures. */
static size_t trend_column(const drawing *d)
{
    size_t at = CJ_NONE, i, j;

    for (i = 0; i < d->section->n_records && at == CJ_NONE; i++) {
        const cj_kpi *k = kpi_of(d, i);

        if (!k || !cj_leaflet_trend(d->l, k))
            continue;
        for (j = 0, at = 0; j < k->n_actuals; j++) {
            size_t col = (size_t)(k->actual[j].column - d->section->columns) + 1;

            at = col > at ? col : at;
        }
    }
    return at ? at : CJ_NONE;
}

static void fill_trend(const drawing *d)
{
    static const cj_text title = { "Trend", "推移" };
    size_t cols = d->table->n_cols, i;

    d->table->cell[d->trend] = cj_str_of(cj_text_in(title, d->l->lang));
    for (i = 0; i < d->section->n_records; i++) {
        const cj_kpi *k = kpi_of(d, i);
        const cj_plot *plot = k ? cj_leaflet_trend(d->l, k) : NULL;
        size_t at = (i + 1) * cols + d->trend;

        d->table->marked[at].plot = plot;
        d->table->cell[at] = plot ? plot->alt : CJ_STR("");
    }
}

/* ---- sections ------------------------------------------------------------------------------------ */

static void add_section(const cj_leaflet *l, const cj_section *s)
{
    drawing d = { l, s, NULL, CJ_NONE, 0, 0 };
    size_t i;

    if (!s->n_records || !s->n_columns)
        return;
    find_first(&d);
    d.trend = trend_column(&d);
    cj_leaflet_heading(l, s->title);
    d.table = cj_report_table(l->arena, l->report, s->n_records + 1,
                              s->n_columns + (d.trend != CJ_NONE));
    d.table->header_row = d.table->header_col = true;
    d.table->title = s->title;
    d.table->marked = CJ_NEW_N(l->arena, cj_marked, d.table->n_rows * d.table->n_cols);
    for (i = 0; i < s->n_columns; i++)
        fill_column(&d, i);
    if (d.trend != CJ_NONE)
        fill_trend(&d);
}

/* A card: what is asked, what is so. */
static void add_card(const cj_leaflet *l, const cj_section *s)
{
    const drawing d = { l, s, NULL, CJ_NONE, 0, 0 };
    cj_table *t;
    size_t i;

    if (!s->n_records || !s->n_columns)
        return;
    cj_leaflet_heading(l, s->title);
    t = cj_report_table(l->arena, l->report, s->n_records, 2);
    t->plain = true;
    t->title = s->title;
    t->marked = CJ_NEW_N(l->arena, cj_marked, t->n_rows * 2);
    for (i = 0; i < s->n_records; i++) {
        t->cell[2 * i] = s->records[i].cell[0].text;
        t->cell[2 * i + 1] = s->n_columns > 1 ? s->records[i].cell[1].text : CJ_STR("");
        fill_field(&d, t->cell[2 * i + 1], &t->marked[2 * i + 1]);
    }
}

void cj_leaflet_persona(const cj_leaflet *l)
{
    size_t i;

    for (i = 0; i < l->map->n_sections; i++)
        if (l->map->sections[i].kind == CJ_SECTION_PERSONA)
            add_card(l, &l->map->sections[i]);
}

void cj_leaflet_sections(const cj_leaflet *l)
{
    /* In the order of a review: what is known, what came of it, what is done; the rest as it stands. */
    static const cj_section_kind order[] = { CJ_SECTION_EVIDENCE,  CJ_SECTION_KPI,
                                             CJ_SECTION_ACTIONS,   CJ_SECTION_HISTORY,
                                             CJ_SECTION_CONFLICTS, CJ_SECTION_MERGE_LOG };
    size_t n = sizeof order / sizeof *order, i, k;

    for (k = 0; k <= n; k++)
        for (i = 0; i < l->map->n_sections; i++) {
            const cj_section *s = &l->map->sections[i];
            size_t rank = 0;

            while (rank < n && order[rank] != s->kind)
                rank++;
            if (rank == k && s->kind != CJ_SECTION_PERSONA)
                add_section(l, s);
        }
}
