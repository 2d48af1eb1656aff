/* pen.c - writing the standard book: cells with their roles, and where each text came from. */
#include "layout/pen.h"
#include <cj/write.h>
#include "map/window.h"
#include "base/number.h"
#include "base/utf8.h"
#include <stdio.h>
#include <string.h>

#define ISO_DAY CJ_STR("yyyy-mm-dd")

cj_sheet *cj_pen_sheet(const cj_pen *p)
{
    return &p->out->book->sheets[p->sheet];
}

void cj_pen_new_sheet(cj_pen *p, cj_str name)
{
    cj_book *book = p->out->book;

    cj_book_add_sheet(p->arena, book, cj_sheet_name_fit(p->arena, book, name));
    p->sheet = (unsigned)book->n_sheets - 1;
    p->row = 1;
}

static cj_book_cell *add(cj_pen *p, unsigned row, unsigned col, cj_style style)
{
    cj_book_cell *c = cj_sheet_add(p->arena, cj_pen_sheet(p), row, col);

    c->style = cj_book_style(p->arena, p->out->book, style);
    return c;
}

cj_book_cell *cj_pen_put(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text)
{
    cj_book_cell *c = add(p, row, col, (cj_style){ .role = role });

    c->value = text.n ? CJ_V_TEXT : CJ_V_EMPTY;
    c->text = text;
    return c;
}

static const cj_book_cell *source(const cj_pen *p, cj_span at)
{
    const cj_book *book = p->map->book;

    if (!at.row || !at.col || at.sheet >= book->n_sheets)
        return NULL;
    return cj_sheet_find(&book->sheets[at.sheet], at.row, at.col);
}

cj_str cj_pen_seen(const cj_pen *p, cj_span at)
{
    const cj_book_cell *c = source(p, at);

    return c ? cj_seen(p->arena, p->map->book, c) : CJ_STR("");
}

/* Days between the two systems of serial numbers. */
#define FROM_1904 1462.0

void cj_pen_take(cj_book_cell *to, const cj_book *book, const cj_book_cell *from)
{
    to->value = from->value;
    to->text = from->text;
    to->number = from->number;
    if (from->value == CJ_V_DATE && book->date1904)
        to->number += FROM_1904;
}

/* 1.0 in a cell of numbers is 1 once it is written as a number. */
cj_str cj_pen_shown(const cj_pen *p, cj_span at, cj_str text)
{
    const cj_book_cell *c = source(p, at);

    if (!c || c->value != CJ_V_NUMBER || !cj_str_eq(c->text, text))
        return text;
    return cj_str_fmt(p->arena, "%.16g", c->number);
}

cj_book_cell *cj_pen_copy(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text,
                          cj_span from)
{
    const cj_book_cell *c = source(p, from);
    cj_book_cell *to;
    cj_style style = { .role = role };

    if (!c || p->options->stacked || !cj_str_eq(cj_seen(p->arena, p->map->book, c), text))
        return cj_pen_put(p, row, col, role, text);
    if (c->value == CJ_V_NUMBER || c->value == CJ_V_DATE) {
        style.number_format = cj_pen_format(&p->map->book->styles[c->style]);
        style.date = c->value == CJ_V_DATE;
    }
    to = add(p, row, col, style);
    if (c->value == CJ_V_TEXT || c->value == CJ_V_ERROR) {
        to->value = c->value;
        to->text = text;
    } else {
        cj_pen_take(to, p->map->book, c);
    }
    return to;
}

cj_str cj_pen_format(const cj_style *style)
{
    return cj_str_eq(style->number_format, CJ_STR("General")) ? CJ_STR("")
                                                              : style->number_format;
}

/* Digits that a spreadsheet would show again as they are: no 007, no 1.50, no +5. */
bool cj_pen_is_number(cj_str s, double *value)
{
    char shown[40];
    size_t i, digits = 0;

    if (!s.n || s.n > 17 || !cj_number_parse(s, value))
        return false;
    for (i = 0; i < s.n; i++)
        digits += s.p[i] >= '0' && s.p[i] <= '9';
    snprintf(shown, sizeof shown, "%.15g", *value);
    return digits <= 15 && cj_str_eq(cj_str_of(shown), s);
}

bool cj_pen_number(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text)
{
    cj_book_cell *c;
    double value;

    if (!cj_pen_is_number(text, &value))
        return false;
    c = cj_pen_put(p, row, col, role, text);
    c->value = CJ_V_NUMBER;
    c->number = value;
    return true;
}

bool cj_pen_score(cj_pen *p, unsigned row, unsigned col, const cj_cell *cell)
{
    double value = cell->score;
    cj_str format = cj_signed_format(cell->text, &value);
    cj_book_cell *c;

    if (!format.n && cj_pen_number(p, row, col, CJ_ROLE_SCORE, cell->text))
        return true;
    if (!format.n && cell->scored)
        format = cj_literal_format(p->arena, cell->text);
    if (!format.n || p->options->stacked)
        return false;
    c = add(p, row, col, (cj_style){ .role = CJ_ROLE_SCORE, .number_format = format });
    c->value = CJ_V_NUMBER;
    c->number = value;
    c->text = cj_number_text(p->arena, value);
    return true;
}

/* An era is the user's own way of writing (TX113 is no safe fix). */
bool cj_pen_date(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text)
{
    static const cj_date first = { 1900, 3, 1 };
    cj_book_cell *c;
    cj_when when;
    long serial;

    if (!cj_when_parse(text, 1, &when) || when.grain != CJ_GRAIN_DAY || when.era ||
        cj_date_days(when.from) != cj_date_days(when.to) || cj_str_has(text, CJ_STR(":")) ||
        cj_date_days(when.from) < cj_date_days(first))
        return false;
    serial = cj_date_days(when.from) - cj_date_days((cj_date){ 1899, 12, 30 });
    c = add(p, row, col,
            (cj_style){ .role = role, .number_format = ISO_DAY, .date = true });
    c->value = CJ_V_DATE;
    c->number = (double)serial;
    c->text = cj_str_fmt(p->arena, "%ld", serial);
    return true;
}

void cj_pen_from(cj_pen *p, cj_span from, unsigned row, unsigned col, cj_move_kind kind)
{
    cj_layout *out = p->out;

    if (!from.row || !from.col)
        return;
    CJ_ROOM(p->arena, out->moves, out->n_moves, out->cap_moves);
    out->moves[out->n_moves++] =
        (cj_move){ .from = from, .sheet = p->sheet, .row = row, .col = col, .kind = kind };
}

cj_str cj_pen_range(const cj_pen *p, cj_range r)
{
    char col1[CJ_REF_MAX], col2[CJ_REF_MAX];
    cj_str sheet = cj_pen_sheet(p)->name, name = CJ_STR("");
    size_t i;

    for (i = 0; i < sheet.n; i++)
        name = cj_str_fmt(p->arena, CJ_FMT "%.*s", CJ_ARG(name), sheet.p[i] == '\'' ? 2 : 1,
                          sheet.p[i] == '\'' ? "''" : sheet.p + i);
    cj_ref(col1, 0, r.col1);
    cj_ref(col2, 0, r.col2);
    return cj_str_fmt(p->arena, "='" CJ_FMT "'!$%s$%u:$%s$%u", CJ_ARG(name), col1, r.row1,
                      col2, r.row2);
}

void cj_pen_width(cj_pen *p, unsigned col, double width)
{
    cj_look *look = &cj_pen_sheet(p)->look;

    if (col > look->n_widths) {
        look->width = cj_regrow(p->arena, look->width, sizeof(double) * look->n_widths,
                                sizeof(double) * col);
        look->n_widths = col;
    }
    look->width[col - 1] = width;
}

void cj_pen_note(cj_pen *p, unsigned row, unsigned col, cj_str text)
{
    cj_sheet *s = cj_pen_sheet(p);

    CJ_ROOM(p->arena, s->notes, s->n_notes, s->cap_notes);
    s->notes[s->n_notes++] = (cj_book_note){ .row = row, .col = col, .text = text };
}

bool cj_pen_linked(const cj_pen *p, unsigned sheet, unsigned row, unsigned col)
{
    const cj_sheet *s = &p->out->book->sheets[sheet];
    size_t i;

    for (i = 0; i < s->n_links; i++)
        if (s->links[i].at.row1 <= row && row <= s->links[i].at.row2 &&
            s->links[i].at.col1 <= col && col <= s->links[i].at.col2)
            return true;
    return s->n_links >= CJ_XLSX_LINKS;
}

void cj_pen_link(cj_pen *p, unsigned sheet, cj_range at, cj_str target)
{
    cj_sheet *s = &p->out->book->sheets[sheet];

    CJ_ROOM(p->arena, s->links, s->n_links, s->cap_links);
    s->links[s->n_links++] = (cj_book_link){ at, target };
}

void cj_pen_choice(cj_pen *p, cj_range at, const cj_str *words, size_t n, cj_str from,
                   cj_str title, cj_str hint)
{
    cj_look *look = &cj_pen_sheet(p)->look;
    cj_choice *c;

    CJ_ROOM(p->arena, look->choices, look->n_choices, look->cap_choices);
    c = &look->choices[look->n_choices++];
    *c = (cj_choice){ .at = at, .n_words = n, .from = from, .title = title, .hint = hint };
    c->word = CJ_NEW_N(p->arena, cj_str, n);
    if (n)
        memcpy(c->word, words, n * sizeof *words);
}
