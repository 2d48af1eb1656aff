/* nearest.h - the element that a label nobody knows is most like. */
#ifndef CJ_LINT_NEAREST_H
#define CJ_LINT_NEAREST_H

#include <cj/map.h>

/* Of the elements that a map should have and this one has not: a misspelt label, or one that holds
 * a known word. CJ_CUSTOM: nothing is near. */
cj_elem cj_nearest_element(cj_arena *arena, const cj_map *map, cj_str label);

#endif
