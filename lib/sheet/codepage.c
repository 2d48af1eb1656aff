/* codepage.c - text of old workbooks, written in a Windows or Macintosh code page, as UTF-8. */
#include "sheet/codepage.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <errno.h>
#include <iconv.h>
#include <stdio.h>

static iconv_t open_page(unsigned codepage)
{
    char name[16];
    iconv_t it;

    if (codepage == 10000 || codepage == 0x8000)
        snprintf(name, sizeof name, "MACINTOSH");
    else if (codepage == 1200)
        snprintf(name, sizeof name, "UTF-16LE");
    else if (codepage == 1361)
        snprintf(name, sizeof name, "JOHAB");
    else
        snprintf(name, sizeof name, "CP%u", codepage == 10001 ? 932 : codepage & 0xffff);
    it = iconv_open("UTF-8", name);
    return it == (iconv_t)-1 ? iconv_open("UTF-8", "CP1252") : it;
}

cj_str cj_codepage_text(cj_arena *arena, unsigned codepage, cj_str bytes)
{
    char *from = (char *)bytes.p; /* iconv does not write there, its type only says so */
    size_t left = bytes.n;
    iconv_t it;
    cj_buf b;

    if (codepage != 1200 && cj_utf8_ascii(bytes))
        return cj_str_copy(arena, bytes);
    cj_buf_init(&b, arena);
    it = open_page(codepage);
    while (left && it != (iconv_t)-1) {
        char *to = cj_buf_space(&b, left * 4 + 16), *start = to;
        size_t room = left * 4 + 16;
        size_t rc = iconv(it, &from, &left, &to, &room);

        b.n += (size_t)(to - start);
        if (rc != (size_t)-1)
            break;
        if (errno != E2BIG) {
            cj_utf8_put(&b, CJ_BAD);
            from++;
            left--;
        }
    }
    if (it != (iconv_t)-1)
        iconv_close(it);
    return cj_buf_str(&b);
}
