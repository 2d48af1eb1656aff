/* fix_guard.h - whether a mended cell still says what it said. */
#ifndef CJ_LINT_FIX_GUARD_H
#define CJ_LINT_FIX_GUARD_H

#include <cj/map.h>

/* The map reads the same from the leaf's cell with either text: the same items, phase, label or filler;
 * and it has not become what a spreadsheet would calculate. Of punctuation that stands twice the second
 * says nothing. */
bool cj_fix_keeps(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str was,
                  cj_str is);
/* A spreadsheet that opens a CSV may calculate it. */
bool cj_fix_formula(cj_str text);

#endif
