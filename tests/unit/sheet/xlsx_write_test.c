/* xlsx_write_test.c - new workbooks, read back by our own reader, and by an independent one. */
#include <cj/read.h>
#include <cj/write.h>
#include <criterion/criterion.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>
#include "sample_book.h"

static cj_book *parsed(cj_arena *a, cj_str bytes)
{
    cj_read_options o = cj_read_options_default();
    cj_book *book = NULL;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, bytes, CJ_STR("new.xlsx"), &o, &book, &err), CJ_OK, "%s",
                 cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    return book;
}

static cj_str bytes_of(cj_arena *a, const cj_book *book)
{
    cj_str out = { NULL, 0 };
    cj_err err;

    cr_assert_eq(cj_xlsx_write(a, book, &out, &err), CJ_OK, "%s",
                 cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    return out;
}

static cj_book *written(cj_arena *a, const cj_book *book)
{
    return parsed(a, bytes_of(a, book));
}

static cj_book *one_sheet(cj_arena *a)
{
    cj_book *book = cj_book_new(a, CJ_XLSX);

    cj_book_add_sheet(a, book, CJ_STR("S"));
    return book;
}

static cj_book_cell *add_text(cj_arena *a, cj_book *book, unsigned row, cj_str text)
{
    cj_book_cell *c = cj_sheet_add(a, &book->sheets[0], row, 1);

    c->value = CJ_V_TEXT;
    c->text = text;
    cj_sheet_seal(a, &book->sheets[0]);
    return c;
}

static bool same_cell(const cj_book_cell *x, const cj_book_cell *y)
{
    bool number = x->value == CJ_V_NUMBER || x->value == CJ_V_DATE || x->value == CJ_V_BOOL;

    return x->row == y->row && x->col == y->col && x->value == y->value &&
           (number ? fabs(x->number - y->number) <= 1e-14 * fabs(x->number)
                   : cj_str_eq(x->text, y->text));
}

/* Errors are written as text: a formula is not there to yield one. */
static void same_cells(const cj_sheet *x, const cj_sheet *y, const char *what)
{
    size_t i;

    cr_expect_eq(x->n_cells, y->n_cells, "%s: %zu cells, read back %zu", what, x->n_cells,
                 y->n_cells);
    for (i = 0; i < x->n_cells && i < y->n_cells; i++) {
        const cj_book_cell *a = cj_sheet_cell(x, i), *b = cj_sheet_cell(y, i);

        cr_expect(same_cell(a, b),
                  "%s: R%uC%u kind %u \"%.*s\" %g, read back R%uC%u kind %u "
                  "\"%.*s\" %g",
                  what, a->row, a->col, a->value, CJ_ARG(a->text), a->number, b->row,
                  b->col, b->value, CJ_ARG(b->text), b->number);
    }
}

Test(xlsx_write, texts)
{
    static const cj_str texts[] = {
        CJ_LIT("行動"),
        CJ_LIT("=1+1"),
        CJ_LIT("  leading and trailing  "),
        CJ_LIT("a\nb\n"),
        CJ_LIT("\n"),
        CJ_LIT("\t"),
        CJ_LIT("a\x0b"
               "b\x01\x1f\x7f"),
        CJ_LIT("a\rb"),
        CJ_LIT("_x0041_"),
        CJ_LIT("_x005F_x0041_"),
        CJ_LIT("_X000a_ _x00"),
        CJ_LIT("<b> & \"q\" ]]>"),
        CJ_LIT("007"),
        CJ_LIT("TRUE"),
        CJ_LIT("internal:A1"),
        CJ_LIT("https://example.com/"),
        CJ_LIT("𠮷野家👩‍💻"),
        CJ_LIT("\xef\xbf\xbe\xef\xbf\xbf"),
        CJ_LIT("nul \0 amid"),
        CJ_LIT("{=1}"),
        CJ_LIT("@SUM(A1)"),
        CJ_LIT("'quoted"),
        CJ_LIT("#N/A"),
        CJ_LIT("\xc2\xa0nbsp\xc2\x85"),
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a);
    size_t i;

    for (i = 0; i < sizeof texts / sizeof *texts; i++)
        add_text(a, book, (unsigned)i + 1, texts[i]);
    cj_sheet_seal(a, &book->sheets[0]);
    same_cells(&book->sheets[0], &written(a, book)->sheets[0], "texts");
    cj_arena_free(a);
}

Test(xlsx_write, kinds)
{
    static const struct {
        cj_value value, want;
        double number, want_number;
        const char *format, *want_text;
    } cases[] = {
        { CJ_V_NUMBER, CJ_V_NUMBER, 0.1, 0.1, "", "0.1" },
        { CJ_V_NUMBER, CJ_V_NUMBER, -12345678.5, -12345678.5, "#,##0.0", "-12345678.5" },
        { CJ_V_NUMBER, CJ_V_NUMBER, 1e20, 1e20, "", "1E+20" },
        { CJ_V_NUMBER, CJ_V_TEXT, INFINITY, 0, "", "inf" },
        { CJ_V_DATE, CJ_V_DATE, 45730, 47192, "yyyy/m/d", "2029-03-15" }, /* from 1904 */
        { CJ_V_DATE, CJ_V_DATE, 45730.5, 47192.5, "", "2029-03-15 12:00" },
        { CJ_V_BOOL, CJ_V_BOOL, 1, 1, "", "TRUE" },
        { CJ_V_BOOL, CJ_V_BOOL, 0, 0, "", "FALSE" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a), *back;
    size_t i, n = sizeof cases / sizeof *cases;

    book->date1904 = true;
    for (i = 0; i < n; i++) {
        cj_style style = { .number_format = cj_str_of(cases[i].format) };
        cj_book_cell *c = cj_sheet_add(a, &book->sheets[0], (unsigned)i + 1, 2);

        c->value = (uint8_t)cases[i].value;
        c->number = cases[i].number;
        c->text = isinf(cases[i].number) ? CJ_STR("inf") : CJ_STR("");
        c->style = cj_book_style(a, book, style);
    }
    cj_sheet_seal(a, &book->sheets[0]);
    back = written(a, book);
    for (i = 0; i < n; i++) {
        const cj_book_cell *c = cj_sheet_find(&back->sheets[0], (unsigned)i + 1, 2);

        cr_assert(c, "case %zu", i);
        cr_expect_eq(c->value, cases[i].want, "case %zu: kind %u", i, c->value);
        cr_expect(fabs(c->number - cases[i].want_number) <=
                      1e-9 * fabs(cases[i].want_number),
                  "case %zu: %g", i, c->number);
        cr_expect_str_eq(cj_str_z(a, cj_book_cell_text(a, back, c)), cases[i].want_text);
    }
    cj_arena_free(a);
}

Test(xlsx_write, errors_are_text_and_the_empty_is_not_there)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a), *back;

    add_text(a, book, 1, CJ_STR("#REF!"))->value = CJ_V_ERROR;
    add_text(a, book, 2, CJ_STR(""))->value = CJ_V_EMPTY;
    add_text(a, book, 3, CJ_STR(""));
    cj_sheet_seal(a, &book->sheets[0]);
    back = written(a, book);
    cr_assert_eq(back->sheets[0].n_cells, 1);
    cr_expect_eq(cj_sheet_cell(&back->sheets[0], 0)->value, CJ_V_TEXT);
    cj_arena_free(a);
}

Test(xlsx_write, sample)
{
    cj_arena *a = cj_arena_new(0);
    int ja;

    for (ja = 0; ja < 2; ja++) {
        cj_book *book = sample_book(a, ja), *back = written(a, book);
        const cj_sheet *s = &back->sheets[1];
        size_t i;

        cr_assert_eq(back->n_sheets, 3);
        for (i = 0; i < 3; i++) {
            cr_expect(cj_str_eq(back->sheets[i].name, book->sheets[i].name));
            cr_expect_eq(back->sheets[i].state, book->sheets[i].state);
            same_cells(&book->sheets[i], &back->sheets[i], ja ? "ja" : "en");
        }
        cr_assert_eq(s->n_merges, 1);
        cr_expect_eq(s->merges[0].col2, 5);
        cr_assert_eq(s->n_notes, 2);
        cr_expect(cj_str_eq(cj_sheet_note(s, 4, 2)->text, CJ_STR("a\n b")));
        cr_expect(cj_str_eq(cj_sheet_note(s, 4, 2)->author, CJ_STR("CS")));
        cr_assert_eq(s->n_links, 1);
        cr_expect_str_eq(cj_str_z(a, s->links[0].target),
                         "https://example.com/log?a=1#top");
        cr_assert_eq(back->sheets[2].n_links, 1);
        cr_expect_str_eq(cj_str_z(a, back->sheets[2].links[0].target),
                         ja ? "#ジャーニーマップ!B5" : "#'Journey map'!B5");
    }
    cj_arena_free(a);
}

Test(xlsx_write, notes)
{
    static const cj_str texts[] = { CJ_LIT(" edges \n"), CJ_LIT("_x0041_\x0b<&>"),
                                    CJ_LIT("日本語\n2行目"), CJ_LIT("\r") };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a), *back;
    sample s = { a, book, &book->sheets[0] };
    size_t i, n = sizeof texts / sizeof *texts;

    for (i = 0; i < n; i++) {
        annotate(&s, (unsigned)i + 1, 2, "");
        s.sheet->notes[i].text = texts[i];
    }
    back = written(a, book);
    cr_assert_eq(back->sheets[0].n_notes, n);
    for (i = 0; i < n; i++)
        cr_expect(cj_str_eq(back->sheets[0].notes[i].text, texts[i]), "note %zu: \"%.*s\"",
                  i, CJ_ARG(back->sheets[0].notes[i].text));
    cj_arena_free(a);
}

Test(xlsx_write, links)
{
    static const struct {
        const char *target, *want; /* NULL: left out */
    } cases[] = {
        { "mailto:cs@example.com", "mailto:cs@example.com" },
        { "docs/plan.xlsx#Sheet1!A1", "docs/plan.xlsx#Sheet1!A1" },
        { "file:///C:/a%20b.xlsx", "file:///C:/a%20b.xlsx" },
        { "https://example.com/日本", "https://example.com/日本" },
        { "https://example.com/?q=internal:x&r=external:y",
          "https://example.com/?q=internal%3Ax&r=external%3Ay" },
        { "#S!A1", "#S!A1" },
        { "#It's one!A1", "#'It''s one'!A1" },
        { "#'A b'!A1", "#'A b'!A1" },
        { "#name", "#name" },
        { "#'A#b'!A1", NULL },
        { "#", NULL },
        { "", NULL },
        { "a\nb", NULL },
    };
    size_t i, n = sizeof cases / sizeof *cases, kept = 0;
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a), *back;
    sample s = { a, book, &book->sheets[0] };

    for (i = 0; i < n; i++) {
        add_text(a, book, (unsigned)i + 1, CJ_STR("text"));
        link_to(&s, (cj_range){ (unsigned)i + 1, 1, (unsigned)i + 1, 1 }, cases[i].target);
        cr_expect_eq(cj_xlsx_takes_link(cj_str_of(cases[i].target)), cases[i].want != NULL);
    }
    cj_sheet_seal(a, s.sheet);
    back = written(a, book);
    same_cells(s.sheet, &back->sheets[0], "links");
    for (i = 0; i < n; i++) {
        const cj_book_link *link = &back->sheets[0].links[kept];

        if (!cases[i].want)
            continue;
        cr_assert_lt(kept, back->sheets[0].n_links);
        cr_expect_eq(link->at.row1, i + 1);
        cr_expect_str_eq(cj_str_z(a, link->target), cases[i].want);
        kept++;
    }
    cr_expect_eq(kept, back->sheets[0].n_links);
    cj_arena_free(a);
}

Test(xlsx_write, long_links)
{
    cj_arena *a = cj_arena_new(0);
    char *url = cj_alloc_text(a, 2100);
    size_t n;

    memset(url, 'a', 2100);
    for (n = 2079; n <= 2080; n++)
        cr_expect_eq(cj_xlsx_takes_link((cj_str){ url, n }), n <= 2079);
    url[0] = ' '; /* is escaped */
    cr_expect_not(cj_xlsx_takes_link((cj_str){ url, 2079 }));
    cj_arena_free(a);
}

Test(xlsx_write, merges_and_what_lies_under_them)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a), *back;
    sample s = { a, book, &book->sheets[0] };

    put(&s, 1, 1, CJ_ROLE_NONE, "over");
    put(&s, 1, 2, CJ_ROLE_NONE, "under");
    merge(&s, (cj_range){ 1, 1, 2, 3 });
    merge(&s, (cj_range){ 2, 3, 4, 4 });           /* over the first: a broken file */
    merge(&s, (cj_range){ 5, 1, 5, 1 });           /* one cell */
    merge(&s, (cj_range){ 6, 1, 1048576, 16384 }); /* all the rest */
    cj_sheet_seal(a, s.sheet);
    back = written(a, book);
    same_cells(s.sheet, &back->sheets[0], "under a merge");
    cr_expect_eq(back->sheets[0].n_merges, 2);
    cj_arena_free(a);
}

Test(xlsx_write, hidden)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a), *back;
    cj_sheet *s = &book->sheets[0];
    cj_range rows[] = { { 2, 0, 3, 0 }, { 3, 0, 3, 0 }, { 9, 0, 1048576, 0 } };
    cj_range cols[] = { { 0, 2, 0, 2 }, { 0, 4, 0, 16384 } };
    uint32_t i;

    add_text(a, book, 1, CJ_STR("x"));
    add_text(a, book, 5, CJ_STR("y"));
    s->hidden_rows = rows;
    s->n_hidden_rows = 3;
    s->hidden_cols = cols;
    s->n_hidden_cols = 2;
    s->state = CJ_HIDDEN; /* the only one: it shows */
    cj_sheet_seal(a, s);
    back = written(a, book);
    for (i = 1; i < 500; i++) {
        cr_expect_eq(cj_sheet_row_hidden(s, i), cj_sheet_row_hidden(&back->sheets[0], i));
        cr_expect_eq(cj_sheet_col_hidden(s, i), cj_sheet_col_hidden(&back->sheets[0], i));
    }
    cr_expect(cj_sheet_col_hidden(&back->sheets[0], 16384));
    cr_expect_eq(back->sheets[0].state, CJ_VISIBLE);
    cj_arena_free(a);
}

/* ---- refusals and failures */

static cj_rc refused(cj_arena *a, const cj_book *book, const char *place)
{
    cj_str out;
    cj_err err = { 0 };
    cj_rc rc = cj_xlsx_write(a, book, &out, &err);
    const char *en = cj_str_z(a, cj_err_line(a, &err, CJ_EN));
    const char *ja = cj_str_z(a, cj_err_line(a, &err, CJ_JA));

    cr_expect(strstr(en, place) == en && strstr(ja, place) == ja, "\"%s\" \"%s\"", en, ja);
    cr_expect_null(strchr(en, '{'));
    return rc;
}

Test(xlsx_write, too_much)
{
    cj_arena *a = cj_arena_new(0);
    char *text = cj_alloc_text(a, 40000 * 4);
    static cj_str words[] = { CJ_LIT("a,b") };
    cj_book *book;
    sample s;
    size_t i;

    for (i = 0; i < 40000; i++)
        memcpy(text + 4 * i, "𠮷", 4);
    book = one_sheet(a);
    add_text(a, book, 3, (cj_str){ text, 4 * 16383 }); /* 32,766 units */
    cr_expect_eq(cj_sheet_cell(&written(a, book)->sheets[0], 0)->text.n, 4 * 16383);
    add_text(a, book, 4, (cj_str){ text, 4 * 16384 });
    cr_expect_eq(refused(a, book, "S!A4: "), CJ_ELIMIT);

    book = one_sheet(a);
    s = (sample){ a, book, &book->sheets[0] };
    annotate(&s, 2, 2, "");
    s.sheet->notes[0].text = (cj_str){ text, 4 * 16384 };
    cr_expect_eq(refused(a, book, "S!B2: "), CJ_ELIMIT);

    book = one_sheet(a);
    add_text(a, book, 1048577, CJ_STR("x"));
    cr_expect_eq(refused(a, book, "S!A1048577: "), CJ_ELIMIT);

    book = one_sheet(a);
    s = (sample){ a, book, &book->sheets[0] };
    choose(&s, (cj_range){ 1, 3, 2, 3 })->word = words;
    s.sheet->look.choices[0].n_words = 1;
    cr_expect_eq(refused(a, book, "S!C1: "), CJ_ELIMIT);
    words[0] = (cj_str){ text, 4 * 128 };
    cr_expect_eq(refused(a, book, "S!C1: "), CJ_ELIMIT);

    book = one_sheet(a);
    cj_book_set_property(a, book, CJ_STR("p"), (cj_str){ text, 4 * 128 });
    cr_expect_eq(refused(a, book, ""), CJ_ELIMIT);
    cj_arena_free(a);
}

Test(xlsx_write, names)
{
    static const char *const bad[] = { "",
                                       "a/b",
                                       "a:b",
                                       "[a",
                                       "a*",
                                       "a?",
                                       "a\\",
                                       "'a",
                                       "a'",
                                       "\x01",
                                       "12345678901234567890123456789012",
                                       "1234567890123456789012345678901𠮷" };
    static const char *const good[] = { "History", "1234567890123456789012345678901",
                                        "it's", "概要・要約" };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = cj_book_new(a, CJ_XLSX);
    size_t i;

    for (i = 0; i < sizeof good / sizeof *good; i++)
        cj_book_add_sheet(a, book, cj_str_of(good[i]));
    cr_expect_eq(written(a, book)->n_sheets, 4);
    cj_book_add_sheet(a, book, CJ_STR("IT'S"));
    cr_expect_eq(refused(a, book, "IT'S: "), CJ_EFORMAT);
    for (i = 0; i < sizeof bad / sizeof *bad; i++) {
        book = cj_book_new(a, CJ_XLSX);
        cj_book_add_sheet(a, book, cj_str_of(bad[i]));
        cr_expect_eq(refused(a, book, ""), CJ_EFORMAT, "%s", bad[i]);
    }
    cj_arena_free(a);
}

static void with_limit(int what, rlim_t most)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_book(a, true);
    struct rlimit limit, old;
    char *noise = cj_alloc_text(a, 3000000);
    unsigned seed = 7, i;
    cj_err err = { 0 };
    cj_str out;
    cj_rc rc;

    for (i = 0; i < 3000000; i++) /* nothing that packs well */
        noise[i] = (char)('!' + (seed = seed * 1103515245u + 12345u) / 65536 % 90);
    for (i = 0; i < 100; i++) {
        cj_book_cell *c = cj_sheet_add(a, &book->sheets[2], 10 + i, 1);

        c->value = CJ_V_TEXT;
        c->text = (cj_str){ noise + (size_t)30000 * i, 30000 };
    }
    cj_sheet_seal(a, &book->sheets[2]);
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_not_null(
        freopen("/dev/null", "w", stderr)); /* libxlsxwriter complains there */
    getrlimit(what, &old);
    limit = old;
    limit.rlim_cur = most;
    setrlimit(what, &limit);
    rc = cj_xlsx_write(a, book, &out, &err);
    setrlimit(what, &old);
    cr_expect_eq(rc, CJ_EIO, "%d", rc);
    cr_expect(err.says.en && err.says.ja);
    cj_arena_free(a);
}

/* What is written past the limit is lost, as on a full disk. libxlsxwriter does not notice. */
Test(xlsx_write, no_room)
{
    static const rlim_t limits[] = { 0, 1, 100, 1000, 10000, 100000, 1000000 };
    size_t i;

    for (i = 0; i < sizeof limits / sizeof *limits; i++)
        with_limit(RLIMIT_FSIZE, limits[i]);
}

Test(xlsx_write, no_files)
{
    int next = dup(0);

    close(next);
    with_limit(RLIMIT_NOFILE, (rlim_t)next);
}

/* ---- properties */

Test(xlsx_write, same_bytes)
{
    cj_arena *a = cj_arena_new(0);
    cj_str first = bytes_of(a, sample_book(a, true)), second;

    sleep(1);
    second = bytes_of(a, sample_book(a, true));
    cr_expect(cj_str_eq(first, second));
    cj_arena_free(a);
}

static unsigned any(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed / 65536 % below;
}

static cj_str any_text(cj_arena *a, unsigned *seed)
{
    static const char *const pieces[] = {
        "顧客",        "support ", "\n", "_x0041_", "&", "<",    "=",  " ", "ﾊﾝｶｸ",
        "👩‍💻", "1",        ",",  "\"",      "'", "\x0b", "\t", "é"
    };
    cj_str text = CJ_STR("");
    unsigned n = 1 + any(seed, 9);

    while (n--)
        text = cj_str_fmt(a, CJ_FMT "%s", CJ_ARG(text),
                          pieces[any(seed, sizeof pieces / sizeof *pieces)]);
    return text;
}

static void any_cell(cj_arena *a, cj_book *book, cj_sheet *s, unsigned *seed)
{
    cj_book_cell *c = cj_sheet_add(a, s, 1 + any(seed, 40), 1 + any(seed, 12));
    cj_style style = { .role = (cj_role)any(seed, CJ_N_ROLES), .bold = any(seed, 2) };

    c->value = (uint8_t)(CJ_V_TEXT + any(seed, 4));
    style.date = c->value == CJ_V_DATE;
    style.number_format = style.date ? CJ_STR("yyyy-mm-dd") : CJ_STR("");
    c->number = c->value == CJ_V_BOOL ? any(seed, 2) : any(seed, 30000) / 8.0 + 1;
    c->text = c->value == CJ_V_TEXT ? any_text(a, seed) : CJ_STR("");
    c->style = cj_book_style(a, book, style);
}

Test(xlsx_write, any_book)
{
    unsigned round, seed = 20250314, i;

    for (round = 0; round < 60; round++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = cj_book_new(a, CJ_XLSX), *back;
        cj_sheet *s = cj_book_add_sheet(a, book, CJ_STR("S"));
        sample with = { a, book, s };

        book->lang = any(&seed, 2) ? CJ_JA : CJ_EN;
        for (i = any(&seed, 200); i > 0; i--)
            any_cell(a, book, s, &seed);
        for (i = any(&seed, 6); i > 0; i--) {
            unsigned row = 1 + any(&seed, 40), col = 1 + any(&seed, 12);

            merge(&with, (cj_range){ row, col, row + any(&seed, 3), col + any(&seed, 3) });
        }
        cj_sheet_seal(a, s);
        back = written(a, book);
        same_cells(s, &back->sheets[0], "any book");
        cj_arena_free(a);
    }
}

/* ---- an independent reader */

Test(xlsx_write, openpyxl)
{
    static const char *const langs[] = { "en", "ja" };
    cj_arena *a = cj_arena_new(0);
    int ja;

    for (ja = 0; ja < 2; ja++) {
        cj_str bytes = bytes_of(a, sample_book(a, ja));
        char path[] = "/tmp/cj-workbook-XXXXXX.xlsx";
        int fd = mkstemps(path, 5);
        const char *command =
            cj_str_z(a, cj_str_fmt(a, "/usr/bin/python3 tests/check/workbook.py %s %s",
                                   path, langs[ja]));

        cr_assert(fd >= 0 && write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n);
        close(fd);
        cr_expect_eq(system(command), 0, "%s", command);
        unlink(path);
    }
    cj_arena_free(a);
}

/* ---- rich texts ---------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    cj_rich_run run[3];
    size_t n;
} riches[] = {
    { "a 80% b", { { 2, 3, CJ_RICH_GONE } }, 1 },
    { "80%90%", { { 0, 3, CJ_RICH_GONE }, { 3, 3, CJ_RICH_NEW } }, 2 },
    { " blanks \nat ends ", { { 0, 4, CJ_RICH_STRONG }, { 9, 3, CJ_RICH_ASIDE } }, 2 },
    { "all of it", { { 0, 9, CJ_RICH_STRONG } }, 1 },
    { "=1+1 <b> & _x0041_", { { 2, 4, CJ_RICH_LINK | CJ_RICH_STRONG } }, 1 },
    { "a\x07 bell", { { 0, 1, CJ_RICH_NEW } }, 1 },
    { "成功の定義は社員の90%です",
      { { 18, 9, CJ_RICH_STRONG }, { 27, 3, CJ_RICH_NEW } },
      2 },
    { "no runs", { { 0, 0, 0 } }, 0 },
};

Test(xlsx_write, rich_texts_are_all_there)
{
    size_t i;

    for (i = 0; i < sizeof riches / sizeof *riches; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book = one_sheet(a), *back;
        cj_sheet *s = &book->sheets[0];

        add_text(a, book, 1, cj_str_of(riches[i].text));
        CJ_ROOM(a, s->rich, s->n_rich, s->cap_rich);
        s->rich[s->n_rich] = (cj_book_rich){ .row = 1, .col = 1, .n = riches[i].n };
        s->rich[s->n_rich].run = CJ_NEW_N(a, cj_rich_run, 3);
        memcpy(s->rich[s->n_rich++].run, riches[i].run, sizeof riches[i].run);
        back = written(a, book);
        cr_expect(
            cj_str_eq(cj_sheet_cell(&back->sheets[0], 0)->text, cj_str_of(riches[i].text)),
            "%zu: %.*s", i, CJ_ARG(cj_sheet_cell(&back->sheets[0], 0)->text));
        cj_arena_free(a);
    }
}

Test(xlsx_write, rich_texts_are_found_by_their_cells)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = one_sheet(a);
    cj_sheet *s = &book->sheets[0];
    unsigned i;

    for (i = 9; i > 0; i--) {
        CJ_ROOM(a, s->rich, s->n_rich, s->cap_rich);
        s->rich[s->n_rich++] = (cj_book_rich){ .row = i / 3 + 1, .col = i % 3 + 1, .n = i };
    }
    cr_expect_null(cj_sheet_rich(&one_sheet(a)->sheets[0], 1, 1));
    cj_sheet_seal(a, s);
    for (i = 1; i < 10; i++)
        cr_expect_eq(cj_sheet_rich(s, i / 3 + 1, i % 3 + 1)->n, i);
    cr_expect_null(cj_sheet_rich(s, 9, 9));
    cj_arena_free(a);
}
