/* cj/config.h - what a team has settled for its maps: cj.ini as a value. */
#ifndef CJ_CONFIG_H
#define CJ_CONFIG_H

#include <cj/arena.h>
#include <cj/err.h>
#include <cj/lang.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The file, UTF-8 with or without BOM, lines of any length, # or ; in front of a remark:
 *
 *   root = yes                      # no folder above this one is looked at
 *   profile = v1                    # draft | v1 | operational, where a map does not say
 *   lang = ja                       # ja | en
 *   fiscal_start = 4                # the month in which Q1 begins
 *   evidence = external             # map | external: kept elsewhere
 *   allow_event_success = yes       # yes | no
 *   phase_order = onboarding, adoption, renewal, expansion
 *   ignore = CJ602 更新期/成功の定義 the decision itself is the success
 *   [labels]                        # element id = labels of the team's own
 *   goal = 到達イメージ, ありたい姿
 *   [departments]                   # department id, or "other" = names of the team's own
 *   cs = グロース推進部
 *   [thresholds]
 *   max_phases = 9
 *   [severity]                      # rule = off | info | warning | error
 *   CJ313 = off
 *
 * Lists are parted by commas (or 、); a value in "double quotes" may hold them. */
#define CJ_CONFIG_NAME "cj.ini"

/* Where a setting stands: at.file, and at.row is the line from 1. */
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

typedef struct cj_config_severity {
    cj_str rule, level; /* as written; cj_lint_options_check judges them */
    cj_pos at;
} cj_config_severity;

typedef struct cj_config_ignore {
    cj_str rules;          /* ids, their beginnings or names, parted by commas */
    cj_str phase, element; /* as written; empty: all of them */
    cj_str reason;         /* may be empty (WB121) */
    cj_pos at;
} cj_config_ignore;

/* Every setting as it was written. */
typedef struct cj_config_setting {
    cj_str section, key, value; /* section empty: in front of the first one */
    cj_pos at;
    bool holds; /* false: a nearer file says otherwise */
} cj_config_setting;

/* Settings of several files are joined; where they differ, the nearer file holds. Zeroes are a
 * configuration that settles nothing. */
typedef struct cj_config {
    cj_str *files; /* that it was read from, the nearest first */
    size_t n_files, cap_files;
    cj_str profile;         /* "draft" "v1" "operational"; empty: not settled */
    cj_lang lang;           /* AUTO: not settled */
    unsigned fiscal_start;  /* the month in which Q1 begins, 1..12; 0: not settled, so 1 */
    bool evidence_external; /* evidence = external: CJ501 and CJ504 cannot know */
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
    cj_config_setting *settings;
    size_t n_settings, cap_settings;
    cj_pos order_at; /* of phase_order */
} cj_config;

/* Joins a file to *config; what a file read before has settled holds. What the file says must be
 * known and well-formed: else CJ_EUSAGE with its line and "did you mean". Rules, thresholds and departments
 * are for cj_lint_options_check to judge. CJ_EIO: it cannot be read. */
cj_rc cj_config_read(cj_arena *arena, const char *path, cj_config *config, cj_err *err);

/* Joins every cj.ini from the folder of `path` ("-": the working directory) upward, up to one that
 * says root = yes, a folder that is a repository (has .git), or the top. */
cj_rc cj_config_search(cj_arena *arena, const char *path, cj_config *config, cj_err *err);
/* The folder in which that search begins: files with the same one have the same configuration. */
cj_str cj_config_folder(cj_arena *arena, const char *path);

/* The value of a threshold that the team has set; false: it has not. */
bool cj_config_threshold(const cj_config *config, const char *name, double *out);

#ifdef __cplusplus
}
#endif
#endif
