/* peers.h - the records of two maps on their way to partners. */
#ifndef CJ_DIFF_PEERS_H
#define CJ_DIFF_PEERS_H

#include "diff/differ.h"

/* A record on its way to a partner. */
typedef struct cj_peer {
    const cj_section *table;
    const cj_record *record;
    unsigned id;       /* of evidence and actions */
    int phase;         /* that it names, -1 */
    cj_str key, whole; /* what it is known by; all it says */
} cj_peer;

typedef struct cj_peers {
    cj_peer *at;
    size_t n, cap;
} cj_peers;

/* All records of the tables of that kind; of unknown kinds those under that title. */
cj_peers cj_peers_gather(cj_differ *d, int side, cj_section_kind kind, cj_str title);
/* The partner of each old line, -1: none. */
int *cj_peers_match(cj_differ *d, const cj_peers l[2]);
/* Those of m new lines that are a partner. */
bool *cj_peers_used(cj_arena *arena, const int *of, size_t n, size_t m);
/* The text of its field of that name; may be empty. */
cj_str cj_peer_field(const cj_peer *l, const char *name);
/* The field that says what a record of such a table is about; NULL: none of them does alone. */
const char *cj_peer_main(cj_section_kind kind);
bool cj_column_is_id(const cj_column *c);

#endif
