/* rows.h - which rows and phases the standard grid has, and in which order. */
#ifndef CJ_LAYOUT_ROWS_H
#define CJ_LAYOUT_ROWS_H

#include "layout/words.h"

/* A row of the new grid: an element of the map, or one that the standard asks for (e NULL). */
typedef struct cj_lay_row {
    const cj_element *e;
    cj_elem elem;
    cj_str label;    /* as it is written */
    bool steps;      /* the headers below the phases */
    bool by_headers; /* filled with what a line among the headers says */
} cj_lay_row;

typedef struct cj_lay_rows {
    cj_lay_row *at;
    size_t n, cap;
} cj_lay_rows;

typedef struct cj_lay_phase {
    const cj_phase *p; /* of the map; NULL: only the standard has it */
    cj_str name;
} cj_lay_phase;

typedef struct cj_lay_phases {
    cj_lay_phase *at;
    size_t n, cap;
} cj_lay_phases;

void cj_lay_rows_of(cj_pen *p, cj_lay_rows *out);
void cj_lay_phases_of(cj_pen *p, cj_lay_phases *out);

#endif
