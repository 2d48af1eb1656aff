/* xlsx_patch_shift_around.c - what a worksheet says of its cells outside of them: merges, links, filters … */
#include "sheet/xlsx_patch_shift.h"

/* ---- areas and cells in attributes ---------------------------------------------------------------------- */

typedef enum what {
    AREA,    /* or several; what is of cells that are gone goes */
    GROWS,   /* takes in what is appended */
    EXTENT,  /* stays, however small */
    MERGE,   /* is of two cells at least */
    FORMULA, /* of any sheet, as cells have them */
    LINK     /* a formula, or anything else */
} what;

/* An attribute of an element, whatever holds it. */
static const struct rule {
    const char *element, *attr;
    what what;
} rules[] = {
    { "dimension", "ref", EXTENT },
    { "mergeCell", "ref", MERGE },
    { "hyperlink", "ref", AREA },
    { "hyperlink", "location", LINK },
    { "protectedRange", "sqref", GROWS },
    { "ignoredError", "sqref", GROWS },
    { "scenarios", "sqref", AREA },
    { "inputCells", "r", AREA },
    { "cellWatch", "r", AREA },
    { "cellSmartTags", "r", AREA },
    { "sortState", "ref", GROWS },
    { "sortCondition", "ref", GROWS },
    { "singleXmlCell", "r", AREA },
    { "controlPr", "linkedCell", FORMULA },
    { "controlPr", "listFillRange", FORMULA },
    { "webPublishItem", "sourceRef", AREA },
};

static bool one_cell(cj_str area)
{
    cj_range r;

    return cj_moving_area(area, &r) && r.row1 == r.row2 && r.col1 == r.col2;
}

static void move_area(cj_moving *m, cj_tree *tree, cj_node *node, const struct rule *r)
{
    cj_str was = cj_node_attr(tree, node, r->attr);
    cj_str is = cj_areas_shift(
        tree->arena, was, r->what == GROWS || r->what == EXTENT ? &m->shift : &m->plain);

    if (!was.n || is.p == was.p)
        return;
    if (!is.p && r->what == EXTENT)
        is = CJ_STR("A1");
    if (!is.p || (r->what == MERGE && one_cell(is)))
        cj_node_remove_up(tree, node);
    else
        cj_node_set(tree, node, r->attr, is);
}

/* A link to a cell that is gone stays as it was: there is no better place. One into another file has nothing
 * to do with us. */
static cj_rc move_link(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    cj_str was = cj_node_attr(tree, node, "location"), is;
    cj_rc rc;

    if (!was.n || cj_node_attr(tree, node, ":id").n)
        return CJ_OK;
    rc = cj_moving_formula(m, tree->arena, was, 0, 0, &is, err);
    if (rc == CJ_OK && is.p != was.p && !cj_str_has(is, CJ_STR("#REF!")))
        cj_node_set(tree, node, "location", is);
    return rc;
}

static cj_rc obey(cj_moving *m, cj_tree *tree, cj_node *node, const struct rule *r,
                  cj_err *err)
{
    if (r->what == FORMULA)
        return cj_moving_formula_in(m, tree, node, r->attr, err);
    if (r->what == LINK)
        return move_link(m, tree, node, err);
    if (m->own)
        move_area(m, tree, node, r);
    return CJ_OK;
}

/* ---- others ---------------------------------------------------------------------------------------------- */

/* A part of this or another sheet that is added up elsewhere. */
static void move_source(cj_moving *m, cj_tree *tree, cj_node *node)
{
    cj_str sheet = cj_node_attr(tree, node, "sheet");
    cj_str was = cj_node_attr(tree, node, "ref"), is;

    if (!was.n || !cj_str_eq(sheet, m->place.moved) || cj_node_attr(tree, node, ":id").p)
        return;
    is = cj_area_shift(tree->arena, was, &m->shift);
    if (is.p)
        cj_node_set(tree, node, "ref", is);
    else
        cj_node_remove_up(tree, node);
}

static cj_rc move_anchor(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    if (!m->own)
        return CJ_OK;
    return cj_moving_anchor(m, tree, node, cj_node_true(tree, node, "moveWithCells"),
                            cj_node_true(tree, node, "sizeWithCells"), err);
}

/* Areas that stand as texts in extensions. */
static void move_text(cj_moving *m, cj_tree *tree, cj_node *node)
{
    cj_str was = cj_node_text(tree, node), is;

    if (!m->own)
        return;
    is = cj_areas_shift(tree->arena, was, &m->shift);
    if (is.p && is.p != was.p)
        cj_node_set_text(tree, node, is);
    else if (!is.p && was.n)
        cj_node_remove_up(tree, node->in);
}

static bool within(const cj_node *node, const char *local)
{
    for (node = node->in; node; node = node->in)
        if (cj_node_is(node, local))
            return true;
    return false;
}

static cj_rc move_node(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    size_t i;
    cj_rc rc = CJ_OK;

    for (i = 0; rc == CJ_OK && !node->gone && i < sizeof rules / sizeof *rules; i++)
        if (cj_node_is(node, rules[i].element))
            rc = obey(m, tree, node, &rules[i], err);
    if (rc != CJ_OK || node->gone)
        return rc;
    if (cj_node_is(node, "conditionalFormatting") || cj_node_is(node, "dataValidation"))
        return cj_moving_format(m, tree, node, err);
    if (cj_node_is(node, "sparkline"))
        return cj_moving_sparkline(m, tree, node, err);
    if (cj_node_is(node, "f") && !within(node, "sparkline") &&
        !within(node, "conditionalFormatting") && !within(node, "dataValidation"))
        return cj_moving_formula_of(m, tree, node, err);
    if (cj_node_is(node, "sqref") && !within(node, "sparkline") &&
        !within(node, "conditionalFormatting") && !within(node, "dataValidation"))
        move_text(m, tree, node);
    if (cj_node_is(node, "dataRef"))
        move_source(m, tree, node);
    if (cj_node_is(node, "anchor"))
        return move_anchor(m, tree, node, err);
    return CJ_OK;
}

static cj_rc move_own(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    if (cj_node_is(node, "cols"))
        cj_moving_cols(m, tree, node);
    else if (cj_node_is(node, "rowBreaks") || cj_node_is(node, "colBreaks"))
        cj_moving_breaks(m, tree, node);
    else if (cj_node_is(node, "autoFilter"))
        cj_moving_filter(m, tree, node);
    else if (cj_node_is(node, "sheetView") || cj_node_is(node, "customSheetView"))
        return cj_moving_view(m, tree, node, err);
    return CJ_OK;
}

cj_rc cj_moving_around(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *node = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (node = cj_node_walk(tree->top, node)) != NULL) {
        if (m->own)
            rc = move_own(m, tree, node, err);
        if (rc == CJ_OK && !node->gone)
            rc = move_node(m, tree, node, err);
    }
    return rc;
}
