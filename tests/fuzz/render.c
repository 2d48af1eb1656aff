/* render.c - fuzz: any text in any table at any width; nothing that is printed is lost or broken. */
#include <assert.h>
#include <cj/render.h>
#include "base/utf8.h"
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Byte 0: width, byte 1: columns; the rest: cells, parted by NUL. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *a = cj_arena_new(0);
    cj_report *r = cj_report_new(a, CJ_EN);
    cj_render_options page = { false, size ? data[0] % 120u : 0 };
    size_t cols = size > 1 ? data[1] % 6u + 1 : 1, i = 0;
    cj_str rest = { (const char *)data + (size > 2 ? 2 : 0), size > 2 ? size - 2 : 0 },
           cell;
    cj_table *t = cj_report_table(a, r, 4, cols);
    char *out = NULL;
    FILE *f = open_memstream(&out, &i);

    t->header_row = t->header_col = true;
    t->plain = size > 1 && data[1] >= 128;
    for (i = 0; i < 4 * cols && rest.n && cj_str_split(&rest, 0, &cell); i++) {
        t->cell[i] = cell;
        cj_fact_add_text(a, r->facts, "cell", cell);
    }
    assert(cj_render_text(a, r, &page, f, NULL) == CJ_OK);
    assert(cj_render_json(a, r, f, NULL) == CJ_OK);
    assert(cj_render_md(a, r, f, NULL) == CJ_OK);
    t->role = size > 1 && data[1] & 64 ? CJ_TABLE_MAP : CJ_TABLE_RECORDS;
    assert(cj_render_html(a, r, f, NULL) == CJ_OK);
    fclose(f);
    assert(cj_utf8_valid(cj_str_of(out)));
    free(out);
    cj_arena_free(a);
    return 0;
}
