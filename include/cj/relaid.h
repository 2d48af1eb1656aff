/* cj/relaid.h - what a new layout does to a book: where each cell goes, and what changes. */
#ifndef CJ_RELAID_H
#define CJ_RELAID_H

#include <cj/findings.h>
#include <cj/fix.h>
#include <cj/layout.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Both take the book as it was read, the maps that were found in it, and how they were laid out anew. */

/* The report of `cjfmt --explain-moves`: for every text of the old book the places where it stands in the
 * new one, with element and phase. Facts { format, file, moves[] } with { from, to, how ("whole", "items",
 * "label", "note", "name"), about, text }. */
cj_report *cj_moves_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                           const cj_maps *maps, const cj_layout *layout);

/* The report of `cjfmt --diff`: the cells whose text changes ("-" before, "+" after), what is new, and how
 * many cells are only moved. Facts { format, file, changed, added, moved }. */
cj_report *cj_relaid_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                            const cj_maps *maps, const cj_layout *layout);

/* The report of `cjlint --fix --dry-run`: each cell that would be mended, its lines before and after, where blanks
 * at the ends and what cannot be seen are shown, and the rules; then what would be left. `left` is of the
 * mended maps. Facts { format, file, fixes[] with { sheet (null: a CSV), cell, rules[], unsafe, was, text },
 * errors, warnings, infos }. */
cj_report *cj_mended_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_maps *maps,
                            const cj_fixes *fixes, const cj_tally *left);

/* "TX103 invisible-character, TX104 surrounding-whitespace": the rules behind a fix; what they mend is
 * often nothing that can be seen. */
cj_str cj_fix_rules(cj_arena *arena, const cj_fixed *fixed);
/* The lines of the cell that a fix changes, before and after, each as one line to be shown. */
void cj_fix_lines(cj_arena *arena, const cj_fixed *fixed, cj_str *was, cj_str *now);

#ifdef __cplusplus
}
#endif
#endif
