/* long_items.c - a list with one item a line: phase, element, item, evidence … (model 7). */
#include "map/items.h"
#include "map/long.h"
#include "map/normal.h"
#include "map/refs.h"
#include "map/support.h"
#include "base/utf8.h"

enum { MAX_LABELS = 150, BESIDE = 200 /* claims of what is no line */ };

/* ---- the lines ---------------------------------------------------------------------------------- */

typedef struct reader {
    cj_build *b;
    const cj_long_items *c;
    cj_long list;
    cj_entries entries;
    cj_str written[MAX_LABELS], label[MAX_LABELS];
    cj_sense *sense[MAX_LABELS];
    int owner, timing;     /* elements made of those columns, -1: none */
    bool owners, timings;  /* elements of their own say so: those columns make none */
    cj_arena *scratch;     /* forgotten when the map is read */
    cj_arena *short_lived; /* and after each line */
    cj_long_line *line;    /* those that were read */
    size_t n_lines, cap_lines;
    int phase, element; /* of the line above */
    bool mine;
    unsigned last;
} reader;

static cj_span at(const reader *r, unsigned row, unsigned col)
{
    return (cj_span){ r->b->w->index, row, col, 0, 0 };
}

/* "x:Lunch" is the team's own row, whatever its label would mean (model 1). */
static int add_element(reader *r, cj_str label, cj_span where)
{
    bool own = cj_str_starts(label, CJ_STR("x:")) && label.n > 2;
    cj_map *m = r->b->map;
    size_t e = m->n_elements;

    if (e == MAX_LABELS)
        return -1;
    r->written[e] = label;
    r->label[e] = own ? cj_utf8_trim(cj_str_from(label, 2)) : label;
    r->sense[e] = CJ_NEW(r->b->arena, cj_sense);
    if (!own)
        *r->sense[e] = cj_long_sense(&r->b->w->known, label);
    CJ_ROOM(r->b->arena, m->elements, m->n_elements, m->cap_elements);
    m->elements[m->n_elements++] = (cj_element){ .at = where };
    return (int)e;
}

static int element_of(reader *r, cj_str label, cj_span where)
{
    size_t e;

    for (e = 0; e < r->b->map->n_elements; e++) /* nearly always written as it was before */
        if (cj_str_eq(r->written[e], label))
            return (int)e;
    for (e = 0; e < r->b->map->n_elements; e++)
        if (cj_utf8_alike(r->written[e], label))
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

static void claim(reader *r, unsigned row, unsigned col, cj_str text)
{
    if (text.n)
        cj_claim(r->b, CJ_LEAF_CELL, at(r, row, col), text, r->element, r->phase);
}

/* 【CS】契約後7日以内に… beside CS and 契約後7日以内: the item says it itself. */
static bool says_itself(const reader *r, cj_elem elem, const cj_told *t)
{
    const cj_sense *s = r->sense[r->element];
    cj_cell c = { .elem = CJ_COUNTERMEASURE, .text = t->item };
    size_t i;

    if (!cj_sense_may(s, CJ_COUNTERMEASURE))
        return false;
    cj_arena_reset(r->short_lived);
    cj_cell_parse(r->short_lived, &c);
    for (i = 0; i < c.n_items; i++)
        if (elem == CJ_OWNER ? cj_utf8_alike(c.items[i].owner, t->owner)
                             : cj_utf8_alike(c.items[i].timing, t->timing))
            return true;
    return false;
}

/* The columns of owners and times are rows of the map as well, where nothing else says the same. */
static void side(reader *r, const cj_long_line *line, const cj_told *t, unsigned col,
                 cj_elem elem, int *element)
{
    cj_str text = elem == CJ_OWNER ? t->owner : t->timing, label;

    if ((elem == CJ_OWNER ? r->owners : r->timings) ||
        (text.n && says_itself(r, elem, t))) {
        claim(r, t->row, col, text);
        return;
    }
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
        cj_long_add(r->b, &r->list, line, &r->entries, col, r->phase, *element, false);
}

static cj_told told_in(const reader *r, const cj_long_line *line)
{
    const cj_long_items *c = r->c;

    return (cj_told){ line->row,
                      cj_long_text(&r->list, line, c->item),
                      cj_long_text(&r->list, line, c->evidence),
                      cj_long_text(&r->list, line, c->assumption),
                      cj_long_text(&r->list, line, c->owner),
                      cj_long_text(&r->list, line, c->timing) };
}

static void read_line(reader *r, const cj_long_line *line)
{
    const cj_long_items *c = r->c;
    cj_told t = told_in(r, line);

    if (!where(r, line))
        return;
    if (t.item.n)
        cj_long_add(r->b, &r->list, line, &r->entries, c->item, r->phase, r->element, true);
    claim(r, t.row, c->evidence, t.evidence);
    claim(r, t.row, c->assumption, t.assumption);
    side(r, line, &t, c->owner, CJ_OWNER, &r->owner);
    side(r, line, &t, c->timing, CJ_TIMING, &r->timing);
    CJ_ROOM(r->scratch, r->line, r->n_lines, r->cap_lines);
    r->line[r->n_lines++] = *line;
    r->last = line->row;
}

/* Labels that were asked for already; more than a map has are asked for again. */
typedef struct asked {
    cj_str label[MAX_LABELS];
    size_t n;
} asked;

static bool ask_once(asked *a, cj_str label)
{
    size_t i;

    for (i = 0; i < a->n; i++)
        if (cj_str_eq(a->label[i], label))
            return false;
    if (a->n < MAX_LABELS)
        a->label[a->n++] = label;
    return true;
}

/* What there will be, so that it gets its room at once. */
typedef struct size {
    size_t lines, parts, claims;
} size;

static void measure(const reader *r, const cj_long_line *line, size *n)
{
    const cj_long_items *c = r->c;
    const unsigned cols[] = { c->item,  c->owner,   c->timing,   c->persona,
                              c->phase, c->element, c->evidence, c->assumption };
    size_t i;

    n->lines++;
    for (i = 0; i < sizeof cols / sizeof *cols; i++)
        if (cj_long_text(&r->list, line, cols[i]).n) {
            n->parts += i < 3;
            n->claims++;
        }
}

static void make_room(reader *r, const size *n)
{
    cj_claim_room(r->b, n->claims + BESIDE);
    r->line = CJ_NEW_N(r->scratch, cj_long_line, n->lines);
    r->cap_lines = n->lines;
    r->entries.entry = CJ_NEW_N(r->scratch, cj_entry, n->parts);
    r->entries.cap = n->parts;
}

/* Whether lines have the owner, or the time, for their element; and how much they say. */
static void look_ahead(reader *r, cj_str persona)
{
    cj_long list = r->list;
    cj_long_line line = { 0, 0, 0 };
    cj_str who = CJ_STR("");
    asked labels = { .n = 0 };
    size n = { 0, 0, 0 };

    while (cj_long_next(&list, &line)) {
        cj_str label = cj_long_text(&list, &line, r->c->element);
        cj_str name = cj_long_text(&list, &line, r->c->persona);
        cj_sense s;

        who = name.n ? name : who;
        if (!cj_utf8_alike(who, persona))
            continue;
        measure(r, &line, &n);
        if (!label.n || !ask_once(&labels, label))
            continue;
        s = cj_long_sense(&r->b->w->known, label);
        r->owners = r->owners || (s.n == 1 && s.elem[0] == CJ_OWNER);
        r->timings = r->timings || (s.n == 1 && s.elem[0] == CJ_TIMING);
    }
    make_room(r, &n);
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
static cj_support support_of(cj_arena *scratch, cj_str text)
{
    cj_support s = { .refs = { NULL, 0, 0 } };
    bool refers;

    if (!text.n || cj_placeholder(scratch, text))
        return s;
    cj_support_parse(scratch, text, &s);
    refers = s.refs.n > 0;
    if (!cj_refs_in_field(scratch,
                          cj_utf8_fold(scratch, cj_utf8_drop_invisible(scratch, text)),
                          &s.refs) &&
        !refers)
        s.inline_source = s.named = true;
    return s;
}

void cj_long_complete(cj_arena *arena, cj_arena *scratch, const cj_told *told, cj_cell *c,
                      cj_item *item)
{
    cj_support beside = support_of(scratch, told->evidence);

    beside.assumption |= told->assumption.n && says_yes(scratch, told->assumption);
    cj_support_add(arena, &beside, &item->support);
    cj_support_add(arena, &beside, &c->support);
    item->owner = item->owner.n ? item->owner : told->owner;
    item->timing = item->timing.n ? item->timing : told->timing;
}

static const cj_long_line *line_at(const reader *r, unsigned row)
{
    size_t low = 0, high = r->n_lines;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (r->line[mid].row < row)
            low = mid + 1;
        else
            high = mid;
    }
    return low < r->n_lines && r->line[low].row == row ? &r->line[low] : NULL;
}

static void complete_item(const reader *r, cj_cell *c, cj_item *item)
{
    const cj_long_line *line = item->at.col == r->c->item ? line_at(r, item->at.row) : NULL;
    cj_told told;

    if (!line)
        return;
    told = told_in(r, line);
    cj_arena_reset(r->short_lived);
    cj_long_complete(r->b->arena, r->short_lived, &told, c, item);
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
    r.scratch = r.entries.arena = cj_arena_new(0);
    r.short_lived = cj_arena_new(0);
    b->grid = CJ_NEW(b->arena, cj_grid);
    b->grid->view = (cj_view){ b->w, true };
    b->grid->line = b->grid->left = columns->row;
    b->grid->head = columns->phase;
    b->map->form = CJ_FORM_ITEMS;
    b->map->orient = CJ_PHASES_DOWN;
    claim_headers(&r);
    look_ahead(&r, persona);
    while (cj_long_next(&r.list, &line))
        if (mine(&r, &line, persona))
            read_line(&r, &line);
        else
            r.last = line.row;
    settle_labels(&r);
    cj_long_cells(b, &r.list, &r.entries);
    complete(&r);
    cj_arena_free(r.short_lived);
    cj_arena_free(r.scratch);
    return r.last;
}
