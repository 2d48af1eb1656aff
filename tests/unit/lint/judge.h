/* judge.h - what one rule says about texts in one cell of a sample, told one by one. */
#ifndef TEST_JUDGE_H
#define TEST_JUDGE_H

#include "sample.h"

/* Texts of a cell that the rule has to find, and texts that it has to leave alone; NULL ends. */
typedef struct judged {
    const char *rule, *cell;
    const char *path; /* SAMPLE_JA or SAMPLE_EN */
    const char *also; /* edits that stand beside it, "A1=… ;; "; NULL: none */
    const char *found[24], *silent[24];
} judged;

static inline bool judge_finds(cj_arena *a, const cj_book *base, const judged *j,
                               const char *text)
{
    cj_str edits = cj_str_fmt(a, "%s%s%s=%s", j->also ? j->also : "", j->also ? " ;; " : "",
                              j->cell, text);
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_lint_result r;

    o.select = cj_str_of(j->rule);
    r = sample_lint(a, sample_edited(a, base, edits), &o);
    return r.n_findings > 0;
}

static inline void judge_all(const judged *cases, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    size_t i, t;

    for (i = 0; i < n; i++) {
        cj_book *base = sample_book(a, cases[i].path);

        for (t = 0; t < 24 && cases[i].found[t]; t++)
            cr_expect(judge_finds(a, base, &cases[i], cases[i].found[t]),
                      "%s is silent about \"%s\"", cases[i].rule, cases[i].found[t]);
        for (t = 0; t < 24 && cases[i].silent[t]; t++)
            cr_expect(!judge_finds(a, base, &cases[i], cases[i].silent[t]),
                      "%s finds \"%s\"", cases[i].rule, cases[i].silent[t]);
    }
    cj_arena_free(a);
}
#define JUDGE_ALL(cases) judge_all((cases), sizeof(cases) / sizeof *(cases))

#endif
