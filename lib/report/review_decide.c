/* review_decide.c - decisions needed, and what there is to do until the next review. */
#include "report/review.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/utf8.h"

static const cj_str none = { NULL, 0 };

static void add(cj_review *r, cj_task_row row)
{
    CJ_ROOM(r->arena, r->decision, r->n_decisions, r->cap_decisions);
    r->decision[r->n_decisions++] = row;
}

static cj_str words(const cj_review *r, cj_text says)
{
    return cj_review_says(r, says, none, none, none);
}

/* ---- KPIs that miss their target without a running action ---------------------------------------------- */

/* Without a status nobody can say that it does not run. */
static bool runs(const cj_action *a)
{
    return a->status == CJ_STATUS_DOING || a->status == CJ_STATUS_NONE;
}

static bool helped(const cj_review *r, const cj_kpi_row *row)
{
    int p = row->kpi->phase;
    size_t i;

    for (i = 0; i < r->now->n_actions; i++)
        if (runs(&r->now->actions[i]) && cj_review_shows_in(r, &r->now->actions[i], row))
            return true;
    return !r->now->n_actions && p >= 0 &&
           cj_cell_filled(cj_map_cell(r->now, CJ_COUNTERMEASURE, &r->now->phases[p]));
}

static void off_targets(cj_review *r)
{
    static const cj_text about = { "KPI \"{0}\"", "KPI「{0}」" },
                         state = { "target {0}, now {1}; no running action",
                                   "目標 {0}、今期 {1}。実施中の打ち手なし" },
                         next = { "Decide on an action, or change the target",
                                  "打ち手を決める、または目標を見直す" };
    size_t i;

    for (i = 0; i < r->n_kpis; i++) {
        const cj_kpi_row *row = &r->kpi[i];
        const cj_kpi *k = row->kpi;

        if (!row->off || helped(r, row))
            continue;
        add(r,
            (cj_task_row){
                .kind = "off_target",
                .phase = cj_review_phase(r->now, k->phase),
                .about =
                    cj_review_says(r, about, cj_utf8_joined(r->arena, k->name), none, none),
                .state = cj_review_says(r, state, cj_review_kpi_value(r, row, &k->target),
                                        cj_review_kpi_value(r, row, &row->at[2]), none),
                .next = words(r, next),
                .owner = cj_review_field(k->section, k->record, "owner") });
    }
}

/* ---- actions --------------------------------------------------------------------------------------------- */

static cj_str action_name(const cj_review *r, const cj_action *a)
{
    static const cj_text about = { "Action {0} \"{1}\"", "打ち手 {0}「{1}」" },
                         plain = { "Action \"{1}\"", "打ち手「{1}」" };
    cj_str id = cj_review_field(a->section, a->record, "id");
    cj_str what = cj_utf8_joined(r->arena, cj_review_field(a->section, a->record, "what"));

    return cj_review_says(r, id.n ? about : plain, id, what, none);
}

static cj_str action_owner(const cj_action *a)
{
    cj_str who = cj_review_field(a->section, a->record, "owner");

    return who.n ? who : cj_review_field(a->section, a->record, "person");
}

static void add_action(cj_review *r, const cj_action *a, const char *kind, cj_str state,
                       cj_text next)
{
    add(r, (cj_task_row){ .kind = kind,
                          .phase = cj_review_phase(r->now, a->phase),
                          .about = action_name(r, a),
                          .state = state,
                          .next = words(r, next),
                          .owner = action_owner(a) });
}

static void overdue_actions(cj_review *r)
{
    static const cj_text state = { "due {0}, {1}", "期限 {0}、{1}" },
                         next = { "Mark it done, set a new date, or stop it",
                                  "完了にする、期限を変える、または中止する" };
    size_t i;

    for (i = 0; i < r->now->n_actions; i++) {
        const cj_action *a = &r->now->actions[i];

        if (cj_review_found_at(r, "CJ711", a->record, a->section))
            add_action(
                r, a, "overdue",
                cj_review_says(r, state, cj_review_date(r, a->due.to),
                               cj_str_of(cj_text_in(cj_status_label(a->status), r->lang)),
                               none),
                next);
    }
}

static void no_effects(cj_review *r)
{
    static const cj_text state = { "done, effect not recorded", "完了、効果は未記入" },
                         next = { "Record what changed, before and after",
                                  "前後の変化を「効果」に書く" };
    size_t i;

    for (i = 0; i < r->now->n_actions; i++) {
        const cj_action *a = &r->now->actions[i];

        if (a->status == CJ_STATUS_DONE &&
            !cj_review_field(a->section, a->record, "effect").n &&
            cj_review_field(a->section, a->record, "what").n)
            add_action(r, a, "no_effect", words(r, state), next);
    }
}

/* ---- the rest ---------------------------------------------------------------------------------------------- */

static cj_str owner_of(const cj_review *r, const cj_cell *cell)
{
    const cj_cell *owner = cj_map_cell(r->now, CJ_OWNER, &r->now->phases[cell->phase]);

    return cj_cell_filled(owner) ? cj_utf8_joined(r->arena, owner->text) : none;
}

static void old_assumptions(cj_review *r)
{
    static const cj_text about = { "Assumption in \"{0}\": {1}", "「{0}」の仮説: {1}" },
                         state = { "an assumption since the last review",
                                   "前回のレビューから仮説のまま" },
                         next = { "Check it, or decide how to",
                                  "確かめる、または確かめる方法を決める" };
    size_t i;

    for (i = 0; i < r->n_doubts; i++) {
        const cj_doubt *d = &r->doubt[i];

        if (d->state != CJ_DOUBT_OPEN)
            continue;
        add(r, (cj_task_row){ .kind = "old_assumption",
                              .phase = r->now->phases[d->cell->phase].name,
                              .about = cj_review_says(r, about,
                                                      cj_review_element(r, r->now, d->cell),
                                                      d->text, none),
                              .state = words(r, state),
                              .next = words(r, next),
                              .owner = owner_of(r, d->cell) });
    }
}

static void conflicts(cj_review *r)
{
    static const cj_text about = { "Conflict at {0}", "競合（{0}）" },
                         state = { "not decided", "未決定" },
                         next = { "Choose one of the proposals", "どの案にするか決める" };
    size_t i;

    for (i = 0; i < r->judged.n_findings; i++) {
        const cj_finding *f = &r->judged.findings[i];

        if (strcmp(f->rule->id, "WB120") != 0)
            continue;
        add(r, (cj_task_row){ .kind = "conflict",
                              .phase = cj_review_phase(r->now, f->phase),
                              .about = cj_review_says(
                                  r, about, cj_review_place(r, r->now, f->at), none, none),
                              .state = words(r, state),
                              .next = words(r, next) });
    }
}

static void removed_parts(cj_review *r)
{
    static const cj_text phase = { "Phase \"{0}\"", "フェーズ「{0}」" },
                         goal = { "Customer goal", "顧客のゴール" },
                         gone = { "removed since the last version", "前の版から削除" },
                         was = { "removed; it was: {0}", "削除。前の版: {0}" },
                         next = { "Confirm that this was meant", "削除でよいか確認する" };
    const cj_diff *d = r->old ? r->diff[r->n - 2] : NULL;
    size_t p;

    for (p = 0; d && p < r->old->n_phases; p++) {
        const cj_phase *old = &r->old->phases[p];
        int now = d->phase_of[CJ_OLD][p];
        const cj_cell *before = cj_map_cell(r->old, CJ_GOAL, old);

        if (now < 0)
            add(r, (cj_task_row){ .kind = "phase_removed",
                                  .phase = old->name,
                                  .about = cj_review_says(r, phase, old->name, none, none),
                                  .state = words(r, gone),
                                  .next = words(r, next) });
        else if (cj_cell_filled(before) &&
                 !cj_cell_filled(cj_map_cell(r->now, CJ_GOAL, &r->now->phases[now])))
            add(r, (cj_task_row){
                       .kind = "goal_removed",
                       .phase = r->now->phases[now].name,
                       .about = words(r, goal),
                       .state = cj_review_says(
                           r, was, cj_utf8_joined(r->arena, before->text), none, none),
                       .next = words(r, next) });
    }
}

void cj_review_decide(cj_review *r)
{
    off_targets(r);
    overdue_actions(r);
    no_effects(r);
    old_assumptions(r);
    conflicts(r);
    removed_parts(r);
}

void cj_review_decisions(const cj_review *r)
{
    static const cj_text title = { "Decisions needed", "判断が必要なこと" };
    static const cj_tab_column columns[] = {
        { "no", { "No.", "No" }, true },
        { "kind", { NULL, NULL }, false },
        { "phase", { "Phase", "フェーズ" }, false },
        { "about", { "About", "対象" }, false },
        { "state", { "State", "現状" }, false },
        { "next", { "What to decide", "決めること" }, false },
        { "owner", { "Owner", "担当" }, false },
        { NULL, { "Decision", "決定" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i;

    for (i = 0; i < r->n_decisions; i++) {
        const cj_task_row *d = &r->decision[i];
        cj_tab_cell *c = cj_tab_row(r->arena, &tab);

        cj_tab_number(r->arena, &c[0], (double)(i + 1));
        c[1].word = d->kind;
        c[2].text = d->phase;
        c[3].text = d->about;
        c[4].text = d->state;
        c[5].text = d->next;
        c[6].text = d->owner;
    }
    cj_review_heading(r, title, false);
    cj_tab_put(r, &tab, r->facts, "decisions", false);
}

/* ---- until the next review ------------------------------------------------------------------------------- */

/* The next review, if it still lies ahead. */
static cj_str next_review(const cj_review *r)
{
    cj_when when;

    if (!cj_when_parse(r->now->meta[CJ_META_NEXT_REVIEW].text, r->now->fiscal_start,
                       &when) ||
        cj_date_days(when.to) < cj_date_days(r->options->today))
        return none;
    return cj_review_date(r, when.to);
}

static void todo(const cj_review *r, cj_tab *tab, cj_str what, cj_str owner, cj_str due)
{
    cj_tab_cell *c = cj_tab_row(r->arena, tab);

    cj_tab_number(r->arena, &c[0], (double)tab->n_rows);
    c[1].text = what;
    c[2].text = owner;
    c[3].text = due.n ? due : next_review(r);
}

static void decisions_to_do(const cj_review *r, cj_tab *tab)
{
    static const cj_text says = { "{0}{1}: {2}", "{0}{1}: {2}" };
    size_t i;

    for (i = 0; i < r->n_decisions; i++) {
        const cj_task_row *d = &r->decision[i];
        cj_str phase =
            d->phase.n && strcmp(d->kind, "phase_removed") != 0
                ? cj_str_fmt(r->arena, r->lang == CJ_JA ? CJ_FMT "／" : CJ_FMT " / ",
                             CJ_ARG(d->phase))
                : none;

        todo(r, tab, cj_review_says(r, says, phase, d->about, d->next), d->owner, none);
    }
}

static bool decided_on(const cj_review *r, const cj_action *a)
{
    return cj_review_found_at(r, "CJ711", a->record, a->section);
}

static void actions_to_do(const cj_review *r, cj_tab *tab)
{
    static const cj_text start = { "{0}: begin", "{0}: 着手する" },
                         go_on = { "{0}: go on, then record its effect",
                                   "{0}: 継続し、効果を記録する" };
    size_t i;

    for (i = 0; i < r->now->n_actions; i++) {
        const cj_action *a = &r->now->actions[i];
        bool planned = a->status == CJ_STATUS_PLANNED;

        if ((!planned && a->status != CJ_STATUS_DOING) || decided_on(r, a) ||
            !cj_review_field(a->section, a->record, "what").n)
            continue;
        todo(r, tab,
             cj_review_says(r, planned ? start : go_on, action_name(r, a), none, none),
             action_owner(a), a->due.grain ? cj_review_date(r, a->due.to) : none);
    }
}

static void others_to_do(const cj_review *r, cj_tab *tab)
{
    static const cj_text actual = { "KPI \"{0}\": enter the {1} actual",
                                    "KPI「{0}」: {1} の実績を入れる" },
                         doubt = { "{0} / {1}: check the assumption \"{2}\"",
                                   "{0}／{1}: 仮説「{2}」を確かめる" };
    size_t i;

    for (i = 0; i < r->n_kpis; i++)
        if (r->kpi[i].state == CJ_KPI_MISSING && r->quarter[2].when.grain)
            todo(r, tab,
                 cj_review_says(r, actual, cj_utf8_joined(r->arena, r->kpi[i].kpi->name),
                                r->quarter[2].label, none),
                 cj_review_field(r->kpi[i].kpi->section, r->kpi[i].kpi->record, "owner"),
                 none);
    for (i = 0; i < r->n_doubts; i++)
        if (r->doubt[i].state == CJ_DOUBT_NEW)
            todo(r, tab,
                 cj_review_says(r, doubt, r->now->phases[r->doubt[i].cell->phase].name,
                                cj_review_element(r, r->now, r->doubt[i].cell),
                                r->doubt[i].text),
                 owner_of(r, r->doubt[i].cell), none);
}

void cj_review_homework(const cj_review *r)
{
    static const cj_text title = { "To do before the next review", "次回までの宿題" };
    static const cj_tab_column columns[] = {
        { "no", { "No.", "No" }, true },
        { "what", { "What", "内容" }, false },
        { "owner", { "Owner", "担当" }, false },
        { "due", { "By", "期限" }, false },
    };
    cj_tab tab = CJ_TAB(columns);

    decisions_to_do(r, &tab);
    actions_to_do(r, &tab);
    others_to_do(r, &tab);
    cj_review_heading(r, title, true);
    cj_tab_put(r, &tab, r->facts, "homework", false);
}
