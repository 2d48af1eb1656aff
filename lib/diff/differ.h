/* differ.h - two maps being compared, and what the parts of the comparison share. */
#ifndef CJ_DIFF_DIFFER_H
#define CJ_DIFF_DIFFER_H

#include <cj/diff.h>
#include <stdint.h>

/* What an item of a cell is compared by. */
typedef struct cj_said {
    const cj_cell *cell;
    int item;    /* index in the cell; -1: the whole cell */
    cj_str text; /* as written, with the label of its line in front: "E-mail: reminder" */
    cj_str key;  /* what is said, without its support; empty until asked for */
    uint64_t hash;
    bool whole; /* its phase or row was added or removed: not told alone */
    bool taken; /* it has a partner */
} cj_said;

typedef struct cj_saids {
    cj_said **at;
    size_t n, cap;
} cj_saids;

typedef struct cj_differ {
    cj_arena *arena;
    cj_arena *scratch; /* what is needed for one cell only; emptied before the next */
    cj_diff *out;
    const cj_map *map[2];
    unsigned *renumbered; /* the new number of the old evidence i; 0: it has none */
    unsigned n_renumbered;
    cj_saids lone[2]; /* items that no other in their cell is like */
} cj_differ;

/* ---- differ.c: what is told ---- */

/* A change with both sides empty, to be filled by the caller. The pointer dies with the next one. */
cj_change *cj_differ_add(cj_differ *d, cj_subject on, cj_change_kind kind);
/* The same about the cells; either may be NULL. */
cj_change *cj_differ_add_cell(cj_differ *d, cj_subject on, cj_change_kind kind,
                              const cj_cell *old, const cj_cell *now);
/* Puts one side's item into the change. */
void cj_change_set_item(cj_change *c, int side, const cj_said *said);
/* What the texts rest on, and which figures differ. */
void cj_change_support(cj_differ *d, cj_change *c, const cj_support *old,
                       const cj_support *now);
/* Sorts, counts, and points `with` at what it means. */
void cj_differ_finish(cj_differ *d);

/* ---- said.c: the items of a cell ---- */

/* All items of a cell, in d->scratch; *n is how many. A blank cell has none. */
cj_said *cj_said_of(cj_differ *d, const cj_cell *cell, size_t *n);
/* Its key, worked out once. */
cj_str cj_said_key(cj_differ *d, cj_said *said);
/* The text of a cell with the labels of its lines. */
cj_str cj_cell_said(cj_arena *arena, const cj_cell *cell);
/* The same support, given that old evidence may have new numbers. */
bool cj_support_same(const cj_differ *d, const cj_support *old, const cj_support *now);
unsigned cj_differ_number(const cj_differ *d, unsigned old);
uint64_t cj_hash_text(uint64_t seed, cj_str text);

/* ---- match.c: pairing by likeness ---- */

/* Pairs what is most alike, from `least` percent on, each once; ties by place. a and b are keys that no
 * other has; of[i] is the partner of a[i] or -1. Past a bound only neighbours by place are compared. */
void cj_match_alike(cj_arena *arena, const cj_str *a, size_t n, const cj_str *b, size_t m,
                    unsigned least, int *of);
/* Pairs equal keys, in order; entries that have a partner already are left alone. */
void cj_match_equal(cj_arena *arena, const cj_str *a, size_t n, const cj_str *b, size_t m,
                    int *of);

/* ---- the parts of a comparison, in this order ---- */

void cj_diff_evidence_numbers(cj_differ *d); /* records.c: fills renumbered */
void cj_diff_align(cj_differ *d);            /* align.c: phases and rows */
void cj_diff_phases(cj_differ *d);           /* axes.c: what happened to them */
void cj_diff_elements(cj_differ *d);
void cj_diff_cells(cj_differ *d); /* cells.c */
void cj_diff_moves(cj_differ *d); /* moves.c: lone items, and phases that were split */
void cj_diff_head(cj_differ *d);  /* head.c: metadata */
void cj_diff_tables(cj_differ *d);
void cj_diff_outside(cj_differ *d); /* outside.c: comments, texts that belong to nothing */

/* order.c: those of n things, each with its place among the others (`to`, a permutation), that have to
 * move so that all are in order: the fewest blocks. moved[i] is the length of the block that begins at i,
 * else 0. */
void cj_order_moves(cj_arena *arena, const unsigned *to, size_t n, unsigned *moved);

/* How two texts of one field differ: CJ_N_CHANGES: not at all; CJ_WORDING; ADDED, REMOVED, CHANGED. */
cj_change_kind cj_texts_differ(cj_arena *arena, cj_str old, cj_str now,
                               unsigned fiscal_start);
/* figures.c: the figures that became others. */
void cj_change_figures(cj_arena *arena, cj_change *c);

#endif
