/* zip.h - a ZIP archive, read only: its directory, and its members as streams. */
#ifndef CJ_SHEET_ZIP_H
#define CJ_SHEET_ZIP_H

#include "sheet/inflate.h"
#include "sheet/source.h"

typedef struct cj_zip_entry {
    cj_str name;           /* folders parted by '/', none in front; case as written */
    uint64_t header;       /* where its local header begins */
    uint64_t end;          /* where the next member or the directory begins */
    uint64_t packed, size; /* bytes in the archive, and inflated, as the directory says */
    cj_str record;         /* of the directory, as it stands there */
    uint32_t crc;
    uint16_t method, flags;
} cj_zip_entry;

/* Ranges of the members lie inside the file and do not overlap. */
typedef struct cj_zip {
    cj_arena *arena;
    const cj_source *source;
    const cj_limits *limits;
    cj_zip_entry *entries; /* in the order of their places in the file */
    size_t n_entries, cap_entries;
    const cj_zip_entry **by_name;
    uint64_t begin;    /* of the directory */
    uint64_t shift;    /* bytes in front of the archive that its places do not count */
    cj_str comment;    /* behind everything */
    uint64_t inflated; /* declared sizes of all members opened so far */
    cj_inflate *inflate;
    char *window; /* input of large files; small ones are in memory */
} cj_zip;

/* One member being read. An archive has one open stream at a time; nothing to close. */
typedef struct cj_zip_stream {
    cj_zip *zip;
    const cj_zip_entry *entry;
    uint64_t at, left; /* what is still to be taken from the archive */
    cj_str in;         /* taken, not yet inflated */
    uint64_t out;
    uint32_t crc;
    bool ended;
} cj_zip_stream;

/* `source` and `limits` must outlive the archive. */
cj_rc cj_zip_open(cj_arena *arena, const cj_source *source, const cj_limits *limits,
                  cj_zip *out, cj_err *err);
/* By name: case and the kind of slash do not count; of two, the later one. NULL: not there. */
const cj_zip_entry *cj_zip_find(const cj_zip *zip, cj_str name);

cj_rc cj_zip_stream_open(cj_zip *zip, const cj_zip_entry *entry, cj_zip_stream *out,
                         cj_err *err);
/* Up to `room` (> 0) bytes; *got == 0 is the end, and then size and CRC-32 were right. */
cj_rc cj_zip_read(cj_zip_stream *stream, char *to, size_t room, size_t *got, cj_err *err);

#endif
