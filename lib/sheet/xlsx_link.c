/* xlsx_link.c - the targets of links as libxlsxwriter wants them. */
#include "sheet/xlsx_link.h"
#include <cj/write.h>
#include "base/buf.h"
#include "sheet/xlsx_refuse.h"

/* The bytes of a target once those are escaped that libxlsxwriter escapes: it cuts an attribute
 * at CJ_XLSX_LINK bytes, even amid a character. */
static bool fits(cj_str url)
{
    size_t n = url.n, i;

    for (i = 0; i < url.n; i++) {
        if ((unsigned char)url.p[i] < 0x20)
            return false;
        n += memchr(" \"<>[]`^{}%", url.p[i], 11) ? 2 : 0;
    }
    return n > 0 && n <= CJ_XLSX_LINK;
}

static bool plain(cj_str name) /* needs no quotes in a formula */
{
    size_t i;

    for (i = 0; i < name.n; i++) {
        unsigned char c = (unsigned char)name.p[i];

        if (!(c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
              (i && c >= '0' && c <= '9')))
            return false;
    }
    return name.n > 0;
}

/* "Sheet!A1" with the sheet in quotes, as every program takes it. */
static const char *inside(cj_arena *arena, cj_str place)
{
    size_t bang = place.n;
    cj_buf b;

    while (bang && place.p[bang - 1] != '!')
        bang--;
    if (memchr(place.p ? place.p : "", '#', place.n) || place.n > CJ_XLSX_LINK / 2)
        return NULL; /* libxlsxwriter would part it there */
    if (!bang || place.p[0] == '\'' || plain(cj_str_cut(place, 0, bang - 1)))
        return place.n
                   ? cj_str_z(arena, cj_str_fmt(arena, "internal:" CJ_FMT, CJ_ARG(place)))
                   : NULL;
    cj_buf_init(&b, arena);
    cj_buf_z(&b, "internal:'");
    for (size_t i = 0; i + 1 < bang; i++) {
        cj_buf_byte(&b, place.p[i]);
        cj_buf_z(&b, place.p[i] == '\'' ? "'" : "");
    }
    cj_buf_z(&b, "'");
    cj_buf_add(&b, cj_str_from(place, bang - 1));
    return cj_str_z(arena, cj_buf_str(&b));
}

/* libxlsxwriter looks for its own prefixes anywhere in a target. */
static cj_str hide(cj_arena *arena, cj_str url, const char *prefix)
{
    cj_str word = cj_str_of(prefix);
    size_t at;

    while ((at = cj_str_find(url, word)) != CJ_NONE)
        url = cj_str_fmt(arena, CJ_FMT "%%3A" CJ_FMT,
                         CJ_ARG(cj_str_cut(url, 0, at + word.n - 1)),
                         CJ_ARG(cj_str_from(url, at + word.n)));
    return url;
}

const char *cj_xlsx_link(cj_arena *arena, cj_str target)
{
    if (!fits(target))
        return NULL;
    if (target.p[0] == '#')
        return inside(arena, cj_str_from(target, 1));
    target = hide(arena, hide(arena, target, "internal:"), "external:");
    return fits(target) ? cj_str_z(arena, target) : NULL;
}

bool cj_xlsx_takes_link(cj_str target)
{
    cj_arena *arena = cj_arena_new(0);
    bool takes = cj_xlsx_link(arena, target) != NULL;

    cj_arena_free(arena);
    return takes;
}
