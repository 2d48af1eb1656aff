/* csv_patch_text.c - the records of a CSV with edits in them: what is not edited passes as it stands. */
#include "sheet/csv_guard.h"
#include "sheet/csv_patch.h"
#include "sheet/csv_scan.h"
#include "base/buf.h"

/* A text on its way from what it was to what it becomes. */
typedef struct patching {
    cj_arena *arena;
    const cj_csv_patching *of;
    const cj_edit *edit; /* those that are left, in order */
    size_t n;
    uint64_t row,
        col; /* where the next record and the next field would be; row from 1, col 0: at its start */
    bool open;  /* the record written last has no line end yet */
    bool moved; /* columns do */
    cj_buf out;
} patching;

/* ---- one field ------------------------------------------------------------------------------------ */

static cj_str raw_of(const patching *p, const cj_csv_field *f)
{
    return cj_str_cut(p->of->text, f->from, f->to - f->from);
}

/* What the field says: without its quotes, line breaks as one LF. Blanks behind a closing quote count. */
static cj_str value_of(const patching *p, const cj_csv_field *f)
{
    cj_str s = raw_of(p, f);
    size_t close = f->quoted ? f->close - f->from : s.n, i;
    cj_buf b;

    cj_buf_init(&b, p->arena);
    for (i = f->quoted; i < s.n; i++) {
        if (f->quoted && i == close)
            continue;
        if (s.p[i] == '\r') {
            cj_buf_byte(&b, '\n');
            i += i + 1 < s.n && s.p[i + 1] == '\n';
            continue;
        }
        cj_buf_byte(&b, s.p[i]);
        i += f->quoted && s.p[i] == '"' && i + 1 < close && s.p[i + 1] == '"';
    }
    return cj_buf_str(&b);
}

static bool needs_quotes(const patching *p, cj_str s)
{
    size_t i;

    for (i = 0; i < s.n; i++)
        if (s.p[i] == p->of->delimiter || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r')
            return true;
    return false;
}

static void put_field(patching *p, cj_str text, bool quoted, bool guard, cj_str line_break)
{
    size_t i;

    quoted = quoted || needs_quotes(p, text) || (guard && p->of->delimiter == '\'');
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

static void replace(patching *p, const cj_csv_field *f, cj_str text)
{
    cj_str was = value_of(p, f);
    bool guarded = cj_csv_guarded(was);
    bool crlf = cj_str_has(raw_of(p, f), CJ_STR("\r\n"));

    if (cj_str_eq(guarded ? cj_str_from(was, 1) : was, text))
        cj_buf_add(&p->out, raw_of(p, f));
    else
        put_field(p, text, f->quoted,
                  cj_csv_guarded(text) || (guarded && cj_csv_runs(text)),
                  crlf ? CJ_STR("\r\n") : CJ_STR("\n"));
}

/* ---- one record ----------------------------------------------------------------------------------- */

static void next_edit(patching *p)
{
    p->edit++;
    p->n--;
}

static void end_line(patching *p, cj_str line_end)
{
    cj_buf_add(&p->out, line_end);
    p->open = !line_end.n;
    p->row++;
    p->col = 0;
}

/* Empty fields up to that one. */
static void go_to(patching *p, uint64_t col)
{
    for (p->col += !p->col; p->col < col; p->col++)
        cj_buf_byte(&p->out, p->of->delimiter);
}

/* New fields of the record at hand, up to a column. */
static void put_new(patching *p, uint64_t before)
{
    for (; p->n && p->edit->row == p->row && p->edit->col < before; next_edit(p))
        if (p->edit->text.n) {
            go_to(p, p->edit->col);
            put_field(p, p->edit->text, false, cj_csv_guarded(p->edit->text), CJ_STR("\n"));
        }
}

static void put_old(patching *p, const cj_csv_field *f)
{
    uint64_t col = cj_csv_place_after(p->of->plan, f->col, true);

    if (!col || (f->col == 1 && f->last && f->from == f->to))
        return; /* it is gone, or the line is empty and stays so */
    put_new(p, col);
    go_to(p, col);
    if (p->n && p->edit->row == p->row && p->edit->col == col) {
        replace(p, f, p->edit->text);
        next_edit(p);
    } else {
        cj_buf_add(&p->out, raw_of(p, f));
    }
}

/* Records that are new, up to that row; the text before them ends its line first. */
static void put_records(patching *p, uint64_t before)
{
    while (p->row < before) {
        if (p->open) {
            cj_buf_add(&p->out, p->of->newline);
            p->open = false;
        }
        put_new(p, CJ_NONE);
        end_line(p, p->of->newline);
    }
}

/* ---- all of them ---------------------------------------------------------------------------------- */

uint64_t cj_csv_place_after(const cj_sheet_plan *plan, uint32_t at, bool cols)
{
    uint64_t to = at;
    size_t i;

    for (i = 0; i < plan->n_shifts && to; i++) {
        const cj_shift *s = &plan->shift[i];

        if (s->cols != cols || to < s->at)
            continue;
        if (!s->out)
            to += s->n;
        else
            to = to - s->at < s->n ? 0 : to - s->n;
    }
    return to;
}

static cj_str line_end(const cj_csv_scan *scan, const cj_csv_field *last)
{
    return cj_str_cut(scan->text, last->to, scan->at - last->to);
}

static void put_record(patching *p, cj_csv_scan *scan, cj_csv_field *f)
{
    uint64_t row = cj_csv_place_after(p->of->plan, f->row, false);
    size_t from = f->from;
    bool as_it_is;

    if (row)
        put_records(p, row);
    as_it_is = row && !p->moved && (!p->n || p->edit->row != row);
    while (!as_it_is && row) {
        put_old(p, f);
        if (f->last || !cj_csv_scan_next(scan, f))
            break;
    }
    while (!f->last && cj_csv_scan_next(scan, f))
        ;
    if (as_it_is)
        cj_buf_add(&p->out, cj_str_cut(p->of->text, from, f->to - from));
    else if (row)
        put_new(p, CJ_NONE);
    if (row)
        end_line(p, line_end(scan, f));
}

static bool ends_a_line(cj_str s)
{
    return !s.n || s.p[s.n - 1] == '\n' || s.p[s.n - 1] == '\r';
}

/* Behind the last record; where the last line had no end, the new one has none. */
static void put_rest(patching *p)
{
    bool added = false;

    while (p->n) {
        if (!p->edit->text.n) {
            next_edit(p);
            continue;
        }
        put_records(p, (uint64_t)p->edit->row + 1);
        added = true;
    }
    if (added && !ends_a_line(p->of->text))
        p->out.n -= p->of->newline.n;
}

static bool columns_move(const cj_sheet_plan *plan)
{
    size_t i;

    for (i = 0; i < plan->n_shifts; i++)
        if (plan->shift[i].cols)
            return true;
    return false;
}

cj_str cj_csv_patched(cj_arena *arena, const cj_csv_patching *of)
{
    patching p = { .arena = arena,
                   .of = of,
                   .edit = of->plan->cell,
                   .n = of->plan->n_cells,
                   .row = 1,
                   .moved = columns_move(of->plan) };
    cj_csv_scan scan;
    cj_csv_field f;

    cj_buf_init(&p.out, arena);
    cj_buf_add(&p.out, of->head);
    cj_csv_scan_init(&scan, of->text, of->delimiter);
    while (cj_csv_scan_next(&scan, &f))
        put_record(&p, &scan, &f);
    put_rest(&p);
    return cj_buf_str(&p.out);
}
