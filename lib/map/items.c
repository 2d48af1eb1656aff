/* items.c - (first shape; being written) */
#include "map/items.h"

void cj_cell_parse(cj_arena *arena, cj_cell *cell)
{
    if (!cell->text.n)
        return;
    cell->items = CJ_NEW(arena, cj_item);
    cell->n_items = 1;
    cell->items[0].text = cell->items[0].bare = cell->text;
}

bool cj_placeholder(cj_arena *arena, cj_str text)
{
    (void)arena; (void)text;
    return false;
}

void cj_support_parse(cj_arena *arena, cj_str text, cj_support *out)
{
    (void)arena; (void)text; (void)out;
}
