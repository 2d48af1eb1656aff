/* grid_margin.c - what stands around the cells of a grid: its corner, levels of headers, groups. */
#include "map/build.h"
#include "map/normal.h"

static void claim_at(cj_build *b, cj_leaf_kind kind, unsigned i, unsigned j, int phase)
{
    cj_str text = cj_view_text(&b->grid->view, i, j);

    if (text.n)
        cj_claim(b, kind, cj_view_span(&b->grid->view, i, j), text, -1, phase);
}

static cj_str add_line(cj_build *b, cj_str all, cj_str text)
{
    return all.n ? cj_str_fmt(b->arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(all), CJ_ARG(text))
                 : text;
}

/* The axis words: in the corner, and "フェーズ" in a line of its own above the headers. Left of the
 * corner anything may stand over the group labels. */
static void claim_corner(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned k, j;

    for (k = 0; k < g->n_levels; k++)
        for (j = g->left; j <= g->line; j++)
            if (g->level[k].role != CJ_LEVEL_ROW &&
                (g->level[k].i == g->head || j == g->line ||
                 cj_view_axis(&g->view, g->level[k].i, j) >= 0))
                claim_at(b, CJ_LEAF_AXIS, g->level[k].i, j, -1);
    if (g->guide)
        claim_at(b, CJ_LEAF_AXIS, g->head, g->guide, -1);
    if (g->outer && cj_grid_sub_header(g, g->line))
        claim_at(b, CJ_LEAF_AXIS, g->head, g->line, -1);
    for (j = g->left; g->top > 1 && j <= g->line + 1; j++)
        if (cj_view_axis(&g->view, g->top - 1, j) == CJ_AXIS_PHASE)
            claim_at(b, CJ_LEAF_AXIS, g->top - 1, j, -1);
}

/* A dash where a group would stand: this one belongs to none. */
static bool no_group(cj_str text)
{
    static const cj_str dashes[] = { CJ_LIT("-"), CJ_LIT("－"), CJ_LIT("–"), CJ_LIT("—"),
                                     CJ_LIT("―") };
    size_t i;

    for (i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (cj_str_eq(text, dashes[i]))
            return true;
    return false;
}

/* The header in line i over column j: its own, or one that reaches this far. */
static unsigned header_over(const cj_grid *g, unsigned i, unsigned j)
{
    unsigned k, p;
    cj_range m;

    for (k = j; k > g->line; k--) {
        if (!cj_view_text(&g->view, i, k).n)
            continue;
        for (p = 0; p < g->n_phases; p++)
            if (g->phase[p].i == i && g->phase[p].j == k)
                return 0; /* the name of a phase itself */
        if (cj_view_merge(&g->view, i, k, &m) && m.col2 > m.col1 && m.col2 < j)
            return 0;
        return k;
    }
    return 0;
}

static void read_groups(cj_build *b, unsigned i)
{
    const cj_grid *g = b->grid;
    unsigned j, p;

    for (p = 0; p < b->map->n_phases; p++) {
        cj_phase *phase = &b->map->phases[p];

        if ((j = header_over(g, i, phase->first)) == 0)
            continue;
        if (!no_group(cj_view_text(&g->view, i, j)))
            phase->group = add_line(b, phase->group, cj_view_text(&g->view, i, j));
        for (j = phase->first; j <= phase->last; j++)
            claim_at(b, CJ_LEAF_GROUP, i, j, (int)p);
    }
}

static void read_steps(cj_build *b, unsigned i, unsigned level)
{
    const cj_grid *g = b->grid;
    unsigned j, p;

    for (p = 0; p < b->map->n_phases; p++) {
        cj_phase *phase = &b->map->phases[p];
        cj_step *step = NULL;

        for (j = phase->first; j <= phase->last; j++) {
            cj_str text = cj_view_text(&g->view, i, j);

            if (!text.n && step)
                step->last = j;
            if (!text.n || i == g->phase[p].i)
                continue;
            CJ_ROOM(b->arena, phase->steps, phase->n_steps, phase->cap_steps);
            step = &phase->steps[phase->n_steps++];
            *step = (cj_step){ text, cj_view_span(&g->view, i, j), j, j, level };
            claim_at(b, CJ_LEAF_STEP, i, j, (int)p);
        }
    }
}

static void claim_numbers(cj_build *b, unsigned i)
{
    unsigned j, p;

    for (p = 0; p < b->map->n_phases; p++)
        for (j = b->map->phases[p].first; j <= b->map->phases[p].last; j++)
            claim_at(b, CJ_LEAF_NUMBER, i, j, (int)p);
}

/* A header that stands there for each of its columns: Onboarding, Onboarding. */
static void claim_twins(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned p, j;

    for (p = 0; p < g->n_phases; p++)
        for (j = g->phase[p].j + 1; j <= g->phase[p].last; j++)
            claim_at(b, CJ_LEAF_PHASE, g->phase[p].i, j, (int)p);
}

void cj_grid_headers(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned k, level = 0;

    claim_corner(b);
    claim_twins(b);
    for (k = 0; k < g->n_levels; k++) {
        if (g->level[k].role == CJ_LEVEL_GROUP)
            read_groups(b, g->level[k].i);
        if (g->level[k].role == CJ_LEVEL_STEP)
            read_steps(b, g->level[k].i, ++level);
        if (g->level[k].role == CJ_LEVEL_NUMBER)
            claim_numbers(b, g->level[k].i);
    }
}

/* Without the mark in front of a heading: ■ 顧客の視点. */
static cj_str group_name(const cj_grid *g, unsigned i, unsigned j)
{
    cj_str text = cj_view_text(&g->view, i, j), bare = cj_label_undecorated(text);

    return bare.n ? bare : text;
}

void cj_grid_groups(cj_build *b, cj_element *e, const cj_grid_row *row)
{
    const cj_grid *g = b->grid;
    unsigned j, k;
    cj_range m;

    if (row->group)
        e->group = group_name(g, row->group, row->group_j);
    for (j = g->left; j < row->label; j++) {
        k = cj_grid_outer(g, row->i, j);
        if (!k || cj_grid_numeral(&g->view, k, j) || no_group(cj_view_text(&g->view, k, j)))
            continue;
        e->group = add_line(b, e->group, group_name(g, k, j));
        if (k != row->i && (!cj_view_merge(&g->view, k, j, &m) || m.row2 < row->i))
            e->assumed = true;
    }
}

static bool label_at(const cj_grid *g, unsigned i, unsigned j)
{
    unsigned r;

    for (r = 0; r < g->n_rows; r++) {
        const cj_grid_row *row = &g->row[r];

        if (i >= row->i && i <= row->last &&
            (row->sub == j || (row->i == i && row->label == j)))
            return true;
    }
    return false;
}

static void claim_margin(cj_build *b, unsigned i, unsigned j)
{
    bool number = cj_grid_numeral(&b->grid->view, i, j);

    if (!label_at(b->grid, i, j))
        claim_at(b, number ? CJ_LEAF_NUMBER : CJ_LEAF_GROUP, i, j, -1);
}

void cj_grid_margin(cj_build *b)
{
    const cj_grid *g = b->grid;
    unsigned i, j;

    for (i = g->body; i <= g->last; i++)
        for (j = g->left; j <= g->line; j++)
            claim_margin(b, i, j);
    for (i = g->top; g->view.down && i < g->body; i++)
        for (j = g->left; j < g->line; j++)
            if (cj_view_axis(&g->view, i, j) >= 0)
                claim_at(b, CJ_LEAF_AXIS, i, j, -1);
}
