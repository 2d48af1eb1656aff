/* md_test.c - a report as Markdown: what people wrote is shown as they wrote it. */
#include "printed.h"

static void expect(cj_arena *a, const cj_report *r, const char *want, const char *what)
{
    char *got = printed_md(a, r);

    cr_expect_str_eq(got, want, "%s:\n%s", what, got);
    free(got);
}

static const struct {
    const char *text, *want;
} escapes[] = {
    { "a|b `c` *d* _e_ ~f~", "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~\n" },
    { "<script>&amp;", "\\<script\\>\\&amp;\n" },
    { "[E1](x) \\ $x$", "\\[E1\\](x) \\\\ \\$x\\$\n" },
    { "# no heading", "\\# no heading\n" },
    { "- no entry", "\\- no entry\n" },
    { "12. no number", "12\\. no number\n" },
    { "3) no number", "3\\) no number\n" },
    { "2025 is a year.", "2025 is a year.\n" },
    { "    no code", "no code\n" },
    { "two\r\nlines", "two<br>lines\n" },
    { "bell \a", "bell \\\\x07\n" },
};

Test(md, texts_are_no_markup)
{
    size_t i;

    for (i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_report *r = cj_report_new(a, CJ_EN);

        cj_report_text(a, r, CJ_PLAIN, cj_str_of(escapes[i].text));
        expect(a, r, escapes[i].want, escapes[i].text);
        cj_arena_free(a);
    }
}

Test(md, tables)
{
    static const char *const cells[] = { "ID", "n", "E|1", "1\n2" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 2, 2, cells);

    t->header_row = t->header_col = true;
    t->marked = CJ_NEW_N(a, cj_marked, 4);
    t->marked[1].number = true;
    t->marked[2].anchor = CJ_STR("e1");
    filled(a, r, 2, 2, cells)->plain = true;
    expect(a, r,
           "| ID | n |\n| --- | ---: |\n"
           "| <strong><a id=\"e1\"></a>E\\|1</strong> | 1<br>2 |\n"
           "\n|  |  |\n| --- | --- |\n| ID | n |\n| E\\|1 | 1<br>2 |\n",
           "tables");
    cj_arena_free(a);
}

Test(md, lines_and_marks_of_a_cell)
{
    static const char *const cells[] = { "", "Start", "Do", "plain" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 2, 2, cells);
    cj_marked *m;
    cj_line *line;

    t->header_row = true;
    t->marked = CJ_NEW_N(a, cj_marked, 4);
    m = &t->marked[3];
    line = cj_marked_line(a, m, CJ_LINE_ENTRY);
    cj_line_add(a, line, CJ_M_STRONG, CJ_STR("【CS】"));
    cj_line_add(a, line, CJ_M_PLAIN, CJ_STR("send it "));
    cj_line_add(a, line, CJ_M_HERE, CJ_STR("[E1]"))->to = CJ_STR("e1");
    line = cj_marked_line(a, m, CJ_LINE_MORE);
    cj_line_add(a, line, CJ_M_AWAY, CJ_STR("a_b"))->to = CJ_STR("https://x/a_b?(c|d)>");
    line = cj_marked_line(a, m, CJ_LINE_ASIDE);
    cj_line_add(a, line, CJ_M_TAG, CJ_STR("仮説"));
    expect(a, r,
           "|  | Start |\n| --- | --- |\n"
           "| Do | • <strong>【CS】</strong>send it [\\[E1\\]](#e1)<br>"
           "[a\\_b](<https://x/a_b?(c%7Cd)%3E>)<br><sub><strong>仮説</strong></sub> |\n",
           "marks");
    cj_arena_free(a);
}

Test(md, headings_lists_and_a_series)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_plot *p;

    cj_report_heading(a, r, 1, CJ_STR("A\nmap"));
    cj_report_heading(a, r, 2, CJ_STR("#2"))->anchor = CJ_STR("m2");
    cj_report_list(a, r, 1)->entry[0] = CJ_STR("- one");
    p = cj_report_series(a, r, 2);
    p->title = CJ_STR("Emotion");
    p->point[0].label = CJ_STR("A");
    p->point[1].label = CJ_STR("B");
    p->point[1].text = CJ_STR("+2");
    p->point[1].there = true;
    expect(a, r,
           "# A map\n\n<a id=\"m2\"></a>\n\n## \\#2\n\n- \\- one\n\n"
           "| Emotion | A | B |\n| --- | ---: | ---: |\n| | – | +2 |\n",
           "blocks");
    cj_arena_free(a);
}

Test(md, what_went_what_came_and_notes)
{
    static const char *const cells[] = { "a", "b" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 1, 2, cells);
    cj_line *line;

    t->header_row = true;
    t->marked = CJ_NEW_N(a, cj_marked, 2);
    t->marked[1].note = CJ_STR("as | before");
    line = cj_marked_line(a, t->marked, CJ_LINE_TEXT);
    cj_line_add(a, line, CJ_M_GONE, CJ_STR("8|0%"));
    cj_line_add(a, line, CJ_M_NEW, CJ_STR("90%"));
    expect(a, r,
           "| <del>8\\|0%</del><strong>90%</strong> | b<br><sub>as \\| before</sub> |\n"
           "| --- | --- |\n",
           "changes");
    cj_arena_free(a);
}

Test(md, a_series_over_an_earlier_one)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_plot *p = cj_report_series(a, r, 1);
    cj_plot_point then = { CJ_LIT("Q1"), CJ_LIT("60%"), 60, true };

    p->title = CJ_STR("Rate");
    p->point[0] = (cj_plot_point){ CJ_LIT("Q1"), CJ_LIT("71%"), 71, true };
    p->before = &then;
    p->name = CJ_STR("1.2");
    p->name_before = CJ_STR("1.1");
    expect(a, r, "| Rate | Q1 |\n| --- | ---: |\n| 1.2 | 71% |\n| 1.1 | 60% |\n", "series");
    cj_arena_free(a);
}
