/* period.h - what a phase's period says in days after the contract. */
#ifndef CJ_MAP_PERIOD_H
#define CJ_MAP_PERIOD_H

#include <cj/map.h>

/* 契約後31〜120日, "Months 2-6", 90日以降, 1年目, 契約直後〜30日. A month has 30 days, a year 365. False:
 * not readable so; *out is zero. */
bool cj_period_parse(cj_arena *arena, cj_str text, cj_period *out);
/* Fills .period of all phases from .period_text. "3〜6か月" behind "0〜3か月" begins where that one
 * ends, behind "1〜2か月" with the third month: neighbours decide. */
void cj_periods_read(cj_arena *arena, cj_phase *phases, size_t n);

#endif
