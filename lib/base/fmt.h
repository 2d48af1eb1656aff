/* fmt.h - printf's usual conversions, several times as fast as the C library's. */
#ifndef CJ_BASE_FMT_H
#define CJ_BASE_FMT_H

#include <stdarg.h>
#include <stddef.h>

/* As vsnprintf: writes at most room - 1 bytes and a NUL, returns how many it takes in all. What is more
 * than %s %.*s %c %d %u %ld %lu %zu %% is left to vsnprintf itself. `args` is used up. */
int cj_vfmt(char *to, size_t room, const char *format, va_list args);

#endif
