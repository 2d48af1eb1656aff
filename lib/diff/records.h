/* records.h - the lines of tables beside the grid, and which line of the old map is which of the new one. */
#ifndef CJ_DIFF_RECORDS_H
#define CJ_DIFF_RECORDS_H

#include "diff/differ.h"

/* A record on its way to a partner. */
typedef struct cj_row {
    const cj_section *table;
    const cj_record *record;
    const cj_kpi *kpi; /* what it says of one; NULL: it is none */
    unsigned id;       /* of evidence and actions */
    int phase;         /* that it names, -1 */
    cj_str key, whole; /* what it is known by; all it says */
} cj_row;

typedef struct cj_rows {
    cj_row *at;
    size_t n, cap;
} cj_rows;

/* All lines of the tables of that kind; of tables of no kind those under that title. */
cj_rows cj_rows_gather(cj_differ *d, int side, cj_section_kind kind, cj_str title);
/* The new line that each old one is, or -1. */
int *cj_rows_match(cj_differ *d, const cj_rows l[2]);
/* Which of m are partners of those n. */
bool *cj_rows_used(cj_arena *arena, const int *of, size_t n, size_t m);

cj_str cj_row_field(const cj_row *l, const char *name);
/* The field that says what a record is about; NULL: none does. */
const char *cj_section_main_field(cj_section_kind kind);
bool cj_column_is_id(const cj_column *c);

#endif
