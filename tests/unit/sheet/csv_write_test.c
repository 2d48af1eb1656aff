/* csv_write_test.c - every text of a book comes back from the CSV that it was written to. */
#include <cj/read.h>
#include <cj/write.h>
#include "base/buf.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { BOOKS = 2000, FILES = 150 };
#else
enum { BOOKS = 12000, FILES = 600 };
#endif

static cj_book *book_of(cj_arena *a)
{
    cj_book *b = cj_book_new(a, CJ_CSV);

    cj_book_add_sheet(a, b, CJ_STR("map"));
    return b;
}

static void put(cj_arena *a, cj_book *b, uint32_t row, uint32_t col, cj_str text)
{
    cj_book_cell *c = cj_sheet_add(a, b->sheets, row, col);

    c->value = CJ_V_TEXT;
    c->text = text;
}

/* ---- one by one ---------------------------------------------------------------------------------- */

/* Rows parted by LF, cells by TAB; "<LF>" in them is a line break, "<TAB>" a TAB. */
static cj_book *book_from(cj_arena *a, const char *grid)
{
    cj_book *b = book_of(a);
    cj_str rows = cj_str_of(grid), line, cell;
    uint32_t row = 0, col;

    while (cj_str_split(&rows, '\n', &line)) {
        row++;
        for (col = 1; cj_str_split(&line, '\t', &cell); col++) {
            cj_buf text;
            size_t i;

            cj_buf_init(&text, a);
            for (i = 0; i < cell.n; i++) {
                static const struct {
                    cj_str name;
                    char c;
                } marks[] = { { CJ_LIT("<LF>"), '\n' },
                              { CJ_LIT("<TAB>"), '\t' },
                              { CJ_LIT("<CR>"), '\r' } };
                char c = cell.p[i];
                size_t k, at = i;

                for (k = 0; k < 3; k++)
                    if (cj_str_starts(cj_str_from(cell, at), marks[k].name)) {
                        c = marks[k].c;
                        i = at + marks[k].name.n - 1;
                    }
                cj_buf_byte(&text, c);
            }
            if (text.n)
                put(a, b, row, col, cj_buf_str(&text));
        }
    }
    cj_sheet_seal(a, b->sheets);
    return b;
}

typedef struct written {
    const char *name, *grid, *want;
    bool raw; /* formulas are not escaped */
} written;

static const written plain[] = {
    { "as it is", "a\tb\nc\td", "a,b\r\nc,d\r\n", false },
    { "quotes only where they must be", "a,b\tc\"d\te<LF>f\t g ",
      "\"a,b\",\"c\"\"d\",\"e\nf\", g \r\n", false },
    { "line breaks are LF", "a<CR><LF>b<CR>c", "\"a\nb\nc\"\r\n", false },
    { "records are as long as their last cell", "a\t\tb\nc\n\n\td",
      "a,,b\r\nc\r\n\r\n,d\r\n", false },
    { "formulas", "=1+1\t+a\t-b\t@c\t<TAB>d\t＝e\t－f\t＋g\t＠h",
      "'=1+1,'+a,'-b,'@c,'\td,'＝e,'－f,'＋g,'＠h\r\n", false },
    { "numbers are none", "-2\t+5\t-1.5\t+81\t-1e6\t-.5", "-2,+5,-1.5,+81,-1e6,-.5\r\n",
      false },
    { "and what is nearly one", "-3%\t+81-3-1234\t-1-1\t－2\t-\t1-2",
      "'-3%,'+81-3-1234,'-1-1,'－2,'-,1-2\r\n", false },
    { "what looks guarded gets one more", "'=a\t''+b\t'a\t'\t''", "''=a,'''+b,'a,',''\r\n",
      false },
    { "escaping off", "=a\t-b\t'=c\t'd", "=a,-b,''=c,'d\r\n", true },
    { "nothing", "", "", false },
    { "sep= is a text", "sep=;", "sep=;,\r\n", false },
    { "sep= is a text, with the delimiter", "SEP=,", "\"SEP=,\",\r\n", false },
    { "sep= beside others names none", "sep=;\ta", "sep=;,a\r\n", false },
    { "a list of sentences with semicolons", "a;b\nc;d\ne;f",
      "\"a;b\"\r\n\"c;d\"\r\n\"e;f\"\r\n", false },
    { "one column needs no delimiter", "a\nb\nc", "a\r\nb\r\nc\r\n", false },
    { "no SYLK", "ID\ta", "\"ID\",a\r\n", false },
    { "no web page", "<table>\ta", "\"<table>\",a\r\n", false },
    { "no second mark",
      "\xef\xbb\xbf"
      "a",
      "\"\xef\xbb\xbf"
      "a\"\r\n",
      false },
};

Test(csv_write, bytes)
{
    size_t i;

    for (i = 0; i < sizeof plain / sizeof *plain; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_csv_options o = cj_csv_options_new(CJ_CSV);
        cj_str got;

        o.form.bom = false;
        o.escape_formulas = !plain[i].raw;
        got = cj_csv_write(a, book_from(a, plain[i].grid), 0, &o);
        cr_expect(cj_str_eq(got, cj_str_of(plain[i].want)), "%s: " CJ_FMT, plain[i].name,
                  CJ_ARG(got));
        cj_arena_free(a);
    }
}

Test(csv_write, values)
{
    cj_arena *a = cj_arena_new(0);
    cj_csv_options o = { .escape_formulas = true };
    cj_book *b = book_of(a);
    cj_style day = { .number_format = CJ_STR("yyyy-mm-dd"), .date = true };
    cj_book_cell *c = cj_sheet_add(a, b->sheets, 1, 1);
    cj_str got;

    c->value = CJ_V_NUMBER, c->number = -0.5, c->text = CJ_STR("-0.50");
    c = cj_sheet_add(a, b->sheets, 1, 2);
    c->value = CJ_V_DATE, c->number = 45730, c->style = cj_book_style(a, b, day);
    c = cj_sheet_add(a, b->sheets, 1, 3);
    c->value = CJ_V_BOOL, c->number = 1;
    c = cj_sheet_add(a, b->sheets, 1, 4);
    c->value = CJ_V_ERROR, c->text = CJ_STR("#N/A");
    cj_sheet_seal(a, b->sheets);
    got = cj_csv_write(a, b, 0, &o);
    cr_expect(cj_str_eq(got, CJ_STR("-0.50,2025-03-14,TRUE,#N/A\r\n")), CJ_FMT,
              CJ_ARG(got));
    cj_arena_free(a);
}

Test(csv_write, the_form_of_another)
{
    static const struct {
        const char *name;
        cj_str from;
        cj_bom bom;
        cj_str want;
    } cases[] = {
        { "semicolons and LF", CJ_LIT("a;b\nc;d\n"), CJ_BOM_KEEP, CJ_LIT("a;b\nc;d\n") },
        { "TAB and CR", CJ_LIT("a\tb\rc\td\r"), CJ_BOM_KEEP, CJ_LIT("a\tb\rc\td\r") },
        { "sep=", CJ_LIT("sep=|\r\na|b\r\n"), CJ_BOM_KEEP, CJ_LIT("sep=|\r\na|b\r\n") },
        { "a mark",
          CJ_LIT("\xef\xbb\xbf"
                 "a,b\r\n"),
          CJ_BOM_KEEP,
          CJ_LIT("\xef\xbb\xbf"
                 "a,b\r\n") },
        { "no mark any more",
          CJ_LIT("\xef\xbb\xbf"
                 "a,b\r\n"),
          CJ_BOM_NEVER, CJ_LIT("a,b\r\n") },
        { "always a mark", CJ_LIT("a,b\r\n"), CJ_BOM_ALWAYS,
          CJ_LIT("\xef\xbb\xbf"
                 "a,b\r\n") },
        { "CP932 gets one", CJ_LIT("\x83\x53\x81\x5b\x83\x8b,\x8d\x73\x93\xae\r\n"),
          CJ_BOM_KEEP,
          CJ_LIT("\xef\xbb\xbf"
                 "ゴール,行動\r\n") },
        { "and does without on demand",
          CJ_LIT("\x83\x53\x81\x5b\x83\x8b,\x8d\x73\x93\xae\r\n"), CJ_BOM_NEVER,
          CJ_LIT("ゴール,行動\r\n") },
    };
    cj_read_options r = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_csv_options o;
        cj_book *book;
        cj_err err;
        cj_str got;

        cr_assert_eq(cj_book_parse(a, cases[i].from, CJ_STR("map.csv"), &r, &book, &err),
                     CJ_OK, "%s", cases[i].name);
        o = cj_csv_options_like(book, cases[i].bom);
        got = cj_csv_write(a, book, 0, &o);
        cr_expect(cj_str_eq(got, cases[i].want), "%s: " CJ_FMT, cases[i].name, CJ_ARG(got));
        cj_arena_free(a);
    }
}

/* ---- thousands at random ---------------------------------------------------------------------------- */

typedef struct random {
    cj_arena *a;
    uint64_t state;
} random_;

static unsigned roll(random_ *r, unsigned n)
{
    r->state ^= r->state << 13;
    r->state ^= r->state >> 7;
    r->state ^= r->state << 17;
    return (unsigned)(r->state >> 33) % n;
}

/* Nothing in them makes a table of the texts alone: the file's own bytes have to. */
static const char *const pieces[] = {
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\"\"",
    "'",
    "''",
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "\n",
    "\r",
    "\r\n",
    " ",
    "　",
    "\xef\xbb\xbf",
    "sep=;",
    "sep=,",
    "ID",
    "1",
    "-2.5",
    "+81-3",
    "0,5",
    "a",
    "b",
    "行動",
    "導入期",
    "😀",
    "e\xcc\x81",
    "<table>",
    "SUM(A1)",
    "\\",
    "#",
    "・",
    "\xc2\x85",
    "\xe2\x80\xa8",
    "・項目, その2",
    "x;y;z",
    "\"q\"",
};
enum { PIECES = (int)(sizeof pieces / sizeof *pieces) };

static cj_str nasty(random_ *r)
{
    unsigned n = roll(r, 8) == 0 ? 0 : 1 + roll(r, 6), i;
    cj_buf b;

    cj_buf_init(&b, r->a);
    for (i = 0; i < n; i++)
        cj_buf_z(&b, pieces[roll(r, PIECES)]);
    return cj_buf_str(&b);
}

static cj_book *nasty_book(random_ *r)
{
    cj_book *b = book_of(r->a);
    uint32_t rows = 1 + roll(r, 6), cols = 1 + roll(r, 5), i, j;

    for (i = 1; i <= rows; i++)
        for (j = 1; j <= cols && roll(r, 9); j++)
            put(r->a, b, i, j,
                i == 1 && j == 1 && !roll(r, 12) ? CJ_STR("sep=;") : nasty(r));
    cj_sheet_seal(r->a, b->sheets);
    return b;
}

static cj_csv_options some_form(random_ *r)
{
    static const char delimiters[] = { ',', ';', '\t' };
    static const char *const newlines[] = { "\r\n", "\n", "\r" };
    cj_csv_options o = cj_csv_options_new(CJ_CSV);

    o.form.delimiter = delimiters[roll(r, 3)];
    o.form.newline = cj_str_of(newlines[roll(r, 3)]);
    o.form.bom = roll(r, 2);
    o.form.sep_line = !roll(r, 8);
    o.escape_formulas = roll(r, 3) != 0;
    return o;
}

static cj_str with_lf(cj_arena *a, cj_str s)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < s.n; i++)
        if (s.p[i] != '\r')
            cj_buf_byte(&b, s.p[i]);
        else if (i + 1 == s.n || s.p[i + 1] != '\n')
            cj_buf_byte(&b, '\n');
    return cj_buf_str(&b);
}

/* The cells of a sheet that say something: "B2=text" each. */
static cj_str cells_of(cj_arena *a, const cj_sheet *s)
{
    char ref[CJ_REF_MAX];
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        if (!c->text.n)
            continue;
        cj_ref(ref, c->row, c->col);
        cj_buf_fmt(&b, "[%s=", ref);
        cj_buf_add(&b, with_lf(a, c->text));
        cj_buf_byte(&b, ']');
    }
    return cj_buf_str(&b);
}

Test(csv_write, every_text_comes_back, .timeout = 60)
{
    cj_read_options o = cj_read_options_default();
    random_ r = { cj_arena_new(0), 0x9e3779b97f4a7c15u };
    unsigned i, failed = 0, named = 0;

    for (i = 0; i < BOOKS; i++) {
        cj_book *book = nasty_book(&r), *back;
        cj_csv_options form = some_form(&r);
        cj_str text = cj_csv_write(r.a, book, 0, &form), want, got, line;
        cj_err err;
        cj_rc rc = cj_book_parse(r.a, text, CJ_STR("x.csv"), &o, &back, &err);

        want = cells_of(r.a, book->sheets);
        if (!want.n)
            continue; /* no file at all */
        got = rc == CJ_OK ? cells_of(r.a, back->sheets) : cj_err_says(r.a, &err, CJ_EN);
        line = cj_str_fmt(r.a, "sep=%c" CJ_FMT, form.form.delimiter,
                          CJ_ARG(form.form.newline));
        named += !form.form.sep_line &&
                 cj_str_starts(cj_str_from(text, form.form.bom ? 3 : 0), line);
        if (!cj_str_eq(want, got) && failed++ < 3)
            cr_expect(false,
                      "book %u:\n" CJ_FMT "\nbecame\n" CJ_FMT "\nwritten as\n" CJ_FMT, i,
                      CJ_ARG(want), CJ_ARG(got), CJ_ARG(text));
        cj_arena_reset(r.a);
    }
    cr_expect_eq(failed, 0, "%u of %u books", failed, (unsigned)BOOKS);
    cr_expect_lt(named, BOOKS / 50, "%u books needed a line that names the delimiter",
                 named);
    cj_arena_free(r.a);
}

/* ---- another reader ------------------------------------------------------------------------------------ */

static FILE *create(const char *folder, unsigned i, const char *extension)
{
    char path[200];
    FILE *f;

    snprintf(path, sizeof path, "%s/%u.%s", folder, i, extension);
    f = fopen(path, "wb");
    cr_assert(f, "%s", path);
    return f;
}

static void save(random_ *r, const char *folder, unsigned i)
{
    cj_book *book = nasty_book(r);
    cj_csv_options o = some_form(r);
    cj_str text = cj_csv_write(r->a, book, 0, &o);
    FILE *f = create(folder, i, "csv");
    size_t k, n;

    fwrite(text.p, 1, text.n, f);
    fclose(f);
    f = create(folder, i, "want");
    fprintf(f, "%02x %d %d\n", (unsigned)o.form.delimiter, o.form.bom, o.escape_formulas);
    for (k = 0; k < book->sheets->n_cells; k++) {
        const cj_book_cell *c = cj_sheet_cell(book->sheets, k);
        cj_str cell = with_lf(r->a, c->text);

        if (!cell.n)
            continue;
        fprintf(f, "%u %u ", (unsigned)c->row, (unsigned)c->col);
        for (n = 0; n < cell.n; n++)
            fprintf(f, "%02x", (unsigned char)cell.p[n]);
        fputc('\n', f);
    }
    fclose(f);
}

/* Python's csv module is nobody of ours. */
Test(csv_write, python_reads_the_same, .timeout = 60)
{
    random_ r = { cj_arena_new(0), 0x2545f4914f6cdd1du };
    char folder[] = "/tmp/cj-csv-XXXXXX", command[200];
    unsigned i;

    cr_assert(mkdtemp(folder));
    for (i = 0; i < FILES; i++) {
        save(&r, folder, i);
        cj_arena_reset(r.a);
    }
    snprintf(command, sizeof command, "python3 tests/unit/sheet/csv_write_check.py %s >&2",
             folder);
    cr_expect_eq(system(command), 0);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_expect_eq(system(command), 0);
    cj_arena_free(r.a);
}
