/* where.c - which map of a file is spoken of: its sheet, and its part of a sheet with several. */
#include "report/outline.h"
#include "base/utf8.h"

#define NAME 40u /* columns of a title */

cj_str cj_map_range(cj_arena *arena, const cj_map *map)
{
    char first[CJ_REF_MAX], last[CJ_REF_MAX];

    cj_ref(first, map->range.row1, map->range.col1);
    cj_ref(last, map->range.row2, map->range.col2);
    return cj_str_fmt(arena, "%s:%s", first, last);
}

/* Its own title, or the persona where the maps of a sheet share the title. */
static cj_str name_of(const cj_map *map)
{
    const cj_meta *persona = &map->meta[CJ_META_PERSONA],
                  *title = &map->meta[CJ_META_TITLE];
    bool own = title->text.n && !map->n_others &&
               cj_map_owns(map, title->at.sheet, title->at.row, title->at.col);

    return own || !persona->text.n ? title->text : persona->text;
}

cj_str cj_map_where(cj_arena *arena, cj_str path, const cj_map *map, bool short_name)
{
    bool csv = map->book->format == CJ_CSV || map->book->format == CJ_TSV;
    cj_str sheet = map->book->sheets[map->sheet].name, name;

    if (!csv && !(short_name && map->book->n_sheets == 1))
        path = cj_str_fmt(arena, CJ_FMT ":" CJ_FMT, CJ_ARG(path), CJ_ARG(sheet));
    if (cj_map_alone(map))
        return path;
    name = cj_utf8_excerpt(arena, name_of(map), NAME);
    path = cj_str_fmt(arena, CJ_FMT "!" CJ_FMT, CJ_ARG(path),
                      CJ_ARG(cj_map_range(arena, map)));
    return name.n ? cj_str_fmt(arena, CJ_FMT " - " CJ_FMT, CJ_ARG(path), CJ_ARG(name))
                  : path;
}
