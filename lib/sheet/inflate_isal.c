/* inflate_isal.c - raw deflate through ISA-L. */
#include "sheet/inflate.h"
#include "sheet/isal.h"
#if CJ_ISAL
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <limits.h>

/* The library counts in 32 bits, and what it wrote in all is of no interest here. */
#define MOST (1u << 30)

struct cj_inflate {
    struct inflate_state s;
    bool broken;
};

cj_inflate *cj_inflate_new(cj_arena *arena)
{
    /* Not zeroed: the library sets what it reads, and most of 80 KB is never touched for a small part. */
    cj_inflate *f = cj_alloc_unset(arena, sizeof *f);

    cj_inflate_reset(f);
    return f;
}

void cj_inflate_reset(cj_inflate *f)
{
    isal_inflate_init(&f->s);
    f->s.hist_bits = ISAL_DEF_MAX_HIST_BITS;
    f->broken = false;
}

cj_inflated cj_inflate_some(cj_inflate *f, cj_str *in, char *to, size_t room, size_t *got)
{
    uint32_t offered = in->n < MOST ? (uint32_t)in->n : MOST;
    uint32_t space = room < MOST ? (uint32_t)room : MOST;
    bool done;
    int rc;

    *got = 0;
    if (f->broken)
        return CJ_INFLATE_BROKEN;
    f->s.next_in = (uint8_t *)(uintptr_t)in->p;
    f->s.avail_in = offered;
    f->s.next_out = (uint8_t *)to;
    f->s.avail_out = space;
    rc = isal_inflate(&f->s);
    *got = space - f->s.avail_out;
    done = rc == ISAL_DECOMP_OK && f->s.block_state == ISAL_BLOCK_FINISH;
    *in = cj_str_from(*in, offered - f->s.avail_in);
    f->broken = rc != ISAL_DECOMP_OK && rc != ISAL_END_INPUT && rc != ISAL_OUT_OVERFLOW;
    return done ? CJ_INFLATE_DONE : f->broken ? CJ_INFLATE_BROKEN : CJ_INFLATE_MORE;
}

uint32_t cj_crc32(uint32_t crc, const void *bytes, size_t n)
{
    return crc32_gzip_refl(crc, bytes, n);
}
#else
typedef int cj_zlib_inflates;
#endif
