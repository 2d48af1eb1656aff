/* xlsx_write_cells.c - formats, cells, merges and links of a new workbook. */
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_faces.h"
#include "sheet/xlsx_link.h"
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_write.h"
#include <math.h>

#define FORMAT_BYTES (LXW_FORMAT_FIELD_LEN - 1)
#define EPOCHS 1462 /* days from the one of 1900 to that of 1904 */

/* What a style alone does not say about a cell. */
enum {
    LOOK_RUNS_ON = 1,
    LOOK_LINK = 2,
    LOOK_DATE = 4,
    LOOK_TIME = 8,
    LOOK_NUMBER = 16,
    LOOK_SMALL = 32
};
/* LOOK_SMALL and above: the step of smaller letters */

/* ---- formats */

static const char *number_format(const cj_xlsx_writer *w, const cj_style *s, unsigned look)
{
    if (s->number_format.n && s->number_format.n <= FORMAT_BYTES)
        return cj_xlsx_plain_text(w->arena, s->number_format, FORMAT_BYTES);
    return look & LOOK_TIME ? "yyyy-mm-dd hh:mm" : look & LOOK_DATE ? "yyyy-mm-dd" : NULL;
}

static void set_lines(const cj_xlsx_lib *lib, lxw_format *f, cj_edge edge)
{
    if (edge == CJ_EDGE_BOX)
        lib->format_set_border(f, LXW_BORDER_THIN);
    if (edge == CJ_EDGE_BELOW)
        lib->format_set_bottom(f, LXW_BORDER_THIN);
    if (edge != CJ_EDGE_NONE)
        lib->format_set_border_color(f, 0xbfbfbf);
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
        lib->format_set_font_color(f, link ? 0x0563c1 : face->ink);
    if (link)
        lib->format_set_underline(f, LXW_UNDERLINE_SINGLE);
}

/* Numbers and dates stand apart from the text of the next column. */
static void set_place(const cj_xlsx_lib *lib, lxw_format *f, const cj_style *style,
                      const cj_face *face, unsigned look)
{
    bool ours = style->role != CJ_ROLE_NONE, number = (look & LOOK_NUMBER) != 0;

    lib->format_set_align(f, face->middle ? LXW_ALIGN_VERTICAL_CENTER
                                          : LXW_ALIGN_VERTICAL_TOP);
    if (face->centre)
        lib->format_set_align(f, LXW_ALIGN_CENTER);
    else if (ours &&
             (look & (LOOK_DATE | LOOK_TIME) || (number && style->role == CJ_ROLE_META)))
        lib->format_set_align(f, LXW_ALIGN_LEFT);
    else if (style->right || (ours && number))
        lib->format_set_align(f, LXW_ALIGN_RIGHT);
    if (face->indent || style->right ||
        (ours && number && !face->centre && style->role != CJ_ROLE_META))
        lib->format_set_indent(f, face->indent ? face->indent : 1);
}

static lxw_format *new_format(const cj_xlsx_writer *w, const cj_style *style, unsigned look)
{
    lxw_format *f = w->lib->workbook_add_format(w->file);
    const char *shown = number_format(w, style, look);
    cj_face face = cj_xlsx_face(style);

    face.size *= cj_xlsx_smaller(look / LOOK_SMALL);
    cj_xlsx_set_font(w->lib, f, &face, w->book->lang, look & LOOK_LINK);
    set_lines(w->lib, f, face.edge);
    if (face.paper != CJ_PAPER_NONE) {
        w->lib->format_set_pattern(f, LXW_PATTERN_SOLID);
        w->lib->format_set_fg_color(f, face.paper ? face.paper : LXW_COLOR_BLACK);
    }
    set_place(w->lib, f, style, &face, look);
    if (!(look & LOOK_RUNS_ON))
        w->lib->format_set_text_wrap(f);
    if (shown)
        w->lib->format_set_num_format(f, shown);
    return f;
}

lxw_format *cj_xlsx_format(const cj_xlsx_writer *w, uint32_t style, unsigned look)
{
    size_t at = style < w->book->n_styles ? style : 0;
    lxw_format **f = &w->format[at * CJ_XLSX_LOOKS + look];

    if (!*f)
        *f = new_format(w, &w->book->styles[at], look);
    return *f;
}

/* ---- cells */

static unsigned look_of(const cj_xlsx_page *p, size_t i)
{
    const cj_book_cell *c = cj_sheet_cell(p->sheet, i);
    unsigned look = cj_xlsx_wraps(p->w->book, p->sheet, i) ? 0 : LOOK_RUNS_ON;

    if (c->value == CJ_V_DATE)
        look |= floor(c->number) == c->number ? LOOK_DATE : LOOK_TIME;
    if (c->value == CJ_V_NUMBER)
        look |= LOOK_NUMBER;
    if (p->m.small)
        look |= p->m.small[i] * (unsigned)LOOK_SMALL;
    return look;
}

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

        e = write_value(p, i, cj_xlsx_format(p->w, c->style, look_of(p, i)));
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
    lxw_format *f = cj_xlsx_format(p->w, c->style, (whole ? LOOK_LINK : 0) | look_of(p, i));
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
