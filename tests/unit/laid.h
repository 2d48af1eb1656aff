/* laid.h - maps laid out in the standard form, written, and read back. */
#ifndef CJ_TEST_LAID_H
#define CJ_TEST_LAID_H

#include <cj/layout.h>

typedef struct laid {
    cj_layout layout;
    cj_str bytes;
    cj_maps maps; /* read back */
} laid;

/* A CSV where how->stacked, else a workbook. What went wrong (a text that is lost is), or NULL. */
const char *laid_make(cj_arena *arena, const cj_maps *from, const cj_layout_options *how,
                      laid *out);

/* Steps, and lines with labels of their own, are told in front of what they hold: the standard form has one
 * cell for each phase. What a list has in columns beside its items stands behind them. */
bool laid_another_way(const cj_map *m);

#endif
