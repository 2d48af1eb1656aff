/* book_edit_shift_test.c - rows, columns and sheets that come and go in a book, and all that goes along. */
#include <cj/edit.h>
#include "base/buf.h"
#include <criterion/criterion.h>

enum { MOST = 4 };

/* A sheet of 4 x 4 cells "A1" to "D4", with one thing of every kind. */
static cj_sheet *fill_sheet(cj_arena *a, cj_book *b, cj_str name)
{
    cj_sheet *s = cj_book_add_sheet(a, b, name);
    static const cj_range grid = { 2, 2, 3, 3 };
    unsigned r, c;

    for (r = 1; r <= 4; r++)
        for (c = 1; c <= 4; c++) {
            cj_book_cell *cell = cj_sheet_add(a, s, r, c);

            cell->value = CJ_V_TEXT;
            cell->text = cj_str_fmt(a, "%c%u", 'A' + (char)c - 1, r);
            b->n_cells++;
            b->string_bytes += cell->text.n;
        }
    CJ_ROOM(a, s->merges, s->n_merges, s->cap_merges);
    s->merges[s->n_merges++] = grid;
    CJ_ROOM(a, s->notes, s->n_notes, s->cap_notes);
    s->notes[s->n_notes++] = (cj_book_note){ .row = 3, .col = 3, .text = CJ_STR("n") };
    CJ_ROOM(a, s->links, s->n_links, s->cap_links);
    s->links[s->n_links++] = (cj_book_link){ { 2, 1, 3, 1 }, CJ_STR("http://x") };
    CJ_ROOM(a, s->hidden_rows, s->n_hidden_rows, s->cap_hidden_rows);
    s->hidden_rows[s->n_hidden_rows++] = (cj_range){ 3, 0, 4, 0 };
    CJ_ROOM(a, s->hidden_cols, s->n_hidden_cols, s->cap_hidden_cols);
    s->hidden_cols[s->n_hidden_cols++] = (cj_range){ 0, 4, 0, 4 };
    CJ_ROOM(a, s->look.choices, s->look.n_choices, s->look.cap_choices);
    s->look.choices[s->look.n_choices++] = (cj_choice){ .at = { 2, 4, 4, 4 } };
    s->look.filter = (cj_range){ 1, 1, 4, 4 };
    s->look.freeze_row = 2;
    s->look.freeze_col = 2;
    s->look.repeat_row1 = s->look.repeat_row2 = 1;
    cj_sheet_seal(a, s);
    return s;
}

static cj_book *made(cj_arena *a)
{
    cj_book *b = cj_book_new(a, CJ_XLSX);

    fill_sheet(a, b, CJ_STR("One"));
    fill_sheet(a, b, CJ_STR("Two"));
    return b;
}

static void tell_range(cj_buf *to, const char *what, const cj_range *r)
{
    cj_buf_fmt(to, " %s%u.%u-%u.%u", what, r->row1, r->col1, r->row2, r->col2);
}

/* "A1 B1 | A2", then merges, notes, links, hidden parts, lists, filter, panes and titles. */
static cj_str tell(cj_arena *a, const cj_sheet *s)
{
    cj_buf b;
    size_t i, row = 1;

    cj_buf_init(&b, a);
    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        for (; row < c->row; row++)
            cj_buf_add(&b, CJ_STR("|"));
        cj_buf_fmt(&b, "%u%.*s ", c->col, (int)c->text.n, c->text.p);
    }
    for (i = 0; i < s->n_merges; i++)
        tell_range(&b, "m", &s->merges[i]);
    for (i = 0; i < s->n_notes; i++)
        cj_buf_fmt(&b, " n%u.%u", s->notes[i].row, s->notes[i].col);
    for (i = 0; i < s->n_links; i++)
        tell_range(&b, "l", &s->links[i].at);
    for (i = 0; i < s->n_hidden_rows; i++)
        cj_buf_fmt(&b, " r%u-%u", s->hidden_rows[i].row1, s->hidden_rows[i].row2);
    for (i = 0; i < s->n_hidden_cols; i++)
        cj_buf_fmt(&b, " c%u-%u", s->hidden_cols[i].col1, s->hidden_cols[i].col2);
    for (i = 0; i < s->look.n_choices; i++)
        tell_range(&b, "v", &s->look.choices[i].at);
    tell_range(&b, "f", &s->look.filter);
    cj_buf_fmt(&b, " p%u.%u t%u-%u", s->look.freeze_row, s->look.freeze_col,
               s->look.repeat_row1, s->look.repeat_row2);
    return cj_buf_str(&b);
}

#define ALL "1A1 2B1 3C1 4D1 |1A2 2B2 3C2 4D2 |1A3 2B3 3C3 4D3 |1A4 2B4 3C4 4D4 "

Test(book_edit_shift, all_that_stands_on_rows_and_columns_goes_along)
{
    static const struct {
        cj_edit edit[MOST];
        const char *is;
    } cases[] = {
        { { { .kind = CJ_EDIT_PROPERTY, .name = CJ_LIT("k"), .text = CJ_LIT("v") } },
          ALL " m2.2-3.3 n3.3 l2.1-3.1 r3-4 c4-4 v2.4-4.4 f1.1-4.4 p2.2 t1-1" },
        /* before all, inside, behind */
        { { { .kind = CJ_EDIT_ROWS_IN, .row = 1, .count = 2 } },
          "||1A1 2B1 3C1 4D1 |1A2 2B2 3C2 4D2 |1A3 2B3 3C3 4D3 |1A4 2B4 3C4 4D4 "
          " m4.2-5.3 n5.3 l4.1-5.1 r5-6 c4-4 v4.4-6.4 f3.1-6.4 p4.2 t3-3" },
        { { { .kind = CJ_EDIT_ROWS_IN, .row = 3, .count = 1 } },
          "1A1 2B1 3C1 4D1 |1A2 2B2 3C2 4D2 ||1A3 2B3 3C3 4D3 |1A4 2B4 3C4 4D4 "
          " m2.2-4.3 n4.3 l2.1-4.1 r4-5 c4-4 v2.4-5.4 f1.1-5.4 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_ROWS_IN, .row = 4, .count = 1 } },
          "1A1 2B1 3C1 4D1 |1A2 2B2 3C2 4D2 |1A3 2B3 3C3 4D3 ||1A4 2B4 3C4 4D4 "
          " m2.2-3.3 n3.3 l2.1-3.1 r3-3 r5-5 c4-4 v2.4-5.4 f1.1-5.4 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_ROWS_IN, .row = 5, .count = 1 } },
          ALL " m2.2-3.3 n3.3 l2.1-3.1 r3-4 c4-4 v2.4-4.4 f1.1-4.4 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_APPEND, .row = 4, .count = 2 } },
          ALL " m2.2-3.3 n3.3 l2.1-3.1 r3-4 c4-4 v2.4-6.4 f1.1-6.4 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_APPEND, .row = 3, .count = 1 } },
          "1A1 2B1 3C1 4D1 |1A2 2B2 3C2 4D2 |1A3 2B3 3C3 4D3 ||1A4 2B4 3C4 4D4 "
          " m2.2-3.3 n3.3 l2.1-3.1 r3-3 r5-5 c4-4 v2.4-5.4 f1.1-5.4 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_COLS_IN, .col = 3, .count = 1 } },
          "1A1 2B1 4C1 5D1 |1A2 2B2 4C2 5D2 |1A3 2B3 4C3 5D3 |1A4 2B4 4C4 5D4 "
          " m2.2-3.4 n3.4 l2.1-3.1 r3-4 c5-5 v2.5-4.5 f1.1-4.5 p2.2 t1-1" },
        /* out */
        { { { .kind = CJ_EDIT_ROWS_OUT, .row = 1, .count = 1 } },
          "1A2 2B2 3C2 4D2 |1A3 2B3 3C3 4D3 |1A4 2B4 3C4 4D4 "
          " m1.2-2.3 n2.3 l1.1-2.1 r2-3 c4-4 v1.4-3.4 f1.1-3.4 p0.2 t0-0" },
        { { { .kind = CJ_EDIT_ROWS_OUT, .row = 3, .count = 9 } },
          "1A1 2B1 3C1 4D1 |1A2 2B2 3C2 4D2  m2.2-2.3 l2.1-2.1 c4-4 v2.4-2.4 f1.1-2.4 p2.2 "
          "t1-1" },
        { { { .kind = CJ_EDIT_ROWS_OUT, .row = 2, .count = 2 } },
          "1A1 2B1 3C1 4D1 |1A4 2B4 3C4 4D4  r2-2 c4-4 v2.4-2.4 f1.1-2.4 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_COLS_OUT, .col = 3, .count = 2 } },
          "1A1 2B1 |1A2 2B2 |1A3 2B3 |1A4 2B4  m2.2-3.2 l2.1-3.1 r3-4 f1.1-4.2 p2.2 t1-1" },
        { { { .kind = CJ_EDIT_ROWS_OUT, .row = 3, .count = 1 },
            { .kind = CJ_EDIT_COLS_OUT, .col = 3, .count = 1 } },
          "1A1 2B1 3D1 |1A2 2B2 3D2 |1A4 2B4 3D4  l2.1-2.1 r3-3 c3-3 v2.3-3.3 f1.1-3.3 p2.2 "
          "t1-1" },
        /* edits of cells are where the edits before them have left the sheet */
        { { { .kind = CJ_EDIT_TEXT, .row = 4, .col = 1, .text = CJ_LIT("x") },
            { .kind = CJ_EDIT_ROWS_OUT, .row = 1, .count = 3 },
            { .kind = CJ_EDIT_TEXT, .row = 1, .col = 2, .text = CJ_LIT("y") },
            { .kind = CJ_EDIT_TEXT, .row = 2, .col = 1, .text = CJ_LIT("z") } },
          "1x 2y 3C4 4D4 |1z  r1-1 c4-4 v1.4-1.4 f1.1-1.4 p0.2 t0-0" },
        { { { .kind = CJ_EDIT_ROWS_IN, .row = 2, .count = 1048575 } },
          "1A1 2B1 3C1 4D1  c4-4 f1.1-1048576.4 p2.2 t1-1" },
    };
    size_t i, n;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *b = made(a), *e;
        cj_str was = tell(a, b->sheets), is;

        for (n = 0; n < MOST && (cases[i].edit[n].row || cases[i].edit[n].col ||
                                 cases[i].edit[n].name.n);
             n++)
            ;
        e = cj_book_edited(a, b, cases[i].edit, n);
        is = tell(a, e->sheets);
        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%zu: %.*s\nnot %s", i, (int)is.n,
                  is.p, cases[i].is);
        cr_expect(cj_str_eq(was, tell(a, b->sheets)), "%zu: the old one is as it was", i);
        cr_expect_eq(e->sheets[1].chunk, b->sheets[1].chunk);
        cj_arena_free(a);
    }
}

Test(book_edit_shift, links_and_lists_follow_cells_that_move)
{
    static const struct {
        cj_edit edit;
        const char *link, *list;
    } cases[] = {
        { { .kind = CJ_EDIT_ROWS_IN, .row = 2, .count = 2 }, "#One!B5", "=One!$A$4:$A$6" },
        { { .kind = CJ_EDIT_COLS_OUT, .col = 1, .count = 1 }, "#One!A3", "=#REF!" },
        { { .kind = CJ_EDIT_ROWS_OUT, .row = 3, .count = 1 }, "#One!B3", "=One!$A$2:$A$3" },
        { { .kind = CJ_EDIT_ROWS_IN, .sheet = 1, .row = 1, .count = 1 },
          "#One!B3",
          "=One!$A$2:$A$4" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *b = made(a), *e;
        cj_sheet *two = &b->sheets[1];
        cj_str link, list;

        two->links[0].target = CJ_STR("#One!B3");
        two->look.choices[0].from = CJ_STR("=One!$A$2:$A$4");
        e = cj_book_edited(a, b, &cases[i].edit, 1);
        link = e->sheets[1].links[0].target;
        list = e->sheets[1].look.choices[0].from;
        cr_expect(cj_str_eq(link, cj_str_of(cases[i].link)), "%zu: %.*s", i, (int)link.n,
                  link.p);
        cr_expect(cj_str_has(list, cj_str_of(cases[i].list + 1)), "%zu: %.*s", i,
                  (int)list.n, list.p);
        cr_expect(cj_str_eq(two->links[0].target, CJ_STR("#One!B3")), "the old one");
        cj_arena_free(a);
    }
}

Test(book_edit_shift, new_columns_are_as_wide_as_their_neighbour)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = made(a), *e;
    double width[] = { 10, 20 };
    cj_edit in[] = { { .kind = CJ_EDIT_COLS_IN, .col = 2, .count = 2 },
                     { .kind = CJ_EDIT_COLS_OUT, .col = 4, .count = 1 } };

    b->sheets->look.width = width;
    b->sheets->look.n_widths = 2;
    e = cj_book_edited(a, b, in, 1);
    cr_expect_eq(e->sheets->look.n_widths, 4);
    cr_expect_eq(e->sheets->look.width[1], 10);
    cr_expect_eq(e->sheets->look.width[3], 20);
    e = cj_book_edited(a, b, in, 2);
    cr_expect_eq(e->sheets->look.n_widths, 3);
    cj_arena_free(a);
}

/* ---- the other kinds ---------------------------------------------------------------------------------- */

Test(book_edit_shift, dates_and_grounds)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = made(a), *e, *again;
    cj_edit edits[] = {
        { .kind = CJ_EDIT_DATE, .row = 1, .col = 1, .text = CJ_LIT("2025-03-14") },
        { .kind = CJ_EDIT_DATE, .row = 1, .col = 2, .text = CJ_LIT("soon") },
        { .kind = CJ_EDIT_FILL, .row = 1, .col = 1, .fill = 0xffeb9c },
        { .kind = CJ_EDIT_FILL, .row = 9, .col = 9, .fill = 0xffeb9c },
        { .kind = CJ_EDIT_FILL, .row = 8, .col = 9, .fill = CJ_NO_FILL },
    };
    const cj_book_cell *c;

    e = cj_book_edited(a, b, edits, sizeof edits / sizeof *edits);
    c = cj_sheet_find(e->sheets, 1, 1);
    cr_expect_eq(c->value, CJ_V_DATE);
    cr_expect_eq(c->number, 45730);
    cr_expect(cj_str_eq(cj_book_cell_text(a, e, c), CJ_STR("2025-03-14")));
    cr_expect(e->styles[c->style].date && e->styles[c->style].has_fill);
    cr_expect_eq(cj_sheet_find(e->sheets, 1, 2)->value, CJ_V_TEXT);
    c = cj_sheet_find(e->sheets, 9, 9);
    cr_expect_eq(c->value, CJ_V_EMPTY);
    cr_expect_eq(e->styles[c->style].fill, 0xffeb9c);
    cr_expect_eq(cj_sheet_find(e->sheets, 8, 9), NULL);
    cr_expect_eq(e->sheets->rows, 9);
    cr_expect_eq(b->n_styles, 1, "the old one is as it was");
    edits[2].fill = CJ_NO_FILL;
    again = cj_book_edited(a, e, &edits[2], 1);
    cr_expect(!again->styles[cj_sheet_find(again->sheets, 1, 1)->style].has_fill);
    b->format = CJ_CSV;
    e = cj_book_edited(a, b, edits, 1);
    cr_expect_eq(cj_sheet_find(e->sheets, 1, 1)->value, CJ_V_TEXT, "a CSV holds texts");
    cj_arena_free(a);
}

Test(book_edit_shift, notes_keep_what_people_wrote)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = made(a), *e;
    cj_edit put[] = { { .kind = CJ_EDIT_NOTE, .row = 3, .col = 3, .text = CJ_LIT("ours") },
                      { .kind = CJ_EDIT_NOTE, .row = 1, .col = 9, .text = CJ_LIT("new") },
                      { .kind = CJ_EDIT_NOTE, .row = 4, .col = 1 } };
    cj_edit take[] = { { .kind = CJ_EDIT_NOTE, .row = 3, .col = 3 },
                       { .kind = CJ_EDIT_NOTE, .row = 1, .col = 9 } };

    e = cj_book_edited(a, b, put, 3);
    cr_assert_eq(e->sheets->n_notes, 2);
    cr_expect(cj_str_eq(e->sheets->notes[1].text,
                        CJ_STR("n\n" CJ_NOTE_LINE "\nours\n" CJ_NOTE_END)));
    cr_expect(cj_str_eq(e->sheets->notes[0].author, CJ_STR(CJ_NOTE_AUTHOR)));
    put[0].text = CJ_STR("other");
    e = cj_book_edited(a, e, put, 1);
    cr_expect(cj_str_eq(e->sheets->notes[1].text,
                        CJ_STR("n\n" CJ_NOTE_LINE "\nother\n" CJ_NOTE_END)));
    e = cj_book_edited(a, e, take, 2);
    cr_assert_eq(e->sheets->n_notes, 1);
    cr_expect(cj_str_eq(e->sheets->notes[0].text, CJ_STR("n")));
    cr_expect_eq(b->sheets->n_notes, 1);
    cj_arena_free(a);
}

static cj_str names(cj_arena *a, const cj_book *b)
{
    cj_buf to;
    size_t i, cells = 0, bytes = 0, k;

    cj_buf_init(&to, a);
    for (i = 0; i < b->n_sheets; i++) {
        cj_buf_fmt(&to, "%s%.*s", i ? " " : "", (int)b->sheets[i].name.n,
                   b->sheets[i].name.p);
        cells += b->sheets[i].n_cells;
        for (k = 0; k < b->sheets[i].n_cells; k++)
            bytes += cj_sheet_cell(&b->sheets[i], k)->text.n;
    }
    for (i = 0; i < b->n_extras; i++)
        cj_buf_fmt(&to, " x%d", (int)b->extras[i].sheet);
    cr_expect_eq(cells, b->n_cells);
    cr_expect_eq(bytes, b->string_bytes);
    return cj_buf_str(&to);
}

Test(book_edit_shift, sheets_come_go_and_are_replaced)
{
    static const struct {
        cj_edit edit[MOST];
        size_t n;
        const char *is;
    } cases[] = {
        { { { .kind = CJ_EDIT_SHEET, .sheet = CJ_NO_SHEET } }, 1, "One Two New x0 x1 x-1" },
        { { { .kind = CJ_EDIT_SHEET, .sheet = 0 } }, 1, "New Two x1 x-1" },
        { { { .kind = CJ_EDIT_SHEET_OUT, .sheet = 0 } }, 1, "Two x0 x-1" },
        { { { .kind = CJ_EDIT_SHEET_OUT, .sheet = 0 },
            { .kind = CJ_EDIT_SHEET, .sheet = CJ_NO_SHEET },
            { .kind = CJ_EDIT_SHEET, .sheet = 1 } },
          3,
          "New New x-1" },
        { { { .kind = CJ_EDIT_SHEET, .sheet = 1 },
            { .kind = CJ_EDIT_SHEET_OUT, .sheet = 1 } },
          2,
          "One x0 x-1" },
        { { { .kind = CJ_EDIT_SHEET_OUT, .sheet = 1 },
            { .kind = CJ_EDIT_SHEET, .sheet = 1 } },
          2,
          "One New x0 x-1" },
    };
    size_t i, k;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *b = made(a), *other = cj_book_new(a, CJ_XLSX), *e;
        cj_extra extras[] = { { .sheet = 0 }, { .sheet = 1 }, { .sheet = CJ_NO_SHEET } };
        cj_style bold = { .bold = true };
        cj_edit edits[MOST];
        cj_sheet *s = fill_sheet(a, other, CJ_STR("New"));
        cj_str is;

        b->extras = extras;
        b->n_extras = 3;
        s->chunk[0][0].style = cj_book_style(a, other, bold);
        for (k = 0; k < cases[i].n; k++) {
            edits[k] = cases[i].edit[k];
            edits[k].made = s;
            edits[k].from = other;
        }
        e = cj_book_edited(a, b, edits, cases[i].n);
        is = names(a, e);
        cr_expect(cj_str_eq(is, cj_str_of(cases[i].is)), "%zu: %.*s", i, (int)is.n, is.p);
        for (k = 0; k < e->n_sheets; k++) {
            const cj_book_cell *c = cj_sheet_cell(&e->sheets[k], 0);

            cr_expect_eq(e->styles[c->style].bold,
                         cj_str_eq(e->sheets[k].name, CJ_STR("New")));
        }
        cr_expect(cj_str_eq(names(a, b), CJ_STR("One Two x0 x1 x-1")));
        cj_arena_free(a);
    }
}

Test(book_edit_shift, properties_come_change_and_go)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = made(a), *e;
    cj_edit edits[] = {
        { .kind = CJ_EDIT_PROPERTY, .name = CJ_LIT("k"), .text = CJ_LIT("v") },
        { .kind = CJ_EDIT_PROPERTY, .name = CJ_LIT("l"), .text = CJ_LIT("w") },
        { .kind = CJ_EDIT_PROPERTY, .name = CJ_LIT("k"), .text = CJ_LIT("u") },
        { .kind = CJ_EDIT_PROPERTY, .name = CJ_LIT("l") },
    };

    e = cj_book_edited(a, b, edits, 4);
    cr_expect_eq(e->n_properties, 1);
    cr_expect(cj_str_eq(cj_book_property(e, CJ_STR("k")), CJ_STR("u")));
    e = cj_book_edited(a, e, &edits[1], 1);
    cr_expect_eq(e->n_properties, 2);
    cr_expect_eq(b->n_properties, 0);
    cj_arena_free(a);
}
