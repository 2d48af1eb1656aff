/* long_rows.c - a list with a line for each phase or touchpoint, elements as columns (model 7). */
#include "map/long.h"
#include "base/utf8.h"
#include "map/normal.h"
#include "base/number.h"

/* ---- which tables are such lists ---------------------------------------------------------------- */

static bool says_persona(const cj_grid *g, unsigned i)
{
    cj_str text = cj_view_text(&g->view, i, g->line);

    return text.n && text.n < 60 && cj_view_last(&g->view, i) > g->line &&
           cj_labels_id(CJ_FAM_META, cj_label_key(g->view.w->arena, text)) ==
               CJ_META_PERSONA;
}

/* A column of personas: left of the elements, or one that is no element itself. */
static unsigned persona_column(const cj_grid *g)
{
    unsigned i, r, first = g->n_rows ? g->row[0].i : 0;

    for (i = 1; i < first; i++)
        if (i != g->head && says_persona(g, i))
            return i;
    for (r = 0; r < g->n_rows; r++)
        if (g->label[r].elem == CJ_CUSTOM && says_persona(g, g->row[r].i))
            return g->row[r].i;
    return 0;
}

/* Which of the first `n` names it is; n: a new one. */
static unsigned known_name(const cj_grid *g, unsigned n, cj_str key)
{
    unsigned p;

    for (p = 0; p < n; p++)
        if (cj_str_eq(cj_view_phase(&g->view, g->phase[p].i, g->phase[p].j)->key, key))
            return p;
    return n;
}

/* 2025-06-03, 6/3, 2025年6月3日, 09:30. */
static bool date_like(cj_str s)
{
    size_t digits = 0, marks = 0, i;

    if (s.n > 40 || !s.n || s.p[0] < '0' || s.p[0] > '9')
        return false;
    for (i = 0; i < s.n; i++) {
        digits += s.p[i] >= '0' && s.p[i] <= '9';
        marks += s.p[i] == '-' || s.p[i] == '/' || s.p[i] == '.' || s.p[i] == ':';
    }
    return (marks && digits + marks + 3 >= s.n && digits > 1) ||
           cj_str_has(s, CJ_STR("月"));
}

/* T-102, U1023, INC0007. */
static bool id_like(cj_str s)
{
    size_t digits = 0, letters = 0, i;

    for (i = 0; i < s.n && s.n <= 20; i++) {
        char c = s.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

        if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' && c != '#')
            return false;
        digits += c >= '0' && c <= '9';
        letters += letter || c == '#';
    }
    return digits && letters && s.n <= 20;
}

/* Dates or numbers of records down a column: a record of events, not a journey. The numbers of the
 * lines, 1, 2, 3, are no such thing. */
static bool of_records(const cj_grid *g, unsigned i)
{
    unsigned j, lines = 0, hits = 0, next = 0;
    bool foreign = cj_view_foreign(&g->view, i, g->line);

    for (j = g->line + 1; j <= g->stop; j++) {
        cj_str text = cj_view_text(&g->view, i, j);
        double number;

        lines += cj_view_text(&g->view, g->head, j).n > 0;
        if (cj_number_parse(text, &number)) {
            next += number == next + 1;
            hits += foreign && number != next;
        } else {
            hits += cj_view_figure(&g->view, i, j) || date_like(text) || id_like(text);
        }
    }
    return hits > 1 && hits * 2 > lines;
}

static bool is_log(const cj_grid *g)
{
    unsigned i, r = 0;

    for (i = 1; i <= g->last; i++) {
        while (r < g->n_rows && g->row[r].last < i)
            r++;
        if (i == g->head || i == g->persona ||
            (r < g->n_rows && g->row[r].i <= i && g->label[r].elem != CJ_CUSTOM))
            continue;
        if (of_records(g, i))
            return true;
    }
    return false;
}

/* Phases down whose names come again, line after line or persona after persona. A name that comes
 * back once is somebody's slip, and stays. */
void cj_grid_list(cj_grid *g)
{
    unsigned n = 0, p, at, runs = 0, returns = 0, last = 0;

    g->persona = g->lines = 0;
    g->list = g->log = false;
    if (!g->view.down || g->n_phases < 2)
        return;
    g->persona = persona_column(g);
    g->lines = g->n_phases;
    g->stop = g->phase[g->n_phases - 1].last;
    for (p = 0; p < g->lines; p++) {
        at = known_name(g, n, cj_view_phase(&g->view, g->phase[p].i, g->phase[p].j)->key);
        runs += p && at == last;
        returns += at < n && at != last;
        last = at;
        if (at == n && n <= CJ_LIST_PHASES)
            g->phase[n++] = g->phase[p];
    }
    g->list = g->persona || runs || (returns > 1 && g->lines >= 2 * n);
    if (!g->list) {
        cj_grid_heads(g);
        return;
    }
    g->n_phases = n;
    g->log = is_log(g);
}

/* ---- reading one ---------------------------------------------------------------------------------- */

/* The columns of one element. */
typedef struct columns {
    unsigned first, last;
} columns;

typedef struct reader {
    cj_build *b;
    cj_long list;
    columns *col; /* by element */
    unsigned n_cols;
    cj_entries entries;
    int phase;
    bool mine;
    unsigned last;
} reader;

static cj_span at(const reader *r, unsigned row, unsigned col)
{
    return (cj_span){ r->b->w->index, row, col, 0, 0 };
}

static cj_element *add_element(reader *r, unsigned col, cj_elem elem, cj_reading reading)
{
    cj_build *b = r->b;
    const cj_grid *g = b->grid;
    const cj_sense *sense = cj_view_sense(&g->view, col, g->line);
    cj_str text = cj_view_text(&g->view, col, g->line);
    cj_element *e;

    r->col = cj_regrow(b->arena, r->col, r->n_cols * sizeof *r->col,
                       (r->n_cols + 1) * sizeof *r->col);
    r->col[r->n_cols++] = (columns){ col, col };
    CJ_ROOM(b->arena, b->map->elements, b->map->n_elements, b->map->cap_elements);
    e = &b->map->elements[b->map->n_elements++];
    *e = (cj_element){ .elem = elem,
                       .named = elem,
                       .reading = reading,
                       .label = text,
                       .at = at(r, g->line, col) };
    if (elem != CJ_CUSTOM && sense->label.n) {
        e->label = sense->label;
        e->tail = sense->tail;
    }
    e->key = elem != CJ_CUSTOM
                 ? cj_str_of(cj_elem_id(elem))
                 : cj_str_fmt(b->arena, "x:" CJ_FMT, CJ_ARG(cj_label_key(b->arena, text)));
    if (text.n)
        cj_claim(b, CJ_LEAF_LABEL, e->at, text, (int)b->map->n_elements - 1, -1);
    return e;
}

/* The touchpoints of such a list like to stand in front of the phases. */
static void add_elements(reader *r)
{
    const cj_grid *g = r->b->grid;
    unsigned k, i;

    for (i = 1; i < g->head; i++) {
        const cj_sense *s = i == g->persona ? NULL : cj_view_plain(&g->view, i, g->line);

        if (s && s->n == 1 && !s->ambiguous)
            add_element(r, i, s->elem[0], s->reading);
    }
    for (k = 0; k < g->n_rows; k++) {
        if (g->row[k].i == g->persona)
            continue;
        add_element(r, g->row[k].i, g->label[k].elem, g->label[k].reading)->also =
            g->label[k].also;
        r->col[r->n_cols - 1].last = g->row[k].last;
    }
}

static bool mine(reader *r, const cj_long_line *line, cj_str persona)
{
    cj_str name = cj_long_text(&r->list, line, r->list.persona);

    if (!r->list.persona)
        return true;
    if (name.n)
        r->mine = cj_utf8_alike(name, persona);
    if (r->mine && name.n)
        cj_claim(r->b, CJ_LEAF_META, at(r, line->row, r->list.persona), name, -1, -1);
    return r->mine;
}

static void read_cells(reader *r, const cj_long_line *line)
{
    const cj_grid *g = r->b->grid;
    unsigned k, i;

    for (k = 0; k < r->n_cols; k++)
        for (i = r->col[k].first; i <= r->col[k].last; i++) {
            cj_str text = i == g->head || i == g->persona ? CJ_STR("")
                                                          : cj_long_text(&r->list, line, i);

            if (text.n)
                cj_long_add(r->b, &r->list, line, &r->entries, i, r->phase, (int)k, false);
        }
}

/* Where the table ends in the window, or with the lines themselves where it goes on below. */
static bool ended(const reader *r, const cj_long_line *line)
{
    const cj_grid *g = r->b->grid;

    return line->row > r->b->map->range.row2 ||
           (line->row > g->stop && g->stop + 1 < r->b->w->rows);
}

static void read_line(reader *r, const cj_long_line *line)
{
    const cj_grid *g = r->b->grid;
    cj_str phase = cj_long_text(&r->list, line, g->head);

    r->last = line->row;
    if (phase.n)
        r->phase = cj_long_phase(r->b, phase, at(r, line->row, g->head));
    if (r->phase < 0)
        return;
    if (phase.n)
        cj_claim(r->b, CJ_LEAF_PHASE, at(r, line->row, g->head), phase, -1, r->phase);
    read_cells(r, line);
}

static void claim_header(reader *r, cj_leaf_kind kind, unsigned col)
{
    cj_str text = cj_window_text(r->b->w, r->b->grid->line, col);

    if (text.n)
        cj_claim(r->b, kind, at(r, r->b->grid->line, col), text, -1, -1);
}

unsigned cj_long_rows_read(cj_build *b, cj_str persona)
{
    reader r = { .b = b, .phase = -1, .last = b->grid->line };
    const cj_grid *g = b->grid;
    cj_long_line line = { 0, 0, 0 };

    r.list = cj_long_from(b->arena, b->w, g->line, g->persona);
    r.entries.arena = cj_arena_new(0);
    b->map->form = CJ_FORM_ROWS;
    claim_header(&r, CJ_LEAF_AXIS, g->head);
    claim_header(&r, CJ_LEAF_META_LABEL, g->persona);
    add_elements(&r);
    while (cj_long_next(&r.list, &line)) {
        if (ended(&r, &line))
            break;
        if (mine(&r, &line, persona))
            read_line(&r, &line);
        else
            r.last = line.row;
    }
    cj_long_cells(b, &r.list, &r.entries);
    cj_arena_free(r.entries.arena);
    return r.last;
}
