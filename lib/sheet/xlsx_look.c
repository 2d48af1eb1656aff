/* xlsx_look.c - how a cell of a new sheet is shown: its face, and what its value adds to that. */
#include "sheet/xlsx_look.h"
#include "sheet/xlsx_escape.h"
#include <math.h>

#define FORMAT_BYTES 127u /* that libxlsxwriter keeps of a number format */
#define GONE_INK 0xa1151cu
#define NEW_INK 0x17652fu
#define ASIDE_INK 0x595959u
#define ASIDE_SIZE 0.9

unsigned cj_xlsx_look(const cj_book *book, const cj_sheet *sheet, const cj_measures *m,
                      size_t i)
{
    const cj_book_cell *c = cj_sheet_cell(sheet, i);
    unsigned look = cj_xlsx_wraps(book, sheet, i) ? 0 : CJ_LOOK_RUNS_ON;

    if (c->value == CJ_V_DATE)
        look |= floor(c->number) == c->number ? CJ_LOOK_DATE : CJ_LOOK_TIME;
    if (c->value == CJ_V_NUMBER)
        look |= CJ_LOOK_NUMBER;
    if (m->small)
        look |= m->small[i] * (unsigned)CJ_LOOK_SMALL;
    return look;
}

static const char *number_format(cj_arena *arena, const cj_style *s, unsigned look)
{
    if (s->number_format.n && s->number_format.n <= FORMAT_BYTES)
        return cj_xlsx_plain_text(arena, s->number_format, FORMAT_BYTES);
    return look & CJ_LOOK_TIME   ? "yyyy-mm-dd hh:mm"
           : look & CJ_LOOK_DATE ? "yyyy-mm-dd"
                                 : NULL;
}

/* Numbers and dates stand apart from the text of the next column. */
static void set_place(const cj_style *style, unsigned look, cj_shown *out)
{
    bool ours = style->role != CJ_ROLE_NONE, number = (look & CJ_LOOK_NUMBER) != 0;
    bool meta = style->role == CJ_ROLE_META;

    if (out->face.centre)
        out->side = CJ_SIDE_CENTRE;
    else if (ours && (look & (CJ_LOOK_DATE | CJ_LOOK_TIME) || (number && meta)))
        out->side = CJ_SIDE_LEFT;
    else if (style->right || (ours && number))
        out->side = CJ_SIDE_RIGHT;
    if (!out->face.indent &&
        (style->right || (ours && number && !out->face.centre && !meta)))
        out->face.indent = 1;
}

cj_shown cj_xlsx_shown(cj_arena *arena, const cj_style *style, unsigned look)
{
    cj_shown shown = { .face = cj_xlsx_face(style) };

    shown.face.size *= cj_xlsx_smaller(look / CJ_LOOK_SMALL);
    shown.link = (look & CJ_LOOK_LINK) != 0;
    shown.wrap = !(look & CJ_LOOK_RUNS_ON);
    shown.number_format = number_format(arena, style, look);
    set_place(style, look, &shown);
    return shown;
}

/* Parts are told from each other without colour too: struck, bold, underlined. */
cj_face cj_xlsx_part_face(const cj_style *style, unsigned small, unsigned marks)
{
    cj_face face = cj_xlsx_face(style);

    face.size *= cj_xlsx_smaller(small);
    if (marks & CJ_RICH_ASIDE) {
        face.size *= ASIDE_SIZE;
        face.ink = ASIDE_INK;
    }
    if (marks & (CJ_RICH_STRONG | CJ_RICH_NEW))
        face.bold = true;
    if (marks & CJ_RICH_NEW)
        face.ink = NEW_INK;
    if (marks & CJ_RICH_GONE) {
        face.strike = true;
        face.ink = GONE_INK;
    }
    return face;
}

/* libxlsxwriter escapes nothing in the parts, and takes two at least. */
bool cj_xlsx_parts_fit(cj_str text, const cj_book_rich *rich)
{
    size_t i;

    for (i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < 0x20 && text.p[i] != '\n')
            return false;
    return rich->n > 1 || (rich->n && rich->run[0].n < text.n);
}
