/* said.h - a text as the predicates read it: what is said, without what stands around it. */
#ifndef CJ_LINT_SAID_H
#define CJ_LINT_SAID_H

#include <cj/arena.h>

/* Bullets and list numbers off each line (before folding, which turns ① into 1), suppressions
 * and invisible characters out, then folded: NFKC, lower case. */
cj_str cj_said(cj_arena *arena, cj_str text);
/* `said` without its markers: each bracket that names a source or an assumption, and the rest of
 * a line from 出典:, source: … on. What is left is the claim. */
cj_str cj_said_claim(cj_arena *arena, cj_str said);
/* `said` without what somebody is quoted with: 「…」 『…』 “…” "…". */
cj_str cj_said_unquoted(cj_arena *arena, cj_str said);

#endif
