/* patch_probe.c - edits made in a workbook or CSV from a command line: patch_probe [-c] IN OUT EDIT...
 *
 * -c: what was written, read again, has to be the book that was read with the edits made (cj_book_edited).
 *
 * An edit is KIND:SHEET:..., SHEET counts from 1: text:S:ROW:COL:TEXT  number:S:ROW:COL:DIGITS
 * date:S:ROW:COL:2025-03-14  fill:S:ROW:COL:RRGGBB (or none)  note:S:ROW:COL:TEXT  rows-in:S:ROW:N  rows-out:S:ROW:N
 * cols-in:S:COL:N  cols-out:S:COL:N  append:S:ROW:N  sheet-out:S  property:NAME:TEXT
 * Ends with 0, or 1 where the edits were refused (one line says why), or 2, or 3 where -c finds a difference. */
#include <cj/cj.h>
#include <cj/patch.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *name;
    cj_edit_kind kind;
} kinds[] = {
    { "text", CJ_EDIT_TEXT },           { "number", CJ_EDIT_NUMBER },
    { "date", CJ_EDIT_DATE },           { "fill", CJ_EDIT_FILL },
    { "note", CJ_EDIT_NOTE },           { "rows-in", CJ_EDIT_ROWS_IN },
    { "rows-out", CJ_EDIT_ROWS_OUT },   { "cols-in", CJ_EDIT_COLS_IN },
    { "cols-out", CJ_EDIT_COLS_OUT },   { "append", CJ_EDIT_APPEND },
    { "sheet-out", CJ_EDIT_SHEET_OUT }, { "property", CJ_EDIT_PROPERTY },
};

static unsigned number(cj_arena *a, cj_str *rest)
{
    cj_str piece;

    return cj_str_split(rest, ':', &piece) ? (unsigned)strtoul(cj_str_z(a, piece), NULL, 10)
                                           : 0;
}

static void parse_cell(cj_arena *a, cj_str rest, cj_edit *out)
{
    out->row = number(a, &rest);
    out->col = number(a, &rest);
    out->text = rest;
    out->number = strtod(cj_str_z(a, rest), NULL);
    out->fill = cj_str_eq(rest, CJ_STR("none"))
                    ? CJ_NO_FILL
                    : (uint32_t)strtoul(cj_str_z(a, rest), NULL, 16);
}

static void parse_move(cj_arena *a, cj_str rest, cj_edit *out)
{
    bool cols = out->kind == CJ_EDIT_COLS_IN || out->kind == CJ_EDIT_COLS_OUT;
    unsigned at = number(a, &rest);

    *(cols ? &out->col : &out->row) = at;
    out->count = number(a, &rest);
}

static bool parse(cj_arena *a, const char *text, cj_edit *out)
{
    cj_str rest = cj_str_of(text), name;
    size_t i, n = sizeof kinds / sizeof *kinds;

    memset(out, 0, sizeof *out);
    cj_str_split(&rest, ':', &name);
    for (i = 0; i < n && !cj_str_eq(name, cj_str_of(kinds[i].name)); i++)
        ;
    if (i == n)
        return false;
    out->kind = kinds[i].kind;
    if (out->kind == CJ_EDIT_PROPERTY) {
        cj_str_split(&rest, ':', &out->name);
        out->text = rest;
        return true;
    }
    out->sheet = number(a, &rest) - 1;
    if (cj_edit_moves(out))
        parse_move(a, rest, out);
    else if (out->kind != CJ_EDIT_SHEET_OUT)
        parse_cell(a, rest, out);
    return true;
}

static bool read_all(cj_arena *a, const char *path, cj_str *out)
{
    FILE *f = fopen(path, "rb");
    char *p;
    long n;

    if (!f || fseek(f, 0, SEEK_END) || (n = ftell(f)) < 0)
        return false;
    rewind(f);
    p = cj_alloc_text(a, (size_t)n + 1);
    *out = (cj_str){ p, fread(p, 1, (size_t)n, f) };
    fclose(f);
    return out->n == (size_t)n;
}

static bool write_all(const char *path, cj_str bytes)
{
    FILE *f = fopen(path, "wb");
    bool good = f && fwrite(bytes.p, 1, bytes.n, f) == bytes.n;

    return f && !fclose(f) && good;
}

static bool is_zip(cj_str bytes)
{
    return cj_str_starts(bytes, CJ_STR("PK"));
}

/* ---- what it is then ----------------------------------------------------------------------------------- */

static char *dumped(cj_arena *a, const cj_book *book)
{
    char *text = NULL;
    size_t n;
    FILE *f = open_memstream(&text, &n);

    cj_dump_cells(a, book, f);
    cj_dump_features(book, f);
    fclose(f);
    return text;
}

/* Prints the first line in which they differ. */
static bool same(const char *want, const char *got)
{
    while (*want || *got) {
        size_t n = strcspn(want, "\n"), m = strcspn(got, "\n");

        if (n != m || memcmp(want, got, n)) {
            fprintf(stderr, "want %.*s\ngot  %.*s\n", (int)n, want, (int)m, got);
            return false;
        }
        want += n + (want[n] != 0);
        got += m + (got[m] != 0);
    }
    return true;
}

static int check(cj_arena *a, cj_str was, cj_str is, const cj_edit *edits, size_t n)
{
    cj_read_options options = cj_read_options_default();
    cj_book *before, *after;
    cj_err err;

    if (cj_book_parse(a, was, CJ_STR("in"), &options, &before, &err) != CJ_OK)
        return 0;
    if (cj_book_parse(a, is, CJ_STR("out"), &options, &after, &err) != CJ_OK) {
        fprintf(stderr, "cannot be read again: " CJ_FMT "\n",
                CJ_ARG(cj_err_line(a, &err, CJ_EN)));
        return 3;
    }
    return same(dumped(a, cj_book_edited(a, before, edits, n)), dumped(a, after)) ? 0 : 3;
}

int main(int argc, char **argv)
{
    cj_arena *a = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_edit *edits = CJ_NEW_N(a, cj_edit, argc);
    cj_str bytes, out;
    cj_err err;
    bool checks = argc > 1 && !strcmp(argv[1], "-c");
    cj_rc rc;
    int i;

    argc -= checks;
    argv += checks;
    if (argc < 3 || !read_all(a, argv[1], &bytes))
        return 2;
    for (i = 3; i < argc; i++)
        if (!parse(a, argv[i], &edits[i - 3])) {
            fprintf(stderr, "not an edit: %s\n", argv[i]);
            return 2;
        }
    rc = (is_zip(bytes) ? cj_xlsx_patch : cj_csv_patch)(
        a, bytes, cj_str_of(argv[1]), &options, edits, (size_t)argc - 3, &out, &err);
    if (rc != CJ_OK) {
        fprintf(stderr, CJ_FMT "\n", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
        return 1;
    }
    if (!write_all(argv[2], out))
        return 2;
    return checks ? check(a, bytes, out, edits, (size_t)argc - 3) : 0;
}
