/* book_edit_cells.c - what cells become: texts, numbers, dates and grounds, in a copy of their sheet. */
#include "sheet/book_edit.h"
#include "sheet/iso_date.h"
#include "base/number.h"

/* The cells as they are before these edits, and as they become. */
typedef struct rewriting {
    cj_arena *arena;
    cj_book *book;
    cj_sheet was;
    cj_sheet *is;
    bool shrunk; /* a cell is gone */
} rewriting;

static bool is_csv(const cj_book *book)
{
    return book->format == CJ_CSV || book->format == CJ_TSV;
}

/* Whether a cell is there after the edit. */
static bool remains(const cj_book_cell *was, const cj_edit *edit)
{
    if (edit->kind == CJ_EDIT_FILL)
        return was || edit->fill != CJ_NO_FILL;
    return edit->text.n || edit->kind == CJ_EDIT_NUMBER;
}

static void set_text(cj_book_cell *c, const cj_edit *edit)
{
    c->value = CJ_V_TEXT;
    c->text = edit->text;
    c->number = 0;
}

static void set_number(rewriting *e, cj_book_cell *c, const cj_edit *edit)
{
    c->value = e->book->styles[c->style].date ? CJ_V_DATE : CJ_V_NUMBER;
    c->text = edit->text;
    c->number = edit->number;
}

static void set_date(rewriting *e, cj_book_cell *c, const cj_edit *edit)
{
    cj_style style = e->book->styles[c->style];
    double serial;

    if (!cj_iso_serial(edit->text, e->book->date1904, &serial)) {
        set_text(c, edit);
        return;
    }
    if (!style.date) {
        style.date = true;
        style.number_format = CJ_STR("yyyy\\-mm\\-dd");
        c->style = cj_book_style(e->arena, e->book, style);
    }
    c->value = CJ_V_DATE;
    c->number = serial;
    c->text = cj_number_text(e->arena, serial);
}

static void set_fill(rewriting *e, cj_book_cell *c, const cj_edit *edit)
{
    cj_style style = e->book->styles[c->style];

    style.has_fill = edit->fill != CJ_NO_FILL;
    style.fill = style.has_fill ? edit->fill : 0;
    c->style = cj_book_style(e->arena, e->book, style);
}

/* What the cell held (NULL: nothing) becomes what the edit says; the rest of it stays. A file without types
 * of values holds texts. */
static void write_cell(rewriting *e, cj_book_cell *c, const cj_book_cell *was,
                       const cj_edit *edit)
{
    size_t bytes = was ? was->text.n : 0;

    *c = was ? *was : (cj_book_cell){ .row = edit->row, .col = (uint16_t)edit->col };
    if (edit->kind == CJ_EDIT_FILL) {
        set_fill(e, c, edit);
        return;
    }
    c->flags = 0;
    if (edit->kind == CJ_EDIT_TEXT || is_csv(e->book))
        set_text(c, edit);
    else if (edit->kind == CJ_EDIT_NUMBER)
        set_number(e, c, edit);
    else
        set_date(e, c, edit);
    e->book->string_bytes += c->text.n - bytes;
}

static const cj_book_cell *held(const rewriting *e, const cj_edit *edit)
{
    return cj_sheet_find(&e->was, edit->row, edit->col);
}

/* The index of the first cell that comes or goes: all behind it move. CJ_NONE: none does. */
static size_t first_moved(const rewriting *e, const cj_edit *in, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++) {
        const cj_book_cell *was = held(e, &in[i]);

        if (remains(was, &in[i]) != (was != NULL))
            return cj_sheet_from(&e->was, in[i].row, in[i].col);
    }
    return CJ_NONE;
}

/* Cells before `end` keep their index: only the chunks that an edit writes to are copied. The edits
 * that are done with. */
static size_t write_in_place(rewriting *e, const cj_edit *in, size_t n, size_t end)
{
    size_t copied = CJ_NONE, i, at;

    for (i = 0; i < n; i++) {
        at = cj_sheet_from(&e->was, in[i].row, in[i].col);
        if (at >= end)
            break;
        if (!held(e, &in[i]))
            continue; /* it is empty already */
        if (copied != at / CJ_CHUNK) {
            cj_book_cell *chunk = CJ_NEW_N(e->arena, cj_book_cell, CJ_CHUNK);

            copied = at / CJ_CHUNK;
            memcpy(chunk, e->was.chunk[copied], CJ_CHUNK * sizeof *chunk);
            e->is->chunk[copied] = chunk;
        }
        write_cell(e, &e->is->chunk[copied][at % CJ_CHUNK], cj_sheet_cell(&e->was, at),
                   &in[i]);
    }
    return i;
}

static bool before(const cj_book_cell *c, const cj_edit *edit)
{
    return c->row != edit->row ? c->row < edit->row : c->col < edit->col;
}

static void keep(rewriting *e, size_t *at)
{
    const cj_book_cell *c = cj_sheet_cell(&e->was, (*at)++);

    *cj_sheet_add(e->arena, e->is, c->row, c->col) = *c;
}

/* Cells from `at` on are written anew, with what comes and goes. */
static void rewrite(rewriting *e, const cj_edit *in, size_t n, size_t at)
{
    size_t i;

    for (i = 0; i < n; i++) {
        const cj_book_cell *was = held(e, &in[i]);

        while (at < e->was.n_cells && before(cj_sheet_cell(&e->was, at), &in[i]))
            keep(e, &at);
        at += was != NULL;
        if (remains(was, &in[i])) {
            write_cell(e, cj_sheet_add(e->arena, e->is, in[i].row, in[i].col), was, &in[i]);
        } else if (was) {
            e->book->string_bytes -= was->text.n;
            e->shrunk = true;
        }
    }
    while (at < e->was.n_cells)
        keep(e, &at);
}

static void measure(cj_sheet *s, bool from_scratch, const cj_edit *in, size_t n)
{
    size_t i;

    if (from_scratch) {
        s->rows = s->cols = 0;
        for (i = 0; i < s->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(s, i);

            s->rows = c->row > s->rows ? c->row : s->rows;
            s->cols = c->col > s->cols ? c->col : s->cols;
        }
    }
    for (i = 0; i < n; i++) {
        if (!cj_sheet_find(s, in[i].row, in[i].col))
            continue;
        s->rows = in[i].row > s->rows ? in[i].row : s->rows;
        s->cols = in[i].col > s->cols ? in[i].col : s->cols;
    }
}

/* Letters of a text that is another now mean nothing. */
static void drop_rich(cj_editing *e, const cj_edit *in, size_t n)
{
    cj_book_rich *rich = CJ_NEW_N(e->arena, cj_book_rich, e->is->n_rich + 1);
    size_t i, at = 0, kept = 0;

    for (i = 0; i < e->is->n_rich; i++) {
        const cj_book_rich *r = &e->is->rich[i];

        while (at < n &&
               (in[at].row < r->row || (in[at].row == r->row && in[at].col < r->col)))
            at++;
        if (at < n && in[at].row == r->row && in[at].col == r->col &&
            in[at].kind != CJ_EDIT_FILL)
            continue;
        rich[kept++] = *r;
    }
    e->is->rich = rich;
    e->is->n_rich = kept;
    e->is->cap_rich = e->is->n_rich;
}

void cj_editing_cells(cj_editing *editing, const cj_edit *in, size_t n)
{
    cj_sheet *is = editing->is;
    rewriting e = { editing->arena, editing->book, *is, is, false };
    size_t moved = first_moved(&e, in, n), done;

    if (!n)
        return;
    is->n_cells = moved == CJ_NONE ? e.was.n_cells : moved - moved % CJ_CHUNK;
    is->n_chunks = moved == CJ_NONE ? e.was.n_chunks : moved / CJ_CHUNK;
    is->cap_chunks = e.was.n_chunks + 1;
    is->chunk = CJ_NEW_N(e.arena, cj_book_cell *, is->cap_chunks);
    if (is->n_chunks)
        memcpy(is->chunk, e.was.chunk, is->n_chunks * sizeof *is->chunk);
    done = write_in_place(&e, in, n, is->n_cells);
    if (moved != CJ_NONE)
        rewrite(&e, in + done, n - done, is->n_cells);
    e.book->n_cells += is->n_cells - e.was.n_cells;
    measure(is, e.shrunk, in, n);
    if (is->n_rich)
        drop_rich(editing, in, n);
}
