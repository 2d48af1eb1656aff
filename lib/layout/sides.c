/* sides.c - what stands beside a text goes with it: comments, links, lines through it. */
#include "layout/notes.h"
#include <cj/write.h>
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

/* Nowhere to go: the cell is blank or stands on no sheet, or a CSV shall hold it. */
static const cj_move *place_of(const cj_notes *n, cj_span at)
{
    size_t count;
    const cj_move *m = cj_moves_of(n->page.out, at.sheet, at.row, at.col, &count);

    return m && m->row && !n->page.options->stacked ? m : NULL;
}

static void moved(cj_notes *n, cj_span from, cj_side side, cj_move to)
{
    cj_layout *out = n->page.out;

    to.from = from;
    to.from_note = side == CJ_SIDE_NOTE;
    to.from_link = side == CJ_SIDE_LINK;
    CJ_ROOM(n->page.arena, out->moves, out->n_moves, out->cap_moves);
    out->moves[out->n_moves++] = to;
}

/* A line of the page: "comment of Map!B2" and what it says. */
static void to_page(cj_notes *n, cj_text what, cj_span from, cj_side side, cj_str text)
{
    cj_pen *p = &n->page;
    cj_str place = cj_notes_place(n, from.sheet, from.row, from.col);
    unsigned row = cj_notes_add(
        n, cj_str_fmt(p->arena, "%s" CJ_FMT, cj_text_in(what, p->lang), CJ_ARG(place)),
        text);

    moved(n, from, side,
          (cj_move){ .sheet = p->sheet, .row = row, .col = 2, .kind = CJ_MOVE_WHOLE });
}

/* ---- comments ------------------------------------------------------------------------------------ */

static cj_book_note *note_at(cj_sheet *s, unsigned row, unsigned col)
{
    size_t i;

    for (i = 0; i < s->n_notes; i++)
        if (s->notes[i].row == row && s->notes[i].col == col)
            return &s->notes[i];
    return NULL;
}

static void put_note(cj_notes *n, const cj_move *at, const cj_book_note *note, cj_str text)
{
    cj_pen to = n->page;
    cj_book_note *there;

    to.sheet = at->sheet;
    there = note_at(cj_pen_sheet(&to), at->row, at->col);
    if (there && !cj_words_covered(text, there->text)) {
        there->text =
            cj_str_fmt(to.arena, CJ_FMT "\n\n" CJ_FMT, CJ_ARG(there->text), CJ_ARG(text));
    } else if (!there) {
        cj_pen_note(&to, at->row, at->col, text);
        cj_pen_sheet(&to)->notes[cj_pen_sheet(&to)->n_notes - 1].author = note->author;
    }
}

static void keep_note(cj_notes *n, unsigned sheet, const cj_book_note *note)
{
    static const cj_text says = { "comment of ", "コメント: " };
    unsigned copy = n->page.copied[sheet];
    cj_span from = { sheet, note->row, note->col, 0, 0 };
    cj_str text = copy ? note->text : cj_guide_note_off(note->text);
    const cj_move *m = place_of(n, from);
    cj_move to = { .sheet = copy - 1, .row = note->row, .col = note->col };

    if (!cj_utf8_trim(text).n)
        return;
    if (!copy && !m) {
        to_page(n, says, from, CJ_SIDE_NOTE, text);
        return;
    }
    if (!copy)
        to = *m;
    put_note(n, &to, note, text);
    to.kind = CJ_MOVE_NOTE;
    moved(n, from, CJ_SIDE_NOTE, to);
}

/* ---- links --------------------------------------------------------------------------------------- */

/* A copied sheet has the links that it had, as far as a sheet can have so many. */
static bool copies_link(const cj_notes *n, unsigned sheet)
{
    unsigned copy = n->page.copied[sheet];

    return copy && n->page.out->book->sheets[copy - 1].n_links < CJ_XLSX_LINKS;
}

static bool free_for_link(const cj_notes *n, const cj_move *m)
{
    return m && !cj_pen_linked(&n->page, m->sheet, m->row, m->col);
}

/* "#'My sheet'!B2:C3" is that sheet and its B2; "#B2" stands on `sheet` itself. */
static bool inside(const cj_notes *n, cj_str target, unsigned sheet, cj_span *to)
{
    cj_str rest = cj_str_from(target, 1), name = CJ_STR("");
    size_t bang = rest.n, i;
    unsigned row, col;

    while (bang && rest.p[bang - 1] != '!')
        bang--;
    if (bang)
        name = cj_str_cut(rest, 0, bang - 1);
    if (name.n > 1 && name.p[0] == '\'' && cj_str_ends(name, CJ_STR("'")))
        name = cj_str_cut(name, 1, name.n - 2);
    rest = cj_str_from(rest, bang);
    i = cj_str_find(rest, CJ_STR(":"));
    if (!cj_ref_parse(i == CJ_NONE ? rest : cj_str_cut(rest, 0, i), &row, &col))
        return false;
    for (i = 0; bang && i < n->old->n_sheets; i++)
        if (cj_str_eq(n->old->sheets[i].name, name))
            break;
    *to = (cj_span){ bang ? (unsigned)i : sheet, row, col, 0, 0 };
    return to->sheet < n->old->n_sheets;
}

/* The place in the new book of what stood there; empty: nothing did. */
static cj_str new_target(const cj_notes *n, cj_span to)
{
    unsigned copy = n->page.copied[to.sheet];
    const cj_move *m = place_of(n, to);
    char ref[CJ_REF_MAX];

    if (!copy && !m)
        return CJ_STR("");
    cj_ref(ref, copy ? to.row : m->row, copy ? to.col : m->col);
    return cj_str_fmt(n->page.arena, "#" CJ_FMT "!%s",
                      CJ_ARG(n->page.out->book->sheets[copy ? copy - 1 : m->sheet].name),
                      ref);
}

static int by_place(const void *x, const void *y)
{
    return cj_place_cmp(*(const cj_span *)x, *(const cj_span *)y);
}

/* There may be as many links as sources. */
static void list_sources(cj_notes *n)
{
    size_t i, k, all = 0;

    for (i = 0; i < n->maps->n; i++)
        all += n->maps->map[i].n_evidence;
    n->source = CJ_NEW_N(n->page.arena, cj_span, all + 1);
    for (i = 0; i < n->maps->n; i++)
        for (k = 0; k < n->maps->map[i].n_evidence; k++) {
            const cj_evidence *e = &n->maps->map[i].evidence[k];
            const cj_field *id = cj_record_field(e->section, e->record, "id");

            if (id)
                n->source[n->n_sources++] = id->at;
        }
    qsort(n->source, n->n_sources, sizeof *n->source, by_place);
}

static bool is_source(const cj_notes *n, cj_span at)
{
    return n->n_sources && bsearch(&at, n->source, n->n_sources, sizeof at, by_place);
}

/* Between sources and what they support links are made anew: those of an earlier run go. */
static void keep_inner(cj_notes *n, unsigned sheet, const cj_book_link *link)
{
    static const cj_text says = { "link of ", "リンク: " };
    cj_span from = { sheet, link->at.row1, link->at.col1, 0, 0 }, to;
    bool known = inside(n, link->target, sheet, &to);
    cj_str target = known ? new_target(n, to) : CJ_STR("");
    unsigned copy = n->page.copied[sheet];
    const cj_move *m = place_of(n, from);

    if (known && (is_source(n, from) || is_source(n, to)))
        return;
    if (target.n && copies_link(n, sheet))
        cj_pen_link(&n->page, copy - 1, link->at, target);
    else if (target.n && free_for_link(n, m))
        cj_pen_link(&n->page, m->sheet, (cj_range){ m->row, m->col, m->row, m->col },
                    target);
    else
        to_page(n, says, from, CJ_SIDE_LINK, cj_str_from(link->target, 1));
}

static void keep_link(cj_notes *n, unsigned sheet, const cj_book_link *link)
{
    static const cj_text says = { "link of ", "リンク: " };
    cj_span from = { sheet, link->at.row1, link->at.col1, 0, 0 };
    unsigned copy = n->page.copied[sheet];
    const cj_move *m = place_of(n, from);
    cj_move to = { .sheet = copy - 1, .row = from.row, .col = from.col };

    if (!cj_xlsx_takes_link(link->target)) {
        to_page(n, says, from, CJ_SIDE_LINK, link->target);
    } else if (copies_link(n, sheet)) {
        cj_pen_link(&n->page, copy - 1, link->at, link->target);
        moved(n, from, CJ_SIDE_LINK, to);
    } else if (free_for_link(n, m)) {
        cj_pen_link(&n->page, m->sheet, (cj_range){ m->row, m->col, m->row, m->col },
                    link->target);
        moved(n, from, CJ_SIDE_LINK, *m);
    } else if (m && cj_words_covered(link->target, cj_moved_text(&n->page, m))) {
        moved(n, from, CJ_SIDE_LINK, *m);
    } else {
        to_page(n, says, from, CJ_SIDE_LINK, link->target);
    }
}

void cj_notes_sides(cj_notes *n)
{
    unsigned sheet;
    size_t i;

    list_sources(n);
    for (sheet = 0; sheet < n->old->n_sheets; sheet++) {
        const cj_sheet *s = &n->old->sheets[sheet];

        for (i = 0; i < s->n_notes; i++)
            keep_note(n, sheet, &s->notes[i]);
        for (i = 0; i < s->n_links; i++)
            if (cj_str_starts(s->links[i].target, CJ_STR("#")))
                keep_inner(n, sheet, &s->links[i]);
            else if (s->links[i].target.n)
                keep_link(n, sheet, &s->links[i]);
    }
}

/* ---- what is struck through ----------------------------------------------------------------------- */

static int by_target(const void *x, const void *y)
{
    const cj_move *a = x, *b = y;
    int place = cj_place_cmp(cj_move_to(a), cj_move_to(b));

    return place ? place : cj_place_cmp(a->from, b->from);
}

static bool struck(const cj_notes *n, const cj_move *m)
{
    const cj_book_cell *c =
        cj_sheet_find(&n->old->sheets[m->from.sheet], m->from.row, m->from.col);

    return c && n->old->styles[c->style].strike;
}

static void strike_cell(cj_notes *n, const cj_move *m)
{
    cj_book *book = n->page.out->book;
    const cj_book_cell *c = cj_sheet_find(&book->sheets[m->sheet], m->row, m->col);
    cj_style style;

    if (!c)
        return;
    style = book->styles[c->style];
    style.strike = true;
    ((cj_book_cell *)c)->style = cj_book_style(n->page.arena, book, style);
}

static const cj_text through = { "struck through: ", "取り消し線: " };

/* Beside texts that hold, in one cell, a line through some of them cannot be drawn: it is told. */
static void tell_struck(cj_notes *n, const cj_move *m)
{
    cj_book_note none = { .author = CJ_STR("") };
    cj_pen *p = &n->page;

    put_note(n, m, &none,
             cj_str_fmt(p->arena, "%s" CJ_FMT, cj_text_in(through, p->lang),
                        CJ_ARG(cj_pen_seen(p, m->from))));
}

/* All that went into one new cell. */
static void strike_group(cj_notes *n, const cj_move *m, size_t count)
{
    size_t i, lines = 0;

    for (i = 0; i < count; i++)
        lines += struck(n, &m[i]);
    if (!lines || !m->row)
        return;
    if (lines == count) {
        strike_cell(n, m);
        return;
    }
    for (i = 0; i < count; i++)
        if (struck(n, &m[i]) && m[i].kind != CJ_MOVE_LABEL)
            tell_struck(n, &m[i]);
}

/* A CSV has no such lines. */
static void list_struck(cj_notes *n)
{
    unsigned sheet;
    size_t i;

    for (sheet = 0; sheet < n->old->n_sheets; sheet++)
        for (i = 0; i < n->old->sheets[sheet].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&n->old->sheets[sheet], i);
            cj_span at = { sheet, c->row, c->col, 0, 0 };
            cj_str text = cj_pen_seen(&n->page, at);

            if (n->old->styles[c->style].strike && text.n)
                to_page(n, through, at, CJ_SIDE_NOTE, text);
        }
}

void cj_notes_strikes(cj_notes *n)
{
    cj_layout *out = n->page.out;
    cj_move *by = CJ_NEW_N(n->page.arena, cj_move, out->n_moves + 1);
    size_t count = 0, i, k;

    if (n->page.options->stacked) {
        list_struck(n);
        return;
    }
    for (i = 0; i < out->n_moves; i++)
        if (cj_move_side(&out->moves[i]) == CJ_SIDE_TEXT &&
            !n->page.copied[out->moves[i].from.sheet])
            by[count++] = out->moves[i];
    if (count > 1)
        qsort(by, count, sizeof *by, by_target);
    for (i = 0; i < count; i = k) {
        for (k = i + 1; k < count && by[k].sheet == by[i].sheet && by[k].row == by[i].row &&
                        by[k].col == by[i].col;
             k++)
            ;
        strike_group(n, &by[i], k - i);
    }
}
