/* script_apply.c - makes the new map out of the old one and the changes. */
#include "script_plain.h"
#include <string.h>

/* Which old phase (row) each new one is, by what the changes say; -1: it was added. */
typedef struct order {
    unsigned n;
    int from[SCRIPT_ROWS + SCRIPT_PHASES], to[SCRIPT_ROWS + SCRIPT_PHASES];
} order;

typedef struct applier {
    cj_arena *arena;
    const cj_diff *d;
    plain *old, *now, *out; /* now: read only for what was added as a whole */
    order phases, rows;
    const char *wrong;
} applier;

static void fail(applier *a, const cj_change *c, const char *why)
{
    if (!a->wrong)
        a->wrong = cj_str_z(a->arena, cj_str_fmt(a->arena, "change %d: %s",
                                                 c ? (int)(c - a->d->change) : -1, why));
}

/* ---- both axes --------------------------------------------------------------------------------- */

static int place(const cj_change *c, int side)
{
    return c->on == CJ_ON_PHASE ? c->phase[side] : c->element[side];
}

static void set_place(applier *a, order *o, const cj_change *c, int old, int now)
{
    if (now < 0 || (unsigned)now >= o->n || o->from[now] != -2) {
        fail(a, c, "that place is not free");
        return;
    }
    o->from[now] = old;
    if (old >= 0)
        o->to[old] = now;
}

/* A block takes the free places from its first on; what was added may stand in it. */
static void set_block(applier *a, order *o, const cj_change *c, unsigned n_old)
{
    int old = place(c, CJ_OLD), now = place(c, CJ_NEW);
    unsigned left = c->of;

    for (; left && old < (int)n_old; old++) {
        if (o->to[old] == -1)
            continue;
        while (now < (int)o->n && o->from[now] != -2)
            now++;
        set_place(a, o, c, old, now);
        left--;
    }
    if (left)
        fail(a, c, "the block is longer than the map");
}

static void make_order(applier *a, order *o, cj_subject on, unsigned n_old)
{
    const cj_change *c = a->d->change, *end = c + a->d->n;
    unsigned i, k;

    o->n = n_old;
    for (i = 0; i < n_old; i++)
        o->to[i] = -2;
    for (; c < end; c++)
        if (c->on == on && c->kind == CJ_REMOVED) {
            o->to[place(c, CJ_OLD)] = -1;
            o->n--;
        } else if (c->on == on && c->kind == CJ_ADDED) {
            o->n++;
        }
    for (i = 0; i < o->n; i++)
        o->from[i] = -2;
    for (c = a->d->change; c < end; c++)
        if (c->on == on && c->kind == CJ_ADDED)
            set_place(a, o, c, -1, place(c, CJ_NEW));
    for (c = a->d->change; c < end; c++)
        if (c->on == on && c->kind == CJ_MOVED)
            set_block(a, o, c, n_old);
    for (i = k = 0; i < n_old; i++) {
        if (o->to[i] != -2)
            continue;
        while (k < o->n && o->from[k] != -2)
            k++;
        set_place(a, o, NULL, (int)i, (int)k);
    }
}

/* What is renamed and what is new; all else keeps its name. */
static void make_names(applier *a, const order *o, cj_subject on, const cj_str *old,
                       cj_str *out)
{
    const cj_change *c = a->d->change, *end = c + a->d->n;
    unsigned i;

    for (i = 0; i < o->n; i++)
        out[i] = o->from[i] >= 0 ? old[o->from[i]] : CJ_STR("");
    for (; c < end; c++) {
        if (c->on != on || c->field)
            continue;
        if (c->kind == CJ_ADDED)
            out[place(c, CJ_NEW)] = plain_text(a->arena, c->text[CJ_NEW]);
        else if (c->kind == CJ_RENAMED && o->to[place(c, CJ_OLD)] >= 0)
            out[o->to[place(c, CJ_OLD)]] = plain_text(a->arena, c->text[CJ_NEW]);
    }
}

/* ---- references ------------------------------------------------------------------------------------ */

static unsigned number_of(cj_str s)
{
    unsigned n = 0;

    for (; s.n; s = cj_str_from(s, 1))
        if (*s.p >= '0' && *s.p <= '9')
            n = 10 * n + (unsigned)(*s.p - '0');
    return n;
}

static unsigned renumbered(const applier *a, unsigned id)
{
    size_t i;

    for (i = 0; i < a->d->n; i++) {
        const cj_change *c = &a->d->change[i];

        if (c->on == CJ_ON_RECORD && c->kind == CJ_RENAMED &&
            c->section == CJ_SECTION_EVIDENCE && number_of(c->text[CJ_OLD]) == id)
            return number_of(c->text[CJ_NEW]);
    }
    return id;
}

static bool among(const cj_ref_list *l, unsigned id)
{
    size_t i;

    for (i = 0; i < l->n; i++)
        if (l->id[i] == id)
            return true;
    return false;
}

static void change_support(applier *a, const cj_change *c, const plain_item *old,
                           plain_item *now)
{
    unsigned i;
    size_t k;

    now->n_refs = 0;
    now->assumed = c->assumed[CJ_NEW];
    for (i = 0; old && i < old->n_refs; i++)
        if (!among(&c->lost, old->ref[i]))
            now->ref[now->n_refs++] = renumbered(a, old->ref[i]);
    for (k = 0; k < c->gained.n && now->n_refs < SCRIPT_REFS + 2; k++)
        now->ref[now->n_refs++] = c->gained.id[k];
}

/* ---- cells --------------------------------------------------------------------------------------- */

/* What goes on stands at its new place; of what was added the new map says what it holds. */
static void make_cells(applier *a)
{
    unsigned r, p, i;

    for (r = 0; r < a->rows.n; r++)
        for (p = 0; p < a->phases.n; p++) {
            int row = a->rows.from[r], phase = a->phases.from[p];
            plain_cell *c = &a->out->cell[r][p];

            if (row < 0 || phase < 0) {
                a->now = a->now ? a->now : plain_of(a->arena, a->d->map[CJ_NEW]);
                *c = a->now->cell[r][p];
                continue;
            }
            *c = a->old->cell[row][phase];
            for (i = 0; i < c->n; i++) {
                unsigned k;

                for (k = 0; k < c->item[i].n_refs; k++)
                    c->item[i].ref[k] = renumbered(a, c->item[i].ref[k]);
            }
        }
}

static plain_item *old_item(applier *a, const cj_change *c)
{
    plain_cell *cell = &a->old->cell[c->element[CJ_OLD]][c->phase[CJ_OLD]];
    unsigned i;

    for (i = 0; i < cell->n; i++)
        if (cell->item[i].from == c->item[CJ_OLD] || c->item[CJ_OLD] < 0)
            return &cell->item[i];
    fail(a, c, "no such item");
    return NULL;
}

/* The same item where it stands now; NULL: its phase or row is gone. */
static plain_item *kept_item(applier *a, const cj_change *c)
{
    int r = a->rows.to[c->element[CJ_OLD]], p = a->phases.to[c->phase[CJ_OLD]];
    plain_cell *cell;
    unsigned i;

    if (r < 0 || p < 0)
        return NULL;
    cell = &a->out->cell[r][p];
    for (i = 0; i < cell->n; i++)
        if (cell->item[i].from == c->item[CJ_OLD] || c->item[CJ_OLD] < 0)
            return &cell->item[i];
    return NULL;
}

/* Where something comes to; NULL: what was added as a whole has it already. */
static plain_item *new_item(applier *a, const cj_change *c)
{
    int r = c->element[CJ_NEW], p = c->phase[CJ_NEW];

    if (r < 0 || p < 0 || (unsigned)r >= a->rows.n || (unsigned)p >= a->phases.n) {
        fail(a, c, "no such cell");
        return NULL;
    }
    if (a->rows.from[r] < 0 || a->phases.from[p] < 0)
        return NULL;
    return &a->out->cell[r][p].item[a->out->cell[r][p].n++];
}

static void apply_item(applier *a, const cj_change *c)
{
    plain_item *was = c->kind == CJ_ADDED ? NULL : old_item(a, c);
    plain_item *kept = was ? kept_item(a, c) : NULL, now = { .from = -2 }, *to;

    if (c->kind == CJ_WORDING || (c->kind != CJ_ADDED && !was))
        return;
    if (c->kind != CJ_REMOVED) {
        now.text = was ? was->text : now.text;
        if (c->kind != CJ_SUPPORT)
            now.text = plain_item_of(a->arena, c->said[CJ_NEW], c->text[CJ_NEW]).text;
        change_support(a, c, was, &now);
    }
    if (c->kind == CJ_CHANGED || c->kind == CJ_SUPPORT) {
        now.from = kept ? kept->from : -2;
        if (kept)
            *kept = now;
        else
            fail(a, c, "its phase or row is gone");
        return;
    }
    if (kept)
        kept->gone = true;
    to = c->kind == CJ_REMOVED ? NULL : new_item(a, c);
    if (to)
        *to = now;
}

/* ---- tables --------------------------------------------------------------------------------------- */

static plain_record *record_of(applier *a, const cj_change *c)
{
    unsigned i;

    for (i = 0; i < a->out->n_records; i++)
        if (a->out->record[i].from == c->record[CJ_OLD])
            return &a->out->record[i];
    fail(a, c, "no such record");
    return NULL;
}

static void apply_persona(applier *a, const cj_change *c, plain_record *r)
{
    if (r && c->kind == CJ_REMOVED && !c->record[CJ_NEW])
        r->gone = true;
    else if (r)
        r->value[1] = plain_text(a->arena, c->text[CJ_NEW]);
}

static void apply_record(applier *a, const cj_change *c)
{
    plain_record *r = c->record[CJ_OLD] ? record_of(a, c) : NULL;
    const cj_column *column = c->column[CJ_NEW] ? c->column[CJ_NEW] : c->column[CJ_OLD];

    if (!c->record[CJ_OLD])
        a->out->record[a->out->n_records++] =
            plain_record_of(a->arena, c->table[CJ_NEW], c->record[CJ_NEW]);
    else if (c->on == CJ_ON_PERSONA)
        apply_persona(a, c, r);
    else if (r && c->on == CJ_ON_RECORD && c->kind == CJ_REMOVED)
        r->gone = true;
    else if (r && c->on == CJ_ON_RECORD && c->kind == CJ_RENAMED)
        plain_set(r, CJ_STR("id"), plain_text(a->arena, c->text[CJ_NEW]));
    else if (r && c->on == CJ_ON_FIELD && column)
        plain_set(r, plain_column(a->arena, column), plain_text(a->arena, c->text[CJ_NEW]));
    else
        fail(a, c, "a record without what changed");
}

/* Records name phases: those of a phase that was renamed name it as it is called now. */
static void follow_phases(applier *a)
{
    unsigned i, k, p;

    for (i = 0; i < a->out->n_records; i++)
        for (k = 0; k < a->out->record[i].n; k++)
            for (p = 0; p < a->old->n_phases; p++)
                if (cj_str_eq(a->out->record[i].name[k], CJ_STR("phase")) &&
                    cj_str_eq(a->out->record[i].value[k], a->old->phase[p]) &&
                    a->phases.to[p] >= 0) {
                    a->out->record[i].value[k] = a->out->phase[a->phases.to[p]];
                    break;
                }
}

static void apply_outside(applier *a, const cj_change *c)
{
    cj_str was = plain_text(a->arena, c->text[CJ_OLD]);
    unsigned i;

    for (i = 0; c->kind != CJ_ADDED && i < a->out->n_outside; i++)
        if (cj_str_eq(a->out->outside[i], was)) {
            a->out->outside[i] = CJ_STR("");
            break;
        }
    if (c->kind != CJ_REMOVED)
        a->out->outside[a->out->n_outside++] = plain_text(a->arena, c->text[CJ_NEW]);
}

static void apply(applier *a, const cj_change *c)
{
    switch (c->on) {
    case CJ_ON_META:
        a->out->meta[c->meta] = plain_text(a->arena, c->text[CJ_NEW]);
        break;
    case CJ_ON_CELL:
    case CJ_ON_ITEM:
        apply_item(a, c);
        break;
    case CJ_ON_PERSONA:
    case CJ_ON_RECORD:
    case CJ_ON_FIELD:
        apply_record(a, c);
        break;
    case CJ_ON_OUTSIDE:
        apply_outside(a, c);
        break;
    default:
        break;
    }
}

script_lines script_apply(cj_arena *arena, const cj_diff *d, const char **wrong)
{
    applier a = { .arena = arena, .d = d };
    size_t i;

    a.old = plain_of(arena, d->map[CJ_OLD]);
    a.out = CJ_NEW(arena, plain);
    *a.out = *a.old;
    memset(a.out->cell, 0, sizeof a.out->cell);
    make_order(&a, &a.phases, CJ_ON_PHASE, a.old->n_phases);
    make_order(&a, &a.rows, CJ_ON_ELEMENT, a.old->n_rows);
    a.out->n_phases = a.phases.n;
    a.out->n_rows = a.rows.n;
    make_names(&a, &a.phases, CJ_ON_PHASE, a.old->phase, a.out->phase);
    make_names(&a, &a.rows, CJ_ON_ELEMENT, a.old->row, a.out->row);
    make_cells(&a);
    follow_phases(&a);
    for (i = 0; i < d->n; i++)
        if (d->change[i].kind != CJ_WORDING)
            apply(&a, &d->change[i]);
    *wrong = a.wrong;
    return plain_lines(a.out);
}
