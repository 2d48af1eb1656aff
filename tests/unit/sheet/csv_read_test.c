/* csv_read_test.c - every text in its own cell, however the CSV was written. */
#include <cj/read.h>
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static cj_rc parse(cj_arena *a, cj_str bytes, const cj_read_options *o, cj_book **book,
                   cj_err *err)
{
    *book = NULL;
    memset(err, 0, sizeof *err);
    return cj_book_parse(a, bytes, CJ_STR("map.csv"), o, book, err);
}

/* "A1=x B1=y": all cells; a line break in a cell shows as /. */
static const char *shown(cj_arena *a, const cj_book *book)
{
    cj_str all = CJ_STR("");
    size_t i, j;

    for (i = 0; i < book->sheets->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(book->sheets, i);
        char ref[CJ_REF_MAX], *p;

        cj_ref(ref, c->row, c->col);
        p = (char *)cj_str_copy(a, c->text).p;
        for (j = 0; j < c->text.n; j++)
            p[j] = (char)(p[j] == '\n' ? '/' : p[j] ? p[j] : '0');
        all = cj_str_fmt(a, CJ_FMT "%s%s=%.*s", CJ_ARG(all), i ? " " : "", ref,
                         (int)c->text.n, p);
    }
    return cj_str_z(a, all);
}

static size_t notices(const cj_book *book, cj_oddity kind)
{
    size_t i, n = 0;

    for (i = 0; i < book->n_notices; i++)
        n += book->notices[i].kind == kind;
    return n;
}

static void expect_cells(cj_str bytes, const char *want, const char *name)
{
    cj_read_options o = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    cj_err err;

    cr_assert_eq(parse(a, bytes, &o, &book, &err), CJ_OK, "%s", name);
    cr_expect_str_eq(shown(a, book), want, "%s: %s", name, shown(a, book));
    cj_arena_free(a);
}

Test(csv_read, what_libcsv_would_lose)
{
    static const struct {
        const char *name;
        cj_str bytes;
        const char *cells;
    } cases[] = {
        { "blanks at the edges", CJ_LIT(" a , b\t,c \n\" d \",e"),
          "A1= a  B1= b\t C1=c  A2= d  B2=e" },
        { "empty lines count", CJ_LIT("\n\na,b\n\nc,d\n\n"), "A3=a B3=b A5=c B5=d" },
        { "empty CRLF lines count", CJ_LIT("a\r\n\r\n\r\nb,c"), "A1=a A4=b B4=c" },
        { "lone CR", CJ_LIT("a,b\rc,\"d\"\r\re"), "A1=a B1=b A2=c B2=d A4=e" },
        { "mixed line ends", CJ_LIT("a\r\nb\nc\rd\n\re"), "A1=a A2=b A3=c A4=d A6=e" },
        { "CRLF in a cell is one break", CJ_LIT("\"a\r\nb\",c\r\nd"), "A1=a/b B1=c A2=d" },
        { "CR and LF in cells", CJ_LIT("\"a\rb\",\"c\n\rd\""), "A1=a/b B1=c//d" },
        { "quoted line breaks keep rows", CJ_LIT("\"a\n\n\nb\"\n\"c\",d\n"),
          "A1=a///b A2=c B2=d" },
        { "doubled quotes", CJ_LIT("\"he \"\"said\"\"\",\"\"\"\"\n\"\",x"),
          "A1=he \"said\" B1=\" B2=x" },
        { "no newline at the end", CJ_LIT("a,b\nc,"), "A1=a B1=b A2=c" },
        { "empty fields keep columns", CJ_LIT(",,a,,\n,b"), "C1=a B2=b" },
        { "one cell", CJ_LIT("a"), "A1=a" },
        { "only newlines", CJ_LIT("\n\r\n\r"), "" },
        { "only a mark", CJ_LIT("\xef\xbb\xbf"), "" },
        { "mark before a quote", CJ_LIT("\xef\xbb\xbf\"a,b\",c"), "A1=a,b B1=c" },
        { "a blank is a text", CJ_LIT("a, ,b"), "A1=a B1=  C1=b" },
        { "NUL stays in its cell", CJ_LIT("abc,def\nab\0c,def\n"),
          "A1=abc B1=def A2=ab0c B2=def" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_cells(cases[i].bytes, cases[i].cells, cases[i].name);
}

Test(csv_read, stray_quotes_are_text_and_swallow_nothing)
{
    static const struct {
        const char *name;
        cj_str bytes;
        const char *cells;
        size_t stray, cut;
    } cases[] = {
        { "inside a plain field", CJ_LIT("a,5\" disk,b\nc"), "A1=a B1=5\" disk C1=b A2=c",
          1, 0 },
        { "before a plain text", CJ_LIT("a, \"b\",c\nd"), "A1=a B1= \"b\" C1=c A2=d", 1,
          0 },
        { "quotes not doubled", CJ_LIT("\"he said \"no, never\" to us\",b\nc,d"),
          "A1=he said \"no, never\" to us B1=b A2=c B2=d", 1, 0 },
        { "not doubled, over lines", CJ_LIT("\"a\nsaid \"b\"\nc\",d\ne"),
          "A1=a/said \"b A2=c\" B2=d A3=e", 2, 0 },
        { "not doubled, inside a line", CJ_LIT("\"a\nsaid \"b\" to\nc\",d\ne"),
          "A1=a/said \"b\" to/c B1=d A2=e", 1, 0 },
        { "text after the closing quote", CJ_LIT("\"a\"b,c\nd,\"e\""),
          "A1=\"a\"b B1=c A2=d B2=e", 1, 0 },
        { "blanks after the closing quote", CJ_LIT("\"a\" ,b\n"), "A1=a  B1=b", 1, 0 },
        { "a quoted field follows", CJ_LIT("\"a\"b,c,\"d\"\n"), "A1=\"a\"b B1=c C1=d", 1,
          0 },
        { "the last quote belongs to the text", CJ_LIT("\"he said \"no\"\",b"),
          "A1=he said \"no\" B1=b", 1, 0 },
        { "never closed, records follow", CJ_LIT("a,\"b\nc,d\ne,f"),
          "A1=a B1=\"b A2=c B2=d A3=e B3=f", 0, 1 },
        { "never closed, cut off", CJ_LIT("a,b\nc,\"d\ne"), "A1=a B1=b A2=c B2=d/e", 0, 1 },
        { "never closed, one line", CJ_LIT("a,b\n\"c,d"), "A1=a B1=b A2=c,d", 0, 1 },
        { "a quote alone", CJ_LIT("a,b\n\""), "A1=a B1=b", 0, 1 },
        { "two quotes alone", CJ_LIT("a,b\n\"\""), "A1=a B1=b", 0, 0 },
        { "three quotes", CJ_LIT("a,b\n\"\"\"\n"), "A1=a B1=b A2=\"/", 0, 1 },
    };
    cj_read_options o = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book;
        cj_err err;

        cr_assert_eq(parse(a, cases[i].bytes, &o, &book, &err), CJ_OK, "%s", cases[i].name);
        cr_expect_str_eq(shown(a, book), cases[i].cells, "%s: %s", cases[i].name,
                         shown(a, book));
        cr_expect_eq(notices(book, CJ_ODD_STRAY_QUOTE), cases[i].stray, "%s",
                     cases[i].name);
        cr_expect_eq(notices(book, CJ_ODD_TRUNCATED), cases[i].cut, "%s", cases[i].name);
        cj_arena_free(a);
    }
}

Test(csv_read, notices_say_where)
{
    static const struct {
        const char *name;
        cj_str bytes;
        cj_oddity kind;
        unsigned row, col;
        bool loud;
    } cases[] = {
        { "stray quote", CJ_LIT("a,b\nc,d\"e\n"), CJ_ODD_STRAY_QUOTE, 2, 2, false },
        { "unclosed quote", CJ_LIT("a,b\n\nc,\"d\n"), CJ_ODD_TRUNCATED, 3, 2, true },
        { "NUL", CJ_LIT("a,b,c\n,,\0\n"), CJ_ODD_NUL, 2, 3, true },
        { "a field too many", CJ_LIT("a,b,c\nd,e,f\ng,h,i,j\nk,l,m\n"), CJ_ODD_RAGGED, 3, 4,
          false },
    };
    cj_read_options o = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book;
        cj_err err;

        cr_assert_eq(parse(a, cases[i].bytes, &o, &book, &err), CJ_OK, "%s", cases[i].name);
        cr_assert_eq(book->n_notices, 1, "%s", cases[i].name);
        cr_expect_eq(book->notices->kind, cases[i].kind, "%s", cases[i].name);
        cr_expect_eq(book->notices->what.at.row, cases[i].row, "%s", cases[i].name);
        cr_expect_eq(book->notices->what.at.col, cases[i].col, "%s", cases[i].name);
        cr_expect_eq(book->notices->loud, cases[i].loud, "%s", cases[i].name);
        cj_arena_free(a);
    }
}

Test(csv_read, ragged_is_a_field_too_many_inside_a_table)
{
    static const struct {
        const char *name;
        cj_str bytes;
        size_t ragged;
    } cases[] = {
        { "missing fields at the end", CJ_LIT("a,b,c\nd\ne,f\ng,h,i\n"), 0 },
        { "empty fields too many", CJ_LIT("a,b\nc,d,,,\n"), 0 },
        { "stacked sections", CJ_LIT("a,b\nc,d\n\n#E\ne,f,g,h\ni,j,k,l\n"), 0 },
        { "a marker without an empty line", CJ_LIT("a,b\nc,d\n#E\ne,f,g\ni,j,k\n"), 0 },
        { "metadata above the table", CJ_LIT("p,q\nr,s\na,b,c\nd,e,f\ng,h,i\n"), 0 },
        { "the last record", CJ_LIT("a,b\nc,d\ne,f,g\n"), 1 },
        { "two of many", CJ_LIT("a,b\nc,d,x\ne,f\ng,h\ni,j,x\nk,l\nm,n\n"), 2 },
        { "after a section", CJ_LIT("a,b\nc,d\n,,\na,b,c\nd,e,f,g\nh,i,j\nk,l,m\n"), 1 },
    };
    cj_read_options o = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book;
        cj_err err;

        cr_assert_eq(parse(a, cases[i].bytes, &o, &book, &err), CJ_OK, "%s", cases[i].name);
        cr_expect_eq(notices(book, CJ_ODD_RAGGED), cases[i].ragged, "%s", cases[i].name);
        cj_arena_free(a);
    }
}

Test(csv_read, the_formula_guard_comes_off)
{
    static const struct {
        cj_str bytes;
        const char *cells;
    } cases[] = {
        { CJ_LIT("'=1+1,'+a,'-b,'@c"), "A1==1+1 B1=+a C1=-b D1=@c" },
        { CJ_LIT("\"'\ta\",\"'\rb\""), "A1=\ta B1=/b" },
        { CJ_LIT("'＝a,'＋b,'－c,'＠d"), "A1=＝a B1=＋b C1=－c D1=＠d" },
        { CJ_LIT("'a,',a'=,'・c,''b"), "A1='a B1=' C1=a'= D1='・c E1=''b" },
        { CJ_LIT("''=a,'''-b,''＋c"), "A1='=a B1=''-b C1='＋c" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_cells(cases[i].bytes, cases[i].cells, cases[i].cells);
}

Test(csv_read, the_form_is_kept_for_writing)
{
    static const struct {
        const char *name;
        cj_str bytes;
        const char *encoding;
        char delimiter;
        bool bom, sep;
        const char *newline;
        cj_format format;
    } cases[] = {
        { "Excel",
          CJ_LIT("\xef\xbb\xbf"
                 "a,b\r\nc,d\r\n"),
          "UTF-8", ',', true, false, "\r\n", CJ_CSV },
        { "Unix", CJ_LIT("a;b\nc;d\n"), "UTF-8", ';', false, false, "\n", CJ_CSV },
        { "old Mac", CJ_LIT("a\tb\rc\td\r"), "UTF-8", '\t', false, false, "\r", CJ_TSV },
        { "most often", CJ_LIT("a,b\nc,d\r\ne,f\ng,\"h\r\ni\r\nj\""), "UTF-8", ',', false,
          false, "\n", CJ_CSV },
        { "one line", CJ_LIT("a|b"), "UTF-8", '|', false, false, "\r\n", CJ_CSV },
        { "sep=", CJ_LIT("sep=;\r\na;b,c\r\n"), "UTF-8", ';', false, true, "\r\n", CJ_CSV },
        { "UTF-16",
          CJ_LIT("\xff\xfe"
                 "a\0,\0b\0\n\0"),
          "UTF-16LE", ',', true, false, "\n", CJ_CSV },
    };
    cj_read_options o = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book;
        cj_err err;

        cr_assert_eq(parse(a, cases[i].bytes, &o, &book, &err), CJ_OK, "%s", cases[i].name);
        cr_expect_str_eq(cj_str_z(a, book->csv.encoding), cases[i].encoding, "%s",
                         cases[i].name);
        cr_expect_eq(book->csv.delimiter, cases[i].delimiter, "%s", cases[i].name);
        cr_expect_eq(book->csv.bom, cases[i].bom, "%s", cases[i].name);
        cr_expect_eq(book->csv.sep_line, cases[i].sep, "%s", cases[i].name);
        cr_expect_str_eq(cj_str_z(a, book->csv.newline), cases[i].newline, "%s",
                         cases[i].name);
        cr_expect_eq(book->format, cases[i].format, "%s", cases[i].name);
        cr_expect_eq(book->can, 0);
        cr_expect_eq(notices(book, CJ_ODD_ENCODING),
                     strcmp(cases[i].encoding, "UTF-8") != 0);
        cj_arena_free(a);
    }
}

Test(csv_read, sheet_is_named_after_the_file)
{
    static const char *const cases[][2] = {
        { "dir/マップ.v2.csv", "マップ.v2" },
        { "-", "stdin" },
        { "map", "map" },
        { "a.b/.csv", ".csv" },
        { "x/", "" },
        { "bad\xff.csv", "bad\xef\xbf\xbd" },
    };
    cj_read_options o = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    cj_err err;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_assert_eq(
            cj_book_parse(a, CJ_STR("a,b"), cj_str_of(cases[i][0]), &o, &book, &err),
            CJ_OK);
        cr_expect_str_eq(cj_str_z(a, book->sheets->name), cases[i][1]);
    }
    cj_arena_free(a);
}

Test(csv_read, limits_end_in_one_clear_error)
{
    static const char ten[] = "a,b\nc,d\ne,\"ffffffffff\"";
    cj_read_options plain = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < 6; i++) {
        cj_read_options o = plain;
        cj_book *book;
        cj_err err;

        *(size_t *[]){
            &o.limits.file_bytes, &o.limits.string_bytes, &o.limits.cells,
            &o.limits.rows,       &o.limits.columns,      &o.limits.cell_bytes
        }[i] = i == 0   ? 10
               : i == 1 ? 9
               : i == 2 ? 5
               : i == 3 ? 2
               : i == 4 ? 1
                        : 9;
        cr_expect_eq(parse(a, CJ_STR(ten), &o, &book, &err), CJ_ELIMIT, "limit %zu", i);
        cr_expect_null(
            memchr(cj_err_line(a, &err, CJ_JA).p, '\n', cj_err_line(a, &err, CJ_JA).n));
    }
    cj_arena_free(a);
}

Test(csv_read, a_lost_quote_in_a_large_file_is_no_large_cell)
{
    cj_read_options o = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    size_t i, n = 40000;
    char *p = cj_alloc_text(a, n * 8 + 16), *at = p;
    cj_book *book;
    cj_err err;
    cj_str bytes;

    o.limits.cell_bytes = 1000;
    at += sprintf(at, "a,\"b\n");
    for (i = 0; i < n; i++)
        at += sprintf(at, "xx,yyy\n");
    bytes.p = p;
    bytes.n = (size_t)(at - p);
    cr_assert_eq(parse(a, bytes, &o, &book, &err), CJ_OK);
    cr_expect_eq(book->sheets->n_cells, 2 * n + 2);
    cr_expect_eq(notices(book, CJ_ODD_TRUNCATED), 1);
    cj_arena_free(a);
}

Test(csv_read, what_is_no_text_is_refused)
{
    static const struct {
        const char *name;
        cj_str bytes;
    } cases[] = {
        { "gzip", CJ_LIT("\x1f\x8b\x08\x08\x37\x85\x1d\x58\0\3table."
                         "csv\0\xcb\x4c\xd1\xc9\x4b\xcc\x4d") },
        { "PNG", CJ_LIT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\2\0\0\0") },
        { "numbers", CJ_LIT("\1\0\0\0\2\0\0\0\3\0\0\0\4\0\0\0") },
        { "floats", CJ_LIT("\0\0\x80\x3f\0\0\0\x40\xdb\x0f\x49\x40\0\0\x20\x41") },
    };
    cj_read_options o = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book *book;
        cj_err err;

        cr_expect_eq(parse(a, cases[i].bytes, &o, &book, &err), CJ_ETYPE, "%s",
                     cases[i].name);
    }
    cj_arena_free(a);
}

Test(csv_read, a_delimiter_that_cannot_be_one)
{
    static const char bad[] = { '"', '\n', '\r', '\x80' };
    cj_read_options o = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    cj_err err;
    size_t i;

    for (i = 0; i < sizeof bad; i++) {
        o.delimiter = bad[i];
        cr_expect_eq(parse(a, CJ_STR("a,b"), &o, &book, &err), CJ_EUSAGE);
    }
    o.delimiter = ':';
    cr_assert_eq(parse(a, CJ_STR("a:b,c"), &o, &book, &err), CJ_OK);
    cr_expect_str_eq(shown(a, book), "A1=a B1=b,c");
    cj_arena_free(a);
}

Test(csv_read, broken_text_names_its_place)
{
    static const struct {
        const char *name;
        cj_str bytes;
        const char *encoding;
        unsigned row, col;
    } cases[] = {
        { "UTF-8", CJ_LIT("導入期,活用期\n定着,\"拡大\n期\xff更新\"\n"), "", 2, 2 },
        { "UTF-8 cut off", CJ_LIT("導入期;活用期\n定着;拡大\xe6"), "", 2, 2 },
        { "UTF-16",
          CJ_LIT("\xff\xfe"
                 "a\0,\0\x00\xd8,\0"),
          "", 1, 2 },
        { "CP932 cut off",
          CJ_LIT("\x93\xb1\x93\xfc\x8a\xfa,\x8a\x88\x97\x70\n\x8d\x73\x93\xae,\x82"), "", 2,
          2 },
        { "forced", CJ_LIT("a,b\n\x93\xfa,\x80\n"), "euc-jp", 2, 1 },
    };
    cj_read_options o = cj_read_options_default();
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book *book;
        cj_err err;

        o.encoding = cj_str_of(cases[i].encoding);
        cr_expect_eq(parse(a, cases[i].bytes, &o, &book, &err), CJ_EENCODING, "%s",
                     cases[i].name);
        cr_expect_eq(err.at.row, cases[i].row, "%s: %u", cases[i].name, err.at.row);
        cr_expect_eq(err.at.col, cases[i].col, "%s: %u", cases[i].name, err.at.col);
    }
    cj_arena_free(a);
}

/* Only then rows can be counted instead of lines. */
Test(csv_read, knows_when_each_row_is_one_line)
{
    static const struct {
        const char *bytes;
        bool flat;
    } cases[] = {
        { "a,b\nc,d\n", true },
        { "a,b\r\nc,d", true },
        { "sep=;\na;b\nc;d\n", true },
        { "a,\"b\nc\"\nd,e\n", false },
        { "a,\"b\r\nc\"\r\nd,e\r\n", false },
        { "a,\"b\rc\"\nd,e\n", false },
        { "a,b\rc,d\r", false }, /* not counted, and no harm */
        { "a,\"b\nc\"\n\nd,e\n", false },
        { "a,\"b\nc\"\n,\n,\n", false },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_read_options o = cj_read_options_default();
        cj_book *book;
        cj_err err;

        cr_assert(parse(a, cj_str_of(cases[i].bytes), &o, &book, &err) == CJ_OK, "%zu", i);
        cr_expect(book->csv.flat == cases[i].flat, "%zu: %s", i, cases[i].bytes);
    }
    cj_arena_free(a);
}
