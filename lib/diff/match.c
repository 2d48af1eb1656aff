/* match.c - pairs texts by being equal or alike. */
#include "diff/differ.h"
#include "base/likeness.h"
#include <stdlib.h>

/* Past so many comparisons only neighbours are looked at: a person who rewrites hundreds of lines of one
 * cell leaves them about where they were. */
enum { MOST_COMPARED = 250000, NEIGHBOURS = 100 };

typedef struct candidate {
    unsigned likeness;
    size_t apart; /* places between them, as they would stand in lists of one length */
    size_t i, j;
} candidate;

typedef struct candidates {
    candidate *at;
    size_t n, cap;
} candidates;

static int by_likeness(const void *x, const void *y)
{
    const candidate *a = x, *b = y;

    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->apart != b->apart)
        return a->apart < b->apart ? -1 : 1;
    if (a->i != b->i)
        return a->i < b->i ? -1 : 1;
    return a->j < b->j ? -1 : a->j > b->j;
}

/* Sizes so far apart cannot be alike, whatever stands in them. */
static bool may_be(size_t a, size_t b, unsigned least)
{
    size_t small = a < b ? a : b;

    return 200 * small >= (size_t)least * (a + b);
}

static cj_pairs *pairs_of(cj_arena *arena, const cj_str *key, size_t n)
{
    cj_pairs *p = CJ_NEW_N(arena, cj_pairs, n + 1);
    size_t i;

    for (i = 0; i < n; i++)
        p[i] = cj_pairs_of(arena, key[i]);
    return p;
}

void cj_match_alike(cj_arena *arena, const cj_str *a, size_t n, const cj_str *b, size_t m,
                    unsigned least, int *of)
{
    cj_pairs *pa = pairs_of(arena, a, n), *pb = pairs_of(arena, b, m);
    bool *used = CJ_NEW_N(arena, bool, m + 1);
    bool near_only = n && m > MOST_COMPARED / n;
    candidates c = { NULL, 0, 0 };
    size_t i, j;

    for (i = 0; i < n; i++)
        if (of[i] >= 0)
            used[of[i]] = true;
    for (i = 0; i < n; i++) {
        size_t here = n ? i * m / n : 0;
        size_t from = near_only && here > NEIGHBOURS ? here - NEIGHBOURS : 0;
        size_t end = near_only && here + NEIGHBOURS < m ? here + NEIGHBOURS : m;

        for (j = from; of[i] < 0 && j < end; j++) {
            unsigned likeness;

            if (used[j] || !may_be(pa[i].n, pb[j].n, least))
                continue;
            likeness = cj_likeness(&pa[i], &pb[j]);
            if (likeness < least)
                continue;
            CJ_ROOM(arena, c.at, c.n, c.cap);
            c.at[c.n++] = (candidate){ likeness, j > here ? j - here : here - j, i, j };
        }
    }
    if (c.n > 1)
        qsort(c.at, c.n, sizeof *c.at, by_likeness);
    for (i = 0; i < c.n; i++)
        if (of[c.at[i].i] < 0 && !used[c.at[i].j]) {
            of[c.at[i].i] = (int)c.at[i].j;
            used[c.at[i].j] = true;
        }
}

/* ---- equal ones ---------------------------------------------------------------------------------- */

typedef struct entry {
    uint64_t hash;
    size_t i;
    bool used;
} entry;

static int by_hash(const void *x, const void *y)
{
    const entry *a = x, *b = y;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->i < b->i ? -1 : a->i > b->i;
}

static size_t first_of(const entry *e, size_t n, uint64_t hash)
{
    size_t lo = 0, hi = n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (e[mid].hash < hash)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* Entries of one hash are walked from where the last partner was, so that many equal texts cost no
 * more than few. */
void cj_match_equal(cj_arena *arena, const cj_str *a, size_t n, const cj_str *b, size_t m,
                    int *of)
{
    entry *e = CJ_NEW_N(arena, entry, m + 1);
    size_t *next =
        CJ_NEW_N(arena, size_t, m + 1); /* of the first of a hash: how many are used */
    size_t i, k;

    for (k = 0; k < m; k++)
        e[k] = (entry){ cj_hash_text(0, b[k]), k, false };
    if (m > 1)
        qsort(e, m, sizeof *e, by_hash);
    for (i = 0; i < n; i++)
        if (of[i] >= 0)
            for (k = first_of(e, m, cj_hash_text(0, b[of[i]])); k < m; k++)
                if (e[k].i == (size_t)of[i]) {
                    e[k].used = true;
                    break;
                }
    for (i = 0; i < n; i++) {
        uint64_t hash = cj_hash_text(0, a[i]);
        size_t first;

        if (of[i] >= 0)
            continue;
        first = first_of(e, m, hash);
        for (k = first < m ? first + next[first] : m; k < m && e[k].hash == hash; k++) {
            if (e[k].used || !cj_str_eq(a[i], b[e[k].i]))
                continue;
            e[k].used = true;
            of[i] = (int)e[k].i;
            break;
        }
        while (first < m && first + next[first] < m && e[first + next[first]].used &&
               e[first + next[first]].hash == hash)
            next[first]++;
    }
}
