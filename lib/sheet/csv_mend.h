/* csv_mend.h - writes a CSV text again with its stray quotes escaped, so that they are text. */
#ifndef CJ_SHEET_CSV_MEND_H
#define CJ_SHEET_CSV_MEND_H

#include <cj/arena.h>
#include <stdint.h>

#define CJ_MENDS 100u /* how many places are remembered */

typedef struct cj_csv_mends {
    struct cj_csv_mend {
        uint32_t row, col;
        bool unclosed; /* the opening quote had no end */
    } at[CJ_MENDS];
    size_t n;
} cj_csv_mends;

/* Rows and columns stay as they are; no character but quotes is added. */
cj_str cj_csv_mend(cj_arena *arena, cj_str text, char delimiter, cj_csv_mends *mends);

#endif
