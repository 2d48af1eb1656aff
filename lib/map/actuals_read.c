/* actuals_read.c - the lines of an export of figures: KPI, period, value. */
#include "map/actuals.h"
#include "map/figure.h"
#include "map/labels.h"
#include "map/normal.h"
#include "map/records.h"
#include "map/window.h"
#include "base/utf8.h"
#include <string.h>

enum { HEADS = 40, COLUMNS = 1000 }; /* rows in which headers are looked for; columns */

typedef struct period_column {
    unsigned col;
    cj_when period;
    cj_str label;
} period_column;

/* Where the columns of a sheet stand; 0: there is none. */
typedef struct heads {
    unsigned row, kpi, phase, period, value;
    period_column *of; /* a column for each period */
    size_t n, cap;
} heads;

typedef struct sheet {
    cj_actuals *a;
    const cj_sheet *cells;
    unsigned at;
} sheet;

/* What is seen in a cell; what stands in a merged area stands in all of it. */
static cj_str text_at(const sheet *s, unsigned row, unsigned col)
{
    const cj_book_cell *c = col ? cj_sheet_find(s->cells, row, col) : NULL;
    const cj_range *m = c || !col ? NULL : cj_sheet_merge(s->cells, row, col);

    if (m)
        c = cj_sheet_find(s->cells, m->row1, m->col1);
    return c ? cj_seen(s->a->arena, s->a->book, c) : CJ_STR("");
}

/* ---- headers --------------------------------------------------------------------------------------- */

static bool one_of(cj_str key, const char *const *words)
{
    for (; *words; words++)
        if (cj_str_eq(key, cj_str_of(*words)))
            return true;
    return false;
}

static bool field_of(cj_str key, const char *field)
{
    int id = cj_labels_id(CJ_FAM_KPICOL, key);

    return id >= 0 && strcmp(cj_labels_name(CJ_FAM_KPICOL, (unsigned)id), field) == 0;
}

static bool is_period(cj_str key)
{
    static const char *const words[] = { "期間",       "時期",      "対象期間",
                                         "対象期",     "集計期間",  "計測期間",
                                         "対象月",     "年月",      "月",
                                         "月次",       "四半期",    "期",
                                         "年度",       "日付",      "基準日",
                                         "集計日",     "計測日",    "対象日",
                                         "period",     "quarter",   "month",
                                         "date",       "week",      "year",
                                         "asof",       "asofdate",  "reportingperiod",
                                         "timeperiod", "yearmonth", "time",
                                         NULL };

    return one_of(key, words);
}

static bool is_value(cj_str key)
{
    static const char *const words[] = { "値",       "数値",   "実測値",       "計測値",
                                         "実績数値", "結果",   "value",        "values",
                                         "figure",   "result", "actualresult", NULL };

    return field_of(key, "actual") || one_of(key, words);
}

static void read_head(const sheet *s, heads *h, unsigned row, unsigned col)
{
    cj_str text = text_at(s, row, col), key = cj_label_key(s->a->arena, text);
    period_column p = { col, { { 0 }, { 0 }, CJ_GRAIN_NONE, false }, text };

    if (!text.n)
        return;
    if (!h->phase &&
        (field_of(key, "phase") || cj_labels_id(CJ_FAM_AXIS, key) == CJ_AXIS_PHASE)) {
        h->phase = col;
    } else if (!h->kpi &&
               (field_of(key, "name") || cj_labels_id(CJ_FAM_ELEM, key) == CJ_KPI)) {
        h->kpi = col;
    } else if (!h->period && is_period(key)) {
        h->period = col;
    } else if (!h->value && is_value(key)) {
        h->value = col;
    } else if (cj_period_header(s->a->arena, text, s->a->map->fiscal_start, &p.period)) {
        CJ_ROOM(s->a->arena, h->of, h->n, h->cap);
        h->of[h->n++] = p;
    }
}

/* The first row that names the columns. */
static bool find_heads(const sheet *s, heads *h)
{
    unsigned row, col, cols = s->cells->cols < COLUMNS ? s->cells->cols : COLUMNS;

    for (row = 1; row <= s->cells->rows && row <= HEADS; row++) {
        *h = (heads){ .row = row };
        for (col = 1; col <= cols; col++)
            read_head(s, h, row, col);
        if (h->kpi && ((h->period && h->value) || h->n))
            return true;
    }
    return false;
}

/* ---- lines ------------------------------------------------------------------------------------------ */

/* 2025年6月 on the first of June is the month, where the format shows no day. */
static bool month_only(const sheet *s, unsigned row, unsigned col)
{
    const cj_book_cell *c = cj_sheet_find(s->cells, row, col);
    cj_str format;

    if (!c || c->value != CJ_V_DATE || c->style >= s->a->book->n_styles)
        return false;
    format = s->a->book->styles[c->style].number_format;
    return format.n && !cj_str_has(format, CJ_STR("d")) &&
           !cj_str_has(format, CJ_STR("D")) && !cj_str_has(format, CJ_STR("h"));
}

static bool read_period(const sheet *s, unsigned row, unsigned col, cj_str *text,
                        cj_when *out)
{
    if (text->n >= 7 && month_only(s, row, col))
        *text = cj_str_cut(*text, 0, 7);
    return cj_when_parse(*text, s->a->map->fiscal_start, out);
}

static void no_period(const sheet *s, cj_str text, cj_span at)
{
    static const cj_text unread = {
        "\"{0}\" is no period: write 2025Q3, 2025-09 or 2025-09-30",
        "期間「{0}」を読み取れません。2025Q3、2025年9月、2025-09-30 のように書いてください。"
    };
    static const cj_text missing = {
        "The period is missing: write 2025Q3 or 2025-09",
        "期間がありません。2025Q3、2025年9月 のように書いてください。"
    };

    cj_actuals_tell(s->a, CJ_ACTUAL_NO_PERIOD, at, text.n ? unread : missing, text,
                    CJ_STR(""), CJ_STR(""));
}

/* A figure that says nothing (未入力, -) is none yet; one that cannot be read is told. */
static bool read_value(const sheet *s, cj_actual_entry *e)
{
    static const cj_text unread = { "\"{0}\" is no figure",
                                    "値「{0}」を数値として読み取れません。" };
    static const cj_text unsaved = {
        "The result of this formula is not in the file: open and save it in Excel",
        "数式の計算結果が保存されていません。Excelで開いて保存し直してください。"
    };
    const cj_book_cell *c = cj_sheet_find(s->cells, e->at.row, e->at.col);

    e->text = text_at(s, e->at.row, e->at.col);
    if (c && (c->flags & CJ_CELL_UNSAVED)) {
        cj_actuals_tell(s->a, CJ_ACTUAL_NO_FIGURE, e->at, unsaved, e->text, CJ_STR(""),
                        CJ_STR(""));
        return false;
    }
    e->value = cj_figure_of(s->a->arena, e->text);
    if (e->value.there && !e->value.number)
        cj_actuals_tell(s->a, CJ_ACTUAL_NO_FIGURE, e->at, unread, e->text, CJ_STR(""),
                        CJ_STR(""));
    return e->value.number;
}

static void read_long(const sheet *s, const heads *h, unsigned row, int kpi)
{
    cj_actual_entry e = { .kpi = kpi, .at = { s->at, row, h->value, 0, 0 } };

    if (!read_value(s, &e))
        return;
    e.label = text_at(s, row, h->period);
    if (read_period(s, row, h->period, &e.label, &e.period))
        cj_actuals_take(s->a, &e);
    else
        no_period(s, e.label, (cj_span){ s->at, row, h->period, 0, 0 });
}

static void read_wide(const sheet *s, const heads *h, unsigned row, int kpi)
{
    size_t i;

    for (i = 0; i < h->n; i++) {
        cj_actual_entry e = { .kpi = kpi,
                              .period = h->of[i].period,
                              .label = h->of[i].label,
                              .at = { s->at, row, h->of[i].col, 0, 0 } };

        if (read_value(s, &e))
            cj_actuals_take(s->a, &e);
    }
}

static bool says_figure(const sheet *s, const heads *h, bool by_line, unsigned row)
{
    size_t i;

    if (by_line)
        return text_at(s, row, h->value).n > 0;
    for (i = 0; i < h->n; i++)
        if (text_at(s, row, h->of[i].col).n)
            return true;
    return false;
}

static void read_rows(const sheet *s, const heads *h)
{
    bool by_line = h->period && h->value;
    unsigned row;
    int kpi;

    for (row = h->row + 1; row <= s->cells->rows; row++) {
        cj_str name = text_at(s, row, h->kpi);

        if (!says_figure(s, h, by_line, row))
            continue;
        s->a->out->n_rows++;
        kpi = cj_actuals_kpi(s->a, name, text_at(s, row, h->phase),
                             (cj_span){ s->at, row, h->kpi, 0, 0 });
        if (kpi < 0)
            continue;
        if (by_line)
            read_long(s, h, row, kpi);
        else
            read_wide(s, h, row, kpi);
    }
}

bool cj_actuals_read(cj_actuals *a)
{
    bool any = false;
    unsigned i;

    for (i = 0; i < a->book->n_sheets; i++) {
        sheet s = { a, &a->book->sheets[i], i };
        heads h;

        if (s.cells->state != CJ_VISIBLE || !find_heads(&s, &h))
            continue;
        read_rows(&s, &h);
        any = true;
    }
    return any;
}
