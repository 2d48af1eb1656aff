/* page.h - one map being laid out as a page, and what its parts share. */
#ifndef CJ_REPORT_PAGE_H
#define CJ_REPORT_PAGE_H

#include "report/outline.h"

typedef struct cj_leaflet {
    cj_arena *arena;
    cj_report *report;
    const cj_map *map;
    cj_lang lang;   /* of our own words */
    size_t at;      /* which map of the file it is, from 0 */
    unsigned depth; /* of its sections' headings */
    const cj_evidence *
        *by_id; /* the map's evidence, by its numbers; those alike as they stand */
} cj_leaflet;

/* Our words in its language, with {0} {1} {2} filled in. */
cj_str cj_leaflet_says(const cj_leaflet *l, cj_text says, cj_str a, cj_str b, cj_str c);
void cj_leaflet_heading(const cj_leaflet *l, cj_str title);
/* The first record of that evidence, or NULL; and its anchor, empty where there is none. */
const cj_evidence *cj_leaflet_record(const cj_leaflet *l, unsigned id);
cj_str cj_leaflet_evidence(const cj_leaflet *l, unsigned id);

/* Adds a text to a line: what it says of its own support is marked, references in brackets and
 * those of `refs` (NULL: none) lead to their records, addresses lead there. */
void cj_leaflet_mark(const cj_leaflet *l, cj_line *line, cj_str text,
                     const cj_ref_list *refs);

void cj_leaflet_grid(const cj_leaflet *l);
/* Its pieces: a cell, the header of a phase, that of a row; and what a row is called. */
void cj_leaflet_cell(const cj_leaflet *l, const cj_cell *cell, cj_marked *into);
void cj_leaflet_phase(const cj_leaflet *l, const cj_phase *p, cj_marked *into);
void cj_leaflet_label(const cj_leaflet *l, const cj_element *e, cj_marked *into);
cj_str cj_leaflet_row(const cj_leaflet *l, const cj_element *e);
/* Feelings told as numbers, as curves. */
void cj_leaflet_curves(const cj_leaflet *l);
/* What a KPI did; NULL: it has no two figures. */
const cj_plot *cj_leaflet_trend(const cj_leaflet *l, const cj_kpi *k);
void cj_leaflet_persona(const cj_leaflet *l);
void cj_leaflet_sections(const cj_leaflet *l);

#endif
