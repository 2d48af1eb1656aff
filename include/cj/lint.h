/* cj/lint.h - judges a map by the catalogue of rules and yields findings. */
#ifndef CJ_LINT_H
#define CJ_LINT_H

#include <cj/date.h>
#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cj_profile { CJ_PROFILE_AUTO, CJ_DRAFT, CJ_V1, CJ_OPERATIONAL } cj_profile;
typedef enum cj_severity { CJ_OFF, CJ_INFO, CJ_WARNING, CJ_ERROR } cj_severity;
/* What mending without a person may do: nothing; what cannot change the meaning (cj/fix.h, or writing the
 * map anew); give what is missing an empty place; what a person has to look at. */
typedef enum cj_fix { CJ_FIX_NONE, CJ_FIX_SAFE, CJ_FIX_SCAFFOLD, CJ_FIX_UNSAFE } cj_fix;

/* "v1" */
const char *cj_profile_name(cj_profile profile);
bool cj_profile_parse(cj_str s, cj_profile *out);
/* "off" "info" "warning" "error" */
const char *cj_severity_name(cj_severity severity);
bool cj_severity_parse(cj_str s, cj_severity *out);
/* "none" "safe" "scaffold" "unsafe" */
const char *cj_fix_name(cj_fix fix);

/* A case of a rule, as edits of the silent base map of each language (03_good_en, 02_good_ja):
 * "C25=text ;; D3=…", \n for a line break, nothing after = for an empty cell; and what is no text
 * of a cell: "!merge B20:C20", "!hide 22:22" (columns C:C), "!note C23 text", "!error C21 #REF!",
 * "!encoding CP932", "!ragged F21" (the first field too many), "!name NAME" of the sheet, "!copy
 * NAME" (the sheet as it is by now once more; later edits go to the copy), "!sheet NAME" (an empty
 * one; the same). Tests run them. */
typedef struct cj_example {
    cj_text edits;
    cj_text at;    /* where a bad one is found: "D25", "-" for the whole map; NULL:
                                   the first edited cell */
    cj_text shows; /* how people are told of it; NULL: the edited texts */
} cj_example;

enum { CJ_MAX_EXAMPLES = 4, CJ_MAX_YIELDS = 4, CJ_MAX_PARAMS = 2 };

/* A threshold of a rule; a configuration overrides it by its name. */
typedef struct cj_param {
    const char *name; /* "max_items" */
    double value;
} cj_param;

/* What one may know of a rule: the catalogue prints itself from this. */
typedef struct cj_rule_info {
    const char *id, *name, *source;
    cj_severity severity[3]; /* draft, v1, operational */
    cj_fix fix;
    int step;       /* 1..5 of the second seed, 0: form */
    unsigned needs; /* cj_can bits */
    cj_text says, why,
        mend; /* message (with {placeholders}), reason, how to mend it in Excel */
    cj_example bad[CJ_MAX_EXAMPLES],
        good[CJ_MAX_EXAMPLES]; /* up to the first without edits */
    /* Ids of rules that say more about the same cause: where one of them holds (shown or not) for
     * the same cell, its phase or the whole map, this rule is silent. Ends with NULL. */
    const char *yields_to[CJ_MAX_YIELDS];
    /* What it finds is no text of the team (a formula error, an open conflict): every other rule
     * is silent about that cell. */
    bool alone;
    cj_param param[CJ_MAX_PARAMS]; /* up to the first without a name */
} cj_rule_info;

size_t cj_rule_count(void);
/* in catalogue order */
const cj_rule_info *cj_rule_at(size_t i);
/* any case; NULL: unknown */
const cj_rule_info *cj_rule_by_name(cj_str id_or_name);
/* The closest id or name to a misspelt one, for "did you mean"; NULL: nothing close. */
const char *cj_rule_closest(cj_str s);

/* Options. Lists hold ids ("CJ602"), prefixes ("CJ6", "TX") or names, comma-separated, any case.
 * A rule that is off in the profile is turned on by selecting it by its full id or name (it
 * then has the severity of the next stricter profile that has it), or by giving it a severity;
 * selecting it by a prefix does not. `ignore` beats `select` and `severity`; of several severities the last holds. */
typedef struct cj_lint_options {
    cj_profile profile; /* AUTO: the map's own maturity, else v1 */
    cj_date today;
    cj_str select, ignore;    /* empty: all; none */
    cj_str severity;          /* "CJ602=info,CJ403=off" */
    cj_severity min_severity; /* findings below are left out; CJ_OFF: none */
    /* What the house has settled: thresholds, departments, severities (those above hold over them),
     * what is ignored where; may be NULL. */
    const cj_config *config;
} cj_lint_options;

/* Checks select, ignore and severity: CJ_EUSAGE with "did you mean" for what is not a rule. */
cj_rc cj_lint_options_check(cj_arena *arena, const cj_lint_options *options, cj_err *err);

/* What a rule counts as in that profile (AUTO: v1) under these options; CJ_OFF: not shown. */
cj_severity cj_lint_effective(const cj_lint_options *options, const cj_rule_info *rule,
                              cj_profile profile);

/* A named argument of a message; several values are parted by line breaks: {n}, {list} … */
typedef struct cj_arg {
    const char *name;
    cj_str value;
    cj_str ja; /* where our own words differ; p NULL: the same in both languages */
} cj_arg;

#define CJ_MAX_ARGS 4
typedef struct cj_finding {
    const cj_rule_info *rule;
    cj_severity severity;
    cj_severity
        at_most; /* a rule less sure of this one than of others lowers it; CJ_OFF: no */
    cj_span at;  /* row 0: the whole map */
    int element, phase; /* indices into the map's lists, or -1 */
    cj_elem elem;       /* set even where the row is missing; CJ_CUSTOM: none */
    cj_str value;       /* the text in question, as written; may be empty */
    cj_arg arg[CJ_MAX_ARGS];
    size_t n_args;
} cj_finding;

typedef struct cj_lint_result {
    const cj_map *map;
    cj_profile profile;   /* the one that was used */
    bool by_default;      /* neither the options nor the map nor the settings chose it */
    cj_finding *findings; /* by sheet, row, column, rule; the whole map first */
    size_t n_findings;
    const cj_rule_info **not_evaluated; /* rules whose needs the reader could not meet */
    size_t n_not_evaluated;
    size_t n[4]; /* findings by severity */
    size_t n_suppressed;
    size_t n_assumptions; /* cells that are marked as an assumption and have no source */
} cj_lint_result;

void cj_lint_run(cj_arena *arena, const cj_map *map, const cj_lint_options *options,
                 cj_lint_result *out);
/* How far the map has come in step 1..5 of making one: parts that are there and that no warning or error
 * wants mended, of all parts. 1: purpose, persona, product or segment, contributors. 2: per phase its
 * name, period and definition. 3: goal, actions, thoughts & feelings, pains and touchpoints of each
 * phase. 4: success and KPI. 5: countermeasures and owner. */
cj_ratio cj_lint_step(const cj_lint_result *result, int step);
/* The sentence of a finding, placeholders filled, excerpts cut to 40 columns, one line. The
 * element is called as the map calls it, else by its canonical label. */
cj_str cj_finding_says(cj_arena *arena, const cj_lint_result *result,
                       const cj_finding *finding, cj_lang lang);
cj_str cj_finding_hint(cj_arena *arena, const cj_lint_result *result,
                       const cj_finding *finding, cj_lang lang);

#ifdef __cplusplus
}
#endif
#endif
