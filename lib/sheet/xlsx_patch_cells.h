/* xlsx_patch_cells.h - the cells of a sheet that edits name: what they were, and what they become. */
#ifndef CJ_SHEET_XLSX_PATCH_CELLS_H
#define CJ_SHEET_XLSX_PATCH_CELLS_H

#include "sheet/xlsx_patch.h"

/* A cell with an edit. */
typedef struct cj_target {
    uint32_t row, col;
    const cj_edit *content, *fill; /* or NULL */
    bool row_there, there;         /* in the part */
    bool same; /* what it says already is what it shall say: `content` has nothing to do */
    bool formula;       /* what it says is a formula's result */
    uint32_t xf;        /* its format, or the one that a new cell has there */
    cj_str type, value; /* t and <v> as they were; value.p == NULL: none */
    cj_str item;        /* what stands in its <is>, or in the shared string that it means */
} cj_target;

typedef struct cj_targets {
    cj_target *at; /* by row and column, each cell once */
    size_t n;
    cj_str prefix; /* of the sheet's elements, with its colon */
    cj_range used; /* of what the edits fill; row1 0: nothing new */
} cj_targets;

/* Where a walk through the rows and cells of a sheet is: both may leave out their own place. */
typedef struct cj_walk {
    uint32_t row, col;
} cj_walk;
void cj_walk_row(cj_walk *walk, const cj_raw *tag);
void cj_walk_cell(cj_walk *walk, const cj_raw *tag);

/* xlsx_patch_look.c: the edits of a plan with what the part holds in their places. An edit of a part of an
 * array formula, or of a formula that others share: CJ_EFORMAT with the cell. */
cj_rc cj_patch_look(cj_patching *p, const cj_sheet_plan *plan, cj_targets *out,
                    cj_err *err);
/* The first target in a row, or its end; and the one of a cell, or NULL. */
size_t cj_targets_from(const cj_targets *targets, uint32_t row);
cj_target *cj_targets_find(const cj_targets *targets, uint32_t row, uint32_t col);

/* xlsx_patch_strings.c: sets the items of targets that mean shared strings. */
cj_rc cj_targets_strings(cj_patching *p, cj_targets *targets, cj_err *err);
/* All of an element but its opening tag -> what stands inside. */
cj_str cj_item_inside(cj_str item);

/* xlsx_patch_text.c: what a string item says; `item` is all that stands between its tags. */
cj_str cj_item_text(cj_arena *arena, cj_str item, const cj_limits *limits);
/* The inside of an item that says `text`: where parts of the old one look different, what stays of them still
 * does, and what is new looks like what it replaces. */
void cj_item_put(cj_buf *to, cj_str item, cj_str text, cj_str prefix,
                 const cj_limits *limits);

#endif
