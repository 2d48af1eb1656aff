/* csv_patch_test.c - edits in the bytes of a CSV; what is not edited keeps its own. */
#include <cj/patch.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static cj_rc patch(cj_arena *a, cj_str bytes, const cj_edit *edits, size_t n, cj_str *out,
                   cj_err *err)
{
    cj_read_options o = cj_read_options_default();

    return cj_csv_patch(a, bytes, CJ_STR("map.csv"), &o, edits, n, out, err);
}

static cj_edit edit(unsigned row, unsigned col, const char *text)
{
    return (
        cj_edit){ .kind = CJ_EDIT_TEXT, .row = row, .col = col, .text = cj_str_of(text) };
}

typedef struct patched {
    const char *was;
    struct {
        unsigned row, col;
        const char *text;
    } edit[3];
    const char *is;
} patched;

static void check(const patched *p, size_t at)
{
    cj_arena *a = cj_arena_new(0);
    cj_edit edits[3];
    cj_str out;
    cj_err err;
    size_t n;

    for (n = 0; n < 3 && p->edit[n].row; n++)
        edits[n] = edit(p->edit[n].row, p->edit[n].col, p->edit[n].text);
    cr_assert(patch(a, cj_str_of(p->was), edits, n, &out, &err) == CJ_OK, "%zu: %s", at,
              cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    cr_expect(cj_str_eq(out, cj_str_of(p->is)), "%zu: %.*s", at, (int)out.n, out.p);
    cj_arena_free(a);
}

Test(csv_patch, only_what_is_edited_changes)
{
    static const patched cases[] = {
        { "a,b\r\n c ,\"d\"\n", { { 0, 0, NULL } }, "a,b\r\n c ,\"d\"\n" },
        { "a,b\r\n c ,\"d\"\n", { { 1, 2, "B" } }, "a,B\r\n c ,\"d\"\n" },
        { "a,b\r\n c ,\"d\"\n", { { 2, 2, "D" } }, "a,b\r\n c ,\"D\"\n" },
        { "a,b\r\n c ,\"d\"\n", { { 2, 2, "d" }, { 1, 1, "a" } }, "a,b\r\n c ,\"d\"\n" },
        { "a,b\n",
          { { 1, 1, "x,y" }, { 1, 2, "say \"no\"" } },
          "\"x,y\",\"say \"\"no\"\"\"\n" },
        { "a,b\n", { { 1, 2, "x\ny" } }, "a,\"x\ny\"\n" },
        { "a,\"p\r\nq\"\r\n", { { 1, 2, "x\ny" } }, "a,\"x\r\ny\"\r\n" },
        { "a,b\n", { { 1, 2, "" } }, "a,\n" },
        { "a,\"b\"\n", { { 1, 2, "" } }, "a,\"\"\n" },
        { "a;b;c\nd;e;f\n", { { 2, 2, "x,y" } }, "a;b;c\nd;x,y;f\n" },
        { "a\tb\tc\n", { { 1, 3, "x\ty" } }, "a\tb\t\"x\ty\"\n" },
        { "\xef\xbb\xbf"
          "a,b\r\n",
          { { 1, 1, "目標" } },
          "\xef\xbb\xbf"
          "目標,b\r\n" },
        { "sep=;\r\na;b\r\n", { { 1, 2, "c" } }, "sep=;\r\na;c\r\n" },
        /* behind the last field */
        { "a,b,c\nd\n", { { 2, 3, "x" } }, "a,b,c\nd,,x\n" },
        { "a,b,c\n\nd,e,f\n", { { 2, 2, "x" }, { 2, 3, "y" } }, "a,b,c\n,x,y\nd,e,f\n" },
        { "a,b,c\nd\n", { { 2, 1, "D" }, { 2, 2, "x" }, { 2, 9, "" } }, "a,b,c\nD,x\n" },
        /* behind the last record */
        { "a,b\r\nc,d\r\n", { { 3, 1, "e" } }, "a,b\r\nc,d\r\ne\r\n" },
        { "a,b\r\nc,d", { { 3, 1, "e" }, { 3, 2, "f" } }, "a,b\r\nc,d\r\ne,f" },
        { "a,b\nc,d\n", { { 5, 2, "e" }, { 4, 1, "f" } }, "a,b\nc,d\n\nf\n,e\n" },
        { "a,b\nc,d\n", { { 7, 1, "" } }, "a,b\nc,d\n" },
        /* of several the last holds */
        { "a,b\n", { { 1, 1, "x" }, { 1, 2, "y" }, { 1, 1, "z" } }, "z,y\n" },
        /* what a spreadsheet would run */
        { "a,'=b()\n", { { 1, 2, "=c()" } }, "a,'=c()\n" },
        { "a,'=b()\n", { { 1, 2, "c" } }, "a,c\n" },
        { "a,'=b()\n", { { 1, 2, "=b()" } }, "a,'=b()\n" },
        { "a,b\n", { { 1, 2, "'=c()" } }, "a,''=c()\n" },
        /* blanks behind a closing quote are read, too */
        { "\"a\" ,b\n", { { 1, 1, "a" } }, "\"a\",b\n" },
        { "\"a\" ,b\n", { { 1, 1, "a " } }, "\"a\" ,b\n" },
        { "\"a \"\"b\"\" \" ,c\n", { { 1, 1, "a \"b\"  " } }, "\"a \"\"b\"\" \" ,c\n" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i], i);
}

#define ROWS_IN(at, n)                                 \
    {                                                  \
        .kind = CJ_EDIT_ROWS_IN, .row = at, .count = n \
    }
#define ROWS_OUT(at, n)                                 \
    {                                                   \
        .kind = CJ_EDIT_ROWS_OUT, .row = at, .count = n \
    }
#define COLS_IN(at, n)                                 \
    {                                                  \
        .kind = CJ_EDIT_COLS_IN, .col = at, .count = n \
    }
#define COLS_OUT(at, n)                                 \
    {                                                   \
        .kind = CJ_EDIT_COLS_OUT, .col = at, .count = n \
    }
#define APPEND(at, n)                                 \
    {                                                 \
        .kind = CJ_EDIT_APPEND, .row = at, .count = n \
    }
#define TEXT(r, c, t)                                               \
    {                                                               \
        .kind = CJ_EDIT_TEXT, .row = r, .col = c, .text = CJ_LIT(t) \
    }

Test(csv_patch, rows_and_columns_come_and_go)
{
    static const struct {
        const char *was;
        cj_edit edit[4];
        size_t n;
        const char *is;
    } cases[] = {
        { "a,b\r\n\"c\" ,d\n", { ROWS_IN(2, 2) }, 1, "a,b\r\n\r\n\r\n\"c\" ,d\n" },
        { "a,b\nc,d\n", { ROWS_IN(1, 1) }, 1, "\na,b\nc,d\n" },
        { "a,b\nc,d\n", { ROWS_IN(3, 2) }, 1, "a,b\nc,d\n" },
        { "a,b\nc,d\n", { ROWS_IN(2, 1), TEXT(2, 2, "x") }, 2, "a,b\n,x\nc,d\n" },
        { "a,b\nc,d",
          { APPEND(2, 1), TEXT(3, 1, "x"), TEXT(3, 2, "y") },
          3,
          "a,b\nc,d\nx,y" },
        { "a,b\nc,d\n", { APPEND(2, 2), TEXT(4, 1, "x") }, 2, "a,b\nc,d\n\nx\n" },
        { "a,b\n\nc,d\n", { APPEND(1, 1), TEXT(2, 1, "x") }, 2, "a,b\nx\n\nc,d\n" },
        { "a,b\nc,d\ne,f\n", { ROWS_OUT(2, 1) }, 1, "a,b\ne,f\n" },
        { "a,b\nc,\"d\ne\"\nf,g", { ROWS_OUT(2, 1) }, 1, "a,b\nf,g" },
        { "a,b\nc,d\n", { ROWS_OUT(2, 9) }, 1, "a,b\n" },
        { "a,b\nc,d\n", { ROWS_OUT(1, 1), TEXT(1, 1, "C") }, 2, "C,d\n" },
        { "a,b\nc,d\n", { TEXT(2, 1, "C"), ROWS_OUT(1, 1), ROWS_IN(1, 1) }, 3, "\nC,d\n" },
        { "a,b,c\nd,\"e\",f\n\ng\n", { COLS_OUT(2, 1) }, 1, "a,c\nd,f\n\ng\n" },
        { "a,b,c\nd,e,f\n", { COLS_OUT(1, 2) }, 1, "c\nf\n" },
        { "a;b;c\r\nd;e;f\r\n", { COLS_IN(2, 1) }, 1, "a;;b;c\r\nd;;e;f\r\n" },
        { "a,b\n\nd,e\n", { COLS_IN(1, 1) }, 1, ",a,b\n\n,d,e\n" },
        { "a,b\nd\n", { COLS_IN(2, 1), TEXT(1, 2, "x") }, 2, "a,x,b\nd\n" },
        { "a,b\nc,d\n", { COLS_IN(3, 1), TEXT(1, 3, "x") }, 2, "a,b,x\nc,d\n" },
        { "sep=;\r\na;b\r\nc;d\r\n", { ROWS_OUT(1, 1) }, 1, "sep=;\r\nc;d\r\n" },
        { "a,b\nc,'=d\n", { COLS_IN(1, 1), ROWS_IN(2, 1) }, 2, ",a,b\n\n,c,'=d\n" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str out;
        cj_err err;

        cr_assert(patch(a, cj_str_of(cases[i].was), cases[i].edit, cases[i].n, &out,
                        &err) == CJ_OK,
                  "%zu: %s", i, cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
        cr_expect(cj_str_eq(out, cj_str_of(cases[i].is)), "%zu: %.*s", i, (int)out.n,
                  out.p);
        cj_arena_free(a);
    }
}

/* Encodings that people's files are in, to the byte. */
Test(csv_patch, the_encoding_stays)
{
    static const struct {
        cj_str was, is;
        const char *text;
    } cases[] = {
        { CJ_LIT(
              "\x83\x53\x81\x5b\x83\x8b,\x89\xf0\x96\xf1\r\n\x93\xb1\x93\xfc,\x92\xe8\x92\x85\r\n"),
          CJ_LIT(
              "\x83\x53\x81\x5b\x83\x8b,\x89\xf0\x96\xf1\r\n\x93\xb1\x93\xfc,\x8a\x88\x97\x70\r\n"),
          "活用" }, /* CP932 */
        { CJ_LIT("\xff\xfe"
                 "a\0,\0b\0\r\0\n\0c\0,\0d\0\r\0\n\0"),
          CJ_LIT("\xff\xfe"
                 "a\0,\0b\0\r\0\n\0c\0,\0\x3b\x6d\x28\x75\r\0\n\0"),
          "活用" },
        { CJ_LIT("\xef\xbb\xbf"
                 "a,b\nc,d"),
          CJ_LIT("\xef\xbb\xbf"
                 "a,b\nc,\xe6\xb4\xbb"),
          "活" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_edit e = edit(2, 2, cases[i].text);
        cj_str out;
        cj_err err;

        cr_assert(patch(a, cases[i].was, &e, 1, &out, &err) == CJ_OK, "%zu: %s", i,
                  cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
        cr_expect(cj_str_eq(out, cases[i].is), "%zu", i);
        cj_arena_free(a);
    }
}

Test(csv_patch, refuses_what_it_cannot_do)
{
    static const struct {
        cj_str was;
        cj_edit edit;
        cj_rc rc;
        unsigned row, col;
    } cases[] = {
        { CJ_LIT("a,b\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 1, .row = 1, .col = 1, .text = CJ_LIT("x") },
          CJ_EUSAGE,
          1,
          1 },
        { CJ_LIT("a,b\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 0, .row = 0, .col = 1, .text = CJ_LIT("x") },
          CJ_EUSAGE,
          0,
          1 },
        { CJ_LIT("a,b\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 0, .row = 1, .col = 16385, .text = CJ_LIT("x") },
          CJ_EUSAGE,
          1,
          16385 },
        /* what a CSV has no room for */
        { CJ_LIT("a,b\n"), { .kind = CJ_EDIT_FILL, .row = 1, .col = 1 }, CJ_EUSAGE, 1, 1 },
        { CJ_LIT("a,b\n"), { .kind = CJ_EDIT_NOTE, .row = 1, .col = 1 }, CJ_EUSAGE, 1, 1 },
        { CJ_LIT("a,b\n"), { .kind = CJ_EDIT_PROPERTY }, CJ_EUSAGE, 0, 0 },
        { CJ_LIT("a,b\n"), { .kind = CJ_EDIT_SHEET_OUT }, CJ_EUSAGE, 0, 0 },
        { CJ_LIT("a,b\n"), ROWS_OUT(1, 1), CJ_EUSAGE, 0, 0 },
        { CJ_LIT("a,b\n"), ROWS_IN(1, 1048576), CJ_EUSAGE, 0, 0 },
        { CJ_LIT("a,b\n"), COLS_IN(1, 16383), CJ_EUSAGE, 0, 0 },
        { CJ_LIT("a,b\n"), ROWS_IN(1, 1048577), CJ_EUSAGE, 1, 0 },
        /* no character for it */
        { CJ_LIT("\x83\x53\x81\x5b\x83\x8b,\x89\xf0\x96\xf1\r\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 0, .row = 1, .col = 2, .text = CJ_LIT("😀") },
          CJ_EENCODING,
          1,
          2 },
        /* 0x8790 and 0x81e0 are one character */
        { CJ_LIT("\x83\x53\x81\x5b\x83\x8b\x87\x90,\x89\xf0\x96\xf1\r\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 0, .row = 1, .col = 2, .text = CJ_LIT("x") },
          CJ_EENCODING,
          0,
          0 },
        /* it would name the delimiter */
        { CJ_LIT("a,b\nc,d\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 0, .row = 1, .col = 1, .text = CJ_LIT("sep=,") },
          CJ_OK,
          0,
          0 },
        { CJ_LIT("a\nc;d\ne;f\n"),
          { .kind = CJ_EDIT_TEXT, .sheet = 0, .row = 1, .col = 1, .text = CJ_LIT("sep=,") },
          CJ_EFORMAT,
          1,
          1 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err = { .rc = CJ_OK };
        cj_str out;
        cj_rc rc = patch(a, cases[i].was, &cases[i].edit, 1, &out, &err);

        cr_expect(rc == cases[i].rc, "%zu: %d", i, (int)rc);
        if (rc != CJ_OK) {
            cr_expect(err.at.row == cases[i].row && err.at.col == cases[i].col,
                      "%zu: %u %u", i, err.at.row, err.at.col);
            cr_expect(cj_str_eq(out, cases[i].was), "%zu", i);
        }
        cj_arena_free(a);
    }
}

/* ---- at random --------------------------------------------------------------------------------------- */

static unsigned chance(unsigned *seed, unsigned of)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % of;
}

static cj_str pick(unsigned *seed)
{
    static const char *const texts[] = { "",     "a",  "目標",  "x,y", "1;2", "say \"no\"",
                                         "x\ny", " b", "=1+1",  "'",   "\t",  "90%",
                                         "'=a",  "-3", "①確認", "c ",  "\"",  "\n" };

    return cj_str_of(texts[chance(seed, sizeof texts / sizeof *texts)]);
}

static void add(char *to, cj_str s)
{
    size_t n = strlen(to);

    memcpy(to + n, s.p, s.n);
    to[n + s.n] = 0;
}

/* Quoted or not as it comes, with whatever follows from that. */
static cj_str made(cj_arena *a, unsigned *seed)
{
    char text[4096] = "";
    unsigned rows = chance(seed, 6), r, c;
    const char *end = chance(seed, 2) ? "\r\n" : "\n";

    if (!chance(seed, 4))
        add(text, CJ_STR("\xef\xbb\xbf"));
    for (r = 0; r < rows; r++) {
        for (c = 0; c < 4 && chance(seed, 5); c++) {
            cj_str s = pick(seed);
            bool quoted; /* a lone quote would swallow the rest */

            s = cj_str_eq(s, CJ_STR("\"")) ? CJ_STR("") : s;
            quoted = cj_str_has(s, CJ_STR("\n")) || chance(seed, 3) == 0;

            add(text, c ? CJ_STR(",") : CJ_STR(""));
            add(text, quoted && !cj_str_has(s, CJ_STR("\"")) ? CJ_STR("\"") : CJ_STR(""));
            add(text, s);
            add(text, quoted && !cj_str_has(s, CJ_STR("\"")) ? CJ_STR("\"") : CJ_STR(""));
        }
        if (r + 1 < rows || chance(seed, 3))
            add(text, cj_str_of(end));
    }
    return cj_str_copy(a, cj_str_of(text));
}

static bool same(cj_arena *a, const cj_book *x, const cj_book *y)
{
    size_t i;

    if (x->sheets->n_cells != y->sheets->n_cells)
        return false;
    for (i = 0; i < x->sheets->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(x->sheets, i),
                           *d = cj_sheet_cell(y->sheets, i);

        if (c->row != d->row || c->col != d->col ||
            !cj_str_eq(cj_book_cell_text(a, x, c), cj_book_cell_text(a, y, d)))
            return false;
    }
    return true;
}

static cj_edit any_edit(unsigned *seed)
{
    static const cj_edit_kind kinds[] = { CJ_EDIT_ROWS_IN, CJ_EDIT_ROWS_OUT,
                                          CJ_EDIT_COLS_IN, CJ_EDIT_COLS_OUT,
                                          CJ_EDIT_APPEND };
    cj_edit e = edit(1 + chance(seed, 7), 1 + chance(seed, 5), "");

    e.text = pick(seed);
    if (chance(seed, 2))
        return e;
    e.kind = kinds[chance(seed, 5)];
    e.count = 1 + chance(seed, 3);
    return e;
}

static bool moves(const cj_edit *edits, unsigned n)
{
    while (n)
        if (cj_edit_moves(&edits[--n]))
            return true;
    return false;
}

/* What is written reads as the edited book; without effect it is the same bytes; and nearly all is done. */
Test(csv_patch, reads_as_the_edited_book)
{
    cj_read_options o = cj_read_options_default();
    unsigned seed, done = 0, read = 0;

    for (seed = 1; seed <= 8000; seed++) {
        cj_arena *a = cj_arena_new(0);
        unsigned s = seed, n = chance(&s, 4), i;
        cj_str bytes = made(a, &s), out;
        cj_edit edits[3];
        cj_book *book, *again;
        cj_err err;

        o.delimiter = ',';
        for (i = 0; i < n; i++)
            edits[i] = any_edit(&s);
        if (cj_book_parse(a, bytes, CJ_STR("x.csv"), &o, &book, &err) == CJ_OK) {
            cj_rc rc = cj_csv_patch(a, bytes, CJ_STR("x.csv"), &o, edits, n, &out, &err);

            read++;
            done += rc == CJ_OK || rc == CJ_EUSAGE;
            cr_assert(rc != CJ_EUSAGE || !cj_book_edited(a, book, edits, n)->n_cells, "%u",
                      seed);
            cr_assert(rc == CJ_OK || cj_str_eq(out, bytes), "%u", seed);
            if (rc == CJ_OK) {
                cr_assert(cj_book_parse(a, out, CJ_STR("x.csv"), &o, &again, &err) ==
                          CJ_OK);
                cr_assert(same(a, cj_book_edited(a, book, edits, n), again), "%u: %.*s",
                          seed, (int)out.n, out.p);
                cr_assert(moves(edits, n) || !same(a, book, again) || cj_str_eq(out, bytes),
                          "%u: %.*s", seed, (int)out.n, out.p);
            }
        }
        cj_arena_free(a);
    }
    cr_expect(read > 6000 && done == read, "%u of %u", done, read);
}
