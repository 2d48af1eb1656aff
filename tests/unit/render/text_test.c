/* text_test.c - a report at a terminal: columns, wrapped cells, bands, colours. */
#include "printed.h"

static void expect(cj_arena *a, const cj_report *r, unsigned width, bool color,
                   const char *want, const char *what)
{
    char *got = printed_text(a, r, width, color);

    cr_expect_str_eq(got, want, "%s:\n%s", what, got);
    free(got);
}

Test(text, a_table_of_single_lines)
{
    static const char *const cells[] = { "項目", "導入期", "Adoption", "目標", "a",
                                         "ｶﾅ",   "KPI",    "",         "" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_JA);

    filled(a, r, 3, 3, cells)->header_row = true;
    expect(a, r, 0, false,
           "項目 │ 導入期 │ Adoption\n"
           "━━━━━┿━━━━━━━━┿━━━━━━━━━\n"
           "目標 │ a      │ ｶﾅ\n"
           "KPI  │        │\n",
           "single lines");
    cj_arena_free(a);
}

Test(text, wrapped_cells_are_parted_by_rules)
{
    static const char *const cells[] = {
        "項目", "導入期", "活用期", "行動", "・設定する\n・見る", "チームの三名に共有する",
        "KPI",  "80%",    ""
    };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_JA);

    filled(a, r, 3, 3, cells)->header_row = true;
    expect(a, r, 34, false,
           "項目 │ 導入期     │ 活用期\n"
           "━━━━━┿━━━━━━━━━━━━┿━━━━━━━━━━━━━━━\n"
           "行動 │ ・設定する │ チームの三名に\n"
           "     │ ・見る     │ 共有する\n"
           "─────┼────────────┼───────────────\n"
           "KPI  │ 80%        │\n",
           "wrapped");
    cj_arena_free(a);
}

Test(text, a_table_too_wide_goes_on_below)
{
    static const char *const cells[] = { "Item",
                                         "one long phase name",
                                         "two long phase names",
                                         "three long phase names",
                                         "Goal",
                                         "a",
                                         "b",
                                         "c" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 2, 4, cells);

    t->header_row = t->header_col = true;
    expect(a, r, 36, false,
           "Item │ one long      │ two long\n"
           "     │ phase name    │ phase names\n"
           "━━━━━┿━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━\n"
           "Goal │ a             │ b\n"
           "\n"
           "Item │ three long phase names\n"
           "━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━\n"
           "Goal │ c\n",
           "bands");
    cj_arena_free(a);
}

Test(text, plain_columns)
{
    static const char *const cells[] = { "-h, --help", "show this help and leave",
                                         "--lang=ja|en",
                                         "言語を選びます。指定がなければ環境に合わせます" };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);

    filled(a, r, 2, 2, cells)->plain = true;
    expect(a, r, 40, false,
           "  -h, --help    show this help and leave\n"
           "  --lang=ja|en  言語を選びます。指定がな\n"
           "                ければ環境に合わせます\n",
           "plain");
    cj_arena_free(a);
}

Test(text, plain_columns_of_three)
{
    static const char *const cells[] = {
        "id",     "name",
        "says",   "CJ1",
        "導入期", "one two three four",
        "CJ22",   "",
        "",       "a name far too long for its column, really",
        "x",      "y"
    };
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 4, 3, cells);

    t->plain = t->header_row = true;
    expect(a, r, 30, false,
           "  id    name    says\n"
           "  CJ1   導入期  one two three\n"
           "                four\n"
           "  CJ22\n"
           "  a name far too long for its column, really\n"
           "        x       y\n",
           "three");
    cj_arena_free(a);
}

Test(text, blocks_and_their_gaps)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_diagnostic *d;
    cj_block *list;

    cj_report_heading(a, r, 1, CJ_STR("Map"));
    cj_report_text(a, r, CJ_PLAIN, CJ_STR("one two three four five six seven"));
    d = &cj_report_add(a, r, CJ_B_DIAGNOSTIC)->diagnostic;
    d->rule = "CJ602";
    d->level = CJ_WARN_LEVEL;
    d->severity = CJ_STR("warning");
    d->place = CJ_STR("map.xlsx:Sheet1!C8");
    d->about = CJ_STR("Definition of Success × Renewal");
    d->message = CJ_STR("no figure");
    d->hint = CJ_STR("add one and one more");
    cj_report_add(a, r, CJ_B_DIAGNOSTIC)->diagnostic = *d;
    cj_report_heading(a, r, 2, CJ_STR("More"));
    list = cj_report_list(a, r, 2);
    list->entry[0] = CJ_STR("first\nsecond line");
    list->entry[1] = CJ_STR("last");
    expect(a, r, 20, false,
           "Map\none two three four\nfive six seven\n\n"
           "map.xlsx:Sheet1!C8: warning CJ602 (Definition of Success × Renewal)\n"
           "    no figure\n    → add one and\n      one more\n\n"
           "map.xlsx:Sheet1!C8: warning CJ602 (Definition of Success × Renewal)\n"
           "    no figure\n    → add one and\n      one more\n\n"
           "More\n  - first\n    second line\n  - last\n",
           "blocks");
    cj_arena_free(a);
}

Test(text, pieces_stand_apart)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN), *none = cj_report_new(a, CJ_EN);
    cj_render_options options = { false, 0 };
    const cj_report *pieces[] = { none, r, none, r };
    char *p = NULL;
    size_t n = 0, i;
    FILE *out = open_memstream(&p, &n);
    cj_pieces to = { out, 0 };

    cj_report_text(a, r, CJ_PLAIN, CJ_STR("one"));
    cj_report_text(a, r, CJ_PLAIN, CJ_STR("two"));
    for (i = 0; i < 4; i++)
        cr_expect_eq(cj_render_text_piece(a, pieces[i], &options, &to, NULL), CJ_OK);
    fclose(out);
    cr_expect_str_eq(p, "one\ntwo\n\none\ntwo\n");
    free(p);
    cj_arena_free(a);
}

Test(text, colours_only_where_wanted)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);

    cj_report_text(a, r, CJ_FAIL_LEVEL, CJ_STR("bad"));
    cj_report_heading(a, r, 1, CJ_STR("Map"));
    expect(a, r, 0, true, "\33[31mbad\33[0m\n\n\33[1mMap\33[0m\n", "colours");
    cj_arena_free(a);
}

/* ---- what changed -------------------------------------------------------------------------------- */

/* 80% became 90%, in one line or in two cells. */
static cj_report *changed(cj_arena *a, bool one_line)
{
    static const char *const cells[] = { "a 80% b", "a 90% b" };
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_table *t = filled(a, r, 1, 2, cells);
    cj_line *line;

    t->marked = CJ_NEW_N(a, cj_marked, 2);
    line = cj_marked_line(a, &t->marked[0], CJ_LINE_TEXT);
    cj_line_add(a, line, CJ_M_PLAIN, CJ_STR("a "));
    cj_line_add(a, line, CJ_M_GONE, CJ_STR("80%"));
    if (!one_line) {
        cj_line_add(a, line, CJ_M_PLAIN, CJ_STR(" b"));
        line = cj_marked_line(a, &t->marked[1], CJ_LINE_TEXT);
        cj_line_add(a, line, CJ_M_PLAIN, CJ_STR("a "));
    }
    cj_line_add(a, line, CJ_M_NEW, CJ_STR("90%"));
    cj_line_add(a, line, CJ_M_PLAIN, CJ_STR(" b"));
    return r;
}

/* In a map that stands among what stayed: nobody may take what is gone for what is there. */
Test(text, a_map_marks_each_change)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = changed(a, false);

    r->last->table.role = CJ_TABLE_MAP;
    expect(a, r, 0, false, "a [-80%-] b │ a {+90%+} b\n", "a map");
    cj_arena_free(a);
}

static const struct {
    bool one_line, color;
    unsigned width;
    const char *want;
} changes[] = {
    { true, false, 0, "a [-80%-]{+90%+} b │ a 90% b\n" },
    { false, false, 0, "a 80% b │ a 90% b\n" },
    { true, true, 0, "a \33[31m80%\33[0m\33[1m\33[32m90%\33[0m b │ a 90% b\n" },
    { false, true, 0, "a \33[31m80%\33[0m b │ a \33[1m\33[32m90%\33[0m b\n" },
};

Test(text, what_went_and_what_came)
{
    size_t i;

    for (i = 0; i < sizeof changes / sizeof *changes; i++) {
        cj_arena *a = cj_arena_new(0);

        expect(a, changed(a, changes[i].one_line), changes[i].width, changes[i].color,
               changes[i].want, "changes");
        cj_arena_free(a);
    }
}

Test(text, what_went_is_red_over_several_lines)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_block *list = cj_report_list(a, r, 1);
    cj_line *line;

    list->entry[0] = CJ_STR("before one two three four");
    list->marked = CJ_NEW(a, cj_marked);
    line = cj_marked_line(a, list->marked, CJ_LINE_TEXT);
    cj_line_add(a, line, CJ_M_PLAIN, CJ_STR("before "));
    cj_line_add(a, line, CJ_M_GONE, CJ_STR("one two three four"));
    expect(a, r, 18, true,
           "  - before \33[31mone two\33[0m\n"
           "    \33[31mthree four\33[0m\n",
           "red");
    cj_arena_free(a);
}

Test(text, a_text_may_have_marks)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_block *b = cj_report_text(a, r, CJ_PLAIN, CJ_STR("80%90%"));
    cj_line *line;

    b->marked = CJ_NEW(a, cj_marked);
    line = cj_marked_line(a, b->marked, CJ_LINE_TEXT);
    cj_line_add(a, line, CJ_M_GONE, CJ_STR("80%"));
    cj_line_add(a, line, CJ_M_NEW, CJ_STR("90%"));
    expect(a, r, 0, false, "[-80%-]{+90%+}\n", "plain");
    expect(a, r, 0, true, "\33[31m80%\33[0m\33[1m\33[32m90%\33[0m\n", "colours");
    cj_arena_free(a);
}
