/* cj/marks.h - what cjlint leaves in an annotated workbook: notes, tints, sheets; known again and taken off. */
#ifndef CJ_MARKS_H
#define CJ_MARKS_H

#include <cj/edit.h>
#include <cj/lang.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A sheet of ours is known by a word that stands in a hidden column of it, never by its name. */
typedef enum cj_mark_sheet {
    CJ_MARK_NO_SHEET,
    CJ_MARK_FINDINGS,
    CJ_MARK_COVERAGE
} cj_mark_sheet;
cj_mark_sheet cj_marks_sheet(const cj_sheet *sheet);
/* That word, and what its sheet is called. */
cj_str cj_marks_word(cj_mark_sheet mark);
cj_text cj_marks_name(cj_mark_sheet mark);

/* The ground of a cell by the severity of what was found there (CJ_INFO to CJ_ERROR): pale enough for any
 * dark letters, apart in hue and in grey. */
uint32_t cj_mark_tint(int severity);
bool cj_mark_is_tint(uint32_t fill);
/* A light tint under the white letters of a dark ground would hide them: such a ground stays. */
bool cj_mark_may_tint(uint32_t ground);

/* The ground that a marked cell had before is told by the last line of its note, which goes wherever the
 * cell goes; CJ_NO_FILL: by none. Of cells that have no note of ours it stands in the list of findings, as
 * "C8=FFF2CC Sheet" (cj_mark_was). */
cj_str cj_mark_fill_line(cj_arena *arena, uint32_t fill, cj_lang lang);
cj_str cj_mark_was(cj_arena *arena, cj_str sheet, uint32_t row, uint32_t col,
                   uint32_t fill);

/* What takes our notes and tints off the cells of the other sheets. A ground that a person has changed since
 * stays as it is. */
cj_edit *cj_marks_off(cj_arena *arena, const cj_book *book, size_t *n);
/* The book without its marks: itself where it has none. Sheets of ours are gone from its end and empty
 * elsewhere, so that all others keep their index. */
const cj_book *cj_book_unmarked(cj_arena *arena, const cj_book *book);

#ifdef __cplusplus
}
#endif
#endif
