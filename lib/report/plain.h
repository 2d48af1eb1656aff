/* plain.h - what the files that write maps as lines share. */
#ifndef CJ_REPORT_PLAIN_H
#define CJ_REPORT_PLAIN_H

#include <cj/plain.h>
#include "base/buf.h"

typedef struct cj_plain {
    cj_arena *arena;
    cj_buf out;
    const cj_map *map;
    cj_lang lang;
    cj_str among; /* which of several maps; empty: the only one */
} cj_plain;

/* "== title": what follows is about that. */
void cj_plain_head(cj_plain *w, cj_str title);
/* "of × what × which: text"; empty ones are left out; nothing where the text is empty. */
void cj_plain_line(cj_plain *w, cj_str of, cj_str what, cj_str which, cj_str text);
/* On one line, in one way of writing. */
cj_str cj_plain_text(cj_arena *arena, cj_str text);
/* The same of a date field: 2025-06-03, where that is all it says. */
cj_str cj_plain_date(cj_plain *w, cj_str text);
cj_str cj_plain_word(const cj_plain *w, cj_text word);

/* The cells of a sheet, with their places. */
void cj_plain_sheet(cj_plain *w, const cj_book *book, unsigned sheet);
/* All tables of the map. */
void cj_plain_sections(cj_plain *w);

#endif
