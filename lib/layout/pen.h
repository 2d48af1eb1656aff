/* pen.h - writing the standard book: cells with their roles, and where each text came from. */
#ifndef CJ_LAYOUT_PEN_H
#define CJ_LAYOUT_PEN_H

#include <cj/layout.h>

/* Writes one sheet of the new book. Sheets are named by their index: adding one moves them. */
typedef struct cj_pen {
    cj_arena *arena;
    const cj_layout_options *options;
    cj_layout *out;
    const cj_map *map; /* that is written just now */
    cj_lang lang;
    unsigned sheet;
    unsigned row;   /* the next free one */
    cj_str heads;   /* the headers of the phases, as a formula; empty: not known yet */
    cj_str *owners; /* too many for a list in one text */
    size_t n_owners;
    unsigned
        *copied; /* by old sheet: the new one that is its copy, counted from 1; 0: none */
} cj_pen;

cj_sheet *cj_pen_sheet(const cj_pen *p);
/* A sheet of that name (a legal one like it), on which writing goes on. */
void cj_pen_new_sheet(cj_pen *p, cj_str name);

/* Adds a cell; an empty text gives a cell that only has a look. */
cj_book_cell *cj_pen_put(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text);
/* The same for a text of the old book that stands there unchanged: numbers, dates and switches stay what
 * they are; in a CSV, which has no formats, they are written as they were shown. */
cj_book_cell *cj_pen_copy(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text,
                          cj_span from);
/* The value of a cell of the old book as it is; dates count from 1900 in the new one. */
void cj_pen_take(cj_book_cell *to, const cj_book *book, const cj_book_cell *from);
/* A number or a date, where the text is exactly that; false: it is not, nothing is written. */
bool cj_pen_number(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text);
/* Also one with a sign, in a workbook: +1. */
bool cj_pen_score(cj_pen *p, unsigned row, unsigned col, const cj_cell *cell);
bool cj_pen_is_number(cj_str text, double *value);
bool cj_pen_date(cj_pen *p, unsigned row, unsigned col, cj_role role, cj_str text);

/* The number format that is kept of an old style; empty: the usual one. */
cj_str cj_pen_format(const cj_style *style);
/* Notes that the cell at `from` of the old book went to that place. Nowhere (row 0) is no place. */
void cj_pen_from(cj_pen *p, cj_span from, unsigned row, unsigned col, cj_move_kind kind);

/* The whole text of a cell of the old book, as a person sees it; empty for nowhere. */
cj_str cj_pen_seen(const cj_pen *p, cj_span at);
/* The text as it will be read back from the new book. */
cj_str cj_pen_shown(const cj_pen *p, cj_span at, cj_str text);
/* "='Map'!$B$18:$E$18": cells of the sheet at hand, for a list to choose from. */
cj_str cj_pen_range(const cj_pen *p, cj_range r);
void cj_pen_width(cj_pen *p, unsigned col, double width);
void cj_pen_note(cj_pen *p, unsigned row, unsigned col, cj_str text);
/* That cell can have no other link: it has one, or its sheet has as many as can be. */
bool cj_pen_linked(const cj_pen *p, unsigned sheet, unsigned row, unsigned col);
void cj_pen_link(cj_pen *p, unsigned sheet, cj_range at, cj_str target);
void cj_pen_choice(cj_pen *p, cj_range at, const cj_str *words, size_t n, cj_str from,
                   cj_str title, cj_str hint);

#endif
