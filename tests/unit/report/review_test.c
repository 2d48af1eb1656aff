/* review_test.c - the review pack: its arithmetic by hand, its periods, decisions, pairs of findings. */
#include <cj/read.h>
#include <cj/render.h>
#include <cj/review.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include "../render/printed.h"

static const cj_config plain;

typedef struct asked {
    cj_lang lang;
    const char *quarter;
    unsigned fiscal_start;
    bool redact;
} asked;

static cj_maps *maps_of(cj_arena *a, const char *csv, const char *path, unsigned fiscal)
{
    cj_read_options read = cj_read_options_default();
    cj_config *config = CJ_NEW(a, cj_config);
    cj_map_options how = { { NULL, 0 }, CJ_ORIENT_AUTO, config };
    cj_maps *maps = CJ_NEW(a, cj_maps);
    cj_book *book;
    cj_err err;

    *config = plain;
    config->fiscal_start = fiscal;
    if (csv)
        cr_assert_eq(cj_book_parse(a, cj_str_of(csv), cj_str_of(path), &read, &book, &err),
                     CJ_OK);
    else
        cr_assert_eq(cj_book_read(a, path, &read, &book, &err), CJ_OK, "%s", path);
    cr_assert_eq(cj_maps_find(a, book, &how, maps, &err), CJ_OK, "no map in %s", path);
    return maps;
}

/* Of files, or of texts; `old` NULL: there is one version. */
static const cj_report *review(cj_arena *a, const char *old, const char *now, bool files,
                               asked how)
{
    cj_review_options o = { .lang = how.lang,
                            .today = { 2025, 10, 1 },
                            .quarter = cj_str_of(how.quarter),
                            .redact = how.redact };
    cj_review_version v[2];
    size_t n = 0;

    if (old)
        v[n++] = (cj_review_version){ CJ_STR("old.csv"),
                                      maps_of(a, files ? NULL : old,
                                              files ? old : "old.csv", how.fiscal_start) };
    v[n++] = (cj_review_version){ CJ_STR("new.csv"),
                                  maps_of(a, files ? NULL : now, files ? now : "new.csv",
                                          how.fiscal_start) };
    return cj_review_report(a, &o, v, n);
}

static const cj_fact *in(const cj_fact *f, const char *key)
{
    for (f = f ? f->first : NULL; f; f = f->next)
        if (f->key && !strcmp(f->key, key))
            return f;
    return NULL;
}

static const cj_fact *map_of(const cj_report *r)
{
    return in(r->facts, "maps")->first;
}

static const char *said(cj_arena *a, const cj_fact *f)
{
    switch (f ? f->kind : CJ_F_NULL) {
    case CJ_F_TEXT:
        return cj_str_z(a, f->text);
    case CJ_F_INTEGER:
        return cj_str_z(a, cj_str_fmt(a, "%lld", f->integer));
    case CJ_F_REAL:
        return cj_str_z(a, cj_str_fmt(a, "%g", f->real));
    default:
        return "-";
    }
}

/* The fields of the objects of a list, "a b c", a line each. */
static const char *rows(cj_arena *a, const cj_fact *list, const char *keys)
{
    cj_str out = { "", 0 }, rest, key;
    const cj_fact *f;

    for (f = list ? list->first : NULL; f; f = f->next) {
        const char *gap = out.n ? "\n" : "";

        rest = cj_str_of(keys);
        while (cj_str_split(&rest, ' ', &key)) {
            out = cj_str_fmt(a, CJ_FMT "%s%s", CJ_ARG(out), gap,
                             said(a, in(f, cj_str_z(a, key))));
            gap = "|";
        }
    }
    return cj_str_z(a, out);
}

static const char *lines(cj_arena *a, const cj_fact *list)
{
    cj_str out = { "", 0 };
    const cj_fact *f;

    for (f = list->first; f; f = f->next)
        out = cj_str_fmt(a, CJ_FMT "%s" CJ_FMT, CJ_ARG(out), out.n ? "\n" : "",
                         CJ_ARG(f->text));
    return cj_str_z(a, out);
}

static const char *text_of(cj_arena *a, const cj_report *r)
{
    return kept(a, printed_text(a, r, 0, false));
}

/* ---- by hand: the example figures of the samples ------------------------------------------------------ */

static const struct {
    cj_lang lang;
    const char *old, *now, *days, *sourced, *of, *percent;
    const char *
        kpi; /* kpi | baseline | target | previous | current | change | change_text | distance | status_text */
} by_hand[] = {
    { CJ_JA, "tests/data/review/ja-1.1.csv", "tests/data/samples/02_good_ja.csv", "89",
      "12", "12", "100",
      /* (71-62)/(80-62) = 9/18; (17-24)/(14-24) = 7/10; (52-41)/(60-41) = 11/19 = 57.9; 3/18 = 16.7;
       * (83-74)/(90-74) = 9/16 = 56.25 */
      "オンボーディング完了率|62|80|66|71|5|+5pt|50|改善\n"
      "初回レポート作成までの日数|24|14|21|17|-4|-4日|70|改善\n"
      "月5回以上ログインした利用者の割合|41|60|44|52|8|+8pt|58|改善\n"
      "2部署以上で利用する契約の割合|22|40|24|25|1|+1pt|17|改善\n"
      "期限30日前までの更新決定率|74|90|78|83|5|+5pt|56|改善" },
    { CJ_EN, "tests/data/review/en-0.9.csv", "tests/data/samples/03_good_en.csv", "91", "9",
      "9", "100",
      /* (34-38)/(21-38) = 4/17 = 23.5; 7/24 = 29.2; 2/18 = 11.1; 2/15 = 13.3 */
      "Median days to first reconciled month|38|21|38|34|-4|-4 days|24|improved\n"
      "Accounts with 2+ bank feeds connected by day 45|51|75|51|58|7|+7pt|29|improved\n"
      "Share of accounts using 3+ workflows per month|47|65|50|49|-1|-1pt|11|worse\n"
      "Share of renewals decided 30 days before contract end|70|85|-|72|-|-|13|first value" },
};

Test(review, figures_by_hand)
{
    size_t i;

    for (i = 0; i < sizeof by_hand / sizeof *by_hand; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_report *r = review(a, by_hand[i].old, by_hand[i].now, true,
                                    (asked){ .lang = by_hand[i].lang });
        const cj_fact *m = map_of(r), *sum = in(m, "summary"), *e = in(sum, "evidence");

        cr_expect_str_eq(rows(a, in(m, "kpi"),
                              "kpi baseline target previous current change change_text "
                              "distance status_text"),
                         by_hand[i].kpi);
        cr_expect_str_eq(said(a, in(in(sum, "map"), "days")), by_hand[i].days);
        cr_expect_str_eq(said(a, in(e, "sourced")), by_hand[i].sourced);
        cr_expect_str_eq(said(a, in(e, "of")), by_hand[i].of);
        cr_expect_str_eq(said(a, in(e, "percent")), by_hand[i].percent);
        cj_arena_free(a);
    }
}

/* ---- a KPI ---------------------------------------------------------------------------------------------- */

#define GRID "項目,導入期,活用期\n顧客のゴール,a,b\n行動,c,d\n課題・ペイン,e,f\n"
#define HEAD "\n\n■KPI\nフェーズ,KPI,単位,良い方向,現状値,目標値,"

static const struct {
    const char *columns, *values, *unit, *way, *baseline, *target;
    const char *want; /* change_text | distance | status */
} states[] = {
    /* on target: equal counts, in its own direction */
    { "2025Q2,2025Q3", "70,80", "%", "高い", "60", "80", "+10pt|100|on_target" },
    { "2025Q2,2025Q3", "15,14", "日", "低い", "24", "14", "-1日|100|on_target" },
    { "2025Q2,2025Q3", "70,90", "%", "高い", "60", "80", "+20pt|150|on_target" },
    { "2025Q3", "80", "%", "高い", "60", "80", "-|100|on_target" },
    /* better and worse */
    { "2025Q2,2025Q3", "66,71", "%", "高い", "62", "80", "+5pt|50|improved" },
    { "2025Q2,2025Q3", "71,66", "%", "高い", "62", "80", "-5pt|22|worse" },
    { "2025Q2,2025Q3", "17,21", "日", "低い", "24", "14", "+4日|30|worse" },
    { "2025Q2,2025Q3", "66,58", "%", "高い", "62", "80", "-8pt|-22|worse" },
    { "2025Q2,2025Q3", "66.1,71.3", "%", "高い", "60", "80", "+5.2pt|57|improved" },
    { "2025Q2,2025Q3", "66,71", "件", "高い", "62", "80", "+5件|50|improved" },
    /* less than a hundredth of the way is no change: 0.1 of 20, and 1 of 200 */
    { "2025Q2,2025Q3", "66,66", "%", "高い", "60", "80", "±0pt|30|flat" },
    { "2025Q2,2025Q3", "66,66.1", "%", "高い", "60", "80", "+0.1pt|31|flat" },
    { "2025Q2,2025Q3", "66,66.2", "%", "高い", "60", "80", "+0.2pt|31|improved" },
    { "2025Q2,2025Q3", "150,151", "件", "高い", "100", "300", "+1件|26|flat" },
    /* no previous value; a gap is not bridged */
    { "2025Q3", "71", "%", "高い", "62", "80", "-|50|first" },
    { "2025Q1,2025Q3", "66,71", "%", "高い", "62", "80", "-|50|first" },
    { "2025Q1,2025Q2,2025Q3", "66,,71", "%", "高い", "62", "80", "-|50|first" },
    { "2025Q2,2025Q3", "未集計,71", "%", "高い", "62", "80", "-|50|first" },
    /* without baseline or target */
    { "2025Q2,2025Q3", "66,71", "%", "高い", "", "80", "+5pt|-|improved" },
    { "2025Q2,2025Q3", "66,71", "%", "高い", "80", "80", "+5pt|-|improved" },
    { "2025Q2,2025Q3", "66,71", "%", "高い", "62", "", "+5pt|-|improved" },
    { "2025Q2,2025Q3", "66,71", "%", "", "62", "80", "+5pt|50|improved" },
    { "2025Q2,2025Q3", "66,71", "%", "", "", "", "+5pt|-|undirected" },
};

Test(review, states_of_a_kpi)
{
    size_t i;

    for (i = 0; i < sizeof states / sizeof *states; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str csv = cj_str_fmt(a, GRID HEAD "%s\n導入期,率,%s,%s,%s,%s,%s\n",
                                states[i].columns, states[i].unit, states[i].way,
                                states[i].baseline, states[i].target, states[i].values);
        const cj_report *r =
            review(a, NULL, cj_str_z(a, csv), false, (asked){ .lang = CJ_JA });

        cr_expect_str_eq(rows(a, in(map_of(r), "kpi"), "change_text distance status"),
                         states[i].want, "case %zu: %s", i, states[i].values);
        cj_arena_free(a);
    }
}

/* ---- which quarter -------------------------------------------------------------------------------------- */

static const struct {
    cj_lang lang;
    unsigned fiscal;
    const char *asked;
    const char *says, *previous, *before, *status;
} quarters[] = {
    { CJ_JA, 1, NULL, "2025Q3（7〜9月）", "2025Q2（4〜6月）", "2025Q1（1〜3月）",
      "improved" },
    { CJ_EN, 1, NULL, "2025Q3 (Jul-Sep)", "2025Q2 (Apr-Jun)", "2025Q1 (Jan-Mar)",
      "improved" },
    { CJ_JA, 1, "2025Q2", "2025Q2（4〜6月）", "2025Q1（1〜3月）", "2024Q4（10〜12月）",
      "first" },
    { CJ_JA, 1, "2025Q4", "2025Q4（10〜12月）", "2025Q3（7〜9月）", "2025Q2（4〜6月）",
      "not_reported" },
    { CJ_JA, 4, NULL, "2025Q3（10〜12月）", "2025Q2（7〜9月）", "2025Q1（4〜6月）",
      "improved" },
    { CJ_JA, 4, "2025Q4", "2025Q4（2026年1〜3月）", "2025Q3（10〜12月）",
      "2025Q2（7〜9月）", "not_reported" },
    { CJ_EN, 4, "2025Q4", "2025Q4 (Jan-Mar 2026)", "2025Q3 (Oct-Dec)", "2025Q2 (Jul-Sep)",
      "not_reported" },
};

Test(review, quarters)
{
    size_t i;

    for (i = 0; i < sizeof quarters / sizeof *quarters; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_report *r = review(
            a, NULL, GRID HEAD "2025Q2,2025Q3,2025Q4\n導入期,率,%,高い,62,80,66,71,\n",
            false,
            (asked){ quarters[i].lang, quarters[i].asked, quarters[i].fiscal, false });
        const cj_fact *q = in(map_of(r), "quarter");

        cr_expect_str_eq(said(a, in(q, "says")), quarters[i].says, "case %zu", i);
        cr_expect_str_eq(said(a, in(q, "previous")), quarters[i].previous, "case %zu", i);
        cr_expect_str_eq(said(a, in(q, "before")), quarters[i].before, "case %zu", i);
        cr_expect_str_eq(rows(a, in(map_of(r), "kpi"), "status"), quarters[i].status,
                         "case %zu", i);
        cj_arena_free(a);
    }
}

static const struct {
    const char *quarter;
    cj_rc rc;
} wrong[] = {
    { NULL, CJ_OK },         { "2025Q3", CJ_OK },
    { "FY25Q3", CJ_OK },     { "2025年第3四半期", CJ_OK },
    { "2025-09", CJ_OK },    { "2025Q5", CJ_EUSAGE },
    { "Q3", CJ_EUSAGE },     { "", CJ_EUSAGE },
    { "summer", CJ_EUSAGE }, { "2025-09-24", CJ_EUSAGE },
};

Test(review, what_is_no_quarter)
{
    size_t i;

    for (i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cj_review_options o = { .quarter = cj_str_of(wrong[i].quarter) };
        cj_err err;

        cr_expect_eq(cj_review_check(&o, &err), wrong[i].rc, "%s",
                     wrong[i].quarter ? wrong[i].quarter : "none");
    }
}

/* ---- decisions -------------------------------------------------------------------------------------------- */

#define KPI_MISSED HEAD "2025Q2,2025Q3\n導入期,完了率,%,高い,62,80,66,71\n"
#define ACTIONS "\n\n■打ち手\nID,フェーズ,打ち手,誰が,いつ,期限,効果を測るKPI,状況,効果\n"

static const struct {
    const char *what, *old, *now, *want; /* kind | phase | about */
} decided[] = {
    { "nothing", NULL, GRID, "" },
    { "no action at all", NULL, GRID KPI_MISSED, "off_target|導入期|KPI「完了率」" },
    { "an action runs", NULL,
      GRID KPI_MISSED ACTIONS "A1,導入期,送る,CS,契約後7日,,完了率,実施中,\n", "" },
    { "it is only planned", NULL,
      GRID KPI_MISSED ACTIONS "A1,導入期,送る,CS,契約後7日,,完了率,予定,\n",
      "off_target|導入期|KPI「完了率」" },
    { "it is one of two KPIs", NULL,
      GRID KPI_MISSED ACTIONS "A1,導入期,送る,CS,契約後7日,,\"完了率、日数\",実施中,\n",
      "" },
    { "without a status nobody knows", NULL,
      GRID KPI_MISSED ACTIONS "A1,導入期,送る,CS,契約後7日,,完了率,,\n", "" },
    { "a countermeasure on the map, no table", NULL,
      GRID "打ち手,【CS】契約後7日以内に送る,\n" KPI_MISSED, "" },
    { "overdue", NULL, GRID ACTIONS "A1,導入期,送る,CS,契約後7日,2025-09-30,,実施中,\n",
      "overdue|導入期|打ち手 A1「送る」" },
    { "due today", NULL, GRID ACTIONS "A1,導入期,送る,CS,契約後7日,2025-10-01,,実施中,\n",
      "" },
    { "done without effect", NULL, GRID ACTIONS "A1,導入期,送る,CS,契約後7日,,,完了,\n",
      "no_effect|導入期|打ち手 A1「送る」" },
    { "done with effect", NULL,
      GRID ACTIONS "A1,導入期,送る,CS,契約後7日,,,完了,19件→8件\n", "" },
    { "an old assumption",
      "項目,導入期,活用期\n顧客のゴール,a,b\n行動,c,d\n課題・ペイン,【仮説】遅い,f\n",
      "項目,導入期,活用期\n顧客のゴール,a,b\n行動,c,d\n課題・ペイン,【仮説】遅い,f\n",
      "old_assumption|導入期|「課題・ペイン」の仮説: 【仮説】遅い" },
    { "a new assumption", GRID,
      "項目,導入期,活用期\n顧客のゴール,a,b\n行動,c,d\n課題・ペイン,【仮説】遅い,f\n", "" },
    { "a goal is gone", GRID,
      "項目,導入期,活用期\n顧客のゴール,,b\n行動,c,d\n課題・ペイン,e,f\n",
      "goal_removed|導入期|顧客のゴール" },
    { "a phase is gone", GRID,
      "項目,活用期,更新期\n顧客のゴール,b,x\n行動,d,y\n課題・ペイン,f,z\n",
      "phase_removed|導入期|フェーズ「導入期」" },
};

Test(review, decisions)
{
    size_t i;

    for (i = 0; i < sizeof decided / sizeof *decided; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_report *r =
            review(a, decided[i].old, decided[i].now, false, (asked){ .lang = CJ_JA });

        cr_expect_str_eq(rows(a, in(map_of(r), "decisions"), "kind phase about"),
                         decided[i].want, "%s", decided[i].what);
        cj_arena_free(a);
    }
}

/* ---- lines, pairs, texts ------------------------------------------------------------------------------------ */

Test(review, summary_lines)
{
    cj_arena *a = cj_arena_new(0);
    const cj_report *ja = review(a, NULL, "tests/data/samples/02_good_ja.csv", true,
                                 (asked){ .lang = CJ_JA });
    const cj_report *en = review(a, NULL, "tests/data/samples/02_good_ja.csv", true,
                                 (asked){ .lang = CJ_EN });

    cr_expect_str_eq(lines(a, in(in(map_of(ja), "summary"), "lines")),
                     "対象: レポートナビ エンタープライズ版 1.2（2025-09-24）\n"
                     "KPI: 目標達成 0、改善 5、悪化 0、未入力 0（全5）\n"
                     "打ち手: 完了 1、実施中 6、予定 1、期限切れ 0\n"
                     "根拠: 12/12 セル（100%）、仮説 0");
    cr_expect_str_eq(lines(a, in(in(map_of(en), "summary"), "lines")),
                     "Map: レポートナビ エンタープライズ版 1.2 (2025-09-24)\n"
                     "KPI: 0 on target, 5 improved, 0 worse, 0 not reported (of 5)\n"
                     "Actions: 1 done, 6 in progress, 1 planned, 0 overdue\n"
                     "Evidence: 12/12 cells (100%), 0 assumptions");
    cj_arena_free(a);
}

/* A finding that only moved to another row is the same one. */
Test(review, findings_are_paired_by_what_they_say)
{
    cj_arena *a = cj_arena_new(0);
    const char *old = "項目,導入期,活用期\n顧客のゴール,a,b\n行動,c,d\n課題・ペイン,e,f\n";
    const char *now = "マップ名,x\n\n項目,導入期,活用期\n行動,c,d\n顧客のゴール,a,b\n"
                      "課題・ペイン,e,f\n";
    const cj_report *r = review(a, old, now, false, (asked){ .lang = CJ_EN });
    const cj_fact *rule = in(in(map_of(r), "lint"), "rules")->first;
    bool seen = false;

    for (; rule; rule = rule->next)
        if (!strcmp(said(a, in(rule, "rule")), "CJ501")) {
            seen = true;
            cr_expect_str_eq(said(a, in(rule, "solved")), "0");
            cr_expect_str_eq(said(a, in(rule, "new")), "0");
        }
    cr_expect(seen);
    cj_arena_free(a);
}

Test(review, redacted_nowhere)
{
    cj_arena *a = cj_arena_new(0);
    const char *now = "項目,導入期,活用期\n顧客のゴール,a,b\n行動,c,d\n"
                      "課題・ペイン,taro@example.com が困っている,090-1234-5678 の方\n"
                      "\n\n■根拠\nID,種別,日付,n,内容\n"
                      "E1,インタビュー,2025-09-20,1,ＴＡＲＯ＠example.com から\n";
    const char *text =
        text_of(a, review(a, GRID, now, false, (asked){ .lang = CJ_JA, .redact = true }));

    cr_expect(strstr(text, "〔伏せ字〕 から") != NULL, "%s", text);
    cr_expect_null(strstr(text, "example.com"));
    cr_expect_null(strstr(text, "1234"));
    cj_arena_free(a);
}

/* ---- order of versions -------------------------------------------------------------------------------------- */

static const struct {
    const char *first, *second;
    bool wrong;
} orders[] = {
    { "1.0", "1.1", false },  { "1.1", "1.0", true },  { "1.9", "1.10", false },
    { "1.10", "1.9", true },  { "1.1", "1.1", false }, { "", "1.0", false },
    { "初版", "1.0", false }, { "2", "1.5", true },
};

Test(review, order_of_versions)
{
    size_t i, at;

    for (i = 0; i < sizeof orders / sizeof *orders; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_review_version v[2];
        const char *csv[2] = { orders[i].first, orders[i].second };
        size_t k;

        for (k = 0; k < 2; k++)
            v[k] = (cj_review_version){
                CJ_STR("m.csv"),
                maps_of(a, cj_str_z(a, cj_str_fmt(a, "バージョン,%s\n\n" GRID, csv[k])),
                        "m.csv", 1)
            };
        cr_expect_eq(cj_review_disorder(v, 2, &at), orders[i].wrong, "%s %s",
                     orders[i].first, orders[i].second);
        cj_arena_free(a);
    }
}

/* ---- one set of numbers ---------------------------------------------------------------------------------------- */

/* The next run of digits, with a point in it; empty: no more. */
static cj_str take_number(const char **z)
{
    cj_str out = { NULL, 0 };

    while (**z && (**z < '0' || **z > '9'))
        ++*z;
    out.p = *z;
    while ((**z >= '0' && **z <= '9') || (**z == '.' && (*z)[1] >= '0' && (*z)[1] <= '9'))
        ++*z;
    out.n = (size_t)(*z - out.p);
    return out;
}

static bool holds_number(const char *text, cj_str number)
{
    cj_str one;

    while ((one = take_number(&text)).n)
        if (cj_str_eq(one, number))
            return true;
    return false;
}

static const char *json_of(cj_arena *a, const cj_report *r)
{
    return kept(a, printed_json(a, r));
}

/* Every number that people read stands in the facts. */
Test(review, one_set_of_numbers)
{
    size_t i;

    for (i = 0; i < sizeof by_hand / sizeof *by_hand; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_report *r = review(a, by_hand[i].old, by_hand[i].now, true,
                                    (asked){ .lang = by_hand[i].lang });
        const char *text = text_of(a, r), *json = json_of(a, r);
        cj_str number;

        while ((number = take_number(&text)).n)
            cr_expect(holds_number(json, number), "%.*s before %.40s", CJ_ARG(number),
                      text);
        cj_arena_free(a);
    }
}
