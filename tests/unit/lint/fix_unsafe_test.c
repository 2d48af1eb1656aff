/* fix_unsafe_test.c - fixes that somebody should look at: what each rule makes of a cell, and that it is then
 * silent. */
#include <cj/fix.h>
#include "lint/rule.h"
#include "sample.h"

enum { MOST_STEPS = 8 };

static cj_book *apply(cj_arena *a, const cj_book *book, const cj_fixes *fixes)
{
    cj_edit *edits = CJ_NEW_N(a, cj_edit, fixes->n + 1);
    size_t i;

    for (i = 0; i < fixes->n; i++)
        edits[i] = fixes->at[i].edit;
    return cj_book_edited(a, book, edits, fixes->n);
}

static cj_fixes step(cj_arena *a, const cj_book *book)
{
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_maps maps = sample_maps(a, book);
    cj_fixes fixes;

    cj_fixes_unsafe(a, &maps, &o, &fixes);
    return fixes;
}

/* Until nothing is left to do. */
static cj_fixes all_steps(cj_arena *a, const cj_book *book, cj_book **mended)
{
    cj_fixes all = step(a, book), more;
    unsigned n;

    *mended = apply(a, book, &all);
    for (n = 0; n < MOST_STEPS; n++) {
        more = step(a, *mended);
        if (!more.n)
            return all;
        cj_fixes_join(a, &all, &more);
        *mended = apply(a, book, &all);
    }
    cr_assert(false, "it does not settle");
    return all;
}

#define JA SAMPLE_JA
#define EN SAMPLE_EN
#define PLAN                                                                          \
    "A61=# Actions ;; A62=ID ;; B62=Phase ;; C62=Action ;; D62=Who ;; E62=When ;; "   \
    "F62=Pain ;; G62=Status ;; H62=Effect ;; A63=A1 ;; B63=Adoption ;; C63=Send the " \
    "starter pack ;; D63=Customer Success ;; G63="

static const struct {
    const char *path, *edits, *cell, *is, *rules; /* is NULL: left alone */
} cases[] = {
    /* CJ403, WB116 */
    { JA, "C24=未定", "C24", "", "CJ403" },
    { EN, "C24=TBD", "C24", "", "CJ403" },
    { EN, "C24=Dates not yet decided by the customer [E2]", "C24", NULL, NULL },
    { JA, "C20=例：30日以内に初期設定を終えたい", "C20", "", "WB116" },
    /* CJ516 */
    { EN, "C24=Ask taro@example.com [E2]", "C24", "Ask [redacted] [E2]", "CJ516" },
    { JA, "C24=太郎様（taro@example.com、090-1234-5678） [E2]", "C24",
      "太郎様（〔伏せ字〕、〔伏せ字〕） [E2]", "CJ516" },
    { EN, "C24=Ask support@example.com [E2]", "C24", NULL, NULL },
    /* CJ105 */
    { EN, "A21=Actions", "A21", "Customer Actions", "CJ105" },
    { JA, "A21=アクション", "A21", "行動", "CJ105" },
    /* CJ710 */
    { EN, PLAN "50%", "G63", "In progress (50%)", "CJ710" },
    { EN, PLAN "１００％", "G63", "Done (100%)", "CJ710" },
    { EN, PLAN "0%", "G63", "Planned (0%)", "CJ710" },
    { EN, PLAN "150%", "G63", NULL, NULL },
    { EN, PLAN "meh", "G63", NULL, NULL },
    /* TX109 */
    { JA, "C24=㈱甲の窓口、㌔ [E2]", "C24", "(株)甲の窓口、キロ [E2]", "TX109" },
    { JA, "C17=活用促進期Ⅱ", "C17", "活用促進期II", "TX109" },
    { JA, "C24=①講座\n②定例MTG [E2]", "C24", NULL, NULL },
    /* TX112 */
    { EN, "C23=- Too slow [E3]\\n- No rules [E3]\\n- Too slow [E3]", "C23",
      "- Too slow [E3]\n- No rules [E3]", "TX112" },
    { JA, "C23=・遅い [E4]\\n・遅い [E4]\\n・遅い [E4]", "C23", "・遅い [E4]", "TX112" },
    { JA, "C23=・遅い [E4]\\n・遅い [E2]", "C23", NULL, NULL },
    { JA, "C24=講座、定例MTG、講座 [E2]", "C24", NULL, NULL },
    /* TX113 */
    { JA, "B11=令和7年12月24日", "B11", "2025-12-24", "TX113" },
    { JA, "C44=R7.5.20", "C44", "2025-05-20", "TX113" },
    /* kept quiet in the cell */
    { JA, "C24=㈱甲の窓口 【除外:TX109 社名】", "C24", NULL, NULL },
    /* two at once */
    { JA, "C24=㈱甲（taro@example.com） [E2]", "C24", "(株)甲（〔伏せ字〕） [E2]",
      "CJ516 TX109" },
};

static cj_str rules_of(cj_arena *a, const cj_fixed *f)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < f->n_rules; i++)
        cj_buf_fmt(&b, "%s%s", i ? " " : "", f->rules[i]->id);
    return cj_buf_str(&b);
}

static const cj_fixed *fix_at(const cj_fixes *fixes, const char *cell)
{
    unsigned row, col;
    size_t i;

    cr_assert(cj_ref_parse(cj_str_of(cell), &row, &col));
    for (i = 0; i < fixes->n; i++)
        if (fixes->at[i].edit.row == row && fixes->at[i].edit.col == col)
            return &fixes->at[i];
    return NULL;
}

Test(lint_fix_unsafe, what_becomes_of_a_cell)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base[2] = { sample_book(a, JA), sample_book(a, EN) };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool en = !strcmp(cases[i].path, EN);
        cj_book *book = sample_edited(a, base[en], cj_str_of(cases[i].edits)), *mended;
        cj_fixes fixes = all_steps(a, book, &mended);
        const cj_fixed *f = fix_at(&fixes, cases[i].cell);

        cr_expect_eq(f != NULL, cases[i].is != NULL, "%s", cases[i].edits);
        if (!f || !cases[i].is)
            continue;
        cr_expect(cj_str_eq(f->edit.text, cj_str_of(cases[i].is)), "%s: \"" CJ_FMT "\"",
                  cases[i].edits, CJ_ARG(f->edit.text));
        cr_expect(cj_str_eq(rules_of(a, f), cj_str_of(cases[i].rules)), "%s: " CJ_FMT,
                  cases[i].edits, CJ_ARG(rules_of(a, f)));
    }
    cj_arena_free(a);
}

static bool finds(const cj_lint_result *r, const cj_rule_info *rule, const cj_edit *at)
{
    size_t i;

    for (i = 0; i < r->n_findings; i++)
        if (r->findings[i].rule == rule && r->findings[i].at.sheet == at->sheet &&
            r->findings[i].at.row == at->row && r->findings[i].at.col == at->col)
            return true;
    return false;
}

/* All examples of all rules: what is mended is found no more, what is good is left alone. */
static void amend_examples(cj_lang lang, const char *path)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_book *base = sample_book(a, path), *mended;
    size_t i, e, k, r;

    cr_expect_eq(step(a, base).n, 0, "the base map");
    for (i = 0; i < cj_catalogue_n; i++)
        for (e = 0; e < 2 * CJ_MAX_EXAMPLES; e++) {
            const cj_rule_info *info = &cj_catalogue[i]->info;
            const cj_example *x =
                e < CJ_MAX_EXAMPLES ? &info->bad[e] : &info->good[e - CJ_MAX_EXAMPLES];
            const char *edits = x->edits.ja ? cj_text_in(x->edits, lang) : "";
            cj_lint_result is;
            cj_fixes fixes;

            if (!*edits)
                continue;
            fixes = all_steps(a, sample_edited(a, base, cj_str_of(edits)), &mended);
            if (!fixes.n)
                continue;
            is = sample_lint(a, mended, &o);
            for (k = 0; k < fixes.n; k++)
                for (r = 0; r < fixes.at[k].n_rules; r++)
                    cr_expect(!finds(&is, fixes.at[k].rules[r], &fixes.at[k].edit),
                              "%s \"%s\": %s is still found", info->id, edits,
                              fixes.at[k].rules[r]->id);
        }
    cj_arena_free(a);
}

Test(lint_fix_unsafe, examples_in_japanese)
{
    amend_examples(CJ_JA, JA);
}

Test(lint_fix_unsafe, examples_in_english)
{
    amend_examples(CJ_EN, EN);
}

Test(lint_fix_unsafe, only_unsafe_rules_amend)
{
    size_t i, n = 0;

    for (i = 0; i < cj_catalogue_n; i++) {
        cr_expect(!cj_catalogue[i]->amends || cj_catalogue[i]->info.fix == CJ_FIX_UNSAFE,
                  "%s", cj_catalogue[i]->info.id);
        n += cj_catalogue[i]->amends != NULL;
    }
    cr_expect_eq(n, 8);
}

Test(lint_fix_unsafe, two_lists_are_one)
{
    cj_arena *a = cj_arena_new(0);
    cj_fixed first[] = {
        { .edit = { .row = 2, .col = 1, .text = CJ_LIT("b") }, .was = CJ_LIT("a") },
        { .edit = { .row = 3, .col = 1, .text = CJ_LIT("d") }, .was = CJ_LIT("c") }
    };
    cj_fixed then[] = {
        { .edit = { .row = 3, .col = 1, .text = CJ_LIT("c") }, .was = CJ_LIT("d") },
        { .edit = { .row = 2, .col = 1, .text = CJ_LIT("z") }, .was = CJ_LIT("b") },
        { .edit = { .row = 1, .col = 9, .text = CJ_LIT("n") }, .was = CJ_LIT("m") }
    };
    cj_fixes all = { first, 2, 2 }, more = { then, 3, 3 };

    cj_fixes_join(a, &all, &more);
    cr_assert_eq(all.n, 2, "what comes to nothing is none");
    cr_expect(cj_str_eq(all.at[0].edit.text, CJ_STR("n")));
    cr_expect(cj_str_eq(all.at[1].edit.text, CJ_STR("z")));
    cr_expect(cj_str_eq(all.at[1].was, CJ_STR("a")));
    cj_arena_free(a);
}
