/* xlsx_notes_test.c - notes and conversations. */
#include "make_xlsx.h"
#include <criterion/criterion.h>

#define THREADS "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
#define COMMENTS(inner) "<comments xmlns=\"" MAIN_NS "\">" inner "</comments>"

static const made_xlsx book_with_notes = {
    .workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml")
                              REL("r4", "person", "persons/person.xml")),
    .sheet_rels = RELS(REL("r1", "comments", "../odd/名前.xml")
                           REL("r2", "threadedComment", "../threads.xml")),
    .extra_name = { "xl/odd/名前.xml", "xl/threads.xml", "xl/persons/person.xml" },
    .extra = {
        COMMENTS("<authors><author>佐藤</author><author/><author>tc=1</author></authors>"
                 "<commentList><comment ref=\"B2\" authorId=\"2\"><text><t>[Threaded comment] Your "
                 "version of Excel …</t></text></comment><comment ref=\"A1\" authorId=\"0\"><text>"
                 "<r><t>出典:</t></r><r><t>E1_x000A_と E2</t></r>"
                 "<rPh sb=\"0\" eb=\"1\"><t>シュッテン</t></rPh></text></comment>"
                 "<comment ref=\"C1\" authorId=\"9\"><text><t>plain</t></text></comment>"
                 "</commentList>"),
        "<ThreadedComments xmlns=\"" THREADS "\"><threadedComment ref=\"B2\" personId=\"{P2}\" "
        "id=\"{1}\"><text>根拠は？</text></threadedComment><threadedComment ref=\"B2\" "
        "personId=\"{P1}\" id=\"{2}\" parentId=\"{1}\"><text>E5 です &amp; 確認済み</text>"
        "</threadedComment></ThreadedComments>",
        "<personList xmlns=\"" THREADS "\"><person displayName=\"田中\" id=\"{P1}\"/>"
        "<person displayName=\"鈴木\" id=\"{P2}\"/></personList>",
    },
};

Test(xlsx_notes, notes_and_conversations)
{
    static const struct {
        uint32_t row, col;
        const char *text, *author;
        bool threaded;
    } want[] = {
        { 1, 1, "出典:E1\nと E2", "佐藤", false },
        { 1, 3, "plain", "", false },
        { 2, 2, "根拠は？\nE5 です & 確認済み", "鈴木", true },
    };
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    cj_err err = { 0 };
    size_t i;

    cr_assert_eq(read_made(a, &book_with_notes, &book, &err), CJ_OK, "%s", err.says.en);
    cr_assert_eq(book->sheets[0].n_notes, 3);
    for (i = 0; i < 3; i++) {
        const cj_book_note *n = cj_sheet_note(book->sheets, want[i].row, want[i].col);

        cr_assert_not_null(n);
        cr_expect(cj_str_eq(n->text, cj_str_of(want[i].text)), CJ_FMT, CJ_ARG(n->text));
        cr_expect(cj_str_eq(n->author, cj_str_of(want[i].author)), CJ_FMT,
                  CJ_ARG(n->author));
        cr_expect_eq(n->threaded, want[i].threaded);
    }
    cj_arena_free(a);
}

Test(xlsx_notes, a_part_that_is_not_there_has_no_notes)
{
    static const made_xlsx x = { .sheet_rels = RELS(REL("r1", "comments", "../gone.xml")) };
    cj_arena *a = cj_arena_new(0);
    cj_book *book;

    cr_assert_eq(read_made(a, &x, &book, NULL), CJ_OK);
    cr_expect_eq(book->sheets[0].n_notes, 0);
    cj_arena_free(a);
}

Test(xlsx_notes, a_note_at_no_cell_is_refused)
{
    made_xlsx x = book_with_notes;
    cj_arena *a = cj_arena_new(0);
    cj_book *book;
    cj_err err;

    x.extra[0] =
        COMMENTS("<commentList><comment ref=\"?\"><text/></comment></commentList>");
    cr_expect_eq(read_made(a, &x, &book, &err), CJ_EFORMAT);
    cr_expect(cj_str_eq(err.arg[0], CJ_STR("?")));
    cj_arena_free(a);
}
