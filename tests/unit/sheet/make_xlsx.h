/* make_xlsx.h - small workbooks in memory for tests: give the parts that matter. */
#ifndef CJ_TESTS_MAKE_XLSX_H
#define CJ_TESTS_MAKE_XLSX_H

#include <cj/read.h>
#include "make_zip.h"

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT_NS "http://purl.oclc.org/ooxml/spreadsheetml/main"
#define REL_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define RELS_NS "http://schemas.openxmlformats.org/package/2006/relationships"

#define REL(id, type, target) \
    "<Relationship Id=\"" id "\" Type=\"" REL_NS "/" type "\" Target=\"" target "\"/>"
#define RELS(inner) "<Relationships xmlns=\"" RELS_NS "\">" inner "</Relationships>"
#define SHEET(inner) \
    "<worksheet xmlns=\"" MAIN_NS "\" xmlns:r=\"" REL_NS "\">" inner "</worksheet>"
#define DATA(inner) SHEET("<sheetData>" inner "</sheetData>")
#define STRINGS(inner) "<sst xmlns=\"" MAIN_NS "\">" inner "</sst>"
#define STYLES(inner) "<styleSheet xmlns=\"" MAIN_NS "\">" inner "</styleSheet>"
#define WORKBOOK(inner) \
    "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" REL_NS "\">" inner "</workbook>"

/* What is NULL is as a plain workbook with one sheet "S" has it; "" leaves the part out. */
typedef struct made_xlsx {
    const char *types, *root_rels, *workbook, *workbook_rels, *sheet, *sheet_rels, *strings,
        *styles;
    const char *extra_name[4], *extra[4];
    size_t sheet_bytes; /* where the sheet is no text (UTF-16) */
} made_xlsx;

static inline void made_part(made_zip *z, const char *name, const char *content,
                             const char *usual)
{
    if (!content || *content)
        add_part(z, name, content ? content : usual);
}

static inline cj_str xlsx_made(cj_arena *arena, const made_xlsx *x)
{
    made_zip z = make_zip(arena);
    size_t i;

    made_part(&z, "[Content_Types].xml", x->types, "<Types/>");
    made_part(&z, "_rels/.rels", x->root_rels,
              RELS(REL("r1", "officeDocument", "xl/workbook.xml")));
    made_part(&z, "xl/workbook.xml", x->workbook,
              WORKBOOK("<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>"));
    made_part(&z, "xl/_rels/workbook.xml.rels", x->workbook_rels,
              RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                       REL("r2", "sharedStrings", "sharedStrings.xml")
                           REL("r3", "styles", "styles.xml")));
    if (x->sheet_bytes) {
        made_entry e = { .name = "xl/worksheets/sheet1.xml",
                         .content = { x->sheet, x->sheet_bytes } };

        add_entry(&z, &e);
    } else {
        made_part(&z, "xl/worksheets/sheet1.xml", x->sheet, DATA(""));
    }
    if (x->sheet_rels)
        add_part(&z, "xl/worksheets/_rels/sheet1.xml.rels", x->sheet_rels);
    made_part(&z, "xl/sharedStrings.xml", x->strings,
              STRINGS("<si><t>zero</t></si><si/><si><t>two</t></si>"));
    made_part(&z, "xl/styles.xml", x->styles, STYLES(""));
    for (i = 0; i < sizeof x->extra / sizeof *x->extra && x->extra_name[i]; i++)
        add_part(&z, x->extra_name[i], x->extra[i]);
    return zip_made(&z);
}

static inline cj_rc read_made(cj_arena *arena, const made_xlsx *x, cj_book **out,
                              cj_err *err)
{
    cj_read_options options = cj_read_options_default();

    return cj_book_parse(arena, xlsx_made(arena, x), CJ_STR("test.xlsx"), &options, out,
                         err);
}

/* All cells of all sheets: "A1=s:text B2=n:1.5 …"; "|" between sheets; "f" after the type of a
 * formula. */
static inline const char *cells_of(cj_arena *arena, const cj_book *book)
{
    static const char types[] = "-sndbe";
    cj_buf b;
    size_t i, k;

    cj_buf_init(&b, arena);
    for (i = 0; i < book->n_sheets; i++) {
        cj_buf_z(&b, i ? "|" : "");
        for (k = 0; k < book->sheets[i].n_cells; k++) {
            const cj_book_cell *c = cj_sheet_cell(&book->sheets[i], k);
            char ref[CJ_REF_MAX];

            cj_ref(ref, c->row, c->col);
            cj_buf_fmt(&b, "%s%s=%c%s:", k ? " " : "", ref, types[c->value],
                       c->flags & CJ_CELL_FORMULA ? "f" : "");
            if (c->value == CJ_V_BOOL || !c->text.n)
                cj_buf_fmt(&b, "%.10g", c->number);
            else
                cj_buf_add(&b, c->text);
        }
    }
    return cj_str_z(arena, cj_buf_str(&b));
}

#endif
