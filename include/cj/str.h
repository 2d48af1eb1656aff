/* cj/str.h - a borrowed piece of UTF-8 text, the only string type of the library. */
#ifndef CJ_STR_H
#define CJ_STR_H

#include <stdbool.h>
#include <stddef.h>

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

/* view of a NUL-terminated string; NULL: empty */
cj_str cj_str_of(const char *z);
bool cj_str_eq(cj_str a, cj_str b);
/* by bytes, shorter first: a total order */
int cj_str_cmp(cj_str a, cj_str b);
bool cj_str_starts(cj_str s, cj_str head);
bool cj_str_ends(cj_str s, cj_str tail);
/* byte offset of the first hit, or CJ_NONE */
size_t cj_str_find(cj_str s, cj_str what);
bool cj_str_has(cj_str s, cj_str what);
/* from byte `at` to the end; past it: empty */
cj_str cj_str_from(cj_str s, size_t at);
/* at most n bytes from `at` */
cj_str cj_str_cut(cj_str s, size_t at, size_t n);
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
