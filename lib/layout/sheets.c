/* sheets.c - sheets that no map reads, copied as they are: values, looks, merged areas. */
#include "layout/rest.h"
#include "map/build.h"
#include <string.h>

/* The sheet is a table of the user's own that is only called like our notes. */
static bool only_called_notes(const cj_map *m, unsigned sheet)
{
    size_t i, n = 0;

    for (i = 0; i < m->n_sections; i++)
        if (m->sections[i].at.sheet == sheet) {
            if (m->sections[i].kind != CJ_SECTION_NOTES || cj_notes_ours(&m->sections[i]))
                return false;
            n++;
        }
    return n == 1;
}

static bool read_by(const cj_map *m, unsigned sheet)
{
    size_t i;

    if (m->sheet == sheet)
        return true;
    if (only_called_notes(m, sheet))
        return false;
    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].at.sheet == sheet)
            return true;
    return false;
}

bool cj_lay_read(const cj_maps *maps, unsigned sheet)
{
    size_t i;

    for (i = 0; i < maps->n; i++)
        if (read_by(&maps->map[i], sheet))
            return true;
    return false;
}

static uint32_t style_of(cj_pen *p, const cj_book *from, uint32_t style)
{
    cj_style s = from->styles[style];

    s.role = CJ_ROLE_NONE;
    s.number_format = cj_pen_format(&s);
    return cj_book_style(p->arena, p->out->book, s);
}

static void copy_cell(cj_pen *p, const cj_book *from, const cj_book_cell *c, unsigned sheet)
{
    cj_book_cell *to = cj_sheet_add(p->arena, cj_pen_sheet(p), c->row, c->col);

    cj_pen_take(to, from, c);
    to->style = style_of(p, from, c->style);
    cj_pen_from(p, (cj_span){ sheet, c->row, c->col, 0, 0 }, c->row, c->col, CJ_MOVE_WHOLE);
}

/* A writer links cells only: where nothing stands, a blank one does. */
static void copy_linked(cj_pen *p, const cj_sheet *from)
{
    size_t i;

    for (i = 0; i < from->n_links; i++) {
        const cj_range *at = &from->links[i].at;

        if (!cj_sheet_find(from, at->row1, at->col1))
            cj_sheet_add(p->arena, cj_pen_sheet(p), at->row1, at->col1);
    }
}

static void copy_sheet(cj_pen *p, const cj_book *from, unsigned index)
{
    const cj_sheet *s = &from->sheets[index];
    cj_sheet *to;
    size_t i;

    cj_pen_new_sheet(p, s->name);
    p->copied[index] = p->sheet + 1;
    for (i = 0; i < s->n_cells; i++)
        copy_cell(p, from, cj_sheet_cell(s, i), index);
    copy_linked(p, s);
    to = cj_pen_sheet(p);
    to->state = s->state == CJ_VISIBLE ? CJ_VISIBLE : CJ_HIDDEN;
    to->merges = s->merges;
    to->n_merges = to->cap_merges = s->n_merges;
    to->hidden_rows = s->hidden_rows;
    to->n_hidden_rows = to->cap_hidden_rows = s->n_hidden_rows;
    to->hidden_cols = s->hidden_cols;
    to->n_hidden_cols = to->cap_hidden_cols = s->n_hidden_cols;
}

void cj_lay_sheets(cj_pen *p, const cj_maps *maps)
{
    const cj_book *book = maps->map[0].book;
    unsigned i;

    for (i = 0; i < book->n_sheets; i++) {
        const cj_sheet *s = &book->sheets[i];

        if (cj_lay_read(maps, i) || s->kind != CJ_WORKSHEET ||
            (!s->n_cells && !s->n_notes) || (p->options->guide && cj_guide_is(s)))
            continue;
        copy_sheet(p, book, i);
    }
}
