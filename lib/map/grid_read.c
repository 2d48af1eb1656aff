/* grid_read.c - a found grid becomes the phases, elements and cells of the map. */
#include "map/build.h"
#include "map/items.h"
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { MAX_FACE = 24 }; /* bytes of an emoji with all that belongs to it */

static void add_phase(cj_build *b, const cj_grid_head *head)
{
    const cj_view *v = &b->grid->view;
    cj_map *m = b->map;
    cj_phase *p;
    const cj_phase_name *name = cj_view_phase(v, b->grid->head, head->j);

    CJ_ROOM(b->arena, m->phases, m->n_phases, m->cap_phases);
    p = &m->phases[m->n_phases];
    *p = (cj_phase){ .name = cj_view_text(v, b->grid->head, head->j),
                     .key = name->key,
                     .id = name->id,
                     .order = (unsigned)m->n_phases,
                     .at = cj_view_span(v, b->grid->head, head->j),
                     .first = head->j,
                     .last = head->last,
                     .nameless = name->nameless,
                     .period_text = name->period };
    cj_claim(b, CJ_LEAF_PHASE, p->at, p->name, -1, (int)m->n_phases++);
}

static void claim_at(cj_build *b, unsigned i, unsigned j)
{
    cj_claim(b, CJ_LEAF_AXIS, cj_view_span(&b->grid->view, i, j),
             cj_view_text(&b->grid->view, i, j), -1, -1);
}

/* The axis words: in the corner, left of it over the group labels, and "フェーズ" in a line of its
 * own above the headers. */
static void claim_axis(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned j;

    for (j = 1; j < g->line; j++)
        if (cj_view_axis(&g->view, g->head, j) >= 0)
            claim_at(b, g->head, j);
    if (cj_view_text(&g->view, g->head, g->line).n)
        claim_at(b, g->head, g->line);
    for (j = g->line; g->head > 1 && j <= g->line + 1; j++)
        if (cj_view_axis(&g->view, g->head - 1, j) == CJ_AXIS_PHASE)
            claim_at(b, g->head - 1, j);
}

/* The nearest text in the lines left of the label, down to here: a group label is written once. */
static cj_str group_of(const cj_build *b, unsigned i, cj_span *at)
{
    const cj_grid *g = b->grid;
    cj_range m;

    for (; g->line > 1 && i > g->head; i--) {
        cj_str text = cj_view_text(&g->view, i, g->line - 1);

        if (!text.n)
            continue;
        if (cj_view_merge(&g->view, i, g->line - 1, &m) && m.col2 >= g->line)
            return CJ_STR("");
        *at = cj_view_span(&g->view, i, g->line - 1);
        return text;
    }
    return CJ_STR("");
}

/* Numbers or names of a numbered list are no groups: a group column is sparse or repeats. */
static bool has_groups(const cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned i, texts = 0, figures = 0;

    for (i = g->head + 1; i <= g->last; i++) {
        texts += cj_view_text(&g->view, i, g->line - 1).n > 0;
        figures += cj_view_figure(&g->view, i, g->line - 1);
    }
    return g->line > 1 && texts && !figures && (!g->view.down || texts > 1);
}

static void add_part(cj_build *b, cj_cell *c, unsigned i, unsigned j, cj_str text)
{
    CJ_ROOM(b->arena, c->parts, c->n_parts, c->cap_parts);
    c->parts[c->n_parts++] =
        (cj_part){ .at = cj_view_span(&b->grid->view, i, j), .text = text };
}

static void add_note(cj_build *b, cj_cell *c, cj_span at)
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

static void gather(cj_build *b, cj_cell *c, const cj_phase *p, unsigned from, unsigned to)
{
    const cj_grid *g = b->grid;
    unsigned i, j;

    for (i = from; i <= to; i++) {
        cj_str text = spanning(g, i, p, &j);

        if (text.n)
            add_part(b, c, i, j, text);
        for (j = p->first; j <= p->last; j++) {
            add_note(b, c, cj_view_span(&g->view, i, j));
            text = cj_view_text(&g->view, i, j);
            if (!text.n)
                continue;
            add_part(b, c, i, j, text);
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

static void read_cells(cj_build *b, cj_element *e, unsigned from, unsigned to)
{
    cj_map *m = b->map;
    size_t p;

    e->cells = CJ_NEW_N(b->arena, cj_cell, m->n_phases);
    for (p = 0; p < m->n_phases; p++) {
        cj_cell *c = &e->cells[p];

        c->elem = e->elem;
        c->element = (unsigned)(e - m->elements);
        c->phase = (unsigned)p;
        gather(b, c, &m->phases[p], from, to);
        c->text = joined(b->arena, c);
        c->at = c->n_parts ? c->parts[0].at
                           : cj_view_span(&b->grid->view, from, m->phases[p].first);
    }
}

/* Smiles and frowns, thumbs, hearts, stars. */
static bool face(cj_str text)
{
    uint32_t cp = text.n ? cj_utf8_next(&text) : 0;

    return text.n < MAX_FACE &&
           ((cp >= 0x1f300 && cp <= 0x1faff) || (cp >= 0x2600 && cp <= 0x27bf));
}

/* A row of numbers or emoji under an emotion label is a score (model 4.7). */
static bool scores(const cj_build *b, unsigned from, unsigned to)
{
    const cj_grid *g = b->grid;
    unsigned i, j, p, n = 0;

    for (i = from; i <= to; i++)
        for (p = 0; p < g->n_phases; p++)
            for (j = g->phase[p].j; j <= g->phase[p].last; j++) {
                cj_str text = cj_view_text(&g->view, i, j);

                if (!text.n)
                    continue;
                if (!cj_view_figure(&g->view, i, j) && !face(text))
                    return false;
                n++;
            }
    return n > 1;
}

static bool feelings(cj_elem e)
{
    return e == CJ_EMOTION || e == CJ_MIND;
}

static cj_str key_of(cj_build *b, const cj_element *e)
{
    if (e->elem != CJ_CUSTOM)
        return cj_str_of(cj_elem_id(e->elem));
    return cj_str_fmt(b->arena, "x:" CJ_FMT, CJ_ARG(cj_label_key(b->arena, e->label)));
}

static cj_element *add_element(cj_build *b, cj_elem elem, cj_reading reading, cj_span at)
{
    cj_map *m = b->map;
    cj_element *e;

    CJ_ROOM(b->arena, m->elements, m->n_elements, m->cap_elements);
    e = &m->elements[m->n_elements++];
    *e = (cj_element){ .elem = elem, .named = elem, .reading = reading, .at = at };
    return e;
}

/* A line without a label that is an element of its own: a period under the headers, a score
 * under the emotions. */
static void add_nameless(cj_build *b, cj_elem elem, unsigned i)
{
    cj_element *e = add_element(b, elem, CJ_READ_BY_RULE,
                                cj_view_span(&b->grid->view, i, b->grid->line));

    e->key = key_of(b, e);
    read_cells(b, e, i, i);
}

static void read_label(cj_build *b, cj_element *e, unsigned r, bool groups)
{
    const cj_grid *g = b->grid;
    const cj_sense *s = g->label[r].sense;
    cj_span at;

    e->label = s->label.n ? s->label : cj_view_text(&g->view, g->row[r].i, g->row[r].label);
    e->tail = e->elem == CJ_CUSTOM ? CJ_STR("") : s->tail;
    if (e->elem == CJ_CUSTOM)
        e->label = cj_view_text(&g->view, g->row[r].i, g->row[r].label);
    e->key = key_of(b, e);
    cj_claim(b, CJ_LEAF_LABEL, e->at, cj_view_text(&g->view, g->row[r].i, g->row[r].label),
             (int)(b->map->n_elements - 1), -1);
    if (!groups || g->row[r].label != g->line)
        return;
    e->group = group_of(b, g->row[r].i, &at);
    if (e->group.n)
        cj_claim(b, CJ_LEAF_GROUP, at, e->group, -1, -1);
}

static void read_row(cj_build *b, unsigned r, bool groups)
{
    const cj_grid *g = b->grid;
    const cj_grid_row *row = &g->row[r];
    cj_elem elem = g->label[r].elem;
    unsigned last = row->last, i;
    cj_element *e;

    for (i = row->i + 1; i <= row->last && feelings(elem); i++)
        if (scores(b, i, i) && !scores(b, row->i, row->i)) {
            last = i - 1;
            break;
        }
    if (elem == CJ_EMOTION && scores(b, row->i, last))
        elem = CJ_SENTIMENT;
    e = add_element(b, elem, g->label[r].reading,
                    cj_view_span(&g->view, row->i, row->label));
    e->named = g->label[r].elem;
    read_label(b, e, r, groups);
    read_cells(b, e, row->i, last);
    for (i = last + 1; i <= row->last; i++)
        add_nameless(b, CJ_SENTIMENT, i);
}

static bool periods(const cj_build *b, unsigned i)
{
    const cj_grid *g = b->grid;
    unsigned p, n = 0, hits = 0;

    for (p = 0; p < g->n_phases; p++) {
        cj_str text = cj_view_text(&g->view, i, g->phase[p].j);

        n += text.n > 0;
        hits += text.n && cj_phase_period_like(b->arena, text);
    }
    return n && hits * 2 > n;
}

static void periods_from_row(cj_map *m)
{
    const cj_element *e = cj_map_element(m, CJ_PERIOD);
    size_t p;

    for (p = 0; e && p < m->n_phases; p++)
        if (!m->phases[p].period_text.n)
            m->phases[p].period_text = e->cells[p].text;
}

/* Cells hold pointers into nothing that moves only now: the list of elements is complete. */
static void parse_cells(cj_build *b)
{
    cj_map *m = b->map;
    size_t e, p;

    for (e = 0; e < m->n_elements; e++)
        for (p = 0; p < m->n_phases; p++)
            cj_cell_parse(b->arena, &m->elements[e].cells[p]);
}

void cj_grid_read(cj_build *b)
{
    const cj_grid *g = b->grid;
    bool groups = has_groups(b);
    unsigned p, r, i, first = g->n_rows ? g->row[0].i : g->last + 1;

    for (p = 0; p < g->n_phases; p++)
        add_phase(b, &g->phase[p]);
    claim_axis(b);
    for (i = g->head + 1; i < first; i++)
        if (periods(b, i))
            add_nameless(b, CJ_PERIOD, i);
    for (r = 0; r < g->n_rows; r++)
        read_row(b, r, groups);
    periods_from_row(b->map);
    parse_cells(b);
}
