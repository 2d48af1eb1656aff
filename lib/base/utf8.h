/* utf8.h - code points, normal forms and widths of UTF-8 text (the one user of utf8proc). */
#ifndef CJ_BASE_UTF8_H
#define CJ_BASE_UTF8_H

#include <cj/arena.h>
#include "base/buf.h"
#include <stdint.h>

#define CJ_BAD 0xFFFDu /* what an invalid byte reads as */

uint32_t cj_utf8_step(cj_str *rest); /* cj_utf8_next for any sequence */

/* Takes one code point off; rest->n must be > 0. ASCII and most of what takes three bytes (kana,
 * ideographs) are nearly all that is read, so these two stand in line. */
static inline uint32_t cj_utf8_next(cj_str *rest)
{
    const unsigned char *p = (const unsigned char *)rest->p;
    unsigned n = p[0] < 0x80 ? 1 : 3;

    if (n == 3 && (rest->n < 3 || p[0] < 0xe1 || p[0] > 0xef || p[0] == 0xed ||
                   (p[1] & 0xc0) != 0x80 || (p[2] & 0xc0) != 0x80))
        return cj_utf8_step(rest);
    rest->p += n;
    rest->n -= n;
    return n == 1 ? p[0] : (p[0] & 0xfu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
}

uint32_t cj_utf8_last(cj_str s); /* the last code point; 0 when empty */

static inline size_t cj_utf8_len(uint32_t cp) /* bytes it takes */
{
    return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
}

void cj_utf8_put(cj_buf *b, uint32_t cp); /* surrogates and what is past 10FFFF: U+FFFD */
bool cj_utf8_valid(cj_str s);             /* strict: no overlong forms, no surrogates */
size_t cj_utf8_count(cj_str s);           /* code points */

bool cj_utf8_ascii(cj_str s);
/* What a text holds, found in one pass, so that what is not there need not be looked for. */
enum {
    CJ_HAS_UPPER = 1, /* A to Z */
    CJ_HAS_LOWER = 2, /* a to z */
    CJ_HAS_SPACE = 4,
    CJ_HAS_INVISIBLE = 8,
    CJ_HAS_OTHER = 16, /* more than ASCII, kana, ideographs and Japanese punctuation */
    CJ_HAS_RARE = 32   /* more than those, full-width ASCII and plain symbols */
};
unsigned cj_utf8_survey(cj_str s);
cj_str cj_utf8_nfkc(cj_arena *arena, cj_str s); /* the input itself where it is ASCII */
cj_str cj_utf8_fold(cj_arena *arena, cj_str s); /* NFKC, case folded: for comparing */
/* Written one way, saying all that it said: full-width ASCII and half-width kana in their usual width, NFC,
 * and of the dashes and waves that encodings exchange always the same one. ①, ㎡, ½ stay. */
cj_str cj_utf8_even(cj_arena *arena, cj_str s);
cj_str cj_utf8_unaccent(cj_arena *arena, cj_str s); /* NFKC, folded, Latin marks stripped */
/* The usual width (（A）ｶﾞ is (A)ガ), composed, and of the dashes and waves that encodings exchange always
 * the same one: what was written, written one way. */
cj_str cj_utf8_even(cj_arena *arena, cj_str s);
/* RULES appendix A: without U+00AD, 200B-200F, 2060, FE00-FE0F, FEFF; nor controls that are no white
 * space. */
cj_str cj_utf8_drop_invisible(cj_arena *arena, cj_str s);
/* They look alike: ignoring width, the form of accents, what nobody sees and the blanks around; not case
 * and the blanks within. */
bool cj_utf8_alike(cj_str a, cj_str b);
static inline bool cj_utf8_invisible(uint32_t cp)
{
    if (cp < 0xad)
        return (cp < ' ' && (cp < '\t' || cp > '\r')) || cp == 0x7f;
    return cp == 0xad || (cp >= 0x200b && cp <= 0x200f) || cp == 0x2060 ||
           (cp >= 0xfe00 && cp <= 0xfe0f) || cp == 0xfeff;
}

/* Trims Unicode white space too: U+00A0, 3000, 2000-200A, 202F, 205F, 1680, 0085, 2028, 2029. */
cj_str cj_utf8_trim(cj_str s);
cj_str cj_utf8_head(cj_str s,
                    size_t bytes); /* at most that many, never parting a code point */
cj_str cj_utf8_tail(cj_str s, size_t bytes); /* the same from the end */
static inline bool cj_utf8_space(uint32_t cp)
{
    if (cp < 0x85 || cp > 0x3000)
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    return cp == 0x85 || cp == 0xa0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200a) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

/* Terminal columns: wide and full-width 2, combining and invisible 0, ambiguous 1, else 1;
 * control characters 0. A base followed by U+FE0F and ZWJ sequences count as one emoji: 2. */
unsigned cj_utf8_width(cj_str s);
/* Takes as many code points off *rest as fit into `columns`, never parting a character from
 * its combining marks; at least one. */
cj_str cj_utf8_take(cj_str *rest, unsigned columns);
/* At most `columns` wide, the last one "…" where something was cut; line breaks become " / ". */
cj_str cj_utf8_excerpt(cj_arena *arena, cj_str s, unsigned columns);
/* A name that stands on several lines, on one: the breaks and blanks between become a space. */
cj_str cj_utf8_joined(cj_arena *arena, cj_str s);

typedef enum cj_script {
    CJ_SCRIPT_OTHER,
    CJ_SCRIPT_LATIN,
    CJ_SCRIPT_DIGIT,
    CJ_SCRIPT_HIRAGANA,
    CJ_SCRIPT_KATAKANA,
    CJ_SCRIPT_HAN,
    CJ_SCRIPT_HANGUL,
    CJ_SCRIPT_CYRILLIC,
    CJ_SCRIPT_SPACE
} cj_script;
cj_script cj_utf8_script(uint32_t cp);
bool cj_utf8_pictograph(uint32_t cp); /* may be drawn as an emoji: ❤ ☎ ® 👩 … */

#endif
