/* zip_write.c - a ZIP archive from an old one: copied as it is, but for the members that changed. */
#include "sheet/zip_write.h"
#include "base/buf.h"
#include <stdlib.h>

#define LOCAL_SIZE 30u
#define RECORD_SIZE 46u
#define MOST_MEMBERS 0xfffeu
#define MOST_BYTES 0xfffffffeu
#define FIRST_DAY 0x21u /* 1980-01-01 */

enum { DEFLATED = 8, NEEDS = 20 };

/* A record of the directory, as it will be written. */
typedef struct member {
    const cj_zip_entry *was;
    const cj_zip_change *change; /* NULL: it stays as it is */
    uint64_t at;                 /* of its local header in the new file */
} member;

typedef struct writing {
    cj_arena *arena;
    const cj_zip *zip;
    member *member; /* by place in the file */
    size_t n;
    cj_buf out;
} writing;

static uint32_t u16(const char *p)
{
    return (uint32_t)(unsigned char)p[0] | (uint32_t)(unsigned char)p[1] << 8;
}

static uint32_t u32(const char *p)
{
    return u16(p) | u16(p + 2) << 16;
}

static void set(char *p, uint64_t value, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        p[i] = (char)(value >> (8 * i) & 0xff);
}

static void put(writing *w, uint64_t value, size_t n)
{
    set(cj_buf_space(&w->out, n), value, n);
    w->out.n += n;
}

/* ---- members ---------------------------------------------------------------------------------------- */

static cj_str record_name(const cj_zip_entry *e)
{
    return cj_str_cut(e->record, RECORD_SIZE, u16(e->record.p + 28));
}

/* Whether names are UTF-8 stays as it was. */
static unsigned name_flag(const cj_zip_entry *was)
{
    return was ? was->flags & 0x800u : 0;
}

/* What the head of a member and its line in the directory share. */
static void put_facts(writing *w, const cj_zip_change *c, cj_str name)
{
    put(w, NEEDS, 2);
    put(w, name_flag(c->was), 2);
    put(w, DEFLATED, 2);
    put(w, c->was ? u32(c->was->record.p + 12) : FIRST_DAY << 16, 4);
    put(w, c->crc, 4);
    put(w, c->packed.n, 4);
    put(w, c->size, 4);
    put(w, name.n, 2);
}

static void put_local(writing *w, const cj_zip_change *c)
{
    cj_str name = c->was ? record_name(c->was) : c->name;

    put(w, 0x04034b50, 4);
    put_facts(w, c, name);
    put(w, 0, 2);
    cj_buf_add(&w->out, name);
    cj_buf_add(&w->out, c->packed);
}

static cj_rc copy(writing *w, uint64_t from, uint64_t to, cj_err *err)
{
    size_t n = (size_t)(to - from);
    cj_rc rc =
        cj_source_read(w->zip->source, from, cj_buf_space(&w->out, n ? n : 1), n, err);

    w->out.n += rc == CJ_OK ? n : 0;
    return rc;
}

static cj_rc put_members(writing *w, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    if (w->zip->n_entries)
        rc = copy(w, 0, w->zip->entries[0].header, err);
    for (i = 0; rc == CJ_OK && i < w->n; i++) {
        member *m = &w->member[i];

        m->at = w->out.n;
        if (!m->change)
            rc = copy(w, m->was->header, m->was->end, err);
        else if (!m->change->gone)
            put_local(w, m->change);
    }
    return rc;
}

/* ---- the directory ----------------------------------------------------------------------------------- */

/* Where a record says its place: in its head, or in the extra field of what does not fit there. */
static char *place_of(char *record, size_t *width)
{
    char *extra = record + RECORD_SIZE + u16(record + 28);
    char *end = extra + u16(record + 30);
    size_t before = (u32(record + 24) == 0xffffffff ? 8u : 0u) +
                    (u32(record + 20) == 0xffffffff ? 8u : 0u);

    *width = 4;
    if (u32(record + 42) != 0xffffffff)
        return record + 42;
    for (; end - extra >= 4; extra += 4 + u16(extra + 2))
        if (u16(extra) == 1 && u16(extra + 2) >= before + 8) {
            *width = 8;
            return extra + 4 + before;
        }
    return record + 42;
}

static void put_kept(writing *w, const member *m)
{
    char *record = cj_buf_space(&w->out, m->was->record.n);
    size_t width;
    char *place;

    memcpy(record, m->was->record.p, m->was->record.n);
    place = place_of(record, &width);
    set(place, m->at - w->zip->shift, width);
    w->out.n += m->was->record.n;
}

/* Extra fields without the one of sizes that are too large for their places. */
static cj_str plain_extra(cj_arena *arena, const cj_zip_entry *was)
{
    cj_str rest = cj_str_cut(was->record, RECORD_SIZE + u16(was->record.p + 28),
                             u16(was->record.p + 30));
    cj_buf b;

    cj_buf_init(&b, arena);
    while (rest.n >= 4) {
        size_t n = 4 + u16(rest.p + 2);

        if (u16(rest.p) != 1)
            cj_buf_add(&b, cj_str_cut(rest, 0, n));
        rest = cj_str_from(rest, n);
    }
    return cj_buf_str(&b);
}

static void put_changed(writing *w, const member *m)
{
    const cj_zip_change *c = m->change;
    cj_str none = { NULL, 0 }, extra = c->was ? plain_extra(w->arena, c->was) : none;
    cj_str name = c->was ? record_name(c->was) : c->name;
    cj_str comment = c->was ? cj_str_from(c->was->record,
                                          RECORD_SIZE + name.n + u16(c->was->record.p + 30))
                            : none;

    put(w, 0x02014b50, 4);
    put(w, c->was ? u16(c->was->record.p + 4) : NEEDS, 2);
    put_facts(w, c, name);
    put(w, extra.n, 2);
    put(w, comment.n, 2);
    put(w, 0, 2);
    put(w, c->was ? u16(c->was->record.p + 36) : 0, 2);
    put(w, c->was ? u32(c->was->record.p + 38) : 0, 4);
    put(w, m->at - w->zip->shift, 4);
    cj_buf_add(&w->out, name);
    cj_buf_add(&w->out, extra);
    cj_buf_add(&w->out, comment);
}

/* Old records in the order that the directory had them in, then the new ones. */
static int by_record(const void *x, const void *y)
{
    const member *a = *(const member *const *)x, *b = *(const member *const *)y;
    const char *p = a->was ? a->was->record.p : NULL, *q = b->was ? b->was->record.p : NULL;

    if (!p || !q)
        return p ? -1 : q ? 1 : a < b ? -1 : a > b;
    return p < q ? -1 : p > q;
}

static cj_rc put_directory(writing *w, cj_err *err)
{
    static const cj_text says = {
        "the new workbook would be larger than an .xlsx file can be",
        "ブックが大きくなりすぎ、.xlsx として保存できません。"
    };
    const member **in = CJ_NEW_N(w->arena, const member *, w->n + 1);
    cj_str none = { NULL, 0 };
    size_t i, n = 0, at = w->out.n, size;

    for (i = 0; i < w->n; i++)
        in[i] = &w->member[i];
    qsort(in, w->n, sizeof *in, by_record);
    for (i = 0; i < w->n; i++) {
        if (in[i]->change && in[i]->change->gone)
            continue;
        n++;
        if (in[i]->change)
            put_changed(w, in[i]);
        else
            put_kept(w, in[i]);
    }
    size = w->out.n - at;
    if (n > MOST_MEMBERS || w->out.n > MOST_BYTES)
        return cj_fail(err, CJ_ELIMIT, says, none, none);
    put(w, 0x06054b50, 4);
    put(w, 0, 4);
    put(w, n, 2);
    put(w, n, 2);
    put(w, size, 4);
    put(w, at - w->zip->shift, 4);
    put(w, w->zip->comment.n, 2);
    cj_buf_add(&w->out, w->zip->comment);
    return CJ_OK;
}

/* ---- the archive -------------------------------------------------------------------------------------- */

static void gather(writing *w, const cj_zip_change *changes, size_t n)
{
    size_t i, total = (size_t)w->zip->source->size + 22;

    w->member = CJ_NEW_N(w->arena, member, w->zip->n_entries + n + 1);
    w->n = w->zip->n_entries;
    for (i = 0; i < w->n; i++)
        w->member[i].was = &w->zip->entries[i];
    for (i = 0; i < n; i++) {
        member *m = changes[i].was ? &w->member[changes[i].was - w->zip->entries]
                                   : &w->member[w->n++];

        m->change = &changes[i];
        total += changes[i].packed.n + 2 * (RECORD_SIZE + LOCAL_SIZE + changes[i].name.n);
    }
    cj_buf_init(&w->out, w->arena);
    cj_buf_space(&w->out, total);
}

cj_rc cj_zip_rewrite(cj_arena *arena, const cj_zip *zip, const cj_zip_change *changes,
                     size_t n, cj_str *out, cj_err *err)
{
    writing w = { .arena = arena, .zip = zip };
    cj_rc rc;

    gather(&w, changes, n);
    rc = put_members(&w, err);
    if (rc == CJ_OK)
        rc = put_directory(&w, err);
    *out = cj_buf_str(&w.out);
    return rc;
}
