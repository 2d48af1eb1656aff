/* xml_escape.c - characters that XML writes as references, both ways. */
#include "sheet/xml_raw.h"
#include "base/utf8.h"

static const char *reference_for(char c, bool with_quotes)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return with_quotes ? "&quot;" : NULL;
    case '\n':
        return with_quotes ? "&#10;" : NULL;
    case '\t':
        return with_quotes ? "&#9;" : NULL;
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

void cj_xml_escape(cj_buf *to, cj_str text, bool with_quotes)
{
    size_t i, from = 0;

    for (i = 0; i < text.n; i++) {
        char c = text.p[i];
        const char *reference = reference_for(c, with_quotes);
        bool forbidden = (unsigned char)c < 0x20 && c != '\n' && c != '\t' && c != '\r';

        if (!reference && !forbidden)
            continue;
        cj_buf_add(to, cj_str_cut(text, from, i - from));
        from = i + 1;
        if (reference)
            cj_buf_z(to, reference);
    }
    cj_buf_add(to, cj_str_from(text, from));
}

/* "#10" or "#xA" as a code point; 0: it is none. */
static uint32_t number_of(cj_str s)
{
    unsigned base = 10;
    uint32_t cp = 0;
    size_t i = 1;

    if (s.n > 1 && (s.p[1] == 'x' || s.p[1] == 'X')) {
        base = 16;
        i++;
    }
    if (i >= s.n || s.n > 10)
        return 0;
    for (; i < s.n; i++) {
        char c = s.p[i];
        unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                         : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
                                                : 16;

        if (digit >= base)
            return 0;
        cp = cp * base + digit;
    }
    return cp;
}

static uint32_t meant(cj_str name)
{
    static const struct {
        const char *name;
        char c;
    } table[] = {
        { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }
    };
    size_t i;

    if (name.n && name.p[0] == '#')
        return number_of(name);
    for (i = 0; i < sizeof table / sizeof *table; i++)
        if (cj_str_eq(name, cj_str_of(table[i].name)))
            return (uint32_t)table[i].c;
    return 0;
}

cj_str cj_xml_unescape(cj_arena *arena, cj_str raw)
{
    cj_buf b;

    if (!raw.n || !memchr(raw.p, '&', raw.n))
        return raw;
    cj_buf_init(&b, arena);
    while (raw.n) {
        size_t at = cj_str_find(raw, CJ_STR("&")), end;
        uint32_t cp;

        cj_buf_add(&b, cj_str_cut(raw, 0, at));
        if (at == CJ_NONE)
            break;
        raw = cj_str_from(raw, at);
        end = cj_str_find(cj_str_cut(raw, 0, 12), CJ_STR(";"));
        cp = end == CJ_NONE ? 0 : meant(cj_str_cut(raw, 1, end - 1));
        if (cp)
            cj_utf8_put(&b, cp);
        else
            cj_buf_byte(&b, '&');
        raw = cj_str_from(raw, cp ? end + 1 : 1);
    }
    return cj_buf_str(&b);
}
