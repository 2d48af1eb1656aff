/* order.c - what has to move so that two orders become one: the fewest blocks. */
#include "diff/differ.h"

/* A run of things that follow each other in both orders. */
typedef struct strip {
    size_t first, n;
    unsigned to;         /* place of its first one */
    size_t kept, things; /* of the best chain that ends here: strips, things */
    size_t before;       /* the strip before it in that chain, + 1; 0: none */
    bool stays;
} strip;

static size_t cut_into_strips(const unsigned *to, size_t n, strip *s)
{
    size_t i, k = 0;

    for (i = 0; i < n; i++)
        if (i && to[i] == to[i - 1] + 1)
            s[k - 1].n++;
        else
            s[k++] = (strip){ .first = i, .n = 1, .to = to[i] };
    return k;
}

static bool better(const strip *a, const strip *b)
{
    return a->kept != b->kept ? a->kept > b->kept : a->things > b->things;
}

/* The chain of strips in rising order that leaves the fewest to be moved; of several the one that
 * holds more things. */
static void keep_longest(strip *s, size_t k)
{
    size_t i, j, best = 0;

    for (i = 0; i < k; i++) {
        s[i].kept = 1;
        s[i].things = s[i].n;
        for (j = 0; j < i; j++)
            if (s[j].to < s[i].to &&
                (s[j].kept + 1 > s[i].kept ||
                 (s[j].kept + 1 == s[i].kept && s[j].things + s[i].n > s[i].things))) {
                s[i].kept = s[j].kept + 1;
                s[i].things = s[j].things + s[i].n;
                s[i].before = j + 1;
            }
        if (better(&s[i], &s[best]))
            best = i;
    }
    for (i = k ? best + 1 : 0; i; i = s[i - 1].before)
        s[i - 1].stays = true;
}

void cj_order_moves(cj_arena *arena, const unsigned *to, size_t n, unsigned *moved)
{
    strip *s = CJ_NEW_N(arena, strip, n + 1);
    size_t i, k = cut_into_strips(to, n, s);

    for (i = 0; i < n; i++)
        moved[i] = 0;
    if (k < 2)
        return;
    keep_longest(s, k);
    for (i = 0; i < k; i++)
        if (!s[i].stays)
            moved[s[i].first] = (unsigned)s[i].n;
}
