/* suppress_test.c - which rules a text asks to be silent, and what it says besides. */
#include "lint/suppress.h"
#include "lint/said.h"
#include <criterion/criterion.h>

Test(suppress, names_rules)
{
    static const struct {
        const char *text, *rule;
        bool want;
    } cases[] = {
        { "更新を決めている【除外:CJ602 更新の決定そのものが成功のため】", "CJ602", true },
        { "更新を決めている【除外：ＣＪ６０２】", "CJ602", true },
        { "cjlint:ignore CJ602 renewal itself is the success", "CJ602", true },
        { "CJLint:Ignore cj602", "CJ602", true },
        { "cjlint:ignore success-not-measurable because", "CJ602", true },
        { "cjlint:ignore CJ501, CJ602 both", "CJ602", true },
        { "【除外:CJ501、CJ602 理由】", "CJ501", true },
        { "cjlint:ignore CJ999 CJ602", "CJ602", true },
        { "one [E1]\ncjlint:ignore CJ602", "CJ602", true },
        { "【除外:CJ501】…【除外:CJ602】", "CJ602", true },
        { "cjlint:ignore CJ602", "CJ601", false },
        { "cjlint:ignore the rule CJ602", "CJ602", false },
        { "cjlint:ignore CJ501\nCJ602", "CJ602", false },
        { "対象から除外: CJ602", "CJ602", false },
        { "CJ602", "CJ602", false },
        { "", "CJ602", false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(cj_suppresses(a, cj_str_of(cases[i].text),
                                   cj_rule_by_name(cj_str_of(cases[i].rule))),
                     cases[i].want, "%s: \"%s\"", cases[i].rule, cases[i].text);
    cj_arena_free(a);
}

Test(suppress, what_is_said)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        { "・更新を決めている【除外:CJ602 理由は3回目】", "更新を決めている" },
        { "Done cjlint:ignore CJ602 after 3 times\nand gone", "done \nand gone" },
        { "① Ａ\n② Ｂ", "a\nb" },
        { "1. 一つ目\n(2) 二つ目\n3）三つ目", "一つ目\n二つ目\n三つ目" },
        { "- 1.5倍\n-5% of it\n・　全角", "1.5倍\n-5% of it\n全角" },
        { "1.5倍にする", "1.5倍にする" },
        { "NPS®\xef\xb8\x8e", "nps®" },
        { "", "" },
        { "\n\n", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = cj_said(a, cj_str_of(cases[i].text));

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].said)), "\"%s\": \"%.*s\"",
                  cases[i].text, CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(suppress, quotations_and_markers_are_not_our_claim)
{
    static const struct {
        const char *text, *unquoted, *claim;
    } cases[] = {
        { "「だろうか」と迷う", "\nと迷う", "「だろうか」と迷う" },
        { "\"maybe\" he said", "\n he said", "\"maybe\" he said" },
        { "5本\" モニター", "5本\" モニター", "5本\" モニター" },
        { "3つ使う [e1]", "3つ使う [e1]", "3つ使う" },
        { "使う (アンケート n=54)", "使う (アンケート n=54)", "使う" },
        { "使う (毎月)", "使う (毎月)", "使う (毎月)" },
        { "使う 出典: 8名に聞いた\n3回", "使う 出典: 8名に聞いた\n3回", "使う \n3回" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str text = cj_str_of(cases[i].text);
        cj_str unquoted = cj_said_unquoted(a, text), claim = cj_said_claim(a, text);

        cr_expect(cj_str_eq(unquoted, cj_str_of(cases[i].unquoted)), "\"%s\": \"%.*s\"",
                  cases[i].text, CJ_ARG(unquoted));
        cr_expect(cj_str_eq(claim, cj_str_of(cases[i].claim)), "\"%s\": \"%.*s\"",
                  cases[i].text, CJ_ARG(claim));
    }
    cj_arena_free(a);
}
