/* labels_hash.h - where the key of a label stands in the hash, for the generator and the reader. */
#ifndef CJ_MAP_LABELS_HASH_H
#define CJ_MAP_LABELS_HASH_H

#include <stddef.h>
#include <stdint.h>

#define CJ_LABEL_BITS 16u
#define CJ_LABEL_SLOTS (1u << CJ_LABEL_BITS)

/* Taken from the last byte to the first, so that all endings of a text cost one pass over it. */
static inline uint32_t cj_label_hash_start(unsigned family)
{
    return 2166136261u + family * 40503u;
}

static inline uint32_t cj_label_hash_step(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 16777619u;
}

/* A full slot is followed by the next one. */
static inline unsigned cj_label_slot(uint32_t hash)
{
    return (hash ^ hash >> 7) * 2654435769u >> (32u - CJ_LABEL_BITS);
}

#define CJ_LABEL_INITIALS 1024u

/* A number that labels with the same first character share, and few others. */
static inline unsigned cj_label_initial(const char *p, size_t n)
{
    unsigned a = (unsigned char)p[0], b = n > 1 ? (unsigned char)p[1] : 0,
             c = n > 2 ? (unsigned char)p[2] : 0;

    if (a < 0x80)
        return a;
    return (a < 0xe0 ? b : b << 5 ^ c) % CJ_LABEL_INITIALS;
}

#endif
