/* glance.h - which oddities of writing a text may have: one pass, so that no rule looks in vain. */
#ifndef CJ_LINT_GLANCE_H
#define CJ_LINT_GLANCE_H

#include <cj/str.h>

/* Each says "look closer": what is not set is surely not there. */
enum {
    CJ_GLANCE_HALF_KANA = 1,  /* ﾚﾎﾟｰﾄ */
    CJ_GLANCE_WIDE = 2,       /* ＣＳ４ */
    CJ_GLANCE_COMBINING = 4,  /* a mark on the letter before it */
    CJ_GLANCE_PLATFORM = 8,   /* ㈱ Ⅱ № */
    CJ_GLANCE_TWICE = 16,     /* the same punctuation twice */
    CJ_GLANCE_INVISIBLE = 32, /* controls, and what may be an invisible character */
    CJ_GLANCE_LINES = 64,     /* a line break */
    CJ_GLANCE_OPEN = 128      /* << [C 【: what begins the mark of an open conflict */
};

unsigned cj_glance(cj_str text);

#endif
