/* book_edit_test.c - a book with edits made: what changes, what is shared, what stays. */
#include <cj/edit.h>
#include <criterion/criterion.h>

/* Text in every second column of some rows: thousands of cells, several chunks. */
static cj_book *book_of(cj_arena *a, unsigned rows, unsigned cols)
{
    cj_book *b = cj_book_new(a, CJ_XLSX);
    unsigned s, r, c;

    for (s = 0; s < 2; s++) {
        cj_sheet *sheet = cj_book_add_sheet(a, b, s ? CJ_STR("Two") : CJ_STR("One"));

        for (r = 1; r <= rows; r++)
            for (c = 1; c <= cols; c++) {
                cj_book_cell *cell = cj_sheet_add(a, sheet, r, 2 * c);

                cell->value = CJ_V_TEXT;
                cell->text = cj_str_fmt(a, "%u/%u", r, c);
                b->n_cells++;
                b->string_bytes += cell->text.n;
            }
        cj_sheet_seal(a, sheet);
    }
    return b;
}

static cj_edit text_edit(unsigned sheet, unsigned row, unsigned col, const char *text)
{
    return (cj_edit){ .kind = CJ_EDIT_TEXT,
                      .sheet = sheet,
                      .row = row,
                      .col = col,
                      .text = cj_str_of(text) };
}

static cj_edit number_edit(unsigned row, unsigned col, const char *text, double number)
{
    return (cj_edit){ .kind = CJ_EDIT_NUMBER,
                      .row = row,
                      .col = col,
                      .text = cj_str_of(text),
                      .number = number };
}

static cj_str text_at(const cj_book *b, unsigned sheet, unsigned row, unsigned col)
{
    const cj_book_cell *c = cj_sheet_find(&b->sheets[sheet], row, col);

    return c ? c->text : CJ_STR("");
}

/* Sums and bounds are those of the cells, which are in order. */
static void expect_sound(const cj_book *b)
{
    size_t cells = 0, bytes = 0, s, i;

    for (s = 0; s < b->n_sheets; s++) {
        const cj_sheet *sheet = &b->sheets[s];
        unsigned rows = 0, cols = 0;

        for (i = 0; i < sheet->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(sheet, i), *p;

            p = i ? cj_sheet_cell(sheet, i - 1) : NULL;
            cr_assert(!p || p->row < c->row || (p->row == c->row && p->col < c->col));
            rows = c->row > rows ? c->row : rows;
            cols = c->col > cols ? c->col : cols;
            bytes += c->text.n;
        }
        cells += sheet->n_cells;
        cr_expect_eq(sheet->rows, rows);
        cr_expect_eq(sheet->cols, cols);
    }
    cr_expect_eq(b->n_cells, cells);
    cr_expect_eq(b->string_bytes, bytes);
}

Test(book_edit, a_text_is_replaced_and_the_rest_is_shared)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = book_of(a, 200, 10), *e;
    cj_edit edit = text_edit(0, 100, 4, "new");

    e = cj_book_edited(a, b, &edit, 1);
    cr_expect(cj_str_eq(text_at(e, 0, 100, 4), CJ_STR("new")));
    cr_expect(cj_str_eq(text_at(b, 0, 100, 4), CJ_STR("100/2")),
              "the old one is as it was");
    cr_expect_eq(e->sheets[1].chunk, b->sheets[1].chunk);
    cr_expect_eq(e->sheets[0].chunk[0], b->sheets[0].chunk[0]);
    cr_expect_neq(e->sheets[0].chunk[991 / CJ_CHUNK], b->sheets[0].chunk[991 / CJ_CHUNK]);
    cr_expect_eq(e->sheets[0].chunk[3], b->sheets[0].chunk[3]);
    expect_sound(e);
    cj_arena_free(a);
}

Test(book_edit, no_edit_shares_all)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = book_of(a, 3, 3), *e = cj_book_edited(a, b, NULL, 0);
    cj_edit nothing = text_edit(0, 2, 3, "");

    cr_expect_eq(e->sheets[0].chunk, b->sheets[0].chunk);
    expect_sound(e);
    e = cj_book_edited(a, b, &nothing, 1);
    cr_expect_eq(e->sheets[0].chunk[0], b->sheets[0].chunk[0], "it was empty");
    expect_sound(e);
    e = cj_book_edited(a, cj_book_new(a, CJ_CSV), NULL, 0);
    cr_expect_eq(e->n_sheets, 0);
    cj_arena_free(a);
}

Test(book_edit, cells_come_and_go)
{
    static const struct {
        unsigned row, col;
        const char *text;
    } cases[] = {
        { 1, 1, "in front" }, { 1, 2, "" },        { 51, 20, "x" },
        { 52, 5, "between" }, { 52, 5, "" },       { 52, 5, "again" },
        { 103, 2, "" },       { 200, 20, "" },     { 200, 21, "end" },
        { 201, 1, "below" },  { 300, 300, "far" }, { 60, 8, "" },
        { 60, 8, "back" },    { 104, 3, "chunk" }, { 154, 1, "chunk" },
    };
    enum { N = sizeof cases / sizeof *cases };
    cj_arena *a = cj_arena_new(0);
    cj_book *b = book_of(a, 200, 10), *all, *one = b;
    cj_edit edits[N];
    size_t i, k;

    for (i = 0; i < N; i++) {
        edits[i] = text_edit(0, cases[i].row, cases[i].col, cases[i].text);
        one = cj_book_edited(a, one, &edits[i], 1);
        expect_sound(one);
    }
    all = cj_book_edited(a, b, edits, N);
    expect_sound(all);
    cr_assert_eq(all->sheets[0].n_cells, one->sheets[0].n_cells);
    for (k = 0; k < all->sheets[0].n_cells; k++) {
        const cj_book_cell *x = cj_sheet_cell(&all->sheets[0], k),
                           *y = cj_sheet_cell(&one->sheets[0], k);

        cr_assert(x->row == y->row && x->col == y->col && cj_str_eq(x->text, y->text));
    }
    cr_expect(cj_str_eq(text_at(all, 0, 52, 5), CJ_STR("again")), "the last one holds");
    cr_expect_eq(cj_sheet_find(&all->sheets[0], 1, 2), NULL);
    expect_sound(b);
    cj_arena_free(a);
}

/* Thousands of edits at random, all at once and one by one. */
Test(book_edit, at_random)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = book_of(a, 120, 10), *all, *one = b;
    enum { N = 800 };
    cj_edit edits[N];
    unsigned seed = 7, i;

    for (i = 0; i < N; i++) {
        unsigned r, c;

        seed = seed * 1103515245u + 12345u;
        r = 1 + seed / 65536 % 130;
        seed = seed * 1103515245u + 12345u;
        c = 1 + seed / 65536 % 22;
        edits[i] =
            text_edit(i % 2, r, c, i % 3 ? cj_str_z(a, cj_str_fmt(a, "e%u", i)) : "");
        one = cj_book_edited(a, one, &edits[i], 1);
    }
    all = cj_book_edited(a, b, edits, N);
    expect_sound(all);
    expect_sound(one);
    for (i = 0; i < N; i++)
        cr_assert(cj_str_eq(text_at(all, edits[i].sheet, edits[i].row, edits[i].col),
                            text_at(one, edits[i].sheet, edits[i].row, edits[i].col)));
    cr_expect_eq(all->n_cells, one->n_cells);
    cj_arena_free(a);
}

Test(book_edit, styles_and_all_that_is_beside_the_cells_stay)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b = book_of(a, 3, 3), *e;
    cj_style date = { .number_format = CJ_STR("yyyy/m/d"), .date = true };
    cj_sheet *s = &b->sheets[0];
    cj_edit edits[] = { text_edit(0, 1, 2, "text"), number_edit(1, 4, "45000", 45000),
                        number_edit(1, 6, "0.5", 0.5), number_edit(1, 7, "7", 7) };

    s->chunk[0][0].flags = CJ_CELL_FORMULA;
    s->chunk[0][0].number = 3;
    s->chunk[0][0].style = s->chunk[0][1].style = cj_book_style(a, b, date);
    CJ_ROOM(a, s->merges, s->n_merges, s->cap_merges);
    s->merges[s->n_merges++] = (cj_range){ 1, 2, 1, 3 };
    cj_book_notice(a, b, CJ_ODD_OTHER, (cj_text){ "odd", "変" });
    cj_book_set_property(a, b, CJ_STR("k"), CJ_STR("v"));
    b->csv.delimiter = ';';
    e = cj_book_edited(a, b, edits, 4);
    s = &e->sheets[0];
    cr_expect_eq(cj_sheet_find(s, 1, 2)->value, CJ_V_TEXT);
    cr_expect_eq(cj_sheet_find(s, 1, 2)->flags, 0);
    cr_expect_eq(cj_sheet_find(s, 1, 2)->number, 0);
    cr_expect_eq(cj_sheet_find(s, 1, 2)->style, 1);
    cr_expect_eq(cj_sheet_find(s, 1, 4)->value, CJ_V_DATE);
    cr_expect_eq(cj_sheet_find(s, 1, 6)->value, CJ_V_NUMBER);
    cr_expect_eq(cj_sheet_find(s, 1, 6)->number, 0.5);
    cr_expect_eq(cj_sheet_find(s, 1, 7)->value, CJ_V_NUMBER);
    cr_expect_eq(cj_sheet_find(s, 1, 7)->style, 0);
    cr_expect_eq(s->n_merges, 1);
    cr_expect_eq(e->n_notices, 1);
    cr_expect_eq(e->csv.delimiter, ';');
    cr_expect(cj_str_eq(cj_book_property(e, CJ_STR("k")), CJ_STR("v")));
    cj_arena_free(a);
}
