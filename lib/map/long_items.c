/* long_items.c - a list with one item a line: phase, element, item, evidence … (model 7). */
#include "map/items.h"
#include "map/long.h"
#include "map/normal.h"
#include "map/refs.h"
#include "base/utf8.h"

enum { MAX_LABELS = 150 };

/* ---- the lines ---------------------------------------------------------------------------------- */

/* What a line says beside its item. */
typedef struct about {
    unsigned row;
    cj_str evidence, assumption, owner, timing;
} about;

typedef struct reader {
    cj_build *b;
    const cj_long_items *c;
    cj_long list;
    cj_entries entries;
    cj_str label[MAX_LABELS];
    cj_sense *sense[MAX_LABELS];
    int owner, timing; /* elements made of those columns, -1: none */
    about *about;
    size_t n_about, cap_about;
    int phase, element; /* of the line above */
    bool mine;
    unsigned last;
} reader;

static cj_span at(const reader *r, unsigned row, unsigned col)
{
    return (cj_span){ r->b->w->index, row, col, 0, 0 };
}

static int add_element(reader *r, cj_str label, cj_span where)
{
    cj_map *m = r->b->map;
    size_t e = m->n_elements;

    if (e == MAX_LABELS)
        return -1;
    r->label[e] = label;
    r->sense[e] = CJ_NEW(r->b->arena, cj_sense);
    *r->sense[e] = cj_long_sense(&r->b->w->known, label);
    CJ_ROOM(r->b->arena, m->elements, m->n_elements, m->cap_elements);
    m->elements[m->n_elements++] = (cj_element){ .at = where };
    return (int)e;
}

static int element_of(reader *r, cj_str label, cj_span where)
{
    size_t e;

    for (e = 0; e < r->b->map->n_elements; e++)
        if (cj_utf8_alike(r->label[e], label))
            return (int)e;
    return add_element(r, label, where);
}

static bool mine(reader *r, const cj_long_line *line, cj_str persona)
{
    cj_str name = cj_long_text(&r->list, line, r->c->persona);

    if (name.n || !r->c->persona)
        r->mine = !r->c->persona || cj_utf8_alike(name, persona);
    if (r->mine && name.n)
        cj_claim(r->b, CJ_LEAF_META, at(r, line->row, r->c->persona), name, -1, -1);
    return r->mine;
}

/* Phase and element are told once or in every line; a new phase needs its element told again. */
static bool where(reader *r, const cj_long_line *line)
{
    cj_str phase = cj_long_text(&r->list, line, r->c->phase);
    cj_str element = cj_long_text(&r->list, line, r->c->element);
    int before = r->phase;

    if (phase.n)
        r->phase = cj_long_phase(r->b, phase, at(r, line->row, r->c->phase));
    if (element.n)
        r->element = element_of(r, element, at(r, line->row, r->c->element));
    else if (r->phase != before)
        r->element = -1;
    if (r->phase < 0 || r->element < 0)
        return false;
    if (phase.n)
        cj_claim(r->b, CJ_LEAF_PHASE, at(r, line->row, r->c->phase), phase, -1, r->phase);
    if (element.n)
        cj_claim(r->b, CJ_LEAF_LABEL, at(r, line->row, r->c->element), element, r->element,
                 -1);
    return true;
}

static void claim(reader *r, const cj_long_line *line, unsigned col, cj_str text)
{
    if (text.n)
        cj_claim(r->b, CJ_LEAF_CELL, at(r, line->row, col), text, r->element, r->phase);
}

/* The columns of owners and times are rows of the map as well. */
static void side(reader *r, const cj_long_line *line, unsigned col, cj_elem elem,
                 int *element)
{
    cj_str text = cj_long_text(&r->list, line, col), label;

    if (!text.n)
        return;
    if (*element < 0) {
        label = cj_window_text(r->b->w, r->c->row, col);
        *element = add_element(r, label, at(r, r->c->row, col));
        if (*element >= 0)
            *r->sense[*element] = (cj_sense){ .elem = { elem },
                                              .n = 1,
                                              .reading = CJ_READ_EXACT,
                                              .langs = r->sense[*element]->langs,
                                              .label = label };
    }
    if (*element >= 0)
        cj_long_add(r->b, &r->entries, line->row, col, r->phase, *element, text);
}

static void read_line(reader *r, const cj_long_line *line)
{
    const cj_long_items *c = r->c;
    cj_str item = cj_long_text(&r->list, line, c->item);
    about a = { line->row, cj_long_text(&r->list, line, c->evidence),
                cj_long_text(&r->list, line, c->assumption),
                cj_long_text(&r->list, line, c->owner),
                cj_long_text(&r->list, line, c->timing) };

    if (!where(r, line))
        return;
    if (item.n)
        cj_long_add(r->b, &r->entries, line->row, c->item, r->phase, r->element, item);
    claim(r, line, c->evidence, a.evidence);
    claim(r, line, c->assumption, a.assumption);
    side(r, line, c->owner, CJ_OWNER, &r->owner);
    side(r, line, c->timing, CJ_TIMING, &r->timing);
    CJ_ROOM(r->b->arena, r->about, r->n_about, r->cap_about);
    r->about[r->n_about++] = a;
    r->last = line->row;
}

/* ---- what stands beside an item -------------------------------------------------------------------- */

static bool says_yes(cj_arena *arena, cj_str text)
{
    static const cj_str no[] = { CJ_LIT("no"),     CJ_LIT("n"),         CJ_LIT("false"),
                                 CJ_LIT("0"),      CJ_LIT("-"),         CJ_LIT("ー"),
                                 CJ_LIT("―"),      CJ_LIT("×"),         CJ_LIT("✗"),
                                 CJ_LIT("なし"),   CJ_LIT("無"),        CJ_LIT("いいえ"),
                                 CJ_LIT("否"),     CJ_LIT("confirmed"), CJ_LIT("確認済み"),
                                 CJ_LIT("確認済"), CJ_LIT("検証済み"),  CJ_LIT("事実") };
    cj_str s = cj_utf8_trim(cj_utf8_fold(arena, text));
    size_t i;

    for (i = 0; i < sizeof no / sizeof *no; i++)
        if (cj_str_eq(s, no[i]))
            return false;
    return s.n > 0;
}

/* E1, E5, or a source by name. */
static void add_evidence(cj_arena *arena, cj_str text, cj_support *to)
{
    cj_support said = { .refs = { NULL, 0, 0 } };

    if (!text.n || cj_placeholder(arena, text))
        return;
    cj_support_parse(arena, text, &said);
    cj_support_parse(arena, text, to);
    if (!cj_refs_in_field(arena, cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text)),
                          &to->refs) &&
        !said.refs.n)
        to->inline_source = to->named = true;
}

static const about *about_row(const reader *r, unsigned row)
{
    size_t low = 0, high = r->n_about;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (r->about[mid].row < row)
            low = mid + 1;
        else
            high = mid;
    }
    return low < r->n_about && r->about[low].row == row ? &r->about[low] : NULL;
}

static void complete_item(const reader *r, cj_cell *c, cj_item *item)
{
    const about *a = about_row(r, item->at.row);

    if (!a || item->at.col != r->c->item)
        return;
    add_evidence(r->b->arena, a->evidence, &item->support);
    add_evidence(r->b->arena, a->evidence, &c->support);
    if (says_yes(r->b->arena, a->assumption))
        item->support.assumption = c->support.assumption = true;
    item->owner = item->owner.n ? item->owner : a->owner;
    item->timing = item->timing.n ? item->timing : a->timing;
}

static void complete(const reader *r)
{
    cj_map *m = r->b->map;
    size_t e, p, i;

    for (e = 0; e < m->n_elements; e++)
        for (p = 0; p < m->n_phases; p++)
            for (i = 0; i < m->elements[e].cells[p].n_items; i++)
                complete_item(r, &m->elements[e].cells[p],
                              &m->elements[e].cells[p].items[i]);
}

/* ---- the map ------------------------------------------------------------------------------------------ */

/* The labels as the column of a grid, for all that asks a grid. */
static void settle_labels(reader *r)
{
    cj_build *b = r->b;
    cj_map *m = b->map;
    cj_grid *g = b->grid;
    unsigned e;

    g->n_rows = (unsigned)m->n_elements;
    g->label = CJ_NEW_N(b->arena, cj_labelled, g->n_rows);
    for (e = 0; e < g->n_rows; e++)
        g->label[e].sense = r->sense[e];
    cj_labels_resolve(g->label, g->n_rows);
    for (e = 0; e < g->n_rows; e++) {
        cj_element *el = &m->elements[e];
        cj_elem elem = g->label[e].elem;

        *el = (cj_element){ .elem = elem,
                            .named = elem,
                            .also = g->label[e].also,
                            .reading = g->label[e].reading,
                            .label = r->label[e],
                            .at = el->at };
        el->key = elem != CJ_CUSTOM
                      ? cj_str_of(cj_elem_id(elem))
                      : cj_str_fmt(b->arena, "x:" CJ_FMT,
                                   CJ_ARG(cj_label_key(b->arena, r->label[e])));
    }
}

static void claim_headers(reader *r)
{
    const cj_long_items *c = r->c;
    const unsigned cols[] = { c->persona,  c->phase,      c->element, c->item,
                              c->evidence, c->assumption, c->owner,   c->timing };
    size_t i;

    for (i = 0; i < sizeof cols / sizeof *cols; i++)
        if (cols[i])
            cj_claim(r->b, CJ_LEAF_AXIS, at(r, c->row, cols[i]),
                     cj_window_text(r->b->w, c->row, cols[i]), -1, -1);
}

unsigned cj_long_items_read(cj_build *b, const cj_long_items *columns, cj_str persona)
{
    reader r = {
        .b = b, .c = columns, .owner = -1, .timing = -1, .phase = -1, .element = -1
    };
    cj_long_line line = { 0, 0, 0 };

    r.last = columns->row;
    r.list = cj_long_from(b->arena, b->w, columns->row, columns->persona);
    b->grid = CJ_NEW(b->arena, cj_grid);
    b->grid->view = (cj_view){ b->w, true };
    b->grid->line = b->grid->left = columns->row;
    b->grid->head = columns->phase;
    b->map->form = CJ_FORM_ITEMS;
    b->map->orient = CJ_PHASES_DOWN;
    claim_headers(&r);
    while (cj_long_next(&r.list, &line))
        if (mine(&r, &line, persona))
            read_line(&r, &line);
        else
            r.last = line.row;
    settle_labels(&r);
    cj_long_cells(b, &r.entries);
    complete(&r);
    return r.last;
}
