/* phase.h - what the header of a phase says: its name, number, period and canonical id. */
#ifndef CJ_MAP_PHASE_H
#define CJ_MAP_PHASE_H

#include <cj/map.h>

typedef struct cj_phase_name {
    cj_str key;    /* folded, decoration off; never empty for a text that is not */
    cj_str period; /* 0〜30日 from brackets or a second line; may be empty */
    cj_phase_id id;
    unsigned number; /* フェーズ2 -> 2; 0: none */
    bool nameless;   /* a number and nothing else */
    bool plain;      /* id by a whole vocabulary word, no word that projects use too */
} cj_phase_name;

/* The canonical phase of a bare name (folded) and its key; *plain as above. */
cj_phase_id cj_phase_id_of(cj_arena *arena, cj_str name, cj_str key, bool *plain);
cj_phase_name cj_phase_name_of(cj_arena *arena, cj_str text);
bool cj_phase_period_like(cj_arena *arena, cj_str text); /* "Day 0-45", "契約後31〜120日" */

#endif
