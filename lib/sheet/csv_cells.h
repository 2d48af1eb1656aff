/* csv_cells.h - makes cells of the fields and records that libcsv reports, within the limits. */
#ifndef CJ_SHEET_CSV_CELLS_H
#define CJ_SHEET_CSV_CELLS_H

#include "sheet/csv_ragged.h"
#include <cj/limits.h>

typedef struct cj_csv_cells {
    cj_arena *arena;
    const cj_limits *limits;
    cj_book *book;
    cj_sheet *sheet;
    cj_err *err;
    cj_rc rc;            /* CJ_ELIMIT once a limit is passed; nothing is added any more */
    uint32_t row, col;   /* of the field read last; col 0 at the start of a record */
    uint32_t used;       /* the last column with text in this record */
    bool after_cr;       /* the line end read last was a CR that an LF may belong to */
    size_t crlf, lf, cr; /* line ends between records */
    bool nul;
    cj_csv_block block;
    cj_str text; /* what is parsed */
    size_t at;   /* where its next field begins */
} cj_csv_cells;

/* Starts a new book with one sheet `name`, whose texts are views into `text` where they can be. */
void cj_csv_cells_init(cj_csv_cells *cells, cj_arena *arena, cj_str name, cj_str text,
                       const cj_limits *limits, cj_err *err);
/* The callbacks of libcsv; `context` is the cj_csv_cells. */
void cj_csv_cells_field(void *bytes, size_t n, void *context);
void cj_csv_cells_record(int end, void *context);
/* The next field would be longer than a cell may be. */
cj_rc cj_csv_cells_too_long(cj_csv_cells *cells);
/* After the last record. */
void cj_csv_cells_done(cj_csv_cells *cells);
/* The line end used most between records; CRLF where there is none. */
cj_str cj_csv_cells_newline(const cj_csv_cells *cells);

#endif
