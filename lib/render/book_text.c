/* book_text.c - texts in cells of a workbook: their lines, letters, links, notes and ground. */
#include "render/book.h"
#include "render/lines.h"
#include <cj/write.h>
#include "base/utf8.h"
#include <stdlib.h>

enum { MOST_UNITS = 32767 }; /* of UTF-16, that a cell of Excel holds */

/* ---- lines and marks ------------------------------------------------------------------------------ */

static unsigned marks_of(const cj_fragment *f)
{
    static const unsigned marks[] = {
        [CJ_M_STRONG] = CJ_RICH_STRONG,
        [CJ_M_TAG] = CJ_RICH_STRONG,
        [CJ_M_GONE] = CJ_RICH_GONE,
        [CJ_M_NEW] = CJ_RICH_NEW,
        [CJ_M_AWAY] = 0,
    };

    return (unsigned)f->mark < sizeof marks / sizeof *marks ? marks[f->mark] : 0;
}

static bool known(const cj_draft *d, const cj_fragment *f)
{
    size_t lo = 0, hi = d->n_anchors;

    if (f->mark == CJ_M_AWAY)
        return f->to.n && f->to.p[0] != '#' && cj_xlsx_takes_link(f->to);
    if (f->mark != CJ_M_HERE)
        return false;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int order = cj_str_cmp(d->anchors[mid].name, f->to);

        if (!order)
            return true;
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return false;
}

static void add_run(cj_draft *d, cj_said *s, size_t from, size_t n, unsigned marks)
{
    if (!marks || !n)
        return;
    CJ_ROOM(d->arena, s->run, s->n, s->cap);
    s->run[s->n++] = (cj_rich_run){ from, n, marks };
}

/* A cell leads to one place; an address that is not that one is written out. */
static void add_fragment(cj_draft *d, cj_said *s, cj_buf *b, const cj_fragment *f,
                         unsigned aside)
{
    cj_str text = cj_plain(d->arena, f->text);
    unsigned marks = marks_of(f) | aside;

    if (!s->link && known(d, f)) {
        s->link = f;
        marks |= CJ_RICH_LINK;
    }
    add_run(d, s, b->n, text.n, marks);
    cj_buf_add(b, text);
    if (f->mark == CJ_M_AWAY && s->link != f && !cj_str_has(f->text, f->to))
        cj_buf_fmt(b, " <" CJ_FMT ">", CJ_ARG(cj_plain(d->arena, f->to)));
}

static void add_line(cj_draft *d, cj_said *s, cj_buf *b, const cj_line *line, bool alone)
{
    const cj_fragment *f;

    cj_buf_z(b, b->n ? "\n" : "");
    cj_buf_z(b, line->kind == CJ_LINE_ENTRY && !alone ? "• "
                : line->kind == CJ_LINE_MORE          ? "  "
                                                      : "");
    for (f = line->first; f; f = f->next)
        add_fragment(d, s, b, f, line->kind == CJ_LINE_ASIDE ? CJ_RICH_ASIDE : 0);
}

cj_said cj_draft_said(cj_draft *d, const cj_marked *m, cj_str plain)
{
    cj_said s = { .text = cj_plain(d->arena, plain) };
    const cj_line *line;
    cj_buf b;

    if (!m || !m->first)
        return s;
    cj_buf_init(&b, d->arena);
    for (line = m->first; line; line = line->next)
        add_line(d, &s, &b, line, m->first->next == NULL);
    s.text = cj_buf_str(&b);
    return s;
}

/* ---- cells ---------------------------------------------------------------------------------------- */

bool cj_draft_tint(cj_level level, uint32_t *fill)
{
    /* Pale enough for black letters, and not all of one grey. */
    static const uint32_t tints[] = { [CJ_NOTE_LEVEL] = 0xe8f0fa,
                                      [CJ_WARN_LEVEL] = 0xffeab0,
                                      [CJ_FAIL_LEVEL] = 0xf6cac6,
                                      [CJ_GOOD_LEVEL] = 0xdcf1dd };

    if (level == CJ_PLAIN)
        return false;
    *fill = tints[level];
    return true;
}

/* The bytes of the front that a cell holds, up to a line's end where one is near. */
static size_t front(cj_str text)
{
    cj_str rest = text;
    size_t units = 0, at = 0, end;

    if (text.n <= MOST_UNITS)
        return text.n;
    while (rest.n && units <= MOST_UNITS) {
        at = text.n - rest.n;
        units += cj_utf8_next(&rest) > 0xffff ? 2 : 1;
    }
    if (units <= MOST_UNITS)
        return text.n;
    for (end = at; end > at / 2; end--)
        if (text.p[end - 1] == '\n')
            return end;
    return at;
}

static void add_note(cj_draft *d, uint32_t row, uint32_t col, cj_str text)
{
    cj_sheet *s = cj_draft_sheet(d);
    cj_str head = cj_utf8_head(cj_plain(d->arena, text), MOST_UNITS - 4);

    if (!text.n)
        return;
    if (head.n < text.n && text.n > MOST_UNITS - 4)
        head = cj_str_fmt(d->arena, CJ_FMT "…", CJ_ARG(head));
    CJ_ROOM(d->arena, s->notes, s->n_notes, s->cap_notes);
    s->notes[s->n_notes++] = (cj_book_note){ .row = row, .col = col, .text = head };
}

/* Some programs show a text with a link on one line, whatever it holds: what has more leads nowhere. */
static void add_link(cj_draft *d, const cj_book_cell *c, const cj_fragment *f)
{
    cj_sheet *s = cj_draft_sheet(d);
    cj_anchor key = { .name = f->to };
    size_t i;

    if (f->mark == CJ_M_AWAY) {
        if (s->n_links >= CJ_XLSX_LINKS)
            return;
        CJ_ROOM(d->arena, s->links, s->n_links, s->cap_links);
        s->links[s->n_links++] =
            (cj_book_link){ { c->row, c->col, c->row, c->col }, f->to };
        return;
    }
    for (i = 0; i < d->n_anchors && !cj_str_eq(d->anchors[i].name, key.name); i++)
        ;
    CJ_ROOM(d->arena, d->leads, d->n_leads, d->cap_leads);
    d->leads[d->n_leads++] =
        (cj_lead){ (unsigned)d->book->n_sheets - 1, c->row, c->col, &d->anchors[i] };
}

static bool one_line(cj_str text, double room)
{
    return !cj_str_has(text, CJ_STR("\n")) && cj_utf8_width(text) <= room;
}

/* A part that is all of the text looks as the cell does. */
static void add_letters(cj_draft *d, const cj_book_cell *c, const cj_said *said,
                        cj_style *style)
{
    cj_sheet *s = cj_draft_sheet(d);

    if (said->n == 1 && said->run[0].n == c->text.n) {
        unsigned marks = said->run[0].marks;

        style->bold = style->bold || (marks & (CJ_RICH_STRONG | CJ_RICH_NEW));
        style->strike = (marks & CJ_RICH_GONE) != 0;
        return;
    }
    if (!said->n)
        return;
    CJ_ROOM(d->arena, s->rich, s->n_rich, s->cap_rich);
    s->rich[s->n_rich++] = (cj_book_rich){ c->row, c->col, said->run, said->n };
}

cj_book_cell *cj_draft_put(cj_draft *d, uint32_t row, uint32_t col, cj_style style,
                           const cj_marked *m, cj_str plain, double room, cj_str *rest)
{
    cj_said said = cj_draft_said(d, m, plain);
    cj_book_cell *c = cj_sheet_add(d->arena, cj_draft_sheet(d), row, col);
    size_t end = front(said.text), i;

    *rest = cj_str_from(said.text, end);
    c->text = cj_str_cut(said.text, 0, end);
    c->value = c->text.n ? CJ_V_TEXT : CJ_V_EMPTY;
    if (said.link && !one_line(said.text, room)) {
        for (i = 0; i < said.n; i++)
            said.run[i].marks &= ~(unsigned)CJ_RICH_LINK;
        if (said.link->mark == CJ_M_AWAY && !cj_str_has(said.text, said.link->to))
            add_note(d, row, col, said.link->to);
        said.link = NULL;
    }
    if (said.link)
        add_link(d, c, said.link);
    if (!rest->n)
        add_letters(d, c, &said, &style);
    if (m && m->level != CJ_PLAIN)
        style.has_fill = cj_draft_tint(m->level, &style.fill);
    c->style = cj_book_style(d->arena, d->book, style);
    if (m) {
        cj_draft_anchor(d, m->anchor, row, col);
        add_note(d, row, col, m->note);
    }
    return c;
}

/* ---- over the width of the sheet ------------------------------------------------------------------- */

static void span(cj_draft *d, uint32_t row)
{
    cj_sheet *s = cj_draft_sheet(d);

    if (d->span < 2)
        return;
    CJ_ROOM(d->arena, s->merges, s->n_merges, s->cap_merges);
    s->merges[s->n_merges++] = (cj_range){ row, 1, row, d->span };
}

void cj_draft_text(cj_draft *d, cj_role role, cj_level level, const cj_marked *m, cj_str s)
{
    cj_style style = { .role = role };
    cj_str rest = s;

    /* Notes are aside: they have no ground. */
    style.has_fill = level != CJ_NOTE_LEVEL && cj_draft_tint(level, &style.fill);
    do {
        cj_draft_put(d, d->row, 1, style, m, rest, cj_draft_room(d, 1, d->span), &rest);
        span(d, d->row++);
        m = NULL;
    } while (rest.n);
}
