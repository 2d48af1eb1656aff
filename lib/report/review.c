/* review.c - the review pack: its sections in the order of the meeting, for each map of the file. */
#include "report/review.h"
#include "report/places.h"
#include <cj/redact.h>
#include "report/changes.h"
#include "base/utf8.h"

/* ---- what the sections share -------------------------------------------------------------------------- */

cj_str cj_review_says(const cj_review *r, cj_text says, cj_str a, cj_str b, cj_str c)
{
    return cj_change_says(r->arena, r->lang, says, a, b, c);
}

cj_str cj_review_count(const cj_review *r, size_t n)
{
    return cj_str_fmt(r->arena, "%zu", n);
}

void cj_review_heading(const cj_review *r, cj_text title, bool page)
{
    cj_report_heading(r->arena, r->report, 2, cj_str_of(cj_text_in(title, r->lang)))->page =
        page;
}

void cj_review_note(const cj_review *r, cj_text says)
{
    cj_report_text(r->arena, r->report, CJ_NOTE_LEVEL,
                   cj_str_of(cj_text_in(says, r->lang)));
}

void cj_review_none(const cj_review *r)
{
    static const cj_text none = { "None.", "なし" };

    cj_report_text(r->arena, r->report, CJ_PLAIN, cj_str_of(cj_text_in(none, r->lang)));
}

cj_str cj_review_date(const cj_review *r, cj_date d)
{
    if (!d.year)
        return CJ_STR("");
    return cj_str_fmt(r->arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

cj_str cj_review_version_name(const cj_review *r, size_t v)
{
    cj_str version = r->map[v]->meta[CJ_META_VERSION].text;

    return version.n ? version : r->path[v];
}

cj_str cj_review_field(const cj_section *section, const cj_record *record, const char *name)
{
    const cj_field *f = cj_record_field(section, record, name);

    return f ? cj_utf8_trim(f->text) : CJ_STR("");
}

cj_str cj_review_phase(const cj_map *map, int phase)
{
    return phase >= 0 ? map->phases[phase].name : CJ_STR("");
}

cj_str cj_review_element(const cj_review *r, const cj_map *map, const cj_cell *cell)
{
    const cj_element *e = &map->elements[cell->element];

    return e->label.n ? cj_utf8_joined(r->arena, e->label)
                      : cj_str_of(cj_elem_label(e->elem, r->lang));
}

cj_str cj_review_place(const cj_review *r, const cj_map *map, cj_span at)
{
    char ref[CJ_REF_MAX];

    if (!at.row)
        return CJ_STR("");
    cj_ref(ref, at.row, at.col);
    if (at.sheet == map->sheet)
        return cj_str_fmt(r->arena, "%s", ref);
    return cj_str_fmt(r->arena, CJ_FMT "!%s", CJ_ARG(map->book->sheets[at.sheet].name),
                      ref);
}

const cj_cell *cj_review_cell_in(const cj_review *r, size_t v, const cj_cell *cell)
{
    const cj_diff *d = r->diff[v];
    int e = d->element_of[CJ_NEW][cell->element], p = d->phase_of[CJ_NEW][cell->phase];

    return e >= 0 && p >= 0 ? &r->map[v]->elements[e].cells[p] : NULL;
}

/* ---- versions ----------------------------------------------------------------------------------------------- */

/* The day on which a version was reviewed, else changed, else made. */
static cj_date date_of(const cj_map *m)
{
    static const cj_meta_id fields[] = { CJ_META_LAST_REVIEW, CJ_META_UPDATED,
                                         CJ_META_CREATED };
    unsigned start = m->fiscal_start ? m->fiscal_start : 1;
    cj_when when;
    size_t i;

    if (cj_when_parse(m->meta[CJ_META_LAST_REVIEW].text, start, &when))
        return when.to;
    for (i = m->n_history; i-- > 0;)
        if (m->history[i].date.grain &&
            cj_str_eq(m->history[i].version, m->meta[CJ_META_VERSION].text))
            return m->history[i].date.to;
    for (i = 1; i < sizeof fields / sizeof *fields; i++)
        if (cj_when_parse(m->meta[fields[i]].text, start, &when))
            return when.to;
    return (cj_date){ 0, 0, 0 };
}

/* 1.10 is newer than 1.9; 0: nobody can tell. */
static int by_version(cj_str a, cj_str b)
{
    while (a.n && b.n) {
        size_t i = 0, j = 0;
        unsigned long x = 0, y = 0;

        for (; i < a.n && a.p[i] >= '0' && a.p[i] <= '9' && x < 100000; i++)
            x = x * 10 + (unsigned long)(a.p[i] - '0');
        for (; j < b.n && b.p[j] >= '0' && b.p[j] <= '9' && y < 100000; j++)
            y = y * 10 + (unsigned long)(b.p[j] - '0');
        if (!i || !j)
            return 0;
        if (x != y)
            return x < y ? -1 : 1;
        a = cj_str_from(a, i + 1);
        b = cj_str_from(b, j + 1);
    }
    return 0;
}

bool cj_review_disorder(const cj_review_version *version, size_t n, size_t *at)
{
    size_t i;

    for (i = 1; i < n; i++) {
        const cj_map *a, *b;
        cj_date x, y;

        if (!version[i - 1].maps->n || !version[i].maps->n)
            continue;
        a = &version[i - 1].maps->map[0];
        b = &version[i].maps->map[0];
        x = date_of(a);
        y = date_of(b);
        *at = i;
        if (x.year && y.year && cj_date_days(x) > cj_date_days(y))
            return true;
        if (by_version(a->meta[CJ_META_VERSION].text, b->meta[CJ_META_VERSION].text) > 0)
            return true;
    }
    return false;
}

static void add_version(cj_review *r, const cj_map *map, cj_str path)
{
    size_t v = r->n++;

    r->map[v] = map;
    r->path[v] = cj_place_file(path);
    r->date[v] = date_of(map);
}

/* What the map was in an earlier file; NULL: not there. */
static const cj_map *partner(cj_arena *arena, const cj_maps *old, const cj_maps *now,
                             const cj_map *map)
{
    cj_diffs diffs;
    size_t i;

    cj_diff_books(arena, old, now, &diffs);
    for (i = 0; i < diffs.n; i++)
        if (diffs.diff[i].map[CJ_NEW] == map)
            return diffs.diff[i].map[CJ_OLD];
    return NULL;
}

static void gather(cj_review *r, const cj_review_version *version, size_t n,
                   const cj_map *map)
{
    size_t v;

    r->map = CJ_NEW_N(r->arena, const cj_map *, n);
    r->path = CJ_NEW_N(r->arena, cj_str, n);
    r->date = CJ_NEW_N(r->arena, cj_date, n);
    for (v = 0; v + 1 < n; v++) {
        const cj_map *was = partner(r->arena, version[v].maps, version[n - 1].maps, map);

        if (was)
            add_version(r, was, version[v].path);
    }
    add_version(r, map, version[n - 1].path);
    r->now = map;
    r->old = r->n > 1 ? r->map[r->n - 2] : NULL;
}

static const cj_diff *compare(cj_arena *arena, const cj_map *old, const cj_map *now)
{
    cj_diff *out = CJ_NEW(arena, cj_diff);

    cj_diff_maps(arena, old, now, out);
    return out;
}

static void compare_all(cj_review *r)
{
    size_t v;

    r->diff = CJ_NEW_N(r->arena, const cj_diff *, r->n);
    r->step = CJ_NEW_N(r->arena, const cj_diff *, r->n);
    for (v = 0; v + 1 < r->n; v++) {
        r->diff[v] = compare(r->arena, r->map[v], r->now);
        r->step[v] =
            v + 2 == r->n ? r->diff[v] : compare(r->arena, r->map[v], r->map[v + 1]);
    }
}

/* ---- facts ----------------------------------------------------------------------------------------------------- */

static void put_text(const cj_review *r, cj_fact *into, const char *key, cj_str text)
{
    if (text.n)
        cj_fact_add_text(r->arena, into, key, text);
    else
        cj_fact_add_null(r->arena, into, key);
}

static void put_versions(const cj_review *r)
{
    cj_fact *list = cj_fact_add_list(r->arena, r->facts, "versions");
    size_t v;

    for (v = 0; v < r->n; v++) {
        cj_fact *f = cj_fact_add_object(r->arena, list, NULL);

        put_text(r, f, "file", r->path[v]);
        put_text(r, f, "version", r->map[v]->meta[CJ_META_VERSION].text);
        put_text(r, f, "date", cj_review_date(r, r->date[v]));
        if (v && r->date[v].year && r->date[v - 1].year)
            cj_fact_add_integer(r->arena, f, "days",
                                cj_date_days(r->date[v]) - cj_date_days(r->date[v - 1]));
        else
            cj_fact_add_null(r->arena, f, "days");
    }
}

static void put_quarter(const cj_review *r)
{
    const cj_span_of_time *q = &r->quarter[2];
    cj_fact *f;

    if (!q->when.grain) {
        cj_fact_add_null(r->arena, r->facts, "quarter");
        return;
    }
    f = cj_fact_add_object(r->arena, r->facts, "quarter");
    cj_fact_add_text(r->arena, f, "label", q->label);
    cj_fact_add_text(r->arena, f, "from", cj_review_date(r, q->when.from));
    cj_fact_add_text(r->arena, f, "to", cj_review_date(r, q->when.to));
    cj_fact_add_text(r->arena, f, "says", cj_review_period_says(r, q));
    put_text(r, f, "previous",
             r->quarter[1].when.grain ? cj_review_period_says(r, &r->quarter[1])
                                      : CJ_STR(""));
    put_text(r, f, "before",
             r->quarter[0].when.grain ? cj_review_period_says(r, &r->quarter[0])
                                      : CJ_STR(""));
}

/* ---- one map ------------------------------------------------------------------------------------------------------ */

static void judge(cj_review *r)
{
    cj_lint_options options = { .profile = CJ_OPERATIONAL,
                                .today = r->options->today,
                                .config = r->options->config };

    cj_lint_run(r->arena, r->now, &options, &r->judged);
    cj_review_periods(r);
    cj_review_kpis_read(r);
    cj_review_doubts_read(r);
    cj_review_decide(r);
}

static void put_title(const cj_review *r, bool several)
{
    cj_str title = cj_utf8_joined(r->arena, r->now->meta[CJ_META_TITLE].text);

    put_text(r, r->facts, "title", title);
    if (several)
        cj_report_heading(r->arena, r->report, 1,
                          title.n ? title : r->now->book->sheets[r->now->sheet].name)
            ->page = true;
}

static void put_map(cj_review *r, bool several)
{
    put_title(r, several);
    put_versions(r);
    put_quarter(r);
    cj_review_summary(r);
    cj_review_decisions(r);
    cj_review_kpis(r);
    cj_review_actions(r);
    if (r->old)
        cj_review_changes(r);
    cj_review_evidence(r);
    if (r->old)
        cj_review_lint(r);
    cj_review_standing(r);
    cj_review_homework(r);
    cj_review_checklist(r);
    if (r->old)
        cj_review_history(r);
}

/* ---- the report ----------------------------------------------------------------------------------------------------- */

cj_rc cj_review_check(const cj_review_options *options, cj_err *err)
{
    static const cj_text bad = {
        "--quarter cannot be \"{0}\"; write a period as 2025Q3",
        "--quarter に「{0}」は指定できません。期間は 2025Q3 の形で書いてください。"
    };
    cj_when when;

    if (!options->quarter.p ||
        (cj_when_parse(options->quarter, 1, &when) && when.grain != CJ_GRAIN_DAY))
        return CJ_OK;
    return cj_fail(err, CJ_EUSAGE, bad, options->quarter, cj_str_of(NULL));
}

static cj_report *begin(cj_arena *arena, const cj_review_options *options,
                        const cj_review_version *version, size_t n, cj_lang lang)
{
    static const cj_text title = { "Review report", "変更レポート" };
    cj_report *report = cj_report_new(arena, lang);
    cj_date d = options->today;
    cj_fact *files;
    size_t i;

    report->upright = true;
    report->title = cj_str_of(cj_text_in(title, lang));
    cj_report_heading(arena, report, 1, report->title)->page = true;
    cj_fact_add_integer(arena, report->facts, "format", 1);
    cj_fact_add_text(arena, report->facts, "today",
                     cj_str_fmt(arena, "%04d-%02d-%02d", d.year, d.month, d.day));
    files = cj_fact_add_list(arena, report->facts, "files");
    for (i = 0; i < n; i++)
        cj_fact_add_text(arena, files, NULL, version[i].path);
    return report;
}

/* Which maps there are, where each has a part of its own. */
static void list_maps(cj_arena *arena, cj_report *report, const cj_maps *now)
{
    cj_block *list;
    size_t i;

    if (now->n < 2)
        return;
    list = cj_report_list(arena, report, now->n);
    for (i = 0; i < now->n; i++) {
        cj_str title = now->map[i].meta[CJ_META_TITLE].text;

        list->entry[i] = cj_utf8_joined(
            arena, title.n ? title : now->map[i].book->sheets[now->map[i].sheet].name);
    }
}

cj_report *cj_review_report(cj_arena *arena, const cj_review_options *options,
                            const cj_review_version *version, size_t n)
{
    const cj_maps *now = version[n - 1].maps;
    cj_lang lang = options->lang ? options->lang : now->map[0].lang;
    cj_report *report = begin(arena, options, version, n, lang);
    cj_fact *maps = cj_fact_add_list(arena, report->facts, "maps");
    size_t i;

    list_maps(arena, report, now);
    for (i = 0; i < now->n; i++) {
        cj_review *r = CJ_NEW(arena, cj_review);

        r->arena = arena;
        r->report = report;
        r->options = options;
        r->lang = lang;
        r->at = i;
        r->facts = cj_fact_add_object(arena, maps, NULL);
        gather(r, version, n, &now->map[i]);
        compare_all(r);
        judge(r);
        put_map(r, now->n > 1);
    }
    if (options->redact)
        cj_report_redact(arena, report, now);
    return report;
}
