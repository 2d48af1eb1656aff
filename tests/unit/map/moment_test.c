/* moment_test.c - the words of a countermeasure that say when it is done. */
#include <criterion/criterion.h>
#include "../make_book.h"
#include "map/moment.h"

Test(moment, first_in_a_text)
{
    static const struct {
        const char *text, *want;
    } list[] = {
        { "契約後3営業日以内に個別設定会を60分で実施する", "契約後3営業日以内に" },
        { "契約後７日目に用語集と設定動画（5分）を送る", "契約後７日目に" },
        { "31日目に業種別の活用レシピを3本送る", "31日目に" },
        { "毎月第2水曜にユースケース別ウェビナーを開く", "毎月第2水曜に" },
        { "毎月第２・第４水曜日に開く", "毎月第２・第４水曜日に" },
        { "2025年11月末までに部署別の権限機能を出す", "2025年11月末までに" },
        { "更新期限の90日前に効果算定シートを一緒に埋める", "更新期限の90日前に" },
        { "契約満了の3か月前までに提案する", "契約満了の3か月前までに" },
        { "用語集を契約後7日以内に送る", "契約後7日以内に" },
        { "用語集を送る（契約後7日以内）", "契約後7日以内" },
        { "キックオフ翌日に議事録を送る", "キックオフ翌日に" },
        { "初回ログイン直後にガイドを出す", "初回ログイン直後に" },
        { "四半期ごとにレビュー会を開く", "四半期ごとに" },
        { "週1回、利用状況を見る", "週1回" },
        { "月に2回の定例を開く", "月に2回" },
        { "3か月ごとに見直す", "3か月ごとに" },
        { "11月30日までに出す", "11月30日までに" },
        { "2025/11/30までに出す", "2025/11/30までに" },
        { "利用率が60%を下回ったら3日以内に電話する", "利用率が60%を下回ったら3日以内に" },
        { "ログインが2週間なければCSから電話する", "ログインが2週間なければ" },
        { "オンボーディング開始後7日以内に送る", "オンボーディング開始後7日以内に" },
        { "活用レシピを3本送る", "" },
        { "説明会を60分で実施する", "" },
        { "1日の流れを書く", "" },
        { "目標を3つ決める", "" },
        { "Within 5 business days of signature: send the glossary",
          "Within 5 business days of signature" },
        { "Run a 60-minute opening-balance session within 5 business days of signature",
          "within 5 business days of signature" },
        { "Pre-check bank feed permissions on day 2", "on day 2" },
        { "Send the automation starter pack on day 46", "on day 46" },
        { "Host an office hour on the second Tuesday of every month",
          "on the second Tuesday of every month" },
        { "Build the value report with the customer 90 days before contract end",
          "90 days before contract end" },
        { "Send the renewal quote 75 days before contract end",
          "75 days before contract end" },
        { "Within 7 days of contract send the glossary", "Within 7 days of contract" },
        { "Send a monthly usage report", "monthly" },
        { "Review adoption every quarter", "every quarter" },
        { "Ship the feature by 31 March 2026", "by 31 March 2026" },
        { "Ship the feature by the end of June", "by the end of June" },
        { "Call the admin in week 2", "in week 2" },
        { "Call at D+7", "at D+7" },
        { "Send the guide right after kickoff", "right after kickoff" },
        { "Build a template library", "" },
        { "Assign one contact per account", "" },
        { "Offer 3 recipes", "" },
        { "", "" },
        { "送る", "" },
    };
    cj_arena *arena = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_str text = cj_str_of(list[i].text), got = cj_moment(arena, text);

        cr_expect(cj_str_eq(got, cj_str_of(list[i].want)), "%s: " CJ_FMT, list[i].text,
                  CJ_ARG(got));
        cr_expect(!got.n || (got.p >= text.p && got.p + got.n <= text.p + text.n), "%s",
                  list[i].text);
    }
    cj_arena_free(arena);
}

Test(moment, of_items)
{
    static const struct {
        const char *text, *owner, *timing, *bare;
    } list[] = {
        { "【CS】契約後7日以内に用語集を送る", "CS", "契約後7日以内に",
          "契約後7日以内に用語集を送る" },
        { "【CS】契約後7日以内に：用語集を送る [E1]", "CS", "契約後7日以内に",
          "用語集を送る" },
        { "・【サポート】毎月第2水曜：ウェビナー", "サポート", "毎月第2水曜",
          "ウェビナー" },
        { "[Support] Within 7 days of contract: send the glossary", "Support",
          "Within 7 days of contract", "send the glossary" },
        { "動画を送る", "", "", "動画を送る" },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_err err = { .rc = CJ_OK };
        cj_map *m = make_map(
            arena,
            cj_str_z(arena,
                     cj_str_fmt(arena,
                                "項目\t導入期\t活用期\n行動\ta\tb\n課題・ペイン\ta\tb\n"
                                "打ち手（アクション）\t%s\tx\n",
                                list[i].text)),
            &err);
        const cj_cell *c = m ? cj_map_cell(m, CJ_COUNTERMEASURE, &m->phases[0]) : NULL;

        cr_assert(c && c->n_items == 1, "%s", list[i].text);
        cr_expect(cj_str_eq(c->items[0].owner, cj_str_of(list[i].owner)), "%s: " CJ_FMT,
                  list[i].text, CJ_ARG(c->items[0].owner));
        cr_expect(cj_str_eq(c->items[0].timing, cj_str_of(list[i].timing)), "%s: " CJ_FMT,
                  list[i].text, CJ_ARG(c->items[0].timing));
        cr_expect(cj_str_eq(c->items[0].bare, cj_str_of(list[i].bare)), "%s: " CJ_FMT,
                  list[i].text, CJ_ARG(c->items[0].bare));
        cj_arena_free(arena);
    }
}

Test(moment, owners_of_a_row)
{
    static const struct {
        const char *text, *owner;
    } list[] = {
        { "CS（レシピ）", "CS" },
        { "CS: レシピ", "CS" },
        { "CS：レシピ", "CS" },
        { "マーケティング(ウェビナー)", "マーケティング" },
        { "Support (bank feeds)", "Support" },
        { "Customer Success - recipes", "Customer Success" },
        { "カスタマーサクセス", "カスタマーサクセス" },
        { "（未）", "（未）" },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_err err = { .rc = CJ_OK };
        cj_map *m =
            make_map(arena,
                     cj_str_z(arena, cj_str_fmt(arena,
                                                "項目\t導入期\t活用期\n行動\ta\tb\n"
                                                "課題・ペイン\ta\tb\n担当部署\t%s\tx\n",
                                                list[i].text)),
                     &err);
        const cj_cell *c = m ? cj_map_cell(m, CJ_OWNER, &m->phases[0]) : NULL;

        cr_assert(c && c->n_items, "%s", list[i].text);
        cr_expect(cj_str_eq(c->items[0].owner, cj_str_of(list[i].owner)), "%s: " CJ_FMT,
                  list[i].text, CJ_ARG(c->items[0].owner));
        cj_arena_free(arena);
    }
}
