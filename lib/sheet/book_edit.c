/* book_edit.c - a book with edits made, sharing with the old one what they do not touch. */
#include "sheet/book_edit.h"
#include <assert.h>

/* A copy that may be written to: what it holds is still shared. */
static cj_book *copy_of(cj_arena *arena, const cj_book *book)
{
    cj_book *copy = CJ_NEW(arena, cj_book);

    *copy = *book;
    copy->cap_sheets = copy->n_sheets;
    copy->sheets = CJ_NEW_N(arena, cj_sheet, copy->n_sheets + 1);
    if (copy->n_sheets)
        memcpy(copy->sheets, book->sheets, copy->n_sheets * sizeof *copy->sheets);
    copy->cap_styles = copy->n_styles;
    copy->styles = CJ_NEW_N(arena, cj_style, copy->n_styles + 1);
    if (copy->n_styles)
        memcpy(copy->styles, book->styles, copy->n_styles * sizeof *copy->styles);
    return copy;
}

cj_book *cj_book_edited(cj_arena *arena, const cj_book *book, const cj_edit *edits,
                        size_t n)
{
    cj_book *copy = copy_of(arena, book);
    cj_edit_plan plan;
    size_t i;

    cj_edits_plan(arena, edits, n, &plan);
    for (i = 0; i < plan.n_sheets; i++) {
        const cj_sheet_plan *p = &plan.sheet[i];
        cj_editing e = { arena, copy, &copy->sheets[p->sheet] };

        assert(p->sheet < book->n_sheets);
        cj_editing_shift(&e, p->shift, p->n_shifts);
        cj_editing_refs(arena, copy, p);
        cj_editing_cells(&e, p->cell, p->n_cells);
        cj_editing_cells(&e, p->fill, p->n_fills);
        cj_editing_notes(&e, p->note, p->n_notes);
    }
    cj_editing_whole(arena, copy, plan.whole, plan.n_whole);
    return copy;
}
