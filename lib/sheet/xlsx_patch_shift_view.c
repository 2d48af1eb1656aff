/* xlsx_patch_shift_view.c - how a sheet is shown and printed: frozen panes, the selection, widths, breaks. */
#include "sheet/xlsx_patch_shift.h"

/* ---- panes and selections --------------------------------------------------------------------------------- */

static void set_cell(cj_tree *tree, cj_node *node, const char *attr, uint32_t row,
                     uint32_t col)
{
    char name[CJ_REF_MAX];
    cj_str value = { name, cj_ref(name, row, col) };

    cj_node_set(tree, node, attr, value);
}

/* A cell that is shown or chosen: where it was, or beside what is gone. */
static void move_cell(cj_moving *m, cj_tree *tree, cj_node *node, const char *attr)
{
    cj_str was = cj_node_attr(tree, node, attr);
    unsigned row, col;

    if (!was.n || !cj_ref_parse(was, &row, &col))
        return;
    if (m->shift.cols)
        col = cj_moving_near(m, col);
    else
        row = cj_moving_near(m, row);
    set_cell(tree, node, attr, row, col);
}

static void move_selection(cj_moving *m, cj_tree *tree, cj_node *node)
{
    cj_str was = cj_node_attr(tree, node, "sqref"), is;

    move_cell(m, tree, node, "activeCell");
    is = cj_areas_shift(tree->arena, was, &m->plain);
    if (!is.p)
        is = cj_node_attr(tree, node, "activeCell");
    if (was.n && is.p != was.p)
        cj_node_set(tree, node, "sqref", is.n ? is : CJ_STR("A1"));
    if (cj_str_has(is, CJ_STR(" "))) /* which of them is active may have changed */
        return;
    if (cj_node_attr(tree, node, "activeCellId").p)
        cj_node_set(tree, node, "activeCellId", (cj_str){ NULL, 0 });
}

/* Its row, or column, of the axis that moves. */
static uint32_t place_of(const cj_moving *m, const cj_tree *tree, const cj_node *node)
{
    unsigned row = 1, col = 1;

    if (!cj_ref_parse(cj_node_attr(tree, node, "topLeftCell"), &row, &col))
        return 1;
    return m->shift.cols ? col : row;
}

/* What comes right there is seen: the view stays. */
static void move_corner(cj_moving *m, cj_tree *tree, cj_node *node)
{
    if (m->shift.out || place_of(m, tree, node) != m->shift.at)
        move_cell(m, tree, node, "topLeftCell");
}

/* The last that is frozen, as it is then; one at least is. */
static uint32_t last_frozen(const cj_moving *m, uint32_t first, uint32_t last)
{
    uint32_t is = cj_shifted(&m->shift, last, cj_moving_most(m));

    if (!is)
        is = m->shift.at - 1;
    return is > first ? is : first;
}

static void move_pane(cj_moving *m, cj_tree *tree, cj_node *view, cj_node *pane)
{
    const char *split = m->shift.cols ? "xSplit" : "ySplit";
    uint32_t from = place_of(m, tree, view), count, first, scrolls;
    bool frozen = cj_str_starts(cj_node_attr(tree, pane, "state"), CJ_STR("frozen")) &&
                  cj_node_number(pane, split, &count) && count &&
                  count <= cj_moving_most(m) - from;
    cj_range was;

    if (!frozen) {
        move_corner(m, tree, pane);
        return;
    }
    first = from <= m->shift.at ? from : cj_moving_near(m, from);
    scrolls = last_frozen(m, first, from + count - 1) + 1;
    cj_node_set_number(tree, pane, split, scrolls - first);
    if (!cj_moving_area(cj_node_attr(tree, pane, "topLeftCell"), &was))
        return;
    if (place_of(m, tree, pane) > from + count) { /* has been scrolled */
        move_corner(m, tree, pane);
        return;
    }
    *(m->shift.cols ? &was.col1 : &was.row1) = scrolls;
    set_cell(tree, pane, "topLeftCell", was.row1, was.col1);
}

cj_rc cj_moving_view(cj_moving *m, cj_tree *tree, cj_node *view, cj_err *err)
{
    cj_node *n = NULL;

    (void)err;
    while ((n = cj_node_child(view, NULL, n)) != NULL) {
        if (cj_node_is(n, "pane"))
            move_pane(m, tree, view, n);
        else if (cj_node_is(n, "selection"))
            move_selection(m, tree, n);
    }
    move_corner(m, tree, view);
    return CJ_OK;
}

/* ---- widths ------------------------------------------------------------------------------------------- */

/* Hidden columns between which new ones come, which are shown: they become two groups. */
static void part_hidden(cj_moving *m, cj_tree *tree, cj_node *col, uint32_t max)
{
    cj_str from = cj_str_fmt(tree->arena, "%u", (unsigned)(m->shift.at + m->shift.n));
    cj_raw_set set[] = { { "min", from },
                         { "max", cj_str_fmt(tree->arena, "%u", (unsigned)max) } };
    cj_buf b;

    cj_node_set_number(tree, col, "max", m->shift.at - 1);
    if (max < m->shift.at + m->shift.n)
        return;
    cj_buf_init(&b, tree->arena);
    cj_raw_put(&b, &col->raw, set, 2);
    cj_buf_add(&b, col->close);
    cj_node_insert(tree, col->in, col->next, cj_buf_str(&b));
}

static void move_col(cj_moving *m, cj_tree *tree, cj_node *col, uint32_t min, uint32_t max)
{
    const cj_shift *s = &m->shift;
    uint32_t a = cj_moving_col(m, min), b = cj_moving_col(m, max);
    bool hidden = cj_node_true(tree, col, "hidden");

    if (!a && s->out)
        a = s->at;
    if (!b)
        b = s->out ? s->at - 1 : CJ_MOST_COLS;
    if (!s->out && max + 1 == s->at && !hidden) /* the new ones are as wide */
        b = s->n <= CJ_MOST_COLS - b ? b + s->n : CJ_MOST_COLS;
    if (!a || a > b) {
        cj_node_remove(tree, col);
        return;
    }
    cj_node_set_number(tree, col, "min", a);
    if (hidden && !s->out && min < s->at && s->at <= max)
        part_hidden(m, tree, col, b);
    else
        cj_node_set_number(tree, col, "max", b);
}

void cj_moving_cols(cj_moving *m, cj_tree *tree, cj_node *cols)
{
    cj_node *col = NULL;
    uint32_t min, max;

    if (!m->shift.cols)
        return;
    while ((col = cj_node_child(cols, "col", col)) != NULL)
        if (cj_node_number(col, "min", &min) && cj_node_number(col, "max", &max) && min &&
            min <= max && max <= CJ_MOST_COLS)
            move_col(m, tree, col, min, max);
    if (!cj_node_child(cols, NULL, NULL))
        cj_node_remove(tree, cols);
}

/* ---- page breaks ---------------------------------------------------------------------------------------- */

static void drop_break(cj_tree *tree, cj_node *breaks, cj_node *brk)
{
    uint32_t manual;

    if (cj_node_true(tree, brk, "man") &&
        cj_node_number(breaks, "manualBreakCount", &manual) && manual)
        cj_node_set_number(tree, breaks, "manualBreakCount", manual - 1);
    cj_node_remove_up(tree, brk);
}

/* A break stands behind the row that it names. */
void cj_moving_breaks(cj_moving *m, cj_tree *tree, cj_node *breaks)
{
    cj_node *brk = NULL;
    uint32_t id, is, last = 0;

    if (m->shift.cols != cj_node_is(breaks, "colBreaks"))
        return;
    while ((brk = cj_node_child(breaks, "brk", brk)) != NULL) {
        if (!cj_node_number(brk, "id", &id) || id >= cj_moving_most(m))
            continue;
        is = cj_moving_near(m, id + 1) - 1;
        if (!is || is == last)
            drop_break(tree, breaks, brk);
        else
            cj_node_set_number(tree, brk, "id", is);
        last = is;
    }
}
