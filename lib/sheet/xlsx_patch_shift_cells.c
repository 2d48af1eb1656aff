/* xlsx_patch_shift_cells.c - a worksheet whose rows or columns move, or whose formulas speak of one that does. */
#include "sheet/xlsx_patch_shift_cells.h"

void cj_cells_put(cj_cells_pass *pass, cj_str bytes)
{
    if (pass->out)
        cj_part_add(pass->out, bytes);
}

static void put_tag(cj_cells_pass *pass, const cj_raw *tag, const cj_raw_set *set, size_t n)
{
    cj_buf b;

    if (!pass->out)
        return;
    if (!n) {
        cj_part_add(pass->out, tag->bytes);
        return;
    }
    cj_buf_init(&b, pass->row_arena);
    cj_raw_put(&b, tag, set, n);
    cj_part_add(pass->out, cj_buf_str(&b));
}

/* Rows move, of the sheet in hand. */
static bool moves_rows(const cj_cells_pass *pass)
{
    return pass->m->own && !pass->m->shift.cols;
}

static bool moves_cols(const cj_cells_pass *pass)
{
    return pass->m->own && pass->m->shift.cols;
}

/* ---- a cell ------------------------------------------------------------------------------------------ */

static cj_str kept(cj_cells_pass *pass, cj_str s)
{
    return cj_str_copy(pass->row_arena, s);
}

/* A tag that outlives the next piece. */
static cj_raw kept_tag(cj_cells_pass *pass, const cj_raw *tag)
{
    cj_raw copy = *tag;

    copy.bytes = kept(pass, tag->bytes);
    copy.name.p = copy.bytes.p + (tag->name.p - tag->bytes.p);
    copy.local.p = copy.bytes.p + (tag->local.p - tag->bytes.p);
    return copy;
}

static cj_rc pass_formula(cj_cells_pass *pass, const cj_raw *tag, cj_err *err)
{
    cj_cell_formula f = { .tag = kept_tag(pass, tag) };
    cj_buf all, text;
    cj_raw piece = *tag;
    cj_rc rc = CJ_OK;

    cj_buf_init(&all, pass->row_arena);
    cj_buf_init(&text, pass->row_arena);
    cj_buf_add(&all, tag->bytes);
    while (rc == CJ_OK && tag->kind == CJ_RAW_OPEN && piece.kind != CJ_RAW_CLOSE) {
        rc = cj_raw_next(pass->in, &piece, err);
        if (rc != CJ_OK || piece.kind == CJ_RAW_END)
            return rc;
        cj_buf_add(&all, piece.bytes);
        if (piece.kind == CJ_RAW_TEXT)
            cj_buf_add(&text, cj_xml_unescape(pass->row_arena, piece.bytes));
        else if (piece.kind == CJ_RAW_CDATA)
            cj_buf_add(&text, cj_str_cut(piece.bytes, 9, piece.bytes.n - 12));
    }
    f.bytes = cj_buf_str(&all);
    f.text = cj_buf_str(&text);
    pass->formulas = true;
    return pass->out ? cj_cells_put_formula(pass, &f, err)
                     : cj_cells_look_at(pass, &f, err);
}

/* What a cell holds, up to its end. */
static cj_rc pass_content(cj_cells_pass *pass, size_t depth, cj_err *err)
{
    cj_raw piece;
    cj_rc rc;

    while ((rc = cj_raw_next(pass->in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (piece.depth == depth + 1 && cj_raw_is(&piece, "f")) {
            rc = pass_formula(pass, &piece, err);
            if (rc != CJ_OK)
                return rc;
            continue;
        }
        cj_cells_put(pass, piece.bytes);
        if (piece.kind == CJ_RAW_CLOSE && piece.depth == depth)
            break;
    }
    return rc;
}

static cj_rc refuse_past(cj_cells_pass *pass, cj_err *err)
{
    static const cj_text says = {
        "there is no room for more rows or columns, because this cell would be pushed off the sheet",
        "このセルがシートの端からはみ出してしまうため、行や列を追加できません。",
    };
    cj_str none = { NULL, 0 };

    return cj_moving_refuse(pass->m, says, none, pass->row, pass->col, err);
}

static void put_cell_tag(cj_cells_pass *pass, const cj_raw *tag, uint32_t row, uint32_t col)
{
    bool named = cj_raw_attr(pass->row_arena, tag, "r").p != NULL;
    bool moved = row != pass->row || col != pass->col;
    char name[CJ_REF_MAX];
    cj_raw_set set = { "r", { name, cj_ref(name, row, col) } };

    put_tag(pass, tag, &set, named ? moved : col != pass->to_col + 1);
    pass->to_col = col;
}

static void find_col(cj_cells_pass *pass, const cj_raw *tag)
{
    cj_str name = cj_raw_attr(pass->row_arena, tag, "r");
    unsigned row, col;

    pass->col = name.n && cj_ref_parse(name, &row, &col) ? col : pass->col + 1;
}

static cj_rc pass_cell(cj_cells_pass *pass, const cj_raw *tag, cj_err *err)
{
    bool open = tag->kind == CJ_RAW_OPEN;
    size_t depth = tag->depth;
    uint32_t col;

    find_col(pass, tag);
    if (pass->m->own)
        cj_cells_like_cell(pass, tag);
    if (moves_cols(pass) && pass->out && !pass->came && pass->col >= pass->m->shift.at)
        cj_cells_new_cells(pass);
    col = moves_cols(pass) ? cj_moving_col(pass->m, pass->col) : pass->col;
    if (!pass->out && open && !pass->m->shift.out && pass->m->own &&
        (!col || !cj_moving_row(pass->m, pass->row)))
        return refuse_past(pass, err);
    if (pass->out && !col)
        return open ? cj_raw_skip(pass->in, NULL, err) : CJ_OK;
    put_cell_tag(pass, tag, pass->to_row, col);
    return open ? pass_content(pass, depth, err) : CJ_OK;
}

/* ---- a row ------------------------------------------------------------------------------------------- */

static cj_rc pass_cells(cj_cells_pass *pass, size_t depth, cj_err *err)
{
    cj_raw piece;
    cj_rc rc;

    while ((rc = cj_raw_next(pass->in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (piece.depth == depth + 1 && cj_raw_is(&piece, "c")) {
            rc = pass_cell(pass, &piece, err);
            if (rc != CJ_OK)
                return rc;
            continue;
        }
        if (piece.kind == CJ_RAW_CLOSE && piece.depth == depth) {
            if (moves_cols(pass) && pass->out && !pass->came)
                cj_cells_new_cells(pass);
            cj_cells_put(pass, piece.bytes);
            break;
        }
        cj_cells_put(pass, piece.bytes);
    }
    return rc;
}

static void put_row_tag(cj_cells_pass *pass, const cj_raw *tag, uint32_t row)
{
    static const cj_str none = { NULL, 0 };
    cj_raw_set set[2];
    uint32_t was;
    size_t n = 0;

    if (cj_raw_number(tag, "r", &was) ? was != row : row != pass->to_row + 1)
        set[n++] = (cj_raw_set){ "r", cj_str_fmt(pass->row_arena, "%u", (unsigned)row) };
    if (moves_cols(pass) && cj_raw_attr(pass->row_arena, tag, "spans").p)
        set[n++] = (cj_raw_set){ "spans", none };
    put_tag(pass, tag, set, n);
    pass->to_row = row;
}

static cj_rc pass_row(cj_cells_pass *pass, const cj_raw *tag, cj_err *err)
{
    bool open = tag->kind == CJ_RAW_OPEN;
    size_t depth = tag->depth;
    uint32_t row;

    if (!cj_raw_number(tag, "r", &row))
        row = pass->row + 1;
    pass->row = row;
    pass->col = pass->to_col = 0;
    if (moves_rows(pass)) {
        if (pass->out && !pass->came && row >= pass->m->shift.at)
            cj_cells_new_rows(pass);
        row = cj_moving_row(pass->m, row);
        cj_cells_like_row(pass, tag);
    } else {
        pass->came = false;
        pass->left_style.n = 0;
    }
    if (pass->out && !row)
        return open ? cj_raw_skip(pass->in, NULL, err) : CJ_OK;
    put_row_tag(pass, tag, row);
    return open ? pass_cells(pass, depth, err) : CJ_OK;
}

static cj_rc pass_rows(cj_cells_pass *pass, size_t depth, cj_err *err)
{
    cj_raw piece;
    cj_rc rc;

    while ((rc = cj_raw_next(pass->in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (piece.depth == depth + 1 && cj_raw_is(&piece, "row")) {
            rc = pass_row(pass, &piece, err);
            cj_arena_reset(pass->row_arena);
            if (rc != CJ_OK)
                return rc;
            continue;
        }
        if (piece.kind == CJ_RAW_CLOSE && piece.depth == depth) {
            if (moves_rows(pass) && pass->out && !pass->came)
                cj_cells_new_rows(pass);
            cj_cells_put(pass, piece.bytes);
            break;
        }
        cj_cells_put(pass, piece.bytes);
    }
    return rc;
}

/* ---- the part ---------------------------------------------------------------------------------------- */

static cj_rc pass_around(cj_cells_pass *pass, const cj_raw *tag, cj_err *err)
{
    cj_patching *p = pass->m->p;
    bool open = tag->kind == CJ_RAW_OPEN;
    cj_tree tree;
    cj_rc rc = CJ_OK;
    cj_buf b;

    cj_buf_init(&b, pass->row_arena);
    cj_buf_add(&b, tag->bytes);
    if (open)
        rc = cj_raw_skip(pass->in, &b, err);
    if (rc == CJ_OK)
        rc = cj_tree_read(pass->row_arena, pass->in->input.name, cj_buf_str(&b),
                          p->package.limits, &tree, err);
    if (rc == CJ_OK)
        rc = cj_moving_around(pass->m, &tree, err);
    if (rc == CJ_OK) {
        pass->changed |= tree.changed;
        cj_cells_put(pass, tree.changed ? cj_tree_bytes(&tree) : cj_buf_str(&b));
    }
    cj_arena_reset(pass->row_arena);
    return rc;
}

static cj_rc pass_part(cj_cells_pass *pass, cj_err *err)
{
    cj_raw piece;
    cj_rc rc;

    pass->row = pass->to_row = 0;
    pass->came = pass->has_above = false;
    while ((rc = cj_raw_next(pass->in, &piece, err)) == CJ_OK && piece.kind != CJ_RAW_END) {
        if (piece.depth != 2 || !cj_raw_tag(&piece)) {
            cj_cells_put(pass, piece.bytes);
        } else if (!cj_raw_is(&piece, "sheetData")) {
            rc = pass_around(pass, &piece, err);
        } else {
            bool open = piece.kind == CJ_RAW_OPEN;

            cj_cells_put(pass, piece.bytes);
            if (open)
                rc = pass_rows(pass, 2, err);
        }
        if (rc != CJ_OK)
            return rc;
    }
    return rc;
}

static cj_rc rewrite(void *context, cj_raw_reader *in, cj_part_out *out, cj_err *err)
{
    cj_cells_pass *pass = context;

    pass->in = in;
    pass->out = out;
    return pass_part(pass, err);
}

static cj_rc look(cj_cells_pass *pass, cj_str part, cj_err *err)
{
    cj_raw_reader in;
    cj_rc rc = cj_parts_read(&pass->m->p->parts, part, &in, err);

    pass->in = &in;
    return rc == CJ_OK ? pass_part(pass, err) : rc;
}

cj_rc cj_moving_sheet(cj_moving *m, size_t sheet, cj_err *err)
{
    cj_str part = m->p->sheet[sheet].part;
    cj_cells_pass pass = { .m = m, .row_arena = cj_arena_new(0) };
    cj_rc rc = look(&pass, part, err);

    if (rc == CJ_OK && (m->own || pass.changed))
        rc = cj_parts_rewrite(&m->p->parts, part, rewrite, &pass, err);
    if (pass.formulas && (m->own || pass.changed))
        m->p->formulas_moved = m->p->recalculate = true;
    if (rc != CJ_OK && err) /* what it says may live in the arena that goes */
        *err = *cj_err_copy(m->p->arena, err);
    cj_arena_free(pass.row_arena);
    return rc;
}
