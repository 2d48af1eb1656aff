/* git_lines.c - which files git is to show through cjdiff: workbooks, and the CSV files that hold a map. */
#include "git.h"
#include <stdlib.h>
#include <sys/stat.h>

/* Of the files named by `patterns`, and of the CSV files of the repository that hold a map. */
static const char *const patterns[] = { "*.xlsx", "*.xlsm", "*.xls" };
static const char attributes[] = "diff=cjdiff";

static bool names_csv(cj_str path)
{
    static const cj_str ends[] = { CJ_LIT(".csv"), CJ_LIT(".tsv"), CJ_LIT(".CSV"),
                                   CJ_LIT(".TSV") };
    size_t i;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cj_str_ends(path, ends[i]))
            return true;
    return false;
}

/* A file that cannot be read, or is gone, holds none; settings that cannot be read do not count. */
static bool holds_map(const cj_git_place *p, cj_str path)
{
    cj_arena *whole = p->run->arena, *arena = cj_arena_new(0);
    const char *file =
        cj_str_z(whole, cj_str_fmt(whole, "%s/" CJ_FMT, p->root, CJ_ARG(path)));
    cj_map_options how = p->run->map;
    struct stat st;
    cj_book *book;
    cj_maps maps;
    cj_err err;
    bool found;

    if (cj_settle(p->run, p->root, &how.config, &err) != CJ_OK)
        how.config = NULL;
    found = stat(file, &st) == 0 && S_ISREG(st.st_mode) &&
            cj_book_read(arena, file, &p->run->read, &book, &err) == CJ_OK &&
            cj_maps_find(arena, book, &how, &maps, &err) == CJ_OK;
    cj_arena_free(arena);
    return found;
}

static int by_bytes(const void *a, const void *b)
{
    const cj_str *x = a, *y = b;
    int order = memcmp(x->p, y->p, x->n < y->n ? x->n : y->n);

    return order ? order : (x->n > y->n) - (x->n < y->n);
}

static void add_line(const cj_git_place *p, cj_git_lines *to, cj_str pattern)
{
    CJ_ROOM(p->run->arena, to->line, to->n, to->cap);
    to->line[to->n++] =
        cj_str_fmt(p->run->arena, CJ_FMT " %s", CJ_ARG(pattern), attributes);
}

/* Not every CSV of a repository is a map: those that are, of the files that git knows. */
static cj_rc add_maps(const cj_git_place *p, cj_git_lines *to, cj_err *err)
{
    static const char *const list[] = { "ls-files", "-z", NULL };
    size_t first = to->n;
    cj_git_said said;
    cj_str rest, path;
    cj_rc rc = cj_git_run(p->run->arena, p->root, list, &said, err);

    if (rc != CJ_OK || said.status != 0 || !said.out.n)
        return rc;
    for (rest = said.out; cj_str_split(&rest, '\0', &path);)
        if (names_csv(path) && holds_map(p, path))
            add_line(p, to, cj_git_pattern(p->run->arena, path));
    if (to->n > first)
        qsort(to->line + first, to->n - first, sizeof *to->line, by_bytes);
    return CJ_OK;
}

cj_rc cj_git_find_lines(const cj_git_place *p, cj_git_lines *out, cj_err *err)
{
    size_t i;

    memset(out, 0, sizeof *out);
    for (i = 0; i < sizeof patterns / sizeof *patterns; i++)
        add_line(p, out, cj_str_of(patterns[i]));
    return p->root ? add_maps(p, out, err) : CJ_OK;
}
