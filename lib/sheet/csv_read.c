/* csv_read.c - the reader of CSV and TSV, in whatever encoding. */
#include "sheet/reader.h"
#include "sheet/csv_form.h"
#include "sheet/csv_mend.h"
#include "sheet/csv_ragged.h"
#include "sheet/csv_scan.h"
#include "sheet/decode.h"
#include "base/utf8.h"
#include <csv.h>
#include <string.h>

#define WINDOW 65536u /* bytes given to libcsv between two looks at the limits */

/* What the callbacks of libcsv fill. */
typedef struct reading {
    cj_arena *arena;
    const cj_limits *limits;
    cj_book *book;
    cj_sheet *sheet;
    cj_err *err;
    cj_rc rc;
    uint32_t row, col;   /* of the field read last; col 0 at the start of a record */
    uint32_t used;       /* the last column with text in this record */
    bool after_cr;       /* the newline read last was a CR that an LF may belong to */
    size_t crlf, lf, cr; /* line ends between records */
    size_t nuls;
    cj_csv_block block;
} reading;

static int bid(cj_str head)
{
    return cj_decode_bid(head) ? 10 : 0;
}

static int never(unsigned char c)
{
    (void)c;
    return 0;
}

static void over(reading *r, const char *en, const char *ja, size_t limit)
{
    cj_text says = { en, ja };
    cj_str none = { NULL, 0 };

    r->rc = cj_fail(r->err, CJ_ELIMIT, says, cj_str_fmt(r->arena, "%zu", limit), none);
    if (r->err) {
        r->err->at.row = r->row;
        r->err->at.col = r->col;
    }
}

static bool within_limits(reading *r, size_t bytes)
{
    const cj_limits *l = r->limits;

    if (r->row > l->rows)
        over(r, "there is text below row {0}, the last one that is read",
             "{0}行目より下にも文字があります。{0}行までしか読み取れません。", l->rows);
    else if (r->col > l->columns || r->col > UINT16_MAX)
        over(r, "there is text right of column {0}, the last one that is read",
             "{0}列目より右にも文字があります。{0}列までしか読み取れません。",
             l->columns < UINT16_MAX ? l->columns : UINT16_MAX);
    else if (bytes > l->cell_bytes)
        over(
            r,
            "this cell is longer than {0} bytes; shorten it or split it into several cells",
            "このセルは{0}バイトを超えています。短くするか、複数のセルに分けてください。",
            l->cell_bytes);
    else if (r->book->n_cells >= l->cells)
        over(r, "the file has more than {0} filled cells; split it into several files",
             "入力済みのセルが{0}個を超えています。ファイルを分けてください。", l->cells);
    else if (bytes > l->string_bytes - r->book->string_bytes)
        over(r, "the file has more than {0} bytes of text; split it into several files",
             "文字の量が{0}バイトを超えています。ファイルを分けてください。",
             l->string_bytes);
    return r->rc == CJ_OK;
}

/* Our writers put a ' before what a spreadsheet would run as a formula; here it comes off. */
static cj_str without_guard(cj_str s)
{
    static const cj_str guarded[] = { CJ_LIT("'="),  CJ_LIT("'+"),  CJ_LIT("'-"),
                                      CJ_LIT("'@"),  CJ_LIT("'\t"), CJ_LIT("'\r"),
                                      CJ_LIT("'＝"), CJ_LIT("'＋"), CJ_LIT("'－"),
                                      CJ_LIT("'＠") };
    size_t i;

    for (i = 0; i < sizeof guarded / sizeof *guarded; i++)
        if (cj_str_starts(s, guarded[i]))
            return cj_str_from(s, 1);
    return s;
}

/* A line break inside a cell is LF, as Excel has it, however the file writes it. */
static cj_str cell_text(cj_arena *arena, cj_str s)
{
    char *p = cj_alloc_text(arena, s.n + 1);
    cj_str out = { p, 0 };
    size_t i;

    if (!memchr(s.p, '\r', s.n)) {
        memcpy(p, s.p, s.n);
        out.n = s.n;
        return out;
    }
    for (i = 0; i < s.n; i++)
        if (s.p[i] != '\r')
            p[out.n++] = s.p[i];
        else if (i + 1 == s.n || s.p[i + 1] != '\n')
            p[out.n++] = '\n';
    return out;
}

static void count_nuls(reading *r, cj_str s)
{
    static const cj_text says = {
        "this cell has a NUL character, which no spreadsheet can show; type the cell again",
        "このセルには表示できない文字（NUL）が含まれています。セルを入力し直してください。"
    };
    cj_notice *n;

    if (!memchr(s.p, 0, s.n) || r->nuls++)
        return;
    n = cj_book_notice(r->arena, r->book, CJ_ODD_NUL, says);
    n->loud = true;
    n->what.at.row = r->row;
    n->what.at.col = r->col;
}

static void on_field(void *bytes, size_t n, void *context)
{
    reading *r = context;
    cj_str s = { bytes, n };
    cj_book_cell *c;

    r->col++;
    r->after_cr = false;
    if (!n || r->rc != CJ_OK)
        return;
    r->used = r->col;
    s = without_guard(s);
    if (!within_limits(r, s.n))
        return;
    count_nuls(r, s);
    c = cj_sheet_add(r->arena, r->sheet, r->row, r->col);
    c->value = CJ_V_TEXT;
    c->text = cell_text(r->arena, s);
    r->book->n_cells++;
    r->book->string_bytes += c->text.n;
}

/* libcsv reports a CR and its LF as two ends; -1 is the end of a file without a newline. */
static void on_record(int end, void *context)
{
    reading *r = context;
    cj_csv_width w = { r->row, r->col, r->used };

    if (end == '\n' && r->after_cr) {
        r->after_cr = false;
        r->cr--;
        r->crlf++;
        return;
    }
    r->after_cr = end == '\r';
    r->cr += end == '\r';
    r->lf += end == '\n';
    if (r->rc == CJ_OK)
        cj_csv_block_add(r->arena, &r->block, w, r->book);
    r->row++;
    r->col = r->used = 0;
}

/* What libcsv does by default loses data: it trims blanks, drops empty lines, and takes all
 * after a stray quote for one field. False: its quotes do not follow the rules. */
static bool parse(reading *r, cj_str text, char delimiter)
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

        n = csv_parse(&p, piece.p, piece.n, on_field, on_record, r);
        ok = n == piece.n;
        at += n;
    } while (ok && at < text.n && r->rc == CJ_OK && p.entry_pos <= r->limits->cell_bytes);
    if (ok && r->rc == CJ_OK && at < text.n)
        ok = false; /* a field beyond the limit: perhaps a quote without an end */
    else if (ok && r->rc == CJ_OK)
        ok = csv_fini(&p, on_field, on_record, r) == 0;
    csv_free(&p);
    return ok || r->rc != CJ_OK;
}

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

static void begin(reading *r, cj_str name, char delimiter)
{
    r->book = cj_book_new(r->arena, delimiter == '\t' ? CJ_TSV : CJ_CSV);
    r->sheet = cj_book_add_sheet(r->arena, r->book, name);
    r->rc = CJ_OK;
    r->row = 1;
    r->col = r->used = 0;
    r->after_cr = false;
    r->crlf = r->lf = r->cr = r->nuls = 0;
    memset(&r->block, 0, sizeof r->block);
}

static void note_mends(reading *r, const cj_csv_mends *mends)
{
    static const cj_text stray = {
        "this cell has a double quote where CSV allows none; it was read as text",
        "このセルには、CSVの決まりに合わない二重引用符があります。文字として読み取りました"
        "。"
    };
    static const cj_text unclosed = { "the double quote that opens this cell is never "
                                      "closed; part of the file may be missing",
                                      "このセルを囲む二重引用符が閉じていません。ファイルの"
                                      "続きが欠けている可能性があります。" };
    size_t i;

    for (i = 0; i < mends->n; i++) {
        bool end = mends->at[i].unclosed;
        cj_notice *n =
            cj_book_notice(r->arena, r->book, end ? CJ_ODD_TRUNCATED : CJ_ODD_STRAY_QUOTE,
                           end ? unclosed : stray);

        n->loud = end;
        n->what.at.row = mends->at[i].row;
        n->what.at.col = mends->at[i].col;
    }
}

static void describe(reading *r, const cj_decoded *decoded, const cj_csv_shape *shape)
{
    static const cj_text says = { "the encoding is {0}",
                                  "文字コードは {0} と判断しました。" };
    cj_csv_form *form = &r->book->csv;
    cj_str utf8 = CJ_LIT("UTF-8");

    form->encoding = decoded->encoding;
    form->bom = decoded->bom;
    form->delimiter = shape->delimiter;
    form->sep_line = shape->sep_line;
    form->newline = r->lf > r->crlf && r->lf >= r->cr ? CJ_STR("\n")
                    : r->cr > r->crlf                 ? CJ_STR("\r")
                                                      : CJ_STR("\r\n");
    if (!cj_str_eq(decoded->encoding, utf8))
        cj_book_notice(r->arena, r->book, CJ_ODD_ENCODING, says)->what.arg[0] =
            decoded->encoding;
}

static cj_rc read_text(reading *r, const cj_decoded *decoded, const cj_csv_shape *shape,
                       cj_str name)
{
    cj_str text = cj_str_from(decoded->text, shape->body);
    cj_csv_width no_more = { 0, 0, 0 };
    cj_csv_mends mends;

    mends.n = 0;
    begin(r, name, shape->delimiter);
    if (!parse(r, text, shape->delimiter)) {
        text = cj_csv_mend(r->arena, text, shape->delimiter, &mends);
        begin(r, name, shape->delimiter);
        if (!parse(r, text, shape->delimiter))
            over(r,
                 "this cell is longer than {0} bytes; shorten it or split it into several "
                 "cells",
                 "このセルは{0}"
                 "バイトを超えています。短くするか、複数のセルに分けてください。",
                 r->limits->cell_bytes);
    }
    if (r->rc != CJ_OK)
        return r->rc;
    cj_csv_block_add(r->arena, &r->block, no_more, r->book);
    note_mends(r, &mends);
    describe(r, decoded, shape);
    cj_sheet_seal(r->arena, r->sheet);
    return CJ_OK;
}

static cj_rc check_size(cj_arena *arena, size_t bytes, size_t limit, cj_err *err)
{
    static const cj_text says = { "the file is larger than the limit of {0} bytes",
                                  "ファイルが大きすぎます（上限 {0} バイト）。" };
    cj_str none = { NULL, 0 };

    if (bytes > limit)
        return cj_fail(err, CJ_ELIMIT, says, cj_str_fmt(arena, "%zu", limit), none);
    return CJ_OK;
}

static cj_rc refuse_binary(cj_err *err)
{
    static const cj_text says = { "this is not a text file; open it with the program that "
                                  "made it and save it as .xlsx",
                                  "これはテキストファイルではありません。作成したソフトで開"
                                  "き、.xlsx として保存し直してください。" };
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ETYPE, says, none, none);
}

static cj_rc check_delimiter(char delimiter, cj_err *err)
{
    static const cj_text says = {
        "a double quote, a line break or a character beyond ASCII cannot be the delimiter",
        "二重引用符、改行、全角文字は区切り文字にできません。"
    };
    cj_str none = { NULL, 0 };

    if (delimiter == '"' || delimiter == '\r' || delimiter == '\n' ||
        (unsigned char)delimiter >= 0x80)
        return cj_fail(err, CJ_EUSAGE, says, none, none);
    return CJ_OK;
}

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
    cj_csv_shape shape;
    cj_str bytes;
    reading r;
    cj_rc rc;

    rc = check_delimiter(options->delimiter, err);
    if (rc == CJ_OK)
        rc = cj_source_all(arena, source, &bytes, err);
    if (rc == CJ_OK)
        rc = check_size(arena, bytes.n, options->limits.file_bytes, err);
    if (rc != CJ_OK)
        return rc;
    rc = cj_decode(arena, bytes, options->encoding, &decoded, err);
    if (rc != CJ_OK && decoded.broken && err)
        place_error(&decoded, options->delimiter, err);
    if (rc == CJ_OK && cj_decode_binary(decoded.text))
        rc = refuse_binary(err);
    if (rc != CJ_OK)
        return rc;
    shape = cj_csv_shape_of(decoded.text, options->delimiter);
    memset(&r, 0, sizeof r);
    r.arena = arena;
    r.limits = &options->limits;
    r.err = err;
    rc = read_text(&r, &decoded, &shape, sheet_name(arena, source->name));
    *out = r.book;
    return rc;
}

const cj_reader cj_csv_reader = { "csv", bid, read_csv };
