/* xlsx_patch_shift_beside.c - what a sheet has in other parts: notes, drawings, charts, controls, tables. */
#include "sheet/xlsx_patch_shift.h"

/* ---- small ones ----------------------------------------------------------------------------------------- */

/* Notes, and the conversations that they stand for. */
static cj_rc move_notes(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_str was, is;

    (void)err;
    while ((n = cj_node_walk(tree->top, n)) != NULL) {
        if (!cj_node_is(n, "comment") && !cj_node_is(n, "threadedComment"))
            continue;
        was = cj_node_attr(tree, n, "ref");
        is = cj_area_shift(tree->arena, was, &m->plain);
        if (is.p)
            cj_node_set(tree, n, "ref", is);
        else if (was.n)
            cj_node_remove(tree, n);
    }
    return CJ_OK;
}

static cj_rc move_chart(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (n = cj_node_walk(tree->top, n)) != NULL)
        if (cj_node_is(n, "f") || cj_node_is(n, "sqref"))
            rc = cj_moving_formula_of(m, tree, n, err);
    return rc;
}

static cj_rc move_control(cj_moving *m, cj_tree *tree, cj_err *err)
{
    static const char *const names[] = { "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup" };
    cj_node *root = cj_tree_root(tree);
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; root && rc == CJ_OK && i < sizeof names / sizeof *names; i++)
        rc = cj_moving_formula_in(m, tree, root, names[i], err);
    return rc;
}

/* ---- which there are ------------------------------------------------------------------------------------ */

static const struct kind {
    const char *type; /* of the relation */
    cj_moving_change change;
    bool own;  /* only of the sheet that moves */
    bool more; /* it has such parts itself */
} kinds[] = {
    { "comments", move_notes, true, false },
    { "threadedComment", move_notes, true, false },
    { "table", cj_moving_table_formulas, false, false },
    { "pivotTable", cj_moving_pivot, true, false },
    { "tableSingleCells", cj_moving_around, true, false },
    { "drawing", cj_moving_drawing, false, true },
    { "chart", move_chart, false, true },
    { "chartEx", move_chart, false, true },
    { "chartUserShapes", cj_moving_drawing, false, false },
    { "ctrlProp", move_control, false, false },
    { "vmlDrawing", cj_moving_vml, false, false },
};

static const struct kind *kind_of(cj_str type)
{
    size_t i;

    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (cj_str_eq(type, cj_str_of(kinds[i].type)))
            return &kinds[i];
    return NULL;
}

/* No deeper than a sheet's drawing, its chart, and the shapes in that. */
static cj_rc move_beside(cj_moving *m, cj_str part, unsigned depth, cj_err *err)
{
    cj_relations relations;
    cj_rc rc = cj_parts_relations(&m->p->parts, part, &relations, err);
    size_t i;

    for (i = 0; rc == CJ_OK && i < relations.n; i++) {
        const cj_relation *r = &relations.relation[i];
        const struct kind *kind = kind_of(r->type);
        cj_str to;

        if (!kind || r->external || (kind->own && !m->own))
            continue;
        to = cj_parts_target(&m->p->parts, part, r);
        if (!cj_moving_first(m, to))
            continue;
        rc = cj_moving_part(m, to, kind->change, err);
        if (rc == CJ_OK && !cj_parts_has(&m->p->parts, to))
            rc = cj_parts_unrelate(&m->p->parts, part, r->id, err);
        if (rc == CJ_OK && kind->more && depth < 3)
            rc = move_beside(m, to, depth + 1, err);
    }
    return rc;
}

/* Links to places in the book that are written as if they led out of it: "#Sheet2!A1". One to a cell that is
 * gone stays as it was. */
static cj_rc move_links(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *root = cj_tree_root(tree), *one = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && root && (one = cj_node_child(root, "Relationship", one))) {
        cj_str was = cj_node_attr(tree, one, "Target"), inner = cj_str_from(was, 1), is;

        if (!cj_str_ends(cj_node_attr(tree, one, "Type"), CJ_STR("/hyperlink")) ||
            !cj_str_starts(was, CJ_STR("#")))
            continue;
        rc = cj_moving_formula(m, tree->arena, inner, 0, 0, &is, err);
        if (rc == CJ_OK && is.p != inner.p && !cj_str_has(is, CJ_STR("#REF!")))
            cj_node_set(tree, one, "Target",
                        cj_str_fmt(tree->arena, "#" CJ_FMT, CJ_ARG(is)));
    }
    return rc;
}

cj_rc cj_moving_beside(cj_moving *m, cj_str part, cj_err *err)
{
    cj_rc rc = move_beside(m, part, 0, err);

    return rc == CJ_OK
               ? cj_moving_part(m, cj_relations_name(m->p->arena, part), move_links, err)
               : rc;
}
