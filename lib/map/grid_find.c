/* grid_find.c - tries the tables of a window in both orientations and keeps the best one. */
#include "map/grid.h"
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

enum {
    MAX_LINES = 8,
    MAX_ABOVE = 12,
    MAX_HEADS = 40,
    MAX_CORNER = 180,
    MAX_UNSURE = 60,
    MAX_LABEL_ROW = 120,
    MIN_HITS = 2
};

/* A line of labels worth trying, and how many of them the vocabulary knows. */
typedef struct label_line {
    unsigned j, hits;
} label_line;

static bool hit(const cj_view *v, unsigned i, unsigned j)
{
    unsigned at;
    cj_str text = cj_grid_label(v, j, i, &at);

    return text.n && at == j && cj_view_sense(v, i, j)->n > 0;
}

/* Known labels of a line. The second pass costs more, so it is spent only on lines that are short
 * enough for labels; contained matches alone need to be three (model 5). */
static unsigned hits_in(const cj_view *v, unsigned j)
{
    unsigned i, texts = 0, exact = 0, all = 0;

    for (i = 1; i <= cj_view_rows(v); i++) {
        texts += cj_view_text(v, i, j).n > 0;
        exact += cj_view_plain(v, i, j) != NULL;
    }
    if (texts < MIN_HITS || texts > (exact ? CJ_GRID_ROWS + MAX_ABOVE : MAX_UNSURE))
        return exact;
    for (i = 1; i <= cj_view_rows(v); i++)
        all += hit(v, i, j);
    return exact || all > 2 ? all : 0;
}

/* The lines with the most known labels, the first ones where they tie. Over phases that run down
 * the labels stand near the top. */
static unsigned best_lines(const cj_view *v, label_line *out)
{
    unsigned j, n = 0, k, end = cj_view_cols(v);

    if (v->down && end > MAX_LABEL_ROW)
        end = MAX_LABEL_ROW;
    for (j = 1; j <= end; j++) {
        label_line l = { j, hits_in(v, j) };

        if (l.hits < MIN_HITS)
            continue;
        for (k = n; k > 0 && out[k - 1].hits < l.hits; k--)
            if (k < MAX_LINES)
                out[k] = out[k - 1];
        if (k < MAX_LINES)
            out[k] = l;
        n += n < MAX_LINES;
    }
    return n;
}

/* Model 4.4: the corner is empty or an axis word. Another short text (a title, the product) costs
 * the table points unless its headers are phases; a label never stands in a corner. */
static bool corner_fits(const cj_view *v, unsigned i, unsigned j)
{
    cj_str corner = cj_view_text(v, i, j);

    if (!corner.n)
        return true;
    if (corner.n <= MAX_CORNER && !cj_view_sense(v, i, j)->n && !cj_view_figure(v, i, j))
        return true;
    return cj_view_axis(v, i, j) >= 0;
}

static unsigned filled(const cj_view *v, unsigned i, unsigned from)
{
    unsigned j, n = 0;

    for (j = from; j <= cj_view_last(v, i) && n < 2; j++)
        n += cj_view_text(v, i, j).n > 0;
    return n;
}

typedef struct search {
    cj_view view;
    cj_grid grid; /* the one being tried; its lists are used again */
    bool insisted;
    cj_found *best;
} search;

static cj_str label_list(const cj_grid *g)
{
    unsigned r, n = 0;
    cj_buf b;

    cj_buf_init(&b, g->view.w->arena);
    for (r = 0; r < g->n_rows && n < 4; r++) {
        if (g->label[r].elem == CJ_CUSTOM)
            continue;
        cj_buf_z(&b, n++ ? ", " : "");
        cj_buf_add(&b, cj_utf8_excerpt(g->view.w->arena, g->label[r].sense->label, 24));
    }
    return cj_buf_str(&b);
}

/* A map beats what is none; then the total; then the evidence of the phases, which decides
 * between the orientations; then phases across; then the header nearest to the labels. */
static bool better(const search *s, cj_refusal why)
{
    const cj_found *best = s->best;
    double total = cj_grid_total(&s->grid);
    bool map = why == CJ_NOT_REFUSED;

    if (map != best->map)
        return map;
    if (total > best->total + 1e-9 || total < best->total - 1e-9)
        return total > best->total;
    if (best->down != s->view.down)
        return s->grid.evidence.phases > best->phases;
    return best->down == s->view.down && best->line == s->grid.line &&
           s->grid.head > best->head;
}

static void keep(search *s, cj_refusal why)
{
    cj_span at = cj_view_span(&s->view, s->grid.head, s->grid.line);
    cj_found *f = s->best;

    f->map = why == CJ_NOT_REFUSED;
    f->down = s->view.down;
    f->line = s->grid.line;
    f->head = s->grid.head;
    f->total = cj_grid_total(&s->grid);
    f->phases = s->grid.evidence.phases;
    f->why = why;
    f->headless = false;
    f->row = at.row;
    f->col = at.col;
    f->labels = label_list(&s->grid);
}

/* Labels of that worth may still make a table better than the best map. */
static bool may_win(const search *s, double elements)
{
    return !s->best->map || elements + CJ_PHASE_POINTS + 1e-6 > s->best->total;
}

/* The rows cost little, the headers a lot: most tables that are no maps show it by their rows. */
static bool worth_reading(search *s)
{
    cj_grid *g = &s->grid;

    cj_grid_rows(g);
    if (g->n_rows < MIN_HITS)
        return false;
    cj_grid_score_labels(g);
    return g->evidence.distinct > 1 && g->evidence.core && may_win(s, g->evidence.elements);
}

static void try_head(search *s, unsigned j, unsigned i)
{
    cj_refusal why;

    s->grid.view = s->view;
    s->grid.line = j;
    s->grid.head = i;
    if (!worth_reading(s))
        return;
    cj_grid_heads(&s->grid);
    cj_grid_list(&s->grid);
    cj_grid_score(&s->grid);
    why = cj_grid_judge(&s->grid, s->insisted);
    if (why != CJ_REFUSED_FAR && better(s, why))
        keep(s, why);
}

/* Headers stand not far above the first label they belong to. */
static bool label_follows(const cj_view *v, unsigned i, unsigned j)
{
    unsigned k;

    for (k = i + 1; k <= i + MAX_ABOVE && k <= cj_view_rows(v); k++)
        if (hit(v, k, j))
            return true;
    return false;
}

static unsigned try_line(search *s, unsigned j)
{
    unsigned i, tried = 0;

    for (i = 1; i < cj_view_rows(&s->view) && tried < MAX_HEADS; i++) {
        unsigned beside = filled(&s->view, i, j + 1);

        if (!beside || !label_follows(&s->view, i, j) || !corner_fits(&s->view, i, j))
            continue;
        if (beside < 2 && !s->insisted && !cj_view_phase(&s->view, i, j + 1)->plain)
            continue;
        try_head(s, j, i);
        tried++;
    }
    return tried;
}

/* An element label without doubt, with two or more cells beside it. */
static const cj_sense *sure_label(const cj_view *v, unsigned i, unsigned j)
{
    const cj_sense *sense = hit(v, i, j) ? cj_view_sense(v, i, j) : NULL;

    if (!sense || sense->reading != CJ_READ_EXACT || sense->ambiguous ||
        filled(v, i, j + 1) < 2)
        return NULL;
    return sense;
}

/* Elements that only a text about customers has. */
static bool of_customers(cj_elem e)
{
    return e == CJ_BEHAVIOR || e == CJ_MIND || e == CJ_THOUGHT || e == CJ_EMOTION ||
           e == CJ_PAIN;
}

static bool text_before(const cj_view *v, unsigned i, unsigned j)
{
    while (--i)
        if (cj_view_text(v, i, j).n)
            return true;
    return false;
}

/* A line of texts close above: headers of some kind are there. */
static bool text_above(const cj_view *v, unsigned i, unsigned j)
{
    unsigned k;

    for (k = 1; k <= 3 && k < i; k++)
        if (filled(v, i - k, j + 1) > 1)
            return true;
    return false;
}

/* Three sure labels, one of them about customers, but no line of headers: CJ102. */
static void headless(search *s, unsigned j)
{
    bool seen[CJ_N_ELEMS] = { false }, customers = false;
    unsigned i, first = 0, n = 0;
    cj_buf b;

    if (s->best->map || s->best->why != CJ_REFUSED_FAR || s->best->headless)
        return;
    cj_buf_init(&b, s->view.w->arena);
    for (i = 1; i <= cj_view_rows(&s->view); i++) {
        const cj_sense *sense = sure_label(&s->view, i, j);

        if (!sense || seen[sense->elem[0]])
            continue;
        seen[sense->elem[0]] = true;
        customers = customers || of_customers(sense->elem[0]);
        first = first ? first : i;
        cj_buf_z(&b, n++ ? ", " : "");
        cj_buf_add(&b, cj_utf8_excerpt(s->view.w->arena, sense->label, 24));
    }
    if (n < 3 || !customers || text_above(&s->view, first, j) ||
        (s->view.down && text_before(&s->view, first, j)))
        return;
    s->best->headless = true;
    s->best->row = cj_view_span(&s->view, first, j).row;
    s->best->col = cj_view_span(&s->view, first, j).col;
    s->best->labels = cj_buf_str(&b);
}

static void search_view(cj_window *w, bool down, bool insisted, cj_found *out)
{
    search s = { .view = { w, down }, .insisted = insisted, .best = out };
    label_line lines[MAX_LINES];
    unsigned n, k;

    if (!may_win(&s, cj_view_rows(&s.view)))
        return;
    n = best_lines(&s.view, lines);
    for (k = 0; k < n; k++)
        try_line(&s, lines[k].j);
    for (k = 0; k < n; k++)
        headless(&s, lines[k].j);
}

void cj_grid_find(cj_window *w, cj_orient orient, bool insisted, cj_found *out)
{
    memset(out, 0, sizeof *out);
    out->why = CJ_REFUSED_FAR;
    if (orient != CJ_PHASES_DOWN)
        search_view(w, false, insisted, out);
    if (orient != CJ_PHASES_ACROSS)
        search_view(w, true, insisted, out);
}

cj_grid *cj_grid_at(cj_window *w, bool down, unsigned line, unsigned head)
{
    cj_grid *g = CJ_NEW(w->arena, cj_grid);

    g->view = (cj_view){ w, down };
    g->line = line;
    g->head = head;
    cj_grid_rows(g);
    cj_grid_heads(g);
    cj_grid_list(g);
    if (g->list && !g->persona && cj_grid_divided(g)) {
        g->list = false;
        cj_grid_heads(g);
    }
    if (!g->list)
        cj_grid_settle(g);
    cj_grid_score(g);
    return g;
}
