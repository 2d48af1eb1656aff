/* structure_test.c - CJ1xx: labels that nobody knows, that are doubtful, that stand twice. */
#include "sample.h"

/* The findings of the edited base map under the rules to select, "CJ103@A24 …". */
static cj_str lint(cj_arena *a, const char *path, const char *edits, const char *select)
{
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    o.select = cj_str_of(select);
    r = sample_lint(a, sample_edited(a, sample_book(a, path), cj_str_of(edits)), &o);
    return sample_found(a, &r);
}

/* What the first finding says. */
static cj_str says(cj_arena *a, const char *path, const char *edits, const char *select,
                   cj_lang lang)
{
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    o.select = cj_str_of(select);
    r = sample_lint(a, sample_edited(a, sample_book(a, path), cj_str_of(edits)), &o);
    return r.n_findings ? cj_finding_says(a, &r, &r.findings[0], lang) : CJ_STR("");
}

Test(lint_structure, nearest_label)
{
    static const struct {
        const char *edits, *has; /* has: the name that is proposed; "": none */
        bool en;
    } cases[] = {
        { "A24=Touchpionts", "Closest: Touchpoints.", true },
        { "A20=Custmer Gaol", "Closest: Customer Goal.", true },
        { "A20=Gaol", "Closest: Customer Goal.", true },
        { "A24=Squad notes", "", true },
        { "A24=Colour", "", true },
        { "A24=タッチポンイト", "近い項目: タッチポイント。", false },
        { "A25=成功定議", "近い項目: 成功の定義。", false },
        { "A24=色", "", false },
        { "A24=プロダクト連携メモ", "", false },
        /* our own pains are no pains of the customer */
        { "A23=自社の課題", "", false },
        /* what the map has already is no proposal */
        { "A29=タッチポンイト ;; B29=x", "", false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = says(a, cases[i].en ? SAMPLE_EN : SAMPLE_JA, cases[i].edits, "CJ103",
                         cases[i].en ? CJ_EN : CJ_JA);
        cj_str near = cj_str_of(cases[i].en ? "Closest" : "近い項目");

        cr_expect(is.n > 0, "%s is not found", cases[i].edits);
        cr_expect(*cases[i].has ? cj_str_has(is, cj_str_of(cases[i].has))
                                : !cj_str_has(is, near),
                  "%s: %.*s", cases[i].edits, CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint_structure, labels)
{
    static const struct {
        const char *what, *edits, *want;
    } cases[] = {
        { "a row that only its brackets tell apart",
          "A24=タッチポイント（オンライン） ;; A29=タッチポイント（対面） ;; B29=訪問",
          "CJ104@A29" },
        { "two plain words for one thing", "A24=課題 ;; A23=ペイン", "CJ104@A24" },
        { "remarks may stand twice", "A28=備考 ;; A29=メモ ;; B29=y", "" },
        { "thoughts and feelings", "A22=思考 ;; A24=感情", "" },
        { "a modifier is no doubt", "A23=主な課題 ;; A20=各フェーズの顧客のゴール", "" },
        { "our own are custom", "A24=自社の課題", "CJ103@A24" },
        { "the success of a team's name is none", "A28=カスタマーサクセスの担当", "" },
        { "the same in English", "A28=Customer success owner", "" },
        { "decided by its neighbour", "A21=アクション", "CJ105@A21" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = lint(a, SAMPLE_JA, cases[i].edits, "CJ103,CJ104,CJ105");

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%s: %.*s", cases[i].what,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint_structure, how_sure)
{
    static const struct {
        const char *edits, *select;
        cj_severity want;
    } cases[] = {
        { "A24=タッチポイント（オンライン） ;; A29=タッチポイント（対面） ;; B29=訪問",
          "CJ104", CJ_INFO },
        { "A24=課題 ;; A23=ペイン", "CJ104", CJ_ERROR },
        { "A21=アクション", "CJ105", CJ_INFO },
        { "A29=目標 ;; B29=80%", "CJ105", CJ_WARNING }, /* the goal has a row: a guess */
        { "A27=課題への打ち手", "CJ105", CJ_INFO },     /* names two */
    };
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        o.select = cj_str_of(cases[i].select);
        r = sample_lint(
            a, sample_edited(a, sample_book(a, SAMPLE_JA), cj_str_of(cases[i].edits)), &o);
        cr_assert_eq(r.n_findings, 1, "%s", cases[i].edits);
        cr_expect_eq(r.findings[0].severity, cases[i].want, "%s", cases[i].edits);
    }
    cj_arena_free(a);
}

#define NOTHING_IN_D \
    "D18= ;; D19= ;; D20= ;; D21= ;; D22= ;; D23= ;; D24= ;; D25= ;; D26= ;; D27= ;; D28="

/* One cause, one finding: what else is missing in an empty phase follows from its being empty. */
Test(lint_structure, an_empty_phase_is_all_there_is_to_say)
{
    static const char *const profiles[] = { "v1", "operational", "draft" };
    cj_arena *a = cj_arena_new(0);
    size_t i, k;

    for (i = 0; i < sizeof profiles / sizeof *profiles; i++) {
        cj_lint_options o = sample_options(CJ_V1);
        cj_lint_result r;
        bool found = false;

        cj_profile_parse(cj_str_of(profiles[i]), &o.profile);
        r = sample_lint(
            a, sample_edited(a, sample_book(a, SAMPLE_JA), CJ_STR(NOTHING_IN_D)), &o);
        for (k = 0; k < r.n_findings; k++) {
            const cj_finding *f = &r.findings[k];

            found = found || !strcmp(f->rule->id, "CJ106");
            cr_expect(f->phase != 2 || !strcmp(f->rule->id, "CJ106"), "%s: %s", profiles[i],
                      f->rule->id);
        }
        cr_expect(found, "%s", profiles[i]);
    }
    cj_arena_free(a);
}

Test(lint_structure, required_columns_in_words)
{
    cj_arena *a = cj_arena_new(0);
    cj_str is = says(a, SAMPLE_JA, "A71= ;; B71=", "CJ112", CJ_JA);

    cr_expect(cj_str_has(is, CJ_STR("バージョン、日付")), "%.*s", CJ_ARG(is));
    is = says(a, SAMPLE_EN, "A58= ;; B58=", "CJ112", CJ_EN);
    cr_expect(cj_str_has(is, CJ_STR("lacks: Version, Date")), "%.*s", CJ_ARG(is));
    /* a table without records is absent */
    is = says(a, SAMPLE_EN,
              "A58= ;; A59= ;; B59= ;; C59= ;; D59= ;; E59= ;; F59= ;; G59=", "CJ112",
              CJ_EN);
    cr_expect_eq(is.n, 0, "%.*s", CJ_ARG(is));
    cj_arena_free(a);
}

/* A group written once: the CSV of a workbook whose group labels are merged. */
Test(lint_structure, read_as_merged)
{
    static const struct {
        const char *csv, *want; /* what is listed, of all findings */
    } cases[] = {
        { ",項目,導入期,活用期\n顧客,ゴール,a,b\n,行動,a,b\n,課題,a,b\n自社,打ち手,a,b\n,KPI,a,b\n",
          "A2:A4、A5:A6" },
        { "項目,導入期,,活用期,\nゴール,a,b,c,d\n行動,a,b,c,d\n課題,a,b,c,d\n",
          "B1:C1、D1:E1" },
        { "項目,導入期,活用期\nゴール,a,b\n行動,a,b\n,c,d\n,e,f\n課題,a,b\n", "A3:A5" },
        { "項目,導入期,活用期\nゴール,a,b\n行動,a,b\n課題,a,b\n", "" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_lint_options o = sample_options(CJ_V1);
    size_t i, k;

    o.select = CJ_STR("CJ108");
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_read_options how = cj_read_options_default();
        cj_book *book = NULL;
        cj_lint_result r;
        cj_buf b;

        cr_assert_eq(
            cj_book_parse(a, cj_str_of(cases[i].csv), CJ_STR("map.csv"), &how, &book, NULL),
            CJ_OK);
        r = sample_lint(a, book, &o);
        cj_buf_init(&b, a);
        for (k = 0; k < r.n_findings; k++)
            cj_buf_add(&b, cj_finding_says(a, &r, &r.findings[k], CJ_JA));
        cr_expect(*cases[i].want ? cj_str_has(cj_buf_str(&b), cj_str_of(cases[i].want))
                                 : !b.n,
                  "%s: %.*s", cases[i].csv, CJ_ARG(cj_buf_str(&b)));
        cr_expect_leq(r.n_findings, 1, "%s", cases[i].csv);
    }
    cj_arena_free(a);
}
