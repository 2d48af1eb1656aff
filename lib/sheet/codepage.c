/* codepage.c - text of old workbooks, written in a Windows or Macintosh code page, as UTF-8. */
#include "sheet/codepage.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "sheet/encoding.h"
#include <stdio.h>

#define MAC_JAPANESE 10001u
#define MAC_ROMAN 0x8000u /* as BIFF2 and BIFF3 call it; 10000 later */
#define JOHAB 1361u
#define UTF16 1200u

static void name_page(char name[16], unsigned codepage)
{
    if (codepage == 10000 || codepage == MAC_ROMAN)
        snprintf(name, 16, "MACINTOSH");
    else if (codepage == UTF16)
        snprintf(name, 16, "UTF-16LE");
    else if (codepage == JOHAB)
        snprintf(name, 16, "JOHAB");
    else
        snprintf(name, 16, "CP%u", codepage == MAC_JAPANESE ? 932 : codepage & 0xffff);
}

cj_str cj_codepage_text(cj_arena *arena, unsigned codepage, cj_str bytes)
{
    cj_encoding known;
    char name[16];
    cj_str piece;
    cj_buf b;

    if (codepage != UTF16 && cj_utf8_ascii(bytes))
        return cj_str_copy(arena, bytes);
    name_page(name, codepage);
    if (!cj_encoding_find(arena, cj_str_of(name), &known))
        snprintf(name, sizeof name, "CP1252");
    cj_buf_init(&b, arena);
    while (bytes.n) {
        size_t bad = cj_encoding_text(arena, name, bytes, &piece);

        cj_buf_add(&b, piece);
        if (bad == CJ_NONE)
            break;
        cj_utf8_put(&b, CJ_BAD);
        bytes = cj_str_from(bytes, bad + 1);
    }
    return cj_buf_str(&b);
}
