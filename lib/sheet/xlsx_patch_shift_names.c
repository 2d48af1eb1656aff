/* xlsx_patch_shift_names.c - names of cells: what people called them, print areas and titles, filters. */
#include "sheet/xlsx_patch_shift.h"
#include "sheet/formula_token.h"

static const cj_str none = { NULL, 0 };

static bool lost(cj_str formula)
{
    return cj_str_has(formula, CJ_STR("#REF!"));
}

/* Of a print area or titles, the pieces that are still there. */
static cj_str what_is_left(cj_arena *arena, cj_str areas)
{
    cj_formula_reader reader;
    cj_formula_token t;
    size_t from = 0;
    bool more = true;
    cj_buf b;

    cj_buf_init(&b, arena);
    cj_formula_read(areas, &reader);
    while (more) {
        cj_str piece;
        size_t end = reader.at;

        more = cj_formula_next(&reader, &t);
        if (more && !cj_str_eq(t.bytes, CJ_STR(",")))
            continue;
        piece = cj_str_cut(areas, from, end - from);
        from = reader.at;
        if (!piece.n || lost(piece))
            continue;
        if (b.n)
            cj_buf_byte(&b, ',');
        cj_buf_add(&b, piece);
    }
    return cj_buf_str(&b);
}

static void put_name(cj_tree *tree, cj_node *node, cj_str was, cj_str is)
{
    bool built_in = cj_str_starts(cj_node_attr(tree, node, "name"), CJ_STR("_xlnm."));

    if (is.p == was.p)
        return;
    if (built_in && lost(is) && !lost(was))
        is = what_is_left(tree->arena, is);
    if (is.n)
        cj_node_set_text(tree, node, is);
    else
        cj_node_remove_up(tree, node);
}

/* A reference without $ in a name is a distance from wherever the name is used: it stays. */
static cj_rc move_name(cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    cj_str was = cj_node_text(tree, node), is;
    uint32_t local;
    cj_rc rc;

    m->place.sheet = none;
    if (cj_node_number(node, "localSheetId", &local) && local < m->p->n_sheets)
        m->place.sheet = m->p->sheet[local].name;
    rc = cj_moving_formula(m, tree->arena, was, 0, 0, &is, err);
    if (rc == CJ_OK && is.p != was.p)
        put_name(tree, node, was,
                 cj_formula_shift_fixed(tree->arena, was, &m->place, &m->shift));
    return rc;
}

cj_rc cj_moving_names(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    m->own = false;
    while (rc == CJ_OK && (n = cj_node_walk(tree->top, n)) != NULL)
        if (cj_node_is(n, "definedName"))
            rc = move_name(m, tree, n, err);
    return rc;
}
