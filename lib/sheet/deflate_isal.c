/* deflate_isal.c - raw deflate through ISA-L. */
#include "sheet/deflate.h"
#include "sheet/isal.h"
#if CJ_ISAL
#include <isa-l/igzip_lib.h>

#define ROOM (16u * 1024u)
#define MOST (1u << 30) /* the library counts in 32 bits */
/* Level 2 packs a sheet about as small as zlib does by itself; higher ones hardly smaller. */
#define LEVEL 2
#define LEVEL_ROOM ISAL_DEF_LVL2_DEFAULT

struct cj_deflate {
    struct isal_zstream z;
    uint8_t level[LEVEL_ROOM];
};

cj_deflate *cj_deflate_new(cj_arena *arena)
{
    /* Not zeroed: the library sets what it reads, and most of it is never touched for a small part. */
    cj_deflate *d = cj_alloc_unset(arena, sizeof *d);

    cj_deflate_reset(d);
    return d;
}

void cj_deflate_reset(cj_deflate *d)
{
    isal_deflate_init(&d->z);
    d->z.level = LEVEL;
    d->z.level_buf = d->level;
    d->z.level_buf_size = LEVEL_ROOM;
    d->z.flush = NO_FLUSH;
}

/* Until the library has taken all of the input, and at the end given all of its output. */
static void run(cj_deflate *d, cj_buf *to)
{
    do {
        char *p = cj_buf_space(to, ROOM);

        d->z.next_out = (uint8_t *)p;
        d->z.avail_out = ROOM;
        isal_deflate(&d->z);
        to->n += ROOM - d->z.avail_out;
    } while (d->z.avail_out == 0 || d->z.avail_in);
}

void cj_deflate_some(cj_deflate *d, cj_str in, cj_buf *to)
{
    while (in.n) {
        size_t n = in.n < MOST ? in.n : MOST;

        d->z.next_in = (uint8_t *)(uintptr_t)in.p;
        d->z.avail_in = (uint32_t)n;
        run(d, to);
        in = cj_str_from(in, n);
    }
}

void cj_deflate_end(cj_deflate *d, cj_buf *to)
{
    d->z.avail_in = 0;
    d->z.end_of_stream = 1;
    run(d, to);
}
#else
typedef int cj_zlib_deflates;
#endif
