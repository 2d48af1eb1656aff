/* buf.c - text that is written piece by piece into an arena. */
#include "base/buf.h"
#include "base/fmt.h"
#include <stdarg.h>
#include <string.h>

void cj_buf_init(cj_buf *b, cj_arena *arena)
{
    b->arena = arena;
    b->p = NULL;
    b->n = b->cap = 0;
}

char *cj_buf_space(cj_buf *b, size_t n)
{
    if (!b->p || b->cap - b->n < n) {
        size_t cap = b->cap ? b->cap * 2 : 64;

        while (cap - b->n < n)
            cap *= 2;
        b->p = cj_regrow_text(b->arena, b->p, b->n, cap);
        b->cap = cap;
    }
    return b->p + b->n;
}

void cj_buf_add(cj_buf *b, cj_str s)
{
    if (s.n) {
        memcpy(cj_buf_space(b, s.n), s.p, s.n);
        b->n += s.n;
    }
}

void cj_buf_z(cj_buf *b, const char *z)
{
    cj_buf_add(b, cj_str_of(z));
}

void cj_buf_byte(cj_buf *b, char c)
{
    *cj_buf_space(b, 1) = c;
    b->n++;
}

void cj_buf_fmt(cj_buf *b, const char *format, ...)
{
    va_list args, again;
    char *p = cj_buf_space(b, 32);
    size_t room = b->cap - b->n;
    int n;

    va_start(args, format);
    va_copy(again, args);
    n = cj_vfmt(p, room, format, args);
    va_end(args);
    if (n > 0 && (size_t)n >= room)
        cj_vfmt(cj_buf_space(b, (size_t)n + 1), (size_t)n + 1, format, again);
    b->n += n > 0 ? (size_t)n : 0;
    va_end(again);
}

cj_str cj_buf_str(const cj_buf *b)
{
    cj_str s = { b->p ? b->p : "", b->n };

    return s;
}
