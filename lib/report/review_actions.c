/* review_actions.c - effect of actions: what is done, and what the KPI behind each did meanwhile. */
#include "report/review.h"
#include "base/utf8.h"

static cj_str field(const cj_action *a, const char *name)
{
    return cj_review_field(a->section, a->record, name);
}

const cj_action *cj_review_action_in(const cj_review *r, const cj_map *map,
                                     const cj_action *a)
{
    cj_str key = cj_item_key(r->arena, field(a, "what"));
    const cj_action *by_id = NULL;
    size_t i;

    for (i = 0; map && i < map->n_actions; i++) {
        const cj_action *b = &map->actions[i];

        if (key.n && cj_str_eq(cj_item_key(r->arena, field(b, "what")), key))
            return b;
        if (a->id && b->id == a->id)
            by_id = b;
    }
    return by_id;
}

/* ---- the KPI behind it ------------------------------------------------------------------------------- */

/* The names of a field, one a call. */
static bool take_name(cj_str *rest, cj_str *name)
{
    static const char *const marks[] = { "、", "\n", ";", "；", "," };
    size_t i, at, cut = rest->n, len = 0;

    if (!rest->n)
        return false;
    for (i = 0; i < sizeof marks / sizeof *marks; i++) {
        at = cj_str_find(*rest, cj_str_of(marks[i]));
        if (at != CJ_NONE && at < cut) {
            cut = at;
            len = strlen(marks[i]);
        }
    }
    *name = cj_utf8_trim(cj_str_cut(*rest, 0, cut));
    *rest = cj_str_from(*rest, cut + len);
    return true;
}

static const cj_kpi_row *kpi_of(const cj_review *r, const cj_action *a)
{
    cj_str rest = field(a, "kpi"), name;
    const cj_kpi_row *row = cj_review_kpi_named(r, rest, a->phase);

    while (!row && take_name(&rest, &name))
        row = cj_review_kpi_named(r, name, a->phase);
    return row;
}

bool cj_review_shows_in(const cj_review *r, const cj_action *a, const cj_kpi_row *row)
{
    cj_str rest = field(a, "kpi"), name;

    if (cj_review_kpi_named(r, rest, a->phase) == row)
        return true;
    while (take_name(&rest, &name))
        if (cj_review_kpi_named(r, name, a->phase) == row)
            return true;
    return false;
}

/* The oldest version that has it. */
static size_t begun_in(const cj_review *r, const cj_action *a)
{
    size_t v = r->n - 1;

    while (v > 0 && cj_review_action_in(r, r->map[v - 1], a))
        v--;
    return v;
}

static long period_at(const cj_review *r)
{
    size_t i;

    for (i = 0; i < r->n_periods; i++)
        if (cj_review_same_time(&r->period[i].when, &r->quarter[2].when))
            return (long)i;
    return -1;
}

/* From the last value before the version that brought the action; where there is none, from the first
 * value that is known. */
static cj_str kpi_change(const cj_review *r, const cj_action *a, const cj_kpi_row *row)
{
    cj_date begun = r->date[begun_in(r, a)];
    long now = period_at(r), from = -1, first = -1, i;
    cj_str value, was;

    if (!row || now < 0 || !row->series[now].number)
        return CJ_STR("");
    for (i = now - 1; i >= 0; i--) {
        if (!row->series[i].number)
            continue;
        first = i;
        if (from < 0 && begun.year &&
            cj_date_days(r->period[i].when.to) <= cj_date_days(begun))
            from = i;
    }
    from = from < 0 ? first : from;
    value = cj_review_kpi_value(r, row, &row->series[now]);
    if (from < 0)
        return cj_str_fmt(
            r->arena, r->lang == CJ_JA ? CJ_FMT "（" CJ_FMT "）" : CJ_FMT " (" CJ_FMT ")",
            CJ_ARG(value), CJ_ARG(r->period[now].label));
    was = cj_review_kpi_value(r, row, &row->series[from]);
    return cj_str_fmt(r->arena,
                      r->lang == CJ_JA ? CJ_FMT " → " CJ_FMT "（" CJ_FMT " → " CJ_FMT "）"
                                       : CJ_FMT " → " CJ_FMT " (" CJ_FMT " → " CJ_FMT ")",
                      CJ_ARG(was), CJ_ARG(value), CJ_ARG(r->period[from].label),
                      CJ_ARG(r->period[now].label));
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static cj_str status_word(const cj_review *r, const cj_action *a)
{
    static const cj_text none = { "not given", "未記入" };

    if (a->status == CJ_STATUS_NONE)
        return cj_str_of(cj_text_in(none, r->lang));
    if (a->status == CJ_STATUS_UNKNOWN)
        return field(a, "status");
    return cj_str_of(cj_text_in(cj_status_label(a->status), r->lang));
}

/* 予定 → 実施中; new ones are marked. */
static cj_str status_change(const cj_review *r, const cj_action *a)
{
    static const cj_text fresh = { "new: {0}", "新規: {0}" };
    const cj_action *was = cj_review_action_in(r, r->old, a);
    cj_str now = status_word(r, a), none = { NULL, 0 };

    if (!r->old)
        return now;
    if (!was)
        return cj_review_says(r, fresh, now, none, none);
    if (cj_str_eq(status_word(r, was), now))
        return now;
    return cj_str_fmt(r->arena, CJ_FMT " → " CJ_FMT, CJ_ARG(status_word(r, was)),
                      CJ_ARG(now));
}

/* What people note beside it, in a column of their own: why it was stopped. */
static cj_str memo_of(const cj_action *a)
{
    static const cj_str words[] = { CJ_LIT("備考"), CJ_LIT("理由"),   CJ_LIT("メモ"),
                                    CJ_LIT("Note"), CJ_LIT("Reason"), CJ_LIT("Memo"),
                                    CJ_LIT("note"), CJ_LIT("reason"), CJ_LIT("Remark") };
    size_t c, i;

    for (c = 0; c < a->section->n_columns; c++)
        for (i = 0; !a->section->columns[c].field && i < sizeof words / sizeof *words; i++)
            if (cj_str_has(a->section->columns[c].label, words[i]))
                return a->record->cell[c].text;
    return CJ_STR("");
}

/* What was over before is not told again. */
static bool active(const cj_review *r, const cj_action *a)
{
    const cj_action *was = cj_review_action_in(r, r->old, a);

    if (!field(a, "what").n)
        return false;
    return !was || was->status != a->status ||
           (a->status != CJ_STATUS_DONE && a->status != CJ_STATUS_STOPPED) ||
           (r->quarter[2].label.n && cj_str_has(field(a, "effect"), r->quarter[2].label)) ||
           !cj_str_eq(cj_item_key(r->arena, field(was, "effect")),
                      cj_item_key(r->arena, field(a, "effect")));
}

static void fill_row(const cj_review *r, const cj_action *a, cj_tab_cell *c)
{
    static const cj_text missing = { "not recorded", "未記入" };
    const cj_kpi_row *row = kpi_of(r, a);

    c[0].text = field(a, "id");
    c[1].text = cj_review_phase(r->now, a->phase);
    c[2].text = field(a, "what");
    c[3].text = field(a, "owner").n ? field(a, "owner") : field(a, "person");
    c[4].text = field(a, "when").n ? field(a, "when") : field(a, "due");
    c[5].text = status_change(r, a);
    c[6].text = field(a, "pain");
    c[7].text = field(a, "kpi");
    c[8].text = kpi_change(r, a, row);
    c[9].text = field(a, "effect");
    if (a->status == CJ_STATUS_DONE &&
        cj_review_found_at(r, "CJ712", a->record, a->section)) {
        c[9].text = cj_str_of(cj_text_in(missing, r->lang));
        c[9].level = CJ_WARN_LEVEL;
    }
    c[10].text = field(a, "decision");
    c[11].text = memo_of(a);
}

/* An action that the newest map does not have any more. */
static void fill_gone(const cj_review *r, const cj_action *a, cj_tab_cell *c)
{
    static const cj_text gone = { "{0} → no longer listed", "{0} → 一覧から削除" };
    cj_str none = { NULL, 0 };

    c[0].text = field(a, "id");
    c[1].text = cj_review_phase(r->old, a->phase);
    c[2].text = field(a, "what");
    c[3].text = field(a, "owner").n ? field(a, "owner") : field(a, "person");
    c[4].text = field(a, "when").n ? field(a, "when") : field(a, "due");
    c[5].text = cj_review_says(r, gone, status_word(r, a), none, none);
    c[6].text = field(a, "pain");
    c[7].text = field(a, "kpi");
    c[9].text = field(a, "effect");
}

static bool in_now(const cj_review *r, const cj_action *a)
{
    size_t i;

    for (i = 0; i < r->now->n_actions; i++)
        if (cj_review_action_in(r, r->old, &r->now->actions[i]) == a)
            return true;
    return false;
}

void cj_review_actions(const cj_review *r)
{
    static const cj_text title = { "Effect of actions", "打ち手の効果検証" };
    static const cj_text cause = { "A KPI change is not proof that the action caused it.",
                                   "KPIの変化は打ち手だけの結果とは限りません。" };
    static const cj_text start = {
        "The start is the last period that was over before the version in which the action first "
        "stands; where no value is known from then, the first one that is.",
        "開始期は、その打ち手が初めて載った版より前に終わった直近の期間です。その実績がなければ、"
        "わかる範囲で最も古い期間です。"
    };
    static const cj_tab_column columns[] = {
        { "id", { "ID", "ID" }, false },
        { "phase", { "Phase", "フェーズ" }, false },
        { "action", { "Action", "打ち手" }, false },
        { "who", { "Who", "誰が" }, false },
        { "when", { "When", "いつ" }, false },
        { "status", { "Status (before → now)", "状況（前回→今回）" }, false },
        { "pain", { "Pain addressed", "対応する課題" }, false },
        { "kpi", { "KPI that shows it", "効果を測るKPI" }, false },
        { "kpi_change", { "KPI change (start → now)", "KPIの変化（開始期→今期）" }, false },
        { "effect", { "Recorded effect", "記入された効果" }, false },
        { "decision",
          { "Decision (continue, change, stop)", "判断（継続・見直し・中止）" },
          false },
        { "memo", { "Memo", "メモ" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i;

    for (i = 0; i < r->now->n_actions; i++)
        if (active(r, &r->now->actions[i]))
            fill_row(r, &r->now->actions[i], cj_tab_row(r->arena, &tab));
    for (i = 0; r->old && i < r->old->n_actions; i++)
        if (field(&r->old->actions[i], "what").n && !in_now(r, &r->old->actions[i]))
            fill_gone(r, &r->old->actions[i], cj_tab_row(r->arena, &tab));
    if (!tab.n_rows) {
        cj_fact_add_list(r->arena, r->facts, "actions");
        return;
    }
    cj_review_heading(r, title, true);
    cj_tab_put(r, &tab, r->facts, "actions", true);
    cj_review_note(r, cause);
    cj_review_note(r, start);
}
