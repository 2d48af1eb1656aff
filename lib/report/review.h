/* review.h - one map being reviewed over its versions, and what the sections share. */
#ifndef CJ_REPORT_REVIEW_H
#define CJ_REPORT_REVIEW_H

#include <cj/diff.h>
#include <cj/lint.h>
#include <cj/review.h>

/* ---- review_period.c ---- */

/* A time that KPIs are reported for. */
typedef struct cj_span_of_time {
    cj_str label; /* as the map calls it, else 2025Q2 */
    cj_when when; /* grain NONE: there is none */
} cj_span_of_time;

/* ---- review_kpi.c ---- */

typedef enum cj_kpi_state {
    CJ_KPI_ON_TARGET,
    CJ_KPI_IMPROVED,
    CJ_KPI_FLAT,
    CJ_KPI_WORSE,
    CJ_KPI_FIRST,
    CJ_KPI_MISSING,
    CJ_KPI_UNDIRECTED, /* neither a target nor a good direction is known */
    CJ_N_KPI_STATES
} cj_kpi_state;

typedef struct cj_kpi_row {
    const cj_kpi *kpi; /* of the newest map */
    cj_figure at[3];   /* before the previous, previous, current period */
    cj_figure *series; /* one for each of cj_review.period */
    bool has_change, has_distance;
    double change;
    long distance; /* percent of the way from baseline to target */
    cj_kpi_state state;
    bool off; /* reported and short of its target */
} cj_kpi_row;

/* ---- review_evidence.c ---- */

typedef enum cj_doubt_state {
    CJ_DOUBT_OPEN,      /* an assumption then and now */
    CJ_DOUBT_NEW,       /* now, and not then */
    CJ_DOUBT_CONFIRMED, /* has evidence now */
    CJ_DOUBT_UNMARKED,  /* only lost its mark */
    CJ_DOUBT_GONE,      /* the text is not there any more */
    CJ_N_DOUBTS
} cj_doubt_state;

typedef struct cj_doubt {
    cj_doubt_state state;
    const cj_cell *cell; /* of the newest map; of GONE of the old one */
    cj_str text;
    const cj_ref_list *refs;
} cj_doubt;

/* ---- review_decide.c ---- */

typedef struct cj_task_row {
    const char *kind;
    cj_str phase, about, state, next, owner, due;
} cj_task_row;

typedef struct cj_review {
    cj_arena *arena;
    cj_report *report;
    const cj_review_options *options;
    cj_lang lang;
    cj_fact *facts; /* of this map */
    cj_fact *summary;
    size_t at; /* which map of the file, from 0 */

    size_t n; /* versions in which the map stands */
    const cj_map **map;
    cj_str *path;
    cj_date *date;        /* year 0: not known */
    const cj_map *now;    /* the newest */
    const cj_map *old;    /* the one before; NULL: there is none */
    const cj_diff **diff; /* from each version to the newest; the last is NULL */
    const cj_diff **step; /* from each version to the next; the last is NULL */

    cj_lint_result judged; /* the newest as if it were operational */
    cj_span_of_time *period;
    size_t n_periods, cap_periods;
    cj_span_of_time quarter[3]; /* before the previous, previous, current */
    cj_kpi_row *kpi;
    size_t n_kpis;
    cj_doubt *doubt;
    size_t n_doubts, cap_doubts;
    cj_task_row *decision;
    size_t n_decisions, cap_decisions;
} cj_review;

/* ---- review.c ---- */
/* Our words in its language, with {0} {1} {2} filled in. */
cj_str cj_review_says(const cj_review *r, cj_text says, cj_str a, cj_str b, cj_str c);
cj_str cj_review_count(const cj_review *r, size_t n);
/* A section; where there are pages, it begins one if `page`. */
void cj_review_heading(const cj_review *r, cj_text title, bool page);
void cj_review_note(const cj_review *r, cj_text says);
/* "None." */
void cj_review_none(const cj_review *r);
cj_str cj_review_date(const cj_review *r, cj_date d);
/* "1.2", or the name of the file where it has no version. */
cj_str cj_review_version_name(const cj_review *r, size_t v);
/* The text of a record's field; empty where there is none. */
cj_str cj_review_field(const cj_section *section, const cj_record *record,
                       const char *name);
cj_str cj_review_phase(const cj_map *map, int phase);
cj_str cj_review_element(const cj_review *r, const cj_map *map, const cj_cell *cell);
/* "C8", "Evidence!C8" */
cj_str cj_review_place(const cj_review *r, const cj_map *map, cj_span at);
/* The cell of an older version that the cell of the newest is; NULL: it was not there. */
const cj_cell *cj_review_cell_in(const cj_review *r, size_t v, const cj_cell *cell);

/* ---- review_table.c: a table of people and a list of facts, made from the same values ---- */

typedef struct cj_tab_column {
    const char *key; /* of the facts; NULL: only shown */
    cj_text head;    /* en NULL: only in the facts */
    bool number;
} cj_tab_column;

typedef struct cj_tab_cell {
    cj_str text;    /* as shown */
    bool is_number; /* the fact is `number`, else the text, null where empty */
    double number;
    const char *word; /* the fact is this word instead; or NULL */
    cj_level level;
    const cj_plot *plot;
    cj_str to; /* the anchor that it leads to; or empty */
} cj_tab_cell;

typedef struct cj_tab {
    const cj_tab_column *column;
    size_t n_columns;
    cj_tab_cell *cell;
    size_t n_rows, cap_rows;
} cj_tab;

/* A row of empty cells to be filled, until the next is asked for. */
cj_tab_cell *cj_tab_row(cj_arena *arena, cj_tab *tab);
void cj_tab_number(cj_arena *arena, cj_tab_cell *cell, double number);
/* The list `key` of `into`, and the table; where it has no rows, "None." */
void cj_tab_put(const cj_review *r, const cj_tab *tab, cj_fact *into, const char *key,
                bool filter);
void cj_tab_facts(const cj_review *r, const cj_tab *tab, cj_fact *into, const char *key);
#define CJ_TAB(columns)                                                       \
    {                                                                         \
        .column = (columns), .n_columns = sizeof(columns) / sizeof *(columns) \
    }

/* ---- review_period.c ---- */
void cj_review_periods(cj_review *r);
/* 2025Q3（7〜9月） / 2025Q3 (Jul-Sep) */
cj_str cj_review_period_says(const cj_review *r, const cj_span_of_time *period);
cj_str cj_review_months(const cj_review *r, const cj_when *when);
bool cj_review_same_time(const cj_when *a, const cj_when *b);

/* ---- the sections ---- */
void cj_review_kpis_read(cj_review *r);
void cj_review_kpis(const cj_review *r);
/* 62 → 71 of a KPI between two periods; empty: not known. */
cj_str cj_review_kpi_value(const cj_review *r, const cj_kpi_row *row, const cj_figure *f);
const char *cj_review_kpi_state(cj_kpi_state state);
cj_text cj_review_kpi_word(cj_kpi_state state);
const cj_kpi_row *cj_review_kpi_named(const cj_review *r, cj_str name, int phase);
/* The action is said to show in that KPI. */
bool cj_review_shows_in(const cj_review *r, const cj_action *a, const cj_kpi_row *row);
/* The same action in another version; NULL: none. */
const cj_action *cj_review_action_in(const cj_review *r, const cj_map *map,
                                     const cj_action *a);
void cj_review_actions(const cj_review *r);
void cj_review_doubts_read(cj_review *r);
void cj_review_evidence(const cj_review *r);
size_t cj_review_new_evidence(const cj_review *r);
bool cj_review_evidence_is_new(const cj_review *r, const cj_evidence *e);
size_t cj_review_open_doubts(const cj_review *r);
void cj_review_lint(const cj_review *r);
void cj_review_changes(const cj_review *r);
/* Phase by phase what changed, in a few words: for the history. */
cj_str cj_review_changes_short(const cj_review *r);
void cj_review_decide(cj_review *r);
void cj_review_decisions(const cj_review *r);
void cj_review_homework(const cj_review *r);
void cj_review_checklist(const cj_review *r);
void cj_review_history(const cj_review *r);
void cj_review_standing(const cj_review *r);
void cj_review_summary(cj_review *r);
/* How many findings of that rule the newest map has when it is judged as operational. */
size_t cj_review_found(const cj_review *r, const char *rule);
/* One of them at that record. */
bool cj_review_found_at(const cj_review *r, const char *rule, const cj_record *record,
                        const cj_section *section);

#endif
