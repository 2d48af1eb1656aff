/* lint_test.c - the engine: order, giving way, suppression, profiles, messages. */
#include "sample.h"

/* The findings of the edited Japanese base map, "CJ305@D20 …", under the given lists. */
static cj_str lint(cj_arena *a, const char *edits, const char *select, const char *ignore,
                   cj_profile profile)
{
    cj_lint_options o = sample_options(profile);
    cj_lint_result r;

    o.select = cj_str_of(select);
    o.ignore = cj_str_of(ignore);
    r = sample_lint(a, sample_edited(a, sample_book(a, SAMPLE_JA), cj_str_of(edits)), &o);
    return sample_found(a, &r);
}

Test(lint, one_cause_one_finding)
{
    static const struct {
        const char *what, *edits, *ignore, *want;
    } cases[] = {
        { "a guess is not told as unsupported too", "D22=きっと信頼しているはず", "",
          "CJ507@D22" },
        { "ignoring one rule wakes no other", "D22=きっと信頼しているはず", "CJ507", "" },
        { "a filler is not an empty cell", "C24=未定", "", "CJ403@C24" },
        { "the same, hidden", "C24=未定", "CJ403", "" },
        { "a filler and what is missing", "D20=未定", "", "CJ305@D20 CJ403@D20" },
        { "pain without countermeasure", "C27=", "", "CJ801@C27" },
        { "the same, hidden", "C27=", "CJ801", "" },
        { "neither pain nor countermeasure", "C27= ;; C23=", "CJ402", "CJ701@C27" },
        { "a missing row is one finding", "A20=色", "", "CJ401@- CJ103@A20" },
        { "two missing rows are two", "A20=色 ;; A28=数", "",
          "CJ401@- CJ401@- CJ103@A20 CJ103@A28" },
        { "one of thoughts and feelings is enough", "A22=思考", "", "" },
        { "no period row is one finding", "A18=色", "", "CJ308@- CJ103@A18" },
        { "a hole in the second row of an element is none",
          "A29=課題 ;; B29=動作が遅い [E1]", "CJ802", "CJ104@A29" },
        { "whole map first, then by place", "B3= ;; D20= ;; B23=・専門用語が難しい ;; F61=",
          "", "CJ201@- CJ305@D20 CJ501@B23" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = lint(a, cases[i].edits, "", cases[i].ignore, CJ_V1);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%s: %.*s", cases[i].what,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint, no_false_alarm)
{
    static const struct {
        const char *what, *edits;
    } cases[] = {
        { "evidence in the row of the phase", "C21=・共有する ;; A29=根拠 ;; C29=E2、E4" },
        { "evidence in brackets", "C21=・共有する（利用ログ 2025-06）" },
        { "no risk is an answer", "A29=解約リスク ;; B29=なし ;; C29=- ;; D29=特になし" },
        { "no remark is an answer", "A29=備考 ;; B29=なし" },
        { "owners in each countermeasure", "E28=" },
        { "timing in its own row",
          "C27=・【CS】レシピを送る ;; A29=実施タイミング ;; C29=31日目" },
        { "timing in the plan",
          "C27=・業種別の活用レシピを3本送る\n・ユースケース別ウェビナーを開く" },
        { "a quotation is no guess of ours",
          "C22=「もっと使えるかもしれない」と話す [E4]" },
        { "an emoji is visible", "C22=👩‍💻 ❤️ 1️⃣ 発見 [E4]" },
        { "a period in the definition",
          "C18= ;; C19=契約後31〜120日、応用機能を試している状態" },
        { "a fact nobody can doubt", "C23=特になし [E4] ;; F63= ;; F64=" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = lint(a, cases[i].edits, "", "", CJ_V1);

        cr_expect_eq(is.n, 0, "%s: %.*s", cases[i].what, CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint, details_of_rules)
{
    static const struct {
        const char *what, *edits, *want;
    } cases[] = {
        { "a reference in the evidence row", "A29=根拠 ;; C29=E2、E9", "CJ504@C29" },
        { "no evidence section: all references dangle", "C20=減らしたい [E77]",
          "CJ504@C20" },
        { "evidence numbers in another width and case", "C21=・共有する [ｅ０２]",
          "TX102@C21" },
        { "a row of remarks is left alone", "A29=社内メモ ;; B29=未定 ;; C29=TBD", "" },
        { "so is a custom row", "A29=社内の色 ;; B29=未定 ;; C29=TBD", "CJ103@A29" },
        { "an owner that is a filler", "C28=未定", "CJ403@C28" },
        { "a filler among owners", "C28=CS、未定", "CJ706@C28" },
        { "an action without an owner", "D63=", "CJ702@D63" },
        { "a phase named twice", "D17=導入期", "CJ304@D17 CJ805@A56 CJ805@B65 CJ805@B66" },
        { "an invisible character in the metadata", "B4=レポート\xe2\x80\x8bナビ",
          "TX103@B4" },
        { "in a record", "E44=8名\xe2\x81\xa0の声", "TX103@E44" },
        { "spaces around a phase", "C17= 活用促進期", "TX104@C17" },
        { "a text presentation sign is no emoji", "C22=☎\xef\xb8\x8e 発見 [E4]",
          "TX103@C22" },
        { "a joiner without emoji", "C22=発\xe2\x80\x8d見 [E4]", "TX103@C22" },
        { "an assumption with a source is none",
          "C23=【仮説】どの機能から使えばよいかわからない [E4]", "" },
        { "an assumption beside a fact", "C21=・共有する [E4]\n・【仮説】書き直す",
          "CJ506@C21" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = lint(a, cases[i].edits, "", "", CJ_V1);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].want)), "%s: %.*s", cases[i].what,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint, suppression_in_text_and_note)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA), *book;
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    r = sample_lint(
        a, sample_edited(a, base, CJ_STR("E25=更新を決めている【除外:CJ602 決定が成功】")),
        &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cr_expect_eq(r.n_suppressed, 1);
    book = sample_edited(a, base, CJ_STR("D20= ;; D23=・権限設定が粗く、他部署に渡せない"));
    sample_note(a, book, 20, 4, "cjlint:ignore CJ305 decided in Q4");
    sample_note(a, book, 23, 4, "cjlint:ignore CJ305");
    r = sample_lint(a, book, &o);
    cr_expect(cj_str_eq(sample_found(a, &r), CJ_STR("CJ501@D23")), "%.*s",
              CJ_ARG(sample_found(a, &r)));
    cr_expect_eq(r.n_suppressed, 1);
    r = sample_lint(a, sample_edited(a, base, CJ_STR("C25=【除外:CJ601 今期は対象外】")),
                    &o);
    cr_expect_eq(r.n_findings, 0, "%.*s", CJ_ARG(sample_found(a, &r)));
    cr_expect_eq(r.n_suppressed, 1);
    cj_arena_free(a);
}

Test(lint, profile_of_the_map)
{
    static const struct {
        const char *value;
        cj_profile want;
    } cases[] = {
        { "下書き", CJ_DRAFT },
        { "Draft", CJ_DRAFT },
        { "初版", CJ_V1 },
        { "v1", CJ_V1 },
        { "運用", CJ_OPERATIONAL },
        { "operational", CJ_OPERATIONAL },
        { " 運用中 ", CJ_OPERATIONAL },
        { "検討", CJ_V1 },
        { "", CJ_V1 },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    cj_lint_options o = sample_options(CJ_PROFILE_AUTO);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str edits = cj_str_fmt(a, "A16=成熟度 ;; B16=%s", cases[i].value);
        cj_lint_result r = sample_lint(a, sample_edited(a, base, edits), &o);

        cr_expect_eq(r.profile, cases[i].want, "%s: %s", cases[i].value,
                     cj_profile_name(r.profile));
    }
    cj_arena_free(a);
}

Test(lint, sentences)
{
    static const struct {
        const char *path, *edits, *ja, *en;
    } cases[] = {
        { SAMPLE_JA, "C25=アップセルに繋がる、スムーズに定着する",
          "「活用促進期」の成功の定義が測れません（繋がる、スムーズに、定着する）。「3つ以上」「30日以内」のような数値や"
          "条件を入れてください。",
          "Success of \"活用促進期\" cannot be measured (繋がる, スムーズに, 定着する). Add a count, "
          "rate or deadline." },
        { SAMPLE_JA, "C25=社内で話題になり、あちこちの部門から声がかかるようになる",
          "「活用促進期」の成功の定義が測れません（社内で話題になり、あちこちの部門から声…）。「3つ以上」"
          "「30日以内」のような数値や条件を入れてください。",
          NULL },
        { SAMPLE_JA, "A26=色", "項目「KPI」の行がありません。追加してください。",
          "Element row \"KPI\" is missing. Add it." },
        { SAMPLE_JA, "A23=困りごと ;; C23=",
          "「活用促進期」の「困りごと」が空です。分からなければ【仮説】を付けて書いてください。",
          "\"困りごと\" of \"活用促進期\" is empty. If unsure, write it with an [assumption] marker." },
        { SAMPLE_JA, "C24=活用ナビ®\xef\xb8\x8e、月1回の定例MTG\xe2\x80\x8b [E2]",
          "見えない文字があります（C24 U+FE0E、U+200B）。取り除いてください。",
          "Invisible character (C24 U+FE0E, U+200B); remove it." },
        { SAMPLE_JA, "C23=・動作が遅い [E4][E9][E12]",
          "E9、E12 が「根拠」にありません。番号を確かめるか、根拠を追加してください。",
          "E9, E12 is not in the Evidence sheet. Fix the number or add the record." },
        { SAMPLE_EN, "B27=- Send the guide\n- Call",
          "「Onboarding」の打ち手 2 件に「いつ」がありません。「契約後7日以内に」のように書いてください。",
          "2 countermeasure(s) of \"Onboarding\" have no timing. Write e.g. \"within 7 days of "
          "contract\"." },
        { SAMPLE_EN, "C24=Example: phone\nand mail", NULL,
          "Template example left in (C24 Example: phone / and mail); replace or delete it." },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book *base = sample_book(a, cases[i].path);
        cj_lint_options o = sample_options(CJ_V1);
        cj_lint_result r =
            sample_lint(a, sample_edited(a, base, cj_str_of(cases[i].edits)), &o);
        cj_str is;

        cr_expect_geq(r.n_findings, 1, "%s: nothing found", cases[i].edits);
        if (!r.n_findings)
            continue;
        is = cj_finding_says(a, &r, &r.findings[0], CJ_JA);
        cr_expect(!cases[i].ja || cj_str_eq(is, cj_str_of(cases[i].ja)), "%s: %.*s",
                  cases[i].edits, CJ_ARG(is));
        is = cj_finding_says(a, &r, &r.findings[0], CJ_EN);
        cr_expect(!cases[i].en || cj_str_eq(is, cj_str_of(cases[i].en)), "%s: %.*s",
                  cases[i].edits, CJ_ARG(is));
        is = cj_finding_hint(a, &r, &r.findings[0], CJ_JA);
        cr_expect(is.n && !cj_str_has(is, CJ_STR("{")), "%s: %.*s", cases[i].edits,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(lint, counts)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *base = sample_book(a, SAMPLE_JA);
    cj_lint_options o = sample_options(CJ_V1);
    cj_lint_result r;

    r = sample_lint(
        a,
        sample_edited(a, base,
                      CJ_STR("D20= ;; B3= ;; C21=【仮説】共有する ;; D21=[仮] 権限を配る")),
        &o);
    cr_expect_eq(r.n[CJ_ERROR], 1);
    cr_expect_eq(r.n[CJ_WARNING], 1);
    cr_expect_eq(r.n[CJ_INFO], 2);
    cr_expect_eq(r.n_findings, 4);
    cr_expect_eq(r.n_assumptions, 2);
    cr_expect_eq(r.n_not_evaluated, 2, "hidden parts and merges, of a CSV");
    o.min_severity = CJ_WARNING;
    r = sample_lint(
        a, sample_edited(a, base, CJ_STR("D20= ;; B3= ;; C21=【仮説】共有する")), &o);
    cr_expect_eq(r.n_findings, 2);
    cr_expect_eq(r.n_assumptions, 1);
    cj_arena_free(a);
}
