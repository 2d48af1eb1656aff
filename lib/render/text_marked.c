/* text_marked.c - texts with their marks at a terminal: wrapped as plain text, coloured piece by piece. */
#include "render/lines.h"
#include "base/utf8.h"

enum { HANG = 4 }; /* of the lines below an entry's first one */

/* A line that was put together of its fragments. */
typedef struct strip {
    cj_page *page;
    const cj_line *line;
    cj_str *piece; /* the fragments' plain texts, side by side in `all` */
    cj_str all;
} strip;

static strip strip_of(cj_page *page, const cj_line *line)
{
    strip s = { page, line, NULL, { "", 0 } };
    const cj_fragment *f;
    size_t n = 0, i = 0;
    cj_buf b;

    for (f = line->first; f; f = f->next)
        n++;
    s.piece = CJ_NEW_N(page->arena, cj_str, n + 1);
    cj_buf_init(&b, page->arena);
    for (f = line->first; f; f = f->next, i++) {
        s.piece[i] = cj_plain(page->arena, f->text);
        cj_buf_add(&b, s.piece[i]);
    }
    s.all = cj_buf_str(&b);
    return s;
}

static void put_piece(cj_page *page, const cj_line *line, const cj_fragment *f, cj_str text)
{
    switch (f->mark) {
    case CJ_M_TAG:
        cj_put_level(page, f->level, true, text);
        break;
    case CJ_M_STRONG:
        cj_put_level(page, CJ_PLAIN, true, text);
        break;
    case CJ_M_GONE:
        cj_put_level(page, CJ_FAIL_LEVEL, false, text);
        break;
    case CJ_M_NEW:
        cj_put_level(page, CJ_GOOD_LEVEL, false, text);
        break;
    default:
        cj_put_level(page, line->kind == CJ_LINE_ASIDE ? CJ_NOTE_LEVEL : CJ_PLAIN, false,
                     text);
        break;
    }
}

/* What of [from, from + n) of the whole line each fragment says. */
static void put_range(const strip *s, size_t from, size_t n)
{
    const cj_fragment *f = s->line->first;
    size_t at = 0, i;

    for (i = 0; f; f = f->next, i++) {
        size_t end = at + s->piece[i].n, lo = from > at ? from : at,
               hi = from + n < end ? from + n : end;

        if (lo < hi)
            put_piece(s->page, s->line, f, cj_str_cut(s->piece[i], lo - at, hi - lo));
        at = end;
    }
}

static void put_line(cj_page *page, const cj_line *line, unsigned indent, unsigned hang)
{
    strip s = strip_of(page, line);
    unsigned columns = page->width > hang + 8 ? page->width - hang : page->width ? 8 : 0;
    cj_str rest = s.all, piece;
    bool first = true;

    if (!rest.p)
        return;
    while (cj_wrap(&rest, columns, &piece)) {
        cj_put_n(page, " ", first ? indent : hang);
        if (piece.n)
            put_range(&s, (size_t)(piece.p - s.all.p), piece.n);
        fputc('\n', page->out);
        first = false;
    }
}

void cj_put_tagged(cj_page *page, const cj_marked *m)
{
    const cj_line *line;

    for (line = m->first; line; line = line->next) {
        unsigned indent = line == m->first             ? 0
                          : line->kind == CJ_LINE_MORE ? 2 * HANG
                                                       : HANG;

        put_line(page, line, indent, line == m->first ? HANG : 2 * HANG);
    }
}
