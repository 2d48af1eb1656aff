/* xls_read.c - reads .xls: freexl and our own walk over the records, both in a child process. */
#include "base/utf8.h"
#include "sheet/biff.h"
#include "sheet/bytes.h"
#include "sheet/isolate.h"
#include "sheet/ole2.h"
#include "sheet/reader.h"
#include "sheet/xls_plain.h"
#include <freexl.h>
#include <math.h>

#define MEMORY ((size_t)1 << 30)
#define MOST_CELLS (65536u * CJ_PLAIN_COLUMNS)

/* What the child says. Numbers stand as the machine has them: both ends are the same program. */
enum { BOOK = 1, SHEET, CELL, LOST, FAILURE };

typedef struct cell_head {
    double number;
    uint32_t row, col;          /* from 1 */
    uint8_t value, flags;
    uint8_t unused[6];
} cell_head;

typedef enum failure {
    NO_WORKBOOK, PASSWORD, DAMAGED, UNREADABLE, TOO_MANY, N_FAILURES
} failure;

static int bid(cj_str head)
{
    return cj_ole2_is(head) ? 100 : cj_biff_is(head) ? CJ_BID_SURE : 0;
}

/* ---- the child ------------------------------------------------------------------------------ */

typedef struct child {
    const cj_source *source;
    cj_arena *arena, *scratch;  /* scratch: one cell's text */
    cj_frames *out;
    cj_biff biff;
    cj_plain plain;
    const void *freexl;         /* NULL where there is nothing to ask */
    size_t asked;
    bool program;               /* a macro sheet: its formulas are commands, not cells to read */
    uint32_t lost_formulas, lost_others;
} child;

static void fail_in_child(child *c, failure why)
{
    char code = (char)why;
    cj_str payload = { &code, 1 };

    cj_frame_send(c->out, FAILURE, payload);
}

static bool ask_later(void *context, const cj_biff_cell *cell)
{
    child *c = context;

    if (cj_plain_wants(&c->plain, cell))
        cj_plain_add(&c->plain, cell);
    return c->plain.n < MOST_CELLS;
}

/* What freexl says of the next cell that was put before it. */
static FreeXL_CellValue next_answer(child *c)
{
    FreeXL_CellValue v;
    unsigned row = (unsigned)(c->asked / CJ_PLAIN_COLUMNS);

    memset(&v, 0, sizeof v);
    if (freexl_get_cell_value(c->freexl, row, (unsigned short)(c->asked % CJ_PLAIN_COLUMNS),
                              &v) != FREEXL_OK)
        v.type = FREEXL_CELL_NULL;
    c->asked++;
    return v;
}

static bool is_date(unsigned char type)
{
    return type == FREEXL_CELL_DATE || type == FREEXL_CELL_DATETIME || type == FREEXL_CELL_TIME;
}

static void count_lost(child *c, const cj_biff_cell *cell)
{
    if (cell->formula)
        c->lost_formulas++;
    else
        c->lost_others++;
}

static void send_cell(child *c, const cj_biff_cell *cell, cj_value value, cj_str text)
{
    cell_head head;
    cj_buf b;
    cj_str bytes = { (const char *)&head, sizeof head };

    memset(&head, 0, sizeof head);
    head.row = cell->row + 1;
    head.col = cell->col + 1;
    head.value = (uint8_t)value;
    head.flags = cell->formula ? CJ_CELL_FORMULA : 0;
    head.number = cell->number;
    cj_buf_init(&b, c->scratch);
    cj_buf_add(&b, bytes);
    cj_buf_add(&b, text);
    cj_frame_send(c->out, CELL, cj_buf_str(&b));
}

static bool tell_cell(void *context, const cj_biff_cell *cell)
{
    child *c = context;
    bool asked = cj_plain_wants(&c->plain, cell);
    FreeXL_CellValue v = { 0 };
    cj_str none = { "", 0 };

    if (asked)
        v = next_answer(c);
    if (cell->formula && c->program)
        return true;
    if (cell->kind == CJ_BIFF_TEXT)
        send_cell(c, cell, CJ_V_TEXT, cj_biff_text(c->scratch, &c->biff, cell));
    else if (cell->kind == CJ_BIFF_DOUBLE)
        send_cell(c, cell, asked && is_date(v.type) ? CJ_V_DATE : CJ_V_NUMBER, none);
    else if (cell->kind == CJ_BIFF_BOOL)
        send_cell(c, cell, CJ_V_BOOL, none);
    else if (cell->kind == CJ_BIFF_ERROR)
        send_cell(c, cell, CJ_V_ERROR, cj_biff_error((unsigned)cell->number));
    else
        count_lost(c, cell);
    cj_arena_reset(c->scratch);
    return true;
}

static void tell_sheet(child *c, const cj_biff_sheet *s)
{
    char kinds[2] = { (char)s->state, (char)s->kind };
    cj_str head = { kinds, sizeof kinds };
    cj_buf b;

    cj_buf_init(&b, c->scratch);
    cj_buf_add(&b, head);
    cj_buf_add(&b, s->name);
    cj_frame_send(c->out, SHEET, cj_buf_str(&b));
    c->program = s->kind == CJ_MACROSHEET;
    if (s->kind == CJ_WORKSHEET || s->kind == CJ_MACROSHEET)
        cj_biff_cells(&c->biff, s, tell_cell, c);
}

static void tell_book(child *c)
{
    char form = (char)c->biff.date1904;
    cj_str head = { &form, 1 };
    uint32_t lost[2];
    cj_str last = { (const char *)lost, sizeof lost };
    size_t i;

    cj_frame_send(c->out, BOOK, head);
    for (i = 0; i < c->biff.n_sheets; i++)
        tell_sheet(c, &c->biff.sheets[i]);
    lost[0] = c->lost_formulas;
    lost[1] = c->lost_others;
    cj_frame_send(c->out, LOST, last);
}

/* freexl may say OK and give nothing. */
static bool open_freexl(child *c)
{
    char path[CJ_ISOLATE_PATH];

    if (!c->plain.n)
        return true;
    return cj_isolate_file(cj_plain_file(c->arena, &c->plain), path) &&
           freexl_open(path, &c->freexl) == FREEXL_OK && c->freexl &&
           freexl_select_active_worksheet(c->freexl, 0) == FREEXL_OK;
}

/* The stream of the workbook; CJ_NONE-like failures are told by the return value. */
static bool find_stream(child *c, cj_str bytes, cj_str *stream, failure *why)
{
    static const char *const names[] = { "Workbook", "Book" };
    const cj_ole2_entry *e = NULL;
    cj_ole2 ole2;
    size_t i;

    *stream = bytes;
    if (!cj_ole2_is(bytes))
        return true;
    *why = DAMAGED;
    if (cj_ole2_open(c->arena, bytes, &ole2, NULL) != CJ_OK || !ole2.n_entries)
        return false;
    *why = PASSWORD;
    if (cj_ole2_find(&ole2, "EncryptedPackage") || cj_ole2_find(&ole2, "EncryptionInfo"))
        return false;
    *why = NO_WORKBOOK;
    for (i = 0; i < sizeof names / sizeof *names && !e; i++)
        e = cj_ole2_find(&ole2, names[i]);
    if (e)
        *stream = cj_ole2_stream(c->arena, &ole2, e);
    return e != NULL;
}

static void work(void *context, cj_frames *out)
{
    child *c = context;
    failure why = DAMAGED;
    cj_str bytes, stream;
    size_t i;

    c->out = out;
    c->arena = cj_arena_new(0);
    c->scratch = cj_arena_new(0);
    if (cj_source_all(c->arena, c->source, &bytes, NULL) != CJ_OK ||
        !find_stream(c, bytes, &stream, &why)) {
        fail_in_child(c, why);
        return;
    }
    if (!cj_biff_open(c->arena, stream, &c->biff) || (!c->biff.password && !c->biff.n_sheets)) {
        fail_in_child(c, DAMAGED);
        return;
    }
    if (c->biff.password) {
        fail_in_child(c, PASSWORD);
        return;
    }
    cj_plain_init(&c->plain, c->arena, &c->biff);
    for (i = 0; i < c->biff.n_sheets; i++)
        if (!cj_biff_cells(&c->biff, &c->biff.sheets[i], ask_later, c)) {
            fail_in_child(c, TOO_MANY);
            return;
        }
    if (open_freexl(c))
        tell_book(c);
    else
        fail_in_child(c, UNREADABLE);
}

/* ---- the parent ------------------------------------------------------------------------------ */

typedef struct parent {
    child child;                /* what the child starts from */
    cj_arena *arena;
    const cj_limits *limits;
    cj_book *book;
    bool whole;                 /* LOST came, which is the last */
    uint32_t lost_formulas;
} parent;

static const cj_text unreadable = {
    "this .xls file cannot be read completely; open it in Excel and save it as .xlsx",
    "この .xls ファイルは完全には読み取れません。Excelで開き、.xlsx として保存し直してください。"
};
static const cj_text too_much = {
    "the workbook holds more than can be read safely ({0})",
    "ブックの内容が安全に読み取れる量を超えています（{0}）。"
};

static cj_rc refuse(cj_err *err, failure why)
{
    static const struct {
        cj_rc rc;
        cj_text says;
    } says[N_FAILURES] = {
        [NO_WORKBOOK] = { CJ_ETYPE, {
            "this is no workbook (it may be a Word document, a presentation or a mail); "
            "open it in Excel and save it as .xlsx",
            "Excelのブックではありません（Word文書、PowerPoint、メールなどの可能性があります）。"
            "Excelで開けるファイルなら .xlsx として保存し直してください。" } },
        [PASSWORD] = { CJ_EPASSWORD, {
            "the file is password-protected; open it in Excel and save it without a password",
            "パスワードで保護されています。Excelで開き、パスワードを外して保存し直してください。" } },
        [DAMAGED] = { CJ_EFORMAT, {
            "the .xls file is damaged; open it in Excel, let Excel repair it, and save it as .xlsx",
            ".xls ファイルが壊れています。Excelで開いて修復し、.xlsx として保存し直してください。" } },
        [UNREADABLE] = { CJ_EFORMAT, {
            "this .xls file cannot be read; open it in Excel and save it as .xlsx",
            "この .xls ファイルは読み取れません。Excelで開き、.xlsx として保存し直してください。" } },
        [TOO_MANY] = { CJ_ELIMIT, {
            "this .xls file holds too many cells; open it in Excel and save it as .xlsx",
            "この .xls ファイルはセルが多すぎます。Excelで開き、.xlsx として保存し直してください。" } },
    };
    cj_str none = { NULL, 0 };

    if (why >= N_FAILURES)
        why = UNREADABLE;
    return cj_fail(err, says[why].rc, says[why].says, none, none);
}

static cj_rc too_many(cj_err *err, cj_str what)
{
    cj_str none = { NULL, 0 };

    return cj_fail(err, CJ_ELIMIT, too_much, what, none);
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

static cj_rc take_sheet(parent *p, cj_str payload, cj_err *err)
{
    cj_sheet *s;

    if (!p->book || payload.n < 2)
        return refuse(err, UNREADABLE);
    if (p->book->n_sheets >= p->limits->sheets)
        return too_many(err, CJ_STR("sheets"));
    s = cj_book_add_sheet(p->arena, p->book, sound_text(p->arena, cj_str_from(payload, 2)));
    if ((unsigned char)payload.p[0] <= CJ_VERY_HIDDEN)
        s->state = (cj_sheet_state)payload.p[0];
    if ((unsigned char)payload.p[1] <= CJ_MACROSHEET)
        s->kind = (cj_sheet_kind)payload.p[1];
    return CJ_OK;
}

static cj_rc within_limits(const parent *p, const cell_head *h, cj_str text, cj_err *err)
{
    if (h->row > p->limits->rows || h->col > p->limits->columns)
        return too_many(err, CJ_STR("rows, columns"));
    if (p->book->n_cells >= p->limits->cells)
        return too_many(err, CJ_STR("cells"));
    if (text.n > p->limits->cell_bytes || text.n > p->limits->string_bytes - p->book->string_bytes)
        return too_many(err, CJ_STR("text"));
    return CJ_OK;
}

static cj_rc take_cell(parent *p, cj_str payload, cj_err *err)
{
    cj_str text = cj_str_from(payload, sizeof(cell_head));
    cj_book_cell *c;
    cell_head h;
    cj_rc rc;

    if (!p->book || !p->book->n_sheets || payload.n < sizeof h)
        return refuse(err, UNREADABLE);
    memcpy(&h, payload.p, sizeof h);
    if (!h.row || !h.col || h.col > UINT16_MAX || h.value < CJ_V_TEXT || h.value > CJ_V_ERROR ||
        !isfinite(h.number))
        return refuse(err, UNREADABLE);
    rc = within_limits(p, &h, text, err);
    if (rc != CJ_OK)
        return rc;
    c = cj_sheet_add(p->arena, &p->book->sheets[p->book->n_sheets - 1], h.row, h.col);
    c->value = h.value;
    c->flags = h.flags & CJ_CELL_FORMULA;
    c->number = h.value == CJ_V_BOOL ? h.number != 0 : h.value == CJ_V_ERROR ? 0 : h.number;
    c->text = sound_text(p->arena, text);
    p->book->n_cells++;
    p->book->string_bytes += text.n;
    return CJ_OK;
}

static cj_rc take_lost(parent *p, cj_str payload, cj_err *err)
{
    uint32_t lost[2];

    if (!p->book || payload.n != sizeof lost)
        return refuse(err, UNREADABLE);
    memcpy(lost, payload.p, sizeof lost);
    p->lost_formulas = lost[0];
    p->whole = true;
    return lost[1] ? cj_fail(err, CJ_EFORMAT, unreadable, (cj_str){ NULL, 0 },
                             (cj_str){ NULL, 0 }) : CJ_OK;
}

static cj_rc take(void *context, uint8_t kind, cj_str payload, cj_err *err)
{
    parent *p = context;

    switch (p->whole ? 0 : kind) {
    case BOOK:
        if (p->book || payload.n != 1)
            break;
        p->book = cj_book_new(p->arena, CJ_XLS);
        p->book->date1904 = payload.p[0] != 0;
        return CJ_OK;
    case SHEET:
        return take_sheet(p, payload, err);
    case CELL:
        return take_cell(p, payload, err);
    case LOST:
        return take_lost(p, payload, err);
    case FAILURE:
        return refuse(err, payload.n == 1 ? (failure)(unsigned char)payload.p[0] : UNREADABLE);
    default:
        break;
    }
    return refuse(err, UNREADABLE);
}

static void finish(parent *p)
{
    static const cj_text lost = {
        "the results of {0} formulas could not be read from this .xls file; open it in Excel and "
        "save it as .xlsx to have them",
        "この .xls ファイルの数式 {0} 個の結果を読み取れませんでした。"
        "Excelで開いて .xlsx として保存し直すと読み取れます。"
    };
    size_t i;

    for (i = 0; i < p->book->n_sheets; i++)
        cj_sheet_seal(p->arena, &p->book->sheets[i]);
    p->book->can = CJ_CAN_DATES | CJ_CAN_FORMULAS;
    if (p->lost_formulas) {
        cj_notice *n = cj_book_notice(p->arena, p->book, CJ_ODD_FORMULAS_LOST, lost);

        n->loud = true;
        n->what.arg[0] = cj_str_fmt(p->arena, "%u", p->lost_formulas);
        p->book->can &= ~(unsigned)CJ_CAN_FORMULAS;
    }
}

static cj_rc judge(cj_arena *arena, cj_fate fate, const cj_limits *limits, cj_err *err)
{
    static const cj_text slow = {
        "reading this .xls file took longer than {0} seconds; open it in Excel and save it as .xlsx",
        "この .xls ファイルは {0} 秒以内に読み取れませんでした。"
        "Excelで開き、.xlsx として保存し直してください。"
    };
    static const cj_text unborn = {
        "no process could be started to read this .xls file; close other programs and try again",
        ".xls ファイルを読み取るプロセスを起動できません。"
        "ほかのアプリを閉じて、もう一度お試しください。"
    };
    cj_str none = { NULL, 0 };

    if (fate == CJ_FATE_SLOW)
        return cj_fail(err, CJ_ELIMIT, slow, cj_str_fmt(arena, "%u", limits->xls_seconds), none);
    if (fate == CJ_FATE_UNBORN)
        return cj_fail(err, CJ_EIO, unborn, none, none);
    return refuse(err, UNREADABLE);
}

static cj_rc read_xls(cj_arena *arena, const cj_source *source, const cj_read_options *options,
                      cj_book **out, cj_err *err)
{
    parent p;
    cj_task task = { work, take, &p, source->fd, 0, MEMORY, 0, 0 };
    cj_err refusal = { 0 };
    cj_fate fate;

    memset(&p, 0, sizeof p);
    p.child.source = source;
    p.arena = arena;
    p.limits = &options->limits;
    task.payload_bytes = options->limits.cell_bytes + sizeof(cell_head);
    task.cpu_seconds = options->limits.xls_seconds;
    task.wall_ms = options->limits.xls_seconds * 2000;
    fate = cj_isolate(arena, &task, &refusal);
    if (fate == CJ_FATE_REFUSED) {
        if (err)
            *err = refusal;
        return refusal.rc;
    }
    if (fate != CJ_FATE_DONE || !p.whole)
        return judge(arena, fate, &options->limits, err);
    finish(&p);
    *out = p.book;
    return CJ_OK;
}

const cj_reader cj_xls_reader = { "xls", bid, read_xls };
