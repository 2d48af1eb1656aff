/* xlsx_sheet.c - one worksheet: what its events mean in the book. */
#include "sheet/xlsx_sheet.h"
#include "base/number.h"
#include "sheet/iso_date.h"
#include <string.h>

static const cj_str nothing = { NULL, 0 };

/* ---- places --------------------------------------------------------------------------------- */

static cj_rc bad_place(cj_sheet_sink *s, cj_str r, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: \"{0}\" is no cell address; open it in Excel, let "
        "Excel repair it, and save it again",
        "ブックが壊れています（「{0}」はセル番地ではありません）。Excelで開いて修復し、"
        "保存し直してください。"
    };

    return cj_fail(err, CJ_EFORMAT, says, cj_str_copy(s->x->arena, cj_str_cut(r, 0, 40)),
                   nothing);
}

static cj_rc beyond(cj_sheet_sink *s, cj_err *err)
{
    static const cj_text says = {
        "a cell stands past row {0} or column {1}, where Excel has none",
        "{0} 行または {1} 列を超える位置にセルがあります（Excelの上限を超えています）。"
    };
    const cj_limits *l = s->x->limits;

    return cj_fail(err, CJ_ELIMIT, says, cj_str_fmt(s->x->arena, "%zu", l->rows),
                   cj_str_fmt(s->x->arena, "%zu", l->columns));
}

static cj_rc hide(cj_sheet_sink *s, cj_range **list, size_t *n, size_t *cap, cj_range r,
                  cj_err *err)
{
    if (*n == s->x->limits->side)
        return cj_xlsx_too_many(s->x, *n, err);
    CJ_ROOM(s->x->arena, *list, *n, *cap);
    (*list)[(*n)++] = r;
    return CJ_OK;
}

static cj_rc hide_row(cj_sheet_sink *s, cj_err *err)
{
    cj_sheet *t = s->sheet;
    cj_range r = { s->row, 0, s->row, 0 };

    if (t->n_hidden_rows && t->hidden_rows[t->n_hidden_rows - 1].row2 + 1 == s->row) {
        t->hidden_rows[t->n_hidden_rows - 1].row2 = s->row;
        return CJ_OK;
    }
    return hide(s, &t->hidden_rows, &t->n_hidden_rows, &t->cap_hidden_rows, r, err);
}

cj_rc cj_sink_row(cj_sheet_sink *s, cj_str r, bool hidden, cj_err *err)
{
    unsigned long row = s->row + 1ul;

    r = cj_str_trim(r);
    if (r.n && (!cj_number_unsigned(r, 0xffffffff, &row) || row == 0))
        return bad_place(s, r, err);
    if (row > s->x->limits->rows)
        return beyond(s, err);
    s->row = s->cell_row = (uint32_t)row;
    s->col = 0;
    return hidden ? hide_row(s, err) : CJ_OK;
}

cj_rc cj_sink_place(cj_sheet_sink *s, cj_str r, cj_err *err)
{
    s->col++;
    if (!s->row)
        s->row = s->cell_row = 1;
    if (r.n && !cj_ref_parse(cj_str_trim(r), &s->cell_row, &s->col))
        return bad_place(s, r, err);
    if (s->cell_row > s->x->limits->rows || s->col > s->x->limits->columns)
        return beyond(s, err);
    return CJ_OK;
}

/* ---- cells ---------------------------------------------------------------------------------- */

static cj_rc lost_string(cj_sheet_sink *s, cj_str index, cj_err *err)
{
    static const cj_text says = {
        "the workbook is damaged: the text number {0} of this cell is missing; open it "
        "in Excel, let Excel repair it, and save it again",
        "ブックが壊れています（このセルの文字列 {0} 番がありません）。"
        "Excelで開いて修復し、保存し直してください。"
    };
    cj_rc rc = cj_fail(err, CJ_EFORMAT, says,
                       cj_str_copy(s->x->arena, cj_str_cut(index, 0, 40)), nothing);

    if (err) {
        err->at.row = s->cell_row;
        err->at.col = s->col;
    }
    return rc;
}

/* The cell at the latest place; its text counts towards the limit. */
static cj_rc add(cj_sheet_sink *s, const cj_raw_cell *raw, cj_value value, cj_str text,
                 cj_book_cell **out, cj_err *err)
{
    cj_xlsx *x = s->x;
    cj_book_cell *c;
    cj_rc rc = cj_xlsx_count_text(x, text.n, err);

    if (rc == CJ_OK && x->book->n_cells == x->limits->cells)
        rc = cj_xlsx_too_many(x, x->limits->cells, err);
    if (rc != CJ_OK)
        return rc;
    x->book->n_cells++;
    c = cj_sheet_add(x->arena, s->sheet, s->cell_row, s->col);
    c->value = (uint8_t)value;
    c->text = text;
    c->style = raw->style < x->n_styles ? x->style[raw->style] : 0;
    c->flags = raw->formula ? CJ_CELL_FORMULA : 0;
    *out = c;
    return CJ_OK;
}

/* As many as there may be cells: a few rows that are coloured to their ends are more than a map. */
static void add_blank(cj_sheet_sink *s, const cj_raw_cell *raw)
{
    cj_xlsx *x = s->x;
    cj_sheet *t = s->sheet;
    uint32_t style = raw->style < x->n_styles ? x->style[raw->style] : 0;

    if (!x->grounds || !x->book->styles[style].has_fill || t->n_blanks >= x->limits->cells)
        return;
    CJ_ROOM(x->arena, t->blanks, t->n_blanks, t->cap_blanks);
    t->blanks[t->n_blanks++] = (cj_blank){ s->cell_row, (uint16_t)s->col, style };
}

static cj_rc add_text(cj_sheet_sink *s, const cj_raw_cell *raw, cj_str text, cj_err *err)
{
    cj_book_cell *c;

    if (!text.n && !raw->formula) {
        add_blank(s, raw);
        return CJ_OK;
    }
    return add(s, raw, CJ_V_TEXT, text, &c, err);
}

static cj_rc add_written(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    char *p = cj_alloc_text(s->x->arena, raw->value.n + 1);
    cj_str text = { p, 0 };

    if (raw->value.n)
        memcpy(p, raw->value.p, raw->value.n);
    text.n = raw->type == CJ_T_INLINE ? raw->value.n : cj_xstring_decode(p, raw->value.n);
    return add_text(s, raw, text, err);
}

static cj_rc add_shared(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    cj_str index = cj_str_trim(raw->value), text;
    unsigned long i;

    if (!index.n)
        return CJ_OK;
    if (!cj_number_unsigned(index, 0xffffffff, &i) ||
        !cj_strings_get(&s->x->strings, i, &text))
        return lost_string(s, index, err);
    return add_text(s, raw, text, err);
}

/* What is no number is kept as text: better seen than lost. */
static cj_rc add_number(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    cj_str digits = cj_str_trim(raw->value), text = { NULL, 0 };
    cj_value value = CJ_V_NUMBER;
    cj_book_cell *c;
    double number;
    cj_rc rc;

    if (raw->type == CJ_T_DATE && cj_iso_serial(digits, s->x->book->date1904, &number))
        value = CJ_V_DATE;
    else if (cj_number_parse(digits, &number))
        text = cj_str_copy(s->x->arena, digits);
    else
        return add_written(s, raw, err);
    rc = add(s, raw, value, text, &c, err);
    if (rc != CJ_OK)
        return rc;
    c->number = number;
    if (s->x->book->styles[c->style].date)
        c->value = CJ_V_DATE;
    return CJ_OK;
}

static cj_rc add_bool(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    cj_str v = cj_str_trim(raw->value);
    cj_book_cell *c;
    double number;
    bool yes = cj_xml_true(v);
    cj_rc rc;

    if (cj_number_parse(v, &number))
        yes = number != 0;
    rc = add(s, raw, CJ_V_BOOL, nothing, &c, err);
    if (rc == CJ_OK)
        c->number = yes;
    return rc;
}

static cj_rc add_error(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    cj_book_cell *c;

    return add(s, raw, CJ_V_ERROR, cj_str_copy(s->x->arena, cj_str_trim(raw->value)), &c,
               err);
}

static cj_rc add_unsaved(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    cj_book_cell *c;
    cj_rc rc = raw->formula ? add(s, raw, CJ_V_EMPTY, nothing, &c, err) : CJ_OK;

    if (rc == CJ_OK && raw->formula)
        c->flags = CJ_CELL_FORMULA | CJ_CELL_UNSAVED;
    else if (rc == CJ_OK)
        add_blank(s, raw);
    return rc;
}

cj_rc cj_sink_cell(cj_sheet_sink *s, const cj_raw_cell *raw, cj_err *err)
{
    bool written = raw->type == CJ_T_INLINE || raw->type == CJ_T_FORMULA_TEXT;

    if (!raw->has_value || (!written && !cj_str_trim(raw->value).n))
        return add_unsaved(s, raw, err);
    switch (raw->type) {
    case CJ_T_SHARED:
        return add_shared(s, raw, err);
    case CJ_T_BOOL:
        return add_bool(s, raw, err);
    case CJ_T_ERROR:
        return add_error(s, raw, err);
    case CJ_T_INLINE:
    case CJ_T_FORMULA_TEXT:
        return add_written(s, raw, err);
    default:
        return add_number(s, raw, err);
    }
}

/* ---- around the cells ----------------------------------------------------------------------- */

cj_rc cj_sink_columns(cj_sheet_sink *s, cj_str from, cj_str to, cj_err *err)
{
    cj_sheet *t = s->sheet;
    unsigned long a, b;
    cj_range r = { 0, 0, 0, 0 };

    if (!cj_number_unsigned(from, 0xffffffff, &a) ||
        !cj_number_unsigned(to, 0xffffffff, &b) || a == 0 || a > b ||
        a > s->x->limits->columns)
        return CJ_OK;
    r.col1 = (uint32_t)a;
    r.col2 = (uint32_t)(b < s->x->limits->columns ? b : s->x->limits->columns);
    return hide(s, &t->hidden_cols, &t->n_hidden_cols, &t->cap_hidden_cols, r, err);
}

/* A merge of one cell is none. */
cj_rc cj_sink_merge(cj_sheet_sink *s, cj_str ref, cj_err *err)
{
    cj_sheet *t = s->sheet;
    cj_range r;

    if (!cj_range_parse(ref, &r))
        return bad_place(s, ref, err);
    return hide(s, &t->merges, &t->n_merges, &t->cap_merges, r, err);
}

/* An address that leads nowhere (its relation is missing) is still a link of the cell. */
cj_rc cj_sink_link(cj_sheet_sink *s, cj_str ref, cj_str id, cj_str location, cj_err *err)
{
    cj_sheet *t = s->sheet;
    const cj_relation *r = id.n ? cj_relation_by_id(&s->relations, id) : NULL;
    cj_str target = r ? r->target : nothing;
    cj_book_link link;

    if (!cj_range_parse(ref, &link.at))
        return bad_place(s, ref, err);
    if (t->n_links == s->x->limits->side)
        return cj_xlsx_too_many(s->x, t->n_links, err);
    link.target = cj_str_fmt(s->x->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(target),
                             location.n ? "#" : "", CJ_ARG(location));
    CJ_ROOM(s->x->arena, t->links, t->n_links, t->cap_links);
    t->links[t->n_links++] = link;
    return cj_xlsx_count_text(s->x, link.target.n, err);
}

static void note_missing(cj_xlsx *x, const cj_sheet *sheet)
{
    static const cj_text says = {
        "the content of this sheet is missing from the "
        "workbook; the sheet is read as empty",
        "このシートの中身がブックにありません。空のシートとして読み取ります。"
    };
    cj_notice *n = cj_book_notice(x->arena, x->book, CJ_ODD_OTHER, says);

    n->loud = true;
    n->what.at.sheet = sheet->name;
}

static cj_rc read_cells(cj_sheet_sink *s, cj_err *err)
{
    cj_rc rc = cj_sheet_read_xml(s, err);

    if (rc == CJ_OK)
        rc = cj_xlsx_read_notes(s->x, s->sheet, s->part, &s->relations, err);
    if (rc == CJ_OK)
        cj_sheet_seal(s->x->arena, s->sheet);
    return rc;
}

/* A sheet that leads nowhere, or of another kind, keeps its place in the book and is empty. */
cj_rc cj_xlsx_read_sheet(cj_xlsx *x, size_t i, cj_err *err)
{
    cj_sheet_sink sink;
    cj_str id = x->sheet_id[i];
    const cj_relation *r = id.n ? cj_relation_by_id(&x->relations, id) : NULL;
    bool cells;
    cj_rc rc;

    memset(&sink, 0, sizeof sink);
    sink.x = x;
    sink.sheet = &x->book->sheets[i];
    sink.at = (unsigned)i;
    cells = sink.sheet->kind == CJ_WORKSHEET;
    if (!cells && !x->extras)
        return CJ_OK;
    if (r)
        sink.part = cj_package_target(&x->package, x->workbook, r);
    if (!cj_package_has(&x->package, sink.part)) {
        if (cells)
            note_missing(x, sink.sheet);
        return CJ_OK;
    }
    rc = cj_package_relations(&x->package, sink.part, &sink.relations, err);
    if (rc == CJ_OK && cells)
        rc = read_cells(&sink, err);
    if (rc == CJ_OK)
        rc = cj_xlsx_sheet_extras(x, i, sink.part, &sink.relations, err);
    return rc;
}
