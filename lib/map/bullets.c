/* bullets.c - the marks that people put in front of list items. */
#include "map/bullets.h"
#include "base/utf8.h"

bool cj_circled_digit(uint32_t cp)
{
    return (cp >= 0x2460 && cp <= 0x249b) || (cp >= 0x24eb && cp <= 0x24fe) ||
           (cp >= 0x2776 && cp <= 0x2793) || (cp >= 0x3251 && cp <= 0x325f) ||
           (cp >= 0x32b1 && cp <= 0x32bf);
}

static bool mark(uint32_t cp)
{
    static const uint32_t marks[] = {
        0x30fb, 0xff65, 0x2022, 0x25cf, 0x25cb, 0x25e6, 0x25a0, 0x25a1, 0x25aa,
        0x25ab, 0x25ba, 0x25b6, 0x25b8, 0x25b7, 0x25c6, 0x25c7, 0x2023, 0x2043,
        0x2219, 0xb7,   0x2610, 0x2611, 0x2713, 0x2714, 0x2705, 0x2666, '*',
    };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cp == marks[i])
            return true;
    return cj_circled_digit(cp);
}

static bool dash(uint32_t cp)
{
    return cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == 0x2012 || cp == 0x2013 ||
           cp == 0x2014 || cp == 0x2212 || cp == 0xff0d;
}

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static bool digit(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_DIGIT;
}

/* 1.  1)  (1)  1、 with one or two digits, and no digit behind: 1.5 and 3、4 are text. */
static bool number(cj_str *rest)
{
    cj_str s = *rest;
    bool open = peek(s) == '(' || peek(s) == 0xff08;
    uint32_t cp;

    if (open)
        cj_utf8_next(&s);
    if (!digit(peek(s)))
        return false;
    cj_utf8_next(&s);
    if (digit(peek(s)))
        cj_utf8_next(&s);
    if (!s.n)
        return false;
    cp = cj_utf8_next(&s);
    if (cp != ')' && cp != 0xff09 && (open || (cp != '.' && cp != 0xff0e && cp != 0x3001)))
        return false;
    if (digit(peek(s)))
        return false;
    *rest = s;
    return true;
}

bool cj_joiner(cj_str between)
{
    static const cj_str words[] = {
        CJ_LIT(""),       CJ_LIT("と"),   CJ_LIT("や"),     CJ_LIT("か"),  CJ_LIT("から"),
        CJ_LIT("または"), CJ_LIT("・"),   CJ_LIT("、"),     CJ_LIT(","),   CJ_LIT("/"),
        CJ_LIT("／"),     CJ_LIT("〜"),   CJ_LIT("～"),     CJ_LIT("~"),   CJ_LIT("-"),
        CJ_LIT("→"),      CJ_LIT("&"),    CJ_LIT("＆"),     CJ_LIT("and"), CJ_LIT("or"),
        CJ_LIT("to"),     CJ_LIT("及び"), CJ_LIT("および"),
    };

    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(between, words[i]))
            return true;
    return false;
}

/* ①と②の違い: the digit in front is a part of the sentence. `s` is what follows it. */
static bool spoken_of(cj_str s)
{
    cj_str rest = s;
    unsigned n;

    for (n = 0; n < 4 && rest.n && *rest.p != '\n'; n++) {
        size_t at = s.n - rest.n;

        if (cj_circled_digit(cj_utf8_next(&rest)))
            return cj_joiner(cj_utf8_trim(cj_str_cut(s, 0, at)));
    }
    return false;
}

size_t cj_bullet(cj_str line)
{
    cj_str s = line, rest;
    uint32_t cp;

    while (s.n && *s.p != '\n' && (cj_utf8_space(peek(s)) || cj_utf8_invisible(peek(s))))
        cj_utf8_next(&s);
    if (!s.n)
        return 0;
    rest = s;
    cp = cj_utf8_next(&rest);
    if (mark(cp) || dash(cp)) {
        /* ○○, **, --: no bullet; -5: a number. */
        if (peek(rest) == cp || (dash(cp) && digit(peek(rest))) ||
            (cj_circled_digit(cp) && spoken_of(rest)))
            return 0;
    } else if (rest = s, !number(&rest)) {
        return 0;
    }
    while (rest.n && *rest.p != '\n' && cj_utf8_space(peek(rest)))
        cj_utf8_next(&rest);
    return line.n - rest.n;
}
