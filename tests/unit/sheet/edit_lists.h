/* edit_lists.h - lists of edits by chance, for workbooks that are there; and what of two books differs. */
#ifndef CJ_TESTS_EDIT_LISTS_H
#define CJ_TESTS_EDIT_LISTS_H

#include <cj/patch.h>
#include "base/buf.h"

enum { LIST_MOST = 10 };

typedef struct chance {
    uint64_t state;
} chance;

static inline unsigned below(chance *c, unsigned n)
{
    uint64_t z = c->state += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (unsigned)((z ^ (z >> 31)) % n);
}

static inline cj_str a_text(chance *c)
{
    static const char *const texts[] = {
        "導入期",     "a & b <c> \"d\"",
        "two\nlines", " blanks ",
        "=1+1",       "'quoted",
        "0012",       "_x000A_",
        "😀 done",     "e.g. very long: lorem ipsum dolor sit amet",
        "tab\there",  "2025/3/14",
        "TRUE"
    };

    return cj_str_of(texts[below(c, sizeof texts / sizeof *texts)]);
}

/* Somewhere in the sheet, or a little beyond. */
static inline void a_place(chance *c, const cj_sheet *s, cj_edit *e)
{
    e->row = 1 + below(c, s->rows + 3);
    e->col = 1 + below(c, s->cols + 2);
}

static inline void a_value(chance *c, cj_edit *e)
{
    static const char *const numbers[] = { "0", "12.5", "-3", "1E+20", "0.1" };
    static const double values[] = { 0, 12.5, -3, 1e20, 0.1 };
    static const char *const dates[] = { "2025-03-14", "1999-12-31", "2000-02-29" };
    unsigned which = below(c, 5);

    if (e->kind == CJ_EDIT_TEXT)
        e->text = below(c, 6) ? a_text(c) : CJ_STR("");
    if (e->kind == CJ_EDIT_NUMBER) {
        e->text = cj_str_of(numbers[which]);
        e->number = values[which];
    }
    if (e->kind == CJ_EDIT_DATE)
        e->text = cj_str_of(dates[which % 3]);
    if (e->kind == CJ_EDIT_FILL)
        e->fill = which ? 0xff0000u >> which : CJ_NO_FILL;
    if (e->kind == CJ_EDIT_NOTE)
        e->text = which ? a_text(c) : CJ_STR("");
    if (cj_edit_moves(e))
        e->count = 1 + below(c, 3);
}

static inline cj_edit an_edit(chance *c, const cj_book *book)
{
    static const cj_edit_kind kinds[] = {
        CJ_EDIT_TEXT,    CJ_EDIT_TEXT,     CJ_EDIT_TEXT,    CJ_EDIT_NUMBER,
        CJ_EDIT_DATE,    CJ_EDIT_FILL,     CJ_EDIT_FILL,    CJ_EDIT_NOTE,
        CJ_EDIT_NOTE,    CJ_EDIT_ROWS_IN,  CJ_EDIT_APPEND,  CJ_EDIT_ROWS_OUT,
        CJ_EDIT_COLS_IN, CJ_EDIT_COLS_OUT, CJ_EDIT_PROPERTY
    };
    cj_edit e = { .kind = kinds[below(c, sizeof kinds / sizeof *kinds)],
                  .fill = CJ_NO_FILL };

    if (e.kind == CJ_EDIT_PROPERTY) {
        e.name = below(c, 2) ? CJ_STR("cjmap.format") : CJ_STR("名前");
        e.text = below(c, 3) ? cj_str_trim(a_text(c)) : CJ_STR("");
        return e;
    }
    do
        e.sheet = below(c, (unsigned)book->n_sheets);
    while (book->sheets[e.sheet].kind != CJ_WORKSHEET);
    a_place(c, &book->sheets[e.sheet], &e);
    a_value(c, &e);
    return e;
}

/* Up to LIST_MOST of them. */
static inline size_t a_list(chance *c, const cj_book *book, cj_edit *out)
{
    size_t n = 1 + below(c, LIST_MOST), i;

    for (i = 0; i < n; i++)
        out[i] = an_edit(c, book);
    return n;
}

static inline bool comes_in(const cj_edit *edits, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (edits[i].kind == CJ_EDIT_ROWS_IN || edits[i].kind == CJ_EDIT_APPEND ||
            edits[i].kind == CJ_EDIT_COLS_IN)
            return true;
    return false;
}

/* ---- what a book says, as lines ------------------------------------------------------------------------- */

static inline void tell_sheet_cells(cj_buf *to, const cj_book *b, const cj_sheet *s,
                                    bool fills)
{
    size_t i;

    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);
        const cj_style *style = &b->styles[c->style];

        if (c->value == CJ_V_EMPTY)
            continue;
        cj_buf_fmt(to, "%u,%u %d %.15g", c->row, c->col, c->value, c->number);
        if (c->value == CJ_V_TEXT || c->value == CJ_V_ERROR) {
            cj_buf_z(to, " ");
            cj_buf_add(to, c->text);
        }
        if (fills && style->has_fill)
            cj_buf_fmt(to, " fill %06x", (unsigned)style->fill);
        cj_buf_z(to, style->strike ? " struck\n" : "\n");
    }
}

static inline void tell_range(cj_buf *to, const char *what, const cj_range *r)
{
    cj_buf_fmt(to, "%s %u,%u-%u,%u\n", what, r->row1, r->col1, r->row2, r->col2);
}

static inline void tell_sheet_rest(cj_buf *to, const cj_sheet *s)
{
    unsigned at;
    size_t i;

    for (i = 0; i < s->n_merges; i++)
        tell_range(to, "merge", &s->merges[i]);
    for (i = 0; i < s->n_links; i++) {
        tell_range(to, "link", &s->links[i].at);
        cj_buf_add(to, s->links[i].target);
        cj_buf_z(to, "\n");
    }
    for (i = 0; i < s->n_notes; i++) {
        cj_buf_fmt(to, "note %u,%u ", s->notes[i].row, s->notes[i].col);
        cj_buf_add(to, s->notes[i].author);
        cj_buf_z(to, ": ");
        cj_buf_add(to, s->notes[i].text);
        cj_buf_z(to, "\n");
    }
    for (at = 1; at <= s->rows + 40; at++)
        if (cj_sheet_row_hidden(s, at))
            cj_buf_fmt(to, "row %u is hidden\n", at);
    for (at = 1; at <= s->cols + 40; at++)
        if (cj_sheet_col_hidden(s, at))
            cj_buf_fmt(to, "column %u is hidden\n", at);
    for (i = 0; i < s->look.n_choices; i++) {
        tell_range(to, "list", &s->look.choices[i].at);
        cj_buf_add(to, s->look.choices[i].hint);
    }
}

/* Without fills where rows or columns come in: they look like cells that may say nothing, which no book has. */
static inline cj_str told(cj_arena *a, const cj_book *b, bool fills)
{
    cj_buf to;
    size_t i;

    cj_buf_init(&to, a);
    for (i = 0; i < b->n_sheets; i++) {
        cj_buf_fmt(&to, "sheet %d ", b->sheets[i].state);
        cj_buf_add(&to, b->sheets[i].name);
        cj_buf_z(&to, "\n");
        tell_sheet_cells(&to, b, &b->sheets[i], fills);
        tell_sheet_rest(&to, &b->sheets[i]);
    }
    for (i = 0; i < b->n_properties; i++) {
        cj_buf_z(&to, "property ");
        cj_buf_add(&to, b->properties[i].name);
        cj_buf_z(&to, "=");
        cj_buf_add(&to, b->properties[i].value);
        cj_buf_z(&to, "\n");
    }
    return cj_buf_str(&to);
}

/* The first line in which they differ, of both; false: in none. */
static inline bool told_apart(cj_str x, cj_str y, cj_str *one, cj_str *other)
{
    for (;;) {
        bool more = cj_str_split(&x, '\n', one);
        bool too = cj_str_split(&y, '\n', other);

        if (more != too || (more && !cj_str_eq(*one, *other)))
            return true;
        if (!more)
            return false;
    }
}

/* As patch_probe takes it, for messages. */
static inline void tell_edit(cj_buf *to, const cj_edit *e)
{
    static const char *const names[] = { "text",     "number",  "date",     "fill",
                                         "note",     "rows-in", "rows-out", "cols-in",
                                         "cols-out", "append",  "sheet",    "sheet-out",
                                         "property" };

    cj_buf_fmt(to, " '%s:", names[e->kind]);
    if (e->kind == CJ_EDIT_PROPERTY)
        cj_buf_add(to, e->name);
    else
        cj_buf_fmt(to, "%u:%u", e->sheet + 1,
                   e->kind == CJ_EDIT_COLS_IN || e->kind == CJ_EDIT_COLS_OUT ? e->col
                                                                             : e->row);
    if (cj_edit_moves(e)) {
        cj_buf_fmt(to, ":%u'", e->count);
        return;
    }
    if (e->kind != CJ_EDIT_PROPERTY)
        cj_buf_fmt(to, ":%u", e->col);
    cj_buf_z(to, ":");
    if (e->kind == CJ_EDIT_FILL && e->fill == CJ_NO_FILL)
        cj_buf_z(to, "none");
    else if (e->kind == CJ_EDIT_FILL)
        cj_buf_fmt(to, "%06x", (unsigned)e->fill);
    cj_buf_add(to, e->text);
    cj_buf_z(to, "'");
}

#endif
