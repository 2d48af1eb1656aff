/* review_changes.c - what changed since the version before: the lists of cjdiff, and the same in a few words. */
#include "report/review.h"
#include "report/changes.h"
#include "base/number.h"

static cj_changes_options options_of(const cj_review *r)
{
    return (cj_changes_options){ .lang = r->lang };
}

static void put_step(const cj_review *r, size_t v, cj_tab_cell *c)
{
    const cj_changes_options how = options_of(r);
    const cj_change_sums sums = cj_change_sums_of(r->arena, &how, r->step[v]);
    const size_t n[] = { sums.kind[CJ_ADDED],
                         sums.kind[CJ_CHANGED],
                         sums.kind[CJ_MOVED] + sums.kind[CJ_RENAMED],
                         sums.kind[CJ_SUPPORT],
                         sums.kind[CJ_REMOVED],
                         sums.phases[CJ_ADDED],
                         sums.phases[CJ_REMOVED] };
    size_t i;

    c[0].text = cj_review_version_name(r, v);
    c[1].text = cj_review_version_name(r, v + 1);
    for (i = 0; i < sizeof n / sizeof *n; i++)
        cj_tab_number(r->arena, &c[2 + i], (double)n[i]);
}

/* With several steps the sum of each, counted as in the summary. */
static void put_steps(const cj_review *r)
{
    static const cj_text title = { "Changes per version", "版ごとの変更数" };
    static const cj_tab_column columns[] = {
        { "from", { "From", "変更前" }, false },
        { "to", { "To", "変更後" }, false },
        { "added", { "Added", "追加" }, true },
        { "changed", { "Changed", "変更" }, true },
        { "moved", { "Moved, renamed", "移動・改名" }, true },
        { "support", { "Evidence", "根拠の変更" }, true },
        { "removed", { "Removed", "削除" }, true },
        { "phases_added", { "Phases added", "フェーズ追加" }, true },
        { "phases_removed", { "Phases removed", "フェーズ削除" }, true },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t v;

    if (r->n < 3)
        return;
    for (v = 0; v + 1 < r->n; v++)
        put_step(r, v, cj_tab_row(r->arena, &tab));
    cj_report_heading(r->arena, r->report, 3, cj_str_of(cj_text_in(title, r->lang)));
    cj_tab_put(r, &tab, r->facts, "steps", false);
}

static void put_facts(const cj_review *r, const cj_changes_options *how,
                      const cj_str path[2])
{
    cj_fact *into = cj_fact_add_object(r->arena, r->facts, "changes");
    cj_diff *diff = CJ_NEW(r->arena, cj_diff);
    cj_diffs diffs = { diff, 1 };
    cj_compared pair = { { path[0], path[1] }, NULL, &diffs };

    *diff = *r->diff[r->n - 2];
    cj_changes_facts(r->arena, into, how, &pair, 1);
}

/* All that the map says, as it is drawn. */
static void put_cells(const cj_review *r)
{
    static const cj_tab_column columns[] = {
        { "phase", { NULL, NULL }, false },
        { "element", { NULL, NULL }, false },
        { "text", { NULL, NULL }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t p, e;

    for (p = 0; p < r->now->n_phases; p++)
        for (e = 0; e < r->now->n_elements; e++) {
            const cj_cell *cell = &r->now->elements[e].cells[p];
            cj_tab_cell *c;

            if (!cell->text.n)
                continue;
            c = cj_tab_row(r->arena, &tab);
            c[0].text = r->now->phases[p].name;
            c[1].text = cj_review_element(r, r->now, cell);
            c[2].text = cell->text;
        }
    cj_tab_facts(r, &tab, r->facts, "cells");
}

/* ---- feelings told as numbers, then and now ------------------------------------------------------------ */

static void set_point(const cj_review *r, cj_plot_point *to, cj_str label,
                      const cj_cell *cell)
{
    *to = (cj_plot_point){ .label = label };
    if (!cell || !cell->scored)
        return;
    to->there = true;
    to->value = cell->score;
    to->text = cj_number_text(r->arena, cell->score);
}

static bool differs(const cj_plot *p)
{
    size_t i;

    for (i = 0; i < p->n; i++)
        if (p->point[i].there != p->before[i].there ||
            (p->point[i].there && p->point[i].value != p->before[i].value))
            return true;
    return false;
}

/* "Phase 1 → 2" where a feeling changed. */
static cj_str curve_words(const cj_review *r, const cj_plot *p)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, r->arena);
    cj_buf_add(&b, p->title);
    for (i = 0; i < p->n; i++)
        cj_buf_fmt(&b, "%s" CJ_FMT " " CJ_FMT " → " CJ_FMT, i ? ", " : ": ",
                   CJ_ARG(p->point[i].label),
                   CJ_ARG(p->before[i].there ? p->before[i].text : CJ_STR("–")),
                   CJ_ARG(p->point[i].there ? p->point[i].text : CJ_STR("–")));
    return cj_buf_str(&b);
}

static const cj_plot *curve_of(const cj_review *r, const cj_element *row)
{
    size_t n = r->now->n_phases, i;
    cj_plot_point *before = CJ_NEW_N(r->arena, cj_plot_point, n + 1);
    cj_plot *p = CJ_NEW(r->arena, cj_plot);

    p->title = cj_review_element(r, r->now, &row->cells[0]);
    p->n = n;
    p->point = CJ_NEW_N(r->arena, cj_plot_point, n + 1);
    p->before = before;
    p->name = cj_review_version_name(r, r->n - 1);
    p->name_before = cj_review_version_name(r, r->n - 2);
    for (i = 0; i < n; i++) {
        cj_str label = r->now->phases[i].name;

        set_point(r, &p->point[i], label, &row->cells[i]);
        set_point(r, &before[i], label, cj_review_cell_in(r, r->n - 2, &row->cells[i]));
    }
    p->alt = curve_words(r, p);
    return p;
}

static void add_curve_facts(const cj_review *r, cj_tab *tab, const cj_plot *p)
{
    size_t i;

    for (i = 0; i < p->n; i++) {
        cj_tab_cell *c = cj_tab_row(r->arena, tab);

        c[0].text = p->title;
        c[1].text = p->point[i].label;
        if (p->before[i].there)
            cj_tab_number(r->arena, &c[2], p->before[i].value);
        if (p->point[i].there)
            cj_tab_number(r->arena, &c[3], p->point[i].value);
    }
}

/* Only where they changed. */
static void put_curves(const cj_review *r)
{
    static const cj_text title = { "Emotion curve, before and now",
                                   "感情曲線（前回と今回）" };
    static const cj_tab_column columns[] = {
        { "element", { NULL, NULL }, false },
        { "phase", { NULL, NULL }, false },
        { "before", { NULL, NULL }, true },
        { "now", { NULL, NULL }, true },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t e;

    for (e = 0; e < r->now->n_elements; e++) {
        const cj_plot *p;

        if (r->now->elements[e].elem != CJ_SENTIMENT || !r->now->n_phases)
            continue;
        p = curve_of(r, &r->now->elements[e]);
        if (!differs(p))
            continue;
        if (!tab.n_rows)
            cj_report_heading(r->arena, r->report, 3,
                              cj_str_of(cj_text_in(title, r->lang)));
        *cj_report_series(r->arena, r->report, p->n) = *p;
        add_curve_facts(r, &tab, p);
    }
    cj_tab_facts(r, &tab, r->facts, "curves");
}

/* ---- the sections --------------------------------------------------------------------------------------- */

void cj_review_changes(const cj_review *r)
{
    static const cj_text title = { "What changed, by phase", "変更点（フェーズ別）" },
                         list = { "What changed", "変更点" },
                         map = { "Map with its changes", "マップ（変更表示）" };
    cj_changes_options how = options_of(r);
    cj_str path[2];
    cj_telling t;

    if (!r->old)
        return;
    path[0] = r->path[r->n - 2];
    path[1] = r->path[r->n - 1];
    t = cj_telling_of(r->arena, &how, r->diff[r->n - 2], path);
    t.at = r->at;
    t.anchors = true;
    cj_review_heading(r, title, true);
    cj_change_list(&t, r->report, 3);
    put_steps(r);
    put_curves(r);
    if (cj_diff_count(t.diff)) {
        cj_review_heading(r, list, true);
        cj_change_table(&t, r->report);
        cj_review_heading(r, map, true);
        cj_change_map(&t, r->report);
        put_cells(r);
    }
    put_facts(r, &how, path);
}

/* ---- in a few words ------------------------------------------------------------------------------------ */

typedef struct tally {
    size_t added, removed, changed, support;
} tally;

/* 課題・ペイン+1, 課題・ペイン-1, 成功の定義を変更 */
static void add_element(const cj_review *r, cj_buf *b, cj_str label, const tally *t)
{
    bool ja = r->lang == CJ_JA;
    size_t from = b->n;
    const char *comma = ja ? "、" : ", ";

    if (t->added) {
        cj_buf_z(b, from ? comma : "");
        cj_buf_fmt(b, CJ_FMT "%s+%zu", CJ_ARG(label), ja ? "" : " ", t->added);
    }
    if (t->removed) {
        cj_buf_z(b, b->n ? comma : "");
        cj_buf_fmt(b, CJ_FMT "%s-%zu", CJ_ARG(label), ja ? "" : " ", t->removed);
    }
    if (t->changed) {
        cj_buf_z(b, b->n ? comma : "");
        cj_buf_fmt(b, ja ? CJ_FMT "を変更" : CJ_FMT " changed", CJ_ARG(label));
    }
}

static void count(tally *t, cj_change_kind kind)
{
    t->added += kind == CJ_ADDED;
    t->removed += kind == CJ_REMOVED;
    t->changed += kind == CJ_CHANGED || kind == CJ_MOVED || kind == CJ_RENAMED;
    t->support += kind == CJ_SUPPORT;
}

static bool in_cell(const cj_change *c)
{
    return c->with < 0 && (c->on == CJ_ON_CELL || c->on == CJ_ON_ITEM);
}

static bool any(const tally *t)
{
    return t->added || t->removed || t->changed;
}

static void add_support(const cj_review *r, cj_buf *b, size_t n)
{
    if (!n)
        return;
    cj_buf_z(b, !b->n ? "" : r->lang == CJ_JA ? "、" : ", ");
    if (r->lang == CJ_JA)
        cj_buf_fmt(b, "根拠を更新（%zuか所）", n);
    else
        cj_buf_fmt(b, "evidence updated in %zu place%s", n, n == 1 ? "" : "s");
}

static cj_str phase_says(const cj_review *r, const cj_diff *d, int phase)
{
    size_t e, i, support = 0;
    cj_buf b;

    cj_buf_init(&b, r->arena);
    for (e = 0; e < r->now->n_elements; e++) {
        const cj_element *row = &r->now->elements[e];
        tally t = { 0, 0, 0, 0 };

        for (i = 0; i < d->n; i++) {
            const cj_change *c = &d->change[i];
            int at = c->phase[CJ_NEW] >= 0   ? c->phase[CJ_NEW]
                     : c->phase[CJ_OLD] >= 0 ? d->phase_of[CJ_OLD][c->phase[CJ_OLD]]
                                             : -1;
            int in = c->element[CJ_NEW] >= 0   ? c->element[CJ_NEW]
                     : c->element[CJ_OLD] >= 0 ? d->element_of[CJ_OLD][c->element[CJ_OLD]]
                                               : -1;

            if (in_cell(c) && at == phase && in == (int)e)
                count(&t, c->kind);
        }
        if (any(&t))
            add_element(r, &b, row->label, &t);
        support += t.support;
    }
    add_support(r, &b, support);
    return cj_buf_str(&b);
}

static void add_part(const cj_review *r, cj_buf *b, cj_str part)
{
    if (b->n && part.n)
        cj_buf_z(b, r->lang == CJ_JA ? "；" : "; ");
    cj_buf_add(b, part);
}

static void add_phases(const cj_review *r, const cj_diff *d, cj_buf *b)
{
    static const cj_text came = { "phase \"{0}\" added", "フェーズ「{0}」を追加" },
                         went = { "phase \"{0}\" removed", "フェーズ「{0}」を削除" },
                         renamed = { "phase \"{0}\" renamed to \"{1}\"",
                                     "フェーズ「{0}」を「{1}」に改名" };
    cj_str none = { NULL, 0 };
    size_t i;

    for (i = 0; i < d->n; i++) {
        const cj_change *c = &d->change[i];

        if (c->on != CJ_ON_PHASE || c->with >= 0)
            continue;
        if (c->kind == CJ_ADDED)
            add_part(r, b, cj_review_says(r, came, c->text[CJ_NEW], none, none));
        else if (c->kind == CJ_REMOVED)
            add_part(r, b, cj_review_says(r, went, c->text[CJ_OLD], none, none));
        else if (c->kind == CJ_RENAMED)
            add_part(r, b,
                     cj_review_says(r, renamed, c->text[CJ_OLD], c->text[CJ_NEW], none));
    }
}

static void add_tables(const cj_review *r, const cj_diff *d, cj_buf *b)
{
    static const struct {
        cj_section_kind kind;
        cj_text word;
    } tables[] = { { CJ_SECTION_EVIDENCE, { "list of evidence", "根拠の一覧" } },
                   { CJ_SECTION_KPI, { "list of KPIs", "KPIの一覧" } },
                   { CJ_SECTION_ACTIONS, { "list of actions", "打ち手の一覧" } } };
    size_t i, k;

    for (k = 0; k < sizeof tables / sizeof *tables; k++) {
        tally t = { 0, 0, 0, 0 };
        cj_buf part;

        for (i = 0; i < d->n; i++)
            if (d->change[i].with < 0 && d->change[i].section == tables[k].kind &&
                (d->change[i].on == CJ_ON_RECORD || d->change[i].on == CJ_ON_FIELD))
                count(&t, d->change[i].on == CJ_ON_RECORD ? d->change[i].kind : CJ_CHANGED);
        cj_buf_init(&part, r->arena);
        if (any(&t))
            add_element(r, &part, cj_str_of(cj_text_in(tables[k].word, r->lang)), &t);
        add_part(r, b, cj_buf_str(&part));
    }
}

cj_str cj_review_changes_short(const cj_review *r)
{
    static const cj_text phase = { "{0}: {1}", "{0}: {1}" };
    const cj_diff *d = r->diff[r->n - 2];
    cj_str none = { NULL, 0 }, part;
    cj_buf b;
    size_t p;

    cj_buf_init(&b, r->arena);
    add_phases(r, d, &b);
    for (p = 0; p < r->now->n_phases; p++) {
        part = phase_says(r, d, (int)p);
        if (part.n)
            add_part(r, &b, cj_review_says(r, phase, r->now->phases[p].name, part, none));
    }
    add_tables(r, d, &b);
    return cj_buf_str(&b);
}
