/* review_test.c - CJ90x: dates and versions as people really write them. */
#include "../make_book.h"
#include "sample.h"

Test(lint_review, dates)
{
    static const sample_case cases[] = {
        { "no year", "B11=12/24", "CJ908@B11" },
        { "nobody can know", "B9=6/3/2025", "CJ908@B9" },
        { "a word", "C44=先月", "CJ908@C44" },
        { "a day that never was", "B72=2025-02-30", "CJ908@B72" },
        { "another year in every reading", "B10=春ごろ", "CJ908@B10" },
        { "full width", "B10=２０２５／９／２４", "" },
        { "a weekday behind it", "B10=2025/9/24（水）", "" },
        { "a time behind it", "B10=2025-09-24 10:00", "" },
        { "words around it", "B10=2025/9/24 実施", "" },
        { "an era", "B9=令和7年3月14日", "" },
        { "a month", "C46=2025年8月", "" },
        { "a quarter", "C49=2025Q2", "" },
        { "from to", "C45=2025年4月〜6月", "" },
        { "the bare number of a day", "B10=45924", "" },
        { "nothing yet", "B11=未定", "" },
        { "a dash", "C44=-", "" },
        { "the same as above", "C45=同上 ;; C46=〃", "" },
        { "empty", "C44=", "" },
        { "the date of an action may be a deadline", "E65=2025年11月末まで", "" },
    };

    sample_check(SAMPLE_JA, "CJ908", cases, sizeof cases / sizeof *cases);
}

Test(lint_review, overdue)
{
    static const sample_case cases[] = {
        { "101 days", "B10=2025-06-22", "CJ902@B10" },
        { "100 days", "B10=2025-06-23", "" },
        { "a month counts from its last day", "B10=2025年6月", "" },
        { "ages ago in an era", "B10=令和6年9月", "CJ902@B10" },
        { "in the future", "B10=2026-01-10", "" },
        { "not readable", "B10=先月", "" },
        { "next one was yesterday", "B11=2025-09-30", "CJ903@B11" },
        { "next one is today", "B11=2025-10-01", "" },
        { "some day this month", "B11=2025年10月", "" },
        { "this quarter", "B11=2025Q4", "" },
        { "last quarter", "B11=2025Q3", "CJ903@B11" },
        { "next one is not settled", "B11=未定", "" },
        { "both have passed", "B10=2025-03-01 ;; B11=2025-06-01", "CJ902@B10 CJ903@B11" },
    };

    sample_check(SAMPLE_JA, "CJ902,CJ903", cases, sizeof cases / sizeof *cases);
}

Test(lint_review, numbers_in_sentences)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    r = sample_lint(
        a, sample_edited(a, sample_book(a, SAMPLE_JA), CJ_STR("B10=2025-05-01")), &o);
    cr_assert_eq(r.n_findings, 1);
    cr_expect(cj_str_has(cj_finding_says(a, &r, &r.findings[0], CJ_JA), CJ_STR("153 日")),
              "%.*s", CJ_ARG(cj_finding_says(a, &r, &r.findings[0], CJ_JA)));
    cj_arena_free(a);
}

Test(lint_review, threshold_of_the_team)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    cj_config_number days = { .name = CJ_STR("review_days"), .value = 200 };
    cj_config config = { .fiscal_start = 1, .thresholds = &days, .n_thresholds = 1 };
    cj_lint_result r;

    o.config = &config;
    r = sample_lint(
        a, sample_edited(a, sample_book(a, SAMPLE_JA), CJ_STR("B10=2025-05-01")), &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cj_arena_free(a);
}

Test(lint_review, missing_in_operational_only)
{
    static const sample_case cases[] = {
        { "nothing above the grid", "B8= ;; B10= ;; B11= ;; A70=■付録",
          "CJ901@- CJ904@- CJ905@- CJ906@-" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    sample_check(SAMPLE_JA, "CJ901,CJ904,CJ905,CJ906", cases, 1);
    o.select = CJ_STR("CJ9");
    r = sample_lint(
        a, sample_edited(a, sample_book(a, SAMPLE_JA), cj_str_of(cases[0].edits)), &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cj_arena_free(a);
}

#define GRID "項目\t導入期\t活用期\n顧客のゴール\t早く使う\t広げる\n課題\t遅い\t高い\n"

/* What stands above two maps of one sheet is said once; two sheets are two matters. */
Test(lint_review, several_maps)
{
    static const struct {
        const char *what, *book, *want[2];
    } cases[] = {
        { "one sheet",
          "前回レビュー日\t2025-01-01\n次回レビュー日\t来月\n\n" GRID "\n\nマップ2\n" GRID,
          { "CJ905@- CJ906@- CJ902@B1 CJ908@B2", "" } },
        { "two sheets",
          "前回レビュー日\t2025-01-01\n\n" GRID "=== Two\n前回レビュー日\t先月\n\n" GRID,
          { "CJ904@- CJ905@- CJ906@- CJ902@B1", "CJ904@- CJ905@- CJ908@B1" } },
        { "a history for both",
          GRID "=== Two\n" GRID
               "=== 更新履歴\nバージョン\t日付\t変更内容\n1.0\t2025-09-01\t初版\n",
          { "CJ901@- CJ904@- CJ905@-", "CJ901@- CJ904@- CJ905@-" } },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i, m;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_maps maps = sample_maps(a, make_book(a, cases[i].book));
        cj_lint_options o = sample_options(CJ_OPERATIONAL);

        o.select = CJ_STR("CJ90");
        cr_assert_eq(maps.n, 2, "%s: %zu maps", cases[i].what, maps.n);
        for (m = 0; m < 2; m++) {
            cj_lint_result r;

            cj_lint_run(a, &maps.map[m], &o, &r);
            cr_expect(cj_str_eq(sample_found(a, &r), cj_str_of(cases[i].want[m])),
                      "%s, map %zu: %.*s", cases[i].what, m, CJ_ARG(sample_found(a, &r)));
        }
    }
    cj_arena_free(a);
}
