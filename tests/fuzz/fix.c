/* fix.c - any CSV mended: no crash, no hang, sound edits, and a book that can be read again. Unsafe fixes end, too. */
#include <cj/cj.h>
#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each cell once, in order; another text than before, in a cell that held one. */
static void check(const cj_book *book, const cj_fixes *fixes, bool safe)
{
    size_t i;

    for (i = 0; i < fixes->n; i++) {
        const cj_fixed *f = &fixes->at[i];
        const cj_edit *e = &f->edit, *before = i ? &fixes->at[i - 1].edit : e;
        const cj_book_cell *c = cj_sheet_find(&book->sheets[e->sheet], e->row, e->col);

        assert(e == before || before->row < e->row ||
               (before->row == e->row && before->col < e->col));
        assert(c && c->value == CJ_V_TEXT && cj_str_eq(c->text, f->was));
        assert((!safe || e->text.n) && !cj_str_eq(e->text, f->was) && f->n_rules);
    }
}

static void mend(cj_arena *arena, const cj_book *book, const cj_maps *maps)
{
    cj_lint_options options = { .profile = CJ_OPERATIONAL, .today = { 2025, 10, 1 } };
    cj_map_options every = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };
    cj_fixes fixes;
    cj_edit *edits;
    cj_book *is;
    cj_maps again;
    cj_err err;
    size_t i;

    cj_fixes_safe(arena, maps, &options, &fixes);
    check(book, &fixes, true);
    edits = CJ_NEW_N(arena, cj_edit, fixes.n + 1);
    for (i = 0; i < fixes.n; i++)
        edits[i] = fixes.at[i].edit;
    is = cj_book_edited(arena, book, edits, fixes.n);
    assert(is->n_cells == book->n_cells);
    if (cj_maps_find(arena, is, &every, &again, &err) == CJ_OK)
        cj_fixes_safe(arena, &again, &options, &fixes);
    cj_fixes_unsafe(arena, maps, &options, &fixes);
    check(book, &fixes, false);
    for (i = 0; i < fixes.n; i++)
        is = cj_book_edited(arena, book, &fixes.at[i].edit, 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new((size_t)1 << 30);
    cj_read_options options = cj_read_options_default();
    cj_str bytes = { (const char *)data, size };
    cj_map_options every = { { NULL, 0 }, CJ_ORIENT_AUTO, NULL };
    cj_book *book;
    cj_maps maps;
    cj_err err;

    options.encoding = CJ_STR("UTF-8");
    if (cj_book_parse(arena, bytes, CJ_STR("map.csv"), &options, &book, &err) == CJ_OK &&
        cj_maps_find(arena, book, &every, &maps, &err) == CJ_OK)
        mend(arena, book, &maps);
    cj_arena_free(arena);
    return 0;
}
