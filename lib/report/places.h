/* places.h - where something stands in its file, as people look it up. */
#ifndef CJ_REPORT_PLACES_H
#define CJ_REPORT_PLACES_H

#include <cj/map.h>

/* Of a CSV, counted when the first place is asked for. */
typedef struct cj_lines {
    unsigned *first;  /* line of each row, from row 1 */
    unsigned *broken; /* the line breaks in front of each cell in its row */
} cj_lines;

/* Places of one file, as people look them up: map.xlsx:Sheet!C8, map.csv:12:3 (C8). */
typedef struct cj_places {
    cj_arena *arena;
    cj_str path;
    const cj_book *book;
    cj_lines *lines; /* NULL: not a CSV */
} cj_places;

cj_places cj_places_of(cj_arena *arena, cj_str path, const cj_book *book);
/* The file's name: folders of the one who made a report are no business of those who read it. */
cj_str cj_place_file(cj_str path);
/* For editors: the line and the field of a CSV, the row and column of a sheet. */
cj_pos cj_place_of(const cj_places *places, const cj_span *at);

#endif
