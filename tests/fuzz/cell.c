/* cell.c - fuzz target: the cell grammar and the word lists; the first byte is the element. */
#include "map/items.h"
#include "map/lexicon.h"
#include "base/utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new(0);
    cj_str folded, hit;
    cj_cell cell;
    size_t i;

    memset(&cell, 0, sizeof cell);
    if (size) {
        cell.elem = (cj_elem)(data[0] % CJ_N_ELEMS);
        cell.text.p = (const char *)data + 1;
        cell.text.n = size - 1;
    }
    cj_cell_parse(arena, &cell);
    folded = cj_utf8_fold(arena, cell.text);
    for (i = 0; i < CJ_N_LEXICONS; i++) {
        if (cj_lexicon_find((cj_lexicon)i, folded, &hit) && !hit.n)
            abort();
        cj_lexicon_is((cj_lexicon)i, folded);
        cj_lexicon_starts((cj_lexicon)i, folded, &hit);
        cj_lexicon_ends((cj_lexicon)i, folded, &hit);
    }
    for (i = 0; i < cell.n_items; i++)
        if (cell.items[i].at.from > cell.items[i].at.to ||
            cell.items[i].at.to > cell.text.n ||
            (i && cell.items[i].at.from < cell.items[i - 1].at.to) || !cell.items[i].text.n)
            abort();
    cj_arena_free(arena);
    return 0;
}
