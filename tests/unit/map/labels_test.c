/* labels_test.c - normalising labels and finding them in the vocabulary. */
#include "map/labels.h"
#include "map/normal.h"
#include <criterion/criterion.h>
#include <string.h>

Test(labels, key)
{
    static const struct {
        const char *label, *key;
    } cases[] = {
        { "顧客のゴール", "顧客のゴール" },
        { "■ 1. 顧客のゴール：", "顧客のゴール" },
        { "①行動", "行動" },
        { "【行動】", "行動" },
        { "STEP3：顧客の行動", "顧客の行動" },
        { "ＫＰＩ（指標）", "kpi(指標)" },
        { "思考･感情", "思考・感情" },
        { " Customer  Goal * ", "customergoal" },
        { "🎯 Goals", "goals" },
        { "1) Goals", "goals" },
        { "a. Goals", "goals" },
        { "1.5", "1.5" },
        { "※", "※" },
        { "Pain\nPoints", "painpoints" },
        { "打ち手(アクション)", "打ち手(アクション)" },
        { "NPS\xef\xb8\x8e", "nps" },
        { "(1) 目標", "目標" },
        { "[Goals] and [Needs]", "[goals]and[needs]" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str key = cj_label_key(a, cj_str_of(cases[i].label));

        cr_expect(cj_str_eq(key, cj_str_of(cases[i].key)), "\"%s\": \"" CJ_FMT "\"",
                  cases[i].label, CJ_ARG(key));
    }
    cj_arena_free(a);
}

Test(labels, words)
{
    static const struct {
        const char *label, *words;
    } cases[] = {
        { "Customer's Pain-Points", "customer pain point" },
        { "pain_points", "pain point" },
        { "PainPoints", "pain point" },
        { "Étapes d'action", "etape d action" },
        { "Opportunities", "opportunity" },
        { "Success", "success" },
        { "KPIs", "kpi" },
        { "Maßnahmen", "massnahmen" },
        { "Ações", "acoe" },
        { "Pain\xc2\xad po\xe2\x80\x8bint\x01s", "pain point" },
        { "Точки контакта", "точки контакта" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str words = cj_label_words(a, cj_str_of(cases[i].label));

        cr_expect(cj_str_eq(words, cj_str_of(cases[i].words)), "\"%s\": \"" CJ_FMT "\"",
                  cases[i].label, CJ_ARG(words));
    }
    cj_arena_free(a);
}

Test(labels, every_family_is_found)
{
    static const struct {
        cj_family family;
        const char *key, *name;
    } cases[] = {
        { CJ_FAM_ELEM, "顧客のゴール", "goal" },
        { CJ_FAM_ELEM, "боликлиента", "pain" },
        { CJ_FAM_AXIS, "フェーズ", "phase" },
        { CJ_FAM_AXIS, "項目", "element" },
        { CJ_FAM_PHASE, "導入期", "onboarding" },
        { CJ_FAM_PHASE, "renewal", "renewal" },
        { CJ_FAM_META, "目的", "purpose" },
        { CJ_FAM_META, "lastreview", "last_review" },
        { CJ_FAM_SHEET, "更新履歴", "history" },
        { CJ_FAM_SHEET, "統合の記録", "merge_log" },
        { CJ_FAM_PERSONA, "役職", "role" },
        { CJ_FAM_EVCOL, "種別", "type" },
        { CJ_FAM_KPICOL, "良い方向", "direction" },
        { CJ_FAM_ACTCOL, "いつ", "when" },
        { CJ_FAM_HISCOL, "理由", "why" },
        { CJ_FAM_DEPT, "cs", "cs" },
        { CJ_FAM_EVTYPE, "インタビュー", "interview" },
        { CJ_FAM_STATUS, "完了", "done" },
        { CJ_FAM_OTHER, "sku", "list" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        int id = cj_labels_id(cases[i].family, cj_str_of(cases[i].key));

        cr_assert(id >= 0, "%s", cases[i].key);
        cr_expect_str_eq(cj_labels_name(cases[i].family, (unsigned)id), cases[i].name);
    }
    cr_expect_eq(cj_labels_id(CJ_FAM_ELEM, CJ_STR("sku")), -1);
}

Test(labels, names_and_canonical_labels)
{
    cr_expect_str_eq(cj_elem_id(CJ_GOAL), "goal");
    cr_expect_str_eq(cj_elem_label(CJ_GOAL, CJ_JA), "顧客のゴール");
    cr_expect_str_eq(cj_elem_label(CJ_COUNTERMEASURE, CJ_JA), "打ち手(アクション)");
    cr_expect_str_eq(cj_elem_label(CJ_MIND, CJ_EN), "Thoughts & Feelings");
    cr_expect_str_eq(cj_phase_id_name(CJ_PHASE_OTHER), "");
    cr_expect_str_eq(cj_phase_id_name(CJ_PHASE_RENEWAL), "renewal");
    cr_expect_str_eq(cj_meta_id_name(CJ_META_NOTE), "note");
    cr_expect_str_eq(cj_meta_label(CJ_META_VERSION, CJ_JA), "バージョン");
    cr_expect_str_eq(cj_meta_label(CJ_META_TITLE, CJ_EN), "Title");
    cr_expect_str_eq(cj_section_name(CJ_SECTION_MERGE_LOG), "merge_log");
    cr_expect(cj_elem_core(CJ_OWNER) && !cj_elem_core(CJ_PERIOD));
    cr_expect_eq(cj_elem_fact_of(CJ_PAIN), CJ_FACT_YES);
    cr_expect_eq(cj_elem_kind_of(CJ_SUCCESS), CJ_ELEM_TEXT);
}

Test(labels, endings)
{
    cj_endings e = { .family = CJ_FAM_ELEM, .text = CJ_STR("新しい顧客の行動"), .at = 24 };
    const cj_label *l;
    size_t n;

    l = cj_labels_ending(&e, &n);
    cr_assert(l && n);
    cr_expect_eq(l->id, CJ_BEHAVIOR);
    cr_expect_eq(e.at, strlen("新しい顧客の"));
    l = cj_labels_ending(&e, &n);
    cr_assert(l && n);
    cr_expect_eq(l->id, CJ_BEHAVIOR);
    cr_expect_eq(e.at, strlen("新しい"));
    cr_expect_null(cj_labels_ending(&e, &n));
    cr_expect_eq(n, 0);
}

Test(labels, beginning)
{
    static const struct {
        const char *text, *term;
    } cases[] = {
        { "活用促進期と導入期", "活用促進期" },
        { "活用促進期", "活用促進期" },
        { "導入前", "導入" },
        { "期", "" },
        { "月次", "" },
        { "", "" },
    };
    size_t i;
    int id;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n = cj_labels_beginning(CJ_FAM_PHASE, cj_str_of(cases[i].text), 60, &id);

        cr_expect_eq(n, strlen(cases[i].term), "%s: %zu", cases[i].text, n);
    }
}

/* Every label is found by its own key, with all others of that key. */
Test(labels, each_is_found)
{
    const char *canonical;
    cj_arena *a = cj_arena_new(0);
    unsigned family, id;

    for (family = 0; family < CJ_N_FAMILIES; family++)
        for (id = 0; cj_labels_name((cj_family)family, id); id++) {
            canonical = cj_labels_canonical((cj_family)family, id, CJ_JA);
            if (canonical)
                cr_expect_geq(
                    cj_labels_id((cj_family)family, cj_label_key(a, cj_str_of(canonical))),
                    0, "%s", canonical);
        }
    cj_arena_free(a);
}
