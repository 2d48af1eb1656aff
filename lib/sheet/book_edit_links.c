/* book_edit_links.c - links to places in the book, where rows or columns come or go. */
#include "sheet/book_edit.h"
#include "sheet/formula.h"

/* The target of a link ("#Sheet2!A1") after the shifts; as it was where the cell is gone: there is no better
 * place. */
static cj_str shifted(cj_arena *arena, cj_str target, const cj_formula_place *place,
                      const cj_shift *shift, size_t n)
{
    cj_str was, is;
    size_t i;

    if (!cj_str_starts(target, CJ_STR("#")))
        return target;
    was = is = cj_str_from(target, 1);
    for (i = 0; i < n; i++) {
        cj_str next = cj_formula_shift(arena, is, place, &shift[i]);

        is = cj_str_has(next, CJ_STR("#REF!")) ? is : next;
    }
    return cj_str_eq(was, is) ? target : cj_str_fmt(arena, "#" CJ_FMT, CJ_ARG(is));
}

void cj_editing_links(cj_editing *e, const cj_shift *shift, size_t n)
{
    size_t k, i;

    for (k = 0; k < e->book->n_sheets; k++) {
        cj_sheet *s = &e->book->sheets[k];
        cj_formula_place place = { .sheet = s->name, .moved = e->is->name };
        cj_book_link *links = CJ_NEW_N(e->arena, cj_book_link, s->n_links + 1);

        for (i = 0; i < s->n_links; i++) {
            links[i] = s->links[i];
            links[i].target = shifted(e->arena, links[i].target, &place, shift, n);
        }
        s->links = links;
        s->cap_links = s->n_links;
    }
}
