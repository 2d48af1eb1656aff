/* xlsx_write_cells.c - formats, cells, merges and links of a new workbook. */
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_link.h"
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_write.h"
#include <math.h>

#define EPOCHS 1462 /* days from the one of 1900 to that of 1904 */

/* ---- formats */

static void set_lines(const cj_xlsx_lib *lib, lxw_format *f, cj_edge edge)
{
    if (edge == CJ_EDGE_BOX)
        lib->format_set_border(f, LXW_BORDER_THIN);
    if (edge == CJ_EDGE_BELOW)
        lib->format_set_bottom(f, LXW_BORDER_THIN);
    if (edge != CJ_EDGE_NONE)
        lib->format_set_border_color(f, CJ_EDGE_INK);
}

void cj_xlsx_set_font(const cj_xlsx_lib *lib, lxw_format *f, const cj_face *face,
                      cj_lang lang, bool link)
{
    lib->format_set_font_name(f, cj_xlsx_font(lang));
    lib->format_set_font_size(f, face->size);
    if (lang == CJ_JA)
        lib->format_set_font_charset(f, 128);
    if (face->bold)
        lib->format_set_bold(f);
    if (face->italic)
        lib->format_set_italic(f);
    if (face->strike)
        lib->format_set_font_strikeout(f);
    if (face->ink || link)
        lib->format_set_font_color(f, link ? CJ_LINK_INK : face->ink);
    if (link)
        lib->format_set_underline(f, LXW_UNDERLINE_SINGLE);
}

static void set_place(const cj_xlsx_lib *lib, lxw_format *f, const cj_shown *shown)
{
    static const uint8_t sides[] = { LXW_ALIGN_NONE, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
                                     LXW_ALIGN_RIGHT };

    lib->format_set_align(f, shown->face.middle ? LXW_ALIGN_VERTICAL_CENTER
                                                : LXW_ALIGN_VERTICAL_TOP);
    if (shown->side != CJ_SIDE_USUAL)
        lib->format_set_align(f, sides[shown->side]);
    if (shown->face.indent)
        lib->format_set_indent(f, shown->face.indent);
    if (shown->wrap)
        lib->format_set_text_wrap(f);
}

static lxw_format *new_format(const cj_xlsx_writer *w, const cj_style *style, unsigned look)
{
    lxw_format *f = w->lib->workbook_add_format(w->file);
    cj_shown shown = cj_xlsx_shown(w->arena, style, look);
    const cj_face *face = &shown.face;

    cj_xlsx_set_font(w->lib, f, face, w->book->lang, shown.link);
    set_lines(w->lib, f, face->edge);
    if (face->paper != CJ_PAPER_NONE) {
        w->lib->format_set_pattern(f, LXW_PATTERN_SOLID);
        w->lib->format_set_fg_color(f, face->paper ? face->paper : LXW_COLOR_BLACK);
    }
    set_place(w->lib, f, &shown);
    if (shown.number_format)
        w->lib->format_set_num_format(f, shown.number_format);
    return f;
}

lxw_format *cj_xlsx_format(const cj_xlsx_writer *w, uint32_t style, unsigned look)
{
    size_t at = style < w->book->n_styles ? style : 0;
    lxw_format **f = &w->format[at * CJ_N_LOOKS + look];

    if (!*f)
        *f = new_format(w, &w->book->styles[at], look);
    return *f;
}

/* ---- cells */

static lxw_error write_value(const cj_xlsx_page *p, size_t i, lxw_format *f)
{
    const cj_book_cell *c = cj_sheet_cell(p->sheet, i);
    const cj_book_rich *rich = cj_sheet_rich(p->sheet, c->row, c->col);
    bool date = c->value == CJ_V_DATE;
    double x = c->number + (date && p->w->book->date1904 ? EPOCHS : 0);

    if (c->value == CJ_V_BOOL)
        return p->lib->worksheet_write_boolean(p->out, PLACE(c), c->number != 0, f);
    if ((c->value == CJ_V_NUMBER || date) && isfinite(x))
        return p->lib->worksheet_write_number(p->out, PLACE(c), x, f);
    if (rich && c->value == CJ_V_TEXT)
        return cj_xlsx_write_rich(p, c, rich, p->m.small ? p->m.small[i] : 0, f);
    return p->lib->worksheet_write_string(p->out, PLACE(c),
                                          cj_xlsx_cell_text(p->w->arena, c->text), f);
}

lxw_error cj_xlsx_write_cells(const cj_xlsx_page *p)
{
    lxw_error e = LXW_NO_ERROR;
    size_t i;

    for (i = 0; i < p->sheet->n_cells && e == LXW_NO_ERROR; i++) {
        const cj_book_cell *c = cj_sheet_cell(p->sheet, i);

        e = write_value(
            p, i,
            cj_xlsx_format(p->w, c->style, cj_xlsx_look(p->w->book, p->sheet, &p->m, i)));
    }
    return e;
}

/* Before the cells: it writes blanks over all that it covers. */
lxw_error cj_xlsx_write_merges(const cj_xlsx_page *p)
{
    cj_range *range;
    size_t i, n = cj_xlsx_merges(p->w->arena, p->sheet, &range);
    lxw_error e = LXW_NO_ERROR;

    for (i = 0; i < n && e == LXW_NO_ERROR; i++) {
        const cj_book_cell *c = cj_sheet_find(p->sheet, range[i].row1, range[i].col1);

        e = p->lib->worksheet_merge_range(p->out, AREA(&range[i]), "",
                                          cj_xlsx_format(p->w, c ? c->style : 0, 0));
    }
    return e;
}

/* After the cells: it writes cell i again, as a link; the text of an inner link becomes an attribute, in
 * which nothing is escaped. */
static lxw_error link_cell(const cj_xlsx_page *p, size_t i, const char *url, size_t *n)
{
    const cj_book_cell *c = cj_sheet_cell(p->sheet, i);
    bool whole = !cj_sheet_rich(p->sheet, c->row, c->col); /* else a part of it is blue */
    lxw_format *f = cj_xlsx_format(p->w, c->style,
                                   (whole ? CJ_LOOK_LINK : 0) |
                                       cj_xlsx_look(p->w->book, p->sheet, &p->m, i));
    lxw_error e;

    if (++*n > LXW_MAX_NUMBER_URLS)
        return LXW_NO_ERROR;
    e = p->lib->worksheet_write_url_opt(
        p->out, PLACE(c), url, f, cj_xlsx_plain_text(p->w->arena, c->text, CJ_XLSX_TEXT),
        NULL);
    return e == LXW_NO_ERROR ? write_value(p, i, f) : e;
}

/* libxlsxwriter has no links over ranges: each cell with something in it gets one. */
static lxw_error write_link(const cj_xlsx_page *p, const cj_book_link *link, size_t *n)
{
    const char *url = cj_xlsx_link(p->w->arena, link->target);
    const cj_sheet *s = p->sheet;
    lxw_error e = LXW_NO_ERROR;
    size_t i;

    if (!url || !cj_xlsx_range_fits(&link->at))
        return e;
    for (i = cj_sheet_from(s, link->at.row1, link->at.col1);
         i < s->n_cells && e == LXW_NO_ERROR; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        if (c->row > link->at.row2)
            break;
        if (c->col >= link->at.col1 && c->col <= link->at.col2)
            e = link_cell(p, i, url, n);
    }
    return e;
}

lxw_error cj_xlsx_write_links(const cj_xlsx_page *p)
{
    lxw_error e = LXW_NO_ERROR;
    size_t i, n = 0;

    for (i = 0; i < p->sheet->n_links && e == LXW_NO_ERROR; i++)
        e = write_link(p, &p->sheet->links[i], &n);
    return e;
}
