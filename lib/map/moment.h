/* moment.h - the words of a countermeasure that say when it is done. */
#ifndef CJ_MAP_MOMENT_H
#define CJ_MAP_MOMENT_H

#include <cj/arena.h>

/* 契約後3営業日以内に, 毎月第2水曜に, "within 7 days of contract": a view into the text, the first one
 * there; empty where it says none. */
cj_str cj_moment(cj_arena *arena, cj_str text);

/* Both look at the front of folded text and return the bytes of such words, 0 for none. */
size_t cj_moment_ja(cj_str s);
size_t cj_moment_en(cj_str s);
/* 1,000 or 0.5 or 三: bytes. */
size_t cj_moment_number(cj_str s);

#endif
