/* relaid.h - the places of a book before and after it was laid out anew. */
#ifndef CJ_REPORT_RELAID_H
#define CJ_REPORT_RELAID_H

#include <cj/relaid.h>

typedef struct cj_relaying {
    cj_arena *arena;
    cj_lang lang;
    const cj_book *old;
    const cj_maps *maps;
    const cj_layout *layout;
} cj_relaying;

/* "B3", "Map!B3"; of a CSV never with the sheet. */
cj_str cj_relaid_place(cj_arena *arena, const cj_book *book, unsigned sheet, unsigned row,
                       unsigned col, bool with_sheet);
/* Where a move starts: "B3", "B3 (comment)"; with the sheet: "Map!B3". */
cj_str cj_relaid_from(const cj_relaying *r, const cj_move *m, bool sheet);
/* Where it ends: the sheet is named where it has another name than the old one. */
cj_str cj_relaid_to(const cj_relaying *r, const cj_move *m);
/* The text that it moves, as people see it. */
cj_str cj_relaid_text(const cj_relaying *r, const cj_move *m);
/* "行動 × 導入期" of a cell of a map, else empty. */
cj_str cj_relaid_about(const cj_relaying *r, const cj_move *m);
/* A line of a diff: '-' stood there before, '+' stands there now, ' ' both, '@' says where. */
void cj_relaid_line(cj_arena *arena, cj_report *report, char mark, cj_str line);

#endif
