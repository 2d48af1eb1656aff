/* xlsx_patch_shift.c - rows or columns of one sheet come or go: everything that speaks of them goes along. */
#include "sheet/xlsx_patch_shift.h"
#include "sheet/formula_area.h"

static const cj_str none = { NULL, 0 };

/* ---- words for all rooms ------------------------------------------------------------------------------ */

cj_rc cj_moving_refuse(const cj_moving *m, cj_text says, cj_str arg, uint32_t row,
                       uint32_t col, cj_err *err)
{
    cj_fail(err, CJ_EFORMAT, says, arg, m->place.moved);
    if (err) {
        err->at.sheet = m->place.sheet;
        err->at.row = row;
        err->at.col = col;
    }
    return CJ_EFORMAT;
}

void cj_moving_enter(cj_moving *m, size_t sheet)
{
    m->own = sheet == m->sheet;
    m->place.sheet = sheet < m->p->n_sheets ? m->p->sheet[sheet].name : none;
}

uint32_t cj_moving_most(const cj_moving *m)
{
    return m->shift.cols ? CJ_MOST_COLS : CJ_MOST_ROWS;
}

uint32_t cj_moving_row(const cj_moving *m, uint32_t row)
{
    return m->shift.cols ? row : cj_shifted(&m->shift, row, CJ_MOST_ROWS);
}

uint32_t cj_moving_col(const cj_moving *m, uint32_t col)
{
    return m->shift.cols ? cj_shifted(&m->shift, col, CJ_MOST_COLS) : col;
}

uint32_t cj_moving_near(const cj_moving *m, uint32_t at)
{
    uint32_t is = cj_shifted(&m->shift, at, cj_moving_most(m));

    return is ? is : m->shift.out ? m->shift.at : cj_moving_most(m);
}

bool cj_moving_cuts(const cj_moving *m, const cj_range *area)
{
    uint32_t low = m->shift.cols ? area->col1 : area->row1;
    uint32_t high = m->shift.cols ? area->col2 : area->row2;
    const cj_shift *s = &m->shift;

    if (!s->out)
        return low < s->at && s->at <= high;
    if (high < s->at || (low > s->at && low - s->at >= s->n))
        return false;
    return low < s->at || high - s->at >= s->n;
}

bool cj_moving_area(cj_str text, cj_range *out)
{
    cj_area a;

    if (!text.n || cj_area_take(text, &a) != text.n)
        return false;
    if (!a.pair) {
        a.col[1] = a.col[0];
        a.row[1] = a.row[0];
    }
    if (!a.row[0].at) {
        a.row[0].at = 1;
        a.row[1].at = CJ_MOST_ROWS;
    }
    if (!a.col[0].at) {
        a.col[0].at = 1;
        a.col[1].at = CJ_MOST_COLS;
    }
    out->row1 = a.row[a.row[0].at > a.row[1].at].at;
    out->row2 = a.row[a.row[0].at <= a.row[1].at].at;
    out->col1 = a.col[a.col[0].at > a.col[1].at].at;
    out->col2 = a.col[a.col[0].at <= a.col[1].at].at;
    return true;
}

bool cj_moving_first(cj_moving *m, cj_str part)
{
    size_t i;

    for (i = 0; i < m->n_done; i++)
        if (cj_str_eq(m->done[i], part))
            return false;
    CJ_ROOM(m->p->arena, m->done, m->n_done, m->cap_done);
    m->done[m->n_done++] = part;
    return true;
}

/* ---- formulas ---------------------------------------------------------------------------------------- */

cj_rc cj_moving_formula(const cj_moving *m, cj_arena *arena, cj_str formula, uint32_t row,
                        uint32_t col, cj_str *out, cj_err *err)
{
    static const cj_text speaks = {
        "a column of the table {0} cannot go, because the formula here has a reference to the table by its "
        "name; change the formula in Excel first",
        "ここの数式が表「{0}」を名前で参照しているため、表の列を削除できません。"
        "先に Excel で数式を変更してください。",
    };
    /* A total in or above the area may be a running one: it does not reach into what is appended. */
    bool above = m->own && row && !m->shift.cols && row < m->shift.at;
    size_t i;

    for (i = 0; i < m->n_narrowed; i++)
        if (cj_formula_names_table(formula, m->narrowed[i]))
            return cj_moving_refuse(m, speaks, m->narrowed[i], row, col, err);
    *out = cj_formula_shift(arena, formula, &m->place, above ? &m->plain : &m->shift);
    return CJ_OK;
}

cj_rc cj_moving_formula_in(const cj_moving *m, cj_tree *tree, cj_node *node,
                           const char *attr, cj_err *err)
{
    cj_str was = cj_node_attr(tree, node, attr), is;
    cj_rc rc;

    if (!was.n)
        return CJ_OK;
    rc = cj_moving_formula(m, tree->arena, was, 0, 0, &is, err);
    if (rc == CJ_OK && is.p != was.p)
        cj_node_set(tree, node, attr, is);
    return rc;
}

cj_rc cj_moving_formula_of(const cj_moving *m, cj_tree *tree, cj_node *node, cj_err *err)
{
    cj_str was = cj_node_text(tree, node), is;
    cj_rc rc;

    if (!was.n)
        return CJ_OK;
    rc = cj_moving_formula(m, tree->arena, was, 0, 0, &is, err);
    if (rc == CJ_OK && is.p != was.p)
        cj_node_set_text(tree, node, is);
    return rc;
}

/* ---- parts ------------------------------------------------------------------------------------------- */

/* Excel writes line breaks into VML as if it were HTML. */
static cj_str with_closed_breaks(cj_arena *arena, cj_str vml)
{
    size_t at;
    cj_buf b;

    cj_buf_init(&b, arena);
    while ((at = cj_str_find(vml, CJ_STR("<br>"))) != CJ_NONE) {
        cj_buf_add(&b, cj_str_cut(vml, 0, at));
        cj_buf_z(&b, "<br/>");
        vml = cj_str_from(vml, at + 4);
    }
    cj_buf_add(&b, vml);
    return cj_buf_str(&b);
}

cj_rc cj_moving_part(cj_moving *m, cj_str part, cj_moving_change change, cj_err *err)
{
    cj_tree tree;
    cj_str bytes;
    cj_rc rc;

    if (!cj_parts_has(&m->p->parts, part))
        return CJ_OK;
    rc = cj_parts_text(&m->p->parts, part, &bytes, err);
    if (rc == CJ_OK && cj_str_ends(part, CJ_STR(".vml")))
        bytes = with_closed_breaks(m->p->arena, bytes);
    if (rc == CJ_OK)
        rc = cj_tree_read(m->p->arena, part, bytes, m->p->package.limits, &tree, err);
    if (rc == CJ_OK)
        rc = change(m, &tree, err);
    if (rc != CJ_OK || !tree.changed)
        return rc;
    if (cj_tree_root(&tree)) {
        cj_parts_set(&m->p->parts, part, cj_tree_bytes(&tree));
        return CJ_OK;
    }
    cj_parts_remove(&m->p->parts, part); /* nothing is left of it */
    return cj_parts_type(&m->p->parts, part, none, err);
}

static cj_rc refuse_shared(cj_moving *m, cj_err *err)
{
    static const cj_text says = {
        "the workbook is shared and keeps a history of changes, which does not allow rows or columns to move; "
        "stop sharing it in Excel first",
        "このブックは共有されていて変更履歴が記録されているため、行や列を移動できません。"
        "先に Excel でブックの共有を解除してください。",
    };
    cj_relations relations;
    cj_rc rc = cj_parts_relations(&m->p->parts, m->p->workbook, &relations, err);

    if (rc == CJ_OK && cj_relation_by_type(&relations, CJ_STR("revisionHeaders"), NULL)) {
        cj_fail(err, CJ_ETYPE, says, none, none);
        return CJ_ETYPE;
    }
    return rc;
}

/* All sheets, that one first: what it refuses is said first. */
static cj_rc move_sheets(cj_moving *m, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; rc == CJ_OK && i <= m->p->n_sheets; i++) {
        size_t sheet = i ? i - 1 : m->sheet;

        if ((i && sheet == m->sheet) || !m->p->sheet[sheet].part.n)
            continue;
        cj_moving_enter(m, sheet);
        rc = cj_moving_sheet(m, sheet, err);
        if (rc == CJ_OK)
            rc = cj_moving_beside(m, m->p->sheet[sheet].part, err);
    }
    return rc;
}

static cj_rc move(cj_moving *m, cj_err *err)
{
    cj_relations relations;
    cj_rc rc;

    cj_moving_enter(m, m->sheet);
    rc = cj_moving_pivots(m, err);
    if (rc == CJ_OK)
        rc = cj_parts_relations(&m->p->parts, m->p->sheet[m->sheet].part, &relations, err);
    if (rc == CJ_OK)
        rc = cj_moving_tables(m, &relations, err);
    if (rc == CJ_OK)
        rc = move_sheets(m, err);
    if (rc == CJ_OK)
        rc = cj_moving_part(m, m->p->workbook, cj_moving_names, err);
    return rc;
}

/* A refusal leaves parts behind that were set before it; nothing is made of them then (cj_xlsx_patch). */
cj_rc cj_patch_shift(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    if (!plan->n_shifts || !p->sheet[plan->sheet].part.n)
        return CJ_OK;
    for (i = 0; rc == CJ_OK && i < plan->n_shifts; i++) {
        cj_moving m = { .p = p, .sheet = plan->sheet, .shift = plan->shift[i] };

        m.plain = m.shift;
        m.plain.takes_in = false;
        m.place.moved = p->sheet[plan->sheet].name;
        if (!i)
            rc = refuse_shared(&m, err);
        if (rc == CJ_OK)
            rc = move(&m, err);
    }
    return rc;
}
