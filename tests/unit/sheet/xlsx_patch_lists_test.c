/* xlsx_patch_lists_test.c - 2,000 lists of edits by chance, made in workbooks of many programs: what is read
 * again is cj_book_edited of the book. With CJ_KEEP=FOLDER they are kept there for other programs. */
#include "edit_lists.h"
#include "sheet/xlsx_package.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#define D "tests/data/"

static const char *const files[] = {
    D "demo/sample_map.xlsx",
    D "extras/extras.xlsx",
    D "extras/openpyxl.xlsx",
    D "layouts/band-merged.xlsx",
    D "layouts/down-steps.xlsx",
    D "layouts/form-books.xlsx",
    D "lint/rough.xlsx",
    D "maps/hidden.xlsx",
    D "maps/loaded.xlsm",
    D "maps/two.xlsx",
    D "samples/01_seed_sample.libreoffice.xlsx",
    D "samples/01_seed_sample.openpyxl.xlsx",
    D "wild/comments.xlsx",
    D "wild/controls.xlsx",
    D "wild/formats.xlsx",
    D "wild/formulas.xlsx",
    D "wild/hand-comments.xlsx",
    D "wild/hidden.xlsx",
    D "wild/links.xlsx",
    D "wild/mac-1904.xlsx",
    D "wild/merged.xlsx",
    D "wild/names.xlsx",
    D "wild/rich.xlsx",
    D "wild/several.xlsx",
    D "wild/threaded.xlsx",
};
enum { FILES = sizeof files / sizeof *files, LISTS = 2000 };

typedef struct tally {
    size_t made, refused, bad;
} tally;

static cj_str bytes_of(cj_arena *a, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *p = cj_alloc_text(a, 1 << 20);
    size_t n;

    cr_assert_not_null(f, "%s", path);
    n = fread(p, 1, 1 << 20, f);
    fclose(f);
    return (cj_str){ p, n };
}

static void keep(cj_arena *a, size_t list, const char *what, cj_str bytes)
{
    const char *folder = getenv("CJ_KEEP");
    FILE *f;

    if (!folder)
        return;
    f = fopen(cj_str_z(a, cj_str_fmt(a, "%s/%04zu.%s", folder, list, what)), "wb");
    cr_assert_not_null(f);
    fwrite(bytes.p, 1, bytes.n, f);
    fclose(f);
}

static cj_rc nothing(void *context, cj_str name, cj_xml_attrs attrs, cj_err *err)
{
    (void)context;
    (void)name;
    (void)attrs;
    (void)err;
    return CJ_OK;
}

/* Every part is XML. */
static bool well_formed(cj_arena *a, cj_str bytes, cj_err *err)
{
    static const cj_xml_events events = { .start = nothing };
    cj_limits limits = cj_limits_default();
    cj_source source;
    cj_package package;
    cj_rc rc;
    size_t i;

    cj_source_of_bytes(&source, bytes, CJ_STR("out.xlsx"));
    rc = cj_package_open(a, &source, &limits, &package, err);
    for (i = 0; rc == CJ_OK && i < package.zip.n_entries; i++) {
        cj_str name = package.zip.entries[i].name;

        if (cj_str_ends(name, CJ_STR(".xml")) || cj_str_ends(name, CJ_STR(".rels")))
            rc = cj_package_read(&package, name, &events, NULL, err);
    }
    return rc == CJ_OK;
}

static void complain(cj_arena *a, size_t list, const cj_edit *edits, size_t n, cj_str one,
                     cj_str other)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < n; i++)
        tell_edit(&b, &edits[i]);
    cr_expect(false, "%zu: %s" CJ_FMT "\nwanted " CJ_FMT "\ngot    " CJ_FMT, list,
              files[list % FILES], CJ_ARG(cj_buf_str(&b)), CJ_ARG(one), CJ_ARG(other));
}

static void check_list(size_t list, tally *t)
{
    cj_arena *a = cj_arena_new(0);
    cj_read_options o = cj_read_options_default();
    chance c = { list };
    cj_str bytes = bytes_of(a, files[list % FILES]), out, one, other;
    cj_edit edits[LIST_MOST];
    cj_book *book, *got;
    cj_err err;
    size_t n;

    cr_assert(cj_book_parse(a, bytes, CJ_STR("in.xlsx"), &o, &book, &err) == CJ_OK);
    n = a_list(&c, book, edits);
    if (cj_xlsx_patch(a, bytes, CJ_STR("in.xlsx"), &o, edits, n, &out, &err) != CJ_OK) {
        t->refused++;
        t->bad += err.rc != CJ_EFORMAT;
        if (err.rc != CJ_EFORMAT)
            complain(a, list, edits, n, CJ_STR("an edit that can be made"),
                     cj_err_line(a, &err, CJ_EN));
    } else if (!well_formed(a, out, &err) ||
               cj_book_parse(a, out, CJ_STR("out.xlsx"), &o, &got, &err) != CJ_OK) {
        t->bad++;
        complain(a, list, edits, n, CJ_STR("a workbook"), cj_err_line(a, &err, CJ_EN));
    } else if (told_apart(told(a, cj_book_edited(a, book, edits, n), !comes_in(edits, n)),
                          told(a, got, !comes_in(edits, n)), &one, &other)) {
        t->bad++;
        complain(a, list, edits, n, one, other);
    } else {
        t->made++;
        keep(a, list, "before.xlsx", bytes);
        keep(a, list, "after.xlsx", out);
    }
    cj_arena_free(a);
}

Test(xlsx_patch_lists, what_is_read_again_is_the_edited_book)
{
    tally t = { 0, 0, 0 };
    size_t i, from = 0, to = LISTS;

    if (getenv("CJ_LIST")) {
        from = (size_t)strtoul(getenv("CJ_LIST"), NULL, 10);
        to = from + 1;
    }
    for (i = from; i < to && t.bad < 12; i++)
        check_list(i, &t);
    cr_expect(to - from < LISTS || t.made > LISTS * 8 / 10,
              "%zu made, %zu refused, %zu bad", t.made, t.refused, t.bad);
    if (getenv("CJ_KEEP"))
        fprintf(stderr, "%zu made, %zu refused, %zu bad\n", t.made, t.refused, t.bad);
}
