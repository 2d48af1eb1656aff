/* cj/limits.h - how much of a hostile file is read before it is refused (CJ_ELIMIT). */
#ifndef CJ_LIMITS_H
#define CJ_LIMITS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Every bound is on what was really seen, never on what a file declares about itself. */
typedef struct cj_limits {
    size_t file_bytes;     /* size of one input */
    size_t inflated_bytes; /* all members of one workbook, inflated */
    size_t expansion;      /* inflated bytes per byte of the file, once past 64 MiB */
    size_t string_bytes;   /* text of all cells and shared strings of one book */
    size_t cells;          /* non-empty cells of one book */
    size_t sheets;
    size_t entries;       /* members of one archive */
    size_t depth;         /* nesting of XML elements */
    size_t attributes;    /* of one XML element */
    size_t cell_bytes;    /* UTF-8 bytes of one cell's text */
    size_t rows, columns; /* the last row and column that a cell may stand in */
    size_t side;          /* merges, notes, links, hidden ranges: each list of one sheet */
    unsigned xls_seconds; /* processor time of the isolated .xls reader */
} cj_limits;

/* 1 GiB file, 1 GiB inflated, 100-fold, 256 MiB text, 20M cells, 10k sheets, 100k entries, depth 256,
 * 1k attributes, 4 MiB a cell, 1,048,576 rows, 16,384 columns, 1M side entries, 10 s. */
cj_limits cj_limits_default(void);

#ifdef __cplusplus
}
#endif
#endif
