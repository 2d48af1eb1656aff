/* zip.c - the directory of a ZIP archive: found, checked, and asked by name. */
#include "sheet/zip.h"
#include <stdlib.h>
#include <string.h>

#define END_SIZE 22u     /* end of central directory, without its comment */
#define LOCATOR_SIZE 20u /* zip64: where the larger end record is */
#define END64_SIZE 56u
#define ENTRY_SIZE 46u
#define ENTRY_ROOM 512u /* more a member, in the mean, is no directory */
#define LOCAL_SIZE 30u
#define COMMENT_MAX 0xffffu

enum { ENTRY = 0x02014b50, END = 0x06054b50, END64 = 0x06064b50, LOCATOR = 0x07064b50 };

static const cj_text cut_short = {
    "the file is incomplete: the directory at its end is missing; it may be damaged or "
    "only partly copied, so copy or download it again",
    "ファイルの末尾が欠けています。壊れているか、コピーが途中の可能性があります。"
    "もう一度コピーまたはダウンロードしてください。"
};
static const cj_text broken = {
    "the file is damaged: its directory does not fit its content; open it in Excel, let "
    "Excel repair it, and save it again",
    "ファイルが壊れています（内部の目次と中身が合いません）。Excelで開いて修復し、"
    "保存し直してください。"
};
static const cj_text too_many = {
    "the file holds more than {0} parts, which is over the limit",
    "ファイルの内部の部品が多すぎます（上限 {0} 個）。"
};

static uint32_t u16(const char *p)
{
    return (uint32_t)(unsigned char)p[0] | (uint32_t)(unsigned char)p[1] << 8;
}

static uint32_t u32(const char *p)
{
    return u16(p) | u16(p + 2) << 16;
}

static uint64_t u64(const char *p)
{
    return u32(p) | (uint64_t)u32(p + 4) << 32;
}

static cj_rc damaged(cj_err *err)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_EFORMAT, broken, none, none);
}

/* n bytes at `at`: a view where the file is in memory, else read into the arena. */
static cj_rc view(cj_zip *z, uint64_t at, size_t n, cj_str *out, cj_err *err)
{
    char *p;
    cj_rc rc;

    if (at > z->source->size || n > z->source->size - at)
        return damaged(err);
    if (z->source->fd < 0) {
        *out = cj_str_cut(z->source->bytes, (size_t)at, n);
        return CJ_OK;
    }
    p = cj_alloc_text(z->arena, n ? n : 1);
    rc = cj_source_read(z->source, at, p, n, err);
    out->p = p;
    out->n = n;
    return rc;
}

/* Where the directory is, as the end records say it. */
typedef struct directory {
    uint64_t at, size, n;
    uint64_t end;   /* where the record that describes it begins */
    uint64_t shift; /* bytes that were put in front of the archive */
    cj_str comment;
} directory;

static cj_rc read_end64(cj_zip *z, uint64_t end, directory *d, cj_err *err)
{
    cj_str r = { NULL, 0 };
    uint64_t at;
    cj_rc rc;

    if (end < LOCATOR_SIZE + END64_SIZE)
        return CJ_OK;
    rc = view(z, end - LOCATOR_SIZE, LOCATOR_SIZE, &r, err);
    if (rc != CJ_OK || u32(r.p) != LOCATOR)
        return rc;
    at = u64(r.p + 8);
    if (at > end - LOCATOR_SIZE - END64_SIZE ||
        view(z, at, END64_SIZE, &r, NULL) != CJ_OK || u32(r.p) != END64)
        at = end - LOCATOR_SIZE - END64_SIZE; /* something was put in front */
    rc = view(z, at, END64_SIZE, &r, err);
    if (rc == CJ_OK && u32(r.p) != END64)
        return damaged(err);
    if (rc == CJ_OK) {
        d->n = u64(r.p + 32);
        d->size = u64(r.p + 40);
        d->at = u64(r.p + 48);
        d->end = at;
    }
    return rc;
}

static bool begins_directory(cj_zip *z, uint64_t at)
{
    cj_str sign = { NULL, 0 };

    return view(z, at, 4, &sign, NULL) == CJ_OK && u32(sign.p) == ENTRY;
}

/* An archive with something in front of it still counts from its own beginning. */
static cj_rc place_directory(cj_zip *z, directory *d, cj_err *err)
{
    uint64_t at;

    if (d->size > d->end)
        return damaged(err);
    at = d->end - d->size;
    if (d->size == 0) {
        d->at = at;
    } else if (at >= d->at && begins_directory(z, at)) {
        d->shift = at - d->at;
        d->at = at;
    } else if (d->at > d->end || d->size > d->end - d->at || !begins_directory(z, d->at)) {
        return damaged(err);
    }
    return CJ_OK;
}

static cj_rc read_end(cj_zip *z, const char *p, uint64_t at, directory *d, cj_err *err)
{
    cj_rc rc;

    memset(d, 0, sizeof *d);
    d->n = u16(p + 10);
    d->size = u32(p + 12);
    d->at = u32(p + 16);
    d->end = at;
    rc = read_end64(z, at, d, err);
    return rc == CJ_OK ? place_directory(z, d, err) : rc;
}

/* The last end record that leads to a directory: a comment may look like one too. */
static cj_rc find_directory(cj_zip *z, directory *d, cj_err *err)
{
    uint64_t size = z->source->size, from;
    cj_str tail = { NULL, 0 }, none = { NULL, 0 };
    bool seen = false;
    size_t i;
    cj_rc rc;

    from = size > END_SIZE + COMMENT_MAX ? size - END_SIZE - COMMENT_MAX : 0;
    rc = view(z, from, (size_t)(size - from), &tail, err);
    if (rc != CJ_OK)
        return rc;
    for (i = tail.n < END_SIZE ? 0 : tail.n - END_SIZE + 1; i > 0; i--) {
        const char *p = tail.p + i - 1;

        if (u32(p) != END || u16(p + 20) > tail.n - (i - 1) - END_SIZE)
            continue;
        if (read_end(z, p, from + i - 1, d, err) == CJ_OK) {
            d->comment = cj_str_cut(tail, i - 1 + END_SIZE, u16(p + 20));
            return CJ_OK;
        }
        seen = true;
    }
    return seen ? damaged(err) : cj_fail(err, CJ_EFORMAT, cut_short, none, none);
}

/* Sizes and place that do not fit into 32 bits stand in an extra field, in this order. */
static bool read_extra64(cj_str extra, cj_zip_entry *e)
{
    uint64_t *field[] = { &e->size, &e->packed, &e->header };
    size_t i, n;

    while (extra.n >= 4 && u16(extra.p) != 1)
        extra = cj_str_from(extra, 4 + u16(extra.p + 2));
    if (extra.n < 4)
        return e->size != 0xffffffff && e->packed != 0xffffffff && e->header != 0xffffffff;
    n = u16(extra.p + 2);
    extra = cj_str_cut(extra, 4, n);
    for (i = 0; i < sizeof field / sizeof *field; i++) {
        if (*field[i] != 0xffffffff)
            continue;
        if (extra.n < 8)
            return false;
        *field[i] = u64(extra.p);
        extra = cj_str_from(extra, 8);
    }
    return true;
}

static cj_str clean_name(cj_arena *arena, cj_str raw)
{
    char *p;
    size_t i;

    while (raw.n && (raw.p[0] == '/' || raw.p[0] == '\\'))
        raw = cj_str_from(raw, 1);
    p = cj_alloc_text(arena, raw.n ? raw.n : 1);
    for (i = 0; i < raw.n; i++)
        p[i] = raw.p[i] == '\\' ? '/' : raw.p[i];
    raw.p = p;
    return raw;
}

/* Takes one record off *rest. */
static cj_rc read_entry(cj_zip *z, cj_str *rest, uint64_t shift, cj_err *err)
{
    const char *p = rest->p;
    size_t name = u16(p + 28), extra = u16(p + 30), comment = u16(p + 32);
    cj_zip_entry *e;

    if (name + extra > rest->n - ENTRY_SIZE)
        return damaged(err);
    CJ_ROOM(z->arena, z->entries, z->n_entries, z->cap_entries);
    e = &z->entries[z->n_entries++];
    e->flags = (uint16_t)u16(p + 8);
    e->method = (uint16_t)u16(p + 10);
    e->crc = u32(p + 16);
    e->packed = u32(p + 20);
    e->size = u32(p + 24);
    e->header = u32(p + 42);
    e->name = clean_name(z->arena, cj_str_cut(*rest, ENTRY_SIZE, name));
    if (!read_extra64(cj_str_cut(*rest, ENTRY_SIZE + name, extra), e) ||
        e->header > z->source->size || e->packed > z->source->size)
        return damaged(err);
    e->header += shift;
    e->record = cj_str_cut(*rest, 0, ENTRY_SIZE + name + extra + comment);
    *rest = cj_str_from(*rest, ENTRY_SIZE + name + extra + comment);
    return CJ_OK;
}

static cj_rc read_directory(cj_zip *z, const directory *d, cj_err *err)
{
    cj_str rest = { NULL, 0 }, none = { NULL, 0 };
    cj_rc rc;

    if (d->size / ENTRY_ROOM > z->limits->entries)
        return damaged(err);
    rc = view(z, d->at, (size_t)d->size, &rest, err);
    while (rc == CJ_OK && rest.n >= ENTRY_SIZE && u32(rest.p) == ENTRY) {
        if (z->n_entries == z->limits->entries)
            return cj_fail(err, CJ_ELIMIT, too_many,
                           cj_str_fmt(z->arena, "%zu", z->limits->entries), none);
        rc = read_entry(z, &rest, d->shift, err);
    }
    if (rc == CJ_OK && z->n_entries < d->n)
        return damaged(err);
    return rc;
}

static int by_place(const void *x, const void *y)
{
    const cj_zip_entry *a = x, *b = y;

    return a->header < b->header ? -1 : a->header > b->header;
}

/* Sets every member's end; false when two claim the same bytes. */
static bool part_members(cj_zip *z, uint64_t directory_at)
{
    size_t i;

    if (z->n_entries)
        qsort(z->entries, z->n_entries, sizeof *z->entries, by_place);
    for (i = 0; i < z->n_entries; i++) {
        cj_zip_entry *e = &z->entries[i];

        e->end = i + 1 < z->n_entries ? e[1].header : directory_at;
        if (e->header > e->end || e->end - e->header < LOCAL_SIZE + e->packed)
            return false;
    }
    return true;
}

static unsigned char fold(char c)
{
    return (unsigned char)(c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static int compare_names(cj_str a, cj_str b)
{
    size_t i;

    for (i = 0; i < a.n && i < b.n; i++)
        if (fold(a.p[i]) != fold(b.p[i]))
            return fold(a.p[i]) < fold(b.p[i]) ? -1 : 1;
    return a.n < b.n ? -1 : a.n > b.n;
}

static int by_name(const void *x, const void *y)
{
    const cj_zip_entry *a = *(const cj_zip_entry *const *)x,
                       *b = *(const cj_zip_entry *const *)y;
    int order = compare_names(a->name, b->name);

    return order ? order : a < b ? -1 : a > b;
}

cj_rc cj_zip_open(cj_arena *arena, const cj_source *source, const cj_limits *limits,
                  cj_zip *out, cj_err *err)
{
    directory d;
    size_t i;
    cj_rc rc;

    memset(out, 0, sizeof *out);
    out->arena = arena;
    out->source = source;
    out->limits = limits;
    rc = find_directory(out, &d, err);
    if (rc == CJ_OK)
        rc = read_directory(out, &d, err);
    if (rc != CJ_OK)
        return rc;
    if (!part_members(out, d.at))
        return damaged(err);
    out->begin = d.at;
    out->shift = d.shift;
    out->comment = d.comment;
    out->by_name = cj_alloc(arena, (out->n_entries + 1) * sizeof *out->by_name);
    for (i = 0; i < out->n_entries; i++)
        out->by_name[i] = &out->entries[i];
    if (out->n_entries)
        qsort(out->by_name, out->n_entries, sizeof *out->by_name, by_name);
    return CJ_OK;
}

const cj_zip_entry *cj_zip_find(const cj_zip *z, cj_str name)
{
    size_t lo = 0, hi = z->n_entries;

    while (name.n && (name.p[0] == '/' || name.p[0] == '\\'))
        name = cj_str_from(name, 1);
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (compare_names(z->by_name[mid]->name, name) <= 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo && compare_names(z->by_name[lo - 1]->name, name) == 0 ? z->by_name[lo - 1]
                                                                    : NULL;
}
