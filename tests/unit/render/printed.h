/* printed.h - what a renderer printed, as text. */
#ifndef CJ_TEST_PRINTED_H
#define CJ_TEST_PRINTED_H

#include <cj/render.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static inline char *printed_text(cj_arena *a, const cj_report *r, unsigned width,
                                 bool color)
{
    cj_render_options options = { color, width };
    char *p = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&p, &n);

    cr_assert_eq(cj_render_text(a, r, &options, out, NULL), CJ_OK);
    fclose(out);
    return p;
}

static inline char *printed_json(cj_arena *a, const cj_report *r)
{
    char *p = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&p, &n);

    cr_assert_eq(cj_render_json(a, r, out, NULL), CJ_OK);
    fclose(out);
    return p;
}

typedef cj_rc (*printer)(cj_arena *, const cj_report *, FILE *, cj_err *);

static inline char *printed_by(printer print, cj_arena *a, const cj_report *r)
{
    char *p = NULL, *copy;
    size_t n = 0;
    FILE *out = open_memstream(&p, &n);

    cr_assert_eq(print(a, r, out, NULL), CJ_OK);
    fclose(out);
    copy = strdup(p);
    free(p);
    return copy;
}

static inline char *printed_html(cj_arena *a, const cj_report *r)
{
    return printed_by(cj_render_html, a, r);
}

static inline char *printed_md(cj_arena *a, const cj_report *r)
{
    return printed_by(cj_render_md, a, r);
}

/* What was printed, for as long as the arena: such a text need not be freed. */
static inline char *kept(cj_arena *a, char *printed)
{
    cj_str copy = cj_str_copy(a, (cj_str){ printed, strlen(printed) + 1 });

    free(printed);
    return (char *)(size_t)copy.p;
}

static inline cj_table *filled(cj_arena *a, cj_report *r, size_t rows, size_t cols,
                               const char *const *cells)
{
    cj_table *t = cj_report_table(a, r, rows, cols);
    size_t i;

    for (i = 0; i < rows * cols; i++)
        t->cell[i] = cj_str_of(cells[i]);
    return t;
}

#endif
