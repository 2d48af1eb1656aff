/* page_grid.c - the map of a page: phases across, elements down, lists as lists. */
#include "report/page.h"
#include "base/utf8.h"
#include "map/bullets.h"
#include "map/items.h"
#include "map/refs.h"
#include <stdint.h>

/* A cell of the map on its way into one of the table. */
typedef struct filling {
    const cj_leaflet *l;
    const cj_cell *cell;
    cj_marked *into;
    bool list; /* lines without bullets are entries too */
    bool open; /* the line above is an entry */
} filling;

/* ---- cells -------------------------------------------------------------------------------------- */

/* The items of the cell that begin in that line; *first is the first of them. */
static size_t items_in(const cj_cell *c, cj_str line, size_t *first)
{
    uintptr_t from = (uintptr_t)line.p, at;
    size_t i, n = 0;

    *first = 0;
    for (i = 0; i < c->n_items; i++) {
        at = (uintptr_t)c->items[i].text.p;
        if (at < from || at >= from + line.n)
            continue;
        *first = n++ ? *first : i;
    }
    return n;
}

/* 1. and ① tell an order, which a plain bullet would lose. */
static bool own_mark(cj_str bullet)
{
    while (bullet.n) {
        uint32_t cp = cj_utf8_next(&bullet);

        if (cj_circled_digit(cp) || cj_utf8_script(cp) == CJ_SCRIPT_DIGIT)
            return true;
    }
    return false;
}

/* Bytes of 【CS】 in front of what CS does. */
static size_t owner_at(const cj_item *item, cj_str text)
{
    static const cj_str closing[] = { CJ_LIT("】"), CJ_LIT("]"), CJ_LIT("］") };
    size_t at = cj_str_find(text, item->owner), i;

    if (!item->owner.n || at == CJ_NONE || !at || at > CJ_STR("【").n)
        return 0;
    for (i = 0; i < sizeof closing / sizeof *closing; i++)
        if (cj_str_starts(cj_str_from(text, at + item->owner.n), closing[i]))
            return at + item->owner.n + closing[i].n;
    return 0;
}

/* What a list tells of an item in a column of its own: its sources. Leaves stand by place. */
static cj_str beside(const filling *f, const cj_item *item)
{
    const cj_map *m = f->l->map;
    size_t lo = 0, hi = m->n_leaves;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        const cj_span *at = &m->leaves[mid].at;

        if (at->sheet < item->at.sheet ||
            (at->sheet == item->at.sheet && at->row < item->at.row))
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < m->n_leaves && m->leaves[lo].at.row == item->at.row; lo++) {
        const cj_leaf *leaf = &m->leaves[lo];
        cj_ref_list refs = { NULL, 0, 0 };

        if (leaf->kind != CJ_LEAF_CELL || leaf->at.col == item->at.col ||
            leaf->element != (int)f->cell->element || leaf->phase != (int)f->cell->phase)
            continue;
        if (cj_refs_in_field(f->l->arena, cj_utf8_fold(f->l->arena, leaf->text), &refs) ||
            item->support.inline_source)
            return leaf->text;
    }
    return CJ_STR("");
}

static void tag(const filling *f, cj_line *line, cj_text word)
{
    cj_line_add(f->l->arena, line, CJ_M_TAG, cj_str_of(cj_text_in(word, f->l->lang)))
        ->level = CJ_WARN_LEVEL;
    line->level = CJ_WARN_LEVEL;
    if (f->l->lang != CJ_JA)
        cj_line_add(f->l->arena, line, CJ_M_PLAIN, CJ_STR(" "));
}

/* `item` is the one that begins there, or NULL. */
static void add_line(filling *f, cj_line_kind kind, const cj_item *item, cj_str text)
{
    static const cj_text assumption = { "[Assumption]", "【仮説】" };
    cj_line *line = cj_marked_line(f->l->arena, f->into, kind);
    size_t head = item ? owner_at(item, text) : 0;
    bool list = f->l->map->form == CJ_FORM_ITEMS && item;
    cj_support own = { 0 };
    cj_str more;

    if (list)
        cj_support_parse(f->l->arena, text, &own);
    if (list && item->support.assumption && !own.assumption)
        tag(f, line, assumption);
    if (head)
        cj_line_add(f->l->arena, line, CJ_M_STRONG, cj_str_cut(text, 0, head));
    cj_leaflet_mark(f->l, line, cj_str_from(text, head), &f->cell->support.refs);
    more = list ? beside(f, item) : CJ_STR("");
    if (!more.n)
        return;
    cj_line_add(f->l->arena, line, CJ_M_PLAIN, CJ_STR(" ["));
    cj_leaflet_mark(f->l, line, more, &item->support.refs);
    cj_line_add(f->l->arena, line, CJ_M_PLAIN, CJ_STR("]"));
}

static void take_line(filling *f, cj_str line)
{
    size_t bullet = cj_bullet(line), first, i;
    size_t n = items_in(f->cell, line, &first);
    const cj_item *item = n ? &f->cell->items[first] : NULL;
    cj_str said = cj_utf8_trim(cj_str_from(line, bullet < line.n ? bullet : 0));

    if (!cj_utf8_trim(line).n)
        return;
    if (own_mark(cj_str_cut(line, 0, bullet)))
        add_line(f, CJ_LINE_OWN, NULL, cj_utf8_trim(line));
    else if (n > 1 && f->list)
        for (i = first; i < first + n; i++)
            add_line(f, CJ_LINE_ENTRY, &f->cell->items[i], f->cell->items[i].text);
    else if (bullet || (f->list && n))
        add_line(f, CJ_LINE_ENTRY, item, said);
    else
        add_line(f, f->open ? CJ_LINE_MORE : CJ_LINE_TEXT, item, cj_utf8_trim(line));
    f->open = bullet || (f->list && (n || f->open));
}

/* The lines of one part under what it stands for in its row (E-mail, CS). */
static void take_part(filling *f, const cj_part *part)
{
    cj_str rest = part->text, line;

    f->open = false;
    if (part->label.n && !cj_str_eq(part->label, part->text))
        cj_line_add(f->l->arena, cj_marked_line(f->l->arena, f->into, CJ_LINE_TEXT),
                    CJ_M_STRONG, part->label);
    while (rest.n && cj_str_split(&rest, '\n', &line))
        take_line(f, line);
}

/* An assumption that only the cell's comment calls one. */
static void tag_assumption(const filling *f)
{
    static const cj_text word = { "[Assumption, says the comment]",
                                  "【仮説：コメントより】" };
    const cj_line *line;

    for (line = f->into->first; line; line = line->next)
        if (line->level == CJ_WARN_LEVEL)
            return;
    tag(f, cj_marked_line(f->l->arena, f->into, CJ_LINE_TEXT), word);
}

void cj_leaflet_cell(const cj_leaflet *l, const cj_cell *cell, cj_marked *into)
{
    const cj_part whole = { .text = cell->text };
    filling f = { l, cell, into, false, false };
    size_t i;

    f.list = cell->n_items > 1 && cj_elem_kind_of(cell->elem) == CJ_ELEM_LIST;
    for (i = 0; i < cell->n_parts || i == 0; i++)
        take_part(&f, cell->n_parts ? &cell->parts[i] : &whole);
    if (cell->support.assumption)
        tag_assumption(&f);
}

/* ---- heads -------------------------------------------------------------------------------------- */

static void add_plain(const cj_leaflet *l, cj_marked *into, cj_line_kind kind, cj_str text)
{
    cj_str rest = text, line;

    while (rest.n && cj_str_split(&rest, '\n', &line))
        if (cj_utf8_trim(line).n)
            cj_line_add(l->arena, cj_marked_line(l->arena, into, kind), CJ_M_PLAIN,
                        cj_utf8_trim(line));
}

/* What stands over it, its name, the steps below it. */
void cj_leaflet_phase(const cj_leaflet *l, const cj_phase *p, cj_marked *into)
{
    size_t i;

    add_plain(l, into, CJ_LINE_ASIDE, p->group);
    add_plain(l, into, CJ_LINE_TEXT, p->name);
    for (i = 0; i < p->n_steps; i++)
        cj_line_add(l->arena, cj_marked_line(l->arena, into, CJ_LINE_ENTRY), CJ_M_PLAIN,
                    cj_utf8_joined(l->arena, p->steps[i].name));
}

cj_str cj_leaflet_row(const cj_leaflet *l, const cj_element *e)
{
    return e->label.n ? e->label : cj_str_of(cj_elem_label(e->elem, l->lang));
}

void cj_leaflet_label(const cj_leaflet *l, const cj_element *e, cj_marked *into)
{
    add_plain(l, into, CJ_LINE_ASIDE, e->group);
    add_plain(l, into, CJ_LINE_TEXT, cj_leaflet_row(l, e));
    add_plain(l, into, CJ_LINE_ASIDE, e->tail);
}

void cj_leaflet_grid(const cj_leaflet *l)
{
    static const cj_text title = { "Journey map", "ジャーニーマップ" };
    const cj_map *m = l->map;
    size_t cols = m->n_phases + 1, i, j;
    cj_table *t;

    cj_leaflet_heading(l, cj_str_of(cj_text_in(title, l->lang)));
    t = cj_report_table(l->arena, l->report, m->n_elements + 1, cols);
    t->role = CJ_TABLE_MAP;
    t->header_row = t->header_col = true;
    t->title = cj_str_of(cj_text_in(title, l->lang));
    t->marked = CJ_NEW_N(l->arena, cj_marked, t->n_rows * cols);
    for (j = 0; j < m->n_phases; j++) {
        t->cell[j + 1] = m->phases[j].name;
        cj_leaflet_phase(l, &m->phases[j], &t->marked[j + 1]);
    }
    for (i = 0; i < m->n_elements; i++) {
        t->cell[(i + 1) * cols] = cj_leaflet_row(l, &m->elements[i]);
        cj_leaflet_label(l, &m->elements[i], &t->marked[(i + 1) * cols]);
        for (j = 0; j < m->n_phases; j++) {
            t->cell[(i + 1) * cols + j + 1] = m->elements[i].cells[j].text;
            cj_leaflet_cell(l, &m->elements[i].cells[j],
                            &t->marked[(i + 1) * cols + j + 1]);
        }
    }
}
