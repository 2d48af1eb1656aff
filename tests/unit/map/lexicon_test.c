/* lexicon_test.c - what the word lists hit, and what they must leave alone. */
#include "map/lexicon.h"
#include "base/utf8.h"
#include <criterion/criterion.h>

#define N(table) (sizeof(table) / sizeof *(table))

typedef struct find_case {
    cj_lexicon list;
    const char *text, *hit; /* NULL: no hit */
} find_case;

static void expect_finds(const find_case *cases, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < n; i++) {
        cj_str folded = cj_utf8_fold(a, cj_str_of(cases[i].text)), hit = { NULL, 0 };
        bool found = cj_lexicon_find(cases[i].list, folded, &hit);

        cr_expect_eq(found, cases[i].hit != NULL, "\"%s\": \"" CJ_FMT "\"", cases[i].text,
                     CJ_ARG(hit));
        if (found && cases[i].hit)
            cr_expect(cj_str_eq(hit, cj_str_of(cases[i].hit)), "\"%s\": \"" CJ_FMT "\"",
                      cases[i].text, CJ_ARG(hit));
    }
    cj_arena_free(a);
}

Test(lexicon, japanese_speculation)
{
    static const find_case cases[] = {
        { CJ_LEX_SPECULATION, "きっと満足しているはず", "きっと" },
        { CJ_LEX_SPECULATION, "満足しているはず", "はず" },
        { CJ_LEX_SPECULATION, "満足しているはず。", "はず" },
        { CJ_LEX_SPECULATION, "満足しているはず（未確認）", "はず" },
        { CJ_LEX_SPECULATION, "満足しているはずです", "はずです" },
        { CJ_LEX_SPECULATION, "満足しているはず\n・困らない", "はず" },
        { CJ_LEX_SPECULATION, "設定を外れたときにはずれる", NULL },
        { CJ_LEX_SPECULATION, "フィルタをはずす", NULL },
        { CJ_LEX_SPECULATION, "連携できるはずだったが動かない", NULL },
        { CJ_LEX_SPECULATION, "手はずです", NULL },
        { CJ_LEX_SPECULATION, "素晴らしい、すばらしい、めずらしい、あたらしい", NULL },
        { CJ_LEX_SPECULATION, "便利らしい", "らしい" },
        { CJ_LEX_SPECULATION, "素晴らしいらしい", "らしい" },
        { CJ_LEX_SPECULATION, "使いこなせるだろうか", NULL },
        { CJ_LEX_SPECULATION, "使いこなせるでしょうか", NULL },
        { CJ_LEX_SPECULATION, "高いのではないだろうか", "ではないだろうか" },
        { CJ_LEX_SPECULATION, "満足だろう", "だろう" },
        { CJ_LEX_SPECULATION, "多分に影響する", NULL },
        { CJ_LEX_SPECULATION, "多分困っている", "多分" },
        { CJ_LEX_SPECULATION, "利用したぶんだけ払う", NULL },
        { CJ_LEX_SPECULATION, "たぶん困っている", "たぶん" },
        { CJ_LEX_SPECULATION, "もっと思う存分使いたい", NULL },
        { CJ_LEX_SPECULATION, "設定がわからない", NULL },
        { CJ_LEX_SPECULATION, "", NULL },
    };

    expect_finds(cases, N(cases));
}

Test(lexicon, english_speculation)
{
    static const find_case cases[] = {
        { CJ_LEX_SPECULATION, "Probably happy", "probably" },
        { CJ_LEX_SPECULATION, "Most likely satisfied", "likely" },
        { CJ_LEX_SPECULATION, "Unlikely to renew", NULL },
        { CJ_LEX_SPECULATION, "Cannot guess the next step", NULL },
        { CJ_LEX_SPECULATION, "Worried it might break", NULL },
        { CJ_LEX_SPECULATION, "Asked how likely they are to recommend us", NULL },
        { CJ_LEX_SPECULATION, "The almighty mighty admin", NULL },
        { CJ_LEX_SPECULATION, "They might leave", "might" },
        { CJ_LEX_SPECULATION, "A lot of guesswork", NULL },
        { CJ_LEX_SPECULATION, "Users have to guess the format", NULL },
        { CJ_LEX_SPECULATION, "Our best guess", "guess" },
        { CJ_LEX_SPECULATION, "Data must be re-entered by hand", NULL },
        { CJ_LEX_SPECULATION, "They must be happy", "they must be" },
        { CJ_LEX_SPECULATION, "We\nthink it is fine", "we\nthink" },
        { CJ_LEX_SPECULATION, "Ｐｒｏｂａｂｌｙ", "probably" },
        { CJ_LEX_SPECULATION, "seemingly", NULL },
        { CJ_LEX_SPECULATION, "É perhapsé", NULL },
    };

    expect_finds(cases, N(cases));
}

Test(lexicon, other_lists)
{
    static const find_case cases[] = {
        { CJ_LEX_COMPANY_CENTRIC, "LTV最大化", "ltv" },
        { CJ_LEX_COMPANY_CENTRIC, "アップセル・クロスセルに繋がる", "アップセル" },
        { CJ_LEX_COMPANY_CENTRIC, "契約更新率", "契約更新率" },
        { CJ_LEX_COMPANY_CENTRIC, "マスタデータの更新率が90%", NULL },
        { CJ_LEX_COMPANY_CENTRIC, "arrive on time", NULL },
        { CJ_LEX_VAGUE, "アップセル・クロスセルに繋がる", "繋が" },
        { CJ_LEX_VAGUE, "as well as the team", NULL },
        { CJ_LEX_VAGUE, "work well", "well" },
        { CJ_LEX_KPI_NOUN, "オンボーディング完了率", "率" },
        { CJ_LEX_KPI_NOUN, "効率化", NULL },
        { CJ_LEX_KPI_NOUN, "効率化率", "率" },
        { CJ_LEX_KPI_NOUN, "テンプレート送付", NULL },
        { CJ_LEX_KPI_NOUN, "コンバージョンレート", "レート" },
        { CJ_LEX_KPI_NOUN, "複数拠点での利用", NULL },
        { CJ_LEX_KPI_NOUN, "複数拠点利用率", "率" },
        { CJ_LEX_KPI_NOUN, "Operations training", NULL },
        { CJ_LEX_KPI_NOUN, "Follow-up calls", NULL },
        { CJ_LEX_KPI_NOUN, "Number of logins", "number of" },
        { CJ_LEX_KPI_NOUN, "# of logins", "# of" },
        { CJ_LEX_PRESCRIPTIVE, "承認が必要で時間がかかる", NULL },
        { CJ_LEX_PRESCRIPTIVE, "動画マニュアルが必要", "が必要" },
        { CJ_LEX_PRESCRIPTIVE, "動画マニュアルを用意すべき", "すべき" },
        { CJ_LEX_PRESCRIPTIVE, "何をすべきかわからない", NULL },
        { CJ_LEX_PRESCRIPTIVE, "資料を作る時間がない", NULL },
        { CJ_LEX_PRESCRIPTIVE, "資料を作る", "を作る" },
        { CJ_LEX_PRESCRIPTIVE, "Need to add a wizard", "need to" },
        { CJ_LEX_PRESCRIPTIVE, "Users need to type it twice", NULL },
        { CJ_LEX_WEAK_TIMING, "いつからでも使える", NULL },
        { CJ_LEX_WEAK_TIMING, "いつか連絡する", "いつか" },
        { CJ_LEX_EVTYPE, "顧客インタビュー 8名", "顧客インタビュー" },
        { CJ_LEX_EVTYPE, "ログイン画面", NULL },
        { CJ_LEX_EVTYPE, "操作ログ", "ログ" },
        { CJ_LEX_EVTYPE, "takes 30 minutes", NULL },
        { CJ_LEX_EVTYPE, "eNPS", NULL },
        { CJ_LEX_EVTYPE, "2024NPS", "nps" },
        { CJ_LEX_SOURCE_LABEL, "人的リソース", NULL },
        { CJ_LEX_ASSUMPTION, "※仮説", "※仮説" },
        { CJ_LEX_ASSUMPTION, "※想定外の停止", NULL },
        { CJ_LEX_PLACEHOLDER, "○○機能を使う", "○○" },
        { CJ_LEX_PLACEHOLDER, "○○様の声", NULL },
        { CJ_LEX_NEGATIVE_EMOTION, "期待、不安、混乱", "不安" },
        { CJ_LEX_POSITIVE_EMOTION, "期待、不安、混乱", "期待" },
    };

    expect_finds(cases, N(cases));
}

Test(lexicon, personal_data)
{
    static const find_case cases[] = {
        { CJ_LEX_PII, "連絡先は taro@example.com.", "taro@example.com" },
        { CJ_LEX_PII, "taro.yamada+cs@mail.example.co.jp へ",
          "taro.yamada+cs@mail.example.co.jp" },
        { CJ_LEX_PII, "support@example.com", NULL },
        { CJ_LEX_PII, "お電話 03-1234-5678 まで", "03-1234-5678" },
        { CJ_LEX_PII, "０３－１２３４－５６７８", "03-1234-5678" },
        { CJ_LEX_PII, "0120-123-456", NULL },
        { CJ_LEX_PII, "0570-00-1234", NULL },
        { CJ_LEX_PII, "045-123-4567", "045-123-4567" },
        { CJ_LEX_PII, "04992-1-2345", "04992-1-2345" },
        { CJ_LEX_PII, "(03)1234-5678", "03)1234-5678" },
        { CJ_LEX_PII, "０３（１２３４）５６７８", "03(1234)5678" },
        { CJ_LEX_PII, "(03) 1234-5678", "03) 1234-5678" },
        { CJ_LEX_PII, "050-1234-5678", "050-1234-5678" },
        { CJ_LEX_PII, "0123-4567-890", NULL },
        { CJ_LEX_PII, "01-02-2025", NULL },
        { CJ_LEX_PII, "a03-1234-5678", NULL },
        { CJ_LEX_PII, "99-03-1234-5678", NULL },
        { CJ_LEX_PII, "03-1234-5678-9", NULL },
        { CJ_LEX_PII, "https://example.com/03-1234-5678", NULL },
        { CJ_LEX_PII, "978-4-06-520808-0", NULL },
        { CJ_LEX_PII, "(415) 555-2671", "(415) 555-2671" },
        { CJ_LEX_PII, "f(415) 555-2671", NULL },
        { CJ_LEX_PII, "+1 (415) 555-2671", "+1 (415) 555-2671" },
        { CJ_LEX_PII, "+33 6 12 34 56 78", "+33 6 12 34 56 78" },
        { CJ_LEX_PII, "+819012345678", "+819012345678" },
        { CJ_LEX_PII, "+10000000000", NULL },
        { CJ_LEX_PII, "+120 000 000", NULL },
        { CJ_LEX_PII, "d+30 2025-10-01", NULL },
        { CJ_LEX_PII, "更新日+30 2025-10-01", NULL },
        { CJ_LEX_PII, "+5 +10 +15 +20 +25", NULL },
        { CJ_LEX_PII, "090-1234-5678", "090-1234-5678" },
        { CJ_LEX_PII, "09012345678", "09012345678" },
        { CJ_LEX_PII, "090123456789", NULL },
        { CJ_LEX_PII, "+81 90-1234-5678", "+81 90-1234-5678" },
        { CJ_LEX_PII, "+120000円", NULL },
        { CJ_LEX_PII, "2025-09-24", NULL },
        { CJ_LEX_PII, "09-24-2025", NULL },
        { CJ_LEX_PII, "共有フォルダ/CS/interview/2025-05", NULL },
        { CJ_LEX_PII, "a@b", NULL },
        { CJ_LEX_PII, "@", NULL },
        { CJ_LEX_PII, "0", NULL },
        { CJ_LEX_PII, "+", NULL },
    };

    expect_finds(cases, N(cases));
}

Test(lexicon, whole_texts)
{
    static const struct {
        cj_lexicon list;
        const char *text;
        bool is;
    } cases[] = {
        { CJ_LEX_GENERIC_OWNER, "全員", true },
        { CJ_LEX_GENERIC_OWNER, "関係各所", true },
        { CJ_LEX_GENERIC_OWNER, "各部門", true },
        { CJ_LEX_GENERIC_OWNER, "Whole team", true },
        { CJ_LEX_GENERIC_OWNER, "Cross-functional", true },
        { CJ_LEX_GENERIC_OWNER, "営業全員", false },
        { CJ_LEX_GENERIC_OWNER, "All-hands CS", false },
        { CJ_LEX_GENERIC_OWNER, "Everyone", true },
        { CJ_LEX_GENERIC_OWNER, "CS全員", false },
        { CJ_LEX_PLACEHOLDER, "未定", true },
        { CJ_LEX_PLACEHOLDER, "未定の顧客が多い", false },
        { CJ_LEX_PLACEHOLDER, "ＴＢＤ", true },
        { CJ_LEX_PLACEHOLDER, "N／A", true },
        { CJ_LEX_PLACEHOLDER, "？？？", true },
        { CJ_LEX_PLACEHOLDER, "……", true },
        { CJ_LEX_PLACEHOLDER, "－", true },
        { CJ_LEX_PLACEHOLDER, "ーーー", true },
        { CJ_LEX_PLACEHOLDER, "-5", false },
        { CJ_LEX_PLACEHOLDER, "○", false },
        { CJ_LEX_PLACEHOLDER, "○○○", true },
        { CJ_LEX_PLACEHOLDER, "x", false },
        { CJ_LEX_PLACEHOLDER, "XX", true },
        { CJ_LEX_PLACEHOLDER, "例：30日以内に\n登録する", true },
        { CJ_LEX_PLACEHOLDER, "例外の処理が多い", false },
        { CJ_LEX_PLACEHOLDER, "ここに行動を記入してください", true },
        { CJ_LEX_PLACEHOLDER, "ここにきて利用が減った", false },
        { CJ_LEX_PLACEHOLDER, "サンプルデータを取り込む", false },
        { CJ_LEX_PLACEHOLDER, "記入例を見ながら入力する", false },
        { CJ_LEX_PLACEHOLDER, "Enter goal here", true },
        { CJ_LEX_PLACEHOLDER, "Enterprise plan here", false },
        { CJ_LEX_PLACEHOLDER, "<name>", true },
        { CJ_LEX_PLACEHOLDER, "< 5 days", false },
        { CJ_LEX_PLACEHOLDER, "same as  above", true },
        { CJ_LEX_PLACEHOLDER, "Not mapped fields break the import", false },
        { CJ_LEX_PLACEHOLDER, "", false },
        { CJ_LEX_PLACEHOLDER, "  ", false },
        { CJ_LEX_VAGUE_ACTION, "フォローする", true },
        { CJ_LEX_VAGUE_ACTION, "活用促進", true },
        { CJ_LEX_VAGUE_ACTION, "サポートを強化する", true },
        { CJ_LEX_VAGUE_ACTION, "サポート窓口を案内する", false },
        { CJ_LEX_VAGUE_ACTION, "Follow up", true },
        { CJ_LEX_VAGUE_ACTION, "monitor the customers", true },
        { CJ_LEX_VAGUE_ACTION, "monitor the dashboard", false },
        { CJ_LEX_VAGUE_ACTION, "helpdesk", false },
        { CJ_LEX_VAGUE_ACTION, "する", false },
        { CJ_LEX_ASSUMPTION, "仮説", true },
        { CJ_LEX_ASSUMPTION, "仮説：5月に確認", true },
        { CJ_LEX_ASSUMPTION, "仮登録", false },
        { CJ_LEX_ASSUMPTION, "想定外", false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < N(cases); i++)
        cr_expect_eq(
            cj_lexicon_is(cases[i].list, cj_utf8_fold(a, cj_str_of(cases[i].text))),
            cases[i].is, "\"%s\"", cases[i].text);
    cj_arena_free(a);
}

Test(lexicon, front_and_end)
{
    static const struct {
        const char *text, *hit;
    } cases[] = {
        { "か月以内", "か月" }, { "営業日", "営業日" },
        { "日", "日" },         { "つ以上", "つ" },
        { "users", "users" },   { "usersx", NULL },
        { "x faster", "x" },    { "business days", "business days" },
        { "本当", NULL },       { "本送る", "本" },
        { "", NULL },           { "、", NULL },
        { "%", "%" },
    };
    cj_str hit;
    size_t i;

    for (i = 0; i < N(cases); i++) {
        bool found = cj_lexicon_starts(CJ_LEX_UNIT, cj_str_of(cases[i].text), &hit);

        cr_expect_eq(found, cases[i].hit != NULL, "\"%s\"", cases[i].text);
        if (found && cases[i].hit)
            cr_expect(cj_str_eq(hit, cj_str_of(cases[i].hit)), "\"%s\"", cases[i].text);
    }
    cr_expect(cj_lexicon_ends(CJ_LEX_SOURCE_LABEL, CJ_STR("設定が難しい 出典"), &hit));
    cr_expect(cj_str_eq(hit, CJ_STR("出典")));
    cr_expect(!cj_lexicon_ends(CJ_LEX_SOURCE_LABEL, CJ_STR("リソース"), &hit));
    cr_expect(!cj_lexicon_ends(CJ_LEX_SOURCE_LABEL, CJ_STR("出典あり"), &hit));
}

Test(lexicon, the_lists_themselves)
{
    size_t i;

    for (i = 0; i < CJ_N_LEXICONS; i++)
        cr_expect_gt(cj_lexicon_count((cj_lexicon)i), 0u, "list %zu", i);
    cr_expect_str_eq(cj_lexicon_group(CJ_LEX_KPI_ABBR, CJ_STR("mau")), "count");
    cr_expect_str_eq(cj_lexicon_group(CJ_LEX_KPI_ABBR, CJ_STR("nrr")), "rate");
    cr_expect_str_eq(cj_lexicon_group(CJ_LEX_EVTYPE, CJ_STR("アンケート")), "survey");
    cr_expect_null(cj_lexicon_group(CJ_LEX_KPI_ABBR, CJ_STR("xyz")));
    cr_expect_null(cj_lexicon_group(CJ_LEX_KPI_ABBR, CJ_STR("")));
    cr_expect(cj_str_eq(cj_lexicon_entry(CJ_LEX_VARIANT, 0), CJ_STR("ユーザー=ユーザ")));
    cr_expect(cj_str_eq(cj_lexicon_entry(CJ_LEX_VARIANT, 3), CJ_STR("ミーティング=MTG")));
}
