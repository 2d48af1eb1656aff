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
    CJ_B_DIAGNOSTIC,
    CJ_B_SERIES /* a chart */
} cj_block_kind;

/* Importance of a text or a diagnostic; renderers turn it into colour and words. */
typedef enum cj_level {
    CJ_PLAIN,
    CJ_NOTE_LEVEL,
    CJ_WARN_LEVEL,
    CJ_FAIL_LEVEL,
    CJ_GOOD_LEVEL
} cj_level;

typedef struct cj_plot_point {
    cj_str label; /* below it: a phase, a quarter */
    cj_str text;  /* beside it: the value as it is read */
    double value;
    bool there; /* else a gap */
} cj_plot_point;

/* A chart of one line, or of one over an earlier one: values in order, with gaps. `alt` says the same in words. */
typedef struct cj_plot {
    cj_str title, alt;
    size_t n;
    cj_plot_point *point;
    bool has_target;
    double target;
    bool has_scale; /* of values from `least` to `most`; else what the values need */
    double least, most;
    const cj_plot_point
        *before; /* n points of an earlier line that this one is laid over, or NULL */
    cj_str name, name_before; /* what the two lines are; empty: nothing is said of them */
} cj_plot;

/* A piece of a line. */
typedef enum cj_mark {
    CJ_M_PLAIN,
    CJ_M_STRONG,
    CJ_M_TAG, /* a word that says of what kind the line is; `level` tells how much it matters */
    CJ_M_HERE, /* leads to the anchor `to` of this report */
    CJ_M_AWAY, /* leads to the address `to` */
    CJ_M_GONE, /* stood there before, and does no more */
    CJ_M_NEW   /* stands there now, and did not before */
} cj_mark;

typedef struct cj_fragment cj_fragment;
struct cj_fragment {
    cj_mark mark;
    cj_level level;
    cj_str text, to;
    cj_fragment *next;
};

typedef enum cj_line_kind {
    CJ_LINE_TEXT,
    CJ_LINE_ENTRY, /* of a list; entries that follow each other are one list */
    CJ_LINE_OWN,   /* an entry that begins with a mark of its own: ①, 1. */
    CJ_LINE_MORE,  /* goes on with the entry above */
    CJ_LINE_ASIDE  /* in small: what stands over or beside the rest */
} cj_line_kind;

typedef struct cj_line cj_line;
struct cj_line {
    cj_line_kind kind;
    cj_level level;
    cj_fragment *first, *last;
    cj_line *next;
};

/* A text with what the plain one cannot say. */
typedef struct cj_marked {
    cj_line *first, *last; /* none: the plain text is all */
    cj_str anchor;         /* others lead here; may be empty */
    bool number;           /* digits below each other */
    const cj_plot *plot;   /* a small chart in the place of the text, or NULL */
    cj_level level; /* how the whole cell is tinted; its words never depend on that */
    cj_str
        note; /* what is said beside it: the comment on a cell of a workbook; may be empty */
} cj_marked;

typedef enum cj_table_role {
    CJ_TABLE_RECORDS, /* a line is a thing */
    CJ_TABLE_MAP      /* a column is a thing: where there is no room, one below the other */
} cj_table_role;

typedef struct cj_table {
    size_t n_rows, n_cols;
    cj_str *cell; /* row after row; cells may hold line breaks */
    bool header_row, header_col;
    bool plain;  /* names and what they mean: columns without lines */
    bool filter; /* long: people will want to see some lines only */
    cj_table_role role;
    cj_str title;      /* what the table is, where that is told beside it; may be empty */
    cj_marked *marked; /* as many as cells, or NULL */
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
    unsigned depth; /* of a heading, from 1; of a text: how far in its next lines stand */
    bool page;      /* a heading that begins a page, where there are pages */
    cj_lang
        quoted; /* of a heading: the language of the texts below it; AUTO: the report's */
    cj_str anchor; /* of a heading; may be empty */
    cj_str text;   /* heading, text */
    cj_table table;
    cj_str *entry; /* list */
    size_t n_entries;
    cj_marked *marked; /* of a text, or as many as entries; or NULL */
    cj_plot *plot;     /* series */
    cj_diagnostic diagnostic;
    cj_block *next;
};

typedef struct cj_report {
    cj_lang lang;
    cj_str title;   /* of the document; may be empty */
    bool upright;   /* for A4 upright on paper, else A3 across */
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
/* A chart of that many points, to be filled by the caller. */
cj_plot *cj_report_series(cj_arena *arena, cj_report *report, size_t n);

/* Adders return what they added. */
cj_line *cj_marked_line(cj_arena *arena, cj_marked *marked, cj_line_kind kind);
cj_fragment *cj_line_add(cj_arena *arena, cj_line *line, cj_mark mark, cj_str text);

#ifdef __cplusplus
}
#endif
#endif
