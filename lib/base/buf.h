/* buf.h - text that is written piece by piece into an arena. */
#ifndef CJ_BASE_BUF_H
#define CJ_BASE_BUF_H

#include <cj/arena.h>

typedef struct cj_buf {
    cj_arena *arena;
    char *p;
    size_t n, cap;
} cj_buf;

void cj_buf_init(cj_buf *b, cj_arena *arena);
/* room for n more bytes; the caller adds to b->n */
char *cj_buf_space(cj_buf *b, size_t n);
void cj_buf_add(cj_buf *b, cj_str s);
void cj_buf_z(cj_buf *b, const char *z);
void cj_buf_byte(cj_buf *b, char c);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void cj_buf_fmt(cj_buf *b, const char *format, ...);
/* what was written so far; lives in the arena */
cj_str cj_buf_str(const cj_buf *b);

#endif
