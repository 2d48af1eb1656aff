/* xlsx_text.c - the text of a string item: plain or in runs, without furigana, decoded. */
#include "sheet/xlsx_text.h"
#include "base/utf8.h"
#include <string.h>

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The code unit of "_xHHHH_" at p, or -1. */
static long escape(const char *p, size_t n)
{
    long unit = 0;
    size_t i;

    if (n < 7 || p[0] != '_' || (p[1] != 'x' && p[1] != 'X') || p[6] != '_')
        return -1;
    for (i = 2; i < 6; i++) {
        if (hex(p[i]) < 0)
            return -1;
        unit = unit * 16 + hex(p[i]);
    }
    return unit;
}

static size_t put(char *to, uint32_t cp)
{
    static const unsigned lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
    size_t n = cj_utf8_len(cp), i;

    for (i = n; i > 1; i--, cp >>= 6)
        to[i - 1] = (char)(0x80u | (cp & 0x3fu));
    to[0] = (char)(lead[n] | cp);
    return n;
}

/* Decodes one escape (or a pair of surrogates); 0: there is none, or half a pair, which stays
 * as it is written. */
static size_t decode(const char *p, size_t n, uint32_t *cp)
{
    long unit = escape(p, n), low;

    if (unit < 0 || (unit >= 0xdc00 && unit <= 0xdfff))
        return 0;
    *cp = (uint32_t)unit;
    if (unit < 0xd800 || unit > 0xdbff)
        return 7;
    low = escape(p + 7, n - 7);
    if (low < 0xdc00 || low > 0xdfff)
        return 0;
    *cp = 0x10000u + ((uint32_t)(unit - 0xd800) << 10) + (uint32_t)(low - 0xdc00);
    return 14;
}

size_t cj_xstring_decode(char *p, size_t n)
{
    char *first = n ? memchr(p, '_', n) : NULL;
    size_t from, to;

    if (!first)
        return n;
    for (from = to = (size_t)(first - p); from < n;) {
        uint32_t cp;
        size_t used = p[from] == '_' ? decode(p + from, n - from, &cp) : 0;

        if (used)
            to += put(p + to, cp);
        else
            p[to++] = p[from];
        from += used ? used : 1;
    }
    return to;
}

cj_str cj_xstring_decoded(cj_arena *arena, cj_str text)
{
    char *p = cj_alloc_text(arena, text.n + 1);

    memcpy(p, text.n ? text.p : "", text.n);
    text.n = cj_xstring_decode(p, text.n);
    text.p = p;
    return text;
}

void cj_rich_init(cj_rich *r, cj_arena *arena, const cj_limits *limits)
{
    memset(r, 0, sizeof *r);
    cj_buf_init(&r->text, arena);
    r->limit = limits->cell_bytes;
}

void cj_rich_clear(cj_rich *r)
{
    r->text.n = 0;
    r->phonetic = 0;
    r->open = false;
}

void cj_rich_start(cj_rich *r, cj_str name)
{
    if (cj_str_eq(name, CJ_STR("rPh")))
        r->phonetic++;
    if (cj_str_eq(name, CJ_STR("t")) && !r->phonetic) {
        r->open = true;
        r->from = r->text.n;
    }
}

void cj_rich_end(cj_rich *r, cj_str name)
{
    if (cj_str_eq(name, CJ_STR("rPh")) && r->phonetic)
        r->phonetic--;
    if (cj_str_eq(name, CJ_STR("t")) && r->open) {
        r->open = false;
        if (r->text.n > r->from)
            r->text.n =
                r->from + cj_xstring_decode(r->text.p + r->from, r->text.n - r->from);
    }
}

cj_rc cj_text_too_long(cj_arena *arena, size_t limit, cj_err *err)
{
    static const cj_text says = {
        "a cell's text is longer than {0} bytes, which is over the limit",
        "セルの文字列が長すぎます（上限 {0} バイト）。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, says, cj_str_fmt(arena, "%zu", limit), none);
}

cj_rc cj_rich_add(cj_rich *r, cj_str piece, cj_err *err)
{
    if (!r->open)
        return CJ_OK;
    if (piece.n > r->limit - r->text.n)
        return cj_text_too_long(r->text.arena, r->limit, err);
    cj_buf_add(&r->text, piece);
    return CJ_OK;
}
