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
