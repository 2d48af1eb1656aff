/* csv_patch.c - edits made in a CSV: new fields between the bytes of the old ones. */
#include <cj/patch.h>
#include "sheet/csv_form.h"
#include "sheet/csv_patch.h"
#include "sheet/decode.h"
#include "sheet/encoding.h"
#include "base/buf.h"

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

/* What a CSV has no room for, and what lies outside of it. */
static cj_rc check_edits(const cj_limits *limits, const cj_edit *edits, size_t n,
                         cj_err *err)
{
    static const cj_text kind = {
        "a CSV holds texts alone: no colours, notes, further sheets or properties; nothing was written",
        "CSVには、色、コメント、別のシート、プロパティを書き込めません。何も書き込んでいません。",
    };
    static const cj_text place = {
        "a CSV has no such cell; nothing was written",
        "CSV にはこのセルがありません。何も書き込んでいません。",
    };
    size_t i;

    for (i = 0; i < n; i++) {
        const cj_edit *e = &edits[i];
        bool rows = e->kind == CJ_EDIT_ROWS_IN || e->kind == CJ_EDIT_ROWS_OUT ||
                    e->kind == CJ_EDIT_APPEND,
             cols = e->kind == CJ_EDIT_COLS_IN || e->kind == CJ_EDIT_COLS_OUT;

        if (e->kind == CJ_EDIT_FILL || e->kind == CJ_EDIT_NOTE || e->kind > CJ_EDIT_APPEND)
            return fail_at(err, CJ_EUSAGE, kind, CJ_STR(""), e);
        if (e->sheet || (!cols && (!e->row || e->row > limits->rows)) ||
            (!rows && (!e->col || e->col > limits->columns)) ||
            (rows && e->count > limits->rows) || (cols && e->count > limits->columns))
            return fail_at(err, CJ_EUSAGE, place, CJ_STR(""), e);
    }
    return CJ_OK;
}

/* Nothing may be pushed out. */
static cj_rc check_room(const cj_limits *limits, const cj_book *book,
                        const cj_sheet_plan *plan, cj_err *err)
{
    static const cj_text says = {
        "with so many new rows or columns the table would be larger than a spreadsheet can be; nothing was "
        "written",
        "行や列をこれだけ増やすと、表計算ソフトで扱える大きさを超えます。何も書き込んでいません。",
    };
    const cj_sheet *s = &book->sheets[0];
    uint32_t at;

    for (at = 1; at <= s->rows; at++)
        if (cj_csv_place_after(plan, at, false) > limits->rows)
            return fail_at(err, CJ_EUSAGE, says, CJ_STR(""), NULL);
    for (at = 1; at <= s->cols; at++)
        if (cj_csv_place_after(plan, at, true) > limits->columns)
            return fail_at(err, CJ_EUSAGE, says, CJ_STR(""), NULL);
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
                           const cj_sheet_plan *plan, cj_err *err)
{
    static const cj_text says = {
        "{0}, the encoding of this file, has no character for a part of the new text; save the file in Excel "
        "as \"CSV UTF-8\" first",
        "このファイルの文字コード（{0}）では、新しい文章の一部の文字を表せません。"
        "先に Excel で「CSV UTF-8」として保存し直してください。",
    };
    cj_str bytes;
    size_t i;

    for (i = 0; i < plan->n_cells; i++)
        if (cj_encoding_bytes(arena, as->iconv, plan->cell[i].text, &bytes) != CJ_NONE)
            return fail_at(err, CJ_EENCODING, says, d->encoding, &plan->cell[i]);
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
                         const cj_decoded *d, const cj_sheet_plan *plan, cj_str *out,
                         cj_err *err)
{
    cj_csv_shape shape = cj_csv_shape_of(d->text, book->csv.delimiter);
    cj_csv_patching p = { .head = cj_str_cut(d->text, 0, shape.body),
                          .text = cj_str_from(d->text, shape.body),
                          .delimiter = book->csv.delimiter,
                          .newline = book->csv.newline,
                          .plan = plan };
    static const cj_text nothing = {
        "nothing would be left of the table; to remove all of it, delete the file",
        "表に何も残りません。すべて消すときは、ファイルごと削除してください。",
    };
    cj_encoding as;
    cj_str head, text;
    cj_rc rc;

    rc = check_bytes(arena, bytes, d, &as, &head, err);
    if (rc == CJ_OK)
        rc = check_letters(arena, d, &as, plan, err);
    if (rc != CJ_OK)
        return rc;
    cj_encoding_bytes(arena, as.iconv, cj_csv_patched(arena, &p), &text);
    *out = joined(arena, head, text);
    return out->n ? CJ_OK : fail_at(err, CJ_EUSAGE, nothing, CJ_STR(""), NULL);
}

cj_rc cj_csv_patch(cj_arena *arena, cj_str bytes, cj_str name,
                   const cj_read_options *options, const cj_edit *edits, size_t n,
                   cj_str *out, cj_err *err)
{
    cj_edit_plan plan;
    cj_decoded decoded;
    cj_book *book;
    cj_rc rc = check_edits(&options->limits, edits, n, err);

    *out = bytes;
    if (rc != CJ_OK || !n)
        return rc;
    cj_edits_plan(arena, edits, n, &plan);
    rc = cj_book_parse(arena, bytes, name, options, &book, err);
    if (rc == CJ_OK)
        rc = check_room(&options->limits, book, &plan.sheet[0], err);
    if (rc == CJ_OK)
        rc = cj_decode(arena, bytes, options->encoding, &decoded, err);
    if (rc == CJ_OK)
        rc = write_bytes(arena, bytes, book, &decoded, &plan.sheet[0], out, err);
    if (rc == CJ_OK)
        rc = check_again(arena, *out, name, options, cj_book_edited(arena, book, edits, n),
                         err);
    if (rc != CJ_OK)
        *out = bytes;
    return rc;
}
