/* columns.h - the columns of a table of records in the standard form. */
#ifndef CJ_LAYOUT_COLUMNS_H
#define CJ_LAYOUT_COLUMNS_H

#include "layout/parts.h"

typedef enum cj_col_kind {
    CJ_COL_TEXT,
    CJ_COL_NUMBER,
    CJ_COL_DATE,
    CJ_COL_UNIT
} cj_col_kind;

typedef struct cj_lay_column {
    const char *field; /* NULL: not known */
    cj_str label;
    cj_col_kind kind;
    double width;
    bool period; /* of a KPI: its actuals of 2025Q3 */
} cj_lay_column;

typedef struct cj_lay_columns {
    cj_lay_column *at;
    size_t n, cap;
} cj_lay_columns;

/* The standard ones of that kind, those that the sections have beside them in between and behind. */
void cj_columns_plan(cj_pen *p, cj_section_kind kind, const cj_section *const *sections,
                     size_t n, cj_lay_columns *out);
/* Which of them is column k of that section. */
size_t cj_columns_of(const cj_lay_columns *columns, const cj_section *s, size_t k,
                     unsigned fiscal_start);

void cj_lay_choices(cj_pen *p, cj_section_kind kind, const cj_lay_columns *columns,
                    unsigned from, unsigned to);
void cj_lay_kpi_charts(cj_pen *p, const cj_lay_columns *columns, unsigned head,
                       const cj_tables_of *of);

#endif
