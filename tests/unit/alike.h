/* alike.h - whether two maps say the same, however they are laid out. */
#ifndef CJ_TEST_ALIKE_H
#define CJ_TEST_ALIKE_H

#include <cj/map.h>

/* The first difference, or NULL. Blank rows, blank fields and the order of rows do not count; a day may be
 * written another way, a figure may have its unit in the column for it. */
const char *alike_differ(cj_arena *arena, const cj_map *want, const cj_map *got);

#endif
