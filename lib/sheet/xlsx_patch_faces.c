/* xlsx_patch_faces.c - the looks of a new sheet as formats of a workbook that has its own. */
#include "base/number.h"
#include "sheet/number_format.h"
#include "sheet/xlsx_look.h"
#include "sheet/xlsx_patch_styles.h"
#include <math.h>

#define CALIBRI_DIGIT 7.0

/* ---- letters ---------------------------------------------------------------------------------------- */

static void put_colour(cj_buf *to, cj_str prefix, uint32_t ink)
{
    if (ink)
        cj_buf_fmt(to, "<" CJ_FMT "color rgb=\"FF%06X\"/>", CJ_ARG(prefix), (unsigned)ink);
    else
        cj_buf_fmt(to, "<" CJ_FMT "color theme=\"1\"/>", CJ_ARG(prefix));
}

void cj_face_letters(cj_buf *to, cj_str prefix, const char *name, const cj_face *face,
                     cj_lang lang, bool link)
{
    static const char *const marks[] = { "b", "i", "strike", "u" };
    bool on[] = { face->bold, face->italic, face->strike, link };
    size_t i;

    for (i = 0; i < sizeof on / sizeof *on; i++)
        if (on[i])
            cj_buf_fmt(to, "<" CJ_FMT "%s/>", CJ_ARG(prefix), marks[i]);
    cj_buf_fmt(to, "<" CJ_FMT "sz val=\"" CJ_FMT "\"/>", CJ_ARG(prefix),
               CJ_ARG(cj_number_text(to->arena, face->size)));
    put_colour(to, prefix, link ? CJ_LINK_INK : face->ink);
    cj_buf_fmt(to, "<" CJ_FMT "%s val=\"%s\"/>", CJ_ARG(prefix), name, cj_xlsx_font(lang));
    cj_buf_fmt(to, "<" CJ_FMT "family val=\"2\"/>", CJ_ARG(prefix));
    if (lang == CJ_JA)
        cj_buf_fmt(to, "<" CJ_FMT "charset val=\"128\"/>", CJ_ARG(prefix));
}

static uint32_t font(cj_patch_styles *s, const cj_shown *shown, cj_lang lang)
{
    cj_buf b;

    cj_buf_init(&b, s->arena);
    cj_style_xml(s, &b, "<font>");
    cj_face_letters(&b, s->prefix, "name", &shown->face, lang, shown->link);
    cj_style_xml(s, &b, "</font>");
    return cj_style_put(s, CJ_S_FONTS, cj_buf_str(&b));
}

/* Narrow fonts have digits of half an em, others a little more; 7 pixels of Calibri 11, 8 of 游ゴシック 11. */
double cj_style_digit(const cj_patch_styles *s)
{
    cj_str name = CJ_STR("Calibri");
    double size = 11;
    cj_raw_reader in;
    cj_raw piece;
    bool narrow;

    if (!s->list[CJ_S_FONTS].n)
        return CALIBRI_DIGIT;
    cj_raw_of_bytes(s->arena, s->part, s->list[CJ_S_FONTS].item[0], s->limits, &in);
    while (cj_raw_next(&in, &piece, NULL) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (cj_raw_is(&piece, "name"))
            name = cj_raw_attr(s->arena, &piece, "val");
        if (cj_raw_is(&piece, "sz"))
            cj_number_parse(cj_raw_attr(s->arena, &piece, "val"), &size);
    }
    narrow = cj_str_starts(name, CJ_STR("Calibri")) || cj_str_starts(name, CJ_STR("Aptos"));
    if (!(size >= 6 && size <= 72))
        return CALIBRI_DIGIT;
    return floor(size / 0.75 * (narrow ? 0.507 : 0.556) + 0.5);
}

/* ---- lines ------------------------------------------------------------------------------------------ */

static uint32_t border(cj_patch_styles *s, cj_edge edge)
{
    static const char *const sides[] = { "left", "right", "top", "bottom" };
    cj_str x = s->prefix;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, s->arena);
    cj_style_xml(s, &b, "<border>");
    for (i = 0; i < sizeof sides / sizeof *sides; i++) {
        bool line = edge == CJ_EDGE_BOX || (edge == CJ_EDGE_BELOW && i == 3);

        cj_buf_fmt(&b, "<" CJ_FMT "%s", CJ_ARG(x), sides[i]);
        if (line)
            cj_buf_fmt(&b,
                       " style=\"thin\"><" CJ_FMT "color rgb=\"FF%06X\"/></" CJ_FMT "%s>",
                       CJ_ARG(x), CJ_EDGE_INK, CJ_ARG(x), sides[i]);
        else
            cj_buf_z(&b, "/>");
    }
    cj_style_xml(s, &b, "<diagonal/></border>");
    return cj_style_put(s, CJ_S_BORDERS, cj_buf_str(&b));
}

/* ---- formats ---------------------------------------------------------------------------------------- */

/* Excel knows an indent only from a side. */
static void put_alignment(const cj_patch_styles *s, cj_buf *b, const cj_shown *shown)
{
    static const char *const sides[] = { "", "left", "center", "right" };
    cj_side side =
        shown->face.indent && shown->side != CJ_SIDE_RIGHT ? CJ_SIDE_LEFT : shown->side;

    cj_style_xml(s, b, "<alignment");
    if (side != CJ_SIDE_USUAL)
        cj_buf_fmt(b, " horizontal=\"%s\"", sides[side]);
    cj_buf_fmt(b, " vertical=\"%s\"", shown->face.middle ? "center" : "top");
    if (shown->wrap)
        cj_buf_z(b, " wrapText=\"1\"");
    if (shown->face.indent)
        cj_buf_fmt(b, " indent=\"%u\"", (unsigned)shown->face.indent);
    cj_buf_z(b, "/>");
}

static uint32_t code_id(cj_patch_styles *s, const char *code)
{
    cj_str text = cj_str_of(code);

    return !text.n || cj_str_eq(text, CJ_STR("General")) ? 0 : cj_style_code_put(s, text);
}

static uint32_t put_face(cj_patch_styles *s, const cj_style *style, unsigned look,
                         cj_lang lang)
{
    cj_shown shown = cj_xlsx_shown(s->arena, style, look);
    bool paper = shown.face.paper != CJ_PAPER_NONE;
    cj_style known = { .has_fill = paper, .fill = shown.face.paper };
    uint32_t code = code_id(s, shown.number_format), edge;
    cj_buf b;

    known.date = cj_number_format_is_date(cj_str_of(shown.number_format));
    edge = border(s, shown.face.edge);
    cj_buf_init(&b, s->arena);
    cj_style_xml(s, &b, "<xf");
    cj_buf_fmt(&b, " numFmtId=\"%u\" fontId=\"%u\" fillId=\"%u\" borderId=\"%u\"%s",
               (unsigned)code, (unsigned)font(s, &shown, lang),
               (unsigned)cj_style_fill_put(s, paper ? known.fill : CJ_NO_FILL),
               (unsigned)edge, s->parents ? " xfId=\"0\"" : "");
    cj_buf_fmt(&b, "%s applyFont=\"1\"%s%s applyAlignment=\"1\">",
               code ? " applyNumberFormat=\"1\"" : "", paper ? " applyFill=\"1\"" : "",
               shown.face.edge != CJ_EDGE_NONE ? " applyBorder=\"1\"" : "");
    put_alignment(s, &b, &shown);
    cj_style_xml(s, &b, "</xf>");
    return cj_style_format_put(s, cj_buf_str(&b), &known);
}

uint32_t cj_patch_style_face(cj_patching *p, const cj_book *from, uint32_t style,
                             unsigned look)
{
    cj_patch_styles *s = p->styles;
    size_t at = style < from->n_styles ? style : 0;
    uint32_t *made;

    if (s->from != from) {
        s->from = from;
        s->face = CJ_NEW_N(s->arena, uint32_t, from->n_styles * CJ_N_LOOKS);
    }
    made = &s->face[at * CJ_N_LOOKS + look % CJ_N_LOOKS];
    if (!*made && cj_style_grows(s))
        *made = put_face(s, &from->styles[at], look, from->lang) + 1;
    return *made ? *made - 1 : 0;
}
