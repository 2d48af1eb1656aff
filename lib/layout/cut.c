/* cut.c - a cell of Excel holds 32,767 UTF-16 units: what is longer goes on in the notes. */
#include "layout/notes.h"
#include "map/bullets.h"
#include "base/utf8.h"

enum { MOST_UNITS = 32767 };

/* The bytes of the longest front that a cell holds. */
static size_t room(cj_str text)
{
    cj_str rest = text;
    size_t units = 0, at = 0;

    while (rest.n) {
        units += cj_utf8_next(&rest) > 0xffff ? 2 : 1;
        if (units > MOST_UNITS)
            return at;
        at = text.n - rest.n;
    }
    return at;
}

/* The end of the last whole character as people see them, ASCII being one in any case. */
static size_t whole(cj_str text, size_t most)
{
    size_t at = most;
    cj_str rest;

    while (at && (unsigned char)text.p[at - 1] >= 0x80)
        at--;
    at -= at > 0;
    rest = cj_str_from(text, at);
    for (;;) {
        cj_utf8_take(&rest, 2);
        if (text.n - rest.n > most)
            return at ? at : most;
        at = text.n - rest.n;
    }
}

static bool sentence(cj_str text, size_t at)
{
    cj_str front = cj_str_cut(text, 0, at);

    return cj_str_ends(front, CJ_STR("。")) || cj_str_ends(front, CJ_STR(" "));
}

/* Where it is parted: between lines, else behind a sentence or a word, else behind a character; never
 * so that the rest seems to begin with a bullet. */
static size_t border(cj_str text)
{
    size_t most = room(text), at;

    if (most == text.n)
        return most;
    for (at = most; at > most / 4; at--)
        if (text.p[at] == '\n')
            return at;
    for (at = most; at > most / 2; at--)
        if (sentence(text, at) && !cj_words_small_bullet(cj_str_from(text, at)))
            return at;
    at = whole(text, most);
    while (at > most / 2 && cj_words_small_bullet(cj_str_from(text, at)))
        at = whole(text, at - 1);
    return at;
}

static cj_str place_of(const cj_notes *n, const cj_move *at)
{
    static const cj_text says = { "continued from ", "続き: " };
    const cj_pen *p = &n->page;
    const char *head = cj_text_in(says, p->lang);
    char ref[CJ_REF_MAX];

    cj_ref(ref, at->row, at->col);
    if (p->options->stacked)
        return cj_str_fmt(p->arena, "%s%s", head, ref);
    return cj_str_fmt(p->arena, "%s" CJ_FMT "!%s", head,
                      CJ_ARG(p->out->book->sheets[at->sheet].name), ref);
}

/* Whatever stands in that cell (or in its comment) goes on there. */
static void goes_on(cj_notes *n, const cj_move *at, unsigned row)
{
    cj_layout *out = n->page.out;
    size_t i, many = out->n_moves;

    for (i = 0; i < many; i++) {
        cj_move m = out->moves[i];

        if (m.sheet != at->sheet || m.row != at->row || m.col != at->col ||
            (m.kind == CJ_MOVE_NOTE) != (at->kind == CJ_MOVE_NOTE))
            continue;
        m.sheet = n->page.sheet;
        m.row = row;
        m.col = 2;
        m.kind = CJ_MOVE_WHOLE;
        CJ_ROOM(n->page.arena, out->moves, out->n_moves, out->cap_moves);
        out->moves[out->n_moves++] = m;
    }
}

/* One line alone has no bullet, as everywhere. */
static cj_str alone(cj_str front)
{
    if (cj_str_has(front, CJ_STR("\n")) || !cj_words_small_bullet(front))
        return front;
    return cj_utf8_trim(cj_str_from(front, cj_bullet(front)));
}

static cj_str cut(cj_notes *n, const cj_move *at, cj_str text)
{
    cj_layout *out = n->page.out;
    cj_str front, rest;
    size_t end;

    if (text.n <= MOST_UNITS || (end = border(text)) == text.n)
        return text;
    front = alone(cj_utf8_trim(cj_str_cut(text, 0, end)));
    rest = cj_utf8_trim(cj_str_from(text, end));
    while (rest.n) {
        end = border(rest);
        goes_on(n, at,
                cj_notes_add(n, place_of(n, at), cj_utf8_trim(cj_str_cut(rest, 0, end))));
        rest = cj_utf8_trim(cj_str_from(rest, end));
    }
    CJ_ROOM(n->page.arena, out->cut, out->n_cut, out->cap_cut);
    out->cut[out->n_cut++] = (cj_span){ at->sheet, at->row, at->col, 0, 0 };
    return front;
}

static void cut_sheet(cj_notes *n, unsigned sheet)
{
    cj_book *book = n->page.out->book;
    size_t i;

    for (i = 0; i < book->sheets[sheet].n_cells; i++) {
        cj_book_cell *c = &book->sheets[sheet].chunk[i / CJ_CHUNK][i % CJ_CHUNK];
        cj_move at = { .sheet = sheet, .row = c->row, .col = c->col };

        c->text = cut(n, &at, c->text);
    }
    for (i = 0; i < book->sheets[sheet].n_notes; i++) {
        cj_book_note note = book->sheets[sheet].notes[i];
        cj_move at = { .sheet = sheet, .row = note.row, .col = note.col };

        at.kind = CJ_MOVE_NOTE;
        book->sheets[sheet].notes[i].text = cut(n, &at, note.text);
    }
}

void cj_notes_cut(cj_notes *n)
{
    size_t sheets = n->page.out->book->n_sheets, i;

    for (i = 0; i < sheets; i++)
        cut_sheet(n, (unsigned)i);
}
