/* save_test.c - which files may be replaced, how they look afterwards, and what is said if not. */
#include "common/tool.h"
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const cj_tool tool = { .name = "tool" };

typedef struct home {
    cj_run run;
    char path[32];
} home;

/* A folder of its own with the input "in.csv", in which the process stands. */
static void enter(home *h)
{
    static const char *in[] = { "in.csv" };

    memset(h, 0, sizeof *h);
    h->run = (cj_run){ .tool = &tool, .arena = cj_arena_new(0), .file = in, .n_files = 1 };
    strcpy(h->path, "/tmp/cj-save-XXXXXX");
    cr_assert_not_null(mkdtemp(h->path));
    cr_assert_eq(chdir(h->path), 0);
    umask(022);
}

static void leave(home *h)
{
    cr_assert_eq(chdir("/"), 0);
    cr_assert_eq(
        system(cj_str_z(h->run.arena, cj_str_fmt(h->run.arena, "rm -rf %s", h->path))), 0);
    cj_arena_free(h->run.arena);
}

static void put(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");

    cr_assert_not_null(f, "%s", path);
    fputs(text, f);
    fclose(f);
}

static bool holds(const char *path, const char *text)
{
    char got[256] = "";
    FILE *f = fopen(path, "r");

    if (!f)
        return false;
    got[fread(got, 1, sizeof got - 1, f)] = 0;
    fclose(f);
    return strcmp(got, text) == 0;
}

/* How many names the folder has. */
static int names(home *h, const char *folder)
{
    cj_str line = cj_str_fmt(h->run.arena, "test $(ls -A '%s' | wc -l) -eq ", folder);
    int n;

    for (n = 0; n < 20; n++)
        if (system(cj_str_z(h->run.arena,
                            cj_str_fmt(h->run.arena, CJ_FMT "%d", CJ_ARG(line), n))) == 0)
            return n;
    return -1;
}

static cj_rc save(home *h, const char *path, const char *text, const char *how, cj_err *err)
{
    cj_saving s = { strstr(how, "force") != NULL, strstr(how, "in-place") != NULL,
                    strstr(how, "backup") != NULL };

    memset(err, 0, sizeof *err);
    return cj_save(&h->run, path, cj_str_of(text), &s, err);
}

/* The shell makes the scene; `left` is what the folder has afterwards, besides in.csv. */
Test(save, what_may_be_replaced)
{
    static const struct {
        const char *scene, *path, *how;
        cj_rc rc;
        const char *says; /* a word of the sentence */
        int left;
    } cases[] = {
        { "", "out", "", CJ_OK, "", 1 },
        { "", "./out", "", CJ_OK, "", 1 },
        { "echo old >out", "out", "", CJ_EUSAGE, "--force", 1 },
        { "echo old >out", "out", "force", CJ_OK, "", 1 },
        { "echo old >out", "out", "in-place", CJ_OK, "", 1 },
        { "echo old >out", "out", "in-place backup", CJ_OK, "", 2 },
        { "", "out", "in-place backup", CJ_OK, "", 1 },
        { "echo old >out", "out", "force backup", CJ_OK, "", 1 },
        { "", "in.csv", "", CJ_EUSAGE, "--in-place", 0 },
        { "", "in.csv", "force", CJ_EUSAGE, "--in-place", 0 },
        { "ln -s in.csv out", "out", "force", CJ_EUSAGE, "--in-place", 1 },
        { "ln in.csv out", "out", "force", CJ_EUSAGE, "--in-place", 1 },
        { "mkdir d; ln -s ../in.csv d/out", "d/out", "force", CJ_EUSAGE, "--in-place", 1 },
        { "mkdir out", "out", "force", CJ_EUSAGE, "folder", 1 },
        { "mkdir out", "out/", "", CJ_EUSAGE, "folder", 1 },
        { "mkfifo out", "out", "force", CJ_EUSAGE, "-o -", 1 },
        { "", "/dev/null", "force", CJ_EUSAGE, "-o -", 0 },
        { "", "none/out", "", CJ_EIO, "there is no folder {0}", 0 },
        { "", "out/", "", CJ_EIO, "there is no folder {0}", 0 },
        { "", "in.csv/out", "", CJ_EIO, "there is no folder {0}", 0 },
        { "ln -s out out", "out", "force", CJ_EUSAGE, "back to itself", 1 },
        { "ln -s b a; ln -s a b", "a", "", CJ_EUSAGE, "back to itself", 2 },
        { "", "", "", CJ_EUSAGE, "empty", 0 },
        { "echo old >out; mkdir out.bak", "out", "in-place backup", CJ_EIO, "--no-backup",
          2 },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        home h;
        cj_err err;
        cj_rc rc;

        enter(&h);
        put("in.csv", "input");
        cr_assert_eq(
            system(cj_str_z(h.run.arena, cj_str_fmt(h.run.arena, ":; %s", cases[i].scene))),
            0);
        rc = save(&h, cases[i].path, "new", cases[i].how, &err);
        cr_expect_eq(rc, cases[i].rc, "%zu %s: %d", i, cases[i].scene, rc);
        if (rc == CJ_OK)
            cr_expect(holds(cases[i].path, "new"), "%zu", i);
        else
            cr_expect(strstr(err.says.en, cases[i].says) && *err.says.ja, "%zu: %s", i,
                      err.says.en);
        cr_expect(holds("in.csv", "input"), "%zu", i);
        cr_expect_eq(names(&h, "."), cases[i].left + 1, "%zu %s: %d names", i,
                     cases[i].scene, names(&h, "."));
        leave(&h);
    }
}

Test(save, links_stay_and_what_they_lead_to_is_replaced)
{
    static const struct {
        const char *scene, *real;
    } cases[] = {
        { "echo old >real; ln -s real out", "real" },
        { "ln -s real out", "real" },
        { "mkdir d; echo old >d/real; ln -s d/real out", "d/real" },
        { "mkdir d; ln -s d/real out", "d/real" },
        { "mkdir d; ln -s ../real d/two; ln -s d/two out; echo old >real", "real" },
        { "mkdir d; ln -s d e; ln -s \"$PWD/e/real\" out", "d/real" },
    };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stat st;
        home h;
        cj_err err;

        enter(&h);
        cr_assert_eq(system(cases[i].scene), 0);
        cr_expect_eq(save(&h, "out", "new", "force", &err), CJ_OK, "%zu: %s", i,
                     err.says.en);
        cr_expect(holds(cases[i].real, "new"), "%zu", i);
        cr_expect(lstat("out", &st) == 0 && S_ISLNK(st.st_mode), "%zu: the link", i);
        cr_expect(lstat(cases[i].real, &st) == 0 && S_ISREG(st.st_mode), "%zu: the file",
                  i);
        leave(&h);
    }
}

Test(save, permissions)
{
    static const struct {
        mode_t mask, before, after; /* before 0: a new file */
    } cases[] = { { 022, 0, 0644 },    { 077, 0, 0600 },    { 0, 0, 0666 },
                  { 022, 0600, 0600 }, { 022, 0666, 0666 }, { 077, 0640, 0640 } };
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct stat st;
        home h;
        cj_err err;

        enter(&h);
        if (cases[i].before) {
            put("out", "old");
            chmod("out", cases[i].before);
        }
        umask(cases[i].mask);
        cr_expect_eq(save(&h, "out", "new", "in-place backup", &err), CJ_OK);
        cr_expect_eq(stat("out", &st), 0);
        cr_expect_eq(st.st_mode & 07777, cases[i].after, "%zu: %o", i, st.st_mode);
        if (cases[i].before) {
            cr_expect_eq(stat("out.bak", &st), 0);
            cr_expect_eq(st.st_mode & 07777, cases[i].after, "%zu: %o", i, st.st_mode);
        }
        leave(&h);
    }
}

Test(save, the_owner_is_kept_where_we_may)
{
    struct stat st;
    home h;
    cj_err err;

    if (geteuid() != 0)
        cr_skip("only root may give files away");
    enter(&h);
    put("out", "old");
    cr_assert_eq(chown("out", 65534, 65534), 0);
    cr_expect_eq(save(&h, "out", "new", "in-place backup", &err), CJ_OK);
    cr_expect(stat("out", &st) == 0 && st.st_uid == 65534 && st.st_gid == 65534);
    cr_expect(stat("out.bak", &st) == 0 && st.st_uid == 65534 && st.st_gid == 65534);
    leave(&h);
}

Test(save, the_old_version_is_kept)
{
    struct stat st;
    home h;
    cj_err err;

    enter(&h);
    put("out", "first");
    put("out.bak", "of last year, and longer");
    cr_expect_eq(save(&h, "out", "second", "in-place backup", &err), CJ_OK);
    cr_expect(holds("out", "second") && holds("out.bak", "first"));
    cr_expect_eq(save(&h, "out", "third", "in-place backup", &err), CJ_OK);
    cr_expect(holds("out", "third") && holds("out.bak", "second"));
    cr_expect_eq(save(&h, "out", "", "in-place", &err), CJ_OK);
    cr_expect(holds("out", "") && holds("out.bak", "second"));
    cr_expect(stat("out", &st) == 0 && st.st_nlink == 1);
    cr_expect_eq(names(&h, "."), 2);
    leave(&h);
}

Test(save, names_as_long_as_they_can_be)
{
    char name[260];
    home h;
    cj_err err;

    enter(&h);
    memset(name, 'a', sizeof name);
    name[255] = 0;
    cr_expect_eq(save(&h, name, "new", "", &err), CJ_OK, "%s", err.says.en);
    cr_expect_eq(save(&h, name, "newer", "in-place", &err), CJ_OK, "%s", err.says.en);
    cr_expect_eq(save(&h, name, "newest", "in-place backup", &err), CJ_EIO);
    cr_expect(strstr(err.says.en, "--no-backup"), "%s", err.says.en);
    cr_expect(holds(name, "newer"));
    name[255] = 'a';
    name[256] = 0;
    cr_expect_eq(save(&h, name, "new", "", &err), CJ_EIO);
    cr_expect(strstr(err.says.en, "too long"), "%s", err.says.en);
    cr_expect_eq(names(&h, "."), 1);
    leave(&h);
}

Test(save, more_than_the_system_lets_us_write)
{
    struct rlimit small = { 4096, RLIM_INFINITY }, before;
    home h;
    cj_err err;
    char *text;

    enter(&h);
    put("out", "old");
    text = cj_alloc_text(h.run.arena, 10001);
    memset(text, 'n', 10000);
    text[10000] = 0;
    getrlimit(RLIMIT_FSIZE, &before);
    setrlimit(RLIMIT_FSIZE, &small);
    cr_expect_eq(save(&h, "out", text, "in-place", &err), CJ_EIO);
    setrlimit(RLIMIT_FSIZE, &before);
    cr_expect(strstr(err.says.en, "larger"), "%s", err.says.en);
    cr_expect(holds("out", "old"));
    cr_expect_eq(names(&h, "."), 1);
    leave(&h);
}

/* Root may write everywhere, so somebody else tries. */
Test(save, what_others_protect)
{
    home h;
    cj_err err;
    int status;
    pid_t pid;

    if (geteuid() != 0)
        cr_skip("needs two users");
    enter(&h);
    put("out", "old");
    chmod(".", 0755);
    pid = fork();
    if (pid == 0) {
        bool good = setgid(65534) == 0 && setuid(65534) == 0;

        good = good && save(&h, "out", "new", "in-place", &err) == CJ_EIO &&
               strstr(err.says.en, "write-protected");
        good = good && save(&h, "other", "new", "", &err) == CJ_EIO &&
               strstr(err.says.en, "you have no permission to write to the folder") &&
               cj_str_eq(err.arg[0], CJ_STR("."));
        _exit(!good);
    }
    cr_assert_eq(waitpid(pid, &status, 0), pid);
    cr_expect_eq(status, 0);
    cr_expect(holds("out", "old"));
    cr_expect_eq(names(&h, "."), 1);
    leave(&h);
}

Test(save, no_process_stays)
{
    home h;
    cj_err err;

    enter(&h);
    cr_expect_eq(save(&h, "out", "new", "", &err), CJ_OK);
    cr_expect_eq(waitpid(-1, NULL, WNOHANG), -1);
    cr_expect_eq(errno, ECHILD);
    leave(&h);
}
