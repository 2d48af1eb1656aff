/* inflate.h - the one door to a compression library: raw deflate, piece by piece, and CRC-32. */
#ifndef CJ_SHEET_INFLATE_H
#define CJ_SHEET_INFLATE_H

#include <cj/arena.h>
#include <stdint.h>

/* Nothing that follows a deflate rule can grow more than this. */
#define CJ_INFLATE_RATIO 1032u

typedef struct cj_inflate cj_inflate;

typedef enum cj_inflated {
    CJ_INFLATE_MORE, /* wants more input, or more room */
    CJ_INFLATE_DONE, /* the stream ended by itself */
    CJ_INFLATE_BROKEN
} cj_inflated;

cj_inflate *cj_inflate_new(cj_arena *arena); /* all of its memory is in the arena */
void cj_inflate_reset(cj_inflate *inflate);  /* ready for another stream */
/* Takes what it used off *in and writes at most `room` bytes; *got says how many. */
cj_inflated cj_inflate_some(cj_inflate *inflate, cj_str *in, char *to, size_t room,
                            size_t *got);
uint32_t cj_crc32(uint32_t crc, const void *bytes, size_t n); /* starts with 0 */

#endif
