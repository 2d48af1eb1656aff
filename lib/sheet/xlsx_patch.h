/* xlsx_patch.h - what the rooms share that make edits in the bytes of a workbook. */
#ifndef CJ_SHEET_XLSX_PATCH_H
#define CJ_SHEET_XLSX_PATCH_H

#include "sheet/edits.h"
#include "sheet/parts.h"

struct cj_patch_styles;

/* A sheet as the workbook part names it, by the index that the book has it at. */
typedef struct cj_patch_sheet {
    cj_str name; /* decoded */
    cj_str part; /* "xl/worksheets/sheet1.xml"; empty: none is there */
    cj_sheet_kind kind;
    bool gone;        /* an edit took it out */
    bool no_formulas; /* of its cells none has one; false: not known */
} cj_patch_sheet;

/* One workbook on its way. Everything lives in `arena`. */
typedef struct cj_patching {
    cj_arena *arena;
    cj_package package;
    cj_parts parts;
    cj_str workbook; /* the part's name */
    cj_patch_sheet *sheet;
    size_t n_sheets, cap_sheets;
    bool date1904;
    bool recalculate;    /* somebody asks for it */
    bool formulas_moved; /* or went: calcChain no longer holds */
    uint32_t
        shape_block; /* of VML drawings: the first that none has; 0: nobody has looked */
    struct cj_patch_styles *styles; /* NULL until somebody asks */
} cj_patching;

/* Says where an error is that has been filled; its rc. */
cj_rc cj_patch_at(const cj_patching *p, unsigned sheet, uint32_t row, uint32_t col,
                  cj_err *err);
/* A child of a part's root, put where the schema wants it: before the first child that `order` names later
 * than it (NULL-terminated list of local names; mc:AlternateContent counts as what is in it), else last.
 * One of the same name is replaced if `replace`. `name` is local, `xml` is all of it, without prefixes
 * (empty: the one that is there goes). */
cj_rc cj_patch_put_child(cj_patching *p, cj_str part, const char *const *order,
                         const char *name, cj_str xml, bool replace, cj_err *err);
extern const char *const cj_worksheet_order[]; /* ECMA-376 part 1, 18.3.1.99 */
extern const char *const cj_workbook_order[];  /* 18.2.27 */

/* xlsx_patch_shift*.c: rows and columns of one sheet, in all parts that speak of it. */
cj_rc cj_patch_shift(cj_patching *p, const cj_sheet_plan *plan, cj_err *err);
/* xlsx_patch_cells.c: texts, numbers, dates and fills, where they are after the shifts. */
cj_rc cj_patch_cells(cj_patching *p, const cj_sheet_plan *plan, cj_err *err);
/* xlsx_patch_tables.c: names of columns go along with the texts in the headers of Excel's own tables. */
cj_rc cj_patch_tables(cj_patching *p, const cj_sheet_plan *plan, cj_err *err);
/* xlsx_patch_notes.c */
cj_rc cj_patch_notes(cj_patching *p, const cj_sheet_plan *plan, cj_err *err);
/* xlsx_patch_sheets.c: sheets that come, go or are replaced. */
cj_rc cj_patch_whole_sheet(cj_patching *p, const cj_edit *edit, cj_err *err);
/* xlsx_patch_properties.c: custom properties of the document. */
cj_rc cj_patch_property(cj_patching *p, const cj_edit *edit, cj_err *err);
/* xlsx_patch_calc.c: calcChain goes where p->formulas_moved, a calculation is asked for where
 * p->recalculate. */
cj_rc cj_patch_calculation(cj_patching *p, cj_err *err);
/* Whether a formula of the workbook may see one of these cells: then they ask for p->recalculate. */
cj_rc cj_patch_seen(cj_patching *p, const cj_sheet_plan *plan, cj_err *err);

/* xlsx_patch_styles.c: formats of cells (indices into cellXfs), found among those that are there, or added.
 * 0 is the plain one. */
cj_rc cj_patch_styles_open(cj_patching *p, cj_err *err); /* once more does nothing */
/* Like `xf`, but with that ground (CJ_NO_FILL: none): the first of those that are there, else a new one. */
uint32_t cj_patch_style_filled(cj_patching *p, uint32_t xf, uint32_t rgb);
/* Like `xf`, but showing dates, where it does not. */
uint32_t cj_patch_style_dated(cj_patching *p, uint32_t xf);
/* As cj_xlsx_write would show a cell of that style. */
uint32_t cj_patch_style_face(cj_patching *p, const cj_book *from, uint32_t style,
                             unsigned look);
/* What was added is written to the part. */
cj_rc cj_patch_styles_put(cj_patching *p, cj_err *err);

#endif
