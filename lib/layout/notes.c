/* notes.c - the page of notes: texts that have no place in the standard form. */
#include "layout/notes.h"
#include "map/window.h"
#include "base/buf.h"
#include "base/utf8.h"

enum {
    SHORT = 12,
    ONE_LINE = 8000
}; /* bytes of a number, a mark; of what goes in one line */

static const cj_text headers[] = { { "Place", "元の場所" }, { "Text", "内容" } };

bool cj_notes_ours(const cj_section *s)
{
    size_t i;

    for (i = 0; i < 2 && i < s->n_columns; i++)
        if (!cj_str_eq(s->columns[i].label, cj_str_of(headers[i].en)) &&
            !cj_str_eq(s->columns[i].label, cj_str_of(headers[i].ja)))
            return false;
    return s->kind == CJ_SECTION_NOTES && i == 2;
}

cj_str cj_notes_place(const cj_notes *n, unsigned sheet, unsigned row, unsigned col)
{
    const cj_book *old = n->old;
    char ref[CJ_REF_MAX];

    cj_ref(ref, row, col);
    if (old->format == CJ_CSV || old->format == CJ_TSV)
        return cj_str_fmt(n->page.arena, "%s", ref);
    return cj_str_fmt(n->page.arena, CJ_FMT "!%s", CJ_ARG(old->sheets[sheet].name), ref);
}

static void begin(cj_notes *n)
{
    cj_pen *p = &n->page;
    const char *title = cj_labels_canonical(CJ_FAM_SHEET, CJ_SECTION_NOTES, p->lang);

    if (n->head)
        return;
    if (p->options->stacked) {
        p->row++;
        cj_pen_put(p, p->row++, 1, CJ_ROLE_SECTION,
                   cj_str_fmt(p->arena, "%s%s", p->lang == CJ_JA ? "■" : "# ", title));
    } else {
        cj_pen_new_sheet(p, cj_str_of(title));
        cj_pen_width(p, 1, 26);
        cj_pen_width(p, 2, 100);
        cj_pen_sheet(p)->look.freeze_row = 2;
    }
    n->head = p->row;
    n->n_columns = 2;
    cj_pen_put(p, p->row, 1, CJ_ROLE_COLUMN, cj_str_of(cj_text_in(headers[0], p->lang)));
    cj_pen_put(p, p->row++, 2, CJ_ROLE_COLUMN, cj_str_of(cj_text_in(headers[1], p->lang)));
}

unsigned cj_notes_add(cj_notes *n, cj_str place, cj_str text)
{
    cj_pen *p = &n->page;

    begin(n);
    cj_pen_put(p, p->row, 1, CJ_ROLE_FIELD, place);
    cj_pen_put(p, p->row, 2, CJ_ROLE_FIELD, text);
    return p->row++;
}

static void old_headers(cj_notes *n, const cj_section *s)
{
    cj_pen *p = &n->page;
    size_t c;

    for (c = 0; c < s->n_columns; c++) {
        unsigned col = (unsigned)c + 1;
        bool free = c >= n->n_columns;

        if (free)
            cj_pen_put(p, n->head, col, CJ_ROLE_COLUMN, s->columns[c].label);
        n->n_columns += free;
        cj_pen_from(p, s->columns[c].at, n->head, col,
                    c < 2 ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
    }
}

static void old_lines(cj_notes *n, const cj_section *s)
{
    cj_pen *p = &n->page;
    size_t r, c;

    begin(n);
    cj_pen_from(p, s->at, p->options->stacked ? n->head - 1 : 0, 1, CJ_MOVE_LABEL);
    old_headers(n, s);
    for (r = 0; r < s->n_records; r++, p->row++)
        for (c = 0; c < s->n_columns; c++) {
            const cj_field *f = &s->records[r].cell[c];

            if (c < 2 || f->text.n)
                cj_pen_copy(p, p->row, (unsigned)c + 1, CJ_ROLE_FIELD, f->text, f->at);
            cj_pen_from(p, f->at, p->row, (unsigned)c + 1, CJ_MOVE_WHOLE);
        }
}

/* Notes that an earlier run made stay in front, as they are. */
static void old_notes(cj_notes *n)
{
    size_t i, k;

    for (i = 0; i < n->maps->n; i++)
        for (k = 0; k < n->maps->map[i].n_sections; k++) {
            const cj_map *m = &n->maps->map[i];
            const cj_section *s = &m->sections[k];

            if (cj_notes_ours(s) && (!i || s->at.sheet == m->sheet))
                old_lines(n, s);
        }
}

/* Texts of one row that have no place stand in one line, as they stood side by side. */
typedef struct lost {
    unsigned sheet, row, first, last;
    cj_buf text;
    unsigned col[64];
    size_t n;
} lost;

static cj_str place_from_to(const cj_notes *n, const lost *from, unsigned row1,
                            unsigned col1, unsigned row2, unsigned col2)
{
    cj_str place = cj_notes_place(n, from->sheet, row1, col1);
    char ref[CJ_REF_MAX];

    if (row1 == row2 && col1 == col2)
        return place;
    cj_ref(ref, row2, col2);
    return cj_str_fmt(n->page.arena, CJ_FMT ":%s", CJ_ARG(place), ref);
}

/* Numbers in front of rows, and the like, are one line for all of them. */
static bool goes_on(cj_notes *n, const lost *l)
{
    bool next = n->column_text && l->n == 1 && l->text.n <= SHORT &&
                l->first == n->column && l->row > n->column_last &&
                l->row <= n->column_last + 4 && n->column_text->text.n < ONE_LINE;

    if (!next)
        return false;
    n->column_last = l->row;
    n->column_text->text =
        cj_str_fmt(n->page.arena, CJ_FMT " | " CJ_FMT, CJ_ARG(n->column_text->text),
                   CJ_ARG(cj_buf_str(&l->text)));
    n->column_place->text =
        place_from_to(n, l, n->column_first, n->column, n->column_last, n->column);
    return true;
}

static void put_lost(cj_notes *n, const lost *l)
{
    cj_pen *p = &n->page;
    bool may = l->n == 1 && l->text.n <= SHORT;
    cj_book_cell *place, *text;

    begin(n);
    place = cj_pen_put(p, p->row, 1, CJ_ROLE_FIELD,
                       place_from_to(n, l, l->row, l->first, l->row, l->last));
    text = cj_pen_put(p, p->row++, 2, CJ_ROLE_FIELD, cj_buf_str(&l->text));
    n->column_place = place;
    n->column_text = may ? text : NULL;
    n->column = l->first;
    n->column_first = n->column_last = l->row;
}

static void flush(cj_notes *n, lost *l)
{
    size_t i;

    if (!l->n)
        return;
    if (!goes_on(n, l))
        put_lost(n, l);
    for (i = 0; i < l->n; i++)
        cj_pen_from(&n->page, (cj_span){ l->sheet, l->row, l->col[i], 0, 0 },
                    n->page.row - 1, 2, CJ_MOVE_WHOLE);
    l->n = 0;
}

static void lose(cj_notes *n, lost *l, unsigned sheet, const cj_book_cell *c, cj_str text)
{
    if (l->n && (l->sheet != sheet || l->row != c->row || l->n == 64 ||
                 l->text.n + text.n > ONE_LINE))
        flush(n, l);
    if (!l->n) {
        *l = (lost){ .sheet = sheet, .row = c->row, .first = c->col };
        cj_buf_init(&l->text, n->page.arena);
    } else {
        cj_buf_z(&l->text, " | ");
    }
    cj_buf_add(&l->text, text);
    l->last = c->col;
    l->col[l->n++] = c->col;
}

/* Copied as it is, or written anew. */
static bool elsewhere(const cj_notes *n, unsigned sheet)
{
    return n->page.copied[sheet] || cj_guide_is(&n->old->sheets[sheet]);
}

static void lost_cells(cj_notes *n)
{
    const cj_book *old = n->old;
    lost l = { .n = 0 };
    unsigned sheet;
    bool read;
    size_t i;

    for (sheet = 0; sheet < old->n_sheets; sheet++)
        for (i = 0, read = !elsewhere(n, sheet); read && i < old->sheets[sheet].n_cells;
             i++) {
            const cj_book_cell *c = cj_sheet_cell(&old->sheets[sheet], i);
            cj_str text = cj_seen(n->page.arena, old, c);

            if (text.n && !cj_found_again(&n->page, n->maps, c, sheet))
                lose(n, &l, sheet, c, text);
        }
    flush(n, &l);
}

void cj_lay_notes(cj_pen *p, const cj_maps *maps)
{
    cj_notes n = { .page = *p, .maps = maps, .old = maps->map[0].book };

    old_notes(&n);
    cj_moves_sort(p->out);
    lost_cells(&n);
    cj_moves_sort(p->out);
    cj_notes_sides(&n);
    cj_moves_sort(p->out);
    cj_notes_strikes(&n);
    cj_notes_cut(&n);
    if (n.head)
        cj_sheet_seal(p->arena, cj_pen_sheet(&n.page));
    cj_moves_sort(p->out);
}
