/* xlsx_sheet_write.c - a sheet of a book as a part of a workbook that is being changed: the part as a whole,
 * and what stands before its cells. */
#include "sheet/xlsx_sheet_write.h"
#include "base/number.h"
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_patch_styles.h"
#include "sheet/xlsx_refuse.h"
#include <math.h>

#define DIGIT 7.0 /* pixels of one in the usual font */
#define SIDES 5.0
#define WIDEST 255.0

static bool is_ours(const cj_sheet_writing *w) /* and not copied from elsewhere */
{
    size_t i;

    for (i = 0; i < w->sheet->n_cells; i++) {
        uint32_t style = cj_sheet_cell(w->sheet, i)->style;

        if (style < w->from->n_styles && w->from->styles[style].role != CJ_ROLE_NONE)
            return true;
    }
    return false;
}

static void put_panes(cj_sheet_writing *w)
{
    const cj_look *look = &w->sheet->look;
    uint32_t rows = look->freeze_row > 1 ? look->freeze_row - 1 : 0;
    uint32_t cols = look->freeze_col > 1 ? look->freeze_col - 1 : 0;
    const char *pane = rows && cols ? "bottomRight" : rows ? "bottomLeft" : "topRight";
    char corner[CJ_REF_MAX];

    cj_ref(corner, rows + 1, cols + 1);
    cj_buf_z(&w->xml, "<pane");
    if (cols)
        cj_buf_fmt(&w->xml, " xSplit=\"%u\"", (unsigned)cols);
    if (rows)
        cj_buf_fmt(&w->xml, " ySplit=\"%u\"", (unsigned)rows);
    cj_buf_fmt(&w->xml, " topLeftCell=\"%s\" activePane=\"%s\" state=\"frozen\"/>", corner,
               pane);
    if (rows && cols) {
        cj_ref(corner, 1, cols + 1);
        cj_buf_fmt(&w->xml, "<selection pane=\"topRight\" activeCell=\"%s\" sqref=\"%s\"/>",
                   corner, corner);
        cj_ref(corner, rows + 1, 1);
        cj_buf_fmt(&w->xml,
                   "<selection pane=\"bottomLeft\" activeCell=\"%s\" sqref=\"%s\"/>",
                   corner, corner);
    }
    cj_buf_fmt(&w->xml, "<selection pane=\"%s\"/>", pane);
}

static void put_view(cj_sheet_writing *w, bool selected)
{
    const cj_look *look = &w->sheet->look;
    bool frozen = look->freeze_row > 1 || look->freeze_col > 1;

    cj_buf_fmt(&w->xml, "<sheetViews><sheetView%s%s workbookViewId=\"0\"%s>",
               is_ours(w) ? " showGridLines=\"0\"" : "",
               selected ? " tabSelected=\"1\"" : "", frozen ? "" : "/");
    if (frozen) {
        put_panes(w);
        cj_buf_z(&w->xml, "</sheetView>");
    }
    cj_buf_z(&w->xml, "</sheetViews>");
}

/* What a file says of a column that shows so many characters of our usual font: it counts in digits of its
 * own. */
static double file_width(double chars, double digit)
{
    double pixels = chars < 1 ? floor(chars * (DIGIT + SIDES) + 0.5)
                              : floor(chars * DIGIT + 0.5) + SIDES;
    double width = floor(pixels / digit * 256) / 256;

    return width > WIDEST ? WIDEST : width;
}

static void put_columns(cj_sheet_writing *w)
{
    double digit = cj_style_digit(w->p->styles);
    cj_run *run;
    size_t i, n = cj_xlsx_runs(w->p->arena, w->m.width, w->m.n_widths, CJ_COLUMN_USUAL,
                               w->sheet->hidden_cols, w->sheet->n_hidden_cols, true,
                               CJ_XLSX_COLUMNS, &run);

    cj_buf_z(&w->xml, n ? "<cols>" : "");
    for (i = 0; i < n; i++) {
        cj_buf_fmt(&w->xml, "<col min=\"%u\" max=\"%u\" width=\"" CJ_FMT "\"",
                   (unsigned)run[i].first, (unsigned)run[i].last,
                   CJ_ARG(cj_number_text(w->p->arena, file_width(run[i].size, digit))));
        if (run[i].first <= w->m.n_widths) /* what people add there looks alike */
            cj_buf_fmt(&w->xml, " style=\"%u\"",
                       (unsigned)cj_patch_style_face(w->p, w->from, 0, 0));
        cj_buf_z(&w->xml, run[i].hidden ? " hidden=\"1\"" : "");
        cj_buf_z(&w->xml, " customWidth=\"1\"/>");
    }
    cj_buf_z(&w->xml, n ? "</cols>" : "");
}

static void begin(cj_sheet_writing *w, const cj_sheet_kept *kept)
{
    const char *main = w->strict ? CJ_STRICT_SPACE : CJ_MAIN_SPACE;
    char end[CJ_REF_MAX] = "A1";

    if (w->sheet->rows)
        cj_ref(end, w->sheet->rows, w->sheet->cols);
    cj_buf_fmt(&w->xml,
               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
               "<worksheet xmlns=\"%s\" xmlns:r=\"%s\">",
               main, w->strict ? CJ_STRICT_RELATIONS_SPACE : CJ_RELATIONS_SPACE);
    cj_buf_z(&w->xml, "<sheetPr");
    if (kept->code_name.n) {
        cj_buf_z(&w->xml, " codeName=\"");
        cj_xml_escape(&w->xml, kept->code_name, true);
        cj_buf_byte(&w->xml, '"');
    }
    cj_buf_z(&w->xml, "><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    cj_buf_fmt(&w->xml, "<dimension ref=\"A1%s%s\"/>", strcmp(end, "A1") ? ":" : "",
               strcmp(end, "A1") ? end : "");
    put_view(w, kept->selected);
    cj_buf_z(&w->xml, "<sheetFormatPr defaultRowHeight=\"15\"/>");
    put_columns(w);
}

void cj_sheet_write(cj_patching *p, const cj_book *from, const cj_sheet *sheet,
                    const cj_sheet_kept *kept, cj_str *xml, cj_str *relations)
{
    cj_sheet_writing w = { .p = p, .from = from, .sheet = sheet };

    cj_buf_init(&w.xml, p->arena);
    cj_buf_init(&w.relations, p->arena);
    w.strict = p->styles->strict;
    w.m = cj_xlsx_measure(p->arena, from, sheet);
    begin(&w, kept);
    cj_sheet_write_links(&w);
    cj_sheet_write_cells(&w);
    cj_sheet_write_beside(&w);
    cj_buf_z(&w.xml, "</worksheet>");
    *xml = cj_buf_str(&w.xml);
    *relations = cj_buf_str(&w.relations);
    if (w.n_relations)
        *relations =
            cj_str_fmt(p->arena,
                       "<?xml version=\"1.0\" encoding=\"UTF-8\" "
                       "standalone=\"yes\"?>\n<Relationships xmlns=\"http://"
                       "schemas.openxmlformats.org/package/2006/relationships\">" CJ_FMT
                       "</Relationships>",
                       CJ_ARG(*relations));
}
