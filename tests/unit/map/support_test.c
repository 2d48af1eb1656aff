/* support_test.c - what a text says about its own support. */
#include "map/items.h"
#include "map/support.h"
#include "base/buf.h"
#include <criterion/criterion.h>

#define N(table) (sizeof(table) / sizeof *(table))

/* "1,5 n source assumption": references, then what else there is. */
static const char *told(cj_arena *a, const char *text)
{
    cj_support s = { 0 };
    cj_buf b;
    size_t i;

    cj_support_parse(a, cj_str_of(text), &s);
    cj_buf_init(&b, a);
    for (i = 0; i < s.refs.n; i++)
        cj_buf_fmt(&b, "%s%u", i ? "," : "", s.refs.id[i]);
    cj_buf_z(&b, s.sample ? " n" : "");
    cj_buf_z(&b, s.named ? " source" : "");
    cj_buf_z(&b, s.assumption ? " assumption" : "");
    cr_expect_eq(s.inline_source, s.sample || s.named, "\"%s\"", text);
    return cj_str_z(a, cj_str_trim(cj_buf_str(&b)));
}

typedef struct told_case {
    const char *text, *told;
} told_case;

static void expect_told(const told_case *cases, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < n; i++)
        cr_expect_str_eq(told(a, cases[i].text), cases[i].told,
                         "\"%s\": \"%s\", not \"%s\"", cases[i].text,
                         told(a, cases[i].text), cases[i].told);
    cj_arena_free(a);
}

Test(support, references)
{
    static const told_case cases[] = {
        { "設定がわからない [E1]", "1" },
        { "設定がわからない[E1][E6]", "1,6" },
        { "設定がわからない［Ｅ１］", "1" },
        { "【E1、E5】", "1,5" },
        { "(E1,E5)", "1,5" },
        { "（E1・E5）", "1,5" },
        { "[E1, E5; E7/E9 & E2]", "1,5,7,9,2" },
        { "[E1-E3]", "1,2,3" },
        { "[E1〜3]", "1,2,3" },
        { "[E3-E1]", "3,1" },
        { "[E1-E2025]", "1,2025" },
        { "[E001]", "1" },
        { "[e1]", "1" },
        { "[E0]", "0" },
        { "[E1][E1]【E1】", "1" },
        { "[E5] … [E1]", "5,1" },
        { "特になし（E3で確認）", "3" },
        { "（根拠：E1、E5）", "1,5" },
        { "(see E1 and E2)", "1,2" },
        { "〔E4〕", "4" },
        { "「困る [E2]」", "2" },
        { "（例えば[E2]）", "2" },
        { "根拠：E1、E5", "1,5" },
        { "Source: E2", "2" },
        { "【出典】E1", "1" },
        { "[E1]\n[E2]", "1,2" },
    };

    expect_told(cases, N(cases));
}

Test(support, no_references)
{
    static const told_case cases[] = {
        { "", "" },
        { "E1ビザを申請する", "" },
        { "（E1ビザを申請）", "" },
        { "(E5 business laptop)", "" },
        { "[E]", "" },
        { "[E99999999999]", "" },
        { "[E1", "" },
        { "E1]", "" },
        { "[FE1]", "" },
        { "[E1a]", "" },
        { "[E1.5]", "" },
        { "「E1」", "" },
        { "{E1}", "" },
        { "[ E ]", "" },
        { "(phase E 1)", "" },
        { "Office (Word, Excel 2019)", "" },
        { "[]", "" },
        { "2024E1", "" },
    };

    expect_told(cases, N(cases));
}

Test(support, sources)
{
    static const told_case cases[] = {
        { "難しい【出典: アンケート2025Q1】", "source" },
        { "難しい（インタビュー n=8）", "n source" },
        { "難しい（顧客インタビュー）", "source" },
        { "Too slow (interview with 5 admins)", "source" },
        { "Too slow (source: survey 2025Q1)", "source" },
        { "根拠：利用ログ 2025-06", "source" },
        { "難しい 出典：営業ヒアリング", "source" },
        { "Evidence: support desk", "source" },
        { "Based on: two calls", "source" },
        { "ｿｰｽ：日報", "source" },
        { "【根拠】アンケート", "source" },
        { "【根拠】\nアンケート", "source" },
        { "価格が高い(n=3)", "n" },
        { "価格が高い Ｎ＝１２", "n" },
        { "n = 8", "n" },
        { "(操作ログより)", "source" },
        { "[CRM]", "source" },
        { "（アンケート自由回答 34件）", "source" },
        { "(minutes)", "source" },
        { "設定が難しい〈アンケート〉", "source" },
        { "設定が難しい《インタビュー》", "source" },
        { "設定が難しい\n※アンケート2025年3月より", "source" },
        { "設定が難しい ※E1", "1" },
        { "設定が難しい（ユーザテスト）", "source" },
        { "Setup is hard (user research 2025)", "source" },
        { "Setup is hard (call notes)", "source" },
        { "Setup is hard (CSAT comments)", "source" },
        { "Setup is hard (user testing)", "source" },
    };

    expect_told(cases, N(cases));
}

/* In a note to a cell no marker is needed, but it has to say when. */
Test(support, notes)
{
    static const struct {
        const char *note;
        bool source;
    } cases[] = {
        { "From interview with E. Ruiz, 2025-08-20", true },
        { "出典：アンケート", true },
        { "2025年8月のインタビューより", true },
        { "石田: 2025/8 利用ログで確認", true },
        { "Ask in the next interview, 2025-11", false },
        { "次回のアンケート（2025/11）で聞く", false },
        { "インタビュー？", false },
        { "2025/9/18 レビューで文言修正（小川）", false },
        { "", false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_support s = { { NULL, 0, 0 }, false, false, false, false };

        cj_support_note(a, cj_str_of(cases[i].note), &s);
        cr_expect_eq(s.inline_source, cases[i].source, "%s", cases[i].note);
    }
    cj_arena_free(a);
}

Test(support, no_sources)
{
    static const told_case cases[] = {
        { "【除外:CJ501 インタビュー待ち】", "" },
        { "遅い\ncjlint:ignore CJ501 survey follows, source: none", "" },
        { "リソース：不足している", "" },
        { "Resource: too few", "" },
        { "根拠：なし", "" },
        { "根拠：", "" },
        { "出典：未定", "" },
        { "Source: TBD", "" },
        { "（アンケート予定）", "" },
        { "（アンケート未実施）", "" },
        { "（ログイン画面）", "" },
        { "（カタログを見る）", "" },
        { "(takes 30 minutes)", "" },
        { "(internal tools)", "" },
        { "アンケートに答える", "" },
        { "「インタビュー」", "" },
        { "min=5, plan=3", "" },
        { "n=0", "" },
        { "n=", "" },
        { "根拠が弱い", "" },
        { "※問い合わせが多い", "" },
        { "※E1ビザの人", "" },
        { "利用率<60", "" },
        { "要確認：部長の承認", "" },
    };

    expect_told(cases, N(cases));
}

Test(support, assumptions)
{
    static const told_case cases[] = {
        { "【仮説】用語がわからない", "assumption" },
        { "[仮]用語", "assumption" },
        { "（想定）用語", "assumption" },
        { "用語【要検証】", "assumption" },
        { "[assumption] Terms are unclear", "assumption" },
        { "[H] Terms", "assumption" },
        { "[H2] Terms", "assumption" },
        { "【仮説①】用語", "assumption" },
        { "【仮説：5月に確認】用語", "assumption" },
        { "仮説：用語がわからない", "assumption" },
        { "・仮説：用語がわからない", "assumption" },
        { "A\nAssumption: unclear", "assumption" },
        { "用語 ※仮説", "assumption" },
        { "用語 ※　仮説", "assumption" },
        { "用語がわからない ※未確認", "assumption" },
        { "用語がわからない【未確認】", "assumption" },
        { "（推定）用語がわからない", "assumption" },
        { "用語がわからない（社内仮説）", "assumption" },
        { "★仮説 用語がわからない", "assumption" },
        { "＜仮説＞用語がわからない", "assumption" },
        { "<仮説> 用語がわからない", "assumption" },
        { "≪仮説≫用語がわからない", "assumption" },
        { "《仮説》用語がわからない", "assumption" },
        { "Terms are unclear (unverified)", "assumption" },
        { "Terms are unclear (our assumption)", "assumption" },
        { "Terms are unclear *assumption*", "assumption" },
        { "［Ａｓｓｕｍｐｔｉｏｎ］", "assumption" },
        { "【仮説】用語 [E1]", "1 assumption" },
        { "工数(h)", "" },
        { "【仮登録】する", "" },
        { "（想定外の停止）", "" },
        { "※想定外の停止", "" },
        { "仮説を立てる", "" },
        { "これは仮説：ではない", "" },
    };

    expect_told(cases, N(cases));
}

Test(support, strips_markers)
{
    static const struct {
        const char *text, *bare;
    } cases[] = {
        { "設定が難しい [E1][E6]", "設定が難しい" },
        { "【仮説】設定が難しい", "設定が難しい" },
        { "Slow [E1] and ugly", "Slow and ugly" },
        { "設定が難しい、[E1]", "設定が難しい" },
        { "設定（詳細）が難しい（インタビュー n=8）。", "設定（詳細）が難しい。" },
        { "設定が難しい\n出典：アンケート", "設定が難しい" },
        { "設定が難しい", "設定が難しい" },
        { "  ", "" },
        { "出典：A\n根拠：B [E1]", "" },
        { "仮説：設定が難しい ※仮説", "設定が難しい" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < N(cases); i++) {
        cj_str text = cj_str_of(cases[i].text), bare;
        cj_brackets brackets = { NULL, 0, 0 };
        cj_markers markers = { NULL, 0, 0 };
        cj_support support = { 0 };

        cj_brackets_find(a, text, &brackets);
        cj_support_scan(a, text, &brackets, &support, &markers);
        bare = cj_without_markers(a, text, &markers);
        cr_expect(cj_str_eq(bare, cj_str_of(cases[i].bare)), "\"%s\": \"" CJ_FMT "\"",
                  cases[i].text, CJ_ARG(bare));
    }
    cj_arena_free(a);
}
