/* files_test.c - which files a command line names. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Test(files, names_of_maps)
{
    static const struct {
        const char *name;
        bool want;
    } cases[] = {
        { "map.xlsx", true },   { "MAP.XLSM", true },
        { "a.b.csv", true },    { "x.tsv", true },
        { "old.xls", true },    { "~$map.xlsx", false },
        { ".map.xlsx", false }, { ".~lock.map.xlsx#", false },
        { "map.xlsb", false },  { "map", false },
        { "csv", false },       { "map.csv.bak", false },
        { "地図.xlsx", true },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(cj_may_be_map(cases[i].name), cases[i].want, "%s", cases[i].name);
}

static void touch(const char *path)
{
    FILE *f = fopen(path, "w");

    cr_assert_not_null(f, "%s", path);
    fclose(f);
}

Test(files, a_folder_is_walked_in_order)
{
    static const cj_tool tool = { .name = "tool" };
    static const char *const want[] = { "named.txt", "d/B.csv", "d/a.xlsx", "d/sub/c.tsv" };
    const char *given[] = { "named.txt", "d" };
    char home[] = "/tmp/cj-files-XXXXXX";
    cj_run run = { .tool = &tool, .arena = cj_arena_new(0), .file = given, .n_files = 2 };
    size_t i;

    cr_assert_not_null(mkdtemp(home));
    cr_assert_eq(chdir(home), 0);
    mkdir("d", 0700);
    mkdir("d/sub", 0700);
    mkdir("d/.git", 0700);
    mkdir("d/dir.csv", 0700);
    touch("d/a.xlsx");
    touch("d/B.csv");
    touch("d/~$a.xlsx");
    touch("d/.~lock.a.xlsx#");
    touch("d/readme.md");
    touch("d/sub/c.tsv");
    touch("d/.git/x.csv");
    cr_expect_eq(symlink("..", "d/sub/up"), 0);
    cj_expand_files(&run);
    cr_assert_eq(run.n_files, 4, "%zu", run.n_files);
    for (i = 0; i < run.n_files; i++)
        cr_expect_str_eq(run.file[i], want[i]);
    for (i = 0; i < run.n_files; i++)
        cr_expect_eq(run.folder[i], i ? given[1] : NULL, "the folder of %s", run.file[i]);
    cr_expect(!run.failed);
    cr_assert_eq(chdir("/"), 0);
    cr_assert_eq(system(cj_str_z(run.arena, cj_str_fmt(run.arena, "rm -rf %s", home))), 0);
    cj_arena_free(run.arena);
}
