/* figure.h - numbers as people write them in a table: 80%, 1,200円, ▲5, 14日以内. */
#ifndef CJ_MAP_FIGURE_H
#define CJ_MAP_FIGURE_H

#include <cj/map.h>

/* What a field says; an empty one or a filler is not there. */
cj_figure cj_figure_of(cj_arena *arena, cj_str text);
/* Folded text ends in a number with or without a unit, "80%以上": where it begins; CJ_NONE: it does
 * not. *unit as in cj_figure. */
size_t cj_figure_tail(cj_str folded, cj_str *unit);
/* The whole of that folded text is one. */
bool cj_figure_read(cj_str folded, double *value, cj_str *unit);

#endif
