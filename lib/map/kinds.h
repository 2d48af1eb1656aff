/* kinds.h - other kinds of sheet than a journey map, known by their headers. */
#ifndef CJ_MAP_KINDS_H
#define CJ_MAP_KINDS_H

#include <cj/book.h>

typedef struct cj_kind {
    cj_text
        says; /* of a sheet that is nothing like a map; {0}: its place, {1}: its headers */
    cj_text
        near; /* of one that comes near; {1}: the labels of a map in it, {2}: its headers */
    cj_str words;      /* the headers that say so, as written: "Priority, Sprint" */
    unsigned row, col; /* where they begin */
} cj_kind;

/* What a sheet looks like by one of its first rows or by its first column; false: nothing that we
 * know. */
bool cj_kind_of_sheet(cj_arena *arena, const cj_book *book, unsigned sheet, cj_kind *out);

/* How many of the labels of a table are headers of another kind, those not counted that are
 * elements of a map; 0 where the labels together are no such kind. */
unsigned cj_kind_words(cj_arena *arena, const cj_str *label, const bool *element,
                       unsigned n);

#endif
