/* xlsx_rows_test.c - widths and heights of a new sheet. */
#include <criterion/criterion.h>
#include "sample_book.h"
#include "sheet/xlsx_rows.h"

static sample fresh(cj_arena *a)
{
    sample s = { a, cj_book_new(a, CJ_XLSX), NULL };

    s.book->lang = CJ_JA;
    s.sheet = cj_book_add_sheet(a, s.book, CJ_STR("S"));
    return s;
}

Test(xlsx_rows, widths)
{
    cj_arena *a = cj_arena_new(0);
    sample s = fresh(a);
    double given[] = { 0, 12 };
    cj_measures m;

    put(&s, 1, 1, CJ_ROLE_TITLE, "とても長い題名でも、となりが空いていれば列を広げません");
    put(&s, 2, 1, CJ_ROLE_CELL, "短い");
    put(&s, 2, 2, CJ_ROLE_CELL,
        "幅が決まっている列の中の長い文章はその幅のまま折り返します");
    put(&s, 2, 3, CJ_ROLE_CELL, "カスタマーサクセス担当者");
    put(&s, 2, 4, CJ_ROLE_CELL,
        "どれほど長い文章でも、列の幅は六十文字分までにとどめます。それより長い文章は折り返して、"
        "行の高さを増やします。");
    s.sheet->look.width = given;
    s.sheet->look.n_widths = 2;
    cj_sheet_seal(a, s.sheet);
    m = cj_xlsx_measure(a, s.book, s.sheet);
    cr_assert_eq(m.n_widths, 4);
    cr_expect_float_eq(m.width[0], 8, 0.01);
    cr_expect_float_eq(m.width[1], 12, 0.01);
    cr_expect(m.width[2] > 22 && m.width[2] < 28, "%g", m.width[2]);
    cr_expect_float_eq(m.width[3], 60, 0.01);
    cj_arena_free(a);
}

Test(xlsx_rows, heights)
{
    cj_arena *a = cj_arena_new(0);
    sample s = fresh(a);
    double given[] = { 20, 20, 20 };
    char *vast = cj_alloc_text(a, 3001);
    cj_measures m;

    memset(vast, '\n', 3000);
    vast[3000] = 0;
    put(&s, 1, 1, CJ_ROLE_CELL, "一行");
    put(&s, 2, 1, CJ_ROLE_CELL, "一行\n二行\n三行");
    put(&s, 3, 1, CJ_ROLE_CELL, vast);
    put(&s, 4, 1, CJ_ROLE_CELL, "三つの列にまたがるので、折り返さなくても一行に収まる");
    merge(&s, (cj_range){ 4, 1, 4, 3 });
    put(&s, 5, 1, CJ_ROLE_CELL, "1\n2\n3\n4\n5\n6\n7\n8"); /* over two rows */
    put(&s, 5, 2, CJ_ROLE_CELL, "一行");
    merge(&s, (cj_range){ 5, 1, 6, 1 });
    put(&s, 6, 2, CJ_ROLE_CELL, "一行");
    put_number(&s, 7, 1, CJ_ROLE_SCORE, 12345678901234567890.0);
    s.sheet->look.width = given;
    s.sheet->look.n_widths = 3;
    cj_sheet_seal(a, s.sheet);
    m = cj_xlsx_measure(a, s.book, s.sheet);
    cr_assert_eq(m.n_heights, 7);
    cr_expect(m.height[0] > 18 && m.height[0] < 26, "%g", m.height[0]);
    cr_expect(m.height[1] > 2.5 * m.height[0], "%g", m.height[1]);
    cr_expect_float_eq(m.height[2], 409, 0.01);
    cr_expect_float_eq(m.height[3], m.height[0], 0.01);
    cr_expect_float_eq(m.height[4], m.height[0], 0.01);
    cr_expect(m.height[4] + m.height[5] > 8 * 17, "%g", m.height[5]);
    cr_expect_float_eq(m.height[6], m.height[0], 0.01);
    cj_arena_free(a);
}

Test(xlsx_rows, blanks_have_room_to_write)
{
    cj_arena *a = cj_arena_new(0);
    sample s = fresh(a);
    cj_measures m;

    put(&s, 1, 1, CJ_ROLE_LABEL, "行動");
    put(&s, 1, 2, CJ_ROLE_CELL, "");
    put(&s, 2, 1, CJ_ROLE_FIELD, "");
    put(&s, 3, 1, CJ_ROLE_META_LABEL, "年齢");
    put(&s, 3, 2, CJ_ROLE_META, "");
    put(&s, 4, 1, CJ_ROLE_META, ""); /* above a grid: as long as that is wide */
    merge(&s, (cj_range){ 4, 1, 4, 2 });
    put(&s, 5, 1, CJ_ROLE_CELL, "書いてある");
    cj_sheet_seal(a, s.sheet);
    m = cj_xlsx_measure(a, s.book, s.sheet);
    cr_expect_float_eq(m.height[0], 45, 0.01);
    cr_expect_float_eq(m.height[1], 22, 0.01);
    cr_expect_float_eq(m.height[2], 28, 0.01);
    cr_expect(m.height[3] < 22, "%g", m.height[3]);
    cr_expect(m.height[4] < 22, "%g", m.height[4]);
    cj_arena_free(a);
}

/* Excel has no row higher than 409 points: wider columns first, then smaller letters. */
Test(xlsx_rows, what_no_row_is_high_enough_for)
{
    cj_arena *a = cj_arena_new(0);
    sample s = fresh(a);
    double given[] = { 30, 30 };
    char *prose = cj_alloc_text(a, 1200 * 3 + 1), *list = cj_alloc_text(a, 30 * 2 + 1);
    cj_measures m;
    int i;

    for (i = 0; i < 1200; i++)
        memcpy(prose + 3 * i, "あ", 3);
    for (i = 0; i < 30; i++)
        memcpy(list + 2 * i, "1\n", 2);
    prose[1200 * 3] = list[59] = 0;
    put(&s, 1, 1, CJ_ROLE_CELL, prose);
    put(&s, 2, 2, CJ_ROLE_CELL, list);
    s.sheet->look.width = given;
    s.sheet->look.n_widths = 2;
    cj_sheet_seal(a, s.sheet);
    m = cj_xlsx_measure(a, s.book, s.sheet);
    cr_expect(m.width[0] > 100 && m.width[0] <= 160, "%g", m.width[0]);
    cr_expect(m.height[0] <= 409, "%g", m.height[0]);
    cr_expect_float_eq(m.width[1], 30, 0.01);
    cr_expect(m.height[1] <= 409, "%g", m.height[1]);
    cr_assert_not_null(m.small);
    cr_expect_eq(m.small[0], 0);
    cr_expect(m.small[1] > 0);
    cr_expect(cj_xlsx_smaller(m.small[1]) < 1);
    cj_arena_free(a);
}

/* A column without room would break its text behind every letter. */
Test(xlsx_rows, hidden_columns_take_no_height)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = cj_book_new(a, CJ_XLSX);
    cj_sheet *s = cj_book_add_sheet(a, book, CJ_STR("S"));
    cj_range hidden = { 0, 2, 0, 3 }, merge = { 2, 2, 2, 3 };
    cj_measures m;
    unsigned row, col;

    for (row = 1; row <= 3; row++)
        for (col = 1; col <= (row < 3 ? 2 : 1); col++) {
            cj_book_cell *c = cj_sheet_add(a, s, row, col);

            c->value = CJ_V_TEXT;
            c->text = col == 1 ? CJ_STR("a") : CJ_STR("what nobody sees in this row");
        }
    s->hidden_cols = &hidden;
    s->n_hidden_cols = 1;
    s->merges = &merge;
    s->n_merges = 1;
    cj_sheet_seal(a, s);
    m = cj_xlsx_measure(a, book, s);
    cr_expect_float_eq(m.height[0], m.height[2], 0.01, "%g", m.height[0]);
    cr_expect_float_eq(m.height[1], m.height[2], 0.01, "%g", m.height[1]);
    cj_arena_free(a);
}
