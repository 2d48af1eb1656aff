/* xlsx_sheet_write_cells.c - the rows and cells of a new sheet, with their texts in place. */
#include "base/number.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_link.h"
#include "sheet/xlsx_look.h"
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_patch_styles.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_sheet_write.h"
#include <cj/write.h>
#include <math.h>
#include <stdlib.h>

#define EPOCHS 1462  /* days from the one of 1900 to that of 1904 */
#define BEYOND 1000u /* rows past the last cell that may be hidden */

/* ---- texts ------------------------------------------------------------------------------------------ */

/* Blanks at the ends would be dropped. */
static bool keeps_blanks(cj_str s)
{
    return s.n && (strchr(" \n\t", s.p[0]) || strchr(" \n\t", s.p[s.n - 1]));
}

static void put_text(cj_buf *to, cj_str text)
{
    cj_str s = cj_str_of(cj_xlsx_cell_text(to->arena, text));
    size_t i, from = 0;

    cj_buf_z(to, keeps_blanks(s) ? "<t xml:space=\"preserve\">" : "<t>");
    for (i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];

        if (c >= 0x20 || c == '\n' || c == '\t')
            continue;
        cj_xml_escape(to, cj_str_cut(s, from, i - from), false);
        cj_buf_fmt(to, "_x%04X_", (unsigned)c);
        from = i + 1;
    }
    cj_xml_escape(to, cj_str_from(s, from), false);
    cj_buf_z(to, "</t>");
}

static const cj_style *style_of(const cj_sheet_writing *w, const cj_book_cell *c)
{
    return &w->from->styles[c->style < w->from->n_styles ? c->style : 0];
}

static void put_part(cj_sheet_writing *w, const cj_book_cell *c, cj_str text,
                     unsigned small, unsigned marks)
{
    cj_face face = cj_xlsx_part_face(style_of(w, c), small, marks);

    if (!text.n)
        return;
    cj_buf_z(&w->xml, "<r><rPr>");
    cj_face_letters(&w->xml, CJ_STR(""), "rFont", &face, w->from->lang,
                    (marks & CJ_RICH_LINK) != 0);
    cj_buf_z(&w->xml, "</rPr>");
    put_text(&w->xml, text);
    cj_buf_z(&w->xml, "</r>");
}

static void put_rich(cj_sheet_writing *w, const cj_book_cell *c, const cj_book_rich *rich,
                     unsigned small)
{
    size_t i, at = 0;

    for (i = 0; i < rich->n; i++) {
        const cj_rich_run *run = &rich->run[i];

        put_part(w, c, cj_str_cut(c->text, at, run->from - at), small, 0);
        put_part(w, c, cj_str_cut(c->text, run->from, run->n), small, run->marks);
        at = run->from + run->n;
    }
    put_part(w, c, cj_str_from(c->text, at), small, 0);
}

/* ---- cells ------------------------------------------------------------------------------------------ */

/* A cell of the sheet, or one that only a merge covers. */
typedef struct slot {
    uint32_t row, col;
    size_t cell; /* CJ_NONE: none */
    uint32_t style;
} slot;

static void put_value(cj_sheet_writing *w, const slot *at)
{
    const cj_book_cell *c = cj_sheet_cell(w->sheet, at->cell);
    const cj_book_rich *rich = cj_sheet_rich(w->sheet, c->row, c->col);
    bool date = c->value == CJ_V_DATE;
    double x = c->number + (date && w->from->date1904 ? EPOCHS : 0) -
               (date && w->p->date1904 ? EPOCHS : 0);

    if (c->value == CJ_V_BOOL) {
        cj_buf_fmt(&w->xml, " t=\"b\"><v>%d</v></c>", c->number != 0);
    } else if ((c->value == CJ_V_NUMBER || date) && isfinite(x)) {
        cj_buf_fmt(&w->xml, "><v>" CJ_FMT "</v></c>",
                   CJ_ARG(cj_number_text(w->p->arena, x)));
    } else if (c->text.n) {
        cj_buf_z(&w->xml, " t=\"inlineStr\"><is>");
        if (rich && c->value == CJ_V_TEXT && cj_xlsx_parts_fit(c->text, rich))
            put_rich(w, c, rich, w->m.small ? w->m.small[at->cell] : 0);
        else
            put_text(&w->xml, c->text);
        cj_buf_z(&w->xml, "</is></c>");
    } else {
        cj_buf_z(&w->xml, "/>");
    }
}

/* Where a part of the text is told to be the link, that is blue and not all of it. */
static unsigned look_of(const cj_sheet_writing *w, const slot *at)
{
    unsigned look = cj_xlsx_look(w->from, w->sheet, &w->m, at->cell);

    return w->url[at->cell] && !cj_sheet_rich(w->sheet, at->row, at->col)
               ? look | CJ_LOOK_LINK
               : look;
}

static void put_cell(cj_sheet_writing *w, const slot *at)
{
    unsigned look = at->cell == CJ_NONE ? 0 : look_of(w, at);
    char ref[CJ_REF_MAX];

    cj_ref(ref, at->row, at->col);
    cj_buf_fmt(&w->xml, "<c r=\"%s\" s=\"%u\"", ref,
               (unsigned)cj_patch_style_face(w->p, w->from, at->style, look));
    if (at->cell == CJ_NONE)
        cj_buf_z(&w->xml, "/>");
    else
        put_value(w, at);
}

/* By place; where a merge covers a cell, the cell's own look holds. */
static int by_place(const void *x, const void *y)
{
    const slot *a = x, *b = y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a->cell < b->cell ? -1 : a->cell > b->cell;
}

static size_t slots(cj_sheet_writing *w, slot **out)
{
    cj_range *merge;
    size_t i, n = 0, cap, n_merges = cj_xlsx_merges(w->p->arena, w->sheet, &merge);
    slot *s = CJ_NEW_N(w->p->arena, slot, w->sheet->n_cells + 1);
    uint32_t row, col;

    cap = w->sheet->n_cells + 1;
    for (i = 0; i < w->sheet->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(w->sheet, i);

        s[n++] = (slot){ c->row, c->col, i, c->style };
    }
    for (i = 0; i < n_merges; i++) {
        const cj_book_cell *c = cj_sheet_find(w->sheet, merge[i].row1, merge[i].col1);

        for (row = merge[i].row1; row <= merge[i].row2; row++)
            for (col = merge[i].col1; col <= merge[i].col2; col++) {
                CJ_ROOM(w->p->arena, s, n, cap);
                s[n++] = (slot){ row, col, CJ_NONE, c ? c->style : 0 };
            }
    }
    if (n_merges)
        qsort(s, n, sizeof *s, by_place);
    *out = s;
    return n;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static void open_row(cj_sheet_writing *w, uint32_t row, const cj_run *run)
{
    bool high = run && (run->size < CJ_ROW_USUAL || run->size > CJ_ROW_USUAL);

    cj_buf_fmt(&w->xml, "<row r=\"%u\"", (unsigned)row);
    if (high)
        cj_buf_fmt(&w->xml, " ht=\"" CJ_FMT "\"",
                   CJ_ARG(cj_number_text(w->p->arena, round(run->size * 100) / 100)));
    cj_buf_z(&w->xml, run && run->hidden ? " hidden=\"1\"" : "");
    cj_buf_z(&w->xml, high ? " customHeight=\"1\">" : ">");
}

static size_t row_runs(cj_sheet_writing *w, cj_run **run)
{
    uint32_t most =
        w->sheet->rows + BEYOND < CJ_XLSX_ROWS ? w->sheet->rows + BEYOND : CJ_XLSX_ROWS;

    return cj_xlsx_runs(w->p->arena, w->m.height, w->m.n_heights, CJ_ROW_USUAL,
                        w->sheet->hidden_rows, w->sheet->n_hidden_rows, false, most, run);
}

/* Rows that have a cell, a height, or are hidden. */
void cj_sheet_write_cells(cj_sheet_writing *w)
{
    slot *s;
    cj_run *run;
    size_t n = slots(w, &s), n_runs = row_runs(w, &run), i = 0, k = 0;
    uint32_t row = 0;

    cj_buf_z(&w->xml, "<sheetData>");
    for (;;) {
        while (k < n_runs && run[k].last <= row)
            k++;
        if (i == n && k == n_runs)
            break;
        row = k < n_runs ? (run[k].first > row ? run[k].first : row + 1) : s[i].row;
        if (i < n && s[i].row < row)
            row = s[i].row;
        open_row(w, row, k < n_runs && run[k].first <= row ? &run[k] : NULL);
        for (; i < n && s[i].row == row; i++)
            if (!i || s[i].col != s[i - 1].col || s[i].row != s[i - 1].row)
                put_cell(w, &s[i]);
        cj_buf_z(&w->xml, "</row>");
    }
    cj_buf_z(&w->xml, "</sheetData>");
}

/* ---- links ------------------------------------------------------------------------------------------ */

/* Each cell with something in it gets the link of its range; of two the last holds. */
void cj_sheet_write_links(cj_sheet_writing *w)
{
    const cj_sheet *s = w->sheet;
    size_t i, k, n = 0;

    w->url = CJ_NEW_N(w->p->arena, const char *, s->n_cells + 1);
    for (k = 0; k < s->n_links; k++) {
        const cj_book_link *link = &s->links[k];
        const char *url = cj_xlsx_link(w->p->arena, link->target);

        if (!url || !cj_xlsx_range_fits(&link->at))
            continue;
        for (i = cj_sheet_from(s, link->at.row1, link->at.col1); i < s->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(s, i);

            if (c->row > link->at.row2 || n == CJ_XLSX_LINKS)
                break;
            if (c->col < link->at.col1 || c->col > link->at.col2)
                continue;
            n += w->url[i] == NULL;
            w->url[i] = url;
        }
    }
}
