/* xlsx_patch_look.c - what a sheet holds where edits are to be made: looked up before anything is written. */
#include "sheet/xlsx_patch_cells.h"
#include "sheet/xlsx.h"
#include <stdlib.h>

static const cj_str none = { NULL, 0 };

/* ---- the targets ------------------------------------------------------------------------------------- */

static int by_place(const void *x, const void *y)
{
    const cj_target *a = x, *b = y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static void gather(cj_patching *p, const cj_sheet_plan *plan, cj_targets *out)
{
    size_t i, n = 0, kept = 0;
    cj_target *t = CJ_NEW_N(p->arena, cj_target, plan->n_cells + plan->n_fills + 1);

    for (i = 0; i < plan->n_cells; i++, n++) {
        t[n].row = plan->cell[i].row;
        t[n].col = plan->cell[i].col;
        t[n].content = &plan->cell[i];
    }
    for (i = 0; i < plan->n_fills; i++, n++) {
        t[n].row = plan->fill[i].row;
        t[n].col = plan->fill[i].col;
        t[n].fill = &plan->fill[i];
    }
    qsort(t, n, sizeof *t, by_place);
    for (i = 0; i < n; i++) {
        if (kept && by_place(&t[kept - 1], &t[i]) == 0) {
            t[kept - 1].content = t[kept - 1].content ? t[kept - 1].content : t[i].content;
            t[kept - 1].fill = t[kept - 1].fill ? t[kept - 1].fill : t[i].fill;
        } else {
            t[kept++] = t[i];
        }
    }
    out->at = t;
    out->n = kept;
}

size_t cj_targets_from(const cj_targets *targets, uint32_t row)
{
    size_t lo = 0, hi = targets->n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (targets->at[mid].row < row)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

cj_target *cj_targets_find(const cj_targets *targets, uint32_t row, uint32_t col)
{
    size_t i = cj_targets_from(targets, row);

    for (; i < targets->n && targets->at[i].row == row; i++)
        if (targets->at[i].col == col)
            return &targets->at[i];
    return NULL;
}

/* ---- places ------------------------------------------------------------------------------------------ */

void cj_walk_row(cj_walk *w, const cj_raw *tag)
{
    uint32_t row;

    w->row = cj_raw_number(tag, "r", &row) && row ? row : w->row + 1;
    w->col = 0;
}

void cj_walk_cell(cj_walk *w, const cj_raw *tag)
{
    cj_str ref = cj_raw_attr(NULL, tag, "r");
    unsigned row, col;

    if (cj_ref_parse(ref, &row, &col)) {
        w->row = row;
        w->col = col;
    } else {
        w->col++;
    }
}

/* ---- looking ----------------------------------------------------------------------------------------- */

typedef struct looking {
    cj_patching *p;
    unsigned sheet;
    cj_targets *targets;
    cj_walk walk;
    cj_raw_reader in;
    size_t string_at; /* which child of the target holds a shared string; CJ_NONE */
    cj_range *column; /* of <cols>, with its format in row1 */
    size_t n_columns, cap_columns;
    uint32_t row_xf;
    bool row_styled;
    bool formulas; /* there may be some */
} looking;

static void add_column(looking *l, const cj_raw *tag)
{
    cj_range c = { 0, 1, 0, 1 };

    if (!cj_raw_number(tag, "style", &c.row1) || !cj_raw_number(tag, "min", &c.col1) ||
        !cj_raw_number(tag, "max", &c.col2))
        return;
    CJ_ROOM(l->p->arena, l->column, l->n_columns, l->cap_columns);
    l->column[l->n_columns++] = c;
}

static uint32_t column_xf(const looking *l, uint32_t col)
{
    size_t i;

    for (i = 0; i < l->n_columns; i++)
        if (l->column[i].col1 <= col && col <= l->column[i].col2)
            return l->column[i].row1;
    return 0;
}

static cj_rc shared_by_others(const looking *l, uint32_t row, uint32_t col, cj_err *err)
{
    static const cj_text says = {
        "the cell belongs to a formula that several cells share, so it cannot be edited alone; "
        "write a value or a formula of its own into it in Excel first",
        "複数のセルで共有している数式（配列数式など）の一部のため、単独では編集できません。先にExcelで、"
        "このセルに値か独立した数式を入力してください。"
    };

    cj_fail(err, CJ_EFORMAT, says, none, none);
    return cj_patch_at(l->p, l->sheet, row, col, err);
}

/* A formula that fills an area, or is the first of those that are like it. */
static cj_rc check_formula(looking *l, const cj_raw *tag, cj_err *err)
{
    cj_str type = cj_raw_attr(l->p->arena, tag, "t");
    cj_range area;
    size_t i;

    l->formulas = true;
    if (!type.n || !cj_range_parse(cj_raw_attr(l->p->arena, tag, "ref"), &area))
        return CJ_OK;
    for (i = cj_targets_from(l->targets, area.row1);
         i < l->targets->n && l->targets->at[i].row <= area.row2; i++) {
        const cj_target *t = &l->targets->at[i];
        bool first = t->row == area.row1 && t->col == area.col1;
        bool alone = area.row1 == area.row2 && area.col1 == area.col2;

        if (!t->content || t->col < area.col1 || t->col > area.col2 || alone)
            continue;
        if (first || !cj_str_eq(type, CJ_STR("shared")))
            return shared_by_others(l, t->row, t->col, err);
    }
    return CJ_OK;
}

static cj_rc take_child(looking *l, cj_target *t, const cj_raw *tag, cj_err *err)
{
    bool value = cj_raw_is(tag, "v"), text = cj_raw_is(tag, "is");
    cj_rc rc = CJ_OK;
    cj_str inside = none;
    cj_buf b;

    if (cj_raw_is(tag, "f")) {
        t->formula = true;
        rc = check_formula(l, tag, err);
    }
    if (rc != CJ_OK || tag->kind != CJ_RAW_OPEN)
        return rc;
    cj_buf_init(&b, l->p->arena);
    rc = cj_raw_skip(&l->in, &b, err);
    inside = cj_item_inside(cj_buf_str(&b));
    if (value)
        t->value = inside;
    else if (text)
        t->item = inside;
    return rc;
}

static cj_rc take_cell(looking *l, cj_target *t, const cj_raw *tag, cj_err *err)
{
    size_t depth = l->in.depth;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    t->there = true;
    t->xf = 0;
    cj_raw_number(tag, "s", &t->xf);
    t->type = cj_str_copy(l->p->arena, cj_raw_attr(l->p->arena, tag, "t"));
    t->value = t->item = none;
    t->formula = false;
    if (tag->kind == CJ_RAW_EMPTY)
        return CJ_OK;
    while (rc == CJ_OK && l->in.depth >= depth &&
           (rc = cj_raw_next(&l->in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END)
        if (cj_raw_tag(&piece))
            rc = take_child(l, t, &piece, err);
    return rc;
}

/* Of a row that has no edits itself. */
static cj_rc take_formulas(looking *l, cj_str cells, cj_err *err)
{
    cj_raw_reader in;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    cj_raw_of_bytes(l->p->arena, l->in.input.name, cells, l->p->package.limits, &in);
    in.depth = 1; /* its end is in it */
    while (rc == CJ_OK && in.depth > 0 && (rc = cj_raw_next(&in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        if (cj_raw_is(&piece, "f"))
            rc = check_formula(l, &piece, err);
    return rc;
}

static cj_rc take_row(looking *l, const cj_raw *tag, cj_err *err)
{
    bool wanted = false;
    cj_str inside;
    size_t i;

    cj_walk_row(&l->walk, tag);
    l->row_styled = cj_xml_true(cj_raw_attr(l->p->arena, tag, "customFormat")) &&
                    cj_raw_number(tag, "s", &l->row_xf);
    for (i = cj_targets_from(l->targets, l->walk.row);
         i < l->targets->n && l->targets->at[i].row == l->walk.row; i++) {
        cj_target *t = &l->targets->at[i];

        t->row_there = true;
        if (!t->there)
            t->xf = l->row_styled ? l->row_xf : column_xf(l, t->col);
        wanted = true;
    }
    if (wanted || tag->kind != CJ_RAW_OPEN || !cj_raw_pass(&l->in, tag, &inside) ||
        !cj_raw_may_have(inside, CJ_STR("f")))
        return CJ_OK;
    l->formulas = true;
    /* Only formulas that fill an area have one of these. */
    return cj_str_has(inside, CJ_STR(" ref=")) ? take_formulas(l, inside, err) : CJ_OK;
}

static cj_rc take_piece(looking *l, const cj_raw *piece, cj_err *err)
{
    cj_target *t;

    if (!cj_raw_tag(piece))
        return CJ_OK;
    if (piece->depth == 1) {
        l->targets->prefix = cj_str_copy(
            l->p->arena, cj_str_cut(piece->name, 0, piece->name.n - piece->local.n));
    } else if (piece->depth == 3 && cj_raw_is(piece, "row")) {
        return take_row(l, piece, err);
    } else if (piece->depth == 3 && cj_raw_is(piece, "col")) {
        add_column(l, piece);
    } else if (piece->depth == 4 && cj_raw_is(piece, "c")) {
        cj_walk_cell(&l->walk, piece);
        t = cj_targets_find(l->targets, l->walk.row, l->walk.col);
        return t ? take_cell(l, t, piece, err) : CJ_OK;
    } else if (piece->depth == 5 && cj_raw_is(piece, "f")) {
        return check_formula(l, piece, err);
    }
    return CJ_OK;
}

static void place_new_rows(looking *l)
{
    size_t i;

    for (i = 0; i < l->targets->n; i++) {
        cj_target *t = &l->targets->at[i];

        if (!t->row_there)
            t->xf = column_xf(l, t->col);
    }
}

/* ---- what has nothing to do -------------------------------------------------------------------------- */

static bool says_so(cj_patching *p, const cj_target *t)
{
    bool string =
        cj_str_eq(t->type, CJ_STR("s")) || cj_str_eq(t->type, CJ_STR("inlineStr"));

    if (!t->content || t->formula)
        return false;
    if (t->content->kind == CJ_EDIT_NUMBER)
        return (!t->type.n || cj_str_eq(t->type, CJ_STR("n"))) && t->value.n &&
               cj_str_eq(t->value, t->content->text);
    if (t->content->kind != CJ_EDIT_TEXT)
        return false;
    if (!t->content->text.n)
        return !t->value.n && !t->item.n;
    return string && t->item.n &&
           cj_str_eq(cj_item_text(p->arena, t->item, p->package.limits), t->content->text);
}

static void grow(cj_range *used, const cj_target *t)
{
    if (!used->row1)
        *used = (cj_range){ t->row, t->col, t->row, t->col };
    used->row1 = t->row < used->row1 ? t->row : used->row1;
    used->row2 = t->row > used->row2 ? t->row : used->row2;
    used->col1 = t->col < used->col1 ? t->col : used->col1;
    used->col2 = t->col > used->col2 ? t->col : used->col2;
}

static void settle(cj_patching *p, cj_targets *targets)
{
    size_t i;

    for (i = 0; i < targets->n; i++) {
        cj_target *t = &targets->at[i];

        t->same = says_so(p, t);
        if (!t->there && (t->fill || (t->content && !t->same)))
            grow(&targets->used, t);
    }
}

cj_rc cj_patch_look(cj_patching *p, const cj_sheet_plan *plan, cj_targets *out, cj_err *err)
{
    looking l = { .p = p, .sheet = plan->sheet, .targets = out };
    cj_raw piece;
    cj_rc rc;

    memset(out, 0, sizeof *out);
    gather(p, plan, out);
    rc = cj_parts_read(&p->parts, p->sheet[plan->sheet].part, &l.in, err);
    while (rc == CJ_OK && (rc = cj_raw_next(&l.in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        rc = take_piece(&l, &piece, err);
    if (rc == CJ_OK) {
        p->sheet[plan->sheet].no_formulas = !l.formulas;
        place_new_rows(&l);
        rc = cj_targets_strings(p, out, err);
    }
    if (rc == CJ_OK)
        settle(p, out);
    return rc;
}
