/* actuals.h - an export of figures on its way into a map. */
#ifndef CJ_MAP_ACTUALS_H
#define CJ_MAP_ACTUALS_H

#include <cj/actuals.h>

enum { CJ_MOST_PERIODS = 500 }; /* ten years by the week */

/* A figure that a line of the export gives to a KPI. */
typedef struct cj_actual_entry {
    int kpi;
    cj_when period;
    cj_str label; /* of the period, as written */
    cj_str text;  /* of the figure */
    cj_figure value;
    cj_span at;
} cj_actual_entry;

typedef struct cj_actuals {
    cj_arena *arena;
    const cj_book *book;
    cj_str file;
    const cj_map *map;
    cj_actuals_told *out;
    cj_actual_entry *entry; /* of each KPI and period one */
    size_t n, cap;
    cj_when period[CJ_MOST_PERIODS]; /* those of the entries, each once */
    size_t n_periods;
    bool too_many;
    size_t **of; /* per KPI, then period: 1 + index of the entry; NULL, 0: none */
} cj_actuals;

/* Fills entry[]; false: no sheet has such columns. */
bool cj_actuals_read(cj_actuals *a);
/* A line that names a figure of that KPI: taken down, or told why not. */
void cj_actuals_take(cj_actuals *a, const cj_actual_entry *entry);
/* The KPI that a line names; -1: none, which is told. */
int cj_actuals_kpi(cj_actuals *a, cj_str name, cj_str phase, cj_span at);

cj_actual_told *cj_actuals_tell(cj_actuals *a, cj_actual_kind kind, cj_span at,
                                cj_text says, cj_str arg0, cj_str arg1, cj_str arg2);
/* 「完了率」（導入期）: a KPI as people are told of it. */
cj_str cj_actuals_name(const cj_actuals *a, int kpi);
bool cj_when_same(const cj_when *a, const cj_when *b);
/* The index of a period, or CJ_NONE; and the entry of a KPI in it, or NULL. */
size_t cj_actuals_period(const cj_actuals *a, const cj_when *when);
cj_actual_entry *cj_actuals_entry(const cj_actuals *a, size_t kpi, size_t period);

#endif
