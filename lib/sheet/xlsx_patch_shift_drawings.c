/* xlsx_patch_shift_drawings.c - where drawings, controls and the boxes of notes stand on a sheet. */
#include "sheet/xlsx_patch_shift.h"
#include "base/number.h"

/* ---- anchors: cells that count from 0, and how far into them ----------------------------------------------- */

static bool number_of(cj_str s, uint32_t *out)
{
    unsigned long n;

    if (!cj_number_unsigned(cj_str_trim(s), CJ_MOST_ROWS, &n))
        return false;
    *out = (uint32_t)n;
    return true;
}

static uint32_t clipped(const cj_moving *m, long at)
{
    long most = (long)cj_moving_most(m);

    return (uint32_t)(at < 0 ? 0 : at >= most ? most - 1 : at);
}

/* A corner that is in a cell that goes is at the edge of what is gone. */
static void move_corner(const cj_moving *m, cj_tree *tree, cj_node *corner, long *by)
{
    cj_node *at = cj_node_child(corner, m->shift.cols ? "col" : "row", NULL);
    cj_node *off = cj_node_child(corner, m->shift.cols ? "colOff" : "rowOff", NULL);
    uint32_t was, is;

    if (!at || !number_of(cj_node_text(tree, at), &was) || was >= cj_moving_most(m))
        return;
    is = cj_moving_near(m, was + 1) - 1;
    *by = (long)is - (long)was;
    cj_node_set_text(tree, at, cj_str_fmt(tree->arena, "%u", (unsigned)is));
    if (off && m->shift.out && !cj_shifted(&m->shift, was + 1, cj_moving_most(m)))
        cj_node_set_text(tree, off, CJ_STR("0"));
}

static void move_corner_by(const cj_moving *m, cj_tree *tree, cj_node *corner, long by)
{
    cj_node *at = cj_node_child(corner, m->shift.cols ? "col" : "row", NULL);
    uint32_t was;

    if (at && number_of(cj_node_text(tree, at), &was))
        cj_node_set_text(
            tree, at, cj_str_fmt(tree->arena, "%u", (unsigned)clipped(m, (long)was + by)));
}

cj_rc cj_moving_anchor(cj_moving *m, cj_tree *tree, cj_node *anchor, bool moves, bool sizes,
                       cj_err *err)
{
    cj_node *from = cj_node_child(anchor, "from", NULL);
    cj_node *to = cj_node_child(anchor, "to", NULL);
    long by = 0, ignored;

    (void)err;
    if (!from || (!moves && !sizes))
        return CJ_OK;
    move_corner(m, tree, from, &by);
    if (to && sizes)
        move_corner(m, tree, to, &ignored);
    else if (to)
        move_corner_by(m, tree, to, by);
    return CJ_OK;
}

/* ---- drawings --------------------------------------------------------------------------------------------- */

static cj_rc move_anchor(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    cj_str how = cj_node_attr(tree, node, "editAs");

    return cj_moving_anchor(m, tree, node, !cj_str_eq(how, CJ_STR("absolute")),
                            !how.n || cj_str_eq(how, CJ_STR("twoCell")), err);
}

cj_rc cj_moving_drawing(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (n = cj_node_walk(tree->top, n)) != NULL) {
        if (m->own && (cj_node_is(n, "twoCellAnchor") || cj_node_is(n, "oneCellAnchor")))
            rc = move_anchor(m, tree, n, err);
        if (rc == CJ_OK)
            rc = cj_moving_formula_in(m, tree, n, "textlink", err);
        if (rc == CJ_OK && cj_node_is(n, "cameraTool"))
            rc = cj_moving_formula_in(m, tree, n, "cellRange", err);
    }
    return rc;
}

/* ---- VML: the boxes of notes, and controls as older programs see them ----------------------------------------- */

/* "3, 15, 1, 10, 5, 15, 5, 4": column, pixels, row, pixels, twice. */
static void move_box(cj_moving *m, cj_tree *tree, cj_node *anchor, bool together, long by)
{
    cj_str rest = cj_node_text(tree, anchor), one;
    unsigned i = 0, axis = m->shift.cols ? 0 : 2;
    uint32_t at, is;
    bool changed = false;
    cj_buf b;

    cj_buf_init(&b, tree->arena);
    while (cj_str_split(&rest, ',', &one)) {
        if (i)
            cj_buf_z(&b, ", ");
        if (i % 4 == axis && number_of(one, &at) && at < cj_moving_most(m)) {
            is = together ? clipped(m, (long)at + by) : cj_moving_near(m, at + 1) - 1;
            changed |= is != at;
            cj_buf_fmt(&b, "%u", (unsigned)is);
        } else {
            cj_buf_add(&b, cj_str_trim(one));
        }
        i++;
    }
    if (i == 8 && changed)
        cj_node_set_text(tree, anchor, cj_buf_str(&b));
}

/* A note's box keeps its distance from the cell; false: that is gone. */
static bool move_note(cj_moving *m, cj_tree *tree, cj_node *data, long *by)
{
    cj_node *at = cj_node_child(data, m->shift.cols ? "Column" : "Row", NULL);
    uint32_t was, is;

    *by = 0;
    if (!at || !number_of(cj_node_text(tree, at), &was) || was >= cj_moving_most(m))
        return true;
    is = cj_shifted(&m->shift, was + 1, cj_moving_most(m));
    if (!is)
        return false;
    *by = (long)is - 1 - (long)was;
    if (*by)
        cj_node_set_text(tree, at, cj_str_fmt(tree->arena, "%u", (unsigned)(is - 1)));
    return true;
}

static void move_shape(cj_moving *m, cj_tree *tree, cj_node *data)
{
    bool note = cj_str_eq(cj_node_attr(tree, data, "ObjectType"), CJ_STR("Note"));
    cj_node *anchor = cj_node_child(data, "Anchor", NULL);
    long by = 0;

    if (note && !move_note(m, tree, data, &by))
        cj_node_remove(tree, data->in);
    else if (anchor && (by || !note))
        move_box(m, tree, anchor, note, by);
}

cj_rc cj_moving_vml(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (n = cj_node_walk(tree->top, n)) != NULL) {
        if (cj_node_is(n, "FmlaLink") || cj_node_is(n, "FmlaRange") ||
            cj_node_is(n, "FmlaTxbx") || cj_node_is(n, "FmlaGroup") ||
            cj_node_is(n, "FmlaPict"))
            rc = cj_moving_formula_of(m, tree, n, err);
        else if (m->own && cj_node_is(n, "ClientData"))
            move_shape(m, tree, n);
    }
    return rc;
}
