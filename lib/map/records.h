/* records.h - what the records of sections mean. */
#ifndef CJ_MAP_RECORDS_H
#define CJ_MAP_RECORDS_H

#include "map/build.h"

/* Fills evidence, kpis, actions and history of b->map from its sections; the phases are known. */
void cj_records_read(cj_build *b);
/* A header that is a period, 2025Q1, or holds one: 実績（2025年6月）; but no target of one. */
bool cj_period_header(cj_arena *arena, cj_str label, unsigned fiscal_start, cj_when *when);

#endif
