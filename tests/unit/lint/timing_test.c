/* timing_test.c - what says when, what only sounds like it, and how long something lasts. */
#include "lint/timing.h"
#include "lint/said.h"
#include <criterion/criterion.h>

static void check(bool (*predicate)(cj_str), const char *what, const char *const *texts,
                  bool want)
{
    cj_arena *a = cj_arena_new(0);

    for (; *texts; texts++)
        cr_expect_eq(predicate(cj_said(a, cj_str_of(*texts))), want, "%s%s: \"%s\"",
                     want ? "" : "not ", what, *texts);
    cj_arena_free(a);
}

Test(timing, japanese)
{
    static const char *const yes[] = { "契約後7日以内に用語集を送る",
                                       "契約後7日目に送付",
                                       "毎月第2水曜にウェビナーを開く",
                                       "31日目に活用レシピを3本送る",
                                       "契約後3営業日以内に個別設定会を60分で実施する",
                                       "2025年11月末までに部署別の権限機能を出す",
                                       "121日目に他部署向け説明会を1回行う",
                                       "更新期限の90日前に効果算定シートを一緒に埋める",
                                       "ヘルススコアが60未満になったら電話する",
                                       "横展開の話が出たらすぐ渡す",
                                       "案内POPを設置時に渡す",
                                       "設置訪問の当日に名簿を取り込む",
                                       "設定が終わったらなるべく早く渡す",
                                       "利用率が30%を下回ったら声をかける",
                                       "月1回の定例MTG",
                                       "週１回レポートを送る",
                                       "月に2回訪問",
                                       "年4回の勉強会",
                                       "四半期ごとにレビュー会を開く",
                                       "四半期レビュー会",
                                       "隔週で進捗を確認",
                                       "毎朝ダッシュボードを見る",
                                       "毎週月曜に配信",
                                       "月次レポートを送る",
                                       "初日に案内する",
                                       "月末に集計を送る",
                                       "6月上旬に説明会",
                                       "初回ログイン直後にチュートリアルを出す",
                                       "キックオフ時に役割を決める",
                                       "導入完了後にアンケートを取る",
                                       "更新前に提案する",
                                       "契約当日にメールを送る",
                                       "問い合わせ受領後24時間以内に返信",
                                       "D+7にメール",
                                       "T-90に提案",
                                       "3か月ごとに訪問",
                                       "二週間に一度連絡する",
                                       "三日以内に返信する",
                                       "11/30までに公開",
                                       "2025-11に公開",
                                       "2025Q3に公開",
                                       "3Qに公開",
                                       "設定が終わり次第、研修を案内する",
                                       "ログインが7日間ない場合に電話する",
                                       "解約の兆候を検知した時に訪問",
                                       "トライアル終了の前日に連絡",
                                       "半年ごとに見直す",
                                       "月イチで勉強会",
                                       "3回/週メールを送る",
                                       "翌営業日に電話する",
                                       "来月から配信",
                                       "④毎月の勉強会",
                                       "1か月後にフォローの電話",
                                       "１ヶ月前に見積を出す",
                                       "1on1を月2で行う",
                                       "NPSが6以下なら電話する",
                                       "キックオフMTGで説明する",
                                       "オンボーディング期間中に3回訪問",
                                       "担当者変更時に説明し直す",
                                       "GW明けにフォロー",
                                       "平日9〜18時にチャットで答える",
                                       "未ログインが続く場合に連絡",
                                       "キックオフから2週間：設定支援",
                                       "契約～1か月：電話フォロー",
                                       "利用率が下がったとき連絡",
                                       "トリガー：スコア60",
                                       NULL };
    static const char *const no[] = { "",
                                      "動画マニュアルの送付",
                                      "成果をもたらす活用法を案内する",
                                      "臨時に対応する",
                                      "個別オンボーディング",
                                      "ユースケース別セミナー",
                                      "ヘルススコアに応じた声がけ",
                                      "個別相談会の実施",
                                      "新機能の先行案内",
                                      "効果を金額にした報告書を一緒に作る",
                                      "適宜、声をかける",
                                      "定期的に連絡する",
                                      "随時フォローする",
                                      "必要に応じて訪問する",
                                      "早めに連絡する",
                                      "都度対応する",
                                      "十分に説明する",
                                      "導入事例を紹介する",
                                      "契約内容を説明する資料を作る",
                                      "初回レポートの作り方を送る",
                                      "60分の研修を行う",
                                      "業務時間を短縮する提案",
                                      "設定ガイドを前面に出す",
                                      "利用状況を確認する",
                                      "担当を割り当てる",
                                      "更新について今後相談する",
                                      "3部署に説明する",
                                      "用語集と設定動画（5分）を送る",
                                      "空いた時間で学べる教材を作る",
                                      "確認しなければならない項目の一覧を渡す",
                                      "契約から運用への引き継ぎを説明する",
                                      NULL };

    check(cj_timing, "timing", yes, true);
    check(cj_timing, "timing", no, false);
}

Test(timing, english)
{
    static const char *const yes[] = {
        "Send the guide within 7 days of contract",
        "on day 7",
        "monthly",
        "Run a 60-minute opening-balance session within 5 business days of signature",
        "Pre-check bank feed permissions on day 2",
        "Send the automation starter pack on day 46",
        "Host an office hour on the second Tuesday of every month",
        "Build the value report with the customer 90 days before contract end",
        "Send the renewal quote 75 days before contract end",
        "Call two weeks after kickoff",
        "weekly check-in",
        "Quarterly business review",
        "every second Wednesday",
        "Call when the health score drops below 60",
        "after the first login",
        "Upon signature: call",
        "before renewal",
        "during onboarding",
        "D+7 e-mail",
        "T-90 proposal",
        "by 2025-11-30",
        "by the end of March",
        "Launch in June",
        "March 31: review",
        "in Q3",
        "first week: call",
        "once a month",
        "twice a week",
        "in two weeks",
        "within 24 hours",
        "at go-live",
        "once the import has finished",
        "as soon as the account is created",
        "30-day check-in",
        "per quarter",
        "each month",
        "every morning",
        "next business day after a ticket",
        "at month-end",
        "FY26 rollout",
        "if usage falls below 3 logins",
        "Start of month usage report",
        "Same-day response to tickets",
        "24h response to tickets",
        "Trigger: health score < 60",
        "Wk 3 check in",
        "Mid-quarter check",
        NULL
    };
    static const char *const no[] = { "Send the guide",
                                      "Follow up",
                                      "as needed",
                                      "Call when needed",
                                      "regularly",
                                      "if necessary",
                                      "from time to time",
                                      "as soon as possible",
                                      "Host a 60-minute session",
                                      "Look after the account",
                                      "Train 3 teams",
                                      "Offer a discount of 5%",
                                      "Share the playbook",
                                      "Promptly answer tickets",
                                      "Run ongoing training",
                                      "Send a day planner",
                                      "Talk to the buyer",
                                      "Demo the dashboard to five users",
                                      NULL };

    check(cj_timing, "timing", yes, true);
    check(cj_timing, "timing", no, false);
}

Test(timing, weak)
{
    static const char *const yes[] = { "適宜、声をかける",
                                       "定期的なフォロー",
                                       "必要に応じて訪問",
                                       "as needed",
                                       "Call regularly",
                                       "Reply asap",
                                       NULL };
    static const char *const no[] = { "契約後7日以内に送る", "動画を送る", "Send the guide",
                                      "on day 7", NULL };

    check(cj_timing_weak, "weak", yes, true);
    check(cj_timing_weak, "weak", no, false);
}

Test(timing, duration)
{
    static const char *const yes[] = { "契約後0〜30日",
                                       "31〜120日",
                                       "導入期（契約後0〜30日）",
                                       "1か月目〜3か月目",
                                       "4月〜6月",
                                       "2年目",
                                       "契約終了の95日前から更新の意思決定まで",
                                       "Day 0-45",
                                       "Months 2-6",
                                       "Onboarding (Day 0-30)",
                                       "First 30 days",
                                       "the first two quarters: 6 months",
                                       "90-day ramp",
                                       "第1四半期（3か月）",
                                       "D+30",
                                       NULL };
    static const char *const no[] = {
        "",
        "導入期",
        "フェーズ1:導入期",
        "基本機能を週1回以上使い、応用機能を1つ以上試している状態",
        "2部署以上で使われ、月次の会議資料に使われている状態",
        "Onboarding",
        "Phase 2: Adoption",
        "At least 3 of 5 core workflows are used every month",
        "十分に使われている状態",
        "From contract signature until the first month is reconciled in the product",
        NULL
    };

    check(cj_duration, "duration", yes, true);
    check(cj_duration, "duration", no, false);
}

Test(timing, deadline)
{
    static const char *const yes[] = { "3月末までに更新契約を締結",
                                       "2026年3月31日（火）までに稼働",
                                       "１１/３０までに公開",
                                       "2026-03-31までに稼働",
                                       "月末迄に全データを移行",
                                       "年内までに稟議を終える",
                                       "Renewal signed by 31 March 2026",
                                       "Live by March 31",
                                       "Live by the end of Q3",
                                       "Data migrated no later than 2026-03-31",
                                       "Value report accepted before the 1st of May",
                                       "Live by day 30",
                                       NULL };
    static const char *const no[] = { "",
                                      "最後まで使いこなしている",
                                      "担当者まで理解している",
                                      "3月末に稼働",
                                      "2025年に定着",
                                      "フェーズ1まで完了",
                                      "Renewal signed in 2026",
                                      "Used by the team",
                                      "Signed before long",
                                      "Trusted by 3 teams",
                                      NULL };

    check(cj_deadline, "deadline", yes, true);
    check(cj_deadline, "deadline", no, false);
}
