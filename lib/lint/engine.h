/* engine.h - the state of one run over one map; for lint.c, ask.c and what is kept for a run. */
#ifndef CJ_LINT_ENGINE_H
#define CJ_LINT_ENGINE_H

#include "lint/rule.h"

struct cj_lint {
    cj_arena *arena;
    const cj_map *map;
    const cj_lint_options *options;
    const cj_rule *rule; /* whose turn it is */
    cj_finding *found;
    size_t n, cap;
    size_t n_alone;        /* of them by rules that stand alone */
    cj_str *said;          /* per cell of the grid, element by element; p NULL: not yet */
    cj_str *written;       /* per leaf; NULL: not yet */
    unsigned char *glance; /* the same: bits of glance.h */
    unsigned char *measurable;          /* per cell of the grid; NULL: not yet */
    unsigned char *sourced;             /* per phase, see ask.c; NULL: not yet */
    struct cj_sources *sources;         /* see sources.c; NULL: not yet */
    struct cj_departments *departments; /* NULL: not yet */
    const struct cj_hands **hands;  /* per cell of the grid, see hands.c; NULL: not yet */
    struct cj_lint_answer *answers; /* see ask.c; NULL: not yet */
    struct cj_plan *plan;           /* see plan.c; NULL: not yet */
    struct cj_measures *measures;   /* see measures.c; NULL: not yet */
};

/* The run with all rules (NULL), or with those that are wanted: what they find is then as in a run
 * with all of them, as long as the rules that they give way to are wanted too. */
void cj_lint_judge(cj_lint *l, bool (*wanted)(const cj_rule *rule), cj_lint_result *out);
/* Neither the options nor the team nor a word in the cell keeps what was found there quiet. */
bool cj_lint_shows(const cj_lint *l, const cj_finding *f, cj_profile profile);

#endif
