/* xlsx_faces.c - the table of roles: fonts, fills and lines of a new workbook. */
#include "sheet/xlsx_faces.h"

/* The tints differ in lightness as well as in hue, so that they still part in grey print; ink on
 * them has a contrast of more than 7 to 1, of samples more than 5. */
#define INK 0x262626u
#define NAVY 0x1f3864u
#define GREY 0x666666u
#define PHASE_TINT 0xd6e3f3u
#define GROUP_TINT 0xb8cce6u
#define LABEL_TINT 0xecf1f8u
#define COLUMN_TINT 0xe2e2dcu
#define META_TINT 0xf2f2f2u
#define STEP_TINT 0xf5f8fcu

static const cj_face faces[CJ_N_ROLES] = {
    [CJ_ROLE_NONE] = { .size = 10, .ink = 0, .paper = CJ_PAPER_NONE },
    [CJ_ROLE_TITLE] = { .size = 16,
                        .ink = NAVY,
                        .paper = CJ_PAPER_NONE,
                        .bold = true,
                        .middle = true,
                        .wrap = CJ_WRAP_BESIDE },
    [CJ_ROLE_META_LABEL] = { .size = 10,
                             .ink = INK,
                             .paper = META_TINT,
                             .bold = true,
                             .edge = CJ_EDGE_BOX },
    [CJ_ROLE_META] = { .size = 10,
                       .ink = INK,
                       .paper = CJ_PAPER_NONE,
                       .edge = CJ_EDGE_BOX },
    [CJ_ROLE_CORNER] = { .size = 10,
                         .ink = INK,
                         .paper = PHASE_TINT,
                         .bold = true,
                         .middle = true,
                         .edge = CJ_EDGE_BOX },
    [CJ_ROLE_PHASE] = { .size = 11,
                        .ink = NAVY,
                        .paper = PHASE_TINT,
                        .bold = true,
                        .centre = true,
                        .middle = true,
                        .edge = CJ_EDGE_BOX },
    [CJ_ROLE_GROUP] = { .size = 10,
                        .ink = NAVY,
                        .paper = GROUP_TINT,
                        .bold = true,
                        .centre = true,
                        .middle = true,
                        .edge = CJ_EDGE_BOX },
    [CJ_ROLE_LABEL] = { .size = 10,
                        .ink = INK,
                        .paper = LABEL_TINT,
                        .bold = true,
                        .edge = CJ_EDGE_BOX },
    [CJ_ROLE_CELL] = { .size = 10,
                       .ink = INK,
                       .paper = CJ_PAPER_NONE,
                       .edge = CJ_EDGE_BOX },
    [CJ_ROLE_SCORE] = { .size = 10,
                        .ink = INK,
                        .paper = CJ_PAPER_NONE,
                        .centre = true,
                        .middle = true,
                        .edge = CJ_EDGE_BOX },
    [CJ_ROLE_SAMPLE] = { .size = 10,
                         .ink = GREY,
                         .paper = CJ_PAPER_NONE,
                         .italic = true,
                         .edge = CJ_EDGE_BOX },
    [CJ_ROLE_SECTION] = { .size = 12,
                          .ink = NAVY,
                          .paper = CJ_PAPER_NONE,
                          .bold = true,
                          .middle = true,
                          .wrap = CJ_WRAP_BESIDE },
    [CJ_ROLE_COLUMN] = { .size = 10,
                         .ink = INK,
                         .paper = COLUMN_TINT,
                         .bold = true,
                         .middle = true,
                         .edge = CJ_EDGE_BOX },
    [CJ_ROLE_FIELD] = { .size = 10,
                        .ink = INK,
                        .paper = CJ_PAPER_NONE,
                        .edge = CJ_EDGE_BOX },
    [CJ_ROLE_HEADING] = { .size = 13,
                          .ink = NAVY,
                          .paper = CJ_PAPER_NONE,
                          .bold = true,
                          .middle = true,
                          .wrap = CJ_WRAP_BESIDE,
                          .edge = CJ_EDGE_BELOW },
    [CJ_ROLE_STEP] = { .size = 11,
                       .ink = INK,
                       .paper = STEP_TINT,
                       .bold = true,
                       .middle = true },
    [CJ_ROLE_TEXT] = { .size = 11, .ink = INK, .paper = CJ_PAPER_NONE, .indent = 1 },
};

cj_face cj_xlsx_face(const cj_style *style)
{
    cj_face f = faces[(unsigned)style->role < CJ_N_ROLES ? style->role : CJ_ROLE_NONE];

    f.bold = f.bold || style->bold;
    f.strike = style->strike;
    if (style->has_fill)
        f.paper = style->fill & 0xffffffu;
    return f;
}

/* Arial's widths are those of Liberation Sans, so that lines break alike in LibreOffice. */
const char *cj_xlsx_font(cj_lang lang)
{
    return lang == CJ_JA ? "游ゴシック" : "Arial";
}
