/* timing_parts.h - the recognisers of timing.c; all look at the front of folded text. */
#ifndef CJ_LINT_TIMING_PARTS_H
#define CJ_LINT_TIMING_PARTS_H

#include <cj/str.h>

size_t cj_timing_number(cj_str s);    /* digits or kanji numerals: bytes, 0 for none */
size_t cj_timing_unit_ja(cj_str s);   /* 営業日, か月 … */
size_t cj_timing_unit_en(cj_str s);   /* business days, quarter … */
bool cj_timing_numbered_ja(cj_str s); /* 7日目, 3か月ごと, 11月 */
bool cj_timing_ja(cj_str s); /* all the rest: 週1回, 毎月, 契約後, になったら */
bool cj_timing_en(cj_str s,
                  size_t at); /* at byte `at` of s: what stands before counts too */

#endif
