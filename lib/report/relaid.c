/* relaid.c - what a new layout does to a book: where each of its texts goes. */
#include "report/relaid.h"
#include "base/utf8.h"

enum { EXCERPT = 40 };

static bool named(const cj_book *book)
{
    return book->format != CJ_CSV && book->format != CJ_TSV;
}

cj_str cj_relaid_place(cj_arena *arena, const cj_book *book, unsigned sheet, unsigned row,
                       unsigned col, bool with_sheet)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, row, col);
    if (!with_sheet || !named(book))
        return cj_str_fmt(arena, "%s", ref);
    return cj_str_fmt(arena, CJ_FMT "!%s", CJ_ARG(book->sheets[sheet].name), ref);
}

/* "Map!B3 (comment)" */
static cj_str with(cj_arena *arena, cj_lang lang, cj_str place, cj_text what)
{
    return cj_str_fmt(arena, lang == CJ_JA ? CJ_FMT "（%s）" : CJ_FMT " (%s)",
                      CJ_ARG(place), cj_text_in(what, lang));
}

static const cj_text comment = { "comment", "コメント" };

cj_str cj_relaid_from(const cj_relaying *r, const cj_move *m, bool sheet)
{
    static const cj_text link = { "link", "リンク" };
    cj_str place =
        cj_relaid_place(r->arena, r->old, m->from.sheet, m->from.row, m->from.col, sheet);

    if (m->from_note)
        return with(r->arena, r->lang, place, comment);
    return m->from_link ? with(r->arena, r->lang, place, link) : place;
}

cj_str cj_relaid_to(const cj_relaying *r, const cj_move *m)
{
    static const cj_text name = { "sheet", "シート名" };
    const cj_book *made = r->layout->book;
    cj_str sheet = made->sheets[m->sheet].name, place;
    bool same = named(r->old) && cj_str_eq(sheet, r->old->sheets[m->from.sheet].name);

    if (m->kind == CJ_MOVE_NAME || !m->row)
        return with(r->arena, r->lang, sheet, name);
    place = cj_relaid_place(r->arena, made, m->sheet, m->row, m->col, !same);
    return m->kind == CJ_MOVE_NOTE ? with(r->arena, r->lang, place, comment) : place;
}

static cj_str link_of(const cj_sheet *s, const cj_span *at)
{
    size_t i;

    for (i = 0; i < s->n_links; i++)
        if (s->links[i].at.row1 == at->row && s->links[i].at.col1 == at->col)
            return s->links[i].target;
    return CJ_STR("");
}

cj_str cj_relaid_text(const cj_relaying *r, const cj_move *m)
{
    const cj_sheet *s = &r->old->sheets[m->from.sheet];
    const cj_book_note *note =
        m->from_note ? cj_sheet_note(s, m->from.row, m->from.col) : NULL;
    const cj_book_cell *c = cj_sheet_find(s, m->from.row, m->from.col);

    if (m->from_note)
        return note ? cj_utf8_trim(note->text) : CJ_STR("");
    if (m->from_link)
        return link_of(s, &m->from);
    return c ? cj_utf8_trim(cj_book_cell_text(r->arena, r->old, c)) : CJ_STR("");
}

/* Leaves are in reading order, each place once. */
static const cj_leaf *leaf_at(const cj_map *map, cj_span at)
{
    size_t lo = 0, hi = map->n_leaves;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        cj_span here = map->leaves[mid].at;
        bool before = here.sheet != at.sheet ? here.sheet < at.sheet
                      : here.row != at.row   ? here.row < at.row
                                             : here.col < at.col;

        if (before)
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo < map->n_leaves && map->leaves[lo].at.sheet == at.sheet &&
        map->leaves[lo].at.row == at.row && map->leaves[lo].at.col == at.col)
        return &map->leaves[lo];
    return NULL;
}

cj_str cj_relaid_about(const cj_relaying *r, const cj_move *m)
{
    size_t i;

    for (i = 0; i < r->maps->n; i++) {
        const cj_map *map = &r->maps->map[i];
        const cj_leaf *leaf = leaf_at(map, m->from);
        cj_str element, phase;

        if (!leaf || leaf->kind != CJ_LEAF_CELL || leaf->element < 0 || leaf->phase < 0)
            continue;
        element = cj_utf8_joined(r->arena, map->elements[leaf->element].label);
        phase = cj_utf8_joined(r->arena, map->phases[leaf->phase].name);
        return cj_str_fmt(r->arena, CJ_FMT " × " CJ_FMT, CJ_ARG(element), CJ_ARG(phase));
    }
    return CJ_STR("");
}

/* ---- moves ------------------------------------------------------------------------------------ */

static const char *how(cj_move_kind kind)
{
    static const char *const names[] = { "whole", "items", "label", "note", "name" };

    return names[kind];
}

static void add_fact(const cj_relaying *r, cj_fact *list, const cj_move *m, cj_str about,
                     cj_str text)
{
    cj_fact *o = cj_fact_add_object(r->arena, list, NULL);

    cj_fact_add_text(r->arena, o, "from", cj_relaid_from(r, m, true));
    cj_fact_add_text(r->arena, o, "to", cj_relaid_to(r, m));
    cj_fact_add_z(r->arena, o, "how", how(m->kind));
    cj_fact_add_text(r->arena, o, "about", about);
    cj_fact_add_text(r->arena, o, "text", text);
}

static void put_header(cj_lang lang, cj_str row[3])
{
    static const cj_text heads[] = { { "From", "移動前" },
                                     { "To", "移動後" },
                                     { "Element × phase: text", "項目 × フェーズ: 内容" } };
    size_t i;

    for (i = 0; i < 3; i++)
        row[i] = cj_str_of(cj_text_in(heads[i], lang));
}

static void put_row(const cj_relaying *r, cj_str row[3], const cj_move *m, cj_str about,
                    cj_str text)
{
    row[0] = cj_relaid_from(r, m, false);
    row[1] = cj_str_fmt(r->arena, "→ " CJ_FMT, CJ_ARG(cj_relaid_to(r, m)));
    row[2] = cj_utf8_excerpt(r->arena, text, EXCERPT);
    if (about.n)
        row[2] = cj_str_fmt(r->arena, CJ_FMT ": " CJ_FMT, CJ_ARG(about), CJ_ARG(row[2]));
}

/* The moves of one sheet, from the i-th on; returns the first of the next sheet. */
static size_t put_sheet(const cj_relaying *r, cj_report *report, size_t i, cj_fact *list)
{
    const cj_layout *layout = r->layout;
    unsigned sheet = layout->moves[i].from.sheet;
    size_t end = i, n = 1;
    cj_table *t;

    while (end < layout->n_moves && layout->moves[end].from.sheet == sheet)
        end++;
    if (named(r->old))
        cj_report_heading(r->arena, report, 2, r->old->sheets[sheet].name);
    t = cj_report_table(r->arena, report, end - i + 1, 3);
    t->plain = t->header_row = true;
    put_header(r->lang, t->cell);
    for (; i < end; i++) {
        const cj_move *m = &layout->moves[i];
        cj_str text = cj_relaid_text(r, m), about = cj_relaid_about(r, m);

        if (!text.n)
            continue;
        put_row(r, &t->cell[3 * n++], m, about, text);
        add_fact(r, list, m, about, text);
    }
    t->n_rows = n;
    return end;
}

cj_report *cj_moves_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                           const cj_maps *maps, const cj_layout *layout)
{
    cj_relaying r = { arena, lang, old, maps, layout };
    cj_report *report = cj_report_new(arena, lang);
    cj_fact *list;
    size_t i = 0;

    cj_fact_add_integer(arena, report->facts, "format", 1);
    cj_fact_add_text(arena, report->facts, "file", path);
    list = cj_fact_add_list(arena, report->facts, "moves");
    cj_report_heading(arena, report, 1, path);
    while (i < layout->n_moves)
        i = put_sheet(&r, report, i, list);
    return report;
}

cj_str cj_fix_rules(cj_arena *arena, const cj_fixed *fixed)
{
    cj_str all = CJ_STR("");
    size_t i;

    for (i = 0; i < fixed->n_rules; i++)
        all = cj_str_fmt(arena, CJ_FMT "%s%s %s", CJ_ARG(all), i ? ", " : "",
                         fixed->rules[i]->id, fixed->rules[i]->name);
    return all;
}
