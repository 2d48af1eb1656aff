/* cj/edit.h - one change to a book, as a value. */
#ifndef CJ_EDIT_H
#define CJ_EDIT_H

#include <cj/book.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cj_edit_kind {
    CJ_EDIT_TEXT,   /* the cell holds this text from now on; empty: nothing */
    CJ_EDIT_NUMBER, /* the cell holds this number; `text` has its digits */
    CJ_EDIT_DATE, /* the cell shows the date that `text` says (2025-03-14); `number` is not looked at */
    CJ_EDIT_FILL, /* the cell's ground has the colour `fill`, or none; the rest of its look stays */
    CJ_EDIT_NOTE, /* below what people wrote in the cell's note stands `text` (cj_note_with), in place of what
                     * a NOTE put there before; empty: that is taken away, and a note with nothing else in it,
                     * too */
    CJ_EDIT_ROWS_IN, /* `count` empty rows before `row`, which look like the row above them */
    CJ_EDIT_ROWS_OUT, /* `count` rows from `row` on are gone */
    CJ_EDIT_COLS_IN, /* `count` empty columns before `col`, which look like the one to their left */
    CJ_EDIT_COLS_OUT,
    CJ_EDIT_APPEND, /* ROWS_IN behind `row`, the last one of a table: they look like it, and what ends with it
                     * (a table, a drop-down, a conditional format, a filter) takes them in */
    CJ_EDIT_SHEET, /* the sheet `made` of the book `from` stands in place of `sheet`, or behind all
                     * others (CJ_NO_SHEET); its name is what cj_sheet_name_fit gave */
    CJ_EDIT_SHEET_OUT, /* the sheet is gone */
    CJ_EDIT_PROPERTY   /* the document's property `name` is `text`; empty: it is gone */
} cj_edit_kind;

/* Edits are made one after the other: row and col are places in the sheet as the edits before have left it.
 * `sheet` always counts as before all of them. */
typedef struct cj_edit {
    cj_edit_kind kind;
    unsigned sheet, row, col; /* sheet is an index, row and col count from 1 */
    cj_str text;
    double number;
    uint32_t fill;  /* 0xRRGGBB, CJ_NO_FILL */
    uint32_t count; /* of rows or columns, from 1 */
    cj_str name;    /* of a property */
    const cj_sheet *made;
    const cj_book *from; /* the book that `made` is in: its styles */
} cj_edit;

/* A NOTE edit stands in the note between two lines, the same in all languages, so that it is known again:
 *
 *     what people wrote, above it or behind it
 *     ── cjlint ──
 *     the edit's text
 *     ────────
 *
 * Where a person took the last line away, all of it is theirs. */
#define CJ_NOTE_LINE "── cjlint ──"
#define CJ_NOTE_END "────────"
/* Who has written a note in which nothing else stands. */
#define CJ_NOTE_AUTHOR "cjlint"

/* What people wrote in a note: its text without what NOTE edits put there. The text itself where there is
 * nothing of that; empty: all of it is ours. */
cj_str cj_note_own(cj_arena *arena, cj_str text);
/* What a NOTE edit that says `ours` makes of a note (empty: there was none, or there is none). Shortened so
 * that all of it has 32,767 UTF-16 units; never what people wrote. */
cj_str cj_note_with(cj_arena *arena, cj_str text, cj_str ours);

/* A copy of the book with the edits made (of several to one cell the last holds). It shares with
 * the old one whatever the edits do not touch; both live in `arena` or longer. Formulas are not kept in a
 * book, so their saved results stay as they are. */
cj_book *cj_book_edited(cj_arena *arena, const cj_book *book, const cj_edit *edits,
                        size_t n);
/* Whether an edit moves cells: rows or columns come or go. */
bool cj_edit_moves(const cj_edit *edit);

#ifdef __cplusplus
}
#endif
#endif
