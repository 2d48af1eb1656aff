/* fmt.c - printf's usual conversions. Half of what writing XML took was vsnprintf, which counts with wide
 * characters, locales and positions that no format here has. */
#include "base/fmt.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct writing {
    char *to;
    size_t room, n;
} writing;

static void put(writing *w, const char *p, size_t n)
{
    if (w->n < w->room)
        memcpy(w->to + w->n, p, n < w->room - w->n ? n : w->room - w->n);
    w->n += n;
}

static void put_number(writing *w, unsigned long x, bool minus)
{
    char digits[24], *p = digits + sizeof digits;

    do
        *--p = (char)('0' + x % 10);
    while (x /= 10);
    if (minus)
        *--p = '-';
    put(w, p, (size_t)(digits + sizeof digits - p));
}

static void put_signed(writing *w, long x)
{
    put_number(w, x < 0 ? 0UL - (unsigned long)x : (unsigned long)x, x < 0);
}

/* How long a conversion is that this file knows, with its %; 0: it is another. */
static size_t known(const char *at)
{
    if (strchr("scdu%", at[1]) && at[1])
        return 2;
    if ((at[1] == 'l' && (at[2] == 'd' || at[2] == 'u')) || (at[1] == 'z' && at[2] == 'u'))
        return 3;
    return at[1] == '.' && at[2] == '*' && at[3] == 's' ? 4 : 0;
}

static bool all_known(const char *format)
{
    const char *at = strchr(format, '%');

    for (; at; at = strchr(at, '%')) {
        size_t n = known(at);

        if (!n)
            return false;
        at += n;
    }
    return true;
}

int cj_vfmt(char *to, size_t room, const char *format, va_list args)
{
    writing w = { to, room ? room - 1 : 0, 0 };
    const char *at;

    if (!all_known(format))
        return vsnprintf(to, room, format, args);
    for (; (at = strchr(format, '%')) != NULL; format = at + known(at)) {
        put(&w, format, (size_t)(at - format));
        if (at[1] == 's') {
            const char *s = va_arg(args, const char *);

            put(&w, s, strlen(s));
        } else if (at[1] == '.') {
            int most = va_arg(args, int);
            const char *s = va_arg(args, const char *);

            put(&w, s, strnlen(s, (size_t)most));
        } else if (at[1] == 'u') {
            put_number(&w, va_arg(args, unsigned), false);
        } else if (at[1] == 'd') {
            put_signed(&w, va_arg(args, int));
        } else if (at[1] == 'z') {
            put_number(&w, va_arg(args, size_t), false);
        } else if (at[1] == 'l' && at[2] == 'u') {
            put_number(&w, va_arg(args, unsigned long), false);
        } else if (at[1] == 'l') {
            put_signed(&w, va_arg(args, long));
        } else {
            char c = at[1] == 'c' ? (char)va_arg(args, int) : '%';

            put(&w, &c, 1);
        }
    }
    put(&w, format, strlen(format));
    if (room)
        to[w.n < room ? w.n : room - 1] = 0;
    return (int)w.n;
}
