/* saying.h - whether two texts say that the same is to be done. */
#ifndef CJ_LINT_SAYING_H
#define CJ_LINT_SAYING_H

#include "base/likeness.h"

/* What a text is compared by. */
typedef struct cj_saying {
    cj_str letters; /* letters, digits and ideographs only, without sources */
    cj_pairs pairs;
    bool made;
} cj_saying;

cj_saying cj_saying_of(cj_arena *arena, cj_str text);
/* One holds the other, or they are nearly the same: 用語集を送る and 用語集を送付する. */
bool cj_sayings_same(const cj_saying *a, const cj_saying *b);

#endif
