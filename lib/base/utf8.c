/* utf8.c - code points, normal forms and widths of UTF-8 text. */
#include "base/utf8.h"
#include <string.h>
#include <stdlib.h>
#include <utf8proc.h>

/* Length of the valid sequence at s.p, or 0; *cp is what it says. */
static size_t decode(cj_str s, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)s.p;
    uint32_t c = p[0];
    size_t n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
    size_t i;

    *cp = CJ_BAD;
    if (n == 0 || n > s.n)
        return 0;
    if (n > 1)
        c &= 0xffu >> (n + 1);
    for (i = 1; i < n; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (p[i] & 0x3fu);
    }
    if ((n == 3 && c < 0x800) || (n == 4 && c < 0x10000) || c > 0x10ffff ||
        (c >= 0xd800 && c < 0xe000))
        return 0;
    *cp = c;
    return n;
}

uint32_t cj_utf8_step(cj_str *rest)
{
    uint32_t cp;
    size_t n = decode(*rest, &cp);

    *rest = cj_str_from(*rest, n ? n : 1);
    return cp;
}

uint32_t cj_utf8_last(cj_str s)
{
    size_t at = s.n;
    cj_str tail;

    if (!s.n)
        return 0;
    do
        at--;
    while (at > 0 && s.n - at < 4 && ((unsigned char)s.p[at] & 0xc0) == 0x80);
    tail = cj_str_from(s, at);
    return cj_utf8_next(&tail);
}

void cj_utf8_put(cj_buf *b, uint32_t cp)
{
    char *p = cj_buf_space(b, 4);

    if (cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
        cp = CJ_BAD;
    if (cp < 0x80) {
        p[0] = (char)cp;
    } else if (cp < 0x800) {
        p[0] = (char)(0xc0 | cp >> 6);
        p[1] = (char)(0x80 | (cp & 0x3f));
    } else if (cp < 0x10000) {
        p[0] = (char)(0xe0 | cp >> 12);
        p[1] = (char)(0x80 | (cp >> 6 & 0x3f));
        p[2] = (char)(0x80 | (cp & 0x3f));
    } else {
        p[0] = (char)(0xf0 | cp >> 18);
        p[1] = (char)(0x80 | (cp >> 12 & 0x3f));
        p[2] = (char)(0x80 | (cp >> 6 & 0x3f));
        p[3] = (char)(0x80 | (cp & 0x3f));
    }
    b->n += cj_utf8_len(cp);
}

bool cj_utf8_ascii(cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80)
            return false;
    return true;
}

bool cj_utf8_valid(cj_str s)
{
    uint32_t cp;

    while (s.n) {
        size_t n = (unsigned char)*s.p < 0x80 ? 1 : decode(s, &cp);

        if (!n)
            return false;
        s = cj_str_from(s, n);
    }
    return true;
}

size_t cj_utf8_count(cj_str s)
{
    size_t n = 0;

    for (; s.n; n++)
        cj_utf8_next(&s);
    return n;
}

static unsigned of_ascii(unsigned char c)
{
    return c >= 'a' && c <= 'z'                   ? CJ_HAS_LOWER
           : c >= 'A' && c <= 'Z'                 ? CJ_HAS_UPPER
           : c == ' ' || (c >= '\t' && c <= '\r') ? CJ_HAS_SPACE
           : c < ' ' || c == 0x7f                 ? CJ_HAS_INVISIBLE
                                                  : 0;
}

/* Kana, ideographs and Japanese punctuation that NFKC leaves as they stand. */
static bool plain_japanese(uint32_t cp)
{
    if (cp >= 0x3041)
        return cp <= 0x3096 || (cp >= 0x30a1 && cp <= 0x30fc) ||
               (cp >= 0x4e00 && cp <= 0x9fff);
    return cp == 0x3001 || cp == 0x3002 || (cp >= 0x3005 && cp <= 0x3011);
}

/* （：〜】 and their like: NFKC makes plain ASCII of them. */
static bool full_width(uint32_t cp)
{
    return (cp >= 0xff01 && cp <= 0xff5e) || cp == 0x3000;
}

/* Dashes, quotation marks, bullets, arrows, geometric shapes, most emoji: what else NFKC and case
 * folding leave as they stand. */
static bool plain_symbol(uint32_t cp)
{
    return (cp >= 0x2012 && cp <= 0x2023 && cp != 0x2017) || cp == 0x203b || cp == 0x301c ||
           (cp >= 0x2190 && cp <= 0x2199) || (cp >= 0x2500 && cp <= 0x2767) ||
           (cp >= 0x1f300 && cp <= 0x1f64f);
}

static unsigned of_others(uint32_t cp)
{
    return CJ_HAS_OTHER | (cj_utf8_space(cp) ? CJ_HAS_SPACE : 0u) |
           (cj_utf8_invisible(cp) ? CJ_HAS_INVISIBLE : 0u) |
           (full_width(cp) || plain_symbol(cp) ? 0u : CJ_HAS_RARE);
}

/* The same of three bytes, for nearly all that is plain Japanese: kana and ideographs. */
static bool kana_or_ideograph(const unsigned char *p)
{
    if (p[0] == 0xe3)
        return p[1] == 0x81   ? p[2] > 0x80
               : p[1] == 0x82 ? p[2] < 0x97 || p[2] > 0xa0
                              : p[1] == 0x83 && p[2] < 0xbd;
    return p[0] >= 0xe5 && p[0] <= 0xe9;
}

/* Asked of every text, most of them several times: what texts are made of goes first. */
unsigned cj_utf8_survey(cj_str s)
{
    const unsigned char *p = (const unsigned char *)s.p, *end = s.n ? p + s.n : p;
    unsigned has = 0;

    while (p < end) {
        cj_str rest;
        uint32_t cp;

        if (*p < 0x80) {
            has |= of_ascii(*p++);
        } else if (end - p > 2 && kana_or_ideograph(p)) {
            p += 3;
        } else {
            rest = cj_str_from(s, (size_t)((const char *)p - s.p));
            cp = cj_utf8_next(&rest);
            has |= plain_japanese(cp) ? 0 : of_others(cp);
            p = (const unsigned char *)rest.p;
        }
    }
    return has;
}

/* utf8proc refuses invalid input; ours is valid by the reader's contract, and where it is not
 * (fuzzing) the text itself is the best answer. */
static cj_str mapped(cj_arena *arena, cj_str s, utf8proc_option_t how)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t n;
    cj_str result = s;

    n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &out, how);
    if (n >= 0) {
        result.p = (const char *)out;
        result.n = (size_t)n;
        result = cj_str_copy(arena, result);
    }
    free(out);
    return result;
}

static char small(char c, bool lower)
{
    return (char)(lower && c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Full-width ASCII made plain, and small letters where that is wanted; the rest as it stands. */
static cj_str plain(cj_arena *arena, cj_str s, bool lower)
{
    char *p = cj_alloc_text(arena, s.n + 1);
    cj_str rest = s, out = { p, 0 };

    while (rest.n) {
        cj_str from = rest;
        uint32_t cp = cj_utf8_next(&rest);

        if (cp < 0x80) {
            p[out.n++] = small((char)cp, lower);
        } else if (full_width(cp)) {
            p[out.n++] = small((char)(cp == 0x3000 ? ' ' : cp - 0xfee0), lower);
        } else {
            memcpy(p + out.n, from.p, from.n - rest.n);
            out.n += from.n - rest.n;
        }
    }
    return out;
}

/* Most of what is compared here is ASCII and Japanese, whose normal forms need no tables. */
cj_str cj_utf8_nfkc(cj_arena *arena, cj_str s)
{
    unsigned has = cj_utf8_survey(s);

    if (has & CJ_HAS_RARE)
        return mapped(arena, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    return has & CJ_HAS_OTHER ? plain(arena, s, false) : s;
}

cj_str cj_utf8_fold(cj_arena *arena, cj_str s)
{
    unsigned has = cj_utf8_survey(s);

    if (has & CJ_HAS_RARE)
        return mapped(arena, s,
                      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                          UTF8PROC_CASEFOLD);
    return has & (CJ_HAS_OTHER | CJ_HAS_UPPER) ? plain(arena, s, true) : s;
}

/* Japanese voicing marks are combining too and must stay: が is not か. */
cj_str cj_utf8_unaccent(cj_arena *arena, cj_str s)
{
    unsigned has = cj_utf8_survey(s);
    cj_str all, rest;
    cj_buf b;

    if (!(has & CJ_HAS_RARE))
        return has & (CJ_HAS_OTHER | CJ_HAS_UPPER) ? plain(arena, s, true) : s;
    all =
        mapped(arena, s,
               UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
    cj_buf_init(&b, arena);
    for (rest = all; rest.n;) {
        uint32_t cp = cj_utf8_next(&rest);

        if (cp < 0x300 || cp > 0x36f)
            cj_utf8_put(&b, cp);
    }
    return mapped(arena, cj_buf_str(&b), UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

cj_str cj_utf8_drop_invisible(cj_arena *arena, cj_str s)
{
    cj_str rest;
    cj_buf b;

    if (!(cj_utf8_survey(s) & CJ_HAS_INVISIBLE))
        return s;
    cj_buf_init(&b, arena);
    for (rest = s; rest.n;) {
        uint32_t cp = cj_utf8_next(&rest);

        if (!cj_utf8_invisible(cp))
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}

/* A text on its way through, one character of its decomposed form after the other. */
typedef struct parts {
    cj_str rest;
    utf8proc_int32_t cp[32]; /* more than any character has */
    utf8proc_ssize_t n, at;
} parts;

/* 0: the end. */
static utf8proc_int32_t next_part(parts *p)
{
    while (p->at == p->n) {
        uint32_t cp = p->rest.n ? cj_utf8_next(&p->rest) : 0;
        int last = UTF8PROC_BOUNDCLASS_START;

        if (!cp)
            return 0;
        p->at = p->n = 0;
        if (!cj_utf8_invisible(cp))
            p->n = utf8proc_decompose_char((utf8proc_int32_t)cp, p->cp, 32,
                                           UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &last);
    }
    return p->cp[p->at++];
}

static bool shown(uint32_t cp)
{
    return !cj_utf8_space(cp) && !cj_utf8_invisible(cp);
}

/* Without the blanks around it, wherever what nobody sees stands among them. */
static cj_str inner(cj_str s)
{
    cj_str rest = s;

    while (rest.n && !shown(cj_utf8_next(&rest)))
        s = rest;
    while (s.n && !shown(cj_utf8_last(s)))
        s.n -= cj_utf8_len(cj_utf8_last(s));
    return s;
}

bool cj_utf8_alike(cj_str a, cj_str b)
{
    parts x = { .rest = inner(a) }, y = { .rest = inner(b) };
    utf8proc_int32_t cp;

    if (cj_str_eq(x.rest, y.rest))
        return true;
    if (!((cj_utf8_survey(a) | cj_utf8_survey(b)) & (CJ_HAS_OTHER | CJ_HAS_INVISIBLE)))
        return false;
    do {
        cp = next_part(&x);
        if (cp != next_part(&y))
            return false;
    } while (cp);
    return true;
}

/* Whether a character of these first bytes may be white space: hardly any text has some. */
static bool may_be_space(unsigned char first, unsigned char second)
{
    return first <= ' ' || first == 0xc2 || first == 0xe1 || first == 0xe2 ||
           (first == 0xe3 && second == 0x80);
}

static bool may_begin_with_space(cj_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;

    return s.n && may_be_space(p[0], s.n > 1 ? p[1] : 0);
}

static bool may_end_with_space(cj_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;

    if (!s.n || p[s.n - 1] < 0x80)
        return s.n && p[s.n - 1] <= ' ';
    return s.n < 3 || may_be_space(p[s.n - 3], p[s.n - 2]) || p[s.n - 2] == 0xc2;
}

cj_str cj_utf8_trim(cj_str s)
{
    while (may_begin_with_space(s)) {
        cj_str rest = s;

        if (!cj_utf8_space(cj_utf8_next(&rest)))
            break;
        s = rest;
    }
    while (may_end_with_space(s)) {
        uint32_t cp = cj_utf8_last(s);

        if (!cj_utf8_space(cp))
            break;
        s.n -= cj_utf8_len(cp);
    }
    return s;
}

cj_str cj_utf8_head(cj_str s, size_t bytes)
{
    if (s.n > bytes) {
        s.n = bytes;
        while (s.n && ((unsigned char)s.p[s.n] & 0xc0) == 0x80)
            s.n--;
    }
    return s;
}

cj_str cj_utf8_tail(cj_str s, size_t bytes)
{
    size_t at = s.n > bytes ? s.n - bytes : 0;

    while (at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80)
        at++;
    return cj_str_from(s, at);
}

enum { WIDE_HAN = 0x9ffc }; /* those behind it are not in every utf8proc */

static unsigned width_of(uint32_t cp)
{
    int w;

    if (cp >= 0x20 && cp < 0x7f)
        return 1;
    if (cp < 0xa0 || cj_utf8_invisible(cp))
        return 0;
    w = utf8proc_charwidth((utf8proc_int32_t)cp);
    return w > 0 ? (unsigned)w : 0;
}

static uint32_t peek(cj_str s)
{
    return cj_utf8_next(&s);
}

/* A character that never joins the one before it: printable ASCII, one column wide, or Japanese,
 * which takes two. */
static bool alone(uint32_t cp)
{
    return (cp >= 0x20 && cp < 0x7f) || (cp <= WIDE_HAN && plain_japanese(cp));
}

/* The width of the character at the front (with all that belongs to it), and its bytes. */
static unsigned front(cj_str s, size_t *bytes)
{
    cj_str rest = s, next;
    uint32_t cp = cj_utf8_next(&rest);
    unsigned w;

    if (alone(cp) && (!rest.n || alone(peek(rest)))) {
        *bytes = s.n - rest.n;
        return cp < 0x80 ? 1 : 2;
    }
    w = width_of(cp);

    while (rest.n) {
        next = rest;
        cp = cj_utf8_next(&next);
        if (cp == 0x200d && next.n) {
            cj_utf8_next(&next);
        } else if (cp == 0xfe0f) {
            w = 2;
        } else if (width_of(cp) != 0 || cp < 0x20) {
            if (cp < 0x1f3fb || cp > 0x1f3ff)
                break;
        }
        rest = next;
    }
    *bytes = s.n - rest.n;
    return w;
}

unsigned cj_utf8_width(cj_str s)
{
    unsigned w = 0;
    size_t n;

    while (s.n) {
        w += front(s, &n);
        s = cj_str_from(s, n);
    }
    return w;
}

cj_str cj_utf8_take(cj_str *rest, unsigned columns)
{
    cj_str s = *rest;
    unsigned used = 0;
    size_t n = 0, more;

    while (n < s.n) {
        unsigned w = front(cj_str_from(s, n), &more);

        if (n && used + w > columns)
            break;
        used += w;
        n += more;
    }
    *rest = cj_str_from(s, n);
    return cj_str_cut(s, 0, n);
}

bool cj_utf8_pictograph(uint32_t cp)
{
    return cp <= 0x10ffff && utf8proc_get_property((utf8proc_int32_t)cp)->boundclass ==
                                 UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}
