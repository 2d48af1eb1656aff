/* wild_test.c - maps as people keep them (tests/data/wild): nothing is lost, twice is the same. */
#include "laid.h"
#include <glob.h>
#include <string.h>

static void try_file(const char *path, bool csv, bool transpose, cj_lang lang)
{
    laid l = { .arena = cj_arena_new(0), .transpose = transpose, .lang = lang };
    cj_read_options how = cj_read_options_default();
    cj_book *book;
    cj_maps maps;
    cj_err err;

    cr_assert_eq(cj_book_read(l.arena, path, &how, &book, &err), CJ_OK, "%s", path);
    cr_assert_eq(cj_maps_find(l.arena, book, NULL, &maps, &err), CJ_OK, "%s", path);
    if (!csv || maps.n == 1) { /* a CSV has room for one */
        laid_book(&l, book, csv);
        cr_assert_eq(laid_lost(&l), 0u, "%s", path);
        laid_sound(&l, csv);
    }
    cj_arena_free(l.arena);
}

Test(wild, nothing_is_lost_and_twice_is_the_same)
{
    glob_t found;
    size_t i;

    cr_assert_eq(glob("tests/data/wild/*", 0, NULL, &found), 0);
    cr_assert(found.gl_pathc > 20);
    for (i = 0; i < found.gl_pathc; i++) {
        try_file(found.gl_pathv[i], false, false, CJ_LANG_AUTO);
        try_file(found.gl_pathv[i], false, true, CJ_EN);
        try_file(found.gl_pathv[i], true, false, CJ_LANG_AUTO);
        try_file(found.gl_pathv[i], true, true, CJ_EN);
    }
    globfree(&found);
}

/* Filled in Japanese, asked for in English: the next run, which is asked for nothing, leaves it so. */
Test(wild, a_workbook_keeps_the_language_of_its_labels)
{
    static const struct {
        const char *goal;
        cj_lang lang;
    } cases[] = { { "Customer Goal", CJ_EN }, { "顧客のゴール", CJ_JA } };
    size_t i;

    for (i = 0; i < 2; i++) {
        laid l = { .arena = cj_arena_new(0), .lang = cases[i].lang },
             twice = { .arena = l.arena };
        cj_read_options how = cj_read_options_default();
        unsigned sheet;
        cj_book *book;
        cj_err err;

        cr_assert_eq(
            cj_book_read(l.arena, "tests/data/wild/long-list.xlsx", &how, &book, &err),
            CJ_OK);
        laid_book(&l, book, false);
        laid_book(&twice, l.again, false);
        cr_expect(laid_find(&twice, cases[i].goal, &sheet));
        cr_expect(cj_str_eq(l.bytes, twice.bytes), "the second run gives other bytes");
        cj_arena_free(l.arena);
    }
}

/* Labels that somebody has put into another language since are what counts. */
Test(wild, other_labels_are_in_another_language)
{
    laid l = { .arena = cj_arena_new(0) };
    unsigned sheet;
    cj_book *book = make_book(l.arena, "項目\t導入期\t更新期\n顧客のゴール\tあ\tい\n"
                                       "行動\tう\tえ\n課題・ペイン\tお\tか\n");

    cj_book_set_property(l.arena, book, CJ_STR("cjmap.lang"), CJ_STR("en"));
    laid_book(&l, book, false);
    cr_expect(laid_find(&l, "顧客のゴール", &sheet));
    cj_arena_free(l.arena);
}
