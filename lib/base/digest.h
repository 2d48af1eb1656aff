/* digest.h - whether two long sequences of texts are the same, without keeping either. */
#ifndef CJ_BASE_DIGEST_H
#define CJ_BASE_DIGEST_H

#include <cj/str.h>
#include <stdint.h>

/* FNV-1a with 128 bits: two different sequences have the same one about as often as two commits of git
 * do. No protection against those who look for such a pair. */
typedef struct cj_digest {
    uint64_t high, low;
} cj_digest;

cj_digest cj_digest_none(void);
/* One text more; where it ends counts, too. */
void cj_digest_add(cj_digest *digest, cj_str text);

#endif
