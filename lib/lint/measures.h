/* measures.h - the KPIs of the grid beside the records of the KPI section. */
#ifndef CJ_LINT_MEASURES_H
#define CJ_LINT_MEASURES_H

#include "lint/rule.h"

/* A KPI of the grid. */
typedef struct cj_measure {
    const cj_cell *cell;
    const cj_item *item;
    cj_str said;          /* folded, without its sources */
    cj_str key;           /* cj_kpi_key: what it is called */
    bool figure;          /* a figure stands behind the comma: 完了率、80%以上 */
    const cj_kpi *record; /* of that name, in its phase if there is one; NULL: none */
} cj_measure;

typedef struct cj_measures {
    cj_measure *measure;
    size_t n, cap;
    bool *on_map;    /* per record: a KPI of the grid is called so */
    unsigned *order; /* the records by name, then as they stand */
} cj_measures;

/* In the order of the map; lines over others (先行指標：) are none. Made once. */
const cj_measures *cj_lint_measures(cj_lint *l);
/* It says how much is wanted: 目標80%, target 21 days, 80%以上, NPS 40. */
bool cj_measure_aims(const cj_measure *m);

#endif
