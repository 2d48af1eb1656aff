/* maps.c - reads the maps of files; of two large ones that follow each other the second in a process of its
 * own. */
#include "aside.h"
#include "tool.h"
#include <sys/stat.h>

/* What reading needs, and what it yields. */
typedef struct asked {
    const char *path;
    cj_read_options read;
    cj_map_options map;
} asked;

typedef struct got {
    cj_rc rc;
    cj_err err;
    cj_read_maps read;
} got;

static cj_rc ask(cj_run *run, const char *path, asked *a, cj_err *err)
{
    cj_rc rc = cj_settle(run, path, &run->map.config, err);

    *a = (asked){ path, run->read, run->map };
    return rc;
}

static void work(cj_arena *arena, const void *what, void *result)
{
    const asked *a = what;
    got *g = result;

    g->rc = cj_book_read(arena, a->path, &a->read, &g->read.book, &g->err);
    if (g->rc == CJ_OK)
        g->rc = cj_maps_find(arena, g->read.book, &a->map, &g->read.maps, &g->err);
}

static cj_rc take(const cj_run *run, const char *path, const got *g, cj_read_maps *out,
                  cj_err *err)
{
    if (g->rc != CJ_OK) {
        *err = g->err;
        return g->rc;
    }
    *out = g->read;
    cj_warn_book(run, out->book, path, run->lang ? run->lang : out->maps.map[0].lang);
    return CJ_OK;
}

cj_rc cj_maps_read(cj_run *run, const char *path, cj_read_maps *out, cj_err *err)
{
    asked a;
    got g = { .rc = CJ_OK };
    cj_rc rc = ask(run, path, &a, err);

    if (rc != CJ_OK)
        return rc;
    work(run->arena, &a, &g);
    return take(run, path, &g, out, err);
}

/* ---- several ------------------------------------------------------------------------------------ */

#define LARGE (512 * 1024) /* bytes from which on a process of its own pays */

static bool large(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= LARGE;
}

/* What the configurations say holds in the order of the files. */
static bool begin(cj_run *run, const char *const *path, cj_aside *aside)
{
    asked a;
    cj_err later;

    return large(path[0]) && large(path[1]) && ask(run, path[0], &a, &later) == CJ_OK &&
           ask(run, path[1], &a, &later) == CJ_OK &&
           cj_aside_start(aside, work, &a, sizeof(got));
}

static cj_rc name_file(const char *path, cj_err *err)
{
    if (!err->at.file.n || cj_str_eq(err->at.file, CJ_STR("-")))
        err->at.file = cj_file_name(path);
    return err->rc;
}

/* path[0], and path[1] where that was begun. */
static cj_rc read_two(cj_run *run, const char *const *path, cj_read_maps *out,
                      cj_aside *aside, cj_err *err)
{
    got *g;

    if (cj_maps_read(run, path[0], &out[0], err) != CJ_OK) {
        if (aside)
            cj_aside_drop(aside);
        return name_file(path[0], err);
    }
    if (!aside)
        return CJ_OK;
    g = cj_aside_end(aside, run->arena);
    if ((g ? take(run, path[1], g, &out[1], err)
           : cj_maps_read(run, path[1], &out[1], err)) != CJ_OK)
        return name_file(path[1], err);
    return CJ_OK;
}

cj_rc cj_maps_read_all(cj_run *run, const char *const *path, size_t n, cj_read_maps *out,
                       cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    for (i = 0; i < n && rc == CJ_OK;) {
        cj_aside aside;
        bool two = i + 1 < n && begin(run, path + i, &aside);

        rc = read_two(run, path + i, out + i, two ? &aside : NULL, err);
        i += two ? 2 : 1;
    }
    return rc;
}
