/* leftover_test.c - nothing is lost: every cell of every test file is claimed once or left over. */
#include <cj/map.h>
#include <cj/read.h>
#include <criterion/criterion.h>
#include "base/utf8.h"
#include <dirent.h>
#include <stdio.h>
#include <string.h>

static bool owned(const cj_map *m, const cj_book_cell *c, unsigned sheet)
{
    if (sheet != m->sheet)
        return true;
    return c->row >= m->range.row1 && c->row <= m->range.row2 && c->col >= m->range.col1 &&
           c->col <= m->range.col2;
}

static bool says(cj_arena *arena, const cj_book *book, const cj_book_cell *c)
{
    return c->value != CJ_V_EMPTY && cj_utf8_trim(cj_book_cell_text(arena, book, c)).n > 0;
}

static unsigned times(const cj_leaf *list, size_t n, const cj_book_cell *c, unsigned sheet)
{
    unsigned hits = 0;
    size_t i;

    for (i = 0; i < n; i++)
        hits += list[i].at.sheet == sheet && list[i].at.row == c->row &&
                list[i].at.col == c->col;
    return hits;
}

static bool touches(const cj_map *m, unsigned sheet)
{
    size_t i;

    for (i = 0; i < m->n_leaves; i++)
        if (m->leaves[i].at.sheet == sheet)
            return true;
    return sheet == m->sheet;
}

static unsigned said_by(cj_arena *arena, const cj_map *m, const cj_book_cell *c,
                        unsigned sheet)
{
    unsigned hits = times(m->leaves, m->n_leaves, c, sheet);
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;

    while (cj_left_next(arena, m, &left, &leaf))
        hits += times(&leaf, 1, c, sheet);
    return hits;
}

/* Of a list of several personas each map has its own rows: together they have all of them. */
static void check_maps(cj_arena *arena, const cj_maps *maps, const cj_map *m,
                       const char *path)
{
    unsigned s, hits, others;
    size_t i, k;

    for (s = 0; s < m->book->n_sheets; s++)
        for (i = 0; touches(m, s) && i < m->book->sheets[s].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&m->book->sheets[s], i);

            if (!owned(m, c, s) || !says(arena, m->book, c))
                continue;
            hits = others = said_by(arena, m, c, s);
            for (k = 0; k < maps->n && !others; k++)
                others = said_by(arena, &maps->map[k], c, s);
            cr_expect(hits <= 1 && others, "%s, sheet %u, row %u, column %u: %u times",
                      path, s, c->row, c->col, hits);
        }
}

/* How many maps the file holds. */
static size_t check_file(const char *path)
{
    cj_read_options options = cj_read_options_default();
    cj_arena *arena = cj_arena_new(0);
    cj_maps maps = { NULL, 0, 0 };
    cj_book *book;
    size_t i, n;

    if (cj_book_read(arena, path, &options, &book, NULL) == CJ_OK &&
        cj_maps_find(arena, book, NULL, &maps, NULL) == CJ_OK)
        for (i = 0; i < maps.n; i++)
            check_maps(arena, &maps, &maps.map[i], path);
    n = maps.n;
    cj_arena_free(arena);
    return n;
}

static size_t check_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    char path[600];
    size_t n = 0;

    cr_assert(dir != NULL, "%s", folder);
    while ((entry = readdir(dir)) != NULL)
        if (strstr(entry->d_name, ".csv") || strstr(entry->d_name, ".xls")) {
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
            n += check_file(path);
        }
    closedir(dir);
    return n;
}

Test(leftover, every_test_file, .timeout = 60)
{
    static const char *const folders[] = { "tests/data/samples", "tests/data/maps",
                                           "tests/data/layouts", "tests/data/demo",
                                           "tests/data/xls" };
    size_t i, n = 0;

    for (i = 0; i < sizeof folders / sizeof *folders; i++)
        n += check_folder(folders[i]);
    cr_expect_gt(n, 60u, "%zu maps", n);
}
