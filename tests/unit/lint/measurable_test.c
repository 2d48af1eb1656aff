/* measurable_test.c - what counts as a measure and what only looks like one. */
#include "lint/measurable.h"
#include "lint/said.h"
#include <criterion/criterion.h>

static void check(const char *const *texts, bool want)
{
    cj_arena *a = cj_arena_new(0);

    for (; *texts; texts++)
        cr_expect_eq(cj_measurable(a, cj_said(a, cj_str_of(*texts))), want, "%s: \"%s\"",
                     want ? "measurable" : "not measurable", *texts);
    cj_arena_free(a);
}

Test(measurable, of_the_rules)
{
    static const char *const yes[] = {
        "主要機能を3つ以上利用し、最初のレポートを作成できること",
        "月４回以上利用",
        "三つ以上の機能を利用している",
        "全員がログインしている",
        "Raise completion to 80% by 2026-03",
        "3 core workflows used per month",
        "2026年3月末までに完了率を80%にする",
        "LTVを2倍に",
        NULL
    };
    static const char *const no[] = { "アップセル・クロスセルに繋がる",
                                      "フェーズ1を完了",
                                      "2025年に定着",
                                      "一部の機能を理解",
                                      "Phase 2 completed",
                                      "Renewal signed",
                                      "問題なく使えている",
                                      "Customers are successfully engaged",
                                      "顧客満足度を向上させる",
                                      "Improve the customer experience",
                                      NULL };

    check(yes, true);
    check(no, false);
}

Test(measurable, japanese)
{
    static const char *const yes[] = { "月5回以上ログインし、レポート機能を活用している",
                                       "主要機能を3つ利用できている",
                                       "2部署以上で合計10名以上が月1回以上ログインしている",
                                       "30日以内に初期設定を終えている",
                                       "利用率８０％以上",
                                       "約7割の社員が利用している",
                                       "八割の社員が使っている",
                                       "十名以上が利用",
                                       "二部署で使われている",
                                       "アクティブユーザーが1,000人を超える",
                                       "問い合わせ件数が半数になる",
                                       "過半数が利用している",
                                       "毎週ログインしている",
                                       "NPSが40を超えている",
                                       "ヘルススコア70",
                                       "目標は80",
                                       "処理時間を1.5倍に短縮",
                                       "レポートを1本公開している",
                                       "10数社で利用",
                                       "①主要機能を3つ以上使う",
                                       "1. 初回レポートを2本作成",
                                       "削減時間が月20時間以上",
                                       "2四半期連続で利用が増えている",
                                       "全ユーザーが設定を終えている",
                                       "金額換算で100万円以上",
                                       "¥500,000の削減",
                                       "契約後3か月以内に稼働",
                                       "18か月以上継続",
                                       "ログイン率 60％",
                                       "3〜5回利用している",
                                       "習熟度テスト80点以上",
                                       "上位3位に入る",
                                       "500ライセンスのうち60%",
                                       NULL };
    static const char *const no[] = { "",
                                      "製品を使いこなしている",
                                      "業務に定着している",
                                      "2025年度に全社で活用",
                                      "6月末までに稼働",
                                      "2025年3月末に定着",
                                      "令和7年3月に公開",
                                      "25年3月に稼働",
                                      "2025/06/24に公開",
                                      "第2フェーズを終えている",
                                      "STEP3まで完了",
                                      "バージョン2を利用",
                                      "ver1.2に移行済み",
                                      "Office 365と連携できている",
                                      "Q3に定着",
                                      "2025Q1に稼働",
                                      "1Qに定着",
                                      "FY25に拡大",
                                      "第3四半期に定着",
                                      "一通り操作できる",
                                      "十分に活用できている",
                                      "一人で操作できる",
                                      "一緒に運用できる",
                                      "一般ユーザーが理解している",
                                      "一覧を作れる",
                                      "統一されたルールで運用",
                                      "唯一の基盤になっている",
                                      "一人ひとりが理解している",
                                      "B2Bの商流で使えている",
                                      "24/7で安心して使える",
                                      "1on1が回っている",
                                      "満足している [E12]",
                                      "満足している（アンケート n=54）",
                                      "満足【出典: アンケート2025Q1 n=54】",
                                      "なくてはならない存在になっている",
                                      "①理解している",
                                      "1. 理解している\n2. 納得している",
                                      "12月に更新",
                                      "12月31日に更新",
                                      NULL };

    check(yes, true);
    check(no, false);
}

Test(measurable, english)
{
    static const char *const yes[] = {
        "First month reconciled and 2 bank feeds connected within 45 days",
        "At least 3 core workflows used per month and close time of 8 hours or less",
        "Value report with 1 signed figure delivered 60 days before contract end",
        "80 percent of seats active",
        "5 users invited",
        "logs in at least twice a week",
        "more than 10 tickets closed",
        "under 5 support tickets",
        "fewer than 3 escalations",
        ">= 70",
        "CSAT of 4.5",
        "NPS above 40",
        "three core workflows in use",
        "two or more teams onboarded",
        "everyone has logged in",
        "All users trained",
        "used every week",
        "$10,000 saved",
        "within a week of signature",
        "2x faster close",
        "30-day adoption achieved by 3 teams",
        "at least one dashboard published",
        "half of the seats are active",
        "target: 80",
        "10+ reports a month",
        NULL
    };
    static const char *const no[] = { "Customer is happy",
                                      "Fully onboarded",
                                      "Renewal signed in 2026",
                                      "Live by March 31",
                                      "Live by 31 March 2026",
                                      "Adopted in Q3 2025",
                                      "Stage 3 reached",
                                      "Moved to version 2.1",
                                      "Uses Office 365",
                                      "Microsoft 365 connected",
                                      "Step 2 done",
                                      "B2B process works",
                                      "24/7 support is trusted",
                                      "Satisfied [E4]",
                                      "Satisfied (survey n=54)",
                                      "The team understands the product",
                                      "Value realized",
                                      "FY25 rollout completed",
                                      "Go-live on 2026-03-31",
                                      "Launched in January 2026",
                                      NULL };

    check(yes, true);
    check(no, false);
}
