/* csv_cells.c - makes cells of the fields and records that libcsv reports, within the limits. */
#include "sheet/csv_cells.h"
#include "sheet/csv_guard.h"
#include <string.h>

void cj_csv_cells_init(cj_csv_cells *c, cj_arena *arena, cj_str name, cj_str text,
                       const cj_limits *limits, cj_err *err)
{
    memset(c, 0, sizeof *c);
    c->text = text;
    c->arena = arena;
    c->limits = limits;
    c->err = err;
    c->book = cj_book_new(arena, CJ_CSV);
    c->sheet = cj_book_add_sheet(arena, c->book, name);
    c->row = 1;
}

static bool over(cj_csv_cells *c, cj_text says, size_t limit)
{
    cj_str none = { NULL, 0 };

    c->rc = cj_fail(c->err, CJ_ELIMIT, says, cj_str_fmt(c->arena, "%zu", limit), none);
    if (c->err) {
        c->err->at.row = c->row;
        c->err->at.col = c->col;
    }
    return false;
}

static bool too_long(cj_csv_cells *c)
{
    static const cj_text says = {
        "this cell is longer than {0} bytes; shorten it or split it into several cells",
        "このセルは{0}バイトを超えています。短くするか、複数のセルに分けてください。"
    };

    return over(c, says, c->limits->cell_bytes);
}

static bool place_fits(cj_csv_cells *c)
{
    static const cj_text rows = {
        "there is text below row {0}, the last one that is read; delete it in Excel",
        "{0}行目より下にも文字があります。読み取れるのは{0}行までです。"
        "Excelで不要な行を削除してください。"
    };
    static const cj_text columns = {
        "there is text right of column {0}, the last one that is read; delete it in Excel",
        "{0}列目より右にも文字があります。読み取れるのは{0}列までです。"
        "Excelで不要な列を削除してください。"
    };
    size_t last = c->limits->columns < UINT16_MAX ? c->limits->columns : UINT16_MAX;

    if (c->row > c->limits->rows)
        return over(c, rows, c->limits->rows);
    return c->col <= last || over(c, columns, last);
}

static bool text_fits(cj_csv_cells *c, size_t bytes)
{
    static const cj_text cells = {
        "the file has more than {0} filled cells; split it into several files",
        "入力済みのセルが{0}個を超えています。ファイルを分けてください。"
    };
    static const cj_text text = {
        "the file has more than {0} bytes of text; split it into several files",
        "文字の量が{0}バイトを超えています。ファイルを分けてください。"
    };
    const cj_limits *l = c->limits;

    if (bytes > l->cell_bytes)
        return too_long(c);
    if (c->book->n_cells >= l->cells)
        return over(c, cells, l->cells);
    return bytes <= l->string_bytes - c->book->string_bytes ||
           over(c, text, l->string_bytes);
}

static size_t quotes_in(cj_str s)
{
    const char *p = s.p, *end = s.p + s.n;
    size_t n = 0;

    while (p < end && (p = memchr(p, '"', (size_t)(end - p))) != NULL) {
        n++;
        p++;
    }
    return n;
}

/* Where the field that libcsv gives stands in the text, which saves a copy; NULL where it is
 * written otherwise there, with doubled quotes. The bytes are compared, so that a place that was
 * reckoned wrong costs copies and nothing else. */
static const char *find_field(cj_csv_cells *c, cj_str s)
{
    cj_str rest = cj_str_from(c->text, c->at);
    bool quoted = rest.n && *rest.p == '"';
    size_t quotes = quoted ? quotes_in(s) : 0;

    c->at += s.n + quotes + (quoted ? 3 : 1); /* with what ends it */
    rest = cj_str_from(rest, quoted);
    return !quotes && s.n && cj_str_starts(rest, s) ? rest.p : NULL;
}

/* A line break inside a cell is LF, as Excel has it, however the file writes it. */
static cj_str cell_text(cj_arena *arena, cj_str s)
{
    char *p = cj_alloc_text(arena, s.n);
    cj_str out = { p, 0 };
    size_t i;

    for (i = 0; i < s.n; i++)
        if (s.p[i] != '\r')
            p[out.n++] = s.p[i];
        else if (i + 1 == s.n || s.p[i + 1] != '\n')
            p[out.n++] = '\n';
    return out;
}

static void note_nul(cj_csv_cells *c, cj_str s)
{
    static const cj_text says = {
        "this cell has a NUL character, which no spreadsheet can show; type the cell again",
        "このセルには表示できない文字（NUL）が含まれています。"
        "Excelでセルを入力し直してください。"
    };
    cj_notice *n;

    if (c->nul || !memchr(s.p, 0, s.n))
        return;
    n = cj_book_notice(c->arena, c->book, CJ_ODD_NUL, says);
    n->loud = c->nul = true;
    n->what.at.row = c->row;
    n->what.at.col = c->col;
}

void cj_csv_cells_field(void *bytes, size_t n, void *context)
{
    cj_csv_cells *c = context;
    cj_str s = { bytes, n };
    const char *found = find_field(c, s);
    cj_book_cell *cell;

    c->col++;
    c->after_cr = false;
    if (!n || c->rc != CJ_OK)
        return;
    c->used = c->col;
    if (found)
        s.p = found;
    if (cj_csv_guarded(s)) /* our writers put that ' there */
        s = cj_str_from(s, 1);
    if (!place_fits(c) || !text_fits(c, s.n))
        return;
    note_nul(c, s);
    cell = cj_sheet_add(c->arena, c->sheet, c->row, c->col);
    cell->value = CJ_V_TEXT;
    if (memchr(s.p, '\r', s.n))
        cell->text = cell_text(c->arena, s);
    else
        cell->text = found ? s : cj_str_copy(c->arena, s);
    c->book->n_cells++;
    c->book->string_bytes += cell->text.n;
}

/* libcsv reports a CR and its LF as two ends; -1 is the end of a file without a line end. */
void cj_csv_cells_record(int end, void *context)
{
    cj_csv_cells *c = context;
    cj_csv_width w = { c->row, c->col, c->used };

    c->at += !c->col; /* the end of an empty line, or the LF of a CRLF */
    if (end == '\n' && c->after_cr) {
        c->after_cr = false;
        c->cr--;
        c->crlf++;
        return;
    }
    c->after_cr = end == '\r';
    c->cr += end == '\r';
    c->lf += end == '\n';
    if (c->rc == CJ_OK)
        cj_csv_block_add(c->arena, &c->block, w, c->book);
    c->row++;
    c->col = c->used = 0;
}

cj_rc cj_csv_cells_too_long(cj_csv_cells *c)
{
    c->col++;
    too_long(c);
    return c->rc;
}

void cj_csv_cells_done(cj_csv_cells *c)
{
    cj_csv_width none = { 0, 0, 0 };

    cj_csv_block_add(c->arena, &c->block, none, c->book);
    cj_sheet_seal(c->arena, c->sheet);
}

cj_str cj_csv_cells_newline(const cj_csv_cells *c)
{
    if (c->lf > c->crlf && c->lf >= c->cr)
        return CJ_STR("\n");
    return c->cr > c->crlf ? CJ_STR("\r") : CJ_STR("\r\n");
}
