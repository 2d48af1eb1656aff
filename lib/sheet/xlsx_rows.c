/* xlsx_rows.c - column widths and row heights that show all text of a new sheet. */
#include "sheet/xlsx_rows.h"
#include "sheet/text_lines.h"
#include "sheet/xlsx_faces.h"

#define NARROW 8.0
#define WIDE 60.0
#define SIDES 2.0  /* pixels of a column that no glyph may use */
#define INDENT 9.0 /* pixels of one step */
#define ABOVE 4.0  /* points over and under the text of a row */
/* Points of what is to be filled in: of the grid, of a persona, of a table. */
#define BLANK_CELL 45.0
#define BLANK_META 28.0
#define BLANK_FIELD 22.0
#define STRETCH 1.5 /* a column whose rows are as high as can be and still not enough */
#define WIDEST 160.0

static double column_pixels(double width)
{
    return width < 1 ? width * 12 : width * 7 + 5;
}

static const cj_style *style_of(const cj_book *book, const cj_book_cell *c)
{
    return &book->styles[c->style < book->n_styles ? c->style : 0];
}

double cj_xlsx_smaller(unsigned step)
{
    static const double sizes[CJ_XLSX_SMALLER] = { 1, 0.8, 0.7, 0.6 };

    return sizes[step < CJ_XLSX_SMALLER ? step : CJ_XLSX_SMALLER - 1];
}

static cj_type type_of(const cj_book *book, const cj_face *face)
{
    return (cj_type){ face->size, face->bold, book->lang };
}

static bool runs_on(const cj_sheet *sheet, size_t i)
{
    const cj_book_cell *c = cj_sheet_cell(sheet, i);

    return memchr(c->text.p ? c->text.p : "", '\n', c->text.n) == NULL &&
           (i + 1 == sheet->n_cells || cj_sheet_cell(sheet, i + 1)->row != c->row);
}

bool cj_xlsx_wraps(const cj_book *book, const cj_sheet *sheet, size_t i)
{
    const cj_book_cell *c = cj_sheet_cell(sheet, i);

    return cj_xlsx_face(style_of(book, c)).wrap == CJ_WRAP || !runs_on(sheet, i) ||
           cj_sheet_merge(sheet, c->row, c->col);
}

/* ---- widths */

static double chars_of(unsigned em, double size)
{
    return (em * size / (0.75 * CJ_TEXT_EM) + SIDES) / 7.0;
}

static void widen(cj_arena *arena, const cj_book *book, const cj_sheet *sheet, size_t i,
                  cj_measures *m)
{
    const cj_book_cell *c = cj_sheet_cell(sheet, i);
    cj_face face = cj_xlsx_face(style_of(book, c));
    cj_type type = type_of(book, &face);
    double *width = &m->width[c->col - 1], want;

    if (c->col <= sheet->look.n_widths && sheet->look.width[c->col - 1] > 0)
        return;
    if (!cj_xlsx_wraps(book, sheet, i) || cj_sheet_merge(sheet, c->row, c->col))
        return;
    want = chars_of(cj_text_width(cj_book_cell_text(arena, book, c), &type), face.size) + 1;
    want += c->value == CJ_V_DATE ? 2 : 0;
    want = want > WIDE ? WIDE : want;
    *width = want > *width ? want : *width;
}

static void set_widths(cj_arena *arena, const cj_book *book, const cj_sheet *sheet,
                       cj_measures *m)
{
    size_t i;

    m->n_widths = sheet->cols > sheet->look.n_widths ? sheet->cols : sheet->look.n_widths;
    m->width = CJ_NEW_N(arena, double, m->n_widths + 1);
    for (i = 0; i < m->n_widths; i++) {
        double asked = i < sheet->look.n_widths ? sheet->look.width[i] : 0;

        m->width[i] = asked > 255 ? 255 : asked > 0 ? asked : NARROW;
    }
    for (i = 0; i < sheet->n_cells; i++)
        widen(arena, book, sheet, i, m);
}

/* ---- heights */

cj_extent cj_xlsx_extent(const cj_measures *m, const cj_sheet *sheet, const cj_range *r)
{
    cj_extent e = { 0, 0 };
    uint32_t i;

    for (i = r->col1; i <= r->col2; i++)
        if (!cj_sheet_col_hidden(sheet, i))
            e.wide += column_pixels(i <= m->n_widths ? m->width[i - 1] : CJ_COLUMN_USUAL);
    for (i = r->row1; i <= r->row2; i++) {
        double own = i <= m->n_heights ? m->height[i - 1] : 0;

        if (!cj_sheet_row_hidden(sheet, i))
            e.high += (own > 0 ? own : CJ_ROW_USUAL) / 0.75;
    }
    return e;
}

/* What stands in hidden columns only takes no height of the row. */
static bool unseen(const cj_sheet *sheet, const cj_book_cell *c, const cj_range *merge)
{
    uint32_t col, last = merge ? merge->col2 : c->col;

    for (col = c->col; col <= last; col++)
        if (!cj_sheet_col_hidden(sheet, col))
            return false;
    return true;
}

static double room_of(const cj_measures *m, const cj_sheet *sheet, const cj_book_cell *c,
                      const cj_range *merge)
{
    cj_range own = { c->row, c->col, c->row, c->col };

    if (merge && merge->col1 == c->col && merge->row1 == c->row)
        own.col2 = merge->col2;
    return cj_xlsx_extent(m, sheet, &own).wide - 5 - SIDES;
}

static double need(cj_arena *arena, const cj_book *book, const cj_sheet *sheet, size_t i,
                   const cj_range *merge, const cj_measures *m)
{
    const cj_book_cell *c = cj_sheet_cell(sheet, i);
    cj_face face = cj_xlsx_face(style_of(book, c));
    double size = face.size * cj_xlsx_smaller(m->small ? m->small[i] : 0);
    bool bold = face.bold || cj_sheet_rich(sheet, c->row, c->col); /* parts may be */
    cj_type type = { size, bold, book->lang };
    cj_str text = cj_book_cell_text(arena, book, c);
    double room = room_of(m, sheet, c, merge) - face.indent * INDENT;
    double em = room * 0.75 / size * CJ_TEXT_EM;
    unsigned lines = 1;

    if (cj_xlsx_wraps(book, sheet, i) && (c->value == CJ_V_TEXT || c->value == CJ_V_ERROR))
        lines = cj_text_lines(text, &type, em > 1 ? (unsigned)em : 1);
    /* one line more in every fifteen: fonts of other machines are wider than the guess */
    return (lines + lines / 15) * cj_text_leading(text, &type) + ABOVE;
}

/* A blank is to be written into: there is room for more than a word. */
static double least(const cj_book *book, const cj_book_cell *c, const cj_range *merge)
{
    cj_role role = style_of(book, c)->role;
    bool blank = c->value == CJ_V_EMPTY || (c->value == CJ_V_TEXT && !c->text.n);

    if (!blank || merge)
        return 0;
    return role == CJ_ROLE_CELL    ? BLANK_CELL
           : role == CJ_ROLE_META  ? BLANK_META
           : role == CJ_ROLE_FIELD ? BLANK_FIELD
                                   : 0;
}

/* The rows of a merge have the room together; its last one gets what is still wanting. */
static void raise_last(cj_measures *m, const cj_range *merge, double want)
{
    uint32_t row, last = merge->row2 < m->n_heights ? merge->row2 : (uint32_t)m->n_heights;

    for (row = merge->row1; row < last; row++)
        want -= m->height[row - 1] > 0 ? m->height[row - 1] : CJ_ROW_USUAL;
    if (want > m->height[last - 1])
        m->height[last - 1] = want;
}

/* Higher than a row can be: the column gets wider while that helps, then the letters smaller. All is to be
 * measured again. */
static bool relieved(cj_arena *arena, const cj_book *book, const cj_sheet *sheet, size_t i,
                     const cj_range *merge, cj_measures *m)
{
    const cj_book_cell *c = cj_sheet_cell(sheet, i);
    size_t col = merge && merge->col2 <= m->n_widths ? merge->col2 : c->col;
    double *width = &m->width[col - 1],
           was = *width; /* a merge may reach past the last cell */
    double high = need(arena, book, sheet, i, merge, m);

    if (high <= CJ_ROW_HIGHEST)
        return false;
    if (was < WIDEST) {
        *width = was * STRETCH > WIDEST ? WIDEST : was * STRETCH;
        if (need(arena, book, sheet, i, merge, m) < high)
            return true;
        *width = was;
    }
    if (!m->small)
        m->small = CJ_NEW_N(arena, unsigned char, sheet->n_cells);
    return m->small[i] + 1u < CJ_XLSX_SMALLER && ++m->small[i];
}

static bool set_heights(cj_arena *arena, const cj_book *book, const cj_sheet *sheet,
                        cj_measures *m)
{
    bool again = false;
    int pass;
    size_t i;

    memset(m->height, 0, m->n_heights * sizeof *m->height);
    for (pass = 0; pass < 2; pass++) /* merges over rows need to know the others first */
        for (i = 0; i < sheet->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(sheet, i);
            const cj_range *merge = cj_sheet_merge(sheet, c->row, c->col);
            bool tall = merge && merge->row2 > merge->row1;
            double want, blank = least(book, c, merge);

            if (tall != (pass == 1) || unseen(sheet, c, merge))
                continue;
            want = need(arena, book, sheet, i, merge, m);
            want = want > blank ? want : blank;
            again = (want > CJ_ROW_HIGHEST && !tall &&
                     relieved(arena, book, sheet, i, merge, m)) ||
                    again;
            if (tall)
                raise_last(m, merge, want);
            else if (want > m->height[c->row - 1])
                m->height[c->row - 1] = want;
        }
    for (i = 0; i < m->n_heights; i++)
        m->height[i] = m->height[i] > CJ_ROW_HIGHEST ? CJ_ROW_HIGHEST : m->height[i];
    return again;
}

cj_measures cj_xlsx_measure(cj_arena *arena, const cj_book *book, const cj_sheet *sheet)
{
    cj_measures m = { .n_heights = sheet->rows };

    set_widths(arena, book, sheet, &m);
    m.height = CJ_NEW_N(arena, double, m.n_heights + 1);
    while (set_heights(arena, book, sheet, &m))
        ;
    return m;
}
