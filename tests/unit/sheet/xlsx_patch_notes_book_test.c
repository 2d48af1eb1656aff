/* xlsx_patch_notes_book_test.c - notes put into whole workbooks, and taken out again. */
#include "make_xlsx.h"
#include "sheet/parts.h"
#include <cj/patch.h>
#include <criterion/criterion.h>

#define OURS CJ_NOTE_LINE "\nours\n" CJ_NOTE_END
#define VML "application/vnd.openxmlformats-officedocument.vmlDrawing"
#define TYPES(inner)                                                                       \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" inner \
    "</Types>"

static cj_rc try_patch(cj_arena *a, cj_str bytes, unsigned row, unsigned col,
                       const char *text, cj_str *out, cj_err *err)
{
    cj_read_options o = cj_read_options_default();
    cj_edit edit = {
        .kind = CJ_EDIT_NOTE, .row = row, .col = col, .text = cj_str_of(text)
    };

    return cj_xlsx_patch(a, bytes, CJ_STR("t.xlsx"), &o, &edit, 1, out, err);
}

static cj_str patched(cj_arena *a, cj_str bytes, unsigned row, unsigned col,
                      const char *text)
{
    cj_str out;
    cj_err err;

    cr_assert(try_patch(a, bytes, row, col, text, &out, &err) == CJ_OK, "%s",
              cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    return out;
}

/* Empty: it is not there. */
static cj_str part(cj_arena *a, cj_str bytes, const char *name)
{
    cj_limits *limits = CJ_NEW(a, cj_limits);
    cj_source *source = CJ_NEW(a, cj_source);
    cj_package *package = CJ_NEW(a, cj_package);
    cj_parts parts;
    cj_str text = CJ_STR("");
    cj_err err;

    *limits = cj_limits_default();
    cj_source_of_bytes(source, bytes, CJ_STR("t.xlsx"));
    cr_assert(cj_package_open(a, source, limits, package, &err) == CJ_OK);
    cj_parts_init(a, package, &parts);
    if (cj_parts_has(&parts, cj_str_of(name)))
        cr_assert(cj_parts_text(&parts, cj_str_of(name), &text, &err) == CJ_OK);
    return text;
}

static const cj_book_note *note(cj_arena *a, cj_str bytes, unsigned row, unsigned col)
{
    cj_read_options o = cj_read_options_default();
    cj_book *book;
    cj_err err;

    cr_assert(cj_book_parse(a, bytes, CJ_STR("t.xlsx"), &o, &book, &err) == CJ_OK, "%s",
              cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    return cj_sheet_note(book->sheets, row, col);
}

static bool has(cj_str s, const char *what)
{
    return cj_str_has(s, cj_str_of(what));
}

#define SHEET1 "xl/worksheets/sheet1.xml"
#define TAIL "<pageMargins left=\"1\"/><tableParts count=\"0\"/>"

Test(xlsx_patch_notes_book, the_first_note_of_a_sheet)
{
    static const made_xlsx x = { .types = TYPES(
                                     "<Default Extension=\"xml\" ContentType=\"x\"/>"),
                                 .sheet = SHEET("<sheetData/>" TAIL) };
    cj_arena *a = cj_arena_new(0);
    cj_str was = xlsx_made(a, &x), is = patched(a, was, 2, 3, "ours"), types, back;
    const cj_book_note *n = note(a, is, 2, 3);

    cr_assert(n && cj_str_eq(n->text, CJ_STR(OURS)));
    cr_expect(cj_str_eq(n->author, CJ_STR(CJ_NOTE_AUTHOR)));
    cr_expect(has(part(a, is, SHEET1),
                  "<pageMargins left=\"1\"/><legacyDrawing r:id=\"rId2\"/><tableParts"),
              CJ_FMT, CJ_ARG(part(a, is, SHEET1)));
    types = part(a, is, "[Content_Types].xml");
    cr_expect(has(types, "<Default Extension=\"vml\" ContentType=\"" VML "\"/>") &&
                  has(types,
                      "<Override PartName=\"/xl/comments1.xml\" ContentType=\"applica"
                      "tion/vnd.openxmlformats-officedocument.spreadsheetml.comments+"
                      "xml\"/>"),
              CJ_FMT, CJ_ARG(types));
    cr_expect(has(part(a, is, "xl/worksheets/_rels/sheet1.xml.rels"),
                  "/relationships/comments\" Target=\"../comments1.xml\"/>"));
    cr_expect(has(part(a, is, "xl/drawings/vmlDrawing1.vml"),
                  "<x:Row>1</x:Row><x:Column>2</x:Column>"));
    cr_expect(cj_str_eq(patched(a, is, 2, 3, "ours"), is), "twice");
    back = patched(a, is, 2, 3, "");
    cr_expect(cj_str_eq(part(a, back, SHEET1), part(a, was, SHEET1)));
    cr_expect(!part(a, back, "xl/comments1.xml").n &&
              !part(a, back, "xl/drawings/vmlDrawing1.vml").n &&
              !part(a, back, "xl/worksheets/_rels/sheet1.xml.rels").n);
    cr_expect(!has(part(a, back, "[Content_Types].xml"), "Override"));
    cr_expect(cj_str_eq(patched(a, was, 2, 3, ""), was), "nothing is taken from nothing");
    cj_arena_free(a);
}

Test(xlsx_patch_notes_book, names_are_declared_where_they_are_not)
{
    static const struct {
        const char *sheet, *element, *space;
    } cases[] = {
        { "<worksheet xmlns=\"" MAIN_NS "\"><sheetData/></worksheet>",
          "<sheetData/><legacyDrawing xmlns:r=\"" REL_NS "\" r:id=\"rId2\"/></worksheet>",
          MAIN_NS },
        { "<x:worksheet xmlns:x=\"" MAIN_NS "\" xmlns:q='" REL_NS
          "'><x:sheetData/></x:worksheet>",
          "<x:sheetData/><legacyDrawing xmlns=\"" MAIN_NS
          "\" q:id=\"rId2\"/></x:worksheet>",
          MAIN_NS },
        { "<worksheet xmlns=\"" STRICT_NS "\"><sheetData/></worksheet>",
          "<legacyDrawing xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"",
          STRICT_NS },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .sheet = cases[i].sheet };
        cj_str is = patched(a, xlsx_made(a, &x), 1, 1, "ours");

        cr_expect(has(part(a, is, SHEET1), cases[i].element), "%zu: " CJ_FMT, i,
                  CJ_ARG(part(a, is, SHEET1)));
        cr_expect(has(part(a, is, "xl/comments1.xml"), cases[i].space), "%zu", i);
        cr_expect(note(a, is, 1, 1) != NULL, "%zu", i);
        cr_expect(
            cj_str_eq(part(a, patched(a, is, 1, 1, ""), SHEET1), cj_str_of(cases[i].sheet)),
            "%zu: back", i);
    }
    cj_arena_free(a);
}

static const made_xlsx with_notes = {
    .types = TYPES(""),
    .sheet = SHEET("<sheetData/><legacyDrawing r:id=\"r2\"/>"),
    .sheet_rels = RELS(REL("r1", "comments", "../c.xml") REL("r2", "vmlDrawing", "../v.vml")
                           REL("r3", "threadedComment", "../t.xml")),
    .extra_name = { "xl/c.xml", "xl/v.vml", "xl/t.xml" },
    .extra = {
        "<comments xmlns=\"" MAIN_NS "\"><authors><author>S</author></authors><commentList>"
        "<comment ref=\"A1\" authorId=\"0\"><text><t>mine</t></text></comment>"
        "<comment ref=\"B2\" authorId=\"0\"><text><t>[Threaded comment]</t></text></comment>"
        "</commentList></comments>",
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:"
        "office:excel\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"><v:shape "
        "id=\"_x0000_s1025\"><br><x:ClientData ObjectType=\"Note\"><x:Row>0</x:Row>"
        "<x:Column>0</x:Column></x:ClientData></v:shape></xml>",
        "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/"
        "threadedcomments\"><threadedComment ref=\"B2\" personId=\"{1}\" id=\"{2}\"><text>q"
        "</text></threadedComment></ThreadedComments>",
    },
};

Test(xlsx_patch_notes_book, notes_of_people_stay)
{
    cj_arena *a = cj_arena_new(0);
    cj_str was = xlsx_made(a, &with_notes), is = patched(a, was, 1, 1, "ours"), back;
    const cj_book_note *n = note(a, is, 1, 1);

    cr_assert(n && cj_str_eq(n->text, CJ_STR("mine\n" OURS)));
    cr_expect(cj_str_eq(n->author, CJ_STR("S")));
    cr_expect(cj_str_eq(part(a, is, "xl/v.vml"), part(a, was, "xl/v.vml")));
    back = patched(a, is, 1, 1, "");
    cr_expect(cj_str_eq(part(a, back, "xl/c.xml"), part(a, was, "xl/c.xml")));
    is = patched(a, was, 5, 5, "ours");
    cr_expect(has(part(a, is, "xl/v.vml"), "<v:shape id=\"_x0000_s1026\""));
    cr_expect(cj_str_eq(part(a, is, SHEET1), part(a, was, SHEET1)));
    back = patched(a, is, 5, 5, "");
    cr_expect(cj_str_eq(part(a, back, "xl/c.xml"), part(a, was, "xl/c.xml")));
    cj_arena_free(a);
}

Test(xlsx_patch_notes_book, conversations_are_not_written_over)
{
    cj_arena *a = cj_arena_new(0);
    cj_str was = xlsx_made(a, &with_notes), out;
    cj_err err;

    cr_assert(try_patch(a, was, 2, 2, "ours", &out, &err) == CJ_EFORMAT);
    cr_expect(cj_str_eq(out, was));
    cr_expect(
        cj_str_eq(cj_err_line(a, &err, CJ_EN),
                  CJ_STR("t.xlsx:S!B2: B2 has a conversation (a threaded comment), and a "
                         "note cannot stand beside it; write to another cell, or end the "
                         "conversation in Excel")),
        "%s", cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    cr_expect(cj_str_eq(patched(a, was, 2, 2, ""), was));
    cj_arena_free(a);
}
