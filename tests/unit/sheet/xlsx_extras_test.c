/* xlsx_extras_test.c - what files hold beyond cells, and the properties that nobody sees. */
#include "make_xlsx.h"
#include <criterion/criterion.h>

#define XDR "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
#define A_NS "http://schemas.openxmlformats.org/drawingml/2006/main"
#define MC "http://schemas.openxmlformats.org/markup-compatibility/2006"
#define A14 "http://schemas.microsoft.com/office/drawing/2010/main"
#define X14 "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
#define DRAWING(inner)                                                                \
    "<xdr:wsDr xmlns:xdr=\"" XDR "\" xmlns:a=\"" A_NS "\" xmlns:mc=\"" MC "\">" inner \
    "</xdr:wsDr>"
#define NAMED(name, about) "<xdr:cNvPr id=\"1\" name=\"" name "\" descr=\"" about "\"/>"
#define FRAME(name, about, uri)                                                    \
    "<xdr:twoCellAnchor><xdr:graphicFrame><xdr:nvGraphicFramePr>" NAMED(           \
        name, about) "</xdr:nvGraphicFramePr><a:graphic><a:graphicData uri=\"" uri \
                     "\"/></a:graphic>"                                            \
                     "</xdr:graphicFrame></xdr:twoCellAnchor>"
#define CHART_URI "http://schemas.openxmlformats.org/drawingml/2006/chart"

static cj_book *read_with(cj_arena *a, const made_xlsx *x)
{
    cj_read_options options = cj_read_options_default();
    cj_err err = { 0 };
    cj_book *book;

    options.extras = true;
    cr_assert_eq(cj_book_parse(a, xlsx_made(a, x), CJ_STR("x"), &options, &book, &err),
                 CJ_OK, "%s", err.says.en);
    return book;
}

/* "0 chart 1 Chart 3 ours|…": sheet (- for the whole), kind, how many, name */
static const char *extras_of(cj_arena *a, const cj_book *book)
{
    static const char *const kinds[] = { "chart", "picture", "shape", "conditional",
                                         "pivot", "macros",  "other" };
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < book->n_extras; i++) {
        const cj_extra *e = &book->extras[i];

        cj_buf_z(&b, i ? "|" : "");
        if (e->sheet == CJ_NO_SHEET)
            cj_buf_z(&b, "-");
        else
            cj_buf_fmt(&b, "%u", e->sheet);
        cj_buf_fmt(&b, " %s %zu%s" CJ_FMT "%s", kinds[e->kind], e->n, e->what.n ? " " : "",
                   CJ_ARG(e->what), e->ours ? " ours" : "");
        cr_expect_eq(*e->other.en != 0, e->kind == CJ_EXTRA_OTHER);
        cr_expect_eq(*e->other.ja != 0, e->kind == CJ_EXTRA_OTHER);
    }
    return cj_str_z(a, cj_buf_str(&b));
}

Test(xlsx_extras, drawings)
{
    static const struct {
        const char *what, *drawing, *want;
    } cases[] = {
        { "nothing", DRAWING(""), "" },
        { "a chart", DRAWING(FRAME("Chart 1", "", CHART_URI)), "0 chart 1 Chart 1" },
        { "ours", DRAWING(FRAME("感情曲線", "about" CJ_OURS, CHART_URI)),
          "0 chart 1 感情曲線 ours" },
        { "ours by its name", DRAWING(FRAME("x" CJ_OURS, "", CHART_URI)),
          "0 chart 1 x" CJ_OURS " ours" },
        { "not ours any more", DRAWING(FRAME("x", CJ_OURS " copied", CHART_URI)),
          "0 chart 1 x" },
        { "strict", DRAWING(FRAME("c", "", "http://purl.oclc.org/ooxml/drawingml/chart")),
          "0 chart 1 c" },
        { "a newer chart, which old versions see as a box",
          DRAWING("<mc:AlternateContent><mc:Choice xmlns:cx1=\"urn:cx1\" Requires=\"cx1\">" FRAME(
              "w", "",
              "http://schemas.microsoft.com/office/drawing/2014/chartex") "</mc:Choice>"
                                                                          "<mc:Fallback><xdr:sp/></mc:Fallback></mc:AlternateContent>"),
          "0 chart 1 w" },
        { "SmartArt",
          DRAWING(
              FRAME("d", "", "http://schemas.openxmlformats.org/drawingml/2006/diagram")),
          "0 other 1 SmartArt graphic" },
        { "a slicer has its own part",
          DRAWING(
              FRAME("s", "", "http://schemas.microsoft.com/office/drawing/2010/slicer")),
          "" },
        { "what nobody knows", DRAWING(FRAME("s", "", "urn:new")), "0 other 1 object" },
        { "pictures and shapes", DRAWING("<xdr:pic/><xdr:sp/><xdr:cxnSp/><xdr:pic/>"),
          "0 picture 2|0 shape 2" },
        { "a group is one shape, and what else is in it counts",
          DRAWING("<xdr:grpSp><xdr:sp/><xdr:pic/><xdr:grpSp><xdr:sp/></xdr:grpSp>"
                  "<xdr:sp/></xdr:grpSp>"),
          "0 picture 1|0 shape 1" },
        { "the looks of a control",
          DRAWING(
              "<mc:AlternateContent><mc:Choice xmlns:a14=\"" A14 "\" Requires=\"a14\">"
              "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"1\" name=\"Check Box 1\"><a:extLst>"
              "<a:ext><a14:compatExt spid=\"_x0000_s1025\"/></a:ext></a:extLst></xdr:cNvPr>"
              "</xdr:nvSpPr></xdr:sp></mc:Choice><mc:Fallback/></mc:AlternateContent>"),
          "" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .sheet_rels = RELS(REL("r1", "drawing", "../drawings/d.xml") REL(
                            "r2", "drawing", "../drawings/none.xml")),
                        .extra_name = { "xl/drawings/d.xml" },
                        .extra = { cases[i].drawing } };
        const char *got = extras_of(a, read_with(a, &x));

        cr_expect_str_eq(got, cases[i].want, "%s: %s", cases[i].what, got);
    }
    cj_arena_free(a);
}

Test(xlsx_extras, what_relations_lead_to)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = {
        .root_rels = RELS(REL("r1", "officeDocument", "xl/workbook.xml")
                              REL("r2", "extensibility", "customUI.xml")),
        .workbook =
            WORKBOOK("<sheets><sheet name=\"S\" r:id=\"r1\"/><sheet name=\"C\" "
                     "r:id=\"r2\"/><sheet name=\"D\" r:id=\"r3\"/><sheet name=\"M\" "
                     "r:id=\"r4\"/></sheets>"),
        .workbook_rels = RELS(
            REL("r1", "worksheet", "worksheets/sheet1.xml") REL("r2", "chartsheet", "c.xml")
                REL("r3", "dialogsheet", "c.xml") REL("r4", "xlMacrosheet", "c.xml")
                    REL("r5", "vbaProject", "v.bin") REL("r6", "externalLink", "e1.xml")
                        REL("r7", "externalLink", "e2.xml")
                            REL("r8", "customXml", "../customXml/item1.xml")
                                REL("r9", "connections", "c2.xml")),
        .sheet_rels =
            RELS(REL("r1", "pivotTable", "p1.xml") REL("r2", "pivotTable", "p2.xml")
                     REL("r3", "slicer", "s.xml") REL("r4", "timeline", "t.xml")
                         REL("r5", "package", "x.docx") REL("r6", "image", "i.png")
                             REL("r7", "ctrlProp", "k1.xml") REL("r8", "ctrlProp", "k2.xml")
                                 REL("r9", "vmlDrawing", "v.vml")
                                     REL("r10", "comments", "none.xml")),
        .extra_name = { "xl/c.xml", "xl/worksheets/v.vml" },
        .extra = { "<chartsheet xmlns=\"" MAIN_NS "\"/>",
                   "<xml xmlns:v=\"urn:v\" xmlns:x=\"urn:x\"><v:shape><x:ClientData "
                   "ObjectType=\"Note\"/></v:shape><v:shape><x:ClientData ObjectType=\"Checkbox\"/>"
                   "</v:shape><v:textbox><br></v:textbox></xml>" },
    };
    cj_book *book = read_with(a, &x);

    cr_expect_str_eq(
        extras_of(a, book),
        "- other 1 change to the ribbon|- macros 1|- other 2 link to another workbook|"
        "- other 1 custom XML part|- other 1 data connection|0 picture 1|0 pivot 2|"
        "0 other 1 slicer|0 other 1 timeline|0 other 1 embedded object|"
        "0 other 2 form control|1 chart 1 C|2 other 1 dialog sheet|3 macros 1",
        "%s", extras_of(a, book));
    cj_arena_free(a);
}

Test(xlsx_extras, what_stands_in_the_sheet)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = {
        .sheet = SHEET(
            "<sheetData><row><c><v>1</v></c></row></sheetData>"
            "<conditionalFormatting sqref=\"A1\"><cfRule type=\"dataBar\"><extLst><ext>"
            "<x14:id xmlns:x14=\"" X14 "\">{1}</x14:id></ext></extLst></cfRule>"
            "</conditionalFormatting><conditionalFormatting sqref=\"B1:B9\"><cfRule "
            "type=\"cellIs\"/><cfRule type=\"top10\"/></conditionalFormatting>"
            "<legacyDrawingHF r:id=\"r1\"/><extLst><ext xmlns:x14=\"" X14 "\">"
            "<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type=\"dataBar\" "
            "id=\"{1}\"/></x14:conditionalFormatting><x14:conditionalFormatting><x14:cfRule "
            "type=\"iconSet\"/><x14:cfRule type=\"expression\"/></x14:conditionalFormatting>"
            "</x14:conditionalFormattings><x14:sparklineGroups><x14:sparklineGroup/>"
            "</x14:sparklineGroups></ext></extLst>"),
    };
    cj_book *book = read_with(a, &x);

    cr_expect_str_eq(extras_of(a, book),
                     "0 conditional 3|0 picture 1|0 other 1 group of sparklines", "%s",
                     extras_of(a, book));
    cr_expect_eq(book->sheets->n_cells, 1);
    cj_arena_free(a);
}

Test(xlsx_extras, hostile_parts_are_refused_where_extras_are_asked_for)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = { .sheet_rels = RELS(REL("r1", "drawing", "../d.xml")),
                    .extra_name = { "xl/d.xml" },
                    .extra = { "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>" } };
    cj_read_options options = cj_read_options_default();
    cj_book *book;

    cr_expect_eq(read_made(a, &x, &book, NULL), CJ_OK);
    options.extras = true;
    cr_expect_eq(cj_book_parse(a, xlsx_made(a, &x), CJ_STR("x"), &options, &book, NULL),
                 CJ_EFORMAT);
    cj_arena_free(a);
}

Test(xlsx_extras, more_than_anybody_would_name)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = { .sheet_rels = RELS(REL("r1", "drawing", "../d.xml")),
                    .extra_name = { "xl/d.xml" } };
    cj_buf b;
    cj_book *book;
    size_t i, n = 0;

    cj_buf_init(&b, a);
    cj_buf_z(&b, "<xdr:wsDr xmlns:xdr=\"" XDR "\" xmlns:a=\"" A_NS "\">");
    for (i = 0; i < 3000; i++)
        cj_buf_fmt(
            &b,
            "<xdr:graphicFrame><xdr:cNvPr name=\"%zu\"/><a:graphicData uri=\"" CHART_URI
            "\"/></xdr:graphicFrame>",
            i);
    cj_buf_z(&b, "</xdr:wsDr>");
    x.extra[0] = cj_str_z(a, cj_buf_str(&b));
    book = read_with(a, &x);
    for (i = 0; i < book->n_extras; i++)
        n += book->extras[i].n;
    cr_expect_eq(n, 3000);
    cr_expect_leq(book->n_extras, 1001);
    cj_arena_free(a);
}

/* tests/data/make/extras.c and extras.py wrote them. */
Test(xlsx_extras, files_as_programs_write_them)
{
    static const struct {
        const char *file, *want;
    } cases[] = {
        { "extras.xlsx", "0 conditional 2|0 other 1 form control|0 picture 2|"
                         "0 chart 1 Chart 3 ours|0 chart 1 Chart 4|1 chart 1 Chart 1" },
        { "openpyxl.xlsx", "0 conditional 3|0 chart 1 Chart 1|2 chart 1 Chart 1" },
        { "extras.xls", "0 chart 2|0 picture 2|0 shape 1|0 conditional 2|0 other 1 note|"
                        "0 other 1 hyperlink|1 chart 1" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path =
            cj_str_z(a, cj_str_fmt(a, "tests/data/extras/%s", cases[i].file));
        cj_book *book;

        options.extras = false;
        cr_assert_eq(cj_book_read(a, path, &options, &book, NULL), CJ_OK, "%s", path);
        cr_expect_eq(book->n_extras, 0, "%s", path);
        options.extras = true;
        cr_assert_eq(cj_book_read(a, path, &options, &book, NULL), CJ_OK, "%s", path);
        cr_expect_str_eq(extras_of(a, book), cases[i].want, "%s: %s", path,
                         extras_of(a, book));
    }
    cj_arena_free(a);
}

Test(xlsx_extras, properties)
{
    static const struct {
        const char *name, *value;
    } want[] = { { "cjmap.format", "1" }, { "cjmap.version", "12" }, { "公開", "true" } };
    cj_arena *a = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_book *book;
    size_t i;

    cr_assert_eq(cj_book_read(a, "tests/data/extras/extras.xlsx", &options, &book, NULL),
                 CJ_OK);
    cr_assert_eq(book->n_properties, 3);
    for (i = 0; i < book->n_properties; i++) {
        cr_expect(cj_str_eq(book->properties[i].name, cj_str_of(want[i].name)));
        cr_expect(cj_str_eq(cj_book_property(book, cj_str_of(want[i].name)),
                            cj_str_of(want[i].value)));
    }
    cr_expect_eq(book->sheets[0].look.n_choices, 2);
    cj_arena_free(a);
}

Test(xlsx_extras, properties_in_odd_forms)
{
#define CUSTOM(inner)                                                            \
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/" \
    "custom-properties\" xmlns:vt=\"urn:vt\">" inner "</Properties>"
    static const struct {
        const char *what, *xml;
        size_t n;
        const char *value;
        cj_rc rc;
    } cases[] = {
        { "empty", CUSTOM(""), 0, "", CJ_OK },
        { "no value", CUSTOM("<property name=\"a\"/>"), 1, "", CJ_OK },
        { "spaces around", CUSTOM("<property name=\"a\"> <vt:i4>\n7 </vt:i4></property>"),
          1, "7", CJ_OK },
        { "of two the first",
          CUSTOM("<property name=\"a\"><vt:lpwstr>x</vt:lpwstr></property>"
                 "<property name=\"a\"><vt:lpwstr>y</vt:lpwstr></property>"),
          2, "x", CJ_OK },
        { "entities",
          CUSTOM("<property name=\"a\"><vt:lpwstr>&lt;版&gt;</vt:lpwstr></property>"), 1,
          "<版>", CJ_OK },
        { "a document type", "<!DOCTYPE x><x/>", 0, "", CJ_EFORMAT },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .root_rels =
                            RELS(REL("r1", "officeDocument", "xl/workbook.xml")
                                     REL("r2", "custom-properties", "docProps/c.xml")),
                        .extra_name = { "docProps/c.xml" },
                        .extra = { cases[i].xml } };
        cj_book *book = NULL;

        cr_assert_eq(read_made(a, &x, &book, NULL), cases[i].rc, "%s", cases[i].what);
        if (!book)
            continue;
        cr_expect_eq(book->n_properties, cases[i].n, "%s", cases[i].what);
        cr_expect(cj_str_eq(cj_book_property(book, CJ_STR("a")), cj_str_of(cases[i].value)),
                  "%s", cases[i].what);
    }
    cj_arena_free(a);
}
