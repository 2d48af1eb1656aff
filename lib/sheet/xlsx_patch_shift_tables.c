/* xlsx_patch_shift_tables.c - tables and filters of a sheet: how far they reach, and which columns they have. */
#include "sheet/xlsx_patch_shift.h"

static const cj_str none = { NULL, 0 };

/* ---- filters -------------------------------------------------------------------------------------------- */

/* One that loses its buttons goes. Columns are counted from its left edge. */
void cj_moving_filter(cj_moving *m, cj_tree *tree, cj_node *filter)
{
    cj_str was = cj_node_attr(tree, filter, "ref");
    cj_str is = cj_areas_shift(tree->arena, was, &m->shift);
    cj_node *column = NULL;
    cj_range from, to;
    uint32_t id, col;

    if (!was.n || is.p == was.p || !cj_moving_area(was, &from))
        return;
    if (!is.p || !cj_moving_area(is, &to) || !cj_moving_row(m, from.row1)) {
        cj_node_remove(tree, filter);
        return;
    }
    cj_node_set(tree, filter, "ref", is);
    while ((column = cj_node_child(filter, "filterColumn", column)) != NULL) {
        if (!cj_node_number(column, "colId", &id) || id > CJ_MOST_COLS)
            continue;
        col = cj_moving_col(m, from.col1 + id);
        if (col)
            cj_node_set_number(tree, column, "colId", col - to.col1);
        else
            cj_node_remove(tree, column);
    }
}

/* ---- a table of the sheet that moves ------------------------------------------------------------------------ */

typedef struct table {
    cj_node *root, *columns;
    cj_range area;
    uint32_t heads, totals; /* rows of them */
} table;

static cj_rc refuse(const cj_moving *m, const cj_tree *tree, const table *t, cj_text says,
                    cj_err *err)
{
    cj_str name = cj_node_attr(tree, t->root, "displayName");

    return cj_moving_refuse(m, says, name, t->area.row1, t->area.col1, err);
}

static cj_rc check_rows(const cj_moving *m, const cj_tree *tree, const table *t,
                        cj_err *err)
{
    static const cj_text head = {
        "the rows cannot go, because one of them is the header of the table {0}",
        "削除する行に表「{0}」の見出し行が含まれているため、削除できません。",
    };
    static const cj_text empty = {
        "the rows cannot go, because the table {0} would be left without any",
        "表「{0}」の行がすべてなくなってしまうため、削除できません。",
    };
    uint32_t row, left = 0;

    if (m->shift.cols || !m->shift.out)
        return CJ_OK;
    if (t->heads && !cj_moving_row(m, t->area.row1))
        return refuse(m, tree, t, head, err);
    for (row = t->area.row1 + t->heads; !left && row + t->totals <= t->area.row2; row++)
        left += cj_moving_row(m, row) != 0;
    return left ? CJ_OK : refuse(m, tree, t, empty, err);
}

static cj_rc check_cols(const cj_moving *m, const cj_tree *tree, const table *t,
                        cj_err *err)
{
    static const cj_text bound = {
        "columns cannot come or go in the table {0}, because it is filled from elsewhere",
        "表「{0}」は外部のデータから作られているため、列の追加・削除ができません。",
    };
    static const cj_text empty = {
        "the columns cannot go, because nothing would be left of the table {0}",
        "表「{0}」がなくなってしまうため、列を削除できません。",
    };
    const cj_shift *s = &m->shift;
    cj_str type = cj_node_attr(tree, t->root, "tableType");
    bool whole = s->cols && s->out && s->at <= t->area.col1 &&
                 t->area.col2 - s->at < s->n && t->area.col2 >= s->at;

    if (whole)
        return refuse(m, tree, t, empty, err);
    if (s->cols && cj_moving_cuts(m, &t->area) && type.n &&
        !cj_str_eq(type, CJ_STR("worksheet")))
        return refuse(m, tree, t, bound, err);
    return CJ_OK;
}

/* ---- its columns ------------------------------------------------------------------------------------------ */

static bool taken(const cj_tree *tree, const table *t, cj_str name)
{
    cj_node *c = NULL;

    while ((c = cj_node_child(t->columns, "tableColumn", c)) != NULL)
        if (cj_formula_same_name(cj_node_attr(tree, c, "name"), name))
            return true;
    return false;
}

/* Excel's own names for columns, in the language that the others seem to be in. */
static cj_str free_name(const cj_moving *m, const cj_tree *tree, const table *t)
{
    bool japanese = false;
    cj_node *c = NULL;
    cj_str name;
    unsigned i;

    while ((c = cj_node_child(t->columns, "tableColumn", c)) != NULL) {
        name = cj_node_attr(tree, c, "name");
        for (i = 0; i < name.n; i++)
            japanese |= (unsigned char)name.p[i] >= 0xe3;
    }
    for (i = (unsigned)m->n_heads + 1;; i++) {
        size_t k = 0;

        name = cj_str_fmt(m->p->arena, "%s%u", japanese ? "列" : "Column", i);
        while (k < m->n_heads && !cj_str_eq(m->head[k].text, name))
            k++;
        if (k == m->n_heads && !taken(tree, t, name))
            return name;
    }
}

static uint32_t highest_id(const table *t)
{
    cj_node *c = NULL;
    uint32_t id, most = 0;

    while ((c = cj_node_child(t->columns, "tableColumn", c)) != NULL)
        if (cj_node_number(c, "id", &id) && id > most)
            most = id;
    return most;
}

static void add_column(cj_moving *m, cj_tree *tree, table *t, cj_node *before, uint32_t id,
                       uint32_t col)
{
    cj_new_head head = { t->heads ? t->area.row1 : 0, col, free_name(m, tree, t) };
    cj_buf b;

    CJ_ROOM(m->p->arena, m->head, m->n_heads, m->cap_heads);
    m->head[m->n_heads++] = head;
    cj_buf_init(&b, tree->arena);
    cj_buf_fmt(&b, "<" CJ_FMT " id=\"%u\" name=\"", CJ_ARG(before->raw.name), (unsigned)id);
    cj_xml_escape(&b, head.text, true);
    cj_buf_z(&b, "\"/>");
    cj_node_insert(tree, t->columns, before, cj_buf_str(&b));
}

static void add_columns(cj_moving *m, cj_tree *tree, table *t)
{
    const cj_shift *s = &m->shift;
    cj_node *before = NULL;
    uint32_t i, id = highest_id(t), count;

    for (i = t->area.col1; i <= s->at; i++)
        before = cj_node_child(t->columns, "tableColumn", before);
    if (!before)
        return;
    for (i = 0; i < s->n; i++)
        add_column(m, tree, t, before, ++id, s->at + i);
    if (cj_node_number(t->columns, "count", &count))
        cj_node_set_number(tree, t->columns, "count", count + s->n);
}

static void remove_columns(cj_moving *m, cj_tree *tree, table *t)
{
    cj_node *c = NULL, *next = cj_node_child(t->columns, "tableColumn", NULL);
    uint32_t col;

    for (col = t->area.col1; (c = next) != NULL; col++) {
        next = cj_node_child(t->columns, "tableColumn", c);
        if (!cj_moving_col(m, col))
            cj_node_remove_up(tree, c);
    }
    CJ_ROOM(m->p->arena, m->narrowed, m->n_narrowed, m->cap_narrowed);
    m->narrowed[m->n_narrowed++] = cj_node_attr(tree, t->root, "displayName");
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

static bool find_table(const cj_tree *tree, table *t)
{
    memset(t, 0, sizeof *t);
    t->root = cj_tree_root(tree);
    t->heads = 1;
    if (!t->root || !cj_moving_area(cj_node_attr(tree, t->root, "ref"), &t->area))
        return false;
    cj_node_number(t->root, "headerRowCount", &t->heads);
    cj_node_number(t->root, "totalsRowCount", &t->totals);
    t->columns = cj_node_child(t->root, "tableColumns", NULL);
    return t->columns != NULL && t->heads <= 1 && t->totals <= 1;
}

static void move_extent(cj_moving *m, cj_tree *tree, table *t)
{
    cj_str is = cj_area_shift(tree->arena, cj_node_attr(tree, t->root, "ref"),
                              t->totals ? &m->plain : &m->shift);

    if (is.p)
        cj_node_set(tree, t->root, "ref", is);
    if (t->totals && !cj_moving_row(m, t->area.row2))
        cj_node_set(tree, t->root, "totalsRowCount", none);
}

static cj_rc move_table(cj_moving *m, cj_tree *tree, cj_err *err)
{
    table t;
    cj_rc rc;

    if (!find_table(tree, &t))
        return CJ_OK;
    rc = check_rows(m, tree, &t, err);
    if (rc == CJ_OK)
        rc = check_cols(m, tree, &t, err);
    if (rc == CJ_OK)
        rc = cj_moving_around(m, tree, err); /* its filter and its order */
    if (rc != CJ_OK)
        return rc;
    if (m->shift.cols && cj_moving_cuts(m, &t.area)) {
        if (m->shift.out)
            remove_columns(m, tree, &t);
        else
            add_columns(m, tree, &t);
    }
    move_extent(m, tree, &t);
    return CJ_OK;
}

/* How far they reach at first, so that all formulas know which tables lose columns. */
cj_rc cj_moving_tables(cj_moving *m, const cj_relations *relations, cj_err *err)
{
    const cj_relation *r = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (r = cj_relation_by_type(relations, CJ_STR("table"), r)) != NULL)
        if (!r->external)
            rc = cj_moving_part(
                m, cj_parts_target(&m->p->parts, m->p->sheet[m->sheet].part, r), move_table,
                err);
    return rc;
}

cj_rc cj_moving_table_formulas(cj_moving *m, cj_tree *tree, cj_err *err)
{
    cj_node *n = NULL;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && (n = cj_node_walk(tree->top, n)) != NULL)
        if (cj_node_is(n, "calculatedColumnFormula") || cj_node_is(n, "totalsRowFormula"))
            rc = cj_moving_formula_of(m, tree, n, err);
    return rc;
}
