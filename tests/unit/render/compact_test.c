/* compact_test.c - one line a diagnostic, whatever it holds. */
#include "printed.h"

static char *printed(cj_arena *a, const cj_report *r)
{
    char *p = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&p, &n);
    cj_pieces to = { out, 0 };

    cr_assert_eq(cj_render_compact_piece(a, r, &to, NULL), CJ_OK);
    fclose(out);
    return p;
}

Test(compact, one_line_a_diagnostic)
{
    static const struct {
        cj_pos at;
        const char *cell, *message;
        cj_level level;
        const char *want;
    } cases[] = {
        { { { "map.csv", 7 }, { "", 0 }, 12, 3 },
          "C8",
          "It is empty.",
          CJ_WARN_LEVEL,
          "map.csv:12:3: warning: It is empty. [CJ402 C8]\n" },
        { { { "m.xlsx", 6 }, { "S", 1 }, 8, 3 },
          "S!C8",
          "空です。",
          CJ_FAIL_LEVEL,
          "m.xlsx:8:3: error: 空です。 [CJ402 S!C8]\n" },
        { { { "m.csv", 5 }, { "", 0 }, 0, 0 },
          "",
          "Nothing.",
          CJ_NOTE_LEVEL,
          "m.csv:1:1: info: Nothing. [CJ402]\n" },
        { { { "a\nb", 3 }, { "", 0 }, 1, 1 },
          "A1",
          "two\nlines\x1b[31m",
          CJ_NOTE_LEVEL,
          "a / b:1:1: info: two / lines[31m [CJ402 A1]\n" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_report *r = cj_report_new(a, CJ_EN);
        cj_diagnostic *d = &cj_report_add(a, r, CJ_B_DIAGNOSTIC)->diagnostic;
        char *got;

        cj_report_text(a, r, CJ_PLAIN, CJ_STR("not shown"));
        d->rule = "CJ402";
        d->at = cases[i].at;
        d->cell = cj_str_of(cases[i].cell);
        d->message = cj_str_of(cases[i].message);
        d->level = cases[i].level;
        got = printed(a, r);
        cr_expect_str_eq(got, cases[i].want);
        free(got);
    }
    cj_arena_free(a);
}
