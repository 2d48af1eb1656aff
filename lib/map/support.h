/* support.h - where in a text its own support is told, for those who split or strip it. */
#ifndef CJ_MAP_SUPPORT_H
#define CJ_MAP_SUPPORT_H

#include <cj/map.h>
#include "map/brackets.h"

/* A part of a text that is a marker: [E1], 【出典：…】, n=8, 仮説：, and, to the end of its line,
 * 出典：… */
typedef struct cj_marker {
    size_t from, to;
} cj_marker;

typedef struct cj_markers {
    cj_marker *at; /* by place, none inside another */
    size_t n, cap;
} cj_markers;

/* Adds to *support and to *markers (NULL is allowed). */
void cj_support_scan(cj_arena *arena, cj_str text, const cj_brackets *brackets,
                     cj_support *support, cj_markers *markers);
/* What one text says about its support holds for another, too. */
void cj_support_add(cj_arena *arena, const cj_support *from, cj_support *to);
/* The text without its markers, and without the white space that they leave. */
cj_str cj_without_markers(cj_arena *arena, cj_str text, const cj_markers *markers);

#endif
