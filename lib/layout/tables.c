/* tables.c - the tables beside the grid: evidence, KPI, actions, history, and those people made up. */
#include "layout/columns.h"
#include "layout/rest.h"
#include "map/figure.h"
#include "map/items.h"
#include "map/sections.h"
#include "base/utf8.h"
#include <string.h>

enum { LINES_FOR_CHOICES = 500 };

static bool belongs(const cj_tables_of *of, const cj_section *s)
{
    bool own = s->at.sheet == of->map->sheet;

    return own ? of->own : of->shared;
}

static const cj_section **sections_of(cj_pen *p, const cj_tables_of *of,
                                      cj_section_kind kind, size_t *n)
{
    const cj_section **all = CJ_NEW_N(p->arena, const cj_section *, of->map->n_sections);
    size_t i;

    *n = 0;
    for (i = 0; i < of->map->n_sections; i++)
        if (of->map->sections[i].kind == kind && belongs(of, &of->map->sections[i]))
            all[(*n)++] = &of->map->sections[i];
    return all;
}

bool cj_has_table(const cj_tables_of *of, cj_section_kind kind)
{
    size_t i;

    for (i = 0; i < of->map->n_sections; i++)
        if (of->map->sections[i].kind == kind && belongs(of, &of->map->sections[i]))
            return true;
    return false;
}

/* ---- one record ----------------------------------------------------------------------------------- */

typedef struct line {
    cj_pen *p;
    const cj_lay_columns *columns;
    unsigned from; /* the first column */
    cj_str *text;  /* by column */
    cj_span *at;
    cj_str unit; /* that is told once for the whole record */
    cj_span unit_from[8];
    unsigned n_unit_from;
} line;

/* A phase, a type … merged over several records is said of each of them. */
static cj_str merged_text(const cj_pen *p, const cj_section *s, cj_span *at)
{
    const cj_sheet *sheet = &p->map->book->sheets[at->sheet];
    const cj_range *m = at->row ? cj_sheet_merge(sheet, at->row, at->col) : NULL;

    if (!m || m->row1 <= s->at.row || m->row1 == at->row ||
        (s->n_columns && m->row1 <= s->columns[0].at.row))
        return CJ_STR("");
    at->row = m->row1;
    at->col = m->col1;
    return cj_pen_seen(p, *at);
}

static void read_line(line *l, const cj_section *s, const cj_record *r)
{
    cj_pen *p = l->p;
    size_t k;

    memset(l->text, 0, l->columns->n * sizeof *l->text);
    memset(l->at, 0, l->columns->n * sizeof *l->at);
    l->unit = CJ_STR("");
    l->n_unit_from = 0;
    for (k = 0; k < s->n_columns; k++) {
        size_t to = cj_columns_of(l->columns, s, k, p->map->fiscal_start);
        cj_span at = r->cell[k].at;
        cj_str text = r->cell[k].text;

        if (to == CJ_NONE)
            continue;
        if (!text.n)
            text = merged_text(p, s, &at);
        l->text[to] = text;
        l->at[to] = at;
        if (l->columns->at[to].kind == CJ_COL_UNIT)
            l->unit = text;
    }
}

/* "80%" with nothing, or %, in the column of units: 80 there and % here. */
static bool number_and_unit(line *l, size_t k, cj_str *digits)
{
    cj_figure f = cj_figure_of(l->p->arena, l->text[k]);
    cj_str text = l->text[k];
    double value;

    if (!f.number || !f.unit.n || f.unit.n >= text.n || !cj_str_ends(text, f.unit) ||
        l->n_unit_from == 8)
        return false;
    *digits = cj_utf8_trim(cj_str_cut(text, 0, text.n - f.unit.n));
    if (!cj_pen_is_number(*digits, &value) || (l->unit.n && !cj_str_eq(l->unit, f.unit)))
        return false;
    if (!l->unit.n)
        l->unit = f.unit;
    l->unit_from[l->n_unit_from++] = l->at[k];
    return true;
}

static bool has_units(const line *l)
{
    size_t k;

    for (k = 0; k < l->columns->n; k++)
        if (l->columns->at[k].kind == CJ_COL_UNIT)
            return true;
    return false;
}

static void put_field(line *l, size_t k)
{
    cj_pen *p = l->p;
    const cj_lay_column *c = &l->columns->at[k];
    unsigned col = l->from + (unsigned)k;
    cj_str text = l->text[k], digits = text;
    cj_role role =
        text.n && cj_placeholder(p->arena, text) ? CJ_ROLE_SAMPLE : CJ_ROLE_FIELD;

    if (c->kind == CJ_COL_NUMBER && has_units(l) && number_and_unit(l, k, &digits)) {
        cj_pen_number(p, p->row, col, role, digits);
    } else if (!(c->kind == CJ_COL_NUMBER && cj_pen_number(p, p->row, col, role, text)) &&
               !(c->kind == CJ_COL_DATE && cj_pen_date(p, p->row, col, role, text))) {
        cj_pen_copy(p, p->row, col, role, text, l->at[k]);
    }
    if (text.n)
        cj_pen_from(p, l->at[k], p->row, col, CJ_MOVE_WHOLE);
}

static void put_unit(line *l, size_t k)
{
    cj_pen *p = l->p;
    unsigned col = l->from + (unsigned)k, i;
    cj_role role =
        l->unit.n && cj_placeholder(p->arena, l->unit) ? CJ_ROLE_SAMPLE : CJ_ROLE_FIELD;

    cj_pen_put(p, p->row, col, role, l->unit);
    if (l->text[k].n)
        cj_pen_from(p, l->at[k], p->row, col, CJ_MOVE_WHOLE);
    for (i = 0; i < l->n_unit_from; i++)
        cj_pen_from(p, l->unit_from[i], p->row, col, CJ_MOVE_WHOLE);
}

static void put_line(line *l)
{
    size_t k;

    for (k = 0; k < l->columns->n; k++)
        if (l->columns->at[k].kind != CJ_COL_UNIT)
            put_field(l, k);
    for (k = 0; k < l->columns->n; k++)
        if (l->columns->at[k].kind == CJ_COL_UNIT)
            put_unit(l, k);
    l->p->row++;
}

/* ---- a table ------------------------------------------------------------------------------------------ */

/* A table under the grid of its map leaves the look of the sheet to the grid. */
static bool has_sheet(const cj_pen *p, unsigned head)
{
    return !p->options->stacked && head == 1;
}

/* Under a grid its columns stay as wide as they are. */
static void set_width(cj_pen *p, unsigned col, double width)
{
    const cj_look *look = &cj_pen_sheet(p)->look;

    if (!p->options->stacked && (col > look->n_widths || look->width[col - 1] <= 0))
        cj_pen_width(p, col, width);
}

static void put_headers(cj_pen *p, const cj_lay_columns *columns,
                        const cj_section *const *sections, size_t n)
{
    size_t i, k, to;

    for (k = 0; k < columns->n; k++) {
        cj_pen_put(p, p->row, (unsigned)k + 1, CJ_ROLE_COLUMN, columns->at[k].label);
        set_width(p, (unsigned)k + 1, columns->at[k].width);
    }
    for (i = 0; i < n; i++)
        for (k = 0; k < sections[i]->n_columns; k++)
            if ((to = cj_columns_of(columns, sections[i], k, p->map->fiscal_start)) !=
                CJ_NONE)
                cj_pen_from(p, sections[i]->columns[k].at, p->row, (unsigned)to + 1,
                            sections[i]->columns[k].field ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
    p->row++;
}

/* Under a grid such a line would begin a table of its own: the notes keep it. */
static bool line_like_title(const line *l)
{
    cj_beginning b = { .filled = 0 };
    size_t k;

    for (k = 0; k < l->columns->n; k++)
        cj_beginning_add(&b, l->text[k], l->from + (unsigned)k);
    return cj_like_title(l->p, &b);
}

static void put_records(cj_pen *p, bool below, const cj_lay_columns *columns,
                        const cj_section *const *sections, size_t n)
{
    line l = { .p = p, .columns = columns, .from = 1 };
    size_t i, k;

    l.text = CJ_NEW_N(p->arena, cj_str, columns->n);
    l.at = CJ_NEW_N(p->arena, cj_span, columns->n);
    for (i = 0; i < n; i++)
        for (k = 0; k < sections[i]->n_records; k++) {
            read_line(&l, sections[i], &sections[i]->records[k]);
            if (!below || !line_like_title(&l))
                put_line(&l);
        }
}

static void put_blank_lines(cj_pen *p, size_t n_columns)
{
    unsigned i;
    size_t k;

    for (i = 0; i < p->options->blank; i++, p->row++)
        for (k = 0; k < n_columns; k++)
            cj_pen_put(p, p->row, (unsigned)k + 1, CJ_ROLE_FIELD, CJ_STR(""));
}

/* A table on its own sheet has its headers in view, in print and with buttons. */
static void set_look(cj_pen *p, unsigned head, size_t n_columns)
{
    cj_look *look = &cj_pen_sheet(p)->look;

    if (!has_sheet(p, head))
        return;
    look->freeze_row = head + 1;
    look->freeze_col = 1;
    look->repeat_row1 = look->repeat_row2 = head;
    look->filter = (cj_range){ head, 1, p->row > head + 1 ? p->row - 1 : head + 1,
                               (unsigned)n_columns };
}

static void records_table(cj_pen *p, const cj_tables_of *of, cj_section_kind kind,
                          const cj_section *const *sections, size_t n)
{
    cj_lay_columns columns;
    unsigned head = p->row, last;

    cj_columns_plan(p, kind, sections, n, &columns);
    if (!columns.n)
        return;
    put_headers(p, &columns, sections, n);
    put_records(p, !has_sheet(p, head), &columns, sections, n);
    if (!p->options->stacked) {
        put_blank_lines(p, columns.n);
        set_look(p, head, columns.n);
        last = p->row - 1;
        if (has_sheet(p, head) && last < head + LINES_FOR_CHOICES)
            last = head + LINES_FOR_CHOICES;
        cj_lay_choices(p, kind, &columns, head + 1, last);
        if (kind == CJ_SECTION_KPI)
            cj_lay_kpi_charts(p, &columns, head, of);
    }
}

/* ---- the persona -------------------------------------------------------------------------------------- */

/* Those that the articles ask for stand there even where nobody has filled them in. */
static const char *const fields[] = { "name",  "age",   "role", "company", "duties",
                                      "pains", "goals", "info", NULL };

static cj_str persona_label(cj_pen *p, const char *field, cj_str written)
{
    const char *name;
    unsigned i;

    for (i = 0; field && (name = cj_labels_name(CJ_FAM_PERSONA, i)) != NULL; i++)
        if (strcmp(name, field) == 0)
            return cj_words_header(p, CJ_FAM_PERSONA, (int)i, written);
    return written;
}

static void put_pair(cj_pen *p, const char *field, const cj_record *r)
{
    cj_str label = r ? r->cell[0].text : CJ_STR(""),
           value = r ? r->cell[1].text : CJ_STR("");
    cj_role role =
        value.n && cj_placeholder(p->arena, value) ? CJ_ROLE_SAMPLE : CJ_ROLE_META;

    cj_pen_put(p, p->row, 1, CJ_ROLE_META_LABEL, persona_label(p, field, label));
    if (r)
        cj_pen_copy(p, p->row, 2, role, value, r->cell[1].at);
    else
        cj_pen_put(p, p->row, 2, role, value);
    if (field && !p->options->stacked)
        cj_lay_choice(p, CJ_LIST_NONE, (cj_range){ p->row, 2, p->row, 2 },
                      persona_label(p, field, CJ_STR("")),
                      cj_words_hint(p, CJ_SECTION_PERSONA, field));
    if (r) {
        cj_pen_from(p, r->cell[0].at, p->row, 1, field ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
        if (value.n)
            cj_pen_from(p, r->cell[1].at, p->row, 2, CJ_MOVE_WHOLE);
    }
    p->row++;
}

static bool is_field(const cj_record *r, const char *field)
{
    return r->field && strcmp(r->field, field) == 0;
}

/* Of the first person alone: where another name follows, or another table, what it says is said of
 * somebody else. */
static const cj_record *first_of(const cj_section *const *sections, size_t n,
                                 const char *field)
{
    size_t k, names = 0;

    for (k = 0; n && k < sections[0]->n_records; k++) {
        const cj_record *r = &sections[0]->records[k];

        names += is_field(r, "name");
        if (names > 1)
            break;
        if (is_field(r, field))
            return r;
    }
    return NULL;
}

static bool standard_field(const cj_section *const *sections, size_t n, const cj_record *r)
{
    size_t i;

    for (i = 0; fields[i]; i++)
        if (is_field(r, fields[i]) && first_of(sections, n, fields[i]) == r)
            return true;
    return false;
}

static void persona_headers(cj_pen *p, const cj_section *const *sections, size_t n)
{
    size_t i, k;

    for (k = 0; k < 2; k++) {
        cj_pen_put(p, p->row, (unsigned)k + 1, CJ_ROLE_COLUMN,
                   cj_str_of(cj_labels_canonical(CJ_FAM_PERCOL, (unsigned)k, p->lang)));
        for (i = 0; i < n; i++)
            if (sections[i]->n_columns) /* a title may have nothing below */
                cj_pen_from(p, sections[i]->columns[k].at, p->row, (unsigned)k + 1,
                            CJ_MOVE_LABEL);
    }
    p->row++;
}

static void persona_table(cj_pen *p, const cj_section *const *sections, size_t n)
{
    bool below = !has_sheet(p, p->row);
    size_t i, k;

    if (!p->options->stacked) {
        set_width(p, 1, 20);
        set_width(p, 2, 80);
        if (!below)
            cj_pen_sheet(p)->look.freeze_row = p->row + 1;
    }
    persona_headers(p, sections, n);
    for (i = 0; fields[i]; i++)
        put_pair(p, fields[i], first_of(sections, n, fields[i]));
    for (i = 0; i < n; i++)
        for (k = 0; k < sections[i]->n_records; k++) {
            const cj_record *r = &sections[i]->records[k];

            if (!standard_field(sections, n, r) &&
                !(below && cj_record_like_title(p, r, 2)))
                put_pair(p, r->field, r);
        }
}

/* ---- titles --------------------------------------------------------------------------------------------- */

/* A title that says more than the standard one is found in the notes. */
static void place_titles(cj_pen *p, cj_section_kind kind, const cj_section *const *sections,
                         size_t n, unsigned row)
{
    size_t i;

    for (i = 0; i < n; i++)
        cj_pen_from(p, sections[i]->at, row, 1,
                    cj_words_is(p, CJ_FAM_SHEET, (int)kind, sections[i]->title)
                        ? CJ_MOVE_LABEL
                        : CJ_MOVE_WHOLE);
}

void cj_lay_table(cj_pen *p, const cj_tables_of *of, cj_section_kind kind)
{
    const char *title = cj_labels_canonical(CJ_FAM_SHEET, kind, p->lang);
    const cj_section *const *sections;
    size_t n;
    unsigned row = 0;

    sections = sections_of(p, of, kind, &n);
    if (p->options->stacked || (of->own && !of->shared)) {
        row = ++p->row;
        cj_pen_put(p, p->row++, 1, CJ_ROLE_SECTION,
                   cj_str_fmt(p->arena, "%s%s", p->lang == CJ_JA ? "■" : "# ", title));
    } else {
        cj_pen_new_sheet(p, cj_str_of(title));
    }
    place_titles(p, kind, sections, n, row);
    if (kind == CJ_SECTION_PERSONA)
        persona_table(p, sections, n);
    else
        records_table(p, of, kind, sections, n);
}
