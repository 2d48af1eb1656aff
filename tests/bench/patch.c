/* patch.c - one cell of a workbook edited, and the new bytes thrown away: patch FILE ROW COL TEXT. */
#include <cj/cj.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static cj_str all_of(cj_arena *arena, const char *path)
{
    FILE *f = fopen(path, "rb");
    struct stat st;
    cj_str s = { NULL, 0 };
    char *p;

    if (!f || fstat(fileno(f), &st) != 0)
        return s;
    p = cj_alloc_text(arena, (size_t)st.st_size + 1);
    s.n = fread(p, 1, (size_t)st.st_size, f);
    s.p = p;
    fclose(f);
    return s;
}

int main(int argc, char **argv)
{
    cj_arena *arena = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_edit edit = { .kind = CJ_EDIT_TEXT };
    cj_str bytes, out;
    cj_err err = { 0 };

    if (argc != 5)
        return 2;
    bytes = all_of(arena, argv[1]);
    edit.row = (unsigned)atoi(argv[2]);
    edit.col = (unsigned)atoi(argv[3]);
    edit.text = cj_str_of(argv[4]);
    if (cj_xlsx_patch(arena, bytes, cj_str_of(argv[1]), &options, &edit, 1, &out, &err) !=
            CJ_OK ||
        out.p == bytes.p) {
        fprintf(stderr, "patch: %s\n", err.says.en ? err.says.en : "nothing changed");
        return 2;
    }
    cj_arena_free(arena);
    return 0;
}
