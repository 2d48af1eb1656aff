/* encoding.c - names of character encodings, and their text as UTF-8. */
#include "sheet/encoding.h"
#include "base/utf8.h"
#include <errno.h>
#include <iconv.h>
#include <string.h>

/* CP932 is what Windows means by Shift_JIS; iconv's own SJIS turns a backslash into a yen sign
 * and knows no ①. EUC-JP-MS is the same choice for EUC, so that copies of one map read alike. */
static const struct {
    const char *said; /* lower case, without - and _ */
    const char *name, *iconv;
} known[] = {
    { "utf8", "UTF-8", "UTF-8" },       { "utf8bom", "UTF-8", "UTF-8" },
    { "utf8sig", "UTF-8", "UTF-8" },    { "utf16", "UTF-16", "UTF-16LE" },
    { "utf32", "UTF-32", "UTF-32LE" },  { "cp932", "CP932", "CP932" },
    { "ms932", "CP932", "CP932" },      { "windows31j", "CP932", "CP932" },
    { "sjis", "CP932", "CP932" },       { "xsjis", "CP932", "CP932" },
    { "shiftjis", "CP932", "CP932" },   { "mskanji", "CP932", "CP932" },
    { "eucjp", "EUC-JP", "EUC-JP-MS" }, { "eucjpms", "EUC-JP", "EUC-JP-MS" },
    { "ujis", "EUC-JP", "EUC-JP-MS" },  { "latin1", "ISO-8859-1", "ISO-8859-1" },
};

static cj_str folded(cj_arena *arena, cj_str name)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < name.n; i++)
        if (name.p[i] != '-' && name.p[i] != '_')
            cj_buf_byte(&b, (char)(name.p[i] >= 'A' && name.p[i] <= 'Z' ? name.p[i] + 32
                                                                        : name.p[i]));
    return cj_buf_str(&b);
}

static cj_str upper(cj_arena *arena, cj_str name)
{
    cj_str up = cj_str_copy(arena, name);
    char *p = (char *)up.p;
    size_t i;

    for (i = 0; i < up.n; i++)
        p[i] = (char)(p[i] >= 'a' && p[i] <= 'z' ? p[i] - 32 : p[i]);
    return up;
}

/* Letters, digits and - _ . : only: iconv would take "//IGNORE" and lose text without a word. */
static bool plain_name(cj_str name)
{
    size_t i;

    for (i = 0; i < name.n; i++)
        if (!strchr("-_.:", name.p[i]) && !(name.p[i] >= '0' && name.p[i] <= '9') &&
            !((name.p[i] | 32) >= 'a' && (name.p[i] | 32) <= 'z'))
            return false;
    return name.n > 0 && cj_utf8_ascii(name) && !memchr(name.p, 0, name.n);
}

/* Systems that lack the EUC-JP of Windows have the plain one. */
static iconv_t open_between(const char *to, const char *from)
{
    static const char windows[] = "EUC-JP-MS", plain[] = "EUC-JP";
    iconv_t cd = iconv_open(to, from);

    if (cd == (iconv_t)-1 && strcmp(from, windows) == 0)
        cd = iconv_open(to, plain);
    if (cd == (iconv_t)-1 && strcmp(to, windows) == 0)
        cd = iconv_open(plain, from);
    return cd;
}

static bool opens(const char *name)
{
    iconv_t cd = open_between("UTF-8", name);

    if (cd == (iconv_t)-1)
        return false;
    iconv_close(cd);
    return true;
}

bool cj_encoding_find(cj_arena *arena, cj_str name, cj_encoding *out)
{
    cj_str low;
    size_t i;

    if (!plain_name(name))
        return false;
    low = folded(arena, name);
    for (i = 0; i < sizeof known / sizeof *known; i++)
        if (cj_str_eq(low, cj_str_of(known[i].said))) {
            out->name = cj_str_of(known[i].name);
            out->iconv = known[i].iconv;
            return opens(out->iconv);
        }
    out->name = upper(arena, name);
    out->iconv = cj_str_z(arena, name);
    return opens(out->iconv);
}

static size_t convert(iconv_t cd, cj_str from, cj_text_sink sink, void *context)
{
    char *in = (char *)from.p, text[8192];
    size_t left = from.n, bad = CJ_NONE;
    bool more = true;

    if (cd == (iconv_t)-1)
        return 0;
    while (more) {
        char *to = text;
        size_t room = sizeof text;
        bool end = left == 0;
        size_t rc = iconv(cd, end ? NULL : &in, end ? NULL : &left, &to, &room);
        cj_str piece = { text, sizeof text - room };

        more = rc == (size_t)-1 ? errno == E2BIG : !end;
        if (rc == (size_t)-1 && errno != E2BIG)
            bad = from.n - left;
        if (piece.n)
            sink(context, piece);
    }
    iconv_close(cd);
    return bad;
}

size_t cj_encoding_each(const char *name, cj_str bytes, cj_text_sink sink, void *context)
{
    return convert(open_between("UTF-8", name), bytes, sink, context);
}

static void add_piece(void *context, cj_str piece)
{
    cj_buf_add(context, piece);
}

size_t cj_encoding_text(cj_arena *arena, const char *name, cj_str bytes, cj_str *out)
{
    size_t bad;
    cj_buf b;

    cj_buf_init(&b, arena);
    cj_buf_space(&b, bytes.n + 1);
    bad = cj_encoding_each(name, bytes, add_piece, &b);
    *out = cj_buf_str(&b);
    return bad;
}

size_t cj_encoding_bytes(cj_arena *arena, const char *name, cj_str text, cj_str *out)
{
    size_t bad;
    cj_buf b;

    cj_buf_init(&b, arena);
    cj_buf_space(&b, text.n + 1);
    bad = convert(open_between(name, "UTF-8"), text, add_piece, &b);
    *out = cj_buf_str(&b);
    return bad;
}
