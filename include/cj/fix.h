/* cj/fix.h - what can be mended without anybody's judgement, as edits of the book. */
#ifndef CJ_FIX_H
#define CJ_FIX_H

#include <cj/edit.h>
#include <cj/lint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { CJ_MAX_FIX_RULES = 8 };

/* One cell mended. */
typedef struct cj_fixed {
    cj_edit edit;
    cj_str was;                                  /* the cell's text before */
    const cj_rule_info *rules[CJ_MAX_FIX_RULES]; /* why, in the order of the catalogue */
    size_t n_rules;
} cj_fixed;

typedef struct cj_fixes {
    cj_fixed *at;
    size_t n, cap; /* by sheet, row, column; each cell once */
} cj_fixes;

/* The safe fixes of rules that look at one cell's text (TX101 TX102 TX103 TX104 TX105 TX107 TX111,
 * WB109): every cell that such a rule finds in one of the maps, mended by all of them. A cell without a
 * finding is not touched, and a mended one has none of these findings any more. A rule that is off in
 * the options mends nothing. */
void cj_fixes_safe(cj_arena *arena, const cj_maps *maps, const cj_lint_options *options,
                   cj_fixes *out);

#ifdef __cplusplus
}
#endif
#endif
