/* xlsx_patch_shift_test.c - rows and columns that come and go: what the parts are then, to the letter. */
#include <cj/patch.h>
#include <criterion/criterion.h>
#include "make_xlsx.h"
#include "sheet/parts.h"

#define BOOK "xl/workbook.xml"
#define ONE "xl/worksheets/sheet1.xml"
#define ROWS_IN(at, m)                                 \
    {                                                  \
        .kind = CJ_EDIT_ROWS_IN, .row = at, .count = m \
    }
#define ROWS_OUT(at, m)                                 \
    {                                                   \
        .kind = CJ_EDIT_ROWS_OUT, .row = at, .count = m \
    }
#define COLS_IN(at, m)                                 \
    {                                                  \
        .kind = CJ_EDIT_COLS_IN, .col = at, .count = m \
    }
#define COLS_OUT(at, m)                                 \
    {                                                   \
        .kind = CJ_EDIT_COLS_OUT, .col = at, .count = m \
    }
#define APPEND(at, m)                                 \
    {                                                 \
        .kind = CJ_EDIT_APPEND, .row = at, .count = m \
    }

static cj_rc patch(cj_arena *a, const made_xlsx *x, const cj_edit *edit, cj_str *out,
                   cj_err *err)
{
    cj_read_options o = cj_read_options_default();

    return cj_xlsx_patch(a, xlsx_made(a, x), CJ_STR("t.xlsx"), &o, edit, 1, out, err);
}

/* A part of what was written; "" where it is gone. */
static const char *part_of(cj_arena *a, cj_str bytes, const char *name)
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
    if (!cj_parts_has(&parts, cj_str_of(name)))
        return "";
    cr_assert_eq(cj_parts_text(&parts, cj_str_of(name), &text, &err), CJ_OK);
    return cj_str_z(a, text);
}

static void expect_part(const char *name, const made_xlsx *x, const cj_edit *edit,
                        const char *part, const char *want)
{
    cj_arena *a = cj_arena_new(0);
    cj_str out;
    cj_err err;
    const char *got;

    cr_assert(patch(a, x, edit, &out, &err) == CJ_OK, "%s: %s", name,
              cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    got = part_of(a, out, part);
    cr_expect(!strcmp(got, want), "%s:\nwant %s\ngot  %s", name, want, got);
    cj_arena_free(a);
}

/* ---- cells --------------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    cj_edit edit;
    const char *was, *is; /* in sheetData */
} cells[] = {
    { "rows move down, the new one looks like the one above", ROWS_IN(3, 2),
      "<row r=\"2\" spans=\"1:3\" s=\"4\" customFormat=\"1\" ht=\"30\" customHeight=\"1\" "
      "hidden=\"1\"><c r=\"A2\" s=\"7\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"0\"/><c r=\"C2\" "
      "s=\"2\"><f>A2</f><v>1</v></c></row><row r=\"5\"><c r=\"B5\"><v>1</v></c></row>",
      "<row r=\"2\" spans=\"1:3\" s=\"4\" customFormat=\"1\" ht=\"30\" customHeight=\"1\" "
      "hidden=\"1\"><c r=\"A2\" s=\"7\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"0\"/><c r=\"C2\" "
      "s=\"2\"><f>A2</f><v>1</v></c></row>"
      "<row r=\"3\" spans=\"1:3\" s=\"4\" customFormat=\"1\" ht=\"30\" customHeight=\"1\">"
      "<c r=\"A3\" s=\"7\"/><c r=\"C3\" s=\"2\"/></row>"
      "<row r=\"4\" spans=\"1:3\" s=\"4\" customFormat=\"1\" ht=\"30\" customHeight=\"1\">"
      "<c r=\"A4\" s=\"7\"/><c r=\"C4\" s=\"2\"/></row>"
      "<row r=\"7\"><c r=\"B7\"><v>1</v></c></row>" },
    { "a height that nobody chose is not taken over", ROWS_IN(2, 1),
      "<row r=\"1\" ht=\"60\"><c r=\"A1\"><v>1</v></c></row>",
      "<row r=\"1\" ht=\"60\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"></row>" },
    { "behind a row that is not there nothing is added", ROWS_IN(4, 1),
      "<row r=\"2\"/><row r=\"9\"/>", "<row r=\"2\"/><row r=\"10\"/>" },
    { "rows without numbers", ROWS_IN(2, 1),
      "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>",
      "<row><c><v>1</v></c></row><row r=\"2\"></row><row><c><v>2</v></c></row>" },
    { "rows without numbers, one of which goes", ROWS_OUT(1, 1),
      "<row><c><v>1</v></c></row><row><c><v>2</v></c><c/></row>",
      "<row><c><v>2</v></c><c/></row>" },
    { "rows go", ROWS_OUT(2, 2),
      "<row r=\"1\"/>\n<row r=\"2\"><c r=\"A2\"><f>B2</f></c></row><row r=\"3\"/><row "
      "r=\"4\"><c r=\"A4\"><f>A1+A2+SUM(A1:A4)</f></c></row>",
      "<row r=\"1\"/>\n<row r=\"2\"><c r=\"A2\"><f>A1+#REF!+SUM(A1:A2)</f></c></row>" },
    { "columns come, with the style of the cell to their left", COLS_IN(2, 2),
      "<row r=\"1\" spans=\"1:2\"><c r=\"A1\" s=\"3\"><v>1</v></c><c r=\"B1\"><v>2</v></c>"
      "</row><row r=\"2\"><c r=\"A2\" s=\"4\"/></row><row r=\"3\"><c r=\"C3\"/></row>",
      "<row r=\"1\"><c r=\"A1\" s=\"3\"><v>1</v></c><c r=\"B1\" s=\"3\"/><c r=\"C1\" "
      "s=\"3\"/><c r=\"D1\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\" s=\"4\"/><c r=\"B2\" "
      "s=\"4\"/><c r=\"C2\" s=\"4\"/></row><row r=\"3\"><c r=\"E3\"/></row>" },
    { "columns go", COLS_OUT(2, 1),
      "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><v>2</v></c><c r=\"C1\"><f>B1+A1</f></c></row>",
      "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\"><f>#REF!+A1</f></c></row>" },
    { "cells without names", COLS_OUT(1, 1),
      "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c><c r=\"D1\"/></row>",
      "<row r=\"1\"><c><v>2</v></c><c r=\"C1\"/></row>" },
    { "cells without names, among which one comes", COLS_IN(2, 1),
      "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row>",
      "<row r=\"1\"><c><v>1</v></c><c r=\"C1\"><v>2</v></c></row>" },
    { "formulas keep their letters", ROWS_IN(2, 1),
      "<row r=\"1\"><c r=\"A1\"><f>IF(A5&gt;1,\"&lt;A5\",'S'!A5&amp;Other!A5)</f></c></row>",
      "<row r=\"1\"><c r=\"A1\"><f>IF(A6&gt;1,\"&lt;A5\",'S'!A6&amp;Other!A5)</f></c></row>"
      "<row r=\"2\"></row>" },
    { "shared formulas that all go along stay shared", ROWS_IN(1, 1),
      "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B2\" si=\"0\">A1*2</f></c></row>"
      "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/></c></row>",
      "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">A2*2</f></c></row>"
      "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"0\"/></c></row>" },
    { "others are written out", ROWS_IN(3, 1),
      "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"7\">A2*2</f></c></row>"
      "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"7\" ca=\"1\"/></c></row>"
      "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"7\"></f></c></row>",
      "<row r=\"1\"><c r=\"B1\"><f>A2*2</f></c></row>"
      "<row r=\"2\"><c r=\"B2\"><f ca=\"1\">A4*2</f></c></row><row r=\"3\"></row>"
      "<row r=\"4\"><c r=\"B4\"><f>A5*2</f></c></row>" },
    { "a shared formula whose first cell goes", ROWS_OUT(1, 1),
      "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" ref=\"B1:B3\" si=\"7\">$A$9+C1</f></c></row>"
      "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"7\"/></c></row>",
      "<row r=\"1\"><c r=\"B1\"><f>$A$8+C1</f></c></row>" },
    { "an array goes along as a whole", ROWS_IN(2, 1),
      "<row r=\"2\"><c r=\"A2\"><f t=\"array\" ref=\"A2:A3\">B2:B3</f></c></row>",
      "<row r=\"3\"><c r=\"A3\"><f t=\"array\" ref=\"A3:A4\">B3:B4</f></c></row>" },
    { "a data table loses the cell that it varies", ROWS_OUT(1, 1),
      "<row r=\"3\"><c r=\"B3\"><f t=\"dataTable\" ref=\"B3:B5\" dt2D=\"0\" dtr=\"0\" "
      "r1=\"A1\"/></c></row>",
      "<row r=\"2\"><c r=\"B2\"><f t=\"dataTable\" ref=\"B2:B4\" dt2D=\"0\" dtr=\"0\" r1=\"A1\" "
      "del1=\"1\"/></c></row>" },
};

Test(xlsx_patch_shift, cells_of_the_sheet)
{
    size_t i;

    for (i = 0; i < sizeof cells / sizeof *cells; i++) {
        cj_arena *a = cj_arena_new(0);
        made_xlsx x = { .sheet = cj_str_z(a, cj_str_fmt(a, DATA("%s"), cells[i].was)) };

        expect_part(cells[i].name, &x, &cells[i].edit, ONE,
                    cj_str_z(a, cj_str_fmt(a, DATA("%s"), cells[i].is)));
        cj_arena_free(a);
    }
}

/* ---- around the cells ------------------------------------------------------------------------------------ */

#define D "<sheetData/>"
static const struct {
    const char *name;
    cj_edit edit;
    const char *was, *is; /* in worksheet */
} around[] = {
    { "extent, merges, links", ROWS_IN(3, 1),
      "<dimension ref=\"A1:C9\"/>" D "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/>"
      "<mergeCell ref=\"A1:B1\"/></mergeCells><hyperlinks><hyperlink ref=\"A5\" "
      "location=\"S!A5\" display=\"x\"/><hyperlink ref=\"A1\" r:id=\"r1\" location=\"S!A5\"/><hyperlink ref=\"A1\" location=\"Name\"/></hyperlinks>",
      "<dimension ref=\"A1:C10\"/>" D "<mergeCells count=\"2\"><mergeCell ref=\"A2:A4\"/>"
      "<mergeCell ref=\"A1:B1\"/></mergeCells><hyperlinks><hyperlink ref=\"A6\" "
      "location=\"S!A6\" display=\"x\"/><hyperlink ref=\"A1\" r:id=\"r1\" location=\"S!A5\"/><hyperlink ref=\"A1\" location=\"Name\"/></hyperlinks>" },
    { "what has no cells left goes, and what held it", ROWS_OUT(2, 1),
      D "<mergeCells count=\"2\"><mergeCell ref=\"A2:B2\"/><mergeCell "
        "ref=\"A2:A3\"/></mergeCells><hyperlinks><hyperlink ref=\"A2\"/></hyperlinks>"
        "<ignoredErrors><ignoredError sqref=\"A2 B3\"/><ignoredError sqref=\"B2\"/>"
        "</ignoredErrors>",
      D "<ignoredErrors><ignoredError sqref=\"B2\"/></ignoredErrors>" },
    { "frozen panes and the selection", ROWS_IN(2, 1),
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"3\" topLeftCell=\"A4\" "
      "activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" "
      "activeCell=\"B7\" sqref=\"B7:C9\"/></sheetView></sheetViews>" D,
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"4\" topLeftCell=\"A5\" "
      "activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" "
      "activeCell=\"B8\" sqref=\"B8:C10\"/></sheetView></sheetViews>" D },
    { "a pane whose rows all go keeps one", ROWS_OUT(1, 3),
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"2\" topLeftCell=\"A3\" "
      "state=\"frozen\"/><selection activeCell=\"B2\" sqref=\"B2\"/></sheetView></sheetViews>" D,
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
      "state=\"frozen\"/><selection activeCell=\"B1\" sqref=\"B1\"/></sheetView></sheetViews>" D },
    { "what comes right below frozen rows is not frozen", ROWS_IN(4, 1),
      "<sheetViews><sheetView topLeftCell=\"A1\"><pane ySplit=\"3\" topLeftCell=\"B4\" state=\"frozen\"/>"
      "</sheetView><sheetView><pane ySplit=\"3\" topLeftCell=\"A9\" state=\"frozen\"/></sheetView>"
      "<sheetView topLeftCell=\"A4\"/></sheetViews>" D,
      "<sheetViews><sheetView topLeftCell=\"A1\"><pane ySplit=\"3\" topLeftCell=\"B4\" state=\"frozen\"/>"
      "</sheetView><sheetView><pane ySplit=\"3\" topLeftCell=\"A10\" state=\"frozen\"/></sheetView>"
      "<sheetView topLeftCell=\"A4\"/></sheetViews>" D },
    { "frozen columns go", COLS_OUT(1, 1),
      "<sheetViews><sheetView><pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\" "
      "state=\"frozen\"/></sheetView></sheetViews>" D,
      "<sheetViews><sheetView><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" "
      "state=\"frozen\"/></sheetView></sheetViews>" D },
    { "widths of columns that come", COLS_IN(3, 2),
      "<cols><col min=\"1\" max=\"2\" width=\"20\"/><col min=\"3\" max=\"16384\" "
      "width=\"9\"/></cols>" D,
      "<cols><col min=\"1\" max=\"4\" width=\"20\"/><col min=\"5\" max=\"16384\" "
      "width=\"9\"/></cols>" D },
    { "new columns between hidden ones are shown", COLS_IN(3, 2),
      "<cols><col min=\"1\" max=\"5\" width=\"0\" hidden=\"1\"/><col min=\"7\" max=\"7\"/></cols>" D,
      "<cols><col min=\"1\" max=\"2\" width=\"0\" hidden=\"1\"/><col min=\"5\" max=\"7\" width=\"0\" "
      "hidden=\"1\"/><col min=\"9\" max=\"9\"/></cols>" D },
    { "widths of columns that go", COLS_OUT(1, 2),
      "<cols><col min=\"1\" max=\"2\" width=\"20\"/><col min=\"3\" max=\"4\" "
      "width=\"9\"/></cols>" D,
      "<cols><col min=\"1\" max=\"2\" width=\"9\"/></cols>" D },
    { "page breaks", ROWS_OUT(4, 3),
      D
      "<rowBreaks count=\"3\" manualBreakCount=\"3\"><brk id=\"2\" max=\"16383\" man=\"1\"/>"
      "<brk id=\"4\" man=\"1\"/><brk id=\"9\" man=\"1\"/></rowBreaks><colBreaks count=\"1\">"
      "<brk id=\"5\"/></colBreaks>",
      D
      "<rowBreaks count=\"3\" manualBreakCount=\"3\"><brk id=\"2\" max=\"16383\" man=\"1\"/>"
      "<brk id=\"3\" man=\"1\"/><brk id=\"6\" man=\"1\"/></rowBreaks><colBreaks count=\"1\">"
      "<brk id=\"5\"/></colBreaks>" },
    { "a filter counts its columns from its edge", COLS_OUT(2, 1),
      D
      "<autoFilter ref=\"B2:E9\"><filterColumn colId=\"0\"/><filterColumn "
      "colId=\"2\"/><sortState ref=\"B3:E9\"><sortCondition ref=\"B3:B9\"/><sortCondition "
      "ref=\"D3:D9\"/></sortState></autoFilter>",
      D "<autoFilter ref=\"B2:D9\"><filterColumn colId=\"1\"/><sortState ref=\"B3:D9\">"
        "<sortCondition ref=\"C3:C9\"/></sortState></autoFilter>" },
    { "a filter without its buttons is none", ROWS_OUT(2, 1),
      D "<autoFilter ref=\"B2:E9\"/>", D },
    { "formats that move as a whole", ROWS_IN(2, 1),
      D "<conditionalFormatting sqref=\"B2:B9\"><cfRule type=\"expression\" "
        "priority=\"1\"><formula>AND(B2&gt;B1,$C2=Other!A2)</formula></cfRule>"
        "</conditionalFormatting>",
      D "<conditionalFormatting sqref=\"B3:B10\"><cfRule type=\"expression\" "
        "priority=\"1\"><formula>AND(B3&gt;B1,$C3=Other!A2)</formula></cfRule>"
        "</conditionalFormatting>" },
    { "formats in which a row comes keep distances", ROWS_IN(4, 1),
      D
      "<conditionalFormatting sqref=\"B2:B9\"><cfRule><formula>B2&gt;B6+$A$5</formula></cfRule>"
      "</conditionalFormatting>",
      D "<conditionalFormatting sqref=\"B2:B10\"><cfRule><formula>B2&gt;B6+$A$6</formula>"
        "</cfRule></conditionalFormatting>" },
    { "formats whose first cell goes", ROWS_OUT(1, 3),
      D
      "<conditionalFormatting sqref=\"B2:B9\"><cfRule><formula>B2&gt;C2+$A$5</formula></cfRule>"
      "</conditionalFormatting>",
      D
      "<conditionalFormatting sqref=\"B1:B6\"><cfRule><formula>B1&gt;C1+$A$2</formula></cfRule>"
      "</conditionalFormatting>" },
    { "lists to choose from", ROWS_IN(4, 1),
      D "<dataValidations count=\"2\"><dataValidation type=\"list\" sqref=\"B2:B9 D4\">"
        "<formula1>$F$1:$F$9</formula1></dataValidation><dataValidation sqref=\"A1\">"
        "<formula1>\"a,b4\"</formula1></dataValidation></dataValidations>",
      D "<dataValidations count=\"2\"><dataValidation type=\"list\" sqref=\"B2:B10 D5\">"
        "<formula1>$F$1:$F$10</formula1></dataValidation><dataValidation sqref=\"A1\">"
        "<formula1>\"a,b4\"</formula1></dataValidation></dataValidations>" },
    { "lists that go", ROWS_OUT(4, 1),
      D "<dataValidations count=\"2\" disablePrompts=\"1\"><dataValidation sqref=\"D4\"/>"
        "<dataValidation sqref=\"A5\"/></dataValidations>",
      D "<dataValidations count=\"1\" disablePrompts=\"1\"><dataValidation sqref=\"A4\"/>"
        "</dataValidations>" },
    { "what is appended is taken in", APPEND(9, 1),
      "<dimension ref=\"A1:C9\"/>" D
      "<autoFilter ref=\"A2:C9\"/><mergeCells count=\"1\"><mergeCell ref=\"A8:A9\"/>"
      "</mergeCells><conditionalFormatting sqref=\"C3:C9\"/><dataValidations><dataValidation "
      "sqref=\"D9\"/></dataValidations>",
      "<dimension ref=\"A1:C10\"/>" D
      "<autoFilter ref=\"A2:C10\"/><mergeCells count=\"1\"><mergeCell ref=\"A8:A9\"/>"
      "</mergeCells><conditionalFormatting sqref=\"C3:C10\"/><dataValidations><dataValidation "
      "sqref=\"D9:D10\"/></dataValidations>" },
    { "formats, lists and sparklines of extensions", ROWS_IN(3, 1),
      D
      "<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule>"
      "<xm:f>Other!$A$3+B3</xm:f></x14:cfRule><xm:sqref>B3:B4</xm:sqref>"
      "</x14:conditionalFormatting></x14:conditionalFormattings></ext><ext>"
      "<x14:dataValidations count=\"1\"><x14:dataValidation><x14:formula1><xm:f>S!$A$3:$A$5"
      "</xm:f></x14:formula1><xm:sqref>C9</xm:sqref></x14:dataValidation>"
      "</x14:dataValidations></ext><ext><x14:sparklineGroups><x14:sparklineGroup>"
      "<x14:sparklines><x14:sparkline><xm:f>S!A1:C5</xm:f><xm:sqref>D5</xm:sqref>"
      "</x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
      "</extLst>",
      D
      "<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule>"
      "<xm:f>Other!$A$3+B4</xm:f></x14:cfRule><xm:sqref>B4:B5</xm:sqref>"
      "</x14:conditionalFormatting></x14:conditionalFormattings></ext><ext>"
      "<x14:dataValidations count=\"1\"><x14:dataValidation><x14:formula1><xm:f>S!$A$4:$A$6"
      "</xm:f></x14:formula1><xm:sqref>C10</xm:sqref></x14:dataValidation>"
      "</x14:dataValidations></ext><ext><x14:sparklineGroups><x14:sparklineGroup>"
      "<x14:sparklines><x14:sparkline><xm:f>S!A1:C6</xm:f><xm:sqref>D6</xm:sqref>"
      "</x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
      "</extLst>" },
    { "an extension that has nothing left", ROWS_OUT(5, 1),
      D
      "<extLst><ext><x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries/>"
      "<x14:sparklines><x14:sparkline><xm:f>S!A1:C4</xm:f><xm:sqref>D4</xm:sqref>"
      "</x14:sparkline><x14:sparkline><xm:f>S!A5:C5</xm:f><xm:sqref>D5</xm:sqref>"
      "</x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
      "<ext><x14:ignoredErrors><x14:ignoredError><xm:sqref>A5</xm:sqref></x14:ignoredError>"
      "</x14:ignoredErrors></ext></extLst>",
      D "<extLst><ext><x14:sparklineGroups><x14:sparklineGroup><x14:colorSeries/>"
        "<x14:sparklines><x14:sparkline><xm:f>S!A1:C4</xm:f><xm:sqref>D4</xm:sqref>"
        "</x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
        "</extLst>" },
    { "controls and objects", ROWS_IN(2, 2),
      D
      "<controls><control><controlPr linkedCell=\"$A$5\" listFillRange=\"Other!A5\"><anchor "
      "moveWithCells=\"1\"><from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></from><to>"
      "<xdr:col>2</xdr:col><xdr:row>3</xdr:row></to></anchor></controlPr></control>"
      "</controls>",
      D
      "<controls><control><controlPr linkedCell=\"$A$7\" listFillRange=\"Other!A5\"><anchor "
      "moveWithCells=\"1\"><from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></from><to>"
      "<xdr:col>2</xdr:col><xdr:row>5</xdr:row></to></anchor></controlPr></control>"
      "</controls>" },
};

Test(xlsx_patch_shift, around_the_cells)
{
    size_t i;

    for (i = 0; i < sizeof around / sizeof *around; i++) {
        cj_arena *a = cj_arena_new(0);
        made_xlsx x = { .sheet = cj_str_z(a, cj_str_fmt(a, SHEET("%s"), around[i].was)) };

        expect_part(around[i].name, &x, &around[i].edit, ONE,
                    cj_str_z(a, cj_str_fmt(a, SHEET("%s"), around[i].is)));
        cj_arena_free(a);
    }
}

/* ---- other parts ---------------------------------------------------------------------------------------- */

#define RELS1(inner) .sheet_rels = RELS(inner)
#define XDR(inner) "<xdr:wsDr xmlns:xdr=\"x\">" inner "</xdr:wsDr>"
#define TABLE(inner) "<table id=\"1\" name=\"T\" displayName=\"T\" " inner "</table>"
#define BOX(how, a, b)                                                                   \
    "<xdr:twoCellAnchor" how "><xdr:from><xdr:col>0</xdr:col><xdr:colOff>5</xdr:colOff>" \
    "<xdr:row>" a "</xdr:row><xdr:rowOff>5</xdr:rowOff></xdr:from><xdr:to><xdr:col>3"    \
    "</xdr:col><xdr:colOff>5</xdr:colOff><xdr:row>" b "</xdr:row><xdr:rowOff>5"          \
    "</xdr:rowOff></xdr:to></xdr:twoCellAnchor>"
#define NOTE(row, col, box)                                                              \
    "<v:shape><x:ClientData ObjectType=\"Note\"><x:Anchor>" box "</x:Anchor><x:Row>" row \
    "</x:Row><x:Column>" col "</x:Column></x:ClientData></v:shape>"
#define NAMES(inner)                                                                         \
    WORKBOOK(                                                                                \
        "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets><definedNames>" inner \
        "</definedNames><calcPr calcId=\"1\"/>")

static const struct {
    const char *name;
    cj_edit edit;
    made_xlsx x;
    const char *part, *want;
} parts[] = {
    { "drawings",
      ROWS_IN(3, 2),
      { RELS1(REL("r1", "drawing", "../drawings/d.xml")),
        .extra_name = { "xl/drawings/d.xml" },
        .extra = { XDR(BOX("", "1", "4") BOX(" editAs=\"oneCell\"", "1", "4") BOX(
            " editAs=\"oneCell\"", "2", "4") BOX(" editAs=\"absolute\"", "2", "4")) } },
      "xl/drawings/d.xml",
      XDR(BOX("", "1", "6") BOX(" editAs=\"oneCell\"", "1", "4")
              BOX(" editAs=\"oneCell\"", "4", "6") BOX(" editAs=\"absolute\"", "2", "4")) },
    { "notes",
      ROWS_OUT(3, 1),
      { RELS1(REL("r1", "comments", "../c.xml")), .extra_name = { "xl/c.xml" },
        .extra = { "<comments><authors/><commentList><comment ref=\"A3\"/><comment ref=\"A4\">"
                   "<text/></comment></commentList></comments>" } },
      "xl/c.xml",
      "<comments><authors/><commentList><comment ref=\"A3\"><text/></comment></commentList>"
      "</comments>" },
    { "boxes of notes",
      ROWS_OUT(3, 1),
      { RELS1(REL("r1", "vmlDrawing", "../v.vml")), .extra_name = { "xl/v.vml" },
        .extra = { "<xml>" NOTE("2", "0", "1, 15, 2, 10, 3, 15, 5, 4")
                       NOTE("3", "0", "1, 15, 2, 10, 3, 15, 5, 4")
                           NOTE("1", "0", "1,15,2,10,3,15,5,4") "a<br>b</xml>" } },
      "xl/v.vml",
      "<xml>" NOTE("2", "0", "1, 15, 1, 10, 3, 15, 4, 4")
          NOTE("1", "0", "1,15,2,10,3,15,5,4") "a<br/>b</xml>" },
    { "charts",
      ROWS_IN(3, 1),
      { RELS1(REL("r1", "drawing", "../d/d.xml")),
        .extra_name = { "xl/d/d.xml", "xl/d/_rels/d.xml.rels", "xl/d/c.xml" },
        .extra = { XDR(""), RELS(REL("r1", "chart", "c.xml")),
                   "<c:chart><c:f>S!$A$2:$A$9</c:f><c:f>Other!A5</c:f></c:chart>" } },
      "xl/d/c.xml",
      "<c:chart><c:f>S!$A$2:$A$10</c:f><c:f>Other!A5</c:f></c:chart>" },
    { "controls",
      ROWS_IN(3, 1),
      { RELS1(REL("r1", "ctrlProp", "../p.xml")), .extra_name = { "xl/p.xml" },
        .extra = { "<formControlPr fmlaLink=\"$A$5\" fmlaRange=\"S!$B$5:$B$6\"/>" } },
      "xl/p.xml",
      "<formControlPr fmlaLink=\"$A$6\" fmlaRange=\"S!$B$6:$B$7\"/>" },
    { "a table grows",
      APPEND(9, 2),
      { RELS1(REL("r1", "table", "../t.xml")), .extra_name = { "xl/t.xml" },
        .extra = { TABLE(
            "ref=\"A5:B9\"><autoFilter ref=\"A5:B9\"/><tableColumns count=\"2\">"
            "<tableColumn id=\"1\" name=\"a\"/><tableColumn id=\"2\" name=\"b\">"
            "<calculatedColumnFormula>S!$A$20</calculatedColumnFormula>"
            "</tableColumn></tableColumns>") } },
      "xl/t.xml",
      TABLE("ref=\"A5:B11\"><autoFilter ref=\"A5:B11\"/><tableColumns count=\"2\">"
            "<tableColumn id=\"1\" name=\"a\"/><tableColumn id=\"2\" name=\"b\">"
            "<calculatedColumnFormula>S!$A$22</calculatedColumnFormula>"
            "</tableColumn></tableColumns>") },
    { "a table gets columns",
      COLS_IN(2, 2),
      { RELS1(REL("r1", "table", "../t.xml")), .extra_name = { "xl/t.xml" },
        .extra = { TABLE(
            "ref=\"A5:B9\"><tableColumns count=\"2\"><tableColumn id=\"1\" "
            "name=\"column2\"/><tableColumn id=\"4\" name=\"b\"/></tableColumns>") } },
      "xl/t.xml",
      TABLE(
          "ref=\"A5:D9\"><tableColumns count=\"4\"><tableColumn id=\"1\" name=\"column2\"/>"
          "<tableColumn id=\"5\" name=\"Column1\"/><tableColumn id=\"6\" name=\"Column3\"/>"
          "<tableColumn id=\"4\" name=\"b\"/></tableColumns>") },
    { "the header of a table says what its columns are called",
      COLS_IN(2, 1),
      { .sheet =
            DATA("<row r=\"5\"><c r=\"A5\" s=\"2\" t=\"inlineStr\"><is><t>表</t></is></c>"
                 "<c r=\"B5\"/></row><row r=\"6\"><c r=\"A6\"/></row>"),
        RELS1(REL("r1", "table", "../t.xml")),
        .extra_name = { "xl/t.xml" },
        .extra = { TABLE(
            "ref=\"A5:B9\"><tableColumns count=\"2\"><tableColumn id=\"1\" "
            "name=\"表\"/><tableColumn id=\"2\" name=\"b\"/></tableColumns>") } },
      ONE,
      DATA(
          "<row r=\"5\"><c r=\"A5\" s=\"2\" t=\"inlineStr\"><is><t>表</t></is></c><c r=\"B5\" "
          "s=\"2\" t=\"inlineStr\"><is><t>列1</t></is></c><c r=\"C5\"/></row><row r=\"6\">"
          "<c r=\"A6\"/></row>") },
    { "a table loses a column",
      COLS_OUT(1, 1),
      { RELS1(REL("r1", "table", "../t.xml")), .extra_name = { "xl/t.xml" },
        .extra = { TABLE(
            "ref=\"A5:B9\"><tableColumns count=\"2\"><tableColumn id=\"1\" "
            "name=\"a\"/><tableColumn id=\"2\" name=\"b\"/></tableColumns>") } },
      "xl/t.xml",
      TABLE("ref=\"A5:A9\"><tableColumns count=\"1\"><tableColumn id=\"2\" name=\"b\"/>"
            "</tableColumns>") },
    { "a table loses its row of totals",
      ROWS_OUT(9, 1),
      { RELS1(REL("r1", "table", "../t.xml")), .extra_name = { "xl/t.xml" },
        .extra = { TABLE("ref=\"A5:B9\" totalsRowCount=\"1\"><autoFilter ref=\"A5:B8\"/>"
                         "<tableColumns count=\"1\"><tableColumn id=\"1\" name=\"a\"/>"
                         "</tableColumns>") } },
      "xl/t.xml",
      TABLE("ref=\"A5:B8\"><autoFilter ref=\"A5:B8\"/><tableColumns count=\"1\">"
            "<tableColumn id=\"1\" name=\"a\"/></tableColumns>") },
    { "a pivot table moves",
      ROWS_IN(1, 1),
      { RELS1(REL("r1", "pivotTable", "../p.xml")), .extra_name = { "xl/p.xml" },
        .extra = { "<pivotTableDefinition><location ref=\"A3:B5\"/></pivotTableDefinition>" } },
      "xl/p.xml",
      "<pivotTableDefinition><location ref=\"A4:B6\"/></pivotTableDefinition>" },
    { "names",
      ROWS_OUT(3, 1),
      { .workbook = NAMES(
            "<definedName name=\"a\">S!$A$3+S!$A$4</definedName><definedName name=\"b\">S!A9"
            "</definedName><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">S!$A$3,S!"
            "$A$2:$B$4</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
            "S!$3:$3</definedName>") },
      BOOK,
      NAMES(
          "<definedName name=\"a\">S!#REF!+S!$A$3</definedName><definedName name=\"b\">S!A9"
          "</definedName><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">S!"
          "$A$2:$B$3</definedName>") },
    { "names end with what is appended",
      APPEND(4, 1),
      { .workbook = NAMES("<definedName name=\"a\">S!$A$2:$A$4</definedName>") },
      BOOK,
      NAMES("<definedName name=\"a\">S!$A$2:$A$5</definedName>") },
    { "Excel calculates again",
      ROWS_IN(1, 1),
      { .workbook =
            WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                     "<calcPr calcId=\"1\" iterate=\"1\"/>"),
        .sheet = DATA("<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>") },
      BOOK,
      WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
               "<calcPr calcId=\"1\" iterate=\"1\" fullCalcOnLoad=\"1\"/>") },
    { "Excel calculates again without having been told how",
      ROWS_IN(1, 1),
      { .workbook =
            WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                     "<pivotCaches/>"),
        .sheet = DATA("<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>") },
      BOOK,
      WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
               "<calcPr fullCalcOnLoad=\"1\"/><pivotCaches/>") },
    { "the list of formulas goes",
      ROWS_IN(1, 1),
      { .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r9", "calcChain", "calcChain.xml")),
        .sheet = DATA("<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>"),
        .extra_name = { "xl/calcChain.xml" },
        .extra = { "<calcChain/>" } },
      "xl/calcChain.xml",
      "" },
};

Test(xlsx_patch_shift, other_parts)
{
    size_t i;

    for (i = 0; i < sizeof parts / sizeof *parts; i++)
        expect_part(parts[i].name, &parts[i].x, &parts[i].edit, parts[i].part,
                    parts[i].want);
}

/* ---- other sheets ---------------------------------------------------------------------------------------- */

#define TWO "xl/worksheets/sheet2.xml"
static made_xlsx two_sheets(const char *second)
{
    made_xlsx x = {
        .workbook = WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/><sheet "
                             "name=\"Other\" sheetId=\"2\" r:id=\"r2\"/></sheets>"),
        .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r2", "worksheet", "worksheets/sheet2.xml")),
        .extra_name = { TWO },
        .extra = { second },
    };

    return x;
}

Test(xlsx_patch_shift, formulas_of_other_sheets)
{
    static const char *const cases[][2] = {
        { DATA("<row r=\"1\"><c r=\"A1\"><f>A9+S!A9</f></c></row>"),
          DATA("<row r=\"1\"><c r=\"A1\"><f>A9+S!A10</f></c></row>") },
        { DATA(
              "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\" ref=\"A1:A2\">S!A4</f></c></row>"
              "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/></c></row>"),
          DATA("<row r=\"1\"><c r=\"A1\"><f>S!A4</f></c></row>"
               "<row r=\"2\"><c r=\"A2\"><f>S!A6</f></c></row>") },
        { SHEET(
              D
              "<conditionalFormatting sqref=\"A5\"><cfRule><formula>S!$A$5</formula></cfRule>"
              "</conditionalFormatting><hyperlinks><hyperlink ref=\"A5\" location=\"S!A5\"/>"
              "</hyperlinks>"),
          SHEET(
              D
              "<conditionalFormatting sqref=\"A5\"><cfRule><formula>S!$A$6</formula></cfRule>"
              "</conditionalFormatting><hyperlinks><hyperlink ref=\"A5\" location=\"S!A6\"/>"
              "</hyperlinks>") },
        { DATA("<row r=\"9\"><c r=\"A9\"><f>A9</f></c></row>"),
          DATA("<row r=\"9\"><c r=\"A9\"><f>A9</f></c></row>") },
    };
    static const cj_edit edit = ROWS_IN(5, 1);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = two_sheets(cases[i][0]);

        expect_part(cases[i][0], &x, &edit, TWO, cases[i][1]);
    }
}

Test(xlsx_patch_shift, any_prefix)
{
    static const made_xlsx x = {
        .sheet =
            "<x:worksheet xmlns:x=\"" MAIN_NS
            "\"><x:sheetData><x:row r=\"1\" s=\"1\"><x:c r=\"A1\" s=\"5\"><x:f>A2</x:f>"
            "</x:c></x:row></x:sheetData><x:mergeCells count=\"1\"><x:mergeCell "
            "ref=\"A2:B2\"/></x:mergeCells></x:worksheet>"
    };
    static const cj_edit edit = ROWS_IN(2, 1);

    expect_part("x:", &x, &edit, ONE,
                "<x:worksheet xmlns:x=\"" MAIN_NS
                "\"><x:sheetData><x:row r=\"1\" s=\"1\"><x:c r=\"A1\" s=\"5\"><x:f>A3</x:f>"
                "</x:c></x:row><x:row r=\"2\" s=\"1\"><x:c r=\"A2\" s=\"5\"/></x:row>"
                "</x:sheetData><x:mergeCells count=\"1\"><x:mergeCell ref=\"A3:B3\"/>"
                "</x:mergeCells></x:worksheet>");
}

/* ---- what is refused -------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    cj_edit edit;
    made_xlsx x;
    cj_rc rc;
    unsigned row, col;
} refused[] = {
    { "an array is cut",
      ROWS_IN(3, 1),
      { .sheet = DATA("<row r=\"2\"><c r=\"B2\"><f t=\"array\" ref=\"B2:B3\">A2:A3</f></c>"
                      "</row>") },
      CJ_EFORMAT,
      2,
      2 },
    { "an array loses a part",
      COLS_OUT(1, 1),
      { .sheet = DATA(
            "<row r=\"2\"><c r=\"A2\"><f t=\"array\" ref=\"A2:B2\">A5</f></c></row>") },
      CJ_EFORMAT,
      2,
      1 },
    { "a data table is cut",
      ROWS_OUT(3, 1),
      { .sheet =
            DATA("<row r=\"2\"><c r=\"B2\"><f t=\"dataTable\" ref=\"B2:B3\"/></c></row>") },
      CJ_EFORMAT,
      2,
      2 },
    { "a cell falls off",
      ROWS_IN(2, 1),
      { .sheet = DATA("<row r=\"1048576\"><c r=\"C1048576\"><v>1</v></c></row>") },
      CJ_EFORMAT,
      1048576,
      3 },
    { "a cell falls off at the side",
      COLS_IN(2, 1),
      { .sheet = DATA("<row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row>") },
      CJ_EFORMAT,
      3,
      16384 },
    { "the header of a table",
      ROWS_OUT(5, 1),
      { RELS1(REL("r1", "table", "../t.xml")), .extra_name = { "xl/t.xml" },
        .extra = { TABLE("ref=\"A5:B9\"><tableColumns><tableColumn/></tableColumns>") } },
      CJ_EFORMAT,
      5,
      1 },
    { "all rows of a table",
      ROWS_OUT(6, 4),
      { RELS1(REL("r1", "table", "../t.xml")), .extra_name = { "xl/t.xml" },
        .extra = { TABLE("ref=\"A5:B9\"><tableColumns><tableColumn/></tableColumns>") } },
      CJ_EFORMAT,
      5,
      1 },
    { "a column that a formula names",
      COLS_OUT(2, 1),
      { .sheet = DATA("<row r=\"1\"><c r=\"C1\"><f>SUM(T[b])</f></c></row>"),
        RELS1(REL("r1", "table", "../t.xml")),
        .extra_name = { "xl/t.xml" },
        .extra = { TABLE(
            "ref=\"A5:B9\"><tableColumns><tableColumn name=\"a\"/><tableColumn "
            "name=\"b\"/></tableColumns>") } },
      CJ_EFORMAT,
      1,
      3 },
    { "within a pivot table",
      ROWS_IN(4, 1),
      { RELS1(REL("r1", "pivotTable", "../p.xml")), .extra_name = { "xl/p.xml" },
        .extra = { "<pivotTableDefinition><location ref=\"A3:B5\"/></pivotTableDefinition>" } },
      CJ_EFORMAT,
      3,
      1 },
    { "within what a pivot table adds up",
      ROWS_IN(4, 1),
      { .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r2", "pivotCacheDefinition", "p.xml")),
        .extra_name = { "xl/p.xml" },
        .extra = { "<pivotCacheDefinition><cacheSource><worksheetSource ref=\"B3:C9\" "
                   "sheet=\"S\"/></cacheSource></pivotCacheDefinition>" } },
      CJ_EFORMAT,
      3,
      2 },
    { "within a name that a pivot table adds up",
      ROWS_IN(4, 1),
      { .workbook = NAMES("<definedName name=\"data\">S!$B$3:$C$9</definedName>"),
        .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r2", "pivotCacheDefinition", "p.xml")),
        .extra_name = { "xl/p.xml" },
        .extra = { "<pivotCacheDefinition><cacheSource><worksheetSource name=\"Data\"/>"
                   "</cacheSource></pivotCacheDefinition>" } },
      CJ_EFORMAT,
      3,
      2 },
    { "a shared workbook",
      ROWS_IN(4, 1),
      { .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                                  REL("r2", "revisionHeaders", "revisions/h.xml")),
        .extra_name = { "xl/revisions/h.xml" },
        .extra = { "<headers/>" } },
      CJ_ETYPE,
      0,
      0 },
};

Test(xlsx_patch_shift, refuses)
{
    size_t i;

    for (i = 0; i < sizeof refused / sizeof *refused; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err = { .rc = CJ_OK };
        cj_str out;
        cj_rc rc = patch(a, &refused[i].x, &refused[i].edit, &out, &err);

        cr_expect(rc == refused[i].rc && err.at.row == refused[i].row &&
                      err.at.col == refused[i].col,
                  "%s: %d at %u,%u: %s", refused[i].name, rc, err.at.row, err.at.col,
                  rc ? cj_str_z(a, cj_err_line(a, &err, CJ_EN)) : "");
        cj_arena_free(a);
    }
}
