/* differ.c - what changed between two maps: gathered, put in order, counted. */
#include "diff/differ.h"
#include "map/refs.h"
#include <stdlib.h>

const char *cj_subject_name(cj_subject on)
{
    static const char *const names[] = { "meta", "persona", "phase", "element", "cell",
                                         "item", "record",  "field", "note",    "outside" };

    return names[on];
}

const char *cj_change_name(cj_change_kind kind)
{
    static const char *const names[] = { "removed", "changed", "renamed", "moved",
                                         "support", "added",   "wording" };

    return names[kind];
}

cj_change *cj_differ_add(cj_differ *d, cj_subject on, cj_change_kind kind)
{
    cj_diff *out = d->out;
    cj_change *c;

    CJ_ROOM(d->arena, out->change, out->n, out->cap);
    c = &out->change[out->n++];
    *c = (cj_change){ .on = on, .kind = kind, .of = 1, .kin = -1, .with = -1 };
    c->phase[0] = c->phase[1] = c->element[0] = c->element[1] = -1;
    c->item[0] = c->item[1] = -1;
    return c;
}

cj_change *cj_differ_add_cell(cj_differ *d, cj_subject on, cj_change_kind kind,
                              const cj_cell *old, const cj_cell *now)
{
    const cj_cell *cell[2];
    cj_change *c = cj_differ_add(d, on, kind);
    int side;

    cell[CJ_OLD] = old;
    cell[CJ_NEW] = now;
    for (side = 0; side < 2; side++) {
        if (!cell[side])
            continue;
        c->elem = cell[side]->elem;
        c->phase[side] = (int)cell[side]->phase;
        c->element[side] = (int)cell[side]->element;
        c->at[side] = cell[side]->at;
        c->text[side] = cj_cell_said(d->arena, cell[side]);
    }
    return c;
}

void cj_change_set_item(cj_change *c, int side, const cj_said *said)
{
    c->text[side] = said->text;
    c->item[side] = said->item;
    if (said->item >= 0) {
        c->said[side] = &said->cell->items[said->item];
        c->at[side] = c->said[side]->at;
    }
}

static void take_ref(cj_differ *d, cj_ref_list *to, unsigned id)
{
    CJ_ROOM(d->arena, to->id, to->n, to->cap);
    to->id[to->n++] = id;
}

void cj_change_support(cj_differ *d, cj_change *c, const cj_support *old,
                       const cj_support *now)
{
    cj_ref_list kept = { NULL, 0, 0 };
    size_t i;

    c->assumed[CJ_OLD] = old && old->assumption;
    c->assumed[CJ_NEW] = now && now->assumption;
    for (i = 0; old && i < old->refs.n; i++) {
        unsigned id = cj_differ_number(d, old->refs.id[i]);

        if (now && cj_refs_have(&now->refs, id))
            take_ref(d, &kept, id);
        else
            take_ref(d, &c->lost, old->refs.id[i]);
    }
    for (i = 0; now && i < now->refs.n; i++)
        if (!cj_refs_have(&kept, now->refs.id[i]))
            take_ref(d, &c->gained, now->refs.id[i]);
}

/* ---- order ----------------------------------------------------------------------------------------- */

/* A change with its place in the order in which people read. */
typedef struct ranked {
    int key[8];
    size_t at;
} ranked;

/* Both sides in one order: what only the old side has stands behind what it stood behind there. */
static int rank(const int *new_of, const int at[2])
{
    int i;

    if (at[CJ_NEW] >= 0)
        return 2 * at[CJ_NEW];
    for (i = at[CJ_OLD]; i >= 0; i--)
        if (new_of[i] >= 0)
            return 2 * new_of[i] + (i != at[CJ_OLD]);
    return -1;
}

static int group(const cj_change *c)
{
    static const int of[CJ_N_SUBJECTS] = {
        [CJ_ON_META] = 0, [CJ_ON_PERSONA] = 1, [CJ_ON_PHASE] = 2,  [CJ_ON_ELEMENT] = 3,
        [CJ_ON_CELL] = 4, [CJ_ON_ITEM] = 4,    [CJ_ON_RECORD] = 5, [CJ_ON_FIELD] = 5,
        [CJ_ON_NOTE] = 4, [CJ_ON_OUTSIDE] = 6
    };

    return c->on == CJ_ON_NOTE && c->phase[0] < 0 && c->phase[1] < 0 ? 6 : of[c->on];
}

/* Known rows in standard order, then the team's own as they stand. */
static int row_rank(const cj_differ *d, const cj_change *c)
{
    if (c->elem != CJ_CUSTOM)
        return (int)c->elem;
    return CJ_N_ELEMS + 1 + rank(d->out->element_of[CJ_OLD], c->element);
}

static const cj_span *place(const cj_change *c)
{
    return c->at[CJ_NEW].row ? &c->at[CJ_NEW] : &c->at[CJ_OLD];
}

static void rank_change(const cj_differ *d, size_t i, ranked *r)
{
    const cj_change *c = &d->out->change[i];
    const cj_span *at = place(c);
    int *k = r->key;

    r->at = i;
    k[0] = group(c);
    if (k[0] == 0)
        k[1] = (int)c->meta;
    if (k[0] == 2 || k[0] == 4)
        k[1] = rank(d->out->phase_of[CJ_OLD], c->phase);
    if (k[0] == 3)
        k[1] = rank(d->out->element_of[CJ_OLD], c->element);
    if (k[0] == 4) {
        k[2] = row_rank(d, c);
        k[3] = c->on == CJ_ON_NOTE ? CJ_N_CHANGES : (int)c->kind;
    }
    if (k[0] == 5) {
        k[1] = (int)c->section;
        k[2] = c->at[CJ_NEW].row ? 1 : 0;
        k[3] = c->on == CJ_ON_RECORD && c->kind == CJ_REMOVED ? 0 : 1;
    }
    k[4] = (int)at->sheet;
    k[5] = (int)at->row;
    k[6] = (int)at->col;
    k[7] = (int)at->from;
}

static int by_rank(const void *x, const void *y)
{
    const ranked *a = x, *b = y;
    size_t i;

    for (i = 0; i < sizeof a->key / sizeof *a->key; i++)
        if (a->key[i] != b->key[i])
            return a->key[i] < b->key[i] ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void count(cj_diff *out)
{
    size_t i;

    for (i = 0; i < out->n; i++)
        if (out->change[i].with < 0)
            out->count[out->change[i].on][out->change[i].kind]++;
}

/* Puts change r[i].at at i, each once around its circle: a copy of them all would be the largest thing in
 * memory. */
static void permute(cj_change *c, ranked *r, size_t n)
{
    size_t i, at, from;

    for (i = 0; i < n; i++) {
        cj_change first = c[i];

        for (at = i; (from = r[at].at) != i; at = from) {
            c[at] = c[from];
            r[at].at = at;
        }
        c[at] = first;
        r[at].at = at;
    }
}

void cj_differ_finish(cj_differ *d)
{
    cj_diff *out = d->out;
    ranked *r = CJ_NEW_N(d->scratch, ranked, out->n + 1);
    int *now_at = CJ_NEW_N(d->scratch, int, out->n + 1);
    size_t i;

    for (i = 0; i < out->n; i++)
        rank_change(d, i, &r[i]);
    if (out->n > 1)
        qsort(r, out->n, sizeof *r, by_rank);
    for (i = 0; i < out->n; i++)
        now_at[r[i].at] = (int)i;
    permute(out->change, r, out->n);
    for (i = 0; i < out->n; i++)
        if (out->change[i].with >= 0)
            out->change[i].with = now_at[out->change[i].with];
    count(out);
}

size_t cj_diff_count_of(const cj_diff *diff, cj_change_kind kind)
{
    size_t n = 0, on;

    for (on = 0; on < CJ_N_SUBJECTS; on++)
        n += diff->count[on][kind];
    return n;
}

size_t cj_diff_count(const cj_diff *diff)
{
    size_t n = 0;
    int kind;

    for (kind = 0; kind < CJ_N_CHANGES; kind++)
        n += kind == CJ_WORDING ? 0 : cj_diff_count_of(diff, (cj_change_kind)kind);
    return n;
}

/* Dates and versions are no figures: nobody asks by how much they rose. */
static bool holds_figures(const cj_change *c)
{
    cj_when when;

    return (c->kind == CJ_CHANGED || c->kind == CJ_MOVED) && c->on != CJ_ON_META &&
           c->on != CJ_ON_PHASE && c->on != CJ_ON_ELEMENT &&
           !cj_when_parse(c->text[CJ_NEW], 1, &when);
}

/* ---- the whole -------------------------------------------------------------------------------------- */

void cj_diff_maps(cj_arena *arena, const cj_map *old, const cj_map *now, cj_diff *out)
{
    cj_differ d = { .arena = arena, .out = out };
    size_t i;

    memset(out, 0, sizeof *out);
    d.scratch = cj_arena_new(0);
    d.map[CJ_OLD] = out->map[CJ_OLD] = old;
    d.map[CJ_NEW] = out->map[CJ_NEW] = now;
    cj_diff_evidence_numbers(&d);
    cj_diff_align(&d);
    cj_diff_head(&d);
    cj_diff_phases(&d);
    cj_diff_elements(&d);
    cj_diff_cells(&d);
    cj_diff_moves(&d);
    cj_diff_tables(&d);
    cj_diff_outside(&d);
    for (i = 0; i < out->n; i++)
        if (holds_figures(&out->change[i]))
            cj_change_figures(arena, &out->change[i]);
    cj_differ_finish(&d);
    cj_arena_free(d.scratch);
}
