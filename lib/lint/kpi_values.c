/* kpi_values.c - CJ6xx: the numbers of the KPI section. */
#include "lint/rule.h"
#include "lint/said.h"
#include "lint/scan.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/figure.h"

static cj_str name_of(cj_lint *l, const cj_kpi *k)
{
    cj_str name = cj_lint_field(l, k->section, k->record, "name");

    return cj_lint_ditto(l, name) ? CJ_STR("") : name;
}

/* Not yet, or not for this one: no number, and none is wanted. */
static bool still_to_come(cj_lint *l, cj_str text)
{
    static const cj_str words[] = {
        CJ_LIT("未計測"),           CJ_LIT("計測中"),         CJ_LIT("計測前"),
        CJ_LIT("未測定"),           CJ_LIT("測定中"),         CJ_LIT("測定前"),
        CJ_LIT("集計中"),           CJ_LIT("集計前"),         CJ_LIT("未集計"),
        CJ_LIT("準備中"),           CJ_LIT("計測開始前"),     CJ_LIT("計測予定"),
        CJ_LIT("取得中"),           CJ_LIT("取得不可"),       CJ_LIT("データなし"),
        CJ_LIT("実績なし"),         CJ_LIT("対象外"),         CJ_LIT("対象なし"),
        CJ_LIT("未実施"),           CJ_LIT("新規"),           CJ_LIT("not measured"),
        CJ_LIT("not yet"),          CJ_LIT("no data"),        CJ_LIT("new"),
        CJ_LIT("not available"),    CJ_LIT("not tracked"),    CJ_LIT("not applicable"),
        CJ_LIT("not measured yet"), CJ_LIT("to be measured"), CJ_LIT("in progress"),
    };
    cj_str s = text.n < 60 ? cj_utf8_trim(cj_said(cj_lint_arena(l), text)) : text;
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(s, words[i]))
            return true;
    return false;
}

/* ---- actuals ------------------------------------------------------------------------------------------
 * Expected is the last period that was over before today: a quarter, or what the column of the
 * frequency says. */

enum { QUARTER, HALF, YEAR, N_SPANS };

static long months_of(cj_date d)
{
    return d.year * 12L + d.month - 1;
}

static cj_date first_of(long months)
{
    return (cj_date){ (int)(months / 12), (int)(months % 12) + 1, 1 };
}

/* The last span of 3, 6 or 12 months that ended before today, and what it is called. */
static cj_when last_span(const cj_lint *l, int span, long *number)
{
    static const long length[N_SPANS] = { 3, 6, 12 };
    long start = (long)cj_lint_map(l)->fiscal_start - 1, n = length[span];
    long now = (months_of(cj_lint_today(l)) - start) / n * n + start;
    cj_when out = { .grain = CJ_GRAIN_QUARTER };

    if (now > months_of(cj_lint_today(l)))
        now -= n;
    out.from = first_of(now - n);
    out.to = cj_date_of_days(cj_date_days(first_of(now)) - 1);
    *number = (now - n - start) % 12 / n + 1;
    return out;
}

static void say_period(cj_lint *l, cj_finding *f, int span)
{
    long start = (long)cj_lint_map(l)->fiscal_start - 1, number, year;
    cj_when when = last_span(l, span, &number);
    cj_arena *arena = cj_lint_arena(l);

    year = (months_of(when.from) - start) / 12;
    if (span == QUARTER)
        cj_say(f, "period", cj_str_fmt(arena, "%ldQ%ld", year, number));
    else if (span == HALF)
        cj_say_both(f, "period", cj_str_fmt(arena, "%ldH%ld", year, number),
                    cj_str_fmt(arena, "%ld年%s", year, number == 1 ? "上期" : "下期"));
    else
        cj_say_both(f, "period", cj_str_fmt(arena, "%ld", year),
                    cj_str_fmt(arena, "%ld年%s", year, start ? "度" : ""));
}

/* 年次, 年1回, yearly; 半期; everything else by the quarter. A rarer one is never expected. */
static int span_of(cj_lint *l, const cj_kpi *k)
{
    static const cj_str years[] = {
        CJ_LIT("年次"),   CJ_LIT("年1回"),  CJ_LIT("年一回"),   CJ_LIT("年に1"),
        CJ_LIT("毎年"),   CJ_LIT("通年"),   CJ_LIT("年度"),     CJ_LIT("annual"),
        CJ_LIT("yearly"), CJ_LIT("a year"), CJ_LIT("per year"), CJ_LIT("every year")
    };
    static const cj_str halves[] = { CJ_LIT("半期"),    CJ_LIT("半年"),
                                     CJ_LIT("年2回"),   CJ_LIT("half"),
                                     CJ_LIT("semi"),    CJ_LIT("twice a year"),
                                     CJ_LIT("biannual") };
    static const cj_str rarer[] = { CJ_LIT("隔年"),      CJ_LIT("biennial"),
                                    CJ_LIT("不定期"),    CJ_LIT("都度"),
                                    CJ_LIT("随時"),      CJ_LIT("ad hoc"),
                                    CJ_LIT("once only"), CJ_LIT("2 years") };
    cj_str s =
        cj_said(cj_lint_arena(l), cj_lint_field(l, k->section, k->record, "frequency"));
    size_t i;

    if (cj_str_has(s, CJ_STR("四半期")) || cj_str_has(s, CJ_STR("quarter")))
        return QUARTER;
    for (i = 0; i < sizeof rarer / sizeof *rarer; i++)
        if (cj_str_has(s, rarer[i]))
            return N_SPANS;
    for (i = 0; i < sizeof halves / sizeof *halves; i++)
        if (cj_str_has(s, halves[i]))
            return HALF;
    for (i = 0; i < sizeof years / sizeof *years; i++)
        if (cj_str_has(s, years[i]))
            return YEAR;
    return QUARTER;
}

static bool before(cj_date a, cj_date b)
{
    return cj_date_days(a) < cj_date_days(b);
}

/* The cell that waits for the number; row 0: there is no column for it. *told: it has come, or a
 * later one has. A column without a period (実績) may be of any. */
static cj_span waiting(cj_lint *l, const cj_kpi *k, const cj_when *span, bool *told)
{
    cj_span at = { 0 };
    size_t i;

    *told = false;
    for (i = 0; i < k->n_actuals && !*told; i++) {
        const cj_kpi_actual *a = &k->actual[i];
        bool undated = a->period.grain == CJ_GRAIN_NONE;

        if (!undated && before(a->period.to, span->from))
            continue;
        *told = a->value.there && (a->value.number || !still_to_come(l, a->field->text));
        if (undated || !before(span->to, a->period.from))
            at = a->field->at;
    }
    return at;
}

/* Nothing is wanted of the time before the map was made. */
static bool made_later(cj_lint *l, const cj_when *span)
{
    cj_when made;

    return cj_lint_date(l, cj_lint_map(l)->meta[CJ_META_CREATED].text, &made) &&
           before(span->to, made.from);
}

/* The header of the newest period, else that of the names. */
static cj_span newest_column(const cj_kpi *k)
{
    const cj_section *s = k->section;
    size_t i;

    if (k->n_actuals)
        return k->actual[k->n_actuals - 1].column->at;
    for (i = 0; i < s->n_columns; i++)
        if (s->columns[i].field && !strcmp(s->columns[i].field, "name"))
            return s->columns[i].at;
    return s->n_columns ? s->columns[0].at : s->at;
}

/* KPIs of one list that all wait for a column: one finding. */
typedef struct waiters {
    const cj_kpi *first; /* NULL: none */
    cj_buf names;
} waiters;

static void find_waiters(cj_lint *l, waiters *w, int span)
{
    cj_finding *f;

    if (!w->first)
        return;
    f = cj_find_field(l, newest_column(w->first), CJ_KPI, -1, CJ_STR(""));
    cj_say(f, "value", cj_buf_str(&w->names));
    say_period(l, f, span);
    w->first = NULL;
}

static void add_waiter(cj_lint *l, waiters *w, const cj_kpi *k, cj_str name)
{
    if (!w->first) {
        w->first = k;
        cj_buf_init(&w->names, cj_lint_arena(l));
    }
    cj_buf_z(&w->names, w->names.n ? "\n" : "");
    cj_buf_add(&w->names, name);
}

static void expect(cj_lint *l, int span)
{
    const cj_map *map = cj_lint_map(l);
    waiters w = { 0 };
    long number;
    cj_when when = last_span(l, span, &number);
    size_t i;

    for (i = 0; i < map->n_kpis && !made_later(l, &when); i++) {
        const cj_kpi *k = &map->kpis[i];
        cj_str name = name_of(l, k);
        cj_span at;
        bool told;

        if (w.first && w.first->section != k->section)
            find_waiters(l, &w, span);
        if (!name.n || span_of(l, k) != span)
            continue;
        at = waiting(l, k, &when, &told);
        if (!told && at.row)
            say_period(l, cj_find_field(l, at, CJ_KPI, k->phase, name), span);
        else if (!told)
            add_waiter(l, &w, k, name);
    }
    find_waiters(l, &w, span);
}

static void kpi_actual_missing(cj_lint *l)
{
    int span;

    for (span = 0; span < N_SPANS; span++)
        expect(l, span);
}

const cj_rule cj_rule_kpi_actual_missing = {
    .info = {
        .id = "CJ612",
        .name = "kpi-actual-missing",
        .severity = { CJ_OFF, CJ_OFF, CJ_WARNING },
        .step = 4,
        .source = "S2 KPIをモニタリング",
        .says = { "No {period} actual for KPI \"{value}\".",
                  "KPI「{value}」の {period} の実績がありません。" },
        .why = { "The quarterly review asks whether the countermeasures worked. Without the number of the "
                 "last quarter it can only guess.",
                 "四半期の見直しでは、打ち手が効いたかを数字で確かめます。直近の実績がないと、印象だけの議論に"
                 "なってしまいます。" },
        .mend = { "Write the number into the column {period} of the KPI sheet; where there is none yet, "
                  "add a column with that name behind the last one.",
                  "「KPI」シートの {period} の列に数字を入れます。列がまだなければ、最後の期間の右に「{period}」という"
                  "見出しの列を足します。" },
        .bad = {
            { .edits = { "H53=", "I55=" }, .shows = { "2025Q3 is empty", "2025Q3 が空" } },
            { .edits = { "H54=to be measured", "I56=集計中" },
              .shows = { "2025Q3: to be measured", "2025Q3: 集計中" } },
            { .edits = { "H51=2025Q2", "I52=2025Q1" }, .at = { "H51", "I52" },
              .shows = { "the newest column is 2025Q2", "いちばん新しい列が 2025Q2" } },
        },
        .good = {
            { .edits = { "H53=61", "I55=53" }, .shows = { "2025Q3: 61", "2025Q3: 53" } },
            { .edits = { "H53= ;; K51=Frequency ;; K53=yearly ;; L51=2024 ;; L53=51", "I55= ;; L55=年次 ;; M52=2024年 ;; M55=41" },
              .shows = { "counted once a year, and 2024 is there", "年次の指標で、2024年の実績がある" } },
            { .edits = { "H51=Sep 2025", "I52=2025年9月" },
              .shows = { "the last month of the quarter is there", "四半期の最後の月の実績がある" } },
        },
    },
    .on_map = kpi_actual_missing,
};

/* ---- numbers -------------------------------------------------------------------------------------------- */

/* 月20件以内, 1社あたり3件: how often or of what stands in front. */
static bool number_behind_rate(cj_lint *l, cj_str text)
{
    static const cj_str leads[] = {
        CJ_W("月間"),    CJ_W("月"),   CJ_W("週"),   CJ_W("年間"),      CJ_W("年"),
        CJ_W("日"),      CJ_W("毎月"), CJ_W("毎週"), CJ_W("平均"),      CJ_W("四半期"),
        CJ_W("計"),      CJ_W("合計"), CJ_W("1日"),  CJ_W("1社あたり"), CJ_W("1人あたり"),
        CJ_W("average"), CJ_W("avg"),  CJ_W("avg."), CJ_W("total")
    };
    cj_str s = cj_utf8_trim(cj_said(cj_lint_arena(l), text)), unit;
    size_t n = CJ_SCAN(s, leads);
    double value;

    return n && cj_figure_read(cj_scan_past(s, n), &value, &unit);
}

/* An error of the spreadsheet (#N/A) is another rule's. */
static bool no_number(cj_lint *l, const cj_figure *figure, cj_str text)
{
    return figure->there && !figure->number && text.n && *cj_utf8_trim(text).p != '#' &&
           !cj_lint_ditto(l, text) && !still_to_come(l, text) &&
           !number_behind_rate(l, text);
}

static void judge_number(cj_lint *l, const cj_kpi *k, const cj_figure *figure,
                         const cj_field *field)
{
    if (field && no_number(l, figure, field->text))
        cj_find_field(l, field->at, CJ_KPI, k->phase, cj_utf8_trim(field->text));
}

static void kpi_value_not_numeric(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i, j;

    for (i = 0; i < map->n_kpis; i++) {
        const cj_kpi *k = &map->kpis[i];

        judge_number(l, k, &k->baseline,
                     cj_record_field(k->section, k->record, "baseline"));
        judge_number(l, k, &k->target, cj_record_field(k->section, k->record, "target"));
        for (j = 0; j < k->n_actuals; j++)
            judge_number(l, k, &k->actual[j].value, k->actual[j].field);
    }
}

const cj_rule cj_rule_kpi_value_not_numeric = {
    .info = {
        .id = "CJ613",
        .name = "kpi-value-not-numeric",
        .severity = { CJ_OFF, CJ_WARNING, CJ_ERROR },
        .fix = CJ_FIX_UNSAFE,
        .step = 4,
        .source = "R1 数値データに文字列を含まない",
        .says = { "\"{value}\" is not a number. Put the number only; the unit has its own column.",
                  "「{value}」は数値ではありません。数字だけを書き、単位は単位列へ。" },
        .why = { "A chart, a comparison with the target and the next review need a number. \"About 80\" "
                 "can be neither drawn nor compared.",
                 "グラフも目標との比較も、数字でなければ作れません。「80前後」「約七割」は計算に使えません。" },
        .mend = { "Write the number alone into {cell} (80), its unit into the column Unit, and remarks "
                  "into a cell note.",
                  "{cell} には数字だけを書き（例: 80）、単位は「単位」列に、補足はセルのメモに書きます。" },
        .bad = {
            { .edits = { "F53=about 50", "F55=約七割" } },
            { .edits = { "G53=as high as possible", "G55=80前後" } },
            { .edits = { "H53=up a little", "I55=やや改善" } },
        },
        .good = {
            { .edits = { "F53=51% ;; G53=at least 75", "F55=４１％ ;; G55=60%以上" },
              .shows = { "Baseline: 51% / Target: at least 75",
                         "現状値: ４１％ / 目標値: 60%以上" } },
            { .edits = { "G53=1,200 ;; H53=-5.5", "G55=月20件以内 ;; I55=▲5" },
              .shows = { "Target: 1,200 / 2025Q2: -5.5", "目標値: 月20件以内 / 2025Q3: ▲5" } },
            { .edits = { "H53=not measured yet", "I55=未計測" } },
        },
    },
    .on_map = kpi_value_not_numeric,
};

/* ---- direction -------------------------------------------------------------------------------------------- */

/* 0.62 and 80 of a rate are on two scales; 日 and 時間 are not one unit. */
static bool comparable(const cj_figure *a, const cj_figure *b)
{
    bool small_a = a->value <= 1, small_b = b->value <= 1;

    if (!a->number || !b->number)
        return false;
    if (a->unit.n && b->unit.n && !cj_str_eq(a->unit, b->unit))
        return false;
    return small_a == small_b || !cj_str_has(a->unit.n ? a->unit : b->unit, CJ_STR("%"));
}

static void kpi_direction_conflict(cj_lint *l)
{
    const cj_map *map = cj_lint_map(l);
    size_t i;

    for (i = 0; i < map->n_kpis; i++) {
        const cj_kpi *k = &map->kpis[i];
        const cj_field *direction = cj_record_field(k->section, k->record, "direction");
        cj_finding *f;

        if (!comparable(&k->baseline, &k->target) || k->direction == CJ_DIRECTION_UNKNOWN ||
            (k->direction == CJ_HIGHER ? k->target.value >= k->baseline.value
                                       : k->target.value <= k->baseline.value))
            continue;
        f = cj_find_field(l, direction->at, CJ_KPI, k->phase, k->name);
        cj_say(f, "hint", cj_utf8_trim(direction->text));
        cj_say(f, "list",
               cj_str_fmt(cj_lint_arena(l), "%g → %g", k->baseline.value, k->target.value));
    }
}

const cj_rule cj_rule_kpi_direction_conflict = {
    .info = {
        .id = "CJ614",
        .name = "kpi-direction-conflict",
        .severity = { CJ_OFF, CJ_INFO, CJ_WARNING },
        .step = 4,
        .source = "R6 direction of a KPI",
        .says = { "Target of \"{value}\" is worse than its baseline ({list}, direction {hint}).",
                  "KPI「{value}」の目標が現状より悪くなっています（{list}、方向: {hint}）。" },
        .why = { "Either the direction is the wrong way round or a number slipped. The report would call "
                 "every step ahead a step back.",
                 "方向が逆か、数字を取り違えているようです。このままだと、改善したのに「悪化」と報告されてしまいます。" },
        .mend = { "Look at Direction, Baseline and Target in that line of the KPI sheet and put right the "
                  "one that is wrong. Is it meant so (a cap), leave it.",
                  "「KPI」シートのその行の「良い方向」「現状値」「目標値」を見比べ、違っているものを直します。"
                  "上限を決めるなど、わざとそうしている場合はこのままでかまいません。" },
        .bad = {
            { .edits = { "G53=30", "G55=30" }, .at = { "E53", "E55" },
              .shows = { "higher, 51 → 30", "高い、41 → 30" } },
            { .edits = { "E52=higher", "E54=高い" },
              .shows = { "Direction: higher, while days are to fall from 38 to 21",
                         "良い方向: 高い（日数は 24 → 14 に減らす目標）" } },
        },
        .good = {
            { .edits = { "G53=90", "G55=70" }, .shows = { "higher, 51 → 90", "高い、41 → 70" } },
            { .edits = { "F53=51% ;; G53=0.8", "F55=41% ;; G55=0.6" },
              .shows = { "51% and 0.8: two scales", "41% と 0.6（書き方が違うだけ）" } },
        },
    },
    .on_map = kpi_direction_conflict,
};
