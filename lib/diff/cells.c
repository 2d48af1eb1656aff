/* cells.c - what changed inside the cells that both maps have. */
#include "diff/differ.h"
#include "map/refs.h"
#include "base/utf8.h"

enum { ALIKE = 60 }; /* percent: an item was worded anew (model 8) */

/* ---- one item and its partner ------------------------------------------------------------------------ */

static cj_str owner_key(cj_differ *d, const cj_item *item)
{
    return cj_item_key(d->arena, item->owner);
}

/* The text without what a key leaves out, but with its sources: those that have no number are told apart
 * by it. */
static bool source_differs(cj_differ *d, const cj_item *a, const cj_item *b)
{
    if (!a->support.inline_source && !b->support.inline_source)
        return false;
    return a->support.inline_source != b->support.inline_source ||
           a->support.sample != b->support.sample ||
           !cj_str_eq(cj_utf8_fold(d->arena, a->text), cj_utf8_fold(d->arena, b->text));
}

static void add_item(cj_differ *d, cj_change_kind kind, const cj_said *a, const cj_said *b)
{
    cj_change *c = cj_differ_add_cell(
        d, a->item < 0 && b->item < 0 ? CJ_ON_CELL : CJ_ON_ITEM, kind, a->cell, b->cell);

    cj_change_set_item(c, CJ_OLD, a);
    cj_change_set_item(c, CJ_NEW, b);
    cj_change_support(d, c, c->said[CJ_OLD] ? &c->said[CJ_OLD]->support : NULL,
                      c->said[CJ_NEW] ? &c->said[CJ_NEW]->support : NULL);
}

/* What a list tells in a column of its own: who, when. */
static void add_aside(cj_differ *d, const cj_said *a, const cj_said *b, const char *field,
                      cj_str old, cj_str now)
{
    cj_change_kind kind = cj_texts_differ(d->arena, old, now, 1);

    if (kind == CJ_N_CHANGES || kind == CJ_WORDING)
        return;
    add_item(d, kind == CJ_ADDED || kind == CJ_REMOVED ? CJ_CHANGED : kind, a, b);
    d->out->change[d->out->n - 1].field = field;
    d->out->change[d->out->n - 1].text[CJ_OLD] = old;
    d->out->change[d->out->n - 1].text[CJ_NEW] = now;
}

static void compare_items(cj_differ *d, cj_said *a, cj_said *b)
{
    const cj_item *x = a->item < 0 ? NULL : &a->cell->items[a->item],
                  *y = b->item < 0 ? NULL : &b->cell->items[b->item];
    bool same = cj_str_eq(a->text, b->text), asides = same && x && y;
    bool owners = !x || !y || cj_str_eq(x->owner, y->owner) ||
                  cj_str_eq(owner_key(d, x), owner_key(d, y));

    if (!same && (!cj_str_eq(cj_said_key(d, a), cj_said_key(d, b)) || !owners))
        add_item(d, CJ_CHANGED, a, b);
    else if (x && y &&
             (!cj_support_same(d, &x->support, &y->support) ||
              (!same && source_differs(d, x, y))))
        add_item(d, CJ_SUPPORT, a, b);
    else if (!same)
        add_item(d, CJ_WORDING, a, b);
    if (!asides)
        return;
    if (!owners)
        add_aside(d, a, b, "owner", x->owner, y->owner);
    if (!cj_str_eq(x->timing, y->timing))
        add_aside(d, a, b, "timing", x->timing, y->timing);
}

/* ---- lists ------------------------------------------------------------------------------------------- */

static cj_str *keys_of(cj_differ *d, cj_said *s, size_t n,
                       cj_str (*key)(cj_differ *, cj_said *))
{
    cj_str *k = CJ_NEW_N(d->scratch, cj_str, n + 1);
    size_t i;

    for (i = 0; i < n; i++)
        k[i] = key(d, &s[i]);
    return k;
}

static cj_str text_key(cj_differ *d, cj_said *s)
{
    (void)d;
    return s->text;
}

static cj_str kpi_key(cj_differ *d, cj_said *s)
{
    cj_str key = cj_kpi_key(d->arena, s->text);

    return key.n ? key : s->text;
}

typedef void (*matcher)(cj_arena *, const cj_str *, size_t, const cj_str *, size_t, int *);

static void match_alike(cj_arena *arena, const cj_str *a, size_t n, const cj_str *b,
                        size_t m, int *of)
{
    cj_match_alike(arena, a, n, b, m, ALIKE, of);
}

/* Matches those that have no partner yet, by that key. */
static void match_rest(cj_differ *d, cj_said *s[2], const size_t n[2], int *of,
                       cj_str (*key)(cj_differ *, cj_said *), matcher match)
{
    size_t *at[2], k[2] = { 0, 0 }, i;
    cj_said *rest[2];
    int *found, side;

    for (side = 0; side < 2; side++) {
        at[side] = CJ_NEW_N(d->scratch, size_t, n[side] + 1);
        rest[side] = CJ_NEW_N(d->scratch, cj_said, n[side] + 1);
        for (i = 0; i < n[side]; i++)
            if (!s[side][i].taken) {
                at[side][k[side]] = i;
                rest[side][k[side]++] = s[side][i];
            }
    }
    if (!k[0] || !k[1])
        return;
    found = CJ_NEW_N(d->scratch, int, k[0] + 1);
    for (i = 0; i < k[0]; i++)
        found[i] = -1;
    match(d->scratch, keys_of(d, rest[0], k[0], key), k[0], keys_of(d, rest[1], k[1], key),
          k[1], found);
    for (i = 0; i < k[0]; i++)
        if (found[i] >= 0) {
            of[at[0][i]] = (int)at[1][found[i]];
            s[0][at[0][i]].taken = s[1][at[1][found[i]]].taken = true;
        }
}

/* Lines that stand where they stood, from either end, are found without any key. */
static void match_ends(cj_said *s[2], const size_t n[2], int *of)
{
    size_t head = 0, tail = 0;

    while (head < n[0] && head < n[1] && cj_str_eq(s[0][head].text, s[1][head].text)) {
        of[head] = (int)head;
        s[0][head].taken = s[1][head].taken = true;
        head++;
    }
    while (head + tail < n[0] && head + tail < n[1] &&
           cj_str_eq(s[0][n[0] - 1 - tail].text, s[1][n[1] - 1 - tail].text)) {
        of[n[0] - 1 - tail] = (int)(n[1] - 1 - tail);
        s[0][n[0] - 1 - tail].taken = s[1][n[1] - 1 - tail].taken = true;
        tail++;
    }
}

/* Of what is between them, those of the same place: in a long list a few lines were edited, and none of the
 * others need be looked for. */
static void match_places(cj_said *s[2], const size_t n[2], int *of)
{
    size_t i;

    for (i = 0; i < n[0] && i < n[1]; i++)
        if (!s[0][i].taken && !s[1][i].taken && cj_str_eq(s[0][i].text, s[1][i].text)) {
            of[i] = (int)i;
            s[0][i].taken = s[1][i].taken = true;
        }
}

static void keep_lone(cj_differ *d, int side, const cj_said *s)
{
    cj_said *mine = CJ_NEW(d->arena, cj_said);
    cj_saids *l = &d->lone[side];

    *mine = *s;
    CJ_ROOM(d->arena, l->at, l->n, l->cap);
    l->at[l->n++] = mine;
}

/* Kept lines of a numbered list whose order is another one. */
static void tell_order(cj_differ *d, const cj_cell *a, const cj_cell *b, const int *of,
                       size_t n)
{
    int last = -1;
    size_t i;

    for (i = 0; i < n; i++) {
        if (of[i] >= 0 && of[i] < last) {
            cj_differ_add_cell(d, CJ_ON_CELL, CJ_WORDING, a, b);
            return;
        }
        last = of[i] >= 0 ? of[i] : last;
    }
}

static void compare_lists(cj_differ *d, const cj_cell *a, const cj_cell *b)
{
    size_t n[2], i;
    cj_said *s[2] = { cj_said_of(d, a, &n[0]), cj_said_of(d, b, &n[1]) };
    int *of = CJ_NEW_N(d->scratch, int, n[0] + 1);

    for (i = 0; i < n[0]; i++)
        of[i] = -1;
    match_ends(s, n, of);
    match_places(s, n, of);
    match_rest(d, s, n, of, text_key, cj_match_equal);
    match_rest(d, s, n, of, cj_said_key, cj_match_equal);
    if (a->elem == CJ_KPI)
        match_rest(d, s, n, of, kpi_key, cj_match_equal);
    match_rest(d, s, n, of, cj_said_key, match_alike);
    for (i = 0; i < n[0]; i++)
        if (of[i] >= 0)
            compare_items(d, &s[0][i], &s[1][of[i]]);
        else
            keep_lone(d, CJ_OLD, &s[0][i]);
    for (i = 0; i < n[1]; i++)
        if (!s[1][i].taken)
            keep_lone(d, CJ_NEW, &s[1][i]);
    tell_order(d, a, b, of, n[0]);
}

/* ---- statements -------------------------------------------------------------------------------------- */

/* Of a row of the team's own nobody knows whether it holds lists: what one cell lacks may stand in another. */
static bool statement(const cj_cell *a, const cj_cell *b)
{
    if (a->elem == CJ_CUSTOM || b->elem == CJ_CUSTOM)
        return a->n_items < 2 && b->n_items < 2 && !cj_cell_blank(a) && !cj_cell_blank(b);
    return cj_elem_kind_of(b->elem) == CJ_ELEM_TEXT;
}

/* The support of what is written, without that of the comments beside it. */
static const cj_support *support_of(cj_differ *d, const cj_cell *c)
{
    cj_support *all;
    size_t i;

    if (c->n_items == 1)
        return &c->items[0].support;
    all = CJ_NEW(d->arena, cj_support);
    for (i = 0; i < c->n_items; i++) {
        const cj_support *s = &c->items[i].support;

        cj_refs_add(d->arena, &s->refs, &all->refs);
        all->assumption = all->assumption || s->assumption;
    }
    return all;
}

static void compare_statements(cj_differ *d, const cj_cell *a, const cj_cell *b)
{
    const cj_support *x = support_of(d, a), *y = support_of(d, b);
    cj_str old = cj_cell_said(d->arena, a), now = cj_cell_said(d->arena, b);
    cj_change_kind kind = cj_texts_differ(d->arena, old, now, 1);

    if (kind == CJ_N_CHANGES || kind == CJ_WORDING)
        if (!cj_cell_blank(a) && !cj_cell_blank(b) && !cj_support_same(d, x, y))
            kind = CJ_SUPPORT;
    if (kind == CJ_N_CHANGES)
        return;
    cj_change_support(d, cj_differ_add_cell(d, CJ_ON_CELL, kind, a, b), x, y);
}

/* One text of an own row that is nothing like the one before: it may have come from another cell, and that one
 * have gone to another. What did not move is told as one change then (moves.c). */
static bool replaced(cj_differ *d, const cj_cell *a, const cj_cell *b)
{
    size_t n[2];
    cj_said *s[2] = { cj_said_of(d, a, &n[0]), cj_said_of(d, b, &n[1]) };
    cj_str x, y;
    int of = -1;

    if (a->n_items != 1 || b->n_items != 1)
        return false;
    x = cj_said_key(d, s[CJ_OLD]);
    y = cj_said_key(d, s[CJ_NEW]);
    cj_match_alike(d->arena, &x, 1, &y, 1, ALIKE, &of);
    if (of >= 0)
        return false;
    keep_lone(d, CJ_OLD, s[CJ_OLD]);
    keep_lone(d, CJ_NEW, s[CJ_NEW]);
    return true;
}

/* ---- the grid --------------------------------------------------------------------------------------------- */

static bool notes_known(const cj_differ *d)
{
    return (d->map[0]->book->can & CJ_CAN_NOTES) && (d->map[1]->book->can & CJ_CAN_NOTES);
}

static void compare_notes(cj_differ *d, const cj_cell *a, const cj_cell *b)
{
    cj_change_kind kind = cj_texts_differ(d->arena, a->note, b->note, 1);
    cj_change *c;

    if (kind == CJ_N_CHANGES || !notes_known(d))
        return;
    c = cj_differ_add_cell(d, CJ_ON_NOTE, kind, a, b);
    c->text[CJ_OLD] = a->note;
    c->text[CJ_NEW] = b->note;
}

/* Long lists repeat a cell's text in no other form: where all is as it was, nothing need be compared. */
static bool untouched(const cj_differ *d, const cj_cell *a, const cj_cell *b)
{
    size_t i;

    if (!cj_str_eq(a->text, b->text) || a->n_items != b->n_items || a->elem != b->elem)
        return false;
    for (i = 0; i < a->n_items; i++)
        if (!cj_str_eq(a->items[i].text, b->items[i].text) ||
            !cj_support_same(d, &a->items[i].support, &b->items[i].support) ||
            !cj_str_eq(a->items[i].owner, b->items[i].owner) ||
            !cj_str_eq(a->items[i].timing, b->items[i].timing))
            return false;
    for (i = 0; i < a->n_parts && i < b->n_parts; i++)
        if (!cj_str_eq(a->parts[i].label, b->parts[i].label))
            return false;
    return a->n_parts == b->n_parts;
}

static void compare_cells(cj_differ *d, const cj_cell *a, const cj_cell *b)
{
    cj_arena_reset(d->scratch);
    if (a->note.n || b->note.n)
        compare_notes(d, a, b);
    if (untouched(d, a, b))
        return;
    if (cj_cell_blank(a) && cj_cell_blank(b)) {
        if (!cj_str_eq(a->text, b->text))
            cj_differ_add_cell(d, CJ_ON_CELL, CJ_WORDING, a, b);
    } else if (statement(a, b)) {
        if ((a->elem != CJ_CUSTOM && b->elem != CJ_CUSTOM) || !replaced(d, a, b))
            compare_statements(d, a, b);
    } else {
        compare_lists(d, a, b);
    }
}

/* What a phase or row holds that came or went as a whole may be known from elsewhere. */
static void keep_whole(cj_differ *d, int side, const cj_cell *cell)
{
    size_t n, i;
    cj_said *s = (cj_arena_reset(d->scratch), cj_said_of(d, cell, &n));

    for (i = 0; i < n; i++) {
        s[i].whole = true;
        keep_lone(d, side, &s[i]);
    }
}

static void whole_cells(cj_differ *d, int side)
{
    const cj_map *m = d->map[side];
    size_t e, p;

    for (e = 0; e < m->n_elements; e++)
        for (p = 0; p < m->n_phases; p++)
            if (d->out->element_of[side][e] < 0 || d->out->phase_of[side][p] < 0)
                keep_whole(d, side, &m->elements[e].cells[p]);
}

void cj_diff_cells(cj_differ *d)
{
    const cj_map *old = d->map[CJ_OLD], *now = d->map[CJ_NEW];
    size_t e, p;

    for (e = 0; e < old->n_elements; e++)
        for (p = 0; p < old->n_phases; p++) {
            int row = d->out->element_of[CJ_OLD][e], phase = d->out->phase_of[CJ_OLD][p];

            if (row >= 0 && phase >= 0)
                compare_cells(d, &old->elements[e].cells[p],
                              &now->elements[row].cells[phase]);
        }
    whole_cells(d, CJ_OLD);
    whole_cells(d, CJ_NEW);
}
