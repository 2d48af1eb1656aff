/* contain.h - what the files that find the sense of a label use of each other. */
#ifndef CJ_MAP_CONTAIN_H
#define CJ_MAP_CONTAIN_H

#include "map/sense.h"

/* Several parts, parted by / & , ・ と and the like, or only one. Not `deep`: every part is a plain
 * label; deep: also terms inside of parts. */
bool cj_sense_parts(const cj_known *known, cj_str text, bool deep, cj_sense *out);
/* A label that asks: "What is the customer trying to do?" */
bool cj_sense_question(const cj_known *known, cj_str text, cj_sense *out);
/* The longest vocabulary term at the head of a label; by words, and by characters where a script
 * has no spaces. */
bool cj_sense_in_words(const cj_known *known, cj_str label, cj_sense *out);
bool cj_sense_in_cjk(const cj_known *known, cj_str label, cj_sense *out);

void cj_sense_add(cj_sense *sense, const cj_label *labels, size_t n);

/* Whose row it is, as far as the words around the term say. A department is ours too, but "CS
 * success" is no success of our own. Others are systems, advisors, competitors. */
typedef enum cj_whose {
    CJ_NOBODYS,
    CJ_CUSTOMERS,
    CJ_DEPARTMENTS,
    CJ_OUR_OWN,
    CJ_OTHERS
} cj_whose;

/* "Actions" of the customer are behavior, ours are countermeasures. False: not an element at all,
 * as our own pains, or what a system does. */
bool cj_sense_owned(cj_sense *sense, cj_whose whose);
/* Whose the label says it is; nobody's where it says nothing. */
cj_whose cj_whose_of(const cj_known *known, cj_str label);
/* The term is one of those that count only where nothing unknown stands beside it. */
bool cj_sense_alone(cj_str key, bool words);

#endif
