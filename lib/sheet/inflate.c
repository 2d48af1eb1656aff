/* inflate.c - raw deflate through zlib. */
#include "sheet/inflate.h"
#include "sheet/isal.h"
#if !CJ_ISAL
#include <assert.h>
#include <limits.h>
#include <zlib.h>

struct cj_inflate {
    z_stream z;
};

static voidpf take(voidpf arena, uInt n, uInt size)
{
    return cj_alloc(arena, (size_t)n * size);
}

static void leave(voidpf arena, voidpf p)
{
    (void)arena;
    (void)p;
}

cj_inflate *cj_inflate_new(cj_arena *arena)
{
    cj_inflate *f = CJ_NEW(arena, cj_inflate);
    int rc;

    f->z.zalloc = take;
    f->z.zfree = leave;
    f->z.opaque = arena;
    rc = inflateInit2(&f->z, -MAX_WBITS);
    assert(rc == Z_OK);
    (void)rc;
    return f;
}

void cj_inflate_reset(cj_inflate *f)
{
    inflateReset(&f->z);
}

cj_inflated cj_inflate_some(cj_inflate *f, cj_str *in, char *to, size_t room, size_t *got)
{
    uInt offered = in->n < UINT_MAX ? (uInt)in->n : UINT_MAX;
    uInt space = room < UINT_MAX ? (uInt)room : UINT_MAX;
    int rc;

    f->z.next_in = (z_const Bytef *)in->p;
    f->z.avail_in = offered;
    f->z.next_out = (Bytef *)to;
    f->z.avail_out = space;
    rc = inflate(&f->z, Z_NO_FLUSH);
    *in = cj_str_from(*in, offered - f->z.avail_in);
    *got = space - f->z.avail_out;
    if (rc == Z_STREAM_END)
        return CJ_INFLATE_DONE;
    return rc == Z_OK || rc == Z_BUF_ERROR ? CJ_INFLATE_MORE : CJ_INFLATE_BROKEN;
}

uint32_t cj_crc32(uint32_t crc, const void *bytes, size_t n)
{
    return (uint32_t)crc32_z(crc, bytes, n);
}
#else
typedef int cj_isal_inflates;
#endif
