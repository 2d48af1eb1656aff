/* xlsx_patch_shift_shared.c - formulas of cells: plain ones, those that share a text, those of whole areas. */
#include "sheet/xlsx_patch_shift_cells.h"

static const cj_str none = { NULL, 0 };

/* ---- those that share a text ---------------------------------------------------------------------------- */

/* Where such a group is, or would be. */
static size_t place_of(const cj_cells_pass *pass, uint32_t si)
{
    size_t low = 0, high = pass->n_shared;

    while (low < high) {
        size_t mid = low + (high - low) / 2;

        if (pass->shared[mid].si < si)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static cj_shared *find(cj_cells_pass *pass, const cj_cell_formula *f)
{
    uint32_t si;
    size_t at;

    if (!cj_str_eq(cj_raw_attr(pass->row_arena, &f->tag, "t"), CJ_STR("shared")) ||
        !cj_raw_number(&f->tag, "si", &si))
        return NULL;
    at = place_of(pass, si);
    return at < pass->n_shared && pass->shared[at].si == si ? &pass->shared[at] : NULL;
}

static cj_shared *begin(cj_cells_pass *pass, uint32_t si, cj_str text)
{
    cj_shared *s;
    size_t at = place_of(pass, si);

    CJ_ROOM(pass->m->p->arena, pass->shared, pass->n_shared, pass->cap_shared);
    s = &pass->shared[at];
    memmove(s + 1, s, (pass->n_shared++ - at) * sizeof *s);
    memset(s, 0, sizeof *s);
    s->si = si;
    s->row = pass->row;
    s->col = pass->col;
    s->text = s->is = cj_str_copy(pass->m->p->arena, text);
    return s;
}

/* The place of a cell after the shift; false: gone. */
static bool follow(const cj_cells_pass *pass, uint32_t row, uint32_t col, long *r, long *c)
{
    *r = pass->m->own ? cj_moving_row(pass->m, row) : row;
    *c = pass->m->own ? cj_moving_col(pass->m, col) : col;
    return *r && *c;
}

/* The formula of the cell in hand, as it was. */
static cj_str unshared(cj_cells_pass *pass, const cj_shared *s)
{
    return cj_formula_copy(pass->row_arena, s->text, (long)pass->row - (long)s->row,
                           (long)pass->col - (long)s->col);
}

/* Does the text of the first, as it will be, still say what the cell in hand will need? */
static cj_rc look_at_one(cj_cells_pass *pass, cj_shared *s, cj_err *err)
{
    long row, col, from_row, from_col;
    cj_str is;
    cj_rc rc;

    if (s->parted || !follow(pass, pass->row, pass->col, &row, &col))
        return CJ_OK;
    rc = cj_moving_formula(pass->m, pass->row_arena, unshared(pass, s), pass->row,
                           pass->col, &is, err);
    if (rc != CJ_OK)
        return rc;
    s->parted = !follow(pass, s->row, s->col, &from_row, &from_col) ||
                !cj_str_eq(is, cj_formula_copy(pass->row_arena, s->is, row - from_row,
                                               col - from_col));
    pass->changed |= s->parted;
    return CJ_OK;
}

static cj_rc look_at_shared(cj_cells_pass *pass, const cj_cell_formula *f, cj_err *err)
{
    cj_shared *s = find(pass, f);
    uint32_t si;
    cj_rc rc = CJ_OK;

    if (!s && (!f->text.n || !cj_raw_number(&f->tag, "si", &si)))
        return CJ_OK;
    if (!s) {
        s = begin(pass, si, f->text);
        rc = cj_moving_formula(pass->m, pass->m->p->arena, s->text, pass->row, pass->col,
                               &s->is, err);
        pass->changed |= s->is.p != s->text.p;
    }
    return rc == CJ_OK ? look_at_one(pass, s, err) : rc;
}

/* ---- to look --------------------------------------------------------------------------------------------- */

static cj_rc refuse_cut(cj_cells_pass *pass, cj_err *err)
{
    static const cj_text says = {
        "rows or columns cannot come or go within the cells that the array formula (or the data table) here "
        "fills; change it in Excel first",
        "ここの配列数式（またはデータテーブル）が入っている範囲の途中では、行や列の追加・削除ができません。"
        "先に Excel で数式を変更してください。",
    };

    return cj_moving_refuse(pass->m, says, none, pass->row, pass->col, err);
}

cj_rc cj_cells_look_at(cj_cells_pass *pass, const cj_cell_formula *f, cj_err *err)
{
    cj_str t = cj_raw_attr(pass->row_arena, &f->tag, "t"), is;
    cj_range area;
    cj_rc rc;

    if (cj_str_eq(t, CJ_STR("shared")))
        return look_at_shared(pass, f, err);
    if (pass->m->own && t.n && !cj_str_eq(t, CJ_STR("normal")) &&
        cj_moving_area(cj_raw_attr(pass->row_arena, &f->tag, "ref"), &area) &&
        cj_moving_cuts(pass->m, &area))
        return refuse_cut(pass, err);
    rc = cj_moving_formula(pass->m, pass->row_arena, f->text, pass->row, pass->col, &is,
                           err);
    pass->changed |= rc == CJ_OK && is.p != f->text.p;
    return rc;
}

/* ---- to write -------------------------------------------------------------------------------------------- */

static void put(cj_cells_pass *pass, const cj_cell_formula *f, cj_str text,
                const cj_raw_set *set, size_t n)
{
    cj_raw tag = f->tag;
    cj_buf b;

    cj_buf_init(&b, pass->row_arena);
    if (text.n) /* an empty tag opens then */
        tag.kind = CJ_RAW_OPEN;
    if (tag.kind != f->tag.kind) {
        tag.bytes = cj_str_fmt(pass->row_arena, CJ_FMT ">",
                               CJ_ARG(cj_str_cut(tag.bytes, 0, tag.bytes.n - 2)));
        tag.name.p = tag.bytes.p + (f->tag.name.p - f->tag.bytes.p);
    }
    cj_raw_put(&b, &tag, set, n);
    if (tag.kind == CJ_RAW_OPEN) {
        cj_xml_escape(&b, text, false);
        cj_buf_fmt(&b, "</" CJ_FMT ">", CJ_ARG(tag.name));
    }
    cj_cells_put(pass, cj_buf_str(&b));
}

/* The areas and cells that its attributes name; how many of them become others. */
static size_t attributes(cj_cells_pass *pass, const cj_cell_formula *f, cj_raw_set set[5])
{
    static const struct {
        const char *name, *gone;
    } of[] = { { "ref", NULL }, { "r1", "del1" }, { "r2", "del2" } };
    size_t i, n = 0;

    for (i = 0; pass->m->own && i < sizeof of / sizeof *of; i++) {
        cj_str was = cj_raw_attr(pass->row_arena, &f->tag, of[i].name);
        cj_str is = cj_area_shift(pass->row_arena, was, &pass->m->plain);

        if (is.p == was.p)
            continue;
        if (is.p)
            set[n++] = (cj_raw_set){ of[i].name, is };
        else if (of[i].gone)
            set[n++] = (cj_raw_set){ of[i].gone, CJ_STR("1") };
    }
    return n;
}

static cj_rc put_parted(cj_cells_pass *pass, const cj_cell_formula *f, const cj_shared *s,
                        cj_err *err)
{
    const cj_raw_set set[] = { { "t", none }, { "ref", none }, { "si", none } };
    cj_str is;
    cj_rc rc = cj_moving_formula(pass->m, pass->row_arena, unshared(pass, s), pass->row,
                                 pass->col, &is, err);

    if (rc == CJ_OK)
        put(pass, f, is, set, sizeof set / sizeof *set);
    return rc;
}

cj_rc cj_cells_put_formula(cj_cells_pass *pass, const cj_cell_formula *f, cj_err *err)
{
    const cj_shared *s = find(pass, f);
    cj_str is = f->text;
    cj_raw_set set[5];
    cj_rc rc = CJ_OK;
    size_t n;

    if (s && s->parted)
        return put_parted(pass, f, s, err);
    if (!s)
        rc = cj_moving_formula(pass->m, pass->row_arena, f->text, pass->row, pass->col, &is,
                               err);
    else if (f->text.n && s->is.p != s->text.p)
        is = s->is;
    n = attributes(pass, f, set);
    if (rc == CJ_OK && !n && is.p == f->text.p)
        cj_cells_put(pass, f->bytes);
    else if (rc == CJ_OK)
        put(pass, f, is, set, n);
    return rc;
}
