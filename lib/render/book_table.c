/* book_table.c - tables in a workbook: maps, records and cards. */
#include "render/book.h"
#include "base/number.h"
#include "base/utf8.h"

static const cj_marked *marked(const cj_table *t, size_t row, size_t col)
{
    return t->marked ? &t->marked[row * t->n_cols + col] : NULL;
}

static bool headed(const cj_table *t, size_t row)
{
    return t->header_row && !row;
}

/* ---- one cell ------------------------------------------------------------------------------------- */

static cj_style style_of(const cj_table *t, size_t row, size_t col)
{
    bool head = headed(t, row), side = t->header_col && !col;

    if (t->plain)
        return (cj_style){ .role = col ? CJ_ROLE_META : CJ_ROLE_META_LABEL };
    if (t->role == CJ_TABLE_MAP)
        return (cj_style){ .role = head && side ? CJ_ROLE_CORNER
                                   : head       ? CJ_ROLE_PHASE
                                   : side       ? CJ_ROLE_LABEL
                                                : CJ_ROLE_CELL };
    return (cj_style){ .role = head ? CJ_ROLE_COLUMN : CJ_ROLE_FIELD,
                       .bold = side && !head };
}

/* A column of numbers is known by its header. */
static bool numbers(const cj_table *t, size_t row, size_t col)
{
    const cj_marked *m = marked(t, row, col);

    return m && !t->plain && (m->number || (row && marked(t, 0, col)->number));
}

static void make_number(cj_draft *d, cj_book_cell *c, double value, cj_str format)
{
    cj_style style = d->book->styles[c->style];

    style.number_format = format;
    style.right = false; /* numbers are there anyway */
    c->style = cj_book_style(d->arena, d->book, style);
    c->value = CJ_V_NUMBER;
    c->number = value;
    c->text = cj_number_text(d->arena, value);
}

static void make_day(cj_draft *d, cj_book_cell *c, double serial)
{
    cj_style style = d->book->styles[c->style];

    style.number_format = CJ_STR("yyyy-mm-dd");
    style.date = true;
    c->style = cj_book_style(d->arena, d->book, style);
    c->value = CJ_V_DATE;
    c->number = serial;
    c->text = cj_str_fmt(d->arena, "%.0f", serial);
}

/* What a spreadsheet can count with, where it shows it as it was. */
static void make_value(cj_draft *d, const cj_table *t, size_t row, size_t col,
                       cj_book_cell *c)
{
    cj_str format;
    double value;

    if (headed(t, row) || c->value != CJ_V_TEXT || t->role == CJ_TABLE_MAP)
        return;
    if (numbers(t, row, col) && cj_draft_number(d->arena, c->text, &value, &format))
        make_number(d, c, value, format);
    else if (cj_draft_day(c->text, &value))
        make_day(d, c, value);
}

static cj_str put_cell(cj_draft *d, const cj_table *t, size_t row, size_t col, uint32_t at)
{
    cj_style style = style_of(t, row, col);
    uint32_t column = (uint32_t)col + 1;
    cj_book_cell *c;
    cj_str rest;

    style.right = numbers(t, row, col);
    c = cj_draft_put(d, at, column, style, marked(t, row, col),
                     t->cell[row * t->n_cols + col], cj_draft_room(d, column, column),
                     &rest);
    make_value(d, t, row, col, c);
    return rest;
}

/* ---- rows ----------------------------------------------------------------------------------------- */

/* What a cell cannot hold goes on in the next row, as often as it must. */
static void put_row(cj_draft *d, const cj_table *t, size_t row)
{
    cj_str *rest = CJ_NEW_N(d->arena, cj_str, t->n_cols);
    bool more = false;
    size_t j;

    for (j = 0; j < t->n_cols; j++) {
        rest[j] = put_cell(d, t, row, j, d->row);
        more = more || rest[j].n;
    }
    for (d->row++; more; d->row++) {
        more = false;
        for (j = 0; j < t->n_cols; j++) {
            cj_draft_put(d, d->row, (uint32_t)j + 1, style_of(t, row, j), NULL, rest[j], 0,
                         &rest[j]);
            more = more || rest[j].n;
        }
    }
}

/* The first table's headers stay in sight, and are printed on every page. */
static void hold(cj_draft *d, const cj_table *t, uint32_t top)
{
    cj_look *look = &cj_draft_sheet(d)->look;
    bool map = t->role == CJ_TABLE_MAP;

    if (d->filter ? d->filter != t : look->freeze_row || t->plain || !t->header_row)
        return;
    look->freeze_row = top + 1;
    look->freeze_col = t->header_col && (map || d->width[0] <= 30) ? 2 : 0;
    look->repeat_row1 = look->repeat_row2 = top;
}

static void put_plots(cj_draft *d, const cj_table *t)
{
    size_t i, n = t->marked ? t->n_rows * t->n_cols : 0;

    for (i = 0; i < n; i++) {
        const cj_plot *p = t->marked[i].plot;
        size_t row = i / t->n_cols;

        if (!p)
            continue;
        d->row++;
        cj_draft_plot(d, p, p->title.n ? p->title : t->cell[row * t->n_cols]);
    }
}

void cj_draft_table(cj_draft *d, const cj_table *t)
{
    uint32_t top = d->row;
    size_t i;

    if (!t->n_rows || !t->n_cols)
        return;
    for (i = 0; i < t->n_rows; i++)
        put_row(d, t, i);
    hold(d, t, top);
    if (d->filter == t)
        cj_draft_sheet(d)->look.filter =
            (cj_range){ top, 1, d->row - 1, (uint32_t)t->n_cols };
    put_plots(d, t);
}
