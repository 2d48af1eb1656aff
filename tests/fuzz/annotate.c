/* annotate.c - any CSV annotated: once is twice, and without its marks the book is as it was. */
#include <cj/cj.h>
#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static cj_edit *edits_of(cj_arena *arena, const cj_book *book, cj_lang lang, size_t *n)
{
    cj_lint_options lint = { .profile = CJ_OPERATIONAL, .today = { 2025, 10, 1 } };
    cj_annotate_options how = { lang, { 2025, 10, 1 } };
    cj_checked file = { .path = CJ_STR("map.csv") };
    cj_lint_result *results;
    cj_maps *maps = CJ_NEW(arena, cj_maps);
    cj_err err;
    size_t i;

    if (cj_maps_find(arena, book, NULL, maps, &err) != CJ_OK)
        return NULL;
    results = CJ_NEW_N(arena, cj_lint_result, maps->n);
    for (i = 0; i < maps->n; i++)
        cj_lint_run(arena, &maps->map[i], &lint, &results[i]);
    file.maps = results;
    file.n_maps = maps->n;
    return cj_annotate(arena, book, &file, &how, n);
}

/* Cells that hold nothing are there for their look, which is gone. */
static const cj_book_cell *next_said(const cj_sheet *s, size_t *i)
{
    while (*i < s->n_cells) {
        const cj_book_cell *c = cj_sheet_cell(s, (*i)++);

        if (c->text.n)
            return c;
    }
    return NULL;
}

static void same(const cj_book *is, const cj_book *want)
{
    const cj_sheet *s = &is->sheets[0], *t = &want->sheets[0];
    const cj_book_cell *c, *d;
    size_t i = 0, k = 0;

    assert(is->n_sheets == want->n_sheets && s->n_notes == t->n_notes);
    do {
        c = next_said(s, &i);
        d = next_said(t, &k);
        assert(!c == !d);
        assert(!c || (c->row == d->row && c->col == d->col && cj_str_eq(c->text, d->text)));
        assert(!c || cj_book_ground(is, 0, c->row, c->col) == CJ_NO_FILL);
    } while (c);
}

static void annotate(cj_arena *arena, const cj_book *book)
{
    size_t n, again;
    cj_edit *edits = edits_of(arena, book, CJ_JA, &n);
    const cj_book *is;

    if (!edits)
        return;
    is = cj_book_edited(arena, book, edits, n);
    same(cj_book_unmarked(arena, is), book);
    assert(!edits_of(arena, is, CJ_JA, &again) && !again);
    edits = edits_of(arena, is, CJ_EN, &n);
    same(cj_book_unmarked(arena, cj_book_edited(arena, is, edits, n)), book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new((size_t)1 << 30);
    cj_read_options options = cj_read_options_default();
    cj_str bytes = { (const char *)data, size };
    cj_book *book;
    cj_err err;

    options.encoding = CJ_STR("UTF-8");
    if (cj_book_parse(arena, bytes, CJ_STR("map.csv"), &options, &book, &err) == CJ_OK)
        annotate(arena, book);
    cj_arena_free(arena);
    return 0;
}
