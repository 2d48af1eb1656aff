/* formula.h - formulas as files have them (A1 references, English names), and what their references become. */
#ifndef CJ_SHEET_FORMULA_H
#define CJ_SHEET_FORMULA_H

#include "sheet/edits.h"

/* Where a formula stands, and what is asked of the sheet that moves. */
typedef struct cj_formula_place {
    cj_str sheet;        /* the sheet that references without a name mean */
    cj_str moved;        /* the sheet whose rows or columns come or go */
    const cj_str *order; /* names of all sheets, for Sheet1:Sheet3!A1; may be NULL */
    size_t n_order;
} cj_formula_place;

/* The formula with all references to place->moved as they are after one shift; cells that are gone
 * are #REF!, areas that lose a part are smaller. Texts, names, functions, external and structured references
 * stay as they are. `formula` has no "=" in front. The same bytes where nothing changes. */
cj_str cj_formula_shift(cj_arena *arena, cj_str formula, const cj_formula_place *place,
                        const cj_shift *shift);
/* The same where only what has a $ moves: names, and formulas of areas that are parted by the shift, in which
 * a reference without $ means a distance. */
cj_str cj_formula_shift_fixed(cj_arena *arena, cj_str formula,
                              const cj_formula_place *place, const cj_shift *shift);
/* The formula as it is `rows` further down and `cols` further right: relative references move along (of
 * shared formulas; they wrap around at the sheet's edges, as Excel has them). */
cj_str cj_formula_copy(cj_arena *arena, cj_str formula, long rows, long cols);
/* Whether it may see a cell of `sheet`: a reference covers it, or it has a name, a structured or a 3-D
 * reference or a function that makes references (INDIRECT, OFFSET), which can lead anywhere. */
bool cj_formula_sees(cj_str formula, const cj_formula_place *place, cj_str sheet,
                     uint32_t row, uint32_t col);
/* The same for any of several cells; they are in the order of their rows. */
bool cj_formula_sees_some(cj_str formula, const cj_formula_place *place, cj_str sheet,
                          const cj_edit *cells, size_t n);
/* Whether it has a structured reference to that table, or to the one that it stands in. */
bool cj_formula_names_table(cj_str formula, cj_str table);
/* Names of sheets, tables and columns are the same whatever the case of their letters (of A to Z). */
bool cj_formula_same_name(cj_str a, cj_str b);
/* An area "B2:D9", "$B$2", "B:D" or "2:9" after a shift; p == NULL: it is gone. Dollars stay.
 * A shift that takes_in makes it longer where it ends at the row before, whatever its height; an area in a
 * formula only where it has several rows. */
cj_str cj_area_shift(cj_arena *arena, cj_str area, const cj_shift *shift);
/* A list of areas parted by spaces (sqref); p == NULL: all are gone. */
cj_str cj_areas_shift(cj_arena *arena, cj_str areas, const cj_shift *shift);

#endif
