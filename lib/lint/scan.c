/* scan.c - small steps over folded text for the hand-written predicates: numbers and words. */
#include "lint/scan.h"

static bool digit(cj_str s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool letter(cj_str s, size_t at)
{
    return at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z';
}

size_t cj_scan_digits(cj_str s, unsigned long *value)
{
    unsigned long v = 0;
    size_t n;

    for (n = 0; digit(s, n); n++)
        if (v < 1000000000ul)
            v = v * 10 + (unsigned long)(s.p[n] - '0');
    *value = v;
    return n;
}

size_t cj_scan_number(cj_str s)
{
    size_t n = 0;

    while (digit(s, n))
        n++;
    if (!n)
        return 0;
    while (n < s.n && s.p[n] == ',' && digit(s, n + 1) && digit(s, n + 2) &&
           digit(s, n + 3))
        n += 4;
    if (n < s.n && s.p[n] == '.' && digit(s, n + 1))
        for (n++; digit(s, n); n++)
            ;
    return n;
}

size_t cj_scan_kanji(cj_str s)
{
    static const cj_str numerals[] = {
        CJ_W("一"), CJ_W("二"), CJ_W("三"), CJ_W("四"), CJ_W("五"), CJ_W("六"),
        CJ_W("七"), CJ_W("八"), CJ_W("九"), CJ_W("十"), CJ_W("百"), CJ_W("千"),
    };
    static const cj_str further[] = { CJ_W("万"), CJ_W("億"), CJ_W("数"), CJ_W("〇") };
    size_t n = 0, more;

    if (s.n && (unsigned char)*s.p >= 0xe4 &&
        (unsigned char)*s.p <= 0xe7) /* kana are not */
        n = CJ_SCAN(s, numerals);
    more = n;

    while (more) {
        more = CJ_SCAN(cj_str_from(s, n), numerals);
        if (!more)
            more = CJ_SCAN(cj_str_from(s, n), further);
        n += more;
    }
    return n;
}

size_t cj_scan_spelt(cj_str s)
{
    static const cj_str words[] = {
        CJ_W("two"),    CJ_W("three"),  CJ_W("four"),    CJ_W("five"),
        CJ_W("six"),    CJ_W("seven"),  CJ_W("eight"),   CJ_W("nine"),
        CJ_W("ten"),    CJ_W("eleven"), CJ_W("twelve"),  CJ_W("fifteen"),
        CJ_W("twenty"), CJ_W("thirty"), CJ_W("a dozen"), CJ_W("a hundred"),
    };

    return CJ_SCAN(s, words);
}

size_t cj_scan_blanks(cj_str s)
{
    size_t n = 0;

    while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\t'))
        n++;
    return n;
}

size_t cj_scan_word(cj_str s)
{
    size_t n = 0;

    while (letter(s, n) || (n && n < s.n && s.p[n] == '-' && letter(s, n + 1)))
        n++;
    return n;
}

/* A Latin word ends only where no letter or digit follows it. */
static bool goes_on(cj_str s, size_t at, char last)
{
    bool latin = (last >= 'a' && last <= 'z') || (last >= '0' && last <= '9');

    return latin && (letter(s, at) || digit(s, at));
}

size_t cj_scan_any(cj_str s, const cj_str *words, size_t n)
{
    size_t best = 0, i;
    char third = s.n > 2 ? s.p[2] : '\0'; /* tells Japanese words apart best */

    for (i = 0; s.n && i < n; i++) {
        size_t len = words[i].n;
        const char *w = words[i].p;

        if (len > 2 ? w[2] != third || *w != *s.p : *w != *s.p)
            continue;
        if (len > best && cj_str_starts(s, words[i]) && !goes_on(s, len, w[len - 1]))
            best = len;
    }
    return best;
}

size_t cj_scan_list(cj_lexicon list, cj_str s)
{
    cj_str hit;

    return cj_lexicon_starts(list, s, &hit) ? hit.n : 0;
}

bool cj_scan_inside(cj_str s, size_t at)
{
    if (((unsigned char)s.p[at] & 0xc0) == 0x80)
        return true;
    return at && (letter(s, at) || digit(s, at)) && (letter(s, at - 1) || digit(s, at - 1));
}

cj_str cj_scan_past(cj_str s, size_t n)
{
    s = cj_str_from(s, n);
    return cj_str_from(s, cj_scan_blanks(s));
}

size_t cj_scan_month(cj_str s)
{
    static const cj_str months[] = {
        CJ_W("january"),   CJ_W("february"), CJ_W("march"),    CJ_W("april"),
        CJ_W("may"),       CJ_W("june"),     CJ_W("july"),     CJ_W("august"),
        CJ_W("september"), CJ_W("october"),  CJ_W("november"), CJ_W("december"),
        CJ_W("jan"),       CJ_W("feb"),      CJ_W("mar"),      CJ_W("apr"),
        CJ_W("jun"),       CJ_W("jul"),      CJ_W("aug"),      CJ_W("sep"),
        CJ_W("sept"),      CJ_W("oct"),      CJ_W("nov"),      CJ_W("dec"),
    };

    return CJ_SCAN(s, months);
}
