/* csv.c - any bytes as a CSV: no crash, no hang, valid UTF-8, no text lost, and written again the same. */
#include <cj/read.h>
#include <cj/write.h>
#include "base/buf.h"
#include "base/utf8.h"
#include "sheet/reader.h"
#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Adds what no quoting may change: all but quotes, delimiters, line ends and the guard. */
static void add_kept(cj_buf *b, cj_str s, char delimiter)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        if (s.p[i] != delimiter && !strchr("\"'\r\n", s.p[i] ? s.p[i] : 'x'))
            cj_buf_byte(b, s.p[i]);
}

static void check(cj_arena *arena, cj_str bytes, const cj_book *book)
{
    const cj_csv_form *form = &book->csv;
    cj_buf had, has;
    size_t i;

    cj_buf_init(&had, arena);
    cj_buf_init(&has, arena);
    for (i = 0; i < book->sheets->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(book->sheets, i);

        assert(c->text.n && cj_utf8_valid(c->text) && c->col <= 1000);
        add_kept(&has, c->text, form->delimiter);
    }
    add_kept(&had, cj_str_from(bytes, form->bom ? 3 : 0), form->delimiter);
    if (cj_str_eq(form->encoding, CJ_STR("UTF-8")) && !form->sep_line)
        assert(cj_str_eq(cj_buf_str(&had), cj_buf_str(&has)));
}

/* What our writer makes of the book is read as the same cells. */
static void check_written(cj_arena *arena, const cj_book *book)
{
    cj_csv_options form = cj_csv_options_like(book, CJ_BOM_KEEP);
    cj_read_options o = cj_read_options_default();
    const cj_sheet *had = book->sheets, *has;
    cj_source source;
    cj_book *again;
    cj_err err;
    size_t i;

    o.encoding = CJ_STR("utf-8"); /* a few bytes with NULs look like UTF-16 */
    form.escape_formulas = had->n_cells % 2;
    cj_source_of_bytes(&source, cj_csv_write(arena, book, 0, &form), CJ_STR("a.csv"));
    if (!had->n_cells)
        return;
    if (cj_csv_reader.read(arena, &source, &o, &again, &err) != CJ_OK) {
        assert(err.rc == CJ_ETYPE); /* little more is left than control characters */
        return;
    }
    has = again->sheets;
    assert(has->n_cells == had->n_cells);
    for (i = 0; i < had->n_cells; i++) {
        const cj_book_cell *a = cj_sheet_cell(had, i), *b = cj_sheet_cell(has, i);

        assert(a->row == b->row && a->col == b->col && cj_str_eq(a->text, b->text));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_str bytes = { (const char *)data, size };
    cj_arena *arena = cj_arena_new((size_t)256 << 20);
    cj_read_options o = cj_read_options_default();
    cj_source source;
    cj_book *book;
    cj_err err;

    o.limits.cell_bytes = 4096;
    o.limits.columns = 1000;
    cj_source_of_bytes(&source, bytes, CJ_STR("a.csv"));
    cj_csv_reader.bid(bytes);
    if (cj_csv_reader.read(arena, &source, &o, &book, &err) == CJ_OK)
        check(arena, bytes, book), check_written(arena, book);
    else
        assert(cj_utf8_valid(cj_err_line(arena, &err, CJ_JA)));
    cj_arena_free(arena);
    return 0;
}
