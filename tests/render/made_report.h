/* made_report.h - a report that says something of every kind, in both languages: what reviews and
 * comparisons of maps look like, to be looked at as a workbook and as a page. */
#ifndef CJ_TEST_MADE_REPORT_H
#define CJ_TEST_MADE_REPORT_H

#include <cj/report.h>

static inline cj_str made_word(cj_lang lang, const char *en, const char *ja)
{
    return cj_str_of(lang == CJ_JA ? ja : en);
}

/* ---- KPIs ---------------------------------------------------------------------------------------- */

static inline void made_kpis(cj_arena *a, cj_report *r)
{
    static const struct {
        const char *cell[13];
        cj_level level;
    } en[] = { { { "Phase", "KPI", "Unit", "Baseline", "Target", "Two before", "Last",
                   "Now", "Change", "To target", "Status", "Source", "Owner" },
                 CJ_PLAIN },
               { { "Onboarding", "Share of customers that finish onboarding", "%", "62",
                   "80", "62", "66", "71", "+5pt", "50%", "improved",
                   "Dashboard in the product", "Okada (CS)" },
                 CJ_GOOD_LEVEL },
               { { "Onboarding", "Days until the first report", "days", "24", "14", "24",
                   "21", "17", "-4 days", "70%", "improved", "Log of the application",
                   "Okada (CS)" },
                 CJ_GOOD_LEVEL },
               { { "Expansion", "Contracts used by 2 departments or more", "%", "22", "40",
                   "22", "24", "24", "±0pt", "11%", "flat", "Customer list",
                   "Mizuno (Support)" },
                 CJ_WARN_LEVEL },
               { { "Renewal", "Renewal rate", "%", "88", "95", "", "", "", "", "",
                   "not reported", "Finance", "Sato (Sales)" },
                 CJ_FAIL_LEVEL } },
      ja[] = { { { "フェーズ", "KPI", "単位", "現状値", "目標", "前々期", "前期", "今期",
                   "前期差", "目標まで", "状況", "取得元", "担当" },
                 CJ_PLAIN },
               { { "導入期", "オンボーディング完了率", "%", "62", "80", "62", "66", "71",
                   "+5pt", "50%", "改善", "製品内ダッシュボード", "岡田（CS）" },
                 CJ_GOOD_LEVEL },
               { { "導入期", "初回レポート作成までの日数", "日", "24", "14", "24", "21",
                   "17", "-4日", "70%", "改善", "アプリケーションログ", "岡田（CS）" },
                 CJ_GOOD_LEVEL },
               { { "拡大期", "2部署以上で利用する契約の割合", "%", "22", "40", "22", "24",
                   "24", "±0pt", "11%", "横ばい", "顧客台帳", "水野（サポート）" },
                 CJ_WARN_LEVEL },
               { { "更新期", "契約更新率", "%", "88", "95", "", "", "", "", "", "未入力",
                   "経理システム", "佐藤（営業）" },
                 CJ_FAIL_LEVEL } };
    cj_table *t = cj_report_table(a, r, 5, 13);
    size_t i, j;

    t->header_row = t->filter = true;
    t->title = made_word(r->lang, "KPI trend", "KPIの推移");
    t->marked = CJ_NEW_N(a, cj_marked, 5 * 13);
    for (i = 0; i < 5; i++)
        for (j = 0; j < 13; j++) {
            t->cell[i * 13 + j] = cj_str_of((r->lang == CJ_JA ? ja : en)[i].cell[j]);
            t->marked[i * 13 + j].number = j >= 3 && j <= 9;
        }
    for (i = 1; i < 5; i++)
        t->marked[i * 13 + 10].level = en[i].level;
    t->marked[3 * 13 + 10].note =
        made_word(r->lang, "Equal after rounding to the shown digits.",
                  "表示桁で丸めると前期と同じ値です。");
}

static inline cj_plot *made_plot(cj_arena *a, cj_plot *p, cj_lang lang, bool before)
{
    static const char *const quarters[] = { "2024Q3", "2024Q4", "2025Q1", "2025Q2",
                                            "2025Q3" };
    static const double now[] = { 60, 62, 66, 0, 71 }, then[] = { 58, 59, 63, 64, 66 };
    cj_plot_point *earlier = CJ_NEW_N(a, cj_plot_point, 5);
    size_t i;

    p->title =
        made_word(lang, "Customers that finish onboarding", "オンボーディング完了率");
    p->alt = made_word(lang, "60, 62, 66, none, 71%; target 80%",
                       "60、62、66、なし、71%、目標80%");
    p->has_target = true;
    p->target = 80;
    for (i = 0; i < 5; i++) {
        p->point[i].label = earlier[i].label = cj_str_of(quarters[i]);
        p->point[i].value = now[i];
        p->point[i].there = i != 3;
        p->point[i].text = cj_str_fmt(a, "%g%%", now[i]);
        earlier[i].value = then[i];
        earlier[i].there = true;
        earlier[i].text = cj_str_fmt(a, "%g%%", then[i]);
    }
    p->name = made_word(lang, "This map", "今回のマップ");
    p->name_before = made_word(lang, "The map before", "前回のマップ");
    p->before = before ? earlier : NULL;
    return p;
}

/* ---- changes -------------------------------------------------------------------------------------- */

static inline void made_words(cj_arena *a, cj_marked *m, cj_mark mark, const char *front,
                              const char *middle, const char *back)
{
    cj_line *line = cj_marked_line(a, m, CJ_LINE_TEXT);

    cj_line_add(a, line, CJ_M_PLAIN, cj_str_of(front));
    cj_line_add(a, line, mark, cj_str_of(middle));
    cj_line_add(a, line, CJ_M_PLAIN, cj_str_of(back));
}

static inline void made_changes(cj_arena *a, cj_report *r)
{
    static const char *const en
        [] = { "Phase",
               "Element",
               "Kind",
               "Before",
               "After",
               "Evidence",
               "Cell",
               "Onboarding",
               "Definition of success",
               "～ changed",
               "80% of the staff log in within 30 days",
               "90% of the staff log in within 21 days",
               "+E6",
               "C12",
               "Onboarding",
               "Pains",
               "＋ added",
               "",
               "The administrator does not know whom to ask about single sign-on, and waits for days",
               "E7",
               "C9",
               "Expansion",
               "Countermeasures",
               "－ removed",
               "Monthly call with the department heads about what they use and what they do not",
               "",
               "",
               "E15" },
      *const ja[] = {
          "フェーズ",
          "項目",
          "種類",
          "前",
          "後",
          "根拠",
          "セル",
          "導入期",
          "成功の定義",
          "～ 変更",
          "30日以内に社員の80%がログインしている",
          "21日以内に社員の90%がログインしている",
          "+E6",
          "C12",
          "導入期",
          "課題",
          "＋ 追加",
          "",
          "シングルサインオンの設定を誰に相談すればよいかわからず、管理者が数日待っている",
          "E7",
          "C9",
          "拡大期",
          "打ち手",
          "－ 削除",
          "部門長との月次の打ち合わせで、使われている機能と使われていない機能を確認する",
          "",
          "",
          "E15"
      };
    cj_table *t = cj_report_table(a, r, 4, 7);
    size_t i;

    t->header_row = true;
    t->marked = CJ_NEW_N(a, cj_marked, 28);
    for (i = 0; i < 28; i++)
        t->cell[i] = cj_str_of(r->lang == CJ_JA ? ja[i] : en[i]);
    if (r->lang == CJ_JA) {
        made_words(a, &t->marked[10], CJ_M_GONE, "30日以内に社員の", "80%",
                   "がログインしている");
        made_words(a, &t->marked[11], CJ_M_NEW, "21日以内に社員の", "90%",
                   "がログインしている");
    } else {
        made_words(a, &t->marked[10], CJ_M_GONE, "", "80%",
                   " of the staff log in within 30 days");
        made_words(a, &t->marked[11], CJ_M_NEW, "", "90%",
                   " of the staff log in within 21 days");
    }
    for (i = 1; i < 4; i++)
        if (t->cell[i * 7 + 6].n)
            cj_line_add(a, cj_marked_line(a, &t->marked[i * 7 + 6], CJ_LINE_TEXT),
                        CJ_M_HERE, t->cell[i * 7 + 6])
                ->to = cj_str_of(i == 1 ? "success" : "phase");
    t->marked[12].level = CJ_GOOD_LEVEL;
}

/* ---- the map -------------------------------------------------------------------------------------- */

static inline void made_map(cj_arena *a, cj_report *r)
{
    static const char
        *const en[] = { "",
                        "Onboarding",
                        "Adoption",
                        "Expansion",
                        "Renewal",
                        "Goal of the customer",
                        "Send the first report to the management",
                        "Use it every week",
                        "Let other departments use it",
                        "Explain why the contract is worth its price",
                        "Pains",
                        "• Nobody knows whom to ask\n• The data are in five files",
                        "Numbers do not match",
                        "Each department has its own rules",
                        "Nobody remembers what it was like before",
                        "Definition of success",
                        "90% of the staff log in within 21 days",
                        "5 reports a month",
                        "2 departments",
                        "The contract is renewed" },
               *const ja[] = {
                   "",
                   "導入期",
                   "活用促進期",
                   "拡大期",
                   "更新期",
                   "顧客のゴール",
                   "最初のレポートを経営会議に出す",
                   "毎週の会議で使う",
                   "他部署にも使ってもらう",
                   "費用に見合うと社内で説明できる",
                   "課題",
                   "• 誰に聞けばよいかわからない\n• データが5つのファイルに分かれている",
                   "数値が合わない",
                   "部署ごとに運用ルールが違う",
                   "導入前の状態を誰も覚えていない",
                   "成功の定義",
                   "21日以内に社員の90%がログインしている",
                   "月5回以上のレポート作成",
                   "2部署以上での利用",
                   "契約が更新される"
               };
    cj_table *t = cj_report_table(a, r, 4, 5);
    size_t i;

    t->role = CJ_TABLE_MAP;
    t->header_row = t->header_col = true;
    t->title = made_word(r->lang, "The map", "マップ");
    t->marked = CJ_NEW_N(a, cj_marked, 20);
    for (i = 0; i < 20; i++)
        t->cell[i] = cj_str_of(r->lang == CJ_JA ? ja[i] : en[i]);
    t->marked[1].anchor = CJ_STR("phase");
    t->marked[16].anchor = CJ_STR("success");
    t->marked[16].level = CJ_WARN_LEVEL;
    t->marked[16].note = made_word(r->lang, "1.1: 80% of the staff log in within 30 days",
                                   "1.1: 30日以内に社員の80%がログインしている");
}

/* ---- actions, of many columns with much to say ----------------------------------------------------- */

static inline void made_actions(cj_arena *a, cj_report *r)
{
    static const char *const en
        [] = { "ID",
               "Phase",
               "Action",
               "Who",
               "When",
               "Status",
               "Pain",
               "KPI",
               "Change of the KPI",
               "Recorded effect",
               "Decision",
               "Note",
               "A3",
               "Onboarding",
               "Checklist of the first 21 days, sent with the contract",
               "Okada (CS)",
               "2025-08-29",
               "in progress → done",
               "Nobody knows whom to ask about single sign-on",
               "Share of customers that finish onboarding",
               "66% → 71%",
               "Requests about the settings fell from 14 to 5 a month; customers start a week earlier",
               "continue",
               "See https://example.com/reports/onboarding/2025/q3/summary.html",
               "A7",
               "Expansion",
               "Call with the department heads every month",
               "Mizuno (Support)",
               "2025-10-15",
               "new",
               "Each department has its own rules",
               "Contracts used by 2 departments or more",
               "24% → 24%",
               "not recorded",
               "",
               "" },
      *const ja[] = {
          "ID",
          "フェーズ",
          "打ち手",
          "誰が",
          "いつ",
          "状況",
          "対応する課題",
          "効果を測るKPI",
          "KPIの変化",
          "記入された効果",
          "判断",
          "メモ",
          "A3",
          "導入期",
          "契約と同時に「最初の21日間チェックリスト」を送付する",
          "岡田（CS）",
          "2025-08-29",
          "実施中 → 完了",
          "シングルサインオンの設定を誰に相談すればよいかわからない",
          "オンボーディング完了率",
          "66% → 71%",
          "設定に関する問い合わせが月14件から5件に減り、利用開始が1週間早まった",
          "継続",
          "参照: https://example.com/reports/onboarding/2025/q3/summary.html",
          "A7",
          "拡大期",
          "部門長との月次の打ち合わせ",
          "水野（サポート）",
          "2025-10-15",
          "新規",
          "部署ごとに運用ルールが違う",
          "2部署以上で利用する契約の割合",
          "24% → 24%",
          "未記入",
          "",
          ""
      };
    cj_table *t = cj_report_table(a, r, 3, 12);
    cj_diagnostic *d;
    size_t i;

    t->header_row = t->header_col = true;
    t->marked = CJ_NEW_N(a, cj_marked, 36);
    for (i = 0; i < 36; i++)
        t->cell[i] = cj_str_of(r->lang == CJ_JA ? ja[i] : en[i]);
    t->marked[20].plot =
        made_plot(a, cj_report_series(a, cj_report_new(a, r->lang), 5), r->lang, false);
    t->marked[33].level = CJ_FAIL_LEVEL;
    d = &cj_report_add(a, r, CJ_B_DIAGNOSTIC)->diagnostic;
    d->rule = "CJ712";
    d->level = CJ_WARN_LEVEL;
    d->severity = made_word(r->lang, "warning", "警告");
    d->place = CJ_STR("q3.xlsx:Actions!H9");
    d->about = t->cell[26];
    d->message = made_word(r->lang, "The action is done, but its effect is not recorded.",
                           "完了した打ち手の効果が記入されていません。");
    d->hint = made_word(
        r->lang,
        "Write into column H what the action brought about, with a figure and where it comes from: "
        "the dashboard, a survey, or what customers said in the calls of this quarter.",
        "H列に、打ち手によって何がどう変わったかを、数値とその取得元（ダッシュボード、アンケート、"
        "今期の打ち合わせでのお客様の声など）とともに記入してください。");
}

/* ---- all of it ------------------------------------------------------------------------------------ */

static inline void made_summary(cj_arena *a, cj_report *r)
{
    static const char *const en[] = { "Version",    "1.1 → 1.2", "Days",
                                      "2025-06-27", "Owner",     "Okada (CS)" },
                             *const ja[] = { "版",         "1.1 → 1.2", "日付",
                                             "2025-06-27", "責任者",    "岡田（CS）" };
    cj_block *list;
    cj_table *t;
    size_t i;

    cj_report_text(
        a, r, CJ_PLAIN,
        made_word(
            r->lang,
            "Map: Report Navi Enterprise 1.1 -> 1.2 (2025-06-27 -> 2025-09-24, 89 days)",
            "対象: レポートナビ エンタープライズ版 1.1 → 1.2（2025-06-27 → 2025-09-24、89日）"));
    cj_report_text(a, r, CJ_WARN_LEVEL,
                   made_word(r->lang,
                             "KPI: 0 on target, 2 improved, 0 worse, 1 not reported (of 4)",
                             "KPI: 目標達成 0、改善 2、悪化 0、未入力 1（全4）"));
    cj_report_text(a, r, CJ_NOTE_LEVEL,
                   made_word(r->lang,
                             "A KPI change is not proof that the action caused it.",
                             "KPIの変化は打ち手だけの結果とは限りません。"));
    t = cj_report_table(a, r, 3, 2);
    t->plain = t->header_col = true;
    for (i = 0; i < 6; i++)
        t->cell[i] = cj_str_of(r->lang == CJ_JA ? ja[i] : en[i]);
    cj_report_heading(a, r, 2, made_word(r->lang, "Decisions needed", "判断が必要なこと"));
    list = cj_report_list(a, r, 2);
    list->marked = CJ_NEW_N(a, cj_marked, 2);
    list->entry[0] = made_word(
        r->lang, "Renewal rate: no value this quarter; ask Sato (Sales) until 2025-10-10.",
        "契約更新率: 今期の値がありません。2025-10-10までに佐藤（営業）に確認してください。");
    list->entry[1] = made_word(
        r->lang, "Contracts used by 2 departments: off target, no action.",
        "2部署以上で利用する契約の割合: 目標未達ですが、実施中の打ち手がありません。");
    cj_line_add(a, cj_marked_line(a, &list->marked[1], CJ_LINE_TEXT), CJ_M_HERE,
                list->entry[1])
        ->to = CJ_STR("kpi");
}

static inline cj_report *made_report(cj_arena *a, cj_lang lang, bool upright)
{
    cj_report *r = cj_report_new(a, lang);
    cj_block *b;
    cj_plot *p;

    r->upright = upright;
    r->title = made_word(lang, "Review 2025Q3", "四半期レビュー 2025Q3");
    cj_report_heading(a, r, 1, r->title);
    made_summary(a, r);
    b = cj_report_heading(a, r, 2, made_word(lang, "KPI trend", "KPIの推移"));
    b->page = true;
    b->anchor = CJ_STR("kpi");
    made_kpis(a, r);
    p = cj_report_series(a, r, 5);
    made_plot(a, p, lang, false);
    b = cj_report_heading(
        a, r, 2, made_word(lang, "What changed, by phase", "変更点（フェーズ別）"));
    b->page = true;
    made_changes(a, r);
    p = cj_report_series(a, r, 5);
    made_plot(a, p, lang, true);
    b = cj_report_heading(a, r, 2,
                          made_word(lang, "Map (changes shown)", "マップ（変更表示）"));
    b->page = true;
    made_map(a, r);
    cj_report_heading(a, r, 2, made_word(lang, "Effect of actions", "打ち手の効果検証"))
        ->page = true;
    made_actions(a, r);
    return r;
}

#endif
