/* book_plot.c - charts in a workbook, each beside the table of its figures. */
#include "render/book.h"
#include "render/lines.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/utf8.h"

#define CHART_ROWS 13u
#define CHART_WIDE 56.0 /* characters */
#define SHEET_WIDE \
    120.0 /* of a page; a chart that would reach over it stands under its figures */
#define USUAL 8.43

typedef struct figures {
    uint32_t top, bottom;          /* the header, and the last point */
    uint32_t target, before, last; /* columns; 0: none */
} figures;

static const cj_text value_word = { "Value", "値" }, target_word = { "Target", "目標" },
                     before_word = { "Before", "以前" };

static void put(cj_draft *d, uint32_t row, uint32_t col, cj_role role, cj_str text)
{
    cj_str rest;

    cj_draft_put(d, row, col, (cj_style){ .role = role }, NULL, text,
                 cj_draft_room(d, col, col), &rest);
}

/* With the unit that the text has behind its digits: 71% as it is read, or 71. */
static cj_str format_of(cj_draft *d, const cj_plot_point *p)
{
    cj_str digits = cj_number_text(d->arena, p->value), unit;

    if (!cj_str_starts(p->text, digits))
        return CJ_STR("");
    unit = cj_str_from(p->text, digits.n);
    if (!unit.n || unit.n > 20 || cj_str_has(unit, CJ_STR("\"")) ||
        (unit.p[0] >= '0' && unit.p[0] <= '9') || unit.p[0] == '.' || unit.p[0] == ',')
        return CJ_STR("");
    return cj_str_fmt(d->arena, "General\"" CJ_FMT "\"", CJ_ARG(unit));
}

static void put_number(cj_draft *d, uint32_t row, uint32_t col, const cj_plot_point *p)
{
    cj_style style = { .role = CJ_ROLE_FIELD };
    cj_book_cell *c = cj_sheet_add(d->arena, cj_draft_sheet(d), row, col);

    if (p->there) {
        style.number_format = format_of(d, p);
        c->value = CJ_V_NUMBER;
        c->number = p->value;
        c->text = cj_number_text(d->arena, p->value);
    }
    c->style = cj_book_style(d->arena, d->book, style);
}

static cj_str named(const cj_draft *d, cj_str name, cj_text word)
{
    return name.n ? name : cj_str_of(cj_text_in(word, d->report->lang));
}

static void put_head(cj_draft *d, const cj_plot *p, const figures *f, cj_str title)
{
    put(d, f->top, 1, CJ_ROLE_COLUMN, title);
    put(d, f->top, 2, CJ_ROLE_COLUMN, named(d, p->name, value_word));
    if (f->target)
        put(d, f->top, f->target, CJ_ROLE_COLUMN, named(d, CJ_STR(""), target_word));
    if (f->before)
        put(d, f->top, f->before, CJ_ROLE_COLUMN, named(d, p->name_before, before_word));
}

static void put_points(cj_draft *d, const cj_plot *p, const figures *f)
{
    cj_plot_point aim = { .value = p->target, .there = true };
    uint32_t row = f->top + 1;
    size_t i;

    for (i = 0; i < p->n; i++, row++) {
        put(d, row, 1, CJ_ROLE_FIELD, p->point[i].label);
        put_number(d, row, 2, &p->point[i]);
        if (f->target)
            put_number(d, row, f->target, &aim);
        if (f->before)
            put_number(d, row, f->before, &p->before[i]);
    }
}

static void add_series(const figures *f, cj_chart *c, uint32_t col, cj_series_kind kind)
{
    uint32_t from = f->top + 1;

    c->series[c->n_series++] = (cj_series){ .name = { f->top, col, f->top, col },
                                            .labels = { from, 1, f->bottom, 1 },
                                            .values = { from, col, f->bottom, col },
                                            .kind = kind };
}

static uint32_t col_after(const cj_draft *d, uint32_t from, double wide)
{
    uint32_t col = from;

    while (cj_draft_room(d, from, col) < wide)
        col++;
    return col;
}

/* Beside the figures, else below them. */
static cj_range place(const cj_draft *d, const figures *f)
{
    double used = cj_draft_room(d, 1, f->last);
    cj_range at = { f->top, f->last + 1, f->top + CHART_ROWS - 1, 0 };

    if (used + CHART_WIDE > SHEET_WIDE) {
        at.row1 = f->bottom + 2;
        at.row2 = at.row1 + CHART_ROWS - 1;
        at.col1 = 1;
    }
    at.col2 = col_after(d, at.col1, CHART_WIDE);
    return at;
}

static void add_chart(cj_draft *d, const cj_plot *p, const figures *f, cj_str title)
{
    cj_look *look = &cj_draft_sheet(d)->look;
    cj_chart c = { .at = place(d, f), .title = cj_utf8_joined(d->arena, title) };

    c.about = cj_str_fmt(d->arena, CJ_FMT CJ_OURS, CJ_ARG(p->alt));
    c.has_scale = p->has_scale;
    c.least = p->least;
    c.most = p->most;
    c.series = CJ_NEW_N(d->arena, cj_series, 3);
    add_series(f, &c, 2, CJ_SERIES_PLAIN);
    if (f->target)
        add_series(f, &c, f->target, CJ_SERIES_TARGET);
    if (f->before)
        add_series(f, &c, f->before, CJ_SERIES_EARLIER);
    CJ_ROOM(d->arena, look->charts, look->n_charts, look->cap_charts);
    look->charts[look->n_charts++] = c;
    d->row = (c.at.row2 > f->bottom ? c.at.row2 : f->bottom) + 1;
}

void cj_draft_plot(cj_draft *d, const cj_plot *p, cj_str title)
{
    figures f = { .last = 2 };

    f.top = d->row;
    f.bottom = f.top + (uint32_t)p->n;
    f.target = p->has_target ? ++f.last : 0;
    f.before = p->before ? ++f.last : 0;
    put_head(d, p, &f, cj_utf8_joined(d->arena, title));
    put_points(d, p, &f);
    d->row = f.bottom + 1;
    if (p->n)
        add_chart(d, p, &f, title);
}
