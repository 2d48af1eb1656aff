/* said.c - a text as the predicates read it: what is said, without what stands around it. */
#include "lint/said.h"
#include "lint/suppress.h"
#include "base/utf8.h"
#include "map/items.h"

static bool is_bullet(uint32_t cp)
{
    static const uint32_t marks[] = {
        0x30fb, 0xff65, 0x2022, 0x25cf, 0x25cb, 0x25e6, 0x25a0,
        0x25a1, 0x25aa, 0x25ba, 0x25b6, 0x25c6, 0x25c7, '*',
    };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cp == marks[i])
            return true;
    return cp >= 0x2460 && cp <= 0x2473; /* ① … ⑳ */
}

static bool is_dash(uint32_t cp)
{
    return cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == 0x2013 || cp == 0x2014 ||
           cp == 0x2212 || cp == 0xff0d;
}

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static bool is_digit(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_DIGIT;
}

/* "1." "1)" "(1)" "1、" at the front, not before another digit: the bytes, or 0. */
static size_t list_number(cj_str line)
{
    bool open = peek(line) == '(' || peek(line) == 0xff08;
    cj_str rest = line;
    uint32_t cp;

    if (open)
        cj_utf8_next(&rest);
    if (!is_digit(peek(rest)))
        return 0;
    while (is_digit(peek(rest)))
        cj_utf8_next(&rest);
    cp = peek(rest);
    if (cp != ')' && cp != 0xff09 && (open || (cp != '.' && cp != 0xff0e && cp != 0x3001)))
        return 0;
    cj_utf8_next(&rest);
    return is_digit(peek(rest)) ? 0 : line.n - rest.n;
}

static cj_str without_bullet(cj_str line)
{
    cj_str rest;
    uint32_t cp;

    line = cj_utf8_trim(line);
    if (!line.n)
        return line;
    rest = line;
    cp = cj_utf8_next(&rest);
    if (is_bullet(cp) || (is_dash(cp) && !is_digit(peek(rest))))
        return cj_utf8_trim(rest);
    return cj_utf8_trim(cj_str_from(line, list_number(line)));
}

/* No cell of a spreadsheet holds more; what is past it (a hostile CSV) says nothing to us. */
#define LONGEST 131072u

cj_str cj_said(cj_arena *arena, cj_str text)
{
    cj_str rest, line;
    cj_buf b;

    if (!text.n)
        return text;
    rest = cj_utf8_head(text, LONGEST);
    cj_buf_init(&b, arena);
    while (cj_str_split(&rest, '\n', &line)) {
        if (b.n)
            cj_buf_byte(&b, '\n');
        cj_buf_add(&b, without_bullet(line));
    }
    text = cj_without_suppressions(arena, cj_buf_str(&b));
    return cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text));
}

/* A pair of brackets, and how much may stand between them before we stop looking. */
typedef struct pair {
    cj_str open, close;
} pair;

#define FAR 600u

/* Bytes of the innermost bracketed part that begins at the front of s, or 0. */
static size_t bracketed(cj_str s, const pair *pairs, size_t n)
{
    size_t i, end;
    cj_str inside;

    for (i = 0; i < n; i++) {
        if (!cj_str_starts(s, pairs[i].open))
            continue;
        inside = cj_str_cut(s, pairs[i].open.n, FAR);
        end = cj_str_find(inside, pairs[i].close);
        if (end == CJ_NONE ||
            cj_str_find(cj_str_cut(inside, 0, end), pairs[i].open) != CJ_NONE)
            return 0;
        return pairs[i].open.n + end + pairs[i].close.n;
    }
    return 0;
}

static bool is_marker(cj_arena *arena, cj_str bracket)
{
    cj_support support = { 0 };

    cj_support_parse(arena, bracket, &support);
    return support.refs.n || support.inline_source || support.assumption;
}

static size_t source_label(cj_str s)
{
    static const cj_str labels[] = {
        CJ_LIT("出典:"),   CJ_LIT("根拠:"),   CJ_LIT("情報源:"),   CJ_LIT("エビデンス:"),
        CJ_LIT("ソース:"), CJ_LIT("source:"), CJ_LIT("evidence:"), CJ_LIT("based on:"),
    };
    size_t i, end;

    for (i = 0; i < sizeof labels / sizeof *labels; i++)
        if (cj_str_starts(s, labels[i])) {
            end = cj_str_find(s, CJ_STR("\n"));
            return end == CJ_NONE ? s.n : end;
        }
    return 0;
}

cj_str cj_said_claim(cj_arena *arena, cj_str said)
{
    static const pair pairs[] = {
        { CJ_LIT("["), CJ_LIT("]") },
        { CJ_LIT("("), CJ_LIT(")") },
        { CJ_LIT("【"), CJ_LIT("】") },
        { CJ_LIT("〔"), CJ_LIT("〕") },
    };
    cj_buf b;

    cj_buf_init(&b, arena);
    while (said.n) {
        size_t n = bracketed(said, pairs, sizeof pairs / sizeof *pairs);

        if (n && !is_marker(arena, cj_str_cut(said, 0, n)))
            n = 0;
        if (!n)
            n = source_label(said);
        if (!n)
            cj_buf_byte(&b, said.p[n++]);
        said = cj_str_from(said, n);
    }
    return cj_buf_str(&b);
}

cj_str cj_said_unquoted(cj_arena *arena, cj_str said)
{
    static const pair pairs[] = {
        { CJ_LIT("「"), CJ_LIT("」") },
        { CJ_LIT("『"), CJ_LIT("』") },
        { CJ_LIT("“"), CJ_LIT("”") },
        { CJ_LIT("\""), CJ_LIT("\"") },
    };
    cj_buf b;

    cj_buf_init(&b, arena);
    while (said.n) {
        size_t n = bracketed(said, pairs, sizeof pairs / sizeof *pairs);

        if (n)
            cj_buf_byte(&b, '\n'); /* what stands around a quotation is not one word */
        else
            cj_buf_byte(&b, said.p[n++]);
        said = cj_str_from(said, n);
    }
    return cj_buf_str(&b);
}
