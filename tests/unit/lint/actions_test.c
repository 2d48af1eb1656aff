/* actions_test.c - CJ7xx on texts that people write. */
#include "judge.h"

static const judged cases[] = {
    { "CJ703",
      "E27",
      SAMPLE_JA,
      NULL,
      { "・動画マニュアルの送付", "・【CS】効果を説明する" },
      { "・【CS】更新提案を行う", "・【CS】毎月第2水曜に開く",
        "・60点未満になったら電話する", "・【CS】効果算定シートを、顧客と一緒に埋める",
        "未定" } },
    { "CJ704",
      "E27",
      SAMPLE_JA,
      NULL,
      { "・【CS】適宜フォローコールをする", "・定期的に訪問する",
        "・必要に応じて資料を送る", "・【CS】順次、説明会を開く" },
      { "・今後の計画を3月末までに話し合う", "・定期的に（毎月）訪問する", "・動画を送る",
        "・【CS】更新期限の90日前に、適宜資料を送る" } },
    { "CJ704",
      "D27",
      SAMPLE_EN,
      NULL,
      { "- Call regularly", "- Send the guide ASAP", "- Webinars on an ongoing basis",
        "- Visit when needed" },
      { "- Call regularly, every month", "- Fix ongoing issues within 5 days",
        "- Send the guide", "- Soonest: day 3, call" } },
    { "CJ705",
      "D28",
      SAMPLE_JA,
      "D27=・121日目に説明会を開く\n・毎月アンケートを取る",
      { "CS、サポート", "CS・営業", "ＣＳ／サポート", "CSと営業",
        "営業部 、 カスタマーサクセス部", "担当：CS、サポート", "CS＆マーケ",
        "鈴木（CS）、田中（サポート）" },
      { "CS", "CS、CSM", "CS（講座）、サポート（動画）", "主：CS、副：サポート",
        "CS：講座、サポート：動画", "CS\nサポート", "①CS ②サポート", "営業→CS",
        "主担当CS、副担当サポート", "CS、全員", "広告・宣伝",
        "カスタマーサクセス部 鈴木さん", "未定" } },
    { "CJ705",
      "C28",
      SAMPLE_EN,
      "C27=- Hold a clinic on day 46\n- Send a video",
      { "CS, Support", "CS/Support", "Sales and Support", "Customer Success & Support" },
      { "R&D", "CS (clinic), Support (video)", "Lead: CS, Backup: Support",
        "CS: clinic; Support: video", "Sales -> CS", "CS, CSM", "CS, everyone" } },
    { "CJ706",
      "C28",
      SAMPLE_JA,
      NULL,
      { "全員", "関係部署", "CS、関係各所", "みんな", "担当者" },
      { "CS", "全社マーケティング部", "CS（全員参加）" } },
    { "CJ707",
      "E28",
      SAMPLE_JA,
      NULL,
      { "鈴木さん", "田中", "山田太郎", "CS、佐藤", "ボブ" },
      { "カスタマーサクセス部",
        "第二営業部",
        "情報システム部",
        "品質保証室",
        "お客様相談センター",
        "CS 鈴木",
        "鈴木（CS）",
        "CS（鈴木）",
        "営業・CS",
        "法人営業",
        "ＣＳチーム",
        "代理店",
        "リニューアル担当",
        "プロダクトマネージャー",
        "CSとサポート",
        "主：CS",
        "全員",
        "広告・宣伝",
        "東日本支社",
        "CSM" } },
    { "CJ707",
      "D28",
      SAMPLE_EN,
      NULL,
      { "Bob", "Bob Smith", "Amy", "Sales (quote), Dana" },
      { "CS Team", "Sales (Bob)", "Bob (Sales)", "Account Manager", "Enterprise Sales",
        "Renewals Manager", "R&D", "Solution Architects", "Sales / CS", "Lead: Sales",
        "IT department", "Reseller", "everyone", "VP Customer Success" } },
    { "CJ708",
      "C27",
      SAMPLE_JA,
      NULL,
      { "フォロー", "しっかりフォローする", "・【CS】活用促進",
        "お客様を手厚くサポートする。", "契約後7日以内に：フォローする", "改善を検討する",
        "活用を促進する", "適宜、支援を行う", "定期的なフォロー",
        "コミュニケーションの強化" },
      { "フォローコールをかける", "31日目に活用レシピを3本送る", "サポートサイトを案内する",
        "活用促進セミナーを開く", "改善提案書を作る", "対応表を送る", "サポート窓口の案内",
        "チュートリアル動画を送付する", "個別設定のサポート会を実施する" } },
    { "CJ708",
      "C27",
      SAMPLE_EN,
      NULL,
      { "Follow up", "Support", "Monitor", "Proactively follow up with customers",
        "Check-in", "- [CS] Engage users.", "Communicate regularly",
        "Follow up within 7 days of contract", "Day 30: check in", "Monthly follow-up" },
      { "Follow up on open tickets", "Support portal launched",
        "Monitor logins below 3 a week", "Train the two admins", "Check-in call on day 30",
        "Help article on SSO", "Build relationship map with the sponsor" } },
    { "CJ710",
      "H63",
      SAMPLE_JA,
      NULL,
      { "ぼちぼち", "50%", "順調" },
      { "予定", "実施中", "完了", "完了済み", "中止", "保留", "未着手", "実施中（3/5社）",
        "対応中", "", "同上", "ＤＯＮＥ" } },
    { "CJ711",
      "E65",
      SAMPLE_JA,
      NULL,
      { "2025年8月末まで", "2025/8/31", "2025年9月", "令和7年6月30日まで" },
      { "2025年4月から毎月", "2025年11月末まで", "2025年10月", "契約後121日目",
        "2025/4/1〜", "毎月第2水曜", "2025/6/1以降、随時", "2025-10-01" } },
};

Test(actions, texts_of_people)
{
    JUDGE_ALL(cases);
}

/* The team's own departments are departments. */
Test(actions, departments_of_the_team)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    cj_config_department own = { .id = { "", 0 }, .name = CJ_LIT("ひまわり") };
    cj_config config = { .fiscal_start = 1, .departments = &own, .n_departments = 1 };
    cj_lint_options o = sample_options(CJ_V1);
    cj_book *book = sample_edited(a, base, CJ_STR("E28=ひまわり"));
    cj_lint_result r;

    o.select = CJ_STR("CJ707");
    r = sample_lint(a, book, &o);
    cr_expect_eq(r.n_findings, 1, "unknown without a configuration");
    o.config = &config;
    r = sample_lint(a, book, &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cj_arena_free(a);
}
