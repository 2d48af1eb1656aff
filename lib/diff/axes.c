/* axes.c - what happened to phases and rows: added, removed, renamed, moved, described anew. */
#include "diff/differ.h"
#include "base/utf8.h"
#include "base/buf.h"

/* ---- both axes --------------------------------------------------------------------------------------- */

/* The blocks that moved, as lengths at the old indices where they begin. */
static unsigned *moves(cj_differ *d, const int *new_of, size_t n, size_t **common)
{
    unsigned *to = CJ_NEW_N(d->arena, unsigned, n + 1),
             *moved = CJ_NEW_N(d->arena, unsigned, n + 1);
    size_t *at = CJ_NEW_N(d->arena, size_t, n + 1), k = 0, i, j;

    for (i = 0; i < n; i++)
        if (new_of[i] >= 0)
            at[k++] = i;
    for (i = 0; i < k; i++)
        for (j = 0; j < k; j++)
            to[i] += new_of[at[j]] < new_of[at[i]];
    cj_order_moves(d->arena, to, k, moved);
    *common = at;
    at[k] = n;
    return moved;
}

static cj_change_kind names_differ(cj_arena *arena, cj_str a, cj_str b)
{
    if (cj_str_eq(a, b))
        return CJ_N_CHANGES;
    return cj_str_eq(cj_item_key(arena, a), cj_item_key(arena, b)) ? CJ_WORDING
                                                                   : CJ_CHANGED;
}

/* ---- phases ------------------------------------------------------------------------------------------ */

static cj_change *add_phase(cj_differ *d, cj_change_kind kind, int old, int now)
{
    cj_change *c = cj_differ_add(d, CJ_ON_PHASE, kind);
    int at[2], side;

    at[CJ_OLD] = old;
    at[CJ_NEW] = now;
    for (side = 0; side < 2; side++)
        if (at[side] >= 0) {
            const cj_phase *p = &d->map[side]->phases[at[side]];

            c->phase[side] = at[side];
            c->text[side] = cj_utf8_joined(d->arena, p->name);
            c->at[side] = p->at;
        }
    return c;
}

static void phase_name(cj_differ *d, int old, int now)
{
    const cj_phase *a = &d->map[CJ_OLD]->phases[old], *b = &d->map[CJ_NEW]->phases[now];

    if (!cj_str_eq(a->key, b->key))
        add_phase(d, CJ_RENAMED, old, now);
    else if (!cj_str_eq(a->name, b->name))
        add_phase(d, CJ_WORDING, old, now);
}

static void described(cj_differ *d, cj_change *c, const char *field, cj_str old, cj_str now)
{
    (void)d;
    c->field = field;
    c->text[CJ_OLD] = old;
    c->text[CJ_NEW] = now;
}

static cj_str steps_of(cj_arena *arena, const cj_phase *p)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < p->n_steps; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_add(&b, cj_utf8_joined(arena, p->steps[i].name));
    }
    return cj_buf_str(&b);
}

/* A group over several phases was renamed once. */
static bool as_before(const cj_differ *d, cj_str old, cj_str now, int phase)
{
    const cj_change *c = d->out->n ? &d->out->change[d->out->n - 1] : NULL;

    return c && c->on == CJ_ON_PHASE && c->field && strcmp(c->field, "group") == 0 &&
           c->phase[CJ_NEW] + (int)c->of == phase && cj_str_eq(c->text[CJ_OLD], old) &&
           cj_str_eq(c->text[CJ_NEW], now);
}

static void phase_frame(cj_differ *d, int old, int now)
{
    const cj_phase *a = &d->map[CJ_OLD]->phases[old], *b = &d->map[CJ_NEW]->phases[now];
    cj_change_kind kind = names_differ(d->arena, a->group, b->group);
    cj_str was, is;

    if (kind != CJ_N_CHANGES && as_before(d, a->group, b->group, now))
        d->out->change[d->out->n - 1].of++;
    else if (kind != CJ_N_CHANGES)
        described(d, add_phase(d, kind, old, now), "group", a->group, b->group);
    was = steps_of(d->arena, a);
    is = steps_of(d->arena, b);
    if (cj_map_element(d->map[CJ_OLD], CJ_STEPS) ||
        cj_map_element(d->map[CJ_NEW], CJ_STEPS))
        return; /* then they are a row, or were one in the other layout */
    kind = names_differ(d->arena, was, is);
    if (kind != CJ_N_CHANGES)
        described(d, add_phase(d, kind, old, now), "steps", was, is);
}

void cj_diff_phases(cj_differ *d)
{
    const int *of = d->out->phase_of[CJ_OLD];
    size_t n = d->map[CJ_OLD]->n_phases, i, *common;
    unsigned *moved = moves(d, of, n, &common);

    for (i = 0; i < n; i++)
        if (of[i] < 0)
            add_phase(d, CJ_REMOVED, (int)i, -1);
    for (i = 0; i < d->map[CJ_NEW]->n_phases; i++)
        if (d->out->phase_of[CJ_NEW][i] < 0)
            add_phase(d, CJ_ADDED, -1, (int)i);
    for (i = 0; common[i] < n; i++) {
        int old = (int)common[i];

        phase_name(d, old, of[old]);
        if (moved[i])
            add_phase(d, CJ_MOVED, old, of[old])->of = moved[i];
    }
    for (i = 0; common[i] < n; i++)
        phase_frame(d, (int)common[i], of[common[i]]);
}

/* ---- rows ----------------------------------------------------------------------------------------------- */

static cj_str label_of(const cj_differ *d, int side, const cj_element *e)
{
    return e->label.n ? cj_utf8_joined(d->arena, e->label)
                      : cj_str_of(cj_elem_label(e->elem, d->map[side]->lang));
}

static cj_change *add_row(cj_differ *d, cj_change_kind kind, int old, int now)
{
    cj_change *c = cj_differ_add(d, CJ_ON_ELEMENT, kind);
    int at[2], side;

    at[CJ_OLD] = old;
    at[CJ_NEW] = now;
    for (side = 0; side < 2; side++)
        if (at[side] >= 0) {
            const cj_element *e = &d->map[side]->elements[at[side]];

            c->element[side] = at[side];
            c->elem = e->elem;
            c->text[side] = label_of(d, side, e);
            c->at[side] = e->at;
        }
    return c;
}

static void row_name(cj_differ *d, int old, int now)
{
    const cj_element *a = &d->map[CJ_OLD]->elements[old],
                     *b = &d->map[CJ_NEW]->elements[now];
    cj_change_kind kind;

    if (!cj_str_eq(a->key, b->key))
        add_row(d, CJ_RENAMED, old, now);
    else if (!cj_str_eq(label_of(d, CJ_OLD, a), label_of(d, CJ_NEW, b)))
        add_row(d, CJ_WORDING, old, now);
    kind = names_differ(d->arena, a->group, b->group);
    if (kind != CJ_N_CHANGES)
        described(d, add_row(d, kind, old, now), "group", a->group, b->group);
    /* A hint that a template has and a filled copy lacks is layout. */
    kind = names_differ(d->arena, a->tail, b->tail);
    if (kind != CJ_N_CHANGES)
        described(d, add_row(d, a->tail.n && b->tail.n ? kind : CJ_WORDING, old, now),
                  "guidance", a->tail, b->tail);
}

static cj_str told_of_phase(const cj_phase *p, cj_elem elem)
{
    switch (elem) {
    case CJ_PERIOD:
        return p->period_text;
    case CJ_DEFINITION:
        return p->definition;
    case CJ_ENTRY:
        return p->entry;
    case CJ_EXIT:
        return p->exit;
    default:
        return CJ_STR("");
    }
}

/* Where the other map says the same in the headers or in a table of phases, the row is layout. */
static bool told_elsewhere(const cj_differ *d, int side, const cj_element *e)
{
    const cj_map *m = d->map[side], *o = d->map[!side];
    bool any = false;
    size_t i;

    if (e->elem != CJ_PERIOD && e->elem != CJ_DEFINITION && e->elem != CJ_ENTRY &&
        e->elem != CJ_EXIT)
        return false;
    for (i = 0; i < m->n_phases; i++) {
        int there = d->out->phase_of[side][i];

        any = any || (there >= 0 && told_of_phase(&o->phases[there], e->elem).n);
    }
    return any;
}

/* Period, definition, entry and exit of each phase, wherever both maps tell them. */
static void compare_told(cj_differ *d, cj_elem elem)
{
    const cj_element *row[2] = { cj_map_element(d->map[0], elem),
                                 cj_map_element(d->map[1], elem) };
    size_t i;

    if (row[0] && row[1])
        return; /* then they are cells like any others */
    if ((row[0] && !told_elsewhere(d, 0, row[0])) ||
        (row[1] && !told_elsewhere(d, 1, row[1])))
        return;
    for (i = 0; i < d->map[CJ_OLD]->n_phases; i++) {
        int now = d->out->phase_of[CJ_OLD][i];
        const cj_phase *a = &d->map[CJ_OLD]->phases[i], *b;
        cj_change_kind kind;
        cj_change *c;

        if (now < 0)
            continue;
        b = &d->map[CJ_NEW]->phases[now];
        kind = cj_texts_differ(d->arena, told_of_phase(a, elem), told_of_phase(b, elem), 1);
        if (kind == CJ_N_CHANGES)
            continue;
        c = cj_differ_add(d, CJ_ON_CELL, kind);
        c->elem = elem;
        c->phase[CJ_OLD] = (int)i;
        c->phase[CJ_NEW] = now;
        c->text[CJ_OLD] = told_of_phase(a, elem);
        c->text[CJ_NEW] = told_of_phase(b, elem);
        c->at[CJ_OLD] = row[0] ? row[0]->cells[i].at : a->at;
        c->at[CJ_NEW] = row[1] ? row[1]->cells[now].at : b->at;
    }
}

void cj_diff_elements(cj_differ *d)
{
    static const cj_elem told[] = { CJ_PERIOD, CJ_DEFINITION, CJ_ENTRY, CJ_EXIT };
    const int *of = d->out->element_of[CJ_OLD];
    size_t n = d->map[CJ_OLD]->n_elements, i, *common;
    unsigned *moved = moves(d, of, n, &common);

    for (i = 0; i < n; i++)
        if (of[i] < 0 && !told_elsewhere(d, CJ_OLD, &d->map[CJ_OLD]->elements[i]))
            add_row(d, CJ_REMOVED, (int)i, -1);
    for (i = 0; i < d->map[CJ_NEW]->n_elements; i++)
        if (d->out->element_of[CJ_NEW][i] < 0 &&
            !told_elsewhere(d, CJ_NEW, &d->map[CJ_NEW]->elements[i]))
            add_row(d, CJ_ADDED, -1, (int)i);
    for (i = 0; common[i] < n; i++) {
        int old = (int)common[i];

        row_name(d, old, of[old]);
        if (moved[i])
            add_row(d, CJ_MOVED, old, of[old])->of = moved[i];
    }
    for (i = 0; i < sizeof told / sizeof *told; i++)
        compare_told(d, told[i]);
}
