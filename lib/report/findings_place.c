/* findings_place.c - where a finding stands, as people look it up in their spreadsheet. */
#include "report/findings.h"
#include "base/buf.h"
#include <string.h>

static bool is_csv(const cj_book *book)
{
    return book->format == CJ_CSV || book->format == CJ_TSV;
}

static unsigned breaks(cj_str s)
{
    unsigned n = 0;
    size_t i;

    if (!s.n || (!memchr(s.p, '\n', s.n) && !memchr(s.p, '\r', s.n)))
        return 0;
    for (i = 0; i < s.n; i++)
        n += s.p[i] == '\n' || (s.p[i] == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n'));
    return n;
}

/* A record of a CSV is a line, and one more for each line break in its fields. Thousands of findings
 * may stand in one row of long texts, which are read once for all of them. */
static void count_lines(const cj_places *p)
{
    const cj_sheet *s = &p->book->sheets[0];
    cj_lines *l = p->lines;
    uint32_t row;
    size_t i;

    l->first = CJ_NEW_N(p->arena, unsigned, s->rows + 2u);
    l->broken = CJ_NEW_N(p->arena, unsigned, s->n_cells + 1);
    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        l->broken[i] = l->first[c->row + 1];
        l->first[c->row + 1] += breaks(c->text);
    }
    l->first[1] = p->book->csv.sep_line ? 2 : 1;
    for (row = 2; row <= s->rows + 1; row++)
        l->first[row] += l->first[row - 1] + 1;
}

cj_places cj_places_of(cj_arena *arena, cj_str path, const cj_book *book)
{
    cj_places p = { .arena = arena, .path = path, .book = book };

    if (is_csv(book) && book->n_sheets)
        p.lines = CJ_NEW(arena, cj_lines);
    return p;
}

/* Behind the last cell of a row all of its line breaks count. */
static unsigned line_of(const cj_places *p, const cj_span *at)
{
    const cj_sheet *s = &p->book->sheets[0];
    size_t i;

    if (at->row > s->rows + 1)
        return at->row;
    if (p->book->csv.flat)
        return at->row + p->book->csv.sep_line;
    if (!p->lines->first)
        count_lines(p);
    i = cj_sheet_from(s, at->row, at->col);
    if (i < s->n_cells && cj_sheet_cell(s, i)->row == at->row)
        return p->lines->first[at->row] + p->lines->broken[i];
    return at->row > s->rows ? p->lines->first[at->row] : p->lines->first[at->row + 1] - 1;
}

cj_pos cj_place_of(const cj_places *p, const cj_span *at)
{
    cj_pos pos = { .file = p->path, .row = at->row, .col = at->col };

    if (p->lines && at->row)
        pos.row = line_of(p, at);
    else if (!p->lines)
        pos.sheet = p->book->sheets[at->sheet].name;
    return pos;
}

cj_str cj_place(const cj_places *p, const cj_fold *fold)
{
    const cj_span *at = &fold->finding->at;
    cj_str cells = at->row ? cj_fold_ranges(p->arena, fold) : CJ_STR("");
    cj_buf b;

    cj_buf_init(&b, p->arena);
    cj_buf_add(&b, p->path);
    if (p->lines && at->row)
        cj_buf_fmt(&b, ":%u:%u (" CJ_FMT ")", line_of(p, at), at->col, CJ_ARG(cells));
    else if (at->row)
        cj_buf_fmt(&b, ":" CJ_FMT "!" CJ_FMT, CJ_ARG(p->book->sheets[at->sheet].name),
                   CJ_ARG(cells));
    return cj_buf_str(&b);
}

cj_str cj_place_file(cj_str path)
{
    size_t from = path.n;

    while (from > 0 && path.p[from - 1] != '/')
        from--;
    return cj_str_from(path, from);
}
