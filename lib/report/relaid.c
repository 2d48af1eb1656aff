/* relaid.c - what a new layout does to a book: where each cell goes, and which rows change. */
#include <cj/relaid.h>
#include "base/buf.h"
#include "base/utf8.h"

enum { EXCERPT = 48, MOST_LINES = 4000 };

static bool named(const cj_book *book)
{
    return book->format != CJ_CSV && book->format != CJ_TSV;
}

static cj_str place(cj_arena *arena, const cj_book *book, unsigned sheet, unsigned row,
                    unsigned col)
{
    char ref[CJ_REF_MAX];

    if (!row)
        return book->sheets[sheet].name;
    cj_ref(ref, row, col);
    if (!named(book))
        return cj_str_fmt(arena, "%s", ref);
    return cj_str_fmt(arena, CJ_FMT "!%s", CJ_ARG(book->sheets[sheet].name), ref);
}

static cj_str text_of(cj_arena *arena, const cj_book *book, cj_span at)
{
    const cj_book_cell *c = cj_sheet_find(&book->sheets[at.sheet], at.row, at.col);

    return c ? cj_book_cell_text(arena, book, c) : CJ_STR("");
}

/* ---- moves ------------------------------------------------------------------------------------ */

static const char *how(cj_move_kind kind)
{
    static const char *const names[] = { "whole", "items", "label", "note", "name" };

    return names[kind];
}

static void add_move(cj_arena *arena, cj_fact *list, cj_str from, cj_str to,
                     const cj_move *m, cj_str text)
{
    cj_fact *o = cj_fact_add_object(arena, list, NULL);

    cj_fact_add_text(arena, o, "from", from);
    cj_fact_add_text(arena, o, "to", to);
    cj_fact_add_z(arena, o, "how", how(m->kind));
    cj_fact_add_text(arena, o, "text", text);
}

cj_report *cj_moves_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                           const cj_layout *layout)
{
    cj_report *r = cj_report_new(arena, lang);
    size_t n = 0, i;
    cj_fact *list;
    cj_table *t;

    for (i = 0; i < layout->n_moves; i++)
        n += text_of(arena, old, layout->moves[i].from).n > 0;
    cj_fact_add_integer(arena, r->facts, "format", 1);
    cj_fact_add_text(arena, r->facts, "file", path);
    list = cj_fact_add_list(arena, r->facts, "moves");
    cj_report_heading(arena, r, 1, path);
    t = cj_report_table(arena, r, n, 3);
    t->plain = true;
    for (i = n = 0; i < layout->n_moves; i++) {
        const cj_move *m = &layout->moves[i];
        cj_str text = text_of(arena, old, m->from);

        if (!text.n)
            continue;
        t->cell[n] = place(arena, old, m->from.sheet, m->from.row, m->from.col);
        t->cell[n + 1] =
            cj_str_fmt(arena, "-> " CJ_FMT,
                       CJ_ARG(place(arena, layout->book, m->sheet, m->row, m->col)));
        t->cell[n + 2] = cj_utf8_excerpt(arena, text, EXCERPT);
        add_move(arena, list, t->cell[n], cj_str_from(t->cell[n + 1], 3), m, text);
        n += 3;
    }
    return r;
}

/* ---- rows before and after ----------------------------------------------------------------------- */

typedef struct lines {
    cj_str *at;
    size_t n, cap;
} lines;

static void put_line(cj_arena *arena, lines *to, cj_str line)
{
    CJ_ROOM(arena, to->at, to->n, to->cap);
    to->at[to->n++] = line;
}

/* A row as one line: its cells between bars, line breaks as arrows. */
static void rows_of(cj_arena *arena, const cj_book *book, const cj_sheet *s, lines *out)
{
    size_t i, k;

    if (named(book) && s->n_cells)
        put_line(arena, out, cj_str_fmt(arena, "== " CJ_FMT, CJ_ARG(s->name)));
    for (i = 0; i < s->n_cells; i = k) {
        uint32_t row = cj_sheet_cell(s, i)->row;
        cj_buf b;

        cj_buf_init(&b, arena);
        for (k = i; k < s->n_cells && cj_sheet_cell(s, k)->row == row; k++) {
            cj_str rest = cj_utf8_trim(cj_book_cell_text(arena, book, cj_sheet_cell(s, k))),
                   line;

            if (!rest.n)
                continue;
            cj_buf_z(&b, b.n ? " | " : "");
            while (cj_str_split(&rest, '\n', &line)) {
                cj_buf_add(&b, line);
                cj_buf_z(&b, rest.p ? "⏎" : "");
            }
        }
        if (b.n)
            put_line(arena, out, cj_buf_str(&b));
    }
}

/* The longest common rows, by the table of lengths: sheets of maps have some hundred rows. */
typedef struct common {
    const lines *a, *b;
    unsigned short *length; /* (a->n + 1) x (b->n + 1), from the ends */
} common;

static unsigned short *length_at(const common *c, size_t i, size_t k)
{
    return &c->length[i * (c->b->n + 1) + k];
}

static void find_common(cj_arena *arena, common *c)
{
    size_t i, k;

    c->length = CJ_NEW_N(arena, unsigned short, (c->a->n + 1) * (c->b->n + 1));
    for (i = c->a->n; i-- > 0;)
        for (k = c->b->n; k-- > 0;) {
            unsigned short down = *length_at(c, i + 1, k), right = *length_at(c, i, k + 1);

            *length_at(c, i, k) = cj_str_eq(c->a->at[i], c->b->at[k])
                                      ? (unsigned short)(*length_at(c, i + 1, k + 1) + 1)
                                  : down > right ? down
                                                 : right;
        }
}

static void tell(cj_arena *arena, cj_report *r, char mark, cj_str line)
{
    cj_report_text(arena, r,
                   mark == '-'   ? CJ_FAIL_LEVEL
                   : mark == '+' ? CJ_GOOD_LEVEL
                                 : CJ_PLAIN,
                   cj_str_fmt(arena, "%c " CJ_FMT, mark, CJ_ARG(line)));
}

static void tell_all(cj_arena *arena, cj_report *r, const common *c)
{
    size_t i = 0, k = 0;

    while (i < c->a->n || k < c->b->n) {
        bool both = i < c->a->n && k < c->b->n;

        if (both && cj_str_eq(c->a->at[i], c->b->at[k])) {
            tell(arena, r, ' ', c->a->at[i]);
            i++;
            k++;
        } else if (i < c->a->n &&
                   (!both || *length_at(c, i + 1, k) >= *length_at(c, i, k + 1))) {
            tell(arena, r, '-', c->a->at[i++]);
        } else {
            tell(arena, r, '+', c->b->at[k++]);
        }
    }
}

cj_report *cj_relaid_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                            const cj_book *made)
{
    cj_report *r = cj_report_new(arena, lang);
    lines a = { NULL, 0, 0 }, b = { NULL, 0, 0 };
    common c = { &a, &b, NULL };
    size_t i;

    for (i = 0; i < old->n_sheets; i++)
        rows_of(arena, old, &old->sheets[i], &a);
    for (i = 0; i < made->n_sheets; i++)
        rows_of(arena, made, &made->sheets[i], &b);
    a.n = a.n < MOST_LINES ? a.n : MOST_LINES;
    b.n = b.n < MOST_LINES ? b.n : MOST_LINES;
    find_common(arena, &c);
    cj_report_heading(arena, r, 1, path);
    tell_all(arena, r, &c);
    return r;
}

cj_str cj_fix_rules(cj_arena *arena, const cj_fixed *fixed)
{
    cj_str all = CJ_STR("");
    size_t i;

    for (i = 0; i < fixed->n_rules; i++)
        all = cj_str_fmt(arena, CJ_FMT "%s%s", CJ_ARG(all), i ? " " : "",
                         fixed->rules[i]->id);
    return all;
}
