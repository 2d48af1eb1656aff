/* cj/template.h - blank maps: what is kept of a map that others shall fill in. */
#ifndef CJ_TEMPLATE_H
#define CJ_TEMPLATE_H

#include <cj/map.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The map with its phases, rows, tables and labels, and nothing in them. */
cj_map *cj_template_emptied(cj_arena *arena, const cj_map *map);
/* The map with these phases, in this order: one that the map has (by its name, or the canonical phase it
 * means) brings its cells along, a new one is blank. */
cj_map *cj_template_phases(cj_arena *arena, const cj_map *map, const cj_str *names,
                           size_t n);
void cj_template_persona(cj_map *map, cj_str text);

/* The same for the same book: what copies of one template are known by. 16 hexadecimal digits. */
cj_str cj_template_id(cj_arena *arena, const cj_book *book);

#ifdef __cplusplus
}
#endif
#endif
