/* records.h - what the records of sections mean. */
#ifndef CJ_MAP_RECORDS_H
#define CJ_MAP_RECORDS_H

#include "map/build.h"

/* Fills evidence, kpis, actions and history of b->map from its sections; the phases are known. */
void cj_records_read(cj_build *b);

#endif
