/* xlsx_patch_shift.h - what the rooms share in which the rows or columns of one sheet move. */
#ifndef CJ_SHEET_XLSX_PATCH_SHIFT_H
#define CJ_SHEET_XLSX_PATCH_SHIFT_H

#include "sheet/formula.h"
#include "sheet/xlsx_patch.h"
#include "sheet/xml_tree.h"

/* A cell in the header of a table that gets a column. */
typedef struct cj_new_head {
    uint32_t row, col;
    cj_str text;
} cj_new_head;

/* One shift on its way through the parts. */
typedef struct cj_moving {
    cj_patching *p;
    unsigned sheet;         /* that moves */
    cj_shift shift;         /* of what takes in what is appended */
    cj_shift plain;         /* of all else */
    cj_formula_place place; /* place.sheet: whose part is in hand */
    bool own;               /* it is of the sheet that moves */
    cj_new_head *head;
    size_t n_heads, cap_heads;
    cj_str *narrowed; /* tables that lose a column: nothing may speak of them */
    size_t n_narrowed, cap_narrowed;
    cj_str *done; /* parts that several others lead to */
    size_t n_done, cap_done;
} cj_moving;

/* ---- words (xlsx_patch_shift.c) -------------------------------------------------------------------- */

/* Refuses, naming a cell (of the sheet in hand; 0: all of it). */
cj_rc cj_moving_refuse(const cj_moving *m, cj_text says, cj_str arg, uint32_t row,
                       uint32_t col, cj_err *err);
/* `part` belongs to that sheet from now on. */
void cj_moving_enter(cj_moving *m, size_t sheet);
uint32_t cj_moving_most(const cj_moving *m);
/* Where a row, or a column, of the sheet that moves is; 0: gone. */
uint32_t cj_moving_row(const cj_moving *m, uint32_t row);
uint32_t cj_moving_col(const cj_moving *m, uint32_t col);
/* The same for what does not go: it ends up at the edge of what is gone. */
uint32_t cj_moving_near(const cj_moving *m, uint32_t at);
/* Whether cells come or go within an area, and not with all of it. */
bool cj_moving_cuts(const cj_moving *m, const cj_range *area);
/* What becomes of a formula of a cell (0, 0: of something else) of the sheet in hand. The same bytes where nothing
 * does. */
cj_rc cj_moving_formula(const cj_moving *m, cj_arena *arena, cj_str formula, uint32_t row,
                        uint32_t col, cj_str *out, cj_err *err);
/* Of an attribute and of an element's text. */
cj_rc cj_moving_formula_in(const cj_moving *m, cj_tree *tree, cj_node *node,
                           const char *attr, cj_err *err);
cj_rc cj_moving_formula_of(const cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err);
/* "A1:B2" as numbers, of the cells' axis alone where it is whole rows or columns. */
bool cj_moving_area(cj_str text, cj_range *out);
/* True once: the part has not been seen before. */
bool cj_moving_first(cj_moving *m, cj_str part);

typedef cj_rc (*cj_moving_change)(cj_moving *m, cj_tree *tree, cj_err *err);
/* A part as a tree, changed and set where it became another; without its root it goes. */
cj_rc cj_moving_part(cj_moving *m, cj_str part, cj_moving_change change, cj_err *err);

/* ---- rooms ----------------------------------------------------------------------------------------- */

/* xlsx_patch_shift_cells.c: a worksheet's part. */
cj_rc cj_moving_sheet(cj_moving *m, size_t sheet, cj_err *err);
/* xlsx_patch_shift_around.c: a child of its root that is not the cells. */
cj_rc cj_moving_around(cj_moving *m, cj_tree *tree, cj_err *err);
/* xlsx_patch_shift_view.c: panes and selections, widths, page breaks. */
cj_rc cj_moving_view(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err);
void cj_moving_cols(cj_moving *m, cj_tree *tree, cj_node *cols);
void cj_moving_breaks(cj_moving *m, cj_tree *tree, cj_node *breaks);
/* xlsx_patch_shift_formats.c: conditional formats, drop-downs, sparklines. */
cj_rc cj_moving_format(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err);
cj_rc cj_moving_sparkline(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err);
/* xlsx_patch_shift_tables.c: of the sheet that moves; before its cells. */
cj_rc cj_moving_tables(cj_moving *m, const cj_relations *relations, cj_err *err);
/* What is calculated in the columns of a table of any sheet. */
cj_rc cj_moving_table_formulas(cj_moving *m, cj_tree *tree, cj_err *err);
/* An autoFilter, of a table or a sheet. */
void cj_moving_filter(cj_moving *m, cj_tree *tree, cj_node *filter);
/* xlsx_patch_shift_names.c: names of cells, in the workbook's part. */
cj_rc cj_moving_names(cj_moving *m, cj_tree *tree, cj_err *err);
/* xlsx_patch_shift_pivots.c: refuses what a pivot table would lose. */
cj_rc cj_moving_pivots(cj_moving *m, cj_err *err);
cj_rc cj_moving_pivot(cj_moving *m, cj_tree *tree, cj_err *err);
/* xlsx_patch_shift_beside.c: what the sheet in hand has beside its own part. */
cj_rc cj_moving_beside(cj_moving *m, cj_str part, cj_err *err);
/* xlsx_patch_shift_drawings.c: anchors, and formulas in drawings, charts and controls. */
cj_rc cj_moving_drawing(cj_moving *m, cj_tree *tree, cj_err *err);
cj_rc cj_moving_anchor(cj_moving *m, cj_tree *tree, cj_node *anchor, bool moves, bool sizes,
                       cj_err *err);
cj_rc cj_moving_vml(cj_moving *m, cj_tree *tree, cj_err *err);

#endif
