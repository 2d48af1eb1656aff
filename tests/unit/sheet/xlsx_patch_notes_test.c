/* xlsx_patch_notes_test.c - ours comes and goes in notes, and what people wrote keeps its bytes. */
#include "sheet/xlsx_patch_notes.h"
#include <criterion/criterion.h>

#define OURS CJ_NOTE_LINE "\nours\n" CJ_NOTE_END
#define P "<r><t xml:space=\"preserve\">"
#define LOOK "<rPr><sz val=\"9\"/><rFont val=\"Tahoma\"/></rPr>"
#define NEW_LOOK                                                         \
    "<rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"Tahoma\"/>" \
    "<family val=\"2\"/></rPr>"

static cj_str text_edited(cj_arena *a, cj_str xml, const char *ours, bool *gone)
{
    cj_limits limits = cj_limits_default();
    cj_note_text out;
    cj_err err;

    cr_assert(cj_note_text_edit(a, &limits, CJ_STR("c"), xml, cj_str_of(ours), &out,
                                &err) == CJ_OK,
              CJ_FMT ": %s", CJ_ARG(xml), cj_str_z(a, cj_err_says(a, &err, CJ_EN)));
    *gone = out.gone;
    return out.xml;
}

Test(xlsx_patch_notes, ours_comes_and_goes)
{
    static const struct {
        const char *was, *is;
    } cases[] = {
        { "<text><t>mine</t></text>", "<text><t>mine\n" OURS "</t></text>" },
        { "<text>\n <t xml:space='preserve'>a&#10;b &gt; c</t>\n</text>",
          "<text>\n <t xml:space='preserve'>a&#10;b &gt; c\n" OURS "</t>\n</text>" },
        { "<x:text><x:t>mine</x:t></x:text>",
          "<x:text><x:t>mine\n" OURS "</x:t></x:text>" },
        { "<text><t>a<![CDATA[<b>]]>c_x000A_d</t></text>",
          "<text><t>a<![CDATA[<b>]]>c_x000A_d\n" OURS "</t></text>" },
        { "<text><r><rPr><b/><sz val=\"9\"/></rPr><t>Sato:</t></r><r>" LOOK
          "<t xml:space=\"preserve\">\nmine</t></r></text>",
          "<text><r><rPr><b/><sz val=\"9\"/></rPr><t>Sato:</t></r><r>" LOOK
          "<t xml:space=\"preserve\">\nmine</t></r><r>" LOOK
          "<t xml:space=\"preserve\">\n" OURS "</t></r></text>" },
        { "<text><r><rPr><b/><strike/><sz val=\"9\"/></rPr><t>Sato</t></r></text>",
          "<text><r><rPr><b/><strike/><sz val=\"9\"/></rPr><t>Sato</t></r>"
          "<r><rPr><sz val=\"9\"/></rPr><t xml:space=\"preserve\">\n" OURS
          "</t></r></text>" },
        { "<text><r><t>山</t></r><rPh sb=\"0\" eb=\"1\"><t>ヤマ</t></rPh><phoneticPr "
          "fontId=\"1\"/></text>",
          "<text><r><t>山</t></r>" P "\n" OURS "</t></r><rPh sb=\"0\" eb=\"1\"><t>ヤマ</t>"
          "</rPh><phoneticPr fontId=\"1\"/></text>" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;
    bool gone;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str was = cj_str_of(cases[i].was), is = text_edited(a, was, "ours", &gone);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%zu: " CJ_FMT, i, CJ_ARG(is));
        cr_expect(cj_str_eq(text_edited(a, is, "ours", &gone), is), "%zu: twice", i);
        cr_expect(
            cj_str_eq(text_edited(a, text_edited(a, is, "other\n<>", &gone), "ours", &gone),
                      is),
            "%zu: other, and back", i);
        cr_expect(cj_str_eq(text_edited(a, is, "", &gone), was) && !gone, "%zu: gone", i);
        cr_expect(cj_str_eq(text_edited(a, was, "", &gone), was) && !gone, "%zu: none", i);
    }
    cj_arena_free(a);
}

Test(xlsx_patch_notes, words_around_ours_stay)
{
    static const struct {
        const char *was, *is;
        bool gone;
    } cases[] = {
        { "<text><t>a\n" OURS "\nb</t></text>", "<text><t>a\nb</t></text>", false },
        { "<text><r><t>a</t></r><r>" LOOK "<t>\n" OURS "\nb</t></r></text>",
          "<text><r><t>a</t></r><r>" LOOK "<t>\nb</t></r></text>", false },
        /* over several runs, with references */
        { "<text><r><t>a\n" CJ_NOTE_LINE "</t></r><r><t>&#10;ours</t></r><r><t>"
          "_x000A_" CJ_NOTE_END "b&lt;</t></r></text>",
          "<text><r><t>a\n</t></r><r><t>b&lt;</t></r></text>", false },
        { "<text><t>a<![CDATA[\n" OURS "]]></t></text>",
          "<text><t>a<![CDATA[]]></t></text>", false },
        { "<text><t>a\r\n&#x2500;─ cjlint ──\r\nours\r\n" CJ_NOTE_END "</t></text>",
          "<text><t>a</t></text>", false },
        { "<text><r>" LOOK "<t>" OURS "</t></r></text>", "<text></text>", true },
        { "<text><t>" OURS "</t></text>", "<text><t></t></text>", true },
        { "<text/>", "<text/>", false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;
    bool gone;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str is = text_edited(a, cj_str_of(cases[i].was), "", &gone);

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%zu: " CJ_FMT, i, CJ_ARG(is));
        cr_expect(gone == cases[i].gone, "%zu: gone", i);
    }
    cj_arena_free(a);
}

/* ---- the part ---------------------------------------------------------------------------------- */

#define NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PART(authors, list)                                                       \
    "<comments xmlns=\"" NS "\"><authors>" authors "</authors><commentList>" list \
    "</commentList></comments>"
#define NOTE(ref, author, text)                                       \
    "<comment ref=\"" ref "\" authorId=\"" author "\"><text><t>" text \
    "</t></text></comment>"
#define NEW(ref, author)                                                                \
    "<comment ref=\"" ref "\" authorId=\"" author "\" shapeId=\"0\"><text><r>" NEW_LOOK \
    "<t xml:space=\"preserve\">" OURS "</t></r></text></comment>"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

static cj_str part_edited(cj_arena *a, cj_str xml, const char *cells, const char *ours)
{
    cj_limits limits = cj_limits_default();
    cj_note_job job[4] = { { 0 } };
    cj_edit edit[4];
    cj_str rest = cj_str_of(cells), one, out;
    cj_err err;
    size_t n = 0;

    while (cj_str_split(&rest, ' ', &one)) {
        edit[n] = (cj_edit){ .kind = CJ_EDIT_NOTE, .text = cj_str_of(ours) };
        cr_assert(cj_ref_parse(one, &edit[n].row, &edit[n].col));
        job[n].edit = &edit[n];
        n++;
    }
    cr_assert(cj_notes_part_edit(a, &limits, CJ_STR("c"), xml, false, job, n, &out, &err) ==
                  CJ_OK,
              "%s", cj_str_z(a, cj_err_says(a, &err, CJ_EN)));
    return out;
}

Test(xlsx_patch_notes, the_order_found_stays)
{
    static const struct {
        const char *was, *cells, *is;
    } cases[] = {
        { "", "B1 A2",
          HEAD PART("<author>cjlint</author>", NEW("B1", "0") NEW("A2", "0")) },
        { PART("<author>S</author>", NOTE("A1", "0", "x") NOTE("A3", "0", "y")), "B1 A4",
          PART("<author>S</author><author>cjlint</author>",
               NOTE("A1", "0", "x") NEW("B1", "1") NOTE("A3", "0", "y") NEW("A4", "1")) },
        /* by columns */
        { PART("<author>S</author>", NOTE("A3", "0", "x") NOTE("B2", "0", "y")), "A1 C1",
          PART("<author>S</author><author>cjlint</author>",
               NEW("A1", "1") NOTE("A3", "0", "x") NOTE("B2", "0", "y") NEW("C1", "1")) },
        /* in none; the author is there */
        { PART("<author>cjlint</author><author>S</author>",
               NOTE("B2", "1", "x") NOTE("A1", "1", "y") NOTE("C3", "1", "z")),
          "A2",
          PART("<author>cjlint</author><author>S</author>",
               NOTE("B2", "1", "x") NOTE("A1", "1", "y") NOTE("C3", "1", "z")
                   NEW("A2", "0")) },
        { "<comments xmlns=\"" NS "\"><extLst><ext/></extLst></comments>", "A1",
          "<comments xmlns=\"" NS "\"><authors><author>cjlint</author></authors>"
          "<commentList>" NEW("A1",
                              "0") "</commentList><extLst><ext/></extLst></comments>" },
        { "<comments xmlns=\"" NS "\"><authors/><commentList/></comments>", "A1",
          PART("<author>cjlint</author>", NEW("A1", "0")) },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str was = cj_str_of(cases[i].was);
        cj_str is = part_edited(a, was, cases[i].cells, "ours");

        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%zu: " CJ_FMT, i, CJ_ARG(is));
        cr_expect(cj_str_eq(part_edited(a, is, cases[i].cells, "ours"), is), "%zu: twice",
                  i);
        if (i < 3)
            cr_expect(cj_str_eq(part_edited(a, is, cases[i].cells, ""), was), "%zu: back",
                      i);
    }
    cj_arena_free(a);
}

/* ---- the boxes ---------------------------------------------------------------------------------- */

#define XML                                                \
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "      \
    "xmlns:o=\"urn:schemas-microsoft-com:office:office\" " \
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
#define MAP(data)                                                        \
    "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"" data \
    "\"/></o:shapelayout>"
#define BOX(id, row, col)                                                              \
    "<v:shape id=\"_x0000_s" id "\" type=\"#_x0000_t202\"><v:textbox><br></v:textbox>" \
    "<x:ClientData ObjectType=\"Note\"><x:Anchor>1, 15, 0, 2, 3, 31, 4, 1</x:Anchor>"  \
    "<x:Row>" row "</x:Row><x:Column>" col "</x:Column></x:ClientData></v:shape>"

static cj_str boxed(cj_arena *a, const char *vml, cj_note_job *job, size_t n,
                    uint32_t block)
{
    cj_patching p = { .arena = a };
    cj_note_sheet sheet;
    cj_str out;
    cj_err err;
    cj_limits limits = cj_limits_default();
    cj_zip zip = { .arena = a };

    p.package = (cj_package){ .arena = a, .limits = &limits, .zip = zip };
    cj_parts_init(a, &p.package, &p.parts);
    cj_parts_set(
        &p.parts, CJ_STR("s.xml"),
        CJ_STR("<worksheet><sheetFormatPr defaultRowHeight=\"15\"/><cols><col "
               "min=\"2\" max=\"2\" width=\"20\"/></cols><sheetData><row r=\"1\" "
               "ht=\"30\"/></sheetData><legacyDrawing r:id=\"rId7\"/></worksheet>"));
    cr_assert(cj_note_sheet_read(&p, CJ_STR("s.xml"), &sheet, &err) == CJ_OK);
    cr_assert(cj_str_eq(sheet.drawing, CJ_STR("rId7")));
    cr_assert(cj_note_boxes(a, CJ_STR("v.vml"), cj_str_of(vml), job, n, sheet.sizes, &block,
                            &out, &err) == CJ_OK);
    return out;
}

static cj_note_job came(cj_arena *a, unsigned row, unsigned col)
{
    cj_edit *edit = CJ_NEW(a, cj_edit);

    *edit = (cj_edit){ .kind = CJ_EDIT_NOTE, .row = row, .col = col };
    return (cj_note_job){ .edit = edit, .text = CJ_STR(OURS), .came = true };
}

Test(xlsx_patch_notes, boxes_have_numbers_of_their_own)
{
    static const struct {
        const char *vml, *id, *map;
    } cases[] = {
        { "", "\"_x0000_s7169\"", "data=\"7\"" },
        { XML MAP("1") BOX("1025", "0", "0") "</xml>", "\"_x0000_s1026\"", "data=\"1\"" },
        { XML MAP("1,3") BOX("3080", "0", "0") "</xml>", "\"_x0000_s3081\"",
          "data=\"1,3\"" },
        { XML MAP("1") BOX("2047", "0", "0") "</xml>", "\"_x0000_s7169\"", "data=\"1,7\"" },
        { XML MAP("2") "</xml>", "\"_x0000_s2049\"", "data=\"2\"" },
        { XML "</xml>", "\"_x0000_s7169\"", "<xml" },
        { "<q:xml xmlns:q=\"urn:x\"><q:a/></q:xml>", "<v:shape id=\"_x0000_s7169\"",
          "</v:shape></q:xml>" },
        { "<xml xmlns:w=\"urn:schemas-microsoft-com:vml\" "
          "xmlns:o='urn:schemas-microsoft-com:office:office' "
          "xmlns:e=\"urn:schemas-microsoft-com:office:excel\"></xml>",
          "<w:shape id=\"_x0000_s7169\"", "<e:Row>8</e:Row>" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_note_job job = came(a, 9, 9);
        cj_str is = boxed(a, cases[i].vml, &job, 1, 7);

        cr_expect(cj_str_has(is, cj_str_of(cases[i].id)), "%zu: " CJ_FMT, i, CJ_ARG(is));
        cr_expect(cj_str_has(is, cj_str_of(cases[i].map)), "%zu: " CJ_FMT, i, CJ_ARG(is));
    }
    cj_arena_free(a);
}

Test(xlsx_patch_notes, boxes_go_and_grow)
{
    static const char two[] =
        XML MAP("1") BOX("1025", "0", "0") BOX("1026", "1", "1") "</xml>";
    static const char one[] = XML MAP("1") BOX("1026", "1", "1") "</xml>";
    cj_arena *a = cj_arena_new(0);
    cj_note_job job = came(a, 1, 1);
    cj_str is;

    job.came = false;
    job.gone = true;
    cr_expect(cj_str_eq(boxed(a, two, &job, 1, 7), CJ_STR(one)));
    cr_expect(cj_str_eq(boxed(a, one, &job, 1, 7), CJ_STR(one)), "it had none");
    job = came(a, 2, 2);
    job.came = false;
    job.gone = true;
    cr_expect(boxed(a, one, &job, 1, 7).n == 0, "the last one");
    job.gone = false;
    job.longer = true;
    job.text =
        CJ_STR("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20");
    is = boxed(a, one, &job, 1, 7);
    cr_expect(cj_str_has(is, CJ_STR("<x:Anchor>1, 15, 0, 2, 3, 31, 14, 18</x:Anchor>")),
              CJ_FMT, CJ_ARG(is));
    cj_arena_free(a);
}

Test(xlsx_patch_notes, boxes_stay_on_the_sheet)
{
    static const struct {
        unsigned row, col;
        const char *anchor;
    } cases[] = {
        { 1, 1, ">1, 15, 0, 2, 2, 19, 3, 1<" },
        { 3, 2, ">2, 15, 1, 13, 4, 31, 5, 12<" },
        { 1048576, 1, ">1, 15, 1048571, 1, 2, 19, 1048575, 0<" },
        { 1, 16384, ">16380, 33, 0, 2, 16382, 49, 3, 1<" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_note_job job = came(a, cases[i].row, cases[i].col);
        cj_str is = boxed(a, "", &job, 1, 1);

        cr_expect(cj_str_has(is, cj_str_of(cases[i].anchor)), "%zu: " CJ_FMT, i,
                  CJ_ARG(is));
    }
    cj_arena_free(a);
}
