/* xlsx_text.h - the text of a string item: plain or in runs, without furigana, decoded. */
#ifndef CJ_SHEET_XLSX_TEXT_H
#define CJ_SHEET_XLSX_TEXT_H

#include "base/buf.h"
#include "sheet/xml.h"

/* Between start and end of an item all its <t> are joined, except those of <rPh>, which tell
 * how the text is read aloud. */
typedef struct cj_rich {
    cj_buf text;
    size_t from;       /* where the <t> being read begins */
    unsigned phonetic; /* inside <rPh> */
    bool open;         /* inside <t> */
    size_t limit;      /* of bytes */
} cj_rich;

void cj_rich_init(cj_rich *rich, cj_arena *arena, const cj_limits *limits);
void cj_rich_clear(cj_rich *rich);
void cj_rich_start(cj_rich *rich, cj_str name);
void cj_rich_end(cj_rich *rich, cj_str name);
cj_rc cj_rich_add(cj_rich *rich, cj_str piece, cj_err *err); /* ignored outside <t> */

/* Decodes _xHHHH_ in place, once; returns the new length. */
size_t cj_xstring_decode(char *p, size_t n);
/* A decoded copy. */
cj_str cj_xstring_decoded(cj_arena *arena, cj_str text);
cj_rc cj_text_too_long(cj_arena *arena, size_t limit, cj_err *err);

#endif
