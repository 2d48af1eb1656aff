/* scan.h - small steps over folded text for the hand-written predicates: numbers and words. */
#ifndef CJ_LINT_SCAN_H
#define CJ_LINT_SCAN_H

#include <cj/str.h>
#include "map/lexicon.h"

/* All look at the front of `s` and return the bytes they recognise, 0 for none. */
size_t cj_scan_digits(cj_str s, unsigned long *value); /* 12; value past 10^9 is cut */
size_t cj_scan_number(cj_str s);                       /* 12  1,000  0.5 */
size_t cj_scan_kanji(cj_str s);                        /* 三  二十  百  十数 */
size_t cj_scan_spelt(cj_str s);                        /* two … twelve, a dozen */
size_t cj_scan_blanks(cj_str s);                       /* spaces, no line break */
size_t cj_scan_month(cj_str s);                        /* january … dec */
size_t cj_scan_word(cj_str s);                         /* Latin letters and hyphens */

/* What is left behind the first n bytes and the blanks after them. */
cj_str cj_scan_past(cj_str s, size_t n);

/* The longest of n words at the front; a word that ends in a Latin letter or digit counts only
 * where none of those follows. */
size_t cj_scan_any(cj_str s, const cj_str *words, size_t n);
#define CJ_SCAN(s, table) cj_scan_any((s), (table), sizeof(table) / sizeof *(table))
#define CJ_W CJ_LIT /* an entry of such a table */

/* The longest word of a list at the front: lists of more than a few words stand in lexicon.tsv. */
size_t cj_scan_list(cj_lexicon list, cj_str s);

/* No word begins at byte `at`: it is inside a character, or a Latin letter or digit behind another. */
bool cj_scan_inside(cj_str s, size_t at);

#endif
