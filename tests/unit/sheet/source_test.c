/* source_test.c - files, folders, pipes; what is missing, too large, or open elsewhere. */
#include "sheet/source.h"
#include <cj/read.h>
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/cj-source-XXXXXX";

static void make_folder(void)
{
    cr_assert(mkdtemp(folder) != NULL);
}

static void remove_folder(void)
{
    char command[sizeof folder + 16];

    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(source, .init = make_folder, .fini = remove_folder);

static const char *written(cj_arena *a, const char *name, const char *bytes, size_t n)
{
    const char *path = cj_str_z(a, cj_str_fmt(a, "%s/%s", folder, name));
    FILE *f = fopen(path, "wb");

    cr_assert(f != NULL);
    cr_assert_eq(fwrite(bytes, 1, n, f), n);
    fclose(f);
    return path;
}

static int open_descriptors(void)
{
    int fd, n = 0;

    for (fd = 0; fd < 256; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    return n;
}

Test(source, small_files_are_held_and_large_ones_are_not)
{
    cj_arena *a = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    size_t n = (size_t)CJ_SOURCE_WHOLE + 1;
    char *big = cj_alloc(a, n);
    const char *small = written(a, "small", "abc", 3), *large;
    int before = open_descriptors();
    cj_str head, all;
    cj_source s;
    char three[3];

    cr_assert_eq(cj_source_open(a, small, &limits, &s, NULL), CJ_OK);
    cr_expect_lt(s.fd, 0);
    cr_expect(cj_str_eq(s.bytes, CJ_STR("abc")));
    cr_expect_eq(cj_source_read(&s, 1, three, 3, NULL), CJ_EFORMAT);
    cj_source_close(&s);

    big[n - 1] = 'z';
    large = written(a, "large", big, n);
    cr_assert_eq(cj_source_open(a, large, &limits, &s, NULL), CJ_OK);
    cr_expect_geq(s.fd, 0);
    cr_expect_eq(cj_source_read(&s, n - 1, three, 1, NULL), CJ_OK);
    cr_expect_eq(three[0], 'z');
    cr_expect_eq(cj_source_read(&s, n, three, 1, NULL), CJ_EFORMAT);
    cr_expect_eq(cj_source_head(a, &s, 10, &head, NULL), CJ_OK);
    cr_expect_eq(head.n, 10);
    cr_expect_eq(cj_source_all(a, &s, &all, NULL), CJ_OK);
    cr_expect_eq(all.n, n);
    cr_expect_eq(truncate(large, 100), 0);
    cr_expect_eq(cj_source_read(&s, 50, three, 3, NULL), CJ_OK);
    cr_expect_eq(cj_source_read(&s, 200, three, 3, NULL), CJ_EFORMAT,
                 "truncated while open");
    cj_source_close(&s);
    cr_expect_eq(open_descriptors(), before);
    cj_arena_free(a);
}

Test(source, what_cannot_be_opened)
{
    cj_arena *a = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    const char *small = written(a, "small", "abc", 3);
    const char *inside = cj_str_z(a, cj_str_fmt(a, "%s/x", small));
    int before = open_descriptors();
    cj_source s;
    cj_err err;

    cr_expect_eq(cj_source_open(a, "/nonexistent/map.xlsx", &limits, &s, &err), CJ_EIO);
    cr_expect_eq(cj_source_open(a, inside, &limits, &s, &err), CJ_EIO);
    cr_expect_eq(cj_source_open(a, folder, &limits, &s, &err), CJ_EUSAGE);
    limits.file_bytes = 2;
    cr_expect_eq(cj_source_open(a, small, &limits, &s, &err), CJ_ELIMIT);
    cr_expect_eq(open_descriptors(), before, "a descriptor was left open");
    cj_arena_free(a);
}

/* A pipe has no length: it is read to its end, and the limit holds. */
Test(source, a_pipe_is_read_to_its_end)
{
    cj_arena *a = cj_arena_new(0);
    cj_limits limits = cj_limits_default();
    const char *path = cj_str_z(a, cj_str_fmt(a, "%s/pipe", folder));
    int before = open_descriptors(), round;
    cj_source s;

    cr_assert_eq(mkfifo(path, 0600), 0);
    for (round = 0; round < 2; round++) {
        pid_t child = fork();

        if (child == 0) {
            int fd = open(path, O_WRONLY);
            bool sent = write(fd, "導入期", 9) == 9;

            _exit(sent ? 0 : 1);
        }
        limits.file_bytes = round ? 4 : 100;
        cr_expect_eq(cj_source_open(a, path, &limits, &s, NULL), round ? CJ_ELIMIT : CJ_OK);
        if (!round)
            cr_expect(cj_str_eq(s.bytes, CJ_STR("導入期")));
        cj_source_close(&s);
    }
    cr_expect_eq(open_descriptors(), before);
    cj_arena_free(a);
}

Test(source, lock_files_beside_it)
{
    static const struct {
        const char *lock;
        bool locked;
    } cases[] = {
        { "other.xlsx", false },
        { "~$map.xlsx2", false },
        { "~$map.xlsx", true },
        { ".~lock.map.xlsx#", true },
    };
    cj_arena *a = cj_arena_new(0);
    const char *map = written(a, "map.xlsx", "x", 1);
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *lock = written(a, cases[i].lock, "x", 1);

        cr_expect_eq(cj_book_locked(map), cases[i].locked, "%s", cases[i].lock);
        unlink(lock);
    }
    cr_expect(!cj_book_locked("-"));
    cr_expect(!cj_book_locked(""));
    cr_expect(!cj_book_locked("/"));
    cj_arena_free(a);
}
