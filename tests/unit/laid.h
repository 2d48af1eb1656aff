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

#endif
