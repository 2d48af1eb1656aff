/* xlsx_patch_calc_test.c - which edits make Excel calculate again. */
#include <cj/patch.h>
#include <criterion/criterion.h>
#include "make_xlsx.h"
#include "sheet/parts.h"

static bool asks(cj_arena *a, cj_str bytes)
{
    cj_limits *limits = CJ_NEW(a, cj_limits);
    cj_source *source = CJ_NEW(a, cj_source);
    cj_package *package = CJ_NEW(a, cj_package);
    cj_parts parts;
    cj_str text;
    cj_err err;

    *limits = cj_limits_default();
    cj_source_of_bytes(source, bytes, CJ_STR("t.xlsx"));
    cr_assert_eq(cj_package_open(a, source, limits, package, &err), CJ_OK);
    cj_parts_init(a, package, &parts);
    cr_assert_eq(cj_parts_text(&parts, CJ_STR("xl/workbook.xml"), &text, &err), CJ_OK);
    return cj_str_has(text, CJ_STR("fullCalcOnLoad=\"1\""));
}

/* B2 of the first sheet becomes a text. */
static const struct {
    const char *first, *second;
    bool asks;
} cases[] = {
    { DATA("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"), DATA(""), false },
    { DATA("<row r=\"1\"><c r=\"A1\"><f>B2&amp;\"x\"</f></c></row>"), DATA(""), true },
    { DATA("<row r=\"1\"><c r=\"A1\"><f>B3+\"B2\"</f></c></row>"), DATA(""), false },
    { DATA("<row r=\"1\"><c r=\"A1\"><f>B3</f></c></row>"),
      DATA("<row r=\"1\"><c r=\"A1\"><f>SUM(S!A1:C9)</f></c></row>"), true },
    { DATA(""), DATA("<row r=\"1\"><c r=\"A1\"><f>SUM(A1:C9)</f></c></row>"), false },
    { DATA(""), DATA("<row r=\"1\"><c r=\"A1\"><f>Rate</f></c></row>"), true },
    { DATA(
          "<row r=\"4\"><c r=\"D4\"><f t=\"shared\" si=\"1\" ref=\"D4:D5\">B1</f></c></row>"
          "<row r=\"5\"><c r=\"D5\"><f t=\"shared\" si=\"1\"/></c></row>"),
      DATA(""), true },
    { DATA("<row><c/><c><f t=\"shared\" si=\"1\" ref=\"D4:D5\">B3</f></c></row>"
           "<row r=\"5\"><c r=\"D5\"><f t=\"shared\" si=\"1\"/></c></row>"),
      DATA(""), false },
    { DATA(
          "<row r=\"1\"><c r=\"A1\"><f t=\"dataTable\" ref=\"A1:A2\" r1=\"B9\"/></c></row>"),
      DATA(""), true },
    { SHEET("<sheetData/><conditionalFormatting sqref=\"A1\"><cfRule><formula>B2</formula>"
            "</cfRule></conditionalFormatting>"),
      DATA(""), false },
};

Test(xlsx_patch_calc, where_a_formula_may_see_the_edit)
{
    static const cj_edit edit = {
        .kind = CJ_EDIT_TEXT, .row = 2, .col = 2, .text = CJ_LIT("new")
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_read_options options = cj_read_options_default();
        made_xlsx x = {
            .workbook =
                WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/><sheet "
                         "name=\"Other\" sheetId=\"2\" r:id=\"r2\"/></sheets>"),
            .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                      REL("r2", "worksheet", "worksheets/sheet2.xml")),
            .sheet = cases[i].first,
            .extra_name = { "xl/worksheets/sheet2.xml" },
            .extra = { cases[i].second },
        };
        cj_str out;
        cj_err err;

        cr_assert(cj_xlsx_patch(a, xlsx_made(a, &x), CJ_STR("t.xlsx"), &options, &edit, 1,
                                &out, &err) == CJ_OK,
                  "%zu: %s", i, cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
        cr_expect_eq(asks(a, out), cases[i].asks, "%zu", i);
        cj_arena_free(a);
    }
}
