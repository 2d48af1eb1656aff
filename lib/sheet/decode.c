/* decode.c - decides the character encoding of a text file. */
#include "sheet/decode.h"
#include "sheet/encoding.h"
#include "sheet/japanese.h"
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

static const char *mark_of(cj_str bytes, size_t *n)
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

bool cj_decode_binary(cj_str text)
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

/* UTF-16 or UTF-32 without a mark shows by the NUL bytes of its ASCII characters. */
static const char *wide_of(cj_str bytes)
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

/* ISO-2022-JP is plain ASCII but for its escape sequences, which nothing else has. */
static bool is_jis(cj_str bytes)
{
    return cj_str_has(bytes, CJ_STR("\x1b$B")) || cj_str_has(bytes, CJ_STR("\x1b$@"));
}

bool cj_decode_bid(cj_str head)
{
    size_t n;

    return mark_of(head, &n) || wide_of(head) || is_jis(head) || !cj_decode_binary(head);
}

static size_t first_bad(cj_str s)
{
    cj_str rest = s;

    while (rest.n) {
        cj_str here = rest;

        if (cj_utf8_next(&rest) == CJ_BAD && here.n - rest.n == 1)
            return s.n - here.n;
    }
    return CJ_NONE;
}

/* UTF-8 with a few broken places is that, and not another encoding by chance. */
static bool mostly_utf8(cj_str s)
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

static cj_rc not_valid(cj_decoded *out, cj_err *err)
{
    static const cj_text says = {
        "from here on the text is not valid {0}: the file is damaged or in another "
        "encoding; "
        "save it in Excel as \"CSV UTF-8\", or name its encoding with --encoding",
        "ここから先は{0}"
        "として正しくありません。ファイルが壊れているか、文字コードが違います。"
        "Excelで「CSV UTF-8」として保存し直すか、--encoding "
        "で文字コードを指定してください。"
    };
    cj_str none = { NULL, 0 };

    out->broken = true;
    return cj_fail(err, CJ_EENCODING, says, out->encoding, none);
}

static cj_rc take(cj_arena *arena, cj_str bytes, const char *iconv, cj_decoded *out,
                  cj_err *err)
{
    size_t bad;

    if (strcmp(iconv, "UTF-8") == 0) {
        bad = first_bad(bytes);
        out->text = cj_str_cut(bytes, 0, bad);
    } else {
        bad = cj_encoding_text(arena, iconv, bytes, &out->text);
    }
    return bad == CJ_NONE ? CJ_OK : not_valid(out, err);
}

static cj_rc take_named(cj_arena *arena, cj_str bytes, const char *name, cj_decoded *out,
                        cj_err *err)
{
    out->encoding = cj_str_of(name);
    return take(arena, bytes, name, out, err);
}

/* "UTF-16" and "UTF-32" leave the byte order to the mark, else to what the bytes look like. */
static cj_rc take_forced(cj_arena *arena, cj_str bytes, cj_str forced, cj_decoded *out,
                         cj_err *err)
{
    static const cj_text unknown = {
        "unknown encoding \"{0}\"; usual ones are utf-8, cp932 (Shift_JIS), euc-jp and "
        "utf-16",
        "「{0}」という文字コードはありません。utf-8、cp932（Shift_JIS）、euc-jp、utf-16 "
        "などを指定してください。"
    };
    cj_str none = { NULL, 0 };
    cj_encoding e;
    const char *mark, *like;
    size_t n;

    if (!cj_encoding_find(arena, forced, &e))
        return cj_fail(err, CJ_EUSAGE, unknown, forced, none);
    mark = mark_of(bytes, &n);
    if (mark && cj_str_starts(cj_str_of(mark), e.name)) {
        out->bom = true;
        return take_named(arena, cj_str_from(bytes, n), mark, out, err);
    }
    like = wide_of(bytes);
    if (like && cj_str_starts(cj_str_of(like), e.name))
        return take_named(arena, bytes, like, out, err);
    out->encoding = e.name;
    return take(arena, bytes, e.iconv, out, err);
}

static void feed(void *seen, cj_str piece)
{
    cj_japanese_feed(seen, piece);
}

static bool reads_as_japanese(const char *iconv, cj_str bytes, bool shared)
{
    cj_japanese seen;

    memset(&seen, 0, sizeof seen);
    return cj_encoding_each(iconv, bytes, feed, &seen) == CJ_NONE &&
           cj_japanese_reads(&seen, shared);
}

static void ignore(void *context, cj_str piece)
{
    (void)context;
    (void)piece;
}

/* The line with the first character that is not ASCII: what a preview shows. */
static cj_str telling_line(cj_str bytes)
{
    size_t at = 0, from, to;

    while (at < bytes.n && (unsigned char)bytes.p[at] < 0x80)
        at++;
    for (from = at; from > 0 && at - from < 24 && !strchr("\r\n", bytes.p[from - 1]);
         from--)
        ;
    for (to = at; to < bytes.n && to - at < 200 && !strchr("\r\n", bytes.p[to]); to++)
        ;
    return cj_str_cut(bytes, from, to - from);
}

/* How `name` would read it, if all of it is valid in that encoding. */
static void add_preview(cj_arena *arena, cj_buf *b, const char *name, const char *iconv,
                        cj_str bytes)
{
    cj_str text;

    if (cj_encoding_each(iconv, bytes, ignore, NULL) != CJ_NONE)
        return;
    cj_encoding_text(arena, iconv, telling_line(bytes), &text);
    text = cj_utf8_excerpt(arena, text, 30);
    cj_buf_fmt(b, "%s%s \"" CJ_FMT "\"", b->n ? ", " : "", name, CJ_ARG(text));
}

static cj_rc undecided(cj_arena *arena, cj_str bytes, cj_err *err)
{
    static const cj_text says = {
        "the character encoding cannot be decided: name it with --encoding ({0}), or save "
        "the "
        "file in Excel as \"CSV UTF-8\"",
        "文字コードを判断できません。--encoding で指定するか（{0}）、"
        "Excelで「CSV UTF-8」として保存し直してください。"
    };
    static const cj_text no_idea = {
        "the character encoding cannot be decided: save the file in Excel as \"CSV "
        "UTF-8\", or "
        "name its encoding with --encoding",
        "文字コードを判断できません。Excelで「CSV UTF-8」として保存し直すか、"
        "--encoding で文字コードを指定してください。"
    };
    cj_str none = { NULL, 0 };
    cj_buf b;

    cj_buf_init(&b, arena);
    add_preview(arena, &b, "cp932", "CP932", bytes);
    add_preview(arena, &b, "euc-jp", "EUC-JP-MS", bytes);
    add_preview(arena, &b, "cp1252", "CP1252", bytes);
    return cj_fail(err, CJ_EENCODING, b.n ? says : no_idea, cj_buf_str(&b), none);
}

static cj_rc decide(cj_arena *arena, cj_str bytes, cj_decoded *out, cj_err *err)
{
    const char *wide_name = wide_of(bytes);
    bool sjis, euc;

    if (wide_name)
        return take_named(arena, bytes, wide_name, out, err);
    if (cj_utf8_ascii(bytes) && is_jis(bytes))
        return take_named(arena, bytes, "ISO-2022-JP", out, err);
    if (cj_utf8_valid(bytes) || mostly_utf8(bytes))
        return take_named(arena, bytes, "UTF-8", out, err);
    sjis = reads_as_japanese("CP932", bytes, false);
    euc = reads_as_japanese("EUC-JP-MS", bytes, true);
    if (sjis == euc)
        return undecided(arena, bytes, err);
    out->encoding = sjis ? CJ_STR("CP932") : CJ_STR("EUC-JP");
    return take(arena, bytes, sjis ? "CP932" : "EUC-JP-MS", out, err);
}

cj_rc cj_decode(cj_arena *arena, cj_str bytes, cj_str forced, cj_decoded *out, cj_err *err)
{
    const char *mark;
    size_t n;

    memset(out, 0, sizeof *out);
    if (forced.n)
        return take_forced(arena, bytes, forced, out, err);
    mark = mark_of(bytes, &n);
    out->bom = mark != NULL;
    if (mark)
        return take_named(arena, cj_str_from(bytes, n), mark, out, err);
    return decide(arena, bytes, out, err);
}
