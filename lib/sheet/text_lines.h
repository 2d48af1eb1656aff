/* text_lines.h - how much room a text takes in a cell, whatever program shows it. */
#ifndef CJ_SHEET_TEXT_LINES_H
#define CJ_SHEET_TEXT_LINES_H

#include <cj/lang.h>
#include <cj/str.h>

typedef struct cj_type {
    double size; /* of the font, in points */
    bool bold;
    cj_lang lang; /* whose fonts */
} cj_type;

#define CJ_TEXT_EM 100u /* widths are in hundredths of the font's size */

/* The longest line of the text where only its own breaks count, on the wide side. */
unsigned cj_text_width(cj_str text, const cj_type *type);
/* How many lines it takes where none may be wider than `room`: words stay whole while they fit,
 * wide characters part anywhere but before closing and behind opening marks. At least 1. */
unsigned cj_text_lines(cj_str text, const cj_type *type, unsigned room);
/* Points from one line to the next. */
double cj_text_leading(cj_str text, const cj_type *type);
/* What a text is measured in by Excel: UTF-16 units. */
size_t cj_text_units(cj_str text);

#endif
