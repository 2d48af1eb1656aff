/* measurable.h - whether a text says how it is measured (RULES appendix A2). */
#ifndef CJ_LINT_MEASURABLE_H
#define CJ_LINT_MEASURABLE_H

#include <cj/arena.h>

/* `said` as of cj_said. A number with a unit, a rate, a comparison, a closed quantity (全員) or a
 * metric with its value; dates, versions, phase numbers and sources are no measures. */
bool cj_measurable(cj_arena *arena, cj_str said);

#endif
