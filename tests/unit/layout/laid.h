/* laid.h - a book laid out, written and read back, for the tests of what becomes of it. */
#ifndef CJ_TEST_LAID_H
#define CJ_TEST_LAID_H

#include <cj/layout.h>
#include <cj/read.h>
#include <cj/write.h>
#include <criterion/criterion.h>
#include "../make_book.h"

typedef struct laid {
    cj_arena *arena;
    bool transpose;
    cj_lang lang;
    cj_book *old;
    cj_maps maps;
    cj_layout layout;
    cj_str bytes;
    cj_book *again; /* as it was written and read back */
} laid;

static inline void laid_write(laid *l, bool csv)
{
    cj_read_options how = cj_read_options_default();
    cj_csv_options form = cj_csv_options_new(CJ_CSV);
    cj_err err;

    if (csv)
        l->bytes = cj_csv_write(l->arena, l->layout.book, 0, &form);
    else
        cr_assert_eq(cj_xlsx_write(l->arena, l->layout.book, &l->bytes, &err), CJ_OK, "%s",
                     cj_str_z(l->arena, cj_err_line(l->arena, &err, CJ_EN)));
    cr_assert_eq(cj_book_parse(l->arena, l->bytes, CJ_STR("again"), &how, &l->again, &err),
                 CJ_OK);
}

static inline void laid_book(laid *l, cj_book *old, bool csv)
{
    cj_layout_options how = { .lang = l->lang,
                              .stacked = csv,
                              .transpose = l->transpose,
                              .guide = true,
                              .blank = 5 };
    cj_err err;

    l->old = old;
    cr_assert_eq(cj_maps_find(l->arena, old, NULL, &l->maps, &err), CJ_OK);
    cj_layout_make(l->arena, &l->maps, &how, &l->layout);
    laid_write(l, csv);
}

static inline size_t laid_lost(const laid *l)
{
    size_t n;

    cj_layout_check(l->arena, &l->maps, &l->layout, l->again, &n);
    return n;
}

/* Nothing is lost, and laid out again it is the same to the byte. */
static inline void laid_sound(laid *l, bool csv)
{
    laid twice = { .arena = l->arena, .transpose = l->transpose, .lang = l->lang };

    cr_assert_eq(laid_lost(l), 0u);
    laid_book(&twice, l->again, csv);
    cr_assert_eq(laid_lost(&twice), 0u);
    cr_assert(cj_str_eq(l->bytes, twice.bytes), "the second run gives other bytes");
}

/* The first cell with that text, or NULL; *sheet: where. */
static inline const cj_book_cell *laid_find(const laid *l, const char *text,
                                            unsigned *sheet)
{
    size_t i;

    for (*sheet = 0; *sheet < l->again->n_sheets; (*sheet)++)
        for (i = 0; i < l->again->sheets[*sheet].n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(&l->again->sheets[*sheet], i);

            if (cj_str_eq(cj_book_cell_text(l->arena, l->again, c), cj_str_of(text)))
                return c;
        }
    return NULL;
}

#endif
