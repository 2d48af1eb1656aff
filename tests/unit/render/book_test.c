/* book_test.c - a report as a workbook: sheets, values, letters, links, notes, charts. */
#include "printed.h"
#include "render/made_report.h"
#include <cj/write.h>

static const cj_book *booked(cj_arena *a, const cj_report *r)
{
    const cj_book *book = cj_render_book(a, r);
    cj_str bytes;
    cj_err err = { 0 };

    cr_assert_eq(cj_xlsx_write(a, book, &bytes, &err), CJ_OK, "%s",
                 err.says.en ? err.says.en : "");
    return book;
}

static const cj_book_cell *at(const cj_book *book, unsigned sheet, const char *ref)
{
    unsigned row = 0, col = 0;

    cr_assert(cj_ref_parse(cj_str_of(ref), &row, &col));
    return cj_sheet_find(&book->sheets[sheet], row, col);
}

static void expect_text(const cj_book *book, unsigned sheet, const char *ref,
                        const char *want)
{
    const cj_book_cell *c = at(book, sheet, ref);

    cr_assert(c, "%s: nothing there", ref);
    cr_expect(cj_str_eq(c->text, cj_str_of(want)), "%s: %.*s, not %s", ref, CJ_ARG(c->text),
              want);
}

static const cj_style *style_at(const cj_book *book, unsigned sheet, const char *ref)
{
    const cj_book_cell *c = at(book, sheet, ref);

    cr_assert(c, "%s: nothing there", ref);
    return &book->styles[c->style];
}

/* ---- values -------------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    cj_value value;
    double number;
    const char *format;
} values[] = {
    { "71", CJ_V_NUMBER, 71, "" },
    { "-4", CJ_V_NUMBER, -4, "" },
    { "0", CJ_V_NUMBER, 0, "" },
    { "0.5", CJ_V_NUMBER, 0.5, "" },
    { "1.50", CJ_V_NUMBER, 1.5, "0.00" },
    { "50%", CJ_V_NUMBER, 0.5, "0%" },
    { "12.5%", CJ_V_NUMBER, 0.125, "0.0%" },
    { "1,200", CJ_V_NUMBER, 1200, "#,##0" },
    { "1,234,567.80", CJ_V_NUMBER, 1234567.8, "#,##0.00" },
    { "2025-06-27", CJ_V_DATE, 45835, "yyyy-mm-dd" },
    { "+5pt", CJ_V_TEXT, 0, "" },
    { "+5", CJ_V_TEXT, 0, "" },
    { "-0", CJ_V_TEXT, 0, "" },
    { "007", CJ_V_TEXT, 0, "" },
    { "1.", CJ_V_TEXT, 0, "" },
    { ".5", CJ_V_TEXT, 0, "" },
    { "12,00", CJ_V_TEXT, 0, "" },
    { "1,2345", CJ_V_TEXT, 0, "" },
    { ",123", CJ_V_TEXT, 0, "" },
    { "1e6", CJ_V_TEXT, 0, "" },
    { "%", CJ_V_TEXT, 0, "" },
    { "-", CJ_V_TEXT, 0, "" },
    { "1234567890123456", CJ_V_TEXT, 0, "" },
    { "2025-02-30", CJ_V_TEXT, 0, "" },
    { "1899-12-30", CJ_V_TEXT, 0, "" },
    { "24日", CJ_V_TEXT, 0, "" },
};

Test(report_book, numbers_and_days_are_values_where_they_are_shown_again_as_they_were)
{
    size_t i;

    for (i = 0; i < sizeof values / sizeof *values; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_report *r = cj_report_new(a, CJ_EN);
        cj_table *t = cj_report_table(a, r, 2, 1);
        const cj_book *book;
        const cj_book_cell *c;

        t->header_row = true;
        t->marked = CJ_NEW_N(a, cj_marked, 2);
        t->marked[0].number = true; /* the header tells for its column */
        t->cell[0] = CJ_STR("Now");
        t->cell[1] = cj_str_of(values[i].text);
        book = booked(a, r);
        c = at(book, 0, "A2");
        cr_expect_eq(c->value, values[i].value, "%s", values[i].text);
        if (values[i].value != CJ_V_TEXT)
            cr_expect_float_eq(c->number, values[i].number, 1e-12, "%s", values[i].text);
        cr_expect(
            cj_str_eq(book->styles[c->style].number_format, cj_str_of(values[i].format)),
            "%s: %.*s", values[i].text, CJ_ARG(book->styles[c->style].number_format));
        cr_expect_eq(at(book, 0, "A1")->value, CJ_V_TEXT);
        cj_arena_free(a);
    }
}

Test(report_book, what_is_not_said_to_be_a_number_stays_text)
{
    static const char *const cells[] = { "Version", "1.2" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);

    filled(a, r, 2, 1, cells)->header_row = true;
    cr_expect_eq(at(booked(a, r), 0, "A2")->value, CJ_V_TEXT);
    cj_arena_free(a);
}

/* ---- sheets -------------------------------------------------------------------------------------- */

Test(report_book, a_section_that_begins_a_page_is_a_sheet)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = booked(a, made_report(a, CJ_JA, true));
    static const char *const names[] = { "四半期レビュー 2025Q3", "KPIの推移",
                                         "変更点（フェーズ別）", "マップ（変更表示）",
                                         "打ち手の効果検証" };
    size_t i;

    cr_assert_eq(book->n_sheets, 5);
    for (i = 0; i < 5; i++) {
        cr_expect(cj_str_eq(book->sheets[i].name, cj_str_of(names[i])), "%.*s",
                  CJ_ARG(book->sheets[i].name));
        expect_text(book, (unsigned)i, "A1", names[i]);
        cr_expect_eq(style_at(book, (unsigned)i, "A1")->role, CJ_ROLE_TITLE);
        cr_expect(book->sheets[i].look.upright);
        cr_expect_not(book->sheets[i].look.page);
    }
    cr_expect_eq(book->lang, CJ_JA);
    book = booked(a, made_report(a, CJ_EN, false));
    cr_expect(book->sheets[3].look.page, "a map that is not upright is on A3");
    cr_expect_not(book->sheets[1].look.page);
    cj_arena_free(a);
}

Test(report_book, names_of_sheets_are_such_that_excel_takes_them)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    const cj_book *book;

    cj_report_heading(a, r, 2, CJ_STR("What/changed?\nin [all] of the phases together"))
        ->page = true;
    cj_report_heading(a, r, 2, CJ_STR("History"))->page = true;
    cj_report_heading(a, r, 2, CJ_STR("history"))->page = true;
    book = booked(a, r);
    cr_assert_eq(book->n_sheets, 3, "none before the first");
    cr_expect(cj_str_eq(book->sheets[1].name, CJ_STR("Change log")));
    cr_expect(cj_str_eq(book->sheets[2].name, CJ_STR("Change log (2)")));
    cj_arena_free(a);
}

Test(report_book, nothing_to_say_is_a_sheet_too)
{
    cj_arena *a = cj_arena_new(0);

    cr_expect_eq(booked(a, cj_report_new(a, CJ_EN))->n_sheets, 1);
    cj_arena_free(a);
}

Test(report_book, one_table_of_a_sheet_is_filtered_and_its_header_stays)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = booked(a, made_report(a, CJ_EN, true));
    const cj_look *kpi = &book->sheets[1].look, *map = &book->sheets[3].look;

    cr_expect_eq(kpi->filter.row1, 2);
    cr_expect_eq(kpi->filter.row2, 6);
    cr_expect_eq(kpi->filter.col2, 13);
    cr_expect_eq(kpi->freeze_row, 3);
    cr_expect_eq(kpi->repeat_row1, 2);
    cr_expect_eq(map->filter.row1, 0, "a map has no buttons");
    cr_expect_eq(map->freeze_row, 3);
    cr_expect_eq(map->freeze_col, 2);
    cr_expect_eq(book->sheets[0].look.filter.row1, 0, "nor have cards");
    cr_expect_eq(book->sheets[0].look.freeze_row, 0);
    cj_arena_free(a);
}

/* ---- cells --------------------------------------------------------------------------------------- */

static const struct {
    unsigned sheet;
    const char *ref;
    cj_role role;
} roles[] = {
    { 0, "A2", CJ_ROLE_TEXT },   { 0, "A6", CJ_ROLE_META_LABEL },
    { 0, "B6", CJ_ROLE_META },   { 0, "A10", CJ_ROLE_HEADING },
    { 1, "A2", CJ_ROLE_COLUMN }, { 1, "A3", CJ_ROLE_FIELD },
    { 3, "A2", CJ_ROLE_CORNER }, { 3, "B2", CJ_ROLE_PHASE },
    { 3, "A3", CJ_ROLE_LABEL },  { 3, "B3", CJ_ROLE_CELL },
};

Test(report_book, cells_have_their_roles)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = booked(a, made_report(a, CJ_EN, true));
    size_t i;

    for (i = 0; i < sizeof roles / sizeof *roles; i++)
        cr_expect_eq(style_at(book, roles[i].sheet, roles[i].ref)->role, roles[i].role,
                     "%u %s", roles[i].sheet, roles[i].ref);
    cj_arena_free(a);
}

Test(report_book, tints_and_notes)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = booked(a, made_report(a, CJ_EN, true));
    const cj_book_note *note = cj_sheet_note(&book->sheets[3], 5, 2);

    cr_expect(style_at(book, 3, "B5")->has_fill);
    cr_expect_not(style_at(book, 3, "B4")->has_fill);
    cr_expect_neq(style_at(book, 1, "K3")->fill, style_at(book, 1, "K6")->fill);
    cr_assert(note);
    cr_expect(cj_str_eq(note->text, CJ_STR("1.1: 80% of the staff log in within 30 days")));
    cj_arena_free(a);
}

Test(report_book, parts_of_a_text_look_different)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = booked(a, made_report(a, CJ_EN, true));
    const cj_book_rich *gone = cj_sheet_rich(&book->sheets[2], 3, 4),
                       *came = cj_sheet_rich(&book->sheets[2], 3, 5);

    cr_assert(gone && came);
    cr_assert_eq(gone->n, 1);
    cr_expect_eq(gone->run[0].marks, CJ_RICH_GONE);
    cr_expect_eq(gone->run[0].from, 0);
    cr_expect_eq(gone->run[0].n, 3);
    cr_expect_eq(came->run[0].marks, CJ_RICH_NEW);
    expect_text(book, 2, "E3", "90% of the staff log in within 21 days");
    cj_arena_free(a);
}

static cj_marked *one(cj_arena *a, cj_report *r, cj_mark mark, const char *text,
                      const char *to)
{
    cj_table *t = cj_report_table(a, r, 1, 1);

    t->marked = CJ_NEW(a, cj_marked);
    t->cell[0] = cj_str_of(text);
    cj_line_add(a, cj_marked_line(a, t->marked, CJ_LINE_TEXT), mark, cj_str_of(text))->to =
        cj_str_of(to);
    return t->marked;
}

Test(report_book, what_is_all_of_a_text_is_a_style)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    const cj_book *book;

    one(a, r, CJ_M_GONE, "gone", "");
    one(a, r, CJ_M_NEW, "new", "");
    book = booked(a, r);
    cr_expect(style_at(book, 0, "A1")->strike);
    cr_expect(style_at(book, 0, "A3")->bold);
    cr_expect_eq(book->sheets[0].n_rich, 0);
    cj_arena_free(a);
}

/* ---- links --------------------------------------------------------------------------------------- */

static const struct {
    cj_mark mark;
    const char *text, *to, *target, *cell;
} links[] = {
    { CJ_M_HERE, "E1", "kpi", "#Next! one!A1", "E1" },
    { CJ_M_HERE, "E1", "nowhere", NULL, "E1" },
    { CJ_M_AWAY, "there", "https://example.com/", "https://example.com/", "there" },
    { CJ_M_AWAY, "there", "#Sheet1!A1", NULL, "there <#Sheet1!A1>" },
    { CJ_M_AWAY, "two\nlines", "https://example.com/", NULL, "two\nlines" },
};

Test(report_book, a_cell_leads_where_its_text_does)
{
    size_t i;

    for (i = 0; i < sizeof links / sizeof *links; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_report *r = cj_report_new(a, CJ_EN);
        cj_block *b;
        const cj_book *book;
        const cj_sheet *s;

        one(a, r, links[i].mark, links[i].text, links[i].to);
        b = cj_report_heading(a, r, 2, CJ_STR("Next! one"));
        b->page = true;
        b->anchor = CJ_STR("kpi");
        book = booked(a, r);
        s = &book->sheets[0];
        cr_expect_eq(s->n_links, links[i].target ? 1 : 0, "%zu", i);
        if (s->n_links)
            cr_expect(cj_str_eq(s->links[0].target, cj_str_of(links[i].target)), "%.*s",
                      CJ_ARG(s->links[0].target));
        expect_text(book, 0, "A1", links[i].cell);
        cj_arena_free(a);
    }
}

Test(report_book, the_address_of_a_second_link_is_written_out)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_marked *m = one(a, r, CJ_M_AWAY, "one", "https://a/");
    const cj_book *book;

    cj_line_add(a, m->first, CJ_M_PLAIN, CJ_STR(", "));
    cj_line_add(a, m->first, CJ_M_AWAY, CJ_STR("two"))->to = CJ_STR("https://b/");
    book = booked(a, r);
    expect_text(book, 0, "A1", "one, two <https://b/>");
    cr_assert_eq(book->sheets[0].n_links, 1);
    cr_expect(cj_str_eq(book->sheets[0].links[0].target, CJ_STR("https://a/")));
    cj_arena_free(a);
}

/* ---- charts -------------------------------------------------------------------------------------- */

Test(report_book, a_chart_stands_with_its_figures)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = booked(a, made_report(a, CJ_EN, true));
    const cj_look *look = &book->sheets[2].look;
    const cj_chart *c = look->charts;
    size_t i;

    cr_assert_eq(look->n_charts, 1);
    cr_assert_eq(c->n_series, 3);
    cr_expect_eq(c->series[1].kind, CJ_SERIES_TARGET);
    cr_expect_eq(c->series[2].kind, CJ_SERIES_EARLIER);
    cr_expect(cj_str_ends(c->about, CJ_STR(CJ_OURS)));
    for (i = 0; i < 3; i++)
        cr_expect_eq(c->series[i].values.row2 - c->series[i].values.row1, 4);
    expect_text(book, 2, "A7", "Customers that finish onboarding");
    expect_text(book, 2, "B7", "This map");
    expect_text(book, 2, "C7", "Target");
    expect_text(book, 2, "D7", "The map before");
    expect_text(book, 2, "B8", "60");
    cr_expect_eq(at(book, 2, "B11")->value, CJ_V_EMPTY, "a gap");
    expect_text(book, 2, "C11", "80");
    cr_expect(cj_str_eq(style_at(book, 2, "B8")->number_format, CJ_STR("General\"%\"")));
    cj_arena_free(a);
}

Test(report_book, a_small_chart_in_a_cell_is_one_under_its_table)
{
    static const char *const cells[] = { "KPI", "Trend", "Onboarding", "60 to 71%" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN), *other = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 2, 2, cells);
    const cj_book *book;

    t->header_row = true;
    t->marked = CJ_NEW_N(a, cj_marked, 4);
    t->marked[3].plot = made_plot(a, cj_report_series(a, other, 5), CJ_EN, false);
    book = booked(a, r);
    expect_text(book, 0, "B2", "60 to 71%");
    expect_text(book, 0, "A4", "Customers that finish onboarding");
    cr_expect_eq(book->sheets[0].look.n_charts, 1);
    cj_arena_free(a);
}

/* ---- limits -------------------------------------------------------------------------------------- */

Test(report_book, what_a_cell_cannot_hold_goes_on_in_the_next_row)
{
    enum { LONG = 70000 };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_JA);
    char *p = cj_alloc_text(a, LONG);
    cj_table *t;
    const cj_book *book;

    memset(p, 'x', LONG);
    t = cj_report_table(a, r, 2, 2);
    t->cell[1] = (cj_str){ p, LONG };
    t->cell[2] = CJ_STR("next");
    t->marked = CJ_NEW_N(a, cj_marked, 4);
    t->marked[2].note = t->cell[1];
    cj_report_text(a, r, CJ_PLAIN, t->cell[1]);
    book = booked(a, r);
    cr_expect_eq(at(book, 0, "B1")->text.n, 32767);
    cr_expect_eq(at(book, 0, "B2")->text.n, 32767);
    cr_expect_eq(at(book, 0, "B3")->text.n, LONG - 2 * 32767);
    expect_text(book, 0, "A4", "next");
    cr_expect_eq(at(book, 0, "A6")->text.n, 32767);
    cr_expect_eq(at(book, 0, "A8")->text.n, LONG - 2 * 32767);
    cj_arena_free(a);
}

/* ---- the table alone ------------------------------------------------------------------------------- */

Test(report_book, the_table_to_be_filtered_is_the_one_of_a_csv)
{
    static const char *const first[] = { "a", "b" }, *const wanted[] = { "Phase",
                                                                         "+5pt, \"x\"" };
    cj_csv_options o = cj_csv_options_new(CJ_CSV);
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);

    o.form.bom = false;
    cr_expect(cj_str_eq(cj_csv_write(a, cj_render_table(a, r), 0, &o), CJ_STR("")));
    filled(a, r, 2, 1, first)->plain = true;
    cr_expect(cj_str_eq(cj_csv_write(a, cj_render_table(a, r), 0, &o), CJ_STR("")));
    filled(a, r, 2, 1, first);
    cr_expect(
        cj_str_eq(cj_csv_write(a, cj_render_table(a, r), 0, &o), CJ_STR("a\r\nb\r\n")));
    filled(a, r, 2, 1, wanted)->filter = true;
    cr_expect(cj_str_eq(cj_csv_write(a, cj_render_table(a, r), 0, &o),
                        CJ_STR("Phase\r\n\"'+5pt, \"\"x\"\"\"\r\n")));
    cj_arena_free(a);
}
