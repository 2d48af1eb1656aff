/* notes.c - what has no place in the standard form: texts outside the grid, comments, links. */
#include "layout/rest.h"
#include "base/buf.h"
#include "base/utf8.h"

enum {
    SHORT = 12,
    ONE_LINE = 8000
}; /* bytes of a number, a mark; of what goes in one line */

/* The page of notes is begun with the first one. */
typedef struct notes {
    cj_pen page;
    const cj_maps *maps;
    const cj_book *old;
    unsigned head; /* the row of its headers; 0: not begun */
    /* the newest line, where it holds short texts of one column, one below the other: 1, 2, 3 */
    cj_book_cell *column_place, *column_text;
    unsigned column, column_first, column_last;
} notes;

static cj_str place_of(const notes *n, unsigned sheet, unsigned row, unsigned col)
{
    const cj_book *old = n->old;
    char ref[CJ_REF_MAX];

    cj_ref(ref, row, col);
    if (old->format == CJ_CSV || old->format == CJ_TSV)
        return cj_str_fmt(n->page.arena, "%s", ref);
    return cj_str_fmt(n->page.arena, CJ_FMT "!%s", CJ_ARG(old->sheets[sheet].name), ref);
}

static void begin(notes *n)
{
    static const cj_text place = { "Place", "元の場所" }, text = { "Text", "内容" };
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
    cj_pen_put(p, p->row, 1, CJ_ROLE_COLUMN, cj_str_of(cj_text_in(place, p->lang)));
    cj_pen_put(p, p->row++, 2, CJ_ROLE_COLUMN, cj_str_of(cj_text_in(text, p->lang)));
}

static void add_note(notes *n, cj_str place, cj_str text)
{
    cj_pen *p = &n->page;

    begin(n);
    cj_pen_put(p, p->row, 1, CJ_ROLE_FIELD, place);
    cj_pen_put(p, p->row++, 2, CJ_ROLE_FIELD, text);
}

/* Notes that an earlier run made stay in front, as they are. */
static void old_notes(notes *n)
{
    const cj_map *m;
    cj_pen *p = &n->page;
    size_t i, k, r, c;

    for (i = 0; i < n->maps->n; i++)
        for (k = 0; k < n->maps->map[i].n_sections; k++) {
            const cj_section *s;

            m = &n->maps->map[i];
            s = &m->sections[k];
            if (s->kind != CJ_SECTION_NOTES || (i && s->at.sheet != m->sheet))
                continue;
            begin(n);
            cj_pen_from(p, s->at, n->head, 1, CJ_MOVE_LABEL);
            for (c = 0; c < s->n_columns; c++)
                cj_pen_from(p, s->columns[c].at, n->head, c < 2 ? (unsigned)c + 1 : 2,
                            c < 2 ? CJ_MOVE_LABEL : CJ_MOVE_WHOLE);
            for (r = 0; r < s->n_records; r++, p->row++)
                for (c = 0; c < s->n_columns; c++) {
                    cj_pen_put(p, p->row, (unsigned)c + 1, CJ_ROLE_FIELD,
                               s->records[r].cell[c].text);
                    cj_pen_from(p, s->records[r].cell[c].at, p->row, (unsigned)c + 1,
                                CJ_MOVE_WHOLE);
                }
        }
}

/* Texts of one row that have no place stand in one line, as they stood side by side. */
typedef struct lost {
    unsigned sheet, row, first, last;
    cj_buf text;
    unsigned col[64];
    size_t n;
} lost;

static cj_str place_from_to(const notes *n, const lost *from, unsigned row1, unsigned col1,
                            unsigned row2, unsigned col2)
{
    cj_str place = place_of(n, from->sheet, row1, col1);
    char ref[CJ_REF_MAX];

    if (row1 == row2 && col1 == col2)
        return place;
    cj_ref(ref, row2, col2);
    return cj_str_fmt(n->page.arena, CJ_FMT ":%s", CJ_ARG(place), ref);
}

/* Numbers in front of rows, and the like, are one line for all of them. */
static bool goes_on(notes *n, const lost *l)
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

static void put_lost(notes *n, const lost *l)
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

static void flush(notes *n, lost *l)
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

static void lose(notes *n, lost *l, unsigned sheet, const cj_book_cell *c, cj_str text)
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

static void lost_cells(notes *n)
{
    const cj_book *old = n->old;
    lost l = { .n = 0 };
    unsigned sheet;
    bool read;
    size_t i;

    for (sheet = 0; sheet < old->n_sheets; sheet++)
        for (i = 0, read = cj_lay_read(n->maps, sheet);
             read && i < old->sheets[sheet].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&old->sheets[sheet], i);
            cj_str text = cj_utf8_trim(cj_book_cell_text(n->page.arena, old, c));

            if (text.n && !cj_found_again(&n->page, n->maps, c, sheet, text))
                lose(n, &l, sheet, c, text);
        }
    flush(n, &l);
}

/* ---- comments and links ----------------------------------------------------------------------------------- */

static cj_book_note *note_at(cj_sheet *s, unsigned row, unsigned col)
{
    size_t i;

    for (i = 0; i < s->n_notes; i++)
        if (s->notes[i].row == row && s->notes[i].col == col)
            return &s->notes[i];
    return NULL;
}

static void keep_note(notes *n, unsigned sheet, const cj_book_note *note)
{
    static const cj_text says = { "comment of ", "コメント: " };
    cj_pen *p = &n->page;
    size_t count;
    const cj_move *m = cj_moves_of(p->out, sheet, note->row, note->col, &count);
    cj_book_note *there;
    cj_pen to = *p;
    cj_str text = cj_guide_note_off(p, note->text);

    if (!text.n)
        return;
    if (!m || !m->row || p->options->stacked) {
        cj_str place = place_of(n, sheet, note->row, note->col);

        add_note(
            n, cj_str_fmt(p->arena, "%s" CJ_FMT, cj_text_in(says, p->lang), CJ_ARG(place)),
            text);
        return;
    }
    to.sheet = m->sheet;
    there = note_at(cj_pen_sheet(&to), m->row, m->col);
    if (there && !cj_words_covered(p->arena, text, there->text)) {
        there->text =
            cj_str_fmt(p->arena, CJ_FMT "\n\n" CJ_FMT, CJ_ARG(there->text), CJ_ARG(text));
    } else if (!there) {
        cj_pen_note(&to, m->row, m->col, text);
        there = note_at(cj_pen_sheet(&to), m->row, m->col);
        there->author = note->author;
    }
}

static bool linked(const cj_sheet *s, unsigned row, unsigned col)
{
    size_t i;

    for (i = 0; i < s->n_links; i++)
        if (s->links[i].at.row1 <= row && row <= s->links[i].at.row2 &&
            s->links[i].at.col1 <= col && col <= s->links[i].at.col2)
            return true;
    return false;
}

static void add_link(cj_pen *p, unsigned sheet, unsigned row, unsigned col, cj_str target)
{
    cj_sheet *s = &p->out->book->sheets[sheet];

    CJ_ROOM(p->arena, s->links, s->n_links, s->cap_links);
    s->links[s->n_links++] = (cj_book_link){ { row, col, row, col }, target };
}

/* Links inside the book point to places that have moved; between sources and what they support
 * they are made anew. */
static void keep_link(notes *n, unsigned sheet, const cj_book_link *link)
{
    static const cj_text says = { "link of ", "リンク: " };
    cj_pen *p = &n->page;
    size_t count;
    const cj_move *m = cj_moves_of(p->out, sheet, link->at.row1, link->at.col1, &count);
    cj_str place = place_of(n, sheet, link->at.row1, link->at.col1);

    if (!link->target.n || cj_str_starts(link->target, CJ_STR("#")))
        return;
    if (m && m->row && !p->options->stacked &&
        !linked(&p->out->book->sheets[m->sheet], m->row, m->col))
        add_link(p, m->sheet, m->row, m->col, link->target);
    else if (!m || !m->row ||
             !cj_words_covered(p->arena, link->target, cj_moved_text(p, m)))
        add_note(
            n, cj_str_fmt(p->arena, "%s" CJ_FMT, cj_text_in(says, p->lang), CJ_ARG(place)),
            link->target);
}

static void keep_sides(notes *n)
{
    unsigned sheet;
    size_t i;

    for (sheet = 0; sheet < n->old->n_sheets; sheet++) {
        const cj_sheet *s = &n->old->sheets[sheet];

        if (!cj_lay_read(n->maps, sheet))
            continue;
        for (i = 0; i < s->n_notes; i++)
            keep_note(n, sheet, &s->notes[i]);
        for (i = 0; i < s->n_links; i++)
            keep_link(n, sheet, &s->links[i]);
    }
}

void cj_lay_notes(cj_pen *p, const cj_maps *maps)
{
    notes n = { .page = *p, .maps = maps, .old = maps->map[0].book };

    old_notes(&n);
    cj_moves_sort(p->out);
    lost_cells(&n);
    cj_moves_sort(p->out);
    keep_sides(&n);
    if (n.head)
        cj_sheet_seal(p->arena, cj_pen_sheet(&n.page));
    cj_moves_sort(p->out);
}
