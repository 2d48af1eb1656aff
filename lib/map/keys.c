/* keys.c - what items, KPIs and phases are compared by (model 8). */
#include <cj/map.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "map/normal.h"

cj_str cj_item_key(cj_arena *arena, cj_str text)
{
    return cj_label_key(arena, text);
}

cj_str cj_kpi_key(cj_arena *arena, cj_str text)
{
    return cj_label_key(arena, text);
}

int cj_map_phase_named(cj_arena *arena, const cj_map *map, cj_str name)
{
    cj_str key = cj_label_key(arena, name);
    size_t i;

    for (i = 0; key.n && i < map->n_phases; i++)
        if (cj_str_eq(map->phases[i].key, key))
            return (int)i;
    return -1;
}
