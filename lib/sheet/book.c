/* book.c - building and asking a workbook's grid. */
#include <cj/book.h>
#include <cj/date.h>
#include "base/buf.h"
#include "base/number.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

cj_book *cj_book_new(cj_arena *arena, cj_format format)
{
    cj_book *b = CJ_NEW(arena, cj_book);

    b->format = format;
    CJ_ROOM(arena, b->styles, b->n_styles, b->cap_styles);
    b->n_styles = 1;
    return b;
}

cj_sheet *cj_book_add_sheet(cj_arena *arena, cj_book *book, cj_str name)
{
    cj_sheet *s;

    CJ_ROOM(arena, book->sheets, book->n_sheets, book->cap_sheets);
    s = &book->sheets[book->n_sheets++];
    memset(s, 0, sizeof *s);
    s->name = name;
    return s;
}

static cj_book_cell *cell_at(const cj_sheet *s, size_t i)
{
    return &s->chunk[i / CJ_CHUNK][i % CJ_CHUNK];
}

cj_book_cell *cj_sheet_add(cj_arena *arena, cj_sheet *s, uint32_t row, uint32_t col)
{
    cj_book_cell *c;

    if (s->n_cells == s->n_chunks * CJ_CHUNK) {
        CJ_ROOM(arena, s->chunk, s->n_chunks, s->cap_chunks);
        s->chunk[s->n_chunks++] = CJ_NEW_N(arena, cj_book_cell, CJ_CHUNK);
    }
    c = cell_at(s, s->n_cells++);
    c->row = row;
    c->col = (uint16_t)col;
    return c;
}

static uint64_t place(const cj_book_cell *c)
{
    return (uint64_t)c->row << 16 | c->col;
}

/* Bottom-up merge sort: stable, so that the last of two cells in one place stays last. */
static void sort_cells(cj_arena *arena, cj_sheet *s)
{
    size_t n = s->n_cells, width, i;
    cj_book_cell *a = CJ_NEW_N(arena, cj_book_cell, n),
                 *b = CJ_NEW_N(arena, cj_book_cell, n);

    for (i = 0; i < n; i++)
        a[i] = *cell_at(s, i);
    for (width = 1; width < n; width *= 2) {
        cj_book_cell *swap = a;
        size_t lo;

        for (lo = 0; lo < n; lo += 2 * width) {
            size_t mid = lo + width < n ? lo + width : n;
            size_t hi = lo + 2 * width < n ? lo + 2 * width : n;
            size_t l = lo, r = mid, out = lo;

            while (l < mid || r < hi)
                b[out++] =
                    r >= hi || (l < mid && place(&a[l]) <= place(&a[r])) ? a[l++] : a[r++];
        }
        a = b;
        b = swap;
    }
    for (i = 0; i < n; i++)
        *cell_at(s, i) = a[i];
}

static int note_order(const void *x, const void *y)
{
    const cj_book_note *a = x, *b = y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static int rich_order(const void *x, const void *y)
{
    const cj_book_rich *a = x, *b = y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static int range_order(const void *x, const void *y)
{
    const cj_range *a = x, *b = y;

    if (a->row1 != b->row1)
        return a->row1 < b->row1 ? -1 : 1;
    if (a->col1 != b->col1)
        return a->col1 < b->col1 ? -1 : 1;
    if (a->row2 != b->row2)
        return a->row2 < b->row2 ? -1 : 1;
    return a->col2 < b->col2 ? -1 : a->col2 > b->col2;
}

static void drop_doubles(cj_sheet *s)
{
    size_t i, kept = 0;

    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cell_at(s, i);

        if (kept && place(cell_at(s, kept - 1)) == place(c))
            kept--;
        *cell_at(s, kept++) = *c;
    }
    s->n_cells = kept;
}

static int blank_order(const void *x, const void *y)
{
    const cj_blank *a = x, *b = y;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

void cj_sheet_seal(cj_arena *arena, cj_sheet *s)
{
    bool sorted = true, doubles = false;
    size_t i;

    for (i = 1; i < s->n_cells; i++) {
        uint64_t a = place(cell_at(s, i - 1)), b = place(cell_at(s, i));

        sorted = sorted && a <= b;
        doubles = doubles || a == b;
    }
    if (!sorted)
        sort_cells(arena, s);
    if (!sorted || doubles)
        drop_doubles(s);
    s->rows = s->cols = 0;
    for (i = 0; i < s->n_cells; i++) {
        const cj_book_cell *c = cell_at(s, i);

        s->rows = c->row > s->rows ? c->row : s->rows;
        s->cols = c->col > s->cols ? c->col : s->cols;
    }
    if (s->n_notes > 1)
        qsort(s->notes, s->n_notes, sizeof *s->notes, note_order);
    if (s->n_rich > 1)
        qsort(s->rich, s->n_rich, sizeof *s->rich, rich_order);
    if (s->n_merges > 1)
        qsort(s->merges, s->n_merges, sizeof *s->merges, range_order);
    if (s->n_hidden_rows > 1)
        qsort(s->hidden_rows, s->n_hidden_rows, sizeof *s->hidden_rows, range_order);
    if (s->n_hidden_cols > 1)
        qsort(s->hidden_cols, s->n_hidden_cols, sizeof *s->hidden_cols, range_order);
    if (s->n_blanks > 1)
        qsort(s->blanks, s->n_blanks, sizeof *s->blanks, blank_order);
}

cj_notice *cj_book_notice(cj_arena *arena, cj_book *book, cj_oddity kind, cj_text says)
{
    cj_notice *n;

    CJ_ROOM(arena, book->notices, book->n_notices, book->cap_notices);
    n = &book->notices[book->n_notices++];
    memset(n, 0, sizeof *n);
    n->kind = kind;
    n->what.says = says;
    return n;
}

const cj_book_cell *cj_sheet_cell(const cj_sheet *s, size_t i)
{
    return cell_at(s, i);
}

size_t cj_sheet_from(const cj_sheet *s, uint32_t row, uint32_t col)
{
    uint64_t at = (uint64_t)row << 16 | (col > 0xffff ? 0xffff : col);
    size_t lo = 0, hi = s->n_cells;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (place(cell_at(s, mid)) < at)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

const cj_book_cell *cj_sheet_find(const cj_sheet *s, uint32_t row, uint32_t col)
{
    size_t i = cj_sheet_from(s, row, col);
    const cj_book_cell *c = i < s->n_cells ? cell_at(s, i) : NULL;

    return c && c->row == row && c->col == col ? c : NULL;
}

const cj_book_note *cj_sheet_note(const cj_sheet *s, uint32_t row, uint32_t col)
{
    cj_book_note key;

    if (!s->n_notes)
        return NULL;
    memset(&key, 0, sizeof key);
    key.row = row;
    key.col = col;
    return bsearch(&key, s->notes, s->n_notes, sizeof *s->notes, note_order);
}

const cj_book_rich *cj_sheet_rich(const cj_sheet *s, uint32_t row, uint32_t col)
{
    cj_book_rich key = { row, col, NULL, 0 };

    return s->n_rich ? bsearch(&key, s->rich, s->n_rich, sizeof *s->rich, rich_order)
                     : NULL;
}

const cj_range *cj_sheet_merge(const cj_sheet *s, uint32_t row, uint32_t col)
{
    size_t i;

    for (i = 0; i < s->n_merges && s->merges[i].row1 <= row; i++)
        if (row <= s->merges[i].row2 && col >= s->merges[i].col1 &&
            col <= s->merges[i].col2)
            return &s->merges[i];
    return NULL;
}

uint32_t cj_book_ground(const cj_book *book, unsigned sheet, uint32_t row, uint32_t col)
{
    const cj_sheet *s = &book->sheets[sheet];
    const cj_book_cell *c = cj_sheet_find(s, row, col);
    cj_blank key = { row, (uint16_t)col, 0 };
    const cj_blank *blank =
        c || !s->n_blanks ? NULL
                          : bsearch(&key, s->blanks, s->n_blanks, sizeof key, blank_order);
    const cj_style *style = &book->styles[c ? c->style : blank ? blank->style : 0];

    return style->has_fill ? style->fill : CJ_NO_FILL;
}

bool cj_sheet_row_hidden(const cj_sheet *s, uint32_t row)
{
    size_t i;

    for (i = 0; i < s->n_hidden_rows; i++)
        if (row >= s->hidden_rows[i].row1 && row <= s->hidden_rows[i].row2)
            return true;
    return false;
}

bool cj_sheet_col_hidden(const cj_sheet *s, uint32_t col)
{
    size_t i;

    for (i = 0; i < s->n_hidden_cols; i++)
        if (col >= s->hidden_cols[i].col1 && col <= s->hidden_cols[i].col2)
            return true;
    return false;
}

static cj_str date_text(cj_arena *arena, const cj_book *book, const cj_book_cell *c)
{
    long seconds = lround((c->number - floor(c->number)) * 86400);
    double whole = floor(c->number);
    cj_date d;
    cj_buf b;

    if (seconds == 86400) {
        seconds = 0;
        whole += 1;
    }
    if (!cj_date_of_serial(whole, book->date1904, &d))
        return c->text;
    cj_buf_init(&b, arena);
    if (whole >= 1 || book->date1904 || !seconds)
        cj_buf_fmt(&b, "%04d-%02d-%02d%s", d.year, d.month, d.day, seconds ? " " : "");
    if (seconds)
        cj_buf_fmt(&b, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60)
        cj_buf_fmt(&b, ":%02ld", seconds % 60);
    return cj_buf_str(&b);
}

/* Excel keeps 0.29 as 0.28999999999999998 and shows 15 digits; so does this. Whole numbers and
 * powers of ten stay as they are written. */
static cj_str number_text(cj_arena *arena, const cj_book_cell *c)
{
    size_t i, digits = 0;
    bool point = false;
    cj_str shown;

    if (!c->text.n)
        return cj_number_text(arena, c->number);
    for (i = 0; i < c->text.n; i++) {
        digits += c->text.p[i] >= '0' && c->text.p[i] <= '9';
        point = point || c->text.p[i] == '.';
    }
    if (!point || digits <= 15)
        return c->text;
    shown = cj_str_fmt(arena, "%.15g", c->number);
    return cj_str_has(shown, CJ_STR("e")) ? c->text : shown;
}

cj_str cj_book_cell_text(cj_arena *arena, const cj_book *book, const cj_book_cell *c)
{
    switch ((cj_value)c->value) {
    case CJ_V_DATE:
        return date_text(arena, book, c);
    case CJ_V_BOOL:
        return c->number != 0 ? CJ_STR("TRUE") : CJ_STR("FALSE");
    case CJ_V_NUMBER:
        return number_text(arena, c);
    default:
        return c->text;
    }
}
