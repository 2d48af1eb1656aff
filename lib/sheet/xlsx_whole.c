/* xlsx_whole.c - whether a workbook that was just written arrived to its last byte.
 * libxlsxwriter puts each part into a temporary file and does not ask whether that went well: on
 * a full disk it packs what there is, and calls it a success. */
#include "sheet/xlsx_whole.h"
#include "sheet/xml.h"
#include "sheet/zip.h"

static cj_rc pull(void *from, char *to, size_t room, size_t *got, cj_err *err)
{
    return cj_zip_read(from, to, room, got, err);
}

static bool part_whole(cj_arena *arena, cj_zip *zip, const cj_zip_entry *e,
                       const cj_limits *limits)
{
    static const cj_xml_events nothing = { NULL, NULL, NULL, NULL };
    cj_zip_stream stream;
    cj_xml_input input = { &stream, pull, e->name };
    cj_err err;

    return cj_zip_stream_open(zip, e, &stream, &err) == CJ_OK &&
           cj_xml_read(arena, &input, limits, &nothing, NULL, &err) == CJ_OK;
}

bool cj_xlsx_whole(cj_str bytes)
{
    cj_arena *arena = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    cj_source source;
    bool whole;
    cj_zip zip;
    cj_err err;
    size_t i;

    limits.expansion = limits.inflated_bytes =
        (size_t)-1 / 2; /* our own work is not hostile */
    limits.attributes = limits.depth = limits.entries = (size_t)-1 / 2;
    cj_source_of_bytes(&source, bytes, CJ_STR("new.xlsx"));
    whole = bytes.n && cj_zip_open(arena, &source, &limits, &zip, &err) == CJ_OK &&
            zip.n_entries > 0;
    for (i = 0; whole && i < zip.n_entries; i++)
        whole = part_whole(arena, &zip, &zip.entries[i], &limits);
    cj_arena_free(arena);
    return whole;
}
