/* xlsx_write.c - a book as a new .xlsx: its sheets as wholes, and the file. What libxlsxwriter would
 * warn of on stderr, or take and spoil, is refused or mended before it is called: xlsx_refuse.c. */
#include "sheet/xlsx_write.h"
#include <cj/write.h>
#include "sheet/spool.h"
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_pages.h"
#include "sheet/xlsx_refuse.h"
#include "sheet/xlsx_whole.h"

#define CREATED 946684800 /* 2000-01-01: the same book gives the same bytes */
#define BEYOND 1000u      /* rows past the last cell that may be hidden */

/* ---- the sheet as a whole */

static lxw_error set_columns(const cj_xlsx_page *p)
{
    cj_run *run;
    size_t i, n = cj_xlsx_runs(p->w->arena, p->m.width, p->m.n_widths, CJ_COLUMN_USUAL,
                               p->sheet->hidden_cols, p->sheet->n_hidden_cols, true,
                               CJ_XLSX_COLUMNS, &run);
    lxw_error e = LXW_NO_ERROR;

    for (i = 0; i < n && e == LXW_NO_ERROR; i++) {
        lxw_row_col_options o = { .hidden = run[i].hidden };
        bool used = run[i].first <= p->m.n_widths; /* what people add there looks alike */

        e = p->lib->worksheet_set_column_opt(p->out, (lxw_col_t)(run[i].first - 1),
                                             (lxw_col_t)(run[i].last - 1), run[i].size,
                                             used ? cj_xlsx_format(p->w, 0, 0) : NULL, &o);
    }
    return e;
}

static lxw_error set_rows(const cj_xlsx_page *p)
{
    uint32_t most =
        p->sheet->rows + BEYOND < CJ_XLSX_ROWS ? p->sheet->rows + BEYOND : CJ_XLSX_ROWS;
    cj_run *run;
    size_t i,
        n = cj_xlsx_runs(p->w->arena, p->m.height, p->m.n_heights, CJ_ROW_USUAL,
                         p->sheet->hidden_rows, p->sheet->n_hidden_rows, false, most, &run);
    lxw_error e = LXW_NO_ERROR;
    uint32_t row;

    for (i = 0; i < n; i++)
        for (row = run[i].first; row <= run[i].last && e == LXW_NO_ERROR; row++) {
            lxw_row_col_options o = { .hidden = run[i].hidden };

            e = p->lib->worksheet_set_row_opt(p->out, row - 1, run[i].size, NULL, &o);
        }
    return e;
}

/* ---- on paper */

static void set_breaks(const cj_xlsx_page *p, const cj_pages *pages)
{
    lxw_row_t *rows = CJ_NEW_N(p->w->arena, lxw_row_t, pages->n_begin + 1);
    size_t i, n = 0;

    for (i = 0; i < pages->n_begin && n < LXW_BREAKS_MAX; i++)
        if (pages->begin[i] > 1)
            rows[n++] = pages->begin[i] - 1;
    if (n)
        p->lib->worksheet_set_h_pagebreaks(p->out, rows); /* up to a zero */
}

static void set_print(const cj_xlsx_page *p)
{
    const cj_look *look = &p->sheet->look;
    cj_pages pages = cj_xlsx_pages(p->w->arena, &p->m, p->sheet);

    if (pages.across)
        p->lib->worksheet_set_landscape(p->out);
    p->lib->worksheet_set_paper(p->out, (uint8_t)pages.paper);
    p->lib->worksheet_fit_to_pages(p->out, 1, pages.one ? 1 : 0);
    set_breaks(p, &pages);
    p->lib->worksheet_set_margins(p->out, 0.4, 0.4, 0.5, 0.6);
    p->lib->worksheet_set_footer(p->out, "&L&9&A&R&9&P / &N");
    if (look->page)
        p->lib->worksheet_center_horizontally(p->out);
    if (look->repeat_row1 && look->repeat_row2 >= look->repeat_row1)
        p->lib->worksheet_repeat_rows(p->out, look->repeat_row1 - 1, look->repeat_row2 - 1);
}

/* ---- on the screen */

static bool is_ours(const cj_xlsx_page *p) /* and not copied from elsewhere */
{
    size_t i;

    for (i = 0; i < p->sheet->n_cells; i++)
        if (p->w->book->styles[cj_sheet_cell(p->sheet, i)->style].role != CJ_ROLE_NONE)
            return true;
    return false;
}

static void set_view(const cj_xlsx_page *p)
{
    const cj_look *look = &p->sheet->look;
    char used[2 * CJ_REF_MAX] = "A1:";

    if (look->freeze_row > 1 || look->freeze_col > 1)
        p->lib->worksheet_freeze_panes(
            p->out, look->freeze_row ? look->freeze_row - 1 : 0,
            (lxw_col_t)(look->freeze_col ? look->freeze_col - 1 : 0));
    if (is_ours(p))
        p->lib->worksheet_gridlines(p->out, LXW_HIDE_ALL_GRIDLINES);
    if (p->sheet->rows) { /* no green corners on texts that look like numbers */
        cj_ref(used + 3, p->sheet->rows, p->sheet->cols);
        p->lib->worksheet_ignore_errors(p->out, LXW_IGNORE_NUMBER_STORED_AS_TEXT, used);
    }
    if (cj_xlsx_range_fits(&look->filter))
        p->lib->worksheet_autofilter(p->out, AREA(&look->filter));
}

static lxw_error write_page(cj_xlsx_page *p)
{
    static lxw_error (*const steps[])(const cj_xlsx_page *) = {
        set_columns,           set_rows,
        cj_xlsx_write_merges,  cj_xlsx_write_cells,
        cj_xlsx_write_links,   cj_xlsx_write_notes,
        cj_xlsx_write_choices, cj_xlsx_write_charts,
    };
    lxw_error e = LXW_NO_ERROR;
    size_t i;

    p->m = cj_xlsx_measure(p->w->arena, p->w->book, p->sheet);
    for (i = 0; i < sizeof steps / sizeof *steps && e == LXW_NO_ERROR; i++)
        e = steps[i](p);
    set_view(p);
    set_print(p);
    return e;
}

/* ---- the workbook */

static bool written(const cj_sheet *s) /* a sheet that is a chart has no cells */
{
    return s->kind == CJ_WORKSHEET || s->n_cells;
}

/* The first sheet that shows is the one that is seen; one must. */
static void show(const cj_xlsx_lib *lib, lxw_worksheet *out, const cj_sheet *s, bool *shown)
{
    if (s->state != CJ_VISIBLE) {
        lib->worksheet_hide(out);
    } else if (!*shown) {
        lib->worksheet_activate(out);
        lib->worksheet_set_first_sheet(out);
        *shown = true;
    }
}

static lxw_error write_sheets(cj_xlsx_writer *w)
{
    lxw_error e = LXW_NO_ERROR;
    bool shown = false;
    size_t i;

    for (i = 0; i < w->book->n_sheets && e == LXW_NO_ERROR; i++) {
        cj_xlsx_page p = { .w = w, .lib = w->lib, .sheet = &w->book->sheets[i] };

        if (!written(p.sheet))
            continue;
        p.out = w->lib->workbook_add_worksheet(w->file, cj_str_z(w->arena, p.sheet->name));
        if (!p.out)
            return LXW_ERROR_MEMORY_MALLOC_FAILED;
        e = write_page(&p);
        show(w->lib, p.out, p.sheet, &shown);
    }
    return e;
}

static lxw_error write_properties(const cj_xlsx_writer *w)
{
    lxw_doc_properties fixed = { .created = CREATED };
    lxw_error e = w->lib->workbook_set_properties(w->file, &fixed);
    size_t i;

    for (i = 0; i < w->book->n_properties && e == LXW_NO_ERROR; i++) {
        const cj_property *p = &w->book->properties[i];

        e = w->lib->workbook_set_custom_property_string(
            w->file, cj_xlsx_plain_text(w->arena, p->name, CJ_XLSX_LIST),
            cj_xlsx_plain_text(w->arena, p->value, CJ_XLSX_LIST));
    }
    return e;
}

/* libxlsxwriter complains on stderr where it finds no folder for temporary files. */
static bool can_spool(const cj_xlsx_lib *lib)
{
    FILE *f = lib->lxw_tmpfile(NULL);
    bool ok = f && fputc(0, f) != EOF && fflush(f) == 0;

    if (f)
        fclose(f);
    return ok;
}

static cj_rc write_file(cj_xlsx_writer *w, const char *path, cj_err *err)
{
    lxw_error e, closed;

    w->file = w->lib->workbook_new_opt(path, NULL);
    if (!w->file)
        return cj_spool_failed(err);
    e = write_properties(w);
    if (e == LXW_NO_ERROR)
        e = write_sheets(w);
    closed = w->lib->workbook_close(w->file);
    return e != LXW_NO_ERROR || closed != LXW_NO_ERROR ? cj_spool_failed(err) : CJ_OK;
}

cj_rc cj_xlsx_write(cj_arena *arena, const cj_book *book, cj_str *out, cj_err *err)
{
    cj_xlsx_lib lib;
    cj_xlsx_writer w = { .arena = arena, .book = book, .lib = &lib };
    cj_rc rc = cj_xlsx_refuse(arena, book, err);
    cj_spool spool;

    if (rc == CJ_OK)
        rc = cj_xlsx_open_lib(&lib, err);
    if (rc != CJ_OK)
        return rc;
    if (!can_spool(&lib))
        return cj_spool_failed(err);
    w.format = CJ_NEW_N(arena, lxw_format *, book->n_styles * CJ_N_LOOKS);
    rc = cj_spool_open(&spool, err);
    if (rc != CJ_OK)
        return rc;
    rc = write_file(&w, spool.path, err);
    if (rc == CJ_OK)
        rc = cj_spool_read(arena, &spool, out, err);
    if (rc == CJ_OK && !cj_xlsx_whole(*out))
        rc = cj_spool_failed(err);
    cj_spool_close(&spool);
    return rc;
}
