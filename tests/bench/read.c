/* read.c - reads the files that are named, or that stand in a folder, and does nothing with them: what
 * linting is measured by. With -m in front their maps are found as well. */
#include <cj/cj.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static void one(cj_arena *arena, const char *path, bool maps)
{
    cj_read_options options = cj_read_options_default();
    cj_book *book;
    cj_maps found;
    cj_err err;

    if (cj_book_read(arena, path, &options, &book, &err) != CJ_OK ||
        (maps && cj_maps_find(arena, book, NULL, &found, &err) != CJ_OK)) {
        fprintf(stderr, "read: %s cannot be read\n", path);
        exit(2);
    }
    cj_arena_reset(arena);
}

static void all(cj_arena *arena, const char *path, bool maps)
{
    DIR *d = opendir(path);
    struct dirent *e;
    char inner[4096];

    if (!d) {
        one(arena, path, maps);
        return;
    }
    while ((e = readdir(d))) {
        if (e->d_name[0] == '.')
            continue;
        snprintf(inner, sizeof inner, "%s/%s", path, e->d_name);
        all(arena, inner, maps);
    }
    closedir(d);
}

int main(int argc, char **argv)
{
    cj_arena *arena = cj_arena_new(0);
    bool maps = argc > 1 && strcmp(argv[1], "-m") == 0;
    int i;

    for (i = 1 + maps; i < argc; i++)
        all(arena, argv[i], maps);
    cj_arena_free(arena);
    return 0;
}
