/* rest.c - nothing is lost: every text of the old book is looked for in the new one, and what is
 * not found goes to the notes, with the place where it stood. */
#include "layout/rest.h"
#include "map/items.h"
#include "map/window.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

cj_side cj_move_side(const cj_move *m)
{
    return m->from_link ? CJ_SIDE_LINK : m->from_note ? CJ_SIDE_NOTE : CJ_SIDE_TEXT;
}

static int by_from(const void *x, const void *y)
{
    const cj_move *a = x, *b = y;

    int place = cj_place_cmp(a->from, b->from);

    if (place)
        return place;
    if (cj_move_side(a) != cj_move_side(b))
        return cj_move_side(a) < cj_move_side(b) ? -1 : 1;
    place = cj_place_cmp(cj_move_to(a), cj_move_to(b));
    if (place)
        return place;
    return (int)b->kind - (int)a->kind; /* of two that say the same, the surer one stays */
}

void cj_moves_sort(cj_layout *out)
{
    size_t i, kept = 0;

    if (out->n_moves > 1)
        qsort(out->moves, out->n_moves, sizeof *out->moves, by_from);
    for (i = 0; i < out->n_moves; i++) {
        const cj_move *m = &out->moves[i], *last = kept ? &out->moves[kept - 1] : NULL;

        if (last && !cj_place_cmp(last->from, m->from) &&
            !cj_place_cmp(cj_move_to(last), cj_move_to(m)) &&
            cj_move_side(last) == cj_move_side(m))
            continue;
        out->moves[kept++] = *m;
    }
    out->n_moves = out->n_sorted = kept;
}

static bool same_from(const cj_move *m, cj_side side, cj_span at)
{
    return !cj_place_cmp(m->from, at) && cj_move_side(m) == side;
}

const cj_move *cj_moves_of_side(const cj_layout *out, cj_side side, cj_span at, size_t *n)
{
    cj_move key = { .from = at,
                    .from_note = side == CJ_SIDE_NOTE,
                    .from_link = side == CJ_SIDE_LINK };
    size_t lo = 0, hi = out->n_sorted, i;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (by_from(&out->moves[mid], &key) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    /* a sheet's name comes first: its place is row 0, as the key's */
    while (lo && same_from(&out->moves[lo - 1], side, at))
        lo--;
    for (i = lo; i < out->n_sorted && same_from(&out->moves[i], side, at); i++)
        ;
    *n = i - lo;
    return *n ? &out->moves[lo] : NULL;
}

const cj_move *cj_moves_of(const cj_layout *out, unsigned sheet, unsigned row, unsigned col,
                           size_t *n)
{
    return cj_moves_of_side(out, CJ_SIDE_TEXT, (cj_span){ sheet, row, col, 0, 0 }, n);
}

/* ---- metadata ----------------------------------------------------------------------------------- */

static bool stands_at(const cj_meta *meta, const cj_leaf *leaf)
{
    return meta->at.row == leaf->at.row && meta->at.col == leaf->at.col &&
           meta->at.sheet == leaf->at.sheet;
}

static bool any_stands_at(const cj_map *m, const cj_leaf *leaf)
{
    size_t id;

    for (id = 0; id < CJ_N_META; id++)
        if (stands_at(&m->meta[id], leaf))
            return true;
    return false;
}

/* Several fields may stand in one cell, and a label in the same cell as its value; people in several
 * cells are one field. */
static void move_meta(cj_pen *p, const cj_places *at, const cj_leaf *leaf)
{
    bool own = any_stands_at(p->map, leaf);
    size_t id;

    for (id = 0; id < CJ_N_META; id++) {
        const cj_meta *meta = &p->map->meta[id];
        bool line = meta->at.row == leaf->at.row && meta->at.sheet == leaf->at.sheet;

        if (!at->meta_row[id] || !line)
            continue;
        if (leaf->kind == CJ_LEAF_META_LABEL && cj_str_eq(leaf->text, meta->label))
            cj_pen_from(p, leaf->at, at->meta_row[id], 1, CJ_MOVE_LABEL);
        else if (leaf->kind != CJ_LEAF_META_LABEL && (!own || stands_at(meta, leaf)))
            cj_pen_from(p, leaf->at, at->meta_row[id], 2, CJ_MOVE_WHOLE);
    }
}

void cj_lay_moves(cj_pen *p, const cj_places *at)
{
    const cj_map *m = p->map;
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].kind == CJ_LEAF_META || m->leaves[i].kind == CJ_LEAF_TITLE ||
            m->leaves[i].kind == CJ_LEAF_META_LABEL)
            move_meta(p, at, &m->leaves[i]);
}

/* ---- is a text found again? ------------------------------------------------------------------------- */

cj_str cj_moved_text(const cj_pen *p, const cj_move *m)
{
    const cj_sheet *sheet = &p->out->book->sheets[m->sheet];
    const cj_book_cell *c = m->row ? cj_sheet_find(sheet, m->row, m->col) : NULL;

    if (!m->row)
        return sheet->name;
    return c ? cj_book_cell_text(p->arena, p->out->book, c) : CJ_STR("");
}

/* What stands around the pieces of a cell that were taken apart: only marks and standard labels. */
static cj_str without(cj_arena *arena, cj_str text, cj_str piece)
{
    size_t at = piece.n ? cj_str_find(text, piece) : CJ_NONE;

    if (at == CJ_NONE)
        return text;
    return cj_str_fmt(arena, CJ_FMT " " CJ_FMT, CJ_ARG(cj_str_cut(text, 0, at)),
                      CJ_ARG(cj_str_from(text, at + piece.n)));
}

static bool says_nothing(cj_str s)
{
    while (s.n) {
        cj_script script = cj_utf8_script(cj_utf8_next(&s));

        if (script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE)
            return false;
    }
    return true;
}

static bool taken_apart(const cj_pen *p, const cj_maps *maps, const cj_book_cell *c,
                        unsigned sheet, cj_str text)
{
    size_t i, id;

    for (i = 0; i < maps->n; i++)
        for (id = 0; id < CJ_N_META; id++) {
            const cj_meta *m = &maps->map[i].meta[id];

            if (m->at.sheet != sheet || m->at.row != c->row || m->at.col != c->col)
                continue;
            text = without(p->arena, text, m->text);
            text = without(p->arena, text, m->label);
        }
    return says_nothing(text);
}

static bool found(const cj_pen *p, const cj_maps *maps, const cj_book_cell *c,
                  unsigned sheet, cj_str text)
{
    size_t n, i;
    const cj_move *m = cj_moves_of(p->out, sheet, c->row, c->col, &n);
    cj_str all = CJ_STR("");

    for (i = 0; i < n; i++) {
        cj_str there = cj_moved_text(p, &m[i]);

        if (m[i].kind == CJ_MOVE_LABEL || cj_words_covered(text, there))
            return true;
        all = cj_str_fmt(p->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(all), CJ_ARG(there));
    }
    return n && (cj_words_covered(text, all) || taken_apart(p, maps, c, sheet, text));
}

bool cj_found_again(const cj_pen *p, const cj_maps *maps, const cj_book_cell *c,
                    unsigned sheet)
{
    const cj_book *old = maps->map[0].book;
    cj_str text = cj_utf8_trim(cj_book_cell_text(p->arena, old, c));
    cj_str seen = cj_seen(p->arena, old, c);

    return found(p, maps, c, sheet, text) ||
           (!cj_str_eq(text, seen) && found(p, maps, c, sheet, seen));
}

static bool same_cells(cj_arena *arena, const cj_book *old, const cj_sheet *a,
                       const cj_book *made, const cj_sheet *b)
{
    size_t i = 0, k = 0;

    for (;;) {
        const cj_book_cell *x = NULL, *y = NULL;
        cj_str s = CJ_STR(""), t = CJ_STR("");

        for (; i < a->n_cells && !s.n; i++)
            s = cj_book_cell_text(arena, old, x = cj_sheet_cell(a, i));
        for (; k < b->n_cells && !t.n; k++)
            t = cj_book_cell_text(arena, made, y = cj_sheet_cell(b, k));
        if (!s.n && !t.n)
            return true;
        if (!s.n || !t.n || x->row != y->row || x->col != y->col || !cj_str_eq(s, t))
            return false;
    }
}

bool cj_layout_same(cj_arena *arena, const cj_book *old, const cj_book *made)
{
    bool csv = old->format == CJ_CSV || old->format == CJ_TSV;
    size_t i;

    if (old->n_sheets != made->n_sheets || csv != (made->format == CJ_CSV))
        return false;
    for (i = 0; i < old->n_sheets; i++)
        if ((!csv && !cj_str_eq(old->sheets[i].name, made->sheets[i].name)) ||
            !same_cells(arena, old, &old->sheets[i], made, &made->sheets[i]))
            return false;
    return true;
}
