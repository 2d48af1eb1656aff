/* patch_probe.c - edits made in a workbook or CSV from a command line: patch_probe IN OUT EDIT...
 *
 * An edit is KIND:SHEET:..., SHEET counts from 1: text:S:ROW:COL:TEXT  number:S:ROW:COL:DIGITS
 * date:S:ROW:COL:2025-03-14  fill:S:ROW:COL:RRGGBB (or none)  note:S:ROW:COL:TEXT  rows-in:S:ROW:N  rows-out:S:ROW:N
 * cols-in:S:COL:N  cols-out:S:COL:N  append:S:ROW:N  sheet-out:S  property:NAME:TEXT
 * Ends with 0, or 1 where the edits were refused (one line says why), or 2. */
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

int main(int argc, char **argv)
{
    cj_arena *a = cj_arena_new(0);
    cj_read_options options = cj_read_options_default();
    cj_edit *edits = CJ_NEW_N(a, cj_edit, argc);
    cj_str bytes, out;
    cj_err err;
    cj_rc rc;
    int i;

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
    return write_all(argv[2], out) ? 0 : 2;
}
