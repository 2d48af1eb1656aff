/* actuals_test.c - figures of an export on their way into a map's KPIs, and what is told of the rest. */
#include <cj/actuals.h>
#include "../lint/sample.h"
#include "../make_book.h"

/* "2025Q2=66 2025Q3=71%": the figures of a KPI, as they are in its table. */
static cj_str figures(cj_arena *a, const cj_kpi *k)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < k->n_actuals; i++) {
        const cj_kpi_actual *x = &k->actual[i];

        cr_expect(x->column >= k->section->columns &&
                  x->column < k->section->columns + k->section->n_columns);
        cr_expect_eq(x->field, &k->record->cell[x->column - k->section->columns]);
        cj_buf_fmt(&b, "%s" CJ_FMT "=" CJ_FMT CJ_FMT, b.n ? " " : "",
                   CJ_ARG(x->column->label), CJ_ARG(x->field->text),
                   CJ_ARG(x->value.number && !cj_str_has(x->field->text, x->value.unit)
                              ? x->value.unit
                              : CJ_STR("")));
    }
    return cj_buf_str(&b);
}

/* "conflict@C2 no_kpi@A3" */
static cj_str kinds(cj_arena *a, const cj_actuals_told *told)
{
    char ref[CJ_REF_MAX];
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < told->n; i++) {
        cj_ref(ref, told->told[i].at.row, told->told[i].at.col);
        cj_buf_fmt(&b, "%s%s@%s", i ? " " : "", cj_actual_kind_name(told->told[i].kind),
                   ref);
    }
    return cj_buf_str(&b);
}

typedef struct apply_case {
    const char *what, *base, *export;
    int kpi;
    const char *figures, *told;
} apply_case;

#define RATE "オンボーディング完了率"
#define DAYS "初回レポート作成までの日数"

static const apply_case cases[] = {
    { "a line a figure", SAMPLE_JA, "KPI\t期間\t値\n" RATE "\t2025Q4\t74%\n", 0,
      "2025Q2=66% 2025Q3=71% 2025Q4=74%", "" },
    { "the same as the map", SAMPLE_JA, "指標\t時期\t実績\n" RATE "\t2025年第3四半期\t71\n",
      0, "2025Q2=66% 2025Q3=71%", "" },
    { "another figure", SAMPLE_JA, "KPI名\t対象期間\t実績値\n" RATE "\t2025Q3\t７２％\n", 0,
      "2025Q2=66% 2025Q3=７２％%", "conflict@C2" },
    { "before the others, and between", SAMPLE_JA,
      "KPI\t期間\t値\n" RATE "\t2025Q1\t60\n" RATE "\t2025Q4\t75\n", 0,
      "2025Q1=60% 2025Q2=66% 2025Q3=71% 2025Q4=75%", "" },
    { "a column a period", SAMPLE_JA,
      "フェーズ\tKPI\t2025Q3\t実績（2025Q4）\t2025Q4目標\n導入期\t" RATE "\t71\t73\t80\n"
      "導入期\t" DAYS "\t-\t14日\t\n",
      1, "2025Q2=21日 2025Q3=17日 実績（2025Q4）=14日", "" },
    { "months beside quarters", SAMPLE_JA, "KPI\t年月\t値\n" RATE "\t2025年9月\t72\n", 0,
      "2025Q2=66% 2025Q3=71% 2025年9月=72%", "" },
    { "a title above, other columns", SAMPLE_JA,
      "利用状況レポート\n\n担当\tKPI\t期間\t値\t備考\nCS\t" RATE "\t2025Q4\t1,074%\tx\n", 0,
      "2025Q2=66% 2025Q3=71% 2025Q4=1,074%", "" },
    { "spelt otherwise", SAMPLE_JA,
      "KPI\t期間\t値\nｵﾝﾎﾞｰﾃﾞｨﾝｸﾞ完了率（目標80%）\t2025Q4\t74\n", 0,
      "2025Q2=66% 2025Q3=71% 2025Q4=74%", "" },
    { "nobody knows it", SAMPLE_JA, "KPI\t期間\t値\n解約率\t2025Q4\t2%\n\t2025Q4\t3\n", 0,
      "2025Q2=66% 2025Q3=71%", "no_kpi@A2 no_kpi@A3" },
    { "a phase that is not", SAMPLE_JA,
      "フェーズ\tKPI\t期間\t値\n成熟期\t" RATE "\t2025Q4\t1%\n更新期\t" RATE
      "\t2025Q4\t1%\n",
      0, "2025Q2=66% 2025Q3=71%", "no_phase@B2 no_phase@B3" },
    { "no period, no figure", SAMPLE_JA,
      "KPI\t期間\t値\n" RATE "\t先月\t74\n" RATE "\t\t74\n" RATE "\t2025Q4\t多い\n" RATE
      "\t2025Q4\t未入力\n",
      0, "2025Q2=66% 2025Q3=71%", "no_period@B2 no_period@B3 no_figure@C4" },
    { "twice", SAMPLE_JA,
      "KPI\t期間\t値\n" RATE "\t2025Q4\t74\n" RATE "\t2025年第4四半期\t75\n" RATE
      "\t2025Q4\t75\n",
      0, "2025Q2=66% 2025Q3=71% 2025Q4=75%", "twice@C3" },
    { "another unit, a share", SAMPLE_JA,
      "KPI\t期間\t値\n" RATE "\t2025Q4\t74件\n" RATE "\t2026Q1\t0.74\n", 0,
      "2025Q2=66% 2025Q3=71%", "unit@C2 share@C3" },
    { "two sheets", SAMPLE_JA,
      "メモ\nここは読まない\n=== B\nKPI\t期間\t値\n" RATE "\t2025Q4\t74\n", 0,
      "2025Q2=66% 2025Q3=71% 2025Q4=74%", "" },
    { "merged names", SAMPLE_JA,
      "!merge A2:A3\nKPI\t期間\t値\n" RATE "\t2025Q4\t74\n\t2026Q1\t76\n", 0,
      "2025Q2=66% 2025Q3=71% 2025Q4=74% 2026Q1=76%", "" },
    { "in English", SAMPLE_EN,
      "Phase\tKPI\tPeriod\tValue\nOnboarding\tMedian Days to first reconciled month\tQ4 2025\t29\n",
      0, "2025Q3=34days Q4 2025=29days", "" },
    { "in English, wide", SAMPLE_EN,
      "Metric\tQ3 2025\tQ4 2025\nShare of renewals decided 30 days before contract end\t73%\t80%\n",
      3, "2025Q3=73% Q4 2025=80%", "conflict@B2" },
};

Test(map_actuals, applied)
{
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const apply_case *c = &cases[i];
        cj_map map = sample_maps(a, sample_book(a, c->base)).map[0];
        cj_actuals_told told;
        cj_err err = { 0 };
        cj_rc rc = cj_actuals_apply(a, make_book(a, c->export), CJ_STR("crm.csv"), &map,
                                    &told, &err);

        cr_assert_eq(rc, CJ_OK, "%s", c->what);
        cr_expect(cj_str_eq(figures(a, &map.kpis[c->kpi]), cj_str_of(c->figures)),
                  "%s: %.*s", c->what, CJ_ARG(figures(a, &map.kpis[c->kpi])));
        cr_expect(cj_str_eq(kinds(a, &told), cj_str_of(c->told)), "%s: %.*s", c->what,
                  CJ_ARG(kinds(a, &told)));
    }
    cj_arena_free(a);
}

/* What is told names the line and what to do. */
Test(map_actuals, told)
{
    static const struct {
        const char *export, *ja, *en;
    } list[] = {
        { RATE "\t2025Q3\t72%\n",
          "crm.csv:Map!C2: 「オンボーディング完了率（導入期）」2025Q3 の値がマップと違います（71% → 72%）。"
          "このファイルの値を使います。",
          "crm.csv:Map!C2: オンボーディング完了率（導入期）, 2025Q3: the map has another figure "
          "(71% → 72%). The one of this file holds" },
        { "オンボード完了率\t2025Q3\t72%\n",
          "crm.csv:Map!A2: KPI「オンボード完了率」はマップにありません。「オンボーディング完了率」"
          "のことでしょうか。その場合は名前をそろえてください。",
          "crm.csv:Map!A2: No KPI of the map is called \"オンボード完了率\". Did you mean "
          "\"オンボーディング完了率\"?" },
        { RATE "\t0.9.3\t72%\n",
          "crm.csv:Map!B2: 期間「0.9.3」を読み取れません。2025Q3、2025年9月、2025-09-30 "
          "のように書いてください。",
          "crm.csv:Map!B2: \"0.9.3\" is no period: write 2025Q3, 2025-09 or 2025-09-30" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_map map = sample_maps(a, sample_book(a, SAMPLE_JA)).map[0];
        cj_book *book =
            make_book(a, cj_str_z(a, cj_str_fmt(a, "KPI\t期間\t値\n%s", list[i].export)));
        cj_actuals_told told;

        book->format = CJ_XLSX;
        cr_assert_eq(cj_actuals_apply(a, book, CJ_STR("crm.csv"), &map, &told, NULL),
                     CJ_OK);
        cr_assert_eq(told.n, 1);
        cr_expect(
            cj_str_eq(cj_err_line(a, &told.told[0].says, CJ_JA), cj_str_of(list[i].ja)),
            "%.*s", CJ_ARG(cj_err_line(a, &told.told[0].says, CJ_JA)));
        cr_expect(
            cj_str_eq(cj_err_line(a, &told.told[0].says, CJ_EN), cj_str_of(list[i].en)),
            "%.*s", CJ_ARG(cj_err_line(a, &told.told[0].says, CJ_EN)));
    }
    cj_arena_free(a);
}

/* The map that was read stays as it was, and all that points into its tables still does. */
Test(map_actuals, the_old_map_stays)
{
    cj_arena *a = cj_arena_new(0);
    cj_map was = sample_maps(a, sample_book(a, SAMPLE_JA)).map[0], map = was;
    cj_actuals_told told;
    size_t i;

    cj_actuals_apply(a, make_book(a, "KPI\t期間\t値\n" RATE "\t2025Q3\t80\n"), CJ_STR("x"),
                     &map, &told, NULL);
    cr_expect_eq(told.n_taken, 1);
    cr_expect_eq(was.kpis[0].actual[1].value.value, 71);
    cr_expect_eq(map.kpis[0].actual[1].value.value, 80);
    cr_expect_eq(map.n_kpis, was.n_kpis);
    for (i = 0; i < map.n_kpis; i++)
        cr_expect(map.kpis[i].section >= map.sections &&
                  map.kpis[i].section < map.sections + map.n_sections);
    for (i = 0; i < map.n_actions; i++)
        cr_expect(map.actions[i].section >= map.sections &&
                  map.actions[i].section < map.sections + map.n_sections);
    cj_arena_free(a);
}

Test(map_actuals, no_such_table)
{
    static const char *const list[] = { "顧客\t契約日\nA社\t2025-04-01\n",
                                        "KPI\t値\n" RATE "\t80\n", "" };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_map map = sample_maps(a, sample_book(a, SAMPLE_JA)).map[0];
        cj_actuals_told told;
        cj_err err = { 0 };

        cr_expect_eq(cj_actuals_apply(a, make_book(a, list[i]), CJ_STR("crm.csv"), &map,
                                      &told, &err),
                     CJ_EFORMAT, "%s", list[i]);
        cr_expect(cj_str_has(cj_err_line(a, &err, CJ_JA), CJ_STR("crm.csv: 実績の表")));
    }
    cj_arena_free(a);
}
