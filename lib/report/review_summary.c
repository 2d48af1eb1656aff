/* review_summary.c - the five lines of a review that a manager reads: counts, and nothing else. */
#include "report/review.h"
#include "report/changes.h"
#include "base/buf.h"
#include "base/utf8.h"

typedef struct part {
    const char *key;
    cj_text word;
    size_t n;
    bool always;
} part;

/* "完了 1、実施中 6" / "1 done, 6 in progress"; the same numbers as facts. */
static cj_str counted(const cj_review *r, const char *key, const part *list, size_t n,
                      cj_fact **facts)
{
    cj_buf b;
    size_t i;

    *facts = cj_fact_add_object(r->arena, r->summary, key);
    cj_buf_init(&b, r->arena);
    for (i = 0; i < n; i++) {
        cj_fact_add_integer(r->arena, *facts, list[i].key, (long long)list[i].n);
        if (!list[i].always && !list[i].n)
            continue;
        cj_buf_z(&b, !b.n ? "" : r->lang == CJ_JA ? "、" : ", ");
        if (r->lang == CJ_JA)
            cj_buf_fmt(&b, "%s %zu", list[i].word.ja, list[i].n);
        else
            cj_buf_fmt(&b, "%zu %s", list[i].n, list[i].word.en);
    }
    return cj_buf_str(&b);
}

/* ---- the lines ---------------------------------------------------------------------------------------------- */

/* The title without the words that every such map has. */
static cj_str short_title(const cj_review *r)
{
    static const cj_str tails[] = {
        CJ_LIT("カスタマーサクセスジャーニーマップ"),
        CJ_LIT("カスタマージャーニーマップ"),
        CJ_LIT("ジャーニーマップ"),
        CJ_LIT("Customer Success Journey Map"),
        CJ_LIT("Customer Journey Map"),
        CJ_LIT("Journey Map"),
        CJ_LIT("journey map"),
    };
    cj_str title = cj_utf8_joined(r->arena, r->now->meta[CJ_META_TITLE].text);
    size_t i;

    for (i = 0; i < sizeof tails / sizeof *tails; i++)
        if (cj_str_ends(title, tails[i]) && title.n > tails[i].n)
            return cj_utf8_trim(cj_str_cut(title, 0, title.n - tails[i].n));
    return title.n ? title : r->path[r->n - 1];
}

static cj_str dates_say(const cj_review *r, cj_fact *map)
{
    static const cj_text both = { " ({0} -> {1}, {2} days)", "（{0} → {1}、{2}日）" },
                         one = { " ({0})", "（{0}）" };
    cj_date now = r->date[r->n - 1], old = r->old ? r->date[r->n - 2] : (cj_date){ 0 };
    cj_str none = { NULL, 0 };
    long days;

    if (!now.year || !old.year) {
        cj_fact_add_null(r->arena, map, "days");
        return now.year ? cj_review_says(r, one, cj_review_date(r, now), none, none)
                        : CJ_STR("");
    }
    days = cj_date_days(now) - cj_date_days(old);
    cj_fact_add_integer(r->arena, map, "days", days);
    return cj_review_says(r, both, cj_review_date(r, old), cj_review_date(r, now),
                          cj_str_fmt(r->arena, "%ld", days));
}

static cj_str map_line(const cj_review *r)
{
    static const cj_text says = { "Map: {0} {1}{2}", "対象: {0} {1}{2}" };
    cj_fact *map = cj_fact_add_object(r->arena, r->summary, "map");
    cj_str version = cj_review_version_name(r, r->n - 1);

    if (r->old)
        version = cj_str_fmt(r->arena,
                             r->lang == CJ_JA ? CJ_FMT " → " CJ_FMT : CJ_FMT " -> " CJ_FMT,
                             CJ_ARG(cj_review_version_name(r, r->n - 2)), CJ_ARG(version));
    return cj_review_says(r, says, short_title(r), version, dates_say(r, map));
}

static cj_str changes_line(const cj_review *r)
{
    static const cj_text says = { "Changes: {0}", "変更: {0}" };
    const cj_changes_options how = { .lang = r->lang };
    const cj_diff *d = r->old ? r->diff[r->n - 2] : NULL;
    cj_str none = { NULL, 0 };
    cj_change_sums sums;
    cj_fact *facts;

    if (!d) {
        cj_fact_add_null(r->arena, r->summary, "changes");
        return none;
    }
    sums = cj_change_sums_of(r->arena, &how, d);
    facts = cj_fact_add_object(r->arena, r->summary, "changes");
    cj_fact_add_integer(r->arena, facts, "added", (long long)sums.kind[CJ_ADDED]);
    cj_fact_add_integer(r->arena, facts, "changed", (long long)sums.kind[CJ_CHANGED]);
    cj_fact_add_integer(r->arena, facts, "renamed", (long long)sums.kind[CJ_RENAMED]);
    cj_fact_add_integer(r->arena, facts, "moved", (long long)sums.kind[CJ_MOVED]);
    cj_fact_add_integer(r->arena, facts, "support", (long long)sums.kind[CJ_SUPPORT]);
    cj_fact_add_integer(r->arena, facts, "removed", (long long)sums.kind[CJ_REMOVED]);
    cj_fact_add_integer(r->arena, facts, "wording", (long long)sums.kind[CJ_WORDING]);
    cj_fact_add_integer(r->arena, facts, "phases", (long long)sums.touched);
    cj_fact_add_integer(r->arena, facts, "phases_added", (long long)sums.phases[CJ_ADDED]);
    cj_fact_add_integer(r->arena, facts, "phases_removed",
                        (long long)sums.phases[CJ_REMOVED]);
    return cj_review_says(r, says, cj_change_sums_say(r->arena, &sums, r->lang), none,
                          none);
}

static size_t kpis_in(const cj_review *r, cj_kpi_state state)
{
    size_t i, n = 0;

    for (i = 0; i < r->n_kpis; i++)
        n += r->kpi[i].state == state;
    return n;
}

static cj_str kpi_line(const cj_review *r)
{
    static const cj_text says = { "KPI: {0} (of {1})", "KPI: {0}（全{1}）" };
    const part parts[] = {
        { "on_target", { "on target", "目標達成" }, kpis_in(r, CJ_KPI_ON_TARGET), true },
        { "improved", { "improved", "改善" }, kpis_in(r, CJ_KPI_IMPROVED), true },
        { "flat", { "flat", "横ばい" }, kpis_in(r, CJ_KPI_FLAT), false },
        { "worse", { "worse", "悪化" }, kpis_in(r, CJ_KPI_WORSE), true },
        { "first", { "first value", "初回" }, kpis_in(r, CJ_KPI_FIRST), false },
        { "undirected",
          { "direction not given", "良い方向が未記入" },
          kpis_in(r, CJ_KPI_UNDIRECTED),
          false },
        { "not_reported", { "not reported", "未入力" }, kpis_in(r, CJ_KPI_MISSING), true },
    };
    cj_str none = { NULL, 0 }, list;
    cj_fact *facts;

    list = counted(r, "kpi", parts, sizeof parts / sizeof *parts, &facts);
    cj_fact_add_integer(r->arena, facts, "of", (long long)r->n_kpis);
    return cj_review_says(r, says, list, cj_review_count(r, r->n_kpis), none);
}

static size_t actions_in(const cj_review *r, cj_status status)
{
    size_t i, n = 0;

    for (i = 0; i < r->now->n_actions; i++)
        n += r->now->actions[i].status == status;
    return n;
}

static cj_str action_line(const cj_review *r)
{
    static const cj_text says = { "Actions: {0}", "打ち手: {0}" };
    const part parts[] = {
        { "done", { "done", "完了" }, actions_in(r, CJ_STATUS_DONE), true },
        { "doing", { "in progress", "実施中" }, actions_in(r, CJ_STATUS_DOING), true },
        { "planned", { "planned", "予定" }, actions_in(r, CJ_STATUS_PLANNED), true },
        { "hold", { "on hold", "保留" }, actions_in(r, CJ_STATUS_HOLD), false },
        { "stopped", { "stopped", "中止" }, actions_in(r, CJ_STATUS_STOPPED), false },
        { "without_status",
          { "without status", "状況未記入" },
          actions_in(r, CJ_STATUS_NONE) + actions_in(r, CJ_STATUS_UNKNOWN),
          false },
        { "overdue", { "overdue", "期限切れ" }, cj_review_found(r, "CJ711"), true },
    };
    cj_str none = { NULL, 0 }, list;
    cj_fact *facts;

    list = counted(r, "actions", parts, sizeof parts / sizeof *parts, &facts);
    return cj_review_says(r, says, list, none, none);
}

static cj_str evidence_line(const cj_review *r)
{
    cj_ratio x = cj_map_coverage(r->now, NULL);
    unsigned percent = x.of ? (x.n * 200 + x.of) / (2 * x.of) : 0;
    size_t doubts = cj_review_open_doubts(r), fresh = cj_review_new_evidence(r);
    cj_fact *facts = cj_fact_add_object(r->arena, r->summary, "evidence");
    cj_buf b;

    cj_fact_add_integer(r->arena, facts, "sourced", x.n);
    cj_fact_add_integer(r->arena, facts, "of", x.of);
    cj_fact_add_integer(r->arena, facts, "percent", percent);
    cj_fact_add_integer(r->arena, facts, "assumptions", (long long)doubts);
    if (r->old)
        cj_fact_add_integer(r->arena, facts, "new", (long long)fresh);
    else
        cj_fact_add_null(r->arena, facts, "new");
    cj_buf_init(&b, r->arena);
    if (r->lang == CJ_JA)
        cj_buf_fmt(&b, "根拠: %u/%u セル（%u%%）、仮説 %zu", x.n, x.of, percent, doubts);
    else
        cj_buf_fmt(&b, "Evidence: %u/%u cells (%u%%), %zu assumption%s", x.n, x.of, percent,
                   doubts, doubts == 1 ? "" : "s");
    if (r->old && r->lang == CJ_JA)
        cj_buf_fmt(&b, "、新しい根拠 %zu", fresh);
    else if (r->old)
        cj_buf_fmt(&b, ", %zu new", fresh);
    return cj_buf_str(&b);
}

static void quarter_line(const cj_review *r)
{
    static const cj_text says = { "Quarter: {0}. Today: {1}.", "期間: {0}　基準日: {1}" },
                         plain = { "Today: {1}.", "基準日: {1}" };
    cj_str none = { NULL, 0 };

    cj_report_text(r->arena, r->report, CJ_NOTE_LEVEL,
                   cj_review_says(r, r->quarter[2].when.grain ? says : plain,
                                  r->quarter[2].when.grain
                                      ? cj_review_period_says(r, &r->quarter[2])
                                      : none,
                                  cj_review_date(r, r->options->today), none));
}

void cj_review_summary(cj_review *r)
{
    static const cj_text title = { "Summary", "要約" };
    cj_str line[5];
    cj_block *list;
    cj_fact *lines;
    size_t i, n = 0;

    r->summary = cj_fact_add_object(r->arena, r->facts, "summary");
    line[0] = map_line(r);
    line[1] = changes_line(r);
    line[2] = kpi_line(r);
    line[3] = action_line(r);
    line[4] = evidence_line(r);
    lines = cj_fact_add_list(r->arena, r->summary, "lines");
    cj_review_heading(r, title, false);
    quarter_line(r);
    list = cj_report_list(r->arena, r->report, r->old ? 5 : 4);
    for (i = 0; i < 5; i++)
        if (line[i].n) {
            list->entry[n++] = line[i];
            cj_fact_add_text(r->arena, lines, NULL, line[i]);
        }
}
