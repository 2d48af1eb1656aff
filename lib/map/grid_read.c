/* grid_read.c - a found grid becomes the phases, elements and cells of the map. */
#include "map/build.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/score.h"
#include "base/utf8.h"

static void add_phase(cj_build *b, const cj_grid_head *head)
{
    const cj_view *v = &b->grid->view;
    cj_map *m = b->map;
    cj_phase *p;
    const cj_phase_name *name = cj_view_phase(v, head->i, head->j);

    CJ_ROOM(b->arena, m->phases, m->n_phases, m->cap_phases);
    p = &m->phases[m->n_phases];
    *p = (cj_phase){ .name = cj_view_text(v, head->i, head->j),
                     .key = name->key,
                     .id = name->id,
                     .order = (unsigned)m->n_phases,
                     .at = cj_view_span(v, head->i, head->j),
                     .first = head->j,
                     .last = head->last,
                     .nameless = name->nameless,
                     .assumed = head->assumed,
                     .period_text = name->period };
    cj_claim(b, CJ_LEAF_PHASE, p->at, p->name, -1, (int)m->n_phases++);
}

enum { MAX_FACE = 24 }; /* bytes of an emoji with all that belongs to it */

/* Smiles and frowns, thumbs, hearts, also those that nobody has given a value. */
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
    double score;

    for (i = from; i <= to; i++)
        for (p = 0; p < g->n_phases; p++)
            for (j = g->phase[p].j; j <= g->phase[p].last; j++) {
                cj_str text = cj_view_text(&g->view, i, j);

                if (!text.n)
                    continue;
                if (!cj_view_figure(&g->view, i, j) && !face(text) &&
                    !cj_score_parse(text, &score))
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
    const cj_lines line = { .from = i, .to = i };
    cj_element *e = add_element(b, elem, CJ_READ_BY_RULE,
                                cj_view_span(&b->grid->view, i, b->grid->line));

    e->key = key_of(b, e);
    cj_grid_cells(b, e, &line);
}

static void read_label(cj_build *b, cj_element *e, unsigned r)
{
    const cj_grid *g = b->grid;
    const cj_grid_row *row = &g->row[r];
    const cj_sense *s = g->label[r].sense;
    cj_str text = row->nameless ? CJ_STR("") : cj_view_text(&g->view, row->i, row->label);
    bool custom = e->elem == CJ_CUSTOM;

    e->label = s->label.n && !custom && text.n ? s->label : text;
    e->tail = custom ? CJ_STR("") : s->tail;
    e->key = key_of(b, e);
    if (text.n)
        cj_claim(b, CJ_LEAF_LABEL, e->at, text, (int)(b->map->n_elements - 1), -1);
    cj_grid_groups(b, e, row);
}

/* Labels of the lines inside a band. Beside a lone line it says what the label means. */
static void read_sub_labels(cj_build *b, cj_element *e, const cj_lines *r)
{
    const cj_view *v = &b->grid->view;
    unsigned i;

    for (i = r->from; r->sub && i <= r->to; i++) {
        cj_str text = cj_view_text(v, i, r->sub);

        if (!text.n || i == r->first)
            continue;
        cj_claim(b, CJ_LEAF_LABEL, cj_view_span(v, i, r->sub), text,
                 (int)(b->map->n_elements - 1), -1);
        if (r->from == r->to && !e->tail.n)
            e->tail = text;
    }
}

/* 記入のポイント: the guidance beside the label is what a tail would say. */
static void read_guide(cj_build *b, cj_element *e, const cj_lines *r)
{
    const cj_grid *g = b->grid;
    unsigned i;

    for (i = r->from; g->guide && i <= r->to; i++) {
        cj_str text = cj_view_text(&g->view, i, g->guide);

        if (!text.n)
            continue;
        cj_claim(b, CJ_LEAF_LABEL, cj_view_span(&g->view, i, g->guide), text,
                 (int)(b->map->n_elements - 1), -1);
        e->tail = e->tail.n ? cj_str_fmt(b->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(e->tail),
                                         CJ_ARG(text))
                            : text;
    }
}

/* Lines without a label, where no merged area says that they belong to the one above. */
static bool assumed(const cj_grid *g, const cj_grid_row *row, unsigned last)
{
    unsigned i;
    cj_range m;

    for (i = row->i + 1; i <= last && !row->nameless; i++)
        if (cj_view_last(&g->view, i) > g->line &&
            !cj_view_text(&g->view, i, row->label).n &&
            (!cj_view_merge(&g->view, i, row->label, &m) || m.row1 > row->i))
            return true;
    return false;
}

/* A line of scores under the words for the feelings begins an element of its own. */
static unsigned scores_begin(const cj_build *b, const cj_grid_row *row, cj_elem elem)
{
    unsigned i;

    for (i = row->i + 1; i <= row->last && feelings(elem) && !row->sub; i++)
        if (scores(b, i, i) && !scores(b, row->i, row->i))
            return i;
    return row->last + 1;
}

/* スコア in the band of the feelings. */
static bool among_feelings(const cj_grid *g, const cj_grid_row *row)
{
    unsigned j, i;

    for (j = g->left; j < row->label; j++) {
        const cj_sense *s;

        if ((i = cj_grid_outer(g, row->i, j)) == 0)
            continue;
        s = cj_view_sense(&g->view, i, j);
        if (s->n && feelings(s->elem[0]))
            return true;
    }
    return false;
}

static void read_row(cj_build *b, unsigned r)
{
    const cj_grid *g = b->grid;
    const cj_grid_row *row = &g->row[r];
    cj_elem elem = g->label[r].elem;
    unsigned last = scores_begin(b, row, elem) - 1, i;
    cj_lines lines = { .from = row->i, .to = last, .sub = row->sub, .marks = row->marks };
    cj_element *e;

    lines.first = row->sub == row->label && !row->nameless ? row->i : 0;
    if (row->marks)
        cj_grid_marks(g, row->i, last, &lines.cross, &lines.kinds);
    lines.wide = row->marks && cj_label_cjk(b->map->phases[0].name);
    if ((elem == CJ_EMOTION || (elem == CJ_CUSTOM && among_feelings(g, row))) &&
        scores(b, row->i, last))
        elem = CJ_SENTIMENT;
    e = add_element(b, elem, g->label[r].reading,
                    cj_view_span(&g->view, row->i, row->label));
    e->named = g->label[r].elem == CJ_CUSTOM ? elem : g->label[r].elem;
    if (e->reading == CJ_READ_CUSTOM && elem != CJ_CUSTOM)
        e->reading = CJ_READ_BY_RULE;
    e->also = g->label[r].also;
    e->reading = row->nameless ? CJ_READ_BY_RULE : e->reading;
    e->assumed = assumed(g, row, last);
    read_label(b, e, r);
    read_sub_labels(b, e, &lines);
    read_guide(b, e, &lines);
    cj_grid_cells(b, e, &lines);
    for (i = last + 1; i <= row->last; i++)
        add_nameless(b, CJ_SENTIMENT, i);
}

/* A role that stands for its mark is no part of the cell's text. */
static void unplace_marks(const cj_build *b, cj_cell *c)
{
    size_t i;

    for (i = 0; i < c->n_items; i++)
        if (c->items[i].at.to >
            cj_window_text(b->w, c->items[i].at.row, c->items[i].at.col).n)
            c->items[i].at.from = c->items[i].at.to = 0;
}

/* Cells hold pointers into nothing that moves only now: the list of elements is complete. */
static void parse_cells(cj_build *b)
{
    cj_map *m = b->map;
    size_t e, p;

    for (e = 0; e < m->n_elements; e++)
        for (p = 0; p < m->n_phases; p++) {
            cj_cell *c = &m->elements[e].cells[p];

            cj_cell_parse(b->arena, c);
            if (c->n_parts && c->parts[0].label.n)
                unplace_marks(b, c);
        }
}

void cj_grid_read(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned p, r, k;

    for (p = 0; p < g->n_phases; p++)
        add_phase(b, &g->phase[p]);
    cj_grid_headers(b);
    for (k = 0; k < g->n_levels; k++) {
        if (g->level[k].role == CJ_LEVEL_PERIOD)
            add_nameless(b, CJ_PERIOD, g->level[k].i);
        if (g->level[k].role == CJ_LEVEL_DEFINITION)
            add_nameless(b, CJ_DEFINITION, g->level[k].i);
    }
    for (r = 0; r < g->n_rows; r++)
        read_row(b, r);
    cj_grid_margin(b);
    parse_cells(b);
}
