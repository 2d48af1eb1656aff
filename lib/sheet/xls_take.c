/* xls_take.c - makes a book of what the child that reads a .xls says, believing nothing. */
#include "sheet/xls_take.h"
#include "base/number.h"
#include "base/utf8.h"
#include "sheet/extras.h"
#include <math.h>
#include <string.h>

static const cj_text incomplete = {
    "this .xls file cannot be read completely; open it in Excel and save it as .xlsx",
    "この .xls ファイルは完全には読み取れません。Excelで開き、.xlsx "
    "として保存し直してください。"
};
cj_rc cj_xls_refuse(cj_err *err, cj_xls_failure why)
{
    static const struct {
        cj_rc rc;
        cj_text says;
    } says[CJ_XLS_N_FAILURES] = {
        [CJ_XLS_NO_WORKBOOK] = { CJ_ETYPE,
                                 { "this is no workbook (it may be a Word document, a "
                                   "presentation or a mail); "
                                   "open it in Excel and save it as .xlsx",
                                   "Excelのブックではありません（Word文書、PowerPoint、メー"
                                   "ルなどの可能性があります）。"
                                   "Excelで開けるファイルなら .xlsx "
                                   "として保存し直してください。" } },
        [CJ_XLS_PASSWORD] = { CJ_EPASSWORD,
                              { "the file is password-protected; open it in Excel and save "
                                "it without a password",
                                "パスワードで保護されています。Excelで開き、パスワードを外"
                                "して保存し直してください。" } },
        [CJ_XLS_DAMAGED] = { CJ_EFORMAT,
                             { "the .xls file is damaged; open it in Excel, let Excel "
                               "repair it, and save it as .xlsx",
                               ".xls ファイルが壊れています。Excelで開いて修復し、.xlsx "
                               "として保存し直してください。" } },
        [CJ_XLS_UNREADABLE] = { CJ_EFORMAT,
                                { "this .xls file cannot be read; open it in Excel and "
                                  "save it as .xlsx",
                                  "この .xls ファイルは読み取れません。Excelで開き、.xlsx "
                                  "として保存し直してください。" } },
        [CJ_XLS_TOO_MANY] = { CJ_ELIMIT,
                              { "this .xls file holds too many cells; open it in Excel and "
                                "save it as .xlsx",
                                "この .xls ファイルはセルが多すぎます。Excelで開き、.xlsx "
                                "として保存し直してください。" } },
    };
    cj_str none = { NULL, 0 };

    if (why >= CJ_XLS_N_FAILURES)
        why = CJ_XLS_UNREADABLE;
    return cj_fail(err, says[why].rc, says[why].says, none, none);
}

/* One more than a limit. */
static cj_rc over(const cj_xls_taker *p, cj_err *err, cj_text says, size_t limit)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, says, cj_str_fmt(p->arena, "%zu", limit), none);
}

/* A copy in which what is no UTF-8 reads as U+FFFD. */
static cj_str sound_text(cj_arena *arena, cj_str s)
{
    cj_buf b;

    if (cj_utf8_valid(s))
        return cj_str_copy(arena, s);
    cj_buf_init(&b, arena);
    while (s.n)
        cj_utf8_put(&b, cj_utf8_next(&s));
    return cj_buf_str(&b);
}

static cj_rc take_style(cj_xls_taker *p, cj_str payload, cj_err *err)
{
    cj_book *b = p->book;
    cj_style *s;

    if (!b || !payload.n || b->n_styles > UINT16_MAX)
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    CJ_ROOM(p->arena, b->styles, b->n_styles, b->cap_styles);
    s = &b->styles[b->n_styles++];
    memset(s, 0, sizeof *s);
    s->date = payload.p[0] != 0;
    s->number_format = sound_text(p->arena, cj_str_from(payload, 1));
    return CJ_OK;
}

static cj_rc take_sheet(cj_xls_taker *p, cj_str payload, cj_err *err)
{
    static const cj_text sheets = {
        "the workbook has more than {0} sheets, which is over the limit",
        "ブックのシートが多すぎます（上限 {0} 枚）。"
    };
    cj_sheet *s;

    if (!p->book || payload.n < 2)
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    if (p->book->n_sheets >= p->limits->sheets)
        return over(p, err, sheets, p->limits->sheets);
    s = cj_book_add_sheet(p->arena, p->book, sound_text(p->arena, cj_str_from(payload, 2)));
    if ((unsigned char)payload.p[0] <= CJ_VERY_HIDDEN)
        s->state = (cj_sheet_state)payload.p[0];
    if ((unsigned char)payload.p[1] <= CJ_MACROSHEET)
        s->kind = (cj_sheet_kind)payload.p[1];
    return CJ_OK;
}

static cj_rc within_limits(const cj_xls_taker *p, const cj_xls_cell *h, cj_str text,
                           cj_err *err)
{
    static const cj_text rows = {
        "the workbook has more than {0} rows, which is over the limit",
        "ブックの行数が多すぎます（上限 {0} 行）。"
    };
    static const cj_text columns = {
        "the workbook has more than {0} columns, which is over the limit",
        "ブックの列数が多すぎます（上限 {0} 列）。"
    };
    static const cj_text cells = {
        "the workbook has more than {0} cells, which is over the limit",
        "ブックのセルが多すぎます（上限 {0} 個）。"
    };
    static const cj_text texts = {
        "the workbook's cells hold more than {0} bytes of text, which is over the limit",
        "ブックの文字列が多すぎます（上限 {0} バイト）。"
    };
    const cj_limits *l = p->limits;

    if (h->row > l->rows)
        return over(p, err, rows, l->rows);
    if (h->col > l->columns)
        return over(p, err, columns, l->columns);
    if (p->book->n_cells >= l->cells)
        return over(p, err, cells, l->cells);
    if (text.n > l->cell_bytes)
        return over(p, err, texts, l->cell_bytes);
    if (text.n > l->string_bytes - p->book->string_bytes)
        return over(p, err, texts, l->string_bytes);
    return CJ_OK;
}

static cj_rc take_cell(cj_xls_taker *p, cj_str payload, cj_err *err)
{
    cj_str text = cj_str_from(payload, sizeof(cj_xls_cell));
    cj_book_cell *c;
    cj_xls_cell h;
    cj_rc rc;

    if (!p->book || !p->book->n_sheets || payload.n < sizeof h)
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    memcpy(&h, payload.p, sizeof h);
    if (!h.row || !h.col || h.col > UINT16_MAX || h.value < CJ_V_TEXT ||
        h.value > CJ_V_ERROR || h.style >= p->book->n_styles || !isfinite(h.number))
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    rc = within_limits(p, &h, text, err);
    if (rc != CJ_OK)
        return rc;
    c = cj_sheet_add(p->arena, &p->book->sheets[p->book->n_sheets - 1], h.row, h.col);
    c->style = h.style;
    c->value = h.value;
    c->flags = h.flags & CJ_CELL_FORMULA;
    c->number = h.value == CJ_V_BOOL ? h.number != 0 : h.value == CJ_V_ERROR ? 0 : h.number;
    c->text = h.value == CJ_V_NUMBER || h.value == CJ_V_DATE
                  ? cj_number_text(p->arena, h.number)
                  : sound_text(p->arena, text);
    p->book->n_cells++;
    p->book->string_bytes += text.n;
    return CJ_OK;
}

static cj_rc take_extra(cj_xls_taker *p, cj_str payload, cj_err *err)
{
    cj_xls_extra e;

    if (!p->book || payload.n != sizeof e)
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    memcpy(&e, payload.p, sizeof e);
    if (e.kind > CJ_EXTRA_OTHER || e.other >= CJ_N_OTHERS ||
        (e.sheet >= p->book->n_sheets && e.sheet != CJ_NO_SHEET))
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    if (p->book->n_extras >= p->limits->side)
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    cj_extra_add(p->arena, p->book, (cj_extra_kind)e.kind, (cj_other)e.other, e.sheet, e.n);
    return CJ_OK;
}

static cj_rc take_lost(cj_xls_taker *p, cj_str payload, cj_err *err)
{
    cj_str none = { NULL, 0 };

    if (!p->book || payload.n != sizeof p->lost)
        return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
    memcpy(&p->lost, payload.p, sizeof p->lost);
    p->whole = true;
    return p->lost.others ? cj_fail(err, CJ_EFORMAT, incomplete, none, none) : CJ_OK;
}

cj_rc cj_xls_take(cj_xls_taker *p, uint8_t kind, cj_str payload, cj_err *err)
{
    switch (p->whole ? 0 : kind) {
    case CJ_XLS_BOOK:
        if (p->book || payload.n != 1)
            break;
        p->book = cj_book_new(p->arena, CJ_XLS);
        p->book->date1904 = payload.p[0] != 0;
        return CJ_OK;
    case CJ_XLS_STYLE:
        return take_style(p, payload, err);
    case CJ_XLS_SHEET:
        return take_sheet(p, payload, err);
    case CJ_XLS_CELL:
        return take_cell(p, payload, err);
    case CJ_XLS_EXTRA:
        return take_extra(p, payload, err);
    case CJ_XLS_LOST:
        return take_lost(p, payload, err);
    case CJ_XLS_FAILURE:
        return cj_xls_refuse(err, payload.n == 1
                                      ? (cj_xls_failure)(unsigned char)payload.p[0]
                                      : CJ_XLS_UNREADABLE);
    default:
        break;
    }
    return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
}

cj_book *cj_xls_finish(cj_xls_taker *p)
{
    static const cj_text lost = {
        "the results of {0} formulas could not be read from this .xls file; open it in "
        "Excel and "
        "save it as .xlsx to have them",
        "この .xls ファイルの数式 {0} 個の結果を読み取れませんでした。"
        "Excelで開いて .xlsx として保存し直すと読み取れます。"
    };
    size_t i;

    if (!p->whole)
        return NULL;
    for (i = 0; i < p->book->n_sheets; i++)
        cj_sheet_seal(p->arena, &p->book->sheets[i]);
    p->book->can = CJ_CAN_DATES | CJ_CAN_FORMULAS;
    if (p->lost.formulas) {
        cj_notice *n = cj_book_notice(p->arena, p->book, CJ_ODD_FORMULAS_LOST, lost);

        n->loud = true;
        n->what.arg[0] = cj_str_fmt(p->arena, "%u", p->lost.formulas);
        p->book->can &= ~(unsigned)CJ_CAN_FORMULAS;
    }
    return p->book;
}
