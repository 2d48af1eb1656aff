/* department.h - whether a countermeasure says itself who does it (RULES appendix A7). */
#ifndef CJ_LINT_DEPARTMENT_H
#define CJ_LINT_DEPARTMENT_H

#include <cj/arena.h>

/* A department that is known, anywhere people put one: CS：…, …（担当：CS）, (Sales) …, …@CS,
 * 営業が…. `said` as of cj_said. */
bool cj_names_department(cj_arena *arena, cj_str said);

#endif
