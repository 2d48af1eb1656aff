/* carried_test.c - how what cannot be carried is named. */
#include "common/tool.h"
#include <criterion/criterion.h>

static cj_book *read(cj_arena *a, const char *path)
{
    cj_read_options how = cj_read_options_default();
    cj_book *book;
    cj_err err;

    how.extras = true;
    cr_assert_eq(cj_book_read(a, path, &how, &book, &err), CJ_OK, "%s", path);
    return book;
}

Test(carried, what_a_new_file_would_lack)
{
    static const struct {
        const char *path, *en, *ja;
    } cases[] = {
        { "tests/data/maps/loaded.xlsx",
          "1 formula (マップ!B6; its value stays), 1 conditional format (マップ), 1 chart "
          "(マップ), 1 picture (マップ)",
          "数式1か所（マップ!B6、値は残ります）、条件付き書式1か所（マップ）、グラフ1点（マップ）、画像1点"
          "（マップ）" },
        { "tests/data/maps/loaded.xlsm",
          "1 formula (マップ!B6; its value stays), macros, 1 conditional format (マップ), 1 "
          "chart (マップ), 1 picture (マップ)",
          "数式1か所（マップ!B6、値は残ります）、マクロ、条件付き書式1か所（マップ）、グラフ1点（マップ）、"
          "画像1点（マップ）" },
        { "tests/data/samples/02_good_ja.csv", "", "" },
        { "tests/data/maps/two.xlsx", "", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book *book = read(a, cases[i].path);
        cj_str en = cj_not_carried(a, book, CJ_EN), ja = cj_not_carried(a, book, CJ_JA);

        cr_expect(cj_str_eq(en, cj_str_of(cases[i].en)), "%s: " CJ_FMT, cases[i].path,
                  CJ_ARG(en));
        cr_expect(cj_str_eq(ja, cj_str_of(cases[i].ja)), "%s: " CJ_FMT, cases[i].path,
                  CJ_ARG(ja));
    }
    cj_arena_free(a);
}

Test(carried, things_of_a_kind_are_counted_once_and_ours_not_at_all)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = cj_book_new(a, CJ_XLSX);
    cj_text ole = { "embedded object", "埋め込みオブジェクト" };
    cj_extra all[] = {
        { .kind = CJ_EXTRA_CHART, .sheet = 0, .n = 1, .what = CJ_STR("A") },
        { .kind = CJ_EXTRA_CHART, .sheet = 0, .n = 1, .what = CJ_STR("B") },
        { .kind = CJ_EXTRA_CHART, .sheet = 0, .n = 1, .ours = true },
        { .kind = CJ_EXTRA_OTHER, .sheet = CJ_NO_SHEET, .n = 2, .other = ole },
    };
    cj_str got;

    cj_sheet_seal(a, cj_book_add_sheet(a, book, CJ_STR("Map")));
    book->extras = all;
    book->n_extras = sizeof all / sizeof *all;
    got = cj_not_carried(a, book, CJ_EN);
    cr_expect(cj_str_eq(got, CJ_STR("2 charts (Map), 2 × embedded object")), CJ_FMT,
              CJ_ARG(got));
    got = cj_not_carried(a, book, CJ_JA);
    cr_expect(cj_str_eq(got, CJ_STR("グラフ2点（Map）、埋め込みオブジェクト2点")), CJ_FMT,
              CJ_ARG(got));
    cj_arena_free(a);
}

Test(carried, properties_that_excel_does_not_take)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = cj_book_new(a, CJ_XLSX);
    char value[257] = "";
    size_t i;

    for (i = 0; i < 256; i++)
        value[i] = 'a';
    cj_book_set_property(a, book, CJ_STR("Team"), cj_str_cut(cj_str_of(value), 0, 255));
    cr_expect_eq(cj_not_carried(a, book, CJ_EN).n, 0);
    cj_book_set_property(a, book, CJ_STR("KeyPoints"), cj_str_of(value));
    cr_expect(cj_str_eq(cj_not_carried(a, book, CJ_EN),
                        CJ_STR("1 document property of more than 255 characters")));
    cr_expect(cj_str_eq(cj_not_carried(a, book, CJ_JA),
                        CJ_STR("255文字を超えるドキュメントのプロパティ1件")));
    cj_arena_free(a);
}
