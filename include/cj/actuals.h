/* cj/actuals.h - what KPIs really came to, from an export of usage or CRM data. */
#ifndef CJ_ACTUALS_H
#define CJ_ACTUALS_H

#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What became of a line of the export that did not simply fill an empty place. */
typedef enum cj_actual_kind {
    CJ_ACTUAL_CONFLICT, /* the map has another figure: that of the export holds */
    CJ_ACTUAL_TWICE,    /* the export has two figures: the last one holds */
    CJ_ACTUAL_NO_KPI,   /* no KPI of the map is called so, with "did you mean" */
    CJ_ACTUAL_SEVERAL,  /* several phases have that KPI, and the line names none */
    CJ_ACTUAL_NO_PHASE, /* the map has no such phase, or not that KPI in it */
    CJ_ACTUAL_NO_PERIOD,
    CJ_ACTUAL_NO_FIGURE,
    CJ_ACTUAL_UNIT, /* in another unit than the map's: not taken */
    CJ_ACTUAL_SHARE /* 0.52 of a KPI in percent, which may be 52%: not taken */
} cj_actual_kind;

/* "conflict" … */
const char *cj_actual_kind_name(cj_actual_kind kind);

typedef struct cj_actual_told {
    cj_actual_kind kind;
    bool taken; /* the figure is in the map all the same */
    int kpi;    /* index into map->kpis, or -1 */
    cj_span at; /* in the book of the export */
    cj_err
        says; /* rc CJ_OK; at (file, sheet, row, col) and the sentence: cj_err_line prints it */
} cj_actual_told;

typedef struct cj_actuals_told {
    cj_actual_told *told; /* by sheet, row, column */
    size_t n, cap;
    size_t n_taken; /* figures that are in the map now and were not, or another, before */
    size_t n_same;  /* that the map had already */
    size_t n_rows;  /* lines of the export that say anything */
} cj_actuals_told;

/* Fills the actual figures of *map's KPIs from every visible sheet of the book that has a column of KPIs
 * (KPI, 指標 …) and either columns of period and value (期間, 時期, Period … 値, 実績, Value …) or a column
 * for each period (2025Q3, 2025年6月 …); a column of phases may stand beside. KPIs are found by
 * cj_kpi_key, and by their phase where the line names one; periods as cj_when_parse reads them with the
 * map's fiscal_start. Nothing is guessed: whatever is not taken is told. *map then points to sections,
 * records and KPIs of its own in the arena, with a column for each new period (which stands nowhere: row 0);
 * those that it had stay as they were. `file` is what the book is called in what is told.
 * CJ_EFORMAT: no sheet has such columns. */
cj_rc cj_actuals_apply(cj_arena *arena, const cj_book *actuals, cj_str file, cj_map *map,
                       cj_actuals_told *out, cj_err *err);

#ifdef __cplusplus
}
#endif
#endif
