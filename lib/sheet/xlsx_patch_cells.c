/* xlsx_patch_cells.c - the cells of a sheet with edits made in them; all others pass as they are. */
#include "sheet/xlsx_patch_cells.h"
#include "base/number.h"
#include "sheet/iso_date.h"
#include "sheet/xlsx.h"

typedef struct writing {
    cj_patching *p;
    cj_targets *targets;
    cj_raw_reader *in;
    cj_part_out *out;
    cj_walk walk;
    size_t
        next; /* the first target that was not written, and may need a row or a cell of its own */
    cj_buf b;  /* for one element */
    bool done; /* the cells are behind us */
    bool changed;
} writing;

static void put(writing *w)
{
    cj_part_add(w->out, cj_buf_str(&w->b));
    w->b.n = 0;
}

/* ---- one cell ---------------------------------------------------------------------------------------- */

static const char *place(writing *w, const cj_target *t)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, t->row, t->col);
    return cj_str_z(w->p->arena, cj_str_of(ref));
}

static uint32_t look_of(writing *w, const cj_target *t)
{
    uint32_t xf = t->xf;

    if (t->content && t->content->kind == CJ_EDIT_DATE && !t->same)
        xf = cj_patch_style_dated(w->p, xf);
    return t->fill ? cj_patch_style_filled(w->p, xf, t->fill->fill) : xf;
}

static cj_str digits(writing *w, const cj_edit *e)
{
    double number = e->number;

    if (e->kind == CJ_EDIT_DATE)
        cj_iso_serial(e->text, w->p->date1904, &number);
    else if (cj_number_parse(e->text, &number))
        return e->text;
    return cj_number_text(w->p->arena, number);
}

/* What the cell says from now on: <v> or <is>. */
static void put_value(writing *w, const cj_target *t)
{
    cj_str prefix = w->targets->prefix;

    if (t->content->kind == CJ_EDIT_TEXT) {
        cj_buf_fmt(&w->b, "<" CJ_FMT "is>", CJ_ARG(prefix));
        cj_item_put(&w->b, t->item, t->content->text, prefix, w->p->package.limits);
        cj_buf_fmt(&w->b, "</" CJ_FMT "is>", CJ_ARG(prefix));
    } else {
        cj_buf_fmt(&w->b, "<" CJ_FMT "v>", CJ_ARG(prefix));
        cj_buf_add(&w->b, digits(w, t->content));
        cj_buf_fmt(&w->b, "</" CJ_FMT "v>", CJ_ARG(prefix));
    }
}

static bool emptied(const cj_target *t)
{
    return t->content && t->content->kind == CJ_EDIT_TEXT && !t->content->text.n;
}

/* Which attributes the cell's tag has from now on. */
static size_t tag_set(writing *w, const cj_target *t, bool says, cj_raw_set *set)
{
    cj_str none = { NULL, 0 };
    uint32_t xf = look_of(w, t);
    size_t n = 0;

    if (xf != t->xf)
        set[n++] = (cj_raw_set){ "s", cj_str_fmt(w->p->arena, "%u", xf) };
    if (!says)
        return n;
    set[n++] = (cj_raw_set){ "t", t->content->kind == CJ_EDIT_TEXT && !emptied(t)
                                      ? CJ_STR("inlineStr")
                                      : none };
    set[n++] =
        (cj_raw_set){ "vm", none }; /* a picture or a type that stood for the old value */
    if (t->formula)
        set[n++] = (cj_raw_set){ "cm", none };
    return n;
}

/* The children of a cell that say something else than its value. */
static cj_rc read_rest(writing *w, cj_buf *rest, cj_err *err)
{
    size_t depth = w->in->depth;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    while (w->in->depth >= depth && (rc = cj_raw_next(w->in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END && w->in->depth >= depth) {
        bool value =
            cj_raw_is(&piece, "v") || cj_raw_is(&piece, "is") || cj_raw_is(&piece, "f");

        if (!value)
            cj_buf_add(rest, piece.bytes);
        else if (piece.kind == CJ_RAW_OPEN)
            rc = cj_raw_skip(w->in, NULL, err);
        if (rc != CJ_OK)
            break;
    }
    return rc;
}

static bool blank_only(const cj_buf *b)
{
    size_t i;

    for (i = 0; i < b->n; i++)
        if (b->p[i] != ' ' && b->p[i] != '\n' && b->p[i] != '\r' && b->p[i] != '\t')
            return false;
    return true;
}

static cj_rc rewrite_cell(writing *w, cj_target *t, const cj_raw *tag, cj_err *err)
{
    bool says = t->content && !t->same, filled;
    cj_raw_set set[4];
    size_t n = tag_set(w, t, says, set);
    cj_raw own = *tag;
    cj_buf rest;
    cj_rc rc = CJ_OK;

    w->changed |= says || n > 0;
    if (!says) {
        cj_raw_put(&w->b, tag, set, n);
        put(w);
        return CJ_OK; /* what is inside passes as it is */
    }
    w->p->formulas_moved |= t->formula;
    own.bytes = cj_str_copy(w->p->arena, tag->bytes);
    own.name.p = own.bytes.p + (tag->name.p - tag->bytes.p);
    cj_buf_init(&rest, w->p->arena);
    if (tag->kind == CJ_RAW_OPEN)
        rc = read_rest(w, &rest, err);
    filled = !emptied(t) || !blank_only(&rest);
    own.kind = tag->kind;
    cj_raw_put(&w->b, &own, set, n);
    if (filled && tag->kind == CJ_RAW_EMPTY) {
        w->b.n -= 2;
        cj_buf_byte(&w->b, '>');
    }
    if (!emptied(t))
        put_value(w, t);
    cj_buf_add(&w->b, cj_buf_str(&rest));
    if (filled || tag->kind == CJ_RAW_OPEN)
        cj_buf_fmt(&w->b, "</" CJ_FMT ">", CJ_ARG(own.name));
    put(w);
    return rc;
}

static void new_cell(writing *w, const cj_target *t)
{
    bool says = t->content && !emptied(t);
    uint32_t xf = look_of(w, t);

    if (!says && !t->fill)
        return;
    w->changed = true;
    cj_buf_fmt(&w->b, "<" CJ_FMT "c r=\"%s\"", CJ_ARG(w->targets->prefix), place(w, t));
    if (xf)
        cj_buf_fmt(&w->b, " s=\"%u\"", xf);
    if (says && t->content->kind == CJ_EDIT_TEXT)
        cj_buf_z(&w->b, " t=\"inlineStr\"");
    cj_buf_z(&w->b, says ? ">" : "/>");
    if (says) {
        put_value(w, t);
        cj_buf_fmt(&w->b, "</" CJ_FMT "c>", CJ_ARG(w->targets->prefix));
    }
    put(w);
}

/* ---- rows -------------------------------------------------------------------------------------------- */

/* The targets of the row at hand that have no cell there, before a column. */
static void new_cells(writing *w, uint32_t row, uint32_t before)
{
    for (; w->next < w->targets->n; w->next++) {
        cj_target *t = &w->targets->at[w->next];

        if (t->row != row || t->col >= before)
            return;
        if (!t->there)
            new_cell(w, t);
        t->there = true;
    }
}

static bool comes(const cj_target *t)
{
    return !t->row_there && (t->fill || (t->content && !emptied(t)));
}

/* Rows that are not there, before a row. */
static void new_rows(writing *w, uint32_t before)
{
    while (w->next < w->targets->n && w->targets->at[w->next].row < before) {
        uint32_t row = w->targets->at[w->next].row;
        size_t i;
        bool any = false;

        for (i = w->next; i < w->targets->n && w->targets->at[i].row == row; i++)
            any |= comes(&w->targets->at[i]);
        if (!any) {
            w->next = i;
            continue;
        }
        cj_buf_fmt(&w->b, "<" CJ_FMT "row r=\"%u\">", CJ_ARG(w->targets->prefix), row);
        put(w);
        new_cells(w, row, CJ_MOST_COLS + 1);
        cj_buf_fmt(&w->b, "</" CJ_FMT "row>", CJ_ARG(w->targets->prefix));
        put(w);
    }
}

/* A hint how far the row's cells reach, which may be left out; wrong, it is a damaged file to some. */
static bool outgrows(const writing *w, size_t from, uint32_t row)
{
    for (; from < w->targets->n && w->targets->at[from].row == row; from++)
        if (!w->targets->at[from].there)
            return true;
    return false;
}

static void put_row_tag(writing *w, const cj_raw *tag, size_t from)
{
    cj_raw_set spans = { "spans", { NULL, 0 } };

    cj_raw_put(&w->b, tag, &spans, outgrows(w, from, w->walk.row) ? 1 : 0);
    put(w);
}

/* An empty row with edits gets cells. */
static void fill_row(writing *w, const cj_raw *tag, size_t from)
{
    cj_raw_set spans = { "spans", { NULL, 0 } };
    bool any = outgrows(w, from, w->walk.row);

    cj_raw_put(&w->b, tag, &spans, any);
    if (any) {
        w->b.n -= 2;
        cj_buf_byte(&w->b, '>');
    }
    put(w);
    new_cells(w, w->walk.row, CJ_MOST_COLS + 1);
    if (any) {
        cj_buf_fmt(&w->b, "</" CJ_FMT ">", CJ_ARG(tag->name));
        put(w);
    }
}

static cj_rc edit_row(writing *w, const cj_raw *tag, size_t from, cj_err *err)
{
    uint32_t row = w->walk.row;
    size_t depth = w->in->depth;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    w->next = from;
    if (tag->kind == CJ_RAW_EMPTY) {
        fill_row(w, tag, from);
        return CJ_OK;
    }
    put_row_tag(w, tag, from);
    while (rc == CJ_OK && (rc = cj_raw_next(w->in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        cj_target *t = NULL;

        if (w->in->depth < depth)
            new_cells(w, row, CJ_MOST_COLS + 1);
        if (piece.depth == depth + 1 && cj_raw_is(&piece, "c")) {
            cj_walk_cell(&w->walk, &piece);
            new_cells(w, row, w->walk.col);
            t = cj_targets_find(w->targets, w->walk.row, w->walk.col);
        }
        if (t)
            rc = rewrite_cell(w, t, &piece, err);
        else
            cj_part_add(w->out, piece.bytes);
        if (w->in->depth < depth)
            break;
    }
    return rc;
}

static cj_rc take_row(writing *w, const cj_raw *tag, cj_err *err)
{
    cj_str inside;
    size_t from;

    cj_walk_row(&w->walk, tag);
    new_rows(w, w->walk.row);
    from = cj_targets_from(w->targets, w->walk.row);
    if (from < w->targets->n && w->targets->at[from].row == w->walk.row)
        return edit_row(w, tag, from, err);
    cj_part_add(w->out, tag->bytes);
    if (tag->kind == CJ_RAW_OPEN && cj_raw_pass(w->in, tag, &inside))
        cj_part_add(w->out, inside);
    return CJ_OK;
}

/* ---- the sheet --------------------------------------------------------------------------------------- */

static void put_dimension(writing *w, const cj_raw *tag)
{
    const cj_range *u = &w->targets->used;
    cj_range r;
    char from[CJ_REF_MAX], to[CJ_REF_MAX];
    cj_raw_set set = { "ref", { NULL, 0 } };

    if (!u->row1 || !cj_range_parse(cj_raw_attr(w->p->arena, tag, "ref"), &r) ||
        (u->row1 >= r.row1 && u->row2 <= r.row2 && u->col1 >= r.col1 &&
         u->col2 <= r.col2)) {
        cj_part_add(w->out, tag->bytes);
        return;
    }
    cj_ref(from, u->row1 < r.row1 ? u->row1 : r.row1, u->col1 < r.col1 ? u->col1 : r.col1);
    cj_ref(to, u->row2 > r.row2 ? u->row2 : r.row2, u->col2 > r.col2 ? u->col2 : r.col2);
    set.value = cj_str_fmt(w->p->arena, "%s:%s", from, to);
    cj_raw_put(&w->b, tag, &set, 1);
    put(w);
}

static void open_empty(writing *w, const cj_raw *tag)
{
    cj_buf_add(&w->b, cj_str_cut(tag->bytes, 0, tag->bytes.n - 2));
    cj_buf_byte(&w->b, '>');
    put(w);
    new_rows(w, CJ_MOST_ROWS + 1);
    cj_buf_fmt(&w->b, "</" CJ_FMT ">", CJ_ARG(tag->name));
    put(w);
}

static cj_rc take_piece(writing *w, const cj_raw *piece, cj_err *err)
{
    if (piece->depth == 3 && !w->done && cj_raw_is(piece, "row"))
        return take_row(w, piece, err);
    if (piece->depth == 2 && cj_raw_is(piece, "dimension")) {
        put_dimension(w, piece);
        return CJ_OK;
    }
    if (piece->depth == 2 && cj_raw_ends(piece, "sheetData")) {
        w->done = true;
        if (piece->kind == CJ_RAW_EMPTY) {
            open_empty(w, piece);
            return CJ_OK;
        }
        new_rows(w, CJ_MOST_ROWS + 1);
    }
    cj_part_add(w->out, piece->bytes);
    return CJ_OK;
}

static cj_rc rewrite(void *context, cj_raw_reader *in, cj_part_out *out, cj_err *err)
{
    writing *w = context;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    w->in = in;
    w->out = out;
    while (rc == CJ_OK && (rc = cj_raw_next(in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END)
        rc = take_piece(w, &piece, err);
    if (!w->changed)
        cj_part_same(out);
    return rc;
}

static bool needs_styles(const cj_sheet_plan *plan)
{
    size_t i;

    for (i = 0; i < plan->n_cells; i++)
        if (plan->cell[i].kind == CJ_EDIT_DATE)
            return true;
    return plan->n_fills > 0;
}

cj_rc cj_patch_cells(cj_patching *p, const cj_sheet_plan *plan, cj_err *err)
{
    cj_targets targets;
    writing w = { .p = p, .targets = &targets };
    cj_rc rc = cj_patch_look(p, plan, &targets, err);

    if (rc == CJ_OK && needs_styles(plan))
        rc = cj_patch_styles_open(p, err);
    cj_buf_init(&w.b, p->arena);
    return rc == CJ_OK
               ? cj_parts_rewrite(&p->parts, p->sheet[plan->sheet].part, rewrite, &w, err)
               : rc;
}
