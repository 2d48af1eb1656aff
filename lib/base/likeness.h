/* likeness.h - how much two texts are alike, by the pairs of characters that they share. */
#ifndef CJ_BASE_LIKENESS_H
#define CJ_BASE_LIKENESS_H

#include <cj/arena.h>
#include <stdint.h>

/* The pairs of neighbouring characters of a text, sorted; of a long text those of its beginning. */
typedef struct cj_pairs {
    uint64_t *pair;
    size_t n;
} cj_pairs;

/* Folding and leaving out marks and spaces is the caller's: it knows what should count. */
cj_pairs cj_pairs_of(cj_arena *arena, cj_str text);
/* Dice's coefficient in percent: 100 the same pairs, 0 none in common. */
unsigned cj_likeness(const cj_pairs *a, const cj_pairs *b);

#endif
