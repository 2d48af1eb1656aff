/* utf8.h - code points, normal forms and widths of UTF-8 text (the one user of utf8proc). */
#ifndef CJ_BASE_UTF8_H
#define CJ_BASE_UTF8_H

#include <cj/arena.h>
#include "base/buf.h"
#include <stdint.h>

#define CJ_BAD 0xFFFDu          /* what an invalid byte reads as */

uint32_t cj_utf8_next(cj_str *rest);            /* takes one code point off; rest->n must be > 0 */
uint32_t cj_utf8_last(cj_str s);                /* the last code point; 0 when empty */
size_t cj_utf8_len(uint32_t cp);                /* bytes it takes */
void cj_utf8_put(cj_buf *b, uint32_t cp);       /* surrogates and what is past 10FFFF: U+FFFD */
bool cj_utf8_valid(cj_str s);                   /* strict: no overlong forms, no surrogates */
size_t cj_utf8_count(cj_str s);                 /* code points */

bool cj_utf8_ascii(cj_str s);
cj_str cj_utf8_nfkc(cj_arena *arena, cj_str s); /* the input itself where it is ASCII */
cj_str cj_utf8_fold(cj_arena *arena, cj_str s); /* NFKC, case folded: for comparing */
cj_str cj_utf8_unaccent(cj_arena *arena, cj_str s);     /* NFKC, folded, Latin marks stripped */
/* RULES appendix A: without U+00AD, 200B-200F, 2060, FE00-FE0F, FEFF. */
cj_str cj_utf8_drop_invisible(cj_arena *arena, cj_str s);
bool cj_utf8_invisible(uint32_t cp);
/* Trims Unicode white space too: U+00A0, 3000, 2000-200A, 202F, 205F, 1680, 0085, 2028, 2029. */
cj_str cj_utf8_trim(cj_str s);
cj_str cj_utf8_head(cj_str s, size_t bytes);    /* at most that many, never parting a code point */
cj_str cj_utf8_tail(cj_str s, size_t bytes);    /* the same from the end */
bool cj_utf8_space(uint32_t cp);

/* Terminal columns: wide and full-width 2, combining and invisible 0, ambiguous 1, else 1;
 * control characters 0. A base followed by U+FE0F and ZWJ sequences count as one emoji: 2. */
unsigned cj_utf8_width(cj_str s);
/* Takes as many code points off *rest as fit into `columns`, never parting a character from
 * its combining marks; at least one. */
cj_str cj_utf8_take(cj_str *rest, unsigned columns);
/* At most `columns` wide, the last one "…" where something was cut; line breaks become " / ". */
cj_str cj_utf8_excerpt(cj_arena *arena, cj_str s, unsigned columns);

typedef enum cj_script {
    CJ_SCRIPT_OTHER, CJ_SCRIPT_LATIN, CJ_SCRIPT_DIGIT, CJ_SCRIPT_HIRAGANA, CJ_SCRIPT_KATAKANA,
    CJ_SCRIPT_HAN, CJ_SCRIPT_HANGUL, CJ_SCRIPT_CYRILLIC, CJ_SCRIPT_SPACE
} cj_script;
cj_script cj_utf8_script(uint32_t cp);
bool cj_utf8_pictograph(uint32_t cp);           /* may be drawn as an emoji: ❤ ☎ ® 👩 … */

#endif
