/* personal.h - personal data in a text: addresses, telephone numbers, people called by their names. */
#ifndef CJ_LINT_PERSONAL_H
#define CJ_LINT_PERSONAL_H

#include <cj/map.h>

/* Bytes [from, to) of the text. */
typedef struct cj_personal {
    size_t from, to;
    cj_str said; /* the same, folded: what it is known by */
} cj_personal;

typedef struct cj_personals {
    cj_personal *span; /* in the order of the text; none lies over another */
    size_t n, cap;
} cj_personals;

/* It holds an address or a number of a person; those of teams (support@) are none. */
bool cj_personal_contact(cj_arena *arena, cj_str text);
/* All of these, and who is spoken of by a name that surely is one: 佐藤 of 佐藤様, Smith of Mr Smith. */
void cj_personal_find(cj_arena *arena, cj_str text, cj_personals *out);

/* What stands at that place names those who made the map or do what it says: told on purpose. `leaf` is
 * the map's leaf there, or NULL. */
bool cj_personal_colleagues(const cj_map *map, const cj_leaf *leaf, cj_span at);

#endif
