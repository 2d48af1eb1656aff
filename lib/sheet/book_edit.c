/* book_edit.c - a book with edits made, sharing with the old one what they do not touch. */
#include "sheet/edits.h"
#include <assert.h>

static bool empties(const cj_edit *e)
{
    return e->kind == CJ_EDIT_TEXT && !e->text.n;
}

/* One sheet on its way from what it was to what it becomes. */
typedef struct editing {
    cj_arena *arena;
    cj_book *book;
    const cj_sheet *was;
    cj_sheet *is;
    bool shrunk; /* a cell is gone */
} editing;

/* What the cell held (NULL: nothing) is replaced; its style stays. */
static void write_cell(editing *e, cj_book_cell *c, const cj_book_cell *was,
                       const cj_edit *edit)
{
    bool date;

    *c = was ? *was : (cj_book_cell){ .row = edit->row, .col = (uint16_t)edit->col };
    date = e->book->styles[c->style].date;
    e->book->string_bytes += edit->text.n - c->text.n;
    c->value = edit->kind == CJ_EDIT_TEXT ? CJ_V_TEXT : date ? CJ_V_DATE : CJ_V_NUMBER;
    c->flags = 0;
    c->text = edit->text;
    c->number = edit->kind == CJ_EDIT_TEXT ? 0 : edit->number;
}

static const cj_book_cell *held(const editing *e, const cj_edit *edit)
{
    return cj_sheet_find(e->was, edit->row, edit->col);
}

/* The index of the first cell that comes or goes: all behind it move. CJ_NONE: none does. */
static size_t first_moved(const editing *e, const cj_edit *const *in, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (!held(e, in[i]) != empties(in[i]))
            return cj_sheet_from(e->was, in[i]->row, in[i]->col);
    return CJ_NONE;
}

/* Cells before `end` keep their index: only the chunks that an edit writes to are copied. The edits
 * that are done with. */
static size_t write_in_place(editing *e, const cj_edit *const *in, size_t n, size_t end)
{
    size_t copied = CJ_NONE, i, at;

    for (i = 0; i < n; i++) {
        at = cj_sheet_from(e->was, in[i]->row, in[i]->col);
        if (at >= end)
            break;
        if (!held(e, in[i]))
            continue; /* it is empty already */
        if (copied != at / CJ_CHUNK) {
            cj_book_cell *chunk = CJ_NEW_N(e->arena, cj_book_cell, CJ_CHUNK);

            copied = at / CJ_CHUNK;
            memcpy(chunk, e->was->chunk[copied], CJ_CHUNK * sizeof *chunk);
            e->is->chunk[copied] = chunk;
        }
        write_cell(e, &e->is->chunk[copied][at % CJ_CHUNK], cj_sheet_cell(e->was, at),
                   in[i]);
    }
    return i;
}

static bool before(const cj_book_cell *c, const cj_edit *edit)
{
    return c->row != edit->row ? c->row < edit->row : c->col < edit->col;
}

static void keep(editing *e, size_t *at)
{
    const cj_book_cell *c = cj_sheet_cell(e->was, (*at)++);

    *cj_sheet_add(e->arena, e->is, c->row, c->col) = *c;
}

/* Cells from `at` on are written anew, with what comes and goes. */
static void rewrite(editing *e, const cj_edit *const *in, size_t n, size_t at)
{
    size_t i;

    for (i = 0; i < n; i++) {
        const cj_book_cell *was = held(e, in[i]);

        while (at < e->was->n_cells && before(cj_sheet_cell(e->was, at), in[i]))
            keep(e, &at);
        at += was != NULL;
        if (!empties(in[i])) {
            write_cell(e, cj_sheet_add(e->arena, e->is, in[i]->row, in[i]->col), was,
                       in[i]);
        } else if (was) {
            e->book->string_bytes -= was->text.n;
            e->shrunk = true;
        }
    }
    while (at < e->was->n_cells)
        keep(e, &at);
}

static void measure(cj_sheet *s, bool from_scratch, const cj_edit *const *in, size_t n)
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
        if (empties(in[i]))
            continue;
        s->rows = in[i]->row > s->rows ? in[i]->row : s->rows;
        s->cols = in[i]->col > s->cols ? in[i]->col : s->cols;
    }
}

static void edit_sheet(editing *e, const cj_edit *const *in, size_t n)
{
    size_t moved = first_moved(e, in, n), done;

    e->is->n_cells = moved == CJ_NONE ? e->was->n_cells : moved - moved % CJ_CHUNK;
    e->is->n_chunks = moved == CJ_NONE ? e->was->n_chunks : moved / CJ_CHUNK;
    e->is->cap_chunks = e->was->n_chunks + 1;
    e->is->chunk = CJ_NEW_N(e->arena, cj_book_cell *, e->is->cap_chunks);
    if (e->is->n_chunks)
        memcpy(e->is->chunk, e->was->chunk, e->is->n_chunks * sizeof *e->is->chunk);
    done = write_in_place(e, in, n, e->is->n_cells);
    if (moved != CJ_NONE)
        rewrite(e, in + done, n - done, e->is->n_cells);
    e->book->n_cells += e->is->n_cells - e->was->n_cells;
    measure(e->is, e->shrunk, in, n);
}

cj_book *cj_book_edited(cj_arena *arena, const cj_book *book, const cj_edit *edits,
                        size_t n)
{
    cj_book *copy = CJ_NEW(arena, cj_book);
    const cj_edit **in = cj_edits_in_order(arena, edits, &n);
    size_t from, to;

    *copy = *book;
    copy->cap_sheets = copy->n_sheets;
    copy->sheets = CJ_NEW_N(arena, cj_sheet, copy->n_sheets + 1);
    if (copy->n_sheets)
        memcpy(copy->sheets, book->sheets, copy->n_sheets * sizeof *copy->sheets);
    for (from = 0; from < n; from = to) {
        unsigned sheet = in[from]->sheet;
        editing e;

        assert(sheet < book->n_sheets && in[from]->row && in[from]->col);
        for (to = from; to < n && in[to]->sheet == sheet; to++)
            ;
        e = (editing){ arena, copy, &book->sheets[sheet], &copy->sheets[sheet], false };
        edit_sheet(&e, in + from, to - from);
    }
    return copy;
}
