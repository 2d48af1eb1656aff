/* links_test.c - CJ6xx and CJ8xx on records: what the tables say of the map. */
#include "judge.h"

static const judged cases[] = {
    { "CJ611",
      "B55",
      SAMPLE_JA,
      NULL,
      { "月5回以上ログインした割合", "", "MAU" },
      { "月5回以上ログインした利用者の割合", "月５回以上ログインした利用者の割合　",
        "月5回以上ログインした利用者の割合（目標60%）" } },
    { "CJ612",
      "I55",
      SAMPLE_JA,
      NULL,
      { "", "-", "集計中", "未定", "計測中" },
      { "52", "52%", "０", "0", "対応なし" } },
    { "CJ612",
      "I56",
      SAMPLE_JA,
      "L56=年次 ;; M52=2024年度 ;; M56=20",
      { NULL },
      { "", "25" } },
    { "CJ612", "I55", SAMPLE_JA, "B9=2025-10-05", { NULL }, { "" } },
    { "CJ802",
      "B27",
      SAMPLE_EN,
      NULL,
      { "[Onboarding] Run a session on day 3" },
      { "Manager webinar in week 4; file check in week 3",
        "Monthly:\n- Run a session\n- Send the video" } },
    { "CJ613",
      "G55",
      SAMPLE_JA,
      NULL,
      { "約七割", "80前後", "高め", "80〜90%", "できるだけ多く", "現状維持" },
      { "80", "80%", "８０％", "1,200", "80%以上", "月20件以内", "-5", "▲5", "3.5", "未定",
        "", "50万円", "14日以内", "同上" } },
    { "CJ613",
      "H53",
      SAMPLE_EN,
      NULL,
      { "about 80", "a lot", "up a little" },
      { "80", "80%", "1,200", "$40", "not measured yet", "n/a", "TBD", "3 days",
        "ditto" } },
    { "CJ614",
      "G55",
      SAMPLE_JA,
      NULL,
      { "30", "40.9%" },
      { "41", "60", "0.6", "未定", "約30" } },
    { "CJ804",
      "F63",
      SAMPLE_JA,
      NULL,
      { "価格が高い", "研修が長い、専門用語が難しい", "動作が重い" },
      { "専門用語が難しい", "・専門用語が難しい [E6]", "どの機能から使えばよいか分からない",
        "専門用語が難しい、権限設定が粗く、他部署に渡せない", "設定手順がわからない",
        "課題1", "①", "P-2", "同上", "全般", "", "専門用語が\n難しい" } },
    { "CJ805",
      "A55",
      SAMPLE_JA,
      NULL,
      { "オンボ期", "成熟期", "解約後" },
      { "活用促進期", "活用促進", "フェーズ2:活用促進期", "全フェーズ", "共通",
        "導入期・更新期", "導入期〜更新期", "Adoption", "", "同上",
        "導入期、活用促進期" } },
    { "CJ805",
      "A53",
      SAMPLE_EN,
      NULL,
      { "Onb phase two", "Growth" },
      { "ONBOARDING", "Onboarding / Adoption", "All phases", "all", "Onboarding to Renewal",
        "ditto" } },
    { "CJ807",
      "B8",
      SAMPLE_JA,
      NULL,
      { "1.3", "1.1", "2", "ver2.0", "第3版" },
      { "1.2", "v1.2", "ver 1.2", "第1.2版", "１．２", "1.20", "未定", "1.2（2025/9）" } },
};

Test(links, texts_of_people)
{
    JUDGE_ALL(cases);
}

/* The month in which the year begins decides which quarter was the last one, and its name. */
Test(links, quarters_of_the_fiscal_year)
{
    static const struct {
        unsigned start;
        cj_date today;
        const char *want;
    } cases_[] = {
        { 1, { 2025, 10, 1 }, "2025Q3" }, { 1, { 2026, 1, 1 }, "2025Q4" },
        { 1, { 2026, 3, 31 }, "2025Q4" }, { 4, { 2025, 10, 1 }, "2025Q2" },
        { 4, { 2026, 4, 1 }, "2025Q4" },  { 4, { 2026, 3, 31 }, "2025Q3" },
        { 2, { 2026, 1, 31 }, "2025Q3" }, { 10, { 2025, 10, 1 }, "2024Q4" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    size_t i;

    for (i = 0; i < sizeof cases_ / sizeof *cases_; i++) {
        cj_lint_options o = sample_options(CJ_OPERATIONAL);
        cj_maps maps;
        cj_lint_result r;
        cj_str says;

        maps = sample_maps(a, sample_edited(a, base, CJ_STR("H52=2020Q1 ;; I52=2020Q2")));
        maps.map[0].fiscal_start = cases_[i].start;
        o.select = CJ_STR("CJ612");
        o.today = cases_[i].today;
        cj_lint_run(a, &maps.map[0], &o, &r);
        cr_assert_gt(r.n_findings, 0);
        says = cj_finding_says(a, &r, &r.findings[0], CJ_JA);
        cr_expect(cj_str_has(says, cj_str_of(cases_[i].want)), "%u %d-%d: %.*s",
                  cases_[i].start, cases_[i].today.year, cases_[i].today.month,
                  CJ_ARG(says));
    }
    cj_arena_free(a);
}
