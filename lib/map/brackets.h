/* brackets.h - which brackets of a cell's text belong together. */
#ifndef CJ_MAP_BRACKETS_H
#define CJ_MAP_BRACKETS_H

#include <cj/arena.h>
#include <stdint.h>

/* A pair; byte offsets. `kind` is the opening one, full-width forms as ASCII. */
typedef struct cj_bracket {
    uint32_t kind;
    uint32_t open, inside; /* the opening one, and what follows it */
    uint32_t close, end;   /* the closing one, and what follows it */
} cj_bracket;

typedef struct cj_brackets {
    cj_bracket *pair;
    size_t n, cap;
} cj_brackets;

/* All pairs of ( [ { 〔 【 「 『 “ and their full-width forms, by place. One that is not closed is
 * no bracket: nor is one that would reach into another list item or over more than two line
 * breaks. */
void cj_brackets_find(cj_arena *arena, cj_str text, cj_brackets *out);
/* The first pair that opens at `from` or later; out->n: none. */
size_t cj_brackets_from(const cj_brackets *b, size_t from);

#endif
