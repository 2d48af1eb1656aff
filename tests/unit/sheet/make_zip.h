/* make_zip.h - small packages in memory for tests: stored members, unless told otherwise. */
#ifndef CJ_TESTS_MAKE_ZIP_H
#define CJ_TESTS_MAKE_ZIP_H

#include "base/buf.h"
#include "sheet/inflate.h"

typedef struct made_entry {
    const char *name;
    cj_str content; /* what stands in the archive */
    uint64_t size;  /* inflated; 0: as the content */
    uint32_t crc;   /* 0: of the content */
    unsigned method, flags;
} made_entry;

typedef struct made_zip {
    cj_buf out, directory;
    unsigned n;
    uint64_t shift; /* bytes in front that the directory does not count */
    bool zip64;     /* sizes and places in extra fields, and the larger end record */
} made_zip;

static inline void put_le(cj_buf *b, uint64_t value, unsigned bytes)
{
    for (; bytes; bytes--, value >>= 8)
        cj_buf_byte(b, (char)(value & 0xff));
}

static inline made_zip make_zip(cj_arena *arena)
{
    made_zip z = { { 0 }, { 0 }, 0, 0, false };

    cj_buf_init(&z.out, arena);
    cj_buf_init(&z.directory, arena);
    return z;
}

/* Local header and directory record share their middle. */
static inline void put_middle(made_zip *z, cj_buf *b, const made_entry *e, uint32_t crc,
                              uint64_t size, unsigned extra)
{
    put_le(b, z->zip64 ? 45 : 20, 2);
    put_le(b, e->flags, 2);
    put_le(b, e->method, 2);
    put_le(b, 0x00210000, 4);
    put_le(b, crc, 4);
    put_le(b, extra ? 0xffffffff : e->content.n, 4);
    put_le(b, extra ? 0xffffffff : size, 4);
    put_le(b, cj_str_of(e->name).n, 2);
    put_le(b, extra, 2);
}

/* With flag 8 the sizes stand behind the data, and only the directory has them in front. */
static inline void add_entry(made_zip *z, const made_entry *e)
{
    uint32_t crc = e->crc ? e->crc : cj_crc32(0, e->content.p, e->content.n);
    uint64_t size = e->size ? e->size : e->content.n, at = z->out.n - z->shift;
    made_entry blank = *e;

    cj_buf_add(&z->out, CJ_STR("PK\3\4"));
    blank.content.n = e->flags & 8 ? 0 : e->content.n;
    put_middle(z, &z->out, &blank, e->flags & 8 ? 0 : crc, e->flags & 8 ? 0 : size, 0);
    cj_buf_z(&z->out, e->name);
    cj_buf_add(&z->out, e->content);
    if (e->flags & 8) {
        cj_buf_add(&z->out, CJ_STR("PK\7\10"));
        put_le(&z->out, crc, 4);
        put_le(&z->out, e->content.n, 4);
        put_le(&z->out, size, 4);
    }
    cj_buf_add(&z->directory, CJ_STR("PK\1\2\24\0"));
    put_middle(z, &z->directory, e, crc, size, z->zip64 ? 28 : 0);
    put_le(&z->directory, 0, 10);
    put_le(&z->directory, z->zip64 ? 0xffffffff : at, 6 - 2);
    cj_buf_z(&z->directory, e->name);
    if (z->zip64) {
        put_le(&z->directory, 1, 2);
        put_le(&z->directory, 24, 2);
        put_le(&z->directory, size, 8);
        put_le(&z->directory, e->content.n, 8);
        put_le(&z->directory, at, 8);
    }
    z->n++;
}

static inline void add_part(made_zip *z, const char *name, const char *content)
{
    made_entry e = { .name = name, .content = cj_str_of(content) };

    add_entry(z, &e);
}

static inline cj_str zip_made(made_zip *z)
{
    uint64_t at = z->out.n - z->shift, size = z->directory.n, end = at + size;

    cj_buf_add(&z->out, cj_buf_str(&z->directory));
    if (z->zip64) {
        cj_buf_add(&z->out, CJ_STR("PK\6\6"));
        put_le(&z->out, 44, 8);
        put_le(&z->out, 45, 4);
        put_le(&z->out, 0, 8);
        put_le(&z->out, z->n, 8);
        put_le(&z->out, z->n, 8);
        put_le(&z->out, size, 8);
        put_le(&z->out, at, 8);
        cj_buf_add(&z->out, CJ_STR("PK\6\7"));
        put_le(&z->out, 0, 4);
        put_le(&z->out, end, 8);
        put_le(&z->out, 1, 4);
    }
    cj_buf_add(&z->out, CJ_STR("PK\5\6"));
    put_le(&z->out, 0, 4);
    put_le(&z->out, z->zip64 ? 0xffff : z->n, 2);
    put_le(&z->out, z->zip64 ? 0xffff : z->n, 2);
    put_le(&z->out, z->zip64 ? 0xffffffff : size, 4);
    put_le(&z->out, z->zip64 ? 0xffffffff : at, 4);
    put_le(&z->out, 0, 2);
    return cj_buf_str(&z->out);
}

#endif
