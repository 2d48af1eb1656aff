/* bounds_test.c - maps far larger than a team's are compared in about the time that it takes to make them,
 * with everything changed: nothing grows with the square of a map. */
#include <cj/diff.h>
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "../make_book.h"
#include "base/buf.h"
#include "map/items.h"

enum { ACROSS = 200, DOWN = 200 };

static double seconds_since(clock_t start)
{
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* ---- read from a book --------------------------------------------------------------------------- */

enum { BOOK_ACROSS = 59, BOOK_DOWN = 150 };

/* Both rows and phases in another order, and every text another one. */
static const char *book_text(cj_arena *a, int round)
{
    static const char *const known[] = { "Customer Goal", "Customer Actions", "Pain Points",
                                         "Definition of Success" };
    unsigned i, k;
    cj_buf b;

    cj_buf_init(&b, a);
    cj_buf_z(&b, "Item");
    for (k = 0; k < BOOK_ACROSS; k++)
        cj_buf_fmt(&b, "\tStage %u: step%u", k + 1, round ? BOOK_ACROSS - k : k + 1);
    for (i = 0; i < BOOK_DOWN; i++) {
        if (i < 4)
            cj_buf_fmt(&b, "\n%s", known[i]);
        else
            cj_buf_fmt(&b, "\nown row %u", round ? BOOK_DOWN - i : i);
        for (k = 0; k < BOOK_ACROSS; k++)
            cj_buf_fmt(&b, "\t%s the %u tools of %u\\n%s %u",
                       round ? "putting" : "looking at", i * 7 + k, k,
                       round ? "round again" : "second one", i * k);
    }
    cj_buf_byte(&b, '\n');
    return cj_str_z(a, cj_buf_str(&b));
}

Test(diff_bounds, a_book_with_everything_changed, .timeout = 60)
{
    cj_arena *a = cj_arena_new(0);
    cj_err err;
    clock_t start = clock();
    const cj_map *old = make_map(a, book_text(a, 0), &err),
                 *now = make_map(a, book_text(a, 1), &err);
    double making = seconds_since(start), took;
    cj_diff d;

    cr_assert(old && now, "no map");
    cr_assert_eq(old->n_phases, (size_t)BOOK_ACROSS, "%zu phases", old->n_phases);
    cr_assert_eq(now->n_elements, (size_t)BOOK_DOWN, "%zu rows", now->n_elements);
    start = clock();
    cj_diff_maps(a, old, now, &d);
    took = seconds_since(start);
    cr_expect_gt(cj_diff_count(&d), (size_t)BOOK_DOWN);
    cr_expect_lt(took, 8 * making + 0.1, "%.2f s, made in %.2f s", took, making);
    cj_arena_free(a);
}

/* ---- as large as can be ----------------------------------------------------------------------- */

/* What a text of the cell in that row and phase is, in that round. */
typedef cj_str (*teller)(cj_arena *, unsigned row, unsigned phase, int round);

static cj_str all_new(cj_arena *a, unsigned row, unsigned phase, int round)
{
    if (round)
        return cj_str_fmt(a, "put %u screws into %u\n- and shelf%u back", phase, row,
                          row * 3 + phase);
    return cj_str_fmt(a, "look for %u tools at %u\n- ask teacher%u now", row, phase,
                      row + phase * 5);
}

/* Worded anew a little, in rows and phases that are called otherwise. */
static cj_str alike(cj_arena *a, unsigned row, unsigned phase, int round)
{
    return cj_str_fmt(a, "look for %u tools at shelf %u%s\n- ask teacher%u%s", row, phase,
                      round ? " again" : "", row + phase * 5, round ? " later" : "");
}

/* All stands one phase later. */
static cj_str shifted(cj_arena *a, unsigned row, unsigned phase, int round)
{
    unsigned from = (phase + (unsigned)round) % ACROSS;

    return cj_str_fmt(a, "look for %u tools at shelf %u", row, from);
}

static const cj_map *made(cj_arena *a, teller tell, bool renamed, int round)
{
    cj_map *m = CJ_NEW(a, cj_map);
    cj_book *book = cj_book_new(a, CJ_CSV);
    unsigned r, p;

    cj_book_add_sheet(a, book, CJ_STR("Map"));
    *m = (cj_map){ .book = book, .lang = CJ_EN, .n_phases = ACROSS, .n_elements = DOWN };
    m->phases = CJ_NEW_N(a, cj_phase, ACROSS);
    m->elements = CJ_NEW_N(a, cj_element, DOWN);
    for (p = 0; p < ACROSS; p++) {
        m->phases[p].name = m->phases[p].key =
            cj_str_fmt(a, "phase%u of %d", p, renamed ? round : 0);
        m->phases[p].order = p;
        m->phases[p].at = (cj_span){ 0, 1, p + 2, 0, 0 };
    }
    for (r = 0; r < DOWN; r++) {
        cj_element *e = &m->elements[r];

        e->label = cj_str_fmt(a, "row%u of %d", r, renamed ? round : 0);
        e->key = cj_str_fmt(a, "x:" CJ_FMT, CJ_ARG(e->label));
        e->at = (cj_span){ 0, r + 2, 1, 0, 0 };
        e->cells = CJ_NEW_N(a, cj_cell, ACROSS);
        for (p = 0; p < ACROSS; p++) {
            e->cells[p] =
                (cj_cell){ .element = r, .phase = p, .at = { 0, r + 2, p + 2, 0, 0 } };
            e->cells[p].text = tell(a, r, p, round);
            cj_cell_parse(a, &e->cells[p]);
        }
    }
    return m;
}

Test(diff_bounds, two_hundred_phases_and_rows, .timeout = 120)
{
    static const struct {
        const char *what;
        teller tell;
        bool renamed;
    } cases[] = {
        { "all texts new", all_new, false },
        { "all texts and names new", all_new, true },
        { "all worded anew", alike, false },
        { "all worded anew, all names new", alike, true },
        { "all in the next phase", shifted, false },
        { "all in the next phase, all names new", shifted, true },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        clock_t start = clock();
        const cj_map *old = made(a, cases[i].tell, cases[i].renamed, 0),
                     *now = made(a, cases[i].tell, cases[i].renamed, 1);
        double making = seconds_since(start), took;
        cj_diff d;

        start = clock();
        cj_diff_maps(a, old, now, &d);
        took = seconds_since(start);
        if (getenv("CJ_TIMES"))
            fprintf(stderr, "%s: %.2f s, made in %.2f s\n", cases[i].what, took, making);
        cr_expect_gt(cj_diff_count(&d), 0u, "%s", cases[i].what);
        cr_expect_lt(took, 8 * making + 0.1, "%s: %.2f s, %zu changes, made in %.2f s",
                     cases[i].what, took, d.n, making);
        cj_arena_free(a);
    }
}
