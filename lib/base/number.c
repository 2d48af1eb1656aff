/* number.c - numbers to and from text, never by the locale. */
#include "base/number.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t digits(cj_str s, size_t at)
{
    size_t n = at;

    while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
        n++;
    return n - at;
}

static bool well_formed(cj_str s)
{
    size_t at = s.n && (s.p[0] == '-' || s.p[0] == '+'), whole, part = 0, power;

    whole = digits(s, at);
    at += whole;
    if (at < s.n && s.p[at] == '.') {
        part = digits(s, at + 1);
        at += 1 + part;
    }
    if (!whole && !part)
        return false;
    if (at < s.n && (s.p[at] == 'e' || s.p[at] == 'E')) {
        at++;
        if (at < s.n && (s.p[at] == '-' || s.p[at] == '+'))
            at++;
        power = digits(s, at);
        if (!power)
            return false;
        at += power;
    }
    return at == s.n;
}

/* Exact: both the digits and the power of ten are doubles without rounding (Clinger). */
static bool fast(cj_str s, double *out)
{
    static const double ten[] = { 1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    bool minus = s.p[0] == '-', point = false;
    unsigned long long value = 0;
    size_t i, n = 0, after = 0;

    for (i = minus; i < s.n; i++) {
        if (s.p[i] == '.' && !point) {
            point = true;
        } else if (s.p[i] >= '0' && s.p[i] <= '9' && n < 15) {
            value = value * 10 + (unsigned)(s.p[i] - '0');
            n += value != 0;
            after += point;
        } else {
            return false;
        }
    }
    if (after > 22)
        return false;
    *out = (double)value / ten[after];
    if (minus)
        *out = -*out;
    return true;
}

bool cj_number_parse(cj_str s, double *out)
{
    char z[400];

    if (!s.n || !well_formed(s))
        return false;
    if (fast(s, out))
        return true;
    if (s.n >= sizeof z)
        return false;
    memcpy(z, s.p, s.n);
    z[s.n] = 0;
    *out = strtod(z, NULL); /* the library never calls setlocale: the point is a point */
    return isfinite(*out);
}

bool cj_number_unsigned(cj_str s, unsigned long max, unsigned long *out)
{
    unsigned long value = 0;
    size_t i;

    for (i = 0; i < s.n; i++) {
        unsigned d = (unsigned)(s.p[i] - '0');

        if (s.p[i] < '0' || s.p[i] > '9' || value > (max - d) / 10)
            return false;
        value = value * 10 + d;
    }
    *out = value;
    return s.n > 0 && value <= max;
}

/* Nearly all numbers of a sheet: up to two decimals, such as 12, 0.5, 61.25. False: x is another. */
static bool short_text(double x, char *z, size_t room)
{
    double hundred = x * 100, size = fabs(hundred);
    long n;
    size_t end;

    if (!(size < 1e11) || rint(hundred) / 100 != x || (x == 0 && signbit(x)))
        return false;
    n = lrint(size);
    snprintf(z, room, x < 0 ? "-%ld" : "%ld", n / 100);
    end = strlen(z);
    if (n % 100) {
        z[end++] = '.';
        z[end++] = (char)('0' + n % 100 / 10);
        if (n % 10)
            z[end++] = (char)('0' + n % 10);
    }
    z[end] = 0;
    return true;
}

cj_str cj_number_text(cj_arena *arena, double x)
{
    char z[40];
    int digits_;

    if (short_text(x, z, sizeof z))
        return cj_str_copy(arena, cj_str_of(z));
    for (digits_ = 15; digits_ < 17; digits_++) {
        snprintf(z, sizeof z, "%.*g", digits_, x);
        if (strtod(z, NULL) == x)
            break;
    }
    if (digits_ == 17)
        snprintf(z, sizeof z, "%.17g", x);
    return cj_str_copy(arena, cj_str_of(z));
}
