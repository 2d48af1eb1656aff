/* xlsx_patch_notes.h - what the rooms share that make edits in the notes of a sheet. */
#ifndef CJ_SHEET_XLSX_PATCH_NOTES_H
#define CJ_SHEET_XLSX_PATCH_NOTES_H

#include "sheet/xlsx_patch.h"

/* One edit of a note, and what came of it. */
typedef struct cj_note_job {
    const cj_edit *edit;
    cj_str text;     /* all that stands in the note in the end */
    bool came, gone; /* the note itself */
    bool longer;     /* it was there and holds more */
} cj_note_job;

/* ---- xlsx_patch_notes_text.c: the <text> of one note ------------------------------------------- */

typedef struct cj_note_text {
    cj_str was, is; /* what a person reads */
    cj_str xml;     /* all of the element as it becomes */
    bool gone;      /* nothing is left where ours was taken away */
} cj_note_text;

/* `xml` is "<text>…</text>". What people wrote keeps its bytes: runs, letters, furigana. */
cj_rc cj_note_text_edit(cj_arena *arena, const cj_limits *limits, cj_str part, cj_str xml,
                        cj_str ours, cj_note_text *out, cj_err *err);
/* Of a note in which nothing else stands. `prefix` is of all names ("", "x:"). */
void cj_note_text_new(cj_arena *arena, cj_str prefix, cj_str ours, cj_note_text *out);

/* ---- xlsx_patch_notes_part.c: the part with the notes of a sheet -------------------------------- */

/* `xml` is all of it, empty: there is none. *out is empty where no note is left. A new one has the names of a
 * strict workbook. */
cj_rc cj_notes_part_edit(cj_arena *arena, const cj_limits *limits, cj_str part, cj_str xml,
                         bool strict, cj_note_job *job, size_t n, cj_str *out, cj_err *err);

/* ---- xlsx_patch_notes_box.c: where the boxes go that notes are read in --------------------------- */

typedef struct cj_note_sizes cj_note_sizes; /* of columns and rows, in pixels */

/* What the notes of a sheet need to know of it. */
typedef struct cj_note_sheet {
    const cj_note_sizes *sizes;
    cj_str drawing;  /* r:id of legacyDrawing; empty: it has none */
    cj_str relation; /* what stands for "r:"; empty: nothing does */
    bool strict;
} cj_note_sheet;

cj_rc cj_note_sheet_read(cj_patching *p, cj_str part, cj_note_sheet *out, cj_err *err);
/* "1, 15, 0, 2, 3, 31, 4, 1": beside the cell, big enough for the text, on the sheet. */
cj_str cj_note_anchor(cj_arena *arena, const cj_note_sizes *sizes, uint32_t row,
                      uint32_t col, cj_str text);
/* The same box, but longer where the text needs it. */
cj_str cj_note_anchor_grown(cj_arena *arena, const cj_note_sizes *sizes, cj_str anchor,
                            cj_str text);

/* ---- xlsx_patch_notes_vml.c: the boxes ----------------------------------------------------------- */

/* `vml` is all of the part, empty: there is none. *block is the first number of 1,024 shapes that no drawing of
 * the workbook has. *out is empty where no shape is left. A drawing without an end: CJ_EFORMAT. */
cj_rc cj_note_boxes(cj_arena *arena, cj_str part, cj_str vml, const cj_note_job *job,
                    size_t n, const cj_note_sizes *sizes, uint32_t *block, cj_str *out,
                    cj_err *err);
/* The greatest number of 1,024 shapes that the drawing speaks of. */
uint32_t cj_note_blocks_used(cj_arena *arena, cj_str vml);

#endif
