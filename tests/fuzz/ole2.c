/* ole2.c - fuzzes what the .xls child does itself: the container and the walk over the records. */
#include "sheet/biff.h"
#include "sheet/ole2.h"
#include <stddef.h>

static bool read_text(void *context, const cj_biff_cell *cell)
{
    static size_t total;
    cj_arena *scratch = cj_arena_new(0);

    if (cell->kind == CJ_BIFF_TEXT)
        total += cj_biff_text(scratch, context, cell).n;
    cj_arena_free(scratch);
    return total != (size_t)-1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_str bytes = { (const char *)data, size }, stream = bytes;
    cj_arena *arena = cj_arena_new(0);
    const cj_ole2_entry *e;
    cj_ole2 ole2;
    cj_biff biff;
    size_t i;

    if (cj_ole2_open(arena, bytes, &ole2, NULL) == CJ_OK) {
        e = cj_ole2_find(&ole2, "Workbook");
        stream = e ? cj_ole2_stream(arena, &ole2, e) : stream;
    }
    if (cj_biff_open(arena, stream, &biff))
        for (i = 0; i < biff.n_sheets && i < 100; i++) {
            cj_biff_cells(&biff, &biff.sheets[i], read_text, &biff);
            cj_biff_count_extras(&biff, &biff.sheets[i]);
        }
    cj_arena_free(arena);
    return 0;
}
