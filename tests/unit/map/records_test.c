/* records_test.c - evidence, KPIs, actions and history of the sections. */
#include <criterion/criterion.h>
#include "../make_book.h"

#define GRID                                                                 \
    "項目\t導入期\t活用期\n顧客のゴール\ta\tb\n行動\ta\tb\n" \
    "課題・ペイン\ta\tb\n成功の定義\ta\tb\n\n"

static cj_map *map_of(cj_arena *arena, const char *text)
{
    cj_err err = { .rc = CJ_OK };
    cj_map *m = make_map(arena, text, &err);

    cr_assert(m != NULL, "no map in %s", text);
    return m;
}

static bool is(cj_str s, const char *want)
{
    return cj_str_eq(s, cj_str_of(want));
}

Test(records, evidence_ids)
{
    static const struct {
        const char *text;
        unsigned id;
    } list[] = {
        { "E5", 5 },     { "Ｅ０５", 5 }, { "e5", 5 },    { "E-5", 5 },
        { "E 5", 5 },    { "E_5", 5 },    { "No.5", 5 },  { "№5", 5 },
        { "No. 5", 5 },  { "5", 5 },      { "０５", 5 },  { "[E5]", 5 },
        { "【E5】", 5 }, { "EV-005", 5 }, { "根拠5", 5 }, { "#5", 5 },
        { "E005", 5 },   { "E12", 12 },   { "E", 0 },     { "A3", 0 },
        { "E5a", 0 },    { "E5, E6", 0 }, { "E0", 0 },    { "E99999999999", 0 },
        { "調査", 0 },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_map *m = map_of(
            arena,
            cj_str_z(arena,
                     cj_str_fmt(arena,
                                GRID "■根拠\nID\t種別\t日付\tn\t内容\n%s\tア\t\t\tx\n",
                                list[i].text)));

        cr_assert_eq(m->n_evidence, 1, "%s", list[i].text);
        cr_expect_eq(m->evidence[0].id, list[i].id, "%s: %u", list[i].text,
                     m->evidence[0].id);
        cj_arena_free(arena);
    }
}

Test(records, evidence_types_and_fields)
{
    static const struct {
        const char *text;
        cj_evtype type;
    } list[] = {
        { "インタビュー", CJ_EVTYPE_INTERVIEW },
        { "顧客インタビュー（8名）", CJ_EVTYPE_INTERVIEW },
        { "Usage data", CJ_EVTYPE_USAGE },
        { "support tickets", CJ_EVTYPE_SUPPORT },
        { "ＮＰＳ", CJ_EVTYPE_NPS },
        { "利用者アンケート調査", CJ_EVTYPE_SURVEY },
        { "社内インタビュー", CJ_EVTYPE_INTERNAL },
        { "経験則", CJ_EVTYPE_INTERNAL },
        { "謎", CJ_EVTYPE_UNKNOWN },
        { "", CJ_EVTYPE_UNKNOWN },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_map *m = map_of(
            arena, cj_str_z(arena, cj_str_fmt(arena,
                                              GRID "■根拠\nID\t種別\t日付\tn\t内容\n"
                                                   "E1\t%s\t2025年6月実施\t８名\tx\n",
                                              list[i].text)));

        cr_assert_eq(m->n_evidence, 1);
        cr_expect_eq(m->evidence[0].type, list[i].type, "%s: %s", list[i].text,
                     cj_evtype_name(m->evidence[0].type));
        cr_expect(m->evidence[0].date.grain == CJ_GRAIN_MONTH &&
                  m->evidence[0].date.to.day == 30);
        cr_expect(m->evidence[0].n.number && m->evidence[0].n.value > 7 &&
                  m->evidence[0].n.value < 9);
        cj_arena_free(arena);
    }
    cr_expect_str_eq(cj_evtype_label(CJ_EVTYPE_SURVEY).ja, "アンケート");
    cr_expect_str_eq(cj_status_label(CJ_STATUS_DOING).en, "In progress");
}

Test(records, kpis)
{
    cj_arena *arena = cj_arena_new(0);
    cj_map *m = map_of(
        arena, GRID
        "■KPI\n"
        "フェーズ\tKPI\t単位\t良い方向\t現状値\t目標値\t2025Q2\t2025年6月 実績\tコメント\t担当\n"
        "導入期\t完了率（目標: 80%）\t%\t高い\t62\t80\t66\t７１\t順調\tCS\n"
        "オンボーディング\t日数\t日\t短いほど良い\t24日\t14\t\t約20\t\tCS\n"
        "拡大期\tチケット数\tチケット\t\t12 チケット\t-\t1,200\t未計測\t\t\n");

    cr_assert_eq(m->n_kpis, 3);
    cr_expect_eq(m->kpis[0].phase, 0);
    cr_expect(is(m->kpis[0].key, "完了率") && is(m->kpis[0].name, "完了率（目標: 80%）"));
    cr_expect_eq(m->kpis[0].direction, CJ_HIGHER);
    cr_expect(m->kpis[0].baseline.number && is(m->kpis[0].baseline.unit, "%"));
    cr_assert_eq(m->kpis[0].n_actuals, 2);
    cr_expect_eq(m->kpis[0].actual[0].period.grain, CJ_GRAIN_QUARTER);
    cr_expect_eq(m->kpis[0].actual[1].period.grain, CJ_GRAIN_MONTH);
    cr_expect(m->kpis[0].actual[1].value.number && m->kpis[0].actual[1].value.value > 70);
    cr_expect_eq(m->kpis[1].phase, 0);
    cr_expect_eq(m->kpis[1].direction, CJ_LOWER);
    cr_expect(m->kpis[1].baseline.number && is(m->kpis[1].baseline.unit, "日"));
    cr_expect(!m->kpis[1].actual[0].value.there && m->kpis[1].actual[1].value.there &&
              !m->kpis[1].actual[1].value.number);
    cr_expect_eq(m->kpis[2].phase, -1);
    cr_expect_eq(m->kpis[2].direction, CJ_DIRECTION_UNKNOWN);
    cr_expect(m->kpis[2].baseline.number && is(m->kpis[2].baseline.unit, "チケット"));
    cr_expect(!m->kpis[2].target.there);
    cj_arena_free(arena);
}

Test(records, no_period_is_made_up)
{
    cj_arena *arena = cj_arena_new(0);
    cj_map *m =
        map_of(arena, GRID "# KPI\nKPI\tTarget\tActual\t2025 target\tNotes\t6/3/2025\n"
                           "Completion rate\t80%\t71%\t85%\tfine\t1\n");

    cr_assert_eq(m->n_kpis, 1);
    cr_assert_eq(m->kpis[0].n_actuals, 1);
    cr_expect_eq(m->kpis[0].actual[0].period.grain, CJ_GRAIN_NONE);
    cr_expect(m->kpis[0].actual[0].value.number);
    cj_arena_free(arena);
}

Test(records, directions)
{
    static const struct {
        const char *text;
        cj_direction want;
    } list[] = {
        { "高い", CJ_HIGHER },
        { "高いほど良い", CJ_HIGHER },
        { "大きいほど良い", CJ_HIGHER },
        { "↑", CJ_HIGHER },
        { "増加", CJ_HIGHER },
        { "Higher is better", CJ_HIGHER },
        { "up", CJ_HIGHER },
        { "低い", CJ_LOWER },
        { "少ないほど良い", CJ_LOWER },
        { "↓", CJ_LOWER },
        { "lower", CJ_LOWER },
        { "短縮", CJ_LOWER },
        { "ＬＯＷ", CJ_LOWER },
        { "", CJ_DIRECTION_UNKNOWN },
        { "-", CJ_DIRECTION_UNKNOWN },
        { "高い/低い", CJ_DIRECTION_UNKNOWN },
        { "未定", CJ_DIRECTION_UNKNOWN },
        { "維持", CJ_DIRECTION_UNKNOWN },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_map *m = map_of(
            arena, cj_str_z(arena, cj_str_fmt(arena, GRID "■KPI\nKPI\t良い方向\nx率\t%s\n",
                                              list[i].text)));

        cr_assert_eq(m->n_kpis, 1);
        cr_expect_eq(m->kpis[0].direction, list[i].want, "%s: %d", list[i].text,
                     m->kpis[0].direction);
        cj_arena_free(arena);
    }
}

Test(records, statuses)
{
    static const struct {
        const char *text;
        cj_status want;
    } list[] = {
        { "予定", CJ_STATUS_PLANNED },
        { "検討中", CJ_STATUS_PLANNED },
        { "未着手", CJ_STATUS_PLANNED },
        { "未実施", CJ_STATUS_PLANNED },
        { "実施中", CJ_STATUS_DOING },
        { "実施中（8月〜）", CJ_STATUS_DOING },
        { "In Progress", CJ_STATUS_DOING },
        { "完了", CJ_STATUS_DONE },
        { "完了しました", CJ_STATUS_DONE },
        { "■完了", CJ_STATUS_DONE },
        { "Done", CJ_STATUS_DONE },
        { "中止", CJ_STATUS_STOPPED },
        { "保留", CJ_STATUS_HOLD },
        { "", CJ_STATUS_NONE },
        { "-", CJ_STATUS_NONE },
        { "未完了", CJ_STATUS_UNKNOWN },
        { "謎", CJ_STATUS_UNKNOWN },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_map *m = map_of(
            arena, cj_str_z(arena, cj_str_fmt(arena, GRID "■打ち手\n打ち手\t状況\nx\t%s\n",
                                              list[i].text)));

        cr_assert_eq(m->n_actions, 1);
        cr_expect_eq(m->actions[0].status, list[i].want, "%s: %s", list[i].text,
                     cj_status_name(m->actions[0].status));
        cj_arena_free(arena);
    }
}

Test(records, actions_and_history)
{
    cj_arena *arena = cj_arena_new(0);
    cj_map *m = map_of(arena, GRID "■打ち手\nID\tフェーズ\t打ち手\tいつ\t期限\n"
                                   "A1\t導入期\tx\t契約後7日以内\t\n"
                                   "Ａ－０２\t活用\tx\t2025年8月末まで\t\n"
                                   "3\t\tx\t2025年8月末まで\t2025/9/30\n\n"
                                   "■更新履歴\nバージョン\t日付\t変更内容\n"
                                   "1.0\t2025-03-28\t初版\n1.1\t令和7年6月27日\t追加\n"
                                   "=== KPI一覧\nKPI\n一つ目\n"
                                   "=== 改訂履歴\n版\t日付\n1.2\t来月\n");

    cr_assert_eq(m->n_actions, 3);
    cr_expect_eq(m->actions[0].id, 1);
    cr_expect_eq(m->actions[0].due.grain, CJ_GRAIN_NONE);
    cr_expect_eq(m->actions[1].id, 2);
    cr_expect_eq(m->actions[1].phase, 1);
    cr_expect(m->actions[1].due.to.month == 8 && m->actions[1].due.to.day == 31);
    cr_expect(m->actions[2].id == 3 && m->actions[2].phase == -1);
    cr_expect_eq(m->actions[2].due.to.month, 9);
    cr_assert_eq(m->n_history, 3, "a section and a sheet of one kind join");
    cr_expect(is(m->history[1].version, "1.1") && m->history[1].date.era);
    cr_expect_eq(m->history[2].date.grain, CJ_GRAIN_NONE);
    cr_expect_eq(m->n_kpis, 1);
    cj_arena_free(arena);
}

Test(records, merged_phases_speak_for_each_record)
{
    cj_arena *arena = cj_arena_new(0);
    cj_map *m = map_of(arena, GRID
                       "=== KPI\n!merge A2:A3\nフェーズ\tKPI\n導入期\tx率\n\ty率\n\tz率\n");

    cr_assert_eq(m->n_kpis, 3);
    cr_expect(m->kpis[0].phase == 0 && m->kpis[1].phase == 0 && m->kpis[2].phase == -1);
    cj_arena_free(arena);
}

Test(records, percentages_are_what_a_person_sees)
{
    static const struct {
        const char *format, *number, *want;
    } list[] = {
        { "0%", "0.8", "80%" },         { "0.0%", "0.075", "7.5%" },
        { "0%", "0.07", "7%" },         { "0.00%", "-0.015", "-1.5%" },
        { "0\"%\"", "80", "80" },       { "0\\%", "80", "80" },
        { "0.00", "0.8", "0.8" },       { "", "0.8", "0.8" },
        { "0%;[Red]-0%", "1", "100%" },
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_book *book = make_book(
            arena, cj_str_z(arena, cj_str_fmt(arena, GRID "■KPI\nKPI\t目標値\nx率\t%s\n",
                                              list[i].number)));
        cj_book_cell *c = (cj_book_cell *)cj_sheet_find(&book->sheets[0], 9, 2);
        cj_maps maps;

        cr_assert(c != NULL);
        CJ_ROOM(arena, book->styles, book->n_styles, book->cap_styles);
        book->styles[book->n_styles].number_format = cj_str_of(list[i].format);
        c->style = (uint32_t)book->n_styles++;
        cr_assert_eq(cj_maps_find(arena, book, NULL, &maps, NULL), CJ_OK);
        cr_assert_eq(maps.map[0].n_kpis, 1);
        cr_expect(is(cj_record_field(maps.map[0].kpis[0].section,
                                     maps.map[0].kpis[0].record, "target")
                         ->text,
                     list[i].want),
                  "%s under %s: " CJ_FMT, list[i].number, list[i].format,
                  CJ_ARG(maps.map[0].kpis[0].section->records[0].cell[1].text));
        cr_expect(maps.map[0].kpis[0].target.number);
        cj_arena_free(arena);
    }
}

/* 例：2025-06-03 is a template's example, not a day. */
Test(records, examples_of_dates_are_none)
{
    static const char *const dates[] = { "例：2025-06-03", "e.g. 2025-06-03" };
    size_t i;

    for (i = 0; i < sizeof dates / sizeof *dates; i++) {
        cj_arena *arena = cj_arena_new(0);
        cj_map *m = map_of(
            arena, cj_str_z(arena, cj_str_fmt(arena,
                                              GRID "■根拠\nID\t日付\t内容\nE1\t%s\tx\n\n"
                                                   "■更新履歴\nバージョン\t日付\n1.0\t%s\n",
                                              dates[i], dates[i])));

        cr_assert(m->n_evidence == 1 && m->n_history == 1);
        cr_expect_eq(m->evidence[0].date.grain, CJ_GRAIN_NONE, "%s", dates[i]);
        cr_expect_eq(m->history[0].date.grain, CJ_GRAIN_NONE, "%s", dates[i]);
        cj_arena_free(arena);
    }
}
