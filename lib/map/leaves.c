/* leaves.c - which cells of the book the map claims, and which nobody does. */
#include "map/build.h"
#include "base/digest.h"
#include <stdlib.h>
#include <string.h>

enum { FEW = 1000 };

void cj_claim(cj_build *b, cj_leaf_kind kind, cj_span at, cj_str text, int element,
              int phase)
{
    cj_map *m = b->map;

    if (m->n_leaves == m->cap_leaves)
        cj_claim_room(b, m->n_leaves / 4 + 8);
    /* A window has fewer rows and columns than 4,096. */
    m->leaves[m->n_leaves++] = (cj_leaf){ .at = at,
                                          .kind = kind & 63u,
                                          .element = element < 0 ? -1 : element & 0xfff,
                                          .phase = phase < 0 ? -1 : phase & 0xfff,
                                          .text = text };
}

void cj_claim_room(cj_build *b, size_t n)
{
    cj_map *m = b->map;

    if (m->n_leaves + n <= m->cap_leaves)
        return;
    m->leaves = cj_regrow(b->arena, m->leaves, m->cap_leaves * sizeof *m->leaves,
                          (m->n_leaves + n) * sizeof *m->leaves);
    m->cap_leaves = m->n_leaves + n;
}

static int leaf_order(const void *x, const void *y)
{
    const cj_leaf *a = x, *b = y;
    int place = cj_place_cmp(a->at, b->at);

    return place ? place : (int)a->kind - (int)b->kind;
}

/* A list claims its cells in their order, and hardly anything after it: the few are sorted alone and
 * go in between, where sorting all would take as much memory again. */
static void put_in_order(cj_arena *arena, cj_leaf *leaf, size_t n)
{
    size_t sorted = n > 0, rest, i;
    cj_leaf *few;

    while (sorted < n && leaf_order(&leaf[sorted - 1], &leaf[sorted]) <= 0)
        sorted++;
    rest = n - sorted;
    if (rest > FEW) {
        qsort(leaf, n, sizeof *leaf, leaf_order);
        return;
    }
    if (!rest)
        return;
    few = CJ_NEW_N(arena, cj_leaf, rest);
    memcpy(few, leaf + sorted, rest * sizeof *leaf);
    qsort(few, rest, sizeof *few, leaf_order);
    for (i = n; rest; i--)
        if (sorted && leaf_order(&leaf[sorted - 1], &few[rest - 1]) > 0)
            leaf[i - 1] = leaf[--sorted];
        else
            leaf[i - 1] = few[--rest];
}

static void sort_leaves(cj_arena *arena, cj_map *m)
{
    size_t i, kept = 0;

    put_in_order(arena, m->leaves, m->n_leaves);
    for (i = 0; i < m->n_leaves; i++)
        if (!kept || cj_place_cmp(m->leaves[kept - 1].at, m->leaves[i].at) != 0)
            m->leaves[kept++] = m->leaves[i];
    m->n_leaves = kept;
}

static bool claimed_sheet(const cj_map *m, unsigned sheet, size_t leaf)
{
    while (leaf < m->n_leaves && m->leaves[leaf].at.sheet < sheet)
        leaf++;
    return sheet == m->sheet || (leaf < m->n_leaves && m->leaves[leaf].at.sheet == sheet);
}

/* Places of one sheet in their order. */
static inline uint64_t place(unsigned row, unsigned col)
{
    return (uint64_t)row << 32 | col;
}

/* Cells and leaves are both in order, so that one walk over both finds what is not claimed. */
static bool unclaimed(const cj_map *m, cj_left *w, const cj_book_cell *c)
{
    const cj_leaf *l = m->leaves + w->leaf, *end = m->leaves + m->n_leaves;
    uint64_t here = place(c->row, c->col);
    bool claimed;

    while (l < end && (l->at.sheet < w->sheet ||
                       (l->at.sheet == w->sheet && place(l->at.row, l->at.col) < here)))
        l++;
    w->leaf = (size_t)(l - m->leaves);
    claimed = l < end && l->at.sheet == w->sheet && place(l->at.row, l->at.col) == here;
    return !claimed && cj_map_owns(m, w->sheet, c->row, c->col);
}

bool cj_left_next(cj_arena *arena, const cj_map *m, cj_left *w, cj_leaf *out)
{
    for (; w->sheet < m->book->n_sheets; w->sheet++, w->cell = 0) {
        const cj_sheet *s = &m->book->sheets[w->sheet];

        if (!w->cell && !claimed_sheet(m, w->sheet, w->leaf))
            continue;
        while (w->cell < s->n_cells) {
            const cj_book_cell *c = cj_sheet_cell(s, w->cell++);
            cj_span at = { w->sheet, c->row, c->col, 0, 0 };

            if (!unclaimed(m, w, c))
                continue;
            *out = (cj_leaf){ at, CJ_LEAF_OTHER, -1, -1, cj_seen(arena, m->book, c) };
            if (out->text.n)
                return true;
        }
    }
    return false;
}

cj_leaf *cj_map_leftover(cj_arena *arena, const cj_map *m)
{
    cj_leaf *all = CJ_NEW_N(arena, cj_leaf, m->n_leftover + 1);
    cj_left w = { 0, 0, 0 };
    size_t n = 0;

    while (n < m->n_leftover && cj_left_next(arena, m, &w, &all[n]))
        n++;
    return all;
}

void cj_leaves_finish(cj_build *b)
{
    cj_digest digest = cj_digest_none();
    cj_left w = { 0, 0, 0 };
    cj_leaf leaf;

    sort_leaves(b->arena, b->map);
    while (cj_left_next(b->arena, b->map, &w, &leaf)) {
        cj_digest_add(&digest, leaf.text);
        b->map->n_leftover++;
    }
    b->map->left[0] = digest.high;
    b->map->left[1] = digest.low;
}
