/* persons.h - who is named in a text: 佐藤さん, 佐藤 美咲, Dana Wells; and what they are. */
#ifndef CJ_LINT_PERSONS_H
#define CJ_LINT_PERSONS_H

#include <cj/arena.h>

/* Names as they are compared: folded, without spaces, 髙橋 as 高橋; views into the arena. */
typedef struct cj_names {
    cj_arena *arena;
    cj_str *name;
    size_t n, cap;
} cj_names;

/* Part of a name is the same person: 佐藤 and 佐藤 美咲. Two that differ are two. */
bool cj_names_have(const cj_names *names, cj_str name);
void cj_names_add(cj_names *names, cj_str name); /* unless they have it */

/* The persons that a text is about, the first one first; not those beside them (上司の田中さん).
 * Raw text. */
void cj_names_in(cj_names *names, cj_str text);
/* It says what somebody does or is: 部長, manager; not many of them (managers). */
bool cj_names_role(cj_arena *arena, cj_str text);
/* It is about more than one person: two names, or two roles and no name (部長と担当者). What stands in
 * brackets is beside the point. */
bool cj_names_several(cj_arena *arena, cj_str text);

/* Somebody who is spoken of with さん, 様 or 氏, or as Mr or Ms. */
typedef struct cj_honoured {
    cj_str
        name; /* 田中; of a Japanese one only the family name, where it is a common one */
    cj_str whole;  /* 田中さん */
    cj_str before; /* what stands in front of it up to the beginning of its sentence */
    bool known;    /* surely a name: 田中; not ベンダーさん */
} cj_honoured;

/* The next one in text of cj_said from *at on. */
bool cj_next_honoured(cj_str said, size_t *at, cj_honoured *out);

/* The parts of cj_names_in: of folded text, and of text with its capitals. */
void cj_names_ja(cj_names *names, cj_str folded);
void cj_names_en(cj_names *names, cj_str text);

#endif
