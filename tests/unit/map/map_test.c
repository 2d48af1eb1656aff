/* map_test.c - whole maps: metadata, sections, sheets, the samples, and that nothing is lost. */
#include "../make_book.h"
#include "base/utf8.h"
#include <cj/read.h>
#include <criterion/criterion.h>

#define GRID "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n課題\te\tf\n"

static const char *text_of(cj_arena *a, cj_str s)
{
    return cj_str_z(a, s);
}

Test(map, metadata)
{
    cj_arena *a = cj_arena_new(0);
    cj_map *m = make_map(a,
                         "レポートナビ ジャーニー 第3版\n"
                         "目的\t継続率を上げる\t\tペルソナ\t佐藤さん（45歳）\n"
                         "作成：2025/6/3\t更新日: 2025/9/1\n"
                         "製品：ナビ\\nプラン：標準\n"
                         "承認者\n"
                         "この表は四半期ごとに見直します。\n\n" GRID,
                         NULL);
    const cj_meta *t;

    cr_assert(m);
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_TITLE].text),
                     "レポートナビ ジャーニー 第3版");
    cr_expect_eq(m->meta[CJ_META_TITLE].label.n, 0);
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_VERSION].text), "3");
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_PURPOSE].text), "継続率を上げる");
    cr_expect_eq(m->meta[CJ_META_PURPOSE].at.col, 2);
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_PERSONA].text), "佐藤さん（45歳）");
    cr_expect_eq(m->meta[CJ_META_PERSONA].at.col, 5);
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_CREATED].text), "2025/6/3");
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_UPDATED].text), "2025/9/1");
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_PLAN].text), "標準");
    t = &m->meta[CJ_META_PRODUCT];
    cr_expect_str_eq(text_of(a, t->text), "ナビ");
    cr_expect_eq(t->at.from, strlen("製品："));
    cr_expect_eq(t->at.to, strlen("製品：ナビ"));
    t = &m->meta[CJ_META_APPROVER];
    cr_expect(t->at.row == 5 && t->at.col == 2 && !t->text.n && t->label.n);
    cr_expect_eq(m->n_leftover, 1);
    cj_arena_free(a);
}

/* However people write it: the purpose "A80%" and the persona "佐藤さん" stand above the grid. */
Test(map, purpose_and_persona)
{
    static const char *const heads[] = {
        "目的\tA80%\nペルソナ\t佐藤さん",
        "目的：A80%\nペルソナ：佐藤さん",
        "■目的\nA80%\n■ペルソナ\n佐藤さん",
        "■ペルソナ\n氏名\t佐藤さん\n■目的\nA80%",
        "【目的】A80%\n【ペルソナ】佐藤さん",
        "【目的】：A80%\n[ペルソナ] 佐藤さん",
        "<目的>\nA80%\n＜ペルソナ＞\n佐藤さん",
        "目的\\nA80%\nペルソナ\\n佐藤さん",
        "目的：A80%　ペルソナ：佐藤さん",
        "目的：A80% | ペルソナ：佐藤さん",
        "目的／A80%\nペルソナ／佐藤さん",
        "狙い＝A80%\n顧客像＝佐藤さん",
        "目的（Why）\tA80%\nペルソナ（Who）\t佐藤さん",
        "ゴール\tA80%\nターゲット\t佐藤さん",
        "このマップの目的\tA80%\n想定顧客\t佐藤さん",
        "Purpose - A80%\nPersona - 佐藤さん",
        "Goal of this map: A80%\nIdeal customer: 佐藤さん",
        "Business goal\tA80%\nTarget customer\t佐藤さん",
    };
    size_t i;

    for (i = 0; i < sizeof heads / sizeof *heads; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_map *m =
            make_map(a, cj_str_z(a, cj_str_fmt(a, "%s\n\n%s", heads[i], GRID)), NULL);

        cr_assert(m, "%s", heads[i]);
        cr_expect_str_eq(text_of(a, m->meta[CJ_META_PURPOSE].text), "A80%", "%s: \"%s\"",
                         heads[i], text_of(a, m->meta[CJ_META_PURPOSE].text));
        cr_expect_str_eq(text_of(a, m->meta[CJ_META_PERSONA].text), "佐藤さん",
                         "%s: \"%s\"", heads[i], text_of(a, m->meta[CJ_META_PERSONA].text));
        cj_arena_free(a);
    }
}

Test(map, a_paragraph_is_no_title)
{
    cj_arena *a = cj_arena_new(0);
    cj_buf b;
    cj_map *m;
    int i;

    cj_buf_init(&b, a);
    for (i = 0; i < 40; i++)
        cj_buf_z(&b, "この表の書き方を説明します。");
    cj_buf_z(&b, "\nナビの旅\n\n" GRID);
    cj_buf_byte(&b, 0);
    m = make_map(a, b.p, NULL);
    cr_assert(m);
    cr_expect_str_eq(text_of(a, m->meta[CJ_META_TITLE].text), "ナビの旅");
    cr_expect_eq(m->n_leftover, 1);
    cj_arena_free(a);
}

Test(map, cells)
{
    cj_arena *a = cj_arena_new(0);
    cj_map *m = make_map(a,
                         "項目\t導入期\t\t活用期\t更新期\n"
                         "!merge B1:C1\n"
                         "ゴール\ta\tb\tc\n"
                         "行動\td\t\te\n"
                         "\tf\t\t\tg\n"
                         "課題\th\t\ti\t\n"
                         "!merge D5:E5\n"
                         "感情\t\t\tj\tk\n"
                         "!note B2 先月の調査\n",
                         NULL);
    const cj_cell *c;

    cr_assert(m && m->n_phases == 3 && m->n_elements == 4);
    c = &m->elements[0].cells[0];
    cr_expect_str_eq(text_of(a, c->text), "a\nb");
    cr_expect_eq(c->n_parts, 2);
    cr_expect_str_eq(text_of(a, c->note), "先月の調査");
    cr_expect_str_eq(text_of(a, m->elements[1].cells[0].text), "d\nf");
    cr_expect_str_eq(text_of(a, m->elements[1].cells[2].text), "g");
    cr_expect_eq(m->elements[1].cells[2].at.row, 4);
    c = &m->elements[0].cells[2];
    cr_expect(cj_cell_blank(c) && c->at.row == 2 && c->at.col == 5, "where it would be");
    cr_expect_str_eq(text_of(a, m->elements[2].cells[2].text), "i",
                     "merged over two phases");
    cr_expect_eq(m->elements[2].cells[2].at.col, 4);
    cr_expect_eq(m->phases[0].last, 3);
    cj_arena_free(a);
}

Test(map, groups_are_kept_with_their_rows)
{
    cj_arena *a = cj_arena_new(0);
    cj_map *m = make_map(a,
                         "\t項目\t導入期\t活用期\n顧客\tゴール\ta\tb\n\t行動\tc\td\n"
                         "自社\t打ち手\te\tf\n",
                         NULL);

    cr_assert(m);
    cr_expect_str_eq(text_of(a, m->elements[1].group), "顧客");
    cr_expect_str_eq(text_of(a, m->elements[2].group), "自社");
    cj_arena_free(a);
}

Test(map, stacked_sections)
{
    cj_arena *a = cj_arena_new(0);
    cj_map *m = make_map(
        a,
        GRID "\n■ペルソナ\n項目\t内容\n名前\t佐藤\n役職\t部長\n\n"
             "【根拠】\nID\t種別\t内容\t色\nE1\tインタビュー\t8名\t青\n\tアンケート\t\t\n\n"
             "# 付録\nA\tB\nc\td\n",
        NULL);
    const cj_section *s;

    cr_assert(m);
    cr_expect_eq(m->n_sections, 3);
    cr_expect_eq(m->n_leftover, 0);
    cr_expect_str_eq(text_of(a, cj_map_persona(m, "name")), "佐藤");
    cr_expect_str_eq(text_of(a, cj_map_persona(m, "role")), "部長");
    cr_expect_eq(cj_map_persona(m, "age").n, 0);
    s = cj_map_section(m, CJ_SECTION_EVIDENCE);
    cr_assert(s && s->n_records == 2 && s->n_columns == 4);
    cr_expect_str_eq(text_of(a, s->title), "根拠");
    cr_expect(!s->columns[3].field);
    cr_expect_str_eq(text_of(a, cj_record_field(s, &s->records[0], "summary")->text),
                     "8名");
    cr_expect_eq(cj_record_field(s, &s->records[1], "id")->at.row, s->records[1].row);
    cr_expect(!cj_record_field(s, &s->records[1], "owner"));
    cr_expect_eq(m->sections[2].kind, CJ_SECTION_UNKNOWN);
    cr_expect_str_eq(text_of(a, m->sections[2].title), "付録");
    cj_arena_free(a);
}

Test(map, sheets_of_the_workbook)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b =
        make_book(a, GRID "=== 営業向け\n" GRID "=== 古い版\n!hide\n" GRID
                          "=== 根拠\n根拠一覧\n\nID\t種別\t内容\nE1\tインタビュー\t8名\n"
                          "=== KPI\nフェーズ\tKPI\t目標値\n導入期\t完了率\t80\n"
                          "=== ペルソナ\n名前\t佐藤\n課題\t月末が忙しい\n"
                          "=== 使い方\nゴール\tx\ty\n"
                          "=== 連絡先\n名前\t電話\nx\t1\n");
    cj_maps maps;
    const cj_map *m;

    cr_assert_eq(cj_maps_find(a, b, NULL, &maps, NULL), CJ_OK);
    cr_assert_eq(maps.n, 2);
    cr_expect(maps.map[0].sheet == 0 && maps.map[1].sheet == 1);
    m = &maps.map[1];
    cr_expect_eq(m->n_sections, 3);
    cr_expect(cj_map_section(m, CJ_SECTION_EVIDENCE)->n_records == 1);
    cr_expect_eq(cj_map_section(m, CJ_SECTION_EVIDENCE)->at.row, 1);
    cr_expect_str_eq(text_of(a, cj_map_persona(m, "pains")), "月末が忙しい");
    cr_expect_eq(m->n_leftover, 0);
    cj_arena_free(a);
}

Test(map, the_sheet_option)
{
    static const struct {
        const char *sheet;
        cj_rc rc;
        unsigned index;
    } cases[] = {
        { "Map", CJ_OK, 0 },        { "古い版", CJ_OK, 1 },   { "1", CJ_OK, 0 },
        { "2", CJ_OK, 1 },          { "-2", CJ_OK, 1 },       { "map", CJ_OK, 0 },
        { "連絡先", CJ_ENOMAP, 0 }, { "-1", CJ_ENOMAP, 0 },   { "4", CJ_EUSAGE, 0 },
        { "0", CJ_EUSAGE, 0 },      { "なし", CJ_EUSAGE, 0 }, { "-4", CJ_EUSAGE, 0 },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *b =
        make_book(a, GRID "=== 古い版\n!hide\n" GRID "=== 連絡先\n名前\t電話\nx\t1\n");
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_map_options o = { cj_str_of(cases[i].sheet), CJ_ORIENT_AUTO, NULL };
        cj_maps maps;
        cj_err err;

        cr_expect_eq(cj_maps_find(a, b, &o, &maps, &err), cases[i].rc, "--sheet %s",
                     cases[i].sheet);
        if (cases[i].rc == CJ_OK && maps.n == 1)
            cr_expect_eq(maps.map[0].sheet, cases[i].index, "--sheet %s", cases[i].sheet);
    }
    cj_arena_free(a);
}

Test(map, a_hidden_map_is_named)
{
    static const struct {
        const char *name, *text, *rule, *arg, *sheet;
        cj_rc rc;
    } cases[] = {
        { "one", "名前\t電話\nx\t1\n=== 古い版\n!hide\n" GRID, "CJ101", "古い版", "",
          CJ_ENEARLY },
        { "two", "名前\t電話\nx\t1\n=== A\n!hide\n" GRID "=== B\n!hide\n" GRID, "CJ101",
          "A, B", "", CJ_ENEARLY },
        { "another list", "名前\t電話\nx\t1\n=== A\n!hide\n名前\t電話\nx\t1\n", "CJ101",
          "Map!A1", "", CJ_ENOMAP },
        { "a map in view that lacks its phases",
          "=== 地図\n顧客のゴール\ta\tb\n行動\tc\td\n課題\te\tf\n=== 古い版\n!hide\n" GRID,
          "CJ102", NULL, "地図", CJ_ENEARLY },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err;

        cr_assert(!make_map(a, cases[i].text, &err), "%s", cases[i].name);
        cr_expect_eq(err.rc, cases[i].rc, "%s", cases[i].name);
        cr_expect_str_eq(err.rule, cases[i].rule, "%s", cases[i].name);
        cr_expect(!cases[i].arg || cj_str_eq(err.arg[0], cj_str_of(cases[i].arg)),
                  "%s: %.*s", cases[i].name, CJ_ARG(err.arg[0]));
        cr_expect(cj_str_eq(err.at.sheet, cj_str_of(cases[i].sheet)), "%s: %.*s",
                  cases[i].name, CJ_ARG(err.at.sheet));
        cj_arena_free(a);
    }
}

Test(map, insisting_lowers_the_bar)
{
    static const char plan[] =
        "Phase\tGoal\tTask\tOwner\nPlanning\ta\tb\tAnn\nBuild\tc\td\tBob\n";
    cj_map_options o = { { NULL, 0 }, CJ_PHASES_DOWN, NULL };
    cj_arena *a = cj_arena_new(0);
    cj_maps maps;
    cj_err err;

    cr_expect_eq(cj_maps_find(a, make_book(a, plan), NULL, &maps, &err), CJ_ENEARLY);
    cr_expect_str_eq(err.rule, "CJ101");
    cr_expect(cj_str_has(cj_err_says(a, &err, CJ_EN),
                         CJ_STR("A1 comes near with Goal, Task, Owner")),
              "%s", text_of(a, cj_err_says(a, &err, CJ_EN)));
    cr_expect_eq(cj_maps_find(a, make_book(a, plan), &o, &maps, &err), CJ_OK);
    cr_expect(maps.n == 1 && maps.map[0].orient == CJ_PHASES_DOWN &&
              maps.map[0].n_phases == 2);
    cj_arena_free(a);
}

Test(map, language)
{
    static const struct {
        const char *text;
        cj_lang lang;
    } cases[] = {
        { GRID, CJ_JA },
        { "Stage\tOnboarding\tRenewal\nGoals\tたくさん\tつかう\nPain Points\tこまる\tわからない\n",
          CJ_EN },
        { "\t導入期\tRenewal\nKPI\tたくさん\tつかう\nNPS\tこまる\tあ\n課題\tい\tう\nPain\tx\ty\n",
          CJ_JA },
        { "Stage\tOnboarding\tRenewal\nGoals\tたくさん使う\t続ける\nActions\tためす\tくらべる\n"
          "Pain Points\tこまる\tわからない\nOwner\tサポート\tセールス\n",
          CJ_JA },
        { "阶段\t认知\t购买\n用户目标\ta\tb\n用户行为\tc\td\n痛点\te\tf\n", CJ_EN },
        { "Phase\tBewusstsein\tKauf\nZiele\ta\tb\nKundenaktionen\tc\td\nSchmerzpunkte\te\tf\n",
          CJ_EN },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_map *m = make_map(a, cases[i].text, NULL);

        cr_expect(m && m->lang == cases[i].lang, "case %zu", i);
        cj_arena_free(a);
    }
}

typedef struct sample {
    const char *file, *phases;
    unsigned elements, facts; /* facts: filled fact cells */
    unsigned records[CJ_N_SECTIONS];
    cj_lang lang;
} sample;

static const sample samples[] = {
    { "01_seed_sample.csv", "onboarding adoption expansion ", 9, 9, { 0 }, CJ_JA },
    { "02_good_ja.csv",
      "onboarding adoption expansion renewal ",
      11,
      12,
      { [CJ_SECTION_PERSONA] = 9,
        [CJ_SECTION_EVIDENCE] = 6,
        [CJ_SECTION_KPI] = 5,
        [CJ_SECTION_ACTIONS] = 8,
        [CJ_SECTION_HISTORY] = 3 },
      CJ_JA },
    { "03_good_en.csv",
      "onboarding adoption renewal ",
      11,
      9,
      { [CJ_SECTION_PERSONA] = 9,
        [CJ_SECTION_EVIDENCE] = 5,
        [CJ_SECTION_KPI] = 4,
        [CJ_SECTION_HISTORY] = 1 },
      CJ_EN },
    { "06_merge_base.csv",
      "onboarding adoption expansion ",
      10,
      9,
      { [CJ_SECTION_EVIDENCE] = 2 },
      CJ_JA },
    { "06_merge_expected.csv",
      "onboarding adoption expansion renewal ",
      10,
      12,
      { [CJ_SECTION_EVIDENCE] = 4, [CJ_SECTION_CONFLICTS] = 1 },
      CJ_JA },
    { "06_merge_ours.csv",
      "onboarding adoption expansion ",
      10,
      9,
      { [CJ_SECTION_EVIDENCE] = 3 },
      CJ_JA },
    { "06_merge_theirs.csv",
      "onboarding adoption expansion renewal ",
      10,
      12,
      { [CJ_SECTION_EVIDENCE] = 3 },
      CJ_JA },
};

static cj_map *read_sample(cj_arena *a, const char *file)
{
    cj_read_options o = cj_read_options_default();
    cj_str path = cj_str_fmt(a, "tests/data/samples/%s", file);
    cj_book *b;
    cj_maps maps;
    cj_err err;

    cr_assert_eq(cj_book_read(a, cj_str_z(a, path), &o, &b, &err), CJ_OK, "%s", file);
    cr_assert_eq(cj_maps_find(a, b, NULL, &maps, &err), CJ_OK, "%s", file);
    cr_assert_eq(maps.n, 1);
    return &maps.map[0];
}

Test(map, samples)
{
    size_t i, k;

    for (i = 0; i < sizeof samples / sizeof *samples; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_map *m = read_sample(a, samples[i].file);
        cj_str ids = CJ_STR("");

        for (k = 0; k < m->n_phases; k++)
            ids =
                cj_str_fmt(a, CJ_FMT "%s ", CJ_ARG(ids), cj_phase_id_name(m->phases[k].id));
        cr_expect_str_eq(text_of(a, ids), samples[i].phases, "%s", samples[i].file);
        cr_expect_eq(m->n_elements, samples[i].elements, "%s", samples[i].file);
        cr_expect_eq(cj_map_coverage(m, NULL).of, samples[i].facts, "%s", samples[i].file);
        cr_expect_eq(cj_map_coverage(m, NULL).n, i ? samples[i].facts : 0,
                     "%s: %u with a source", samples[i].file, cj_map_coverage(m, NULL).n);
        cr_expect_eq(cj_map_completeness(m, NULL).n, 9 * m->n_phases, "%s",
                     samples[i].file);
        cr_expect_eq(m->lang, samples[i].lang, "%s", samples[i].file);
        cr_expect_eq(m->n_leftover, 0, "%s: %zu left over", samples[i].file, m->n_leftover);
        for (k = 0; k < CJ_N_SECTIONS; k++) {
            const cj_section *s = cj_map_section(m, (cj_section_kind)k);

            cr_expect_eq(s ? s->n_records : 0, samples[i].records[k], "%s: %s",
                         samples[i].file, cj_section_name((cj_section_kind)k));
        }
        cj_arena_free(a);
    }
}

Test(map, the_good_sample_in_full)
{
    static const char *const meta[CJ_N_META] = {
        [CJ_META_TITLE] = "レポートナビ エンタープライズ版 ジャーニーマップ",
        [CJ_META_PRODUCT] = "レポートナビ",
        [CJ_META_PLAN] = "エンタープライズプラン",
        [CJ_META_SEGMENT] = "従業員300名以上のBtoB製造業",
        [CJ_META_PERSONA] = "マーケティング部長 佐藤 美咲さん（45歳）",
        [CJ_META_VERSION] = "1.2",
        [CJ_META_CREATED] = "2025-03-14",
        [CJ_META_LAST_REVIEW] = "2025-09-24",
        [CJ_META_NEXT_REVIEW] = "2025-12-24",
        [CJ_META_AUTHOR] = "中村（CS）",
        [CJ_META_MAP_OWNER] = "中村（CS）",
        [CJ_META_APPROVER] = "大野（CS部長）",
    };
    cj_arena *a = cj_arena_new(0);
    cj_map *m = read_sample(a, "02_good_ja.csv");
    const cj_section *s = cj_map_section(m, CJ_SECTION_EVIDENCE);
    char ref[CJ_REF_MAX];
    size_t i;

    for (i = 0; i < CJ_N_META; i++)
        if (meta[i])
            cr_expect_str_eq(text_of(a, m->meta[i].text), meta[i]);
    for (i = 0; i < s->n_records; i++)
        cr_expect(cj_str_eq(cj_record_field(s, &s->records[i], "id")->text,
                            cj_str_fmt(a, "E%zu", i + 1)));
    cr_expect_str_eq(text_of(a, cj_map_persona(m, "role")), "マーケティング部長");
    cr_expect_str_eq(text_of(a, m->phases[3].period_text), "契約後271〜365日");
    cj_ref(ref, cj_map_cell(m, CJ_SUCCESS, &m->phases[1])->at.row,
           cj_map_cell(m, CJ_SUCCESS, &m->phases[1])->at.col);
    cr_expect_str_eq(ref, "C25");
    cj_arena_free(a);
}

Test(map, every_standard_column_is_known)
{
    static const char *const files[] = { "02_good_ja.csv", "03_good_en.csv",
                                         "06_merge_expected.csv" };
    size_t i, s, c;

    for (i = 0; i < sizeof files / sizeof *files; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_map *m = read_sample(a, files[i]);

        for (s = 0; s < m->n_sections; s++)
            for (c = 0; c < m->sections[s].n_columns; c++)
                cr_expect(
                    m->sections[s].columns[c].field ||
                        cj_str_starts(m->sections[s].columns[c].label, CJ_STR("2025Q")),
                    "%s: " CJ_FMT, files[i], CJ_ARG(m->sections[s].columns[c].label));
        cj_arena_free(a);
    }
}

static bool owned(const cj_maps *maps, unsigned sheet, unsigned row, unsigned col)
{
    size_t i;

    for (i = 0; i < maps->n; i++)
        if (cj_map_owns(&maps->map[i], sheet, row, col))
            return true;
    return false;
}

/* Every cell with text of the sheets a map was read from belongs to it or to a map beside it, and
 * what is its own is claimed or left over, once. */
static void nothing_is_lost(const cj_map *m, const char *name)
{
    cj_arena *a = cj_arena_new(0);
    const cj_leaf *rest = cj_map_leftover(a, m);
    size_t leaf = 0, left = 0, i;
    unsigned s;

    for (s = 0; s < m->book->n_sheets; s++) {
        bool touched =
            s == m->sheet || (leaf < m->n_leaves && m->leaves[leaf].at.sheet == s);

        for (i = 0; touched && i < m->book->sheets[s].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&m->book->sheets[s], i);
            bool claimed, kept;

            if (!cj_utf8_trim(cj_book_cell_text(a, m->book, c)).n)
                continue;
            cr_assert(owned(m->among, s, c->row, c->col), "%s: sheet %u row %u column %u",
                      name, s, c->row, c->col);
            if (!cj_map_owns(m, s, c->row, c->col))
                continue;
            claimed = leaf < m->n_leaves && m->leaves[leaf].at.sheet == s &&
                      m->leaves[leaf].at.row == c->row && m->leaves[leaf].at.col == c->col;
            kept = left < m->n_leftover && rest[left].at.sheet == s &&
                   rest[left].at.row == c->row && rest[left].at.col == c->col;
            cr_assert(claimed != kept, "%s: sheet %u row %u column %u", name, s, c->row,
                      c->col);
            leaf += claimed;
            left += kept;
        }
    }
    cr_expect(leaf == m->n_leaves && left == m->n_leftover, "%s: too many leaves", name);
    cj_arena_free(a);
}

Test(map, nothing_is_lost_in_samples)
{
    size_t i;

    for (i = 0; i < sizeof samples / sizeof *samples; i++) {
        cj_arena *a = cj_arena_new(0);

        nothing_is_lost(read_sample(a, samples[i].file), samples[i].file);
        cj_arena_free(a);
    }
}

/* Grids with random holes, merges, notes and rubbish around: found or not, nothing is lost. */
Test(map, nothing_is_lost_at_random)
{
    static const char *const words[] = {
        "",       "",       "",          "項目",       "導入期",  "活用期", "Renewal",
        "ゴール", "行動",   "Actions",   "課題",       "KPI",     "目的",   "■根拠",
        "ID",     "内容",   "x",         "memo",       "※注",     "12",     "担当",
        "Stage",  "名前",   "■ペルソナ", "作成：2025", "○",       "CS",     "STEP1",
        "区分",   "小項目", "説明",      "- a",        "0〜30日", "契約前", "■ 顧客",
    };
    unsigned seed = 1, round, i, found = 0;

    for (round = 0; round < 4000; round++) {
        cj_arena *a = cj_arena_new(0);
        cj_buf b;
        cj_maps maps;
        size_t k;

        cj_buf_init(&b, a);
        cj_buf_z(&b, round % 2 ? "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n" : "");
        for (i = 0; i < 60; i++) {
            seed = seed * 1103515245u + 12345u;
            cj_buf_z(&b, words[(seed >> 16) % (sizeof words / sizeof *words)]);
            cj_buf_byte(&b, (seed >> 8) % 5 ? '\t' : '\n');
        }
        cj_buf_z(&b, (seed >> 9) % 3 ? "" : "\n!merge B2:C3\n!merge A4:A5");
        cj_buf_z(&b, (seed >> 10) % 5 ? "" : "\n!merge B1:C1\n!merge A6:B6\n!merge D1:D2");
        cj_buf_byte(&b, 0);
        cj_maps_find(a, make_book(a, b.p), NULL, &maps, NULL);
        for (k = 0; k < maps.n; k++)
            nothing_is_lost(&maps.map[k], b.p);
        found += maps.n > 0;
        cj_arena_free(a);
    }
    cr_expect(found > 100, "%u maps only", found);
}

Test(map, feelings_told_in_faces_are_feelings)
{
    static const struct {
        const char *rows;
        bool serves;
        unsigned filled;
    } cases[] = {
        { "感情\t😊\t😟\n", true, 8 },   { "感情\t2\t-1\n", true, 8 },
        { "感情\t期待\t\n", true, 7 }, { "感情スコア\t2\t-1\n", false, 6 },
        { "備考\t😊\t😟\n", false, 6 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i, e;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str text = cj_str_fmt(a, "%s%s", GRID, cases[i].rows);
        cj_map *m = make_map(a, cj_str_z(a, text), NULL);
        bool serves = false;

        cr_assert(m, "%s", cases[i].rows);
        for (e = 0; e < m->n_elements; e++)
            serves = serves || cj_element_serves(&m->elements[e], CJ_MIND);
        cr_expect_eq(serves, cases[i].serves, "%s", cases[i].rows);
        cr_expect_eq(cj_map_completeness(m, NULL).n, cases[i].filled, "%s: %u",
                     cases[i].rows, cj_map_completeness(m, NULL).n);
    }
    cj_arena_free(a);
}
