/* moves.c - items that left their cell: into another phase or row, with a phase that was split, or for good. */
#include "diff/differ.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Past so many items nobody asks which of them was worded anew on its way. */
enum { MOVED_ALIKE = 75, FEWEST_SPLIT = 2, MOST_REWORDED = 5000 };

/* An old item and a new one that are the same. */
typedef struct pairing {
    cj_differ *d;
    int *of; /* of the old lone item i; -1: none */
    bool *used;
} pairing;

/* Attributes of a phase are no things that move: who, when, how far. And a word or two says too little. */
static bool movable(cj_differ *d, cj_said *s)
{
    cj_elem e = s->cell->elem;

    if (s->item < 0 || (e != CJ_CUSTOM && cj_elem_kind_of(e) != CJ_ELEM_LIST) ||
        e == CJ_OWNER || e == CJ_EVIDENCE)
        return false;
    return cj_utf8_count(cj_said_key(d, s)) >= 4;
}

/* The row, and the phase, as the new map calls them. */
static cj_str row_key(const cj_differ *d, int side, const cj_said *s)
{
    const cj_element *e = &d->map[side]->elements[s->cell->element];
    int now = side == CJ_NEW ? (int)s->cell->element
                             : d->out->element_of[CJ_OLD][s->cell->element];

    if (now >= 0)
        e = &d->map[CJ_NEW]->elements[now];
    return e->key;
}

static int phase_key(const cj_differ *d, int side, const cj_said *s)
{
    return side == CJ_NEW ? (int)s->cell->phase : d->out->phase_of[CJ_OLD][s->cell->phase];
}

typedef enum alike_by {
    BY_ROW,   /* the row, and what is said */
    BY_PHASE, /* the phase, and what is said */
    AS_WRITTEN /* the phase, and the text with who does it: 【CS】 in front of a pain is no owner */
} alike_by;

/* What has to be equal, as one text: of a large map there are many, so nothing is formatted. */
static cj_str key_of(cj_differ *d, int side, cj_said *s, alike_by by, size_t i)
{
    int phase = phase_key(d, side, s);
    size_t place[2] = { (size_t)side, i };
    cj_buf b;

    cj_buf_init(&b, d->scratch);
    if (!movable(d, s) || (by != BY_ROW && phase < 0)) { /* like nothing else */
        cj_buf_add(&b, (cj_str){ (const char *)place, sizeof place });
        return cj_buf_str(&b);
    }
    if (by == BY_ROW)
        cj_buf_add(&b, row_key(d, side, s));
    else
        cj_buf_add(&b, (cj_str){ (const char *)&phase, sizeof phase });
    cj_buf_byte(&b, '\n');
    cj_buf_add(&b, by == AS_WRITTEN ? cj_item_key(d->scratch, s->text) : cj_said_key(d, s));
    return cj_buf_str(&b);
}

static bool any_owner(const cj_saids *l)
{
    size_t i;

    for (i = 0; i < l->n; i++)
        if (l->at[i]->item >= 0 && l->at[i]->cell->items[l->at[i]->item].owner.n)
            return true;
    return false;
}

static void match(pairing *p, alike_by by)
{
    cj_differ *d = p->d;
    cj_str *key[2];
    size_t i;
    int side;

    cj_arena_reset(d->scratch);
    for (side = 0; side < 2; side++) {
        key[side] = CJ_NEW_N(d->scratch, cj_str, d->lone[side].n + 1);
        for (i = 0; i < d->lone[side].n; i++)
            key[side][i] = key_of(d, side, d->lone[side].at[i], by, i);
    }
    cj_match_equal(d->scratch, key[0], d->lone[0].n, key[1], d->lone[1].n, p->of);
}

/* Worded anew on the way: only where both cells go on. */
static void match_alike(pairing *p)
{
    cj_differ *d = p->d;
    cj_str *key[2];
    size_t *at[2], n[2] = { 0, 0 }, i;
    int side, *of;

    for (i = 0; i < d->lone[CJ_OLD].n; i++)
        if (p->of[i] >= 0)
            p->used[p->of[i]] = true;
    for (side = 0; side < 2; side++) {
        key[side] = CJ_NEW_N(d->arena, cj_str, d->lone[side].n + 1);
        at[side] = CJ_NEW_N(d->arena, size_t, d->lone[side].n + 1);
        for (i = 0; i < d->lone[side].n; i++) {
            cj_said *s = d->lone[side].at[i];

            if (s->whole || !movable(d, s) || (side == CJ_OLD ? p->of[i] >= 0 : p->used[i]))
                continue;
            at[side][n[side]] = i;
            key[side][n[side]++] = cj_said_key(d, s);
        }
    }
    of = CJ_NEW_N(d->arena, int, n[0] + 1);
    for (i = 0; i < n[0]; i++)
        of[i] = -1;
    if (n[0] && n[1] && n[0] <= MOST_REWORDED && n[1] <= MOST_REWORDED)
        cj_match_alike(d->arena, key[0], n[0], key[1], n[1], MOVED_ALIKE, of);
    for (i = 0; i < n[0]; i++) {
        size_t a = at[0][i], b = of[i] < 0 ? 0 : at[1][of[i]];

        if (of[i] >= 0 && cj_str_eq(row_key(d, CJ_OLD, d->lone[CJ_OLD].at[a]),
                                    row_key(d, CJ_NEW, d->lone[CJ_NEW].at[b])))
            p->of[a] = (int)b;
    }
}

/* ---- phases that were split off or taken in ---------------------------------------------------------- */

/* What a row that was added as a whole holds there says nothing of where the rest came from. */
static size_t items_in(cj_differ *d, int side, unsigned phase)
{
    size_t n = 0, i;

    for (i = 0; i < d->lone[side].n; i++) {
        const cj_cell *c = d->lone[side].at[i]->cell;

        n += c->phase == phase && d->out->element_of[side][c->element] >= 0 &&
             movable(d, d->lone[side].at[i]);
    }
    return n;
}

/* The phase of the other side that shares most with a whole one, where it is half of it; -1: none. */
static int kin_of(pairing *p, int side, unsigned phase)
{
    cj_differ *d = p->d;
    size_t others = d->map[!side]->n_phases, all = items_in(d, side, phase), i;
    size_t *n = CJ_NEW_N(d->arena, size_t, others + 1), best = 0;

    for (i = 0; i < d->lone[CJ_OLD].n; i++) {
        const cj_said *pair[2] = { d->lone[CJ_OLD].at[i], NULL };

        if (p->of[i] < 0)
            continue;
        pair[CJ_NEW] = d->lone[CJ_NEW].at[p->of[i]];
        if (pair[side]->cell->phase == phase)
            n[pair[!side]->cell->phase]++;
    }
    for (i = 0; i < others; i++)
        if (d->out->phase_of[!side][i] >= 0 && n[i] > n[best])
            best = i;
    return others && d->out->phase_of[!side][best] >= 0 && n[best] >= FEWEST_SPLIT &&
                   2 * n[best] >= all
               ? (int)best
               : -1;
}

static void find_kin(pairing *p)
{
    size_t i;

    for (i = 0; i < p->d->out->n; i++) {
        cj_change *c = &p->d->out->change[i];

        if (c->on == CJ_ON_PHASE && c->kind == CJ_ADDED)
            c->kin = kin_of(p, CJ_NEW, (unsigned)c->phase[CJ_NEW]);
        else if (c->on == CJ_ON_PHASE && c->kind == CJ_REMOVED)
            c->kin = kin_of(p, CJ_OLD, (unsigned)c->phase[CJ_OLD]);
    }
}

/* The change of the phase that an item moved with. */
static int moved_with(const cj_differ *d, const cj_said *a, const cj_said *b)
{
    size_t i;

    for (i = 0; i < d->out->n && d->out->change[i].on <= CJ_ON_PHASE; i++) {
        const cj_change *c = &d->out->change[i];

        if (c->on != CJ_ON_PHASE || c->kin < 0)
            continue;
        if (c->kind == CJ_ADDED && c->phase[CJ_NEW] == (int)b->cell->phase &&
            c->kin == (int)a->cell->phase)
            return (int)i;
        if (c->kind == CJ_REMOVED && c->phase[CJ_OLD] == (int)a->cell->phase &&
            c->kin == (int)b->cell->phase)
            return (int)i;
    }
    return -1;
}

/* ---- telling ---------------------------------------------------------------------------------------------- */

/* The same cell in the other map. */
static const cj_cell *counterpart(const cj_differ *d, int side, const cj_cell *cell)
{
    int row = d->out->element_of[side][cell->element],
        phase = d->out->phase_of[side][cell->phase];

    return row < 0 || phase < 0 ? NULL : &d->map[!side]->elements[row].cells[phase];
}

/* All that a cell of the team's own rows holds, where the other map has no more than that: a statement. */
static bool whole_cell(const cj_differ *d, int side, const cj_said *s)
{
    const cj_cell *other = counterpart(d, side, s->cell);

    return s->item < 0 || (s->cell->elem == CJ_CUSTOM && s->cell->n_items == 1 && other &&
                           (cj_cell_blank(other) || other->n_items == 1));
}

static void tell(cj_differ *d, cj_change_kind kind, const cj_said *a, const cj_said *b)
{
    int with = a && b ? moved_with(d, a, b) : -1;
    bool cell = kind != CJ_MOVED && whole_cell(d, a ? CJ_OLD : CJ_NEW, a ? a : b);
    cj_change *c = cj_differ_add_cell(d, cell ? CJ_ON_CELL : CJ_ON_ITEM, kind,
                                      a ? a->cell : NULL, b ? b->cell : NULL);

    c->with = with;
    if (a)
        cj_change_set_item(c, CJ_OLD, a);
    if (b)
        cj_change_set_item(c, CJ_NEW, b);
    cj_change_support(d, c, c->said[CJ_OLD] ? &c->said[CJ_OLD]->support : NULL,
                      c->said[CJ_NEW] ? &c->said[CJ_NEW]->support : NULL);
}

/* Both statements stayed where they are: the one became the other. */
static cj_said *became(pairing *p, const cj_said *a)
{
    cj_differ *d = p->d;
    const cj_cell *other = a->whole ? NULL : counterpart(d, CJ_OLD, a->cell);
    size_t i;

    if (!whole_cell(d, CJ_OLD, a) || cj_cell_blank(other))
        return NULL;
    for (i = 0; i < d->lone[CJ_NEW].n; i++)
        if (d->lone[CJ_NEW].at[i]->cell == other)
            return p->used[i] ? NULL : d->lone[CJ_NEW].at[i];
    return NULL;
}

static void tell_old(pairing *p, size_t i)
{
    cj_differ *d = p->d;
    cj_said *a = d->lone[CJ_OLD].at[i];
    cj_said *b = p->of[i] < 0 ? NULL : d->lone[CJ_NEW].at[p->of[i]];

    if (!b && !a->whole) {
        b = became(p, a);
        if (b)
            b->taken = true;
        tell(d, b ? CJ_CHANGED : CJ_REMOVED, a, b);
        return;
    }
    if (!b)
        return;
    if (a->whole && b->whole)
        return;
    a->taken = b->taken = true;
    tell(d, CJ_MOVED, a, b);
}

void cj_diff_moves(cj_differ *d)
{
    pairing p = { d, CJ_NEW_N(d->arena, int, d->lone[CJ_OLD].n + 1),
                  CJ_NEW_N(d->arena, bool, d->lone[CJ_NEW].n + 1) };
    size_t i;

    for (i = 0; i < d->lone[CJ_OLD].n; i++)
        p.of[i] = -1;
    match(&p, BY_ROW);
    match(&p, BY_PHASE);
    if (any_owner(&d->lone[CJ_OLD]) || any_owner(&d->lone[CJ_NEW]))
        match(&p, AS_WRITTEN);
    match_alike(&p);
    find_kin(&p);
    for (i = 0; i < d->lone[CJ_OLD].n; i++)
        if (p.of[i] >= 0)
            p.used[p.of[i]] = true;
    for (i = 0; i < d->lone[CJ_OLD].n; i++)
        tell_old(&p, i);
    for (i = 0; i < d->lone[CJ_NEW].n; i++)
        if (!d->lone[CJ_NEW].at[i]->taken && !d->lone[CJ_NEW].at[i]->whole)
            tell(d, CJ_ADDED, NULL, d->lone[CJ_NEW].at[i]);
}
