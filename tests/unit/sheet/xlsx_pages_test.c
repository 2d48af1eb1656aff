/* xlsx_pages_test.c - the paper of a new sheet, and where its pages begin. */
#include <criterion/criterion.h>
#include <stdio.h>
#include "sample_book.h"
#include "sheet/xlsx_pages.h"

enum { MOST = 4 };

/* Rows are 60 pixels high; a page of A4 upright has room for 1016 * 0.97 of them, that is 16. */
typedef struct paged {
    unsigned rows, cols;
    cj_range chart[MOST]; /* up to one of row 0 */
    unsigned repeat;      /* rows at the top of each page */
    const char *begin;
} paged;

static const char *pages_of(const paged *p)
{
    cj_arena *a = cj_arena_new(0);
    sample s = { a, cj_book_new(a, CJ_XLSX), NULL };
    static char said[64];
    cj_chart chart[MOST];
    double *high = CJ_NEW_N(a, double, p->rows);
    cj_measures m;
    cj_pages pages;
    size_t i, n;

    s.sheet = cj_book_add_sheet(a, s.book, CJ_STR("S"));
    put(&s, p->rows, p->cols, CJ_ROLE_CELL, "last");
    for (i = 0; i < p->rows; i++)
        high[i] = 45;
    s.sheet->look.upright = true;
    s.sheet->look.repeat_row1 = p->repeat > 0;
    s.sheet->look.repeat_row2 = p->repeat;
    for (n = 0; n < MOST && p->chart[n].row1; n++)
        chart[n] = (cj_chart){ .at = p->chart[n] };
    s.sheet->look.charts = chart;
    s.sheet->look.n_charts = n;
    cj_sheet_seal(a, s.sheet);
    m = (cj_measures){ .height = high, .n_heights = p->rows };
    pages = cj_xlsx_pages(a, &m, s.sheet);
    said[0] = 0;
    for (i = 0; i < pages.n_begin; i++)
        snprintf(said + strlen(said), sizeof said - strlen(said), "%s%u", i ? " " : "",
                 pages.begin[i]);
    if (pages.one)
        snprintf(said, sizeof said, "one");
    cj_arena_free(a);
    return said;
}

Test(xlsx_pages, no_chart_is_cut_through)
{
    static const paged cases[] = {
        { 12, 3, { { 6, 1, 10, 3 } }, 0, "one" },
        { 60, 3, { { 0, 0, 0, 0 } }, 0, "" },
        { 60, 3, { { 12, 1, 16, 3 } }, 0, "" },   /* it just fits */
        { 60, 3, { { 13, 1, 17, 3 } }, 0, "13" }, /* it does not */
        { 60, 3, { { 10, 1, 14, 3 }, { 16, 1, 20, 3 }, { 22, 1, 26, 3 } }, 0, "16" },
        { 60, 3, { { 13, 1, 17, 1 }, { 13, 2, 17, 3 } }, 0, "13" }, /* beside each other */
        { 60, 3, { { 29, 1, 32, 3 }, { 34, 1, 49, 3 } }, 0, "34" }, /* on the 2nd page */
        { 60, 3, { { 13, 1, 30, 3 } }, 0, "" },                     /* no page holds it */
        { 60, 3, { { 12, 1, 17, 3 }, { 18, 1, 27, 3 } }, 1, "12 18" },
        { 60, 3, { { 12, 1, 17, 3 }, { 18, 1, 26, 3 } }, 1, "12" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *said = pages_of(&cases[i]);

        cr_expect(!strcmp(said, cases[i].begin), "%zu: \"%s\", not \"%s\"", i, said,
                  cases[i].begin);
    }
}
