/* samples_test.c - the samples and their mutations, against the findings that are written down. */
#include "sample.h"
#include <stdlib.h>

#define LONGEST 4096

static int by_bytes(const void *x, const void *y)
{
    const cj_str *a = x, *b = y;

    return cj_str_cmp(*a, *b);
}

/* The words of a list, sorted and joined: lists are compared as multisets. */
static cj_str sorted_words(cj_arena *a, cj_str list)
{
    cj_str word[256], rest = list, one;
    size_t n = 0, i;
    cj_buf b;

    cj_buf_init(&b, a);
    while (cj_str_split(&rest, ' ', &one) && n < 256)
        if (one.n)
            word[n++] = one;
    qsort(word, n, sizeof *word, by_bytes);
    for (i = 0; i < n; i++)
        cj_buf_fmt(&b, CJ_FMT " ", CJ_ARG(word[i]));
    return cj_buf_str(&b);
}

static bool ours(cj_str rule)
{
    return cj_rule_by_name(rule) != NULL;
}

/* "W/CJ201@-" of each line of an expected file that names one of our rules. */
static cj_str expected_of(cj_arena *a, const char *path)
{
    char line[LONGEST];
    FILE *f = fopen(path, "r");
    cj_buf b;

    cr_assert(f != NULL, "%s", path);
    cj_buf_init(&b, a);
    while (fgets(line, sizeof line, f)) {
        cj_str rest = cj_str_trim(cj_str_of(line)), field[4];
        size_t n = 0;

        while (n < 4 && cj_str_split(&rest, '\t', &field[n]))
            n++;
        if (line[0] != '#' && n == 4 && ours(field[1]))
            cj_buf_fmt(&b, CJ_FMT "/" CJ_FMT "@" CJ_FMT " ", CJ_ARG(field[0]),
                       CJ_ARG(field[1]), CJ_ARG(field[3]));
    }
    fclose(f);
    return sorted_words(a, cj_buf_str(&b));
}

static cj_str found_in(cj_arena *a, const char *path, cj_profile profile)
{
    cj_lint_options o = sample_options(profile);
    cj_lint_result r = sample_lint(a, sample_book(a, path), &o);
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < r.n_findings; i++)
        cj_buf_fmt(&b, "%c/%s@" CJ_FMT " ", "-IWE"[r.findings[i].severity],
                   r.findings[i].rule->id, CJ_ARG(sample_cell(a, &r.findings[i])));
    return sorted_words(a, cj_buf_str(&b));
}

Test(lint_samples, expected_findings)
{
    static const struct {
        const char *sample, *file; /* file: how it was saved */
        bool only_v1;
    } samples[] = {
        { "01_seed_sample", ".csv", false },
        { "01_seed_sample", ".openpyxl.xlsx", false },
        { "01_seed_sample", ".libreoffice.xlsx", false },
        { "01_seed_sample", ".xls", false },
        { "02_good_ja", ".csv", false },
        { "03_good_en", ".csv", false },
        { "06_merge_base", ".csv", true },
        { "06_merge_ours", ".csv", true },
        { "06_merge_theirs", ".csv", true },
        { "06_merge_expected", ".csv", true },
    };
    static const cj_profile profiles[] = { CJ_DRAFT, CJ_V1, CJ_OPERATIONAL };
    cj_arena *a = cj_arena_new(0);
    size_t i, p;

    for (i = 0; i < sizeof samples / sizeof *samples; i++)
        for (p = 0; p < 3; p++) {
            char saved[256], tsv[256];
            cj_str want, is;

            if (samples[i].only_v1 && profiles[p] != CJ_V1)
                continue;
            snprintf(saved, sizeof saved, SAMPLES "%s%s", samples[i].sample,
                     samples[i].file);
            snprintf(tsv, sizeof tsv, SAMPLES "expected/%s.%s.tsv", samples[i].sample,
                     cj_profile_name(profiles[p]));
            want = expected_of(a, tsv);
            is = found_in(a, saved, profiles[p]);
            cr_expect(cj_str_eq(is, want), "%s %s:\n found %.*s\n want  %.*s", saved,
                      cj_profile_name(profiles[p]), CJ_ARG(is), CJ_ARG(want));
        }
    cj_arena_free(a);
}

/* Only what our rules find; rows of other rules must find nothing of ours by the way. */
static void run_mutation(cj_arena *a, const cj_book *base, cj_str rule, cj_str profile,
                         cj_str edits, cj_str want)
{
    cj_lint_options o = sample_options(CJ_V1);
    cj_str rest = want, one, ours_only, is;
    cj_lint_result r;
    cj_buf b;

    cr_assert(cj_profile_parse(profile, &o.profile));
    cj_buf_init(&b, a);
    while (cj_str_split(&rest, ' ', &one))
        if (ours(cj_str_cut(one, 0, cj_str_find(one, CJ_STR("@")))))
            cj_buf_fmt(&b, CJ_FMT " ", CJ_ARG(one));
    ours_only = sorted_words(a, cj_buf_str(&b));
    r = sample_lint(a, sample_edited(a, base, edits), &o);
    is = sorted_words(a, sample_found(a, &r));
    cr_expect(cj_str_eq(is, ours_only), "%.*s (%.*s): found %.*s, not %.*s", CJ_ARG(rule),
              CJ_ARG(edits), CJ_ARG(is), CJ_ARG(ours_only));
}

Test(lint_samples, mutations)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    char line[LONGEST];
    FILE *f = fopen(SAMPLES "mutations.tsv", "r");
    size_t rows = 0;

    cr_assert(f != NULL);
    while (fgets(line, sizeof line, f)) {
        cj_str rest = cj_str_copy(a, cj_str_of(line)), field[6] = { { "", 0 } };
        size_t n = 0;

        if (rest.n && rest.p[rest.n - 1] == '\n')
            rest.n--;
        while (n < 6 && cj_str_split(&rest, '\t', &field[n]))
            n++;
        if (line[0] == '#' || n < 5)
            continue;
        cr_expect_eq(field[5].n, 0, "lost findings are not expected of a silent base");
        run_mutation(a, base, field[0], field[1], field[3], field[4]);
        rows++;
    }
    fclose(f);
    cr_expect_gt(rows, 50);
    cj_arena_free(a);
}
