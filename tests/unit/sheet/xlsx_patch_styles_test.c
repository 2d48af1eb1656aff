/* xlsx_patch_styles_test.c - formats of cells that a workbook gets when cells are filled or become dates. */
#include "make_xlsx.h"
#include "patched.h"

#define X 0xffc7ceu
#define XF(rest) "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"" rest "/>"
#define FONTS \
    "<fonts count=\"1\" x14ac:knownFonts=\"1\"><font><sz val=\"11\"/></font></fonts>"
#define NONE_GREY                                      \
    "<fill><patternFill patternType=\"none\"/></fill>" \
    "<fill><patternFill patternType=\"gray125\"/></fill>"
#define SOLID(rgb)                                                                \
    "<fill><patternFill patternType=\"solid\"><fgColor " rgb "/><bgColor indexed" \
    "=\"64\"/></patternFill></fill>"
#define BORDERS "<borders count=\"1\"><border/></borders>"
#define REST                                                                               \
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"      \
    "</cellStyles><dxfs count=\"1\"><dxf><font><b/></font><fill><patternFill/></fill>"     \
    "</dxf></dxfs><tableStyles count=\"0\"/><extLst><ext uri=\"{1}\"><a:b xmlns:a=\"u\"/>" \
    "</ext></extLst>"
#define CELLS \
    DATA("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>")

static cj_str made(cj_arena *a, const char *styles)
{
    made_xlsx x = { .sheet = CELLS, .styles = styles };

    return xlsx_made(a, &x);
}

static cj_str filled(cj_arena *a, cj_str bytes, unsigned col, uint32_t fill)
{
    cj_edit edit = { .kind = CJ_EDIT_FILL, .row = 1, .col = col, .fill = fill };

    return patched(a, bytes, &edit, 1);
}

static int format_of(cj_arena *a, cj_str bytes, const char *ref)
{
    const char *sheet = part_text(a, bytes, "xl/worksheets/sheet1.xml");
    const char *at = strstr(sheet, cj_str_z(a, cj_str_fmt(a, "<c r=\"%s\"", ref)));
    const char *s = at ? strstr(at, " s=\"") : NULL;

    cr_assert(at, "%s", sheet);
    return s && s < strchr(at, '>') ? atoi(s + 4) : 0;
}

#define STYLES_WITH(fills, xfs) STYLES(FONTS fills BORDERS xfs REST)
#define PLAIN_FILLS "<fills count=\"2\">" NONE_GREY "</fills>"

Test(xlsx_patch_styles, a_fill_and_back)
{
    cj_arena *a = cj_arena_new(0);
    const char *base =
        STYLES_WITH(PLAIN_FILLS, "<cellXfs count=\"2\">" XF("")
                                     XF(" x:y=\"1\" quotePrefix=\"1\"") "</cellXfs>");
    const char *want = STYLES_WITH(
        "<fills count=\"3\">" NONE_GREY SOLID("rgb=\"FFFFC7CE\"") "</fills>",
        "<cellXfs count=\"3\">" XF("") XF(
            " x:y=\"1\" quotePrefix=\"1\"") "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" borderId=\"0\" x:y=\"1\" "
                                            "quotePrefix=\"1\" applyFill=\"1\"/></cellXfs>");
    cj_str bytes = filled(a, made(a, base), 1, X);

    cr_expect_eq(format_of(a, bytes, "A1"), 2);
    cr_expect_str_eq(part_text(a, bytes, "xl/styles.xml"), want);
    bytes = filled(a, bytes, 1, CJ_NO_FILL);
    cr_expect_eq(format_of(a, bytes, "A1"), 1);
    bytes = filled(a, bytes, 1, X);
    cr_expect_eq(format_of(a, bytes, "A1"), 2);
    cr_expect_str_eq(part_text(a, bytes, "xl/styles.xml"), want);
    cj_arena_free(a);
}

/* Grounds that the workbook says otherwise, and that are that colour. */
Test(xlsx_patch_styles, grounds_that_are_there)
{
    static const char *const cases[] = {
        SOLID("rgb=\"FFFFC7CE\""),
        SOLID("rgb=\"FFC7CE\""),
        SOLID("theme=\"4\""),
        SOLID("theme=\"4\" tint=\"0.5999938962981048\""),
        SOLID("indexed=\"13\""),
        "<fill><patternFill patternType=\"gray125\"><bgColor rgb=\"FF00FF00\"/></patternFill>"
        "</fill>",
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        const char *styles = cj_str_z(
            a, cj_str_fmt(
                   a,
                   STYLES(FONTS
                          "<fills count=\"3\">" NONE_GREY "%s</fills>" BORDERS
                          "<cellXfs count=\"2\">" XF("")
                              XF("") "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"2\" "
                                     "borderId=\"0\" applyFill=\"1\"></xf></cellXfs>" REST),
                   cases[i]));
        const cj_book *book = book_of(a, made(a, styles));
        uint32_t rgb = book->styles[book->n_styles - 1].fill;
        cj_str bytes = filled(a, made(a, styles), 2, rgb);

        cr_expect(rgb && book->styles[book->n_styles - 1].has_fill, "%zu", i);
        cr_expect_eq(format_of(a, bytes, "B1"), 2, "%zu", i);
        cr_expect_str_eq(part_text(a, bytes, "xl/styles.xml"), styles, "%zu", i);
        bytes = filled(a, bytes, 2, 0x123456);
        bytes = filled(a, bytes, 2, rgb);
        cr_expect_eq(format_of(a, bytes, "B1"), 2, "%zu", i);
        bytes = filled(a, bytes, 2, CJ_NO_FILL);
        cr_expect_eq(format_of(a, bytes, "B1"), 0, "%zu", i);
        cj_arena_free(a);
    }
}

/* Whatever the order of grounds, each has its one format, and they are all made but once. */
Test(xlsx_patch_styles, grounds_in_any_order)
{
    static const uint32_t grounds[] = { CJ_NO_FILL, X, 0xffeb9c, 0x4f81bd };
    cj_arena *a = cj_arena_new(0);
    cj_str bytes = made(
        a, STYLES_WITH("<fills count=\"3\">" NONE_GREY SOLID("theme=\"4\"") "</fills>",
                       "<cellXfs count=\"2\">" XF(
                           "") "<xf numFmtId=\"0\" "
                               "fontId=\"0\" fillId=\"2\" borderId=\"0\"/></cellXfs>"));
    int format[4] = { -1, -1, -1, -1 };
    unsigned i, state = 1;
    size_t once = 0;

    for (i = 0; i < 60; i++) {
        unsigned ground, col;

        state = state * 1103515245u + 12345u;
        ground = state >> 16 & 3;
        col = 1 + (state >> 20 & 1);
        bytes = filled(a, bytes, col, grounds[ground]);
        if (format[ground] < 0)
            format[ground] = format_of(a, bytes, col == 1 ? "A1" : "B1");
        cr_expect_eq(format_of(a, bytes, col == 1 ? "A1" : "B1"), format[ground], "%u", i);
        once = i == 30 ? strlen(part_text(a, bytes, "xl/styles.xml")) : once;
    }
    cr_expect_eq(strlen(part_text(a, bytes, "xl/styles.xml")), once);
    cr_expect_eq(format[0], 0);
    cr_expect_eq(format[3], 1);
    cj_arena_free(a);
}

/* Where one of plain colour and one with a pattern are there, the plain one. */
Test(xlsx_patch_styles, no_pattern_where_none_was)
{
    cj_arena *a = cj_arena_new(0);
    const char *styles = STYLES_WITH(
        "<fills count=\"4\">" NONE_GREY
        "<fill><patternFill patternType=\"lightUp\"><bgColor rgb=\"FFFFC7CE\"/></patternFill>"
        "</fill>" SOLID("rgb=\"FFFFC7CE\"") "</fills>",
        "<cellXfs count=\"5\"><xf fillId=\"1\"/><xf fillId=\"0\"/><xf fillId=\"2\"/>"
        "<xf fillId=\"3\"/><xf fillId=\"0\"/></cellXfs>");
    cj_str bytes = filled(a, made(a, styles), 1, X);

    cr_expect_eq(format_of(a, bytes, "A1"), 3);
    bytes = filled(a, bytes, 1, CJ_NO_FILL);
    cr_expect_eq(format_of(a, bytes, "A1"), 1);
    cr_expect_str_eq(part_text(a, bytes, "xl/styles.xml"), styles);
    cj_arena_free(a);
}

Test(xlsx_patch_styles, extensions_of_a_format_stay)
{
    cj_arena *a = cj_arena_new(0);
    const char *styles = STYLES_WITH(
        PLAIN_FILLS, "<cellXfs count=\"2\">\n" XF(
                         "") "\n<xf numFmtId='9' fillId='0' applyFill='0' ><alignment "
                             "wrapText=\"1\"/><protection locked=\"0\"/><extLst><ext "
                             "uri=\"u\"/></extLst></xf>\n</cellXfs>");
    cj_str bytes = filled(a, made(a, styles), 1, X);

    cr_expect(
        strstr(part_text(a, bytes, "xl/styles.xml"),
               "</xf>\n<xf numFmtId='9' fillId=\"2\" applyFill=\"1\" ><alignment "
               "wrapText=\"1\"/><protection locked=\"0\"/><extLst><ext uri=\"u\"/></extLst>"
               "</xf></cellXfs>"),
        "%s", part_text(a, bytes, "xl/styles.xml"));
    bytes = filled(a, bytes, 1, CJ_NO_FILL);
    cr_expect_eq(format_of(a, bytes, "A1"), 1);
    cj_arena_free(a);
}

/* Parts that lack what they should have: cells without a format look as before. */
Test(xlsx_patch_styles, parts_that_lack_lists)
{
    static const char *const parts[] = {
        "",
        STYLES(""),
        "<styleSheet xmlns=\"" MAIN_NS "\"/>",
        "<?xml version=\"1.0\"?>\n<x:styleSheet xmlns:x=\"" MAIN_NS "\"/>\n",
        "<x:styleSheet xmlns:x=\"" MAIN_NS "\"><x:dxfs count=\"0\"/></x:styleSheet>",
        STYLES("<cellXfs count=\"0\"/>" REST),
        STYLES("<colors/>"),
    };
    size_t i;

    for (i = 0; i < sizeof parts / sizeof *parts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str bytes = filled(a, made(a, parts[i]), 2, X);
        const char *once = part_text(a, bytes, "xl/styles.xml");
        const cj_book *book = book_of(a, bytes);
        const cj_book_cell *c = cj_sheet_find(&book->sheets[0], 1, 2);

        cr_expect_eq(format_of(a, bytes, "B1"), 1, "%zu", i);
        cr_expect(book->styles[c->style].has_fill && book->styles[c->style].fill == X,
                  "%zu", i);
        bytes = filled(a, filled(a, bytes, 2, CJ_NO_FILL), 2, X);
        cr_expect_eq(format_of(a, bytes, "B1"), 1, "%zu", i);
        cr_expect_str_eq(part_text(a, bytes, "xl/styles.xml"), once, "%zu", i);
        cj_arena_free(a);
    }
}

Test(xlsx_patch_styles, a_part_that_is_new_is_known)
{
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = { .sheet = CELLS,
                    .styles = "",
                    .workbook_rels =
                        RELS(REL("r1", "worksheet", "/xl/worksheets/sheet1.xml")) };
    cj_str bytes = filled(a, xlsx_made(a, &x), 1, X);

    cr_expect(strstr(part_text(a, bytes, "xl/_rels/workbook.xml.rels"),
                     "/styles\" Target=\"styles.xml\""));
    cr_expect(strstr(part_text(a, bytes, "[Content_Types].xml"),
                     "PartName=\"/xl/styles.xml\" ContentType=\"application/"
                     "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\""));
    cr_expect(strstr(part_text(a, bytes, "xl/styles.xml"), "<fonts count=\"1\"><font>"));
    cj_arena_free(a);
}

/* Nobody knows which number a format has there. */
Test(xlsx_patch_styles, parts_as_nobody_writes_them_stay)
{
    static const char *const parts[] = {
        STYLES("<mc:AlternateContent xmlns:mc=\"m\"><mc:Fallback><cellXfs><xf/></cellXfs>"
               "</mc:Fallback></mc:AlternateContent>"),
        STYLES("<cellXfs><xf/></cellXfs><cellXfs><xf/></cellXfs>"),
        STYLES("<fills><fill/><mc:AlternateContent xmlns:mc=\"m\"/></fills>"),
    };
    size_t i;

    for (i = 0; i < sizeof parts / sizeof *parts; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str bytes = filled(a, made(a, parts[i]), 1, X);

        cr_expect_str_eq(part_text(a, bytes, "xl/styles.xml"), parts[i], "%zu", i);
        cr_expect_eq(format_of(a, bytes, "A1"), 1, "%zu: %s", i,
                     part_text(a, bytes, "xl/worksheets/sheet1.xml"));
        cj_arena_free(a);
    }
}

static const char *many(cj_arena *a, size_t n)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    cj_buf_fmt(&b,
               "<styleSheet xmlns=\"" MAIN_NS "\">" FONTS PLAIN_FILLS BORDERS
               "<cellXfs count=\"%zu\">",
               n);
    for (i = 0; i < n; i++)
        cj_buf_fmt(&b, "<xf numFmtId=\"%zu\"/>", i);
    cj_buf_z(&b, "</cellXfs></styleSheet>");
    return cj_str_z(a, cj_buf_str(&b));
}

Test(xlsx_patch_styles, as_many_as_excel_has)
{
    cj_arena *a = cj_arena_new(0);
    cj_str bytes = made(a, many(a, 65489));

    bytes = filled(a, bytes, 1, X);
    cr_expect_eq(format_of(a, bytes, "A1"), 65489);
    bytes = filled(a, bytes, 2, X);
    cr_expect_eq(format_of(a, bytes, "B1"), 0, "no room: the cell keeps its look");
    cr_expect(strstr(part_text(a, bytes, "xl/styles.xml"), "<cellXfs count=\"65490\">"));
    cj_arena_free(a);
}

/* ---- dates ------------------------------------------------------------------------------------------ */

static cj_str dated(cj_arena *a, cj_str bytes)
{
    cj_edit edit = {
        .kind = CJ_EDIT_DATE, .row = 1, .col = 1, .text = CJ_STR("2025-03-14")
    };

    return patched(a, bytes, &edit, 1);
}

Test(xlsx_patch_styles, dates)
{
    static const struct {
        const char *codes, *xf, *want;
        int format;
    } cases[] = {
        { "", "<xf numFmtId=\"0\" fillId=\"1\"/>",
          "<xf numFmtId=\"14\" fillId=\"1\" applyNumberFormat=\"1\"/>", 2 },
        { "", "<xf numFmtId=\"14\"/>", "<xf numFmtId=\"14\"/></cellXfs>", 1 },
        { "", "<xf numFmtId=\"22\"/>", "<xf numFmtId=\"22\"/></cellXfs>", 1 },
        { "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;\"/>"
          "</numFmts>",
          "<xf numFmtId=\"170\"/>", "<xf numFmtId=\"170\"/></cellXfs>", 1 },
        { "<numFmts count=\"1\"><numFmt numFmtId=\"14\" formatCode=\"0.0\"/></numFmts>",
          "<xf numFmtId=\"14\"/>", "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/>", 2 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        const char *styles =
            cj_str_z(a, cj_str_fmt(a,
                                   STYLES("%s" FONTS PLAIN_FILLS BORDERS
                                          "<cellXfs count=\"2\"><xf/>%s</cellXfs>"),
                                   cases[i].codes, cases[i].xf));
        cj_str bytes = dated(a, made(a, styles));
        const char *once = part_text(a, bytes, "xl/styles.xml");
        const cj_book *book = book_of(a, bytes);

        cr_expect_eq(format_of(a, bytes, "A1"), cases[i].format, "%zu", i);
        cr_expect(strstr(once, cases[i].want), "%zu: %s", i, once);
        cr_expect_eq(cj_sheet_cell(&book->sheets[0], 0)->value, CJ_V_DATE, "%zu", i);
        cr_expect_str_eq(part_text(a, dated(a, bytes), "xl/styles.xml"), once, "%zu", i);
        cj_arena_free(a);
    }
}
