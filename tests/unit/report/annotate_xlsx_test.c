/* annotate_xlsx_test.c - marks in the bytes of workbooks: made, read back, made again, taken off. */
#include "../lint/sample.h"

static cj_book *parse(cj_arena *a, cj_str bytes)
{
    cj_read_options how = cj_read_options_default();
    cj_book *book = NULL;
    cj_err err = { 0 };

    how.grounds = true;
    cr_assert_eq(cj_book_parse(a, bytes, CJ_STR("map.xlsx"), &how, &book, &err), CJ_OK,
                 "%.*s", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    return book;
}

static cj_str patched(cj_arena *a, cj_str bytes, const cj_edit *edits, size_t n)
{
    cj_read_options how = cj_read_options_default();
    cj_err err = { 0 };
    cj_str out;

    cr_assert_eq(cj_xlsx_patch(a, bytes, CJ_STR("map.xlsx"), &how, edits, n, &out, &err),
                 CJ_OK, "%.*s", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    return out;
}

static cj_str annotated(cj_arena *a, cj_str bytes, cj_lang lang)
{
    cj_annotate_options how = { lang, { 2025, 10, 1 } };
    cj_lint_options lint = sample_options(CJ_OPERATIONAL);
    const cj_book *book = parse(a, bytes);
    cj_lint_result r = sample_lint(a, book, &lint);
    cj_checked file = { .path = CJ_STR("map.xlsx"), .maps = &r, .n_maps = 1 };
    size_t n;
    cj_edit *edits = cj_annotate(a, book, &file, &how, &n);

    return patched(a, bytes, edits, n);
}

/* The seed's map in a workbook whose empty cells have grounds, too. */
static cj_str workbook(cj_arena *a)
{
    cj_edit edits[] = {
        { .kind = CJ_EDIT_TEXT, .row = 7, .col = 2 },
        { .kind = CJ_EDIT_FILL, .row = 7, .col = 2, .fill = 0xfff2cc },
        { .kind = CJ_EDIT_TEXT, .row = 7, .col = 3 },
        { .kind = CJ_EDIT_FILL, .row = 7, .col = 4, .fill = 0x92d050 },
        { .kind = CJ_EDIT_NOTE, .row = 9, .col = 2, .text = CJ_LIT("ours of before") },
    };
    cj_book *book = cj_book_edited(a, sample_book(a, SAMPLES "01_seed_sample.csv"), edits,
                                   sizeof edits / sizeof *edits);
    cj_err err = { 0 };
    cj_str out;

    cr_assert_eq(cj_xlsx_write(a, book, &out, &err), CJ_OK);
    return out;
}

Test(annotate_xlsx, grounds_of_empty_cells_come_back)
{
    cj_arena *a = cj_arena_new(0);
    cj_str bytes = workbook(a);
    cj_book *was = parse(a, bytes), *is = parse(a, annotated(a, bytes, CJ_JA)), *bare;
    cj_edit *off;
    size_t n;

    cr_assert_eq(cj_book_ground(was, 0, 7, 2), 0xfff2ccu);
    cr_expect_eq(cj_book_ground(is, 0, 7, 2), cj_mark_tint(CJ_ERROR));
    cr_expect_eq(cj_book_ground(is, 0, 7, 3), cj_mark_tint(CJ_ERROR));
    off = cj_marks_off(a, is, &n);
    bare = parse(a, patched(a, annotated(a, bytes, CJ_JA), off, n));
    cr_expect_eq(cj_book_ground(bare, 0, 7, 2), 0xfff2ccu);
    cr_expect_eq(cj_book_ground(bare, 0, 7, 3), CJ_NO_FILL);
    cr_expect_eq(cj_book_ground(bare, 0, 7, 4), 0x92d050u);
    cr_expect_eq(bare->sheets[0].n_notes, 0u);
    cr_expect_eq(bare->sheets[0].n_cells, was->sheets[0].n_cells);
    cj_arena_free(a);
}

Test(annotate_xlsx, twice_is_once)
{
    cj_arena *a = cj_arena_new(0);
    cj_str once = annotated(a, workbook(a), CJ_JA), twice = annotated(a, once, CJ_JA), en,
           ja;

    cr_expect(cj_str_eq(once, twice));
    en = annotated(a, once, CJ_EN);
    cr_expect(!cj_str_eq(once, en));
    ja = annotated(a, en, CJ_JA);
    cr_expect_eq(parse(a, ja)->n_sheets, 3u);
    cr_expect_eq(parse(a, ja)->sheets[0].n_notes, parse(a, once)->sheets[0].n_notes);
    cr_expect(cj_str_eq(parse(a, ja)->sheets[1].name, CJ_STR("指摘一覧")));
    cj_arena_free(a);
}

/* The names that a person gave to our sheets, and a sheet put between. */
Test(annotate_xlsx, sheets_keep_what_people_call_them)
{
    cj_arena *a = cj_arena_new(0);
    cj_str once = annotated(a, workbook(a), CJ_JA);
    cj_book *theirs = cj_book_new(a, CJ_XLSX), *is;
    cj_edit more = { .kind = CJ_EDIT_SHEET, .sheet = CJ_NO_SHEET };

    cj_book_add_sheet(a, theirs, CJ_STR("Notes of ours"));
    cj_sheet_add(a, &theirs->sheets[0], 1, 1)->text = CJ_STR("x");
    cj_sheet_seal(a, &theirs->sheets[0]);
    more.made = &theirs->sheets[0];
    more.from = theirs;
    is = parse(a, annotated(a, patched(a, once, &more, 1), CJ_EN));
    cr_assert_eq(is->n_sheets, 4u);
    cr_expect_eq(cj_marks_sheet(&is->sheets[1]), CJ_MARK_FINDINGS);
    cr_expect_eq(cj_marks_sheet(&is->sheets[2]), CJ_MARK_COVERAGE);
    cr_expect(cj_str_eq(is->sheets[3].name, CJ_STR("Notes of ours")));
    cj_arena_free(a);
}
