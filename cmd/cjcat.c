/* cjcat.c - shows what was read of a file and how it was understood. (first shape) */
#include <cj/cj.h>
#include <string.h>

int main(int argc, char **argv)
{
    cj_arena *arena = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    const char *path = argc > 1 ? argv[argc - 1] : "-";
    cj_book *book;
    cj_err err;
    int rc = 0;

    if (cj_book_read(arena, path, &options, &book, &err) != CJ_OK) {
        cj_str line = cj_err_line(arena, &err, CJ_EN);

        fprintf(stderr, "cjcat: " CJ_FMT "\n", CJ_ARG(line));
        rc = 2;
    } else if (argc > 3 && !strcmp(argv[2], "features")) {
        cj_dump_features(book, stdout);
    } else {
        cj_dump_cells(arena, book, stdout);
    }
    cj_arena_free(arena);
    return rc;
}
