/* cj/report.h - anything to say, as a document whose format is not decided: facts and blocks. */
#ifndef CJ_REPORT_H
#define CJ_REPORT_H

#include <cj/arena.h>
#include <cj/err.h>
#include <cj/lang.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- facts: the tree that machine formats print; keys are never translated ------------------ */

typedef enum cj_fact_kind {
    CJ_F_NULL,
    CJ_F_BOOL,
    CJ_F_INTEGER,
    CJ_F_REAL,
    CJ_F_TEXT,
    CJ_F_LIST,
    CJ_F_OBJECT
} cj_fact_kind;

typedef struct cj_fact cj_fact;
struct cj_fact {
    cj_fact_kind kind;
    const char *key; /* within an object; else NULL */
    bool truth;
    long long integer;
    double real;
    cj_str text;
    cj_fact *first, *last; /* children of a list or an object, in order */
    cj_fact *next;
};

cj_fact *cj_fact_object(cj_arena *arena);
/* Adders return what they added. `key` is NULL when `parent` is a list; it is not copied. */
cj_fact *cj_fact_add_object(cj_arena *arena, cj_fact *parent, const char *key);
cj_fact *cj_fact_add_list(cj_arena *arena, cj_fact *parent, const char *key);
cj_fact *cj_fact_add_text(cj_arena *arena, cj_fact *parent, const char *key, cj_str text);
cj_fact *cj_fact_add_z(cj_arena *arena, cj_fact *parent, const char *key, const char *text);
cj_fact *cj_fact_add_integer(cj_arena *arena, cj_fact *parent, const char *key,
                             long long n);
cj_fact *cj_fact_add_real(cj_arena *arena, cj_fact *parent, const char *key, double x);
cj_fact *cj_fact_add_bool(cj_arena *arena, cj_fact *parent, const char *key, bool b);
cj_fact *cj_fact_add_null(cj_arena *arena, cj_fact *parent, const char *key);

/* ---- blocks: what people read, in order, already in the chosen language ---------------------- */

typedef enum cj_block_kind {
    CJ_B_HEADING,
    CJ_B_TEXT,
    CJ_B_TABLE,
    CJ_B_LIST,
    CJ_B_DIAGNOSTIC
} cj_block_kind;

/* Importance of a text or a diagnostic; renderers turn it into colour and words. */
typedef enum cj_level {
    CJ_PLAIN,
    CJ_NOTE_LEVEL,
    CJ_WARN_LEVEL,
    CJ_FAIL_LEVEL,
    CJ_GOOD_LEVEL
} cj_level;

typedef struct cj_table {
    size_t n_rows, n_cols;
    cj_str *cell; /* row after row; cells may hold line breaks */
    bool header_row, header_col;
    bool plain; /* names and what they mean: columns without lines */
} cj_table;

typedef struct cj_diagnostic {
    const char *rule, *name; /* "CJ602", "success-not-measurable" */
    cj_level level;
    cj_str severity; /* the word in the chosen language */
    cj_str place;    /* "map.xlsx:Sheet1!C8" */
    cj_pos at;       /* the same in parts; of a CSV the line and field of the file */
    cj_str cell;     /* "C8", "Sheet1!C8"; empty: the whole */
    cj_str about;    /* "成功の定義 × 更新期"; may be empty */
    cj_str message, hint;
    cj_str fingerprint;
    const char *fix; /* "none", "safe" … */
} cj_diagnostic;

typedef struct cj_block cj_block;
struct cj_block {
    cj_block_kind kind;
    cj_level level;
    unsigned depth; /* of a heading, from 1 */
    cj_str text;    /* heading, text */
    cj_table table;
    cj_str *entry; /* list */
    size_t n_entries;
    cj_diagnostic diagnostic;
    cj_block *next;
};

typedef struct cj_report {
    cj_lang lang;
    cj_fact *facts; /* an object */
    cj_block *first, *last;
} cj_report;

cj_report *cj_report_new(cj_arena *arena, cj_lang lang);
cj_block *cj_report_add(cj_arena *arena, cj_report *report, cj_block_kind kind);
cj_block *cj_report_heading(cj_arena *arena, cj_report *report, unsigned depth,
                            cj_str text);
cj_block *cj_report_text(cj_arena *arena, cj_report *report, cj_level level, cj_str text);
/* An empty table of that size, to be filled by the caller. */
cj_table *cj_report_table(cj_arena *arena, cj_report *report, size_t n_rows, size_t n_cols);
/* A list with that many empty entries, to be filled by the caller. */
cj_block *cj_report_list(cj_arena *arena, cj_report *report, size_t n_entries);

#ifdef __cplusplus
}
#endif
#endif
