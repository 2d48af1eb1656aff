/* refs.h - references to evidence: E1, E2-E4. */
#ifndef CJ_MAP_REFS_H
#define CJ_MAP_REFS_H

#include <cj/map.h>

/* Adds the references in the text of a bracket, [E1、E5] or （E3で確認）, to *out, each once, in
 * order. A word that only looks like one is none: (E1ビザ), (E5 laptop). True: there was one. */
bool cj_refs_in_bracket(cj_arena *arena, cj_str folded, cj_ref_list *out);
/* The same for a text that holds references by its nature (a 根拠 row, a field of a record). */
bool cj_refs_in_field(cj_arena *arena, cj_str folded, cj_ref_list *out);
/* That evidence is among them. */
bool cj_refs_have(const cj_ref_list *refs, unsigned id);
/* Adds those of another list, each once. */
void cj_refs_add(cj_arena *arena, const cj_ref_list *from, cj_ref_list *out);

#endif
