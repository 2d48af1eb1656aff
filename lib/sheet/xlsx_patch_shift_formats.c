/* xlsx_patch_shift_formats.c - conditional formats, drop-downs and sparklines: areas with formulas. */
#include "sheet/xlsx_patch_shift.h"

/* The cells that a format is of: an attribute, or in extensions the text of a child. */
static cj_str areas_of(const cj_tree *tree, const cj_node *node, cj_node **child)
{
    *child = NULL;
    if (cj_node_attr(tree, node, "sqref").p)
        return cj_node_attr(tree, node, "sqref");
    *child = cj_node_child(node, "sqref", NULL);
    return *child ? cj_node_text(tree, *child) : (cj_str){ NULL, 0 };
}

/* All of them, with what lies between. */
static bool bounds(cj_str areas, cj_range *out)
{
    cj_str one;
    cj_range r;
    bool any = false;

    while (cj_str_split(&areas, ' ', &one)) {
        if (!cj_moving_area(one, &r))
            continue;
        if (!any)
            *out = r;
        any = true;
        out->row1 = r.row1 < out->row1 ? r.row1 : out->row1;
        out->col1 = r.col1 < out->col1 ? r.col1 : out->col1;
        out->row2 = r.row2 > out->row2 ? r.row2 : out->row2;
        out->col2 = r.col2 > out->col2 ? r.col2 : out->col2;
    }
    return any;
}

/* How the formulas of a format go along. They are those of its first cell, and copied to the others. */
typedef struct way {
    bool parted;     /* cells come or go within: what has no $ keeps its distance */
    long rows, cols; /* how far the first cell is from where it was, then */
} way;

static bool formula(const cj_node *n)
{
    return cj_node_is(n, "formula") || cj_node_is(n, "formula1") ||
           cj_node_is(n, "formula2") || cj_node_is(n, "f");
}

static cj_rc move_formula(const cj_moving *m, cj_tree *tree, cj_node *node, const way *w,
                          cj_err *err)
{
    cj_str was = cj_node_text(tree, node), is;
    cj_rc rc;

    rc = cj_moving_formula(m, tree->arena, was, 0, 0, &is, err);
    if (rc != CJ_OK || !w->parted) {
        if (rc == CJ_OK && is.p != was.p)
            cj_node_set_text(tree, node, is);
        return rc;
    }
    is = cj_formula_shift_fixed(tree->arena, was, &m->place, &m->shift);
    is = cj_formula_copy(tree->arena, is, w->rows, w->cols);
    if (is.p != was.p)
        cj_node_set_text(tree, node, is);
    return rc;
}

/* The values that colour scales and bars begin and end at are formulas, too, where they are no numbers. */
static cj_rc move_value(const cj_moving *m, cj_tree *tree, cj_node *cfvo, cj_err *err)
{
    cj_str type = cj_node_attr(tree, cfvo, "type");

    if (cj_str_eq(type, CJ_STR("min")) || cj_str_eq(type, CJ_STR("max")))
        return CJ_OK;
    return cj_moving_formula_in(m, tree, cfvo, "val", err);
}

static cj_rc move_formulas(const cj_moving *m, cj_tree *tree, cj_node *node, const way *w,
                           cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (n = cj_node_walk(node, n)) != NULL) {
        /* formula1 of an extension holds its text in an f */
        if (formula(n) && !cj_node_child(n, "f", NULL))
            rc = move_formula(m, tree, n, w, err);
        else if (cj_node_is(n, "cfvo"))
            rc = move_value(m, tree, n, err);
    }
    return rc;
}

static void find_way(const cj_moving *m, cj_str was, cj_str is, way *w)
{
    cj_range before, after;

    if (!bounds(was, &before) || !bounds(is, &after))
        return;
    w->parted = cj_moving_cuts(m, &before);
    w->rows = (long)after.row1 - (long)before.row1;
    w->cols = (long)after.col1 - (long)before.col1;
}

cj_rc cj_moving_format(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    way w = { false, 0, 0 };
    cj_node *child;
    cj_str was, is;

    if (m->own) {
        was = areas_of(tree, node, &child);
        is = cj_areas_shift(tree->arena, was, &m->shift);
        if (was.n && !is.p) {
            cj_node_remove_up(tree, node);
            return CJ_OK;
        }
        find_way(m, was, is, &w);
        if (is.p != was.p && child)
            cj_node_set_text(tree, child, is);
        else if (is.p != was.p)
            cj_node_set(tree, node, "sqref", is);
    }
    return move_formulas(m, tree, node, &w, err);
}

/* One without cells to draw is empty, one without a cell to be drawn in goes. */
cj_rc cj_moving_sparkline(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    cj_node *at = cj_node_child(node, "sqref", NULL), *f = cj_node_child(node, "f", NULL);
    cj_str was, is;
    cj_rc rc = CJ_OK;

    if (m->own && at) {
        was = cj_node_text(tree, at);
        is = cj_areas_shift(tree->arena, was, &m->plain);
        if (!is.p) {
            cj_node_remove_up(tree, node);
            return CJ_OK;
        }
        if (is.p != was.p)
            cj_node_set_text(tree, at, is);
    }
    if (f)
        rc = cj_moving_formula_of(m, tree, f, err);
    if (rc == CJ_OK && f && cj_str_has(cj_node_text(tree, f), CJ_STR("#REF!")))
        cj_node_remove(tree, f);
    return rc;
}
