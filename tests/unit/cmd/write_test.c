/* write_test.c - which kind of file is written, its bytes, and where they go. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const cj_tool tool = { .name = "tool" };

enum { XLSX = 1, CSV, TSV }; /* -f, as it is counted */

Test(write, the_kind_is_said_or_seen_from_the_name)
{
    static const struct {
        const char *output;
        unsigned form;
        cj_format otherwise, want;
    } cases[] = {
        { NULL, 0, CJ_CSV, CJ_CSV },           { NULL, 0, CJ_TSV, CJ_TSV },
        { NULL, 0, CJ_XLSX, CJ_XLSX },         { NULL, 0, CJ_XLS, CJ_XLSX },
        { NULL, 0, CJ_XLSM, CJ_XLSX },         { "-", 0, CJ_CSV, CJ_CSV },
        { "-", TSV, CJ_CSV, CJ_TSV },          { "a.xlsx", 0, CJ_CSV, CJ_XLSX },
        { "a.CSV", 0, CJ_XLSX, CJ_CSV },       { "a.b.Tsv", 0, CJ_XLSX, CJ_TSV },
        { "a.xlsx", CSV, CJ_XLSX, CJ_CSV },    { "out", XLSX, CJ_CSV, CJ_XLSX },
        { "マップ.xlsx", 0, CJ_CSV, CJ_XLSX }, { ".csv", 0, CJ_XLSX, CJ_CSV },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_run run = { .shared = { .form = cases[i].form,
                                   .output = cj_str_of(cases[i].output) } };
        cj_format got = CJ_XLS;

        cr_expect_eq(cj_written_as(&run, cases[i].otherwise, &got, NULL), CJ_OK, "case %zu",
                     i);
        cr_expect_eq(got, cases[i].want, "case %zu: %d", i, (int)got);
    }
}

Test(write, other_names_need_a_kind)
{
    static const char *const names[] = { "map",  "map.xls",     "map.xlsm", "map.ods",
                                         "xlsx", "map.csv.bak", "csv" };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        cj_run run = { .shared = { .output = cj_str_of(names[i]) } };
        cj_format got;
        cj_err err;

        cr_expect_eq(cj_written_as(&run, CJ_CSV, &got, &err), CJ_EUSAGE, "%s", names[i]);
        cr_expect(cj_str_has(cj_err_says(a, &err, CJ_JA), cj_str_of(names[i])), "%s",
                  names[i]);
    }
    cj_arena_free(a);
}

/* A book of one cell, as it was read from a CSV of that form. */
static cj_book *book_of(cj_arena *a, const char *text, cj_csv_form form)
{
    cj_book *book = cj_book_new(a, CJ_CSV);
    cj_sheet *sheet = cj_book_add_sheet(a, book, CJ_STR(""));
    cj_book_cell *c = cj_sheet_add(a, sheet, 1, 1);

    c->value = CJ_V_TEXT;
    c->text = cj_str_of(text);
    cj_sheet_add(a, sheet, 1, 2)->value = CJ_V_TEXT;
    cj_sheet_seal(a, sheet);
    book->csv = form;
    return book;
}

#define BOM "\xef\xbb\xbf"

Test(write, a_csv_keeps_its_form_and_bom)
{
    static const cj_csv_form plain = { CJ_LIT("UTF-8"), ';',          false,
                                       false,           CJ_LIT("\n"), false };
    static const cj_csv_form marked = { CJ_LIT("UTF-8"), ',',  true, false,
                                        CJ_LIT("\r\n"),  false };
    static const cj_csv_form old = { CJ_LIT("CP932"), ',',  false, false,
                                     CJ_LIT("\r\n"),  false };
    static const struct {
        const cj_csv_form *form; /* NULL: a new file */
        unsigned bom, no_escape;
        cj_format as;
        const char *text, *want;
    } cases[] = {
        { &plain, 0, 0, CJ_CSV, "a", "a;\n" },
        { &plain, 1, 0, CJ_CSV, "a", "a;\n" },
        { &plain, 2, 0, CJ_CSV, "a", BOM "a;\n" },
        { &marked, 0, 0, CJ_CSV, "a", BOM "a,\r\n" },
        { &marked, 3, 0, CJ_CSV, "a", "a,\r\n" },
        { &old, 0, 0, CJ_CSV, "a", BOM "a,\r\n" },
        { NULL, 0, 0, CJ_CSV, "a", BOM "a,\r\n" },
        { NULL, 3, 0, CJ_CSV, "a", "a,\r\n" },
        { &plain, 0, 0, CJ_TSV, "a", BOM "a\t\r\n" },
        { &plain, 0, 0, CJ_CSV, "=1+1", "'=1+1;\n" },
        { &plain, 0, 1, CJ_CSV, "=1+1", "=1+1;\n" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_run run = { .arena = a,
                       .shared = { .bom = cases[i].bom, .no_escape = cases[i].no_escape } };
        cj_book *book = book_of(a, cases[i].text, cases[i].form ? *cases[i].form : plain);
        cj_str got;

        cr_expect_eq(
            cj_book_bytes(&run, book, cases[i].as, cases[i].form ? book : NULL, &got, NULL),
            CJ_OK);
        cr_expect(cj_str_eq(got, cj_str_of(cases[i].want)), "case %zu: " CJ_FMT, i,
                  CJ_ARG(got));
    }
    cj_arena_free(a);
}

Test(write, a_failure_is_told_of_the_file_that_is_written)
{
    static const char *in[] = { "in.csv" };
    cj_run run = { .tool = &tool, .arena = cj_arena_new(0), .file = in, .n_files = 1 };
    char folder[] = "/tmp/cj-write-XXXXXX";
    cj_str line;
    cj_err err = { 0 };

    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    run.shared.output = CJ_STR("out.csv");
    cr_expect_eq(cj_put_bytes(&run, CJ_STR("a\n"), CJ_CSV, &err), CJ_OK);
    cr_expect_eq(cj_put_bytes(&run, CJ_STR("b\n"), CJ_CSV, &err), CJ_EUSAGE);
    line = cj_err_line(run.arena, &err, CJ_EN);
    cr_expect(cj_str_starts(line, CJ_STR("out.csv: ")), CJ_FMT, CJ_ARG(line));
    run.also_read = "out.csv";
    run.shared.force = 1;
    cr_expect_eq(cj_put_bytes(&run, CJ_STR("b\n"), CJ_CSV, &err), CJ_EUSAGE,
                 "a template that was read");
    run.also_read = NULL;
    cr_expect_eq(cj_put_bytes(&run, CJ_STR("b\n"), CJ_CSV, &err), CJ_OK);
    cr_expect_eq(unlink("out.csv"), 0);
    cr_expect_eq(chdir("/"), 0);
    cr_expect_eq(rmdir(folder), 0);
    cj_arena_free(run.arena);
}
