/* playbook.h - the support plan of one map: its actions, and what the parts of the report share. */
#ifndef CJ_REPORT_PLAYBOOK_H
#define CJ_REPORT_PLAYBOOK_H

#include <cj/playbook.h>
#include "lint/department.h"
#include "lint/plan.h"

/* A department, or whoever else is named as the owner. */
typedef struct cj_play_owner {
    cj_str name; /* as it stands first in the map */
    cj_str key;  /* what it is told apart by */
    size_t n;    /* actions of the plan */
} cj_play_owner;

/* When in the journey. */
typedef struct cj_play_time {
    cj_period day; /* days after the contract; neither end: not readable so */
    bool has_end;
    long before_end; /* days before the contract ends or is renewed */
} cj_play_time;

/* An action: of the grid, of the Actions table, or of both. */
typedef struct cj_play {
    const cj_task *task;
    const cj_action *action;
    int phase; /* index, or -1 */
    size_t at; /* its place among the actions as they stand in the map */
    cj_str id, what, under, person, when, due, status, pain, kpi, aim, priority, effect,
        decision, touchpoint, content, grid, table;
    const char *when_from, *owner_from; /* "item" "heading" "record" "row", or NULL */
    size_t *owner;                      /* indices into the plan's */
    size_t n_owners, cap_owners;
    cj_play_time time;
    cj_date due_date; /* year 0: none that can be read */
    bool stopped;
} cj_play;

typedef struct cj_playbook {
    cj_arena *arena;
    cj_report *report;
    const cj_map *map;
    cj_lang lang;
    cj_departments departments;
    cj_task_list tasks;
    size_t *from; /* per phase, and one more: its tasks */
    cj_play *play;
    size_t n, cap;
    cj_play_owner *owner;
    size_t n_owners, cap_owners;
} cj_playbook;

/* The text of a record's field; empty where it is a filler or not there. */
cj_str cj_playbook_field(const cj_playbook *p, const cj_action *a, const char *name);
/* Fills play[] in the order of the plan, and owner[]. */
void cj_playbook_read(cj_playbook *p);
/* When and by when: of what the item, the line over it, the record and the row say. */
void cj_playbook_time(cj_playbook *p, cj_play *play);
int cj_playbook_order(const cj_play *a, const cj_play *b);
bool cj_playbook_untimed(const cj_play *play);
void cj_playbook_owners(cj_playbook *p, cj_play *play);
/* CS、サポート */
cj_str cj_playbook_owner_names(const cj_playbook *p, const cj_play *play, size_t but);
/* "C12", "打ち手!A3"; empty: there is none. */
cj_str cj_playbook_cell(const cj_playbook *p, const cj_play *play);
cj_str cj_playbook_record(const cj_playbook *p, const cj_play *play);

void cj_playbook_facts(const cj_playbook *p, cj_fact *into, cj_str title);

#endif
