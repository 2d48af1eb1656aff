/* closest_test.c - "did you mean". */
#include <cj/str.h>
#include <criterion/criterion.h>
#include <string.h>

Test(closest, finds_the_near_and_refuses_the_far)
{
    static const char *const names[] = { "format",       "fail-on",   "profile", "lang",
                                         "min-severity", "no-config", "q" };
    static const struct {
        const char *wrong, *want;
    } cases[] = {
        { "fromat", "format" },
        { "FORMAT", "format" },
        { "min_severity", "min-severity" },
        { "lnag", "lang" },
        { "prof", "profile" },
        { "form", "format" },
        { "xyzzy", NULL },
        { "", NULL },
        { "x", NULL },
        { "minseverity", "min-severity" },
        { "config", "no-config" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got =
            cj_closest(cj_str_of(cases[i].wrong), names, sizeof names / sizeof *names);

        cr_expect(got == cases[i].want ||
                      (got && cases[i].want && !strcmp(got, cases[i].want)),
                  "\"%s\": %s, not %s", cases[i].wrong, got ? got : "(none)",
                  cases[i].want ? cases[i].want : "(none)");
    }
}

Test(closest, a_very_long_word_is_like_nothing)
{
    static const char *const names[] = { "format" };
    char wrong[200];
    cj_str s = { wrong, sizeof wrong };

    memset(wrong, 'f', sizeof wrong);
    cr_expect_null(cj_closest(s, names, 1));
}
