/* str.c - views of text. */
#include <cj/str.h>
#include <string.h>

enum { SHORT = 16 }; /* bytes of a word that are compared again and again without harm */

int cj_str_cmp(cj_str a, cj_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;

    return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* Words are short, and of Japanese ones the last byte is the rarest: the first ones are the same in
 * nearly all characters. */
static const char *find_word(cj_str s, cj_str word)
{
    size_t before = word.n - 1;
    const char *at = s.p + before, *end = s.p + s.n;

    while (at < end && (at = memchr(at, word.p[before], (size_t)(end - at))) != NULL) {
        if (memcmp(at - before, word.p, before) == 0)
            return at - before;
        at++;
    }
    return NULL;
}

size_t cj_str_find(cj_str s, cj_str what)
{
    const char *hit;

    if (what.n == 0)
        return 0;
    if (s.n < what.n)
        return CJ_NONE;
    hit = what.n <= SHORT ? find_word(s, what) : memmem(s.p, s.n, what.p, what.n);
    return hit ? (size_t)(hit - s.p) : CJ_NONE;
}

bool cj_str_has(cj_str s, cj_str what)
{
    return cj_str_find(s, what) != CJ_NONE;
}

static bool blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

cj_str cj_str_trim(cj_str s)
{
    while (s.n && blank(*s.p))
        s = cj_str_from(s, 1);
    while (s.n && blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

bool cj_str_split(cj_str *rest, char sep, cj_str *piece)
{
    const char *hit;

    if (!rest->p)
        return false;
    hit = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
    *piece = *rest;
    if (hit) {
        piece->n = (size_t)(hit - rest->p);
        *rest = cj_str_from(*rest, piece->n + 1);
    } else {
        rest->p = NULL;
        rest->n = 0;
    }
    return true;
}
