/* book_edit.h - what the rooms share that make a book with edits out of another one. */
#ifndef CJ_SHEET_BOOK_EDIT_H
#define CJ_SHEET_BOOK_EDIT_H

#include "sheet/edits.h"

/* One sheet on its way. `is` begins as a copy of the old sheet, whose lists still belong to that one: none is
 * written to before it has been copied. */
typedef struct cj_editing {
    cj_arena *arena;
    cj_book *book; /* its totals go along; its styles are its own */
    cj_sheet *is;
} cj_editing;

/* book_edit_shift.c: rows and columns that come or go, one shift after the other. */
void cj_editing_shift(cj_editing *e, const cj_shift *shift, size_t n);
/* book_edit_refs.c: and what any sheet of the book says of them. */
void cj_editing_refs(cj_arena *arena, cj_book *book, const cj_sheet_plan *plan);
/* book_edit_cells.c: TEXT, NUMBER, DATE and FILL edits in order, each cell once. */
void cj_editing_cells(cj_editing *e, const cj_edit *edits, size_t n);
/* book_edit_notes.c: NOTE edits in order. */
void cj_editing_notes(cj_editing *e, const cj_edit *edits, size_t n);
/* book_edit_sheets.c: SHEET, SHEET_OUT and PROPERTY edits, as they come. */
void cj_editing_whole(cj_arena *arena, cj_book *book, const cj_edit *edits, size_t n);

#endif
