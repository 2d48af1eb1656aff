/* attach.c - more tables beside the grid under the same headers: their rows are the map's too. */
#include "map/build.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/score.h"
#include <string.h>

enum { MAX_HEADER = 120, MAX_TABLES = 20, MAX_LINES = 60 };

/* The window as the map has left it, cell by cell. */
typedef struct board {
    cj_build *b;
    unsigned rows, cols; /* of the part that is looked at, counted from its corner */
    cj_range part;
    bool *claimed;
    unsigned char *phase; /* 1 + the phase that a cell names; 0: none */
} board;

static size_t place(const board *d, unsigned row, unsigned col)
{
    return (size_t)(row - d->part.row1) * d->cols + col - d->part.col1;
}

static bool inside(const board *d, unsigned row, unsigned col)
{
    return row >= d->part.row1 && row <= d->part.row2 && col >= d->part.col1 &&
           col <= d->part.col2;
}

static void mark_claimed(board *d)
{
    const cj_map *m = d->b->map;
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].at.sheet == m->sheet &&
            inside(d, m->leaves[i].at.row, m->leaves[i].at.col))
            d->claimed[place(d, m->leaves[i].at.row, m->leaves[i].at.col)] = true;
}

static unsigned phase_in(board *d, unsigned row, unsigned col)
{
    const cj_map *m = d->b->map;
    cj_str text = cj_window_text(d->b->w, row, col);
    size_t p;

    if (!text.n || text.n > MAX_HEADER || cj_window_figure(d->b->w, row, col))
        return 0;
    for (p = 0; p < m->n_phases; p++)
        if (cj_str_eq(text, m->phases[p].name) ||
            cj_str_eq(cj_window_phase(d->b->w, row, col)->key, m->phases[p].key))
            return (unsigned)p + 1;
    return 0;
}

/* False where nothing outside the grid names a phase. */
static bool find_phases(board *d)
{
    unsigned row, col, n = 0;

    for (row = d->part.row1; row <= d->part.row2; row++)
        for (col = d->part.col1; col <= d->b->w->row_last[row]; col++) {
            size_t at = place(d, row, col);

            if (!d->claimed[at] &&
                (d->phase[at] = (unsigned char)phase_in(d, row, col)) != 0)
                n++;
        }
    return n > 1;
}

static bool open_board(cj_build *b, board *d)
{
    *d = (board){ .b = b, .part = b->w->part };
    d->part.row2 = b->w->end - 1;
    if (b->map->n_phases > UINT8_MAX - 1 || d->part.row1 > d->part.row2)
        return false;
    d->rows = d->part.row2 + 1 - d->part.row1;
    d->cols = d->part.col2 + 1 - d->part.col1;
    d->claimed = CJ_NEW_N(b->arena, bool, (size_t)d->rows * d->cols);
    d->phase = cj_alloc(b->arena, (size_t)d->rows * d->cols);
    mark_claimed(d);
    return find_phases(d);
}

/* ---- one table -------------------------------------------------------------------------------- */

/* A line of headers: i is its own place, j runs along it. */
typedef struct heads {
    cj_view view;
    unsigned i, first, last; /* the j of the first and the last that names a phase */
    unsigned j[UINT8_MAX];   /* by phase; 0: not among them */
    unsigned n;
} heads;

static unsigned phase_at(const board *d, const cj_view *v, unsigned i, unsigned j)
{
    unsigned row = v->down ? j : i, col = v->down ? i : j;
    size_t at;

    if (!inside(d, row, col))
        return 0;
    at = place(d, row, col);
    return d->claimed[at] ? 0 : d->phase[at];
}

static bool free_at(const board *d, const cj_view *v, unsigned i, unsigned j)
{
    cj_span at = cj_view_span(v, i, j);

    return inside(d, at.row, at.col) && !d->claimed[place(d, at.row, at.col)];
}

/* Each phase once, and two of them or more; what else stands between them are no headers. */
static bool read_heads(const board *d, const cj_view *v, unsigned i, heads *h)
{
    unsigned j, others = 0;

    memset(h, 0, sizeof *h);
    h->view = *v;
    h->i = i;
    for (j = 1; j <= cj_view_last(v, i); j++) {
        unsigned p = phase_at(d, v, i, j);

        if (!p) {
            others += h->n && cj_view_text(v, i, j).n > 0;
            continue;
        }
        if (h->j[p])
            return false;
        h->j[p] = j;
        h->first = h->first ? h->first : j;
        h->last = j;
        h->n++;
    }
    return h->n > 1 && others < h->n;
}

/* The nearest line of texts in front of the headers; 0: there is none. */
static unsigned label_line(const heads *h)
{
    const cj_view *v = &h->view;
    unsigned j, i, gap = 0;

    for (j = h->first - 1; j > 0 && gap < 2; j--, gap++)
        for (i = h->i + 1; i <= h->i + 3 && i <= cj_view_rows(v); i++)
            if (cj_view_text(v, i, j).n && !cj_view_figure(v, i, j))
                return j;
    return 0;
}

/* One row of the table, as an element of the map that is still to be read. */
typedef struct line {
    unsigned i, last; /* its lines */
    unsigned label_i, label_j;
} line;

typedef struct table {
    const board *d;
    const heads *h;
    line line[MAX_LINES];
    cj_labelled label[MAX_LINES];
    unsigned n;
} table;

static bool has_text(const table *t, unsigned i)
{
    unsigned p;

    for (p = 1; p <= t->d->b->map->n_phases; p++)
        if (t->h->j[p] && cj_view_text(&t->h->view, i, t->h->j[p]).n)
            return true;
    return false;
}

static bool all_free(const table *t, unsigned i)
{
    unsigned p;

    for (p = 1; p <= t->d->b->map->n_phases; p++)
        if (t->h->j[p] && !free_at(t->d, &t->h->view, i, t->h->j[p]))
            return false;
    return true;
}

/* What stands alone over the headers, or in their corner, names rows that have no label. */
static bool find_title(const table *t, line *out)
{
    const cj_view *v = &t->h->view;
    unsigned i = t->h->i, j;

    for (j = t->h->first - 1; j > 0; j--)
        if (cj_view_text(v, i, j).n && cj_view_axis(v, i, j) < 0) {
            *out = (line){ 0, 0, i, j };
            return free_at(t->d, v, i, j);
        }
    for (j = 1; i > 1 && j <= t->h->last; j++)
        if (cj_view_text(v, i - 1, j).n) {
            *out = (line){ 0, 0, i - 1, j };
            return cj_view_last(v, i - 1) == j && free_at(t->d, v, i - 1, j);
        }
    return false;
}

static void read_lines(table *t, unsigned labels)
{
    const cj_view *v = &t->h->view;
    line title = { 0, 0, 0, 0 };
    bool titled = find_title(t, &title);
    unsigned i;

    for (i = t->h->i + 1; i <= cj_view_rows(v) && t->n < MAX_LINES; i++) {
        cj_str text = labels ? cj_view_text(v, i, labels) : CJ_STR("");

        if (!has_text(t, i) || !all_free(t, i) || cj_grid_footnote(text) ||
            (text.n && !free_at(t->d, v, i, labels)))
            break;
        if (text.n)
            t->line[t->n++] = (line){ i, i, i, labels };
        else if (t->n)
            t->line[t->n - 1].last = i;
        else if (titled)
            t->line[t->n++] = (line){ i, i, title.label_i, title.label_j };
        else
            break;
    }
    for (i = 0; i < t->n; i++)
        t->label[i].sense = cj_view_sense(v, t->line[i].label_i, t->line[i].label_j);
    cj_labels_resolve(t->label, t->n);
}

/* ---- into the map --------------------------------------------------------------------------------- */

static void add_part(cj_build *b, cj_cell *c, const cj_view *v, unsigned i, unsigned j)
{
    cj_str text = cj_view_text(v, i, j);
    cj_span at = cj_view_span(v, i, j);
    const cj_book_note *note = cj_sheet_note(b->w->sheet, at.row, at.col);

    if (note && note->text.n)
        c->note = c->note.n ? cj_str_fmt(b->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(c->note),
                                         CJ_ARG(note->text))
                            : note->text;
    if (!text.n)
        return;
    CJ_ROOM(b->arena, c->parts, c->n_parts, c->cap_parts);
    c->parts[c->n_parts++] = (cj_part){ .at = at, .text = text };
    c->text = c->n_parts > 1
                  ? cj_str_fmt(b->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(c->text), CJ_ARG(text))
                  : text;
    cj_claim(b, CJ_LEAF_CELL, at, text, (int)c->element, (int)c->phase);
}

static void read_cell(const table *t, cj_element *e, unsigned k, unsigned p)
{
    cj_build *b = t->d->b;
    cj_cell *c = &e->cells[p];
    unsigned i, j = t->h->j[p + 1];

    *c = (cj_cell){ .elem = e->elem,
                    .element = (unsigned)b->map->n_elements - 1,
                    .phase = p };
    c->at = (cj_span){ b->map->sheet, 0, 0, 0, 0 };
    for (i = t->line[k].i; j && i <= t->line[k].last; i++)
        add_part(b, c, &t->h->view, i, j);
    if (j)
        c->at = c->n_parts ? c->parts[0].at : cj_view_span(&t->h->view, t->line[k].i, j);
}

/* Feelings told in figures or faces. */
static bool only_scores(const cj_map *m, const cj_element *e)
{
    size_t p, n = 0;
    double score;

    for (p = 0; p < m->n_phases; p++) {
        if (!e->cells[p].text.n)
            continue;
        if (!cj_score_parse(e->cells[p].text, &score))
            return false;
        n++;
    }
    return n > 1;
}

static void read_element(const table *t, unsigned k)
{
    cj_build *b = t->d->b;
    cj_map *m = b->map;
    const line *l = &t->line[k];
    cj_span at = cj_view_span(&t->h->view, l->label_i, l->label_j);
    cj_str text = cj_view_text(&t->h->view, l->label_i, l->label_j);
    const cj_sense *s = t->label[k].sense;
    cj_elem elem = t->label[k].elem;
    cj_element *e;
    size_t p;

    CJ_ROOM(b->arena, m->elements, m->n_elements, m->cap_elements);
    e = &m->elements[m->n_elements++];
    *e = (cj_element){ .elem = elem,
                       .named = elem,
                       .also = t->label[k].also,
                       .reading = t->label[k].reading,
                       .label = text,
                       .at = at };
    if (elem != CJ_CUSTOM && s->label.n) {
        e->label = s->label;
        e->tail = s->tail;
    }
    cj_claim(b, CJ_LEAF_LABEL, at, text, (int)m->n_elements - 1, -1);
    e->cells = CJ_NEW_N(b->arena, cj_cell, m->n_phases);
    for (p = 0; p < m->n_phases; p++)
        read_cell(t, e, k, (unsigned)p);
    if ((elem == CJ_EMOTION || elem == CJ_MIND) && only_scores(m, e))
        e->elem = CJ_SENTIMENT;
    e->key = e->elem != CJ_CUSTOM ? cj_str_of(cj_elem_id(e->elem))
                                  : cj_str_fmt(b->arena, "x:" CJ_FMT,
                                               CJ_ARG(cj_label_key(b->arena, e->label)));
    for (p = 0; p < m->n_phases; p++) {
        e->cells[p].elem = e->elem;
        cj_cell_parse(b->arena, &e->cells[p]);
    }
}

static void claim_heads(const table *t)
{
    const cj_view *v = &t->h->view;
    unsigned p, j;

    for (p = 1; p <= t->d->b->map->n_phases; p++)
        if (t->h->j[p])
            cj_claim(t->d->b, CJ_LEAF_PHASE, cj_view_span(v, t->h->i, t->h->j[p]),
                     cj_view_text(v, t->h->i, t->h->j[p]), -1, (int)p - 1);
    for (j = 1; j < t->h->first; j++)
        if (cj_view_text(v, t->h->i, j).n && cj_view_axis(v, t->h->i, j) >= 0 &&
            free_at(t->d, v, t->h->i, j))
            cj_claim(t->d->b, CJ_LEAF_AXIS, cj_view_span(v, t->h->i, j),
                     cj_view_text(v, t->h->i, j), -1, -1);
}

static bool attach(board *d, const heads *h)
{
    table t = { .d = d, .h = h };
    unsigned k;

    read_lines(&t, label_line(h));
    if (!t.n)
        return false;
    claim_heads(&t);
    for (k = 0; k < t.n; k++)
        read_element(&t, k);
    mark_claimed(d);
    return true;
}

static void attach_along(board *d, bool down, unsigned *tables)
{
    cj_view v = { d->b->w, down };
    unsigned i;
    heads h;

    for (i = 1; i <= cj_view_rows(&v) && *tables < MAX_TABLES; i++)
        if (read_heads(d, &v, i, &h))
            *tables += attach(d, &h);
}

/* The same way as the map runs first: a table of its own kind is read as such. */
unsigned cj_grid_attach(cj_build *b)
{
    bool down = b->map->orient == CJ_PHASES_DOWN;
    unsigned tables = 0, last = 0;
    size_t i, before = b->map->n_leaves;
    board d;

    if (!open_board(b, &d))
        return 0;
    attach_along(&d, down, &tables);
    attach_along(&d, !down, &tables);
    for (i = before; i < b->map->n_leaves; i++)
        last = b->map->leaves[i].at.row > last ? b->map->leaves[i].at.row : last;
    return last;
}
