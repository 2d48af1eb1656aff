/* steps_test.c - done and total of the five steps. */
#include "sample.h"

Test(steps, done_and_total)
{
    static const struct {
        const char *what, *path, *edits;
        cj_profile profile;
        cj_ratio want[5];
    } cases[] = {
        { "the seed's own table",
          SAMPLES "01_seed_sample.csv",
          "",
          CJ_V1,
          { { 0, 4 }, { 3, 9 }, { 6, 15 }, { 5, 6 }, { 3, 6 } } },
        { "a complete map",
          SAMPLE_JA,
          "",
          CJ_OPERATIONAL,
          { { 4, 4 }, { 12, 12 }, { 20, 20 }, { 8, 8 }, { 8, 8 } } },
        { "a hole",
          SAMPLE_JA,
          "C24=",
          CJ_V1,
          { { 4, 4 }, { 12, 12 }, { 19, 20 }, { 8, 8 }, { 8, 8 } } },
        { "a filler",
          SAMPLE_JA,
          "C26=未定",
          CJ_V1,
          { { 4, 4 }, { 12, 12 }, { 20, 20 }, { 7, 8 }, { 8, 8 } } },
        { "a row that is not there",
          SAMPLE_JA,
          "A28=色",
          CJ_V1,
          { { 4, 4 }, { 12, 12 }, { 20, 20 }, { 8, 8 }, { 4, 8 } } },
        { "what nobody may see yet counts too",
          SAMPLE_EN,
          "C25=TBD",
          CJ_DRAFT,
          { { 4, 4 }, { 9, 9 }, { 15, 15 }, { 5, 6 }, { 6, 6 } } },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;
    int step;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_options o = sample_options(cases[i].profile);
        cj_book *book = sample_book(a, cases[i].path);
        cj_lint_result r =
            sample_lint(a, sample_edited(a, book, cj_str_of(cases[i].edits)), &o);

        for (step = 1; step <= 5; step++) {
            cj_ratio is = cj_lint_step(&r, step), want = cases[i].want[step - 1];

            cr_expect(is.n == want.n && is.of == want.of, "%s, step %d: %u/%u, not %u/%u",
                      cases[i].what, step, is.n, is.of, want.n, want.of);
        }
    }
    cj_arena_free(a);
}
