/* books.c - which map of one workbook is which of the other. */
#include "diff/differ.h"
#include "base/likeness.h"
#include "base/utf8.h"
#include <stdlib.h>

enum { LEAST = 40 }; /* percent of their texts */

typedef struct books {
    cj_arena *arena;
    const cj_maps *of[2];
    int *partner; /* of the old map i, -1 */
    bool *used;
} books;

static void pair(books *b, size_t i, size_t j)
{
    b->partner[i] = (int)j;
    b->used[j] = true;
}

static cj_str sheet_name(const cj_map *m)
{
    return m->book->sheets[m->sheet].name;
}

static cj_str persona(const cj_map *m)
{
    cj_str name = cj_map_persona(m, "name");

    return name.n ? name : m->meta[CJ_META_PERSONA].text;
}

static cj_str title(const cj_map *m)
{
    return m->meta[CJ_META_TITLE].text;
}

static bool alone_with(books *b, const cj_maps *maps, cj_str (*what)(const cj_map *),
                       cj_str key)
{
    size_t i, n = 0;

    for (i = 0; i < maps->n; i++)
        n += cj_str_eq(cj_item_key(b->arena, what(&maps->map[i])), key);
    return n == 1;
}

/* Two maps that are the only ones called so. */
static void pair_by(books *b, cj_str (*what)(const cj_map *))
{
    size_t i, j;

    for (i = 0; i < b->of[CJ_OLD]->n; i++) {
        cj_str key = cj_item_key(b->arena, what(&b->of[CJ_OLD]->map[i]));

        if (b->partner[i] >= 0 || !key.n || !alone_with(b, b->of[CJ_OLD], what, key) ||
            !alone_with(b, b->of[CJ_NEW], what, key))
            continue;
        for (j = 0; j < b->of[CJ_NEW]->n; j++)
            if (!b->used[j] &&
                cj_str_eq(cj_item_key(b->arena, what(&b->of[CJ_NEW]->map[j])), key)) {
                pair(b, i, j);
                break;
            }
    }
}

/* The texts of its cells, one after the other: what makes two maps alike. */
static cj_pairs pairs_of(cj_arena *arena, const cj_map *m)
{
    cj_str text = CJ_STR("");
    size_t e, p;

    for (p = 0; p < m->n_phases; p++)
        text = cj_str_fmt(arena, CJ_FMT CJ_FMT, CJ_ARG(text), CJ_ARG(m->phases[p].key));
    for (e = 0; e < m->n_elements && text.n < 1600; e++)
        for (p = 0; p < m->n_phases && text.n < 1600; p++)
            text = cj_str_fmt(arena, CJ_FMT CJ_FMT, CJ_ARG(text),
                              CJ_ARG(m->elements[e].cells[p].text));
    return cj_pairs_of(arena, cj_item_key(arena, text));
}

static void pair_alike(books *b)
{
    size_t n[2] = { b->of[0]->n, b->of[1]->n }, i, j, at[2] = { 0, 0 };
    cj_pairs *p[2];
    unsigned best;
    int side;

    for (side = 0; side < 2; side++) {
        p[side] = CJ_NEW_N(b->arena, cj_pairs, n[side] + 1);
        for (i = 0; i < n[side]; i++)
            p[side][i] = pairs_of(b->arena, &b->of[side]->map[i]);
    }
    do {
        best = 0;
        for (i = 0; i < n[0]; i++)
            for (j = 0; b->partner[i] < 0 && j < n[1]; j++) {
                unsigned like = b->used[j] ? 0 : cj_likeness(&p[0][i], &p[1][j]);

                if (like > best) {
                    best = like;
                    at[0] = i;
                    at[1] = j;
                }
            }
        if (best >= LEAST)
            pair(b, at[0], at[1]);
    } while (best >= LEAST);
}

/* ---- what several maps share ---------------------------------------------------------------------------- */

static int by_places(const void *x, const void *y)
{
    const cj_change *a = *(const cj_change *const *)x, *b = *(const cj_change *const *)y;
    int old = cj_place_cmp(a->at[CJ_OLD], b->at[CJ_OLD]);

    return old ? old : cj_place_cmp(a->at[CJ_NEW], b->at[CJ_NEW]);
}

static bool elsewhere(const cj_diff *d, const cj_change *c)
{
    int side;

    for (side = 0; side < 2; side++)
        if (c->at[side].row && c->at[side].sheet == d->map[side]->sheet)
            return false;
    return c->at[CJ_OLD].row || c->at[CJ_NEW].row;
}

static void drop(cj_diff *d, size_t at)
{
    cj_change *c = &d->change[at];
    size_t i;

    if (c->with < 0)
        d->count[c->on][c->kind]--;
    memmove(c, c + 1, (d->n - at - 1) * sizeof *c);
    d->n--;
    for (i = 0; i < d->n; i++)
        if (d->change[i].with > (int)at)
            d->change[i].with--;
}

/* A sheet of evidence that all maps share is told of once, with the first of them. */
static void drop_shared(cj_arena *arena, cj_diffs *all)
{
    const cj_change **seen = NULL;
    size_t n = 0, cap = 0, i, k, before;

    for (i = 0; i < all->n; i++) {
        cj_diff *d = &all->diff[i];

        if (!d->map[CJ_OLD] || !d->map[CJ_NEW])
            continue;
        before = n;
        for (k = d->n; k-- > 0;) {
            const cj_change *c = &d->change[k];

            if (elsewhere(d, c) && before &&
                bsearch(&c, seen, before, sizeof(*seen), by_places))
                drop(d, k);
        }
        for (k = 0; k < d->n; k++)
            if (elsewhere(d, &d->change[k])) {
                CJ_ROOM(arena, seen, n, cap);
                seen[n++] = &d->change[k];
            }
        if (n > 1)
            qsort(seen, n, sizeof(*seen), by_places);
    }
}

/* ---- all of them --------------------------------------------------------------------------------------------- */

static void add(cj_arena *arena, cj_diffs *out, const cj_map *old, const cj_map *now)
{
    cj_diff *d = &out->diff[out->n++];

    if (old && now) {
        cj_diff_maps(arena, old, now, d);
        return;
    }
    memset(d, 0, sizeof *d);
    d->map[CJ_OLD] = old;
    d->map[CJ_NEW] = now;
}

static void compare_all(books *b, cj_diffs *out)
{
    size_t i, j, k = 0;

    for (j = 0; j < b->of[CJ_NEW]->n; j++) {
        const cj_map *old = NULL;

        for (i = 0; i < b->of[CJ_OLD]->n; i++)
            if (b->partner[i] == (int)j)
                old = &b->of[CJ_OLD]->map[i];
        add(b->arena, out, old, &b->of[CJ_NEW]->map[j]);
        for (; old && k < b->of[CJ_OLD]->n && b->partner[k] < 0; k++)
            add(b->arena, out, &b->of[CJ_OLD]->map[k], NULL);
        while (k < b->of[CJ_OLD]->n && b->partner[k] >= 0)
            k++;
    }
    for (; k < b->of[CJ_OLD]->n; k++)
        if (b->partner[k] < 0)
            add(b->arena, out, &b->of[CJ_OLD]->map[k], NULL);
}

void cj_diff_books(cj_arena *arena, const cj_maps *old, const cj_maps *now, cj_diffs *out)
{
    books b = { arena,
                { old, now },
                CJ_NEW_N(arena, int, old->n + 1),
                CJ_NEW_N(arena, bool, now->n + 1) };
    size_t i;

    out->diff = CJ_NEW_N(arena, cj_diff, old->n + now->n + 1);
    out->n = 0;
    for (i = 0; i < old->n; i++)
        b.partner[i] = -1;
    if (old->n == 1 && now->n == 1) {
        pair(&b, 0, 0);
    } else {
        pair_by(&b, sheet_name);
        pair_by(&b, persona);
        pair_by(&b, title);
        pair_alike(&b);
    }
    compare_all(&b, out);
    drop_shared(arena, out);
}
