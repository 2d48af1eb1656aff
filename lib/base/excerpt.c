/* excerpt.c - texts of any length and on any lines, shown on one. */
#include "base/buf.h"
#include "base/utf8.h"

/* Control characters, which an excerpt leaves out or writes otherwise. */
static bool control(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f);
}

static bool any_control(cj_str s)
{
    while (s.n)
        if (control(cj_utf8_next(&s)))
            return true;
    return false;
}

/* In one line, as much of it as can be needed: a little more than is shown. */
static cj_str one_line(cj_arena *arena, cj_str s, unsigned columns)
{
    size_t enough = columns * 4u + 64;
    cj_str rest = s, line;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (cp == '\r' && rest.n && *rest.p == '\n')
            continue;
        if (cp == '\n' || cp == '\r')
            cj_buf_z(&b, " / ");
        else if (!control(cp))
            cj_utf8_put(&b, cp);
        if (b.n < enough)
            continue;
        line = cj_buf_str(&b);
        if (cj_utf8_width(line) > columns)
            break;
        enough *= 2;
    }
    return cj_buf_str(&b);
}

/* No character takes more columns than bytes. */
cj_str cj_utf8_excerpt(cj_arena *arena, cj_str s, unsigned columns)
{
    cj_str rest, line;

    line = cj_utf8_head(s, columns * 4u + 64);
    if (any_control(line) || (line.n < s.n && cj_utf8_width(line) <= columns))
        line = one_line(arena, s, columns);
    if (line.n <= columns || cj_utf8_width(line) <= columns)
        return line;
    rest = line;
    line = cj_utf8_take(&rest, columns - 1);
    return cj_str_fmt(arena, CJ_FMT "…", CJ_ARG(line));
}

cj_str cj_utf8_joined(cj_arena *arena, cj_str s)
{
    cj_str rest = s, line;
    cj_buf b;

    if (!any_control(s))
        return s;
    cj_buf_init(&b, arena);
    while (cj_str_split(&rest, '\n', &line)) {
        line = cj_utf8_trim(line);
        if (b.n && line.n)
            cj_buf_byte(&b, ' ');
        cj_buf_add(&b, line);
    }
    return cj_buf_str(&b);
}
