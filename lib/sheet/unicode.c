/* unicode.c - what shows that bytes are UTF-8, UTF-16 or UTF-32, and that they are no text. */
#include "sheet/unicode.h"
#include "base/utf8.h"
#include <string.h>

#define LOOK 65536u /* how much of a file shows whether it is UTF-16 or UTF-32 */

/* UTF-32LE stands before UTF-16LE, whose mark begins the same. */
static const struct {
    cj_str bytes;
    const char *name;
} marks[] = {
    { CJ_LIT("\xef\xbb\xbf"), "UTF-8" },    { CJ_LIT("\xff\xfe\0\0"), "UTF-32LE" },
    { CJ_LIT("\0\0\xfe\xff"), "UTF-32BE" }, { CJ_LIT("\xff\xfe"), "UTF-16LE" },
    { CJ_LIT("\xfe\xff"), "UTF-16BE" },
};

const char *cj_unicode_mark(cj_str bytes, size_t *n)
{
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(bytes, marks[i].bytes)) {
            *n = marks[i].bytes.n;
            return marks[i].name;
        }
    *n = 0;
    return NULL;
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7f;
}

bool cj_unicode_binary(cj_str text)
{
    size_t i, controls = 0, nuls = 0;

    for (i = 0; i < text.n; i++) {
        nuls += text.p[i] == 0;
        controls += text.p[i] != 0 && is_control((unsigned char)text.p[i]);
    }
    return nuls > 2 + text.n / 20 || controls > 1 + text.n / 100;
}

typedef struct wide {
    const char *name;
    unsigned bytes; /* of one unit */
    bool big;       /* the high byte comes first */
} wide;

static uint32_t unit_at(const wide *w, const unsigned char *p)
{
    uint32_t u = 0;
    unsigned i;

    for (i = 0; i < w->bytes; i++)
        u |= (uint32_t)p[i] << 8 * (w->big ? w->bytes - 1 - i : i);
    return u;
}

/* How many ASCII characters `b` has if it is read as `w`, less the separators that stand alone
 * as in a text of single bytes; 0 where it has units that no text has. */
static size_t wide_ascii(const wide *w, cj_str b)
{
    const unsigned char *p = (const unsigned char *)b.p;
    size_t ascii = 0, bare = 0, i;
    unsigned k;

    for (i = 0; i + w->bytes <= b.n; i += w->bytes) {
        uint32_t u = unit_at(w, p + i);

        if (is_control(u) || u > 0x10ffff || u == 0xfffe || u == 0xffff)
            return 0;
        if (u < 0x80) {
            ascii++;
            continue;
        }
        for (k = 0; k < w->bytes; k++)
            bare += p[i + k] && strchr("\t\n\r\",;", p[i + k]) != NULL;
    }
    return ascii > bare ? ascii - bare : 0;
}

const char *cj_unicode_wide(cj_str bytes)
{
    static const wide forms[] = { { "UTF-32LE", 4, false },
                                  { "UTF-32BE", 4, true },
                                  { "UTF-16LE", 2, false },
                                  { "UTF-16BE", 2, true } };
    const char *best = NULL;
    size_t i, most = 0;

    bytes = cj_str_cut(bytes, 0, LOOK);
    if (!bytes.n || !memchr(bytes.p, 0, bytes.n))
        return NULL;
    for (i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t n = wide_ascii(&forms[i], bytes);

        if (n > most) {
            most = n;
            best = forms[i].name;
        }
    }
    return best;
}

size_t cj_unicode_bad(cj_str s)
{
    cj_str rest = s;

    while (rest.n) {
        cj_str here = rest;

        if (cj_utf8_next(&rest) == CJ_BAD && here.n - rest.n == 1)
            return s.n - here.n;
    }
    return CJ_NONE;
}

bool cj_unicode_mostly_utf8(cj_str s)
{
    size_t good = 0, bad = 0;

    while (s.n) {
        size_t before = s.n;
        uint32_t cp = cj_utf8_next(&s);

        good += before - s.n > 1;
        bad += cp == CJ_BAD && before - s.n == 1;
    }
    return good >= 4 * bad;
}
