/* columns.c - the columns of a table of records in the standard form. */
#include "layout/columns.h"
#include "map/sections.h"
#include <string.h>

typedef struct standard {
    cj_section_kind kind;
    const char *field;
    cj_col_kind type;
    double width;
} standard;

/* Domain model, section 2. */
static const standard columns[] = {
    { CJ_SECTION_EVIDENCE, "id", CJ_COL_TEXT, 7 },
    { CJ_SECTION_EVIDENCE, "type", CJ_COL_TEXT, 18 },
    { CJ_SECTION_EVIDENCE, "date", CJ_COL_DATE, 12 },
    { CJ_SECTION_EVIDENCE, "n", CJ_COL_NUMBER, 7 },
    { CJ_SECTION_EVIDENCE, "summary", CJ_COL_TEXT, 48 },
    { CJ_SECTION_EVIDENCE, "quote", CJ_COL_TEXT, 36 },
    { CJ_SECTION_EVIDENCE, "link", CJ_COL_TEXT, 30 },
    { CJ_SECTION_EVIDENCE, "supports", CJ_COL_TEXT, 26 },
    { CJ_SECTION_EVIDENCE, "owner", CJ_COL_TEXT, 14 },
    { CJ_SECTION_KPI, "phase", CJ_COL_TEXT, 16 },
    { CJ_SECTION_KPI, "name", CJ_COL_TEXT, 30 },
    { CJ_SECTION_KPI, "definition", CJ_COL_TEXT, 42 },
    { CJ_SECTION_KPI, "unit", CJ_COL_UNIT, 8 },
    { CJ_SECTION_KPI, "direction", CJ_COL_TEXT, 10 },
    { CJ_SECTION_KPI, "baseline", CJ_COL_NUMBER, 10 },
    { CJ_SECTION_KPI, "target", CJ_COL_NUMBER, 10 },
    { CJ_SECTION_KPI, "source", CJ_COL_TEXT, 20 },
    { CJ_SECTION_KPI, "owner", CJ_COL_TEXT, 14 },
    { CJ_SECTION_KPI, "frequency", CJ_COL_TEXT, 10 },
    { CJ_SECTION_ACTIONS, "id", CJ_COL_TEXT, 7 },
    { CJ_SECTION_ACTIONS, "phase", CJ_COL_TEXT, 16 },
    { CJ_SECTION_ACTIONS, "what", CJ_COL_TEXT, 36 },
    { CJ_SECTION_ACTIONS, "owner", CJ_COL_TEXT, 16 },
    { CJ_SECTION_ACTIONS, "when", CJ_COL_TEXT, 18 },
    { CJ_SECTION_ACTIONS, "due", CJ_COL_DATE, 12 },
    { CJ_SECTION_ACTIONS, "pain", CJ_COL_TEXT, 30 },
    { CJ_SECTION_ACTIONS, "aim", CJ_COL_TEXT, 24 },
    { CJ_SECTION_ACTIONS, "kpi", CJ_COL_TEXT, 26 },
    { CJ_SECTION_ACTIONS, "priority", CJ_COL_TEXT, 8 },
    { CJ_SECTION_ACTIONS, "status", CJ_COL_TEXT, 10 },
    { CJ_SECTION_ACTIONS, "effect", CJ_COL_TEXT, 28 },
    { CJ_SECTION_ACTIONS, "decision", CJ_COL_TEXT, 10 },
    { CJ_SECTION_HISTORY, "version", CJ_COL_TEXT, 11 },
    { CJ_SECTION_HISTORY, "date", CJ_COL_DATE, 12 },
    { CJ_SECTION_HISTORY, "kind", CJ_COL_TEXT, 18 },
    { CJ_SECTION_HISTORY, "what", CJ_COL_TEXT, 48 },
    { CJ_SECTION_HISTORY, "why", CJ_COL_TEXT, 48 },
    { CJ_SECTION_HISTORY, "who", CJ_COL_TEXT, 22 },
    { CJ_SECTION_HISTORY, "approver", CJ_COL_TEXT, 14 },
};

#define N_COLUMNS (sizeof columns / sizeof *columns)
enum { OTHER_WIDTH = 20, PERIOD_WIDTH = 10 };

static bool same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static int id_of(cj_family family, const char *field)
{
    const char *name;
    unsigned i;

    for (i = 0; family != CJ_N_FAMILIES && (name = cj_labels_name(family, i)) != NULL; i++)
        if (same(name, field))
            return (int)i;
    return -1;
}

static void insert(cj_pen *p, cj_lay_columns *to, size_t at, cj_lay_column column)
{
    size_t i;

    CJ_ROOM(p->arena, to->at, to->n, to->cap);
    for (i = to->n++; i > at; i--)
        to->at[i] = to->at[i - 1];
    to->at[at] = column;
}

static bool is_period(cj_section_kind kind, const cj_column *c, unsigned fiscal_start)
{
    cj_when when;

    if (kind != CJ_SECTION_KPI)
        return false;
    return c->field ? same(c->field, "actual")
                    : cj_when_parse(c->label, fiscal_start, &when);
}

/* Behind the target and the periods that are there already. */
static size_t behind_periods(const cj_lay_columns *columns_so_far)
{
    size_t i, at = 0;

    for (i = 0; i < columns_so_far->n; i++)
        if (same(columns_so_far->at[i].field, "target") || columns_so_far->at[i].period)
            at = i + 1;
    return at;
}

/* How many columns of the section up to k are that field: the second one is another column. */
static size_t nth_of_field(const cj_section *s, size_t k)
{
    size_t i, n = 0;

    for (i = 0; i < k; i++)
        n += s->columns[k].field ? same(s->columns[i].field, s->columns[k].field)
                                 : !s->columns[i].field &&
                                       cj_str_eq(s->columns[i].label, s->columns[k].label);
    return n;
}

size_t cj_columns_of(const cj_lay_columns *planned, const cj_section *s, size_t k,
                     unsigned fiscal_start)
{
    const cj_column *c = &s->columns[k];
    bool period = is_period(s->kind, c, fiscal_start);
    size_t i, n = nth_of_field(s, k);

    for (i = 0; i < planned->n; i++) {
        const cj_lay_column *l = &planned->at[i];
        bool meant = c->field && !period
                         ? same(l->field, c->field)
                         : l->period == period && cj_str_eq(l->label, c->label);

        if (meant && n-- == 0)
            return i;
    }
    return CJ_NONE;
}

static void add_column(cj_pen *p, const cj_section *s, size_t k, cj_family family,
                       cj_lay_columns *out)
{
    const cj_column *c = &s->columns[k];
    bool period = is_period(s->kind, c, p->map->fiscal_start);
    cj_lay_column column = { .field = c->field,
                             .label = c->label,
                             .kind = period ? CJ_COL_NUMBER : CJ_COL_TEXT,
                             .width = period ? PERIOD_WIDTH : OTHER_WIDTH,
                             .period = period };

    if (c->field && !period)
        column.label = cj_words_header(p, family, id_of(family, c->field), c->label);
    insert(p, out, period ? behind_periods(out) : out->n, column);
}

/* The header that the first section with that field gives it, where it is no plain word for it. */
static cj_str written(const cj_section *const *sections, size_t n, const char *field)
{
    size_t i, k;

    for (i = 0; i < n; i++)
        for (k = 0; k < sections[i]->n_columns; k++)
            if (same(sections[i]->columns[k].field, field))
                return sections[i]->columns[k].label;
    return CJ_STR("");
}

void cj_columns_plan(cj_pen *p, cj_section_kind kind, const cj_section *const *sections,
                     size_t n, cj_lay_columns *out)
{
    cj_family family = cj_section_family(kind);
    size_t i, k;

    *out = (cj_lay_columns){ NULL, 0, 0 };
    for (i = 0; i < N_COLUMNS; i++)
        if (columns[i].kind == kind)
            insert(p, out, out->n,
                   (cj_lay_column){
                       .field = columns[i].field,
                       .label = cj_words_header(p, family, id_of(family, columns[i].field),
                                                written(sections, n, columns[i].field)),
                       .kind = columns[i].type,
                       .width = columns[i].width });
    for (i = 0; i < n; i++)
        for (k = 0; k < sections[i]->n_columns; k++)
            if (cj_columns_of(out, sections[i], k, p->map->fiscal_start) == CJ_NONE)
                add_column(p, sections[i], k, family, out);
}
