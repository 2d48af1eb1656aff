/* when.c - dates and periods as people type them (model 6.8): whole texts, and inside others. */
#include "base/when.h"
#include "base/utf8.h"

enum { FOLDED = 96 }; /* no date is longer */

typedef struct folded {
    char p[FOLDED + 4];
    size_t n;
    bool space; /* the last one was a space */
} folded;

static uint32_t fold_char(uint32_t cp)
{
    if (cp >= 0xff01 && cp <= 0xff5e)
        cp -= 0xfee0;
    if (cp >= 'A' && cp <= 'Z')
        return cp - 'A' + 'a';
    if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0x30fc || cp == 0xff70)
        return '-';
    if (cp == 0x2044 || cp == 0x2215)
        return '/';
    if (cp == 0x301c)
        return '~';
    if (cp == 0x2018 || cp == 0x2019)
        return '\'';
    return cp;
}

static void put(folded *f, uint32_t cp)
{
    size_t n = cj_utf8_len(cp), i;

    if (cp < 0x80) {
        f->p[f->n++] = (char)cp;
        return;
    }
    for (i = n; i-- > 1; cp >>= 6)
        f->p[f->n + i] = (char)(0x80 | (cp & 0x3f));
    f->p[f->n] = (char)((n == 2 ? 0xc0 : n == 3 ? 0xe0 : 0xf0) | cp);
    f->n += n;
}

/* The beginning of s, as much as has room; what is left of s is returned. */
static cj_str fold(cj_str s, folded *f)
{
    f->n = 0;
    f->space = false;
    while (s.n && f->n < FOLDED) {
        uint32_t cp = fold_char(cj_utf8_next(&s));
        bool space = cj_utf8_space(cp);

        if (cj_utf8_invisible(cp) || (space && f->space))
            continue;
        f->space = space;
        put(f, space ? ' ' : cp);
    }
    return s;
}

bool cj_when_parse(cj_str s, unsigned fiscal_start, cj_when *out)
{
    folded f;
    cj_str rest;
    bool whole = !fold(cj_utf8_trim(s), &f).n;

    rest = cj_str_trim((cj_str){ f.p, f.n });
    if (whole && rest.n && cj_when_take(&rest, fiscal_start, out) && !rest.n)
        return true;
    *out = (cj_when){ { 0, 0, 0 }, { 0, 0, 0 }, CJ_GRAIN_NONE, false };
    return false;
}

/* ---- inside a text -------------------------------------------------------------------------------- */

static bool word_char(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z');
}

/* Where a date may begin: at a figure, a Latin word, an era or a kanji figure. */
static bool beginning(uint32_t before, uint32_t cp)
{
    if (cp == '\'')
        return !word_char(before);
    if (word_char(cp))
        return !word_char(before) && before != '/' && before != '.' && before != '-';
    return cp == 0x4ee4 || cp == 0x5e73 || cp == 0x662d || cp == 0x32ff || cp == 0x337b ||
           cp == 0x337c || cp == 0x4e8c;
}

/* 2025/6/3 in 2025/6/3/7 or 2025Q3 in 2025q3x is part of something else. */
static bool ended(cj_str rest)
{
    char c = rest.n ? *rest.p : ' ', next = rest.n > 1 ? rest.p[1] : ' ';

    if (word_char((unsigned char)c))
        return false;
    return !((c == '/' || c == '-' || c == '.' || c == ',' || c == ':') && next >= '0' &&
             next <= '9') &&
           c != '%';
}

/* Four figures alone may be anything: "2025 users". */
static bool sure(cj_str said, const cj_when *when)
{
    return when->grain != CJ_GRAIN_YEAR || said.n > 4;
}

bool cj_when_find(cj_str s, unsigned fiscal_start, cj_when *out)
{
    uint32_t before = ' ', cp;
    folded f;

    while (s.n) {
        cj_str from = s, rest;

        cp = fold_char(cj_utf8_next(&s));
        if (beginning(before, cp)) {
            fold(from, &f);
            rest = (cj_str){ f.p, f.n };
            if (cj_when_take(&rest, fiscal_start, out) && ended(rest) &&
                sure((cj_str){ f.p, f.n - rest.n }, out))
                return true;
        }
        before = cp;
    }
    *out = (cj_when){ { 0, 0, 0 }, { 0, 0, 0 }, CJ_GRAIN_NONE, false };
    return false;
}
