/* note_text.h - which part of a note's text is ours. */
#ifndef CJ_SHEET_NOTE_TEXT_H
#define CJ_SHEET_NOTE_TEXT_H

#include <cj/edit.h>

/* Bytes of a note's text that are gone when ours is taken away: with the line break between it and what people
 * wrote. */
typedef struct cj_note_cut {
    size_t from, to;
} cj_note_cut;

enum { CJ_NOTE_MOST = 32767 }; /* UTF-16 units that Excel keeps */

/* Where ours stands in the text, at `at` or behind it; false: nowhere. */
bool cj_note_find(cj_str text, size_t at, cj_note_cut *out);
/* What comes behind what people wrote (`own`), with the line break between: a line, `ours`, a line. Empty:
 * `ours` is, or there is no room. */
cj_str cj_note_block(cj_arena *arena, cj_str own, cj_str ours);
size_t cj_note_units(cj_str text);

#endif
