/* department.h - which departments are known, and whether a countermeasure says itself who does it
 * (RULES appendix A7). */
#ifndef CJ_LINT_DEPARTMENT_H
#define CJ_LINT_DEPARTMENT_H

#include <cj/arena.h>
#include <cj/config.h>

/* Those of the vocabulary and the team's own. */
typedef struct cj_departments {
    cj_arena *arena;
    const cj_config_department *own;
    cj_str *key; /* of each of them, for comparison */
    size_t n;
} cj_departments;

cj_departments cj_departments_of(cj_arena *arena, const cj_config *config);

/* The department that a text is the name of, whatever its ending or title: cs of CS, CS部, CSチーム,
 * CS部長, Head of Customer Success. Its id, or the key of one of the team's own; empty: none that
 * is known. */
cj_str cj_department_id(const cj_departments *d, cj_str name);

/* A department that is known, anywhere people put one: CS：…, …（担当：CS）, (Sales) …, …@CS,
 * 営業が…. `said` as of cj_said. */
bool cj_names_department(const cj_departments *d, cj_str said);

#endif
