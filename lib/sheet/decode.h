/* decode.h - decides the character encoding of a text file and yields its text as UTF-8. */
#ifndef CJ_SHEET_DECODE_H
#define CJ_SHEET_DECODE_H

#include <cj/err.h>

typedef struct cj_decoded {
    cj_str text;     /* valid UTF-8, without the BOM */
    cj_str encoding; /* "UTF-8", "CP932", "UTF-16LE" … */
    bool bom;
    bool broken; /* after a failure: `text` ends before the first invalid bytes */
} cj_decoded;

/* `forced` is the encoding that the user named, or empty. Undecidable or invalid: CJ_EENCODING;
 * a name that nobody knows: CJ_EUSAGE. Never a guess: what is returned was either declared (a
 * BOM, the user) or cannot be anything else. */
cj_rc cj_decode(cj_arena *arena, cj_str bytes, cj_str forced, cj_decoded *out, cj_err *err);

/* Whether the first bytes of a file may be text at all, in any encoding. */
bool cj_decode_bid(cj_str head);

#endif
