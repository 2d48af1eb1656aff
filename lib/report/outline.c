/* outline.c - a map drawn for people: metadata, the grid, how it was read, what is left over. */
#include "report/outline.h"
#include "base/buf.h"
#include "base/utf8.h"

#define FEW 10u     /* texts outside the map that are shown without --verbose */
#define EXCERPT 60u /* columns of each */

typedef struct drawing {
    cj_arena *arena;
    cj_report *report;
    const cj_map *map;
    cj_lang lang;
    bool verbose;
} drawing;

/* Our words with {0} {1} {2} filled in. */
static cj_str fill(const drawing *d, cj_text says, cj_str a, cj_str b, cj_str c)
{
    cj_err words = { CJ_OK, { { "", 0 }, { "", 0 }, 0, 0 }, says, { a, b, c }, NULL };

    return cj_err_says(d->arena, &words, d->lang);
}

static cj_str count(const drawing *d, size_t n)
{
    return cj_str_fmt(d->arena, "%zu", n);
}

static void add_heading(const drawing *d, cj_text title)
{
    cj_report_heading(d->arena, d->report, 2, cj_str_of(cj_text_in(title, d->lang)));
}

static void add_title(const drawing *d, cj_str path)
{
    static const cj_text across = {
        "phases: {0}, elements: {1}; the phases stand side by side",
        "フェーズ数 {0}、項目数 {1}（フェーズは横に並んでいます）"
    };
    static const cj_text down = {
        "phases: {0}, elements: {1}; the phases stand below each other",
        "フェーズ数 {0}、項目数 {1}（フェーズは縦に並んでいます）"
    };

    cj_report_heading(d->arena, d->report, 1, cj_map_where(d->arena, path, d->map, false));
    cj_report_text(d->arena, d->report, CJ_PLAIN,
                   fill(d, d->map->orient == CJ_PHASES_DOWN ? down : across,
                        count(d, d->map->n_phases), count(d, d->map->n_elements),
                        cj_str_of("")));
}

static void add_meta(const drawing *d)
{
    size_t n = 0, i;
    cj_table *t;

    for (i = 0; i < CJ_N_META; i++)
        n += d->map->meta[i].text.n > 0;
    if (!n)
        return;
    t = cj_report_table(d->arena, d->report, n, 2);
    t->plain = true;
    for (i = n = 0; i < CJ_N_META; i++) {
        const cj_meta *m = &d->map->meta[i];

        if (!m->text.n)
            continue;
        t->cell[n++] =
            m->label.n ? m->label : cj_str_of(cj_meta_label((cj_meta_id)i, d->lang));
        t->cell[n++] = m->text;
    }
}

static void add_grid(const drawing *d)
{
    const cj_map *m = d->map;
    cj_table *t = cj_report_table(d->arena, d->report, m->n_elements + 1, m->n_phases + 1);
    size_t cols = m->n_phases + 1, i, j;

    t->header_row = t->header_col = true;
    for (j = 0; j < m->n_phases; j++)
        t->cell[j + 1] = m->phases[j].name;
    for (i = 0; i < m->n_elements; i++) {
        t->cell[(i + 1) * cols] = m->elements[i].label;
        for (j = 0; j < m->n_phases; j++)
            t->cell[(i + 1) * cols + j + 1] = m->elements[i].cells[j].text;
    }
}

/* What a label that is no plain vocabulary word was taken for; empty for one that is. */
static cj_str reading(const drawing *d, const cj_element *e)
{
    static const cj_text says[] = {
        [CJ_READ_EXACT] = { "", "" },
        [CJ_READ_CONTAINED] = { "{0} \"{1}\" was read as \"{2}\"",
                                "{0}「{1}」は「{2}」と読みました" },
        [CJ_READ_BY_RULE] = { "{0} \"{1}\" was read as \"{2}\", by what stands around it",
                              "{0}「{1}」は前後の項目から「{2}」と読みました" },
        [CJ_READ_GUESSED] = { "{0} \"{1}\" was read as \"{2}\"; this is a guess",
                              "{0}「{1}」は「{2}」と推定して読みました" },
        [CJ_READ_CUSTOM] = { "{0} \"{1}\" is no standard element and is kept as it is",
                             "{0}「{1}」は独自の項目としてそのまま残します" },
    };

    static const cj_text nameless = {
        "{0}, which has no label, was read as \"{2}\", by what stands around it",
        "{0}（項目名なし）は前後の項目から「{2}」と読みました"
    };

    return fill(d, e->label.n ? says[e->reading] : nameless,
                cj_outline_ref(d->arena, d->map, e->at), cj_utf8_joined(d->arena, e->label),
                cj_str_of(cj_elem_label(e->elem, d->lang)));
}

static void add_readings(const drawing *d)
{
    static const cj_text title = { "How labels were read", "項目名の読み取り" };
    const cj_map *m = d->map;
    size_t n = 0, i;
    cj_block *list;

    for (i = 0; i < m->n_elements; i++)
        n += m->elements[i].reading != CJ_READ_EXACT;
    if (!n)
        return;
    add_heading(d, title);
    list = cj_report_list(d->arena, d->report, n);
    for (i = n = 0; i < m->n_elements; i++)
        if (m->elements[i].reading != CJ_READ_EXACT)
            list->entry[n++] = reading(d, &m->elements[i]);
}

static bool converted(const drawing *d, const cj_phase *p)
{
    cj_str from = cj_str_fmt(d->arena, "%ld", p->period.from);
    cj_str to = cj_str_fmt(d->arena, "%ld", p->period.to);
    cj_str text = cj_utf8_nfkc(d->arena, p->period_text);

    return (p->period.has_from && !cj_str_has(text, from)) ||
           (p->period.has_to && !cj_str_has(text, to));
}

static cj_str days(const drawing *d, const cj_phase *p)
{
    static const cj_text says[] = {
        { "", "" },
        { "{0}: from day {1} after the contract", "{0}：契約後{1}日から" },
        { "{0}: until day {2} after the contract", "{0}：契約後{2}日まで" },
        { "{0}: day {1} to {2} after the contract", "{0}：契約後{1}〜{2}日" },
    };
    cj_str from = cj_str_fmt(d->arena, "%ld", p->period.from);
    cj_str to = cj_str_fmt(d->arena, "%ld", p->period.to);

    return fill(d, says[p->period.has_from + 2 * p->period.has_to],
                cj_utf8_joined(d->arena, p->name), from, to);
}

/* Months and weeks as the days that they were taken for. */
static void add_periods(const drawing *d)
{
    static const cj_text title = { "Periods in days", "期間の読み取り" };
    const cj_map *m = d->map;
    size_t n = 0, i;
    cj_block *list;
    bool any = false;

    for (i = 0; i < m->n_phases; i++) {
        n += m->phases[i].period.has_from || m->phases[i].period.has_to;
        any = any || converted(d, &m->phases[i]);
    }
    if (!any)
        return;
    add_heading(d, title);
    list = cj_report_list(d->arena, d->report, n);
    for (i = n = 0; i < m->n_phases; i++)
        if (m->phases[i].period.has_from || m->phases[i].period.has_to)
            list->entry[n++] = days(d, &m->phases[i]);
}

static cj_str steps_of(const drawing *d, const cj_phase *p)
{
    static const cj_text says = { "{0}: {1}", "{0}：{1}" };
    const char *between = d->lang == CJ_JA ? "、" : ", ";
    size_t i;
    cj_buf b;

    cj_buf_init(&b, d->arena);
    for (i = 0; i < p->n_steps; i++) {
        cj_buf_z(&b, i ? between : "");
        cj_buf_add(&b, cj_utf8_joined(d->arena, p->steps[i].name));
    }
    return fill(d, says, cj_utf8_joined(d->arena, p->name), cj_buf_str(&b), cj_str_of(""));
}

/* The table shows the phases only; the headers below them are told here. */
static void add_steps(const drawing *d)
{
    static const cj_text title = { "Steps inside the phases", "フェーズの中のステップ" };
    const cj_map *m = d->map;
    size_t n = 0, i;
    cj_block *list;

    for (i = 0; i < m->n_phases; i++)
        n += m->phases[i].n_steps > 0;
    if (!n)
        return;
    add_heading(d, title);
    list = cj_report_list(d->arena, d->report, n);
    for (i = n = 0; i < m->n_phases; i++)
        if (m->phases[i].n_steps)
            list->entry[n++] = steps_of(d, &m->phases[i]);
}

static void add_section(const drawing *d, const cj_section *s)
{
    cj_table *t;
    size_t i, j;

    if (!s->n_records || !s->n_columns)
        return;
    cj_report_heading(d->arena, d->report, 2, s->title);
    t = cj_report_table(d->arena, d->report, s->n_records + 1, s->n_columns);
    t->header_row = t->header_col = true;
    for (j = 0; j < s->n_columns; j++)
        t->cell[j] = s->columns[j].label;
    for (i = 0; i < s->n_records; i++)
        for (j = 0; j < s->n_columns; j++)
            t->cell[(i + 1) * s->n_columns + j] = s->records[i].cell[j].text;
}

static cj_str placed(const drawing *d, cj_span at, cj_str text)
{
    cj_str ref = cj_outline_ref(d->arena, d->map, at);

    if (!d->verbose)
        text = cj_utf8_excerpt(d->arena, text, EXCERPT);
    return cj_str_fmt(d->arena, CJ_FMT "  " CJ_FMT, CJ_ARG(ref), CJ_ARG(text));
}

static void add_notes(const drawing *d)
{
    static const cj_text title = { "Comments", "コメント・メモ" };
    const cj_sheet *s = &d->map->book->sheets[d->map->sheet];
    cj_block *list;
    size_t i;

    if (!s->n_notes)
        return;
    add_heading(d, title);
    list = cj_report_list(d->arena, d->report, s->n_notes);
    for (i = 0; i < s->n_notes; i++) {
        cj_span at = { d->map->sheet, s->notes[i].row, s->notes[i].col, 0, 0 };

        list->entry[i] = placed(d, at, s->notes[i].text);
    }
}

static void add_leftover(const drawing *d)
{
    static const cj_text title = { "Outside the map", "表の外の文字" };
    static const cj_text more = { "{0} more cells; --verbose shows them all",
                                  "ほか {0} セル（--verbose ですべて表示します）" };
    size_t n = d->map->n_leftover, shown = d->verbose || n <= FEW ? n : FEW, i;
    cj_left left = { 0, 0, 0 };
    cj_block *list;
    cj_leaf leaf;

    if (!n)
        return;
    add_heading(d, title);
    list = cj_report_list(d->arena, d->report, shown);
    for (i = 0; i < shown && cj_left_next(d->arena, d->map, &left, &leaf); i++)
        list->entry[i] = placed(d, leaf.at, leaf.text);
    if (shown < n)
        cj_report_text(d->arena, d->report, CJ_PLAIN,
                       fill(d, more, count(d, n - shown), cj_str_of(""), cj_str_of("")));
}

void cj_outline_blocks(cj_arena *arena, cj_report *report,
                       const cj_outline_options *options, cj_str path, const cj_map *map)
{
    const drawing d = { arena, report, map,
                        options->lang == CJ_LANG_AUTO ? map->lang : options->lang,
                        options->verbose };
    size_t i;

    add_title(&d, path);
    add_meta(&d);
    add_grid(&d);
    add_steps(&d);
    add_readings(&d);
    add_periods(&d);
    for (i = 0; i < map->n_sections; i++)
        add_section(&d, &map->sections[i]);
    add_notes(&d);
    add_leftover(&d);
}

/* ---- the file ------------------------------------------------------------------------------------ */

/* Whether anything of that sheet has a place in one of the maps. */
static bool read_from(const cj_maps *maps, unsigned sheet)
{
    size_t i, leaf;

    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];

        if (m->sheet == sheet)
            return true;
        for (leaf = 0; leaf < m->n_leaves; leaf++)
            if (m->leaves[leaf].at.sheet == sheet)
                return true;
    }
    return false;
}

/* Nobody shall think that a sheet was checked because its file was. */
void cj_outline_other_sheets(cj_arena *arena, cj_report *report,
                             const cj_outline_options *options, const cj_maps *maps)
{
    static const cj_text title = { "Sheets that were not read", "読み込んでいないシート" };
    static const cj_text hidden = { "{0} (hidden)", "{0}（非表示）" };
    const drawing d = { arena, report, &maps->map[0], report->lang, options->verbose };
    const cj_book *book = maps->map[0].book;
    cj_block *list;
    size_t n = 0, i;

    for (i = 0; i < book->n_sheets; i++)
        n += book->sheets[i].n_cells && !read_from(maps, (unsigned)i);
    if (!n)
        return;
    add_heading(&d, title);
    list = cj_report_list(arena, report, n);
    for (i = n = 0; i < book->n_sheets; i++) {
        const cj_sheet *s = &book->sheets[i];

        if (!s->n_cells || read_from(maps, (unsigned)i))
            continue;
        list->entry[n++] = s->state == CJ_VISIBLE
                               ? s->name
                               : fill(&d, hidden, s->name, cj_str_of(""), cj_str_of(""));
    }
}

cj_report *cj_outline_report(cj_arena *arena, const cj_outline_options *options,
                             cj_str path, const cj_maps *maps)
{
    cj_lang lang = options->lang == CJ_LANG_AUTO ? maps->map[0].lang : options->lang;
    cj_report *r = cj_report_new(arena, lang);
    cj_fact *more;
    size_t i;

    cj_fact_add_integer(arena, r->facts, "format", 1);
    cj_fact_add_text(arena, r->facts, "file", path);
    cj_outline_facts(arena, r->facts, &maps->map[0], lang);
    more = cj_fact_add_list(arena, r->facts, "more_maps");
    for (i = 1; i < maps->n; i++)
        cj_outline_facts(arena, cj_fact_add_object(arena, more, NULL), &maps->map[i], lang);
    for (i = 0; i < maps->n; i++)
        cj_outline_blocks(arena, r, options, path, &maps->map[i]);
    cj_outline_other_sheets(arena, r, options, maps);
    return r;
}
