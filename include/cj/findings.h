/* cj/findings.h - what cjlint has to say, as reports: findings, the list of rules, one rule. */
#ifndef CJ_FINDINGS_H
#define CJ_FINDINGS_H

#include <cj/lint.h>
#include <cj/report.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One input file and what came of it. Either `error` is set (the file could not be checked; its
 * `rule` is "CJ101", "CJ102", "WB112" or NULL) or `maps` holds one result per map, in the order
 * in which the maps were found. A file with neither prints as a file without maps. */
typedef struct cj_checked {
    cj_str path;         /* as the user wrote it; "-" is shown as "stdin" */
    const cj_err *error; /* NULL: checked */
    const cj_lint_result *maps;
    size_t n_maps;
} cj_checked;

typedef struct cj_findings_options {
    cj_lang lang; /* AUTO: the language of the file's first map, else English */
    bool verbose; /* also lists the rules that could not be evaluated */
    bool
        single; /* the blocks are one diagnostic a finding, in machine order, and nothing else */
} cj_findings_options;

/* What the files of a run add up to; no file need be kept for it. Start with zeroes. */
typedef struct cj_tally {
    size_t files, unreadable, maps; /* in the report */
    size_t skipped; /* left out of it, because they hold no map; counted by the caller */
    size_t n[4];    /* findings by severity */
    size_t suppressed, assumptions;
    cj_ratio completeness, coverage;
    unsigned assumed; /* of coverage.of: without a source, but marked */
} cj_tally;

/* The report of `cjlint FILE…` in parts: a head, one report a file, the summary. Each may be gone,
 * with its file, once it is printed; until then what it was made of must stay.
 *
 * Facts (what -f json prints), with exactly these keys in this order:
 *   format       1
 *   files[]      file      the path
 *                error     only if it could not be checked: { rule (or null), message }
 *                maps[]    sheet         name, or null for a CSV
 *                          profile       "draft" | "v1" | "operational": the one that was used
 *                          lang          "ja" | "en": of the map, not of the report
 *                          phases[]      { name, id (or null), completeness, coverage }
 *                          steps[]       { step, done, of }: the five steps, see cj_lint_step
 *                          completeness  { filled, of }            core cells / (9 x phases)
 *                          coverage      { sourced, assumed, of }  filled fact cells: with a
 *                                        source; without one but marked as an assumption; all
 *                          findings[]    { rule, name, severity, sheet, cell, row, col, phase,
 *                                        element, value, message, hint, fix }, whole map first,
 *                                        then by sheet, row, column, rule. cell, row, col are
 *                                        null for the whole map; phase is the name as written,
 *                                        element an id ("success", "x:…") or null; severity and
 *                                        fix are the English words in every language
 *                          not_evaluated[]  rule ids that need what the reader cannot see
 *   summary      { files, unreadable, skipped, maps, errors, warnings, infos, suppressed,
 *                assumptions, completeness, coverage }; files counts those in files[]
 * Several maps of one book may share its other sheets (Evidence …): a finding there is listed
 * with the first map only.
 *
 * Blocks (what -f text prints): per file and map a heading, one diagnostic per finding, sorted by
 * sheet, severity and place, with findings that say the same folded into one ("9 cells B3:D5");
 * then completeness, coverage, suppressed findings, the counts, and the next step. At the end,
 * where there were several maps, what they add up to; and how many files were skipped. */
cj_report *cj_findings_head(cj_arena *arena);
/* Its facts are the element of files[]; *tally takes in what was found. */
cj_report *cj_findings_of_file(cj_arena *arena, const cj_findings_options *options,
                               const cj_checked *file, cj_tally *tally);
cj_report *cj_findings_summary(cj_arena *arena, const cj_findings_options *options,
                               const cj_tally *tally);

/* What one file adds up to: maps, findings, completeness, coverage. */
cj_tally cj_findings_tally(cj_arena *arena, const cj_checked *file);
/* How many findings are at least that severe: for --fail-on. */
size_t cj_findings_count(const cj_checked *file, cj_severity at_least);

/* The report of `cjlint --list-rules`: a table, and facts { format, rules[] } with
 * { id, name, severity { draft, v1, operational, effective }, fix, step, source, message }.
 * `options` says what is effective (its profile AUTO counts as v1). */
cj_report *cj_rules_report(cj_arena *arena, cj_lang lang, const cj_lint_options *options);

/* The report of `cjlint --explain CJ602`: why the rule exists, a cell that breaks it and one that
 * keeps it, how to mend it in Excel, where it comes from, its severities by profile and the
 * effective one. Facts { format, rule } with the keys above and why, mend, bad[], good[]. */
cj_report *cj_rule_report(cj_arena *arena, cj_lang lang, const cj_lint_options *options,
                          const cj_rule_info *rule);

/* The report of `cjlint --show-config`: every setting that holds, and which line of which file says so.
 * Facts { format, files[], settings[] } with { section (or null), key, value, file, line (null: built in) }. */
cj_report *cj_settings_report(cj_arena *arena, cj_lang lang, const cj_config *config);

#ifdef __cplusplus
}
#endif
#endif
