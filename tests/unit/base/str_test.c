/* str_test.c - views, arenas, numbers, dates, references, failures. */
#include <cj/date.h>
#include <cj/err.h>
#include "base/buf.h"
#include "base/number.h"
#include <criterion/criterion.h>
#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

Test(str, split_yields_every_piece)
{
    static const struct {
        const char *text;
        const char *pieces;
    } cases[] = {
        { "", "[]" }, { "a", "[a]" }, { "a,", "[a][]" }, { ",a,,b", "[][a][][b]" }
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_str rest = cj_str_of(cases[i].text), piece;
        cj_buf b;

        cj_buf_init(&b, a);
        while (cj_str_split(&rest, ',', &piece))
            cj_buf_fmt(&b, "[" CJ_FMT "]", CJ_ARG(piece));
        cr_expect(cj_str_eq(cj_buf_str(&b), cj_str_of(cases[i].pieces)), "\"%s\"",
                  cases[i].text);
        cj_arena_free(a);
    }
}

Test(str, find_trim_cut)
{
    cj_str s = CJ_STR("abcabc");

    cr_expect_eq(cj_str_find(s, CJ_STR("ca")), 2);
    cr_expect_eq(cj_str_find(s, CJ_STR("x")), CJ_NONE);
    cr_expect_eq(cj_str_find(s, CJ_STR("")), 0);
    cr_expect(cj_str_eq(cj_str_trim(CJ_STR(" \t a b\r\n")), CJ_STR("a b")));
    cr_expect(cj_str_eq(cj_str_cut(s, 4, 9), CJ_STR("bc")));
    cr_expect_eq(cj_str_from(s, 9).n, 0);
    cr_expect_lt(cj_str_cmp(CJ_STR("ab"), CJ_STR("abc")), 0);
}

Test(arena, grows_in_place_and_keeps_what_was_there)
{
    cj_arena *a = cj_arena_new(0);
    int *v = NULL;
    size_t n = 0, cap = 0, i;

    for (i = 0; i < 10000; i++) {
        CJ_ROOM(a, v, n, cap);
        v[n++] = (int)i;
        if (i % 1000 == 0)
            cj_alloc(a, 3); /* breaks the run of growing in place */
    }
    for (i = 0; i < n; i++)
        cr_assert_eq(v[i], (int)i);
    cj_arena_reset(a);
    cr_expect_leq(cj_arena_used(a), 64u * 1024u);
    cj_arena_free(a);
}

static void note_oom(void *context, size_t wanted)
{
    (void)wanted;
    longjmp(*(jmp_buf *)context, 1);
}

Test(arena, a_limit_calls_the_hook)
{
    cj_arena *a = cj_arena_new(1 << 20);
    jmp_buf out;

    cj_arena_on_oom(a, note_oom, &out);
    if (setjmp(out) == 0) {
        cj_alloc(a, 2 << 20);
        cr_assert_fail("past the limit");
    }
    cr_expect_leq(cj_arena_used(a), 1u << 20);
    cj_arena_free(a);
}

Test(number, parse_and_print)
{
    static const struct {
        const char *text;
        bool good;
        double value;
    } cases[] = {
        { "0", true, 0 },
        { "-12.5", true, -12.5 },
        { "0.1", true, 0.1 },
        { "1e3", true, 1000 },
        { "1.7976931348623157E+308", true, 1.7976931348623157e308 },
        { ".5", true, 0.5 },
        { "5.", true, 5 },
        { "123456789012345678", true, 123456789012345678.0 },
        { "", false, 0 },
        { "-", false, 0 },
        { ".", false, 0 },
        { "1e", false, 0 },
        { "0x10", false, 0 },
        { "inf", false, 0 },
        { "nan", false, 0 },
        { "1 ", false, 0 },
        { "1,5", false, 0 },
        { "1e999", false, 0 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        double x = 0;
        bool good = cj_number_parse(cj_str_of(cases[i].text), &x);

        cr_expect_eq(good, cases[i].good, "\"%s\"", cases[i].text);
        cr_expect(!good || x == cases[i].value, "\"%s\" is %.17g", cases[i].text, x);
    }
    cr_expect(cj_str_eq(cj_number_text(a, 0.1), CJ_STR("0.1")));
    cr_expect(cj_str_eq(cj_number_text(a, 1.0 / 3), CJ_STR("0.3333333333333333")));
    cr_expect(cj_str_eq(cj_number_text(a, 45000), CJ_STR("45000")));
    cj_arena_free(a);
}

/* What takes the short way says what the long one does. */
Test(number, texts_are_the_shortest_that_read_back)
{
    static const double others[] = { 0.0,  -0.0,  1e9,     999999999.99, 1e15,
                                     1e16, 0.001, -1e-300, 12.345 };
    cj_arena *a = cj_arena_new(0);
    long i;

    for (i = -30000; i < 30000 + (long)(sizeof others / sizeof *others); i++) {
        double x = i < 30000 ? (double)(i * 37) / (i % 3 ? 100 : 1000) : others[i - 30000];
        char z[40];
        int n = 15;

        do
            snprintf(z, sizeof z, "%.*g", n, x);
        while (strtod(z, NULL) != x && ++n <= 17);
        cr_assert(cj_str_eq(cj_number_text(a, x), cj_str_of(z)), "%s", z);
        cj_arena_reset(a);
    }
    cj_arena_free(a);
}

Test(date, serials_and_days)
{
    static const struct {
        double serial;
        bool from1904;
        const char *date;
    } cases[] = {
        { 1, false, "1900-01-01" },       { 59, false, "1900-02-28" },
        { 60, false, "1900-02-28" },      { 61, false, "1900-03-01" },
        { 45730, false, "2025-03-14" },   { 45730.9, false, "2025-03-14" },
        { 2958465, false, "9999-12-31" }, { 0, true, "1904-01-01" },
        { 44268, true, "2025-03-14" },
    };
    cj_date d, want;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_assert(cj_date_parse(cj_str_of(cases[i].date), &want));
        cr_assert(cj_date_of_serial(cases[i].serial, cases[i].from1904, &d), "%f",
                  cases[i].serial);
        cr_expect_eq(cj_date_days(d), cj_date_days(want), "%f: %d-%d-%d", cases[i].serial,
                     d.year, d.month, d.day);
    }
    cr_expect(!cj_date_of_serial(-1, false, &d));
    cr_expect(!cj_date_of_serial(2958466, false, &d));
    cr_expect(!cj_date_of_serial(NAN, false, &d));
    cr_expect(!cj_date_parse(CJ_STR("2025-02-29"), &d));
    cr_expect(!cj_date_parse(CJ_STR("2025-2-3"), &d));
    cr_expect(cj_date_parse(CJ_STR("2024-02-29"), &d));
}

Test(ref, both_ways)
{
    static const struct {
        const char *text;
        unsigned row, col;
    } cases[] = { { "A1", 1, 1 },
                  { "Z26", 26, 26 },
                  { "AA10", 10, 27 },
                  { "XFD1048576", 1048576, 16384 } };
    char buf[CJ_REF_MAX];
    unsigned row, col;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_assert(cj_ref_parse(cj_str_of(cases[i].text), &row, &col), "%s", cases[i].text);
        cr_expect_eq(row, cases[i].row);
        cr_expect_eq(col, cases[i].col);
        cj_ref(buf, row, col);
        cr_expect_str_eq(buf, cases[i].text);
    }
    cr_expect(cj_ref_parse(CJ_STR("$c$8"), &row, &col) && row == 8 && col == 3);
    cr_expect(!cj_ref_parse(CJ_STR(""), &row, &col));
    cr_expect(!cj_ref_parse(CJ_STR("A"), &row, &col));
    cr_expect(!cj_ref_parse(CJ_STR("8"), &row, &col));
    cr_expect(!cj_ref_parse(CJ_STR("A99999999999"), &row, &col));
    cr_expect(!cj_ref_parse(CJ_STR("AAAAAAA1"), &row, &col));
}

Test(err, a_line_names_the_place_and_shows_control_characters)
{
    static const cj_text says = { "cannot read {0}", "{0} を読めません。" };
    cj_str none = { NULL, 0 };
    cj_arena *a = cj_arena_new(0);
    cj_err err;

    cr_expect_eq(cj_fail(&err, CJ_EFORMAT, says, CJ_STR("a\nb\033[1m\xc2\x9b"), none),
                 CJ_EFORMAT);
    err.at.file = CJ_STR("map.xlsx");
    err.at.sheet = CJ_STR("S1");
    err.at.row = 8;
    err.at.col = 3;
    cr_expect(cj_str_eq(cj_err_line(a, &err, CJ_EN),
                        CJ_STR("map.xlsx:S1!C8: cannot read a\\x0Ab\\x1B[1m\\x9B")));
    err.at.sheet.n = 0;
    cr_expect(cj_str_eq(cj_err_line(a, &err, CJ_JA),
                        CJ_STR("map.xlsx:C8: a\\x0Ab\\x1B[1m\\x9B を読めません。")));
    cj_arena_free(a);
}
