/* csv_write.c - one sheet of a book as the bytes of a new CSV or TSV. */
#include <cj/write.h>
#include "sheet/csv_form.h"
#include "sheet/csv_guard.h"
#include "sheet/csv_scan.h"
#include "base/buf.h"
#include <assert.h>

typedef struct writer {
    cj_arena *arena;
    const cj_book *book;
    const cj_sheet *sheet;
    char delimiter;
    cj_str newline;
    bool bom, escape;
    bool all; /* every field that says something is quoted */
    cj_buf b;
} writer;

cj_csv_options cj_csv_options_new(cj_format format)
{
    cj_csv_options o = { .escape_formulas = true };

    o.form.encoding = CJ_STR("UTF-8");
    o.form.delimiter = format == CJ_TSV ? '\t' : ',';
    o.form.bom = true;
    o.form.newline = CJ_STR("\r\n");
    return o;
}

/* What was no UTF-8 had no mark to keep; without one, Excel takes UTF-8 for what it was before. */
cj_csv_options cj_csv_options_like(const cj_book *from, cj_bom bom)
{
    cj_csv_options o = cj_csv_options_new(from->format);
    bool utf8 = cj_str_eq(from->csv.encoding, o.form.encoding);

    if (from->format == CJ_CSV || from->format == CJ_TSV) {
        cj_str encoding = o.form.encoding;

        o.form = from->csv;
        o.form.encoding = encoding;
        o.form.bom = from->csv.bom || !utf8;
    }
    if (bom != CJ_BOM_KEEP)
        o.form.bom = bom == CJ_BOM_ALWAYS;
    return o;
}

/* ---- fields ----------------------------------------------------------------------------------- */

/* CR and CRLF are LF, as in every book that we read. */
static cj_str with_lf(cj_arena *arena, cj_str s)
{
    cj_buf b;
    size_t i;

    if (!s.n || !memchr(s.p, '\r', s.n))
        return s;
    cj_buf_init(&b, arena);
    for (i = 0; i < s.n; i++)
        if (s.p[i] != '\r')
            cj_buf_byte(&b, s.p[i]);
        else if (i + 1 == s.n || s.p[i + 1] != '\n')
            cj_buf_byte(&b, '\n');
    return cj_buf_str(&b);
}

/* What the first field must not say without quotes: a second byte order mark, the beginning of a web
 * page, and, at the very front of a file, that of a PDF or an archive, or "ID" for SYLK, at which Excel
 * refuses the file. */
static bool odd_beginning(const writer *w, cj_str s)
{
    static const cj_str kinds[] = { CJ_LIT("ID"),   CJ_LIT("%PDF"), CJ_LIT("{\\rtf"),
                                    CJ_LIT("PK"),   CJ_LIT("GIF8"), CJ_LIT("BZh"),
                                    CJ_LIT("Rar!"), CJ_LIT("7z"),   CJ_LIT("SQLite") };
    size_t i;

    for (i = 0; i < sizeof kinds / sizeof *kinds && !w->bom; i++)
        if (cj_str_starts(s, kinds[i]))
            return true;
    return cj_str_starts(s, CJ_STR("\xef\xbb\xbf")) ||
           cj_str_starts(cj_str_trim(s), CJ_STR("<"));
}

static bool needs_quotes(const writer *w, cj_str s, bool first)
{
    size_t i;

    if (w->all || (first && odd_beginning(w, s)))
        return true;
    for (i = 0; i < s.n; i++)
        if (s.p[i] == w->delimiter || s.p[i] == '"' || s.p[i] == '\n')
            return true;
    return false;
}

static void put_quoted(cj_buf *b, cj_str guard, cj_str s)
{
    size_t i;

    cj_buf_byte(b, '"');
    cj_buf_add(b, guard);
    for (i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            cj_buf_byte(b, '"');
        cj_buf_byte(b, s.p[i]);
    }
    cj_buf_byte(b, '"');
}

/* Where formulas are not to be escaped, what our readers would take for a guard still gets one. */
static void put_field(writer *w, const cj_book_cell *cell, cj_str text, bool first)
{
    cj_str guard = CJ_STR("");

    text = with_lf(w->arena, text);
    if (cell->value == CJ_V_TEXT &&
        (cj_csv_guarded(text) || (w->escape && cj_csv_runs(text))))
        guard = CJ_STR("'");
    if (needs_quotes(w, text, first) || (guard.n && w->delimiter == '\'')) {
        put_quoted(&w->b, guard, text);
        return;
    }
    cj_buf_add(&w->b, guard);
    cj_buf_add(&w->b, text);
}

/* ---- records ---------------------------------------------------------------------------------- */

/* A text that is empty but there asks for its field. */
static void put_records(writer *w)
{
    uint32_t row = 1, col = 1;
    bool said = false;
    size_t i;

    for (i = 0; i < w->sheet->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(w->sheet, i);
        cj_str text = cj_book_cell_text(w->arena, w->book, c);

        if (!text.n && c->value != CJ_V_TEXT)
            continue;
        for (; row < c->row; row++, col = 1)
            cj_buf_add(&w->b, w->newline);
        for (; col < c->col; col++)
            cj_buf_byte(&w->b, w->delimiter);
        if (text.n)
            put_field(w, c, text, !said);
        said = said || text.n;
    }
    if (w->b.n)
        cj_buf_add(&w->b, w->newline);
}

/* ---- what readers would take it for --------------------------------------------------------------- */

/* The text falls into the same fields whichever of the two delimiters it is read by. */
static bool read_alike(cj_str text, char a, char b)
{
    cj_csv_scan x, y;
    cj_csv_field f, g;

    cj_csv_scan_init(&x, text, a);
    cj_csv_scan_init(&y, text, b);
    while (cj_csv_scan_next(&x, &f))
        if (!cj_csv_scan_next(&y, &g) || f.from != g.from || f.to != g.to ||
            f.last != g.last)
            return false;
    return !cj_csv_scan_next(&y, &g);
}

static bool read_right(const writer *w, cj_str text)
{
    cj_csv_shape shape = cj_csv_shape_of(text, 0);

    return !shape.sep_line && (shape.delimiter == w->delimiter ||
                               read_alike(text, shape.delimiter, w->delimiter));
}

static cj_str body(writer *w, bool all)
{
    cj_buf_init(&w->b, w->arena);
    w->all = all;
    put_records(w);
    return cj_buf_str(&w->b);
}

/* A cell "sep=;" alone in the first line would name the delimiter, with quotes or without; with an
 * empty field behind it, it does not. */
static cj_str part_sep_line(const writer *w, cj_str text)
{
    cj_csv_shape shape = cj_csv_shape_of(text, 0);
    size_t end = shape.body;
    cj_buf b;

    if (!shape.sep_line)
        return text;
    while (end && (text.p[end - 1] == '\n' || text.p[end - 1] == '\r'))
        end--;
    cj_buf_init(&b, w->arena);
    cj_buf_add(&b, cj_str_cut(text, 0, end));
    cj_buf_byte(&b, w->delimiter);
    cj_buf_add(&b, cj_str_from(text, end));
    return cj_buf_str(&b);
}

/* Texts full of other delimiters may look like another table; quotes around all of them, else a line
 * that names the delimiter, make it clear. */
static cj_str unmistakable(writer *w, bool *sep_line)
{
    cj_str text = part_sep_line(w, body(w, false));

    if (*sep_line || read_right(w, text))
        return text;
    text = part_sep_line(w, body(w, true));
    *sep_line = !read_right(w, text);
    return *sep_line ? body(w, false) : text;
}

cj_str cj_csv_write(cj_arena *arena, const cj_book *book, unsigned sheet,
                    const cj_csv_options *options)
{
    const cj_csv_form *form = &options->form;
    writer w = { .arena = arena, .book = book, .bom = form->bom };
    bool sep_line = form->sep_line;
    cj_str text;

    assert(sheet < book->n_sheets);
    w.sheet = &book->sheets[sheet];
    w.delimiter = form->delimiter ? form->delimiter : ',';
    w.newline = form->newline.n ? form->newline : CJ_STR("\r\n");
    w.escape = options->escape_formulas;
    text = unmistakable(&w, &sep_line);
    cj_buf_init(&w.b, arena);
    cj_buf_z(&w.b, form->bom ? "\xef\xbb\xbf" : "");
    if (sep_line)
        cj_buf_fmt(&w.b, "sep=%c" CJ_FMT, w.delimiter, CJ_ARG(w.newline));
    if (!w.b.n)
        return text;
    cj_buf_add(&w.b, text);
    return cj_buf_str(&w.b);
}
