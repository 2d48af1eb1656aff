/* check.c - the new book as it was written and read back holds all that the old one does. */
#include "layout/rest.h"
#include "base/utf8.h"

typedef struct check {
    cj_arena *arena;
    const cj_maps *maps;
    const cj_book *old;
    const cj_layout *planned;
    cj_layout written; /* the same moves, in the book that was read back */
    cj_pen plan, pen;  /* to look texts up in the one and in the other */
    cj_lost *lost;
    size_t n, cap;
} check;

static void lose(check *k, cj_span at, cj_side side, cj_str text)
{
    CJ_ROOM(k->arena, k->lost, k->n, k->cap);
    k->lost[k->n++] = (cj_lost){ at, text, side == CJ_SIDE_NOTE, side == CJ_SIDE_LINK };
}

/* A CSV gives its sheet no name. */
static bool there(const check *k, const cj_move *m)
{
    return m->sheet < k->written.book->n_sheets &&
           (m->row || k->written.book->format == CJ_XLSX);
}

/* What stands there is what was to be written: no digit less, not the neighbour's text. */
static bool as_planned(const check *k, const cj_move *m)
{
    cj_str plan, is;

    if (!m->row && !there(k, m))
        return true;
    if (!there(k, m))
        return false;
    plan = cj_moved_text(&k->plan, m);
    is = cj_moved_text(&k->pen, m);
    return cj_str_eq(cj_utf8_trim(plan), cj_utf8_trim(is)) || cj_words_same(plan, is);
}

static void check_cell(check *k, unsigned sheet, const cj_book_cell *c)
{
    cj_str text = cj_utf8_trim(cj_book_cell_text(k->arena, k->old, c));
    size_t n, i;
    const cj_move *m = cj_moves_of(&k->written, sheet, c->row, c->col, &n);

    if (!text.n)
        return;
    for (i = 0; i < n && as_planned(k, &m[i]); i++)
        ;
    if (i < n || !cj_found_again(&k->pen, k->maps, c, sheet))
        lose(k, (cj_span){ sheet, c->row, c->col, 0, 0 }, CJ_SIDE_TEXT, text);
}

/* ---- comments and links -------------------------------------------------------------------------- */

static cj_str note_text(const check *k, const cj_move *m)
{
    const cj_book_note *note;

    if (m->kind != CJ_MOVE_NOTE)
        return cj_moved_text(&k->pen, m);
    note = cj_sheet_note(&k->written.book->sheets[m->sheet], m->row, m->col);
    return note ? note->text : CJ_STR("");
}

static void check_note(check *k, unsigned sheet, const cj_book_note *note)
{
    cj_span at = { sheet, note->row, note->col, 0, 0 };
    cj_str text = cj_utf8_trim(note->text), all = CJ_STR("");
    size_t n, i;
    const cj_move *m = cj_moves_of_side(&k->written, CJ_SIDE_NOTE, at, &n);

    if (!n)
        text = cj_guide_note_off(text); /* our own is written anew */
    for (i = 0; i < n; i++)
        if (there(k, &m[i]))
            all = cj_str_fmt(k->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(all),
                             CJ_ARG(note_text(k, &m[i])));
    if (text.n && !cj_words_covered(text, all) &&
        !cj_words_covered(cj_guide_note_off(text), all))
        lose(k, at, CJ_SIDE_NOTE, text);
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* Targets are escaped in files, where they need it and where not. */
static cj_str plain_target(const check *k, cj_str s)
{
    size_t i;
    cj_buf b;

    cj_buf_init(&b, k->arena);
    for (i = 0; i < s.n; i++) {
        int hi = s.p[i] == '%' && i + 2 < s.n ? hex(s.p[i + 1]) : -1;
        int lo = hi >= 0 ? hex(s.p[i + 2]) : -1;

        cj_buf_byte(&b, lo >= 0 ? (char)(hi * 16 + lo) : s.p[i]);
        i += lo >= 0 ? 2 : 0;
    }
    return cj_buf_str(&b);
}

static bool link_at(const check *k, const cj_move *m, cj_str target)
{
    const cj_sheet *s = &k->written.book->sheets[m->sheet];
    size_t i;

    for (i = 0; i < s->n_links; i++)
        if (s->links[i].at.row1 == m->row && s->links[i].at.col1 == m->col &&
            cj_str_eq(plain_target(k, s->links[i].target), plain_target(k, target)))
            return true;
    return false;
}

static void check_link(check *k, unsigned sheet, const cj_book_link *link)
{
    cj_span at = { sheet, link->at.row1, link->at.col1, 0, 0 };
    size_t n, i;
    const cj_move *m = cj_moves_of_side(&k->written, CJ_SIDE_LINK, at, &n);

    if (!cj_utf8_trim(link->target).n || cj_str_starts(link->target, CJ_STR("#")))
        return;
    for (i = 0; i < n; i++)
        if (there(k, &m[i]) &&
            (link_at(k, &m[i], link->target) ||
             cj_words_covered(link->target, cj_moved_text(&k->pen, &m[i]))))
            return;
    lose(k, at, CJ_SIDE_LINK, link->target);
}

cj_lost *cj_layout_check(cj_arena *arena, const cj_maps *maps, const cj_layout *layout,
                         const cj_book *again, size_t *n)
{
    cj_book shown = *again;
    cj_layout planned = *layout;
    check k = { .arena = arena,
                .maps = maps,
                .old = maps->map[0].book,
                .planned = layout,
                .written = *layout };
    unsigned sheet;
    size_t i;

    k.written.book = &shown;
    k.plan = (cj_pen){ .arena = arena, .out = &planned };
    k.pen = (cj_pen){ .arena = arena, .out = &k.written };
    for (sheet = 0; sheet < k.old->n_sheets; sheet++) {
        const cj_sheet *s = &k.old->sheets[sheet];

        for (i = cj_guide_is(s) ? s->n_cells : 0; i < s->n_cells; i++)
            check_cell(&k, sheet, cj_sheet_cell(s, i));
        for (i = 0; i < s->n_notes; i++)
            check_note(&k, sheet, &s->notes[i]);
        for (i = 0; i < s->n_links; i++)
            check_link(&k, sheet, &s->links[i]);
    }
    *n = k.n;
    return k.lost;
}
