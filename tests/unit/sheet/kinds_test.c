/* kinds_test.c - what is recognised and refused, and which tables must never be. */
#include "sheet/kinds.h"
#include <cj/read.h>
#include <criterion/criterion.h>
#include <string.h>

#define KIND(name, bytes)     \
    {                         \
        (name), CJ_LIT(bytes) \
    }

static const struct kind {
    const char *name;
    cj_str head;
} refused[] = {
    KIND("html", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">"),
    KIND("html with a mark", "\xef\xbb\xbf\r\n  <!DOCTYPE html><html>"),
    KIND("html in UTF-16", "\xff\xfe<\0h\0t\0m\0l\0>\0"),
    KIND("a table alone", "<table border=1><tr><td>a</td></tr></table>"),
    KIND("a comment first", "<!-- x --><table><tr><td>1"),
    KIND("SpreadsheetML", "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:x\">"),
    KIND("mhtml", "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/"),
    KIND("pdf", "%PDF-1.7\n"),
    KIND("png", "\x89PNG\r\n\x1a\n"),
    KIND("jpeg", "\xff\xd8\xff\xe0"),
    KIND("gif", "GIF89a"),
    KIND("gzip", "\x1f\x8b\x08\0"),
    KIND("7z", "7z\xbc\xaf\x27\x1c"),
    KIND("rar", "Rar!\x1a\x07\x01\0"),
    KIND("rtf", "{\\rtf1\\ansi"),
    KIND("sylk", "ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"a\"\r\nE\r\n"),
    KIND("sqlite", "SQLite format 3\0"),
}, allowed[] = {
    KIND("the famous ID", "ID,Phase\r\n1,Onboarding\r\n"),
    KIND("ID and P by semicolons", "ID;Phase;Ziel\r\n1;Onboarding;x\r\n"),
    KIND("ID;P with records of one letter", "ID;P\r\nA;1\r\nB;2\r\n"),
    KIND("a cell in angle brackets", "<TBD>,導入期\n<要確認>,x\n"),
    KIND("a cell that names a tag", "<tables>,a\n"),
    KIND("less than", "<5,>5\n"),
    KIND("Japanese", "要素,導入期\n"),
    KIND("CP932", "\x97v\x91\x66,\x93\xb1\x93\xfc\x8a\xfa\r\n"),
    KIND("UTF-16", "\xff\xfe\x81\x89,\0\x0e\x5c\x65\x51\n\0"),
    KIND("UTF-16 without a mark", "a\0,\0b\0\n\0"),
    KIND("a NUL here and there", "a,b\0c\n1,2\n"),
    KIND("MIME as a word", "MIME-Version,1\n"),
    KIND("GIF as a word", "GIF,PNG\n"),
    KIND("empty", ""),
};

Test(kinds, known_kinds_are_refused)
{
    size_t i;

    for (i = 0; i < sizeof refused / sizeof *refused; i++) {
        cj_err err;

        cr_expect_eq(cj_kind_check(refused[i].head, &err), CJ_ETYPE, "%s", refused[i].name);
        cr_expect(err.says.en && err.says.ja, "%s", refused[i].name);
    }
}

Test(kinds, tables_are_not_refused)
{
    size_t i;

    for (i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        cr_expect_eq(cj_kind_check(allowed[i].head, NULL), CJ_OK, "%s", allowed[i].name);
        cr_expect_eq(cj_kind_check_binary(allowed[i].head, NULL), CJ_OK, "%s",
                     allowed[i].name);
    }
}

Test(kinds, binary)
{
    char bytes[512];
    cj_str head = { bytes, sizeof bytes };
    unsigned x = 1;
    size_t i;

    for (i = 0; i < sizeof bytes; i++) {
        x = x * 1103515245 + 12345;
        bytes[i] = (char)(x >> 16);
    }
    cr_expect_eq(cj_kind_check_binary(head, NULL), CJ_ETYPE);
    memcpy(bytes, "\xff\xfe", 2);
    cr_expect_eq(cj_kind_check_binary(head, NULL), CJ_OK, "UTF-16 holds any byte");
}

Test(kinds, a_lock_file_names_its_workbook)
{
    cj_arena *a = cj_arena_new(0);
    cj_err err;

    cr_expect_eq(cj_kind_check_lock(a, CJ_STR("dir/~$map.xlsx"), 165, &err), CJ_ETYPE);
    cr_expect(cj_str_eq(err.arg[0], CJ_STR("map.xlsx")));
    cr_expect_eq(cj_kind_check_lock(a, CJ_STR("~$map.xlsx"), 9000, &err), CJ_OK);
    cr_expect_eq(cj_kind_check_lock(a, CJ_STR("map.xlsx"), 165, &err), CJ_OK);
    cj_arena_free(a);
}

/* What is true, and what to do; a file that is no text is another kind of file. */
Test(kinds, texts_full_of_control_characters_are_told)
{
    static const struct {
        cj_str bytes;
        const char *where; /* NULL: no text */
    } cases[] = {
        { CJ_LIT("Phase,Onboarding\nGoal,\x01 a\nPain Points,\x02 b\n"),
          "U+0001 in line 2" },
        { CJ_LIT("\x7f Phase,\x7f Onboarding\nGoal,a\n"), "U+007F in line 1" },
        { CJ_LIT("項\x02目,導\x02入期\n課\x02題,難\x02しい\n"), "U+0002 in line 1" },
        { CJ_LIT("a\0b,\0c,d\0,e\0,f\0\n"), "U+0000 in line 1" },
        { CJ_LIT("\x8d\x80\x96\xda,\x01\x02\x03\n"), "U+0001 in line 1" }, /* CP932 */
        { CJ_LIT("\xff\xfe"
                 "a\0,\0b\0c\0\x01\0\x02\0d\0e\0\n\0"),
          "U+0001 in line 1" },
        { CJ_LIT("\x01\x02\x03\x04\x05,a,b"), NULL },
        { CJ_LIT("\xf1\x02\x03\xff\xfe\x05,a,b,\xff,c,d,e,f"), NULL },
    };
    cj_read_options how = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_err err = { 0 };
        cj_book *book;
        cj_str says;

        cr_expect_eq(cj_book_parse(a, cases[i].bytes, CJ_STR("x.csv"), &how, &book, &err),
                     CJ_ETYPE, "%zu", i);
        says = cj_err_says(a, &err, CJ_EN);
        cr_expect_eq(cj_str_has(says, CJ_STR("control characters")), cases[i].where != NULL,
                     "%zu " CJ_FMT, i, CJ_ARG(says));
        cr_expect(!cases[i].where || cj_str_has(says, cj_str_of(cases[i].where)),
                  "%zu " CJ_FMT, i, CJ_ARG(says));
        cj_arena_free(a);
    }
}

/* Whatever the name says. */
Test(kinds, open_asks_before_a_reader_guesses)
{
    static const struct {
        const char *name;
        cj_str bytes;
        cj_rc rc;
    } cases[] = {
        { "map.xls", CJ_LIT("<html><table><tr><td>a</td></tr></table></html>"), CJ_ETYPE },
        { "map.csv", CJ_LIT("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), CJ_ETYPE },
        { "map.csv", CJ_LIT(""), CJ_EFORMAT },
        { "map.xls", CJ_LIT("ID,Phase\r\n1,a\r\n"), CJ_OK },
    };
    cj_read_options options = cj_read_options_default();
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        cj_book *book;
        cj_err err;
        cj_rc rc = cj_book_parse(a, cases[i].bytes, cj_str_of(cases[i].name), &options,
                                 &book, &err);

        cr_expect_eq(rc, cases[i].rc, "case %zu: %d", i, (int)rc);
        if (rc != CJ_OK)
            cr_expect(cj_str_eq(err.at.file, cj_str_of(cases[i].name)), "case %zu", i);
        cj_arena_free(a);
    }
}
