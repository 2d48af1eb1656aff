/* ole2.h - the container of .xls, .doc, .msg and of encrypted workbooks: a file system in a file. */
#ifndef CJ_SHEET_OLE2_H
#define CJ_SHEET_OLE2_H

#include <cj/err.h>
#include <stdint.h>

/* A stream or a folder of the container. */
typedef struct cj_ole2_entry {
    cj_str name;
    uint32_t start;
    uint64_t size; /* what the directory says; never allocated by */
    uint32_t left, right, child;
    uint8_t type; /* 1 folder, 2 stream, 5 root, 0 unused */
    bool top;     /* stands in the root folder */
} cj_ole2_entry;

typedef struct cj_ole2 {
    cj_str bytes; /* the whole container, borrowed */
    uint32_t sector, mini_sector, cutoff;
    uint32_t *fat, *mini_fat;
    size_t n_fat, n_mini_fat;
    cj_str mini_stream;
    cj_ole2_entry *entry;
    size_t n_entries;
} cj_ole2;

bool cj_ole2_is(cj_str head);
/* Everything that is allocated is bounded by what `bytes` holds. */
cj_rc cj_ole2_open(cj_arena *arena, cj_str bytes, cj_ole2 *out, cj_err *err);
/* The stream or folder of that name in the root folder, in any case; NULL: none. Where the
 * folder's tree is broken, the first of that name anywhere. */
const cj_ole2_entry *cj_ole2_find(const cj_ole2 *ole2, const char *name);
/* What can be had of a stream: shorter than entry->size where its chain of sectors is broken. */
cj_str cj_ole2_stream(cj_arena *arena, const cj_ole2 *ole2, const cj_ole2_entry *entry);
/* A container of the plainest form with one stream. */
cj_str cj_ole2_wrap(cj_arena *arena, const char *name, cj_str stream);

#endif
