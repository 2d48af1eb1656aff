/* patched.h - for tests: edits made in the bytes of a workbook, and the parts that it has then. */
#ifndef CJ_TESTS_PATCHED_H
#define CJ_TESTS_PATCHED_H

#include "sheet/parts.h"
#include <cj/patch.h>
#include <criterion/criterion.h>

typedef struct opened {
    cj_source source;
    cj_read_options options;
    cj_package package;
    cj_parts parts;
} opened;

static inline opened *open_package(cj_arena *a, cj_str bytes)
{
    opened *o = CJ_NEW(a, opened);
    cj_err err;

    o->options = cj_read_options_default();
    cj_source_of_bytes(&o->source, bytes, CJ_STR("test.xlsx"));
    cr_assert_eq(cj_package_open(a, &o->source, &o->options.limits, &o->package, &err),
                 CJ_OK);
    cj_parts_init(a, &o->package, &o->parts);
    return o;
}

static inline bool has_part(cj_arena *a, cj_str bytes, const char *part)
{
    return cj_parts_has(&open_package(a, bytes)->parts, cj_str_of(part));
}

/* NUL-terminated; "" where there is none. */
static inline const char *part_text(cj_arena *a, cj_str bytes, const char *part)
{
    opened *o = open_package(a, bytes);
    cj_str text;
    cj_err err;

    if (!cj_parts_has(&o->parts, cj_str_of(part)))
        return "";
    cr_assert_eq(cj_parts_text(&o->parts, cj_str_of(part), &text, &err), CJ_OK);
    return cj_str_z(a, text);
}

static inline cj_rc try_patch(cj_arena *a, cj_str bytes, const cj_edit *edits, size_t n,
                              cj_str *out, cj_err *err)
{
    cj_read_options options = cj_read_options_default();

    return cj_xlsx_patch(a, bytes, CJ_STR("test.xlsx"), &options, edits, n, out, err);
}

static inline cj_str patched(cj_arena *a, cj_str bytes, const cj_edit *edits, size_t n)
{
    cj_str out;
    cj_err err;

    cr_assert_eq(try_patch(a, bytes, edits, n, &out, &err), CJ_OK, "%s",
                 cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    return out;
}

static inline cj_book *book_of(cj_arena *a, cj_str bytes)
{
    cj_read_options options = cj_read_options_default();
    cj_book *book;
    cj_err err;

    cr_assert_eq(cj_book_parse(a, bytes, CJ_STR("test.xlsx"), &options, &book, &err), CJ_OK,
                 "%s", cj_str_z(a, cj_err_line(a, &err, CJ_EN)));
    return book;
}

#endif
