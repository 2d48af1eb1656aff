/* files.c - the files that a command line names: directories are walked. */
#include "tool.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define DEEPEST 64u /* directories within directories */

typedef struct list {
    const char **file;
    size_t n, cap;
} list;

static void add(cj_arena *arena, list *l, const char *path)
{
    CJ_ROOM(arena, l->file, l->n, l->cap);
    l->file[l->n++] = path;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool cj_may_be_map(const char *name)
{
    static const char *const kinds[] = { ".xlsx", ".xlsm", ".xls", ".csv", ".tsv" };
    const char *dot = strrchr(name, '.');
    size_t i;

    if (!dot || name[0] == '.' || !strncmp(name, "~$", 2))
        return false;
    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcasecmp(dot, kinds[i]))
            return true;
    return false;
}

bool cj_name_ends(cj_str name, const char *ending)
{
    cj_str tail = cj_str_of(ending);

    return name.n >= tail.n && !strncasecmp(name.p + name.n - tail.n, tail.p, tail.n);
}

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A folder below the named one; links are not followed, so that no walk goes round in circles. */
static bool is_real_folder(const char *path)
{
    struct stat st;

    return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void unlisted(cj_run *run, const char *path)
{
    static const cj_text says = { "the folder cannot be listed ({0})",
                                  "フォルダーの中を読めません（{0}）。" };
    cj_err err;

    cj_fail(&err, CJ_EIO, says, cj_str_of(strerror(errno)), cj_str_of(NULL));
    cj_complain(run, path, &err);
}

/* The names in a folder, sorted, without hidden ones. False: it cannot be listed. */
static bool names_in(cj_run *run, const char *path, list *names)
{
    DIR *dir = opendir(path);
    struct dirent *entry;

    if (!dir) {
        unlisted(run, path);
        return false;
    }
    while ((entry = readdir(dir)))
        if (entry->d_name[0] != '.')
            add(run->arena, names, cj_str_z(run->arena, cj_str_of(entry->d_name)));
    closedir(dir);
    if (names->n > 1)
        qsort(names->file, names->n, sizeof *names->file, by_name);
    return true;
}

static void walk(cj_run *run, const char *path, unsigned depth, list *out)
{
    size_t end = strlen(path), i;
    list names = { NULL, 0, 0 };

    if (depth > DEEPEST || !names_in(run, path, &names))
        return;
    for (i = 0; i < names.n; i++) {
        const char *slash = end && path[end - 1] == '/' ? "" : "/";
        cj_str s = cj_str_fmt(run->arena, "%s%s%s", path, slash, names.file[i]);
        const char *full = cj_str_z(run->arena, s);

        if (is_real_folder(full))
            walk(run, full, depth + 1, out);
        else if (cj_may_be_map(names.file[i]) && !is_folder(full))
            add(run->arena, out, full);
    }
}

static void expand(cj_run *run, const char *path, list *out)
{
    static const cj_text nothing = {
        "no journey map in this folder: there is no .xlsx, .xlsm, .xls, .csv or .tsv file "
        "in it",
        "このフォルダーにはジャーニーマップがありません（.xlsx、.xlsm、.xls、.csv、.tsv の"
        "ファイルが見つかりません）。"
    };
    bool failed = run->failed;
    size_t before = out->n;
    cj_err err;

    run->failed = false;
    walk(run, path, 0, out);
    if (out->n == before && !run->failed) {
        cj_fail(&err, CJ_EUSAGE, nothing, cj_str_of(NULL), cj_str_of(NULL));
        cj_complain(run, path, &err);
    }
    run->failed = run->failed || failed;
}

void cj_expand_files(cj_run *run)
{
    list out = { NULL, 0, 0 }, from = { NULL, 0, 0 };
    size_t i;

    for (i = 0; i < run->n_files; i++) {
        const char *folder = is_folder(run->file[i]) ? run->file[i] : NULL;

        if (folder)
            expand(run, folder, &out);
        else
            add(run->arena, &out, run->file[i]);
        while (from.n < out.n)
            add(run->arena, &from, folder);
    }
    run->file = out.file;
    run->folder = from.file;
    run->n_files = out.n;
}
