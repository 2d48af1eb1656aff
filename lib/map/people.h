/* people.h - lists of people as a field of a map holds them (model 6.7). */
#ifndef CJ_MAP_PEOPLE_H
#define CJ_MAP_PEOPLE_H

#include <cj/arena.h>

/* 中村（CS）: name 中村, department CS. One of the two may be empty. Views into the text. */
typedef struct cj_person {
    cj_str name, department;
} cj_person;

typedef struct cj_people {
    cj_person *person;
    size_t n, cap;
} cj_people;

/* 中村（CS）、井上（サポート） / Priya (Customer Success); Tom / CS：中村、森 / 【CS】中村 / Priya, Sales; Tom,
 * Support / 中村@CS; one list, a line or an entry each. What is no department in a name's brackets
 * is told as one: who reads it must look it up. */
void cj_people_read(cj_arena *arena, cj_str text, cj_people *out);

#endif
