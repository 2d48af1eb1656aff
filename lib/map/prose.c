/* prose.c - a text whose commas are those of its sentences, read as CSV. */
#include "map/refuse.h"
#include "base/utf8.h"

enum {
    ENOUGH = 12, /* commas */
    ALIKE = 4,   /* lines of a table one after the other have as many fields */
    WIDE = 3
};

typedef struct measure {
    unsigned row, width; /* of the line at hand */
    unsigned run, longest;
    unsigned last_row, last_width;
    size_t commas, spaced; /* fields behind a comma; and a space */
    size_t fences;         /* ``` of Markdown, in lines of their own */
} measure;

static void end_line(measure *m)
{
    bool alike = m->row == m->last_row + 1 && m->width == m->last_width;

    m->run = m->width < WIDE ? 0 : alike ? m->run + 1 : 1;
    m->longest = m->run > m->longest ? m->run : m->longest;
    m->last_row = m->row;
    m->last_width = m->width;
}

static void add(measure *m, const cj_book_cell *c, cj_str text)
{
    if (c->row != m->row) {
        end_line(m);
        m->row = c->row;
        m->width = 0;
    }
    m->width = c->col;
    m->commas += c->col > 1 && cj_utf8_trim(text).n;
    m->spaced += c->col > 1 && cj_utf8_trim(text).n && *text.p == ' ';
    m->fences += c->col == 1 && cj_str_starts(text, CJ_STR("```")) &&
                 !cj_str_has(text, CJ_STR("\n"));
}

bool cj_prose(cj_arena *arena, const cj_book *book)
{
    measure m = { .row = 0 };
    const cj_sheet *s;
    size_t i;

    if ((book->format != CJ_CSV && book->format != CJ_TSV) || book->n_sheets != 1)
        return false;
    s = &book->sheets[0];
    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        add(&m, c, cj_book_cell_text(arena, book, c));
    }
    end_line(&m);
    return m.fences > 1 || (book->csv.delimiter == ',' && m.commas >= ENOUGH &&
                            m.spaced * 5 >= m.commas * 4 && m.longest < ALIKE);
}
