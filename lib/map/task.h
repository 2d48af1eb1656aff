/* task.h - who does a countermeasure, and when (model 6.4). */
#ifndef CJ_MAP_TASK_H
#define CJ_MAP_TASK_H

#include <cj/map.h>
#include "map/brackets.h"

/* Owner, timing and bare of a countermeasure's text, whose brackets are known. */
void cj_task_read(cj_arena *arena, cj_item *item, const cj_brackets *brackets);
/* Who stands in a row of owners: CS of CS（レシピ）, from item->bare. */
void cj_owner_read(cj_arena *arena, cj_item *item);

#endif
