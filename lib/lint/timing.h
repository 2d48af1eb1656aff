/* timing.h - whether a text says when something is done (RULES appendix A3). */
#ifndef CJ_LINT_TIMING_H
#define CJ_LINT_TIMING_H

#include <cj/str.h>

/* `said` as of cj_said. A span, a date, a frequency, an event with before or after, a trigger. */
bool cj_timing(cj_str said);
/* Only a word that sounds like a time: 適宜, 定期的に, as needed. */
bool cj_timing_weak(cj_str said);
/* By when something is done: 3月末まで, 11/30まで, by 31 march; a year alone is none (2026年に). */
bool cj_deadline(cj_str said);
/* How long something lasts or which stretch it covers: 0〜30日, 1年目, day 46-270, months 2-6. */
bool cj_duration(cj_str said);

#endif
