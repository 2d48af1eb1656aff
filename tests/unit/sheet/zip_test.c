/* zip_test.c - archives as they are found, and the ones that must be refused. */
#include "sheet/zip.h"
#include "make_zip.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* "journey map " forty times. */
static const char packed[] =
    "\xcb\xca\x2f\x2d\xca\x4b\xad\x54\xc8\x4d\x2c\x50\xc8\x1a\x65\x0f\x3b\x36\x00";
#define PLAIN_SIZE 480u
#define PLAIN_CRC 0xbf814241u

static cj_rc open_zip(cj_arena *a, cj_str bytes, cj_zip *zip, cj_err *err)
{
    static cj_limits limits;
    cj_source *source = CJ_NEW(a, cj_source);

    limits = cj_limits_default();
    cj_source_of_bytes(source, bytes, CJ_STR("test"));
    return cj_zip_open(a, source, &limits, zip, err);
}

/* The whole member, read `step` bytes at a time. */
static cj_rc read_entry(cj_arena *a, cj_zip *zip, const char *name, size_t step,
                        cj_str *out, cj_err *err)
{
    const cj_zip_entry *e = cj_zip_find(zip, cj_str_of(name));
    cj_zip_stream s;
    size_t got = 1;
    cj_buf b;
    cj_rc rc;

    cr_assert_not_null(e, "%s is there", name);
    cj_buf_init(&b, a);
    rc = cj_zip_stream_open(zip, e, &s, err);
    while (rc == CJ_OK && got) {
        rc = cj_zip_read(&s, cj_buf_space(&b, step), step, &got, err);
        b.n += got;
    }
    *out = cj_buf_str(&b);
    return rc;
}

Test(zip, finds_members_whatever_their_case_and_slashes)
{
    static const struct {
        const char *stored, *asked;
        bool found;
    } cases[] = {
        { "xl/workbook.xml", "xl/workbook.xml", true },
        { "XL/Workbook.XML", "xl/workbook.xml", true },
        { "xl\\workbook.xml", "xl/workbook.xml", true },
        { "/xl/workbook.xml", "xl/workbook.xml", true },
        { "xl/workbook.xml", "/xl/workbook.xml", true },
        { "xl/workbook.xml", "XL\\WORKBOOK.xml", true },
        { "xl/workbook.xml", "xl/workbook.xm", false },
        { "xl/workbook.xml", "xl/workbook.xml2", false },
        { "xl/workbook.xml", "", false },
        { "シート.xml", "シート.xml", true },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_zip z = make_zip(a);
        cj_zip zip;

        add_part(&z, "aaa", "1");
        add_part(&z, cases[i].stored, "2");
        add_part(&z, "zzz", "3");
        cr_assert_eq(open_zip(a, zip_made(&z), &zip, NULL), CJ_OK);
        cr_expect_eq(cj_zip_find(&zip, cj_str_of(cases[i].asked)) != NULL, cases[i].found,
                     "%s as %s", cases[i].stored, cases[i].asked);
    }
    cj_arena_free(a);
}

Test(zip, of_two_members_of_one_name_the_later_counts)
{
    cj_arena *a = cj_arena_new(0);
    made_zip z = make_zip(a);
    cj_zip zip;
    cj_str text;

    add_part(&z, "a.xml", "first");
    add_part(&z, "A.xml", "second");
    cr_assert_eq(open_zip(a, zip_made(&z), &zip, NULL), CJ_OK);
    cr_assert_eq(read_entry(a, &zip, "a.xml", 64, &text, NULL), CJ_OK);
    cr_expect(cj_str_eq(text, CJ_STR("second")));
    cj_arena_free(a);
}

static made_entry deflated(const char *name)
{
    made_entry e = { .name = name,
                     .content = { packed, sizeof packed - 1 },
                     .size = PLAIN_SIZE,
                     .crc = PLAIN_CRC,
                     .method = 8 };

    return e;
}

Test(zip, reads_members_in_steps_of_any_size)
{
    static const size_t steps[] = { 1, 2, 7, 479, 480, 481, 65536 };
    cj_arena *a = cj_arena_new(0);
    size_t i, k;

    for (i = 0; i < sizeof steps / sizeof *steps; i++) {
        made_zip z = make_zip(a);
        made_entry e = deflated("packed");
        cj_zip zip;
        cj_str text;

        add_entry(&z, &e);
        add_part(&z, "stored", "as it is");
        add_part(&z, "empty", "");
        cr_assert_eq(open_zip(a, zip_made(&z), &zip, NULL), CJ_OK);
        cr_assert_eq(read_entry(a, &zip, "packed", steps[i], &text, NULL), CJ_OK, "%zu",
                     steps[i]);
        cr_assert_eq(text.n, PLAIN_SIZE);
        for (k = 0; k < text.n; k += 12)
            cr_assert(memcmp(text.p + k, "journey map ", 12) == 0);
        cr_assert_eq(read_entry(a, &zip, "stored", steps[i], &text, NULL), CJ_OK);
        cr_expect(cj_str_eq(text, CJ_STR("as it is")));
        cr_assert_eq(read_entry(a, &zip, "empty", steps[i], &text, NULL), CJ_OK);
        cr_expect_eq(text.n, 0);
    }
    cj_arena_free(a);
}

Test(zip, opens_what_writers_make_of_the_format)
{
    static const struct {
        const char *what, *front, *behind;
        bool zip64, counted;
        unsigned flags;
    } cases[] = {
        { "plain", "", "", false, true, 0 },
        { "sizes behind the data", "", "", false, true, 8 },
        { "something in front, counted", "#!/bin/sh\n", "", false, true, 0 },
        { "something in front, not counted", "#!/bin/sh\n", "", false, false, 0 },
        { "zip64", "", "", true, true, 0 },
        { "zip64 with something in front", "front", "", true, false, 8 },
        { "a comment that looks like an end", "", "PK\5\6 and enough behind it to be one",
          false, true, 0 },
        { "names in UTF-8", "", "", false, true, 0x800 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_zip z = make_zip(a);
        made_entry e = deflated("導入期.xml");
        cj_zip zip;
        cj_str bytes, text;
        cj_buf b;

        e.flags = cases[i].flags;
        z.zip64 = cases[i].zip64;
        cj_buf_z(&z.out, cases[i].front);
        z.shift = cases[i].counted ? 0 : z.out.n;
        add_part(&z, "a", "1");
        add_entry(&z, &e);
        bytes = zip_made(&z);
        ((char *)bytes.p)[bytes.n - 2] = (char)strlen(cases[i].behind);
        cj_buf_init(&b, a);
        cj_buf_add(&b, bytes);
        cj_buf_z(&b, cases[i].behind);
        cr_assert_eq(open_zip(a, cj_buf_str(&b), &zip, NULL), CJ_OK, "%s", cases[i].what);
        cr_assert_eq(read_entry(a, &zip, "導入期.xml", 100, &text, NULL), CJ_OK, "%s",
                     cases[i].what);
        cr_expect_eq(text.n, PLAIN_SIZE, "%s", cases[i].what);
    }
    cj_arena_free(a);
}

Test(zip, refuses_members_that_lie)
{
    static const struct {
        const char *what;
        cj_rc rc;
        uint64_t size;
        uint32_t crc;
        unsigned method, flags;
    } cases[] = {
        { "a wrong checksum", CJ_EFORMAT, PLAIN_SIZE, 1, 8, 0 },
        { "fewer bytes than it holds", CJ_EFORMAT, PLAIN_SIZE - 1, 0, 8, 0 },
        { "more bytes than it holds", CJ_EFORMAT, PLAIN_SIZE + 1, 0, 8, 0 },
        { "more than deflate can yield", CJ_EFORMAT, 1000000, 0, 8, 0 },
        { "stored, of another size", CJ_EFORMAT, PLAIN_SIZE, 0, 0, 0 },
        { "encrypted", CJ_EPASSWORD, PLAIN_SIZE, 0, 8, 1 },
        { "AES encrypted", CJ_EPASSWORD, PLAIN_SIZE, 0, 99, 1 },
        { "packed with LZMA", CJ_EFORMAT, PLAIN_SIZE, 0, 14, 0 },
    };
    cj_arena *a = cj_arena_new(0);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        made_zip z = make_zip(a);
        made_entry e = deflated("a");
        cj_err err = { 0 };
        cj_zip zip;
        cj_str text;

        e.size = cases[i].size;
        e.crc = cases[i].crc ? cases[i].crc : e.crc;
        e.method = cases[i].method;
        e.flags = cases[i].flags;
        add_entry(&z, &e);
        cr_assert_eq(open_zip(a, zip_made(&z), &zip, NULL), CJ_OK);
        cr_expect_eq(read_entry(a, &zip, "a", 64, &text, &err), cases[i].rc, "%s",
                     cases[i].what);
        cr_expect_eq(err.rc, cases[i].rc, "%s", cases[i].what);
        cr_expect(err.says.en && err.says.ja, "%s", cases[i].what);
    }
    cj_arena_free(a);
}

Test(zip, refuses_members_that_share_bytes)
{
    cj_arena *a = cj_arena_new(0);
    made_zip z = make_zip(a), again;
    cj_zip zip;
    cj_err err;
    made_entry e = deflated("a");

    add_entry(&z, &e);
    again = z;
    again.out.n = 0;
    e.name = "b";
    add_entry(&again, &e); /* a second record of the same place */
    z.directory = again.directory;
    z.n = 2;
    cr_expect_eq(open_zip(a, zip_made(&z), &zip, &err), CJ_EFORMAT);
    cj_arena_free(a);
}

Test(zip, refuses_a_file_cut_anywhere)
{
    cj_arena *a = cj_arena_new(0);
    made_zip z = make_zip(a);
    made_entry e = deflated("a");
    cj_str bytes;
    size_t n;

    add_entry(&z, &e);
    add_part(&z, "b", "text");
    bytes = zip_made(&z);
    for (n = 0; n < bytes.n; n++) {
        cj_err err = { 0 };
        cj_zip zip;

        cr_expect_eq(open_zip(a, cj_str_cut(bytes, 0, n), &zip, &err), CJ_EFORMAT, "%zu",
                     n);
        cr_expect(err.says.en && err.says.ja);
    }
    cj_arena_free(a);
}

Test(zip, an_archive_without_members_opens)
{
    cj_arena *a = cj_arena_new(0);
    made_zip z = make_zip(a);
    cj_zip zip;

    cr_assert_eq(open_zip(a, zip_made(&z), &zip, NULL), CJ_OK);
    cr_expect_eq(zip.n_entries, 0);
    cr_expect_null(cj_zip_find(&zip, CJ_STR("a")));
    cj_arena_free(a);
}

Test(zip, keeps_the_limits)
{
    cj_arena *a = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    made_zip z = make_zip(a);
    made_entry e = deflated("a");
    cj_source source;
    cj_str text;
    cj_zip zip;
    cj_err err;

    add_entry(&z, &e);
    e.name = "b";
    add_entry(&z, &e);
    cj_source_of_bytes(&source, zip_made(&z), CJ_STR("test"));
    limits.inflated_bytes = PLAIN_SIZE + PLAIN_SIZE / 2;
    cr_assert_eq(cj_zip_open(a, &source, &limits, &zip, &err), CJ_OK);
    cr_expect_eq(read_entry(a, &zip, "a", 64, &text, &err), CJ_OK);
    cr_expect_eq(read_entry(a, &zip, "b", 64, &text, &err), CJ_ELIMIT, "the sum counts");
    limits.entries = 1;
    cr_expect_eq(cj_zip_open(a, &source, &limits, &zip, &err), CJ_ELIMIT);
    cj_arena_free(a);
}

/* Opening alone tells: nothing of it is inflated. */
Test(zip, refuses_to_inflate_much_from_little)
{
    static const struct {
        uint64_t size, each;
        unsigned members;
        cj_rc last;
    } cases[] = {
        { 32u << 20, 1u << 20, 2, CJ_OK },     /* 64 MiB from anything */
        { 33u << 20, 1u << 16, 2, CJ_ELIMIT }, /* more, 528-fold */
        { 1u << 20, 1u << 10, 65, CJ_ELIMIT }, /* little by little */
        { 33u << 20, 1u << 19, 2, CJ_OK },     /* more, but only 66-fold */
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        cj_arena *a = cj_arena_new(0);
        made_zip z = make_zip(a);
        made_entry e = { .name = "a", .size = cases[i].size, .method = 8, .crc = 1 };
        unsigned k;
        cj_zip zip;
        cj_rc rc = CJ_OK;

        e.content.p = CJ_NEW_N(a, char, cases[i].each);
        e.content.n = cases[i].each;
        for (k = 0; k < cases[i].members; k++)
            add_entry(&z, &e);
        cr_assert_eq(open_zip(a, zip_made(&z), &zip, NULL), CJ_OK);
        for (k = 0; k < cases[i].members; k++) {
            cj_zip_stream s;

            cr_expect_eq(rc, CJ_OK, "%zu: %u", i, k);
            rc = cj_zip_stream_open(&zip, &zip.entries[k], &s, NULL);
        }
        cr_expect_eq(rc, cases[i].last, "%zu", i);
        cj_arena_free(a);
    }
}

Test(zip, reads_a_large_file_in_windows)
{
    cj_arena *a = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    char path[] = "/tmp/cj-zip-test-XXXXXX";
    int fd = mkstemp(path);
    size_t big = 3 * CJ_SOURCE_WHOLE, i;
    char *p = cj_alloc_text(a, big);
    made_zip z = make_zip(a);
    made_entry e = { .name = "big", .content = { p, big } }, small = deflated("small");
    cj_source source;
    cj_str bytes, text;
    cj_zip zip;

    for (i = 0; i < big; i++)
        p[i] = (char)(i * 31 >> 3);
    add_entry(&z, &e);
    add_entry(&z, &small);
    bytes = zip_made(&z);
    cr_assert_eq(write(fd, bytes.p, bytes.n), (ssize_t)bytes.n);
    close(fd);
    cr_assert_eq(cj_source_open(a, path, &limits, &source, NULL), CJ_OK);
    cr_assert_eq(cj_zip_open(a, &source, &limits, &zip, NULL), CJ_OK);
    cr_assert_eq(read_entry(a, &zip, "small", 100, &text, NULL), CJ_OK);
    cr_expect_eq(text.n, PLAIN_SIZE);
    cr_assert_eq(read_entry(a, &zip, "big", 65536, &text, NULL), CJ_OK);
    cr_expect(cj_str_eq(text, e.content));
    cj_source_close(&source);
    unlink(path);
    cj_arena_free(a);
}
