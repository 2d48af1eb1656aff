/* xlsx_patch_shift_new.c - rows and cells that come between others, and look like those before them. */
#include "sheet/xlsx_patch_shift_cells.h"

static const cj_str none = { NULL, 0 };

static cj_str prefix_of(cj_str name)
{
    size_t colon = cj_str_find(name, CJ_STR(":"));

    return cj_str_cut(name, 0, colon == CJ_NONE ? 0 : colon + 1);
}

static cj_str style_of(cj_cells_pass *pass, const cj_raw *cell)
{
    cj_str s = cj_raw_attr(pass->m->p->arena, cell, "s");

    return cj_str_eq(s, CJ_STR("0")) ? none : cj_str_copy(pass->m->p->arena, s);
}

/* ---- what they look like ---------------------------------------------------------------------------------- */

/* The row in hand, if new ones come right behind it. */
void cj_cells_like_row(cj_cells_pass *pass, const cj_raw *row)
{
    cj_arena *arena = pass->m->p->arena;
    cj_raw *a = &pass->above;

    if (!pass->out || pass->m->shift.out || pass->row + 1 != pass->m->shift.at)
        return;
    pass->has_above = true;
    pass->n_likes = 0;
    *a = *row;
    a->bytes = cj_str_copy(arena, row->bytes);
    a->name.p = a->bytes.p + (row->name.p - row->bytes.p);
    a->local.p = a->bytes.p + (row->local.p - row->bytes.p);
}

void cj_cells_like_cell(cj_cells_pass *pass, const cj_raw *cell)
{
    const cj_moving *m = pass->m;

    if (!pass->out || m->shift.out)
        return;
    if (!cj_str_eq(pass->cell_name, cell->name))
        pass->cell_name = cj_str_copy(m->p->arena, cell->name);
    if (m->shift.cols && pass->col + 1 == m->shift.at)
        pass->left_style = style_of(pass, cell);
    if (!m->shift.cols && pass->row + 1 == m->shift.at) {
        cj_like like = { pass->col, style_of(pass, cell) };

        if (!like.style.n)
            return;
        CJ_ROOM(m->p->arena, pass->like, pass->n_likes, pass->cap_likes);
        pass->like[pass->n_likes++] = like;
    }
}

/* ---- rows ------------------------------------------------------------------------------------------------- */

static void put_cell(cj_cells_pass *pass, cj_buf *b, uint32_t row, uint32_t col,
                     cj_str style, cj_str text)
{
    cj_str prefix = prefix_of(pass->cell_name);
    char name[CJ_REF_MAX];

    cj_ref(name, row, col);
    cj_buf_fmt(b, "<" CJ_FMT " r=\"%s\"", CJ_ARG(pass->cell_name), name);
    if (style.n) {
        cj_buf_z(b, " s=\"");
        cj_xml_escape(b, style, true);
        cj_buf_byte(b, '"');
    }
    if (!text.n) {
        cj_buf_z(b, "/>");
        return;
    }
    cj_buf_fmt(b, " t=\"inlineStr\"><" CJ_FMT "is><" CJ_FMT "t>", CJ_ARG(prefix),
               CJ_ARG(prefix));
    cj_xml_escape(b, text, false);
    cj_buf_fmt(b, "</" CJ_FMT "t></" CJ_FMT "is></" CJ_FMT ">", CJ_ARG(prefix),
               CJ_ARG(prefix), CJ_ARG(pass->cell_name));
}

/* One like the row above: as high if that was chosen, never hidden. */
static void put_row(cj_cells_pass *pass, cj_buf *b, uint32_t row)
{
    cj_raw_set set[] = { { "r", cj_str_fmt(pass->row_arena, "%u", (unsigned)row) },
                         { "hidden", none },
                         { "collapsed", none },
                         { "ht", none } };
    bool chosen = cj_xml_true(cj_raw_attr(pass->row_arena, &pass->above, "customHeight"));
    size_t i;

    cj_raw_put(b, &pass->above, set, chosen ? 3 : 4);
    if (pass->above.kind == CJ_RAW_EMPTY)
        return;
    for (i = 0; i < pass->n_likes; i++)
        put_cell(pass, b, row, pass->like[i].col, pass->like[i].style, none);
    cj_buf_fmt(b, "</" CJ_FMT ">", CJ_ARG(pass->above.name));
}

void cj_cells_new_rows(cj_cells_pass *pass)
{
    const cj_shift *s = &pass->m->shift;
    uint32_t i;

    pass->came = true;
    if (s->out || !pass->has_above)
        return;
    for (i = 0; i < s->n && i <= CJ_MOST_ROWS - s->at; i++) {
        cj_buf b;

        cj_buf_init(&b, pass->row_arena);
        put_row(pass, &b, s->at + i);
        cj_cells_put(pass, cj_buf_str(&b));
        pass->to_row = s->at + i;
        cj_arena_reset(pass->row_arena);
    }
}

/* ---- cells of a row --------------------------------------------------------------------------------------- */

static cj_str head_at(const cj_moving *m, uint32_t row, uint32_t col)
{
    size_t i;

    for (i = 0; i < m->n_heads; i++)
        if (m->head[i].row == row && m->head[i].col == col)
            return m->head[i].text;
    return none;
}

void cj_cells_new_cells(cj_cells_pass *pass)
{
    const cj_shift *s = &pass->m->shift;
    uint32_t i;
    cj_buf b;

    pass->came = true;
    if (s->out || !pass->cell_name.n)
        return;
    cj_buf_init(&b, pass->row_arena);
    for (i = 0; i < s->n && i <= CJ_MOST_COLS - s->at; i++) {
        cj_str text = head_at(pass->m, pass->to_row, s->at + i);

        if (!text.n && !pass->left_style.n)
            continue;
        put_cell(pass, &b, pass->to_row, s->at + i, pass->left_style, text);
        pass->to_col = s->at + i;
    }
    cj_cells_put(pass, cj_buf_str(&b));
}
