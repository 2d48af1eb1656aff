/* xlsx_patch_sheets_test.c - sheets that come, go or are replaced in a workbook, and what goes along. */
#include "make_xlsx.h"
#include "patched.h"
#include "sample_book.h"
#include <cj/write.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static cj_edit adding(const cj_book *book, size_t i)
{
    return (cj_edit){
        .kind = CJ_EDIT_SHEET, .sheet = CJ_NO_SHEET, .made = &book->sheets[i], .from = book
    };
}

static cj_edit replacing(unsigned sheet, const cj_book *book, size_t i)
{
    cj_edit edit = adding(book, i);

    edit.sheet = sheet;
    return edit;
}

static cj_edit removing(unsigned sheet)
{
    return (cj_edit){ .kind = CJ_EDIT_SHEET_OUT, .sheet = sheet };
}

/* ---- the same as a new workbook would have ---------------------------------------------------------- */

static void add_rich(sample *s, unsigned row, unsigned col, const cj_rich_run *run,
                     size_t n)
{
    cj_sheet *sheet = s->sheet;

    CJ_ROOM(s->arena, sheet->rich, sheet->n_rich, sheet->cap_rich);
    sheet->rich[sheet->n_rich].row = row;
    sheet->rich[sheet->n_rich].col = col;
    sheet->rich[sheet->n_rich].n = n;
    sheet->rich[sheet->n_rich].run = CJ_NEW_N(s->arena, cj_rich_run, n);
    memcpy(sheet->rich[sheet->n_rich++].run, run, n * sizeof *run);
}

/* What the sample has not. */
static void put_oddities(sample *s)
{
    static const cj_rich_run runs[] = { { 0, 3, CJ_RICH_STRONG },
                                        { 4, 3, CJ_RICH_GONE },
                                        { 8, 3, CJ_RICH_NEW },
                                        { 12, 4, CJ_RICH_LINK },
                                        { 17, 5, CJ_RICH_ASIDE } };
    static const cj_rich_run one[] = { { 0, 3, CJ_RICH_STRONG } };
    char *text = cj_alloc_text(s->arena, 8000);
    cj_style fill = { .has_fill = true, .fill = 0, .strike = true, .right = true };
    cj_sheet *sheet;

    s->sheet = cj_book_add_sheet(s->arena, s->book, CJ_STR("It's & <odd>"));
    put(s, 1, 1, CJ_ROLE_TITLE, "one line that runs on beside empty cells");
    put(s, 2, 1, CJ_ROLE_CELL, "and|old|new|link|aside & <more>");
    add_rich(s, 2, 1, runs, 5);
    put(s, 2, 2, CJ_ROLE_CELL, "one part, all of it");
    add_rich(s, 2, 2, one, 1);
    put(s, 3, 1, CJ_ROLE_NONE, " blanks at the ends \n");
    put(s, 3, 2, CJ_ROLE_NONE, "\x01 _x0041_ \"quoted\" a\tb]]>");
    put(s, 3, 3, CJ_ROLE_NONE, "#N/A")->value = CJ_V_ERROR;
    put(s, 4, 1, CJ_ROLE_FIELD, "")->value = CJ_V_EMPTY;
    put_number(s, 4, 2, CJ_ROLE_FIELD, 0.1);
    put_number(s, 4, 3, CJ_ROLE_META, -1.5e300);
    put_number(s, 5, 1, CJ_ROLE_NONE, 1234567890123456.0);
    put(s, 5, 2, CJ_ROLE_CELL, "")->value = CJ_V_BOOL;
    put_date(s, 5, 3, "", 45730.25);
    put_date(s, 5, 4, "", 45730);
    put(s, 6, 1, CJ_ROLE_NONE, "struck")->style = cj_book_style(s->arena, s->book, fill);
    put(s, 7, 1, CJ_ROLE_GROUP, "over several");
    merge(s, (cj_range){ 7, 1, 8, 3 });
    merge(s, (cj_range){ 8, 2, 9, 2 });
    put(s, 8, 2, CJ_ROLE_CELL, "");
    memset(text, 'w', 7999);
    for (size_t i = 0; i < 7999; i += 8)
        text[i] = ' ';
    text[7999] = 0;
    put(s, 10, 1, CJ_ROLE_CELL, text);
    link_to(s, (cj_range){ 2, 1, 2, 2 }, "https://example.com/a b?c=[1]&d=%41%zz");
    link_to(s, (cj_range){ 6, 1, 6, 1 }, "mailto:a@example.com");
    link_to(s, (cj_range){ 3, 1, 3, 1 }, "#'It''s & <odd>'!A1");
    link_to(s, (cj_range){ 3, 2, 3, 2 }, "");
    sheet = s->sheet;
    CJ_ROOM(s->arena, sheet->hidden_rows, sheet->n_hidden_rows, sheet->cap_hidden_rows);
    sheet->hidden_rows[sheet->n_hidden_rows++] = (cj_range){ 12, 0, 13, 0 };
    CJ_ROOM(s->arena, sheet->hidden_rows, sheet->n_hidden_rows, sheet->cap_hidden_rows);
    sheet->hidden_rows[sheet->n_hidden_rows++] = (cj_range){ 6, 0, 6, 0 };
    CJ_ROOM(s->arena, sheet->hidden_cols, sheet->n_hidden_cols, sheet->cap_hidden_cols);
    sheet->hidden_cols[sheet->n_hidden_cols++] = (cj_range){ 0, 3, 0, 5 };
    sheet->look.freeze_row = 2;
    sheet->look.upright = true;
    sheet->look.repeat_row1 = 1;
    sheet->look.repeat_row2 = 2;
    annotate(s, 3, 1, " \x02 <&> \n");
    annotate(s, 3, 2, "");
    choose(s, (cj_range){ 4, 1, 4, 1 })->hint = CJ_STR("a hint alone, <b>&\"");
}

/* No charts. */
static cj_book *made_book(cj_arena *a, bool ja)
{
    cj_book *book = sample_book(a, ja);
    sample s = { a, book, NULL };
    size_t i;

    put_oddities(&s);
    cj_sheet_seal(a, s.sheet);
    s.sheet = cj_book_add_sheet(a, book, CJ_STR("empty"));
    cj_sheet_seal(a, s.sheet);
    for (i = 0; i < book->n_sheets; i++)
        book->sheets[i].look.n_charts = 0;
    return book;
}

static const char *style_text(cj_arena *a, const cj_book *book, uint32_t i)
{
    const cj_style *s = &book->styles[i];

    return cj_str_z(a, cj_str_fmt(a, "%d%d %06x %d " CJ_FMT, s->bold, s->strike,
                                  s->has_fill ? s->fill : 0xffffffffu, s->date,
                                  CJ_ARG(s->date ? s->number_format : CJ_STR(""))));
}

static const char *range_text(cj_arena *a, const cj_range *r, size_t n)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < n; i++)
        cj_buf_fmt(&b, "%u,%u-%u,%u ", r[i].row1, r[i].col1, r[i].row2, r[i].col2);
    return cj_str_z(a, cj_buf_str(&b));
}

static const char *around_text(cj_arena *a, const cj_sheet *s)
{
    cj_buf b;
    size_t i, k;

    cj_buf_init(&b, a);
    cj_buf_fmt(&b, "%d %s|%s|%s|", s->state, range_text(a, s->merges, s->n_merges),
               range_text(a, s->hidden_rows, s->n_hidden_rows),
               range_text(a, s->hidden_cols, s->n_hidden_cols));
    for (i = 0; i < s->n_links; i++)
        cj_buf_fmt(&b, "%s=" CJ_FMT " ", range_text(a, &s->links[i].at, 1),
                   CJ_ARG(s->links[i].target));
    for (i = 0; i < s->look.n_choices; i++) {
        const cj_choice *c = &s->look.choices[i];

        cj_buf_fmt(&b, "%s" CJ_FMT "|" CJ_FMT "|" CJ_FMT, range_text(a, &c->at, 1),
                   CJ_ARG(c->from), CJ_ARG(c->title), CJ_ARG(c->hint));
        for (k = 0; k < c->n_words; k++)
            cj_buf_fmt(&b, "," CJ_FMT, CJ_ARG(c->word[k]));
    }
    for (i = 0; i < s->n_notes; i++)
        cj_buf_fmt(&b, "\n%u,%u " CJ_FMT ": " CJ_FMT, s->notes[i].row, s->notes[i].col,
                   CJ_ARG(s->notes[i].author), CJ_ARG(s->notes[i].text));
    return cj_str_z(a, cj_buf_str(&b));
}

static void same_sheet(cj_arena *a, const cj_book *got, const cj_sheet *g,
                       const cj_book *want, const cj_sheet *w, const char *where)
{
    size_t i;

    cr_expect_str_eq(around_text(a, g), around_text(a, w), "%s", where);
    cr_assert_eq(g->n_cells, w->n_cells, "%s", where);
    for (i = 0; i < g->n_cells; i++) {
        const cj_book_cell *x = cj_sheet_cell(g, i), *y = cj_sheet_cell(w, i);
        char ref[CJ_REF_MAX];

        cj_ref(ref, y->row, y->col);
        cr_expect(x->row == y->row && x->col == y->col && x->value == y->value, "%s %s",
                  where, ref);
        cr_expect(x->value == CJ_V_TEXT ? cj_str_eq(x->text, y->text)
                                        : x->number == y->number,
                  "%s %s: " CJ_FMT, where, ref, CJ_ARG(x->text));
        cr_expect_str_eq(style_text(a, got, x->style), style_text(a, want, y->style),
                         "%s %s", where, ref);
    }
}

static cj_str file_bytes(cj_arena *a, const char *path)
{
    cj_read_options options = cj_read_options_default();
    cj_source file;
    cj_str bytes;
    cj_err err;

    cr_assert_eq(cj_source_open(a, path, &options.limits, &file, &err), CJ_OK, "%s", path);
    cr_assert_eq(cj_source_all(a, &file, &bytes, &err), CJ_OK);
    return bytes;
}

static const char *const hosts[] = {
    "tests/data/maps/contacts.xlsx",
    "tests/data/maps/hidden.xlsx",
    "tests/data/maps/loaded.xlsx",
    "tests/data/maps/loaded.xlsm",
    "tests/data/maps/seed.xlsx",
    "tests/data/samples/01_seed_sample.libreoffice.xlsx",
    "tests/data/samples/01_seed_sample.openpyxl.xlsx",
};
enum { N_HOSTS = sizeof hosts / sizeof *hosts };

static size_t names(cj_arena *a, const cj_book *host, cj_book *book)
{
    size_t i;

    for (i = 0; i < book->n_sheets; i++)
        book->sheets[i].name = cj_sheet_name_fit(a, host, book->sheets[i].name);
    return book->n_sheets;
}

Test(xlsx_patch_sheets, read_as_what_a_new_workbook_has, .timeout = 60)
{
    size_t h, i;

    for (h = 0; h < 2 * N_HOSTS; h++) {
        cj_arena *a = cj_arena_new(0);
        cj_str bytes = file_bytes(a, hosts[h / 2]), alone, out;
        const cj_book *host = book_of(a, bytes), *want, *got;
        cj_book *book = made_book(a, h % 2);
        size_t n = names(a, host, book);
        cj_edit edits[8];
        cj_err err;

        for (i = 0; i < n; i++)
            edits[i] = adding(book, i);
        out = patched(a, bytes, edits, n);
        cr_assert_eq(cj_xlsx_write(a, book, &alone, &err), CJ_OK);
        want = book_of(a, alone);
        got = book_of(a, out);
        cr_assert_eq(got->n_sheets, host->n_sheets + n);
        for (i = 0; i < n; i++)
            same_sheet(a, got, &got->sheets[host->n_sheets + i], want, &want->sheets[i],
                       cj_str_z(a, want->sheets[i].name));
        for (i = 0; i < host->n_sheets; i++)
            same_sheet(a, got, &got->sheets[i], host, &host->sheets[i], "host");
        cj_arena_free(a);
    }
}

static const char *temporary(cj_arena *a, cj_str bytes, const char *name)
{
    const char *path =
        cj_str_z(a, cj_str_fmt(a, "/tmp/cj_%ld_%s.xlsx", (long)getpid(), name));
    FILE *f = fopen(path, "wb");

    cr_assert(f && fwrite(bytes.p, 1, bytes.n, f) == bytes.n && fclose(f) == 0);
    return path;
}

Test(xlsx_patch_sheets, an_independent_reader_sees_the_same, .timeout = 120)
{
    size_t h, i;

    for (h = 4; h < 7; h++) {
        cj_arena *a = cj_arena_new(0);
        cj_str bytes = file_bytes(a, hosts[h]), alone;
        const char *got, *want, *command;
        cj_book *book = made_book(a, h % 2);
        cj_edit edits[8];
        cj_err err;
        size_t n = names(a, book_of(a, bytes), book);

        for (i = 0; i < n; i++)
            edits[i] = adding(book, i);
        got = temporary(a, patched(a, bytes, edits, n), "got");
        cr_assert_eq(cj_xlsx_write(a, book, &alone, &err), CJ_OK);
        want = temporary(a, alone, "want");
        command = cj_str_z(
            a, cj_str_fmt(a,
                          "/usr/bin/python3 tests/check/patched_sheets.py %s %s '" CJ_FMT
                          "' '" CJ_FMT "' \"" CJ_FMT "\" empty >&2",
                          got, want, CJ_ARG(book->sheets[1].name),
                          CJ_ARG(book->sheets[2].name), CJ_ARG(book->sheets[3].name)));
        cr_expect_eq(system(command), 0, "%s", hosts[h]);
        command =
            cj_str_z(a, cj_str_fmt(a, "/usr/bin/python3 tests/check/schema.py %s %s >&2",
                                   hosts[h], got));
        cr_expect_eq(system(command), 0, "%s", hosts[h]);
        unlink(got);
        unlink(want);
        cj_arena_free(a);
    }
}

/* What is put a second time finds all its formats there. */
Test(xlsx_patch_sheets, put_again_the_formats_do_not_grow)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = made_book(a, true);
    cj_str bytes = file_bytes(a, hosts[0]);
    cj_edit first = adding(book, 1), again = replacing(1, book, 1);
    cj_str once, twice;

    book->sheets[1].n_notes = 0; /* their parts would have other numbers */
    once = patched(a, bytes, &first, 1);
    twice = patched(a, once, &again, 1);
    cr_expect_str_eq(part_text(a, once, "xl/styles.xml"),
                     part_text(a, twice, "xl/styles.xml"));
    cr_expect_str_eq(part_text(a, once, "xl/worksheets/sheet2.xml"),
                     part_text(a, twice, "xl/worksheets/sheet2.xml"));
    cr_expect_str_eq(part_text(a, once, "xl/workbook.xml"),
                     part_text(a, twice, "xl/workbook.xml"));
    cr_expect_str_eq(part_text(a, once, "[Content_Types].xml"),
                     part_text(a, twice, "[Content_Types].xml"));
    cj_arena_free(a);
}

/* ---- the workbook part ------------------------------------------------------------------------------ */

static cj_book *small(cj_arena *a, const char *name)
{
    sample s = { a, cj_book_new(a, CJ_XLSX), NULL };

    s.sheet = cj_book_add_sheet(a, s.book, cj_str_of(name));
    put(&s, 1, 1, CJ_ROLE_TEXT, "made");
    cj_sheet_seal(a, s.sheet);
    return s.book;
}

#define THREE                                                                                   \
    "<sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"r1\"/><sheet name=\"B &amp; C\" "           \
    "sheetId=\"3\" r:id=\"r2\"/><sheet name=\"D\" sheetId=\"5\" state=\"hidden\" r:id=\"r3\"/>" \
    "</sheets>"
#define THREE_RELS                                                                    \
    RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")                              \
             REL("r2", "worksheet", "/xl/odd/b.xml") REL("r3", "chartsheet", "c.xml") \
                 REL("r4", "styles", "styles.xml"))

typedef struct hosted {
    const char *workbook, *rels, *a, *b, *c;
} hosted;

static cj_str host(cj_arena *a, const hosted *h)
{
    made_xlsx x = { .workbook = h->workbook ? h->workbook : WORKBOOK(THREE),
                    .workbook_rels = h->rels ? h->rels : THREE_RELS,
                    .sheet = h->a,
                    .types =
                        "<Types><Override PartName=\"/xl/odd/b.xml\" ContentType=\"w\"/>"
                        "</Types>",
                    .strings = "",
                    .extra_name = { "xl/odd/b.xml", "xl/c.xml" },
                    .extra = { h->b ? h->b : DATA(""), h->c ? h->c : "<chartsheet/>" } };

    return xlsx_made(a, &x);
}

Test(xlsx_patch_sheets, entries_names_and_views)
{
    static const struct {
        const char *was, *want;
        int change; /* 0 adds, 1 to 3 replace, -1 to -3 remove a sheet */
        bool filter;
    } cases[] = {
        { THREE,
          "<sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"r1\"/><sheet name=\"B &amp; C\" "
          "sheetId=\"3\" r:id=\"r2\"/><sheet name=\"D\" sheetId=\"5\" state=\"hidden\" "
          "r:id=\"r3\"/><sheet name=\"N &lt;'s&gt;\" sheetId=\"8\" r:id=\"rId5\"/></sheets>",
          0, false },
        { THREE,
          "<sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"r1\"/><sheet name=\"B &amp; C\" "
          "sheetId=\"3\" r:id=\"r2\"/><sheet name=\"D\" sheetId=\"5\" state=\"hidden\" "
          "r:id=\"r3\"/><sheet name=\"N &lt;'s&gt;\" sheetId=\"8\" r:id=\"rId5\"/></sheets>"
          "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"3\" "
          "hidden=\"1\">'N &lt;''s&gt;'!$A$1:$B$2</definedName><definedName "
          "name=\"_xlnm.Print_Titles\" localSheetId=\"3\">'N &lt;''s&gt;'!$1:$1</definedName>"
          "</definedNames>",
          0, true },
        { "<bookViews><workbookView activeTab=\"1\" firstSheet=\"1\"/></bookViews>" THREE
          "<definedNames><definedName name=\"g\">A!$A$1</definedName><definedName "
          "name=\"_xlnm.Print_Area\" localSheetId=\"1\">'B &amp; C'!$A$1</definedName>"
          "<definedName name=\"x\" localSheetId=\"2\">1</definedName></definedNames><calcPr/>",
          "<bookViews><workbookView activeTab=\"0\" firstSheet=\"0\"/></bookViews>"
          "<sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"r1\"/><sheet name=\"D\" "
          "sheetId=\"5\" state=\"hidden\" r:id=\"r3\"/></sheets><definedNames><definedName "
          "name=\"g\">A!$A$1</definedName><definedName name=\"x\" localSheetId=\"1\">1"
          "</definedName></definedNames><calcPr/>",
          -2, false },
        { "<bookViews><workbookView activeTab=\"1\"/></bookViews>" THREE
          "<definedNames><definedName name=\"y\" localSheetId=\"0\">A!$A$1</definedName>"
          "</definedNames>",
          "<bookViews><workbookView activeTab=\"0\"/></bookViews><sheets><sheet name=\"B &amp; "
          "C\" sheetId=\"3\" r:id=\"r2\"/><sheet name=\"D\" sheetId=\"5\" state=\"hidden\" "
          "r:id=\"r3\"/></sheets>",
          -1, false },
        { THREE
          "<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'B "
          "&amp; C'!$1:$2</definedName><definedName name=\"own\" localSheetId=\"1\">2"
          "</definedName></definedNames>",
          "<sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"r1\"/><sheet name=\"N &lt;'s&gt;\" "
          "sheetId=\"3\" r:id=\"r2\"/><sheet name=\"D\" sheetId=\"5\" state=\"hidden\" "
          "r:id=\"r3\"/></sheets><definedNames><definedName name=\"own\" localSheetId=\"1\">2"
          "</definedName><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"1\" "
          "hidden=\"1\">'N &lt;''s&gt;'!$A$1:$B$2</definedName><definedName "
          "name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'N &lt;''s&gt;'!$1:$1</definedName>"
          "</definedNames>",
          2, true },
        { THREE,
          "<sheets><sheet name=\"A\" sheetId=\"7\" r:id=\"r1\"/><sheet name=\"B &amp; C\" "
          "sheetId=\"3\" r:id=\"r2\"/><sheet name=\"N &lt;'s&gt;\" sheetId=\"5\" "
          "r:id=\"rId5\"/></sheets>",
          3, false },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = small(a, "N <'s>");
        hosted h = { .workbook = cj_str_z(a, cj_str_fmt(a, WORKBOOK("%s"), cases[i].was)) };
        int change = cases[i].change;
        cj_edit edit = change > 0   ? replacing((unsigned)change - 1, book, 0)
                       : change < 0 ? removing((unsigned)-change - 1)
                                    : adding(book, 0);
        const char *got;

        if (cases[i].filter) {
            book->sheets[0].look.filter = (cj_range){ 1, 1, 2, 2 };
            book->sheets[0].look.repeat_row1 = book->sheets[0].look.repeat_row2 = 1;
        }
        got = part_text(a, patched(a, host(a, &h), &edit, 1), "xl/workbook.xml");
        cr_expect_str_eq(got, cj_str_z(a, cj_str_fmt(a, WORKBOOK("%s"), cases[i].want)),
                         "%zu", i);
        cj_arena_free(a);
    }
}

Test(xlsx_patch_sheets, several_at_once_count_as_before)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *one = small(a, "one"), *two = small(a, "two"), *three = small(a, "three");
    cj_edit edits[] = { removing(0), adding(one, 0), replacing(1, two, 0), removing(2),
                        replacing(0, three, 0) };
    hosted h = { 0 };
    cj_str out = patched(a, host(a, &h), edits, 5);
    const cj_book *book = book_of(a, out);

    cr_assert_eq(book->n_sheets, 3);
    cr_expect(cj_str_eq(book->sheets[0].name, CJ_STR("three")));
    cr_expect(cj_str_eq(book->sheets[1].name, CJ_STR("two")));
    cr_expect(cj_str_eq(book->sheets[2].name, CJ_STR("one")));
    cr_expect(!has_part(a, out, "xl/c.xml"));
    cj_arena_free(a);
}

/* A workbook with a prefix, its ids under another name, and part of it in mc:AlternateContent. */
Test(xlsx_patch_sheets, workbooks_that_are_written_otherwise)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = small(a, "new");
    hosted h = {
        .workbook =
            "<?xml version=\"1.0\"?>\n<x:workbook xmlns:x=\"" MAIN_NS "\" xmlns:q=\"" REL_NS
            "\" xmlns:mc=\"m\"><mc:AlternateContent><mc:Choice Requires=\"q\">"
            "<q:absPath/></mc:Choice></mc:AlternateContent><x:sheets><x:sheet name=\"A\" "
            "sheetId=\"1\" q:id=\"r1\"></x:sheet></x:sheets><x:calcPr/></x:workbook>",
    };
    cj_edit edit = adding(book, 0);
    cj_str out;

    book->sheets[0].look.repeat_row1 = book->sheets[0].look.repeat_row2 = 1;
    out = patched(a, host(a, &h), &edit, 1);
    cr_expect(
        strstr(part_text(a, out, "xl/workbook.xml"),
               "</x:sheet><x:sheet name=\"new\" sheetId=\"2\" q:id=\"rId5\"/></x:sheets>"),
        "%s", part_text(a, out, "xl/workbook.xml"));
    cr_expect_eq(book_of(a, out)->n_sheets, 2);
    cr_expect(strstr(part_text(a, out, "xl/workbook.xml"), ">'new'!$1:$1</x:definedName>"));
    cj_arena_free(a);
}

Test(xlsx_patch_sheets, strict_workbooks_stay_so)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = small(a, "new");
    hosted h = { .workbook = "<workbook xmlns=\"" STRICT_NS
                             "\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/"
                             "relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" "
                             "r:id=\"r1\"/></sheets></workbook>" };
    cj_edit edit = adding(book, 0);
    cj_str out = patched(a, host(a, &h), &edit, 1);

    cr_expect(strstr(part_text(a, out, "xl/worksheets/sheet2.xml"), STRICT_NS));
    cr_expect(strstr(part_text(a, out, "xl/workbook.xml"), "r:id=\"rId5\""));
    cj_arena_free(a);
}

/* ---- what goes with a sheet ------------------------------------------------------------------------- */

static cj_str drawn(cj_arena *a, bool shared)
{
    made_xlsx x = {
        .workbook = WORKBOOK("<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/><sheet "
                             "name=\"B\" sheetId=\"2\" r:id=\"r2\"/></sheets>"),
        .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r2", "worksheet", "worksheets/b.xml")),
        .types = "<Types><Override PartName=\"/xl/d.xml\" ContentType=\"d\"/><Override "
                 "PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"s\"/></Types>",
        .sheet_rels = RELS(REL(
            "r1", "drawing",
            "../d.xml") "<Relationship Id=\"r2\" Type=\"x/hyperlink\" Target=\"http://a\" "
                        "TargetMode=\"External\"/>"),
        .styles = "",
        .strings = "",
        .extra_name = { "xl/d.xml", "xl/_rels/d.xml.rels", "xl/media/p.png",
                        "xl/worksheets/b.xml" },
        .extra = { "<d/>", RELS(REL("r1", "image", "media/p.png")), "png", DATA("") },
    };
    cj_str bytes = xlsx_made(a, &x), out, id;
    opened *o = open_package(a, bytes);
    cj_err err;

    if (!shared)
        return bytes;
    cr_assert_eq(cj_parts_relate(&o->parts, CJ_STR("xl/worksheets/b.xml"), "image",
                                 CJ_STR("xl/media/p.png"), &id, &err),
                 CJ_OK);
    cr_assert_eq(cj_parts_pack(&o->parts, a, &out, &err), CJ_OK);
    return out;
}

Test(xlsx_patch_sheets, what_nobody_else_needs_goes_with_it)
{
    unsigned i;

    for (i = 0; i < 4; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = small(a, "A");
        bool shared = i % 2, out = i / 2;
        cj_edit edit = out ? removing(0) : replacing(0, book, 0);
        cj_str got = patched(a, drawn(a, shared), &edit, 1);

        cr_expect_eq(has_part(a, got, "xl/worksheets/sheet1.xml"), !out, "%u", i);
        cr_expect(!has_part(a, got, "xl/worksheets/_rels/sheet1.xml.rels"), "%u", i);
        cr_expect(!has_part(a, got, "xl/d.xml") && !has_part(a, got, "xl/_rels/d.xml.rels"),
                  "%u", i);
        cr_expect_eq(has_part(a, got, "xl/media/p.png"), shared, "%u", i);
        cr_expect_eq(strstr(part_text(a, got, "[Content_Types].xml"), "/xl/d.xml") == NULL,
                     true, "%u", i);
        cr_expect_eq(strstr(part_text(a, got, "[Content_Types].xml"), "sheet1.xml") == NULL,
                     out, "%u", i);
        cj_arena_free(a);
    }
}

Test(xlsx_patch_sheets, what_stays_of_the_one_before)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = small(a, "A");
    hosted h = { .a = SHEET("<sheetPr codeName=\"Sheet&amp;1\"/><sheetData/>") };
    cj_edit edits[] = { replacing(0, book, 0), adding(small(a, "new"), 0) };
    cj_str out = patched(a, host(a, &h), edits, 2);
    const char *first = part_text(a, out, "xl/worksheets/sheet1.xml");
    const char *second = part_text(a, out, "xl/worksheets/sheet2.xml");

    cr_expect(strstr(first, "<sheetPr codeName=\"Sheet&amp;1\"><pageSetUpPr"), "%s", first);
    cr_expect(strstr(first, "tabSelected=\"1\""));
    cr_expect(strstr(second, "<sheetPr><pageSetUpPr") && !strstr(second, "tabSelected"));
    cj_arena_free(a);
}

/* Formulas that went are in no chain; those that see the new sheet are calculated again. */
Test(xlsx_patch_sheets, formulas_that_went_or_see_it)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = small(a, "A");
    cj_edit edit = replacing(0, book, 0);
    made_xlsx x = {
        .workbook = WORKBOOK("<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>"
                             "<sheet name=\"B\" sheetId=\"2\" r:id=\"r2\"/></sheets>"),
        .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml") REL(
            "r2", "worksheet", "worksheets/b.xml") REL("r3", "calcChain", "calcChain.xml")),
        .sheet = DATA("<row r=\"1\"><c r=\"A1\"><f>1+1</f></c></row>"),
        .styles = "",
        .strings = "",
        .extra_name = { "xl/calcChain.xml", "xl/worksheets/b.xml" },
        .extra = { "<calcChain xmlns=\"" MAIN_NS "\"><c r=\"A1\" i=\"1\"/></calcChain>",
                   DATA("<row r=\"1\"><c r=\"A1\"><f>A!A1</f></c></row>") },
    };
    cj_str out = patched(a, xlsx_made(a, &x), &edit, 1);

    cr_expect(!has_part(a, out, "xl/calcChain.xml"));
    cr_expect(strstr(part_text(a, out, "xl/workbook.xml"), "fullCalcOnLoad=\"1\""));
    x.sheet = DATA("");
    x.extra[1] = DATA("");
    out = patched(a, xlsx_made(a, &x), &edit, 1);
    cr_expect(has_part(a, out, "xl/calcChain.xml"));
    cr_expect(!strstr(part_text(a, out, "xl/workbook.xml"), "fullCalcOnLoad"));
    cj_arena_free(a);
}

/* ---- what is refused -------------------------------------------------------------------------------- */

#define FORMULA(f) DATA("<row r=\"4\"><c r=\"C4\"><f>" f "</f></c></row>")

Test(xlsx_patch_sheets, formulas_that_name_it)
{
    static const struct {
        hosted h;
        bool refused;
    } cases[] = {
        { { .a = FORMULA("SUM('B &amp; C'!A1:A3)") }, true },
        { { .a = FORMULA("1+'b &amp; c'!A1") }, true },
        { { .a = FORMULA("SUM('A:B &amp; C'!A1)") }, true },
        { { .a = FORMULA("\"'B &amp; C'!\"&amp;A1") }, false },
        { { .a = FORMULA("'[1]B &amp; C'!A1") }, false },
        { { .a = FORMULA("'It''s'!A1+C!A1") }, false },
        { { .b = FORMULA("'B &amp; C'!A1") }, false },
        { { .a = SHEET("<sheetData/><dataValidations><dataValidation><formula1>'B &amp; "
                       "C'!$A$1</formula1></dataValidation></dataValidations>") },
          true },
        { { .c = "<chartsheet><c:f xmlns:c=\"c\">'B &amp; C'!$A$1</c:f></chartsheet>" },
          true },
        { { .c = "<x><worksheetSource sheet=\"B &amp; C\"/></x>" }, true },
        { { .workbook =
                WORKBOOK(THREE "<definedNames><definedName name=\"n\">'B &amp; C'!$A$1"
                               "</definedName></definedNames>") },
          true },
        { { .workbook = WORKBOOK(THREE "<definedNames><definedName name=\"n\" "
                                       "localSheetId=\"1\">'B &amp; C'!$A$1</definedName>"
                                       "</definedNames>") },
          false },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *other = small(a, "other"), *same = small(a, "B & C");
        cj_edit out = removing(1), renamed = replacing(1, other, 0),
                kept = replacing(1, same, 0);
        cj_str bytes = host(a, &cases[i].h), got;
        cj_rc want = cases[i].refused ? CJ_EFORMAT : CJ_OK;
        cj_err err = { 0 };

        cr_expect_eq(try_patch(a, bytes, &out, 1, &got, &err), want, "%zu", i);
        if (i < 3)
            cr_expect(cj_str_eq(err.at.sheet, CJ_STR("A")) && err.at.row == 4 &&
                          err.at.col == 3,
                      "%zu", i);
        cr_expect_eq(try_patch(a, bytes, &renamed, 1, &got, &err), want, "%zu", i);
        cr_expect_eq(try_patch(a, bytes, &kept, 1, &got, &err), CJ_OK, "%zu", i);
        cj_arena_free(a);
    }
}

/* A table has a name of its own, which no other sheet can keep when the table is gone. */
Test(xlsx_patch_sheets, formulas_that_name_a_table)
{
    static const struct {
        const char *formula;
        bool refused;
    } cases[] = {
        { "SUM(Plan[Cost])", true },
        { "ROWS(plan)", true },
        { "Plan2[Cost]+MyPlan[Cost]", false },
        { "&quot;Plan&quot;&amp;A1", false },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = small(a, "A");
        cj_edit edits[] = { replacing(0, book, 0), removing(0) };
        made_xlsx x = {
            .workbook = WORKBOOK("<sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/>"
                                 "<sheet name=\"B\" sheetId=\"2\" r:id=\"r2\"/></sheets>"),
            .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                      REL("r2", "worksheet", "worksheets/b.xml")),
            .sheet_rels = RELS(REL("r1", "table", "../t.xml")),
            .styles = "",
            .strings = "",
            .extra_name = { "xl/t.xml", "xl/worksheets/b.xml" },
            .extra = { "<table displayName=\"Plan\"><f>Plan[Cost]</f></table>",
                       cj_str_z(a, cj_str_fmt(a, FORMULA("%s"), cases[i].formula)) },
        };
        cj_str got;
        cj_err err;
        unsigned k;

        for (k = 0; k < 2; k++)
            cr_expect_eq(try_patch(a, xlsx_made(a, &x), &edits[k], 1, &got, &err),
                         cases[i].refused ? CJ_EFORMAT : CJ_OK, "%zu %u", i, k);
        cj_arena_free(a);
    }
}

Test(xlsx_patch_sheets, what_no_workbook_can_be)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *twice = small(a, "b & C"), *bad = small(a, "a/b"), *hidden = small(a, "h");
    hosted h = { 0 },
           lone = { .workbook = WORKBOOK("<sheets><sheet name=\"A\" sheetId=\"1\" "
                                         "r:id=\"r1\"/></sheets>") };
    cj_edit edits[] = { adding(twice, 0), adding(bad, 0), replacing(0, hidden, 0),
                        removing(0) };
    cj_str got;
    cj_err err;
    size_t i;

    hidden->sheets[0].state = CJ_HIDDEN;
    for (i = 0; i < 4; i++)
        cr_expect_eq(try_patch(a, host(a, i < 2 ? &h : &lone), &edits[i], 1, &got, &err),
                     CJ_EFORMAT, "%zu", i);
    cr_expect_eq(try_patch(a, host(a, &h), &edits[2], 1, &got, &err), CJ_OK);
    cj_arena_free(a);
}

/* A list in the cells of a sheet that is not there would be repaired away with the rest. */
Test(xlsx_patch_sheets, lists_of_sheets_that_are_not_there)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = small(a, "new");
    sample s = { a, book, book->sheets };
    cj_edit edit = adding(book, 0);
    hosted h = { 0 };
    const char *got;

    choose(&s, (cj_range){ 1, 1, 1, 1 })->from = CJ_STR("='B & C'!$A$1:$A$2");
    choose(&s, (cj_range){ 2, 1, 2, 1 })->from = CJ_STR("=Nowhere!$A$1:$A$2");
    choose(&s, (cj_range){ 3, 1, 3, 1 })->from = CJ_STR("=new!$A$1");
    got = part_text(a, patched(a, host(a, &h), &edit, 1), "xl/worksheets/sheet2.xml");
    cr_expect(strstr(got, "<dataValidations count=\"2\">"), "%s", got);
    cr_expect(!strstr(got, "Nowhere"));
    cj_arena_free(a);
}

/* Widths of columns count in digits of the workbook's usual font: 215 pixels are 30 of Calibri's. */
Test(xlsx_patch_sheets, columns_as_wide_whatever_the_font)
{
    static const struct {
        const char *font, *width;
    } cases[] = {
        { "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>", "30.7109375" },
        { "<font><name val=\"Arial\"/><sz val=\"10\"/></font>", "30.7109375" },
        { "<font><sz val=\"11\"/><name val=\"游ゴシック\"/></font>", "26.875" },
        { "<font><sz val=\"11\"/><name val=\"ＭＳ Ｐゴシック\"/></font>", "26.875" },
        { "<font><sz val=\"1e9\"/></font>", "30.7109375" },
        { "", "30.7109375" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = small(a, "new");
        double width = 30;
        cj_edit edit = adding(book, 0);
        made_xlsx x = { .styles = cj_str_z(
                            a, cj_str_fmt(a, STYLES("<fonts>%s</fonts>"), cases[i].font)) };
        const char *got;

        book->sheets[0].look.width = &width;
        book->sheets[0].look.n_widths = 1;
        got = part_text(a, patched(a, xlsx_made(a, &x), &edit, 1),
                        "xl/worksheets/sheet2.xml");
        cr_expect(
            strstr(got, cj_str_z(a, cj_str_fmt(a, "<col min=\"1\" max=\"1\" width=\"%s\"",
                                               cases[i].width))),
            "%zu: %s", i, got);
        cj_arena_free(a);
    }
}
