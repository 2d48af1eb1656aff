/* encoding.h - names of character encodings, and their text as UTF-8 (the one user of iconv). */
#ifndef CJ_SHEET_ENCODING_H
#define CJ_SHEET_ENCODING_H

#include <cj/arena.h>

typedef struct cj_encoding {
    cj_str name;       /* as people know it: "CP932", "EUC-JP", "UTF-16LE" … */
    const char *iconv; /* as iconv knows it */
} cj_encoding;

/* What a person calls an encoding ("sjis", "Shift_JIS", "utf8", "latin1"); false: not known. */
bool cj_encoding_find(cj_arena *arena, cj_str name, cj_encoding *out);

/* Takes a piece of the text: valid UTF-8, whole characters. */
typedef void (*cj_text_sink)(void *context, cj_str piece);

/* Gives all of `bytes` to `sink` as UTF-8, piece by piece. Returns CJ_NONE, or the offset of the
 * first bytes that are not valid; what stands before them has been given. */
size_t cj_encoding_each(const char *iconv, cj_str bytes, cj_text_sink sink, void *context);
/* The same as one text; *out ends where the first invalid bytes stand. */
size_t cj_encoding_text(cj_arena *arena, const char *iconv, cj_str bytes, cj_str *out);
/* The way back, without a BOM: CJ_NONE, or the offset of the first character that it does not have. */
size_t cj_encoding_bytes(cj_arena *arena, const char *iconv, cj_str text, cj_str *out);

#endif
