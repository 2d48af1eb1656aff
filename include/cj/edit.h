/* cj/edit.h - one change to a book, as a value. */
#ifndef CJ_EDIT_H
#define CJ_EDIT_H

#include <cj/book.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum cj_edit_kind {
    CJ_EDIT_TEXT,  /* the cell holds this text from now on; empty: nothing */
    CJ_EDIT_NUMBER /* the cell holds this number; `text` has its digits */
} cj_edit_kind;

typedef struct cj_edit {
    cj_edit_kind kind;
    unsigned sheet, row, col; /* sheet is an index, row and col count from 1 */
    cj_str text;
    double number;
} cj_edit;

/* A copy of the book with the edits made (of several to one cell the last holds). It shares with
 * the old one whatever the edits do not touch; both live in `arena` or longer. */
cj_book *cj_book_edited(cj_arena *arena, const cj_book *book, const cj_edit *edits,
                        size_t n);

#ifdef __cplusplus
}
#endif
#endif
