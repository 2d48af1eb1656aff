/* xlsx_escape.h - text as the parts of a workbook can hold it: _xHHHH_ for what XML cannot. */
#ifndef CJ_SHEET_XLSX_ESCAPE_H
#define CJ_SHEET_XLSX_ESCAPE_H

#include "base/buf.h"

/* For cells, NUL-terminated: libxlsxwriter itself escapes control characters there, but neither
 * NUL, nor what is no character, nor text that looks like an escape. */
const char *cj_xlsx_cell_text(cj_arena *arena, cj_str text);
/* For the parts that are written here: as the content of an element, all that cannot stand there escaped. */
void cj_xlsx_put_text(cj_buf *to, cj_str text);
/* For notes, where it escapes nothing; blanks at the ends too, which would be dropped. */
const char *cj_xlsx_note_text(cj_arena *arena, cj_str text);
/* For titles and hints: control characters become spaces; at most `units` UTF-16 units. */
const char *cj_xlsx_plain_text(cj_arena *arena, cj_str text, size_t units);
/* A chart's title: never taken for a formula. */
const char *cj_xlsx_title(cj_arena *arena, cj_str text);
/* The text for those who cannot see a chart: shortened where it is too long for libxlsxwriter,
 * but never at its end, which says whose it is. */
const char *cj_xlsx_about(cj_arena *arena, cj_str text);

#endif
