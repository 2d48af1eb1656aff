/* leaves.c - which cells of the book the map claims, and which nobody does. */
#include "map/build.h"
#include <stdlib.h>
#include <string.h>

enum { FEW = 1000 };

void cj_claim(cj_build *b, cj_leaf_kind kind, cj_span at, cj_str text, int element,
              int phase)
{
    cj_map *m = b->map;

    if (m->n_leaves == m->cap_leaves)
        cj_claim_room(b, m->n_leaves / 4 + 8);
    m->leaves[m->n_leaves++] = (cj_leaf){ kind, at, text, element, phase };
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

static void add_leftover(cj_build *b, const cj_book_cell *c, unsigned sheet)
{
    cj_map *m = b->map;
    cj_str text = cj_seen(b->arena, m->book, c);

    if (!text.n)
        return;
    CJ_ROOM(b->arena, m->leftover, m->n_leftover, m->cap_leftover);
    m->leftover[m->n_leftover++] =
        (cj_leaf){ CJ_LEAF_OTHER, { sheet, c->row, c->col, 0, 0 }, text, -1, -1 };
}

/* Both lists are in order, so one walk over the sheet finds what is not claimed. */
static void left_over_in(cj_build *b, unsigned sheet, size_t *leaf)
{
    const cj_map *m = b->map;
    const cj_sheet *s = &m->book->sheets[sheet];
    size_t i;

    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);
        cj_span at = { sheet, c->row, c->col, 0, 0 };

        if (!cj_map_owns(m, sheet, c->row, c->col))
            continue;
        while (*leaf < m->n_leaves && cj_place_cmp(m->leaves[*leaf].at, at) < 0)
            ++*leaf;
        if (*leaf == m->n_leaves || cj_place_cmp(m->leaves[*leaf].at, at) != 0)
            add_leftover(b, c, sheet);
    }
}

static bool claimed_sheet(const cj_map *m, unsigned sheet, size_t leaf)
{
    while (leaf < m->n_leaves && m->leaves[leaf].at.sheet < sheet)
        leaf++;
    return sheet == m->sheet || (leaf < m->n_leaves && m->leaves[leaf].at.sheet == sheet);
}

void cj_leaves_finish(cj_build *b)
{
    size_t leaf = 0;
    unsigned s;

    sort_leaves(b->arena, b->map);
    for (s = 0; s < b->map->book->n_sheets; s++) {
        if (!claimed_sheet(b->map, s, leaf))
            continue;
        left_over_in(b, s, &leaf);
        while (leaf < b->map->n_leaves && b->map->leaves[leaf].at.sheet <= s)
            leaf++;
    }
}
