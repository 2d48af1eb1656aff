/* window.h - the part of a sheet in which a map is looked for, as a dense grid of texts. */
#ifndef CJ_MAP_WINDOW_H
#define CJ_MAP_WINDOW_H

#include "map/phase.h"
#include "map/sense.h"

/* A map begins near the top left: people put it there, and looking no further keeps a sheet of a
 * million cells that is none from costing anything. */
enum { CJ_WINDOW_ROWS = 400, CJ_WINDOW_COLS = 60 };

typedef struct cj_window {
    cj_arena *arena;
    const cj_book *book;
    const cj_sheet *sheet;
    unsigned index;      /* of the sheet in the book */
    unsigned first;      /* the row with which it begins */
    unsigned rows, cols; /* first..rows, 1..cols are held */
    cj_range part;       /* only this is seen: the whole, or what one table may use of it */
    unsigned end;        /* the row in which stacked sections begin; past the part: none */
    cj_str *text;        /* trimmed; empty where a person sees nothing */
    unsigned char *value;          /* cj_value */
    unsigned *row_last, *col_last; /* the last filled column of a row, row of a column */
    cj_known known;                /* beside the vocabulary */
    const cj_sense **sense;        /* found when first asked for */
    bool *unplain;                 /* the vocabulary itself does not know it */
    cj_phase_name **phase;         /* the same */
    signed char *axis;             /* cj_axis + 2, 1: names none, 0: not asked yet */
    unsigned char *foreign;        /* 1: no, 2: yes, 0: not asked yet */
    unsigned *merge;               /* 1 + index into sheet->merges; 0: none */
} cj_window;

/* From the row `first` on. */
cj_window *cj_window_open(cj_arena *arena, const cj_book *book, unsigned sheet,
                          unsigned first);
/* Makes `arena` own it, which has taken over all that the arena it was opened in held. */
void cj_window_move(cj_window *w, cj_arena *arena);
/* Everything outside that part is empty from now on; what was found out of cells stays known. */
void cj_window_part(cj_window *w, cj_range part);
/* What is known beside the vocabulary, before the first sense is asked for: the labels of a
 * configuration (NULL: none), and the names that stand above the table. */
void cj_window_know(cj_window *w, const cj_config *config);
void cj_window_names(cj_window *w);                                    /* the names alone */
cj_str cj_window_text(const cj_window *w, unsigned row, unsigned col); /* empty outside */
/* What it means without the second pass, which costs more; NULL: nothing. */
const cj_sense *cj_window_plain(cj_window *w, unsigned row, unsigned col);
const cj_sense *cj_window_sense(cj_window *w, unsigned row, unsigned col);
const cj_phase_name *cj_window_phase(cj_window *w, unsigned row, unsigned col);
const cj_range *cj_window_merge(const cj_window *w, unsigned row,
                                unsigned col);                /* or NULL */
int cj_window_axis(cj_window *w, unsigned row, unsigned col); /* cj_axis, or -1 */
/* A label of other kinds of sheet, or of a sheet about a person: ID, price, age. */
bool cj_window_foreign(cj_window *w, unsigned row, unsigned col);
/* The cell holds a number, a date, or a text that is nothing else. */
bool cj_window_figure(const cj_window *w, unsigned row, unsigned col);
unsigned cj_window_filled(const cj_window *w, unsigned row); /* cells with text in a row */

/* The format under which a number looks like that text: +1, or −2 with the minus of mathematics, as scores
 * are written; empty: it is no such text. A curve can be drawn of numbers only. */
cj_str cj_signed_format(cj_str text, double *value);
/* The format under which every number looks like that text, a face; empty: there is none. */
cj_str cj_literal_format(cj_arena *arena, cj_str text);
/* What a person sees in a cell of any sheet, trimmed. */
cj_str cj_seen(cj_arena *arena, const cj_book *book, const cj_book_cell *cell);

/* The window with its axes exchanged where the phases run down: i runs along the axis of the
 * elements, j along that of the phases. */
typedef struct cj_view {
    cj_window *w;
    bool down;
} cj_view;

unsigned cj_view_rows(const cj_view *v); /* the last i */
unsigned cj_view_cols(const cj_view *v); /* the last j */
cj_str cj_view_text(const cj_view *v, unsigned i, unsigned j);
const cj_sense *cj_view_plain(const cj_view *v, unsigned i, unsigned j);
unsigned cj_view_last(const cj_view *v, unsigned i); /* the last j with text in line i */
const cj_sense *cj_view_sense(const cj_view *v, unsigned i, unsigned j);
const cj_phase_name *cj_view_phase(const cj_view *v, unsigned i, unsigned j);
int cj_view_axis(const cj_view *v, unsigned i, unsigned j);
bool cj_view_foreign(const cj_view *v, unsigned i, unsigned j);
bool cj_view_figure(const cj_view *v, unsigned i, unsigned j);
/* The merged area over (i, j) in the view's own axes; false: none. */
bool cj_view_merge(const cj_view *v, unsigned i, unsigned j, cj_range *out);
cj_span cj_view_span(const cj_view *v, unsigned i, unsigned j);

#endif
