/* cj/config.h - what a team has settled for its maps: cj.ini as a value. */
#ifndef CJ_CONFIG_H
#define CJ_CONFIG_H

#include <cj/arena.h>
#include <cj/err.h>
#include <cj/lang.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where a setting stands: row is the line from 1. */
typedef struct cj_config_label {
    cj_str element; /* an element's id: "goal" */
    cj_str label;   /* as the team writes it: 到達イメージ */
    cj_pos at;
} cj_config_label;

typedef struct cj_config_department {
    cj_str id;   /* "cs", "support" …, or empty: a department of its own */
    cj_str name; /* as the team writes it */
    cj_pos at;
} cj_config_department;

typedef struct cj_config_number {
    cj_str name; /* "max_phases" */
    double value;
    cj_pos at;
} cj_config_number;

/* ignore = CJ602 更新期/成功の定義 because the decision itself is the success */
typedef struct cj_config_ignore {
    cj_str rules;          /* ids, their beginnings or names, parted by commas */
    cj_str phase, element; /* as written; empty: all of them */
    cj_str reason;         /* may be empty (WB121) */
    cj_pos at;
} cj_config_ignore;

typedef struct cj_config_severity {
    cj_str rule, level; /* as written; cj_lint_options_check judges them */
    cj_pos at;
} cj_config_severity;

/* Settings of several files may be joined; where they differ, the nearer file holds. Zeroes (with
 * fiscal_start 1) are a configuration that settles nothing. */
typedef struct cj_config {
    cj_str *files; /* that it was read from, the nearest first */
    size_t n_files, cap_files;
    cj_str profile;        /* "draft" "v1" "operational"; empty: not settled */
    cj_lang lang;          /* AUTO: not settled */
    unsigned fiscal_start; /* the month in which Q1 begins, 1..12 */
    bool
        evidence_external; /* evidence = external: it is kept elsewhere, CJ501 and CJ504 are silent */
    bool allow_event_success; /* an event without a figure may be a success (CJ602) */
    cj_str *phase_order; /* canonical phase ids in the team's order (CJ313); none: ours */
    size_t n_phase_order, cap_phase_order;
    cj_config_label *labels;
    size_t n_labels, cap_labels;
    cj_config_department *departments;
    size_t n_departments, cap_departments;
    cj_config_number *thresholds;
    size_t n_thresholds, cap_thresholds;
    cj_config_severity *severities;
    size_t n_severities, cap_severities;
    cj_config_ignore *ignores;
    size_t n_ignores, cap_ignores;
} cj_config;

/* The value of a threshold that the team has set; false: it has not. */
bool cj_config_threshold(const cj_config *config, const char *name, double *out);

#ifdef __cplusplus
}
#endif
#endif
