/* normal.h - how labels are made comparable, for the tables and for what people type. */
#ifndef CJ_MAP_NORMAL_H
#define CJ_MAP_NORMAL_H

#include <cj/arena.h>
#include <stdint.h>

/* Model 5, normalisation: NFKC, folded, without leading marks and numbers, white space and
 * trailing marks. "■ 1. 顧客のゴール：" -> "顧客のゴール". A label of nothing but marks keeps them. */
cj_str cj_label_key(cj_arena *arena, cj_str label);
/* Model 5, second pass: folded words without accents and plural endings, one space between;
 * snake_case, CamelCase and hyphens are parted. "Customer's Pain-Points" -> "customer pain point". */
cj_str cj_label_words(cj_arena *arena, cj_str label);
/* The same without its spaces and its small words, so that "Objetivos del cliente" and "objetivo
 * cliente" are one. Nothing but small words: all of them. */
cj_str cj_label_joined(cj_arena *arena, cj_str words);
bool cj_label_small(
    cj_str word); /* an article or a preposition that only joins: the, of, de, du */
/* The label without bullets, circled digits, numbering and closing marks, as it was written. */
cj_str cj_label_undecorated(cj_str label);
bool cj_label_cjk(cj_str s); /* it holds Han, kana or Hangul */
bool cj_label_mark(
    uint32_t cp); /* bullets, arrows, emoji, dashes: decoration around a label */

#endif
