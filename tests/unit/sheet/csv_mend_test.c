/* csv_mend_test.c - stray quotes escaped, everything else byte for byte. */
#include "sheet/csv_mend.h"
#include "sheet/csv_scan.h"
#include <criterion/criterion.h>

Test(csv_mend, only_stray_quotes_change)
{
    static const struct {
        const char *text, *mended;
        size_t n;
        unsigned row, col;
    } cases[] = {
        { "", "", 0, 0, 0 },
        { "a,\"b\r\n\"\"c\",\r\n\n", "a,\"b\r\n\"\"c\",\r\n\n", 0, 0, 0 },
        { "a\n\nb,5\" c,d\r", "a\n\nb,\"5\"\" c\",d\r", 1, 3, 2 },
        { "\"a \"b, c\" d\",e", "\"a \"\"b, c\"\" d\",e", 1, 1, 1 },
        { "\"a\"b,\"c\"", "\"\"\"a\"\"b\",\"c\"", 1, 1, 1 },
        { "\"a\"  ,b", "\"a  \",b", 1, 1, 1 },
        { "a,\"b\nc,d", "a,\"\"\"b\"\nc,d", 1, 1, 2 },
        { "a,\"b\nc", "a,\"b\nc\"", 1, 1, 2 },
        { "\"", "\"\"", 1, 1, 1 },
        { "\"\"\"", "\"\"\"\"", 1, 1, 1 },
        { "\"a\"\"b\nc\"d,e\n", "\"\"\"a\"\"\"\"b\"\n\"c\"\"d\",e\n", 2, 1, 1 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_csv_mends mends;
        cj_str out = cj_csv_mend(a, cj_str_of(cases[i].text), ',', &mends);

        cr_expect_str_eq(cj_str_z(a, out), cases[i].mended, "%s: %s", cases[i].text,
                         cj_str_z(a, out));
        cr_assert_eq(mends.n, cases[i].n, "%s", cases[i].text);
        cr_expect(!mends.n ||
                      (mends.at->row == cases[i].row && mends.at->col == cases[i].col),
                  "%s", cases[i].text);
    }
    cj_arena_free(a);
}

Test(csv_mend, many_places_are_mended_and_some_remembered)
{
    cj_arena *a = cj_arena_new(0);
    size_t i, n = 3 * CJ_MENDS;
    char *p = cj_alloc_text(a, n * 4);
    cj_str text = { p, n * 4 };
    cj_csv_mends mends;

    for (i = 0; i < text.n; i++)
        p[i] = "x\"y\n"[i % 4];
    cr_expect_eq(cj_csv_mend(a, text, ',', &mends).n, n * 7);
    cr_expect_eq(mends.n, CJ_MENDS);
    cr_expect_eq(mends.at[CJ_MENDS - 1].row, CJ_MENDS);
    cj_arena_free(a);
}

Test(csv_mend, places)
{
    static const char text[] = "a,b\r\n\r\n\"c\nd\",e";
    static const unsigned at[][3] = { { 0, 1, 1 }, { 1, 1, 1 },  { 2, 1, 2 }, { 5, 2, 1 },
                                      { 8, 3, 1 }, { 13, 3, 2 }, { 14, 3, 2 } };
    size_t i;

    for (i = 0; i < sizeof at / sizeof *at; i++) {
        uint32_t row, col;

        cj_csv_place(cj_str_of(text), ',', at[i][0], &row, &col);
        cr_expect(row == at[i][1] && col == at[i][2], "%u: %u:%u", at[i][0], row, col);
    }
}
