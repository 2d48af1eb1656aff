/* edits_test.c - lists of edits: what moves, and where each cell's edit ends up. */
#include "sheet/edits.h"
#include <criterion/criterion.h>

static const cj_edit *only(const cj_edit_plan *plan, size_t n_cells)
{
    cr_assert_eq(plan->n_sheets, 1);
    cr_assert_eq(plan->sheet[0].n_cells, n_cells, "%zu cells", plan->sheet[0].n_cells);
    return plan->sheet[0].cell;
}

Test(edits, cells_follow_what_moves_after_them)
{
    static const struct {
        const char *name;
        cj_edit move;
        unsigned row, col, to_row, to_col; /* to_row 0: gone */
    } cases[] = {
        { "rows come above",
          { .kind = CJ_EDIT_ROWS_IN, .row = 3, .count = 2 },
          3,
          1,
          5,
          1 },
        { "rows come below",
          { .kind = CJ_EDIT_ROWS_IN, .row = 4, .count = 2 },
          3,
          1,
          3,
          1 },
        { "rows go above", { .kind = CJ_EDIT_ROWS_OUT, .row = 1, .count = 2 }, 3, 1, 1, 1 },
        { "its row goes", { .kind = CJ_EDIT_ROWS_OUT, .row = 3, .count = 1 }, 3, 1, 0, 0 },
        { "columns come", { .kind = CJ_EDIT_COLS_IN, .col = 1, .count = 1 }, 3, 1, 3, 2 },
        { "its column goes",
          { .kind = CJ_EDIT_COLS_OUT, .col = 1, .count = 1 },
          3,
          1,
          0,
          0 },
        { "a record behind it",
          { .kind = CJ_EDIT_APPEND, .row = 3, .count = 1 },
          3,
          1,
          3,
          1 },
        { "a record before", { .kind = CJ_EDIT_APPEND, .row = 2, .count = 1 }, 3, 1, 4, 1 },
        { "past the end",
          { .kind = CJ_EDIT_ROWS_IN, .row = 1, .count = CJ_MOST_ROWS },
          3,
          1,
          0,
          0 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_edit edits[2] = { { .kind = CJ_EDIT_TEXT,
                               .row = cases[i].row,
                               .col = cases[i].col,
                               .text = CJ_STR("x") },
                             cases[i].move };
        cj_edit_plan plan;
        const cj_edit *cell;

        cj_edits_plan(a, edits, 2, &plan);
        cr_assert_eq(plan.sheet[0].n_shifts, 1, "%s", cases[i].name);
        cell = only(&plan, cases[i].to_row != 0);
        if (cases[i].to_row)
            cr_assert(cell->row == cases[i].to_row && cell->col == cases[i].to_col,
                      "%s: %u:%u", cases[i].name, cell->row, cell->col);
        cj_arena_free(a);
    }
}

Test(edits, what_comes_after_a_move_stays_where_it_says)
{
    cj_arena *a = cj_arena_new(0);
    cj_edit edits[] = {
        { .kind = CJ_EDIT_TEXT, .row = 5, .col = 1, .text = CJ_STR("first") },
        { .kind = CJ_EDIT_ROWS_IN, .row = 5, .count = 1 },
        { .kind = CJ_EDIT_TEXT, .row = 5, .col = 1, .text = CJ_STR("new row") },
        { .kind = CJ_EDIT_TEXT, .row = 6, .col = 1, .text = CJ_STR("again") },
        { .kind = CJ_EDIT_FILL, .row = 6, .col = 1, .fill = 0xff0000 },
        { .kind = CJ_EDIT_NOTE, .row = 1, .col = 1, .text = CJ_STR("n") },
    };
    cj_edit_plan plan;
    const cj_edit *cell;

    cj_edits_plan(a, edits, sizeof edits / sizeof *edits, &plan);
    cell = only(&plan, 2);
    cr_assert(cj_str_eq(cell[0].text, CJ_STR("new row")) && cell[0].row == 5);
    cr_assert(cj_str_eq(cell[1].text, CJ_STR("again")) && cell[1].row == 6);
    cr_assert(plan.sheet[0].n_fills == 1 && plan.sheet[0].n_notes == 1);
    cj_arena_free(a);
}

Test(edits, a_sheet_that_goes_has_no_cells_to_edit)
{
    cj_arena *a = cj_arena_new(0);
    cj_edit edits[] = {
        { .kind = CJ_EDIT_TEXT, .sheet = 1, .row = 1, .col = 1 },
        { .kind = CJ_EDIT_TEXT, .sheet = 2, .row = 1, .col = 1 },
        { .kind = CJ_EDIT_SHEET_OUT, .sheet = 1 },
        { .kind = CJ_EDIT_SHEET, .sheet = CJ_NO_SHEET },
        { .kind = CJ_EDIT_PROPERTY, .name = CJ_STR("a") },
    };
    cj_edit_plan plan;

    cj_edits_plan(a, edits, sizeof edits / sizeof *edits, &plan);
    cr_assert(plan.n_sheets == 1 && plan.sheet[0].sheet == 2);
    cr_assert_eq(plan.n_whole, 3);
    cj_edits_plan(a, NULL, 0, &plan);
    cr_assert(plan.n_sheets == 0 && plan.n_whole == 0);
    cj_arena_free(a);
}
