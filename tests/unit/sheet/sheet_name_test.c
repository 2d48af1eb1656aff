/* sheet_name_test.c - names that Excel takes, as near to the wanted ones as can be. */
#include <cj/book.h>
#include <criterion/criterion.h>
#include "sheet/sheet_name.h"

Test(sheet_name, fit)
{
    static const struct {
        const char *wanted, *want;
    } cases[] = {
        { "Map", "Map (3)" }, /* the book has Map and map (2) */
        { "ＭＡＰ", "ＭＡＰ (3)" },
        { "Guide", "Guide" },
        { "Q1/Q2 [draft]: *?\\", "Q1／Q2 ［draft］： ＊？＼" },
        { "'quoted'", "quoted" },
        { " ' spaced ' ", "spaced" },
        { "", "Sheet" },
        { "''", "Sheet" },
        { "a\nb", "a b" },
        { "history", "Change log" },
        { "History 2024", "History 2024" },
        { "1234567890123456789012345678901", "1234567890123456789012345678901" },
        { "1234567890123456789012345678901234", "1234567890123456789012345678901" },
        { "12345678901234567890123456789 '''''", "12345678901234567890123456789" },
        { "123456789012345678901234567890𠮷", "123456789012345678901234567890" },
        { "Twenty-eight characters long", "Twenty-eight characters lon (2)" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = cj_book_new(a, CJ_XLSX);
    size_t i;

    cj_book_add_sheet(a, book, CJ_STR("Map"));
    cj_book_add_sheet(a, book, CJ_STR("map (2)"));
    cj_book_add_sheet(a, book, CJ_STR("twenty-eight characters long"));
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str got = cj_sheet_name_fit(a, book, cj_str_of(cases[i].wanted));

        cr_expect(cj_str_eq(got, cj_str_of(cases[i].want)), "\"%s\": \"%.*s\"",
                  cases[i].wanted, CJ_ARG(got));
        cr_expect(cj_sheet_name_opens(got));
    }
    cj_arena_free(a);
}
