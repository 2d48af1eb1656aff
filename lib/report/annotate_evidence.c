/* annotate_evidence.c - the sheet that shows phase by phase what of a map is supported by evidence. */
#include "report/annotate.h"
#include "report/outline.h"
#include "base/utf8.h"

/* What is shown of a cell; the words say it all, the tints only show it sooner. */
typedef enum standing {
    SUPPORTED,
    PARTLY,
    ASSUMED,
    UNSUPPORTED,
    BLANK,
    NO_FACT,
    N_STANDINGS
} standing;

static const struct {
    cj_text word, says;
    uint32_t fill; /* CJ_NO_FILL: none */
} standings[] = {
    [SUPPORTED] = { { "Evidence", "根拠あり" },
                    { "A source is named.", "出典や根拠番号があります。" },
                    0xa9d3b7 },
    [PARTLY] = { { "Partly", "一部" },
                 { "Some of the items name a source (so many of so many); counts as evidence.",
                   "一部の項目だけに根拠があります（数／項目数）。割合に含めます。" },
                 0xd6eaca },
    [ASSUMED] = { { "Assumption", "仮説" },
                  { "Marked as an assumption; still to be checked.",
                    "仮説と書かれています。これから確かめるところです。" },
                  0xffe9b3 },
    [UNSUPPORTED] = { { "None", "根拠なし" },
                      { "No source is named; it may be a guess.",
                        "出典がありません。推測かもしれません。" },
                      0xf3b9a6 },
    [BLANK] = { { "Blank", "空欄" },
                { "Nothing is written yet.", "まだ書かれていません。" },
                CJ_NO_FILL },
    [NO_FACT] = { { "n/a", "対象外" },
                  { "No statement about customers, so no source is asked for.",
                    "顧客についての事実を書く項目ではないため、根拠を求めません。" },
                  0xededed },
};

typedef struct drawing {
    cj_annotating *a;
    unsigned sheet;
    uint32_t row, cols; /* the next row; up to the share of each row */
} drawing;

static cj_str words(const drawing *d, cj_text says)
{
    return cj_str_of(cj_text_in(says, d->a->lang));
}

static void put(const drawing *d, uint32_t col, cj_role role, cj_str text)
{
    cj_annotate_put(d->a, d->sheet, d->row, col, (cj_style){ .role = role }, text);
}

/* ---- cells ------------------------------------------------------------------------------------ */

/* Items that name a source themselves; *of becomes the number of all. */
static size_t sourced_items(const cj_cell *c, size_t *of)
{
    size_t i, n = 0;

    for (i = 0; i < c->n_items; i++)
        n += c->items[i].support.refs.n || c->items[i].support.inline_source;
    *of = c->n_items;
    return n;
}

/* As cj_map_coverage counts: a source in the cell, or in the row of evidence for its whole phase. */
static standing standing_of(const cj_map *map, const cj_cell *c)
{
    size_t n, of;

    if (!cj_cell_filled(c))
        return BLANK;
    if (cj_elem_fact_of(c->elem) != CJ_FACT_YES)
        return NO_FACT;
    if (!cj_cell_sourced(map, c))
        return c->support.assumption ? ASSUMED : UNSUPPORTED;
    n = sourced_items(c, &of);
    return n && n < of ? PARTLY : SUPPORTED;
}

static void put_standing(const drawing *d, uint32_t col, standing s, cj_str text)
{
    cj_style style = { .role = CJ_ROLE_SCORE,
                       .has_fill = standings[s].fill != CJ_NO_FILL,
                       .fill = standings[s].fill };

    cj_annotate_put(d->a, d->sheet, d->row, col, style, text);
}

static void put_cell(const drawing *d, uint32_t col, const cj_map *map, const cj_cell *c)
{
    standing s = standing_of(map, c);
    cj_str text = words(d, standings[s].word);
    size_t of, n = sourced_items(c, &of);

    if (s == PARTLY)
        text = cj_str_fmt(d->a->arena, CJ_FMT " %zu/%zu", CJ_ARG(text), n, of);
    put_standing(d, col, s, text);
}

/* ---- a map ------------------------------------------------------------------------------------ */

static cj_ratio row_share(const cj_map *map, const cj_element *e)
{
    cj_ratio r = { 0, 0 };
    size_t p;

    for (p = 0; p < map->n_phases && cj_elem_fact_of(e->elem) == CJ_FACT_YES; p++) {
        r.of += cj_cell_filled(&e->cells[p]);
        r.n += cj_cell_filled(&e->cells[p]) && cj_cell_sourced(map, &e->cells[p]);
    }
    return r;
}

static const cj_text share_head = { "With evidence", "根拠のある割合" };

static void put_phases(drawing *d, const cj_map *map)
{
    static const cj_text corner = { "Element", "項目" };
    size_t p;

    put(d, 1, CJ_ROLE_CORNER, words(d, corner));
    for (p = 0; p < map->n_phases; p++)
        put(d, (uint32_t)p + 2, CJ_ROLE_PHASE,
            cj_utf8_joined(d->a->arena, map->phases[p].name));
    put(d, (uint32_t)p + 2, CJ_ROLE_COLUMN, words(d, share_head));
    d->row++;
}

static void put_element(drawing *d, const cj_map *map, const cj_element *e)
{
    size_t p;

    put(d, 1, CJ_ROLE_LABEL, cj_utf8_joined(d->a->arena, e->label));
    for (p = 0; p < map->n_phases; p++)
        put_cell(d, (uint32_t)p + 2, map, &e->cells[p]);
    put(d, (uint32_t)p + 2, CJ_ROLE_SCORE, cj_share_words(d->a->arena, row_share(map, e)));
    d->row++;
}

static void put_shares(drawing *d, const cj_map *map)
{
    size_t p;

    put(d, 1, CJ_ROLE_LABEL, words(d, share_head));
    for (p = 0; p < map->n_phases; p++)
        put(d, (uint32_t)p + 2, CJ_ROLE_SCORE,
            cj_share_words(d->a->arena, cj_map_coverage(map, &map->phases[p])));
    put(d, (uint32_t)p + 2, CJ_ROLE_SCORE,
        cj_share_words(d->a->arena, cj_map_coverage(map, NULL)));
    d->row++;
}

/* Which map it is, where there are several; its title, where it has one. */
static cj_str name_of(const drawing *d, const cj_map *map)
{
    cj_str title = cj_utf8_joined(d->a->arena, map->meta[CJ_META_TITLE].text),
           sheet = d->a->book->sheets[map->sheet].name;

    if (d->a->file->n_maps == 1)
        return title.n ? title : sheet;
    if (!cj_map_alone(map))
        sheet = cj_str_fmt(d->a->arena, CJ_FMT "!" CJ_FMT, CJ_ARG(sheet),
                           CJ_ARG(cj_map_range(d->a->arena, map)));
    return title.n
               ? cj_str_fmt(d->a->arena, CJ_FMT ": " CJ_FMT, CJ_ARG(sheet), CJ_ARG(title))
               : sheet;
}

static void put_map(drawing *d, const cj_map *map)
{
    size_t e;

    cj_annotate_line(d->a, d->sheet, d->row++, d->cols, CJ_ROLE_SECTION, name_of(d, map));
    put_phases(d, map);
    for (e = 0; e < map->n_elements; e++)
        put_element(d, map, &map->elements[e]);
    put_shares(d, map);
    d->row++;
}

/* ---- the sheet -------------------------------------------------------------------------------- */

static void put_top(drawing *d)
{
    static const cj_text says = {
        "{0}. With evidence: {1} of the filled cells that state facts about customers; still "
        "assumptions: {2}",
        "{0}。顧客についての事実を書いたセルのうち、根拠があるのは {1}、仮説は {2}セルです",
    };
    cj_tally all = cj_findings_tally(d->a->arena, d->a->file);

    cj_annotate_line(d->a, d->sheet, d->row++, d->cols, CJ_ROLE_TITLE,
                     words(d, cj_marks_name(CJ_MARK_COVERAGE)));
    cj_annotate_line(d->a, d->sheet, d->row++, d->cols, CJ_ROLE_TEXT,
                     cj_annotate_words(d->a, says, cj_annotate_of(d->a),
                                       cj_share_words(d->a->arena, all.coverage),
                                       cj_count_words(d->a->arena, all.assumed)));
    d->row++;
}

static void put_legend(drawing *d)
{
    cj_sheet *s = &d->a->made->sheets[d->sheet];
    standing i;

    for (i = SUPPORTED; i < N_STANDINGS; i++, d->row++) {
        put_standing(d, 1, i, words(d, standings[i].word));
        put(d, 2, CJ_ROLE_TEXT, words(d, standings[i].says));
        CJ_ROOM(d->a->arena, s->merges, s->n_merges, s->cap_merges);
        s->merges[s->n_merges++] = (cj_range){ d->row, 2, d->row, d->cols };
    }
    d->row++;
}

static uint32_t columns_of(const cj_checked *file)
{
    size_t i, most = 1;

    for (i = 0; i < file->n_maps; i++)
        if (file->maps[i].map->n_phases > most)
            most = file->maps[i].map->n_phases;
    return (uint32_t)most + 2; /* the labels, and the shares */
}

void cj_annotate_evidence(cj_annotating *a)
{
    drawing d = { a, cj_annotate_sheet(a, CJ_MARK_COVERAGE), 1, columns_of(a->file) };
    double *width = CJ_NEW_N(a->arena, double, d.cols + 1);
    size_t i;

    put_top(&d);
    for (i = 0; i < a->file->n_maps; i++)
        put_map(&d, a->file->maps[i].map);
    put_legend(&d);
    for (i = 0; i <= d.cols; i++)
        width[i] = i ? 18 : 24;
    a->made->sheets[d.sheet].look.page = true;
    cj_annotate_finish(a, d.sheet, width, d.cols + 1, d.cols + 1, CJ_MARK_COVERAGE);
}
