/* deflate.c - raw deflate through zlib. */
#include "sheet/deflate.h"
#include "sheet/isal.h"
#if !CJ_ISAL
#include <assert.h>
#include <limits.h>
#include <zlib.h>

#define ROOM (16u * 1024u)

struct cj_deflate {
    z_stream z;
};

/* Not zeroed: the library clears what it has to, and most of 256 KB is never touched for a small part. */
static voidpf take(voidpf arena, uInt n, uInt size)
{
    return cj_alloc_unset(arena, (size_t)n * size);
}

static void leave(voidpf arena, voidpf p)
{
    (void)arena;
    (void)p;
}

cj_deflate *cj_deflate_new(cj_arena *arena)
{
    cj_deflate *d = CJ_NEW(arena, cj_deflate);
    int rc;

    d->z.zalloc = take;
    d->z.zfree = leave;
    d->z.opaque = arena;
    rc = deflateInit2(&d->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
                      Z_DEFAULT_STRATEGY);
    assert(rc == Z_OK);
    (void)rc;
    return d;
}

void cj_deflate_reset(cj_deflate *d)
{
    deflateReset(&d->z);
}

/* Until the library has taken all of the input, and at the end given all of its output. */
static void run(cj_deflate *d, cj_buf *to, int flush)
{
    do {
        char *p = cj_buf_space(to, ROOM);

        d->z.next_out = (Bytef *)p;
        d->z.avail_out = ROOM;
        deflate(&d->z, flush);
        to->n += ROOM - d->z.avail_out;
    } while (d->z.avail_out == 0);
}

void cj_deflate_some(cj_deflate *d, cj_str in, cj_buf *to)
{
    while (in.n) {
        size_t n = in.n < UINT_MAX ? in.n : UINT_MAX;

        d->z.next_in = (z_const Bytef *)in.p;
        d->z.avail_in = (uInt)n;
        run(d, to, Z_NO_FLUSH);
        in = cj_str_from(in, n);
    }
}

void cj_deflate_end(cj_deflate *d, cj_buf *to)
{
    d->z.avail_in = 0;
    run(d, to, Z_FINISH);
}
#else
typedef int cj_isal_deflates;
#endif
