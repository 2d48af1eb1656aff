/* labels_hash.h - where the key of a label stands in the hash, for the generator and the reader. */
#ifndef CJ_MAP_LABELS_HASH_H
#define CJ_MAP_LABELS_HASH_H

#include <stdint.h>

#define CJ_LABEL_BITS 14u
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

#endif
