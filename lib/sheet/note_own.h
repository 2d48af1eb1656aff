/* note_own.h - notes in which people and we write: what is whose. */
#ifndef CJ_SHEET_NOTE_OWN_H
#define CJ_SHEET_NOTE_OWN_H

#include <cj/arena.h>
#include <cj/str.h>

/* What people wrote in a note: all that stands above our line. */
cj_str cj_note_theirs(cj_str note);
/* The note with `ours` below the line in place of what stood there; empty: without the line. */
cj_str cj_note_with(cj_arena *arena, cj_str note, cj_str ours);

#endif
