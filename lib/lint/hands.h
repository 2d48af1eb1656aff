/* hands.h - who an owner cell names: departments, people, everybody. */
#ifndef CJ_LINT_HANDS_H
#define CJ_LINT_HANDS_H

#include "lint/rule.h"

/* One of those that a cell names: CS of CS（レシピ）, of 主：CS, of CS/サポート. */
typedef struct cj_hand {
    cj_str text;  /* as written: the item that it is of */
    cj_str name;  /* folded, without brackets and part */
    cj_str id;    /* what its department is told apart by; empty: it is none */
    bool generic; /* 全員, everyone */
    bool mapped; /* it says what is whose: CS（レシピ）, 主：CS, CS: レシピ, 営業→CS */
} cj_hand;

typedef struct cj_hands {
    cj_hand *hand;
    size_t n, cap;
} cj_hands;

/* Those of an owner cell, in its order. Read once per cell. */
const cj_hands *cj_lint_hands(cj_lint *l, const cj_cell *c);
/* The department that a folded name is, holds (法人営業, CS 鈴木) or ends like (品質保証室): its id,
 * else its key; empty: none. */
cj_str cj_lint_department(cj_lint *l, cj_str name);
/* One finding for those of an owner cell that `is` picks, as they are written. */
void cj_find_hands(cj_lint *l, const cj_cell *c, bool (*is)(const cj_hand *));

#endif
