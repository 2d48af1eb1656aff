/* changes.c - what changed between maps, as reports: files, maps, and the parts of each comparison. */
#include "report/changes.h"
#include "report/outline.h"
#include "base/utf8.h"

typedef struct cj_changing {
    cj_arena *arena;
    const cj_changes_options *options;
    cj_report *report;
    cj_lang lang;
    size_t n_maps; /* told so far */
    bool bare;     /* files and maps have no headings of their own */
    cj_str files;  /* "old.csv → new.csv" */
} cj_changing;

static const cj_map *any_map(const cj_diff *d)
{
    return d->map[CJ_NEW] ? d->map[CJ_NEW] : d->map[CJ_OLD];
}

static bool both(const cj_diff *d)
{
    return d->map[CJ_OLD] && d->map[CJ_NEW];
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

cj_str cj_change_says(cj_arena *arena, cj_lang lang, cj_text words, cj_str a, cj_str b,
                      cj_str c)
{
    cj_err err = { CJ_OK, { { "", 0 }, { "", 0 }, 0, 0 }, words, { a, b, c }, NULL };

    return cj_err_says(arena, &err, lang);
}

static cj_str says(const cj_changing *r, cj_text words, cj_str a, cj_str b, cj_str c)
{
    return cj_change_says(r->arena, r->lang, words, a, b, c);
}

/* ---- counting ------------------------------------------------------------------------------------ */

static size_t count_in(const cj_changes_options *options, const cj_diff *d)
{
    size_t i, n = 0;

    for (i = 0; i < d->n; i++)
        n += cj_change_told(options, &d->change[i]);
    return n;
}

size_t cj_changes_count(const cj_changes_options *options, const cj_compared *pair,
                        size_t n)
{
    size_t i, j, count = 0;

    for (i = 0; i < n; i++) {
        count += !pair[i].error && !pair[i].diffs;
        for (j = 0; pair[i].diffs && j < pair[i].diffs->n; j++) {
            const cj_diff *d = &pair[i].diffs->diff[j];

            count += both(d) ? count_in(options, d) : 1;
        }
    }
    return count;
}

cj_str cj_changes_counts(cj_arena *arena, const cj_changes_options *options,
                         const cj_diff *diff)
{
    cj_change_sums sums = cj_change_sums_of(arena, options, diff);
    cj_lang lang = options->lang ? options->lang : any_map(diff)->lang;

    return cj_change_sums_say(arena, &sums, lang);
}

/* ---- one comparison --------------------------------------------------------------------------------- */

static cj_str day_of(const cj_map *m, cj_date *out)
{
    static const cj_meta_id ids[] = { CJ_META_UPDATED, CJ_META_LAST_REVIEW };
    size_t i;
    cj_when when;

    for (i = 0; i < sizeof ids / sizeof *ids; i++) {
        const cj_meta *meta = &m->meta[ids[i]];

        if (meta->text.n && cj_when_parse(meta->text, m->fiscal_start, &when) &&
            when.grain == CJ_GRAIN_DAY) {
            *out = when.from;
            return meta->text;
        }
    }
    return CJ_STR("");
}

static cj_str iso(cj_arena *arena, cj_date d)
{
    return cj_str_fmt(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* "（2025-06-27 → 2025-09-24、89日）" */
static cj_str days_say(const cj_changing *r, const cj_diff *d)
{
    static const cj_text span = { " ({0} → {1}, {2})", "（{0} → {1}、{2}）" },
                         days = { "{0} days", "{0}日" };
    cj_date from, to;

    if (!day_of(d->map[CJ_OLD], &from).n || !day_of(d->map[CJ_NEW], &to).n ||
        cj_date_days(from) == cj_date_days(to))
        return CJ_STR("");
    return says(r, span, iso(r->arena, from), iso(r->arena, to),
                says(r, days,
                     cj_str_fmt(r->arena, "%ld", cj_date_days(to) - cj_date_days(from)),
                     CJ_STR(""), CJ_STR("")));
}

/* "対象: レポートナビ 1.1 → 1.2（2025-06-27 → 2025-09-24、89日）" */
static void add_subject(const cj_changing *r, const cj_diff *d)
{
    static const cj_text map = { "Map: {0}{1}{2}", "対象: {0}{1}{2}" };
    const cj_map *old = d->map[CJ_OLD], *now = d->map[CJ_NEW];
    cj_str title = cj_utf8_joined(r->arena, now->meta[CJ_META_TITLE].text);
    cj_str was = old->meta[CJ_META_VERSION].text, is = now->meta[CJ_META_VERSION].text;
    cj_str versions = { "", 0 }, days = days_say(r, d);

    if (!cj_str_eq(was, is))
        versions = cj_str_fmt(r->arena, "%s" CJ_FMT " → " CJ_FMT, title.n ? " " : "",
                              CJ_ARG(was.n ? cj_utf8_joined(r->arena, was) : CJ_STR("–")),
                              CJ_ARG(is.n ? cj_utf8_joined(r->arena, is) : CJ_STR("–")));
    else if (is.n)
        versions = cj_str_fmt(r->arena, "%s" CJ_FMT, title.n ? " " : "",
                              CJ_ARG(cj_utf8_joined(r->arena, is)));
    if (title.n || versions.n || days.n)
        cj_report_text(r->arena, r->report, CJ_PLAIN, says(r, map, title, versions, days));
}

static void add_counts(const cj_changing *r, const cj_diff *d)
{
    static const cj_text line = { "Changes: {0}", "変更: {0}" };
    static const cj_text wording = { "only written another way: {0}",
                                     "表記だけの違い: {0}件" };
    static const cj_text hidden = {
        "only written another way, not listed: {0} (--all lists them)",
        "表記だけの違い: {0}件（--all で一覧に含めます）"
    };
    cj_change_sums sums = cj_change_sums_of(r->arena, r->options, d);
    size_t n = sums.kind[CJ_WORDING] + sums.phases[CJ_WORDING];

    if (sums.all)
        cj_report_text(r->arena, r->report, CJ_PLAIN,
                       says(r, line, cj_change_sums_say(r->arena, &sums, r->lang),
                            CJ_STR(""), CJ_STR("")));
    if (n)
        cj_report_text(r->arena, r->report, CJ_NOTE_LEVEL,
                       says(r, r->options->all ? wording : hidden,
                            cj_str_fmt(r->arena, "%zu", n), CJ_STR(""), CJ_STR("")));
}

/* A map that only one of the files has. */
static void add_lone_map(const cj_changing *r, const cj_diff *d, const cj_str path[2])
{
    static const cj_text came = { "+ added map: {0}", "＋ 追加 マップ: {0}" },
                         went = { "- removed map: {0}", "－ 削除 マップ: {0}" };
    int side = d->map[CJ_NEW] ? CJ_NEW : CJ_OLD;

    cj_report_text(r->arena, r->report, side ? CJ_GOOD_LEVEL : CJ_FAIL_LEVEL,
                   says(r, side ? came : went,
                        cj_map_where(r->arena, path[side], d->map[side], false), CJ_STR(""),
                        CJ_STR("")));
}

static cj_telling telling_of(const cj_changing *r, const cj_diff *d, const cj_str path[2])
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

    cj_report_heading(r->arena, r->report, 1,
                      says(r, side ? came : went, p->path[side], CJ_STR(""), CJ_STR("")))
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

/* What a report adds for two maps. */
typedef void (*cj_tell_fn)(cj_changing *r, const cj_telling *t, unsigned depth);

static void tell_file(cj_changing *r, const cj_compared *p, cj_tell_fn tell)
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

        if (!both(d)) {
            add_lone_map(r, d, p->path);
            continue;
        }
        if (p->diffs->n > 1 && !r->bare)
            add_map_head(r, p, d);
        t = telling_of(r, d, p->path);
        tell(r, &t, p->diffs->n > 1 ? 3 : 2);
        r->n_maps++;
    }
}

static cj_changing start(cj_arena *arena, const cj_changes_options *options,
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
    add_subject(r, t->diff);
    add_counts(r, t->diff);
    cj_change_list(t, r->report, depth);
}

cj_report *cj_changes_report(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n)
{
    cj_changing r = start(arena, options, pair, n);
    size_t i;

    for (i = 0; i < n; i++)
        tell_file(&r, &pair[i], tell_list);
    return r.report;
}

static void tell_page(cj_changing *r, const cj_telling *t, unsigned depth)
{
    static const cj_text changes = { "What changed", "変更点" },
                         map = { "Map with its changes", "マップ（変更表示）" };
    cj_telling linked = *t;

    linked.anchors = true;
    add_subject(r, t->diff);
    add_counts(r, t->diff);
    cj_report_heading(r->arena, r->report, depth, cj_str_of(cj_text_in(map, r->lang)))
        ->quoted = t->diff->map[CJ_NEW]->lang;
    cj_change_map(&linked, r->report);
    cj_report_heading(r->arena, r->report, depth, cj_str_of(cj_text_in(changes, r->lang)));
    cj_change_list(&linked, r->report, depth + 1);
}

/* Folders of the one who made the page are no business of those who read it. */
static cj_str below_folders(cj_str path)
{
    size_t from = path.n;

    while (from > 0 && path.p[from - 1] != '/')
        from--;
    return cj_str_from(path, from);
}

/* The comparison as it is told to others. */
static cj_compared public_pair(const cj_compared *p)
{
    cj_compared told = *p;
    int side;

    for (side = 0; side < 2; side++)
        told.path[side] = below_folders(p->path[side]);
    return told;
}

cj_report *cj_changes_page(cj_arena *arena, const cj_changes_options *options,
                           const cj_compared *pair, size_t n)
{
    cj_changing r = start(arena, options, pair, n);
    size_t i;

    for (i = 0; i < n; i++) {
        cj_compared told = public_pair(&pair[i]);
        cj_block *last = r.report->last;

        tell_file(&r, &told, tell_page);
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
    add_subject(r, t->diff);
    add_counts(r, t->diff);
    cj_change_table(&linked, r->report);
    head = cj_report_heading(r->arena, r->report, 1, cj_str_of(cj_text_in(map, r->lang)));
    head->page = true;
    head->quoted = t->diff->map[CJ_NEW]->lang;
    cj_change_map(&linked, r->report);
}

cj_report *cj_changes_sheets(cj_arena *arena, const cj_changes_options *options,
                             const cj_compared *pair, size_t n)
{
    cj_changing r = start(arena, options, pair, n);
    size_t i;

    r.bare = true;
    for (i = 0; i < n; i++) {
        cj_compared told = public_pair(&pair[i]);

        tell_file(&r, &told, tell_sheets);
    }
    return r.report;
}

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
    cj_changing r = start(arena, options, pair, n);
    size_t i;

    for (i = 0; i < n; i++)
        tell_file(&r, &pair[i], tell_stat);
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
             says(r, words[file][side], where, CJ_STR(""), CJ_STR("")))
        ->at.file = path;
}

cj_report *cj_changes_lines(cj_arena *arena, const cj_changes_options *options,
                            const cj_compared *pair, size_t n)
{
    cj_changing r = start(arena, options, pair, n);
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

            if (!both(d)) {
                lone_line(&r, false, side, p->path[side],
                          cj_map_where(arena, p->path[side], d->map[side], false));
                continue;
            }
            t = telling_of(&r, d, p->path);
            tell_lines(&r, &t);
        }
    }
    return r.report;
}
