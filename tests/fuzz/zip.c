/* zip.c - any bytes as an archive: every member is read to its end. */
#include "sheet/zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    cj_str bytes = { (const char *)data, size }, none = { "", 0 };
    cj_source source;
    cj_zip zip;
    size_t i;

    limits.inflated_bytes = (size_t)1 << 20;
    cj_source_of_bytes(&source, bytes, none);
    if (cj_zip_open(arena, &source, &limits, &zip, NULL) == CJ_OK)
        for (i = 0; i < zip.n_entries; i++) {
            const cj_zip_entry *e = cj_zip_find(&zip, zip.entries[i].name);
            cj_zip_stream s;
            cj_rc rc = cj_zip_stream_open(&zip, e, &s, NULL);
            char piece[1000];
            size_t got = 1;

            while (rc == CJ_OK && got)
                rc = cj_zip_read(&s, piece, 1 + i % sizeof piece, &got, NULL);
        }
    cj_arena_free(arena);
    return 0;
}
