/* long_tell.c - the items of a cell as lines of a list, in words that are read back as they were. */
#include "map/items.h"
#include "map/long.h"
#include "map/support.h"
#include "base/buf.h"
#include "base/utf8.h"

typedef struct teller {
    cj_arena *arena;
    const cj_map *map;
    const cj_cell *cell;
    bool owners, timings; /* the map has rows of them */
} teller;

/* ---- what the columns say ------------------------------------------------------------------------- */

static cj_str refs_text(cj_arena *arena, const cj_ref_list *refs)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < refs->n; i++)
        cj_buf_fmt(&b, "%sE%u", i ? ", " : "", refs->id[i]);
    return cj_buf_str(&b);
}

static cj_told beside(cj_arena *arena, const cj_item *item)
{
    return (cj_told){ .evidence = refs_text(arena, &item->support.refs),
                      .assumption = cj_str_of(item->support.assumption ? "yes" : ""),
                      .owner = item->owner,
                      .timing = item->timing };
}

/* ---- what the text need not say any more ------------------------------------------------------------ */

/* E1, E3-E5 and what stands between and around them. */
static bool only_refs(cj_arena *arena, cj_str piece)
{
    cj_str s = cj_utf8_fold(arena, piece);
    static const cj_str marks = CJ_LIT("e0123456789 ,;/&()[]【】〔〕、・〜~-");

    while (s.n) {
        cj_str one = { s.p, 0 };

        one.n = cj_utf8_len(cj_utf8_next(&s));
        if (!cj_str_has(marks, one))
            return false;
    }
    return true;
}

static bool has_digit(cj_str s)
{
    while (s.n)
        if (cj_utf8_script(cj_utf8_next(&s)) == CJ_SCRIPT_DIGIT)
            return true;
    return false;
}

/* [E1] and 【仮説】 say what their columns say; [E1, survey] and 【仮説2】 say more. */
static bool told_by_columns(cj_arena *arena, cj_str marker)
{
    cj_support s = { 0 };

    cj_support_parse(arena, marker, &s);
    if (s.inline_source || s.sample || s.named)
        return false;
    return s.assumption ? !s.refs.n && !has_digit(marker)
                        : s.refs.n && only_refs(arena, marker);
}

static cj_str without_marks(cj_arena *arena, const cj_item *item)
{
    cj_brackets brackets = { NULL, 0, 0 };
    cj_markers all = { NULL, 0, 0 };
    cj_support s = { 0 };
    size_t i, kept = 0;
    cj_str text;

    cj_brackets_find(arena, item->text, &brackets);
    cj_support_scan(arena, item->text, &brackets, &s, &all);
    for (i = 0; i < all.n; i++)
        if (told_by_columns(arena, cj_str_cut(item->text, all.at[i].from,
                                              all.at[i].to - all.at[i].from)))
            all.at[kept++] = all.at[i];
    all.n = kept;
    text = cj_without_markers(arena, item->text, &all);
    if (item->bare.n && cj_str_starts(text, item->bare) &&
        only_refs(arena, cj_str_from(text, item->bare.n)))
        return item->bare; /* E1 at the end, without brackets */
    return text;
}

static cj_str without_owner(cj_arena *arena, cj_str text, cj_str owner)
{
    cj_brackets b = { NULL, 0, 0 };

    cj_brackets_find(arena, text, &b);
    if (!owner.n || !b.n || b.pair[0].open ||
        !cj_str_eq(owner, cj_utf8_trim(cj_str_cut(text, b.pair[0].inside,
                                                  b.pair[0].close - b.pair[0].inside))))
        return text;
    return cj_utf8_trim(cj_str_from(text, b.pair[0].end));
}

static cj_str without_timing(cj_str text, cj_str timing)
{
    cj_str rest;
    uint32_t cp;

    if (!timing.n || !cj_str_starts(text, timing))
        return text;
    rest = cj_utf8_trim(cj_str_from(text, timing.n));
    cp = rest.n ? cj_utf8_next(&rest) : 0;
    return cp == ':' || cp == 0xff1a ? cj_utf8_trim(rest) : text;
}

/* ---- reading it back --------------------------------------------------------------------------------- */

static bool same_refs(const cj_ref_list *a, const cj_ref_list *b)
{
    size_t i, k;

    for (i = 0; i < a->n; i++) {
        for (k = 0; k < b->n && a->id[i] != b->id[k]; k++)
            ;
        if (k == b->n)
            return false;
    }
    return a->n == b->n;
}

static bool same_item(const cj_item *a, const cj_item *b)
{
    return cj_str_eq(a->bare, b->bare) && cj_str_eq(a->owner, b->owner) &&
           cj_str_eq(a->timing, b->timing) &&
           same_refs(&a->support.refs, &b->support.refs) &&
           a->support.assumption == b->support.assumption &&
           a->support.inline_source == b->support.inline_source &&
           a->support.sample == b->support.sample && a->support.named == b->support.named;
}

/* The lines as the reader makes a cell of them. Where the map has no row of owners or times, the item
 * itself has to say them, or else its column would be read as that row. */
static cj_cell read_back(const teller *t, const cj_told *lines, size_t n)
{
    static const cj_told none = { .row = 0 };
    cj_cell c = { .elem = t->cell->elem };
    cj_buf text;
    size_t i;

    c.parts = CJ_NEW_N(t->arena, cj_part, n);
    cj_buf_init(&text, t->arena);
    for (i = 0; i < n; i++) {
        cj_buf_z(&text, i ? "\n" : "");
        cj_buf_add(&text, lines[i].item);
        c.parts[c.n_parts++] =
            (cj_part){ .at = { .row = (unsigned)i + 1 }, .text = lines[i].item };
    }
    c.text = cj_buf_str(&text);
    cj_cell_parse(t->arena, &c);
    for (i = 0; i < c.n_items; i++) {
        cj_told told = c.items[i].at.row <= n ? lines[c.items[i].at.row - 1] : none;

        told.owner = t->owners ? told.owner : none.owner;
        told.timing = t->timings ? told.timing : none.timing;
        cj_long_complete(t->arena, t->arena, &told, &c, &c.items[i]);
    }
    return c;
}

static bool cell_comes_back(const teller *t, const cj_told *lines, size_t n)
{
    cj_cell c = read_back(t, lines, n);
    size_t i;

    if (c.n_items != t->cell->n_items || c.placeholder != t->cell->placeholder ||
        c.scored != t->cell->scored || c.score < t->cell->score || c.score > t->cell->score)
        return false;
    for (i = 0; i < c.n_items; i++)
        if (!same_item(&c.items[i], &t->cell->items[i]))
            return false;
    return true;
}

/* Beside another line: alone, "none" would be no answer at all. */
static bool item_comes_back(const teller *t, const cj_item *item, cj_told line)
{
    cj_told lines[2] = { line, { .item = CJ_STR("x") } };
    cj_cell c = read_back(t, lines, 2);

    return c.n_items == 2 && same_item(&c.items[0], item);
}

/* ---- the lines ------------------------------------------------------------------------------------------ */

/* A bullet keeps lines together, a semicolon behind it keeps commas from parting it. */
static bool try_text(const teller *t, const cj_item *item, cj_str text, cj_told *line)
{
    static const char *const around[][2] = {
        { "", "" }, { "・", "" }, { "", ";" }, { "・", ";" }
    };
    size_t i;

    for (i = 0; i < sizeof around / sizeof *around && text.n; i++) {
        cj_buf b;

        cj_buf_init(&b, t->arena);
        cj_buf_z(&b, around[i][0]);
        cj_buf_add(&b, text);
        cj_buf_z(&b, around[i][1]);
        line->item = cj_buf_str(&b);
        if (item_comes_back(t, item, *line))
            return true;
    }
    return false;
}

/* The first leaf of a row of the map's sheet. */
static size_t leaf_from(const cj_map *m, unsigned row)
{
    size_t low = 0, high = m->n_leaves;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        cj_span at = m->leaves[mid].at;

        if (at.sheet < m->sheet || (at.sheet == m->sheet && at.row < row))
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* In a list, a source by name stands beside its item and not in it. */
static bool try_source(const teller *t, const cj_item *item, cj_told *line)
{
    const cj_map *m = t->map;
    size_t i = m->form == CJ_FORM_ITEMS ? leaf_from(m, item->at.row) : m->n_leaves;

    for (; i < m->n_leaves && m->leaves[i].at.sheet == m->sheet &&
           m->leaves[i].at.row == item->at.row;
         i++) {
        line->evidence = m->leaves[i].text;
        if (m->leaves[i].kind == CJ_LEAF_CELL && m->leaves[i].at.col != item->at.col &&
            try_text(t, item, item->text, line))
            return true;
    }
    return false;
}

static cj_told item_line(const teller *t, const cj_item *item)
{
    cj_told line = beside(t->arena, item), beyond = line;
    cj_str plain = without_marks(t->arena, item), bare = plain;

    if (t->owners && t->cell->elem == CJ_COUNTERMEASURE)
        bare = without_owner(t->arena, bare, item->owner);
    if (t->timings && t->cell->elem == CJ_COUNTERMEASURE)
        bare = without_timing(bare, item->timing);
    if (try_text(t, item, bare, &line) || try_text(t, item, plain, &line) ||
        try_text(t, item, item->text, &line))
        return line;
    if (try_source(t, item, &beyond))
        return beyond;
    line.item = item->text;
    return line;
}

static bool same_place(cj_span a, cj_span b)
{
    return a.sheet == b.sheet && a.row == b.row && a.col == b.col;
}

/* E-mail in front of what stands beside it under the element's label; a mark is told by its label. */
static void add_sub_labels(const teller *t, cj_told *lines)
{
    const cj_cell *c = t->cell;
    size_t i, k = 0;

    for (i = 0; i < c->n_items; i++) {
        while (k < c->n_parts && !same_place(c->parts[k].at, c->items[i].at))
            k++;
        if (k < c->n_parts && c->parts[k].label.n &&
            !cj_str_starts(lines[i].item, c->parts[k].label))
            lines[i].item = cj_str_fmt(t->arena, CJ_FMT ": " CJ_FMT,
                                       CJ_ARG(c->parts[k].label), CJ_ARG(lines[i].item));
    }
}

static cj_told *item_lines(const teller *t, bool *right)
{
    const cj_cell *c = t->cell;
    cj_told *lines = CJ_NEW_N(t->arena, cj_told, c->n_items);
    size_t i;

    for (i = 0; i < c->n_items; i++)
        lines[i] = item_line(t, &c->items[i]);
    *right = cell_comes_back(t, lines, c->n_items);
    for (i = 0; i < c->n_items && !*right; i++)
        lines[i].item = c->items[i].text;
    add_sub_labels(t, lines);
    return lines;
}

bool cj_long_has_row(const cj_map *map, cj_elem elem)
{
    size_t e;

    for (e = 0; e < map->n_elements; e++)
        if (map->elements[e].elem == elem)
            return true;
    return false;
}

cj_told *cj_long_tell(cj_arena *arena, const cj_map *map, const cj_cell *cell, size_t *n)
{
    teller t = { arena, map, cell, cj_long_has_row(map, CJ_OWNER),
                 cj_long_has_row(map, CJ_TIMING) };
    cj_told *whole = CJ_NEW(arena, cj_told), *lines;
    bool right;

    whole->item = cell->text;
    *n = cell->text.n != 0;
    if (!*n || !cell->n_items ||
        (cj_elem_kind_of(cell->elem) == CJ_ELEM_TEXT && cell->n_items > 1 &&
         cell_comes_back(&t, whole, 1)))
        return whole;
    lines = item_lines(&t, &right);
    if (!right && cell->n_items == 1)
        *whole = beside(arena, &cell->items[0]);
    whole->item = cell->text;
    if (!right && cell_comes_back(&t, whole, 1))
        return whole; /* what only makes sense together */
    *n = cell->n_items;
    return lines;
}
