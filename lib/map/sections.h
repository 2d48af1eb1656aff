/* sections.h - what begins a section, and what its columns are called. */
#ifndef CJ_MAP_SECTIONS_H
#define CJ_MAP_SECTIONS_H

#include "map/labels.h"

/* The vocabulary of its column headers; CJ_N_FAMILIES: it has none. */
cj_family cj_section_family(cj_section_kind kind);
/* The field of a header: as it stands, or without brackets and remarks behind it; NULL: none. */
const char *cj_section_field(cj_arena *arena, cj_family family, cj_str header);
/* The same for a header that only ends in such a word: 改訂した人の担当部署. */
const char *cj_section_field_inside(cj_arena *arena, cj_family family, cj_str header);
/* What a title names, without numbers and years around it: 03_根拠, KPI一覧_2025. */
cj_section_kind cj_section_kind_of(cj_arena *arena, cj_str title);
/* Any mark or bracket around it: ※根拠, === KPI ===. */
bool cj_section_decorated(cj_str title);

#endif
