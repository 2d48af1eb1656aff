/* xlsx_patch_shift_cells.h - a worksheet's cells on their way from their old places to the new ones. */
#ifndef CJ_SHEET_XLSX_PATCH_SHIFT_CELLS_H
#define CJ_SHEET_XLSX_PATCH_SHIFT_CELLS_H

#include "sheet/xlsx_patch_shift.h"

/* Formulas of which only the first has its text. */
typedef struct cj_shared {
    uint32_t si, row, col;
    cj_str text, is; /* as it was, as it will be */
    bool parted;     /* the others can no longer be told from the first */
} cj_shared;

/* A cell whose look a new one takes. */
typedef struct cj_like {
    uint32_t col;
    cj_str style; /* s="…" */
} cj_like;

/* A part is gone through twice: to look (out == NULL), and to write. */
typedef struct cj_cells_pass {
    cj_moving *m;
    cj_raw_reader *in;
    cj_part_out *out;
    cj_arena *row_arena; /* emptied after each row */
    bool changed;        /* the part will be another */
    bool formulas;       /* it has some */
    cj_shared *shared;   /* by si */
    size_t n_shared, cap_shared;
    uint32_t row, col;       /* in hand, as they were */
    uint32_t to_row, to_col; /* written last, as they are */
    bool came;               /* the new rows, or this row's new cells, are written */
    bool has_above;
    cj_raw above; /* the row that new ones look like, and its cells */
    cj_like *like;
    size_t n_likes, cap_likes;
    cj_str cell_name, left_style;
} cj_cells_pass;

/* The formula of a cell, as it stands in the part. */
typedef struct cj_cell_formula {
    cj_raw tag;
    cj_str bytes; /* all of it */
    cj_str text;
} cj_cell_formula;

void cj_cells_put(cj_cells_pass *pass, cj_str bytes);
/* xlsx_patch_shift_shared.c: at a formula in hand, to look and to write. */
cj_rc cj_cells_look_at(cj_cells_pass *pass, const cj_cell_formula *f, cj_err *err);
cj_rc cj_cells_put_formula(cj_cells_pass *pass, const cj_cell_formula *f, cj_err *err);
/* xlsx_patch_shift_new.c: rows and cells that come, and what they look like. */
void cj_cells_like_row(cj_cells_pass *pass, const cj_raw *row);
void cj_cells_like_cell(cj_cells_pass *pass, const cj_raw *cell);
void cj_cells_new_rows(cj_cells_pass *pass);
void cj_cells_new_cells(cj_cells_pass *pass);

#endif
