/* period.h - what a phase's period says in days after the contract. */
#ifndef CJ_MAP_PERIOD_H
#define CJ_MAP_PERIOD_H

#include <cj/map.h>

/* Fills .period of all phases from .period_text: 契約後31〜120日, "Months 2-6", 90日以降, 1年目,
 * 契約直後〜30日; zero where it is not readable so. A month has 30 days, a year 365. "3〜6か月" behind "0〜3か月" begins where that one
 * ends, behind "1〜2か月" with the third month: neighbours decide. */
void cj_periods_read(cj_arena *arena, cj_phase *phases, size_t n);

#endif
