/* cj/relaid.h - what a new layout does to a book: where each cell goes, and what changes. */
#ifndef CJ_RELAID_H
#define CJ_RELAID_H

#include <cj/fix.h>
#include <cj/layout.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The report of `cjfmt --explain-moves`: for every non-empty cell of the old book the place of its text
 * in the new one. Facts { format, file, moves[] } with { from, to, how ("whole", "items", "label",
 * "note", "name"), text }. */
cj_report *cj_moves_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                           const cj_layout *layout);

/* The report of `cjfmt --diff`: the rows of each sheet before and after, as lines; those that are gone
 * begin with "-", those that are new with "+". */
cj_report *cj_relaid_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                            const cj_book *made);

/* "TX101 TX104": the rules behind a fix. */
cj_str cj_fix_rules(cj_arena *arena, const cj_fixed *fixed);

#ifdef __cplusplus
}
#endif
#endif
