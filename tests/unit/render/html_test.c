/* html_test.c - a report as a page of HTML: nothing of a text is markup, every tag is closed. */
#include "printed.h"
#include <expat.h>

/* What is checked is XML too: an XML reader finds every tag that is open or crossed. */
static void expect_closed(const char *page, const char *what)
{
    XML_Parser p = XML_ParserCreate("UTF-8");

    cr_expect_eq(XML_Parse(p, page, (int)strlen(page), 1), XML_STATUS_OK,
                 "%s: line %lu: %s", what, (unsigned long)XML_GetCurrentLineNumber(p),
                 XML_ErrorString(XML_GetErrorCode(p)));
    XML_ParserFree(p);
}

/* The page of a report holds that. */
static void expect(cj_arena *a, const cj_report *r, const char *want, const char *what)
{
    char *page = printed_html(a, r), *body = strstr(page, "<main>");

    expect_closed(page, what);
    cr_expect(strstr(body, want), "%s: no\n%s\nin\n%s", what, want, body);
    free(page);
}

static cj_fragment *add(cj_arena *a, cj_marked *m, cj_line_kind kind, cj_mark mark,
                        const char *text)
{
    return cj_line_add(a, cj_marked_line(a, m, kind), mark, cj_str_of(text));
}

/* ---- texts -------------------------------------------------------------------------------------- */

static const struct {
    const char *text, *want;
} escapes[] = {
    { "<script>alert(1)</script>",
      "<p class=\"plain\">&lt;script&gt;alert(1)&lt;/script&gt;</p>" },
    { "a & b &amp; c", "a &amp; b &amp;amp; c" },
    { "\"quoted\" and 'quoted'", "&quot;quoted&quot; and &#39;quoted&#39;" },
    { "two\nlines\r\nthree", "two<br/>lines<br/>three" },
    { "bell \a escape \x1b[31m", "bell \\x07 escape \\x1B[31m" },
    { "turned \xe2\x80\xae round", "turned \\u202E round" },
    { "broken \xff byte", "broken \xef\xbf\xbd byte" },
    { "顧客のゴール", "<p class=\"plain\">顧客のゴール</p>" },
};

Test(html, texts_are_no_markup)
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

Test(html, a_page_needs_nothing_else)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_JA);
    char *page;

    r->title = CJ_STR("</title><script>x</script>\n見本");
    cj_report_heading(a, r, 1, CJ_STR("見本"));
    page = printed_html(a, r);
    expect_closed(page, "page");
    cr_expect(strstr(page, "<html lang=\"ja\">"));
    cr_expect(
        strstr(page, "<title>&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; 見本</title>"));
    cr_expect(strstr(page, "@page { size: A3 landscape"), "the style is in it");
    cr_expect(strstr(page, "prefers-color-scheme: dark"));
    cr_expect_not(strstr(page, "/*"), "comments of the style are not");
    cr_expect_not(strstr(page, "url("));
    cr_expect_not(strstr(page, "src="));
    cr_expect_not(strstr(page, "<link"));
    cr_expect_not(strstr(page, "<script"));
    free(page);
    cj_arena_free(a);
}

/* ---- lines -------------------------------------------------------------------------------------- */

Test(html, lists_are_lists)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_block *list = cj_report_list(a, r, 1);
    cj_marked *m = list->marked = CJ_NEW(a, cj_marked);

    add(a, m, CJ_LINE_TEXT, CJ_M_PLAIN, "Before");
    add(a, m, CJ_LINE_ENTRY, CJ_M_PLAIN, "one");
    add(a, m, CJ_LINE_MORE, CJ_M_PLAIN, "goes on");
    add(a, m, CJ_LINE_OWN, CJ_M_PLAIN, "② two");
    add(a, m, CJ_LINE_ASIDE, CJ_M_PLAIN, "aside");
    add(a, m, CJ_LINE_ENTRY, CJ_M_PLAIN, "three");
    expect(a, r,
           "<li><p>Before</p><ul><li>one<br/>goes on</li><li class=\"own\">② two</li></ul>"
           "<small>aside</small><ul><li>three</li></ul></li>",
           "lists");
    cj_arena_free(a);
}

Test(html, marks)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_block *list = cj_report_list(a, r, 1);
    cj_marked *m = list->marked = CJ_NEW(a, cj_marked);
    cj_line *line = cj_marked_line(a, m, CJ_LINE_TEXT);

    cj_line_add(a, line, CJ_M_TAG, CJ_STR("[assumption]"))->level = CJ_WARN_LEVEL;
    cj_line_add(a, line, CJ_M_STRONG, CJ_STR("[<CS>]"));
    cj_line_add(a, line, CJ_M_HERE, CJ_STR("[E1]"))->to = CJ_STR("e1");
    cj_line_add(a, line, CJ_M_AWAY, CJ_STR("there"))->to = CJ_STR("https://a/?b=\"&c='");
    expect(a, r,
           "<p><mark class=\"warn\">[assumption]</mark><strong>[&lt;CS&gt;]</strong>"
           "<a href=\"#e1\">[E1]</a><a rel=\"noopener noreferrer\" "
           "href=\"https://a/?b=&quot;&amp;c=&#39;\">there</a></p>",
           "marks");
    cj_arena_free(a);
}

/* ---- tables ------------------------------------------------------------------------------------- */

static cj_table *headed(cj_arena *a, cj_report *r, size_t rows, size_t cols,
                        const char *const *cells)
{
    cj_table *t = filled(a, r, rows, cols, cells);

    t->header_row = t->header_col = true;
    return t;
}

Test(html, a_map_knows_its_phases_and_elements)
{
    static const char *const cells[] = { "", "Start", "<Use>", "Goal", "a", "b" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = headed(a, r, 2, 3, cells);

    t->role = CJ_TABLE_MAP;
    t->title = CJ_STR("The \"map\"");
    expect(
        a, r,
        "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"The &quot;map&quot;\">"
        "<table class=\"map\" style=\"--n:2\">\n"
        "<caption>The &quot;map&quot;</caption>\n<thead>\n"
        "<tr><td></td><th scope=\"col\" style=\"order:1\">Start</th>"
        "<th scope=\"col\" style=\"order:2\">&lt;Use&gt;</th></tr>\n</thead>\n<tbody>\n"
        "<tr><th scope=\"row\">Goal</th><td style=\"order:1\" data-l=\"Goal\">a</td>"
        "<td style=\"order:2\" data-l=\"Goal\">b</td></tr>\n</tbody>\n</table></div>",
        "map");
    cj_arena_free(a);
}

Test(html, records_with_numbers_anchors_and_charts)
{
    static const char *const cells[] = {
        "ID", "What", "n", "E1", "a longer text that may wrap", "12"
    };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = headed(a, r, 2, 3, cells);

    t->marked = CJ_NEW_N(a, cj_marked, 6);
    t->marked[3].anchor = CJ_STR("e1");
    t->marked[2].number = t->marked[5].number = true;
    expect(a, r,
           "<tr><th scope=\"row\" class=\"s\" data-l=\"ID\" id=\"e1\">E1</th>"
           "<td data-l=\"What\">a longer text that may wrap</td>"
           "<td class=\"n s\" data-l=\"n\">12</td></tr>",
           "records");
    cj_arena_free(a);
}

Test(html, a_card_is_names_and_values)
{
    static const char *const cells[] = { "Name", "Dana", "Role", "a\nb" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);

    headed(a, r, 2, 2, cells)->plain = true;
    expect(a, r,
           "<dl class=\"card\">\n<div><dt>Name</dt><dd>Dana</dd></div>\n"
           "<div><dt>Role</dt><dd>a<br/>b</dd></div>\n</dl>",
           "card");
    cj_arena_free(a);
}

/* ---- charts ------------------------------------------------------------------------------------- */

static void point(cj_plot *p, size_t i, const char *label, const char *text, double value)
{
    p->point[i].label = cj_str_of(label);
    p->point[i].text = cj_str_of(text);
    p->point[i].value = value;
    p->point[i].there = true;
}

static unsigned count(const char *in, const char *what)
{
    unsigned n = 0;

    for (; (in = strstr(in, what)) != NULL; in++)
        n++;
    return n;
}

Test(html, a_chart_says_its_numbers_and_leaves_gaps)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_plot *p = cj_report_series(a, r, 4);
    char *page, *body;

    p->title = CJ_STR("Emotion <curve>");
    p->alt = CJ_STR("Emotion: A -2, B +1, \"D\" 0");
    p->has_scale = true;
    p->least = -2;
    p->most = 2;
    point(p, 0, "A", "−2", -2);
    point(p, 1, "B", "+1", 1);
    point(p, 3, "D", "0", 0);
    page = printed_html(a, r);
    body = strstr(page, "<main>");
    expect_closed(page, "chart");
    cr_expect(strstr(body, "<figcaption>Emotion &lt;curve&gt;</figcaption>"));
    cr_expect(strstr(body, "role=\"img\""));
    cr_expect(strstr(body, "aria-label=\"Emotion: A -2, B +1, &quot;D&quot; 0\""));
    cr_expect_eq(count(body, "<circle"), 3, "a dot for each value");
    cr_expect_eq(count(body, "<line class=\"l\""), 1, "no line over the gap");
    cr_expect_eq(count(body, "<line class=\"t\""), 0);
    cr_expect(strstr(body, "<text class=\"v\" x=\"12.5%\" y=\"119.0\">−2</text>"),
              "numbers as text");
    cr_expect(strstr(body, "cx=\"12.5%\" cy=\"128.0\""), "lowest at the bottom:\n%s", body);
    free(page);
    cj_arena_free(a);
}

Test(html, a_small_chart_has_its_target_and_its_words)
{
    static const char *const cells[] = { "KPI", "Trend", "rate", "1 → 2 (target 4)" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN), *other = cj_report_new(a, CJ_EN);
    cj_table *t = headed(a, r, 2, 2, cells);
    cj_plot *p = cj_report_series(a, other, 2);

    point(p, 0, "Q1", "1", 1);
    point(p, 1, "Q2", "2", 2);
    p->alt = CJ_STR("1 → 2 (target 4)");
    p->has_target = true;
    p->target = 4;
    t->marked = CJ_NEW_N(a, cj_marked, 4);
    t->marked[3].plot = p;
    expect(a, r,
           "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 96 28\" "
           "aria-label=\"1 → 2 (target 4)\"><line class=\"t\" x1=\"0.0\" y1=\"4.0\" "
           "x2=\"96.0\" y2=\"4.0\"/><line class=\"l\"",
           "spark");
    cj_arena_free(a);
}

static const double odd[][2] = { { 5, 5 }, { -1e308, 1e308 }, { 0, 1e-300 } };

Test(html, any_numbers_are_drawn_inside)
{
    size_t i;

    for (i = 0; i < sizeof odd / sizeof *odd; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_report *r = cj_report_new(a, CJ_EN);
        cj_plot *p = cj_report_series(a, r, 2);
        char *page;

        point(p, 0, "A", "x", odd[i][0]);
        point(p, 1, "B", "y", odd[i][1]);
        page = printed_html(a, r);
        expect_closed(page, "odd numbers");
        cr_expect_not(strstr(strstr(page, "<svg"), "nan"), "%zu", i);
        cr_expect_not(strstr(strstr(page, "<svg"), "inf"), "%zu", i);
        free(page);
        cj_arena_free(a);
    }
}

/* ---- sections ----------------------------------------------------------------------------------- */

Test(html, sections_nest_as_their_headings_do)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_block *h;
    char *page;

    cj_report_heading(a, r, 1, CJ_STR("File"));
    h = cj_report_heading(a, r, 2, CJ_STR("Map"));
    h->page = true;
    h->anchor = CJ_STR("m1");
    h->quoted = CJ_JA;
    cj_report_heading(a, r, 3, CJ_STR("Evidence"));
    cj_report_heading(a, r, 9, CJ_STR("Deep"));
    cj_report_heading(a, r, 2, CJ_STR("Map 2"));
    page = printed_html(a, r);
    expect_closed(page, "sections");
    cr_expect(strstr(page, "<section class=\"page\" style=\"--letters:10.5pt\" id=\"m1\" "
                           "lang=\"ja\">\n<h2>Map</h2>"));
    cr_expect(
        strstr(page, "<h6>Deep</h6>\n</section>\n</section>\n</section>\n<section>\n<h2>"));
    free(page);
    cj_arena_free(a);
}

Test(html, more_text_is_printed_smaller_but_never_too_small)
{
    static const struct {
        unsigned rows;
        const char *want;
    } pages[] = { { 1, "10.5pt" }, { 200, "" }, { 2000, "7.0pt" } };
    static const char head[] = "<section class=\"page\" style=\"--letters:";
    size_t i, j;

    for (i = 0; i < sizeof pages / sizeof *pages; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_report *r = cj_report_new(a, CJ_EN);
        char *page, *at;

        cj_report_heading(a, r, 1, CJ_STR("Map"))->page = true;
        for (j = 0; j < pages[i].rows; j++)
            cj_report_text(a, r, CJ_PLAIN, CJ_STR("some twenty columns."));
        page = printed_html(a, r);
        at = strstr(page, head);
        cr_assert(at);
        at += sizeof head - 1;
        if (pages[i].rows == 200)
            cr_expect(atof(at) > 7 && atof(at) < 10.5, "%.50s", at);
        else
            cr_expect_eq(strncmp(at, pages[i].want, strlen(pages[i].want)), 0, "%.50s", at);
        free(page);
        cj_arena_free(a);
    }
}

Test(html, diagnostics_are_told)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_diagnostic *d = &cj_report_add(a, r, CJ_B_DIAGNOSTIC)->diagnostic;

    d->rule = "CJ601";
    d->level = CJ_FAIL_LEVEL;
    d->severity = CJ_STR("error");
    d->place = CJ_STR("map.xlsx!C8");
    d->about = CJ_STR("Goal × Start");
    d->message = CJ_STR("a < b");
    d->hint = CJ_STR("mend it");
    expect(
        a, r,
        "<article class=\"fail\"><p><strong>error CJ601</strong> map.xlsx!C8 (Goal × Start)"
        "</p><p>a &lt; b</p><p>→ mend it</p></article>",
        "diagnostic");
    cj_arena_free(a);
}

/* ---- what changed -------------------------------------------------------------------------------- */

Test(html, what_went_and_what_came)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_block *list = cj_report_list(a, r, 1);
    cj_line *line;

    list->marked = CJ_NEW(a, cj_marked);
    line = cj_marked_line(a, list->marked, CJ_LINE_TEXT);
    cj_line_add(a, line, CJ_M_GONE, CJ_STR("<80%>"));
    cj_line_add(a, line, CJ_M_NEW, CJ_STR("90%"));
    expect(a, r, "<p><del>&lt;80%&gt;</del><ins>90%</ins></p>", "changes");
    cj_arena_free(a);
}

Test(html, tinted_cells_and_notes)
{
    static const char *const cells[] = { "KPI", "Status", "a longer name of one", "flat" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 2, 2, cells);

    t->header_row = true;
    t->marked = CJ_NEW_N(a, cj_marked, 4);
    t->marked[2].level = CJ_FAIL_LEVEL;
    t->marked[3].level = CJ_WARN_LEVEL;
    t->marked[3].note = CJ_STR("as \"before\"\n<so>");
    expect(a, r,
           "<td class=\"on-fail\" data-l=\"KPI\">a longer name of one</td>"
           "<td class=\"s on-warn\" data-l=\"Status\" "
           "title=\"as &quot;before&quot; &lt;so&gt;\">flat"
           "<small class=\"aside\">as &quot;before&quot;<br/>&lt;so&gt;</small></td>",
           "tints");
    cj_arena_free(a);
}

Test(html, an_earlier_line_is_below_the_present_one)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_plot *p = cj_report_series(a, r, 2),
            *then = cj_report_series(a, cj_report_new(a, CJ_EN), 2);
    char *page, *body;

    point(p, 0, "A", "1", 1);
    point(p, 1, "B", "2", 2);
    point(then, 0, "A", "-5", -5);
    point(then, 1, "B", "0", 0);
    p->before = then->point;
    p->name = CJ_STR("Now");
    p->name_before = CJ_STR("<Then>");
    page = printed_html(a, r);
    body = strstr(page, "<main>");
    expect_closed(page, "before");
    cr_expect(strstr(body, "<ul class=\"key\"><li><svg"));
    cr_expect(strstr(body, "</svg>Now</li>"));
    cr_expect(strstr(body, "</svg>&lt;Then&gt;</li></ul>"));
    cr_expect_eq(count(body, "<circle class=\"b\""), 3, "two points and the key");
    cr_expect_eq(count(body, "<line class=\"b\""), 2);
    cr_expect(strstr(body, "class=\"b\" cx=\"25.0%\" cy=\"128.0\""),
              "it counts for the scale");
    cr_expect(strstr(body, "<line class=\"b\" x1=\"25") <
              strstr(body, "<line class=\"l\" x1=\"25"));
    free(page);
    p->name = p->name_before = CJ_STR("");
    page = printed_html(a, r);
    cr_expect_not(strstr(strstr(page, "<main>"), "class=\"key\""),
                  "nothing is said of them");
    free(page);
    cj_arena_free(a);
}

Test(html, an_upright_report_is_for_A4)
{
    static const char *const cells[] = { "Countermeasures", "x" }, *const address[] = {
        "See", "https://example.com/a/long/address"
    };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    char *page;

    filled(a, r, 2, 1, cells)->header_row = true;
    page = printed_html(a, r);
    cr_expect(strstr(page, "<body>"));
    cr_expect_not(strstr(page, "A4 portrait"));
    cr_expect(strstr(page, "<table class=\"rec\""));
    free(page);
    filled(a, r, 2, 1, address);
    r->upright = true;
    page = printed_html(a, r);
    expect_closed(page, "upright");
    cr_expect(strstr(page, "@page{size:A4 portrait"));
    cr_expect(strstr(page, "<body class=\"upright\">"));
    cr_expect_eq(count(page, "<table class=\"rec words\""), 2, "of whole words");
    cr_expect_eq(count(page, "<td class=\"long\""), 1, "an address may be parted");
    cr_expect(strstr(page, "<td class=\"s k\" data-l=\"Countermeasures\">x</td>"));
    free(page);
    cj_arena_free(a);
}
