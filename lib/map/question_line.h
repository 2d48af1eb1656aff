/* question_line.h - one way to ask, and what the answer is about. */
#ifndef CJ_MAP_QUESTION_LINE_H
#define CJ_MAP_QUESTION_LINE_H

#include "map/labels.h"

/* All given pieces must occur; the first line that fits wins, so the order matters. A piece with a
 * space in front begins a word. Texts are compared as cj_label_words makes them, with a space at
 * both ends, so no piece has an accent or a capital. */
typedef struct line {
    const char *piece[3];
    cj_elem elem;
} line;

#endif
