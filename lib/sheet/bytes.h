/* bytes.h - little-endian numbers out of and into bytes. */
#ifndef CJ_SHEET_BYTES_H
#define CJ_SHEET_BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint16_t cj_le16(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;

    return (uint16_t)(u[0] | u[1] << 8);
}

static inline uint32_t cj_le32(const char *p)
{
    return cj_le16(p) | (uint32_t)cj_le16(p + 2) << 16;
}

static inline uint64_t cj_le64(const char *p)
{
    return cj_le32(p) | (uint64_t)cj_le32(p + 4) << 32;
}

static inline double cj_le_double(const char *p)
{
    uint64_t bits = cj_le64(p);
    double x;

    memcpy(&x, &bits, sizeof x);
    return x;
}

static inline void cj_put16(char *p, uint32_t x)
{
    p[0] = (char)(x & 0xff);
    p[1] = (char)(x >> 8 & 0xff);
}

static inline void cj_put32(char *p, uint32_t x)
{
    cj_put16(p, x & 0xffff);
    cj_put16(p + 2, x >> 16);
}

static inline void cj_put_double(char *p, double x)
{
    uint64_t bits;

    memcpy(&bits, &x, sizeof bits);
    cj_put32(p, (uint32_t)bits);
    cj_put32(p + 4, (uint32_t)(bits >> 32));
}

#endif
