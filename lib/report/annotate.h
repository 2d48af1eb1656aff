/* annotate.h - the findings of one file on their way into its workbook. */
#ifndef CJ_REPORT_ANNOTATE_H
#define CJ_REPORT_ANNOTATE_H

#include <cj/annotate.h>
#include <cj/marks.h>
#include "report/findings.h"

/* A finding with what is said of it. */
typedef struct cj_remark {
    const cj_lint_result *result;
    const cj_finding *finding;
    size_t order; /* as the results have it */
    cj_str says, hint;
    uint32_t
        was; /* the ground that its cell had before; CJ_NO_FILL also where it gets no tint */
    bool tinted;
} cj_remark;

typedef struct cj_annotating {
    cj_arena *arena;
    const cj_book *book; /* as it was read */
    const cj_checked *file;
    const cj_shown *shown; /* one for each map */
    cj_lang lang;
    cj_date today;
    cj_remark *remark; /* by sheet, severity, place */
    size_t n;
    cj_book *made; /* the sheets of ours */
} cj_annotating;

/* ---- annotate_notes.c ---- */
/* By sheet, row, column, the most severe first: the remarks of a cell stand together, those without one
 * first of each sheet. */
cj_remark **cj_remarks_by_cell(cj_arena *arena, const cj_annotating *a);
/* What the note of a cell says, from its n remarks. */
cj_str cj_remark_note(const cj_annotating *a, cj_remark *const *of, size_t n);

/* ---- annotate_list.c ---- */
/* The list of findings as a new sheet of a->made; `old` is the one of an earlier run, or NULL. */
void cj_annotate_list(cj_annotating *a, const cj_sheet *old);

/* ---- annotate_entries.c ---- */
/* What people wrote beside the findings of an earlier run. */
typedef struct cj_entry {
    cj_str key, status, memo;
    uint32_t row; /* of the old list */
    bool taken;
} cj_entry;
enum { /* the columns of the list */
       CJ_LIST_NO = 1,
       CJ_LIST_SEVERITY,
       CJ_LIST_SHEET,
       CJ_LIST_PLACE,
       CJ_LIST_PHASE,
       CJ_LIST_ELEMENT,
       CJ_LIST_VALUE,
       CJ_LIST_SAYS,
       CJ_LIST_HINT,
       CJ_LIST_RULE,
       CJ_LIST_STEP,
       CJ_LIST_STATUS,
       CJ_LIST_MEMO,
       CJ_LIST_KEY, /* hidden from here on */
       CJ_LIST_WAS,
       CJ_LIST_COLUMNS = CJ_LIST_WAS
};
/* The columns of an old list and the row of their heads, wherever people have moved them; 0: gone. */
typedef struct cj_heads {
    uint32_t row, col[CJ_LIST_COLUMNS + 1];
} cj_heads;
typedef struct cj_entries {
    cj_arena *arena;
    const cj_book *book;
    const cj_sheet *list; /* the old one; NULL: there was none */
    cj_heads heads;
    cj_entry *entry; /* by key */
    size_t n, cap;
} cj_entries;
cj_text cj_list_head(unsigned column);
/* "CJ602|Map|success|renewal|1f0a…": what finds a remark again when the list is made anew. */
cj_str cj_remark_key(const cj_annotating *a, const cj_remark *remark);
/* `old` is a sheet of `book`, or NULL. */
cj_entries cj_entries_of(cj_arena *arena, const cj_book *book, const cj_sheet *old);
/* An entry of that key that nobody has taken; with `changed`, of the same rule and place, whatever the text
 * was. NULL: none. */
const cj_entry *cj_entries_take(cj_entries *entries, cj_str key, bool changed);
/* A text of the old list beside an entry. */
cj_str cj_entry_text(const cj_entries *entries, const cj_entry *entry, unsigned column);

/* ---- annotate_evidence.c ---- */
/* The map of evidence as a new sheet of a->made. */
void cj_annotate_evidence(cj_annotating *a);

/* ---- annotate_pen.c ---- */
unsigned cj_annotate_sheet(cj_annotating *a, cj_mark_sheet mark);
cj_book_cell *cj_annotate_put(cj_annotating *a, unsigned sheet, uint32_t row, uint32_t col,
                              cj_style style, cj_str text);
/* Over the columns 1 to `last`. */
void cj_annotate_line(cj_annotating *a, unsigned sheet, uint32_t row, uint32_t last,
                      cj_role role, cj_str text);
void cj_annotate_link(cj_annotating *a, unsigned sheet, uint32_t row, uint32_t col,
                      cj_str target);
/* Widths, hidden columns from `first` to `last` (0: none), and the word that makes the sheet ours. */
void cj_annotate_finish(cj_annotating *a, unsigned sheet, const double *width,
                        uint32_t n_widths, uint32_t hidden, cj_mark_sheet mark);
/* Our words with {0} {1} {2} filled in, in the language of the sheets. */
cj_str cj_annotate_words(const cj_annotating *a, cj_text says, cj_str x, cj_str y,
                         cj_str z);
/* "error" begins a sentence here. */
cj_str cj_annotate_severity(const cj_annotating *a, cj_severity severity);
/* "Onboarding journey (checked on 2025-10-01)": the map's title, or the sheet of the first one. */
cj_str cj_annotate_of(const cj_annotating *a);

#endif
