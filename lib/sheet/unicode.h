/* unicode.h - what shows that bytes are UTF-8, UTF-16 or UTF-32, and that they are no text. */
#ifndef CJ_SHEET_UNICODE_H
#define CJ_SHEET_UNICODE_H

#include <cj/str.h>

/* The encoding that a byte order mark at the front declares, and its length; NULL: none. */
const char *cj_unicode_mark(cj_str bytes, size_t *n);
/* UTF-16 or UTF-32 without a mark shows by the NUL bytes of its ASCII characters; NULL: neither. */
const char *cj_unicode_wide(cj_str bytes);
/* Where `bytes` are not valid UTF-8 for the first time, or CJ_NONE. */
size_t cj_unicode_bad(cj_str bytes);
/* UTF-8 with a few broken places is that, and not another encoding by chance. */
bool cj_unicode_mostly_utf8(cj_str bytes);
/* So many control characters that it is no text of single bytes, or no text once decoded. */
bool cj_unicode_binary(cj_str text);

#endif
