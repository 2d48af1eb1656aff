/* book_edit_refs.c - what all sheets of a copied book say of cells that have moved: links, and lists in cells. */
#include "sheet/book_edit.h"
#include "sheet/formula.h"

/* The sheets as the book names them before and after; one of them moves. */
typedef struct referring {
    cj_arena *arena;
    cj_formula_place place;
    const cj_sheet_plan *plan;
} referring;

static cj_str moved(const referring *r, cj_str formula)
{
    size_t i;

    for (i = 0; i < r->plan->n_shifts; i++)
        formula = cj_formula_shift(r->arena, formula, &r->place, &r->plan->shift[i]);
    return formula;
}

/* A link to a cell that is gone leads where it led: there is no better place. */
static cj_str led(const referring *r, cj_str target)
{
    size_t i;

    for (i = 0; i < r->plan->n_shifts; i++) {
        cj_str is = cj_formula_shift(r->arena, target, &r->place, &r->plan->shift[i]);

        target = cj_str_has(is, CJ_STR("#REF!")) ? target : is;
    }
    return target;
}

static void move_links(const referring *r, cj_sheet *s)
{
    cj_book_link *links = NULL;
    size_t i;

    for (i = 0; i < s->n_links; i++) {
        cj_str was = s->links[i].target, is;

        if (!cj_str_starts(was, CJ_STR("#")))
            continue;
        is = led(r, cj_str_from(was, 1));
        if (is.p == was.p + 1)
            continue;
        if (!links) {
            links = CJ_NEW_N(r->arena, cj_book_link, s->n_links);
            memcpy(links, s->links, s->n_links * sizeof *links);
        }
        links[i].target = cj_str_fmt(r->arena, "#" CJ_FMT, CJ_ARG(is));
    }
    if (links) {
        s->links = links;
        s->cap_links = s->n_links;
    }
}

static void move_choices(const referring *r, cj_sheet *s)
{
    cj_choice *choices = NULL;
    size_t i;

    for (i = 0; i < s->look.n_choices; i++) {
        cj_str was = s->look.choices[i].from, is;

        if (!cj_str_starts(was, CJ_STR("=")))
            continue;
        is = moved(r, cj_str_from(was, 1));
        if (is.p == was.p + 1)
            continue;
        if (!choices) {
            choices = CJ_NEW_N(r->arena, cj_choice, s->look.n_choices);
            memcpy(choices, s->look.choices, s->look.n_choices * sizeof *choices);
        }
        choices[i].from = cj_str_fmt(r->arena, "=" CJ_FMT, CJ_ARG(is));
    }
    if (choices) {
        s->look.choices = choices;
        s->look.cap_choices = s->look.n_choices;
    }
}

void cj_editing_refs(cj_arena *arena, cj_book *book, const cj_sheet_plan *plan)
{
    cj_str *order;
    size_t i;

    if (!plan->n_shifts)
        return;
    order = CJ_NEW_N(arena, cj_str, book->n_sheets + 1);
    for (i = 0; i < book->n_sheets; i++)
        order[i] = book->sheets[i].name;
    for (i = 0; i < book->n_sheets; i++) {
        referring r = { arena,
                        { order[i], order[plan->sheet], order, book->n_sheets },
                        plan };

        move_links(&r, &book->sheets[i]);
        move_choices(&r, &book->sheets[i]);
    }
}
