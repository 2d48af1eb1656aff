/* zip_stream.c - one member of a ZIP archive as a stream: inflated, counted and checked. */
#include "sheet/zip.h"
#include <string.h>

#define LOCAL_SIZE 30u
#define WINDOW (64u * 1024u)
#define UNSUSPICIOUS (64u * 1024u * 1024u) /* what may be inflated from however little */

enum { STORED = 0, DEFLATED = 8, ENCRYPTED = 1 };

static const cj_text damaged = {
    "the file is damaged: its part {0} cannot be unpacked; open it in Excel, let Excel "
    "repair it, and save it again",
    "ファイルが壊れています（内部の {0} を展開できません）。Excelで開いて修復し、"
    "保存し直してください。"
};

static uint32_t u16(const char *p)
{
    return (uint32_t)(unsigned char)p[0] | (uint32_t)(unsigned char)p[1] << 8;
}

static cj_rc broken(const cj_zip_stream *s, cj_err *err)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_EFORMAT, damaged, s->entry->name, none);
}

static cj_rc refuse_kind(const cj_zip_entry *e, cj_err *err)
{
    static const cj_text locked = {
        "the file is protected with a password; open it in Excel, remove the password "
        "and save it as .xlsx",
        "パスワードで保護されています。Excelで開いてパスワードを解除し、.xlsx "
        "として保存してください。"
    };
    static const cj_text method = {
        "the file is packed in a way that Excel does not use (part {0}); open it in "
        "Excel and save it again as .xlsx",
        "Excelが使わない方式で圧縮されています（内部の {0}）。Excelで開き、.xlsx "
        "として保存し直してください。"
    };
    cj_str none = { NULL, 0 };

    if (e->flags & ENCRYPTED)
        return cj_fail(err, CJ_EPASSWORD, locked, none, none);
    return cj_fail(err, CJ_EFORMAT, method, e->name, none);
}

static cj_rc too_large(const cj_zip *z, cj_err *err)
{
    static const cj_text says = {
        "the workbook unpacks to more than {0} bytes, which is over the limit",
        "ブックを展開すると大きすぎます（上限 {0} バイト）。"
    };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, says,
                   cj_str_fmt(z->arena, "%zu", z->limits->inflated_bytes), none);
}

static cj_rc too_dense(const cj_zip *z, cj_err *err)
{
    static const cj_text says = { "the workbook unpacks to more than {0} times its size, "
                                  "as files made for attacks do",
                                  "ブックを展開すると元の {0} 倍を超えます。"
                                  "攻撃用のファイルの可能性があるため読み込みません。" };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, says, cj_str_fmt(z->arena, "%zu", z->limits->expansion),
                   none);
}

/* A member that declares too much is refused here, and one that holds more than it declares is
 * refused while it is read: so the declared sizes may be added up as if they were true. */
static cj_rc check_size(cj_zip *z, cj_zip_stream *s, cj_err *err)
{
    const cj_zip_entry *e = s->entry;

    if (e->method == STORED ? e->size != e->packed
                            : e->size > 64 && (e->size - 64) / CJ_INFLATE_RATIO > e->packed)
        return broken(s, err);
    if (e->size > z->limits->inflated_bytes - z->inflated)
        return too_large(z, err);
    z->inflated += e->size;
    if (z->inflated > UNSUSPICIOUS && z->inflated / z->source->size >= z->limits->expansion)
        return too_dense(z, err);
    return CJ_OK;
}

cj_rc cj_zip_stream_open(cj_zip *z, const cj_zip_entry *e, cj_zip_stream *s, cj_err *err)
{
    char local[LOCAL_SIZE];
    uint64_t skip;
    cj_rc rc;

    memset(s, 0, sizeof *s);
    s->zip = z;
    s->entry = e;
    if ((e->flags & ENCRYPTED) || (e->method != STORED && e->method != DEFLATED))
        return refuse_kind(e, err);
    rc = check_size(z, s, err);
    if (rc == CJ_OK)
        rc = cj_source_read(z->source, e->header, local, sizeof local, err);
    if (rc != CJ_OK)
        return rc;
    skip = LOCAL_SIZE + u16(local + 26) + u16(local + 28);
    if (memcmp(local, "PK\3\4", 4) != 0 || e->end - e->header < skip + e->packed)
        return broken(s, err);
    s->at = e->header + skip;
    s->left = e->packed;
    if (e->method == DEFLATED && z->inflate)
        cj_inflate_reset(z->inflate);
    else if (e->method == DEFLATED)
        z->inflate = cj_inflate_new(z->arena);
    return CJ_OK;
}

static cj_rc refill(cj_zip_stream *s, cj_err *err)
{
    cj_zip *z = s->zip;
    size_t n = s->left < WINDOW ? (size_t)s->left : WINDOW;
    cj_rc rc = CJ_OK;

    if (z->source->fd < 0) {
        n = (size_t)s->left;
        s->in = cj_str_cut(z->source->bytes, (size_t)s->at, n);
    } else {
        if (!z->window)
            z->window = cj_alloc_text(z->arena, WINDOW);
        rc = cj_source_read(z->source, s->at, z->window, n, err);
        s->in.p = z->window;
        s->in.n = n;
    }
    s->at += n;
    s->left -= n;
    return rc;
}

static cj_rc read_stored(cj_zip_stream *s, char *to, size_t room, size_t *got, cj_err *err)
{
    size_t n = s->left < room ? (size_t)s->left : room;

    s->at += n;
    s->left -= n;
    s->ended = s->left == 0;
    *got = n;
    return cj_source_read(s->zip->source, s->at - n, to, n, err);
}

static cj_rc read_deflated(cj_zip_stream *s, char *to, size_t room, size_t *got,
                           cj_err *err)
{
    cj_rc rc = CJ_OK;

    *got = 0;
    while (rc == CJ_OK && !s->ended && *got < room) {
        size_t n, before;
        cj_inflated state;

        if (!s->in.n && s->left)
            rc = refill(s, err);
        if (rc != CJ_OK)
            return rc;
        before = s->in.n;
        state = cj_inflate_some(s->zip->inflate, &s->in, to + *got, room - *got, &n);
        *got += n;
        s->ended = state == CJ_INFLATE_DONE;
        if (state == CJ_INFLATE_BROKEN || (!s->ended && n == 0 && s->in.n == before))
            return broken(s, err);
    }
    return rc;
}

cj_rc cj_zip_read(cj_zip_stream *s, char *to, size_t room, size_t *got, cj_err *err)
{
    cj_rc rc = CJ_OK;

    *got = 0;
    if (!s->ended)
        rc = s->entry->method == STORED ? read_stored(s, to, room, got, err)
                                        : read_deflated(s, to, room, got, err);
    if (rc != CJ_OK)
        return rc;
    s->out += *got;
    s->crc = cj_crc32(s->crc, to, *got);
    if (s->out > s->entry->size ||
        (s->ended && (s->out != s->entry->size || s->crc != s->entry->crc)))
        return broken(s, err);
    return CJ_OK;
}
