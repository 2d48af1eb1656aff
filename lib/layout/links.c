/* links.c - from a statement to the evidence that it names, and back. */
#include "layout/rest.h"
#include "layout/words.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

static const cj_move *move_of(const cj_pen *p, cj_span at)
{
    size_t n;

    return at.row ? cj_moves_of(p->out, at.sheet, at.row, at.col, &n) : NULL;
}

/* LibreOffice shows the text of a linked cell in one line, which it cuts at the cell's edge; and who clicks
 * into a long cell wants to write there. So only a text that fits into one line is linked. */
static bool is_short(const cj_pen *p, const cj_move *at)
{
    const cj_sheet *s = &p->out->book->sheets[at->sheet];
    const cj_book_cell *c = cj_sheet_find(s, at->row, at->col);
    double width = at->col <= s->look.n_widths ? s->look.width[at->col - 1] : 0;

    return c && !cj_str_has(c->text, CJ_STR("\n")) &&
           (double)cj_utf8_width(c->text) + 2 < width;
}

static void link_to(cj_pen *p, const cj_move *from, const cj_move *to)
{
    cj_range at = { from->row, from->col, from->row, from->col };
    char ref[CJ_REF_MAX];

    if (!from->row || !to->row || !is_short(p, from) ||
        cj_pen_linked(p, from->sheet, from->row, from->col))
        return;
    cj_ref(ref, to->row, to->col);
    cj_pen_link(p, from->sheet, at,
                cj_str_fmt(p->arena, "#" CJ_FMT "!%s",
                           CJ_ARG(p->out->book->sheets[to->sheet].name), ref));
}

static cj_span id_of(const cj_evidence *e)
{
    const cj_field *f = cj_record_field(e->section, e->record, "id");

    return f && f->text.n ? f->at : (cj_span){ 0, 0, 0, 0, 0 };
}

static const cj_evidence *evidence(const cj_map *m, unsigned id)
{
    size_t i;

    for (i = 0; id && i < m->n_evidence; i++)
        if (m->evidence[i].id == id)
            return &m->evidence[i];
    return NULL;
}

/* The sources that the new cell names: what is told in front of its lines may name some, too. A cell has one
 * link: to the first of them. */
static cj_ref_list refs_of(const cj_pen *p, const cj_cell *c, const cj_move *at)
{
    const cj_book_cell *now =
        cj_sheet_find(&p->out->book->sheets[at->sheet], at->row, at->col);

    if (!now || !c->n_items || cj_str_eq(now->text, c->text))
        return c->support.refs;
    return cj_words_read(p->arena, c, now->text).support.refs;
}

static void link_place(cj_pen *p, const cj_map *m, const cj_cell *c, const cj_move *at)
{
    cj_ref_list refs = at->row ? refs_of(p, c, at) : (cj_ref_list){ NULL, 0, 0 };
    size_t i;

    for (i = 0; i < refs.n; i++) {
        const cj_evidence *e = evidence(m, refs.id[i]);
        const cj_move *source = e ? move_of(p, id_of(e)) : NULL;

        if (!source)
            continue;
        link_to(p, at, source);
        link_to(p, source, at);
    }
}

/* A cell merged over two phases has become two cells, and each of them leads to its source. */
static void link_cell(cj_pen *p, const cj_map *m, const cj_cell *c)
{
    const cj_span none = { 0, 0, 0, 0, 0 }, at = c->n_parts ? c->parts[0].at : none;
    const cj_move *cell;
    size_t k, n = 0;

    cell = at.row ? cj_moves_of(p->out, at.sheet, at.row, at.col, &n) : NULL;
    for (k = 0; cell && k < n; k++)
        link_place(p, m, c, &cell[k]);
}

/* Where a source is kept, if that is an address. */
static void link_address(cj_pen *p, const cj_evidence *e)
{
    const cj_field *f = cj_record_field(e->section, e->record, "link");
    const cj_move *m = f && f->text.n ? move_of(p, f->at) : NULL;

    if (!m || !m->row || memchr(f->text.p, '\n', f->text.n) ||
        !(cj_str_starts(f->text, CJ_STR("https://")) ||
          cj_str_starts(f->text, CJ_STR("http://"))) ||
        cj_pen_linked(p, m->sheet, m->row, m->col))
        return;
    cj_pen_link(p, m->sheet, (cj_range){ m->row, m->col, m->row, m->col }, f->text);
}

static int by_place(const void *x, const void *y)
{
    const cj_book_link *a = x, *b = y;

    if (a->at.row1 != b->at.row1)
        return a->at.row1 < b->at.row1 ? -1 : 1;
    return a->at.col1 < b->at.col1 ? -1 : a->at.col1 > b->at.col1;
}

/* In one order, whoever made them. */
static void sort(cj_book *book)
{
    size_t i;

    for (i = 0; i < book->n_sheets; i++)
        if (book->sheets[i].n_links > 1)
            qsort(book->sheets[i].links, book->sheets[i].n_links, sizeof(cj_book_link),
                  by_place);
}

void cj_lay_evidence_links(cj_pen *p, const cj_maps *maps)
{
    size_t i, e, c;

    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];

        for (e = 0; e < m->n_elements; e++)
            for (c = 0; c < m->n_phases; c++)
                link_cell(p, m, &m->elements[e].cells[c]);
        for (e = 0; e < m->n_evidence; e++)
            link_address(p, &m->evidence[e]);
    }
    sort(p->out->book);
}
