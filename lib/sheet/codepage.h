/* codepage.h - text of old workbooks, written in a Windows or Macintosh code page, as UTF-8. */
#ifndef CJ_SHEET_CODEPAGE_H
#define CJ_SHEET_CODEPAGE_H

#include <cj/arena.h>
#include <stdint.h>

/* `codepage` as a CODEPAGE record numbers them; unknown ones (and 0) read as 1252. A byte that
 * the code page does not have reads as U+FFFD. */
cj_str cj_codepage_text(cj_arena *arena, unsigned codepage, cj_str bytes);

#endif
