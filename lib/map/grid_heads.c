/* grid_heads.c - the headers of the phases, and how far each of them reaches. */
#include "map/grid.h"

enum { MAX_BLANK_HEADS = 2 };

static bool data_at(const cj_grid *g, unsigned j)
{
    unsigned i;

    for (i = g->head + 1; i <= g->last; i++)
        if (cj_view_text(&g->view, i, j).n)
            return true;
    return false;
}

/* A text in the line of the headers that cannot be one: a note under the table. */
static bool stray(const cj_grid *g, cj_str text, unsigned j, unsigned gap)
{
    if (data_at(g, j))
        return false;
    return gap || cj_grid_footnote(text) || text.n > 200;
}

static unsigned merged_to(const cj_grid *g, unsigned j)
{
    cj_range m;

    return cj_view_merge(&g->view, g->head, j, &m) && m.col2 > j ? m.col2 : 0;
}

static void add_head(cj_grid *g, unsigned j)
{
    cj_arena *arena = g->view.w->arena;

    CJ_ROOM(arena, g->phase, g->n_phases, g->cap_phases);
    g->phase[g->n_phases++] = (cj_grid_head){ j, j };
}

/* Without a merged area the last header reaches as far as all the others do. */
static unsigned usual_span(const cj_grid *g)
{
    unsigned i, span = 0, width;

    for (i = 0; i + 1 < g->n_phases; i++) {
        width = g->phase[i].last - g->phase[i].j + 1;
        if (span && width != span)
            return 1;
        span = width;
    }
    return span ? span : 1;
}

static void last_span(cj_grid *g, unsigned stop)
{
    cj_grid_head *p = &g->phase[g->n_phases - 1];
    unsigned merged = merged_to(g, p->j), span = usual_span(g);

    p->last = merged ? merged : p->j;
    while (!merged && p->last - p->j + 1 < span && p->last < stop)
        p->last++;
}

/* Model 4.5: a header spans its merged area; without one, up to the next filled header. */
void cj_grid_heads(cj_grid *g)
{
    unsigned j, gap = 0, end = cj_view_cols(&g->view);
    bool open = false;

    g->n_phases = 0;
    for (j = g->line + 1; j <= end; j++) {
        cj_str text = cj_view_text(&g->view, g->head, j);
        unsigned merged;

        if (!text.n) {
            gap = data_at(g, j) ? 0 : gap + 1;
            if (gap > MAX_BLANK_HEADS)
                break;
            if (open && g->n_phases)
                g->phase[g->n_phases - 1].last = j;
            continue;
        }
        if (stray(g, text, j, gap))
            break;
        gap = 0;
        open = cj_view_axis(&g->view, g->head, j) != CJ_AXIS_NONE;
        if (!open)
            continue;
        add_head(g, j);
        merged = merged_to(g, j);
        if (merged) {
            g->phase[g->n_phases - 1].last = merged < end ? merged : end;
            j = g->phase[g->n_phases - 1].last;
            open = false;
        }
    }
    if (g->n_phases && open)
        last_span(g, j - 1);
}
