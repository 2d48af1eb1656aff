/* xlsx_faces.h - how the cells of a new workbook look, by what they are for. */
#ifndef CJ_SHEET_XLSX_FACES_H
#define CJ_SHEET_XLSX_FACES_H

#include <cj/book.h>

typedef enum cj_edge {
    CJ_EDGE_NONE,
    CJ_EDGE_BOX,
    CJ_EDGE_BELOW
} cj_edge; /* lines around */

typedef enum cj_wrap {
    CJ_WRAP,       /* at the column's edge */
    CJ_WRAP_BESIDE /* a line of its own: runs on over empty cells to its right */
} cj_wrap;

typedef struct cj_face {
    double size; /* of the font, in points */
    uint32_t ink;
    uint32_t paper; /* CJ_PAPER_NONE: as it is */
    bool bold, italic, strike;
    bool centre; /* across */
    bool middle; /* upright; else the text begins at the top */
    cj_wrap wrap;
    cj_edge edge;
    unsigned char indent;
} cj_face;

#define CJ_PAPER_NONE 0xff000000u

cj_face cj_xlsx_face(const cj_style *style);
/* One that stands on every machine with Excel, and has a twin where there is none. */
const char *cj_xlsx_font(cj_lang lang);

#endif
