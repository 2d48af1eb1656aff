/* grid_cells.c - the cells of one row: its lines, spans and marks brought together by phase. */
#include "map/build.h"
#include "map/normal.h"
#include "base/buf.h"

static void add_part(cj_build *b, cj_cell *c, cj_part part)
{
    CJ_ROOM(b->arena, c->parts, c->n_parts, c->cap_parts);
    c->parts[c->n_parts++] = part;
}

void cj_cell_note(cj_build *b, cj_cell *c, cj_span at)
{
    const cj_book_note *n = cj_sheet_note(b->w->sheet, at.row, at.col);

    if (!n || !n->text.n)
        return;
    c->note = c->note.n ? cj_str_fmt(b->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(c->note),
                                     CJ_ARG(n->text))
                        : n->text;
}

/* A cell merged over several phases speaks for each of them. */
static cj_str spanning(const cj_grid *g, unsigned i, const cj_phase *p, unsigned *j)
{
    cj_range m;

    if (!cj_view_merge(&g->view, i, p->first, &m) || m.col1 >= p->first ||
        m.col1 <= g->line || m.row1 != i)
        return CJ_STR("");
    *j = m.col1;
    return cj_view_text(&g->view, i, m.col1);
}

/* The label of a line inside a band; a line without one continues that above. */
static cj_str sub_label(const cj_grid *g, const cj_lines *r, unsigned i)
{
    cj_str text = CJ_STR("");

    for (; r->sub && !text.n && i >= r->from && i != r->first; i--)
        text = cj_view_text(&g->view, i, r->sub);
    return text;
}

/* "CS", or "CS（◎）" where marks of several kinds say different things. */
static cj_str marked(cj_build *b, const cj_lines *r, cj_str label, cj_str mark)
{
    if (!r->kinds)
        return label;
    if (r->wide)
        return cj_str_fmt(b->arena, CJ_FMT "（" CJ_FMT "）", CJ_ARG(label), CJ_ARG(mark));
    return cj_str_fmt(b->arena, CJ_FMT " (" CJ_FMT ")", CJ_ARG(label), CJ_ARG(mark));
}

static bool told(const cj_cell *c, cj_str text)
{
    size_t i;

    for (i = 0; i < c->n_parts; i++)
        if (cj_str_eq(c->parts[i].text, text))
            return true;
    return false;
}

static void take(cj_build *b, cj_cell *c, const cj_lines *r, unsigned i, unsigned j)
{
    cj_part part = { cj_view_span(&b->grid->view, i, j), cj_view_text(&b->grid->view, i, j),
                     sub_label(b->grid, r, i) };
    cj_mark mark = r->marks ? cj_mark_of(part.text) : CJ_MARK_NONE;

    if (r->marks && (mark == CJ_MARK_NO || (mark == CJ_MARK_CROSS && !r->cross)))
        return;
    if (r->marks && part.label.n)
        part.text = marked(b, r, part.label, part.text);
    if (!r->marks || !told(c, part.text))
        add_part(b, c, part);
}

static void gather(cj_build *b, cj_cell *c, const cj_phase *p, const cj_lines *r)
{
    const cj_grid *g = b->grid;
    unsigned i, j;

    for (i = r->from; i <= r->to; i++) {
        if (spanning(g, i, p, &j).n)
            take(b, c, r, i, j);
        for (j = p->first; j <= p->last; j++) {
            cj_str text = cj_view_text(&g->view, i, j);

            cj_cell_note(b, c, cj_view_span(&g->view, i, j));
            if (!text.n)
                continue;
            take(b, c, r, i, j);
            cj_claim(b, CJ_LEAF_CELL, cj_view_span(&g->view, i, j), text, (int)c->element,
                     (int)c->phase);
        }
    }
}

static cj_str joined(cj_arena *arena, const cj_cell *c)
{
    size_t i;
    cj_buf b;

    if (c->n_parts < 2)
        return c->n_parts ? c->parts[0].text : CJ_STR("");
    cj_buf_init(&b, arena);
    for (i = 0; i < c->n_parts; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_add(&b, c->parts[i].text);
    }
    return cj_buf_str(&b);
}

void cj_grid_cells(cj_build *b, cj_element *e, const cj_lines *r)
{
    cj_map *m = b->map;
    size_t p;

    e->cells = CJ_NEW_N(b->arena, cj_cell, m->n_phases);
    for (p = 0; p < m->n_phases; p++) {
        cj_cell *c = &e->cells[p];

        c->elem = e->elem;
        c->element = (unsigned)(e - m->elements);
        c->phase = (unsigned)p;
        gather(b, c, &m->phases[p], r);
        c->text = joined(b->arena, c);
        c->at = c->n_parts ? c->parts[0].at
                           : cj_view_span(&b->grid->view, r->from, m->phases[p].first);
    }
}
