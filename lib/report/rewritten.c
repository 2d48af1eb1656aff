/* rewritten.c - what a new layout changes in a book: texts before and after, and what is new. */
#include "report/relaid.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>

enum { EXCERPT = 60 };

/* A book's way from the old layout to the new one, cell by cell of the new one. */
typedef struct change {
    cj_relaying by;
    cj_report *report;
    const cj_move **move; /* by new place */
    size_t n_moves;
    size_t changed, added, moved;
} change;

static int by_target(const void *x, const void *y)
{
    const cj_move *a = *(const cj_move *const *)x, *b = *(const cj_move *const *)y;
    int place = cj_place_cmp(cj_move_to(a), cj_move_to(b));

    return place ? place : a < b ? -1 : a > b; /* the order of old places */
}

static void sort_moves(change *c)
{
    const cj_layout *layout = c->by.layout;
    size_t i;

    c->move = CJ_NEW_N(c->by.arena, const cj_move *, layout->n_moves + 1);
    for (i = 0; i < layout->n_moves; i++)
        c->move[c->n_moves++] = &layout->moves[i];
    if (c->n_moves > 1)
        qsort(c->move, c->n_moves, sizeof *c->move, by_target);
}

/* ---- one text ---------------------------------------------------------------------------------- */

void cj_relaid_line(cj_arena *arena, cj_report *report, char mark, cj_str line)
{
    cj_level level = mark == '-'   ? CJ_FAIL_LEVEL
                     : mark == '+' ? CJ_GOOD_LEVEL
                     : mark == '@' ? CJ_NOTE_LEVEL
                                   : CJ_PLAIN;
    cj_block *b = cj_report_text(arena, report, level,
                                 cj_str_fmt(arena, "%c " CJ_FMT, mark, CJ_ARG(line)));

    b->depth = 2;
}

static void tell(change *c, char mark, cj_str line)
{
    cj_relaid_line(c->by.arena, c->report, mark, line);
}

/* The lines of a text; with the line ends of every system. */
static size_t lines_of(cj_arena *arena, cj_str text, cj_str **out)
{
    cj_str rest = text, line;
    size_t n = 0, cap = 0;

    *out = NULL;
    while (cj_str_split(&rest, '\n', &line)) {
        CJ_ROOM(arena, *out, n, cap);
        (*out)[n++] = cj_utf8_trim(line);
    }
    return n;
}

/* A text before and after, in lines; some are the same at the beginning and the end. */
typedef struct versions {
    cj_str *a, *b;
    size_t na, nb, first, last;
} versions;

static versions versions_of(cj_arena *arena, cj_str before, cj_str after)
{
    versions v = { .first = 0 };

    v.na = lines_of(arena, before, &v.a);
    v.nb = lines_of(arena, after, &v.b);
    while (v.first < v.na && v.first < v.nb && cj_str_eq(v.a[v.first], v.b[v.first]))
        v.first++;
    while (v.last < v.na - v.first && v.last < v.nb - v.first &&
           cj_str_eq(v.a[v.na - 1 - v.last], v.b[v.nb - 1 - v.last]))
        v.last++;
    return v;
}

/* What is the same has no mark. */
static void tell_texts(change *c, cj_str before, cj_str after)
{
    versions v = versions_of(c->by.arena, before, after);
    size_t i;

    for (i = 0; i < v.first; i++)
        tell(c, ' ', v.a[i]);
    for (i = v.first; i < v.na - v.last; i++)
        tell(c, '-', v.a[i]);
    for (i = v.first; i < v.nb - v.last; i++)
        tell(c, '+', v.b[i]);
    for (i = v.na - v.last; i < v.na; i++)
        tell(c, ' ', v.a[i]);
}

static cj_str in_one_line(cj_arena *arena, const cj_str *lines, size_t from, size_t to)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = from; i < to; i++) {
        cj_buf_z(&b, i > from ? " / " : "");
        cj_buf_add(&b, lines[i]);
    }
    return cj_utf8_excerpt(arena, cj_buf_str(&b), EXCERPT);
}

void cj_fix_lines(cj_arena *arena, const cj_fixed *fixed, cj_str *was, cj_str *now)
{
    versions v = versions_of(arena, fixed->was, fixed->edit.text);

    *was = in_one_line(arena, v.a, v.first, v.na - v.last);
    *now = in_one_line(arena, v.b, v.first, v.nb - v.last);
}

/* "B6, B7 → B23 (行動 × 導入期)" */
static void tell_places(change *c, const cj_move *const *m, size_t n)
{
    cj_str about = cj_relaid_about(&c->by, m[0]), to = cj_relaid_to(&c->by, m[0]);
    cj_buf b;
    size_t i;

    cj_buf_init(&b, c->by.arena);
    for (i = 0; i < n; i++) {
        cj_buf_z(&b, i ? ", " : "");
        cj_buf_add(&b, cj_relaid_from(&c->by, m[i], true));
    }
    if (n > 1 || !cj_str_eq(cj_relaid_from(&c->by, m[0], false), to))
        cj_buf_fmt(&b, " → " CJ_FMT, CJ_ARG(to));
    if (about.n)
        cj_buf_fmt(&b, c->by.lang == CJ_JA ? "（" CJ_FMT "）" : " (" CJ_FMT ")",
                   CJ_ARG(about));
    tell(c, '@', cj_buf_str(&b));
}

/* ---- the cells of the new book ------------------------------------------------------------------ */

static bool stands_alone(const cj_move *m)
{
    return m->row && m->kind != CJ_MOVE_NOTE && !m->from_link;
}

/* What was brought to that cell. */
static size_t sources(change *c, size_t *at, unsigned sheet, const cj_book_cell *cell,
                      const cj_move **out)
{
    size_t n = 0;

    for (; *at < c->n_moves; ++*at) {
        const cj_move *m = c->move[*at];

        if (m->sheet > sheet ||
            (m->sheet == sheet &&
             (m->row > cell->row || (m->row == cell->row && m->col > cell->col))))
            break;
        if (m->sheet == sheet && m->row == cell->row && m->col == cell->col &&
            stands_alone(m) && cj_relaid_text(&c->by, m).n)
            out[n++] = m;
    }
    return n;
}

static cj_str joined(change *c, const cj_move *const *m, size_t n)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, c->by.arena);
    for (i = 0; i < n; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_add(&b, cj_relaid_text(&c->by, m[i]));
    }
    return cj_buf_str(&b);
}

static void compare(change *c, const cj_move *const *m, size_t n, cj_str now)
{
    cj_str before = joined(c, m, n);

    if (n == 1 && cj_str_eq(before, now)) {
        c->moved += m[0]->from.row != m[0]->row || m[0]->from.col != m[0]->col ||
                    c->by.old->n_sheets != c->by.layout->book->n_sheets;
        return;
    }
    c->changed++;
    tell_places(c, m, n);
    tell_texts(c, before, now);
}

/* ---- what is new ---------------------------------------------------------------------------------- */

/* Cells that nothing was brought to: of one row, or below each other in one column. */
typedef struct fresh {
    unsigned sheet;
    cj_range at;
    cj_buf says; /* it may grow by thousands of rows */
} fresh;

typedef struct news {
    fresh *at;
    size_t n, cap;
} news;

static void go_on(fresh *f, uint32_t row, uint32_t col, cj_str text)
{
    f->at.row2 = row;
    f->at.col2 = col;
    cj_buf_z(&f->says, " | ");
    cj_buf_add(&f->says, text);
}

/* The newest row is one cell below a column of such rows. */
static void fold(news *all)
{
    fresh *last = all->n > 1 ? &all->at[all->n - 1] : NULL;
    fresh *above = last ? last - 1 : NULL;

    if (!last || above->sheet != last->sheet || above->at.row2 + 1 != last->at.row1 ||
        above->at.col1 != above->at.col2 || last->at.col1 != last->at.col2 ||
        above->at.col1 != last->at.col1)
        return;
    go_on(above, last->at.row1, last->at.col1, cj_buf_str(&last->says));
    all->n--;
}

static void add_new(change *c, news *all, unsigned sheet, const cj_book_cell *cell,
                    cj_str text)
{
    fresh *last = all->n ? &all->at[all->n - 1] : NULL;

    c->added++;
    text = cj_utf8_joined(c->by.arena, text);
    if (last && last->sheet == sheet && last->at.row1 == cell->row) {
        go_on(last, cell->row, cell->col, text);
        return;
    }
    fold(all);
    CJ_ROOM(c->by.arena, all->at, all->n, all->cap);
    last = &all->at[all->n++];
    *last = (fresh){ .sheet = sheet, .at = { cell->row, cell->col, cell->row, cell->col } };
    cj_buf_init(&last->says, c->by.arena);
    cj_buf_add(&last->says, text);
}

/* "Map!A1:A9  Map Title | Purpose …" */
static void tell_fresh(change *c, const fresh *f)
{
    cj_str place = cj_relaid_place(c->by.arena, c->by.layout->book, f->sheet, f->at.row1,
                                   f->at.col1, true);
    char last[CJ_REF_MAX + 1] = ":";

    cj_ref(last + 1, f->at.row2, f->at.col2);
    if (f->at.row1 == f->at.row2 && f->at.col1 == f->at.col2)
        *last = 0;
    tell(c, '+',
         cj_str_fmt(c->by.arena, CJ_FMT "%s  " CJ_FMT, CJ_ARG(place), last,
                    CJ_ARG(cj_buf_str(&f->says))));
}

/* A sheet that is new as a whole is one line. */
static void tell_sheet(change *c, unsigned sheet)
{
    static const cj_text says = { "the sheet \"{0}\"", "シート「{0}」" };
    cj_err words;

    cj_fail(&words, CJ_OK, says, c->by.layout->book->sheets[sheet].name, cj_str_of(NULL));
    tell(c, '+', cj_err_says(c->by.arena, &words, c->by.lang));
}

static void tell_new(change *c, const news *all, const bool *known)
{
    static const cj_text title = { "New:", "追加されるもの:" };
    unsigned told = CJ_NO_SHEET;
    size_t i;

    if (all->n)
        cj_report_heading(c->by.arena, c->report, 2,
                          cj_str_of(cj_text_in(title, c->by.lang)));
    for (i = 0; i < all->n; i++) {
        const fresh *f = &all->at[i];

        if (known[f->sheet])
            tell_fresh(c, f);
        else if (f->sheet != told)
            tell_sheet(c, told = f->sheet);
    }
}

/* ---- all ------------------------------------------------------------------------------------------ */

static void compare_cells(change *c, news *all, bool *known)
{
    const cj_book *made = c->by.layout->book;
    const cj_move **m = CJ_NEW_N(c->by.arena, const cj_move *, c->n_moves + 1);
    size_t at = 0, i, n;
    unsigned s;

    for (s = 0; s < made->n_sheets; s++)
        for (i = 0; i < made->sheets[s].n_cells; i++) {
            const cj_book_cell *cell = cj_sheet_cell(&made->sheets[s], i);
            cj_str now = cj_utf8_trim(cj_book_cell_text(c->by.arena, made, cell));

            n = sources(c, &at, s, cell, m);
            known[s] = known[s] || n;
            if (n)
                compare(c, m, n, now);
            else if (now.n)
                add_new(c, all, s, cell, now);
        }
}

static void tell_line(change *c, cj_text says, cj_str arg)
{
    cj_err words;

    cj_fail(&words, CJ_OK, says, arg, CJ_STR("UTF-8"));
    cj_report_heading(c->by.arena, c->report, 2,
                      cj_err_says(c->by.arena, &words, c->by.lang));
}

static void tell_rest(change *c)
{
    static const cj_text moves = {
        "Cells that only move: {0} (--explain-moves shows where)",
        "移動だけのセル: {0}件（--explain-moves で移動先を表示）"
    };
    static const cj_text encoding = { "Encoding: {0} becomes {1}",
                                      "文字コード: {0} から {1} に変わります" };
    const cj_book *old = c->by.old;
    bool csv = (old->format == CJ_CSV || old->format == CJ_TSV) &&
               c->by.layout->book->format == CJ_CSV;

    if (c->moved)
        tell_line(c, moves, cj_str_fmt(c->by.arena, "%zu", c->moved));
    if (csv && !cj_str_eq(old->csv.encoding, CJ_STR("UTF-8")))
        tell_line(c, encoding, old->csv.encoding);
}

cj_report *cj_relaid_report(cj_arena *arena, cj_lang lang, cj_str path, const cj_book *old,
                            const cj_maps *maps, const cj_layout *layout)
{
    change c = { .by = { arena, lang, old, maps, layout },
                 .report = cj_report_new(arena, lang) };
    bool *known = CJ_NEW_N(arena, bool, layout->book->n_sheets + 1);
    news all = { NULL, 0, 0 };

    cj_fact_add_integer(arena, c.report->facts, "format", 1);
    cj_fact_add_text(arena, c.report->facts, "file", path);
    cj_report_heading(arena, c.report, 1, path);
    sort_moves(&c);
    compare_cells(&c, &all, known);
    fold(&all);
    tell_new(&c, &all, known);
    tell_rest(&c);
    cj_fact_add_integer(arena, c.report->facts, "changed", (long long)c.changed);
    cj_fact_add_integer(arena, c.report->facts, "added", (long long)c.added);
    cj_fact_add_integer(arena, c.report->facts, "moved", (long long)c.moved);
    return c.report;
}
