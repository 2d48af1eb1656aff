/* outline.h - the two halves of an outline, and the places that both name. */
#ifndef CJ_REPORT_OUTLINE_H
#define CJ_REPORT_OUTLINE_H

#include <cj/outline.h>

/* "B5", or "Sheet2!B5" for another sheet than the map's; empty for the whole map. */
cj_str cj_outline_ref(cj_arena *arena, const cj_map *map, cj_span at);
/* "A1:F12": what of its sheet belongs to the map. */
cj_str cj_map_range(cj_arena *arena, const cj_map *map);
/* The map's sheet behind the file's path (not for a CSV, nor where `short_name` says that the book
 * has no other); where it shares the sheet, also its range and its title or persona. */
cj_str cj_map_where(cj_arena *arena, cj_str path, const cj_map *map, bool short_name);
const char *cj_outline_reading(cj_reading reading); /* "by_rule" */

/* The text, or null where there is none. */
void cj_outline_text(cj_arena *arena, cj_fact *to, const char *key, cj_str text);
/* {from, to, grain}; null where there is no date. */
void cj_outline_when(cj_arena *arena, cj_fact *to, const char *key, const cj_when *when);
/* "read": what was understood of record `at` of the sections of that kind, all of them counted. */
void cj_outline_read(cj_arena *arena, cj_fact *to, const cj_map *map, cj_section_kind kind,
                     size_t at);

void cj_outline_facts(cj_arena *arena, cj_fact *into, const cj_map *map, cj_lang lang);
void cj_outline_blocks(cj_arena *arena, cj_report *report,
                       const cj_outline_options *options, cj_str path, const cj_map *map);
/* Sheets with texts of which no map has any. */
void cj_outline_other_sheets(cj_arena *arena, cj_report *report,
                             const cj_outline_options *options, const cj_maps *maps);

#endif
