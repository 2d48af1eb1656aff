/* likeness_test.c - how much two texts are alike. */
#include "base/likeness.h"
#include <criterion/criterion.h>

Test(likeness, percent)
{
    static const struct {
        const char *a, *b;
        unsigned want;
    } cases[] = {
        { "night", "nacht", 25 },
        { "", "", 0 },
        { "a", "a", 100 },
        { "a", "b", 0 },
        { "a", "", 0 },
        { "aaaa", "aa", 50 },
        { "専門用語が難しい", "専門用語が難しい", 100 },
        { "専門用語が難しい", "専門用語がむずかしい", 62 },
        { "価格が高い", "専門用語が難しい", 0 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_pairs x = cj_pairs_of(a, cj_str_of(cases[i].a));
        cj_pairs y = cj_pairs_of(a, cj_str_of(cases[i].b));

        cr_expect_eq(cj_likeness(&x, &y), cases[i].want, "\"%s\" and \"%s\": %u, not %u",
                     cases[i].a, cases[i].b, cj_likeness(&x, &y), cases[i].want);
        cr_expect_eq(cj_likeness(&y, &x), cases[i].want, "\"%s\" and \"%s\"", cases[i].b,
                     cases[i].a);
    }
    cj_arena_free(a);
}

Test(likeness, long_texts_are_bounded)
{
    cj_arena *a = cj_arena_new(1u << 20);
    char text[100000];
    cj_pairs x;

    memset(text, 'x', sizeof text);
    x = cj_pairs_of(a, (cj_str){ text, sizeof text });
    cr_expect_lt(x.n, 1000);
    cj_arena_free(a);
}
