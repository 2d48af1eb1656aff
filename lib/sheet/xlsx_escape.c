/* xlsx_escape.c - text as the parts of a workbook can hold it: _xHHHH_ for what XML cannot. */
#include "sheet/xlsx_escape.h"
#include "base/utf8.h"
#include <cj/book.h>

static bool hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool like_escape(cj_str s)
{
    return s.n >= 7 && s.p[0] == '_' && (s.p[1] == 'x' || s.p[1] == 'X') && hex(s.p[2]) &&
           hex(s.p[3]) && hex(s.p[4]) && hex(s.p[5]) && s.p[6] == '_';
}

static bool control(uint32_t cp)
{
    return cp < 0x20 && cp != '\n' && cp != '\t';
}

static bool never(uint32_t cp) /* in XML */
{
    return cp == 0 || cp == 0xfffe || cp == 0xffff;
}

static const char *ended(cj_buf *b)
{
    cj_buf_byte(b, 0);
    return b->p;
}

const char *cj_xlsx_cell_text(cj_arena *arena, cj_str text)
{
    cj_buf b;

    cj_buf_init(&b, arena);
    while (text.n) {
        bool mask = like_escape(text);
        uint32_t cp = cj_utf8_next(&text);

        if (mask)
            cj_buf_z(&b, "_x005F_");
        else if (never(cp))
            cj_buf_fmt(&b, "_x%04X_", (unsigned)cp);
        else
            cj_utf8_put(&b, cp);
    }
    return ended(&b);
}

void cj_xlsx_put_text(cj_buf *to, cj_str text)
{
    while (text.n) {
        bool mask = like_escape(text);
        uint32_t cp = cj_utf8_next(&text);

        if (mask)
            cj_buf_z(to, "_x005F_");
        else if (never(cp) || control(cp))
            cj_buf_fmt(to, "_x%04X_", (unsigned)cp);
        else if (cp == '&' || cp == '<' || cp == '>')
            cj_buf_z(to, cp == '&' ? "&amp;" : cp == '<' ? "&lt;" : "&gt;");
        else
            cj_utf8_put(to, cp);
    }
}

const char *cj_xlsx_note_text(cj_arena *arena, cj_str text)
{
    cj_buf b;
    bool first = true;

    cj_buf_init(&b, arena);
    while (text.n) {
        bool mask = like_escape(text);
        uint32_t cp = cj_utf8_next(&text);
        bool edge = (first || !text.n) && (cp == ' ' || cp == '\n' || cp == '\t');

        first = false;
        if (mask)
            cj_buf_z(&b, "_x005F_");
        else if (never(cp) || control(cp) || edge)
            cj_buf_fmt(&b, "_x%04X_", (unsigned)cp);
        else
            cj_utf8_put(&b, cp);
    }
    return ended(&b);
}

const char *cj_xlsx_plain_text(cj_arena *arena, cj_str text, size_t units)
{
    cj_buf b;
    size_t n = 0;

    cj_buf_init(&b, arena);
    while (text.n) {
        uint32_t cp = cj_utf8_next(&text);

        n += cp > 0xffff ? 2 : 1;
        if (n > units)
            break;
        cj_utf8_put(&b, never(cp) || control(cp) ? ' ' : cp);
    }
    return ended(&b);
}

const char *cj_xlsx_title(cj_arena *arena, cj_str text)
{
    return cj_xlsx_plain_text(arena,
                              cj_str_fmt(arena, "%s" CJ_FMT,
                                         cj_str_starts(text, CJ_STR("=")) ? " " : "",
                                         CJ_ARG(text)),
                              255);
}

const char *cj_xlsx_about(cj_arena *arena, cj_str text)
{
    enum { MOST = 2000 }; /* libxlsxwriter cuts an attribute at 2,079 bytes */
    bool ours = cj_str_ends(text, CJ_STR(CJ_OURS));

    if (text.n > MOST) {
        cj_str head = cj_utf8_head(text, MOST - sizeof CJ_OURS);

        text = cj_str_fmt(arena, CJ_FMT "…%s", CJ_ARG(head), ours ? CJ_OURS : "");
    }
    return cj_xlsx_plain_text(arena, text, MOST);
}
