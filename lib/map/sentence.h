/* sentence.h - where a comma parts two items, and where it only parts a sentence. */
#ifndef CJ_MAP_SENTENCE_H
#define CJ_MAP_SENTENCE_H

#include <cj/map.h>

bool cj_has_japanese(cj_str s);
/* Whether a comma may part the items of that element at all. */
bool cj_commas_part(cj_elem elem);
/* The comma of n bytes at `at` of the line parts two items of a cell of that element; `latin`:
 * the line has no Japanese. */
bool cj_comma_parts(cj_elem elem, cj_str line, size_t at, size_t n, bool latin);
/* "目標80%", "target: 21 days", in brackets or not: it belongs to the KPI in front. A KPI may
 * begin with the word too: 目標達成率, "target accounts reached". */
bool cj_kpi_target(cj_arena *arena, cj_str piece);

#endif
