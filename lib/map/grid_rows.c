/* grid_rows.c - the lines of a grid: labels, the lines that continue them, and where it ends. */
#include "map/grid.h"
#include "map/normal.h"
#include "base/utf8.h"

enum { MAX_GAP = 2, MAX_CUSTOM_LABEL = 150 };

/* A label may stand left of its line, merged over it: rows without a group label. */
cj_str cj_grid_label(const cj_view *v, unsigned line, unsigned i, unsigned *at)
{
    cj_str text = cj_view_text(v, i, line);
    cj_range m;

    *at = line;
    if (!text.n && cj_view_merge(v, i, line, &m) && m.col1 < line && m.row1 == i) {
        *at = m.col1;
        text = cj_view_text(v, i, m.col1);
    }
    return text;
}

/* Where labels stand in two columns, a line may have only the outer one; elsewhere what stands left
 * of the labels is a group, unless it is a label without doubt: KPI beside 顧客 and 自社. */
static cj_str label_of(const cj_grid *g, unsigned i, unsigned *at)
{
    cj_str text = cj_grid_label(&g->view, g->line, i, at);
    unsigned outer = g->outer ? g->outer : g->line - 1;
    const cj_sense *s;

    if (text.n || !outer || !cj_view_text(&g->view, i, outer).n)
        return text;
    s = cj_view_sense(&g->view, i, outer);
    if (!g->outer && (s->reading != CJ_READ_EXACT || cj_view_last(&g->view, i) <= g->line))
        return text;
    *at = outer;
    return cj_view_text(&g->view, i, outer);
}

bool cj_grid_footnote(cj_str text)
{
    static const char *const marks[] = { "※",   "＊",  "*",    "注)",   "注）",  "注：",
                                         "注:", "(注", "（注", "Note:", "NOTE:", "Notes:" };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(text, cj_str_of(marks[i])))
            return true;
    return false;
}

/* How many texts stand beside the label, counted up to two; *first is where. */
static unsigned filled_beside(const cj_grid *g, unsigned i, unsigned *first)
{
    unsigned j, n = 0, last = cj_view_last(&g->view, i);

    for (j = g->line + 1; j <= last && n < 2; j++)
        if (cj_view_text(&g->view, i, j).n && !n++)
            *first = j;
    return n;
}

/* A header row of another table under this one: フェーズ | 導入期 | 活用期. */
static bool other_header(const cj_grid *g, unsigned i)
{
    unsigned j, known = 0;

    if (cj_view_axis(&g->view, i, g->line) < 0)
        return false;
    for (j = g->line + 1; j <= cj_view_cols(&g->view); j++)
        known += cj_view_phase(&g->view, i, j)->id != CJ_PHASE_OTHER;
    return known > 1;
}

static bool has_element(const cj_grid *g, cj_elem elem)
{
    unsigned r;

    for (r = 0; r < g->n_rows; r++)
        if (g->label[r].sense->n && g->label[r].sense->elem[0] == elem)
            return true;
    return false;
}

/* A row of the team's own below a blank line, with an element right under it that the map lacks so
 * far: the grid goes on. */
static bool goes_on(const cj_grid *g, unsigned i, cj_str label)
{
    unsigned first = 0, at;
    const cj_sense *next;

    if (!label.n || label.n > MAX_CUSTOM_LABEL || cj_grid_footnote(label) ||
        cj_view_axis(&g->view, i, g->line) >= 0 || !filled_beside(g, i, &first) ||
        i + 1 > cj_view_rows(&g->view) || !label_of(g, i + 1, &at).n ||
        !filled_beside(g, i + 1, &first))
        return false;
    next = cj_view_plain(&g->view, i + 1, at);
    return next && next->n && next->elem[0] != CJ_CUSTOM && !has_element(g, next->elem[0]);
}

static bool ends_grid(const cj_grid *g, unsigned i, cj_str label, bool known, unsigned gap)
{
    unsigned first = 0, n;

    if (gap && !known)
        return !goes_on(g, i, label);
    if (gap && other_header(g, i))
        return true;
    n = known ? 0 : filled_beside(g, i, &first);
    if (!label.n)
        return n == 1 && g->n_rows && cj_grid_footnote(cj_view_text(&g->view, i, first));
    return !known && !n && (cj_grid_footnote(label) || label.n > MAX_CUSTOM_LABEL);
}

static void add_row(cj_grid *g, unsigned i, unsigned at, bool data)
{
    cj_arena *arena = g->view.w->arena;
    unsigned n = g->n_rows;

    if (n == g->cap_rows) {
        unsigned cap = n ? n * 2 : 32;

        g->row = cj_regrow(arena, g->row, n * sizeof *g->row, cap * sizeof *g->row);
        g->label = cj_regrow(arena, g->label, n * sizeof *g->label, cap * sizeof *g->label);
        g->cap_rows = cap;
    }
    g->row[n] = (cj_grid_row){ .i = i, .label = at, .last = i, .data = data };
    g->label[n] = (cj_labelled){ .sense = cj_view_sense(&g->view, i, at) };
    g->n_rows++;
}

/* Model 4.7, 4.8: a line without a label continues the one above; one or two blank lines do not
 * end the grid while known labels follow. */
void cj_grid_rows(cj_grid *g)
{
    unsigned i = g->body ? g->body : g->head + 1, gap = 0, at;

    g->n_rows = 0;
    g->last = i - 1;
    for (; i <= cj_view_rows(&g->view) && g->n_rows <= CJ_GRID_ROWS; i++) {
        cj_str label = label_of(g, i, &at);
        bool known = label.n && cj_view_sense(&g->view, i, at)->n > 0;
        bool data = cj_view_last(&g->view, i) > g->line;

        if (!label.n && !data) {
            if (++gap > MAX_GAP)
                break;
            continue;
        }
        if (ends_grid(g, i, label, known, gap))
            break;
        gap = 0;
        g->last = i;
        if (label.n)
            add_row(g, i, at, data);
        else if (g->n_rows)
            g->row[g->n_rows - 1].last = i;
    }
    cj_labels_resolve(g->label, g->n_rows);
}
