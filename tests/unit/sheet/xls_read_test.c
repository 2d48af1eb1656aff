/* xls_read_test.c - .xls files as people have them, and every frame that must not be believed. */
#include "sheet/xls_take.h"
#include "base/buf.h"
#include "sheet/bytes.h"
#include "sheet/ole2.h"
#include <cj/read.h>
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static cj_rc read_file(cj_arena *a, const char *name, const cj_limits *limits,
                       cj_book **book, cj_err *err)
{
    const char *path = cj_str_z(a, cj_str_fmt(a, "tests/data/xls/%s", name));
    cj_read_options options = cj_read_options_default();

    if (limits)
        options.limits = *limits;
    return cj_book_read(a, path, &options, book, err);
}

Test(xls_read, a_map_as_libreoffice_saves_it)
{
    static const struct {
        unsigned sheet, row, col;
        cj_value value;
        const char *seen;
        bool formula;
    } want[] = {
        { 0, 1, 1, CJ_V_TEXT, "要素", false },
        { 0, 1, 3, CJ_V_TEXT, "定着・拡大期", false },
        { 0, 2, 2, CJ_V_TEXT, "初期設定を終える\n・担当者を決める", false },
        { 0, 2, 3, CJ_V_TEXT, "𠮟咤😀 café", false },
        { 0, 3, 2, CJ_V_NUMBER, "12", false },
        { 0, 3, 3, CJ_V_NUMBER, "0.1", false },
        { 0, 4, 2, CJ_V_DATE, "2025-03-14", false },
        { 0, 4, 3, CJ_V_DATE, "2025-04-01", false },
        { 1, 1, 2, CJ_V_NUMBER, "42", true },
        { 1, 1, 3, CJ_V_TEXT, "合計42", true },
        { 1, 1, 4, CJ_V_BOOL, "TRUE", true },
        { 1, 1, 5, CJ_V_ERROR, "#DIV/0!", true },
        { 1, 1, 6, CJ_V_TEXT, "", true },
        { 1, 1, 7, CJ_V_DATE, "2025-03-15", true },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *b;
    cj_err err;
    size_t i;

    cr_assert_eq(read_file(a, "map.xls", NULL, &b, &err), CJ_OK);
    cr_assert_eq(b->n_sheets, 3);
    cr_expect_eq(b->format, CJ_XLS);
    cr_expect_eq(b->can, CJ_CAN_DATES | CJ_CAN_FORMULAS);
    cr_expect_eq(b->n_notices, 0);
    cr_expect(cj_str_eq(b->sheets[0].name, CJ_STR("ジャーニーマップ")));
    cr_expect_eq(b->sheets[0].state, CJ_VISIBLE);
    cr_expect_eq(b->sheets[2].state, CJ_HIDDEN);
    for (i = 0; i < sizeof want / sizeof *want; i++) {
        const cj_book_cell *c =
            cj_sheet_find(&b->sheets[want[i].sheet], want[i].row, want[i].col);
        cj_str seen;

        cr_assert(c != NULL, "case %zu", i);
        seen = cj_book_cell_text(a, b, c);
        cr_expect(c->value == want[i].value && cj_str_eq(seen, cj_str_of(want[i].seen)),
                  "case %zu: \"" CJ_FMT "\"", i, CJ_ARG(seen));
        cr_expect_eq((c->flags & CJ_CELL_FORMULA) != 0, want[i].formula, "case %zu", i);
    }
    cj_arena_free(a);
}

Test(xls_read, texts_in_code_pages)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *b;
    cj_err err;

    cr_assert_eq(read_file(a, "biff5.xls", NULL, &b, &err), CJ_OK);
    cr_expect(cj_str_eq(b->sheets[0].name, CJ_STR("地図")));
    cr_expect(cj_str_eq(cj_sheet_find(b->sheets, 1, 1)->text, CJ_STR("導入期 ①㈱")));
    cr_expect_eq(cj_sheet_find(b->sheets, 2, 3)->number, 0.1);
    cr_assert_eq(read_file(a, "biff2.xls", NULL, &b, &err), CJ_OK);
    cr_expect(cj_str_eq(cj_sheet_find(b->sheets, 1, 1)->text, CJ_STR("要素")));
    cr_expect_eq(cj_sheet_find(b->sheets, 1, 2)->number, 65535);
    cj_arena_free(a);
}

Test(xls_read, refusals)
{
    static const struct {
        const char *file;
        cj_rc rc;
    } cases[] = {
        { "password.xls", CJ_EPASSWORD }, { "encrypted.xls", CJ_EPASSWORD },
        { "word.xls", CJ_ETYPE },         { "no_sheets.xls", CJ_EFORMAT },
        { "cut.xls", CJ_EFORMAT },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *b;
        cj_err err;
        cj_rc rc = read_file(a, cases[i].file, NULL, &b, &err);

        cr_expect_eq(rc, cases[i].rc, "%s: %d", cases[i].file, (int)rc);
        cr_expect(cj_str_ends(err.at.file, cj_str_of(cases[i].file)), "%s", cases[i].file);
        cr_expect_null(
            memchr(cj_err_line(a, &err, CJ_JA).p, '\n', cj_err_line(a, &err, CJ_JA).n));
        cj_arena_free(a);
    }
}

Test(xls_read, limits_hold)
{
    static const char *const names[] = { "cells", "text",    "sheets",
                                         "rows",  "columns", "one text" };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        cj_limits limits = cj_limits_default();
        size_t *const one[] = { &limits.cells, &limits.string_bytes, &limits.sheets,
                                &limits.rows,  &limits.columns,      &limits.cell_bytes };
        cj_book *b;
        cj_err err;

        *one[i] = 2;
        cr_expect_eq(read_file(a, "map.xls", &limits, &b, &err), CJ_ELIMIT, "%s", names[i]);
    }
    cj_arena_free(a);
}

/* 20250314 typed into a cell with a date format: freexl would count its days one by one. */
Test(xls_read, dates_too_far_to_be_dates)
{
    static const char globals[] = "\x09\x08\x08\x00\x00\x06\x05\x00\x00\x00\x00\x00"
                                  "\xe0\x00\x04\x00\x00\x00\x0e\x00"
                                  "\x0a\x00\x00\x00"
                                  "\x09\x08\x08\x00\x00\x06\x10\x00\x00\x00\x00\x00";
    cj_arena *a = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_str file;
    cj_book *b;
    cj_err err;
    unsigned i;
    cj_buf all;

    cj_buf_init(&all, a);
    cj_buf_add(&all, (cj_str){ globals, sizeof globals - 1 });
    for (i = 0; i < 5000; i++) {
        char *p = cj_buf_space(&all, 18);

        memcpy(p, "\x03\x02\x0e\x00", 4);
        cj_put16(p + 4, i);
        cj_put16(p + 6, 0);
        cj_put16(p + 8, 0);
        cj_put_double(p + 10, 20250314);
        all.n += 18;
    }
    cj_buf_add(&all, (cj_str){ "\x0a\x00\x00\x00", 4 });
    file = cj_ole2_wrap(a, "Workbook", cj_buf_str(&all));
    options.limits.xls_seconds = 2;
    cr_assert_eq(cj_book_parse(a, file, CJ_STR("typed.xls"), &options, &b, &err), CJ_OK);
    cr_assert_eq(b->n_cells, 5000);
    cr_expect_eq(cj_sheet_cell(b->sheets, 0)->value, CJ_V_DATE);
    cr_expect(cj_str_eq(cj_book_cell_text(a, b, cj_sheet_cell(b->sheets, 0)),
                        CJ_STR("20250314")));
    cj_arena_free(a);
}

/* ---- frames from a child that somebody took over --------------------------------------------- */

typedef struct frame {
    uint8_t kind;
    cj_str payload;
} frame;

static cj_rc take_all(cj_xls_taker *t, const frame *f, size_t n, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; i < n && rc == CJ_OK; i++)
        rc = cj_xls_take(t, f[i].kind, f[i].payload, err);
    return rc;
}

static const frame book = { CJ_XLS_BOOK, CJ_LIT("\0") },
                   sheet = { CJ_XLS_SHEET, CJ_LIT("\0\0A") };

Test(xls_read, frames_out_of_order_are_refused)
{
    static const char none[sizeof(cj_xls_lost)];
    static const char zero[sizeof(cj_xls_cell)];
    static const cj_xls_extra chart = { CJ_EXTRA_CHART, 0, 0, 1 };
    static const cj_xls_extra beyond = { CJ_EXTRA_OTHER + 1, 0, 0, 1 };
    static const cj_xls_extra strange = { CJ_EXTRA_OTHER, 1000, 0, 1 };
    frame lost = { CJ_XLS_LOST, { none, sizeof none } };
    frame cell = { CJ_XLS_CELL, { zero, sizeof zero } };
    frame style = { CJ_XLS_STYLE, CJ_LIT("\1yyyy") }, blank = { CJ_XLS_SHEET, CJ_LIT("") };
    frame what = { 77, CJ_LIT("x") }, failure = { CJ_XLS_FAILURE, CJ_LIT("\xff") };
    frame empty = { CJ_XLS_FAILURE, CJ_LIT("") };
    frame extra = { CJ_XLS_EXTRA, { (const char *)&chart, sizeof chart } };
    frame unkind = { CJ_XLS_EXTRA, { (const char *)&beyond, sizeof beyond } };
    frame other = { CJ_XLS_EXTRA, { (const char *)&strange, sizeof strange } };
    const struct {
        const char *name;
        frame f[4];
        size_t n;
    } cases[] = {
        { "a sheet before the book", { sheet }, 1 },
        { "a style before the book", { style }, 1 },
        { "a cell before the sheet", { book, cell }, 2 },
        { "two books", { book, book }, 2 },
        { "a cell at row 0", { book, sheet, cell }, 3 },
        { "a sheet without a head", { book, blank }, 2 },
        { "an unknown kind", { book, what }, 2 },
        { "an unknown failure", { failure }, 1 },
        { "a failure without a code", { empty }, 1 },
        { "an end before the book", { lost }, 1 },
        { "something behind the end", { book, lost, sheet }, 3 },
        { "an extra before the book", { extra }, 1 },
        { "an extra of no sheet", { book, extra }, 2 },
        { "half an extra", { book, sheet, { CJ_XLS_EXTRA, CJ_LIT("1234") } }, 3 },
        { "an extra of no kind", { book, sheet, unkind }, 3 },
        { "another of no kind", { book, sheet, other }, 3 },
    };
    cj_limits limits = cj_limits_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_xls_taker t = { .arena = cj_arena_new(0), .limits = &limits };
        cj_err err;

        cr_expect_eq(take_all(&t, cases[i].f, cases[i].n, &err), CJ_EFORMAT, "%s",
                     cases[i].name);
        cj_arena_free(t.arena);
    }
}

static cj_rc take_cell(cj_xls_taker *t, const cj_xls_cell *head, const char *text)
{
    char bytes[sizeof *head + 64];
    frame cell = { CJ_XLS_CELL, { bytes, sizeof *head + strlen(text) } };
    frame all[] = { book, sheet, cell };
    cj_err err;

    memcpy(bytes, head, sizeof *head);
    memcpy(bytes + sizeof *head, text, strlen(text));
    return take_all(t, all, 3, &err);
}

Test(xls_read, cells_are_checked)
{
    static const struct {
        const char *name;
        cj_xls_cell head;
        const char *text;
        cj_rc rc;
    } cases[] = {
        { "good", { 0, 1, 1, 0, CJ_V_TEXT, 0, { 0 } }, "a", CJ_OK },
        { "a value of no kind", { 0, 1, 1, 0, 99, 0, { 0 } }, "a", CJ_EFORMAT },
        { "an empty value", { 0, 1, 1, 0, CJ_V_EMPTY, 0, { 0 } }, "", CJ_EFORMAT },
        { "a style that is not there",
          { 0, 1, 1, 7, CJ_V_TEXT, 0, { 0 } },
          "a",
          CJ_EFORMAT },
        { "column 65537", { 0, 1, 65537, 0, CJ_V_TEXT, 0, { 0 } }, "a", CJ_EFORMAT },
        { "row 4 billion", { 0, 0xffffffff, 1, 0, CJ_V_TEXT, 0, { 0 } }, "a", CJ_ELIMIT },
        { "not a number", { NAN, 1, 1, 0, CJ_V_NUMBER, 0, { 0 } }, "", CJ_EFORMAT },
        { "infinity", { INFINITY, 1, 1, 0, CJ_V_DATE, 0, { 0 } }, "", CJ_EFORMAT },
    };
    cj_limits limits = cj_limits_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_xls_taker t = { .arena = cj_arena_new(0), .limits = &limits };

        cr_expect_eq(take_cell(&t, &cases[i].head, cases[i].text), cases[i].rc, "%s",
                     cases[i].name);
        cj_arena_free(t.arena);
    }
}

Test(xls_read, what_is_no_utf8_is_replaced)
{
    static const cj_xls_cell head = { 0, 1, 1, 0, CJ_V_TEXT, 0xff, { 0 } };
    cj_limits limits = cj_limits_default();
    cj_xls_taker t = { .arena = cj_arena_new(0), .limits = &limits };

    cr_assert_eq(take_cell(&t, &head, "a\xff\xe5\xb0"), CJ_OK);
    cr_expect(
        cj_str_starts(cj_sheet_cell(t.book->sheets, 0)->text, CJ_STR("a\xef\xbf\xbd")));
    cr_expect_eq(cj_sheet_cell(t.book->sheets, 0)->flags, CJ_CELL_FORMULA, "no other flag");
    cr_expect_null(cj_xls_finish(&t), "the end did not come");
    cj_arena_free(t.arena);
}

Test(xls_read, lost_formulas_are_said_aloud_and_other_losses_refused)
{
    cj_xls_lost lost = { 3, 0 };
    frame end = { CJ_XLS_LOST, { (const char *)&lost, sizeof lost } };
    frame all[] = { book, sheet, end };
    cj_limits limits = cj_limits_default();
    cj_xls_taker t = { .arena = cj_arena_new(0), .limits = &limits };
    cj_book *b;
    cj_err err;

    cr_assert_eq(take_all(&t, all, 3, &err), CJ_OK);
    b = cj_xls_finish(&t);
    cr_assert(b != NULL);
    cr_assert_eq(b->n_notices, 1);
    cr_expect_eq(b->notices[0].kind, CJ_ODD_FORMULAS_LOST);
    cr_expect(b->notices[0].loud);
    cr_expect(
        cj_str_has(cj_err_says(t.arena, &b->notices[0].what, CJ_JA), CJ_STR("数式 3 個")));
    cr_expect_eq(b->can, CJ_CAN_DATES);
    memset(&t.lost, 0, sizeof t.lost);
    t.book = NULL;
    t.whole = false;
    lost.others = 1;
    cr_expect_eq(take_all(&t, all, 3, &err), CJ_EFORMAT);
    cj_arena_free(t.arena);
}
