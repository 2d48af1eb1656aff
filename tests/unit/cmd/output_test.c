/* output_test.c - when there are colours, and how wide a page is. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <stdlib.h>

enum { AUTO = 1, ALWAYS, NEVER };

static void set(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

Test(output, colours)
{
    static const struct {
        unsigned color;
        const char *no_color, *force, *term;
        bool want;
    } cases[] = {
        { 0, NULL, NULL, "xterm", false },    { AUTO, NULL, NULL, "xterm", false },
        { ALWAYS, NULL, NULL, "dumb", true }, { ALWAYS, "1", NULL, "xterm", true },
        { NEVER, NULL, "1", "xterm", false }, { 0, NULL, "1", "dumb", true },
        { 0, NULL, "0", "xterm", false },     { 0, NULL, "", "xterm", false },
        { 0, "1", "1", "xterm", false },      { 0, "", "1", "xterm", true },
    };
    FILE *out = tmpfile();
    size_t i;

    cr_assert_not_null(out);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_run run = { .shared = { .color = cases[i].color } };

        set("NO_COLOR", cases[i].no_color);
        set("CLICOLOR_FORCE", cases[i].force);
        set("TERM", cases[i].term);
        cr_expect_eq(cj_wants_color(&run, out), cases[i].want, "case %zu", i);
    }
    fclose(out);
}

Test(output, width)
{
    static const struct {
        const char *columns;
        unsigned want;
    } cases[] = {
        { NULL, 0 }, { "", 0 },    { "60", 60 },   { "5", 0 },
        { "x", 0 },  { "-80", 0 }, { "200", 200 }, { "99999999999999999999", 0 }
    };
    FILE *out = tmpfile();
    size_t i;

    cr_assert_not_null(out);
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        set("COLUMNS", cases[i].columns);
        cr_expect_eq(cj_columns(out), cases[i].want, "COLUMNS=%s: %u",
                     cases[i].columns ? cases[i].columns : "(unset)", cj_columns(out));
    }
    fclose(out);
}
