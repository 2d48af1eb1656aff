/* csv_form.h - finds out how a CSV was written: its "sep=" line and its delimiter. */
#ifndef CJ_SHEET_CSV_FORM_H
#define CJ_SHEET_CSV_FORM_H

#include <cj/str.h>

typedef struct cj_csv_shape {
    char delimiter;
    bool sep_line; /* the first line says "sep=;" and is no record */
    size_t body;   /* where the records begin */
} cj_csv_shape;

/* `forced` is the delimiter that the user named, or 0. One column only: a comma. */
cj_csv_shape cj_csv_shape_of(cj_str text, char forced);

#endif
