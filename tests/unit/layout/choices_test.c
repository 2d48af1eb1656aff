/* choices_test.c - lists to choose from, charts of KPIs, and tables that share the sheet of their map. */
#include "base/buf.h"
#include "laid.h"

#define GRID                                      \
    "Item,Onboarding,Adoption\n"                  \
    "Customer Goal,Start this week,Save time\n"   \
    "Customer Actions,Creates a form,Shares it\n" \
    "Pain Points,No templates,Slow\n"

static laid lay(cj_arena *a, cj_str csv)
{
    laid l = { .arena = a };
    cj_read_options how = cj_read_options_default();
    cj_book *book;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, csv, CJ_STR("map.csv"), &how, &book, &err), CJ_OK);
    laid_book(&l, book, false);
    return l;
}

/* ---- owners ------------------------------------------------------------------------------------ */

static const cj_choice *owner_list(const cj_book *book)
{
    const cj_look *look = &book->sheets[0].look;
    const cj_choice *last = NULL;
    size_t i;

    for (i = 0; i < look->n_choices; i++)
        if (look->choices[i].n_words || look->choices[i].from.n)
            last = &look->choices[i];
    return last;
}

Test(choices, one_department_is_no_choice)
{
    cj_arena *a = cj_arena_new(0);
    laid l = lay(a, CJ_STR(GRID "Owner,Support,Support\n"));
    const cj_choice *c = owner_list(l.layout.book);

    cr_assert(c && c->n_words > 5);
    cr_expect(cj_str_eq(c->word[0], CJ_STR("Support")));
    cj_arena_free(a);
}

Test(choices, many_departments_stand_on_the_guide)
{
    cj_arena *a = cj_arena_new(0);
    const cj_sheet *guide;
    cj_buf b;
    unsigned i;
    laid l, twice = { .arena = a };

    cj_buf_init(&b, a);
    cj_buf_z(&b, GRID "Owner,Support,\"");
    for (i = 0; i < 40; i++)
        cj_buf_fmt(&b, "%s- Department number %u", i ? "\n" : "", i);
    cj_buf_z(&b, "\"\n");
    l = lay(a, cj_buf_str(&b));
    cr_assert(owner_list(l.layout.book));
    cr_expect(cj_str_eq(owner_list(l.layout.book)->from, CJ_STR("='Guide'!$C$2:$C$42")));
    guide = &l.layout.book->sheets[l.layout.book->n_sheets - 1];
    cr_expect(cj_str_eq(cj_sheet_find(guide, 42, 3)->text, CJ_STR("Department number 39")));
    laid_sound(&l, false);
    laid_book(&twice, l.again, false); /* the Guide is known again, with its list */
    cr_expect_eq(twice.layout.book->n_sheets, l.layout.book->n_sheets);
    cr_expect(
        cj_str_eq(owner_list(twice.layout.book)->from, owner_list(l.layout.book)->from));
    cj_arena_free(a);
}

Test(choices, the_list_of_a_team_is_kept)
{
    cj_arena *a = cj_arena_new(0);
    laid l = lay(a, CJ_STR(GRID "Owner,Support,Sales\n")), twice = { .arena = a };
    cj_choice *c = (cj_choice *)owner_list(l.again);

    cr_assert(c && c->n_words == 2);
    c->word[1] = CJ_STR("Robots");
    laid_book(&twice, l.again, false);
    c = (cj_choice *)owner_list(twice.layout.book);
    cr_assert_eq(c->n_words, 3u);
    cr_expect(cj_str_eq(c->word[1], CJ_STR("Robots")));
    cr_expect(cj_str_eq(c->word[2], CJ_STR("Sales")));
    cj_arena_free(a);
}

/* ---- tables ------------------------------------------------------------------------------------ */

static const cj_sheet *named(const cj_book *book, cj_str name)
{
    size_t i;

    for (i = 0; i < book->n_sheets; i++)
        if (cj_str_eq(book->sheets[i].name, name))
            return &book->sheets[i];
    cr_assert(false, "no sheet");
    return NULL;
}

static cj_str records(cj_arena *a, unsigned n)
{
    cj_buf b;
    unsigned i;

    cj_buf_init(&b, a);
    cj_buf_z(&b, GRID "\n# KPI\nPhase,KPI,Unit,Target,2025Q1,2025Q2\n");
    for (i = 0; i < n; i++)
        cj_buf_fmt(&b, "Onboarding,Rate number %u,%%,80,%u,%u\n", i, i % 50, i % 60);
    return cj_buf_str(&b);
}

Test(choices, lists_reach_every_record)
{
    cj_arena *a = cj_arena_new(0);
    laid l = lay(a, records(a, 700));
    const cj_look *look = &named(l.layout.book, CJ_STR("KPI"))->look;
    size_t i;

    cr_assert_gt(look->n_choices, 3u);
    for (i = 0; i < look->n_choices; i++)
        cr_expect_geq(look->choices[i].at.row2, 701u);
    cj_arena_free(a);
}

Test(choices, a_chart_has_lines_that_one_can_tell_apart)
{
    static const struct {
        unsigned kpis, charts, last;
    } cases[] = { { 1, 1, 1 }, { 12, 1, 12 }, { 13, 2, 1 }, { 700, 6, 12 } };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        laid l = lay(a, records(a, cases[i].kpis));
        const cj_look *look = &named(l.layout.book, CJ_STR("KPI"))->look;

        cr_assert_eq(look->n_charts, cases[i].charts, "%u KPIs", cases[i].kpis);
        cr_expect_eq(look->charts[look->n_charts - 1].n_series, cases[i].last, "%u KPIs",
                     cases[i].kpis);
    }
    cj_arena_free(a);
}

static bool over(cj_range a, cj_range b)
{
    return a.row1 <= b.row2 && b.row1 <= a.row2 && a.col1 <= b.col2 && b.col1 <= a.col2;
}

/* Under the grid stand tables of the map: its panes and widths are the grid's, no chart lies over a
 * text, and no cell has two lists. */
static void check_sheet(const cj_book *book, const cj_sheet *s)
{
    const cj_look *look = &s->look;
    size_t i, k;

    cr_expect_lt(look->freeze_row, 25u, "the first table stands further down");
    cr_expect_eq(look->freeze_col, 2u);
    for (i = 0; i < look->n_charts; i++)
        for (k = 0; k < s->n_cells; k++) {
            const cj_book_cell *c = cj_sheet_cell(s, k);
            cj_range at = { c->row, c->col, c->row, c->col };

            cr_expect(c->value == CJ_V_EMPTY || !over(look->charts[i].at, at), "%u %u",
                      (unsigned)c->row, (unsigned)c->col);
        }
    for (i = 0; i < look->n_choices; i++)
        for (k = 0; k < i; k++)
            cr_expect(!over(look->choices[i].at, look->choices[k].at), "rows %u and %u",
                      look->choices[i].at.row1, look->choices[k].at.row1);
    (void)book;
}

Test(choices, tables_under_a_grid)
{
    cj_arena *a = cj_arena_new(0);
    laid l = { .arena = a };
    cj_read_options how = cj_read_options_default();
    cj_book *book;
    cj_err err;
    unsigned i;

    cr_assert_eq(cj_book_read(a, "tests/data/maps/two.xlsx", &how, &book, &err), CJ_OK);
    laid_book(&l, book, false);
    cr_assert_eq(l.maps.n, 2u);
    for (i = 0; i < 2; i++) {
        cr_expect_gt(l.layout.book->sheets[i].look.n_charts, 0u);
        check_sheet(l.layout.book, &l.layout.book->sheets[i]);
    }
    cj_arena_free(a);
}

/* ---- the corner ---------------------------------------------------------------------------------- */

Test(choices, what_a_corner_says_beyond_its_axis_is_kept)
{
    static const struct {
        const char *corner;
        bool noted;
    } cases[] = {
        { "項目", false },
        { "項目＼フェーズ", false },
        { "フェーズ／項目", false },
        { "項目＼フェーズ（2025年版・佐藤作成）", true },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        laid l =
            lay(a, cj_str_fmt(a,
                              "%s,導入期,活用促進期\n顧客のゴール,早く始めたい,楽にしたい\n"
                              "行動,登録する,共有する\n課題・ペイン,手順が不明,遅い\n",
                              cases[i].corner));
        const cj_sheet *last = &l.layout.book->sheets[l.layout.book->n_sheets - 1];
        bool noted = cj_str_eq(last->name, CJ_STR("備考"));

        cr_expect_eq(noted, cases[i].noted, "%s", cases[i].corner);
        cr_expect(!noted ||
                  cj_str_eq(cj_sheet_find(last, 2, 2)->text, cj_str_of(cases[i].corner)));
        cr_expect_eq(laid_lost(&l), 0u, "%s", cases[i].corner);
    }
    cj_arena_free(a);
}
