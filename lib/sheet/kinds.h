/* kinds.h - recognises, by content, files that people give us and that are no tables we read. */
#ifndef CJ_SHEET_KINDS_H
#define CJ_SHEET_KINDS_H

#include <cj/err.h>

/* CJ_ETYPE with what to do instead, or CJ_OK: nothing that is known. A table in a text file may
 * begin with "<" or "ID;P", so only clear evidence counts. `head` is the file's first bytes. */
cj_rc cj_kind_check(cj_str head, cj_err *err);
/* CJ_ETYPE where there are too many control characters for a text of any encoding. */
cj_rc cj_kind_check_binary(cj_str head, cj_err *err);
/* Why bytes that hold too many control characters cannot be read, CJ_ETYPE: text where they are taken
 * away says which they are and how to be rid of them; anything else leaves what *err says. */
cj_rc cj_kind_controls(cj_arena *arena, cj_str bytes, cj_err *err);
/* The little file that Excel keeps beside an open workbook, given instead of the workbook. */
cj_rc cj_kind_check_lock(cj_arena *arena, cj_str path, size_t size, cj_err *err);

#endif
