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

/* A word that the map's own title, product or persona brings along: "Dana", "Acme". */
typedef struct cj_known_name {
    cj_str word; /* as cj_label_words makes it */
    bool person; /* the persona: what is Dana's is the customer's */
} cj_known_name;

typedef struct cj_known_label {
    cj_str key; /* as cj_label_key makes it */
    cj_elem elem;
} cj_known_label;

/* What this map and its team make known beside the vocabulary; with the arena alone: nothing. */
typedef struct cj_known {
    cj_arena *arena; /* where readings and what they need are kept */
    cj_known_label *label;
    size_t n_labels, cap_labels;
    cj_known_name *name;
    size_t n_names, cap_names;
} cj_known;

/* The labels of a configuration (NULL: none) come before the vocabulary, by their key. */
void cj_known_labels(cj_known *known, const cj_config *config);
/* The words of a title, a product's name or a persona's name; the first few count. */
void cj_known_name_add(cj_known *known, cj_str text, bool person);
const cj_known_name *cj_known_word(const cj_known *known, cj_str word); /* or NULL */

/* Model 5: whole, without brackets, without prefix, parts; false where none of them knows it. */
bool cj_sense_plain(const cj_known *known, cj_str text, cj_sense *out);
/* The second pass alone, for a text that is not plain. */
cj_sense cj_sense_more(const cj_known *known, cj_str text);
/* The one, then the other. */
cj_sense cj_sense_of(const cj_known *known, cj_str text);

/* The vocabulary alone, by key (attempts 1 to 3); false where it has none. */
bool cj_sense_exact(const cj_known *known, cj_str key, cj_sense *out);
bool cj_sense_may(const cj_sense *sense, cj_elem elem); /* it is one of those it may mean */

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
