/* laid.c - maps laid out in the standard form, written, and read back. */
#include "laid.h"
#include <cj/read.h>
#include <cj/write.h>

#define DIFFER(...) return cj_str_z(arena, cj_str_fmt(arena, __VA_ARGS__))

const char *laid_make(cj_arena *arena, const cj_maps *from, const cj_layout_options *how,
                      laid *out)
{
    cj_csv_options csv = cj_csv_options_new(CJ_CSV);
    cj_read_options read = cj_read_options_default();
    cj_book *again;
    cj_lost *lost;
    cj_err err;
    size_t n;

    cj_layout_make(arena, from, how, &out->layout);
    if (how->stacked)
        out->bytes = cj_csv_write(arena, out->layout.book, 0, &csv);
    else if (cj_xlsx_write(arena, out->layout.book, &out->bytes, &err) != CJ_OK)
        DIFFER("written: " CJ_FMT, CJ_ARG(cj_err_says(arena, &err, CJ_EN)));
    if (cj_book_parse(arena, out->bytes, CJ_STR("map"), &read, &again, &err) != CJ_OK)
        DIFFER("read: " CJ_FMT, CJ_ARG(cj_err_says(arena, &err, CJ_EN)));
    lost = cj_layout_check(arena, from, &out->layout, again, &n);
    if (n)
        DIFFER("%zu lost, first \"" CJ_FMT "\"", n, CJ_ARG(lost[0].text));
    if (cj_maps_find(arena, again, NULL, &out->maps, &err) != CJ_OK ||
        out->maps.n != from->n)
        DIFFER("%zu maps, not %zu", out->maps.n, from->n);
    return NULL;
}

bool laid_another_way(const cj_map *m)
{
    size_t i, p, k;

    for (p = 0; p < m->n_phases; p++)
        if (m->phases[p].n_steps)
            return true;
    for (i = 0; i < m->n_elements; i++)
        for (p = 0; p < m->n_phases; p++)
            for (k = 0; k < m->elements[i].cells[p].n_parts; k++)
                if (m->elements[i].cells[p].parts[k].label.n)
                    return true;
    return m->form == CJ_FORM_ITEMS;
}
