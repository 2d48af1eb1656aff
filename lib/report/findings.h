/* findings.h - the halves of the report of findings, and what they share. */
#ifndef CJ_REPORT_FINDINGS_H
#define CJ_REPORT_FINDINGS_H

#include <cj/findings.h>
#include "report/places.h"

/* A result with what is shown of it: without what an earlier map of the file already told of a
 * sheet that they share. */
typedef struct cj_shown {
    const cj_lint_result *result;
    const cj_finding **finding; /* in the order of the result */
    size_t n;
} cj_shown;

/* One for each map of the file. */
cj_shown *cj_findings_show(cj_arena *arena, const cj_checked *file);
void cj_findings_add_up(cj_tally *tally, const cj_shown *shown);
/* Filled fact cells without a source that are marked as assumptions; phase NULL: all. */
unsigned cj_findings_assumed(const cj_map *map, const cj_phase *phase);
/* The same order in every machine format; see cj/findings.h. */
void cj_findings_facts(cj_arena *arena, cj_fact *into, const cj_shown *shown, cj_lang lang);
void cj_findings_blocks(cj_arena *arena, cj_report *report,
                        const cj_findings_options *options, cj_str path,
                        const cj_shown *shown, bool alone);

/* Findings that say the same of several cells, as one. */
typedef struct cj_fold {
    const cj_finding *finding; /* the first of them */
    const cj_finding **all;
    size_t n;
} cj_fold;

/* Sorted for people: by sheet, severity, place; the whole map first. */
cj_fold *cj_findings_fold(cj_arena *arena, const cj_shown *shown, cj_lang lang, size_t *n);
/* "B3:D5, F7": the cells of a fold as ranges, a few of them. */
cj_str cj_fold_ranges(cj_arena *arena, const cj_fold *fold);
/* The sentence of a fold, with all its phases and elements named. */
cj_str cj_fold_says(cj_arena *arena, const cj_lint_result *result, const cj_fold *fold,
                    cj_lang lang);
cj_str cj_fold_hint(cj_arena *arena, const cj_lint_result *result, const cj_fold *fold,
                    cj_lang lang);
/* "成功の定義 × 更新期"; of several: "9セル: 行動、思考・感情 × 全フェーズ". */
cj_str cj_fold_about(cj_arena *arena, const cj_lint_result *result, const cj_fold *fold,
                     cj_lang lang);

/* Where a fold stands: map.xlsx:Sheet!B3:D5. */
cj_str cj_place(const cj_places *places, const cj_fold *fold);

/* Our words with {0} {1} {2} filled in. */
cj_str cj_words(cj_arena *arena, cj_lang lang, cj_text says, cj_str a, cj_str b, cj_str c);
cj_str cj_count_words(cj_arena *arena, size_t n);
cj_str cj_severity_words(cj_severity severity, cj_lang lang);
/* "7/9 (78%)"; of nothing: "-". Only all of it is 100%. */
cj_str cj_share_words(cj_arena *arena, cj_ratio ratio);
/* "Step 3: what customers live through", "Form of the table and its texts", "Reviews and versions" */
cj_text cj_rule_step(const cj_rule_info *rule);
cj_str cj_profile_words(cj_profile profile, cj_lang lang);
cj_level cj_severity_level(cj_severity severity);

#endif
