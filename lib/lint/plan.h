/* plan.h - the countermeasures of a map as its rules read them: what, when, who, and the record
 * of the Actions section that says the same. */
#ifndef CJ_LINT_PLAN_H
#define CJ_LINT_PLAN_H

#include "lint/rule.h"

typedef struct cj_task {
    const cj_cell *cell;
    const cj_item *item;
    cj_str said; /* cj_said of the whole item */
    const struct cj_task
        *over;  /* the line over it: 【契約後1週間以内】, "Sales:"; NULL: none */
    bool timed; /* it, or the line over it, says when … */
    bool weak;  /* … or has a word that only sounds like a time: 適宜 */
    bool record_timed; /* an action record that says the same says when … */
    bool record_owned; /* … or who */
} cj_task;

typedef struct cj_tasks {
    const cj_task *task;
    size_t n;
} cj_tasks;

typedef struct cj_task_list {
    cj_task *task;
    size_t n, cap;
} cj_task_list;

/* Adds what a cell of countermeasures says is to be done; its records are not looked at. */
void cj_tasks_read(cj_arena *arena, const cj_cell *c, cj_task_list *out);

/* What is to be done in a phase, in the order of the map; lines over others are none. The
 * plan of the map is made once, when it is first asked for. */
cj_tasks cj_lint_tasks(cj_lint *l, const cj_phase *p);
/* It, or the line over it, names who does it: 【CS】…, …（担当：CS）, Sales: … */
bool cj_task_owned(cj_lint *l, const cj_task *task);
/* The task that says the same as action i of the map; NULL: there is none in its phase. */
const cj_task *cj_lint_task_of(cj_lint *l, size_t action);

#endif
