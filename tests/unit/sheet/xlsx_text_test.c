/* xlsx_text_test.c - _xHHHH_ escapes, decoded exactly once. */
#include "sheet/xlsx_text.h"
#include <criterion/criterion.h>
#include <string.h>

Test(xlsx_text, escapes)
{
    static const struct {
        const char *in, *out;
    } cases[] = {
        { "", "" },
        { "plain", "plain" },
        { "_x000D_", "\r" },
        { "_x000a_", "\n" },
        { "a_x0041_b", "aAb" },
        { "_x3042_", "あ" },
        { "_x005F_x000D_", "_x000D_" },
        { "_x005f_x005F_", "_x005F_" },
        { "_x0041__x0042_", "AB" },
        { "__x0041_", "_A" },
        { "_x0041", "_x0041" },
        { "_x004_", "_x004_" },
        { "_x00G1_", "_x00G1_" },
        { "_X0041_", "A" },
        { "snake_case_name_", "snake_case_name_" },
        { "_xD83D__xDE00_", "😀" },
        { "_xD83D_", "_xD83D_" },
        { "_xDE00_", "_xDE00_" },
        { "_xD83D__x0041_", "_xD83D_A" },
        { "導入_x3042_期", "導入あ期" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[64];
        size_t n;

        strcpy(text, cases[i].in);
        n = cj_xstring_decode(text, strlen(text));
        cr_expect(n == strlen(cases[i].out) && memcmp(text, cases[i].out, n) == 0,
                  "%s: %.*s", cases[i].in, (int)n, text);
    }
}
