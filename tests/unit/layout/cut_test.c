/* cut_test.c - what is too long for a cell of Excel goes on in the notes. */
#include "laid.h"
#include <string.h>

enum { MOST = 32767 };

static size_t units(cj_str s)
{
    size_t i, n = 0;

    for (i = 0; i < s.n; i++)
        n += ((unsigned char)s.p[i] & 0xc0) != 0x80 ? 1 + ((unsigned char)s.p[i] >= 0xf0)
                                                    : 0;
    return n;
}

static cj_str repeated(cj_arena *a, const char *what, size_t times)
{
    size_t n = strlen(what), i;
    char *p = cj_alloc(a, n * times + 1);

    for (i = 0; i < times; i++)
        memcpy(p + i * n, what, n);
    return (cj_str){ p, n * times };
}

static const struct {
    const char *what;
    size_t times;
    size_t rows;        /* of notes that go on */
    const char *begins; /* the rest does so */
} texts[] = {
    { "長", MOST, 0, "" },
    { "長", MOST + 1, 1, "長" },
    { "x", 100000, 3, "x" },
    { "😀", MOST, 2, "😀" },
    { "x😀", 22000, 2, "😀" },
    { "👩‍👩‍👧‍👦", 4000, 1, "👩‍👩‍👧‍👦" },
    { "が\xe3\x82\x99", 20000, 1, "が" },
    { "🇯🇵", 10000, 1, "🇯🇵" },
    { "・項目を確認する\n", 5000, 1, "・項目" },
    { "word and ", 5000, 1, "" },
    { "文が続く。", 8000, 1, "文が" },
    { "-", MOST + 5, 1, "-" },
    { "a-", MOST, 2, "a-" },
};

static cj_book *book_with(laid *l, unsigned row, unsigned col, cj_str text)
{
    cj_book *book = make_book(
        l->arena,
        "項目\t導入期\t更新期\n顧客のゴール\t出したい\t示したい\n行動\t読む\t比べる\n"
        "課題\t用語\t効果\nKPI\t作成率\t更新率\n打ち手\t用語集\t提案\n");
    cj_book_cell *c = (cj_book_cell *)cj_sheet_find(&book->sheets[0], row, col);

    if (!c)
        c = cj_sheet_add(l->arena, &book->sheets[0], row, col);
    c->value = CJ_V_TEXT;
    c->text = text;
    cj_sheet_seal(l->arena, &book->sheets[0]);
    return book;
}

static void check_cells(const laid *l, const char *name, cj_str *first, size_t *rows)
{
    unsigned sheet;
    size_t i;

    *rows = 0;
    for (sheet = 0; sheet < l->again->n_sheets; sheet++)
        for (i = 0; i < l->again->sheets[sheet].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&l->again->sheets[sheet], i), *next;

            cr_assert_leq(units(c->text), MOST, "%s", name);
            if (!cj_str_starts(c->text, CJ_STR("続き: ")))
                continue;
            next = cj_sheet_find(&l->again->sheets[sheet], c->row, 2);
            if (!(*rows)++)
                *first = next->text;
        }
}

static void try_one(size_t i, unsigned row, unsigned col, bool csv)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_str rest = CJ_STR("");
    size_t rows;

    laid_book(&l, book_with(&l, row, col, repeated(l.arena, texts[i].what, texts[i].times)),
              csv);
    check_cells(&l, texts[i].what, &rest, &rows);
    cr_assert_eq(rows, texts[i].rows, "%s: %zu rows", texts[i].what, rows);
    cr_assert_eq(l.layout.n_cut, rows > 0);
    cr_assert(cj_str_starts(rest, cj_str_of(texts[i].begins)), "%s", texts[i].what);
    laid_sound(&l, csv);
    cj_arena_free(l.arena);
}

Test(cut, cells_of_the_grid)
{
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++) {
        try_one(i, 2, 2, false);
        try_one(i, 2, 2, true);
        try_one(i, 3, 2, false);
    }
}

Test(cut, texts_outside)
{
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
        try_one(i, 3, 9, false);
}

Test(cut, rows_that_are_read_as_one)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_str text = repeated(l.arena, "・項目を確認する\n", 2000), rest;
    cj_book *book = book_with(&l, 7, 2, text);
    size_t rows;

    book = make_book(l.arena, "項目\t導入期\t更新期\n顧客のゴール\t出したい\t示したい\n"
                              "課題\t用語\t効果\n行動\tx\t比べる\n\ty\t\n\tz\t\n");
    for (unsigned row = 4; row < 7; row++)
        ((cj_book_cell *)cj_sheet_find(&book->sheets[0], row, 2))->text =
            cj_str_fmt(l.arena, CJ_FMT "%u", CJ_ARG(text), row);
    laid_book(&l, book, false);
    check_cells(&l, "joined", &rest, &rows);
    cr_assert_eq(rows, 1u);
    cr_assert(cj_str_starts(rest, CJ_STR("・項目を確認する\n")));
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}

Test(cut, comments_too)
{
    laid l = { .arena = cj_arena_new(0) };
    cj_book *book = book_with(&l, 2, 2, CJ_STR("出したい"));
    cj_book_note note = { .row = 2,
                          .col = 2,
                          .text = repeated(l.arena, "長い注釈 ", 9000) };
    cj_str rest;
    size_t rows;

    CJ_ROOM(l.arena, book->sheets[0].notes, book->sheets[0].n_notes,
            book->sheets[0].cap_notes);
    book->sheets[0].notes[book->sheets[0].n_notes++] = note;
    laid_book(&l, book, false);
    check_cells(&l, "comment", &rest, &rows);
    cr_assert_eq(rows, 1u);
    laid_sound(&l, false);
    cj_arena_free(l.arena);
}
