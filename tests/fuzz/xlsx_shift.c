/* xlsx_shift.c - rows and columns that come and go in a workbook of which one part is any bytes: the first says
 * which part, the second how, the third where. What was read can be read again. */
#include "unit/sheet/make_xlsx.h"
#include <assert.h>
#include <cj/patch.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The order is what the seeds count by. */
static const struct {
    const char *name, *content;
} parts[] = {
    { "xl/worksheets/sheet1.xml",
      DATA("<row r=\"3\"><c r=\"B3\"><f>Two!A3+T[a]</f></c></row>") },
    { "xl/worksheets/sheet2.xml",
      DATA("<row r=\"3\"><c r=\"B3\"><f>S!A1:B9</f></c></row>") },
    { "xl/table.xml",
      "<table displayName=\"T\" ref=\"A2:C5\"><autoFilter ref=\"A2:C5\"/>"
      "<tableColumns count=\"1\"><tableColumn id=\"1\" name=\"a\"/></tableColumns></table>" },
    { "xl/drawing.xml",
      "<wsDr><twoCellAnchor><from><row>3</row></from></twoCellAnchor></wsDr>" },
    { "xl/chart.xml", "<chart><f>S!A1:A3</f></chart>" },
    { "xl/drawing.vml",
      "<xml><shape><ClientData ObjectType=\"Note\"><Row>3</Row></ClientData></shape></xml>" },
    { "xl/notes.xml",
      "<comments><commentList><comment ref=\"B3\"/></commentList></comments>" },
    { "xl/pivot.xml",
      "<pivotTableDefinition><location ref=\"F9:G12\"/></pivotTableDefinition>" },
    { "xl/cache.xml",
      "<pivotCacheDefinition><cacheSource><worksheetSource name=\"N\"/></cacheSource>"
      "</pivotCacheDefinition>" },
    { "xl/workbook.xml",
      WORKBOOK(
          "<sheets><sheet name=\"S\" r:id=\"r1\"/><sheet name=\"Two\" r:id=\"r2\"/></sheets>"
          "<definedNames><definedName name=\"N\">S!$A$90:$B$95</definedName></definedNames>") },
    { "xl/control.xml", "<formControlPr fmlaLink=\"$A$3\"/>" },
    { "xl/_rels/workbook.xml.rels",
      RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
               REL("r2", "worksheet", "worksheets/sheet2.xml")
                   REL("r3", "pivotCacheDefinition", "cache.xml")) },
    { "xl/worksheets/_rels/sheet1.xml.rels",
      RELS(REL("r1", "table", "../table.xml") REL("r2", "drawing", "../drawing.xml") REL(
          "r3", "vmlDrawing", "../drawing.vml") REL("r4", "comments", "../notes.xml")
               REL("r5", "pivotTable", "../pivot.xml")
                   REL("r6", "ctrlProp", "../control.xml")) },
    { "xl/_rels/drawing.xml.rels", RELS(REL("r1", "chart", "chart.xml")) },
    { "_rels/.rels", RELS(REL("r1", "officeDocument", "xl/workbook.xml")) },
    { "[Content_Types].xml", "<Types/>" },
};

static cj_str workbook_of(cj_arena *arena, size_t which, cj_str any)
{
    made_zip z = make_zip(arena);
    size_t i;

    for (i = 0; i < sizeof parts / sizeof *parts; i++) {
        made_entry e = { .name = parts[i].name,
                         .content = i == which ? any : cj_str_of(parts[i].content) };

        add_entry(&z, &e);
    }
    return zip_made(&z);
}

static cj_edit edit_of(unsigned how, unsigned at)
{
    static const cj_edit_kind kinds[] = { CJ_EDIT_ROWS_IN, CJ_EDIT_ROWS_OUT,
                                          CJ_EDIT_COLS_IN, CJ_EDIT_COLS_OUT,
                                          CJ_EDIT_APPEND };
    cj_edit e = { .kind = kinds[how % 5],
                  .row = at % 16 + 1,
                  .col = at % 16 + 1,
                  .count = how / 5 % 3 + 1 };

    return e;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_str any = { size > 3 ? (const char *)data + 3 : "", size > 3 ? size - 3 : 0 };
    cj_str bytes =
        workbook_of(arena, size ? data[0] % (sizeof parts / sizeof *parts) : 0, any);
    cj_edit e = edit_of(size > 1 ? data[1] : 0, size > 2 ? data[2] : 0);
    cj_book *book;
    cj_err err;
    cj_str out;

    if (cj_xlsx_patch(arena, bytes, CJ_STR("x"), &options, &e, 1, &out, &err) == CJ_OK &&
        cj_book_parse(arena, bytes, CJ_STR("x"), &options, &book, &err) == CJ_OK)
        assert(cj_book_parse(arena, out, CJ_STR("x"), &options, &book, &err) == CJ_OK);
    cj_arena_free(arena);
    return 0;
}
