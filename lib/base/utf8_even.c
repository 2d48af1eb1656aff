/* utf8_even.c - texts written one way that still say all they said, unlike NFKC: ① and ㎡ stay. */
#include "base/utf8.h"

/* CP932 has one character where Unicode has two; which of them comes out differs by the converter. */
static uint32_t agreed(uint32_t cp)
{
    switch (cp) {
    case 0xa0:
    case 0x3000:
        return ' ';
    case 0x2015:
        return 0x2014;
    case 0x2212:
        return '-';
    case 0x2225:
        return 0x2016;
    case 0xff5e:
        return 0x301c;
    default:
        return cp;
    }
}

static bool of_other_width(uint32_t cp)
{
    return cp >= 0xff01 && cp <= 0xffee;
}

/* Joins the character in front of it: accents, voicing marks (half-width ones too), parts of Hangul. */
static bool joins(uint32_t cp)
{
    return (cp >= 0x300 && cp <= 0x36f) || cp == 0x3099 || cp == 0x309a || cp == 0xff9e ||
           cp == 0xff9f || (cp >= 0x1100 && cp <= 0x11ff);
}

/* A character with all that joins it. Where nothing does, and its width is the usual one, it stays as it is:
 * what NFKC does to the others is only what is wanted. */
static void put_one(cj_buf *b, cj_str *rest)
{
    cj_str from = *rest, next;
    uint32_t cp = cj_utf8_next(rest);
    bool alone = true;

    for (next = *rest; next.n && joins(cj_utf8_next(&next)); *rest = next)
        alone = false;
    if (alone && !of_other_width(agreed(cp))) {
        cj_utf8_put(b, agreed(cp));
        return;
    }
    from.n -= rest->n;
    cj_buf_add(b, cj_utf8_nfkc(b->arena, from));
}

cj_str cj_utf8_even(cj_arena *arena, cj_str s)
{
    cj_buf b;

    if (cj_utf8_ascii(s))
        return s;
    cj_buf_init(&b, arena);
    while (s.n)
        put_one(&b, &s);
    return cj_buf_str(&b);
}
