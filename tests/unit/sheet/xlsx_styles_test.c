/* xlsx_styles_test.c - what a cell's format says: date, fill, bold, struck through. */
#include "make_xlsx.h"
#include "sheet/xlsx.h"
#include <criterion/criterion.h>

#define XF(fmt, font, fill) \
    "<xf numFmtId=\"" fmt "\" fontId=\"" font "\" fillId=\"" fill "\"/>"
#define FILL(inner) \
    "<fill><patternFill patternType=\"solid\">" inner "</patternFill></fill>"

/* Formats 0 to 12; a cell A1 has the one that is asked for. */
static const char styles[] = STYLES(
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"0.0&quot;d&quot;\"/>"
    "<numFmt numFmtId=\"14\" formatCode=\"0\"/></numFmts>"
    "<fonts><font/><font><b/></font><font><strike/><b val=\"0\"/></font></fonts>"
    "<fills><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill>" FILL(
        "<fgColor rgb=\"FFFFC7CE\"/>") FILL("<fgColor theme=\"4\" tint=\"0.5\"/>")
        FILL("<fgColor indexed=\"10\"/>") FILL("<fgColor auto=\"1\"/>") FILL(
            "<fgColor indexed=\"64\"/>") "<fill><gradientFill><stop position=\"0\"><color "
                                         "rgb=\"FF112233\"/></stop>"
                                         "<stop position=\"1\"><color "
                                         "rgb=\"FF445566\"/></stop></gradientFill></fill></"
                                         "fills>"
                                         "<cellStyleXfs>" XF(
                                             "22", "1",
                                             "2") "</cellStyleXfs>"
                                                  "<cellXfs>" XF("0", "0", "0") XF(
                                                      "164", "0",
                                                      "0") XF("165", "0",
                                                              "0") XF("14", "0",
                                                                      "0") XF("22", "0",
                                                                              "0") XF("0",
                                                                                      "1",
                                                                                      "0")
                                                      XF("0", "2", "0") XF(
                                                          "0", "0",
                                                          "2") XF("0", "0",
                                                                  "3") XF("0", "0",
                                                                          "4") XF("0", "0",
                                                                                  "5")
                                                          XF("0", "0", "7") XF(
                                                              "9", "99",
                                                              "99") "</cellXfs>"
                                                                    "<dxfs><dxf><fill><"
                                                                    "patternFill><bgColor "
                                                                    "rgb=\"FF000000\"/></"
                                                                    "patternFill></fill></"
                                                                    "dxf></dxfs>"
                                                                    "<colors><"
                                                                    "indexedColors><"
                                                                    "rgbColor "
                                                                    "rgb=\"00000000\"/"
                                                                    "><rgbColor/><rgbColor/"
                                                                    "><rgbColor/>"
                                                                    "<rgbColor/><rgbColor/"
                                                                    "><rgbColor/><rgbColor/"
                                                                    "><rgbColor/><rgbColor/"
                                                                    ">"
                                                                    "<rgbColor "
                                                                    "rgb=\"00ABCDEF\"/></"
                                                                    "indexedColors></"
                                                                    "colors>");

Test(xlsx_styles, formats)
{
    static const struct {
        const char *what, *format;
        bool date, bold, strike, has_fill;
        uint32_t fill;
    } cases[] = {
        { "plain", "", false, false, false, false, 0 },
        { "a date", "yyyy\"年\"", true, false, false, false, 0 },
        { "a number with a quoted d", "0.0\"d\"", false, false, false, false, 0 },
        { "a built-in id of another meaning", "0", false, false, false, false, 0 },
        { "a built-in date", "yyyy/m/d h:mm", true, false, false, false, 0 },
        { "bold", "", false, true, false, false, 0 },
        { "struck through, not bold", "", false, false, true, false, 0 },
        { "a fill", "", false, false, false, true, 0xffc7ce },
        { "a tinted colour of the theme", "", false, false, false, true, 0xa7c0de },
        { "a colour of the workbook's palette", "", false, false, false, true, 0xabcdef },
        { "an automatic fill", "", false, false, false, false, 0 },
        { "a gradient", "", false, false, false, true, 0x112233 },
        { "ids that are not there", "0%", false, false, false, false, 0 },
        { "no such format", "", false, false, false, false, 0 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .styles = styles };
        const cj_book_cell *c;
        const cj_style *s;
        cj_book *book;

        x.sheet =
            cj_str_z(a, cj_str_fmt(a, DATA("<row><c s=\"%zu\"><v>45000</v></c></row>"), i));
        cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK, "%s", cases[i].what);
        c = cj_sheet_cell(book->sheets, 0);
        s = &book->styles[c->style];
        cr_expect_eq(c->value, cases[i].date ? CJ_V_DATE : CJ_V_NUMBER, "%s",
                     cases[i].what);
        cr_expect(cj_str_eq(s->number_format, cj_str_of(cases[i].format)), "%s: " CJ_FMT,
                  cases[i].what, CJ_ARG(s->number_format));
        cr_expect(s->date == cases[i].date && s->bold == cases[i].bold &&
                      s->strike == cases[i].strike && s->has_fill == cases[i].has_fill,
                  "%s", cases[i].what);
        cr_expect_eq(s->fill, cases[i].fill, "%s: %06x", cases[i].what, s->fill);
    }
    cj_arena_free(a);
}

Test(xlsx_styles, theme)
{
    static const made_xlsx x = {
        .styles =
            STYLES("<fills>" FILL("<fgColor theme=\"0\"/>") FILL("<fgColor theme=\"3\"/>")
                       FILL("<fgColor theme=\"5\"/>") "</fills><cellXfs>" XF("0", "0", "0")
                           XF("0", "0", "1") XF("0", "0", "2") "</cellXfs>"),
        .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml") REL(
            "r3", "styles", "styles.xml") REL("r4", "theme", "theme/theme1.xml")),
        .sheet = DATA(
            "<row><c><v>1</v></c><c s=\"1\"><v>1</v></c><c s=\"2\"><v>1</v></c></row>"),
        .extra_name = { "xl/theme/theme1.xml" },
        .extra = { "<a:theme xmlns:a=\"urn:a\"><a:themeElements><a:clrScheme name=\"x\">"
                   "<a:dk1><a:sysClr val=\"windowText\" lastClr=\"010203\"/></a:dk1>"
                   "<a:lt1><a:sysClr val=\"window\" lastClr=\"FEFEFE\"/></a:lt1>"
                   "<a:dk2><a:srgbClr val=\"44546A\"/></a:dk2><a:accent2><a:srgbClr "
                   "val=\"ED7D31\"/>"
                   "</a:accent2></a:clrScheme></a:themeElements></a:theme>" },
    };
    static const uint32_t want[] = { 0xfefefe, 0x44546a, 0xed7d31 };
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    size_t i;

    cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK);
    for (i = 0; i < 3; i++)
        cr_expect_eq(book->styles[cj_sheet_cell(book->sheets, i)->style].fill, want[i],
                     "%zu", i);
    cj_arena_free(a);
}

/* As Excel shows them. */
Test(xlsx_styles, tints)
{
    static const struct {
        uint32_t rgb;
        double tint;
        uint32_t want;
    } cases[] = {
        { 0x4f81bd, 0, 0x4f81bd },
        { 0xffffff, -0.249977111117893, 0xbfbfbf },
        { 0x000000, 0.499984740745262, 0x7f7f7f },
        { 0x4472c4, 0.799981688894314, 0xdae3f3 },
        { 0x4472c4, -0.499984740745262, 0x203864 },
        { 0xff0000, 0.5, 0xff8080 },
        { 0x123456, 7, 0x123456 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t got = cj_tinted(cases[i].rgb, cases[i].tint);
        int shift;

        for (shift = 0; shift < 24; shift += 8)
            cr_expect(
                abs((int)(got >> shift & 255) - (int)(cases[i].want >> shift & 255)) <= 1,
                "%06x %+.2f: %06x", cases[i].rgb, cases[i].tint, got);
    }
}
