/* splices.h - pieces of a text that become others; all between them keeps its bytes. */
#ifndef CJ_SHEET_SPLICES_H
#define CJ_SHEET_SPLICES_H

#include <cj/arena.h>

typedef struct cj_splice {
    size_t from, to; /* bytes of the text; the same: something comes in */
    cj_str with;
    size_t order;
} cj_splice;

typedef struct cj_splices {
    cj_arena *arena;
    cj_splice *splice;
    size_t n, cap;
} cj_splices;

void cj_splice_add(cj_splices *splices, size_t from, size_t to, cj_str with);
/* The text with all of them made, by place, those of one place as they were added. They do not overlap. */
cj_str cj_spliced(const cj_splices *splices, cj_str text);

#endif
