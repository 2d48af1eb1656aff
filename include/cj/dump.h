/* cj/dump.h - prints what was read of a book, cell by cell, for other programs. */
#ifndef CJ_DUMP_H
#define CJ_DUMP_H

#include <cj/book.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A line a non-empty cell: sheet TAB ref TAB type TAB value; type s n d b e (text, number, date:
 * the raw serial, boolean 0/1, error). Backslash, LF, CR and TAB are written \\ \n \r \t. */
void cj_dump_cells(cj_arena *arena, const cj_book *book, FILE *out);
/* A line a feature: kind TAB sheet TAB ref TAB value; kind merge, comment, link, hiddenrow,
 * hiddencol, hiddensheet. */
void cj_dump_features(const cj_book *book, FILE *out);

#ifdef __cplusplus
}
#endif
#endif
