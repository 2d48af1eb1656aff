/* changes_head.c - what stands over the changes of two maps: which they are, and what it adds up to. */
#include "report/changes.h"
#include "base/utf8.h"

static const cj_map *any_map(const cj_diff *d)
{
    return d->map[CJ_NEW] ? d->map[CJ_NEW] : d->map[CJ_OLD];
}

bool cj_diff_paired(const cj_diff *d)
{
    return d->map[CJ_OLD] && d->map[CJ_NEW];
}

cj_str cj_change_says(cj_arena *arena, cj_lang lang, cj_text words, cj_str a, cj_str b,
                      cj_str c)
{
    cj_err err = { CJ_OK, { { "", 0 }, { "", 0 }, 0, 0 }, words, { a, b, c }, NULL };

    return cj_err_says(arena, &err, lang);
}

cj_str cj_changing_says(const cj_changing *r, cj_text words, cj_str a, cj_str b, cj_str c)
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

            count += cj_diff_paired(d) ? count_in(options, d) : 1;
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
    return cj_changing_says(
        r, span, iso(r->arena, from), iso(r->arena, to),
        cj_changing_says(r, days,
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
        cj_report_text(r->arena, r->report, CJ_PLAIN,
                       cj_changing_says(r, map, title, versions, days));
}

static void add_counts(const cj_changing *r, const cj_diff *d)
{
    static const cj_text line = { "Changes: {0}", "変更: {0}" };
    static const cj_text wording = { "Only written another way: {0}",
                                     "表記だけの違い: {0}件" };
    static const cj_text hidden = {
        "Only written another way, not listed: {0} (--all lists them)",
        "表記だけの違い: {0}件（--all で一覧に含めます）"
    };
    cj_change_sums sums = cj_change_sums_of(r->arena, r->options, d);
    size_t n = sums.kind[CJ_WORDING] + sums.phases[CJ_WORDING];

    if (sums.all)
        cj_report_text(r->arena, r->report, CJ_PLAIN,
                       cj_changing_says(r, line,
                                        cj_change_sums_say(r->arena, &sums, r->lang),
                                        CJ_STR(""), CJ_STR("")));
    if (n)
        cj_report_text(r->arena, r->report, CJ_NOTE_LEVEL,
                       cj_changing_says(r, r->options->all || r->shared ? wording : hidden,
                                        cj_str_fmt(r->arena, "%zu", n), CJ_STR(""),
                                        CJ_STR("")));
}

void cj_changing_head(const cj_changing *r, const cj_diff *diff)
{
    add_subject(r, diff);
    add_counts(r, diff);
}
