/* cj/str.h - a borrowed piece of UTF-8 text, the only string type of the library. */
#ifndef CJ_STR_H
#define CJ_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A view: `n` bytes from `p`, not NUL-terminated, owned by somebody else (usually an arena).
 * Invariant: n == 0 or p != NULL. The bytes are valid UTF-8 unless a function says otherwise. */
typedef struct cj_str {
    const char *p;
    size_t n;
} cj_str;

#define CJ_NONE ((size_t)-1) /* "no such position" */
/* CJ_LIT: initialiser from a literal; CJ_STR: the same as a value (C only);
 * printf("…" CJ_FMT, CJ_ARG(s)) prints a view. */
/* clang-format off */
#define CJ_LIT(s) { (s), sizeof(s) - 1 }
/* clang-format on */
#define CJ_STR(s) ((cj_str)CJ_LIT(s))
#define CJ_FMT "%.*s"
#define CJ_ARG(s) (int)(s).n, (s).n ? (s).p : ""

/* The steps that every loop over text takes are inline: a call costs more than they do. */
static inline bool cj_str_eq(cj_str a, cj_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool cj_str_starts(cj_str s, cj_str head)
{
    return s.n >= head.n &&
           (head.n == 0 || (*s.p == *head.p && memcmp(s.p, head.p, head.n) == 0));
}

static inline bool cj_str_ends(cj_str s, cj_str tail)
{
    return s.n >= tail.n &&
           (tail.n == 0 || (s.p[s.n - 1] == tail.p[tail.n - 1] &&
                            memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0));
}

/* from byte `at` to the end; past it: empty */
static inline cj_str cj_str_from(cj_str s, size_t at)
{
    cj_str rest;

    at = at < s.n ? at : s.n;
    rest.p = s.p ? s.p + at : NULL;
    rest.n = s.n - at;
    return rest;
}

/* at most n bytes from `at` */
static inline cj_str cj_str_cut(cj_str s, size_t at, size_t n)
{
    cj_str piece = cj_str_from(s, at);

    if (piece.n > n)
        piece.n = n;
    return piece;
}

/* view of a NUL-terminated string; NULL: empty */
static inline cj_str cj_str_of(const char *z)
{
    cj_str s;

    s.p = z;
    s.n = z ? strlen(z) : 0;
    return s;
}
/* by bytes, shorter first: a total order */
int cj_str_cmp(cj_str a, cj_str b);
/* byte offset of the first hit, or CJ_NONE */
size_t cj_str_find(cj_str s, cj_str what);
bool cj_str_has(cj_str s, cj_str what);
/* without ASCII white space at both ends */
cj_str cj_str_trim(cj_str s);
/* Takes the text up to the next `sep` off *rest; false when *rest was already used up.
 * Start with *rest.p non-NULL; an empty input yields one empty piece. */
bool cj_str_split(cj_str *rest, char sep, cj_str *piece);
/* "Did you mean": the one of n names that is most like `wrong` (case and _ for - ignored; the
 * first of several), NULL when none is close. */
const char *cj_closest(cj_str wrong, const char *const *names, size_t n);

#ifdef __cplusplus
}
#endif
#endif
