/* xls_take.h - what the child that reads a .xls says, and how the parent makes a book of it. */
#ifndef CJ_SHEET_XLS_TAKE_H
#define CJ_SHEET_XLS_TAKE_H

#include <cj/book.h>
#include <cj/limits.h>

/* Kinds of frames. One BOOK, its STYLEs, each SHEET with its CELLs, one LOST at the end; or a
 * FAILURE. Numbers stand as the machine has them: both ends are the same program. */
enum {
    CJ_XLS_BOOK = 1, /* a byte: the 1904 date system */
    CJ_XLS_STYLE,    /* a byte: a date; the number format */
    CJ_XLS_SHEET,    /* two bytes: state and kind; the name */
    CJ_XLS_CELL,     /* cj_xls_cell; the text */
    CJ_XLS_EXTRA,    /* cj_xls_extra; before LOST */
    CJ_XLS_LOST,     /* cj_xls_lost */
    CJ_XLS_FAILURE   /* a byte: cj_xls_failure */
};

typedef struct cj_xls_cell {
    double number;
    uint32_t row, col; /* from 1 */
    uint32_t style;
    uint8_t value, flags;
    uint8_t unused[2];
} cj_xls_cell;

typedef struct cj_xls_extra {
    uint32_t kind, other; /* cj_extra_kind, cj_other */
    uint32_t sheet, n;
} cj_xls_extra;

typedef struct cj_xls_lost {
    uint32_t formulas, others; /* cells that have a value which nobody could read */
} cj_xls_lost;

typedef enum cj_xls_failure {
    CJ_XLS_NO_WORKBOOK,
    CJ_XLS_PASSWORD,
    CJ_XLS_DAMAGED,
    CJ_XLS_UNREADABLE,
    CJ_XLS_TOO_MANY,
    CJ_XLS_N_FAILURES
} cj_xls_failure;

typedef struct cj_xls_taker {
    cj_arena *arena;
    const cj_limits *limits;
    cj_book *book;
    cj_xls_lost lost;
    bool whole; /* LOST came, which is the last */
} cj_xls_taker;

/* A frame, of which nothing is believed. */
cj_rc cj_xls_take(cj_xls_taker *taker, uint8_t kind, cj_str payload, cj_err *err);
/* The book, once it is whole; NULL: it is not. */
cj_book *cj_xls_finish(cj_xls_taker *taker);
cj_rc cj_xls_refuse(cj_err *err, cj_xls_failure why);

#endif
