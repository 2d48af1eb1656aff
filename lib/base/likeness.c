/* likeness.c - how much two texts are alike, by the pairs of characters that they share. */
#include "base/likeness.h"
#include "base/utf8.h"
#include <stdlib.h>

#define MOST 400u /* pairs of one text; what makes two long texts alike is seen by then */

static int by_value(const void *x, const void *y)
{
    const uint64_t *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

/* A text of one character makes a pair with its end, so that it is like itself. */
cj_pairs cj_pairs_of(cj_arena *arena, cj_str text)
{
    size_t most = text.n < MOST ? text.n : MOST;
    cj_pairs out = { CJ_NEW_N(arena, uint64_t, most + 1), 0 };
    uint32_t before = 0, cp;

    while (text.n && out.n < most) {
        cp = cj_utf8_next(&text);
        if (before)
            out.pair[out.n++] = (uint64_t)before << 32 | cp;
        before = cp;
    }
    if (!out.n && before)
        out.pair[out.n++] = (uint64_t)before << 32;
    qsort(out.pair, out.n, sizeof *out.pair, by_value);
    return out;
}

unsigned cj_likeness(const cj_pairs *a, const cj_pairs *b)
{
    size_t i = 0, j = 0, both = 0;

    while (i < a->n && j < b->n)
        if (a->pair[i] == b->pair[j]) {
            both++;
            i++;
            j++;
        } else if (a->pair[i] < b->pair[j]) {
            i++;
        } else {
            j++;
        }
    return a->n + b->n ? (unsigned)(200 * both / (a->n + b->n)) : 0;
}
