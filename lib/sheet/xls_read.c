/* xls_read.c - reads .xls: freexl and our own walk over the records, both in a child process. */
#include "sheet/biff.h"
#include "sheet/extras.h"
#include "sheet/isolate.h"
#include "sheet/number_format.h"
#include "sheet/ole2.h"
#include "sheet/reader.h"
#include "sheet/xls_plain.h"
#include "sheet/xls_take.h"
#include <freexl.h>
#include <string.h>

#define MEMORY ((size_t)1 << 30)
#define LONGEST_TEXT (65535u * 3u) /* a text of a record counts its characters in 16 bits */
#define MOST_CELLS (65536u * CJ_PLAIN_COLUMNS)

static int bid(cj_str head)
{
    return cj_ole2_is(head) ? 100 : cj_biff_is(head) ? CJ_BID_SURE : 0;
}

/* ---- the child ------------------------------------------------------------------------------ */

typedef struct child {
    const cj_source *source;
    cj_arena *arena, *scratch; /* scratch: one cell's text */
    cj_frames *out;
    cj_biff biff;
    bool *date; /* of each cell style */
    cj_plain plain;
    const void *freexl; /* NULL where there is nothing to ask */
    size_t asked;
    bool extras;  /* are asked for */
    bool modules; /* of Visual Basic: the container has them */
    bool program; /* a macro sheet: its formulas are commands, not cells to read */
    cj_xls_lost lost;
} child;

static bool ask_later(void *context, const cj_biff_cell *cell)
{
    child *c = context;

    if (cell->kind == CJ_BIFF_DOUBLE)
        cj_plain_add(&c->plain, cell->number);
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

static bool is_date(const child *c, const cj_biff_cell *cell)
{
    return cell->xf < c->biff.n_xfs && c->date[cell->xf];
}

static void send_cell(child *c, const cj_biff_cell *cell, cj_value value, cj_str text)
{
    cj_xls_cell head;
    cj_buf b;
    cj_str bytes = { (const char *)&head, sizeof head };

    memset(&head, 0, sizeof head);
    head.row = cell->row + 1;
    head.col = cell->col + 1;
    head.style = cell->xf < c->biff.n_xfs ? cell->xf + 1 : 0;
    head.value = (uint8_t)value;
    head.flags = cell->formula ? CJ_CELL_FORMULA : 0;
    head.number = cell->number;
    cj_buf_init(&b, c->scratch);
    cj_buf_add(&b, bytes);
    cj_buf_add(&b, text);
    cj_frame_send(c->out, CJ_XLS_CELL, cj_buf_str(&b));
}

static bool tell_cell(void *context, const cj_biff_cell *cell)
{
    child *c = context;
    cj_value value = CJ_V_EMPTY;
    cj_str text = { "", 0 };
    FreeXL_CellValue v;

    if (cell->kind == CJ_BIFF_DOUBLE) {
        v = next_answer(c);
        if (v.type == FREEXL_CELL_DOUBLE || v.type == FREEXL_CELL_INT)
            value = is_date(c, cell) ? CJ_V_DATE : CJ_V_NUMBER;
    } else if (cell->kind == CJ_BIFF_TEXT) {
        value = CJ_V_TEXT;
        text = cj_biff_text(c->scratch, &c->biff, cell);
    } else if (cell->kind == CJ_BIFF_BOOL) {
        value = CJ_V_BOOL;
    } else if (cell->kind == CJ_BIFF_ERROR) {
        value = CJ_V_ERROR;
        text = cj_biff_error((unsigned)cell->number);
    }
    if (cell->formula && c->program)
        return true;
    if (value != CJ_V_EMPTY)
        send_cell(c, cell, value, text);
    else if (cell->formula)
        c->lost.formulas++;
    else
        c->lost.others++;
    cj_arena_reset(c->scratch);
    return true;
}

static void tell_styles(child *c)
{
    size_t i;

    for (i = 0; i < c->biff.n_xfs; i++) {
        char date = (char)c->date[i];
        cj_str head = { &date, 1 };
        cj_buf b;

        cj_buf_init(&b, c->scratch);
        cj_buf_add(&b, head);
        cj_buf_add(&b, cj_biff_format_of(&c->biff, (unsigned)i));
        cj_frame_send(c->out, CJ_XLS_STYLE, cj_buf_str(&b));
        cj_arena_reset(c->scratch);
    }
}

static void tell_sheet(child *c, const cj_biff_sheet *s)
{
    char kinds[2] = { (char)s->state, (char)s->kind };
    cj_str head = { kinds, sizeof kinds };
    cj_buf b;

    cj_buf_init(&b, c->scratch);
    cj_buf_add(&b, head);
    cj_buf_add(&b, s->name);
    cj_frame_send(c->out, CJ_XLS_SHEET, cj_buf_str(&b));
    c->program = s->kind == CJ_MACROSHEET;
    if (s->kind == CJ_WORKSHEET || s->kind == CJ_MACROSHEET)
        cj_biff_cells(&c->biff, s, tell_cell, c);
}

static void tell_extra(child *c, cj_extra_kind kind, cj_other other, size_t sheet,
                       uint32_t n)
{
    cj_xls_extra one = { kind, other, (uint32_t)sheet, n };
    cj_str bytes = { (const char *)&one, sizeof one };

    if (n)
        cj_frame_send(c->out, CJ_XLS_EXTRA, bytes);
}

/* A sheet of its own for a chart counts as one. */
static void tell_extras(child *c, size_t i)
{
    const cj_biff_sheet *s = &c->biff.sheets[i];
    cj_biff_extras e = cj_biff_count_extras(&c->biff, s);

    tell_extra(c, CJ_EXTRA_CHART, CJ_OTHER_NONE, i, e.charts + (s->kind == CJ_CHARTSHEET));
    tell_extra(c, CJ_EXTRA_PICTURE, CJ_OTHER_NONE, i, e.pictures);
    tell_extra(c, CJ_EXTRA_SHAPE, CJ_OTHER_NONE, i, e.shapes);
    tell_extra(c, CJ_EXTRA_CONDITIONAL, CJ_OTHER_NONE, i, e.conditionals);
    tell_extra(c, CJ_EXTRA_PIVOT, CJ_OTHER_NONE, i, e.pivots);
    tell_extra(c, CJ_EXTRA_MACROS, CJ_OTHER_NONE, i, s->kind == CJ_MACROSHEET);
    tell_extra(c, CJ_EXTRA_OTHER, CJ_OTHER_CONTROL, i, e.controls);
    tell_extra(c, CJ_EXTRA_OTHER, CJ_OTHER_NOTE, i, e.notes);
    tell_extra(c, CJ_EXTRA_OTHER, CJ_OTHER_LINK, i, e.links);
}

static void tell_book(child *c)
{
    char form = (char)c->biff.date1904;
    cj_str head = { &form, 1 };
    cj_str last = { (const char *)&c->lost, sizeof c->lost };
    size_t i;

    cj_frame_send(c->out, CJ_XLS_BOOK, head);
    tell_styles(c);
    for (i = 0; i < c->biff.n_sheets; i++)
        tell_sheet(c, &c->biff.sheets[i]);
    if (c->extras)
        tell_extra(c, CJ_EXTRA_MACROS, CJ_OTHER_NONE, CJ_NO_SHEET, c->modules);
    for (i = 0; c->extras && i < c->biff.n_sheets; i++)
        tell_extras(c, i);
    cj_frame_send(c->out, CJ_XLS_LOST, last);
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

/* The stream of the workbook: the whole file where it stands in no container. */
static bool find_stream(child *c, cj_str bytes, cj_str *stream, cj_xls_failure *why)
{
    static const char *const names[] = { "Workbook", "Book" };
    const cj_ole2_entry *e = NULL;
    cj_ole2 ole2;
    size_t i;

    *stream = bytes;
    if (!cj_ole2_is(bytes))
        return true;
    *why = CJ_XLS_DAMAGED;
    if (cj_ole2_open(c->arena, bytes, &ole2, NULL) != CJ_OK || !ole2.n_entries)
        return false;
    *why = CJ_XLS_PASSWORD;
    if (cj_ole2_find(&ole2, "EncryptedPackage") || cj_ole2_find(&ole2, "EncryptionInfo"))
        return false;
    *why = CJ_XLS_NO_WORKBOOK;
    for (i = 0; i < sizeof names / sizeof *names && !e; i++)
        e = cj_ole2_find(&ole2, names[i]);
    c->modules =
        cj_ole2_find(&ole2, "_VBA_PROJECT_CUR") || cj_ole2_find(&ole2, "_VBA_PROJECT");
    if (e)
        *stream = cj_ole2_stream(c->arena, &ole2, e);
    return e != NULL;
}

/* Puts every number of the book before freexl; false: there are too many. */
static bool gather(child *c)
{
    size_t i;

    c->date = CJ_NEW_N(c->arena, bool, c->biff.n_xfs);
    for (i = 0; i < c->biff.n_xfs; i++)
        c->date[i] = cj_number_format_is_date(cj_biff_format_of(&c->biff, (unsigned)i));
    cj_plain_init(&c->plain, c->arena);
    for (i = 0; i < c->biff.n_sheets; i++)
        if (!cj_biff_cells(&c->biff, &c->biff.sheets[i], ask_later, c))
            return false;
    return true;
}

static cj_xls_failure work_through(child *c)
{
    cj_xls_failure why = CJ_XLS_DAMAGED;
    cj_str bytes, stream;

    if (cj_source_all(c->arena, c->source, &bytes, NULL) != CJ_OK ||
        !find_stream(c, bytes, &stream, &why))
        return why;
    if (!cj_biff_open(c->arena, stream, &c->biff))
        return CJ_XLS_DAMAGED;
    if (c->biff.password)
        return CJ_XLS_PASSWORD;
    if (!c->biff.n_sheets)
        return CJ_XLS_DAMAGED;
    if (!gather(c))
        return CJ_XLS_TOO_MANY;
    if (!open_freexl(c))
        return CJ_XLS_UNREADABLE;
    tell_book(c);
    return CJ_XLS_N_FAILURES;
}

typedef struct both {
    child child;
    cj_xls_taker taker;
} both;

static void work(void *context, cj_frames *out)
{
    child *c = &((both *)context)->child;
    cj_xls_failure why;
    char code;
    cj_str payload = { &code, 1 };

    c->out = out;
    c->arena = cj_arena_new(0);
    c->scratch = cj_arena_new(0);
    why = work_through(c);
    code = (char)why;
    if (why != CJ_XLS_N_FAILURES)
        cj_frame_send(out, CJ_XLS_FAILURE, payload);
}

/* ---- the parent ------------------------------------------------------------------------------ */

static cj_rc take(void *context, uint8_t kind, cj_str payload, cj_err *err)
{
    return cj_xls_take(&((both *)context)->taker, kind, payload, err);
}

static cj_rc judge(cj_arena *arena, cj_fate fate, const cj_limits *limits, cj_err *err)
{
    static const cj_text slow = { "reading this .xls file took longer than {0} seconds; "
                                  "open it in Excel and save it as .xlsx",
                                  "この .xls ファイルは {0} 秒以内に読み取れませんでした。"
                                  "Excelで開き、.xlsx として保存し直してください。" };
    static const cj_text unborn = { "no process could be started to read this .xls file; "
                                    "close other programs and try again",
                                    ".xls ファイルを読み取るプロセスを起動できません。"
                                    "ほかのアプリを閉じて、もう一度お試しください。" };
    cj_str none = { NULL, 0 };

    if (fate == CJ_FATE_SLOW)
        return cj_fail(err, CJ_ELIMIT, slow, cj_str_fmt(arena, "%u", limits->xls_seconds),
                       none);
    if (fate == CJ_FATE_UNBORN)
        return cj_fail(err, CJ_EIO, unborn, none, none);
    return cj_xls_refuse(err, CJ_XLS_UNREADABLE);
}

static cj_rc read_xls(cj_arena *arena, const cj_source *source,
                      const cj_read_options *options, cj_book **out, cj_err *err)
{
    both b;
    cj_task task = { work, take, &b, source->fd, 0, MEMORY, 0, 0 };
    cj_err refusal = { 0 };
    cj_fate fate;

    memset(&b, 0, sizeof b);
    b.child.source = source;
    b.child.extras = options->extras;
    b.taker.arena = arena;
    b.taker.limits = &options->limits;
    task.payload_bytes = sizeof(cj_xls_cell) + LONGEST_TEXT;
    task.cpu_seconds = options->limits.xls_seconds;
    task.wall_ms = options->limits.xls_seconds * 2000;
    fate = cj_isolate(arena, &task, &refusal);
    if (fate == CJ_FATE_REFUSED) {
        if (err)
            *err = refusal;
        return refusal.rc;
    }
    *out = fate == CJ_FATE_DONE ? cj_xls_finish(&b.taker) : NULL;
    return *out ? CJ_OK : judge(arena, fate, &options->limits, err);
}

const cj_reader cj_xls_reader = { "xls", bid, read_xls };
