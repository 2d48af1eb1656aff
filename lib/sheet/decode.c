/* decode.c - decides the character encoding of a text file. */
#include "sheet/decode.h"
#include "sheet/encoding.h"
#include "sheet/japanese.h"
#include "sheet/unicode.h"
#include "base/utf8.h"
#include <string.h>

/* ISO-2022-JP is plain ASCII but for its escape sequences, which nothing else has. */
static bool is_jis(cj_str bytes)
{
    return cj_str_has(bytes, CJ_STR("\x1b$B")) || cj_str_has(bytes, CJ_STR("\x1b$@"));
}

bool cj_decode_bid(cj_str head)
{
    size_t n;

    return cj_unicode_mark(head, &n) || cj_unicode_wide(head) || is_jis(head) ||
           !cj_unicode_binary(head);
}

static cj_rc not_valid(cj_decoded *out, cj_err *err)
{
    static const cj_text says = {
        "from here on the text is not valid {0}: the file is damaged or in another encoding; "
        "save it in Excel as \"CSV UTF-8\", or name its encoding with --encoding",
        "ここから先は{0}として正しくありません。"
        "ファイルが壊れているか、文字コードが違います。"
        "Excelで「CSV UTF-8」として保存し直すか、"
        "--encoding で文字コードを指定してください。"
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
        bad = cj_unicode_bad(bytes);
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
        "unknown encoding \"{0}\"; usual ones are utf-8, cp932 (Shift_JIS), euc-jp, utf-16",
        "「{0}」という文字コードはありません。"
        "utf-8、cp932（Shift_JIS）、euc-jp、utf-16 などを指定してください。"
    };
    cj_str none = { NULL, 0 };
    cj_encoding e;
    const char *mark, *like;
    size_t n;

    if (!cj_encoding_find(arena, forced, &e))
        return cj_fail(err, CJ_EUSAGE, unknown, forced, none);
    mark = cj_unicode_mark(bytes, &n);
    if (mark && cj_str_starts(cj_str_of(mark), e.name)) {
        out->bom = true;
        return take_named(arena, cj_str_from(bytes, n), mark, out, err);
    }
    like = cj_unicode_wide(bytes);
    if (like && cj_str_starts(cj_str_of(like), e.name))
        return take_named(arena, bytes, like, out, err);
    out->encoding = e.name;
    return take(arena, bytes, e.iconv, out, err);
}

static void feed(void *seen, cj_str piece)
{
    cj_japanese_feed(seen, piece);
}

typedef struct candidate {
    const char *name, *iconv;
    bool shared; /* its bytes are Korean or Chinese as well */
    bool reads;  /* what is valid of it reads as Japanese */
    size_t bad;  /* where it is not valid, or CJ_NONE */
} candidate;

static void try_candidate(candidate *c, cj_str bytes)
{
    cj_japanese seen;

    memset(&seen, 0, sizeof seen);
    c->bad = cj_encoding_each(c->iconv, bytes, feed, &seen);
    c->reads = cj_japanese_reads(&seen, c->shared);
}

/* The one that reads as Japanese: to its end or, if none does, for more than half of the file,
 * so that the error can say where it breaks off. */
static const candidate *the_one(const candidate *c, size_t n, size_t bytes)
{
    const candidate *whole = NULL, *part = NULL;
    size_t i, wholes = 0, parts = 0;

    for (i = 0; i < n; i++)
        if (c[i].reads && c[i].bad == CJ_NONE) {
            whole = &c[i];
            wholes++;
        } else if (c[i].reads && c[i].bad > bytes / 2) {
            part = &c[i];
            parts++;
        }
    if (wholes)
        return wholes == 1 ? whole : NULL;
    return parts == 1 ? part : NULL;
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
        "the file in Excel as \"CSV UTF-8\"",
        "文字コードを判断できません。--encoding で指定するか（{0}）、"
        "Excelで「CSV UTF-8」として保存し直してください。"
    };
    static const cj_text no_idea = {
        "the character encoding cannot be decided: save the file in Excel as \"CSV UTF-8\", "
        "or name its encoding with --encoding",
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
    candidate japanese[] = { { "CP932", "CP932", false, false, 0 },
                             { "EUC-JP", "EUC-JP-MS", true, false, 0 } };
    const size_t n = sizeof japanese / sizeof *japanese;
    const char *wide_name = cj_unicode_wide(bytes);
    const candidate *best;
    size_t i;

    if (wide_name)
        return take_named(arena, bytes, wide_name, out, err);
    if (cj_utf8_ascii(bytes) && is_jis(bytes))
        return take_named(arena, bytes, "ISO-2022-JP", out, err);
    if (cj_utf8_valid(bytes) || cj_unicode_mostly_utf8(bytes))
        return take_named(arena, bytes, "UTF-8", out, err);
    for (i = 0; i < n; i++)
        try_candidate(&japanese[i], bytes);
    best = the_one(japanese, n, bytes.n);
    if (!best)
        return undecided(arena, bytes, err);
    out->encoding = cj_str_of(best->name);
    return take(arena, bytes, best->iconv, out, err);
}

cj_rc cj_decode(cj_arena *arena, cj_str bytes, cj_str forced, cj_decoded *out, cj_err *err)
{
    const char *mark;
    size_t n;

    memset(out, 0, sizeof *out);
    if (forced.n)
        return take_forced(arena, bytes, forced, out, err);
    mark = cj_unicode_mark(bytes, &n);
    out->bom = mark != NULL;
    if (mark)
        return take_named(arena, cj_str_from(bytes, n), mark, out, err);
    return decide(arena, bytes, out, err);
}
