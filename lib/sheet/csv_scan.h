/* csv_scan.h - walks the fields of a CSV text as they stand in it, whatever its quotes are. */
#ifndef CJ_SHEET_CSV_SCAN_H
#define CJ_SHEET_CSV_SCAN_H

#include <cj/str.h>
#include <stdint.h>

/* One field, as bytes of the text. */
typedef struct cj_csv_field {
    size_t from, to; /* with its quotes, without the delimiter */
    size_t close;    /* where it is quoted: its closing quote, or `to` if there is none */
    uint32_t row, col;
    bool quoted;
    bool stray;    /* has a quote where CSV allows none; it is read as text */
    bool unclosed; /* its opening quote has no end */
    bool last;     /* of its record */
} cj_csv_field;

typedef struct cj_csv_scan {
    cj_str text;
    char delimiter;
    size_t at;
    uint32_t row, col; /* of the field read last */
    bool more;         /* a delimiter was read, so that a field must follow */
} cj_csv_scan;

void cj_csv_scan_init(cj_csv_scan *scan, cj_str text, char delimiter);
/* False at the end. All fields together take linear time. */
bool cj_csv_scan_next(cj_csv_scan *scan, cj_csv_field *out);
/* The row and column of the field that byte `at` of the text belongs to. */
void cj_csv_place(cj_str text, char delimiter, size_t at, uint32_t *row, uint32_t *col);

#endif
