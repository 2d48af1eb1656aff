/* book_edit_sheets.c - sheets and properties that come, go or are replaced in a copy of a book. */
#include "sheet/book_edit.h"
#include <assert.h>

/* Where each sheet of the old book is; places count as before all edits. */
typedef struct placing {
    cj_arena *arena;
    cj_book *book;
    cj_sheet *at; /* the old ones in their places, then those that are added */
    bool *gone;
    bool *made; /* in place of the old one: what was said of that no longer holds */
    size_t n_old, n;
} placing;

static void uncount(cj_book *book, const cj_sheet *s)
{
    size_t i;

    book->n_cells -= s->n_cells;
    for (i = 0; i < s->n_cells; i++)
        book->string_bytes -= cj_sheet_cell(s, i)->text.n;
}

/* The sheet of another book, its cells in the styles of this one. */
static cj_sheet adopted(placing *p, const cj_edit *edit)
{
    const cj_book *from = edit->from;
    uint32_t *style = CJ_NEW_N(p->arena, uint32_t, from->n_styles + 1);
    cj_sheet s = *edit->made;
    size_t i;

    for (i = 0; i < from->n_styles; i++)
        style[i] = cj_book_style(p->arena, p->book, from->styles[i]);
    s.chunk = NULL;
    s.n_cells = s.n_chunks = s.cap_chunks = 0;
    for (i = 0; i < edit->made->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(edit->made, i);
        cj_book_cell *to = cj_sheet_add(p->arena, &s, c->row, c->col);

        *to = *c;
        to->style = style[c->style];
        p->book->string_bytes += c->text.n;
    }
    p->book->n_cells += s.n_cells;
    return s;
}

static void put_sheet(placing *p, const cj_edit *edit)
{
    unsigned at = edit->sheet;

    if (at == CJ_NO_SHEET) {
        p->at[p->n++] = adopted(p, edit);
        return;
    }
    assert(at < p->n_old);
    if (!p->gone[at])
        uncount(p->book, &p->at[at]);
    p->at[at] = adopted(p, edit);
    p->gone[at] = false;
    p->made[at] = true;
}

static void drop_sheet(placing *p, unsigned at)
{
    assert(at < p->n_old);
    if (!p->gone[at])
        uncount(p->book, &p->at[at]);
    p->gone[at] = true;
}

/* What the file holds beyond the book goes with its sheet. */
static void place_extras(placing *p, const unsigned *now)
{
    cj_book *b = p->book;
    cj_extra *extras = CJ_NEW_N(p->arena, cj_extra, b->n_extras + 1);
    size_t i, kept = 0;

    for (i = 0; i < b->n_extras; i++) {
        cj_extra x = b->extras[i];

        if (x.sheet < p->n_old) {
            if (p->gone[x.sheet] || p->made[x.sheet])
                continue;
            x.sheet = now[x.sheet];
        }
        extras[kept++] = x;
    }
    b->extras = extras;
    b->n_extras = b->cap_extras = kept;
}

static void close_ranks(placing *p)
{
    unsigned *now = CJ_NEW_N(p->arena, unsigned, p->n_old + 1);
    size_t i, kept = 0;

    for (i = 0; i < p->n; i++) {
        if (i < p->n_old)
            now[i] = (unsigned)kept;
        if (i >= p->n_old || !p->gone[i])
            p->at[kept++] = p->at[i];
    }
    place_extras(p, now);
    p->book->sheets = p->at;
    p->book->n_sheets = p->book->cap_sheets = kept;
}

static void set_property(cj_arena *arena, cj_book *book, const cj_edit *edit)
{
    cj_property *list = CJ_NEW_N(arena, cj_property, book->n_properties + 1);
    size_t i, kept = 0;
    bool done = !edit->text.n;

    for (i = 0; i < book->n_properties; i++) {
        cj_property p = book->properties[i];

        if (cj_str_eq(p.name, edit->name)) {
            if (done)
                continue;
            p.value = edit->text;
            done = true;
        }
        list[kept++] = p;
    }
    if (!done)
        list[kept++] = (cj_property){ edit->name, edit->text };
    book->properties = list;
    book->n_properties = book->cap_properties = kept;
}

void cj_editing_whole(cj_arena *arena, cj_book *book, const cj_edit *edits, size_t n)
{
    placing p = { arena, book, NULL, NULL, NULL, book->n_sheets, book->n_sheets };
    bool sheets = false;
    size_t i;

    p.at = CJ_NEW_N(arena, cj_sheet, book->n_sheets + n + 1);
    p.gone = CJ_NEW_N(arena, bool, book->n_sheets + 1);
    p.made = CJ_NEW_N(arena, bool, book->n_sheets + 1);
    if (book->n_sheets)
        memcpy(p.at, book->sheets, book->n_sheets * sizeof *p.at);
    for (i = 0; i < n; i++) {
        sheets = sheets || edits[i].kind != CJ_EDIT_PROPERTY;
        if (edits[i].kind == CJ_EDIT_PROPERTY)
            set_property(arena, book, &edits[i]);
        else if (edits[i].kind == CJ_EDIT_SHEET)
            put_sheet(&p, &edits[i]);
        else
            drop_sheet(&p, edits[i].sheet);
    }
    if (sheets)
        close_ranks(&p);
}
