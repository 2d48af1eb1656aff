/* suppress.h - "cjlint:ignore CJ602 reason" and 【除外:CJ602 理由】 in a cell or its note. */
#ifndef CJ_LINT_SUPPRESS_H
#define CJ_LINT_SUPPRESS_H

#include <cj/lint.h>

/* Cheap: false where there can be no suppression. */
bool cj_may_suppress(cj_str text);
/* The text asks not to be told of that rule (named by id or by name, any width and case). */
bool cj_suppresses(cj_arena *arena, cj_str text, const cj_rule_info *rule);
/* The text without its suppressions: what it says about customers. The input where none is. */
cj_str cj_without_suppressions(cj_arena *arena, cj_str text);
/* As it is written, up to the first of them: what a message shows of the text. */
cj_str cj_before_suppression(cj_str text);

#endif
