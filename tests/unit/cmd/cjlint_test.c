/* cjlint_test.c - a run over many files needs no more memory than one over a single file. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#define MB ((rlim_t)1 << 20)

static void quiet(void)
{
    int null = open("/dev/null", O_WRONLY);

    dup2(null, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
}

/* Lints `path` with that much memory for data; its exit status, or -1. */
static int status_within(rlim_t bytes, const char *tool, const char *format,
                         const char *path)
{
    struct rlimit limit = { bytes, bytes };
    int status = -1;
    pid_t child = fork();

    if (child == 0) {
        quiet();
        setrlimit(RLIMIT_DATA, &limit);
        execl(tool, "cjlint", "-f", format, "--fail-on", "never", path, (char *)NULL);
        _exit(127);
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void link_copies(const char *map, unsigned n)
{
    char name[32];
    unsigned i;

    for (i = 0; i < n; i++) {
        snprintf(name, sizeof name, "d/map%03u.csv", i);
        cr_assert_eq(symlink(map, name), 0, "%s", name);
    }
}

static void same_memory(const char *tool, const char *map, const char *format)
{
    rlim_t least = MB;

    while (least < 64 * MB && status_within(least, tool, format, map) != 0)
        least += MB;
    cr_assert(least < 64 * MB, "a single map: %s", map);
    cr_expect_eq(status_within(least + 3 * MB, tool, format, "d"), 0,
                 "300 maps as %s in %u MB", format, (unsigned)(least / MB) + 3);
}

Test(cjlint, memory_is_of_one_file)
{
#ifdef SANITIZED
    cr_skip_test("a sanitizer has memory of its own");
#else
    const char *bin = getenv("CJ_BIN");
    char tool[4096], *map = realpath("tests/data/samples/01_seed_sample.csv", NULL);
    char home[] = "/tmp/cj-lint-XXXXXX", *at = realpath(bin ? bin : "build/bin", NULL);

    cr_assert_not_null(map);
    cr_assert_not_null(at, "the tools are not built");
    snprintf(tool, sizeof tool, "%s/cjlint", at);
    cr_assert_not_null(mkdtemp(home));
    cr_assert_eq(chdir(home), 0);
    cr_assert_eq(system("mkdir d"), 0);
    link_copies(map, 300);
    same_memory(tool, map, "text");
    same_memory(tool, map, "json");
    cr_expect_eq(system("rm -rf d"), 0);
    cr_expect_eq(chdir("/"), 0);
    rmdir(home);
    free(map);
    free(at);
#endif
}
