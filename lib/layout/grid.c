/* grid.c - the grid in standard order, its choices and the curve of the feelings. */
#include "layout/parts.h"
#include "layout/rows.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/window.h"
#include "base/utf8.h"

enum { LABEL_WIDTH = 20, GROUP_WIDTH = 14, CHART_LINES = 14, PAGE = 188 };

/* The grid while it is written: i runs along the elements, j along the phases. */
typedef struct grid {
    cj_pen *p;
    cj_lay_rows rows;
    cj_lay_phases phases;
    unsigned top; /* the row of i 0 and j 0; their column is 1 */
    unsigned i_group, i_head, i_step,
        i_first; /* group and step: 0 is none (counted from 1) */
    unsigned j_group, j_label, j_first;
} grid;

typedef struct place {
    unsigned row, col;
} place;

static place at(const grid *g, unsigned i, unsigned j)
{
    place across = { g->top + i - 1, j }, down = { g->top + j - 1, i };

    return g->p->options->transpose ? down : across;
}

static void put(const grid *g, unsigned i, unsigned j, cj_role role, cj_str text)
{
    place x = at(g, i, j);

    cj_pen_put(g->p, x.row, x.col, role, text);
}

static void from(const grid *g, cj_span span, unsigned i, unsigned j, cj_move_kind kind)
{
    place x = at(g, i, j);

    cj_pen_from(g->p, span, x.row, x.col, kind);
}

/* ---- which lines there are ----------------------------------------------------------------------- */

static void plan(grid *g)
{
    const cj_map *m = g->p->map;
    bool groups = false, bands = false;
    unsigned i = 1;
    size_t k;

    for (k = 0; k < m->n_phases; k++)
        groups = groups || m->phases[k].group.n;
    for (k = 0; k < m->n_elements; k++)
        bands = bands || m->elements[k].group.n;
    g->i_group = groups ? i++ : 0;
    g->i_head = i++;
    g->i_first = i;
    g->j_group = bands ? 1 : 0;
    g->j_label = bands ? 2 : 1;
    g->j_first = g->j_label + 1;
    g->top = g->p->row;
}

/* ---- headers -------------------------------------------------------------------------------------- */

static cj_str corner(const grid *g)
{
    const cj_map *m = g->p->map;
    const char *ours = cj_labels_canonical(
        CJ_FAM_AXIS, g->p->options->transpose ? CJ_AXIS_PHASE : CJ_AXIS_ELEMENT,
        g->p->lang);
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].kind == CJ_LEAF_AXIS)
            from(g, m->leaves[i].at, g->i_head, g->j_label,
                 cj_words_plain(g->p, m->leaves[i].text) ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
    return cj_str_of(ours);
}

static cj_str steps_of(const grid *g, const cj_phase *p)
{
    const char *bullet = g->p->lang == CJ_JA ? "・" : "• ";
    cj_str all = CJ_STR("");
    size_t i;

    for (i = 0; i < p->n_steps; i++)
        all = cj_str_fmt(g->p->arena, CJ_FMT "%s%s" CJ_FMT, CJ_ARG(all), i ? "\n" : "",
                         p->n_steps > 1 ? bullet : "",
                         CJ_ARG(cj_utf8_joined(g->p->arena, p->steps[i].name)));
    return all;
}

/* A blank would be read as going on with the group before it. */
static cj_str group_or_none(cj_str group)
{
    return group.n ? group : CJ_STR("－");
}

static void put_phase(const grid *g, unsigned k)
{
    const cj_lay_phase *ph = &g->phases.at[k];
    unsigned j = g->j_first + k;

    put(g, g->i_head, j, CJ_ROLE_PHASE, ph->name);
    if (ph->p)
        from(g, ph->p->at, g->i_head, j, CJ_MOVE_WHOLE);
    if (g->i_group)
        put(g, g->i_group, j, CJ_ROLE_GROUP,
            group_or_none(ph->p ? ph->p->group : CJ_STR("")));
}

static void put_heads(const grid *g)
{
    unsigned k;

    if (g->i_group)
        put(g, g->i_group, g->j_label, CJ_ROLE_GROUP, CJ_STR(""));
    if (g->j_group) {
        put(g, g->i_head, g->j_group, CJ_ROLE_CORNER, CJ_STR(""));
        if (g->i_group)
            put(g, g->i_group, g->j_group, CJ_ROLE_GROUP, CJ_STR(""));
    }
    put(g, g->i_head, g->j_label, CJ_ROLE_CORNER, corner(g));
    for (k = 0; k < g->phases.n; k++)
        put_phase(g, k);
}

/* ---- cells ------------------------------------------------------------------------------------------ */

/* What the new cell says as a whole: "定着期：<記入>" says whose the place is that waits for a text. */
static bool is_sample(const cj_pen *p, const cj_cell *c, cj_str text)
{
    return c->placeholder && (cj_str_eq(text, c->text) || cj_placeholder(p->arena, text));
}

static void put_cell(const grid *g, unsigned i, unsigned j, const cj_cell *c)
{
    cj_pen *p = g->p;
    cj_str text = cj_words_cell(p, c);
    place x = at(g, i, j);
    cj_role role = is_sample(p, c, text)     ? CJ_ROLE_SAMPLE
                   : c->elem == CJ_SENTIMENT ? CJ_ROLE_SCORE
                                             : CJ_ROLE_CELL;
    size_t k;

    if (c->elem != CJ_SENTIMENT || !cj_pen_score(p, x.row, x.col, c))
        cj_pen_copy(p, x.row, x.col, role, text,
                    c->n_parts == 1 ? c->parts[0].at : (cj_span){ 0, 0, 0, 0, 0 });
    for (k = 0; k < c->n_parts; k++)
        cj_pen_from(p, c->parts[k].at, x.row, x.col,
                    cj_str_eq(cj_pen_seen(p, c->parts[k].at), c->parts[k].text)
                        ? CJ_MOVE_WHOLE
                        : CJ_MOVE_LABEL); /* a mark: what it marks is said instead */
}

/* What a line among the headers says of each phase becomes a row. */
static cj_str told_by_headers(cj_elem elem, const cj_phase *p)
{
    if (elem == CJ_PERIOD && !cj_str_has(p->name, p->period_text))
        return p->period_text;
    return elem == CJ_DEFINITION ? p->definition
           : elem == CJ_ENTRY    ? p->entry
           : elem == CJ_EXIT     ? p->exit
                                 : CJ_STR("");
}

static void put_blank(const grid *g, unsigned i, unsigned j, const cj_lay_row *r,
                      const cj_phase *ph)
{
    size_t k;

    if (!ph || !(r->by_headers || r->steps)) {
        put(g, i, j, r->elem == CJ_SENTIMENT ? CJ_ROLE_SCORE : CJ_ROLE_CELL, CJ_STR(""));
        return;
    }
    put(g, i, j, CJ_ROLE_CELL, r->steps ? steps_of(g, ph) : told_by_headers(r->elem, ph));
    for (k = 0; r->steps && k < ph->n_steps; k++)
        from(g, ph->steps[k].at, i, j, CJ_MOVE_WHOLE);
}

static cj_range along(const grid *g, unsigned i)
{
    place a = at(g, i, g->j_first), b = at(g, i, g->j_first + (unsigned)g->phases.n - 1);

    return (cj_range){ a.row, a.col, b.row, b.col };
}

/* With its example, and the list of departments where owners are named. */
static void put_label(const grid *g, unsigned i, const cj_lay_row *r)
{
    cj_elem elem = r->e && r->e->elem == CJ_SENTIMENT ? r->e->named : r->elem;
    cj_str note = cj_words_note(g->p, elem);
    place x = at(g, i, g->j_label);

    put(g, i, g->j_label, CJ_ROLE_LABEL, r->label);
    if (g->p->options->stacked)
        return;
    if (note.n)
        cj_pen_note(g->p, x.row, x.col, note);
    if (r->elem == CJ_OWNER)
        cj_lay_choice(g->p, CJ_LIST_OWNER, along(g, i), r->label, CJ_STR(""));
}

static void put_row(const grid *g, unsigned k)
{
    const cj_lay_row *r = &g->rows.at[k];
    unsigned i = g->i_first + k, f;

    if (g->j_group)
        put(g, i, g->j_group, CJ_ROLE_GROUP,
            group_or_none(r->e ? r->e->group : CJ_STR("")));
    put_label(g, i, r);
    if (r->e)
        from(g, r->e->at, i, g->j_label,
             r->e->reading == CJ_READ_EXACT ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
    for (f = 0; f < g->phases.n; f++) {
        const cj_phase *ph = g->phases.at[f].p;

        if (r->e && ph)
            put_cell(g, i, g->j_first + f, &r->e->cells[ph->order]);
        else
            put_blank(g, i, g->j_first + f, r, ph);
    }
}

/* ---- how it is shown ----------------------------------------------------------------------------------- */

static void set_widths(const grid *g)
{
    cj_pen *p = g->p;
    bool down = p->options->transpose;
    unsigned n = (unsigned)(down ? g->rows.n + g->i_first - 2 : g->phases.n), k;
    double least = down ? 20 : 24;          /* there are more elements than phases */
    double each = n ? (double)PAGE / n : 0; /* together as wide as a sheet of A3 */

    each = each > 56 ? 56 : each < least ? least : each;
    if (g->j_group && !down)
        cj_pen_width(p, 1, GROUP_WIDTH);
    cj_pen_width(p, g->j_label, LABEL_WIDTH);
    for (k = 0; k < n; k++)
        cj_pen_width(p, (down ? 2 : g->j_first) + k, each);
}

static void set_look(const grid *g)
{
    cj_look *look = &cj_pen_sheet(g->p)->look;
    place body = at(g, g->i_first, g->j_first), head = at(g, g->i_head, g->j_label);

    look->freeze_row = body.row;
    look->freeze_col = body.col;
    look->page = true;
    look->repeat_row1 = g->top;
    look->repeat_row2 = g->p->options->transpose ? head.row : body.row - 1;
    set_widths(g);
}

/* A curve needs two points. */
static bool drawable(const grid *g, const cj_element *e)
{
    size_t k, n = 0;

    for (k = 0; k < g->p->map->n_phases; k++) {
        if (e->cells[k].text.n && !e->cells[k].scored)
            return false;
        n += e->cells[k].scored;
    }
    return n > 1;
}

static void add_chart(const grid *g, unsigned i)
{
    static const cj_text title = { "Emotion curve", "感情曲線" };
    static const cj_text about = { "Sentiment scores by phase" CJ_OURS,
                                   "フェーズごとの感情スコアの折れ線グラフ" CJ_OURS };
    cj_pen *p = g->p;
    cj_look *look = &cj_pen_sheet(p)->look;
    place label = at(g, i, g->j_label), first = at(g, g->i_first, g->j_first);
    unsigned last = first.col +
                    (p->options->transpose ? (unsigned)g->rows.n : (unsigned)g->phases.n) -
                    1;
    cj_series *s = CJ_NEW(p->arena, cj_series);

    s->name = (cj_range){ label.row, label.col, label.row, label.col };
    s->labels = along(g, g->i_head);
    s->values = along(g, i);
    CJ_ROOM(p->arena, look->charts, look->n_charts, look->cap_charts);
    look->charts[look->n_charts++] =
        (cj_chart){ .at = { p->row + 1, first.col, p->row + CHART_LINES, last },
                    .title = cj_str_of(cj_text_in(title, p->lang)),
                    .about = cj_str_of(cj_text_in(about, p->lang)),
                    .series = s,
                    .n_series = 1 };
    p->row += CHART_LINES + 1;
}

static void add_charts(const grid *g)
{
    unsigned k;

    if (g->p->options->stacked)
        return;
    for (k = 0; k < g->rows.n; k++)
        if (g->rows.at[k].e && g->rows.at[k].elem == CJ_SENTIMENT &&
            drawable(g, g->rows.at[k].e))
            add_chart(g, g->i_first + k);
}

/* The line of each element of the map, and of each of its phases; 0: it has none. */
typedef struct lines {
    unsigned *element, *phase;
} lines;

static lines lines_of(const grid *g)
{
    const cj_map *m = g->p->map;
    lines l = { CJ_NEW_N(g->p->arena, unsigned, m->n_elements + 1),
                CJ_NEW_N(g->p->arena, unsigned, m->n_phases + 1) };
    unsigned k;

    for (k = 0; k < g->rows.n; k++)
        if (g->rows.at[k].e)
            l.element[g->rows.at[k].e - m->elements] = g->i_first + k;
    for (k = 0; k < g->phases.n; k++)
        if (g->phases.at[k].p)
            l.phase[g->phases.at[k].p->order] = g->j_first + k;
    return l;
}

/* A group beside elements is said of each of them. */
static void place_group(const grid *g, const cj_leaf *leaf)
{
    cj_str name = cj_label_undecorated(leaf->text);
    unsigned k;

    name = name.n ? name : leaf->text;
    for (k = 0; g->j_group && k < g->rows.n; k++) {
        const cj_element *e = g->rows.at[k].e;

        if (e && cj_str_has(group_or_none(e->group), name))
            from(g, leaf->at, g->i_first + k, g->j_group, CJ_MOVE_LABEL);
    }
}

/* Beside an item of a list: yes, x. What it says is told by the mark in front of the item. */
static bool assumed(const grid *g, const cj_leaf *leaf)
{
    const cj_cell *c = &g->p->map->elements[leaf->element].cells[leaf->phase];
    size_t i;

    for (i = 0; i < c->n_items; i++)
        if (c->items[i].at.row == leaf->at.row && c->items[i].at.col != leaf->at.col &&
            c->items[i].support.assumption && cj_utf8_count(leaf->text) < 12)
            return true;
    return false;
}

static void place_cell(const grid *g, const cj_leaf *leaf, unsigned i, unsigned j)
{
    bool list = g->p->map->form == CJ_FORM_ITEMS;

    from(g, leaf->at, i, j, list && assumed(g, leaf) ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
}

/* Guidance beside a label stands behind it; the label of a line in front of what it says. */
static void place_label(const grid *g, const lines *l, const cj_leaf *leaf, unsigned i)
{
    const cj_element *e = &g->p->map->elements[leaf->element];
    size_t f, k;

    if (leaf->at.row == e->at.row && leaf->at.col == e->at.col)
        return; /* told when it was written */
    from(g, leaf->at, i, g->j_label, CJ_MOVE_WHOLE);
    for (f = 0; f < g->p->map->n_phases; f++)
        for (k = 0; l->phase[f] && k < e->cells[f].n_parts; k++)
            if (cj_str_eq(e->cells[f].parts[k].label, leaf->text))
                from(g, leaf->at, i, l->phase[f], CJ_MOVE_WHOLE);
}

/* Where the parts went that are not written one by one: what several cells said together, groups,
 * guidance, headers that were repeated. */
static void place_leaves(const grid *g)
{
    const cj_map *m = g->p->map;
    const lines l = lines_of(g);
    size_t k;

    for (k = 0; k < m->n_leaves; k++) {
        const cj_leaf *leaf = &m->leaves[k];
        unsigned i = leaf->element < 0 ? 0 : l.element[leaf->element];
        unsigned j = leaf->phase < 0 ? 0 : l.phase[leaf->phase];

        if (leaf->kind == CJ_LEAF_CELL && i && j)
            place_cell(g, leaf, i, j);
        else if (leaf->kind == CJ_LEAF_LABEL && i)
            place_label(g, &l, leaf, i);
        else if (leaf->kind == CJ_LEAF_GROUP && !j)
            place_group(g, leaf);
        else if (leaf->kind == CJ_LEAF_GROUP && g->i_group)
            from(g, leaf->at, g->i_group, j, CJ_MOVE_WHOLE);
        else if (leaf->kind == CJ_LEAF_PHASE && j)
            from(g, leaf->at, g->i_head, j, CJ_MOVE_WHOLE);
    }
}

void cj_lay_grid(cj_pen *p, cj_places *places)
{
    grid g = { .p = p };
    unsigned k;
    place last;

    cj_lay_rows_of(p, &g.rows);
    cj_lay_phases_of(p, &g.phases);
    plan(&g);
    put_heads(&g);
    for (k = 0; k < g.rows.n; k++)
        put_row(&g, k);
    place_leaves(&g);
    set_look(&g);
    last = at(&g, g.i_first + (unsigned)g.rows.n - 1, g.j_first + (unsigned)g.phases.n - 1);
    p->row = last.row + 1;
    places->heads = along(&g, g.i_head);
    places->last_col = last.col;
    add_charts(&g);
}
