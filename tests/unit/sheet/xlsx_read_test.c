/* xlsx_read_test.c - workbooks as Excel and everybody else writes them, and broken ones. */
#include "make_xlsx.h"
#include <criterion/criterion.h>
#include <string.h>

#define C(ref, type, value) "<c r=\"" ref "\" t=\"" type "\"><v>" value "</v></c>"
#define INLINE(inner) "<c t=\"inlineStr\"><is>" inner "</is></c>"

Test(xlsx_read, cells)
{
    static const struct {
        const char *what, *data, *want;
    } cases[] = {
        { "shared", "<row><c r=\"B2\" t=\"s\"><v>2</v></c></row>", "B2=s:two" },
        { "an empty item takes an index",
          "<row>" C("A1", "s", "1") C("B1", "s", "2") "</row>", "B1=s:two" },
        { "inline", "<row>" INLINE("<t>行動</t>") "</row>", "A1=s:行動" },
        { "inline runs",
          "<row>" INLINE("<r><t>導入</t></r><r><rPr><b/></rPr><t>CS</t></r>") "</row>",
          "A1=s:導入CS" },
        { "plain text and runs", "<row>" INLINE("<t>a</t><r><t>b</t></r>") "</row>",
          "A1=s:ab" },
        { "furigana",
          "<row>" INLINE(
              "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh>") "</row>",
          "A1=s:東京" },
        { "inlineStr with <v>", "<row><c t=\"inlineStr\"><v>x</v></c></row>", "A1=s:x" },
        { "text of a formula", "<row><c t=\"str\"><f>A2</f><v>a_x000a_b</v></c></row>",
          "A1=sf:a\nb" },
        { "empty text of a formula", "<row><c t=\"str\"><f>A2</f><v></v></c></row>",
          "A1=sf:0" },
        { "booleans",
          "<row>" C("A1", "b", "1") C("B1", "b", "false") C("C1", "b", "true") "</row>",
          "A1=b:1 B1=b:0 C1=b:1" },
        { "an empty boolean is nothing", "<row><c t=\"b\"/></row>", "" },
        { "error", "<row>" C("A1", "e", "#REF!") "</row>", "A1=e:#REF!" },
        { "numbers as written", "<row><c><v>0.1</v></c><c t=\"n\"><v> 1E-3\n</v></c></row>",
          "A1=n:0.1 B1=n:1E-3" },
        { "no number", "<row><c><v>n/a</v></c></row>", "A1=s:n/a" },
        { "date", "<row>" C("A1", "d", "2025-03-14T12:00:00Z") "</row>", "A1=d:45730.5" },
        { "formula without a result",
          "<row><c><f>1+1</f></c><c t=\"s\"><f>A1</f></c></row>", "A1=-f:0 B1=-f:0" },
        { "formula without a result, empty <v>", "<row><c><f>1+1</f><v/></c></row>",
          "A1=-f:0" },
        { "shared formula", "<row><c><f t=\"shared\" si=\"0\"/><v>3</v></c></row>",
          "A1=nf:3" },
        { "rows and cells without r",
          "<row><c><v>1</v></c></row><row/><row><c/><c><v>2</v></c></row>",
          "A1=n:1 B3=n:2" },
        { "the next cell stands behind the last",
          "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row>"
          "<row><c><v>3</v></c></row>",
          "C3=n:1 D3=n:2 A4=n:3" },
        { "lower case and dollars",
          "<row><c r=\"b2\"><v>1</v></c><c r=\"$C$2\"><v>2</v></c></row>",
          "B2=n:1 C2=n:2" },
        { "any order",
          "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>"
          "<row r=\"1\"><c r=\"A1\"><v>3</v></c></row>",
          "A1=n:3 A2=n:2 B2=n:1" },
        { "of two in one place the last",
          "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "A1=n:2" },
        { "the last cell there is",
          "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "XFD1048576=n:1" },
        { "entities, CDATA, comments",
          "<row>" INLINE("<t>a&amp;<![CDATA[<b>]]><!-- c -->&#x3042;</t>") "</row>",
          "A1=s:a&<b>あ" },
        { "CRLF is LF", "<row>" INLINE("<t>a\r\nb\rc</t>") "</row>", "A1=s:a\nb\nc" },
        { "extensions are left out",
          "<row><c><v>1</v><extLst><ext><x:v xmlns:x=\"urn:x\">2</x:v></ext>"
          "</extLst></c></row>",
          "A1=n:1" },
        { "spaces around an attribute", "<row><c r = 'A1'  t='n' ><v >1</v ></c ></row>",
          "A1=n:1" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .sheet = cj_str_z(a, cj_str_fmt(a, DATA("%s"), cases[i].data)) };
        cj_err err = { 0 };
        cj_book *book;

        cr_assert_eq(read_made(a, &x, &book, &err), CJ_OK, "%s: %s", cases[i].what,
                     err.says.en);
        cr_expect_str_eq(cells_of(a, book), cases[i].want, "%s: %s", cases[i].what,
                         cells_of(a, book));
    }
    cj_arena_free(a);
}

Test(xlsx_read, formulas_without_a_result_are_flagged)
{
    made_xlsx x = { .sheet = DATA("<row><c><f>1</f></c><c><f>1</f><v>1</v></c></row>") };
    cj_arena *a = cj_arena_new(0);
    cj_book *book;

    cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK);
    cr_expect_eq(cj_sheet_cell(book->sheets, 0)->flags, CJ_CELL_FORMULA | CJ_CELL_UNSAVED);
    cr_expect_eq(cj_sheet_cell(book->sheets, 1)->flags, CJ_CELL_FORMULA);
    cj_arena_free(a);
}

Test(xlsx_read, shared_strings)
{
    static const struct {
        const char *what, *item, *want;
    } cases[] = {
        { "plain", "<t>a</t>", "a" },
        { "runs", "<r><t>ユーザー</t></r><r><rPr><rFont val=\"x\"/></rPr><t>CS</t></r>",
          "ユーザーCS" },
        { "furigana in between",
          "<t>顧客</t><rPh sb=\"0\" eb=\"2\"><t>コキャク</t></rPh>"
          "<phoneticPr fontId=\"1\"/>",
          "顧客" },
        { "furigana of runs",
          "<r><t>顧</t></r><r><t>客</t></r><rPh sb=\"0\" eb=\"1\"><t>コ</t></rPh>",
          "顧客" },
        { "escapes", "<t>a_x000D_b_x0041_c_x005f_x0041_</t>", "a\rbAc_x0041_" },
        { "an escape is not made of two runs", "<r><t>_x00</t></r><r><t>41_</t></r>",
          "_x0041_" },
        { "spaces are kept", "<t xml:space=\"preserve\">  a </t>", "  a " },
        { "markup between", "<r>\n <t>a</t>\n</r>\n <r><t>b</t></r>", "ab" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .sheet = DATA("<row>" C("A1", "s", "0") "</row>") };
        cj_book *book;
        cj_str got;

        x.strings = cj_str_z(a, cj_str_fmt(a, STRINGS("<si>%s</si>"), cases[i].item));
        cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK, "%s", cases[i].what);
        got = cj_sheet_cell(book->sheets, 0)->text;
        cr_expect(cj_str_eq(got, cj_str_of(cases[i].want)), "%s: " CJ_FMT, cases[i].what,
                  CJ_ARG(got));
    }
    cj_arena_free(a);
}

#define ONE "<sheetData><row><c><v>1</v></c></row></sheetData>"

Test(xlsx_read, packages_and_namespaces)
{
    static const struct {
        const char *what;
        made_xlsx x;
    } cases[] = {
        { "plain", { .sheet = SHEET(ONE) } },
        { "no styles, no strings", { .sheet = SHEET(ONE), .styles = "", .strings = "" } },
        { "no content types", { .sheet = SHEET(ONE), .types = "" } },
        { "no package relations", { .sheet = SHEET(ONE), .root_rels = "" } },
        { "strict", { .sheet = "<worksheet xmlns=\"" STRICT_NS "\">" ONE "</worksheet>" } },
        { "strict relations",
          { .sheet = SHEET(ONE),
            .root_rels =
                "<Relationships xmlns=\"" RELS_NS "\"><Relationship Id=\"a\" "
                "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
                "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" } },
        { "prefixes",
          { .sheet = "<x:worksheet xmlns:x=\"" MAIN_NS "\"><x:sheetData><x:row><x:c><x:v>1"
                     "</x:v></x:c></x:row></x:sheetData></x:worksheet>" } },
        { "prefixes nobody declared",
          { .sheet = "<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v>"
                     "</x:c></x:row></x:sheetData></x:worksheet>" } },
        { "no namespace", { .sheet = "<worksheet>" ONE "</worksheet>" } },
        { "absolute target",
          { .sheet = SHEET(ONE),
            .workbook_rels = RELS(REL("r1", "worksheet", "/xl/worksheets/sheet1.xml")) } },
        { "climbing target",
          { .sheet = SHEET(ONE),
            .workbook_rels = RELS(
                REL("r1", "worksheet", "../xl/./worksheets/../worksheets/sheet1.xml")) } },
        { "backslashes",
          { .sheet = SHEET(ONE),
            .workbook_rels = RELS(REL("r1", "worksheet", "worksheets\\sheet1.xml")) } },
        { "another case",
          { .sheet = SHEET(ONE),
            .workbook_rels = RELS(REL("r1", "worksheet", "Worksheets/SHEET1.xml")) } },
        { "percent signs",
          { .sheet = SHEET(ONE),
            .workbook_rels = RELS(REL("r1", "worksheet", "work%73heets/sheet1.xml")) } },
        { "<dimension> lies",
          { .sheet = SHEET("<dimension ref=\"A1:XFD1048576\"/>" ONE) } },
        { "a fallback",
          { .sheet = SHEET("<mc:AlternateContent xmlns:mc=\"http://schemas."
                           "openxmlformats.org/markup-compatibility/2006\"><mc:Choice "
                           "xmlns:u=\"urn:u\" Requires=\"u\">"
                           "<sheetData><row><c><v>2</v></c></row></sheetData></"
                           "mc:Choice><mc:Fallback>" ONE
                           "</mc:Fallback></mc:AlternateContent>") } },
        { "a choice that is understood",
          { .sheet =
                SHEET("<mc:AlternateContent xmlns:mc=\"http://"
                      "schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice "
                      "xmlns:x14=\"http://"
                      "schemas.microsoft.com/office/spreadsheetml/2009/9/main\" "
                      "Requires=\"x14\">" ONE "</mc:Choice><mc:Fallback><sheetData><row "
                      "r=\"9\"><c><v>2</v></c></row></sheetData>"
                      "</mc:Fallback></mc:AlternateContent>") } },
        { "another default namespace inside",
          { .sheet = SHEET(
                "<row xmlns=\"urn:u\"><c><v>2</v></c></row>" ONE
                "<sheetData xmlns=\"urn:u\"><row><c><v>3</v></c></row></sheetData>") } },
        { "UTF-8 mark", { .sheet = "\xef\xbb\xbf<?xml version=\"1.0\"?>" SHEET(ONE) } },
        { "windows-1252",
          { .sheet = "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" SHEET(ONE) } },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_err err = { 0 };
        cj_book *book;

        cr_assert_eq(read_made(a, &cases[i].x, &book, &err), CJ_OK, "%s: %s", cases[i].what,
                     err.says.en);
        cr_expect_str_eq(cells_of(a, book), "A1=n:1", "%s: %s", cases[i].what,
                         cells_of(a, book));
        cr_expect_eq(book->n_notices, 0, "%s", cases[i].what);
    }
    cj_arena_free(a);
}

static const char *utf16(cj_arena *a, const char *ascii, bool big, size_t *n)
{
    char *p = cj_alloc_text(a, 2 * strlen(ascii) + 2);
    size_t i;

    p[big] = '\xff';
    p[!big] = '\xfe';
    for (i = 0; ascii[i]; i++) {
        p[2 * i + 2 + big] = ascii[i];
        p[2 * i + 2 + !big] = 0;
    }
    *n = 2 * i + 2;
    return p;
}

Test(xlsx_read, other_encodings)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx latin = { .sheet = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" DATA(
                            "<row>" INLINE("<t>caf\xe9</t>") "</row>") };
    made_xlsx greek = { .sheet = "<?xml version=\"1.0\" encoding=\"windows-1253\"?>" DATA(
                            "<row>" INLINE("<t>\xe1</t>") "</row>") };
    made_xlsx sjis = { .sheet = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" DATA("") };
    cj_book *book;
    cj_err err;
    int big;

    for (big = 0; big < 2; big++) {
        made_xlsx x = { 0 };

        x.sheet = utf16(a, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" SHEET(ONE), big,
                        &x.sheet_bytes);
        cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK);
        cr_expect_str_eq(cells_of(a, book), "A1=n:1");
    }
    cr_assert_eq(read_made(a, &latin, &book, NULL), CJ_OK);
    cr_expect_str_eq(cells_of(a, book), "A1=s:café");
    cr_assert_eq(read_made(a, &greek, &book, NULL), CJ_OK);
    cr_expect_str_eq(cells_of(a, book), "A1=s:α");
    cr_expect_eq(read_made(a, &sjis, &book, &err), CJ_EENCODING);
    cr_expect(cj_str_eq(err.at.sheet, CJ_STR("S")));
    cj_arena_free(a);
}

Test(xlsx_read, sheets_by_relation_and_in_order)
{
    static const made_xlsx x = {
        .workbook = WORKBOOK(
            "<workbookPr date1904=\"true\"/><sheets><sheet name=\"Chart\" r:id=\"r5\"/>"
            "<sheet name=\"導入 &amp; 活用_x0041_\" r:id=\"r2\" state=\"hidden\"/>"
            "<sheet name=\"none\" r:id=\"\" state=\"veryHidden\"/><sheet name=\"lost\" "
            "r:id=\"r9\"/>"
            "<sheet name=\"last\" r:id=\"r1\"/><sheet name=\"macro\" "
            "r:id=\"r6\"/></sheets>"),
        .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r2", "worksheet", "worksheets/other.xml")
                                      REL("r5", "chartsheet", "chartsheets/sheet1.xml") REL(
                                          "r6", "xlMacrosheet", "macrosheets/sheet1.xml")
                                          REL("r7", "vbaProject", "vbaProject.bin")),
        .sheet = SHEET(ONE),
        .extra_name = { "xl/worksheets/other.xml" },
        .extra = { DATA("<row><c><v>2</v></c></row>") },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book;

    cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK);
    cr_assert_eq(book->n_sheets, 6);
    cr_expect_str_eq(cells_of(a, book), "|A1=n:2|||A1=n:1|");
    cr_expect(book->date1904 && book->macros);
    cr_expect_eq(book->sheets[0].kind, CJ_CHARTSHEET);
    cr_expect(cj_str_eq(book->sheets[1].name, CJ_STR("導入 & 活用A")));
    cr_expect_eq(book->sheets[1].state, CJ_HIDDEN);
    cr_expect_eq(book->sheets[2].state, CJ_VERY_HIDDEN);
    cr_expect_eq(book->sheets[5].kind, CJ_MACROSHEET);
    cr_expect_eq(book->n_notices, 2, "the two that lead nowhere are named");
    cr_expect(book->notices[1].loud);
    cr_expect(cj_str_eq(book->notices[1].what.at.sheet, CJ_STR("lost")));
    cj_arena_free(a);
}

Test(xlsx_read, around_the_cells)
{
    static const made_xlsx x = {
        .sheet =
            SHEET("<cols><col min=\"2\" max=\"4\" hidden=\"1\"/><col min=\"9\" max=\"9\" "
                  "width=\"3\"/></cols>"
                  "<sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"3\" hidden=\"1\"/>"
                  "<row hidden=\"true\"/><row r=\"7\" hidden=\"1\"/></sheetData>"
                  "<mergeCells><mergeCell ref=\"C3:B2\"/><mergeCell "
                  "ref=\"a1:$A$9\"/></mergeCells>"
                  "<hyperlinks><hyperlink ref=\"A1\" r:id=\"r1\" location=\"x\"/>"
                  "<hyperlink ref=\"A2:A3\" location=\"S!A9\"/><hyperlink ref=\"A4\" "
                  "r:id=\"gone\"/>"
                  "</hyperlinks>"),
        .sheet_rels = RELS(REL("r1", "hyperlink",
                               "https://example.com/a?b=1&amp;c\" "
                               "TargetMode=\"External")),
    };
    static const char *const links[] = { "https://example.com/a?b=1&c#x", "#S!A9", "" };
    cj_arena *a = cj_arena_new(0);
    const cj_sheet *s;
    cj_book *book;
    size_t i;

    cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK);
    s = book->sheets;
    cr_assert_eq(s->n_merges, 2);
    cr_expect(s->merges[0].row1 == 1 && s->merges[0].row2 == 9 && s->merges[0].col2 == 1);
    cr_expect(s->merges[1].row1 == 2 && s->merges[1].col1 == 2 && s->merges[1].row2 == 3 &&
              s->merges[1].col2 == 3);
    cr_assert_eq(s->n_hidden_rows, 2);
    cr_expect(s->hidden_rows[0].row1 == 3 && s->hidden_rows[0].row2 == 4);
    cr_expect(s->hidden_rows[1].row1 == 7 && s->hidden_rows[1].row2 == 7);
    cr_assert_eq(s->n_hidden_cols, 1);
    cr_expect(s->hidden_cols[0].col1 == 2 && s->hidden_cols[0].col2 == 4);
    cr_assert_eq(s->n_links, 3);
    for (i = 0; i < 3; i++)
        cr_expect(cj_str_eq(s->links[i].target, cj_str_of(links[i])), CJ_FMT,
                  CJ_ARG(s->links[i].target));
    cj_arena_free(a);
}

Test(xlsx_read, refusals_are_one_sentence_in_both_languages)
{
    static const struct {
        const char *what;
        cj_rc rc;
        made_xlsx x;
    } cases[] = {
        { "no workbook", CJ_ETYPE, { .workbook = "" } },
        { "Word",
          CJ_ETYPE,
          { .workbook = "", .extra_name = { "word/document.xml" }, .extra = { "x" } } },
        { "xlsb",
          CJ_ETYPE,
          { .workbook = "", .extra_name = { "xl/workbook.bin" }, .extra = { "x" } } },
        { "ods",
          CJ_ETYPE,
          { .workbook = "", .extra_name = { "META-INF/manifest.xml" }, .extra = { "x" } } },
        { "Numbers",
          CJ_ETYPE,
          { .workbook = "", .extra_name = { "Index/Document.iwa" }, .extra = { "x" } } },
        { "another root", CJ_ETYPE, { .workbook = "<document/>" } },
        { "no XML", CJ_EFORMAT, { .workbook = "nonsense" } },
        { "an empty part", CJ_EFORMAT, { .sheet = " " } },
        { "cut worksheet", CJ_EFORMAT, { .sheet = "<worksheet><sheetData><row><c><v>1" } },
        { "wrong nesting", CJ_EFORMAT, { .sheet = DATA("<row><c></row></c>") } },
        { "DOCTYPE",
          CJ_EFORMAT,
          { .sheet = "<!DOCTYPE worksheet [<!ENTITY a \"b\">]>" SHEET(ONE) } },
        { "not UTF-8",
          CJ_EFORMAT,
          { .sheet = DATA("<row><c t=\"str\"><v>\xe9</v></c></row>") } },
        { "a string that is not there",
          CJ_EFORMAT,
          { .sheet = DATA("<row>" C("B1", "s", "3") "</row>") } },
        { "a negative string",
          CJ_EFORMAT,
          { .sheet = DATA("<row>" C("B1", "s", "-1") "</row>") } },
        { "no cell address",
          CJ_EFORMAT,
          { .sheet = DATA("<row><c r=\"A\"><v>1</v></c></row>") } },
        { "no row number", CJ_EFORMAT, { .sheet = DATA("<row r=\"x\"/>") } },
        { "row 0", CJ_EFORMAT, { .sheet = DATA("<row r=\"0\"/>") } },
        { "past the last row", CJ_ELIMIT, { .sheet = DATA("<row r=\"1048577\"/>") } },
        { "past the last column",
          CJ_ELIMIT,
          { .sheet = DATA("<row><c r=\"XFE1\"><v>1</v></c></row>") } },
        { "broken shared strings", CJ_EFORMAT, { .strings = "<sst><si>" } },
        { "broken styles", CJ_EFORMAT, { .styles = "<styleSheet" } },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_err err = { 0 };
        cj_book *book;
        cj_str line;

        cr_expect_eq(read_made(a, &cases[i].x, &book, &err), cases[i].rc, "%s: %d",
                     cases[i].what, err.rc);
        line = cj_err_line(a, &err, CJ_JA);
        cr_expect(line.n > 20 && !memchr(line.p, '\n', line.n), "%s", cases[i].what);
        cr_expect(!cj_str_eq(line, cj_err_line(a, &err, CJ_EN)), "%s", cases[i].what);
    }
    cj_arena_free(a);
}

Test(xlsx_read, a_missing_string_is_refused_by_cell)
{
    made_xlsx x = { .sheet = DATA("<row r=\"4\">" C("C4", "s", "7") "</row>") };
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    cj_err err;

    cr_assert_eq(read_made(a, &x, &book, &err), CJ_EFORMAT);
    cr_expect_eq(err.at.row, 4);
    cr_expect_eq(err.at.col, 3);
    cr_expect(cj_str_eq(err.at.sheet, CJ_STR("S")));
    cr_expect(cj_str_eq(err.arg[0], CJ_STR("7")));
    cj_arena_free(a);
}

Test(xlsx_read, limits)
{
    static const struct {
        const char *what;
        size_t offset, value;
        const char *data;
    } cases[] = {
        { "cells", offsetof(cj_limits, cells), 2,
          "<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>" },
        { "a string used again and again", offsetof(cj_limits, string_bytes), 90,
          "<row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c>"
          "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c>"
          "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c>"
          "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c>"
          "<c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>2</v></c></row>" },
        { "text of a cell", offsetof(cj_limits, cell_bytes), 9,
          "<row>" INLINE("<t>0123456789</t>") "</row>" },
        { "value of a cell", offsetof(cj_limits, cell_bytes), 9,
          "<row><c><v>0123456789</v></c></row>" },
        { "depth", offsetof(cj_limits, depth), 8,
          "<a><b><c><d><e><f><g/></f></e></d></c></b></a>" },
        { "attributes", offsetof(cj_limits, attributes), 3,
          "<row a='1' b='2' c='3' d='4'/>" },
        { "parts", offsetof(cj_limits, entries), 3, "" },
        { "hidden rows", offsetof(cj_limits, side), 1,
          "<row r='1' hidden='1'/><row r='3' hidden='1'/>" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .sheet = cj_str_z(a, cj_str_fmt(a, DATA("%s"), cases[i].data)),
                        .workbook_rels =
                            RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")),
                        .root_rels = "" };
        cj_read_options options = cj_read_options_default();
        cj_str bytes;
        cj_book *book;
        cj_err err;

        if (cases[i].offset == offsetof(cj_limits, string_bytes))
            x.workbook_rels = NULL;
        if (cases[i].offset == offsetof(cj_limits, side))
            options.limits.side = 1;
        *(size_t *)((char *)&options.limits + cases[i].offset) = cases[i].value;
        bytes = xlsx_made(a, &x);
        cr_expect_eq(cj_book_parse(a, bytes, CJ_STR("x"), &options, &book, &err), CJ_ELIMIT,
                     "%s: %d %s", cases[i].what, err.rc, err.says.en);
        cr_expect(cj_err_line(a, &err, CJ_JA).n > 20);
    }
    cj_arena_free(a);
}
