/* grid_columns.c - the columns of labels: groups and numbers left of them, labels in two columns. */
#include "map/grid.h"
#include "base/utf8.h"
#include "map/normal.h"

enum { MAX_SUB_LABEL = 150, MAX_LEFT = 6, MAX_GROUP = 180 };

bool cj_grid_sub_header(const cj_grid *g, unsigned j)
{
    static const cj_str words[] = {
        CJ_LIT("小項目"),   CJ_LIT("中項目"),  CJ_LIT("細目"),     CJ_LIT("詳細項目"),
        CJ_LIT("内訳"),     CJ_LIT("対象者"),  CJ_LIT("登場人物"), CJ_LIT("役割"),
        CJ_LIT("視点"),     CJ_LIT("立場"),    CJ_LIT("チャネル"), CJ_LIT("role"),
        CJ_LIT("roles"),    CJ_LIT("actor"),   CJ_LIT("actors"),   CJ_LIT("who"),
        CJ_LIT("sub-item"), CJ_LIT("subitem"), CJ_LIT("channel"),  CJ_LIT("channels"),
        CJ_LIT("detail"),   CJ_LIT("details")
    };
    cj_str key;
    size_t k;

    if (j > g->line + 2 || cj_view_text(&g->view, g->head, j).n > 40)
        return false;
    if (cj_view_axis(&g->view, g->head, j) == CJ_AXIS_ELEMENT)
        return true;
    key = cj_label_key(g->view.w->arena, cj_view_text(&g->view, g->head, j));
    for (k = 0; k < sizeof words / sizeof *words; k++)
        if (cj_str_eq(key, words[k]))
            return true;
    return false;
}

/* Labels of the lines inside a band (E-mail, CS) stand under a blank header, between the labels of
 * the elements and the first phase. */
static unsigned inner_column(const cj_grid *g)
{
    unsigned i, j, inner = 0, end = g->n_phases ? g->phase[0].j : 0;

    for (j = g->line + 1; j < end; j++) {
        unsigned texts = 0, fits = 0;

        if (cj_view_text(&g->view, g->head, j).n && !cj_grid_sub_header(g, j))
            continue;
        for (i = g->body; i <= g->last; i++) {
            cj_str text = cj_view_text(&g->view, i, j);

            texts += text.n > 0;
            fits += text.n && text.n <= MAX_SUB_LABEL;
        }
        if (fits && fits == texts)
            inner = j;
    }
    return inner;
}

unsigned cj_grid_outer(const cj_grid *g, unsigned i, unsigned j)
{
    unsigned k, r;
    cj_range m;

    for (k = i; k >= g->body && k; k--) {
        if (!cj_view_text(&g->view, k, j).n)
            continue;
        if (cj_view_merge(&g->view, k, j, &m) && (m.row2 > k || m.col2 > j))
            return m.row2 < i || m.col2 >= g->line ? 0 : k;
        for (r = 0; k < i && r < g->n_rows && g->row[r].i <= k; r++)
            if (g->row[r].i == k && g->row[r].label == j && !g->row[r].sub)
                return 0; /* an element of its own */
        return k;
    }
    return 0;
}

/* 製品 with something else in the next cell. */
static bool pair(const cj_grid *g, unsigned i, unsigned j)
{
    cj_str text = cj_view_text(&g->view, i, j), next = cj_view_text(&g->view, i + 1, j);

    return next.n && !cj_utf8_alike(text, next) &&
           cj_labels_id(CJ_FAM_META, cj_label_key(g->view.w->arena, text)) >= 0;
}

/* A lone text above the labels is a group where it is merged over some of them, but not all. */
static bool over_some(const cj_grid *g, unsigned i, unsigned j)
{
    cj_range m;

    return cj_view_merge(&g->view, i, j, &m) && m.row2 > m.row1 && m.row1 >= g->body &&
           (m.row1 > g->body || m.row2 < g->last);
}

/* Over phases that run down, what stands above the labels may be a title or metadata. */
static bool groups_above(const cj_grid *g, unsigned j)
{
    unsigned i, texts = 0, pairs = 0, first = 0;

    for (i = g->top; i <= g->last; i++) {
        cj_str text = cj_view_text(&g->view, i, j);

        first = text.n && i >= g->body && !first ? i : first;
        pairs += pair(g, i, j);
        if (!text.n || i < g->body)
            continue;
        if (text.n > MAX_GROUP || cj_str_find(text, CJ_STR(":")) != CJ_NONE ||
            cj_str_find(text, CJ_STR("：")) != CJ_NONE)
            return false;
        texts++;
    }
    return texts == 1 ? over_some(g, first, j) : texts && pairs * 2 < texts;
}

static bool any_text(const cj_grid *g, unsigned j)
{
    unsigned i;

    for (i = g->body; i <= g->last; i++)
        if (cj_view_text(&g->view, i, j).n)
            return true;
    return false;
}

/* A phase of another table beside this one. */
static bool phase_of_other(const cj_grid *g, unsigned j)
{
    const cj_phase_name *name = cj_view_phase(&g->view, g->head, j);
    unsigned p;

    if (name->id != CJ_PHASE_OTHER)
        return true;
    for (p = 0; p < g->n_phases && name->key.n; p++)
        if (cj_str_eq(name->key,
                      cj_view_phase(&g->view, g->phase[p].i, g->phase[p].j)->key))
            return true;
    return false;
}

static unsigned leftmost(const cj_grid *g)
{
    unsigned j = g->outer ? g->outer : g->line, n = 0;

    while (j > 1 && n++ < MAX_LEFT && !phase_of_other(g, j - 1) &&
           (g->view.down ? groups_above(g, j - 1) : any_text(g, j - 1)))
        j--;
    return j;
}

/* Guidance has a column of its own, under a header that says so. */
static unsigned guide_column(const cj_grid *g)
{
    unsigned j;

    for (j = g->line + 1; g->n_phases && j < g->phase[0].j; j++)
        if (cj_view_axis(&g->view, g->head, j) == CJ_AXIS_NONE)
            return j;
    return 0;
}

static void read_again(cj_grid *g, unsigned line, unsigned outer)
{
    g->line = line;
    g->outer = outer;
    cj_grid_rows(g);
    cj_grid_heads(g);
}

void cj_grid_columns(cj_grid *g)
{
    unsigned inner = inner_column(g), line = g->line, phases = g->n_phases;

    read_again(g, inner ? inner : line, inner ? line : 0);
    if (inner && (!g->n_rows || g->n_phases != phases))
        read_again(g, line, 0);
    g->left = leftmost(g);
    g->guide = guide_column(g);
}
