/* success_test.c - CJ6xx on texts that people write. */
#include "judge.h"

static const judged cases[] = {
    { "CJ602",
      "C25",
      SAMPLE_JA,
      NULL,
      { "満足して使っている", "スムーズに定着する", "キックオフを実施している" },
      { "双方の管理者が認定を受けている", "すべての帳票を移している",
        "３つ以上の機能を利用", "2026年3月末までに更新を決めている",
        "半数の部署が使っている" } },
    { "CJ602",
      "C25",
      SAMPLE_EN,
      NULL,
      { "Customers are all set", "Renewal signed in 2026", "Overall usage is good",
        "All good" },
      { "Both admins certified", "All reports scheduled", "All of the core workflows run",
        "Every user logs in", "Certified by 31 March 2026" } },
    { "CJ603",
      "C25",
      SAMPLE_JA,
      NULL,
      { "契約を更新している", "2026年3月末までに契約更新", "アップセルに繋がる。",
        "解約率が5%以下", "ＬＴＶが3倍になる", "ご契約を更新いただく" },
      { "データの更新率が100%", "台帳を毎月更新している", "2部署以上で毎週利用している",
        "更新手続きを自分で3分で終えられる",
        "効果報告書を作り、期限の30日前までに更新を決めている" } },
    { "CJ603",
      "D25",
      SAMPLE_EN,
      NULL,
      { "Renewal signed", "Customer renews.", "Churn below 5%", "Ready for up-sell" },
      { "Renewal report read by the CFO", "3 teams use it every week",
        "Contract terms understood by 2 admins" } },
    { "CJ605",
      "C26",
      SAMPLE_JA,
      NULL,
      { "利用率", "90日継続率", "月3回以上ログインした人の割合", "目標達成率", "NPS®︎",
        "3か月以内の解約率", "利用率 目標：未定", "LTV、NPS 40" },
      { "利用率 80%", "利用率80％以上を維持", "NPS 40", "NPS +20", "問い合わせ 月5件以下",
        "ログイン：週3回", "利用率（目標は8割）", "全員がログイン", "MAU １，０００",
        "初回レポートまで14日以内", "利用率60%→80%", "3部署以上での利用" } },
    { "CJ605",
      "C26",
      SAMPLE_EN,
      NULL,
      { "Adoption rate", "7-day retention rate", "Accounts live by day 45 of the plan",
        "NPS" },
      { "Adoption rate 80%", "Password tickets 20/month", "NPS >= 40", "NPS: 40",
        "5 logins per user", "Tickets, at most 10 per month",
        "Adoption (target 60 percent)", "Time to value, target: under 21 days",
        "Feature breadth: 4 of 6 modules" } },
    { "CJ606",
      "C26",
      SAMPLE_JA,
      NULL,
      { "フォローコール", "顧客との関係構築", "勉強会の開催" },
      { "CSAT", "CHS", "ﾛｸﾞｲﾝ率", "ログイン頻度", "リードタイム", "利用部門数", "ROI",
        "工数削減", "活用度", "ヘルススコア", "チャーン", "先行指標：\n・利用率",
        "3部署以上が利用", "問い合わせ／月", "平均応答時間" } },
    { "CJ606",
      "C26",
      SAMPLE_EN,
      NULL,
      { "Follow-up calls", "Customer trust", "Hold workshops", "Newsletter started" },
      { "DAU/MAU", "Support tickets per account", "Time to value", "Churn", "Health score",
        "Active accounts", "Response time", "CHI", "Logins", "80% of admins certified",
        "Departments live", "Audit findings closed" } },
    { "CJ610",
      "C26",
      SAMPLE_JA,
      NULL,
      { "アクティブユーザー率（ＭＡＵ）", "LTV（継続率）", "利用率 (DAU)" },
      { "MAU（月間利用者数）", "NPS（推奨者の割合）", "CSAT（満足率）", "定着率（DAU/MAU）",
        "MAU（目標60%）", "MAU率（MAU÷契約数）" } },
    { "CJ803",
      "C25",
      SAMPLE_JA,
      "C26=DAU/MAU 30%以上、CES",
      { "3拠点以上で使っている" },
      { "月間アクティブ率が80%以上", "操作の手間が半分になっている" } },
    { "CJ803",
      "C25",
      SAMPLE_EN,
      "C26=WAU; Integrations live",
      { "5 colleagues invited" },
      { "Each of 5 team leads logs in weekly", "2 systems integrated" } },
};

Test(success, texts_of_people)
{
    JUDGE_ALL(cases);
}

/* What the team settled holds for what can be seen to have happened, and for that only. */
Test(success, events_where_the_team_lets_them)
{
    static const struct {
        const char *text;
        bool found;
    } texts[] = {
        { "最初のレポートを公開した", false },
        { "契約を締結している", false },
        { "本番稼働している", false },
        { "問題なく使えている", true },
        { "満足している", true },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    cj_config config = { .fiscal_start = 1, .allow_event_success = true };
    cj_lint_options o = sample_options(CJ_V1);
    size_t i;

    o.config = &config;
    o.select = CJ_STR("CJ602");
    for (i = 0; i < sizeof texts / sizeof *texts; i++) {
        cj_str edits = cj_str_fmt(a, "C25=%s", texts[i].text);
        cj_lint_result r = sample_lint(a, sample_edited(a, base, edits), &o);

        cr_expect_eq(r.n_findings > 0, texts[i].found, "%s", texts[i].text);
    }
    cj_arena_free(a);
}
