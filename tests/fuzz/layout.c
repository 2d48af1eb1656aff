/* layout.c - any grid in the standard form: nothing is lost, and the second run gives the same bytes. */
#include <cj/layout.h>
#include <cj/read.h>
#include <cj/write.h>
#include "base/utf8.h"
#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static cj_sheet *last(const cj_book *book)
{
    return &book->sheets[book->n_sheets - 1];
}

static void add_cell(cj_arena *arena, cj_book *book, unsigned row, unsigned col,
                     cj_str text)
{
    cj_book_cell *c = cj_sheet_add(arena, last(book), row, col);

    if (*text.p == 2) {
        c->style = cj_book_style(arena, book, (cj_style){ .strike = true });
        text = cj_str_from(text, 1);
    }
    c->text = text;
    c->value = CJ_V_TEXT;
}

static void add_side(cj_arena *arena, cj_sheet *s, unsigned row, unsigned col, cj_str text)
{
    if (text.n && *text.p == 4) {
        CJ_ROOM(arena, s->links, s->n_links, s->cap_links);
        s->links[s->n_links++] =
            (cj_book_link){ { row, col, row, col }, cj_str_from(text, 1) };
    } else if (text.n) {
        CJ_ROOM(arena, s->notes, s->n_notes, s->cap_notes);
        s->notes[s->n_notes++] = (cj_book_note){ .row = row, .col = col, .text = text };
    }
}

/* What is behind \3 in a cell is its comment, behind \3\4 its link. */
static void add_piece(cj_arena *arena, cj_book *book, unsigned row, unsigned col,
                      cj_str piece)
{
    size_t side = cj_str_find(piece, CJ_STR("\3"));

    if (side != CJ_NONE)
        add_side(arena, last(book), row, col, cj_str_from(piece, side + 1));
    piece = side == CJ_NONE ? piece : cj_str_cut(piece, 0, side);
    if (piece.n)
        add_cell(arena, book, row, col, piece);
}

/* Four bytes are a merged area; then a TAB parts cells, a line is a row, \1 in front of a line begins
 * another sheet named by it, \2 in front of a cell strikes it through, \v is a line break in it. */
static cj_book *grid_of(cj_arena *arena, cj_str text, const uint8_t *merge)
{
    cj_book *book = cj_book_new(arena, CJ_XLSX);
    cj_str line, piece;
    unsigned row = 0, col;
    cj_sheet *s = cj_book_add_sheet(arena, book, CJ_STR("Map"));
    cj_range area = { merge[0] % 16u + 1, merge[1] % 8u + 1, 0, 0 };

    area.row2 = area.row1 + merge[2] % 4u;
    area.col2 = area.col1 + merge[3] % 4u;
    CJ_ROOM(arena, s->merges, s->n_merges, s->cap_merges);
    s->merges[s->n_merges++] = area;
    while (cj_str_split(&text, '\n', &line)) {
        if (line.n && *line.p == 1) {
            cj_book_add_sheet(arena, book,
                              cj_sheet_name_fit(arena, book, cj_str_from(line, 1)));
            row = 0;
            continue;
        }
        for (col = 1, row++; col < 100 && cj_str_split(&line, '\t', &piece); col++)
            if (piece.n)
                add_piece(arena, book, row, col, piece);
    }
    for (row = 0; row < book->n_sheets; row++)
        cj_sheet_seal(arena, &book->sheets[row]);
    return book;
}

static uint64_t stir(uint64_t hash, cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * 0x100000001b3u;
    return (hash ^ 0xff) * 0x100000001b3u;
}

/* A row that says something, in whatever order rows stand. */
static uint64_t row_of(const cj_map *m, const cj_element *e)
{
    uint64_t hash = stir(stir(0xcbf29ce484222325u, e->key), e->group);
    size_t i, k, n = 0;

    for (k = 0; k < m->n_phases; k++)
        for (i = 0; i < e->cells[k].n_items; i++, n++)
            hash = stir(hash + k, e->cells[k].items[i].text);
    return n ? hash : 0;
}

/* The same number for the same maps. */
static uint64_t reading_of(const cj_maps *maps)
{
    uint64_t all = 0;
    size_t i, k;

    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];

        for (k = 0; k < m->n_phases; k++)
            all += stir(stir(k + 1, m->phases[k].name), m->phases[k].group);
        for (k = 0; k < m->n_elements; k++)
            all += row_of(m, &m->elements[k]);
    }
    return all;
}

/* The book laid out, written and read back; false: no map is found in it. */
static bool lay(cj_arena *arena, const cj_book *old, const cj_layout_options *how,
                cj_str *bytes, cj_book **again, uint64_t *is)
{
    cj_read_options read = cj_read_options_default();
    cj_csv_options form = cj_csv_options_new(CJ_CSV);
    cj_layout layout;
    cj_maps maps;
    cj_err err;
    size_t n;

    if (cj_maps_find(arena, old, NULL, &maps, &err) != CJ_OK ||
        (how->stacked && maps.n > 1))
        return false;
    *is = reading_of(&maps);
    cj_layout_make(arena, &maps, how, &layout);
    if (how->stacked)
        *bytes = cj_csv_write(arena, layout.book, 0, &form);
    else
        assert(cj_xlsx_write(arena, layout.book, bytes, &err) == CJ_OK);
    if (cj_book_parse(arena, *bytes, CJ_STR("again"), &read, again, &err) != CJ_OK) {
        assert(how->stacked); /* with too many control characters it is no CSV */
        return false;
    }
    cj_layout_check(arena, &maps, &layout, *again, &n);
    assert(n == 0);
    return true;
}

/* Noise may hold rows that look like another table's header once they stand elsewhere: where another map
 * is read from the new book, nothing may be lost, and that is all; the same map is the same bytes. */
static void lay_twice(cj_arena *arena, const cj_book *book, const cj_layout_options *how)
{
    cj_str first, second;
    cj_book *again, *twice;
    uint64_t was, is;

    if (!lay(arena, book, how, &first, &again, &was) ||
        !lay(arena, again, how, &second, &twice, &is))
        return;
    if (was == is)
        assert(cj_str_eq(first, second));
}

/* Valid UTF-8, as readers give it. */
static cj_str text_of(cj_arena *arena, const uint8_t *data, size_t size)
{
    cj_str rest = { (const char *)data, size };
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (cp == '\v')
            cj_utf8_put(&b, '\n');
        else if (cp)
            cj_utf8_put(&b, cp);
    }
    return cj_buf_str(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new((size_t)1 << 30);
    cj_layout_options how = { .guide = true, .blank = 5 };
    cj_book *book;

    if (size > 5) {
        how.stacked = *data & 1;
        how.transpose = *data & 2;
        how.lang = *data & 4 ? CJ_JA : *data & 8 ? CJ_EN : CJ_LANG_AUTO;
        book = grid_of(arena, text_of(arena, data + 5, size - 5), data + 1);
        lay_twice(arena, book, &how);
    }
    cj_arena_free(arena);
    return 0;
}
