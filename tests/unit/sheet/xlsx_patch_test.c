/* xlsx_patch_test.c - cells of a workbook edited in its bytes: what the sheet's part is then, to the letter. */
#include "sheet/parts.h"
#include <cj/patch.h>
#include <criterion/criterion.h>

#define HOST "tests/data/layouts/row-4.xlsx"
#define SHEET CJ_STR("xl/worksheets/sheet1.xml")
#define STRINGS CJ_STR("xl/sharedStrings.xml")
#define NS "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

typedef struct opened {
    cj_source source;
    cj_package package;
    cj_parts parts;
} opened;

static void open_bytes(cj_arena *a, cj_str bytes, opened *o)
{
    static const cj_read_options *options;
    cj_read_options *copy = CJ_NEW(a, cj_read_options);
    cj_err err;

    *copy = cj_read_options_default();
    options = copy;
    cj_source_of_bytes(&o->source, bytes, CJ_STR("test.xlsx"));
    cr_assert_eq(cj_package_open(a, &o->source, &options->limits, &o->package, &err),
                 CJ_OK);
    cj_parts_init(a, &o->package, &o->parts);
}

static cj_str part_of(cj_arena *a, cj_str bytes, cj_str part)
{
    opened o;
    cj_str text;
    cj_err err;

    open_bytes(a, bytes, &o);
    cr_assert_eq(cj_parts_text(&o.parts, part, &text, &err), CJ_OK);
    return text;
}

/* The host with these parts in place of its own. */
static cj_str workbook(cj_arena *a, cj_str sheet, cj_str strings)
{
    cj_read_options options = cj_read_options_default();
    cj_source file;
    cj_str bytes, out, id;
    opened o;
    cj_err err;

    cr_assert_eq(cj_source_open(a, HOST, &options.limits, &file, &err), CJ_OK);
    cr_assert_eq(cj_source_all(a, &file, &bytes, &err), CJ_OK);
    open_bytes(a, bytes, &o);
    cj_parts_set(&o.parts, SHEET, sheet);
    cj_parts_set(&o.parts, STRINGS, strings);
    cr_assert_eq(cj_parts_relate(&o.parts, CJ_STR("xl/workbook.xml"), "sharedStrings",
                                 STRINGS, &id, &err),
                 CJ_OK);
    cr_assert_eq(cj_parts_pack(&o.parts, a, &out, &err), CJ_OK);
    return out;
}

static cj_rc patch(cj_arena *a, cj_str bytes, const cj_edit *edits, size_t n, cj_str *out,
                   cj_err *err)
{
    cj_read_options options = cj_read_options_default();

    return cj_xlsx_patch(a, bytes, CJ_STR("test.xlsx"), &options, edits, n, out, err);
}

static cj_str sheet_of(cj_arena *a, const char *rows)
{
    return cj_str_fmt(a, "<worksheet " NS "><sheetData>%s</sheetData></worksheet>", rows);
}

#define ITEMS                                                                                  \
    "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> " \
    "rest</t></r></si><si><t>読み</t><rPh sb=\"0\" eb=\"2\"><t>よみ</t></rPh></si>"

static cj_str strings_of(cj_arena *a)
{
    return cj_str_fmt(a, "<sst " NS ">%s</sst>", ITEMS);
}

#define T(r, c, s)                                                  \
    {                                                               \
        .kind = CJ_EDIT_TEXT, .row = r, .col = c, .text = CJ_LIT(s) \
    }
#define N(r, c, s, x)                                                              \
    {                                                                              \
        .kind = CJ_EDIT_NUMBER, .row = r, .col = c, .text = CJ_LIT(s), .number = x \
    }
#define SAYS(s) "t=\"inlineStr\"><is><t>" s "</t></is></c>"

static const struct {
    const char *name, *rows, *want;
    cj_edit edit[3];
    size_t n;
} cases[] = {
    { "a shared string becomes another text",
      "<row r=\"1\"><c r=\"A1\" s=\"3\" t=\"s\"><v>0</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" s=\"3\" " SAYS("new") "</row>",
      { T(1, 1, "new") },
      1 },
    { "a text that is there already",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
      { T(1, 1, "plain") },
      1 },
    { "parts keep their letters",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>BOLD</t></r><r>"
      "<t xml:space=\"preserve\"> rest</t></r></is></c></row>",
      { T(1, 1, "BOLD rest") },
      1 },
    { "what is put in looks like what it follows",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>bolder</t></r><r>"
      "<t xml:space=\"preserve\"> rest</t></r></is></c></row>",
      { T(1, 1, "bolder rest") },
      1 },
    { "furigana goes with what it spelt",
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" " SAYS("よみ") "</row>",
      { T(1, 1, "よみ") },
      1 },
    { "a number stays a number",
      "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>2.5</v></c></row>",
      { N(1, 1, "2.5", 2.5) },
      1 },
    { "a text becomes a number",
      "<row r=\"1\"><c r=\"A1\" t=\"s\" vm=\"1\"><v>0</v></c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>",
      { N(1, 1, "7", 7) },
      1 },
    { "a cell is emptied and keeps its look",
      "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"A1\" s=\"2\"></c></row>",
      { T(1, 1, "") },
      1 },
    { "an empty cell gets a text",
      "<row r=\"1\"><c r=\"A1\" s=\"2\"/></row>",
      "<row r=\"1\"><c r=\"A1\" s=\"2\" " SAYS("x") "</row>",
      { T(1, 1, "x") },
      1 },
    { "new cells before, between and behind",
      "<row r=\"1\" spans=\"2:2\" ht=\"20\"><c r=\"B1\"><v>1</v></c></row>",
      "<row r=\"1\" ht=\"20\"><c r=\"A1\" " SAYS(
          "a") "<c r=\"B1\"><v>1</v></c><c r=\"D1\" " SAYS("d") "</row>",
      { T(1, 4, "d"), T(1, 1, "a") },
      2 },
    { "new rows before, between and behind",
      "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"4\"/>",
      "<row r=\"1\"><c r=\"A1\" " SAYS(
          "1") "</row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
               "<row r=\"3\"><c r=\"B3\" " SAYS(
                   "3") "</row><row r=\"4\"/><row r=\"9\"><c r=\"A9\" " SAYS("9") "</row>",
      { T(9, 1, "9"), T(1, 1, "1"), T(3, 2, "3") },
      3 },
    { "an empty row gets a cell with its look",
      "<row r=\"1\" s=\"3\" customFormat=\"1\"/>",
      "<row r=\"1\" s=\"3\" customFormat=\"1\"><c r=\"B1\" s=\"3\" " SAYS("x") "</row>",
      { T(1, 2, "x") },
      1 },
    { "places that are left out",
      "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      "<row><c><v>1</v></c><c><v>9</v></c></row><row><c><v>3</v></c><c r=\"B2\" " SAYS(
          "x") "</row>",
      { N(1, 2, "9", 9), T(2, 2, "x") },
      2 },
    { "an empty text where nothing is",
      "<row r=\"1\"/>",
      "<row r=\"1\"/>",
      { T(5, 5, "") },
      1 },
    { "a formula gives way to a value",
      "<row r=\"1\"><c r=\"A1\" cm=\"1\"><f>B1*2</f><v>4</v></c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>",
      { N(1, 1, "5", 5) },
      1 },
    { "what else is in a cell stays",
      "<row r=\"1\"><c r=\"A1\" foo=\"1\"><v>4</v><extLst><ext/></extLst></c></row>",
      "<row r=\"1\"><c r=\"A1\" foo=\"1\"><v>5</v><extLst><ext/></extLst></c></row>",
      { N(1, 1, "5", 5) },
      1 },
    { "characters that XML cannot have",
      "<row r=\"1\"><c r=\"A1\"/></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">a&lt;&amp;_x0001__x005F_x0041_\n</t></is></c></row>",
      { T(1, 1, "a<&\x01_x0041_\n") },
      1 },
    { "an inline text",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><i/></rPr><t>a&amp;b</t></r></is></c></row>",
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><r><rPr><i/></rPr><t>a&amp;c</t></r></is></c></row>",
      { T(1, 1, "a&c") },
      1 },
};

Test(xlsx_patch, a_cell_is_what_the_edit_says_and_its_surroundings_are_what_they_were)
{
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str out, bytes = workbook(a, sheet_of(a, cases[i].rows), strings_of(a)), got;
        cj_err err = { 0 };

        cr_assert_eq(patch(a, bytes, cases[i].edit, cases[i].n, &out, &err), CJ_OK,
                     "%s: %s", cases[i].name, err.says.en);
        got = part_of(a, out, SHEET);
        cr_assert(cj_str_eq(got, sheet_of(a, cases[i].want)), "%s:\n" CJ_FMT, cases[i].name,
                  CJ_ARG(got));
        cr_assert(cj_str_eq(part_of(a, out, STRINGS), strings_of(a)));
        cj_arena_free(a);
    }
}

Test(xlsx_patch, an_edit_that_changes_nothing_gives_back_the_bytes)
{
    cj_arena *a = cj_arena_new(0);
    cj_str out,
        bytes =
            workbook(a, sheet_of(a, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
                     strings_of(a));
    cj_edit same = T(1, 1, "plain"), nothing = T(3, 3, "");
    cj_err err;

    cr_assert_eq(patch(a, bytes, NULL, 0, &out, &err), CJ_OK);
    cr_assert(out.p == bytes.p && out.n == bytes.n);
    cr_assert_eq(patch(a, bytes, &same, 1, &out, &err), CJ_OK);
    cr_assert(cj_str_eq(out, bytes));
    cr_assert_eq(patch(a, bytes, &nothing, 1, &out, &err), CJ_OK);
    cr_assert(cj_str_eq(out, bytes));
    cj_arena_free(a);
}

Test(xlsx_patch, prefixes_and_the_dimension_are_those_of_the_part)
{
    cj_arena *a = cj_arena_new(0);
    cj_edit edit = T(3, 3, "x");
    cj_str bytes = workbook(
        a,
        CJ_STR(
            "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
            "main\"><x:dimension ref=\"A1:B2\"/><x:sheetData/></x:worksheet>"),
        strings_of(a));
    cj_str out;
    cj_err err;

    cr_assert_eq(patch(a, bytes, &edit, 1, &out, &err), CJ_OK);
    cr_assert(cj_str_eq(
        part_of(a, out, SHEET),
        CJ_STR(
            "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
            "main\"><x:dimension ref=\"A1:C3\"/><x:sheetData><x:row r=\"3\"><x:c r=\"C3\" "
            "t=\"inlineStr\"><x:is><x:t>x</x:t></x:is></x:c></x:row></x:sheetData></"
            "x:worksheet>")));
    cj_arena_free(a);
}

Test(xlsx_patch, formulas_that_cells_share_are_not_torn)
{
    static const struct {
        const char *rows;
        cj_edit edit;
        cj_rc rc;
    } table[] = {
        { "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1:A3\">B1:B3</f><v>1</v></c></row><row "
          "r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
          N(2, 1, "1", 1), CJ_EFORMAT },
        { "<row r=\"1\"><c r=\"A1\"><f t=\"array\" ref=\"A1\">SUM(B1:B3)</f><v>1</v></c></row>",
          N(1, 1, "3", 3), CJ_OK },
        { "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">B1</f></c></row><row r=\"2\"><c "
          "r=\"A2\"><f t=\"shared\" si=\"0\"/></c></row>",
          N(2, 1, "3", 3), CJ_OK },
    };
    size_t i;

    for (i = 0; i < sizeof table / sizeof *table; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str out, bytes = workbook(a, sheet_of(a, table[i].rows), strings_of(a));
        cj_err err = { 0 };

        cr_assert_eq(patch(a, bytes, &table[i].edit, 1, &out, &err), table[i].rc, "%zu", i);
        if (table[i].rc != CJ_OK)
            cr_assert(err.at.row == table[i].edit.row && err.at.col == table[i].edit.col);
        cj_arena_free(a);
    }
}

#define TABLE CJ_STR("xl/tables/table1.xml")

/* A workbook whose first two columns are an Excel table with headers and a line of totals. */
static cj_str with_table(cj_arena *a, const char *formula)
{
    cj_str bytes = workbook(
        a,
        sheet_of(
            a, cj_str_z(a, cj_str_fmt(a,
                                      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c "
                                      "r=\"B1\" t=\"inlineStr\"><is><t>Two</t></is></c>"
                                      "</row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is>"
                                      "<t>Sum</t></is></c><c r=\"D3\"><f>%s</f></c></row>",
                                      formula))),
        strings_of(a));
    cj_str out, id;
    opened o;
    cj_err err;

    open_bytes(a, bytes, &o);
    cj_parts_set(&o.parts, TABLE,
                 CJ_STR("<table " NS
                        " id=\"1\" name=\"T\" ref=\"A1:B3\" totalsRowCount=\"1\">"
                        "<tableColumns count=\"2\"><tableColumn id=\"1\" name=\"plain\" "
                        "totalsRowLabel=\"Sum\"/><tableColumn id=\"2\" name=\"Two\"/>"
                        "</tableColumns></table>"));
    cr_assert_eq(cj_parts_relate(&o.parts, SHEET, "table", TABLE, &id, &err), CJ_OK);
    cr_assert_eq(cj_parts_pack(&o.parts, a, &out, &err), CJ_OK);
    return out;
}

Test(xlsx_patch, headers_of_tables_and_names_of_columns_stay_one)
{
    static const struct {
        const char *name, *formula;
        cj_edit edit;
        const char *want; /* in the table's part; NULL: refused */
    } table[] = {
        { "a new name", "1", T(1, 1, "a<b\nc"), "id=\"1\" name=\"a&lt;b_x000a_c\"" },
        { "the label of the totals", "1", T(3, 1, "Total"), "totalsRowLabel=\"Total\"" },
        { "the same name twice", "1", T(1, 1, "TWO"), NULL },
        { "no name", "1", T(1, 1, ""), NULL },
        { "a number", "1", N(1, 1, "2", 2), NULL },
        { "a formula calls it", "SUM(T[plain])", T(1, 1, "new"), NULL },
        { "a formula calls another", "SUM(T[Two])", T(1, 1, "new"), "name=\"new\"" },
    };
    size_t i;

    for (i = 0; i < sizeof table / sizeof *table; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str out, bytes = with_table(a, table[i].formula), part;
        cj_err err = { 0 };
        cj_rc rc = patch(a, bytes, &table[i].edit, 1, &out, &err);

        cr_assert_eq(rc, table[i].want ? CJ_OK : CJ_EFORMAT, "%s: %s", table[i].name,
                     err.says.en);
        if (rc == CJ_OK) {
            part = part_of(a, out, TABLE);
            cr_assert(cj_str_has(part, cj_str_of(table[i].want)), "%s: " CJ_FMT,
                      table[i].name, CJ_ARG(part));
        } else {
            cr_assert(err.at.row == 1 && err.at.col == 1 && err.at.sheet.n);
        }
        cj_arena_free(a);
    }
}
