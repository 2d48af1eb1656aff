/* samples_test.c - one map saved by three programs reads as the same cells. */
#include <cj/read.h>
#include <criterion/criterion.h>

static const cj_sheet *first_sheet(cj_arena *a, const char *path, cj_book **book)
{
    cj_read_options options = cj_read_options_default();
    cj_err err;

    cr_assert_eq(cj_book_read(a, path, &options, book, &err), CJ_OK, "%s: " CJ_FMT, path,
                 CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    cr_assert_geq((*book)->n_sheets, 1u, "%s", path);
    return &(*book)->sheets[0];
}

Test(samples, same_cells_from_every_program)
{
    static const char *const paths[] = {
        "tests/data/samples/01_seed_sample.openpyxl.xlsx",
        "tests/data/samples/01_seed_sample.libreoffice.xlsx",
        "tests/data/samples/01_seed_sample.xls",
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *csv, *book;
    const cj_sheet *want = first_sheet(a, "tests/data/samples/01_seed_sample.csv", &csv),
                   *got;
    size_t i, j;

    cr_expect_eq(want->n_cells, 40u);
    for (i = 0; i < sizeof paths / sizeof *paths; i++) {
        got = first_sheet(a, paths[i], &book);
        cr_expect(cj_str_eq(got->name, CJ_STR("ジャーニーマップ")), "%s", paths[i]);
        cr_assert_eq(got->n_cells, want->n_cells, "%s: %zu cells", paths[i], got->n_cells);
        for (j = 0; j < want->n_cells; j++) {
            const cj_book_cell *x = cj_sheet_cell(want, j), *y = cj_sheet_cell(got, j);

            cr_expect(
                x->row == y->row && x->col == y->col &&
                    cj_str_eq(cj_book_cell_text(a, csv, x), cj_book_cell_text(a, book, y)),
                "%s: row %u column %u: " CJ_FMT, paths[i], y->row, y->col, CJ_ARG(y->text));
        }
    }
    cj_arena_free(a);
}
