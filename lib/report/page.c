/* page.c - maps as pages that a team prints or mails: who it is about, the map, what it rests on. */
#include "report/page.h"
#include "report/places.h"
#include "base/utf8.h"
#include <stdlib.h>

cj_str cj_leaflet_says(const cj_leaflet *l, cj_text says, cj_str a, cj_str b, cj_str c)
{
    cj_err words = { CJ_OK, { { "", 0 }, { "", 0 }, 0, 0 }, says, { a, b, c }, NULL };

    return cj_err_says(l->arena, &words, l->lang);
}

void cj_leaflet_heading(const cj_leaflet *l, cj_str title)
{
    cj_report_heading(l->arena, l->report, l->depth, cj_utf8_joined(l->arena, title));
}

static int by_number(const void *x, const void *y)
{
    const cj_evidence *a = *(const cj_evidence *const *)x,
                      *b = *(const cj_evidence *const *)y;

    return a->id != b->id ? (a->id < b->id ? -1 : 1) : (a > b) - (a < b);
}

static void index_evidence(cj_leaflet *l)
{
    size_t n = l->map->n_evidence, i;

    l->by_id = CJ_NEW_N(l->arena, const cj_evidence *, n + 1);
    for (i = 0; i < n; i++)
        l->by_id[i] = &l->map->evidence[i];
    if (n > 1)
        qsort(l->by_id, n, sizeof(*l->by_id), by_number);
}

const cj_evidence *cj_leaflet_record(const cj_leaflet *l, unsigned id)
{
    size_t lo = 0, hi = l->map->n_evidence;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (l->by_id[mid]->id < id)
            lo = mid + 1;
        else
            hi = mid;
    }
    return id && lo < l->map->n_evidence && l->by_id[lo]->id == id ? l->by_id[lo] : NULL;
}

cj_str cj_leaflet_evidence(const cj_leaflet *l, unsigned id)
{
    if (!cj_leaflet_record(l, id))
        return CJ_STR("");
    return l->at ? cj_str_fmt(l->arena, "m%zu-e%u", l->at + 1, id)
                 : cj_str_fmt(l->arena, "e%u", id);
}

/* ---- the head of a map ---------------------------------------------------------------------------- */

static cj_str title_of(cj_arena *arena, cj_str path, const cj_map *map)
{
    const cj_meta *title = &map->meta[CJ_META_TITLE];

    return title->text.n ? cj_utf8_joined(arena, title->text)
                         : cj_map_where(arena, path, map, true);
}

/* A line over the map that is not its name: カスタマーサクセスジャーニーマップ */
static cj_str over_title(const cj_map *m)
{
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].kind == CJ_LEAF_TITLE &&
            !cj_str_has(m->leaves[i].text, m->meta[CJ_META_TITLE].text))
            return m->leaves[i].text;
    return CJ_STR("");
}

static cj_str ratio(const cj_leaflet *l, cj_ratio r)
{
    return cj_str_fmt(l->arena, "%u/%u", r.n, r.of);
}

/* Where it was read, unless that is its name already, and how far it is. */
static void add_facts(const cj_leaflet *l, cj_str path, cj_str title)
{
    static const cj_text says = {
        "core cells filled in: {0} · statements about customers with evidence: {1}",
        "基本項目の記入 {0}｜顧客に関する記述の根拠 {1}"
    };
    static const cj_text both = { "{0} · {1}", "{0}｜{1}" };
    cj_str over = over_title(l->map), none = { NULL, 0 },
           where = cj_map_where(l->arena, path, l->map, true);
    cj_str how_far = cj_leaflet_says(l, says, ratio(l, cj_map_completeness(l->map, NULL)),
                                     ratio(l, cj_map_coverage(l->map, NULL)), none);

    if (over.n)
        cj_report_text(l->arena, l->report, CJ_PLAIN, over);
    if (!cj_str_eq(where, title))
        how_far = cj_leaflet_says(l, both, where, how_far, none);
    cj_report_text(l->arena, l->report, CJ_NOTE_LEVEL, how_far);
}

static void add_meta(const cj_leaflet *l)
{
    const cj_meta *meta = l->map->meta;
    size_t n = 0, i;
    cj_table *t;

    for (i = 0; i < CJ_N_META; i++)
        n += i != CJ_META_TITLE && meta[i].text.n;
    if (!n)
        return;
    t = cj_report_table(l->arena, l->report, n, 2);
    t->plain = true;
    t->marked = CJ_NEW_N(l->arena, cj_marked, 2 * n);
    for (i = n = 0; i < CJ_N_META; i++) {
        cj_str label = meta[i].label, rest = meta[i].text, line;

        if (i == CJ_META_TITLE || !meta[i].text.n)
            continue;
        t->cell[n++] = label.n ? label : cj_str_of(cj_meta_label((cj_meta_id)i, l->lang));
        t->cell[n] = meta[i].text;
        while (rest.n && cj_str_split(&rest, '\n', &line))
            cj_leaflet_mark(l, cj_marked_line(l->arena, &t->marked[n], CJ_LINE_TEXT), line,
                            NULL);
        n++;
    }
}

/* ---- what stands beside it -------------------------------------------------------------------------- */

/* A table of cells and their texts, to be filled from its second row on. */
static cj_table *add_places(const cj_leaflet *l, cj_text title, size_t n)
{
    static const cj_text cell = { "Cell", "セル" }, text = { "Text", "内容" };
    cj_table *t;

    cj_leaflet_heading(l, cj_str_of(cj_text_in(title, l->lang)));
    t = cj_report_table(l->arena, l->report, n + 1, 2);
    t->header_row = t->header_col = true;
    t->title = cj_str_of(cj_text_in(title, l->lang));
    t->cell[0] = cj_str_of(cj_text_in(cell, l->lang));
    t->cell[1] = cj_str_of(cj_text_in(text, l->lang));
    return t;
}

static void add_notes(const cj_leaflet *l)
{
    static const cj_text title = { "Comments", "コメント・メモ" };
    const cj_sheet *s = &l->map->book->sheets[l->map->sheet];
    size_t n = 0, i;
    cj_table *t;

    for (i = 0; i < s->n_notes; i++)
        n += cj_map_owns(l->map, l->map->sheet, s->notes[i].row, s->notes[i].col);
    if (!n)
        return;
    t = add_places(l, title, n);
    for (i = 0, n = 2; i < s->n_notes; i++) {
        cj_span at = { l->map->sheet, s->notes[i].row, s->notes[i].col, 0, 0 };

        if (!cj_map_owns(l->map, at.sheet, at.row, at.col))
            continue;
        t->cell[n++] = cj_outline_ref(l->arena, l->map, at);
        t->cell[n++] = s->notes[i].text;
    }
}

static void add_leftover(const cj_leaflet *l)
{
    static const cj_text title = { "Outside the map", "表の外の文字" };
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;
    size_t n = 2;
    cj_table *t;

    if (!l->map->n_leftover)
        return;
    t = add_places(l, title, l->map->n_leftover);
    while (cj_left_next(l->arena, l->map, &left, &leaf)) {
        t->cell[n++] = cj_outline_ref(l->arena, l->map, leaf.at);
        t->cell[n++] = leaf.text;
    }
}

/* ---- the document ------------------------------------------------------------------------------------ */

static cj_str map_anchor(cj_arena *arena, size_t at)
{
    return cj_str_fmt(arena, "m%zu", at + 1);
}

static void add_page(cj_leaflet *l, cj_str path)
{
    cj_str title = title_of(l->arena, path, l->map);
    cj_block *head;

    index_evidence(l);
    head = cj_report_heading(l->arena, l->report, l->depth - 1, title);
    head->page = true;
    head->quoted = l->map->lang;
    if (l->depth > 2) /* one of several, which the contents lead to */
        head->anchor = map_anchor(l->arena, l->at);
    add_facts(l, path, title);
    add_meta(l);
    cj_leaflet_persona(l);
    cj_leaflet_grid(l);
    cj_leaflet_curves(l);
    cj_leaflet_sections(l);
    add_notes(l);
    add_leftover(l);
}

/* Several maps: the file's name, and what leads to each. */
static void add_contents(cj_arena *arena, cj_report *r, cj_str path, const cj_maps *maps)
{
    cj_block *list;
    size_t i;

    cj_report_heading(arena, r, 1, path);
    list = cj_report_list(arena, r, maps->n);
    list->marked = CJ_NEW_N(arena, cj_marked, maps->n);
    for (i = 0; i < maps->n; i++) {
        list->entry[i] = cj_str_fmt(
            arena, CJ_FMT " – " CJ_FMT, CJ_ARG(title_of(arena, path, &maps->map[i])),
            CJ_ARG(cj_map_where(arena, path, &maps->map[i], false)));
        cj_line_add(arena, cj_marked_line(arena, &list->marked[i], CJ_LINE_TEXT), CJ_M_HERE,
                    list->entry[i])
            ->to = map_anchor(arena, i);
    }
}

cj_report *cj_outline_page(cj_arena *arena, const cj_outline_options *options, cj_str path,
                           const cj_maps *maps)
{
    cj_lang lang = options->lang == CJ_LANG_AUTO ? maps->map[0].lang : options->lang;
    cj_report *r = cj_report_new(arena, lang);
    size_t i;

    path = cj_place_file(path);
    r->title = maps->n > 1 ? path : title_of(arena, path, &maps->map[0]);
    if (maps->n > 1)
        add_contents(arena, r, path, maps);
    for (i = 0; i < maps->n; i++) {
        cj_leaflet l = { arena, r, &maps->map[i], lang, i, maps->n > 1 ? 3 : 2, NULL };

        if (options->lang == CJ_LANG_AUTO)
            l.lang = maps->map[i].lang;
        add_page(&l, path);
    }
    cj_outline_other_sheets(arena, r, options, maps);
    return r;
}
