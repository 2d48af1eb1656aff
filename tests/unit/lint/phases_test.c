/* phases_test.c - phases, their goals and periods: texts that are easily misjudged. */
#include "sample.h"

typedef struct edit_case {
    const char *edits, *want;
} edit_case;

static void check(const char *path, const char *rule, const cj_config *config,
                  const edit_case *cases, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, path);
    cj_lint_options o = sample_options(CJ_V1);
    size_t i;

    o.select = cj_str_of(rule);
    o.config = config;
    for (i = 0; i < n; i++) {
        cj_lint_result r =
            sample_lint(a, sample_edited(a, base, cj_str_of(cases[i].edits)), &o);
        cj_str is = sample_found(a, &r);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%s %s: %.*s", rule,
                  cases[i].edits, CJ_ARG(is));
    }
    cj_arena_free(a);
}
#define CHECK(path, rule, config, cases) \
    check(path, rule, config, cases, sizeof(cases) / sizeof *(cases))

Test(phases, names_that_say_nothing)
{
    static const edit_case ja[] = {
        { "C17=フェーズ①", "CJ303@C17" },
        { "C17=Ｐｈａｓｅ　２", "CJ303@C17" },
        { "C17=第2期", "CJ303@C17" },
        { "C17=フェーズII", "CJ303@C17" },
        { "C17=フェーズ：○○", "CJ303@C17" },
        { "C17=フェーズ2（活用促進）", "" },
        { "C17=二次展開", "" },
        { "C17=第2の創業期", "" },
        { "C17=一人立ち期", "" },
        { "C17=期待形成", "" },
    };
    static const edit_case en[] = {
        { "C17=Stage 2 -", "CJ303@C17" }, { "C17=STEP 2", "CJ303@C17" },
        { "C17=Phase two", "CJ303@C17" }, { "C17=2nd year", "" },
        { "C17=First value", "" },        { "C17=One team live", "" },
        { "C17=Stage fright", "" },
    };

    CHECK(SAMPLE_JA, "CJ303", NULL, ja);
    CHECK(SAMPLE_EN, "CJ303", NULL, en);
}

Test(phases, order)
{
    static const edit_case cases[] = {
        { "B17=活用促進期 ;; C17=導入期", "CJ313@C17" },
        { "D17=更新期 ;; E17=拡大期", "CJ313@E17" },
        { "C17=解約期", "" },
        { "E17=推奨期", "" },
        { "B17=認知", "" },
        { "D17=独自の時期 ;; E17=もう一つの時期", "" },
    };
    static const edit_case settled[] = {
        { "D17=更新期 ;; E17=拡大期", "" },
        { "D17=拡大期 ;; E17=更新期", "CJ313@E17" },
        { "E17=推奨期", "CJ313@E17" },
    };
    cj_str order[] = { CJ_LIT("onboarding"), CJ_LIT("advocacy"), CJ_LIT("adoption"),
                       CJ_LIT("renewal"), CJ_LIT("expansion") };
    cj_config config = { .fiscal_start = 1, .phase_order = order, .n_phase_order = 5 };

    CHECK(SAMPLE_JA, "CJ313", NULL, cases);
    CHECK(SAMPLE_JA, "CJ313", &config, settled);
}

/* Which of expansion and renewal comes first is for the firm to say: a hint, no warning. */
Test(phases, debatable_order_is_a_hint)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_lint_result r;

    o.select = CJ_STR("CJ313");
    r = sample_lint(
        a, sample_edited(a, sample_book(a, SAMPLE_JA), CJ_STR("D17=更新期 ;; E17=拡大期")),
        &o);
    cr_assert_eq(r.n_findings, 1);
    cr_expect_eq(r.findings[0].severity, CJ_INFO);
    cr_expect(cj_str_eq(r.findings[0].value, CJ_STR("更新期 → 拡大期")));
    cj_arena_free(a);
}

Test(phases, most)
{
    static const edit_case seven[] = { { "F17=推奨期 ;; G17=紹介 ;; H17=卒業", "" } };
    static const edit_case three[] = { { "E17=", "" }, { "D17=別の時期", "CJ302@-" } };
    cj_config_number max = { .name = CJ_LIT("max_phases"), .value = 3 };
    cj_config config = { .fiscal_start = 1, .thresholds = &max, .n_thresholds = 1 };

    CHECK(SAMPLE_JA, "CJ302", NULL, seven);
    CHECK(SAMPLE_JA, "CJ302", &config, three);
}

Test(phases, before_the_contract)
{
    static const edit_case cases[] = {
        { "B17=認知 ;; C17=比較検討", "CJ314@B17 CJ314@C17" },
        { "B17=契約・準備 ;; B18=", "CJ314@B17" },
        { "B17=契約・準備", "" }, /* the row of periods: from day 0 on */
        { "B17=トライアル導入", "" },
        { "E17=更新検討期", "" },
        { "E17=検討", "" },
    };
    static const edit_case renewal[] = {
        { "E17=継続判断", "" },
        { "E17=拡大・更新期", "" },
        { "E17=推奨期", "CJ315@-" },
        { "E17=解約", "" },
        { "E17=バージョンアップ", "CJ315@-" },
    };

    CHECK(SAMPLE_JA, "CJ314", NULL, cases);
    CHECK(SAMPLE_JA, "CJ315", NULL, renewal);
}

Test(phases, whose_goal)
{
    static const edit_case ja[] = {
        { "D20=アップセルにつなげる [E3]", "CJ306@D20" },
        { "D20=ＬＴＶの最大化 [E3]", "CJ306@D20" },
        { "D20=・成果を出したい\n・解約率を下げる", "CJ306@D20" },
        { "D20=解約率を下げたい", "" },
        { "D20=解約率を下げたい！ [E3]", "" },
        { "D20=「解約率を下げたい」", "" },
        { "D20=解約率を下げたいと思っている（E3）", "" },
        { "D20=チャーンを減らしたいです。", "" },
        { "D20=解約率を下げたい（営業部の声）", "" },
        { "D20=続けたい顧客にアップセルする", "CJ306@D20" },
        { "D20=LTVを見える形にしてほしい", "" },
        { "D20=更新を前向きに判断したい", "" },
        { "D20=売上を伸ばす", "" },
    };
    static const edit_case en[] = {
        { "D20=Upsell", "CJ306@D20" },
        { "D20=Higher NRR", "CJ306@D20" },
        { "D20=Work faster\nReduce churn", "CJ306@D20" },
        { "D20=Cut our churn by half", "" },
        { "D20=As a founder I need to see ARR every day", "" },
        { "D20=Arrange the close in one day", "" },
        { "D20=Learn what the renewal costs", "" },
    };

    CHECK(SAMPLE_JA, "CJ306", NULL, ja);
    CHECK(SAMPLE_EN, "CJ306", NULL, en);
}

Test(phases, same_goal)
{
    static const edit_case cases[] = {
        { "C20=成果を出したい [E4] ;; D20=成果を出したい。", "CJ307@D20" },
        { "B20=成果を出したい ;; C20=成果を出したい ;; D20=成果を出したい",
          "CJ307@C20 CJ307@D20" },
        { "C20=ＡＰＩをつなぎたい ;; E20=APIを つなぎたい [E5]", "CJ307@E20" },
        { "C20=未定 ;; D20=未定", "" },
        { "C20= ;; D20=", "" },
        { "C20=[E4] ;; D20=[E3]", "" },
        { "C20=成果を出したい ;; D20=もっと成果を出したい", "" },
    };

    CHECK(SAMPLE_JA, "CJ307", NULL, cases);
}

Test(phases, periods_that_can_be_read)
{
    static const edit_case ja[] = {
        { "C18=しばらく", "CJ309@C18" },
        { "C18=短期", "CJ309@C18" },
        { "C18=随時", "CJ309@C18" },
        { "C18=しばらくしてから", "CJ309@C18" },
        { "C18=31〜120", "" },
        { "C18=Ｄ＋３１〜Ｄ＋１２０", "" },
        { "C18=三か月間", "" },
        { "C18=半年", "" },
        { "C18=初年度", "" },
        { "C18=第2四半期", "" },
        { "C18=2025Q3", "" },
        { "C18=4月〜6月", "" },
        { "C18=契約直後", "" },
        { "C18=キックオフ→本番稼働", "" },
        { "C18=更新期限の3か月前から", "" },
        { "C18=", "" },
        { "C18=未定", "" },
        { "A18=期間（日） ;; C18=90", "" },
    };
    static const edit_case en[] = {
        { "C18=a while", "CJ309@C18" },
        { "C18=Varies", "CJ309@C18" },
        { "C18=Short term", "CJ309@C18" },
        { "C18=Q2", "" },
        { "C18=T-90 to T-0", "" },
        { "C18=First month", "" },
        { "C18=After go-live", "" },
        { "C18=Kickoff – first invoice", "" },
        { "C18=Week 2", "" },
        { "A18=Period (days) ;; C18=45", "" },
        { "C18=TBD", "" },
        { "C18=Ongoing", "CJ309@C18" },
        { "D18=Ongoing", "" },
        { "C18=Ongoing ;; D18=ongoing", "" },
    };

    CHECK(SAMPLE_JA, "CJ309", NULL, ja);
    CHECK(SAMPLE_EN, "CJ309", NULL, en);
}

Test(phases, definitions)
{
    static const edit_case cases[] = {
        { "A19=開始条件", "" },
        { "A19=フェーズの定義 ;; B19=未定 ;; C19= ;; D19= ;; E19=", "CJ311@A19" },
        { "A19=社内メモ", "CJ311@-" },
    };

    CHECK(SAMPLE_JA, "CJ311", NULL, cases);
}
