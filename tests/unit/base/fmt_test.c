/* fmt_test.c - our conversions against the C library's. */
#include "base/fmt.h"
#include <criterion/criterion.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static int ours(char *to, size_t room, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = cj_vfmt(to, room, format, args);
    va_end(args);
    return n;
}

#define SAME(...)                                                 \
    do {                                                          \
        size_t room;                                              \
        for (room = 0; room <= 80; room++) {                      \
            char a[81], b[81];                                    \
            int n, m;                                             \
            memset(a, 'x', sizeof a);                             \
            memset(b, 'x', sizeof b);                             \
            n = ours(a, room, __VA_ARGS__);                       \
            m = snprintf(b, room, __VA_ARGS__);                   \
            cr_assert_eq(n, m, "%d for %d in %zu", n, m, room);   \
            cr_assert_eq(memcmp(a, b, sizeof a), 0, "%zu", room); \
        }                                                         \
    } while (0)

#pragma GCC diagnostic ignored "-Wformat-truncation"
#pragma GCC diagnostic ignored "-Wformat-zero-length"

Test(fmt, is_what_the_library_prints)
{
    SAME("");
    SAME("plain");
    SAME("%s", "");
    SAME("a%sb%sc", "日本語", "x");
    SAME("<%.*s>", 3, "abcdef");
    SAME("<%.*s>", 9, "abc");
    SAME("<%.*s>", 0, "abc");
    SAME("%c%c%%", 'a', 'z');
    SAME("%u %u", 0u, UINT_MAX);
    SAME("%d %d %d", 0, INT_MIN, INT_MAX);
    SAME("%ld %ld", LONG_MIN, LONG_MAX);
    SAME("%lu %zu", ULONG_MAX, SIZE_MAX);
    SAME("100 %%");
}

Test(fmt, leaves_other_conversions_to_the_library)
{
    SAME("%02d-%s", 7, "x");
    SAME("%s %5s", "a", "b");
    SAME("%.15g", 0.1);
    SAME("%04X %ld", 255u, 4L);
}
