/* changes.c - what changed between maps, as reports: files, maps, and the parts of each comparison. */
#include "report/changes.h"
#include "report/places.h"
#include "report/outline.h"

static const cj_map *any_map(const cj_diff *d)
{
    return d->map[CJ_NEW] ? d->map[CJ_NEW] : d->map[CJ_OLD];
}

cj_lang cj_changes_lang(const cj_changes_options *options, const cj_compared *pair,
                        size_t n)
{
    size_t i;

    for (i = 0; i < n && options->lang == CJ_LANG_AUTO; i++)
        if (pair[i].diffs && pair[i].diffs->n)
            return any_map(&pair[i].diffs->diff[0])->lang;
    return options->lang == CJ_LANG_AUTO ? CJ_EN : options->lang;
}

/* A map that only one of the files has. */
static void add_lone_map(const cj_changing *r, const cj_diff *d, const cj_str path[2])
{
    static const cj_text came = { "+ added map: {0}", "＋ 追加 マップ: {0}" },
                         went = { "- removed map: {0}", "－ 削除 マップ: {0}" };
    int side = d->map[CJ_NEW] ? CJ_NEW : CJ_OLD;

    cj_report_text(r->arena, r->report, side ? CJ_GOOD_LEVEL : CJ_FAIL_LEVEL,
                   cj_changing_says(r, side ? came : went,
                                    cj_map_where(r->arena, path[side], d->map[side], false),
                                    CJ_STR(""), CJ_STR("")));
}

cj_telling cj_changing_telling(const cj_changing *r, const cj_diff *d, const cj_str path[2])
{
    cj_telling t = cj_telling_of(r->arena, r->options, d, path);

    t.lang = r->lang;
    t.at = r->n_maps;
    return t;
}

/* ---- the whole ------------------------------------------------------------------------------------- */

static void add_lone_file(const cj_changing *r, const cj_compared *p)
{
    static const cj_text came = { "+ added file: {0}", "＋ 追加 ファイル: {0}" },
                         went = { "- removed file: {0}", "－ 削除 ファイル: {0}" };
    int side = p->path[CJ_NEW].n ? CJ_NEW : CJ_OLD;

    cj_report_heading(
        r->arena, r->report, 1,
        cj_changing_says(r, side ? came : went, p->path[side], CJ_STR(""), CJ_STR("")))
        ->level = side ? CJ_GOOD_LEVEL : CJ_FAIL_LEVEL;
}

/* Sheets of workbooks with several maps. */
static void add_map_head(const cj_changing *r, const cj_compared *p, const cj_diff *d)
{
    cj_str old = cj_map_where(r->arena, p->path[CJ_OLD], d->map[CJ_OLD], false),
           now = cj_map_where(r->arena, p->path[CJ_NEW], d->map[CJ_NEW], false);

    cj_report_heading(r->arena, r->report, 2,
                      cj_str_fmt(r->arena, CJ_FMT " → " CJ_FMT, CJ_ARG(old), CJ_ARG(now)));
}

void cj_changing_file(cj_changing *r, const cj_compared *p, cj_tell_fn tell)
{
    size_t i;

    if (p->error)
        return;
    if (!p->diffs) {
        add_lone_file(r, p);
        return;
    }
    r->files = cj_str_fmt(r->arena, CJ_FMT " → " CJ_FMT, CJ_ARG(p->path[CJ_OLD]),
                          CJ_ARG(p->path[CJ_NEW]));
    if (!r->bare)
        cj_report_heading(r->arena, r->report, 1, r->files);
    for (i = 0; i < p->diffs->n; i++) {
        const cj_diff *d = &p->diffs->diff[i];
        cj_telling t;

        if (!cj_diff_paired(d)) {
            add_lone_map(r, d, p->path);
            continue;
        }
        if (p->diffs->n > 1 && !r->bare)
            add_map_head(r, p, d);
        t = cj_changing_telling(r, d, p->path);
        tell(r, &t, p->diffs->n > 1 ? 3 : 2);
        r->n_maps++;
    }
}

cj_changing cj_changing_start(cj_arena *arena, const cj_changes_options *options,
                              const cj_compared *pair, size_t n)
{
    cj_changing r = { .arena = arena, .options = options };

    r.lang = cj_changes_lang(options, pair, n);
    r.report = cj_report_new(arena, r.lang);
    cj_changes_facts(arena, r.report->facts, options, pair, n);
    return r;
}

static void tell_list(cj_changing *r, const cj_telling *t, unsigned depth)
{
    cj_changing_head(r, t->diff);
    cj_change_list(t, r->report, depth);
}

cj_report *cj_changes_report(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n)
{
    cj_changing r = cj_changing_start(arena, options, pair, n);
    size_t i;

    for (i = 0; i < n; i++)
        cj_changing_file(&r, &pair[i], tell_list);
    return r.report;
}

static void tell_page(cj_changing *r, const cj_telling *t, unsigned depth)
{
    static const cj_text changes = { "What changed", "変更点" },
                         map = { "Map with its changes", "マップ（変更表示）" };
    cj_telling linked = *t;

    linked.anchors = true;
    cj_changing_head(r, t->diff);
    cj_report_heading(r->arena, r->report, depth, cj_str_of(cj_text_in(map, r->lang)))
        ->quoted = t->diff->map[CJ_NEW]->lang;
    cj_change_map(&linked, r->report);
    cj_report_heading(r->arena, r->report, depth, cj_str_of(cj_text_in(changes, r->lang)));
    cj_change_list(&linked, r->report, depth + 1);
}

/* The comparison as it is told to others. */
static cj_compared public_pair(const cj_compared *p)
{
    cj_compared told = *p;
    int side;

    for (side = 0; side < 2; side++)
        told.path[side] = cj_place_file(p->path[side]);
    return told;
}

cj_report *cj_changes_page(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n)
{
    cj_changing r = cj_changing_start(arena, options, pair, n);
    size_t i;

    r.shared = true;
    for (i = 0; i < n; i++) {
        cj_compared told = public_pair(&pair[i]);
        cj_block *last = r.report->last;

        cj_changing_file(&r, &told, tell_page);
        last = last ? last->next : r.report->first;
        if (last)
            last->page = true;
    }
    if (n)
        r.report->title = r.report->first ? r.report->first->text : pair->path[CJ_NEW];
    return r.report;
}

/* A sheet of changes and a sheet of the map; of several maps one after the other. */
static void tell_sheets(cj_changing *r, const cj_telling *t, unsigned depth)
{
    static const cj_text changes = { "Changes", "変更点" },
                         map = { "Map with changes", "マップ（変更表示）" };
    cj_telling linked = *t;
    cj_block *head;

    (void)depth;
    linked.anchors = true;
    head =
        cj_report_heading(r->arena, r->report, 1, cj_str_of(cj_text_in(changes, r->lang)));
    head->page = true;
    cj_report_text(r->arena, r->report, CJ_PLAIN, r->files);
    cj_changing_head(r, t->diff);
    cj_change_table(&linked, r->report);
    head = cj_report_heading(r->arena, r->report, 1, cj_str_of(cj_text_in(map, r->lang)));
    head->page = true;
    head->quoted = t->diff->map[CJ_NEW]->lang;
    cj_change_map(&linked, r->report);
}

cj_report *cj_changes_sheets(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n)
{
    cj_changing r = cj_changing_start(arena, options, pair, n);
    size_t i;

    r.bare = r.shared = true;
    for (i = 0; i < n; i++) {
        cj_compared told = public_pair(&pair[i]);

        cj_changing_file(&r, &told, tell_sheets);
    }
    return r.report;
}
