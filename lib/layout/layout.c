/* layout.c - maps in the standard form: which sheets there are, and in which order. */
#include "layout/rest.h"
#include <cj/write.h>
#include "base/utf8.h"

/* Kinds of tables in the order of the workbook; those that everybody needs stand there blank. */
static const struct {
    cj_section_kind kind;
    bool always;
} tables[] = {
    { CJ_SECTION_PERSONA, true },    { CJ_SECTION_PHASES, false },
    { CJ_SECTION_EVIDENCE, true },   { CJ_SECTION_KPI, true },
    { CJ_SECTION_ACTIONS, true },    { CJ_SECTION_HISTORY, true },
    { CJ_SECTION_CONFLICTS, false }, { CJ_SECTION_MERGE_LOG, false },
    { CJ_SECTION_LINT, false },
};

/* One of several maps has such a table on its own sheet. */
static bool has_own(const cj_maps *maps, cj_section_kind kind)
{
    size_t i;

    for (i = 0; i < maps->n; i++)
        if (cj_has_table(&(cj_tables_of){ &maps->map[i], true, false }, kind))
            return true;
    return false;
}

/* Pages of tables have no use for the headers of the grid. */
static void lay_own_tables(cj_pen *p, const cj_map *map)
{
    cj_tables_of own = { map, true, false };
    cj_look *look = &cj_pen_sheet(p)->look;
    size_t i;

    for (i = 0; i < sizeof tables / sizeof *tables; i++)
        if (cj_has_table(&own, tables[i].kind)) {
            cj_lay_table(p, &own, tables[i].kind);
            look->repeat_row1 = look->repeat_row2 = 0;
        }
}

/* A table that stands there blank: one that everybody needs, or that the template asks for. */
static bool is_standard(const cj_pen *p, size_t i)
{
    const cj_map *preset = p->options->preset;

    if (!preset)
        return tables[i].always;
    return cj_has_table(&(cj_tables_of){ preset, true, true }, tables[i].kind);
}

/* Of a lone map all of its tables; of several those that they share. */
static void lay_tables(cj_pen *p, const cj_maps *maps)
{
    bool alone = maps->n == 1;
    cj_tables_of all = { &maps->map[0], alone, true };
    size_t i;

    for (i = 0; i < sizeof tables / sizeof *tables; i++)
        if (cj_has_table(&all, tables[i].kind) ||
            (is_standard(p, i) && (alone || !has_own(maps, tables[i].kind))))
            cj_lay_table(p, &all, tables[i].kind);
}

/* What stands beside the metadata is free: long values may run over all columns of the phases. */
static void merge_values(cj_pen *p, const cj_places *at)
{
    cj_sheet *s = cj_pen_sheet(p);
    size_t id;

    for (id = 0; !p->options->stacked && at->last_col > 2 && id < CJ_N_META; id++) {
        unsigned row = at->meta_row[id], col;

        if (!row)
            continue;
        CJ_ROOM(p->arena, s->merges, s->n_merges, s->cap_merges);
        s->merges[s->n_merges++] = (cj_range){ row, 2, row, at->last_col };
        for (col = 3; col <= at->last_col; col++)
            cj_pen_put(p, row, col, CJ_ROLE_META, CJ_STR(""));
    }
}

/* Of several maps each sheet is called as it was; of several on one sheet, as each is titled. */
static cj_str sheet_name(const cj_map *map, bool alone, cj_lang lang)
{
    const cj_meta *title = &map->meta[CJ_META_TITLE],
                  *persona = &map->meta[CJ_META_PERSONA];

    if (alone)
        return cj_str_of(cj_labels_canonical(CJ_FAM_SHEET, CJ_SECTION_MAP, lang));
    if (cj_map_alone(map))
        return map->book->sheets[map->sheet].name;
    return persona->text.n ? persona->text
           : title->text.n ? title->text
                           : map->book->sheets[map->sheet].name;
}

/* Every row of a known element has its label in that language. */
static bool labelled_in(const cj_map *map, cj_lang lang)
{
    size_t e, n = 0;

    for (e = 0; e < map->n_elements; e++) {
        const cj_element *x = &map->elements[e];

        if (x->elem == CJ_CUSTOM || x->also != CJ_CUSTOM)
            continue;
        if (!cj_str_starts(x->label, cj_str_of(cj_elem_label(cj_words_called(x), lang))))
            return false;
        n++;
    }
    return n > 0;
}

/* A book of ours whose labels are in the language it was once asked for keeps that, in whichever
 * language it is filled in. */
static cj_lang language(const cj_pen *p, const cj_map *map)
{
    cj_lang was = cj_lang_parse(cj_book_property(map->book, CJ_STR("cjmap.lang")));

    if (p->options->lang != CJ_LANG_AUTO)
        return p->options->lang;
    return was != CJ_LANG_AUTO && labelled_in(map, was) ? was : map->lang;
}

static void lay_map(cj_pen *p, const cj_map *map, bool alone)
{
    cj_places at = { 0 };

    p->map = map;
    p->lang = language(p, map);
    cj_pen_new_sheet(p, sheet_name(map, alone, p->lang));
    cj_lay_head(p, &at);
    cj_lay_grid(p, &at);
    merge_values(p, &at);
    cj_lay_moves(p, &at);
    p->heads = cj_pen_range(p, at.heads);
    if (!alone)
        lay_own_tables(p, map);
    if (!p->options->stacked)
        cj_lay_unknown(p, map);
}

static void seal(const cj_pen *p)
{
    size_t i;

    for (i = 0; i < p->out->book->n_sheets; i++)
        cj_sheet_seal(p->arena, &p->out->book->sheets[i]);
}

/* Names are not looked up: they differ from those that stand there, and there may be many. */
static void keep_property(cj_pen *p, const cj_property *property)
{
    cj_book *book = p->out->book;

    CJ_ROOM(p->arena, book->properties, book->n_properties, book->cap_properties);
    book->properties[book->n_properties++] = *property;
}

static void keep_properties(cj_pen *p, const cj_book *old)
{
    static const cj_str ours[] = { CJ_LIT("cjmap.format"), CJ_LIT("cjmap.lang"),
                                   CJ_LIT("cjmap.version") };
    cj_book *book = p->out->book;
    cj_str version = cj_pen_shown(p, p->map->meta[CJ_META_VERSION].at,
                                  p->map->meta[CJ_META_VERSION].text);
    size_t i;

    cj_book_set_property(p->arena, book, ours[0], CJ_STR("1"));
    cj_book_set_property(p->arena, book, ours[1], cj_str_of(cj_lang_code(p->lang)));
    if (version.n && version.n < 200)
        cj_book_set_property(p->arena, book, ours[2], version);
    for (i = 0; i < old->n_properties; i++)
        if (cj_xlsx_takes_property(&old->properties[i]) &&
            (!cj_str_starts(old->properties[i].name, CJ_STR("cjmap.")) ||
             cj_str_eq(old->properties[i].name, CJ_STR("cjmap.id"))))
            keep_property(p, &old->properties[i]);
}

void cj_layout_make(cj_arena *arena, const cj_maps *maps, const cj_layout_options *options,
                    cj_layout *out)
{
    cj_pen p = { .arena = arena, .options = options, .out = out };
    bool alone = maps->n == 1;
    size_t i;

    *out = (cj_layout){ .book = cj_book_new(arena, options->stacked ? CJ_CSV : CJ_XLSX) };
    p.copied = CJ_NEW_N(arena, unsigned, maps->map[0].book->n_sheets);
    for (i = 0; i < maps->n; i++)
        lay_map(&p, &maps->map[i], alone);
    p.map = &maps->map[0];
    p.lang = language(&p, p.map);
    out->book->lang = p.lang;
    lay_tables(&p, maps);
    if (options->guide && !options->stacked)
        cj_lay_guide(&p);
    if (!options->stacked && !options->anew)
        cj_lay_sheets(&p, maps);
    else if (options->stacked)
        cj_lay_unknown(&p, p.map);
    keep_properties(&p, p.map->book);
    seal(&p);
    cj_moves_sort(out);
    if (!options->anew)
        cj_lay_notes(&p, maps);
    if (!options->stacked)
        cj_lay_evidence_links(&p, maps);
}
