/* rules_test.c - every rule's own examples, run against one silent map in each language. */
#include "sample.h"

/* The findings of one rule in an edited base map. */
static cj_str found(cj_arena *a, const cj_book *base, const cj_rule_info *rule,
                    const char *edits)
{
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    o.select = cj_str_of(rule->id);
    r = sample_lint(a, sample_edited(a, base, cj_str_of(edits)), &o);
    return sample_found(a, &r);
}

static cj_str expected(cj_arena *a, const cj_rule_info *rule, const char *edits,
                       const char *at)
{
    cj_str rest = cj_str_of(edits);
    cj_str first = cj_str_cut(rest, 0, cj_str_find(rest, CJ_STR("=")));

    cr_expect(at || *edits != '!', "%s \"%s\" says not where", rule->id, edits);

    return cj_str_fmt(a, "%s@" CJ_FMT, rule->id, CJ_ARG(at ? cj_str_of(at) : first));
}

static void run_examples(cj_lang lang, const char *path)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, path);
    size_t i, e, bad, good;

    for (i = 0; i < cj_rule_count(); i++) {
        const cj_rule_info *rule = cj_rule_at(i);

        for (bad = e = 0; e < CJ_MAX_EXAMPLES && rule->bad[e].edits.ja; e++) {
            const char *edits = cj_text_in(rule->bad[e].edits, lang);
            const char *at = lang == CJ_JA ? rule->bad[e].at.ja : rule->bad[e].at.en;
            cj_str is, want;

            if (!*edits)
                continue;
            is = found(a, base, rule, edits);
            want = expected(a, rule, edits, at);
            cr_expect(cj_str_eq(is, want), "%s bad \"%s\": found \"%.*s\", not \"%.*s\"",
                      rule->id, edits, CJ_ARG(is), CJ_ARG(want));
            bad++;
        }
        for (good = e = 0; e < CJ_MAX_EXAMPLES && rule->good[e].edits.ja; e++) {
            const char *edits = cj_text_in(rule->good[e].edits, lang);
            cj_str is;

            if (!*edits)
                continue;
            is = found(a, base, rule, edits);
            cr_expect_eq(is.n, 0, "%s good \"%s\": found \"%.*s\"", rule->id, edits,
                         CJ_ARG(is));
            good++;
        }
        cr_expect(bad > 1 && good > 1, "%s: %zu bad, %zu good", rule->id, bad, good);
    }
    cj_arena_free(a);
}

Test(lint_rules, examples_in_japanese)
{
    run_examples(CJ_JA, SAMPLE_JA);
}

Test(lint_rules, examples_in_english)
{
    run_examples(CJ_EN, SAMPLE_EN);
}

Test(lint_rules, catalogue_is_whole)
{
    size_t i, j;

    for (i = 0; i < cj_rule_count(); i++) {
        const cj_rule_info *r = cj_rule_at(i);
        const cj_text texts[] = { r->says, r->why, r->mend };

        cr_expect(i == 0 || strcmp(cj_rule_at(i - 1)->id, r->id) < 0, "%s: order", r->id);
        cr_expect(r->source && *r->source, "%s: source", r->id);
        cr_expect(r->severity[0] <= r->severity[1] || r->severity[1] == CJ_OFF, "%s",
                  r->id);
        for (j = 0; j < 3; j++)
            cr_expect(texts[j].en && *texts[j].en && texts[j].ja && *texts[j].ja,
                      "%s: text %zu", r->id, j);
        cr_expect_eq(cj_rule_by_name(cj_str_of(r->name)), r, "%s by name", r->id);
        cr_expect_eq(cj_rule_by_name(cj_str_of(r->id)), r, "%s by id", r->id);
    }
}

/* Ids and names never change meaning; severities are a promise to those who build on exit codes. */
Test(lint_rules, catalogue_is_as_specified)
{
    FILE *file = fopen("tests/data/lint/catalogue.tsv", "r");
    char line[256], id[16], name[64], severity[3][16], fix[16];
    size_t n = 0, i;

    cr_assert(file != NULL);
    while (fgets(line, sizeof line, file)) {
        const cj_rule_info *r;

        if (*line == '#')
            continue;
        cr_assert_eq(sscanf(line, "%15s %63s %15s %15s %15s %15s", id, name, severity[0],
                            severity[1], severity[2], fix),
                     6, "%s", line);
        r = cj_rule_by_name(cj_str_of(id));
        cr_assert(r != NULL, "%s is not there", id);
        cr_expect_str_eq(r->name, name, "%s", id);
        cr_expect_str_eq(cj_fix_name(r->fix), fix, "%s", id);
        for (i = 0; i < 3; i++)
            cr_expect_str_eq(cj_severity_name(r->severity[i]), severity[i], "%s: %zu", id,
                             i);
        n++;
    }
    fclose(file);
    cr_expect_eq(n, cj_rule_count());
}
