/* number.h - numbers to and from text, never by the locale. */
#ifndef CJ_BASE_NUMBER_H
#define CJ_BASE_NUMBER_H

#include <cj/arena.h>

/* The whole of `s` as a decimal number ("12", "-0.5", "1e6", "1."); no spaces, no hex, no
 * "inf" or "nan". False: not one. */
bool cj_number_parse(cj_str s, double *out);
bool cj_number_unsigned(cj_str s, unsigned long max, unsigned long *out); /* digits only */
/* The shortest decimal that reads back as x. */
cj_str cj_number_text(cj_arena *arena, double x);

#endif
