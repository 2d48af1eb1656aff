/* shapes.c - forms that no word list can spell out: addresses and telephone numbers. */
#include "map/shapes.h"
#include "base/utf8.h"
#include <string.h>

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool alpha(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool mailbox(char c)
{
    return digit(c) || alpha(c) || (c && strchr("._%+-", c));
}

/* Starts only where a run of address characters starts, so that each run is read once. */
static size_t email(cj_str s, size_t at)
{
    size_t i = at, end, dot;

    if (at && mailbox(s.p[at - 1]))
        return 0;
    while (i < s.n && mailbox(s.p[i]))
        i++;
    if (i == at || i == s.n || s.p[i] != '@')
        return 0;
    for (end = ++i; end < s.n && (digit(s.p[end]) || alpha(s.p[end]) || s.p[end] == '.' ||
                                  s.p[end] == '-');
         end++)
        ;
    while (end > i && !alpha(s.p[end - 1]))
        end--;
    for (dot = end; dot > i && alpha(s.p[dot - 1]); dot--)
        ;
    return dot > i + 1 && s.p[dot - 1] == '.' && end - dot >= 2 ? end - at : 0;
}

/* How many digits stand at `at`; *at goes behind them. */
static size_t digits(cj_str s, size_t *at)
{
    size_t from = *at;

    while (*at < s.n && digit(s.p[*at]))
        ++*at;
    return *at - from;
}

/* One of the dashes people type between the parts of a number: - ‐ − ー. */
static bool dash(cj_str s, size_t *at)
{
    static const cj_str dashes[] = { CJ_LIT("-"), CJ_LIT("‐"), CJ_LIT("−"), CJ_LIT("ー") };
    size_t i;

    for (i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (cj_str_starts(cj_str_from(s, *at), dashes[i])) {
            *at += dashes[i].n;
            return true;
        }
    return false;
}

static bool number_begins(cj_str s, size_t at)
{
    return !at || (!digit(s.p[at - 1]) && !alpha(s.p[at - 1]) && s.p[at - 1] != '-' &&
                   s.p[at - 1] != '.');
}

static bool number_ends(cj_str s, size_t at)
{
    size_t next = at;

    return at == s.n || (!digit(s.p[at]) && !(dash(s, &next) && digits(s, &next)));
}

/* 03-1234-5678: ten or eleven digits in all, which no date has. */
static size_t phone_jp(cj_str s, size_t at)
{
    size_t i = at, a, b, c;

    if (!number_begins(s, at) || s.n - at < 12 || s.p[at] != '0' || s.p[at + 1] == '0')
        return 0;
    a = digits(s, &i);
    if (a < 2 || a > 5 || !dash(s, &i))
        return 0;
    b = digits(s, &i);
    if (b < 1 || b > 4 || !dash(s, &i))
        return 0;
    c = digits(s, &i);
    if (c < 3 || c > 4 || a + b + c < 10 || a + b + c > 11 || !number_ends(s, i))
        return 0;
    return i - at;
}

static size_t mobile_jp(cj_str s, size_t at)
{
    size_t i = at;

    if (!number_begins(s, at) || s.n - at < 11 || s.p[at] != '0' ||
        !strchr("789", s.p[at + 1]) || s.p[at + 2] != '0')
        return 0;
    return digits(s, &i) == 11 && number_ends(s, i) ? i - at : 0;
}

/* +81 90 1234 5678: nine digits or more in groups, or eleven or more at a stretch (a shorter
 * stretch may be an amount). */
static size_t phone_intl(cj_str s, size_t at)
{
    size_t i = at + 1, end = at, groups = 0, n = 0, more;

    if (s.p[at] != '+' || (at && digit(s.p[at - 1])))
        return 0;
    while ((more = digits(s, &i)) != 0) {
        n += more;
        groups++;
        end = i;
        if (i < s.n && (s.p[i] == ' ' || s.p[i] == '-'))
            i++;
    }
    return n <= 15 && n >= (groups > 1 ? 9u : 11u) && groups <= 6 ? end - at : 0;
}

size_t cj_shape(cj_str name, cj_str s, size_t at)
{
    if (cj_str_eq(name, CJ_STR("email")))
        return email(s, at);
    if (cj_str_eq(name, CJ_STR("phone_jp")))
        return phone_jp(s, at);
    if (cj_str_eq(name, CJ_STR("mobile_jp")))
        return mobile_jp(s, at);
    if (cj_str_eq(name, CJ_STR("phone_intl")))
        return phone_intl(s, at);
    return 0;
}
