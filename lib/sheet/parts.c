/* parts.c - a package on its way from what it was to what it becomes. */
#include "sheet/parts.h"
#include "sheet/deflate.h"
#include "sheet/encoding.h"
#include "sheet/zip_write.h"

#define WINDOW (64u * 1024u)
#define SMALL (256u * 1024u) /* such parts are kept as they are, and packed in the end */

static const cj_str none = { NULL, 0 };

/* A part that is no longer as it was. */
typedef struct cj_part {
    cj_str name;
    const cj_zip_entry *was; /* NULL: it is new */
    bool gone;
    bool packed; /* `bytes` is deflated already */
    cj_str bytes;
    uint64_t size; /* of what is packed */
    uint32_t crc;
} cj_part;

struct cj_part_out {
    cj_parts *parts;
    cj_deflate *deflate; /* NULL: all of it is in the window */
    cj_buf window, packed;
    uint64_t size;
    uint32_t crc;
    bool same;
};

void cj_parts_init(cj_arena *arena, cj_package *package, cj_parts *out)
{
    memset(out, 0, sizeof *out);
    out->arena = arena;
    out->package = package;
    out->opened = CJ_NEW_N(arena, bool, package->zip.n_entries + 1);
    out->small = CJ_NEW_N(arena, cj_str, package->zip.n_entries + 1);
}

/* ---- which part -------------------------------------------------------------------------------------- */

/* Case and the kind of slash do not count, as in an archive. */
static bool same_name(cj_str a, cj_str b)
{
    size_t i;

    if (a.n != b.n)
        return false;
    for (i = 0; i < a.n; i++)
        if ((a.p[i] | 0x20) != (b.p[i] | 0x20) && !(a.p[i] == '\\' && b.p[i] == '/') &&
            !(a.p[i] == '/' && b.p[i] == '\\'))
            return false;
    return true;
}

static cj_part *changed(const cj_parts *p, cj_str name)
{
    size_t i;

    for (i = 0; i < p->n; i++)
        if (same_name(p->part[i].name, name))
            return &p->part[i];
    return NULL;
}

static cj_part *change(cj_parts *p, cj_str name)
{
    cj_part *part = changed(p, name);

    if (part)
        return part;
    CJ_ROOM(p->arena, p->part, p->n, p->cap);
    part = &p->part[p->n++];
    memset(part, 0, sizeof *part);
    part->name = cj_str_copy(p->arena, name);
    part->was = cj_zip_find(&p->package->zip, name);
    return part;
}

bool cj_parts_has(const cj_parts *p, cj_str name)
{
    const cj_part *part = changed(p, name);

    return part ? !part->gone : cj_package_has(p->package, name);
}

cj_str cj_parts_free_name(cj_parts *p, const char *head, const char *tail)
{
    unsigned i;

    for (i = 1;; i++) {
        cj_str name = cj_str_fmt(p->arena, "%s%u%s", head, i, tail);

        if (!cj_parts_has(p, name) && !changed(p, name))
            return name;
    }
}

/* ---- reading ----------------------------------------------------------------------------------------- */

/* A part that was opened before does not count once more against what may be unpacked. */
static cj_rc open_member(cj_parts *p, cj_str name, cj_zip_stream *out, cj_err *err)
{
    cj_zip *zip = &p->package->zip;
    const cj_zip_entry *e = cj_zip_find(zip, name);
    bool again = e && p->opened[e - zip->entries];
    cj_rc rc;

    if (again)
        zip->inflated -= e->size;
    rc = cj_package_stream(p->package, name, out, err);
    if (rc == CJ_OK && e)
        p->opened[e - zip->entries] = true;
    else if (again)
        zip->inflated += e->size;
    return rc;
}

static cj_rc pull_member(void *from, char *to, size_t room, size_t *got, cj_err *err)
{
    return cj_zip_read(from, to, room, got, err);
}

/* Of what was packed here. */
typedef struct unpacking {
    cj_inflate *inflate;
    cj_str rest;
    bool ended;
} unpacking;

static cj_rc pull_packed(void *from, char *to, size_t room, size_t *got, cj_err *err)
{
    unpacking *u = from;

    (void)err;
    *got = 0;
    if (!u->ended)
        u->ended = cj_inflate_some(u->inflate, &u->rest, to, room, got) == CJ_INFLATE_DONE;
    return CJ_OK;
}

/* The source of a part, with its first bytes read already. */
typedef struct headed {
    cj_xml_input input;
    char head[512];
    size_t n, at;
} headed;

static cj_rc pull_headed(void *from, char *to, size_t room, size_t *got, cj_err *err)
{
    headed *h = from;

    if (h->at == h->n)
        return h->input.pull(h->input.from, to, room, got, err);
    *got = h->n - h->at < room ? h->n - h->at : room;
    memcpy(to, h->head + h->at, *got);
    h->at += *got;
    return CJ_OK;
}

static cj_rc fill_head(headed *h, cj_err *err)
{
    size_t got = 1;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && got && h->n < sizeof h->head) {
        rc = h->input.pull(h->input.from, h->head + h->n, sizeof h->head - h->n, &got, err);
        h->n += got;
    }
    return rc;
}

static cj_rc input_of(cj_parts *p, cj_str name, cj_xml_input *out, cj_err *err)
{
    const cj_part *part = changed(p, name);

    out->name = name;
    if (part && part->packed) {
        unpacking *u = CJ_NEW(p->arena, unpacking);

        u->inflate = cj_inflate_new(p->arena);
        u->rest = part->bytes;
        out->from = u;
        out->pull = pull_packed;
        return CJ_OK;
    }
    out->from = CJ_NEW(p->arena, cj_zip_stream);
    out->pull = pull_member;
    return open_member(p, part && part->gone ? none : name, out->from, err);
}

/* `size` is how much is to be expected. */
static cj_rc drain(cj_parts *p, const cj_xml_input *input, size_t size, cj_str *out,
                   cj_err *err)
{
    size_t got = 1;
    cj_rc rc = CJ_OK;
    cj_buf b;

    cj_buf_init(&b, p->arena);
    cj_buf_space(&b, size + 1);
    while (rc == CJ_OK && got) {
        char *to = cj_buf_space(&b, 1);

        rc = input->pull(input->from, to, b.cap - b.n, &got, err);
        b.n += got;
    }
    *out = cj_buf_str(&b);
    return rc;
}

/* ---- encodings --------------------------------------------------------------------------------------- */

/* What the first bytes say of the encoding; NULL: it is UTF-8 (or nobody knows better). */
static const char *encoding_of(cj_arena *arena, cj_str head)
{
    cj_str name = CJ_STR("encoding=");
    cj_encoding known;
    size_t at, end;

    if (cj_str_starts(head, CJ_STR("\xff\xfe")) || cj_str_starts(head, CJ_STR("<\0")))
        return "UTF-16LE";
    if (cj_str_starts(head, CJ_STR("\xfe\xff")) || cj_str_starts(head, CJ_STR("\0<")))
        return "UTF-16BE";
    if (!cj_str_starts(head, CJ_STR("<?xml")))
        return NULL;
    head = cj_str_cut(head, 0, cj_str_find(head, CJ_STR("?>")));
    at = cj_str_find(head, name);
    if (at == CJ_NONE || at + name.n >= head.n)
        return NULL;
    head = cj_str_from(head, at + name.n);
    end = cj_str_find(cj_str_from(head, 1), cj_str_cut(head, 0, 1));
    head = cj_str_cut(head, 1, end);
    if (!cj_encoding_find(arena, head, &known) || cj_str_eq(known.name, CJ_STR("UTF-8")))
        return NULL;
    return known.iconv;
}

/* The text as UTF-8, with a declaration that says so. */
static cj_rc as_utf8(cj_parts *p, cj_str name, const char *encoding, cj_str bytes,
                     cj_str *out, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: its part {0} is not in the encoding that it declares",
        "ブックが壊れています（内部の {0} の文字コードが宣言と異なります）。"
    };
    cj_str text;
    size_t end;
    cj_buf b;

    if (cj_encoding_text(p->arena, encoding, bytes, &text) != CJ_NONE)
        return cj_fail(err, CJ_EENCODING, says, name, none);
    if (cj_str_starts(text, CJ_STR("\xef\xbb\xbf")))
        text = cj_str_from(text, 3);
    end = cj_str_starts(text, CJ_STR("<?xml")) ? cj_str_find(text, CJ_STR("?>")) : CJ_NONE;
    cj_buf_init(&b, p->arena);
    cj_buf_z(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    cj_buf_add(&b, end == CJ_NONE ? text : cj_str_from(text, end + 2));
    *out = cj_buf_str(&b);
    return CJ_OK;
}

/* A member of any size: its pieces as they are unpacked, or all of it where it has to be converted. */
static cj_rc read_large(cj_parts *p, cj_str name, cj_raw_reader *out, cj_err *err)
{
    headed *h = CJ_NEW(p->arena, headed);
    cj_xml_input input = { h, pull_headed, name };
    const char *encoding;
    cj_str text, head;
    cj_rc rc = input_of(p, name, &h->input, err);

    if (rc == CJ_OK)
        rc = fill_head(h, err);
    if (rc != CJ_OK)
        return rc;
    head.p = h->head;
    head.n = h->n;
    encoding = encoding_of(p->arena, head);
    if (!encoding) {
        cj_raw_of_input(p->arena, &input, p->package->limits, out);
        return CJ_OK;
    }
    rc = drain(p, &input, WINDOW, &text, err);
    if (rc == CJ_OK)
        rc = as_utf8(p, name, encoding, text, &text, err);
    cj_raw_of_bytes(p->arena, name, text, p->package->limits, out);
    return rc;
}

/* Lists of relations and types are read again and again. */
static cj_rc read_small(cj_parts *p, cj_str name, const cj_zip_entry *e, cj_str *out,
                        cj_err *err)
{
    cj_str *kept = &p->small[e - p->package->zip.entries];
    cj_xml_input input;
    const char *encoding;
    cj_rc rc = CJ_OK;

    if (!kept->p) {
        rc = input_of(p, name, &input, err);
        if (rc == CJ_OK)
            rc = drain(p, &input, (size_t)e->size, kept, err);
        encoding = rc == CJ_OK ? encoding_of(p->arena, *kept) : NULL;
        if (encoding)
            rc = as_utf8(p, name, encoding, *kept, kept, err);
        if (rc != CJ_OK)
            kept->p = NULL;
    }
    *out = *kept;
    return rc;
}

cj_rc cj_parts_read(cj_parts *p, cj_str name, cj_raw_reader *out, cj_err *err)
{
    const cj_part *part = changed(p, name);
    const cj_zip_entry *e = part ? NULL : cj_zip_find(&p->package->zip, name);
    cj_str text = none;
    cj_rc rc = CJ_OK;

    if (part && !part->gone && !part->packed)
        text = part->bytes;
    else if (e && e->size <= SMALL)
        rc = read_small(p, name, e, &text, err);
    else
        return read_large(p, name, out, err);
    cj_raw_of_bytes(p->arena, name, text, p->package->limits, out);
    return rc;
}

cj_rc cj_parts_text(cj_parts *p, cj_str name, cj_str *out, cj_err *err)
{
    cj_raw_reader r;
    cj_rc rc = cj_parts_read(p, name, &r, err);

    if (rc == CJ_OK && !r.input.pull)
        *out = r.rest;
    else if (rc == CJ_OK)
        rc = drain(p, &r.input, WINDOW, out, err);
    return rc;
}

/* ---- writing ----------------------------------------------------------------------------------------- */

void cj_parts_set(cj_parts *p, cj_str name, cj_str xml)
{
    cj_part *part = change(p, name);

    part->gone = part->packed = false;
    part->bytes = xml;
}

void cj_parts_remove(cj_parts *p, cj_str name)
{
    cj_part *part = change(p, name);

    part->gone = true;
    part->packed = false;
    part->bytes = none;
}

static void begin(cj_parts *p, cj_part_out *out)
{
    memset(out, 0, sizeof *out);
    out->parts = p;
    cj_buf_init(&out->window, p->arena);
    cj_buf_init(&out->packed, p->arena);
}

static void flush(cj_part_out *out, cj_str bytes)
{
    cj_parts *p = out->parts;

    if (!out->deflate && p->deflate)
        cj_deflate_reset(p->deflate);
    else if (!out->deflate)
        p->deflate = cj_deflate_new(p->arena);
    out->deflate = p->deflate;
    out->crc = cj_crc32(out->crc, bytes.p, bytes.n);
    out->size += bytes.n;
    cj_deflate_some(out->deflate, bytes, &out->packed);
}

void cj_part_add(cj_part_out *out, cj_str bytes)
{
    if (out->window.n + bytes.n > SMALL) {
        flush(out, cj_buf_str(&out->window));
        out->window.n = 0;
    }
    if (bytes.n > SMALL)
        flush(out, bytes);
    else
        cj_buf_add(&out->window, bytes);
}

void cj_part_z(cj_part_out *out, const char *z)
{
    cj_part_add(out, cj_str_of(z));
}

void cj_part_same(cj_part_out *out)
{
    out->same = true;
}

static void finish(cj_part_out *out, cj_part *part)
{
    flush(out, cj_buf_str(&out->window));
    cj_deflate_end(out->deflate, &out->packed);
    part->bytes = cj_buf_str(&out->packed);
    part->size = out->size;
    part->crc = out->crc;
    part->packed = true;
    part->gone = false;
}

cj_rc cj_parts_rewrite(cj_parts *p, cj_str name, cj_part_rewrite rewrite, void *context,
                       cj_err *err)
{
    cj_raw_reader in;
    cj_part_out out;
    cj_rc rc = cj_parts_read(p, name, &in, err);

    if (rc != CJ_OK)
        return rc;
    begin(p, &out);
    rc = rewrite(context, &in, &out, err);
    if (rc == CJ_OK && !out.same && !out.deflate)
        cj_parts_set(p, name, cj_buf_str(&out.window));
    else if (rc == CJ_OK && !out.same)
        finish(&out, change(p, name));
    return rc;
}

/* ---- the archive ------------------------------------------------------------------------------------- */

static void pack(cj_parts *p, cj_part *part)
{
    cj_part_out out;

    if (part->gone || part->packed)
        return;
    begin(p, &out);
    flush(&out, part->bytes);
    finish(&out, part);
}

cj_rc cj_parts_pack(cj_parts *p, cj_arena *arena, cj_str *out, cj_err *err)
{
    cj_zip_change *changes = CJ_NEW_N(p->arena, cj_zip_change, p->n + 1);
    size_t i, n = 0;

    for (i = 0; i < p->n; i++) {
        cj_part *part = &p->part[i];

        if (part->gone && !part->was)
            continue;
        pack(p, part);
        changes[n++] = (cj_zip_change){ part->was,   part->gone, part->name,
                                        part->bytes, part->size, part->crc };
    }
    return cj_zip_rewrite(arena, &p->package->zip, changes, n, out, err);
}
