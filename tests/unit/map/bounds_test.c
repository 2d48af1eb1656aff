/* bounds_test.c - what keeps books of many sheets and sheets of many cells from costing much. */
#include "../make_book.h"
#include "base/buf.h"
#include "map/window.h"
#include <criterion/criterion.h>

#define GRID "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n課題\te\tf\n"

enum { MAPS = 70, ROWS = 10000 };

/* 70 maps beside 20,001 cells of KPI: a million cells are enough for the first and 49 more. */
Test(bounds, maps_share_a_ration_of_section_cells)
{
    cj_arena *a = cj_arena_new(0);
    cj_maps maps;
    cj_buf b;
    size_t i, all = 0;

    cj_buf_init(&b, a);
    cj_buf_z(&b, GRID);
    for (i = 1; i < MAPS; i++)
        cj_buf_fmt(&b, "=== m%zu\n%s", i, GRID);
    cj_buf_z(&b, "=== KPI\nKPI\t目標\n");
    for (i = 1; i < ROWS; i++)
        cj_buf_z(&b, "k\t1\n");
    cj_buf_byte(&b, 0);
    cr_assert_eq(cj_maps_find(a, make_book(a, b.p), NULL, &maps, NULL), CJ_OK);
    cr_assert_eq(maps.n, MAPS);
    cr_expect_eq(maps.map[0].n_sections, 1);
    for (i = 0; i < maps.n; i++)
        all += maps.map[i].n_sections;
    cr_expect_eq(all, 50, "%zu", all);
    cj_arena_free(a);
}

Test(bounds, a_window_is_small)
{
    cj_arena *a = cj_arena_new(0);
    cj_window *w;
    cj_buf b;
    int i, j;

    cj_buf_init(&b, a);
    for (i = 0; i < 1000; i++, cj_buf_byte(&b, '\n'))
        for (j = 0; j < 100; j++)
            cj_buf_z(&b, j ? "\tゴール" : "ゴール");
    cj_buf_byte(&b, 0);
    w = cj_window_open(a, make_book(a, b.p), 0, 1);
    cr_expect_eq(w->rows, CJ_WINDOW_ROWS);
    cr_expect_eq(w->cols, CJ_WINDOW_COLS);
    cj_arena_free(a);
}
