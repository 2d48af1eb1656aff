/* align.c - which phase and which row of the old map is which of the new one. */
#include "diff/differ.h"
#include "base/utf8.h"
#include "map/normal.h"
#include <stdlib.h>

/* One axis of both maps: phases or rows. */
typedef struct axis {
    cj_differ *d;
    bool rows;
    bool anywhere; /* what stands under another one now counts too */
    size_t n[2];
    int *of[2];
    uint64_t **mark[2]; /* what each holds, sorted; NULL: not asked yet */
    size_t *n_marks[2];
} axis;

static int by_value(const void *x, const void *y)
{
    const uint64_t *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

/* ---- what a phase or a row holds ------------------------------------------------------------------- */

static void add_marks(axis *x, int side, size_t at, const cj_cell *cell, uint64_t seed,
                      size_t *cap)
{
    cj_differ *d = x->d;
    size_t n, i;
    cj_said *s = cj_said_of(d, cell, &n);

    for (i = 0; i < n; i++) {
        uint64_t **m = &x->mark[side][at];

        CJ_ROOM(d->arena, *m, x->n_marks[side][at], *cap);
        (*m)[x->n_marks[side][at]++] = cj_hash_text(seed, cj_said_key(d, &s[i]));
    }
}

/* Each item with what it stands under on the other axis: of a phase the row's key, of a row the new
 * index of its phase. What phases hold that only one map has says nothing of a row. */
static void gather(axis *x, int side, size_t at)
{
    const cj_map *m = x->d->map[side];
    size_t others = x->rows ? m->n_phases : m->n_elements, i, cap = 1;

    x->mark[side][at] = CJ_NEW_N(x->d->arena, uint64_t, cap);
    for (i = 0; i < others; i++) {
        const cj_element *e = &m->elements[x->rows ? at : i];
        int there = x->rows ? x->d->out->phase_of[side][i] : 0;
        uint64_t under =
            x->rows ? (uint64_t)(side == CJ_NEW ? (int)i : there) : cj_hash_text(0, e->key);

        if (there >= 0 || x->anywhere)
            add_marks(x, side, at, &e->cells[x->rows ? i : at], x->anywhere ? 0 : under,
                      &cap);
    }
    qsort(x->mark[side][at], x->n_marks[side][at], sizeof(uint64_t), by_value);
}

/* How much of both is the same, in percent; -1: neither holds anything. */
static int shared(axis *x, size_t old, size_t now)
{
    size_t at[2], i = 0, j = 0, both = 0;
    const uint64_t *a, *b;

    at[CJ_OLD] = old;
    at[CJ_NEW] = now;
    for (i = 0; i < 2; i++)
        if (!x->mark[i][at[i]])
            gather(x, (int)i, at[i]);
    a = x->mark[CJ_OLD][old];
    b = x->mark[CJ_NEW][now];
    for (i = j = 0; i < x->n_marks[CJ_OLD][old] && j < x->n_marks[CJ_NEW][now];)
        if (a[i] == b[j]) {
            both++, i++, j++;
        } else if (a[i] < b[j]) {
            i++;
        } else {
            j++;
        }
    i = x->n_marks[CJ_OLD][old] + x->n_marks[CJ_NEW][now];
    return i ? (int)(200 * both / i) : -1;
}

/* ---- pairing ------------------------------------------------------------------------------------------ */

static void pair(axis *x, size_t old, size_t now)
{
    x->of[CJ_OLD][old] = (int)now;
    x->of[CJ_NEW][now] = (int)old;
}

static cj_str key_of(const axis *x, int side, size_t i)
{
    return x->rows ? x->d->map[side]->elements[i].key : x->d->map[side]->phases[i].key;
}

typedef struct match {
    int percent;
    size_t apart, old, now;
} match;

static int by_match(const void *p, const void *q)
{
    const match *a = p, *b = q;

    if (a->percent != b->percent)
        return a->percent > b->percent ? -1 : 1;
    if (a->apart != b->apart)
        return a->apart < b->apart ? -1 : 1;
    if (a->old != b->old)
        return a->old < b->old ? -1 : 1;
    return a->now < b->now ? -1 : a->now > b->now;
}

/* The new one that the last paired one before the old i is, and what is paired next after it: what
 * stands between the same neighbours stands in the same place. */
static bool same_gap(const axis *x, size_t old, size_t now)
{
    size_t i;
    int before[2] = { -1, -1 };

    for (i = old; i-- > 0 && before[0] < 0;)
        before[0] = x->of[CJ_OLD][i];
    for (i = now; i-- > 0 && before[1] < 0;)
        before[1] = x->of[CJ_NEW][i] >= 0 ? (int)i : -1;
    return before[0] == before[1];
}

/* Pairs the best of those for which `may` holds. */
static void pair_best(axis *x, bool (*may)(axis *, match *))
{
    match *m = NULL;
    size_t n = 0, cap = 0, i, j;

    for (i = 0; i < x->n[CJ_OLD]; i++)
        for (j = 0; x->of[CJ_OLD][i] < 0 && j < x->n[CJ_NEW]; j++) {
            match one = { 0, j > i ? j - i : i - j, i, j };

            if (x->of[CJ_NEW][j] >= 0 || !may(x, &one))
                continue;
            CJ_ROOM(x->d->arena, m, n, cap);
            m[n++] = one;
        }
    if (n > 1)
        qsort(m, n, sizeof *m, by_match);
    for (i = 0; i < n; i++)
        if (x->of[CJ_OLD][m[i].old] < 0 && x->of[CJ_NEW][m[i].now] < 0)
            pair(x, m[i].old, m[i].now);
}

static bool only_one(const axis *x, int side, size_t i)
{
    size_t k, n = 0;

    for (k = 0; k < x->n[side]; k++)
        n += cj_str_eq(key_of(x, side, k), key_of(x, side, i));
    return n == 1;
}

/* The same key; where several have it, those that hold the same first. */
static bool by_key(axis *x, match *m)
{
    if (!cj_str_eq(key_of(x, CJ_OLD, m->old), key_of(x, CJ_NEW, m->now)))
        return false;
    if (!only_one(x, CJ_OLD, m->old) || !only_one(x, CJ_NEW, m->now))
        m->percent = shared(x, m->old, m->now);
    return true;
}

static bool only_id(const cj_map *m, cj_phase_id id)
{
    size_t i, n = 0;

    for (i = 0; i < m->n_phases; i++)
        n += m->phases[i].id == id;
    return n == 1;
}

static bool by_id(axis *x, match *m)
{
    cj_phase_id id = x->d->map[CJ_OLD]->phases[m->old].id;

    return id != CJ_PHASE_OTHER && id == x->d->map[CJ_NEW]->phases[m->now].id &&
           only_id(x->d->map[CJ_OLD], id) && only_id(x->d->map[CJ_NEW], id);
}

/* Half of what both hold; or nothing is in either, and they stand in the same place. */
static bool by_contents(axis *x, match *m)
{
    m->percent = shared(x, m->old, m->now);
    if (m->percent < 0 && x->rows &&
        (x->d->map[CJ_OLD]->elements[m->old].elem != CJ_CUSTOM ||
         x->d->map[CJ_NEW]->elements[m->now].elem != CJ_CUSTOM))
        return false;
    return m->percent >= 50 || (m->percent < 0 && same_gap(x, m->old, m->now));
}

static void start(axis *x, cj_differ *d, bool rows)
{
    size_t i, k;

    *x = (axis){ .d = d, .rows = rows };
    for (i = 0; i < 2; i++) {
        const cj_map *m = d->map[i];

        x->n[i] = rows ? m->n_elements : m->n_phases;
        x->of[i] = CJ_NEW_N(d->arena, int, x->n[i] + 1);
        x->mark[i] = CJ_NEW_N(d->arena, uint64_t *, x->n[i] + 1);
        x->n_marks[i] = CJ_NEW_N(d->arena, size_t, x->n[i] + 1);
        for (k = 0; k < x->n[i]; k++)
            x->of[i][k] = -1;
    }
}

/* By what they hold where they hold it; of what is left then, wherever it stands now: of a row whose items
 * went along when phases were split. */
static void pair_contents(axis *x)
{
    size_t i;
    int side;

    pair_best(x, by_contents);
    for (side = 0; side < 2; side++)
        for (i = 0; i < x->n[side]; i++) {
            x->mark[side][i] = NULL;
            x->n_marks[side][i] = 0;
        }
    x->anywhere = true;
    pair_best(x, by_contents);
}

void cj_diff_align(cj_differ *d)
{
    axis x;
    int side;

    start(&x, d, false);
    pair_best(&x, by_key);
    pair_best(&x, by_id);
    pair_contents(&x);
    for (side = 0; side < 2; side++)
        d->out->phase_of[side] = x.of[side];
    start(&x, d, true);
    pair_best(&x, by_key);
    pair_contents(&x);
    for (side = 0; side < 2; side++)
        d->out->element_of[side] = x.of[side];
}
