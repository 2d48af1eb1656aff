/* grid_heads.c - the headers of the phases, and how far each of them reaches. */
#include "map/grid.h"
#include "base/utf8.h"

enum { MAX_BLANK_HEADS = 2, MIN_TWINS = 4 };

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

static bool names(const cj_grid *g, unsigned i)
{
    unsigned k;

    for (k = 0; k < g->n_levels; k++)
        if (g->level[k].i == i)
            return g->level[k].role == CJ_LEVEL_PHASE || g->level[k].role == CJ_LEVEL_GROUP;
    return false;
}

/* The line in which the header over column j stands: this one, or one above where it is merged down
 * to here, or where this level has no word for it. 0: none. */
static unsigned head_line(const cj_grid *g, unsigned j)
{
    unsigned i;
    cj_range m;

    if (cj_view_text(&g->view, g->head, j).n)
        return g->head;
    if (cj_view_merge(&g->view, g->head, j, &m))
        return m.col1 == j && m.row1 < g->head && m.row2 >= g->head &&
                       cj_view_text(&g->view, m.row1, j).n
                   ? m.row1
                   : 0;
    for (i = g->head; g->top && i > g->top; i--)
        if (cj_view_text(&g->view, i - 1, j).n && names(g, i - 1))
            return i - 1;
    return 0;
}

static unsigned merged_to(const cj_grid *g, unsigned i, unsigned j)
{
    cj_range m;

    return cj_view_merge(&g->view, i, j, &m) && m.col2 > j ? m.col2 : 0;
}

static void add_head(cj_grid *g, unsigned i, unsigned j)
{
    cj_arena *arena = g->view.w->arena;

    CJ_ROOM(arena, g->phase, g->n_phases, g->cap_phases);
    g->phase[g->n_phases++] = (cj_grid_head){ i, j, j, false };
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

/* Other headers reach over blank ones, and this column is as full as a phase is. */
static bool as_full(const cj_grid *g, unsigned j)
{
    unsigned p, r, n = 0, texts = 0;
    bool spans = false;

    for (p = 0; p + 1 < g->n_phases; p++)
        spans = spans || g->phase[p].assumed;
    for (r = 0; spans && r < g->n_rows; r++) {
        n += g->row[r].data;
        texts += g->row[r].data && cj_view_text(&g->view, g->row[r].i, j).n;
    }
    return n && texts * 2 > n;
}

/* The lower headers under the last one stand as far as it reaches. */
static bool lower_header(const cj_grid *g, unsigned j)
{
    unsigned i;

    for (i = g->head + 1; i < g->body; i++)
        if (cj_view_text(&g->view, i, j).n)
            return true;
    return false;
}

static void last_span(cj_grid *g, unsigned stop)
{
    cj_grid_head *p = &g->phase[g->n_phases - 1];
    unsigned merged = merged_to(g, p->i, p->j), span = usual_span(g);

    p->last = merged ? merged : p->j;
    while (!merged && p->last < stop &&
           (p->last - p->j + 1 < span || lower_header(g, p->last + 1) ||
            as_full(g, p->last + 1))) {
        p->last++;
        p->assumed = p->assumed || data_at(g, p->last);
    }
}

static cj_str head_text(const cj_grid *g, unsigned p)
{
    return cj_view_text(&g->view, g->phase[p].i, g->phase[p].j);
}

static bool twins(const cj_grid *g, unsigned p, unsigned q)
{
    return g->phase[p].i == g->phase[q].i && g->phase[p].last + 1 == g->phase[q].j &&
           cj_utf8_alike(head_text(g, p), head_text(g, q));
}

/* "Onboarding | Onboarding" over two headers of the level below: a line without a label. */
static bool parted_below(const cj_grid *g, unsigned p, unsigned q)
{
    unsigned i = g->head + 1, at;
    cj_str left, right;

    if (cj_grid_label(&g->view, g->line, i, &at).n &&
        cj_view_axis(&g->view, i, at) != CJ_AXIS_PHASE)
        return false;
    left = cj_view_text(&g->view, i, g->phase[p].last);
    right = cj_view_text(&g->view, i, g->phase[q].j);
    return left.n && right.n && !cj_utf8_alike(left, right);
}

/* Every header stands there twice or more: areas that somebody has unmerged and filled. */
static bool all_twins(const cj_grid *g)
{
    unsigned p, runs = 0;

    for (p = 0; p < g->n_phases; p++) {
        bool before = p && twins(g, p - 1, p);

        if (!before && (p + 1 == g->n_phases || !twins(g, p, p + 1)))
            return false;
        runs += !before;
    }
    return !g->view.down && runs > 1 && g->n_phases >= MIN_TWINS;
}

static void join_twins(cj_grid *g)
{
    bool all = all_twins(g);
    unsigned p, n = 0;

    for (p = 0; p < g->n_phases; p++) {
        g->phase[n] = g->phase[p];
        if (n && twins(g, n - 1, n) && (all || parted_below(g, n - 1, n)))
            g->phase[n - 1].last = g->phase[n].last;
        else
            n++;
    }
    g->n_phases = n;
}

static void extend(cj_grid *g, unsigned j)
{
    cj_grid_head *p = &g->phase[g->n_phases - 1];

    p->last = j;
    p->assumed = p->assumed || data_at(g, j);
}

/* 備考, レビューコメント, "Open questions": a column of remarks beside the phases. */
static bool remarks(const cj_grid *g, unsigned i, unsigned j)
{
    static const cj_str ends[] = { CJ_LIT("コメント"), CJ_LIT("メモ"),
                                   CJ_LIT("備考"),     CJ_LIT("指摘"),
                                   CJ_LIT("確認事項"), CJ_LIT("comments"),
                                   CJ_LIT("notes"),    CJ_LIT("remarks"),
                                   CJ_LIT("questions") };
    cj_str key;
    size_t k;

    if (cj_view_axis(&g->view, i, j) == CJ_AXIS_NONE)
        return true;
    if (cj_view_phase(&g->view, i, j)->id != CJ_PHASE_OTHER)
        return false;
    key = cj_view_phase(&g->view, i, j)->key;
    for (k = 0; k < sizeof ends / sizeof *ends; k++)
        if (cj_str_ends(key, ends[k]))
            return true;
    return false;
}

/* Model 4.5: a header spans its merged area; without one, up to the next filled header. */
void cj_grid_heads(cj_grid *g)
{
    unsigned j, gap = 0, end = cj_view_cols(&g->view);
    bool open = false;

    g->n_phases = 0;
    for (j = g->line + 1; j <= end; j++) {
        unsigned i = head_line(g, j), merged;

        if (!i) {
            gap = data_at(g, j) ? 0 : gap + 1;
            if (gap > MAX_BLANK_HEADS)
                break;
            if (open && g->n_phases)
                extend(g, j);
            continue;
        }
        if (stray(g, cj_view_text(&g->view, i, j), j, gap))
            break;
        gap = 0;
        open = !remarks(g, i, j) && (g->n_phases || !cj_grid_sub_header(g, j));
        if (!open)
            continue;
        add_head(g, i, j);
        merged = merged_to(g, i, j);
        if (merged) {
            g->phase[g->n_phases - 1].last = merged < end ? merged : end;
            j = g->phase[g->n_phases - 1].last;
            open = false;
        }
    }
    if (g->n_phases && open)
        last_span(g, j - 1);
    if (g->n_phases > 1)
        join_twins(g);
}
