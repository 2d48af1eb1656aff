/* annotate_test.c - findings as marks in their workbook: put there, replaced, and taken off again. */
#include "../lint/sample.h"

#define SEED SAMPLES "01_seed_sample.csv"

static const cj_edit no_edit = { .kind = CJ_EDIT_TEXT };

static cj_checked check(cj_arena *a, const cj_book *book)
{
    cj_lint_options how = sample_options(CJ_V1);
    cj_maps maps = sample_maps(a, book);
    cj_checked file = { .path = CJ_STR("map.xlsx"), .n_maps = maps.n };
    cj_lint_result *results = CJ_NEW_N(a, cj_lint_result, maps.n);
    size_t i;

    for (i = 0; i < maps.n; i++)
        cj_lint_run(a, &maps.map[i], &how, &results[i]);
    file.maps = results;
    return file;
}

static cj_edit *edits_of(cj_arena *a, const cj_book *book, cj_lang lang, size_t *n)
{
    cj_annotate_options how = { lang, { 2025, 10, 1 } };
    cj_checked file = check(a, book);

    return cj_annotate(a, book, &file, &how, n);
}

static cj_book *annotated(cj_arena *a, const cj_book *book, cj_lang lang)
{
    size_t n;
    cj_edit *edit = edits_of(a, book, lang, &n);

    return cj_book_edited(a, book, edit, n);
}

static cj_book *with(cj_arena *a, const cj_book *book, cj_edit edit)
{
    return cj_book_edited(a, book, &edit, 1);
}

static cj_edit text_edit(const char *ref, const char *text)
{
    cj_edit e = no_edit;

    cr_assert(cj_ref_parse(cj_str_of(ref), &e.row, &e.col));
    e.text = cj_str_of(text);
    return e;
}

static cj_edit fill_edit(const char *ref, uint32_t fill)
{
    cj_edit e = text_edit(ref, "");

    e.kind = CJ_EDIT_FILL;
    e.fill = fill;
    return e;
}

static uint32_t ground(const cj_book *book, const char *ref)
{
    cj_edit at = text_edit(ref, "");

    return cj_book_ground(book, 0, at.row, at.col);
}

static cj_str note(const cj_book *book, const char *ref)
{
    cj_edit at = text_edit(ref, "");
    const cj_book_note *n = cj_sheet_note(&book->sheets[0], at.row, at.col);

    return n ? n->text : CJ_STR("");
}

static cj_str found(cj_arena *a, const cj_book *book)
{
    cj_checked file = check(a, book);

    return sample_found(a, &file.maps[0]);
}

/* All that a person has put into the first n sheets. */
static void same_books(cj_arena *a, const cj_book *is, const cj_book *want, size_t n,
                       const char *what)
{
    size_t s, i;

    cr_assert(is->n_sheets >= n && want->n_sheets >= n, "%s", what);
    for (s = 0; s < n; s++) {
        const cj_sheet *x = &is->sheets[s], *y = &want->sheets[s];

        cr_assert_eq(x->n_cells, y->n_cells, "%s: %zu cells, not %zu", what, x->n_cells,
                     y->n_cells);
        for (i = 0; i < x->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(x, i), *d = cj_sheet_cell(y, i);

            cr_expect(
                c->row == d->row && c->col == d->col &&
                    cj_str_eq(cj_book_cell_text(a, is, c), cj_book_cell_text(a, want, d)),
                "%s: cell %zu", what, i);
            cr_expect_eq(cj_book_ground(is, (unsigned)s, c->row, c->col),
                         cj_book_ground(want, (unsigned)s, c->row, c->col),
                         "%s: ground of %u,%u", what, c->row, c->col);
        }
        cr_expect_eq(x->n_notes, y->n_notes, "%s: %zu notes, not %zu", what, x->n_notes,
                     y->n_notes);
    }
}

/* ---- what is put there ---------------------------------------------------------------------------- */

Test(annotate, a_cell_has_a_note_and_a_tint_by_the_worst)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = sample_book(a, SEED), *is = annotated(a, book, CJ_JA);
    cj_str says = note(is, "D7");

    cr_expect_eq(ground(is, "D7"), cj_mark_tint(CJ_WARNING));
    cr_expect_eq(ground(is, "C6"), cj_mark_tint(CJ_INFO));
    cr_expect_eq(ground(is, "B2"), CJ_NO_FILL);
    cr_expect(cj_str_has(says, CJ_STR("警告 CJ602: ")), "%.*s", CJ_ARG(says));
    cr_expect(cj_str_has(says, CJ_STR("\n→ ")));
    cr_expect(cj_str_find(says, CJ_STR("CJ602")) < cj_str_find(says, CJ_STR("情報 CJ603")));
    cr_expect(!cj_str_has(says, CJ_STR("元の塗りつぶし")));
    cr_expect_eq(cj_note_own(a, says).n, 0u);
    cr_expect(!note(is, "B2").n);
    cj_arena_free(a);
}

Test(annotate, the_words_are_in_the_language_asked_for)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *is = annotated(a, sample_book(a, SEED), CJ_EN);

    cr_expect(cj_str_has(note(is, "D7"), CJ_STR("Warning CJ602: ")));
    cr_expect(cj_str_eq(is->sheets[1].name, CJ_STR("Findings")));
    cr_expect(cj_str_eq(is->sheets[2].name, CJ_STR("Evidence map")));
    cj_arena_free(a);
}

static cj_str at(const cj_book *book, unsigned sheet, uint32_t row, uint32_t col)
{
    const cj_book_cell *c = cj_sheet_find(&book->sheets[sheet], row, col);

    return c ? c->text : CJ_STR("");
}

static bool has_link(const cj_sheet *s, uint32_t row, const char *target)
{
    size_t i;

    for (i = 0; i < s->n_links; i++)
        if (s->links[i].at.row1 == row && cj_str_eq(s->links[i].target, cj_str_of(target)))
            return true;
    return false;
}

Test(annotate, the_list_has_a_line_a_finding)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_book(a, SEED);
    const cj_sheet *list;
    const cj_book *is;

    book->sheets[0].name = CJ_STR("My map");
    is = annotated(a, book, CJ_EN);
    list = &is->sheets[1];
    cr_expect_eq(list->rows, 6u + 29u);
    cr_expect(cj_str_eq(at(is, 1, 1, 1), CJ_STR("Findings")));
    cr_expect(cj_str_has(at(is, 1, 2, 1), CJ_STR("2025-10-01")));
    cr_expect(cj_str_has(at(is, 1, 3, 1), CJ_STR("Errors: 0, warnings: 18, infos: 11")));
    cr_expect(cj_str_has(at(is, 1, 3, 1), CJ_STR("0/9 (0%)")));
    cr_expect(cj_str_eq(at(is, 1, 7, 2), CJ_STR("Warning")));
    cr_expect(cj_str_eq(at(is, 1, 7, 4), CJ_STR("Whole map")));
    cr_expect(cj_str_eq(at(is, 1, 11, 4), CJ_STR("B3")));
    cr_expect(cj_str_eq(at(is, 1, 11, 10), CJ_STR("CJ501 fact-without-evidence")));
    cr_expect(has_link(list, 11, "#My map!B3"));
    cr_expect(has_link(list, 7, "#My map!A1"));
    cr_expect_eq(list->look.filter.row1, 6u);
    cr_expect_eq(list->look.filter.row2, list->rows);
    cr_expect_eq(list->look.freeze_row, 7u);
    cr_expect_eq(list->look.n_choices, 1u);
    cr_expect(cj_sheet_col_hidden(list, 14) && cj_sheet_col_hidden(list, 15) &&
              !cj_sheet_col_hidden(list, 13));
    cj_arena_free(a);
}

Test(annotate, the_map_of_evidence_counts_as_the_report_does)
{
    static const struct {
        const char *what, *edits, *ref, *want;
    } cases[] = {
        { "all of it", "B3=a [E1]", "B3", "Evidence" },
        { "one of two", "B3=a [E1]\\nb", "B3", "Partly 1/2" },
        { "an assumption", "B3=[assumption] a", "B3", "Assumption" },
        { "nothing", "B3=a", "B3", "None" },
        { "blank", "B3=TBD", "B3", "Blank" },
        { "no fact", "B8=a", "B8", "n/a" },
        { "a row of evidence", "A11=根拠 ;; B11=アンケート", "B3", "Evidence" },
        { "the share of all", "B3=a [E1]", "E11", "1/9 (11%)" },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_book(a, SEED);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cj_book *is =
            annotated(a, sample_edited(a, book, cj_str_of(cases[i].edits)), CJ_EN);
        unsigned row, col;
        cj_str got;

        cr_assert(cj_ref_parse(cj_str_of(cases[i].ref), &row, &col));
        got = at(is, 2, row + 4, col); /* the head of the sheet, and of the table */
        cr_expect(cj_str_eq(got, cj_str_of(cases[i].want)), "%s: %.*s, not %s",
                  cases[i].what, CJ_ARG(got), cases[i].want);
    }
    cj_arena_free(a);
}

/* ---- taken off, and put there again ---------------------------------------------------------------- */

Test(annotate, without_the_marks_the_book_is_as_it_was)
{
    static const char *const samples[] = { SEED, SAMPLE_JA, SAMPLE_EN };
    size_t i;

    for (i = 0; i < sizeof samples / sizeof *samples; i++) {
        cj_arena *a = cj_arena_new(0);
        const cj_book *book = sample_book(a, samples[i]), *is = annotated(a, book, CJ_JA),
                      *bare = cj_book_unmarked(a, is);
        size_t n;

        cr_expect_eq(is->n_sheets, 3u);
        cr_expect_eq(bare->n_sheets, 1u);
        same_books(a, bare, book, 1, samples[i]);
        cr_expect(cj_str_eq(found(a, is), found(a, book)), "%s", samples[i]);
        edits_of(a, is, CJ_JA, &n);
        cr_expect_eq(n, 0u, "%s: %zu edits", samples[i], n);
        cr_expect_eq(cj_book_unmarked(a, book), book);
        cj_arena_free(a);
    }
}

Test(annotate, what_people_do_in_between_stays)
{
    static const struct {
        const char *what;
        cj_edit edit;
    } cases[] = {
        { "a text",
          { .kind = CJ_EDIT_TEXT, .row = 3, .col = 2, .text = CJ_LIT("x [E1]") } },
        { "a row above", { .kind = CJ_EDIT_ROWS_IN, .row = 3, .count = 2 } },
        { "a column", { .kind = CJ_EDIT_COLS_IN, .col = 3, .count = 1 } },
        { "a row that goes", { .kind = CJ_EDIT_ROWS_OUT, .row = 3, .count = 1 } },
        { "a ground of their own",
          { .kind = CJ_EDIT_FILL, .row = 3, .col = 2, .fill = 0x92d050 } },
    };
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = sample_book(a, SEED), *is = annotated(a, book, CJ_JA);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_book *theirs = with(a, book, cases[i].edit), *ours = with(a, is, cases[i].edit);

        same_books(a, cj_book_unmarked(a, ours), theirs, 1, cases[i].what);
        ours = annotated(a, ours, CJ_JA);
        same_books(a, ours, annotated(a, theirs, CJ_JA), 3, cases[i].what);
    }
    cj_arena_free(a);
}

Test(annotate, a_ground_of_before_comes_back)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = with(a, sample_book(a, SEED), fill_edit("D7", 0xfff2cc)), *is,
                  *en;

    is = annotated(a, book, CJ_JA);
    cr_expect_eq(ground(is, "D7"), cj_mark_tint(CJ_WARNING));
    cr_expect(cj_str_has(note(is, "D7"), CJ_STR("\n元の塗りつぶし: #FFF2CC\n")));
    cr_expect_eq(ground(cj_book_unmarked(a, is), "D7"), 0xfff2ccu);
    en = annotated(a, is, CJ_EN);
    cr_expect(cj_str_has(note(en, "D7"), CJ_STR("\nFill before: #FFF2CC\n")));
    cr_expect(!cj_str_has(note(en, "D7"), CJ_STR("警告")));
    cr_expect_eq(ground(cj_book_unmarked(a, en), "D7"), 0xfff2ccu);
    cj_arena_free(a);
}

Test(annotate, a_note_that_somebody_deleted_takes_no_memory_along)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = with(a, sample_book(a, SEED), fill_edit("D7", 0xfff2cc));
    cj_book *is = annotated(a, book, CJ_JA);

    is->sheets[0].n_notes = 0;
    same_books(a, cj_book_unmarked(a, is), book, 1, "no notes");
    cj_arena_free(a);
}

Test(annotate, a_dark_ground_stays)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *book = with(a, sample_book(a, SEED), fill_edit("D7", 0x1f3864)),
                  *is = annotated(a, book, CJ_JA);

    cr_expect_eq(ground(is, "D7"), 0x1f3864u);
    cr_expect(note(is, "D7").n);
    cr_expect_eq(ground(cj_book_unmarked(a, is), "D7"), 0x1f3864u);
    cj_arena_free(a);
}

Test(annotate, notes_of_people_stay_and_conversations_are_left_alone)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_book(a, SEED);
    const cj_book *is;

    sample_note(a, book, 7, 4, "Anna: check");
    sample_note(a, book, 3, 2, "Ben: really?");
    book->sheets[0].notes[0].threaded = true;
    is = annotated(a, book, CJ_JA);
    cr_expect(cj_str_eq(note(is, "B3"), CJ_STR("Ben: really?")));
    cr_expect_eq(ground(is, "B3"), cj_mark_tint(CJ_WARNING));
    cr_expect(cj_str_starts(note(is, "D7"), CJ_STR("Anna: check\n" CJ_NOTE_LINE "\n")));
    cr_expect(cj_str_eq(cj_note_own(a, note(is, "D7")), CJ_STR("Anna: check")));
    same_books(a, cj_book_unmarked(a, is), book, 1, "notes");
    cj_arena_free(a);
}

Test(annotate, sheets_of_people_with_our_names_stay)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book =
        sample_edited(a, sample_book(a, SEED),
                      CJ_STR("!sheet 指摘一覧 ;; A1=ours ;; !sheet Other ;; A1=x"));
    const cj_book *is = annotated(a, book, CJ_JA);

    cr_expect_eq(is->n_sheets, 5u);
    cr_expect(cj_str_eq(is->sheets[3].name, CJ_STR("指摘一覧 (2)")));
    same_books(a, cj_book_unmarked(a, is), book, 3, "sheets");
    same_books(a, annotated(a, is, CJ_JA), is, 5, "again");
    cj_arena_free(a);
}

/* Somebody has put our sheets in front. */
Test(annotate, sheets_that_were_moved_are_found)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_book(a, SEED), *is = annotated(a, book, CJ_JA);
    const cj_book *bare;
    cj_sheet list = is->sheets[1];
    cj_maps maps;
    size_t n;

    is->sheets[1] = is->sheets[0];
    is->sheets[0] = list;
    bare = cj_book_unmarked(a, is);
    cr_expect_eq(bare->n_sheets, 2u);
    cr_expect_eq(bare->sheets[0].n_cells, 0u);
    maps = sample_maps(a, is);
    cr_expect_eq(maps.n, 1u);
    cr_expect_eq(maps.map[0].sheet, 1u);
    edits_of(a, is, CJ_JA, &n);
    cr_expect_eq(n, 0u);
    cj_arena_free(a);
}

/* ---- what people write into the list --------------------------------------------------------------- */

static uint32_t row_of(const cj_book *book, unsigned sheet, uint32_t col, const char *text)
{
    const cj_sheet *s = &book->sheets[sheet];
    uint32_t row;

    for (row = 1; row <= s->rows; row++)
        if (cj_str_has(at(book, sheet, row, col), cj_str_of(text)))
            return row;
    return 0;
}

static cj_book *list_edit(cj_arena *a, const cj_book *book, uint32_t row, uint32_t col,
                          const char *text)
{
    cj_edit e = no_edit;

    e.sheet = 1;
    e.row = row;
    e.col = col;
    e.text = cj_str_of(text);
    return cj_book_edited(a, book, &e, 1);
}

Test(annotate, entries_go_with_their_findings)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *is = annotated(a, sample_book(a, SEED), CJ_JA), *again;
    cj_edit edits[] = { text_edit("D7", "アップセルに繋がる"),
                        text_edit("C6", "MTG（月1回）") };

    is = list_edit(a, is, row_of(is, 1, 10, "CJ602"), 12, "対応中");
    is = list_edit(a, is, row_of(is, 1, 10, "CJ410"), 13, "田中さんに確認");
    is = list_edit(a, is, row_of(is, 1, 4, "C4"), 13, "C4 の根拠");
    again = annotated(a, cj_book_edited(a, is, edits, 2), CJ_EN);
    cr_expect(cj_str_eq(at(again, 1, row_of(again, 1, 10, "CJ602"), 12), CJ_STR("対応中")),
              "the text has changed, the finding is the same");
    cr_expect(cj_str_eq(at(again, 1, row_of(again, 1, 4, "C4"), 13), CJ_STR("C4 の根拠")));
    cr_expect(cj_str_eq(at(again, 1, row_of(again, 1, 10, "CJ410"), 2), CJ_STR("Solved")));
    cr_expect(cj_str_eq(at(again, 1, row_of(again, 1, 10, "CJ410"), 13),
                        CJ_STR("田中さんに確認")));
    same_books(a, annotated(a, again, CJ_EN), again, 3, "again");
    cj_arena_free(a);
}

Test(annotate, the_list_may_be_sorted_and_have_columns_put_in)
{
    cj_arena *a = cj_arena_new(0);
    const cj_book *is = annotated(a, sample_book(a, SEED), CJ_JA);
    cj_edit edits[] = { { .kind = CJ_EDIT_COLS_IN, .sheet = 1, .col = 2, .count = 1 },
                        { .kind = CJ_EDIT_ROWS_IN, .sheet = 1, .row = 1, .count = 3 } };

    is = list_edit(a, is, row_of(is, 1, 10, "CJ602"), 12, "対応中");
    is = cj_book_edited(a, is, edits, 2);
    cr_expect_eq(cj_marks_sheet(&is->sheets[1]), CJ_MARK_FINDINGS);
    is = annotated(a, is, CJ_JA);
    cr_expect(cj_str_eq(at(is, 1, row_of(is, 1, 10, "CJ602"), 12), CJ_STR("対応中")));
    cj_arena_free(a);
}
