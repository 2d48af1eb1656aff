/* xlsx_parts.c - one part of a sound workbook is any bytes; the first says which part. */
#include "unit/sheet/make_xlsx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char relations[] =
    RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
             REL("r2", "sharedStrings", "strings.xml") REL("r3", "styles", "styles.xml")
                 REL("r4", "theme", "theme.xml") REL("r5", "person", "persons.xml"));

static const char sheet_relations[] = RELS(
    REL("r1", "comments", "../notes.xml") REL("r2", "threadedComment", "../threads.xml")
        REL("r3", "hyperlink", "https://example.com/")
            REL("r4", "drawing", "../drawing.xml")
                REL("r5", "vmlDrawing", "../drawing.vml"));

/* The order is what the seeds count by. */
static const struct {
    const char *name, *content;
} parts[] = {
    { "xl/worksheets/sheet1.xml", DATA("<row><c t=\"s\"><v>0</v></c></row>") },
    { "xl/strings.xml", STRINGS("<si><t>a</t></si>") },
    { "xl/styles.xml", STYLES("<cellXfs><xf numFmtId=\"14\"/></cellXfs>") },
    { "xl/notes.xml", "<comments/>" },
    { "xl/threads.xml", "<ThreadedComments/>" },
    { "xl/persons.xml", "<personList/>" },
    { "xl/theme.xml", "<theme/>" },
    { "xl/workbook.xml", WORKBOOK("<sheets><sheet name=\"S\" r:id=\"r1\"/></sheets>") },
    { "xl/_rels/workbook.xml.rels", relations },
    { "xl/worksheets/_rels/sheet1.xml.rels", sheet_relations },
    { "_rels/.rels", RELS(REL("r1", "officeDocument", "xl/workbook.xml")
                              REL("r2", "custom-properties", "docProps/custom.xml")) },
    { "[Content_Types].xml", "<Types/>" },
    { "docProps/custom.xml", "<Properties/>" },
    { "xl/drawing.xml", "<wsDr/>" },
    { "xl/drawing.vml", "<xml/>" },
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    made_zip z = make_zip(arena);
    size_t n = sizeof parts / sizeof *parts, which = size ? data[0] % n : 0, i;
    cj_book *book;

    options.extras = true;
    for (i = 0; i < n; i++) {
        cj_str any = { size ? (const char *)data + 1 : "", size ? size - 1 : 0 };
        made_entry e = { .name = parts[i].name,
                         .content = i == which ? any : cj_str_of(parts[i].content) };

        add_entry(&z, &e);
    }
    cj_book_parse(arena, zip_made(&z), CJ_STR("x"), &options, &book, NULL);
    cj_arena_free(arena);
    return 0;
}
