/* persona_test.c - purpose, persona and contributors: texts that are easily misjudged. */
#include "sample.h"

typedef struct edit_case {
    const char *edits, *want;
} edit_case;

static void check(const char *path, const char *rule, const edit_case *cases, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, path);
    cj_lint_options o = sample_options(CJ_V1);
    size_t i;

    o.select = cj_str_of(rule);
    for (i = 0; i < n; i++) {
        cj_lint_result r =
            sample_lint(a, sample_edited(a, base, cj_str_of(cases[i].edits)), &o);
        cj_str is = sample_found(a, &r);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%s %s: %.*s", rule,
                  cases[i].edits, CJ_ARG(is));
    }
    cj_arena_free(a);
}
#define CHECK(path, rule, cases) check(path, rule, cases, sizeof(cases) / sizeof *(cases))
#define NO_SHEET " ;; B32= ;; B34="

Test(persona, purpose)
{
    static const edit_case ja[] = {
        { "B3=オンボーディングの離脱率を改善したい", "CJ203@B3" },
        { "B3=2026年3月末までに完了", "CJ203@B3" },
        { "B3=フェーズ1の整備", "CJ203@B3" },
        { "B3=問い合わせを半減させる", "" },
        { "B3=解約をゼロにする", "" },
        { "B3=完了率を８０％に", "" },
        { "B3=未定", "" },
    };
    static const edit_case en[] = {
        { "B3=Better onboarding in 2026", "CJ203@B3" },
        { "B3=Halve the drop-off", "" },
        { "B3=Double the number of workflows", "" },
        { "B3=Time to value under three weeks", "" },
    };

    CHECK(SAMPLE_JA, "CJ203", ja);
    CHECK(SAMPLE_EN, "CJ203", en);
}

Test(persona, in_the_title)
{
    static const edit_case ja[] = {
        { "B7=" NO_SHEET, "CJ202@-" },
        { "B7= ;; B2=営業部長 田中さんのジャーニーマップ" NO_SHEET, "" },
    };
    static const edit_case en[] = {
        { "B7= ;; B2=Journey map: Mia the Marketing Manager" NO_SHEET, "" },
        { "B7= ;; B2=Marketing Manager Journey" NO_SHEET, "CJ202@-" },
    };

    CHECK(SAMPLE_JA, "CJ202", ja);
    CHECK(SAMPLE_EN, "CJ202", en);
}

Test(persona, concrete)
{
    static const edit_case ja[] = {
        { "B7=佐藤さん（45歳）" NO_SHEET, "CJ205@B7" },
        { "B7=営業部長 鈴木" NO_SHEET, "" },
        { "B7=佐藤部長" NO_SHEET, "" },
        { "B7=情シスのＡさん" NO_SHEET, "" },
        { "B7=株式会社山田製作所 工場長の伊藤様" NO_SHEET, "" },
        { "B7=お客様の担当者" NO_SHEET, "CJ205@B7" },
        { "B7=「ペルソナ」シート参照", "" },
        { "B7=未定", "" },
        { "B7= ;; B32=", "CJ205@B32" },
        { "B7= ;; A32=氏名 ;; B32=未定", "CJ205@B32" },
    };
    static const edit_case en[] = {
        { "B7=Managers" NO_SHEET, "CJ205@B7" },
        { "B7=HR managers at Acme" NO_SHEET, "CJ205@B7" },
        { "B7=Dana Wells" NO_SHEET, "CJ205@B7" },
        { "B7=Sarah, 35, marketing manager" NO_SHEET, "" },
        { "B7=dana wells, finance manager", "" },
        { "B7=See the Persona sheet", "" },
    };

    CHECK(SAMPLE_JA, "CJ205", ja);
    CHECK(SAMPLE_EN, "CJ205", en);
}

Test(persona, one_person)
{
    static const edit_case ja[] = {
        { "B7=佐藤さん\n鈴木さん", "CJ206@B7" },
        { "B7=佐藤さんと上司", "" },
        { "B7=佐藤さん（部下：鈴木さん、田中さん）", "" },
        { "B7=営業・マーケティング部長 佐藤", "" },
        { "A33=名前 ;; B33=佐藤　美咲", "" },
        { "A33=仮名 ;; B33=集計に追われるミサキ", "" },
        { "B32=佐藤さん、鈴木さん", "CJ206@B32" },
        { "C32=鈴木 一郎 ;; C34=担当", "CJ206@C32" },
        { "C32=仮名", "" },
    };
    static const edit_case en[] = {
        { "B7=Dana Wells, finance manager at Smith and Sons", "" },
        { "B7=A marketing manager and a sales director", "CJ206@B7" },
    };

    CHECK(SAMPLE_JA, "CJ206", ja);
    CHECK(SAMPLE_EN, "CJ206", en);
}

Test(persona, fields)
{
    static const edit_case cases[] = {
        { "B36=", "CJ207@B36" },
        { "B38= ;; B39=-", "CJ207@B38" },
        { "A36=趣味", "CJ207@B32" },
        { "A31=趣味 ;; A36=趣味 ;; B7= ;; B32= ;; B34=", "" },
    };

    CHECK(SAMPLE_JA, "CJ207", cases);
}

Test(persona, names_in_cells)
{
    static const edit_case ja[] = {
        { "C22=田中さんは迷っている [E4]", "CJ214@C22" },
        { "C22=部長の田中さんは迷っている [E4]", "CJ214@C22" },
        { "C22=鈴木 一郎様は迷っている", "CJ214@C22" },
        { "C22=佐藤さん、美咲さん、佐藤　美咲様 [E4]", "" },
        { "C22=課長の田中さんの承認を待つ", "" },
        { "C22=営業の田中さん、CSの鈴木さん、担当営業田中さん", "" },
        { "C22=中村さんに相談できる", "" },
        { "C22=業者さん、税理士さん、ベンダーさん、お客様、皆様、ご担当者様", "" },
        { "C22=仕様がわからない、同様に多様な様子", "" },
        { "C22=「田中さんに聞いて」と言われる", "" },
        { "C22=不安 [E4 田中様]", "" },
        { "C27=・【CS】田中さんに31日目に電話する", "" },
        { "B7= ;; B32= ;; C22=田中さんは迷っている", "" },
        { "B7=情シス担当 ;; B32=Dana ;; C22=田中さんは迷っている", "" },
        { "B7=部長の佐藤さんと担当の田中さん ;; C22=田中さんは迷っている", "" },
        { "B7=部長の髙橋さん ;; B32= ;; C22=高橋さんは迷っている", "" },
        { "B7=部長の高橋さん ;; B32=渡邉 恵 ;; C22=渡辺さんは迷っている", "" },
    };
    static const edit_case en[] = {
        { "C22=Mr. Grant is unsure", "CJ214@C22" },
        { "C22=Ms Wells is unsure", "" },
        { "C22=The terms of MS Office", "" },
        { "C22=Waits for her manager, Mr. Grant", "" },
        { "C22=田中さん is unsure", "" },
    };

    CHECK(SAMPLE_JA, "CJ214", ja);
    CHECK(SAMPLE_EN, "CJ214", en);
}

Test(persona, departments_that_took_part)
{
    static const edit_case one[] = {
        { "B13=中村（カスタマーサクセス）、森（ＣＳ）", "CJ210@B13" },
        { "B13=CS：中村、森", "CJ210@B13" },
        { "B13=CS 中村、CS 森", "CJ210@B13" },
        { "B13=中村", "" },
        { "B13=中村（CS）、井上", "CJ210@B13" },
        { "B13=中村（CS／サポート）", "" },
        { "B13=中村（CS）\n井上（サポート）", "" },
        { "B13=【CS】中村、森 【サポート】井上", "" },
        { "B13=中村（CS）、森（経理課）", "" },
        { "B13=中村（CS）、森（株式会社外部）", "" },
    };
    static const edit_case field[] = {
        { "B13=石川（開発）", "CJ211@B13" },        { "B13=石川（開発）、森", "" },
        { "B13=石川（開発）、森（導入支援）", "" }, { "B13=石川、森", "" },
        { "B13=石川（開発）、森（教育）", "" },
    };

    CHECK(SAMPLE_JA, "CJ210", one);
    CHECK(SAMPLE_JA, "CJ211", field);
}

Test(persona, unknown_departments_make_a_hint)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_OPERATIONAL);
    cj_lint_result r;

    o.select = CJ_STR("CJ210");
    r = sample_lint(
        a, sample_edited(a, sample_book(a, SAMPLE_JA), CJ_STR("B13=中村（CS）、井上")), &o);
    cr_assert_eq(r.n_findings, 1);
    cr_expect_eq(r.findings[0].severity, CJ_INFO);
    cj_arena_free(a);
}

/* Names as they were written, not as they are compared. */
Test(persona, names_are_quoted)
{
    static const struct {
        const char *path, *edits, *want;
    } cases[] = {
        { SAMPLE_EN, "C22=Mr. Grant is unsure",
          "\"Mr. Grant\" is not the persona (Dana Wells)." },
        { SAMPLE_JA, "C22=田中さん", "\"田中さん\" is not the persona (佐藤 美咲)." },
        { SAMPLE_EN, "B32= ;; C22=Ms. Grant is unsure",
          "\"Ms. Grant\" is not the persona (Finance manager Dana Wells (38))." },
    };
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    size_t i;

    o.select = CJ_STR("CJ214");
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_lint_result r = sample_lint(
            a, sample_edited(a, sample_book(a, cases[i].path), cj_str_of(cases[i].edits)),
            &o);
        cj_str is;

        cr_assert_eq(r.n_findings, 1, "%s", cases[i].edits);
        is = cj_finding_says(a, &r, &r.findings[0], CJ_EN);
        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%.*s", CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(persona, what_is_missing_is_listed)
{
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;
    cj_str ja, en;

    o.select = CJ_STR("CJ204");
    r = sample_lint(a,
                    sample_edited(a, sample_book(a, SAMPLE_JA),
                                  CJ_STR("B4= ;; B6= ;; B8= ;; B10= ;; B13=")),
                    &o);
    cr_assert_eq(r.n_findings, 1);
    ja = cj_finding_says(a, &r, &r.findings[0], CJ_JA);
    en = cj_finding_says(a, &r, &r.findings[0], CJ_EN);
    cr_expect(
        cj_str_has(ja, CJ_STR("製品、セグメント、バージョン、前回レビュー日、参加者")),
        "%.*s", CJ_ARG(ja));
    cr_expect(
        cj_str_has(en, CJ_STR("Product, Segment, Version, Last Review, Contributors")),
        "%.*s", CJ_ARG(en));
    cj_arena_free(a);
}
