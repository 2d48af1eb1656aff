/* digest.c - FNV-1a with 128 bits (draft-eastlake-fnv: prime 2^88 + 2^8 + 0x3b). */
#include "base/digest.h"

__extension__ typedef unsigned __int128 wide;

static const uint64_t basis_high = 0x6c62272e07bb0142u, basis_low = 0x62b821756295c58du;

static wide of(cj_digest d)
{
    return (wide)d.high << 64 | d.low;
}

static wide step(wide w, unsigned char byte)
{
    return (w ^ byte) * ((wide)1 << 88 | 0x13bu);
}

cj_digest cj_digest_none(void)
{
    return (cj_digest){ basis_high, basis_low };
}

void cj_digest_add(cj_digest *digest, cj_str text)
{
    wide w = of(*digest);
    size_t i;

    for (i = 0; i < text.n; i++)
        w = step(w, (unsigned char)text.p[i]);
    w = step(w, 0xff); /* no byte of UTF-8 */
    *digest = (cj_digest){ (uint64_t)(w >> 64), (uint64_t)w };
}
