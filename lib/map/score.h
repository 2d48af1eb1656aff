/* score.h - feelings told as a number, a face, stars or an arrow. */
#ifndef CJ_MAP_SCORE_H
#define CJ_MAP_SCORE_H

#include <cj/str.h>

/* The whole text is one: +1, −2, ４, 4/5, 3点 as written; ★★★☆☆ is 3; 😊 :-( ↗ ◎ from -2 to +2. A
 * number beside a face counts. False: it is not, *value is as it was. */
bool cj_score_parse(cj_str text, double *value);
/* The same in front of words or alone in a row of scores: "+1 期待", 😟 不安が大きい. */
bool cj_score_lead(cj_str text, double *value);

#endif
