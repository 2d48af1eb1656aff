/* sense.h - what a label of the grid may mean, and what it does mean beside its neighbours. */
#ifndef CJ_MAP_SENSE_H
#define CJ_MAP_SENSE_H

#include "map/labels.h"

#define CJ_SENSES 4u

/* A label read alone. reading is EXACT, CONTAINED or CUSTOM; where `ambiguous`, only the
 * neighbours decide which of the elements it is. */
typedef struct cj_sense {
    cj_elem elem[CJ_SENSES];
    unsigned n;
    cj_reading reading;
    bool ambiguous;
    cj_elem also;   /* "A and B", one row for two elements: the second; else CJ_CUSTOM */
    unsigned langs; /* a bit for each cj_label_lang that knows the label */
    cj_str label, tail; /* views into the text: the label, and the guidance after it */
} cj_sense;

/* Model 5: whole, without brackets, without prefix, parts; false where none of them knows it. */
bool cj_sense_plain(cj_arena *arena, cj_str text, cj_sense *out);
/* The second pass alone, for a text that is not plain. */
cj_sense cj_sense_more(cj_arena *arena, cj_str text);
/* The one, then the other. */
cj_sense cj_sense_of(cj_arena *arena, cj_str text);

/* The vocabulary alone, by key (attempts 1 to 3); false where it has none. */
bool cj_sense_exact(cj_arena *arena, cj_str key, cj_sense *out);
/* A label that asks: "What is the customer trying to do?" */
bool cj_sense_question(cj_arena *arena, cj_str text, cj_sense *out);
/* The longest vocabulary term at the head of the label. */
bool cj_sense_contained(cj_arena *arena, cj_str label, cj_sense *out);
void cj_sense_add(cj_sense *sense, const cj_label *labels, size_t n);

/* One label of an axis among its neighbours. */
typedef struct cj_labelled {
    const cj_sense *sense;
    cj_elem elem;
    cj_elem also; /* see cj_sense */
    cj_reading reading;
} cj_labelled;

/* Decides every label of one axis, in the order they stand (model 5, the table). */
void cj_labels_resolve(cj_labelled *row, size_t n);

#endif
