/* nearest.h - the words of the vocabulary inside a label, and what an unknown one is most like. */
#ifndef CJ_LINT_NEAREST_H
#define CJ_LINT_NEAREST_H

#include <cj/map.h>

/* Of the elements that a map should have and this one has not: a misspelt label, or one that holds
 * a known word. CJ_CUSTOM: nothing is near. */
cj_elem cj_nearest_element(cj_arena *arena, const cj_map *map, cj_str label);

/* The known words of a label, from left to right: anywhere in Japanese, whole words elsewhere.
 * Departments are passed over: the success of "customer success team" is none. */
typedef struct cj_known_words {
    cj_arena *arena;
    cj_str rest;
    bool words; /* rest is words with a space between */
} cj_known_words;

cj_known_words cj_known_words_of(cj_arena *arena, cj_str label);
bool cj_known_word_next(cj_known_words *k, cj_elem *elem);

#endif
