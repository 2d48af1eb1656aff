/* make_book.h - books for tests, written as text: a TAB parts cells, a line is a row. */
#ifndef CJ_TEST_MAKE_BOOK_H
#define CJ_TEST_MAKE_BOOK_H

#include <cj/map.h>

/* "\\n" (two characters) is a line break inside a cell. "=== NAME" begins another sheet; the first
 * one is called "Map". A line "!merge B1:C1" merges cells of its sheet, "!hide" hides the sheet,
 * "!note B2 text" adds a note; those lines are no rows. */
cj_book *make_book(cj_arena *arena, const char *text);
/* The first map of such a book; NULL and *err where there is none. */
cj_map *make_map(cj_arena *arena, const char *text, cj_err *err);

#endif
