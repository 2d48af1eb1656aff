/* bounds_test.c - what keeps books of many sheets and sheets of many cells from costing much. */
#include "../make_book.h"
#include "base/buf.h"
#include "map/window.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define GRID "項目\t導入期\t活用期\nゴール\ta\tb\n行動\tc\td\n課題\te\tf\n"

enum { MAPS = 70, ROWS = 10000 };

/* 70 maps beside 20,001 cells of KPI: a million cells are enough for the first and 49 more. */
Test(bounds, maps_share_a_ration_of_section_cells)
{
    cj_arena *a = cj_arena_new(0);
    cj_maps maps;
    cj_buf b;
    size_t i, all = 0;

    cj_buf_init(&b, a);
    cj_buf_z(&b, GRID);
    for (i = 1; i < MAPS; i++)
        cj_buf_fmt(&b, "=== m%zu\n%s", i, GRID);
    cj_buf_z(&b, "=== KPI\nKPI\t目標\n");
    for (i = 1; i < ROWS; i++)
        cj_buf_z(&b, "k\t1\n");
    cj_buf_byte(&b, 0);
    cr_assert_eq(cj_maps_find(a, make_book(a, b.p), NULL, &maps, NULL), CJ_OK);
    cr_assert_eq(maps.n, MAPS);
    cr_expect_eq(maps.map[0].n_sections, 1);
    for (i = 0; i < maps.n; i++)
        all += maps.map[i].n_sections;
    cr_expect_eq(all, 50, "%zu", all);
    cj_arena_free(a);
}

Test(bounds, a_window_is_small)
{
    cj_arena *a = cj_arena_new(0);
    cj_window *w;
    cj_buf b;
    int i, j;

    cj_buf_init(&b, a);
    for (i = 0; i < 1000; i++, cj_buf_byte(&b, '\n'))
        for (j = 0; j < 100; j++)
            cj_buf_z(&b, j ? "\tゴール" : "ゴール");
    cj_buf_byte(&b, 0);
    w = cj_window_open(a, make_book(a, b.p), 0, 1);
    cr_expect_eq(w->rows, CJ_WINDOW_ROWS);
    cr_expect_eq(w->cols, CJ_WINDOW_COLS);
    cj_arena_free(a);
}

/* ---- sheets that are none, in a bounded time --------------------------------------------------- */

typedef enum filling {
    TEXTS,
    LABELS,
    LABELS_AND_PHASES,
    TABLES,
    MAPS_STACKED,
    LISTS,
    PERSONAS,
    REPEATS
} filling;

static const char *const vocabulary[] = { "ゴール",      "行動",  "課題", "KPI",
                                          "打ち手",      "感情",  "Goal", "Actions",
                                          "Pain Points", "Owner", "担当", "Touchpoints" };
static const char *const headers[] = { "導入期", "活用期",   "更新期", "Onboarding",
                                       "Phase",  "フェーズ", "項目",   "Renewal" };

static const char *cell_of(filling kind, unsigned row, unsigned col, cj_str *made,
                           cj_arena *a)
{
    unsigned n = row * 31 + col * 17;

    switch (kind) {
    case LABELS:
        return vocabulary[n % 12];
    case LABELS_AND_PHASES:
        return n % 3 ? vocabulary[n % 12] : headers[n % 8];
    case TABLES: /* headers over two labels, again and again */
        if (row % 4 == 0 || col % 4 == 0)
            return "";
        return row % 4 == 1   ? headers[col % 4 - 1]
               : col % 4 == 1 ? vocabulary[row % 4]
                              : "x";
    case MAPS_STACKED:
        return row % 5 == 0   ? ""
               : row % 5 == 1 ? headers[col % 3]
               : col          ? "x"
                              : vocabulary[row % 5];
    case LISTS:
        return col == 0 ? headers[row % 3] : row ? "x" : vocabulary[col % 12];
    case PERSONAS: /* sixty of them, in no order */
        if (!row)
            return col == 0 ? "Persona" : col == 1 ? "Phase" : vocabulary[col % 12];
        if (col == 0)
            *made = cj_str_fmt(a, "P%u", row * 7 % 60);
        return col == 0 ? made->p : col == 1 ? headers[row % 3] : "x";
    case REPEATS:
        return col % 2 ? "導入期" : "行動";
    default:
        *made = cj_str_fmt(a, "顧客は%u月に%u件の資料を見る", row % 12, n);
        return made->p;
    }
}

static cj_book *fill(cj_arena *a, filling kind, unsigned rows, unsigned cols)
{
    cj_book *book = cj_book_new(a, CJ_XLSX);
    cj_sheet *sheet;
    unsigned row, col;

    cj_book_add_sheet(a, book, CJ_STR("Map"));
    sheet = &book->sheets[0];
    for (row = 0; row < rows; row++)
        for (col = 0; col < cols; col++) {
            cj_str made = { NULL, 0 };
            const char *text = cell_of(kind, row, col, &made, a);
            cj_book_cell *c;

            if (!*text)
                continue;
            c = cj_sheet_add(a, sheet, row + 1, col + 1);
            c->value = CJ_V_TEXT;
            c->text = made.n ? made : cj_str_of(text);
        }
    cj_sheet_seal(a, sheet);
    return book;
}

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* Milliseconds on one core of 2020, with half a second for each as the promise; the bound here is
 * wide enough for sanitizers. */
Test(bounds, no_sheet_takes_long)
{
    static const struct {
        const char *name;
        filling kind;
        unsigned rows, cols;
    } sheets[] = {
        { "5,000 x 200 texts", TEXTS, 5000, 200 },
        { "a window of labels", LABELS, 400, 60 },
        { "a window of labels and phases", LABELS_AND_PHASES, 400, 60 },
        { "1,500 small tables", TABLES, 400, 60 },
        { "stacked maps without end", MAPS_STACKED, 5000, 4 },
        { "a list of 20,000 lines", LISTS, 20000, 8 },
        { "a list of 20,000 lines and 60 personas", PERSONAS, 20000, 8 },
        { "the same two words", REPEATS, 400, 60 },
    };
    size_t i;

    for (i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = fill(a, sheets[i].kind, sheets[i].rows, sheets[i].cols);
        double begin = seconds(), took;
        cj_maps maps;

        cj_maps_find(a, book, NULL, &maps, NULL);
        took = seconds() - begin;
        cr_expect(took < 5, "%s: %.0f ms", sheets[i].name, took * 1000);
        if (getenv("CJ_TIMES"))
            fprintf(stderr, "%s: %.1f ms, %zu maps\n", sheets[i].name, took * 1000, maps.n);
        cj_arena_free(a);
    }
}

Test(bounds, a_thousand_sheets)
{
    cj_arena *a = cj_arena_new(0);
    double begin, took;
    cj_book *book;
    cj_maps maps;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    cj_buf_z(&b, "Name\tPhone\nAnn\t1\n");
    for (i = 1; i < 1000; i++)
        cj_buf_fmt(&b, "=== s%zu\nName\tGoal\tTask\tOwner\nAnn\tx\ty\tz\nBob\tx\ty\tz\n",
                   i);
    cj_buf_byte(&b, 0);
    book = make_book(a, b.p);
    begin = seconds();
    cr_expect_neq(cj_maps_find(a, book, NULL, &maps, NULL), CJ_OK);
    took = seconds() - begin;
    cr_expect(took < 5, "%.0f ms", took * 1000);
    if (getenv("CJ_TIMES"))
        fprintf(stderr, "1,000 sheets: %.1f ms\n", took * 1000);
    cj_arena_free(a);
}
