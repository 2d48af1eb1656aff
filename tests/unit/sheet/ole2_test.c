/* ole2_test.c - the container of .xls: streams large and small, and folders that lie. */
#include "sheet/ole2.h"
#include "sheet/bytes.h"
#include <criterion/criterion.h>
#include <stdio.h>

static cj_str file_of(cj_arena *a, const char *path)
{
    char *p = cj_alloc_text(a, 1 << 16);
    FILE *f = fopen(path, "rb");
    cj_str s = { p, 0 };

    cr_assert(f != NULL, "%s", path);
    s.n = fread(p, 1, 1 << 16, f);
    fclose(f);
    return s;
}

static cj_str pattern(cj_arena *a, size_t n)
{
    char *p = cj_alloc_text(a, n + 1);
    cj_str s = { p, n };
    size_t i;

    for (i = 0; i < n; i++)
        p[i] = (char)(i * 31 + i / 251);
    return s;
}

Test(ole2, what_is_wrapped_is_found)
{
    static const size_t sizes[] = { 0, 1, 511, 4095, 4096, 4608, 60000, 1 << 20, 7 << 20 };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        cj_str in = pattern(a, sizes[i]), out;
        const cj_ole2_entry *e;
        cj_ole2 o;

        cr_assert_eq(cj_ole2_open(a, cj_ole2_wrap(a, "Workbook", in), &o, NULL), CJ_OK);
        e = cj_ole2_find(&o, "WORKBOOK");
        cr_assert(e != NULL, "%zu bytes", sizes[i]);
        out = cj_ole2_stream(a, &o, e);
        cr_expect(out.n >= in.n && cj_str_eq(cj_str_cut(out, 0, in.n), in), "%zu bytes",
                  sizes[i]);
        cr_expect_null(cj_ole2_find(&o, "Work"));
        cr_expect_null(cj_ole2_find(&o, "Workbook2"));
    }
    cj_arena_free(a);
}

Test(ole2, files_of_other_programs)
{
    static const struct {
        const char *path, *stream;
        size_t least;
    } cases[] = {
        { "tests/data/xls/map.xls", "workbook",
          3000 }, /* LibreOffice: in the mini stream */
        { "tests/data/xls/password.xls", "Workbook", 4096 },
        { "tests/data/xls/encrypted.xls", "EncryptionInfo", 4 },
        { "tests/data/xls/biff5.xls", "Book", 100 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const cj_ole2_entry *e;
        cj_ole2 o;

        cr_assert_eq(cj_ole2_open(a, file_of(a, cases[i].path), &o, NULL), CJ_OK);
        e = cj_ole2_find(&o, cases[i].stream);
        cr_assert(e != NULL, "%s", cases[i].path);
        cr_expect_geq(cj_ole2_stream(a, &o, e).n, cases[i].least, "%s", cases[i].path);
    }
    cj_arena_free(a);
}

/* Only the root folder's streams count: a document holds workbooks inside other folders. */
Test(ole2, a_stream_in_an_inner_folder_is_not_the_workbook)
{
    cj_arena *a = cj_arena_new(0);
    cj_str whole = cj_ole2_wrap(a, "Workbook", pattern(a, 5000));
    char *p = (char *)whole.p;
    size_t dir = 512 * (1 + cj_le32(p + 48));
    cj_ole2 o;

    memcpy(p + dir + 256, p + dir + 128, 128); /* entry 2: the stream */
    memcpy(p + dir + 128, "F\0o\0l\0d\0e\0r\0\0\0\0\0",
           16); /* entry 1: a folder around it */
    cj_put16(p + dir + 128 + 64, 14);
    p[dir + 128 + 66] = 1;
    cj_put32(p + dir + 128 + 76, 2);
    cr_assert_eq(cj_ole2_open(a, whole, &o, NULL), CJ_OK);
    cr_expect(cj_ole2_find(&o, "Folder") != NULL);
    cr_expect_null(cj_ole2_find(&o, "Workbook"));
    cj_put32(p + dir + 76, 0xffffffff); /* the tree is gone */
    cr_assert_eq(cj_ole2_open(a, whole, &o, NULL), CJ_OK);
    cr_expect(cj_ole2_find(&o, "Workbook") != NULL);
    cj_arena_free(a);
}

Test(ole2, lies_are_bounded)
{
    static const struct {
        const char *name;
        size_t at; /* a 32-bit field of the header */
        uint32_t value;
    } cases[] = {
        { "a FAT of 4 billion sectors", 44, 0xfffffff0 },
        { "a directory past the end", 48, 0x7ffffff0 },
        { "a directory in the FAT", 48, 0 },
        { "a mini FAT that is the directory", 60, 1 },
        { "a list of FAT sectors that is its own next", 68, 2 },
        { "the first FAT sector past the end", 76, 0x00ffffff },
        { "a mini cutoff of everything", 56, 0xffffffff },
        { "sectors of 2 GB", 30, 0x0006001f },
        { "no sectors", 30, 0 },
    };
    cj_arena *a = cj_arena_new((size_t)64 << 20);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_str whole = cj_ole2_wrap(a, "Workbook", pattern(a, 5000));
        const cj_ole2_entry *e;
        cj_ole2 o;

        cj_put32((char *)whole.p + cases[i].at, cases[i].value);
        if (cj_ole2_open(a, whole, &o, NULL) != CJ_OK)
            continue;
        e = cj_ole2_find(&o, "Workbook");
        cr_expect(!e || cj_ole2_stream(a, &o, e).n <= whole.n, "%s", cases[i].name);
    }
    cj_arena_free(a);
}

Test(ole2, a_chain_that_loops_ends)
{
    cj_arena *a = cj_arena_new((size_t)64 << 20);
    cj_str whole = cj_ole2_wrap(a, "Workbook", pattern(a, 5000));
    char *p = (char *)whole.p;
    size_t fat = 512, dir = 512 * (1 + cj_le32(p + 48));
    cj_ole2 o;

    cj_put32(fat + 4 * 3 + p, 3);              /* a sector of the stream */
    cj_put32(p + dir + 128 + 120, 0xffffffff); /* "4 GB" */
    cr_assert_eq(cj_ole2_open(a, whole, &o, NULL), CJ_OK);
    cr_expect_leq(cj_ole2_stream(a, &o, cj_ole2_find(&o, "Workbook")).n, whole.n + 512);
    cj_put32(fat + 4 * (size_t)cj_le32(p + 48) + p,
             cj_le32(p + 48)); /* and the directory */
    cr_assert_eq(cj_ole2_open(a, whole, &o, NULL), CJ_OK);
    cj_arena_free(a);
}

Test(ole2, every_cut_is_an_answer)
{
    cj_arena *a = cj_arena_new(0);
    cj_str whole = file_of(a, "tests/data/xls/map.xls");
    size_t n;

    for (n = 0; n < whole.n; n += 61) {
        cj_arena *inner = cj_arena_new((size_t)16 << 20);
        char *p = cj_alloc_text(inner, n + 1);
        cj_str cut = { p, n };
        const cj_ole2_entry *e;
        cj_ole2 o;

        memcpy(p, whole.p, n);
        if (cj_ole2_open(inner, cut, &o, NULL) == CJ_OK &&
            (e = cj_ole2_find(&o, "Workbook")))
            cr_expect_leq(cj_ole2_stream(inner, &o, e).n, n);
        cj_arena_free(inner);
    }
    cj_arena_free(a);
}
