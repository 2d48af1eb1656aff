/* choose_test.c - which sheet a name or number means. */
#include <cj/book.h>
#include <criterion/criterion.h>

Test(choose, by_name_and_number)
{
    static const struct {
        const char *which;
        int want;
    } cases[] = {
        { "マップ", 0 }, { "Map", 1 }, { "map", 1 }, { " ＭＡＰ ", 1 }, { "2", 3 },
        { "1", 0 },      { "4", 3 },   { "-1", 3 },  { "-4", 0 },       { "-5", -1 },
        { "0", -1 },     { "5", -1 },  { "3x", -1 }, { "-", -1 },       { "Mapp", -1 },
        { "--1", -1 },   { "03", 2 },
    };
    static const char *const names[] = { "マップ", "Map", "KPI", "2" };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = cj_book_new(a, CJ_XLSX);
    size_t i;

    for (i = 0; i < 4; i++)
        cj_book_add_sheet(a, book, cj_str_of(names[i]));
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str which = cj_str_of(cases[i].which);
        unsigned got = 99;
        cj_err err;

        if (cases[i].want < 0)
            cr_expect_eq(cj_book_choose(a, book, which, &got, &err), CJ_EUSAGE, "\"%s\"",
                         cases[i].which);
        else
            cr_expect(cj_book_choose(a, book, which, &got, &err) == CJ_OK &&
                          got == (unsigned)cases[i].want,
                      "\"%s\": %u", cases[i].which, got);
    }
    cj_arena_free(a);
}
