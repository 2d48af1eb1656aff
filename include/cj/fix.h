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

/* The safe fixes of rules that look at one cell's text: every cell in which such a rule finds something
 * in one of the maps, mended by all of them, and by those that only find something then. All else stays
 * as it is: cells without a finding, findings that are suppressed or ignored, rules that are off in the
 * options, results of formulas. What would be read differently, would be empty or would look like a
 * formula afterwards is left alone too. The book with the edits made, read as before, has no safe fixes any more. Other
 * rules whose fix is CJ_FIX_SAFE are mended by writing the map anew. */
void cj_fixes_safe(cj_arena *arena, const cj_maps *maps, const cj_lint_options *options,
                   cj_fixes *out);

/* The fixes that somebody should look at, of rules whose fix is CJ_FIX_UNSAFE and that know what a cell they
 * find becomes; all else as above. Only one step: the book with the edits made may have more, safe ones too. */
void cj_fixes_unsafe(cj_arena *arena, const cj_maps *maps, const cj_lint_options *options,
                     cj_fixes *out);
/* `later` were found in the book with the edits of *fixes made: both as one list, without those that come to
 * nothing. */
void cj_fixes_join(cj_arena *arena, cj_fixes *fixes, const cj_fixes *later);

#ifdef __cplusplus
}
#endif
#endif
