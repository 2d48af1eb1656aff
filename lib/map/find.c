/* find.c - every map of a book: which sheets are looked at, and what is said where none is found. */
#include <cj/marks.h>
#include "map/build.h"
#include "map/records.h"
#include "map/refuse.h"
#include "map/normal.h"
#include "map/tables.h"
#include <string.h>

/* Every map of a book has the section sheets beside it. The first one has all of them; thousands of
 * both would be read thousands of thousand times, so the others share a ration of cells. */
#define SECTION_CELLS ((size_t)1000000)
enum { NAMED = 10 }; /* hidden sheets in a complaint */

typedef struct finder {
    cj_arena *arena, *scratch;
    const cj_book *book;
    const cj_map_options *options;
    cj_maps *out;
    cj_maps
        *all; /* the same for the maps themselves: the caller may copy and forget its own */
    const cj_section_kind *kind; /* by sheet: what its name says */
    size_t section_cells;        /* read for the maps after the first one */
    cj_found near;               /* the nearest thing to a map on a sheet that has none */
    unsigned near_sheet;
    bool any_near;
} finder;

static bool insisted(const finder *f)
{
    return f->options->orient != CJ_ORIENT_AUTO || f->options->sheet.n;
}

static const cj_section_kind *kinds(cj_arena *arena, const cj_book *book)
{
    cj_section_kind *kind = CJ_NEW_N(arena, cj_section_kind, book->n_sheets);
    unsigned i;

    for (i = 0; i < book->n_sheets; i++)
        kind[i] = cj_sections_sheet_kind(arena, &book->sheets[i]);
    return kind;
}

static void read_sections(finder *f, cj_build *b)
{
    unsigned i;

    for (i = 0; i < f->book->n_sheets; i++) {
        const cj_sheet *s = &f->book->sheets[i];

        if (f->kind[i] == CJ_SECTION_UNKNOWN || f->kind[i] == CJ_SECTION_MAP ||
            i == b->map->sheet || s->kind != CJ_WORKSHEET || s->state == CJ_VERY_HIDDEN)
            continue;
        if (f->out->n > 1)
            f->section_cells += s->n_cells + 1;
        if (f->section_cells > SECTION_CELLS)
            return;
        cj_sections_sheet(b, i, f->kind[i]);
    }
}

/* What stands over the first map of a sheet is said for all of them; the title, the persona and
 * the scope only where a map has no title of its own. */
static void inherit(const finder *f, cj_map *m)
{
    const cj_map *first = NULL;
    bool titled = m->meta[CJ_META_TITLE].text.n > 0;
    size_t i;

    for (i = 0; i + 1 < f->out->n && !first; i++)
        if (f->out->map[i].sheet == m->sheet)
            first = &f->out->map[i];
    for (i = 0; first && i < CJ_N_META; i++)
        if (!m->meta[i].at.row && first->meta[i].at.sheet == m->sheet &&
            (!titled || (i != CJ_META_PERSONA && i != CJ_META_SCOPE)))
            m->meta[i] = first->meta[i];
}

static cj_range common(cj_range a, const cj_window *w)
{
    a.row1 = a.row1 > w->first ? a.row1 : w->first;
    a.row2 = a.row2 < w->rows ? a.row2 : w->rows;
    a.col2 = a.col2 < w->cols ? a.col2 : w->cols;
    return a;
}

static void begin(finder *f, cj_build *b, cj_window *w, const cj_table *t)
{
    *b = (cj_build){ .arena = f->arena, .w = w };
    CJ_ROOM(f->arena, f->out->map, f->out->n, f->out->cap);
    b->map = &f->out->map[f->out->n++];
    memset(b->map, 0, sizeof *b->map);
    b->map->book = f->book;
    b->map->sheet = w->index;
    b->map->range = t->part;
    *f->all = *f->out;
    b->map->among = f->all;
    b->map->fiscal_start = f->options->config && f->options->config->fiscal_start
                               ? f->options->config->fiscal_start
                               : 1;
    b->map->orient = t->list || t->found.down ? CJ_PHASES_DOWN : CJ_PHASES_ACROSS;
}

static void finish(finder *f, cj_build *b, unsigned last)
{
    cj_meta_read(b);
    inherit(f, b->map);
    cj_sections_stacked(b, last + 1);
    read_sections(f, b);
    cj_phases_finish(b);
    cj_records_read(b);
    cj_bare_refs_read(b);
    b->map->lang = cj_map_language(b);
    cj_leaves_finish(b);
}

/* A list of several personas is a map of each. */
static void build_list(finder *f, cj_window *w, const cj_table *t, cj_grid *grid)
{
    unsigned row = t->list ? t->items.row : grid->line;
    unsigned col = t->list ? t->items.persona : grid->persona, last;
    const cj_long list = cj_long_from(f->arena, w, row, col);
    cj_personas all = cj_long_personas(&list);
    cj_build b;
    size_t i;

    for (i = 0; i < all.n || i == 0; i++) {
        cj_str persona = all.n ? all.name[i] : CJ_STR("");

        begin(f, &b, w, t);
        b.grid = grid;
        last = t->list ? cj_long_items_read(&b, &t->items, persona)
                       : cj_long_rows_read(&b, persona);
        cj_long_name(&b, &list, &all, i, cj_window_text(w, row, col));
        finish(f, &b, last);
    }
}

static void build_grid(finder *f, cj_window *w, const cj_table *t, cj_grid *grid)
{
    unsigned last, more;
    cj_build b;

    begin(f, &b, w, t);
    b.grid = grid;
    cj_grid_read(&b);
    more = cj_grid_attach(&b);
    last = t->found.down ? b.map->phases[b.map->n_phases - 1].last : grid->last;
    finish(f, &b, more > last ? more : last);
}

static void build(finder *f, cj_window *w, const cj_table *t)
{
    cj_grid *grid = NULL;

    if (!t->list) {
        cj_tables_see(w, t->inner);
        grid = cj_grid_at(w, t->found.down, t->found.line, t->found.head);
    }
    cj_tables_see(w, common(t->part, w));
    if (t->list || grid->list)
        build_list(f, w, t, grid);
    else
        build_grid(f, w, t, grid);
}

/* Only what reaches the lower mark is worth a word; all else is just another kind of sheet. */
static bool nearer(const finder *f, const cj_found *found)
{
    if (!found->headless && (found->why == CJ_REFUSED_FAR || found->total < CJ_NEARLY))
        return false;
    if (!f->any_near)
        return true;
    if (found->why != f->near.why)
        return found->why > f->near.why;
    return found->total > f->near.total;
}

static unsigned below(const cj_tables *t)
{
    unsigned i, last = 0;

    for (i = 0; i < t->n; i++)
        last = t->table[i].tight.row2 > last ? t->table[i].tight.row2 : last;
    return last + 1;
}

/* What was read to find the tables serves for building their maps: the window moves into the arena
 * of the maps. */
static void keep(finder *f, cj_window *w)
{
    cj_arena_join(f->arena, f->scratch);
    cj_window_move(w, f->arena);
}

/* All tables of a sheet: where a window has one, another window is opened under it. */
static void search_sheet(finder *f, unsigned sheet, cj_tables *out, cj_found *near)
{
    const cj_sheet *s = &f->book->sheets[sheet];
    unsigned first = 1, i;
    cj_tables some;
    cj_found far;
    cj_window *w;

    memset(near, 0, sizeof *near);
    *out = (cj_tables){ CJ_NEW_N(f->arena, cj_table, CJ_TABLES), 0, CJ_TABLES };
    do {
        cj_arena_reset(f->scratch);
        w = cj_window_open(f->scratch, f->book, sheet, first);
        cj_window_know(w, f->options->config);
        if (first == 1 && f->options->orient != CJ_PHASES_ACROSS &&
            cj_long_items_find(w, &out->table[0].items)) {
            out->table[0].list = true;
            out->table[0].w = w;
            out->n = 1;
            keep(f, w);
            break;
        }
        cj_tables_find(w, f->options->orient, insisted(f) && first == 1, &some,
                       first == 1 ? near : &far);
        for (i = 0; i < some.n && out->n < CJ_TABLES; i++)
            out->table[out->n++] = some.table[i];
        if (some.n)
            keep(f, w);
        first = below(&some);
    } while (some.n && out->n < CJ_TABLES && w->rows < s->rows && first <= s->rows);
    near->labels = cj_str_copy(f->arena, near->labels);
    cj_tables_share(out, (cj_range){ 1, 1, s->rows, s->cols });
}

static void look_at(finder *f, unsigned sheet)
{
    cj_tables tables;
    cj_found near;
    unsigned i;

    search_sheet(f, sheet, &tables, &near);
    for (i = 0; i < tables.n; i++)
        build(f, tables.table[i].w, &tables.table[i]);
    if (!tables.n && nearer(f, &near)) {
        f->near = near;
        f->near_sheet = sheet;
        f->any_near = true;
    }
}

/* A sheet whose name says Evidence or KPI is a section of the map beside it, never a map. The name
 * of a lone sheet says nothing: a CSV is called as its file is. */
static bool candidate(const finder *f, unsigned sheet)
{
    const cj_sheet *s = &f->book->sheets[sheet];
    cj_section_kind kind = f->kind[sheet];

    return s->kind == CJ_WORKSHEET && s->state == CJ_VISIBLE && s->n_cells &&
           (kind == CJ_SECTION_UNKNOWN || kind == CJ_SECTION_MAP || f->book->n_sheets == 1);
}

static cj_rc nothing_found(finder *f, cj_err *err)
{
    if (f->any_near)
        return cj_refuse_near(f->arena, f->book, f->near_sheet, &f->near, err);
    return cj_refuse(f->arena, f->book, err);
}

static bool hidden_map_on(finder *f, unsigned sheet)
{
    const cj_sheet *s = &f->book->sheets[sheet];
    cj_tables tables;
    cj_found near;

    if (s->kind != CJ_WORKSHEET || s->state == CJ_VISIBLE || !s->n_cells)
        return false;
    search_sheet(f, sheet, &tables, &near);
    return tables.n > 0;
}

/* The map may be on a sheet that somebody has hidden; one that only lacks its phases may not be
 * passed over for an old copy. */
static cj_rc hidden_map(finder *f, cj_err *err)
{
    cj_str names = CJ_STR("");
    unsigned i, n = 0;

    if (f->any_near && f->near.headless)
        return nothing_found(f, err);
    for (i = 0; i < f->book->n_sheets && n < NAMED; i++)
        if (hidden_map_on(f, i))
            names = cj_str_fmt(f->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(names), n++ ? ", " : "",
                               CJ_ARG(f->book->sheets[i].name));
    if (!n)
        return nothing_found(f, err);
    return cj_refuse_hidden(names, n > 1, err);
}

static cj_rc find(finder *f, cj_err *err)
{
    unsigned sheet;

    if (f->options->sheet.n) {
        if (cj_book_choose(f->arena, f->book, f->options->sheet, &sheet, err) != CJ_OK)
            return CJ_EUSAGE;
        if (f->book->sheets[sheet].kind == CJ_WORKSHEET)
            look_at(f, sheet);
    } else {
        for (sheet = 0; sheet < f->book->n_sheets; sheet++)
            if (candidate(f, sheet))
                look_at(f, sheet);
    }
    if (f->out->n)
        return CJ_OK;
    return f->options->sheet.n ? nothing_found(f, err) : hidden_map(f, err);
}

cj_rc cj_maps_find(cj_arena *arena, const cj_book *book, const cj_map_options *options,
                   cj_maps *out, cj_err *err)
{
    static const cj_map_options plain = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };
    finder f = { .arena = arena, .options = options ? options : &plain, .out = out };
    cj_rc rc;

    memset(out, 0, sizeof *out);
    f.book = book = cj_book_unmarked(arena, book);
    f.all = CJ_NEW(arena, cj_maps);
    f.kind = kinds(arena, book);
    if (!insisted(&f) && cj_prose(arena, book))
        return cj_refuse_prose(err);
    f.scratch = cj_arena_new_like(f.arena);
    rc = find(&f, err);
    cj_arena_free(f.scratch);
    return rc;
}
