/* source.h - the bytes of one input, in memory or behind a descriptor. */
#ifndef CJ_SHEET_SOURCE_H
#define CJ_SHEET_SOURCE_H

#include <cj/err.h>
#include <cj/limits.h>
#include <stdint.h>

/* Up to CJ_SOURCE_WHOLE bytes are read at once; larger files stay behind `fd` and are read in
 * windows with pread. Never mmap: a file on a shared drive that another program truncates would
 * raise SIGBUS. */
#define CJ_SOURCE_WHOLE (1u << 20)

typedef struct cj_source {
    cj_str name;  /* for messages */
    cj_str bytes; /* everything, when fd < 0 */
    int fd;
    uint64_t size;
} cj_source;

/* "-" is standard input, which is read to its end. */
cj_rc cj_source_open(cj_arena *arena, const char *path, const cj_limits *limits,
                     cj_source *out, cj_err *err);
void cj_source_of_bytes(cj_source *out, cj_str bytes, cj_str name);
void cj_source_close(cj_source *source);
/* Exactly n bytes from `at`; past the end is CJ_EFORMAT (truncated). */
cj_rc cj_source_read(const cj_source *source, uint64_t at, void *to, size_t n, cj_err *err);
/* The first bytes, at most n. */
cj_rc cj_source_head(cj_arena *arena, const cj_source *source, size_t n, cj_str *out,
                     cj_err *err);
/* Everything in memory. */
cj_rc cj_source_all(cj_arena *arena, const cj_source *source, cj_str *out, cj_err *err);

#endif
