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

static bool one_of(cj_str s, size_t *at, const char *chars)
{
    if (*at == s.n || !s.p[*at] || !strchr(chars, s.p[*at]))
        return false;
    ++*at;
    return true;
}

/* The same, or a bracket around one of them: 03(1234)5678, (03) 1234-5678. */
static bool joint(cj_str s, size_t *at)
{
    if (one_of(s, at, "(") || dash(s, at))
        return true;
    if (!one_of(s, at, ")"))
        return false;
    one_of(s, at, " ");
    return true;
}

static bool number_begins(cj_str s, size_t at)
{
    return !at || (!digit(s.p[at - 1]) && !alpha(s.p[at - 1]) && s.p[at - 1] != '-' &&
                   s.p[at - 1] != '.' && s.p[at - 1] != '/');
}

static bool number_ends(cj_str s, size_t at)
{
    size_t next = at;

    return at == s.n || (!digit(s.p[at]) && !alpha(s.p[at]) && s.p[at] != '/' &&
                         !(dash(s, &next) && digits(s, &next)));
}

/* 0120, 0800, 0570, 0990: numbers of companies. */
static bool public_line(cj_str s, size_t at)
{
    static const cj_str lines[] = { CJ_LIT("0120"), CJ_LIT("0800"), CJ_LIT("0570"),
                                    CJ_LIT("0990") };
    size_t i;

    for (i = 0; i < sizeof lines / sizeof *lines; i++)
        if (cj_str_starts(cj_str_from(s, at), lines[i]))
            return true;
    return false;
}

/* 03-1234-5678, 090-1234-5678: ten digits of which the last four stand alone, or eleven that begin
 * as those of mobile lines do. No date has as many, and hardly a part number that form. */
static size_t phone_jp(cj_str s, size_t at)
{
    size_t i = at, a, b, c;

    if (!number_begins(s, at) || s.n - at < 12 || s.p[at] != '0' || s.p[at + 1] == '0' ||
        public_line(s, at))
        return 0;
    a = digits(s, &i);
    if (a < 2 || a > 5 || !joint(s, &i))
        return 0;
    b = digits(s, &i);
    if (b < 1 || b > 4 || !joint(s, &i))
        return 0;
    c = digits(s, &i);
    if (c != 4 || !number_ends(s, i))
        return 0;
    if (a == 3 && b == 4 && strchr("5789", s.p[at + 1]) && s.p[at + 2] == '0')
        return i - at;
    return a + b == 6 ? i - at : 0;
}

static size_t mobile_jp(cj_str s, size_t at)
{
    size_t i = at;

    if (!number_begins(s, at) || s.n - at < 11 || s.p[at] != '0' ||
        !strchr("789", s.p[at + 1]) || s.p[at + 2] != '0')
        return 0;
    return digits(s, &i) == 11 && number_ends(s, i) ? i - at : 0;
}

/* (415) 555-2671 */
static size_t phone_us(cj_str s, size_t at)
{
    size_t i = at;

    if (s.p[at] != '(' || (at && (digit(s.p[at - 1]) || alpha(s.p[at - 1]))))
        return 0;
    i++;
    if (digits(s, &i) != 3 || !one_of(s, &i, ")"))
        return 0;
    one_of(s, &i, " ");
    if (digits(s, &i) != 3 || !one_of(s, &i, "-") || digits(s, &i) != 4)
        return 0;
    return number_ends(s, i) ? i - at : 0;
}

/* What the groups of digits behind a plus sign are like. */
typedef struct groups {
    size_t n, digits, first; /* groups, digits in all, digits of the first group */
    bool thousands;          /* all but the first have three: an amount */
    bool year;               /* one reads as a year before a month: a date */
} groups;

static groups read_groups(cj_str s, size_t *at)
{
    groups g = { 0, 0, 0, true, false };
    size_t i = *at, n, from;

    for (from = i; (n = digits(s, &i)) != 0; from = i) {
        g.n++;
        g.digits += n;
        g.first = g.first ? g.first : n;
        g.thousands = g.thousands && (g.n == 1 || n == 3);
        g.year = g.year || (n == 4 && i + 2 < s.n && s.p[i] == '-' && digit(s.p[i + 1]) &&
                            digit(s.p[i + 2]) && (i + 3 == s.n || !digit(s.p[i + 3])) &&
                            (s.p[from] == '1' || s.p[from] == '2'));
        *at = i;
        one_of(s, &i, " -)");
        one_of(s, &i, " (");
    }
    return g;
}

/* +81 90 1234 5678: ten digits or more in groups, the first of them a country; or eleven or more at
 * a stretch that is no round amount. */
static size_t phone_intl(cj_str s, size_t at)
{
    size_t end = at + 1;
    groups g;

    if (s.p[at] != '+' || (at && (digit(s.p[at - 1]) || alpha(s.p[at - 1]))))
        return 0;
    g = read_groups(s, &end);
    if (g.digits > 15 || g.n > 7 || g.year || !number_ends(s, end))
        return 0;
    if (g.n > 1)
        return g.digits >= 10 && g.first <= 3 && !g.thousands ? end - at : 0;
    return g.digits >= 11 && !cj_str_ends(cj_str_cut(s, 0, end), CJ_STR("000")) ? end - at
                                                                                : 0;
}

size_t cj_shape(cj_str name, cj_str s, size_t at)
{
    if (cj_str_eq(name, CJ_STR("email")))
        return email(s, at);
    if (cj_str_eq(name, CJ_STR("phone_jp")))
        return phone_jp(s, at);
    if (cj_str_eq(name, CJ_STR("mobile_jp")))
        return mobile_jp(s, at);
    if (cj_str_eq(name, CJ_STR("phone_us")))
        return phone_us(s, at);
    if (cj_str_eq(name, CJ_STR("phone_intl")))
        return phone_intl(s, at);
    return 0;
}
