/* changes_stat.c - changes in short: how many of which kind, and one line each. */
#include "report/changes.h"
#include "report/outline.h"

/* ---- the report of --stat ---------------------------------------------------------------------------- */

enum { COUNTED = 6 };
static const cj_change_kind counted[COUNTED] = { CJ_ADDED,   CJ_CHANGED, CJ_MOVED,
                                                 CJ_SUPPORT, CJ_REMOVED, CJ_WORDING };

static cj_table *add_stat_table(const cj_changing *r, size_t n_rows, cj_text corner)
{
    static const cj_text heads[COUNTED] = {
        { "added", "追加" },    { "changed", "変更" }, { "moved", "移動" },
        { "evidence", "根拠" }, { "removed", "削除" }, { "wording", "表記のみ" }
    };
    cj_table *t = cj_report_table(r->arena, r->report, n_rows, COUNTED + 1);
    size_t i;

    t->header_row = t->header_col = true;
    t->cell[0] = cj_str_of(cj_text_in(corner, r->lang));
    t->marked = CJ_NEW_N(r->arena, cj_marked, n_rows * (COUNTED + 1));
    for (i = 0; i < COUNTED; i++) {
        t->cell[i + 1] = cj_str_of(cj_text_in(heads[i], r->lang));
        t->marked[i + 1].number = true;
    }
    return t;
}

static void put_counts(const cj_changing *r, cj_str *row, cj_str title, const size_t *count)
{
    size_t i;

    row[0] = title;
    for (i = 0; i < COUNTED; i++)
        row[i + 1] = cj_str_fmt(r->arena, "%zu", count[i]);
}

static void count(const cj_change *c, size_t into[COUNTED])
{
    size_t i;

    for (i = 0; i < COUNTED; i++)
        into[i] += counted[i] == (c->kind == CJ_RENAMED ? CJ_CHANGED : c->kind);
}

static const cj_text total = { "Total", "合計" };

/* A row a group. */
static void tell_stat(cj_changing *r, const cj_telling *t, unsigned depth)
{
    static const cj_text corner[] = {
        { "Phase", "フェーズ" }, { "Row", "項目" }, { "Kind", "種類" }, { "Owner", "担当" }
    };
    cj_changes_options every = *t->options;
    size_t n, i, j, sum[COUNTED] = { 0 };
    cj_telling all = *t;
    cj_change_group *g;
    cj_table *table;

    (void)depth;
    every.all = true;
    all.options = &every;
    g = cj_change_groups(&all, &n);
    if (!n) {
        cj_change_list(t, r->report, depth);
        return;
    }
    table = add_stat_table(r, n + 2, corner[t->options->by]);
    for (i = 0; i < n; i++) {
        size_t one[COUNTED] = { 0 };

        for (j = 0; j < g[i].n; j++) {
            count(g[i].change[j], one);
            count(g[i].change[j], sum);
        }
        put_counts(r, &table->cell[(i + 1) * (COUNTED + 1)], g[i].title, one);
    }
    put_counts(r, &table->cell[(n + 1) * (COUNTED + 1)],
               cj_str_of(cj_text_in(total, r->lang)), sum);
}

cj_report *cj_changes_stat(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n)
{
    cj_changing r = cj_changing_start(arena, options, pair, n);
    size_t i;

    for (i = 0; i < n; i++)
        cj_changing_file(&r, &pair[i], tell_stat);
    return r.report;
}

/* ---- one line a change --------------------------------------------------------------------------------- */

static cj_diagnostic *add_line(const cj_changing *r, cj_change_kind kind, cj_str message)
{
    cj_diagnostic *d = &cj_report_add(r->arena, r->report, CJ_B_DIAGNOSTIC)->diagnostic;

    d->rule = cj_change_name(kind);
    d->level = CJ_NOTE_LEVEL;
    d->message = message;
    return d;
}

static void tell_lines(const cj_changing *r, const cj_telling *t)
{
    size_t i;

    for (i = 0; i < t->diff->n; i++) {
        const cj_change *c = &t->diff->change[i];
        int side = c->at[CJ_NEW].row ? CJ_NEW : CJ_OLD;
        cj_diagnostic *d;

        if (!cj_change_told(r->options, c))
            continue;
        d = add_line(r, c->kind, cj_change_line(t, c));
        d->at = cj_place_of(&t->places[side], &c->at[side]);
        d->cell = cj_change_ref(t, c, side);
    }
}

static void lone_line(const cj_changing *r, bool file, int side, cj_str path, cj_str where)
{
    static const cj_text words[2][2] = { { { "removed map: {0}", "削除 マップ: {0}" },
                                           { "added map: {0}", "追加 マップ: {0}" } },
                                         { { "removed file: {0}", "削除 ファイル: {0}" },
                                           { "added file: {0}", "追加 ファイル: {0}" } } };

    add_line(r, side ? CJ_ADDED : CJ_REMOVED,
             cj_changing_says(r, words[file][side], where, CJ_STR(""), CJ_STR("")))
        ->at.file = path;
}

cj_report *cj_changes_lines(cj_arena *arena, const cj_changes_options *options,
                            const cj_compared *pair, size_t n)
{
    cj_changing r = cj_changing_start(arena, options, pair, n);
    size_t i, j;

    for (i = 0; i < n; i++) {
        const cj_compared *p = &pair[i];

        if (!p->diffs && !p->error)
            lone_line(&r, true, p->path[CJ_NEW].n ? CJ_NEW : CJ_OLD,
                      p->path[p->path[CJ_NEW].n ? CJ_NEW : CJ_OLD],
                      p->path[p->path[CJ_NEW].n ? CJ_NEW : CJ_OLD]);
        for (j = 0; p->diffs && j < p->diffs->n; j++) {
            const cj_diff *d = &p->diffs->diff[j];
            int side = d->map[CJ_NEW] ? CJ_NEW : CJ_OLD;
            cj_telling t;

            if (!cj_diff_paired(d)) {
                lone_line(&r, false, side, p->path[side],
                          cj_map_where(arena, p->path[side], d->map[side], false));
                continue;
            }
            t = cj_changing_telling(&r, d, p->path);
            tell_lines(&r, &t);
        }
    }
    return r.report;
}
