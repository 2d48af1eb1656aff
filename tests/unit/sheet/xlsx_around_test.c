/* xlsx_around_test.c - drop-down lists, as old and new versions write them. */
#include "make_xlsx.h"
#include <criterion/criterion.h>

#define X14 "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
#define XM "http://schemas.microsoft.com/office/excel/2006/main"
#define LIST(at, formula)                                               \
    "<dataValidation type=\"list\" sqref=\"" at "\"><formula1>" formula \
    "</formula1></dataValidation>"
#define NEWER(inner)                                                                     \
    "<extLst><ext xmlns:x14=\"" X14 "\" xmlns:xm=\"" XM "\"><x14:dataValidations>" inner \
    "</x14:dataValidations></ext></extLst>"

/* "A1:B2 a/b =X (title: hint)|…" */
static const char *choices_of(cj_arena *a, const cj_sheet *s)
{
    cj_buf b;
    size_t i, k;

    cj_buf_init(&b, a);
    for (i = 0; i < s->look.n_choices; i++) {
        const cj_choice *c = &s->look.choices[i];
        char from[CJ_REF_MAX], to[CJ_REF_MAX];

        cj_ref(from, c->at.row1, c->at.col1);
        cj_ref(to, c->at.row2, c->at.col2);
        cj_buf_fmt(&b, "%s%s:%s ", i ? "|" : "", from, to);
        for (k = 0; k < c->n_words; k++)
            cj_buf_fmt(&b, "%s" CJ_FMT, k ? "/" : "", CJ_ARG(c->word[k]));
        cj_buf_add(&b, c->from);
        if (c->title.n || c->hint.n)
            cj_buf_fmt(&b, " (" CJ_FMT ": " CJ_FMT ")", CJ_ARG(c->title), CJ_ARG(c->hint));
    }
    return cj_str_z(a, cj_buf_str(&b));
}

Test(xlsx_around, choices)
{
    static const struct {
        const char *what, *xml, *want;
    } cases[] = {
        { "none", "", "" },
        { "words", LIST("B2", "\"CS,営業\""), "B2:B2 CS/営業" },
        { "spaces and empty words", LIST("B2", " \" a, ,b ,\" "), "B2:B2 a/b" },
        { "quotes and escapes", LIST("B2", "\"say \"\"hi\"\",x_x0041_\""),
          "B2:B2 say \"hi\"/xA" },
        { "no words", LIST("B2", "\"\""), "B2:B2 " },
        { "one quote", LIST("B2", "\""), "B2:B2 =\"" },
        { "cells", LIST("B2:C3", "Map!$B$1:$D$1"), "B2:C3 =Map!$B$1:$D$1" },
        { "a formula that begins as words do", LIST("B2", "\"a\"&amp;\"b\""),
          "B2:B2 a\"&\"b" },
        { "several ranges", LIST("B2  D4:C3 nowhere $E$5", "\"a\""),
          "B2:B2 a|C3:D4 a|E5:E5 a" },
        { "a hint",
          "<dataValidation type=\"list\" sqref=\"A1\" promptTitle=\"担当\" "
          "prompt=\"1_x000a_2\"><formula1>X</formula1><formula2>Y</formula2></dataValidation>",
          "A1:A1 =X (担当: 1\n2)" },
        { "of other kinds",
          "<dataValidation type=\"whole\" sqref=\"A1\"><formula1>1</formula1></dataValidation>"
          "<dataValidation sqref=\"A1\"/>" LIST("A2", "X"),
          "A2:A2 =X" },
        { "nowhere", LIST("", "X") "<dataValidation type=\"list\"/>", "" },
        { "newer",
          NEWER("<x14:dataValidation type=\"list\"><x14:formula1><xm:f>L!$A$1:$A$9</xm:f>"
                "</x14:formula1><xm:sqref>C1 C3</xm:sqref></x14:dataValidation>"),
          "C1:C1 =L!$A$1:$A$9|C3:C3 =L!$A$1:$A$9" },
        { "cells in an extension are no cells",
          NEWER(
              "<xm:sheetData><xm:row r=\"1\"><xm:c r=\"A1\"><xm:v>9</xm:v></xm:c></xm:row>"
              "</xm:sheetData><xm:mergeCell ref=\"A1:B2\"/>") LIST("A1", "X"),
          "A1:A1 =X" },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_xlsx x = { .sheet = cj_str_z(
                            a, cj_str_fmt(a, SHEET("<sheetData/>%s"), cases[i].xml)) };
        cj_err err = { 0 };
        cj_book *book;

        cr_assert_eq(read_made(a, &x, &book, &err), CJ_OK, "%s: %s", cases[i].what,
                     err.says.en);
        cr_expect_str_eq(choices_of(a, book->sheets), cases[i].want, "%s: %s",
                         cases[i].what, choices_of(a, book->sheets));
        cr_expect_eq(book->sheets->n_cells, 0, "%s", cases[i].what);
        cr_expect_eq(book->sheets->n_merges, 0, "%s", cases[i].what);
        cr_expect_eq(book->n_extras, 0, "%s: nobody asked for extras", cases[i].what);
    }
    cj_arena_free(a);
}

Test(xlsx_around, choices_are_bounded)
{
    static const struct {
        const char *what;
        size_t side, string_bytes;
    } cases[] = { { "entries", 2, 1 << 20 }, { "text", 100, 150 } };
    cj_arena *a = cj_arena_new(0);
    made_xlsx x = { .sheet = SHEET("<sheetData/>" LIST("A1 A2 A3", "\"a,b\"")) };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_read_options options = cj_read_options_default();
        cj_book *book;

        options.limits.side = cases[i].side;
        options.limits.string_bytes = cases[i].string_bytes;
        x.workbook_rels = RELS(REL("r1", "worksheet", "worksheets/sheet1.xml"));
        cr_expect_eq(cj_book_parse(a, xlsx_made(a, &x), CJ_STR("x"), &options, &book, NULL),
                     CJ_ELIMIT, "%s", cases[i].what);
    }
    cj_arena_free(a);
}
