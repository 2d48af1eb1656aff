/* closest.c - "did you mean": the known name that is most like a misspelt one. */
#include <cj/str.h>
#include <string.h>

#define LONGEST 63u /* names and typing errors are shorter than this */

static char low(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c == '_' ? '-' : c);
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Letters to insert, delete, change or swap with their neighbour to get from a to b. */
static unsigned distance(cj_str a, cj_str b)
{
    unsigned row[3][LONGEST + 1];
    unsigned *before = row[0], *last = row[1], *now = row[2];
    size_t i, j;

    for (j = 0; j <= b.n; j++)
        last[j] = (unsigned)j;
    for (i = 1; i <= a.n; i++) {
        unsigned *oldest = before;

        now[0] = (unsigned)i;
        for (j = 1; j <= b.n; j++) {
            bool same = low(a.p[i - 1]) == low(b.p[j - 1]);

            now[j] = least(least(last[j], now[j - 1]) + 1, last[j - 1] + !same);
            if (i > 1 && j > 1 && low(a.p[i - 1]) == low(b.p[j - 2]) &&
                low(a.p[i - 2]) == low(b.p[j - 1]))
                now[j] = least(now[j], before[j - 2] + 1);
        }
        before = last;
        last = now;
        now = oldest;
    }
    return last[b.n];
}

static bool begins(cj_str whole, cj_str head)
{
    size_t i;

    for (i = 0; i < head.n; i++)
        if (i >= whole.n || low(whole.p[i]) != low(head.p[i]))
            return false;
    return true;
}

const char *cj_closest(cj_str wrong, const char *const *names, size_t n)
{
    const char *best = NULL;
    unsigned nearest = (unsigned)wrong.n / 3 + 2; /* what is farther is another word */
    size_t i;

    if (!wrong.n || wrong.n > LONGEST)
        return NULL;
    for (i = 0; i < n; i++) {
        cj_str name = cj_str_of(names[i]);
        unsigned d;

        if (!name.n || name.n > LONGEST)
            continue;
        d = wrong.n > 1 && begins(name, wrong) ? 1 : distance(wrong, name);
        if (d < nearest && d < least((unsigned)wrong.n, (unsigned)name.n)) {
            nearest = d;
            best = names[i];
        }
    }
    return best;
}
