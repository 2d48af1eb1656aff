/* map.c - any grid as a map: no crash, no hang, every cell claimed or left over once; and as a list. */
#include <cj/layout.h>
#include <cj/outline.h>
#include <cj/render.h>
#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the direction and the sheets, the next four a merged area; then a TAB
 * parts cells, a line is a row, \1 in front of a line begins another sheet named by it. */
static cj_book *grid_of(cj_arena *arena, cj_str text, const uint8_t *merge)
{
    cj_book *book = cj_book_new(arena, CJ_XLSX);
    cj_sheet *sheet = cj_book_add_sheet(arena, book, CJ_STR("Map"));
    cj_str line, piece;
    unsigned row = 0, col;

    CJ_ROOM(arena, sheet->merges, sheet->n_merges, sheet->cap_merges);
    sheet->merges[sheet->n_merges++] =
        (cj_range){ merge[0] % 16u + 1, merge[1] % 8u + 1,
                    merge[0] % 16u + 1 + merge[2] % 4u, merge[1] % 8u + 1 + merge[3] % 4u };
    while (cj_str_split(&text, '\n', &line)) {
        if (line.n && *line.p == 1) {
            cj_sheet_seal(arena, sheet);
            sheet = cj_book_add_sheet(arena, book, cj_str_from(line, 1));
            row = 0;
            continue;
        }
        for (col = 1, row++; cj_str_split(&line, '\t', &piece); col++) {
            cj_book_cell *c =
                piece.n && col < 200 ? cj_sheet_add(arena, sheet, row, col) : NULL;

            if (c) {
                c->text = piece;
                c->value = CJ_V_TEXT;
            }
        }
    }
    cj_sheet_seal(arena, sheet);
    return book;
}

static void check(const cj_map *m)
{
    size_t i, cells = 0;

    for (i = 0; i < m->n_elements; i++)
        assert(m->elements[i].cells && m->elements[i].key.n);
    for (i = 1; i < m->n_leaves; i++)
        assert(m->leaves[i].text.n);
    for (i = 0; i < m->book->n_sheets; i++)
        cells += m->book->sheets[i].n_cells;
    assert(m->n_leaves + m->n_leftover <= cells);
    assert(cj_map_completeness(m, NULL).n <= cj_map_completeness(m, NULL).of);
    assert(cj_map_coverage(m, NULL).n <= cj_map_coverage(m, NULL).of);
}

/* As a page it can be printed, whatever stands in its cells. */
static void print(cj_arena *arena, const cj_maps *maps)
{
    const cj_outline_options how = { CJ_LANG_AUTO, false };
    cj_report *page = cj_outline_page(arena, &how, CJ_STR("m"), maps);
    FILE *nowhere = fopen("/dev/null", "w");

    assert(nowhere && cj_render_html(arena, page, nowhere, NULL) == CJ_OK);
    assert(cj_render_md(arena, page, nowhere, NULL) == CJ_OK);
    fclose(nowhere);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new((size_t)1 << 30);
    cj_map_options options = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };
    cj_maps maps;
    cj_err err;
    size_t i;

    if (size > 5) {
        cj_str text = { (const char *)data + 5, size - 5 };

        options.orient = (cj_orient)(*data % 3);
        if (*data & 64)
            options.sheet = CJ_STR("-1");
        if (cj_maps_find(arena, grid_of(arena, text, data + 1), &options, &maps, &err) ==
            CJ_OK) {
            for (i = 0; i < maps.n; i++)
                check(&maps.map[i]);
            assert(cj_layout_long(arena, &maps, CJ_LANG_AUTO)->sheets->n_cells > 6);
            assert(cj_journey_text(arena, &maps, CJ_LANG_AUTO).n);
            print(arena, &maps);
        } else {
            assert(cj_err_line(arena, &err, CJ_JA).n);
        }
    }
    cj_arena_free(arena);
    return 0;
}
