/* book.h - what the renderer of workbooks writes with: places, anchors, texts, tables, charts. */
#ifndef CJ_RENDER_BOOK_H
#define CJ_RENDER_BOOK_H

#include <cj/book.h>
#include <cj/render.h>

/* Where an anchor of the report came to stand; row 0: not yet. */
typedef struct cj_anchor {
    cj_str name;
    unsigned sheet;
    uint32_t row, col;
} cj_anchor;

/* A cell that leads to an anchor. */
typedef struct cj_lead {
    unsigned sheet;
    uint32_t row, col;
    const cj_anchor *to;
} cj_lead;

/* A workbook being written, and of its last sheet what is known before its first cell. */
typedef struct cj_draft {
    cj_arena *arena;
    const cj_report *report;
    cj_book *book;
    uint32_t row;  /* the next free one */
    double *width; /* of the columns from A on, in characters */
    uint32_t n_cols;
    uint32_t span;          /* columns that a text goes over */
    const cj_table *filter; /* that gets buttons, or NULL */
    bool map;               /* there is one on the sheet */
    cj_anchor *anchors;     /* by name */
    size_t n_anchors, cap_anchors;
    cj_lead *leads;
    size_t n_leads, cap_leads;
} cj_draft;

/* A text with what its parts look like. */
typedef struct cj_said {
    cj_str text;
    cj_rich_run *run;
    size_t n, cap;
    const cj_fragment *link; /* the one that the cell leads to, or NULL */
} cj_said;

#define CJ_DRAFT_GAP 2.0 /* characters of a column beside its text */

cj_sheet *cj_draft_sheet(const cj_draft *d);
/* The lines of a cell or an entry; `plain` where it has none. */
cj_said cj_draft_said(cj_draft *d, const cj_marked *m, cj_str plain);
/* Adds the cell with its letters, link, anchor and note. `room`: the characters that a line of it has.
 * What is more than a cell can hold is left in *rest. */
cj_book_cell *cj_draft_put(cj_draft *d, uint32_t row, uint32_t col, cj_style style,
                           const cj_marked *m, cj_str plain, double room, cj_str *rest);
/* A text over the width of the sheet, in as many rows as it needs. */
void cj_draft_text(cj_draft *d, cj_role role, cj_level level, const cj_marked *m, cj_str s);
/* The ground of that level; false: as it is. */
bool cj_draft_tint(cj_level level, uint32_t *fill);
void cj_draft_anchor(cj_draft *d, cj_str name, uint32_t row, uint32_t col);

/* The characters of the columns of a sheet that holds the blocks from `from` to before `to`. */
void cj_draft_widths(cj_draft *d, const cj_block *from, const cj_block *to);
double cj_draft_room(const cj_draft *d, uint32_t col1,
                     uint32_t col2); /* of these together */

void cj_draft_table(cj_draft *d, const cj_table *t);
/* A chart beside the table of its figures, or under it where there is no room. */
void cj_draft_plot(cj_draft *d, const cj_plot *p, cj_str title);

/* A cell whose text is exactly a number or a day becomes one: 71, 1,200, 50%, 2025-06-27. False: none. */
bool cj_draft_number(cj_arena *arena, cj_str text, double *value, cj_str *format);
bool cj_draft_day(cj_str text, double *serial);

#endif
