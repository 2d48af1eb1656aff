/* cj/review.h - the review pack: what a team needs to look at its map once a quarter. */
#ifndef CJ_REVIEW_H
#define CJ_REVIEW_H

#include <cj/map.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One version of the file, the oldest first. */
typedef struct cj_review_version {
    cj_str path; /* as the user wrote it */
    const cj_maps *maps;
} cj_review_version;

typedef struct cj_review_options {
    cj_lang lang; /* of our own words; AUTO: of the newest map */
    cj_date today;
    cj_str quarter; /* "2025Q3"; empty: the newest period of the map that has KPI actuals */
    bool redact;    /* addresses and telephone numbers of people are not told (CJ516) */
    const cj_config *config; /* may be NULL */
} cj_review_options;

/* CJ_EUSAGE where `quarter` is no period (2025Q3, 2025-09, 2025年度上期 …). */
cj_rc cj_review_check(const cj_review_options *options, cj_err *err);

/* The report of `cjreport OLD… NEW`, one part for each map of the newest file.
 *
 * Facts (what -f json prints). Where a number is shown, it stands here, and as it is shown: percents and
 * points are whole or as many decimals as the figures have.
 *   format      1
 *   today       "2025-10-01"
 *   files[]     the paths, the oldest first
 *   maps[]      title
 *               versions[]  { file, version, date, days (since the one before, or null) }
 *               quarter     { label, from, to, says, previous, before }; null: no KPI has a period
 *               summary     map { days }; changes { added, changed, renamed, moved, support, removed, wording,
 *                           phases, phases_added, phases_removed } (null with one file); kpi { on_target, improved, flat, worse, first, not_reported, undirected, of };
 *                           actions { done, doing, planned, hold, stopped, without_status, overdue };
 *                           evidence { sourced, of, percent, assumptions, new }; lines[]: as printed
 *               decisions[] { no, kind, phase, about, state, next, owner }; kind is "off_target" | "overdue" |
 *                           "no_effect" | "old_assumption" | "conflict" | "phase_removed" | "goal_removed"
 *               kpi[]       { phase, kpi, unit, baseline, target, before, previous, current, change, change_text,
 *                           distance (percent), status, source, owner }; status is "on_target" | "improved" | "flat" |
 *                           "worse" | "first" | "not_reported" | "undirected", status_text the word for it
 *               periods[]   all times that are reported for: "2025Q3 (Jul-Sep)"
 *               kpi_series[] { phase, kpi, periods: one key a period, values null where nothing was reported }
 *               actions[]   { id, phase, action, who, when, status, pain, kpi, kpi_change, effect, decision, memo }
 *               steps[]     with three versions or more: { from, to, added, changed, moved, support, removed, phases_added,
 *                           phases_removed }
 *               changes     of the last step, as cj/changes.h says: { files[], summary }; only with two files
 *               curves[]    { element, phase, before, now }: feelings told as numbers that changed
 *               cells[]     { phase, element, text }: of the newest map, where it is drawn
 *               evidence    coverage[] { phase, sourced, of, percent, before (percent or null) };
 *                           new[] { id, type, date, n, summary }; aged[] { id, date, days, summary };
 *                           dangling[] { id, phase, element, cell }; assumptions[] { state, phase, element, text,
 *                           evidence }; state is "open" | "new" | "confirmed" | "unmarked" | "gone"
 *               lint        rules[] { rule, message, solved, new, remaining }; findings[] { state, rule, severity,
 *                           place, message }
 *               standing    with three versions or more: pains[] { phase, pain, since, date, unchanged_since,
 *                           unchanged_date, versions }; untouched[] { phase, elements, count }
 *               homework[]  { no, what, owner, due }
 *               checklist[] { no, item, mark, why }; mark is the word
 *               history[]   { version, date, kind, what, why, who, approver } */
cj_report *cj_review_report(cj_arena *arena, const cj_review_options *options,
                            const cj_review_version *version, size_t n);

/* "1.2 of 2025-09-24 stands before 1.1 of 2025-06-27": the first version that is older than the one
 * before it. False: all stand in order, as far as they tell. */
bool cj_review_disorder(const cj_review_version *version, size_t n, size_t *at);

#ifdef __cplusplus
}
#endif
#endif
