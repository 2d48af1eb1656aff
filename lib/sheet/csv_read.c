/* csv_read.c - the reader of CSV and TSV, in whatever encoding. */
#include "sheet/reader.h"
#include "sheet/csv_cells.h"
#include "sheet/csv_form.h"
#include "sheet/csv_mend.h"
#include "sheet/csv_scan.h"
#include "sheet/decode.h"
#include "sheet/kinds.h"
#include "sheet/unicode.h"
#include "base/utf8.h"
#include <csv.h>

#define WINDOW 65536u /* bytes given to libcsv between two looks at the limits */

static int bid(cj_str head)
{
    return cj_decode_bid(head) ? 10 : 0;
}

static int never(unsigned char c)
{
    (void)c;
    return 0;
}

/* What libcsv does by default loses data: it trims blanks, drops empty lines, and takes all
 * after a stray quote for one field. False: its quotes do not follow the rules, or a field is
 * so long that one of them may be missing. */
static bool parse(cj_csv_cells *cells, cj_str text, char delimiter)
{
    struct csv_parser p;
    size_t at = 0, n;
    bool ok;

    csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&p, (unsigned char)delimiter);
    csv_set_space_func(&p, never);
    csv_set_blk_size(&p, 4096);
    do {
        cj_str piece = cj_str_cut(text, at, WINDOW);

        n = csv_parse(&p, piece.p, piece.n, cj_csv_cells_field, cj_csv_cells_record, cells);
        at += n;
        ok = n == piece.n && p.entry_pos <= cells->limits->cell_bytes;
    } while (ok && at < text.n && cells->rc == CJ_OK);
    if (ok && cells->rc == CJ_OK)
        ok = csv_fini(&p, cj_csv_cells_field, cj_csv_cells_record, cells) == 0;
    csv_free(&p);
    return ok || cells->rc != CJ_OK;
}

/* The file's name without folder and extension. */
static cj_str sheet_name(cj_arena *arena, cj_str path)
{
    size_t at, dot;
    cj_buf b;

    if (cj_str_eq(path, CJ_STR("-")))
        return CJ_STR("stdin");
    for (at = path.n; at > 0 && path.p[at - 1] != '/'; at--)
        ;
    path = cj_str_from(path, at);
    for (dot = path.n; dot > 0 && path.p[dot - 1] != '.'; dot--)
        ;
    if (dot > 1)
        path.n = dot - 1;
    cj_buf_init(&b, arena);
    while (path.n)
        cj_utf8_put(&b, cj_utf8_next(&path));
    return cj_buf_str(&b);
}

static void note_mends(cj_arena *arena, cj_book *book, const cj_csv_mends *mends)
{
    static const cj_text stray = {
        "this cell has a double quote where CSV allows none; it was read as text",
        "このセルには、CSVの決まりに合わない二重引用符があります。"
        "文字として読み取りました。"
    };
    static const cj_text unclosed = {
        "the double quote that opens this cell is never closed; part of the file may be "
        "missing",
        "このセルを囲む二重引用符が閉じていません。"
        "ファイルの続きが欠けている可能性があります。"
    };
    size_t i;

    for (i = 0; i < mends->n; i++) {
        bool cut = mends->at[i].unclosed;
        cj_oddity kind = cut ? CJ_ODD_TRUNCATED : CJ_ODD_STRAY_QUOTE;
        cj_notice *n = cj_book_notice(arena, book, kind, cut ? unclosed : stray);

        n->loud = cut;
        n->what.at.row = mends->at[i].row;
        n->what.at.col = mends->at[i].col;
    }
}

/* As many lines as rows. A lone CR or a row that nothing stands in may go unnoticed the other way only. */
static bool is_flat(cj_str text, uint32_t rows)
{
    const char *p = text.p, *end = text.p + text.n, *at;
    size_t lines = 0;

    for (; p < end && (at = memchr(p, '\n', (size_t)(end - p))) != NULL; p = at + 1)
        lines++;
    lines += p < end;
    for (p = text.p; p < end && (at = memchr(p, '\r', (size_t)(end - p))) != NULL;
         p = at + 1)
        if (at + 1 == end || at[1] != '\n')
            return false;
    return lines == rows;
}

static void describe(cj_arena *arena, cj_book *book, const cj_decoded *decoded,
                     const cj_csv_shape *shape)
{
    static const cj_text says = { "the encoding is {0}",
                                  "文字コードは {0} と判断しました。" };

    book->format = shape->delimiter == '\t' ? CJ_TSV : CJ_CSV;
    book->csv.encoding = decoded->encoding;
    book->csv.bom = decoded->bom;
    book->csv.delimiter = shape->delimiter;
    book->csv.sep_line = shape->sep_line;
    if (!cj_str_eq(decoded->encoding, CJ_STR("UTF-8")))
        cj_book_notice(arena, book, CJ_ODD_ENCODING, says)->what.arg[0] = decoded->encoding;
}

static cj_rc read_text(cj_arena *arena, cj_str name, const cj_decoded *decoded,
                       const cj_read_options *options, cj_book **out, cj_err *err)
{
    cj_csv_shape shape = cj_csv_shape_of(decoded->text, options->delimiter);
    cj_str text = cj_str_from(decoded->text, shape.body);
    cj_csv_mends mends = { .n = 0 };
    cj_csv_cells cells;

    cj_csv_cells_init(&cells, arena, name, text, &options->limits, err);
    if (!parse(&cells, text, shape.delimiter)) {
        text = cj_csv_mend(arena, text, shape.delimiter, &mends);
        cj_csv_cells_init(&cells, arena, name, text, &options->limits, err);
        if (!parse(&cells, text, shape.delimiter))
            return cj_csv_cells_too_long(&cells);
    }
    if (cells.rc != CJ_OK)
        return cells.rc;
    cj_csv_cells_done(&cells);
    note_mends(arena, cells.book, &mends);
    describe(arena, cells.book, decoded, &shape);
    cells.book->csv.newline = cj_csv_cells_newline(&cells);
    cells.book->csv.flat = is_flat(text, cells.book->sheets[0].rows);
    *out = cells.book;
    return CJ_OK;
}

static cj_rc check(cj_arena *arena, cj_str bytes, const cj_read_options *o, cj_err *err)
{
    static const cj_text delimiter = {
        "a double quote, a line break or a character beyond ASCII cannot be the delimiter",
        "二重引用符、改行、全角文字は区切り文字にできません。"
        "コンマ、セミコロン、タブなどを指定してください。"
    };
    static const cj_text size = { "the file is larger than the limit of {0} bytes",
                                  "ファイルが大きすぎます（上限 {0} バイト）。" };
    cj_str none = { NULL, 0 };
    char d = o->delimiter;

    if (d == '"' || d == '\r' || d == '\n' || (unsigned char)d >= 0x80)
        return cj_fail(err, CJ_EUSAGE, delimiter, none, none);
    if (bytes.n > o->limits.file_bytes)
        return cj_fail(err, CJ_ELIMIT, size, cj_str_fmt(arena, "%zu", o->limits.file_bytes),
                       none);
    return CJ_OK;
}

static cj_rc check_text(cj_arena *arena, cj_str text, cj_err *err)
{
    static const cj_text says = {
        "this is not a text file; open it with the program that made it and save it as .xlsx",
        "これはテキストファイルではありません。"
        "作成したソフトで開き、.xlsx として保存し直してください。"
    };
    cj_str none = { NULL, 0 };

    if (!cj_unicode_binary(text))
        return CJ_OK;
    cj_fail(err, CJ_ETYPE, says, none, none);
    return cj_kind_controls(arena, text, err);
}

/* The cell after the last valid character. */
static void place_error(const cj_decoded *decoded, char forced, cj_err *err)
{
    cj_csv_shape shape = cj_csv_shape_of(decoded->text, forced);
    cj_str text = cj_str_from(decoded->text, shape.body);

    cj_csv_place(text, shape.delimiter, text.n, &err->at.row, &err->at.col);
}

static cj_rc read_csv(cj_arena *arena, const cj_source *source,
                      const cj_read_options *options, cj_book **out, cj_err *err)
{
    cj_decoded decoded;
    cj_str bytes, name = sheet_name(arena, source->name);
    cj_rc rc = cj_source_all(arena, source, &bytes, err);

    if (rc == CJ_OK)
        rc = check(arena, bytes, options, err);
    if (rc != CJ_OK)
        return rc;
    rc = cj_decode(arena, bytes, options->encoding, &decoded, err);
    if (rc != CJ_OK && decoded.broken && err)
        place_error(&decoded, options->delimiter, err);
    if (rc == CJ_OK)
        rc = check_text(arena, decoded.text, err);
    if (rc == CJ_OK)
        rc = read_text(arena, name, &decoded, options, out, err);
    return rc;
}

const cj_reader cj_csv_reader = { "csv", bid, read_csv };
