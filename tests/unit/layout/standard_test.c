/* standard_test.c - thousands of made-up maps in the standard form: the same maps, the same bytes again. */
#include <criterion/criterion.h>
#include "../alike.h"
#include "../generate.h"
#include "../laid.h"
#include "base/buf.h"

#ifdef __SANITIZE_ADDRESS__
enum { MAPS = 200, SHOWN = 3 }; /* ten times slower */
#else
enum { MAPS = 2000, SHOWN = 3 };
#endif
enum { LONGEST = 32767 };

#define DIFFER(...) return cj_str_z(arena, cj_str_fmt(arena, __VA_ARGS__))

/* ---- texts that spreadsheets and programs stumble over --------------------------------------- */

static cj_str long_text(cj_arena *arena)
{
    char *p = cj_alloc_text(arena, LONGEST);
    size_t i;

    for (i = 0; i < LONGEST; i++)
        p[i] = i % 60 == 59 ? ' ' : (char)('a' + i % 26);
    p[LONGEST - 1] = 'z';
    return (cj_str){ p, LONGEST };
}

static cj_str nasty(cj_arena *arena, unsigned seed)
{
    static const char *const texts[] = {
        "=1+1",
        "+81-3-1234-5678",
        "@name",
        "-2",
        "'=quoted",
        "😀 うれしい 👩‍💻",
        "\"quoted\", and; more",
        "0012",
        "1.50",
        "TRUE",
        "#N/A",
        "<b>&amp;</b>",
        "a\tb",
        "・一つ目\n・二つ目\n　・その中",
        "１２３ＡＢＣ",
        "𠮷野家",
        "_x000D_",
        "2025/6/3",
        "令和7年6月3日",
        "100%",
        "https://example.com/?a=1&b=2",
    };
    unsigned n = sizeof texts / sizeof *texts;

    return seed % 97 == 5 ? long_text(arena) : cj_str_of(texts[seed % n]);
}

/* In rows of the team's own and in notes beside the records, where any text may stand. */
static void spoil(cj_arena *arena, const gen_map *m)
{
    unsigned s, i, n = 0;

    for (s = 0; s < m->book->n_sheets; s++)
        for (i = 0; i < m->book->sheets[s].n_cells; i++) {
            cj_book_cell *c = (cj_book_cell *)cj_sheet_cell(&m->book->sheets[s], i);

            if (c->value == CJ_V_TEXT && cj_str_has(c->text, CJ_STR("甲")) &&
                c->text.n < 60 && !cj_str_has(c->text, CJ_STR("[")) &&
                (m->seed * 31 + i * 7) % 23 == 0 && n++ < 4)
                c->text = nasty(arena, m->seed + i);
        }
}

/* Cells that are merged with their neighbour, beside them or below, whose text goes. */
static void join(cj_arena *arena, const gen_map *m)
{
    cj_sheet *s = &m->book->sheets[0];
    unsigned i, n = 0;

    for (i = m->seed % 7; m->seed % 3 == 0 && i < s->n_cells && n < 3; i += 11) {
        const cj_book_cell *c = cj_sheet_cell(s, i);
        bool below = (m->seed + i) % 2;
        cj_book_cell *next =
            (cj_book_cell *)cj_sheet_find(s, c->row + below, c->col + (below ? 0u : 1u));

        if (!next || c->value != CJ_V_TEXT || cj_sheet_merge(s, c->row, c->col) ||
            cj_sheet_merge(s, next->row, next->col))
            continue;
        next->value = CJ_V_EMPTY;
        next->text = CJ_STR("");
        CJ_ROOM(arena, s->merges, s->n_merges, s->cap_merges);
        s->merges[s->n_merges++] = (cj_range){ c->row, c->col, next->row, next->col };
        cj_sheet_seal(arena, s);
        n++;
    }
}

/* ---- there and back ------------------------------------------------------------------------------- */

static const char *there_and_back(cj_arena *arena, const cj_maps *maps,
                                  const cj_layout_options *how)
{
    const char *what;
    laid first, second;

    if ((what = laid_make(arena, maps, how, &first)) ||
        (!laid_another_way(&maps->map[0]) &&
         (what = alike_differ(arena, &maps->map[0], &first.maps.map[0]))))
        return what;
    if ((what = laid_make(arena, &first.maps, how, &second)))
        DIFFER("again: %s", what);
    if ((what = alike_differ(arena, &first.maps.map[0], &second.maps.map[0])))
        DIFFER("twice: %s", what);
    if (!cj_str_eq(first.bytes, second.bytes))
        DIFFER("other bytes the second time: %zu, %zu", first.bytes.n, second.bytes.n);
    return NULL;
}

static const char *differ(cj_arena *arena, unsigned seed, bool workbook)
{
    const gen_map *m = gen_make(arena, seed);
    cj_layout_options how = { .stacked = !workbook,
                              .guide = true,
                              .transpose = seed % 5 == 0 };
    cj_maps maps;
    cj_err err;

    spoil(arena, m);
    join(arena, m);
    if (cj_maps_find(arena, m->book, NULL, &maps, &err) != CJ_OK)
        return NULL; /* spoilt too much */
    return there_and_back(arena, &maps, &how);
}

static void all(bool workbook)
{
    cj_arena *arena = cj_arena_new(0);
    unsigned seed, failed = 0;

    for (seed = 0; seed < MAPS; seed++) {
        const char *what = differ(arena, seed, workbook);

        if (what && failed++ < SHOWN)
            cr_expect(false, "seed %u: %s" CJ_FMT, seed, what,
                      CJ_ARG(gen_show(arena, gen_make(arena, seed)->book)));
        cj_arena_reset(arena);
    }
    cr_expect_eq(failed, 0, "%u of %u maps", failed, (unsigned)MAPS);
    cj_arena_free(arena);
}

Test(standard, generated_csv, .timeout = 120)
{
    all(false);
}

Test(standard, generated_workbooks, .timeout = 300)
{
    all(true);
}
