/* config.c - finding the configuration of a file, and asking it. */
#include "config/join.h"
#include "base/buf.h"
#include <sys/stat.h>

enum { HIGHEST = 64 }; /* folders above each other */

bool cj_config_threshold(const cj_config *config, const char *name, double *out)
{
    size_t i;

    for (i = 0; i < config->n_thresholds; i++)
        if (cj_str_eq(config->thresholds[i].name, cj_str_of(name))) {
            *out = config->thresholds[i].value;
            return true;
        }
    return false;
}

/* ---- folders, as the user wrote them: what is said of a file can be found again ------------------ */

static cj_str without_last(cj_str path)
{
    while (path.n && path.p[path.n - 1] != '/')
        path.n--;
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    return path;
}

cj_str cj_config_folder(cj_arena *arena, const char *path)
{
    struct stat st;
    cj_str whole = cj_str_copy(arena, cj_str_of(path)), folder;

    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
        while (whole.n > 1 && whole.p[whole.n - 1] == '/')
            whole.n--;
        return cj_str_eq(whole, CJ_STR(".")) ? CJ_STR("") : whole;
    }
    folder = without_last(whole);
    return cj_str_eq(folder, CJ_STR(".")) ? CJ_STR("") : folder;
}

/* The folder above; "" is the working directory. */
static cj_str above(cj_arena *arena, cj_str folder)
{
    cj_str last = cj_str_from(folder, without_last(folder).n);

    if (cj_str_starts(last, CJ_STR("/")))
        last = cj_str_from(last, 1);
    if (!folder.n || cj_str_eq(last, CJ_STR("..")) || cj_str_eq(last, CJ_STR(".")))
        return cj_str_fmt(arena, CJ_FMT "%s..", CJ_ARG(folder), folder.n ? "/" : "");
    return without_last(folder);
}

static const char *within(cj_arena *arena, cj_str folder, const char *name)
{
    bool slash = folder.n && !cj_str_ends(folder, CJ_STR("/"));

    return cj_str_z(
        arena, cj_str_fmt(arena, CJ_FMT "%s%s", CJ_ARG(folder), slash ? "/" : "", name));
}

static bool same_folder(cj_arena *arena, cj_str a, cj_str b)
{
    struct stat x, y;

    return stat(within(arena, a, "."), &x) == 0 && stat(within(arena, b, "."), &y) == 0 &&
           x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static bool is_there(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0;
}

static bool is_file(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static cj_str start(cj_arena *arena, const char *path)
{
    return cj_str_eq(cj_str_of(path), CJ_STR("-")) ? CJ_STR("")
                                                   : cj_config_folder(arena, path);
}

cj_rc cj_config_search(cj_arena *arena, const char *path, cj_config *config, cj_err *err)
{
    cj_str folder = start(arena, path);
    cj_rc rc = CJ_OK;
    unsigned n;

    for (n = 0; n < HIGHEST; n++) {
        const char *file = within(arena, folder, CJ_CONFIG_NAME);
        bool root = false;
        cj_str up;

        if (is_file(file))
            rc = cj_config_join(arena, file, config, &root, err);
        if (rc != CJ_OK || root || is_there(within(arena, folder, ".git")))
            break;
        up = above(arena, folder);
        if (same_folder(arena, folder, up))
            break;
        folder = up;
    }
    return rc;
}
