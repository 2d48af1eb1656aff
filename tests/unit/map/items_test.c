/* items_test.c - one cell in, its items out. */
#include "map/items.h"
#include "base/buf.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N(table) (sizeof(table) / sizeof *(table))

static cj_cell parsed(cj_arena *a, cj_elem elem, const char *text)
{
    cj_cell cell;

    memset(&cell, 0, sizeof cell);
    cell.elem = elem;
    cell.text = cj_str_of(text);
    cell.at.row = 5;
    cell.at.col = 2;
    cj_cell_parse(a, &cell);
    return cell;
}

/* "one|two|three"; of an item either its text or what it says. */
static const char *joined(cj_arena *a, const cj_cell *cell, bool bare)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < cell->n_items; i++) {
        if (i)
            cj_buf_byte(&b, '|');
        cj_buf_add(&b, bare ? cell->items[i].bare : cell->items[i].text);
    }
    return cj_str_z(a, cj_buf_str(&b));
}

typedef struct split_case {
    cj_elem elem;
    const char *text, *items;
} split_case;

static void expect_items(const split_case *cases, size_t n, bool bare)
{
    cj_arena *a = cj_arena_new(0);
    size_t i, j;

    for (i = 0; i < n; i++) {
        cj_cell cell = parsed(a, cases[i].elem, cases[i].text);
        const char *got = joined(a, &cell, bare);

        cr_expect_str_eq(got, cases[i].items, "\"%s\" is \"%s\", not \"%s\"", cases[i].text,
                         got, cases[i].items);
        for (j = 0; j < cell.n_items; j++) {
            const cj_item *item = &cell.items[j];

            cr_expect_eq(item->at.row, 5u);
            cr_expect(cj_str_eq(item->text, cj_str_cut(cell.text, item->at.from,
                                                       item->at.to - item->at.from)),
                      "\"%s\": place of item %zu", cases[i].text, j);
        }
    }
    cj_arena_free(a);
}

Test(items, lines_and_bullets)
{
    static const split_case cases[] = {
        { CJ_BEHAVIOR, "", "" },
        { CJ_BEHAVIOR, " \n　\n", "" },
        { CJ_BEHAVIOR, "・アカウント作成\n・データ連携\n・チュートリアル閲覧",
          "アカウント作成|データ連携|チュートリアル閲覧" },
        { CJ_BEHAVIOR, "･A\r\n• B\r\n●C\r\n", "A|B|C" },
        { CJ_BEHAVIOR, "・A\r・B", "A|B" },
        { CJ_BEHAVIOR, "・A_x000D_\n・B", "A|B" },
        { CJ_BEHAVIOR, "- Import\n– Export\n* Share\n— Close",
          "Import|Export|Share|Close" },
        { CJ_BEHAVIOR, "-Import", "Import" },
        { CJ_BEHAVIOR, "-5%\n−2\n－３", "-5%|−2|－３" },
        { CJ_BEHAVIOR, "- 5 seats", "5 seats" },
        { CJ_BEHAVIOR, "1. A\n2. B\n10. C", "A|B|C" },
        { CJ_BEHAVIOR, "1.設定\n２．連携\n３）共有\n（４）確認\n5、開始",
          "設定|連携|共有|確認|開始" },
        { CJ_BEHAVIOR, "1.5倍に増やす\n3、4人で使う\n2025. started",
          "1.5倍に増やす|3、4人で使う|2025. started" },
        { CJ_BEHAVIOR, "①登録②設定③確認", "登録|設定|確認" },
        { CJ_BEHAVIOR, "①登録\n②設定", "登録|設定" },
        { CJ_BEHAVIOR, "手順①登録②設定", "手順|登録|設定" },
        { CJ_BEHAVIOR, "❶登録❷設定", "登録|設定" },
        { CJ_BEHAVIOR, "①と②の違いを調べる", "①と②の違いを調べる" },
        { CJ_BEHAVIOR, "画面①を開く", "画面①を開く" },
        { CJ_BEHAVIOR, "設定（①登録②連携）", "設定（①登録②連携）" },
        { CJ_BEHAVIOR, "・", "" },
        { CJ_BEHAVIOR, "・\n・A\n・", "A" },
        { CJ_BEHAVIOR,
          "\xc2\xa0・\xc2\xa0"
          "A\n　・　B",
          "A|B" },
        { CJ_BEHAVIOR, "○○を設定する[E1]", "○○を設定する[E1]" },
        { CJ_BEHAVIOR, "**important** step", "**important** step" },
        { CJ_BEHAVIOR, "😊 喜ぶ\n😟", "😊 喜ぶ|😟" },
        { CJ_BEHAVIOR, "\xef\xbb\xbf・A", "A" },
        { CJ_BEHAVIOR, "・・A", "・・A" },
        { CJ_BEHAVIOR, "管理者\n・設定\n・連携", "管理者|設定|連携" },
    };

    expect_items(cases, N(cases), false);
}

Test(items, separators_by_element)
{
    static const split_case cases[] = {
        { CJ_MIND, "期待、不安、混乱", "期待|不安|混乱" },
        { CJ_MIND, "期待：早く数字を見たい\n不安：設定を間違えたくない [E1]",
          "期待：早く数字を見たい|不安：設定を間違えたくない [E1]" },
        { CJ_MIND, "Excited, but anxious", "Excited, but anxious" },
        { CJ_MIND, "Hopeful; anxious", "Hopeful|anxious" },
        { CJ_EMOTION, "期待, 不安", "期待|不安" },
        { CJ_TOUCHPOINT, "キックオフMTG、設定ガイド、チャットサポート [E6]",
          "キックオフMTG|設定ガイド|チャットサポート [E6]" },
        { CJ_TOUCHPOINT, "Kickoff call, setup guide, in-app chat [E5]",
          "Kickoff call|setup guide|in-app chat [E5]" },
        { CJ_TOUCHPOINT, "セミナー（初級、中級）、FAQ", "セミナー（初級、中級）|FAQ" },
        { CJ_TOUCHPOINT, "「設定、連携」講座、FAQ", "「設定、連携」講座|FAQ" },
        { CJ_TOUCHPOINT, "資料（一覧、FAQ", "資料（一覧|FAQ" },
        { CJ_TOUCHPOINT, "a (b [c, d) e], f), g", "a (b [c, d) e]|f)|g" },
        { CJ_TOUCHPOINT, "1,000件以上の事例集、FAQ", "1,000件以上の事例集|FAQ" },
        { CJ_KPI, "オンボーディング完了率、完了までの日数",
          "オンボーディング完了率|完了までの日数" },
        { CJ_KPI, "オンボーディング完了率 目標80%、初回レポート作成までの日数 目標14日",
          "オンボーディング完了率 目標80%|初回レポート作成までの日数 目標14日" },
        { CJ_KPI, "完了率、目標80%、日数", "完了率、目標80%|日数" },
        { CJ_KPI, "完了率\n目標：80%\n日数", "完了率\n目標：80%|日数" },
        { CJ_KPI, "・完了率\n　（目標80%）", "完了率\n　（目標80%）" },
        { CJ_KPI, "解約率、目標達成率 80%", "解約率|目標達成率 80%" },
        { CJ_KPI, "目標80%", "目標80%" },
        { CJ_KPI,
          "Median days to first reconciled month, target 21 days; Accounts with 2+ bank feeds "
          "connected by day 45, target 75%",
          "Median days to first reconciled month, target 21 days|Accounts with 2+ bank feeds "
          "connected by day 45, target 75%" },
        { CJ_KPI, "Share of accounts using 3+ workflows per month, target 65%",
          "Share of accounts using 3+ workflows per month, target 65%" },
        { CJ_KPI, "Churn, Target accounts reached", "Churn|Target accounts reached" },
        { CJ_KPI, "アクティブユーザー率(MAU)、機能利用率",
          "アクティブユーザー率(MAU)|機能利用率" },
        { CJ_KPI, "LTV、NPS®︎、アップセル率",
          "LTV|NPS®︎|アップセル率" },
        { CJ_OWNER, "CS（レシピ）、マーケティング（ウェビナー）",
          "CS（レシピ）|マーケティング（ウェビナー）" },
        { CJ_OWNER, "Onboarding (opening balances), Support (bank feeds)",
          "Onboarding (opening balances)|Support (bank feeds)" },
        { CJ_OWNER, "CS､サポート，営業", "CS|サポート|営業" },
        { CJ_EVIDENCE, "E1、E3", "E1|E3" },
        { CJ_GOAL, "初期設定を終え、基本的な価値を実感したい",
          "初期設定を終え、基本的な価値を実感したい" },
        { CJ_SUCCESS, "月5回以上ログインし、レポート機能を活用している",
          "月5回以上ログインし、レポート機能を活用している" },
        { CJ_BEHAVIOR, "設定、連携、共有", "設定、連携、共有" },
        { CJ_BEHAVIOR, "設定；連携; 共有", "設定|連携|共有" },
        { CJ_BEHAVIOR, "Signs up | Imports data | Invites two people",
          "Signs up|Imports data|Invites two people" },
        { CJ_PAIN, "設定が難しい｜用語が分からない [E1]",
          "設定が難しい|用語が分からない [E1]" },
        { CJ_PAIN, "選ぶ | 迷う（A | B）", "選ぶ|迷う（A | B）" },
        { CJ_COUNTERMEASURE, "個別会、資料送付", "個別会、資料送付" },
        { CJ_NOTE, "a, b、c", "a, b、c" },
    };

    expect_items(cases, N(cases), false);
}

Test(items, pains_keep_their_sentences)
{
    static const split_case cases[] = {
        { CJ_PAIN, "設定方法がわからない、専門用語が難しい",
          "設定方法がわからない|専門用語が難しい" },
        { CJ_PAIN, "どの機能から使えばいいかわからない",
          "どの機能から使えばいいかわからない" },
        { CJ_PAIN, "さらなる活用方法が思いつかない、他ツールとの連携が手間",
          "さらなる活用方法が思いつかない|他ツールとの連携が手間" },
        { CJ_PAIN, "・権限設定が粗く、他部署に渡せない [E3]",
          "権限設定が粗く、他部署に渡せない [E3]" },
        { CJ_PAIN, "連携できず、手入力している", "連携できず、手入力している" },
        { CJ_PAIN, "画面が多いため、迷う", "画面が多いため、迷う" },
        { CJ_PAIN, "説明がなく（E1）、困る", "説明がなく（E1）、困る" },
        { CJ_PAIN, "レポートは、項目が多い", "レポートは、項目が多い" },
        { CJ_PAIN, "営業、CS、サポートの情報が分断されている",
          "営業、CS、サポートの情報が分断されている" },
        { CJ_PAIN, "ログイン不可、エラー多発", "ログイン不可|エラー多発" },
        { CJ_PAIN, "不便、遅い", "不便|遅い" },
        { CJ_PAIN, "Slow, confusing", "Slow, confusing" },
        { CJ_PAIN,
          "- Opening balances do not match after import [E1, E5]\n- Bank feed setup needs an "
          "administrator we do not have [E5]",
          "Opening balances do not match after import [E1, E5]|Bank feed setup needs an "
          "administrator we do not have [E5]" },
    };

    expect_items(cases, N(cases), false);
}

Test(items, lines_that_go_on)
{
    static const split_case cases[] = {
        { CJ_PAIN, "・設定が難しい\n[E1]\n・用語が難しい\n（インタビュー n=8）",
          "設定が難しい\n[E1]|用語が難しい\n（インタビュー n=8）" },
        { CJ_PAIN, "設定が難しい\n出典：アンケート、問い合わせ",
          "設定が難しい\n出典：アンケート、問い合わせ" },
        { CJ_PAIN, "【仮説】\n設定が難しい", "【仮説】\n設定が難しい" },
        { CJ_PAIN, "・設定が難しい\n※6月時点", "設定が難しい\n※6月時点" },
        { CJ_BEHAVIOR, "・データ連携を\n　行う\n・共有する",
          "データ連携を\n　行う|共有する" },
        { CJ_BEHAVIOR, "データ連携\n　共有", "データ連携|共有" },
        { CJ_VOICE, "「どこから\n始めるのか」\n「高い」",
          "「どこから\n始めるのか」|「高い」" },
        { CJ_BEHAVIOR, "・A（1回目\n・B\n・C）", "A（1回目|B|C）" },
        { CJ_MIND, "期待、出典：アンケート、インタビュー",
          "期待、出典：アンケート、インタビュー" },
    };

    expect_items(cases, N(cases), false);
}

Test(items, what_is_said)
{
    static const split_case cases[] = {
        { CJ_PAIN, "・データ連携の設定手順がわからない [E1][E6]\n・専門用語が難しい【E6】",
          "データ連携の設定手順がわからない|専門用語が難しい" },
        { CJ_PAIN, "・用語が難しい [E6]\n【除外:CJ408 短くてよい】", "用語が難しい" },
        { CJ_PAIN, "Slow [E3] cjlint:ignore CJ408 known", "Slow" },
        { CJ_PAIN, "【仮説】用語がわからない", "用語がわからない" },
        { CJ_PAIN, "仮説：用語がわからない", "用語がわからない" },
        { CJ_PAIN, "Too slow (source: survey 2025Q1) on Mondays", "Too slow on Mondays" },
        { CJ_PAIN, "価格が高い（n=3）", "価格が高い" },
        { CJ_PAIN, "価格が高い 出典：営業ヒアリング", "価格が高い" },
        { CJ_PAIN, "価格が高い（特に初年度）", "価格が高い（特に初年度）" },
        { CJ_PAIN, "[E1]", "" },
        { CJ_COUNTERMEASURE, "・【CS】契約後7日以内に用語集を送る",
          "契約後7日以内に用語集を送る" },
        { CJ_COUNTERMEASURE, "[Support] Within 7 days of contract: send the glossary",
          "send the glossary" },
        { CJ_COUNTERMEASURE, "【CS】契約後7日以内：用語集を送る", "用語集を送る" },
        { CJ_COUNTERMEASURE, "契約後7日以内：用語集を送る", "用語集を送る" },
        { CJ_COUNTERMEASURE, "初期設定：個別に手伝う", "初期設定：個別に手伝う" },
        { CJ_COUNTERMEASURE, "毎朝10:00に電話する", "毎朝10:00に電話する" },
        { CJ_COUNTERMEASURE, "【仮説】【CS】説明会を開く", "説明会を開く" },
        { CJ_COUNTERMEASURE, "【重要】説明会を開く", "【重要】説明会を開く" },
    };

    expect_items(cases, N(cases), true);
}

Test(items, owner_in_front)
{
    static const struct {
        const char *text, *owner;
    } cases[] = {
        { "【CS】契約後7日以内に用語集を送る", "CS" },
        { "[Customer Success] Send the pack on day 46", "Customer Success" },
        { "・【オンボーディング】契約後3営業日以内に個別設定会を行う", "オンボーディング" },
        { "［サポート］動画を送る", "サポート" },
        { "【CS・サポート】説明会", "CS・サポート" },
        { "【CRMチーム】名寄せ", "CRMチーム" },
        { "【営業1課】訪問", "営業1課" },
        { "【仮説】【CS】説明会を開く", "CS" },
        { "[E1]【CS】説明会を開く", "CS" },
        { "【仮説】説明会を開く", "" },
        { "【出典：CRM】説明会を開く", "" },
        { "[E1] 説明会を開く", "" },
        { "【重要】説明会を開く", "" },
        { "【契約後7日】説明会を開く", "" },
        { "[Day 7] Host a session", "" },
        { "[1] Host a session", "" },
        { "説明会を開く【CS】", "" },
        { "（毎月）説明会を開く", "" },
        { "【】説明会を開く", "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < N(cases); i++) {
        cj_cell cell = parsed(a, CJ_COUNTERMEASURE, cases[i].text);

        cr_assert_eq(cell.n_items, 1u, "%s", cases[i].text);
        cr_expect(cj_str_eq(cell.items[0].owner, cj_str_of(cases[i].owner)),
                  "\"%s\": \"" CJ_FMT "\"", cases[i].text, CJ_ARG(cell.items[0].owner));
    }
    cj_arena_free(a);
}

Test(items, placeholders)
{
    static const struct {
        const char *text;
        bool is;
    } cases[] = {
        { "", false },
        { " \n", false },
        { "未定", true },
        { "・未定", true },
        { "未定。", true },
        { "　未定　", true },
        { "（未定）", true },
        { "【未定】", true },
        { "[TBD]", true },
        { "TBD.", true },
        { "ｔｂｄ", true },
        { "・未定\n・検討中", true },
        { "（記入）", true },
        { "※後日記入", true },
        { "後日決定", true },
        { "要相談", true },
        { "未アサイン", true },
        { "該当なし", true },
        { "XX%以上", true },
        { "ログイン率 ＸＸ％", true },
        { "to be agreed", true },
        { "WIP", true },
        { "Coming soon.", true },
        { "[insert metric]", true },
        { "(unassigned)", true },
        { "XX% of users", true },
        { "検討", false },
        { "わからない", false },
        { "Insert data into the CRM", false },
        { "Open", false },
        { "要相談の案件を共有する", false },
        { "・未定\n・設定する", false },
        { "未定の顧客が多い", false },
        { "？？？", true },
        { "-", true },
        { "・", true },
        { "…", true },
        { "①\n②\n③", true },
        { "①", false },
        { "○", false },
        { "例：30日以内に\n・登録", true },
        { "例：\n・登録する [E1]\n・設定する [E1]", true },
        { "e.g. sign up within 30 days [E1]", true },
        { "e.g.\n• Sign up [E1]\n• Set up [E1]", true },
        { "E.g. 42", true },
        { "Documents, e.g. the glossary", false },
        { "例外が多い", false },
        { "（例）30日以内に登録", true },
        { "なし", true },
        { "特になし", false },
        { "なし [E3]", false },
        { "○○機能を3つ使う", true },
        { "○○機能を3つ使う [E1]", false },
        { "○○様から要望", false },
        { "サンプルデータを試す", false },
        { "ここにきて利用が減った", false },
        { "none", true },
        { "None of the admins reply", false },
        { "N/A", true },
        { "-5", false },
        { "5", false },
        { "未定（6月に決定）", true },
        { "※未定", true },
        { "【仮説】", false },
        { "e.g.: imports data", true },
        { "・・・", true },
        { "\xe2\x80\x8b未定", true },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < N(cases); i++)
        cr_expect_eq(cj_placeholder(a, cj_str_of(cases[i].text)), cases[i].is, "\"%s\"",
                     cases[i].text);
    cr_expect(parsed(a, CJ_GOAL, "未定").placeholder);
    cr_expect(parsed(a, CJ_KPI, "特になし").placeholder);
    cr_expect(parsed(a, CJ_COUNTERMEASURE, "None known").placeholder);
    cr_expect(!parsed(a, CJ_PAIN, "特になし").placeholder);
    cr_expect(!parsed(a, CJ_KPI, "特になし [E3]").placeholder);
    cr_expect_eq(parsed(a, CJ_GOAL, "未定").n_items, 0u);
    cr_expect(!parsed(a, CJ_STATUS, "検討中").placeholder);
    cr_expect(parsed(a, CJ_STATUS, "-").placeholder);
    cj_arena_free(a);
}

Test(items, several_parts_and_places)
{
    cj_arena *a = cj_arena_new(0);
    cj_part parts[2] = {
        { .at = { 0, 3, 2, 0, 0 }, .text = CJ_LIT("・A [E1]\n・B") },
        { .at = { 0, 3, 3, 0, 0 }, .text = CJ_LIT(" C【仮説】") },
    };
    cj_cell cell;

    memset(&cell, 0, sizeof cell);
    cell.elem = CJ_PAIN;
    cell.text = CJ_STR("・A [E1]\n・B\nC【仮説】");
    cell.parts = parts;
    cell.n_parts = 2;
    cell.note = CJ_STR("出典：アンケート");
    cj_cell_parse(a, &cell);
    cr_assert_eq(cell.n_items, 3u);
    cr_expect_str_eq(joined(a, &cell, false), "A [E1]|B|C【仮説】");
    cr_expect_eq(cell.items[1].at.col, 2u);
    cr_expect_eq(cell.items[1].at.from, 13u);
    cr_expect_eq(cell.items[2].at.col, 3u);
    cr_expect_eq(cell.items[2].at.from, 1u);
    cr_expect_eq(cell.items[0].support.refs.n, 1u);
    cr_expect_eq(cell.items[1].support.refs.n, 0u);
    cr_expect(!cell.items[2].support.inline_source);
    cr_expect(cell.items[2].support.assumption);
    cr_expect(cell.support.inline_source && cell.support.assumption);
    cr_expect_eq(cell.support.refs.n, 1u);
    cj_arena_free(a);
}

Test(items, many)
{
    cj_arena *a = cj_arena_new(0);
    cj_cell cell;
    cj_buf b;
    int i;

    cj_buf_init(&b, a);
    for (i = 0; i < 1000; i++)
        cj_buf_fmt(&b, "・項目%d [E%d]\n", i, i);
    cell = parsed(a, CJ_PAIN, cj_str_z(a, cj_buf_str(&b)));
    cr_expect_eq(cell.n_items, 1000u);
    cr_expect_eq(cell.support.refs.n, 1000u);
    cr_expect(cj_str_eq(cell.items[999].bare, CJ_STR("項目999")));
    cj_arena_free(a);
}

/* What would take minutes if a step were quadratic. */
Test(items, hostile, .timeout = 60)
{
    static const char *const patterns[] = {
        "(",  ")",        "[E1]",      "「",       "a,",        "く、",    "営業、",
        ";",  "・\n",     "出典:",     "e:",       "n=",        "n=1 ",    "※仮説",
        "①",  "仮説:\n",  "((((((((a", "[E1-E99]", "[E1]\na\n", "○",       "\n(",
        "例", "【出典】", "\xe3\x80",  " =",       "【",        "(\n\n\n",
    };
    static const cj_elem elems[] = { CJ_MIND, CJ_PAIN, CJ_KPI, CJ_COUNTERMEASURE,
                                     CJ_EVIDENCE };
    size_t i, j, n;

    for (i = 0; i < N(patterns); i++)
        for (j = 0; j < N(elems); j++) {
            cj_arena *a = cj_arena_new(0);
            size_t each = strlen(patterns[i]);
            char *text = cj_alloc_text(a, 65536 + each);
            cj_cell cell;

            memset(&cell, 0, sizeof cell);
            for (n = 0; n < 65536; n += each)
                memcpy(text + n, patterns[i], each);
            cell.elem = elems[j];
            cell.text.p = text;
            cell.text.n = n;
            cj_cell_parse(a, &cell);
            cr_expect_leq(cell.n_items, 10001u, "%s", patterns[i]);
            cj_arena_free(a);
        }
}

/* ---- the cells of the sample maps ------------------------------------------------------------ */

static cj_str with_breaks(cj_arena *a, cj_str s)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < s.n; i++) {
        bool escape = s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 'n';

        cj_buf_byte(&b, escape ? '\n' : s.p[i]);
        i += escape;
    }
    return cj_buf_str(&b);
}

static cj_elem elem_of(cj_str id)
{
    static const char *const ids[] = {
        "custom",
#define CJ_ELEMENT(name, id, kind, fact, need, merge) id,
#include <cj/elements.def>
#undef CJ_ELEMENT
    };
    size_t i;

    for (i = 1; i < N(ids); i++)
        if (cj_str_eq(id, cj_str_of(ids[i])))
            return (cj_elem)i;
    return CJ_CUSTOM;
}

static cj_str support_of(cj_arena *a, const cj_cell *cell)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < cell->support.refs.n; i++)
        cj_buf_fmt(&b, "%sE%u", i ? "," : "", cell->support.refs.id[i]);
    cj_buf_z(&b, cell->support.sample ? "n" : "");
    cj_buf_z(&b, cell->support.named ? "source" : "");
    cj_buf_z(&b, cell->support.assumption ? "assumption" : "");
    return cj_buf_str(&b);
}

static cj_str said_of(cj_arena *a, const cj_cell *cell)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < cell->n_items; i++) {
        cj_buf_z(&b, i ? "|" : "");
        cj_buf_add(&b, cell->items[i].bare);
        if (cell->items[i].owner.n)
            cj_buf_fmt(&b, "{" CJ_FMT "}", CJ_ARG(cell->items[i].owner));
    }
    return cj_buf_str(&b);
}

Test(items, sample_maps)
{
    FILE *f = fopen("tests/data/cells/samples.tsv", "r");
    cj_arena *a = cj_arena_new(0);
    char *row = NULL;
    size_t size = 0, n = 0;

    cr_assert_not_null(f);
    for (; getline(&row, &size, f) > 0; n++) {
        cj_str rest = cj_str_copy(a, cj_str_of(row)), column[5];
        cj_cell cell;
        size_t i;

        rest.n--;
        if (*row == '#')
            continue;
        for (i = 0; i < 5; i++)
            cr_assert(cj_str_split(&rest, '\t', &column[i]), "%s", row);
        cell = parsed(a, elem_of(column[0]), cj_str_z(a, with_breaks(a, column[1])));
        cr_expect(cj_str_eq(cj_str_of(joined(a, &cell, false)), with_breaks(a, column[2])),
                  "%s", row);
        cr_expect(cj_str_eq(support_of(a, &cell), column[3]), "%s", row);
        cr_expect(cj_str_eq(said_of(a, &cell), with_breaks(a, column[4])), "%s", row);
    }
    cr_expect_gt(n, 150u);
    free(row);
    fclose(f);
    cj_arena_free(a);
}
