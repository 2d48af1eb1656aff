/* csv_patch.c - edits made in a CSV: new fields between the bytes of the old ones. */
#include <cj/patch.h>
#include "sheet/csv_form.h"
#include "sheet/csv_guard.h"
#include "sheet/csv_scan.h"
#include "sheet/decode.h"
#include "sheet/edits.h"
#include "sheet/encoding.h"
#include "base/buf.h"

/* A text on its way from what it was to what it becomes. */
typedef struct patching {
    cj_arena *arena;
    cj_str text; /* its records alone */
    char delimiter;
    cj_str newline;
    const cj_edit *const *edit; /* those that are left, in order */
    size_t n;
    size_t copied; /* bytes of the text that have been taken over */
    cj_buf out;
} patching;

/* ---- one field ------------------------------------------------------------------------------------ */

static cj_str raw_of(const patching *p, const cj_csv_field *f)
{
    return cj_str_cut(p->text, f->from, f->to - f->from);
}

/* What the field says: without its quotes, line breaks as one LF. */
static cj_str value_of(const patching *p, const cj_csv_field *f)
{
    cj_str s =
        f->quoted ? cj_str_cut(p->text, f->from + 1, f->close - f->from - 1) : raw_of(p, f);
    cj_buf b;
    size_t i;

    cj_buf_init(&b, p->arena);
    for (i = 0; i < s.n; i++) {
        if (s.p[i] == '\r') {
            cj_buf_byte(&b, '\n');
            i += i + 1 < s.n && s.p[i + 1] == '\n';
            continue;
        }
        cj_buf_byte(&b, s.p[i]);
        i += f->quoted && s.p[i] == '"' && i + 1 < s.n && s.p[i + 1] == '"';
    }
    return cj_buf_str(&b);
}

static bool needs_quotes(const patching *p, cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        if (s.p[i] == p->delimiter || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r')
            return true;
    return false;
}

static void put_field(patching *p, cj_str text, bool quoted, bool guard, cj_str line_break)
{
    size_t i;

    quoted = quoted || needs_quotes(p, text) || (guard && p->delimiter == '\'');
    if (quoted)
        cj_buf_byte(&p->out, '"');
    if (guard)
        cj_buf_byte(&p->out, '\'');
    for (i = 0; i < text.n; i++) {
        if (text.p[i] == '\n') {
            cj_buf_add(&p->out, line_break);
            continue;
        }
        if (text.p[i] == '"')
            cj_buf_byte(&p->out, '"');
        cj_buf_byte(&p->out, text.p[i]);
    }
    if (quoted)
        cj_buf_byte(&p->out, '"');
}

static void copy_to(patching *p, size_t end)
{
    cj_buf_add(&p->out, cj_str_cut(p->text, p->copied, end - p->copied));
    p->copied = end;
}

static void replace(patching *p, const cj_csv_field *f, cj_str text)
{
    cj_str was = value_of(p, f);
    bool guarded = cj_csv_guarded(was);
    bool crlf = cj_str_has(raw_of(p, f), CJ_STR("\r\n"));

    if (cj_str_eq(guarded ? cj_str_from(was, 1) : was, text))
        return;
    copy_to(p, f->from);
    put_field(p, text, f->quoted, cj_csv_guarded(text) || (guarded && cj_csv_runs(text)),
              crlf ? CJ_STR("\r\n") : CJ_STR("\n"));
    p->copied = f->to;
}

/* ---- behind the last field, behind the last record --------------------------------------------------- */

static void put_new(patching *p, uint32_t *col)
{
    const cj_edit *e = *p->edit;

    for (; *col < e->col; ++*col)
        cj_buf_byte(&p->out, p->delimiter);
    put_field(p, e->text, false, cj_csv_guarded(e->text), CJ_STR("\n"));
}

static void next_edit(patching *p)
{
    p->edit++;
    p->n--;
}

static void lengthen(patching *p, const cj_csv_field *f)
{
    uint32_t col = f->col;

    for (; p->n && (*p->edit)->row == f->row; next_edit(p))
        if ((*p->edit)->text.n) {
            copy_to(p, f->to);
            put_new(p, &col);
        }
}

static bool ends_a_line(cj_str s)
{
    return !s.n || s.p[s.n - 1] == '\n' || s.p[s.n - 1] == '\r';
}

/* Behind the record `last`. Where the last line had no end, the new one has none. */
static void add_records(patching *p, uint32_t last)
{
    bool ended = ends_a_line(p->text), added = false;
    uint32_t row = last + ended, col = 1;

    for (; p->n; next_edit(p)) {
        if (!(*p->edit)->text.n)
            continue;
        for (; row < (*p->edit)->row; row++, col = 1)
            cj_buf_add(&p->out, p->newline);
        put_new(p, &col);
        added = true;
    }
    if (ended && added)
        cj_buf_add(&p->out, p->newline);
}

/* `head` is what stands in front of the records. */
static cj_str patched(patching *p, cj_str head)
{
    cj_csv_scan scan;
    cj_csv_field f;
    uint32_t last = 0;

    cj_buf_init(&p->out, p->arena);
    cj_buf_add(&p->out, head);
    cj_csv_scan_init(&scan, p->text, p->delimiter);
    while (p->n && cj_csv_scan_next(&scan, &f)) {
        last = f.row;
        if ((*p->edit)->row == f.row && (*p->edit)->col == f.col) {
            replace(p, &f, (*p->edit)->text);
            next_edit(p);
        }
        if (f.last)
            lengthen(p, &f);
    }
    copy_to(p, p->text.n);
    add_records(p, last);
    return cj_buf_str(&p->out);
}

/* ---- what may go wrong ------------------------------------------------------------------------------ */

static cj_rc fail_at(cj_err *err, cj_rc rc, cj_text says, cj_str arg, const cj_edit *e)
{
    cj_str none = { NULL, 0 };

    cj_fail(err, rc, says, arg, none);
    if (err && e) {
        err->at.row = e->row;
        err->at.col = e->col;
    }
    return rc;
}

static cj_rc check_places(const cj_limits *limits, const cj_edit *const *in, size_t n,
                          cj_err *err)
{
    static const cj_text says = {
        "a CSV has no such cell; nothing was written",
        "CSV にはこのセルがありません。何も書き込んでいません。",
    };
    size_t i;

    for (i = 0; i < n; i++)
        if (in[i]->sheet || !in[i]->row || !in[i]->col || in[i]->row > limits->rows ||
            in[i]->col > limits->columns)
            return fail_at(err, CJ_EUSAGE, says, CJ_STR(""), in[i]);
    return CJ_OK;
}

/* The file's own bytes again: *head is what stands in front of the text. */
static cj_rc check_bytes(cj_arena *arena, cj_str bytes, const cj_decoded *d,
                         cj_encoding *as, cj_str *head, cj_err *err)
{
    static const cj_text says = {
        "this file cannot be changed in place, because {0} would not give all of its other characters the "
        "same bytes again; save it in Excel as \"CSV UTF-8\" first",
        "文字コード {0} のままでは、変更しない部分も元と同じ内容では書き戻せません。"
        "先に Excel で「CSV UTF-8」として保存し直してください。",
    };
    cj_str again;

    if (!cj_encoding_find(arena, d->encoding, as) ||
        cj_encoding_bytes(arena, as->iconv, d->text, &again) != CJ_NONE ||
        !cj_str_ends(bytes, again))
        return fail_at(err, CJ_EENCODING, says, d->encoding, NULL);
    *head = cj_str_cut(bytes, 0, bytes.n - again.n);
    return CJ_OK;
}

static cj_rc check_letters(cj_arena *arena, const cj_decoded *d, const cj_encoding *as,
                           const cj_edit *const *in, size_t n, cj_err *err)
{
    static const cj_text says = {
        "{0}, the encoding of this file, has no character for a part of the new text; save the file in Excel "
        "as \"CSV UTF-8\" first",
        "このファイルの文字コード（{0}）では、新しい文章の一部の文字を表せません。"
        "先に Excel で「CSV UTF-8」として保存し直してください。",
    };
    cj_str bytes;
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_encoding_bytes(arena, as->iconv, in[i]->text, &bytes) != CJ_NONE)
            return fail_at(err, CJ_EENCODING, says, d->encoding, in[i]);
    return CJ_OK;
}

static bool same_cell(cj_arena *arena, const cj_book *a, const cj_book_cell *x,
                      const cj_book *b, const cj_book_cell *y)
{
    return x->row == y->row && x->col == y->col &&
           cj_str_eq(cj_book_cell_text(arena, a, x), cj_book_cell_text(arena, b, y));
}

/* The first cell in which they differ; false: in none. */
static bool differ(cj_arena *arena, const cj_book *a, const cj_book *b, cj_pos *at)
{
    const cj_sheet *s = &a->sheets[0], *t = &b->sheets[0];
    size_t i, n = s->n_cells < t->n_cells ? s->n_cells : t->n_cells;

    for (i = 0; i < n; i++)
        if (!same_cell(arena, a, cj_sheet_cell(s, i), b, cj_sheet_cell(t, i)))
            break;
    if (i == s->n_cells && i == t->n_cells)
        return false;
    at->row = i < s->n_cells ? cj_sheet_cell(s, i)->row : cj_sheet_cell(t, i)->row;
    at->col = i < s->n_cells ? cj_sheet_cell(s, i)->col : cj_sheet_cell(t, i)->col;
    return true;
}

/* Read as anybody would read it: what a text does to the guess of the delimiter counts, too. */
static cj_rc check_again(cj_arena *arena, cj_str bytes, cj_str name,
                         const cj_read_options *options, const cj_book *want, cj_err *err)
{
    static const cj_text says = {
        "with the new text this file would be read differently from here on, so nothing was written; edit it "
        "in Excel, or save it as .xlsx first",
        "新しい文章を書き込むと、ここから先の読み取り結果が変わってしまうため、書き込みませんでした。"
        "Excel で編集するか、先に .xlsx として保存してください。",
    };
    cj_str none = { NULL, 0 };
    cj_book *got;
    cj_pos at = { .row = 0 };
    cj_rc rc = cj_book_parse(arena, bytes, name, options, &got, err);

    if (rc != CJ_OK || !differ(arena, want, got, &at))
        return rc;
    cj_fail(err, CJ_EFORMAT, says, none, none);
    if (err)
        err->at = at;
    return CJ_EFORMAT;
}

/* ---- a file ------------------------------------------------------------------------------------------ */

static cj_str joined(cj_arena *arena, cj_str a, cj_str b)
{
    cj_buf both;

    cj_buf_init(&both, arena);
    cj_buf_add(&both, a);
    cj_buf_add(&both, b);
    return cj_buf_str(&both);
}

static cj_rc write_bytes(cj_arena *arena, cj_str bytes, const cj_book *book,
                         const cj_decoded *d, const cj_edit *const *in, size_t n,
                         cj_str *out, cj_err *err)
{
    cj_csv_shape shape = cj_csv_shape_of(d->text, book->csv.delimiter);
    patching p = { .arena = arena,
                   .text = cj_str_from(d->text, shape.body),
                   .delimiter = book->csv.delimiter,
                   .newline = book->csv.newline,
                   .edit = in,
                   .n = n };
    cj_encoding as;
    cj_str head, text;
    cj_rc rc;

    rc = check_bytes(arena, bytes, d, &as, &head, err);
    if (rc == CJ_OK)
        rc = check_letters(arena, d, &as, in, n, err);
    if (rc != CJ_OK)
        return rc;
    cj_encoding_bytes(arena, as.iconv, patched(&p, cj_str_cut(d->text, 0, shape.body)),
                      &text);
    *out = joined(arena, head, text);
    return CJ_OK;
}

cj_rc cj_csv_patch(cj_arena *arena, cj_str bytes, cj_str name,
                   const cj_read_options *options, const cj_edit *edits, size_t n,
                   cj_str *out, cj_err *err)
{
    size_t kept = n;
    const cj_edit **in = cj_edits_in_order(arena, edits, &kept);
    cj_decoded decoded;
    cj_book *book;
    cj_rc rc = check_places(&options->limits, in, kept, err);

    *out = bytes;
    if (rc != CJ_OK || !kept)
        return rc;
    rc = cj_book_parse(arena, bytes, name, options, &book, err);
    if (rc == CJ_OK)
        rc = cj_decode(arena, bytes, options->encoding, &decoded, err);
    if (rc == CJ_OK)
        rc = write_bytes(arena, bytes, book, &decoded, in, kept, out, err);
    if (rc == CJ_OK)
        rc = check_again(arena, *out, name, options, cj_book_edited(arena, book, edits, n),
                         err);
    if (rc != CJ_OK)
        *out = bytes;
    return rc;
}
