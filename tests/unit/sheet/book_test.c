/* book_test.c - the grid: adding in any order, finding, ranges, what a person sees. */
#include <cj/book.h>
#include <criterion/criterion.h>

static cj_book *book_of(cj_arena *a, const unsigned (*at)[2], size_t n)
{
    cj_book *b = cj_book_new(a, CJ_XLSX);
    cj_sheet *s = cj_book_add_sheet(a, b, CJ_STR("S"));
    size_t i;

    for (i = 0; i < n; i++) {
        cj_book_cell *c = cj_sheet_add(a, s, at[i][0], at[i][1]);

        c->value = CJ_V_TEXT;
        c->text = cj_str_fmt(a, "%zu", i);
    }
    cj_sheet_seal(a, s);
    return b;
}

Test(book, seal_sorts_and_the_last_of_doubles_wins)
{
    static const unsigned at[][2] = {
        { 2, 1 }, { 1, 2 }, { 1, 1 }, { 2, 1 }, { 1, 16384 }
    };
    cj_arena *a = cj_arena_new(0);
    const cj_sheet *s = book_of(a, at, 5)->sheets;

    cr_assert_eq(s->n_cells, 4);
    cr_expect_eq(s->rows, 2);
    cr_expect_eq(s->cols, 16384);
    cr_expect(cj_str_eq(cj_sheet_find(s, 2, 1)->text, CJ_STR("3")));
    cr_expect(cj_str_eq(cj_sheet_cell(s, 0)->text, CJ_STR("2")));
    cr_expect_null(cj_sheet_find(s, 1, 3));
    cr_expect_eq(cj_sheet_from(s, 1, 3), 2);
    cr_expect_eq(cj_sheet_from(s, 3, 1), 4);
    cr_expect_leq(sizeof(cj_book_cell), 40);
    cj_arena_free(a);
}

Test(book, a_large_shuffled_sheet_is_sorted)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = cj_book_new(a, CJ_XLSX);
    cj_sheet *s = cj_book_add_sheet(a, b, CJ_STR("S"));
    unsigned i, n = 5000;

    for (i = 0; i < n; i++)
        cj_sheet_add(a, s, 1 + i * 7919 % n, 1);
    cj_sheet_seal(a, s);
    cr_assert_eq(s->n_cells, n);
    for (i = 0; i < n; i++)
        cr_assert_eq(cj_sheet_cell(s, i)->row, i + 1);
    cj_arena_free(a);
}

Test(book, dates_and_numbers_as_a_person_sees_them)
{
    static const struct {
        cj_value value;
        double number;
        const char *source, *seen;
    } cases[] = {
        { CJ_V_DATE, 45730, "45730", "2025-03-14" },
        { CJ_V_DATE, 45730.395833333336, "45730.395833333336", "2025-03-14 09:30" },
        { CJ_V_DATE, 0.5, "0.5", "12:00" },
        { CJ_V_DATE, 0.99999999, "0.99999999", "1900-01-01" },
        { CJ_V_DATE, -3, "-3", "-3" },
        { CJ_V_NUMBER, 0.1, "0.1", "0.1" },
        { CJ_V_NUMBER, 0.5, "", "0.5" },
        { CJ_V_BOOL, 1, "", "TRUE" },
        { CJ_V_ERROR, 0, "#N/A", "#N/A" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *b = cj_book_new(a, CJ_XLSX);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book_cell c = { .value = cases[i].value, .number = cases[i].number };
        cj_str seen;

        c.text = cj_str_of(cases[i].source);
        seen = cj_book_cell_text(a, b, &c);
        cr_expect(cj_str_eq(seen, cj_str_of(cases[i].seen)), "%s is shown as " CJ_FMT,
                  cases[i].seen, CJ_ARG(seen));
    }
    cj_arena_free(a);
}

Test(book, numbers_show_the_digits_that_excel_shows)
{
    static const struct {
        const char *text, *shown;
        double number;
    } cases[] = {
        { "0.1", "0.1", 0.1 },
        { "0.28999999999999998", "0.29", 0.28999999999999998 },
        { "0.30000000000000004", "0.3", 0.30000000000000004 },
        { "1234.5600000000001", "1234.56", 1234.5600000000001 },
        { "12.50", "12.50", 12.5 },
        { "1234567890123456789", "1234567890123456789", 1234567890123456789.0 },
        { "1.0000000000000001E-20", "1.0000000000000001E-20", 1.0000000000000001E-20 },
        { "", "0.5", 0.5 },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *b = cj_book_new(a, CJ_XLSX);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book_cell c = { .value = CJ_V_NUMBER, .number = cases[i].number };
        cj_str shown;

        c.text = cj_str_of(cases[i].text);
        shown = cj_book_cell_text(a, b, &c);
        cr_expect(cj_str_eq(shown, cj_str_of(cases[i].shown)), "%s: " CJ_FMT, cases[i].text,
                  CJ_ARG(shown));
    }
    cj_arena_free(a);
}

Test(book, merges_and_hidden_parts_hold_their_corners)
{
    static const struct {
        unsigned row, col;
        int merge; /* index, or -1 */
        bool row_hidden, col_hidden;
    } cases[] = {
        { 1, 1, -1, false, false }, { 2, 2, 0, false, false }, { 4, 3, 0, true, true },
        { 5, 3, -1, true, true },   { 4, 4, 1, true, true },   { 6, 5, -1, false, false },
    };
    cj_arena *a = cj_arena_new(0);
    cj_sheet *s = cj_book_add_sheet(a, cj_book_new(a, CJ_XLSX), CJ_STR("S"));
    cj_range merges[] = { { 4, 4, 4, 9 }, { 2, 2, 4, 3 } };
    cj_range rows = { 4, 0, 5, 0 }, cols = { 0, 3, 0, 4 };
    size_t i;

    s->merges = merges;
    s->n_merges = 2;
    s->hidden_rows = &rows;
    s->hidden_cols = &cols;
    s->n_hidden_rows = s->n_hidden_cols = 1;
    cj_sheet_seal(a, s); /* sorts: the taller merge comes first */
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cj_range *m = cj_sheet_merge(s, cases[i].row, cases[i].col);

        cr_expect_eq(m ? (int)(m - s->merges) : -1, cases[i].merge, "%u,%u", cases[i].row,
                     cases[i].col);
        cr_expect_eq(cj_sheet_row_hidden(s, cases[i].row), cases[i].row_hidden);
        cr_expect_eq(cj_sheet_col_hidden(s, cases[i].col), cases[i].col_hidden);
    }
    cj_arena_free(a);
}
