/* xlsx_look.h - how a cell of a new sheet is shown: its face, and what its value adds to that. */
#ifndef CJ_SHEET_XLSX_LOOK_H
#define CJ_SHEET_XLSX_LOOK_H

#include "sheet/xlsx_faces.h"
#include "sheet/xlsx_rows.h"

/* What a style alone does not say about a cell. From CJ_LOOK_SMALL on: the step of smaller letters. */
enum {
    CJ_LOOK_RUNS_ON = 1,
    CJ_LOOK_LINK = 2,
    CJ_LOOK_DATE = 4,
    CJ_LOOK_TIME = 8,
    CJ_LOOK_NUMBER = 16,
    CJ_LOOK_SMALL = 32,
    CJ_N_LOOKS = CJ_LOOK_SMALL * CJ_XLSX_SMALLER
};

#define CJ_LINK_INK 0x0563c1u
#define CJ_EDGE_INK 0xbfbfbfu

typedef enum cj_side { CJ_SIDE_USUAL, CJ_SIDE_LEFT, CJ_SIDE_CENTRE, CJ_SIDE_RIGHT } cj_side;

typedef struct cj_shown {
    cj_face face; /* with the size and the indent that it comes to */
    bool link, wrap;
    const char *number_format; /* NULL: as it is */
    cj_side side;
} cj_shown;

/* Of cell i. */
unsigned cj_xlsx_look(const cj_book *book, const cj_sheet *sheet, const cj_measures *m,
                      size_t i);
cj_shown cj_xlsx_shown(cj_arena *arena, const cj_style *style, unsigned look);
/* The letters of a part of a text, by its CJ_RICH_… marks. */
cj_face cj_xlsx_part_face(const cj_style *style, unsigned small, unsigned marks);
/* Whether the parts of a text can be written one by one: there are two at least, and none has what must be
 * escaped. */
bool cj_xlsx_parts_fit(cj_str text, const cj_book_rich *rich);
#endif
