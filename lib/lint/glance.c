/* glance.c - which oddities of writing a text may have: one pass, so that no rule looks in vain. */
#include "lint/glance.h"
#include <stdint.h>

static unsigned of_ascii(unsigned char c, unsigned char next)
{
    if (c == '\n')
        return CJ_GLANCE_LINES;
    if (c == ',' && next == ',')
        return CJ_GLANCE_TWICE;
    if ((c == '<' && next == '<') || (c == '[' && next == 'C'))
        return CJ_GLANCE_OPEN;
    return (c < 0x20 && c != '\t' && c != '\r') || c == 0x7f ? CJ_GLANCE_INVISIBLE : 0;
}

static unsigned of_two(unsigned char a, unsigned char b)
{
    if (a == 0xc2)
        return b == 0xad ? CJ_GLANCE_INVISIBLE : 0;
    return a == 0xcc || (a == 0xcd && b < 0xb0) ? CJ_GLANCE_COMBINING : 0;
}

/* U+2000 to 2FFF: № ℡ Ⅱ, and characters without width. */
static unsigned of_signs(unsigned char b, unsigned char c)
{
    if (b == 0x80 || b == 0x81)
        return CJ_GLANCE_INVISIBLE;
    if (b == 0x84)
        return c == 0x96 || c == 0xa1 ? CJ_GLANCE_PLATFORM : 0;
    return b == 0x85 && c >= 0xa0 ? CJ_GLANCE_PLATFORM : 0;
}

/* U+3000 to 3FFF: 、 。 kana, and the squared words of Japanese machines. */
static unsigned of_kana(const unsigned char *p, size_t left)
{
    if (p[1] == 0x80 && (p[2] == 0x81 || p[2] == 0x82))
        return left >= 6 && p[3] == p[0] && p[4] == p[1] && p[5] == p[2] ? CJ_GLANCE_TWICE
                                                                         : 0;
    if (p[1] == 0x80 && p[2] == 0x90)
        return CJ_GLANCE_OPEN;
    if (p[1] == 0x82 && (p[2] == 0x99 || p[2] == 0x9a))
        return CJ_GLANCE_COMBINING;
    return (p[1] == 0x88 && p[2] >= 0xa0) || (p[1] >= 0x89 && p[1] <= 0x8f)
               ? CJ_GLANCE_PLATFORM
               : 0;
}

/* U+F000 to FFFF: forms of another width, variation selectors, the byte order mark. */
static unsigned of_forms(const unsigned char *p, size_t left)
{
    switch (p[1]) {
    case 0xb8:
    case 0xbb:
        return CJ_GLANCE_INVISIBLE;
    case 0xbc:
        if (p[2] == 0x81 || p[2] == 0x9f || p[2] == 0x8c)
            return left >= 6 && p[3] == p[0] && p[4] == p[1] && p[5] == p[2]
                       ? CJ_GLANCE_TWICE
                       : 0;
        return (p[2] >= 0x90 && p[2] <= 0x99) || (p[2] >= 0xa1 && p[2] <= 0xba)
                   ? CJ_GLANCE_WIDE
                   : 0;
    case 0xbd:
        return p[2] >= 0xa1 && p[2] != 0xa5   ? CJ_GLANCE_HALF_KANA
               : p[2] >= 0x81 && p[2] <= 0x9a ? CJ_GLANCE_WIDE
                                              : 0;
    case 0xbe:
        return p[2] <= 0x9f ? CJ_GLANCE_HALF_KANA : 0;
    default:
        return 0;
    }
}

unsigned cj_glance(cj_str text)
{
    const unsigned char *base = (const unsigned char *)text.p, *p;
    unsigned seen = 0;
    size_t i = 0, left;

    while (i < text.n) {
        p = base + i;
        left = text.n - i;
        if (*p < 0x80) {
            seen |= of_ascii(*p, left > 1 ? p[1] : 0);
            i++;
        } else if (*p < 0xe0) {
            seen |= left > 1 ? of_two(p[0], p[1]) : 0;
            i += 2;
        } else {
            if (left > 2)
                seen |= *p == 0xe3   ? of_kana(p, left)
                        : *p == 0xe2 ? of_signs(p[1], p[2])
                        : *p == 0xef ? of_forms(p, left)
                                     : 0;
            i += *p < 0xf0 ? 3 : 4;
        }
    }
    return seen;
}
