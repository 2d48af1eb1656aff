/* xlsx_patch_shift_pivots.c - pivot tables: they move as a whole; what they are made from has to stay. */
#include "sheet/xlsx_patch_shift.h"

static const cj_text source_moves = {
    "rows or columns cannot come or go here, because a pivot table is made from the cells that begin in this "
    "one; add or delete them in Excel, and refresh the pivot table",
    "このセルから始まる範囲をピボットテーブルが集計しているため、行や列の追加・削除ができません。"
    "Excel で追加・削除し、ピボットテーブルを更新してください。",
};

/* ---- where their figures come from ----------------------------------------------------------------------- */

static cj_rc refuse_area(const cj_moving *m, cj_str area, cj_err *err)
{
    static const cj_str nothing = { NULL, 0 };
    cj_range r = { 0, 0, 0, 0 };

    cj_moving_area(area, &r);
    return cj_moving_refuse(m, source_moves, nothing, r.row1, r.col1, err);
}

/* A table of the sheet that moves, of that name. */
static cj_rc check_table(cj_moving *m, cj_str name, cj_err *err)
{
    const cj_relation *r = NULL;
    cj_relations relations;
    cj_str part = m->p->sheet[m->sheet].part, bytes, area;
    cj_tree tree;
    cj_node *root;
    cj_rc rc = cj_parts_relations(&m->p->parts, part, &relations, err);

    while (rc == CJ_OK &&
           (r = cj_relation_by_type(&relations, CJ_STR("table"), r)) != NULL) {
        rc = cj_parts_text(&m->p->parts, cj_parts_target(&m->p->parts, part, r), &bytes,
                           err);
        if (rc == CJ_OK)
            rc = cj_tree_read(m->p->arena, part, bytes, m->p->package.limits, &tree, err);
        if (rc != CJ_OK || !(root = cj_tree_root(&tree)) ||
            !cj_formula_same_name(cj_node_attr(&tree, root, "displayName"), name))
            continue;
        area = cj_node_attr(&tree, root, "ref");
        if (cj_area_shift(m->p->arena, area, &m->shift).p != area.p)
            return refuse_area(m, area, err);
    }
    return rc;
}

/* A name of cells. */
static cj_rc check_name(cj_moving *m, cj_str name, cj_err *err)
{
    cj_str bytes, text, area;
    cj_node *n = NULL;
    cj_tree tree;
    cj_rc rc = cj_parts_text(&m->p->parts, m->p->workbook, &bytes, err);

    if (rc == CJ_OK)
        rc = cj_tree_read(m->p->arena, m->p->workbook, bytes, m->p->package.limits, &tree,
                          err);
    while (rc == CJ_OK && (n = cj_node_walk(tree.top, n)) != NULL) {
        if (!cj_node_is(n, "definedName") ||
            !cj_formula_same_name(cj_node_attr(&tree, n, "name"), name))
            continue;
        text = cj_node_text(&tree, n);
        area = cj_str_from(text, cj_str_find(text, CJ_STR("!")));
        if (cj_formula_shift(m->p->arena, text, &m->place, &m->shift).p != text.p)
            return refuse_area(m, cj_str_from(area, 1), err);
    }
    return rc;
}

static cj_rc check_source(cj_moving *m, const cj_tree *tree, const cj_node *source,
                          cj_err *err)
{
    cj_str sheet = cj_node_attr(tree, source, "sheet");
    cj_str area = cj_node_attr(tree, source, "ref");
    cj_str name = cj_node_attr(tree, source, "name");
    cj_rc rc;

    if (cj_node_attr(tree, source, ":id").p) /* of another workbook */
        return CJ_OK;
    if (area.n && cj_formula_same_name(sheet, m->place.moved) &&
        cj_area_shift(m->p->arena, area, &m->plain).p != area.p)
        return refuse_area(m, area, err);
    if (!name.n)
        return CJ_OK;
    rc = check_table(m, name, err);
    return rc == CJ_OK ? check_name(m, name, err) : rc;
}

static cj_rc check_cache(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (n = cj_node_walk(tree->top, n)) != NULL)
        if (cj_node_is(n, "worksheetSource") || cj_node_is(n, "rangeSet"))
            rc = check_source(m, tree, n, err);
    return rc;
}

cj_rc cj_moving_pivots(cj_moving *m, cj_err *err)
{
    static const cj_str type = CJ_LIT("pivotCacheDefinition");
    const cj_relation *r = NULL;
    cj_relations relations;
    cj_rc rc = cj_parts_relations(&m->p->parts, m->p->workbook, &relations, err);

    while (rc == CJ_OK && (r = cj_relation_by_type(&relations, type, r)) != NULL)
        rc = cj_moving_part(m, cj_parts_target(&m->p->parts, m->p->workbook, r),
                            check_cache, err);
    return rc;
}

/* ---- where they stand --------------------------------------------------------------------------------------- */

cj_rc cj_moving_pivot(cj_moving *m, cj_tree *tree, cj_err *err)
{
    static const cj_text says = {
        "rows or columns cannot come or go within the pivot table that begins here",
        "ここから始まるピボットテーブルの途中では、行や列の追加・削除ができません。",
    };
    static const cj_str nothing = { NULL, 0 };
    cj_node *root = cj_tree_root(tree);
    cj_node *location = root ? cj_node_child(root, "location", NULL) : NULL;
    cj_str was = location ? cj_node_attr(tree, location, "ref") : nothing, is;
    cj_range r;

    if (!cj_moving_area(was, &r))
        return CJ_OK;
    is = cj_area_shift(tree->arena, was, &m->plain);
    if (!is.p || cj_moving_cuts(m, &r))
        return cj_moving_refuse(m, says, nothing, r.row1, r.col1, err);
    cj_node_set(tree, location, "ref", is);
    return CJ_OK;
}
