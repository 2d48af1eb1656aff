/* book_edit_shift.c - rows and columns that come or go in a copy of a sheet, and all that stands on them. */
#include "sheet/book_edit.h"

enum { ROWS, COLS };

/* ---- spans and ranges ------------------------------------------------------------------------------ */

/* Rows (or columns) `from` to `to` after a shift; false: they are gone. `ends`: rows that are appended behind
 * the last one belong to them. */
static bool shift_span(const cj_shift *s, uint32_t *from, uint32_t *to, bool ends)
{
    uint32_t most = s->cols ? CJ_MOST_COLS : CJ_MOST_ROWS;
    uint32_t last = s->out && s->n <= most - s->at ? s->at + s->n - 1 : most;

    if (!s->out) {
        if (s->at > *to && !(ends && s->takes_in && s->at == *to + 1))
            return true;
        *from = cj_shifted(s, *from, most);
        *to = s->n <= most && *to <= most - s->n ? *to + s->n : most;
        return *from != 0;
    }
    if (*from >= s->at && *to <= last)
        return false;
    *from = *from < s->at ? *from : *from > last ? *from - s->n : s->at;
    *to = *to < s->at ? *to : *to > last ? *to - s->n : s->at - 1;
    return true;
}

/* A range without columns (or rows) is one of whole rows (or columns). */
static bool shift_range(const cj_shift *s, cj_range *r, bool ends)
{
    if (s->cols)
        return !r->col1 || shift_span(s, &r->col1, &r->col2, ends);
    return !r->row1 || shift_span(s, &r->row1, &r->row2, ends);
}

static bool one_cell(const cj_range *r)
{
    return r->row1 == r->row2 && r->col1 == r->col2;
}

static void *copied(cj_arena *arena, const void *from, size_t n, size_t size)
{
    char *to = CJ_NEW_N(arena, char, (n + 1) * size);

    if (n)
        memcpy(to, from, n * size);
    return to;
}

/* ---- what lies beside the cells ------------------------------------------------------------------------ */

static void shift_merges(cj_sheet *is, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < is->n_merges; i++) {
        cj_range r = is->merges[i];

        if (shift_range(s, &r, false) && !one_cell(&r))
            is->merges[kept++] = r;
    }
    is->n_merges = kept;
}

static void shift_links(cj_sheet *is, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < is->n_links; i++) {
        cj_book_link l = is->links[i];

        if (shift_range(s, &l.at, false))
            is->links[kept++] = l;
    }
    is->n_links = kept;
}

static bool shift_place(const cj_shift *s, uint32_t *row, uint32_t *col)
{
    uint32_t *at = s->cols ? col : row;

    *at = cj_shifted(s, *at, s->cols ? CJ_MOST_COLS : CJ_MOST_ROWS);
    return *at != 0;
}

static void shift_notes(cj_sheet *is, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < is->n_notes; i++) {
        cj_book_note note = is->notes[i];

        if (shift_place(s, &note.row, &note.col))
            is->notes[kept++] = note;
    }
    is->n_notes = kept;
}

static void shift_blanks(cj_sheet *is, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < is->n_blanks; i++) {
        cj_blank blank = is->blanks[i];
        uint32_t col = blank.col;

        if (!shift_place(s, &blank.row, &col))
            continue;
        blank.col = (uint16_t)col;
        is->blanks[kept++] = blank;
    }
    is->n_blanks = kept;
}

static void shift_rich(cj_sheet *is, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < is->n_rich; i++) {
        cj_book_rich rich = is->rich[i];

        if (shift_place(s, &rich.row, &rich.col))
            is->rich[kept++] = rich;
    }
    is->n_rich = kept;
}

/* New rows between hidden ones are to be seen. */
static void shift_hidden(cj_arena *arena, const cj_shift *s, cj_range **list, size_t *n)
{
    cj_range *now = CJ_NEW_N(arena, cj_range, 2 * *n + 1);
    size_t i, k = 0;

    for (i = 0; i < *n; i++) {
        cj_range r = (*list)[i], front = r;
        uint32_t *from = s->cols ? &r.col1 : &r.row1;
        uint32_t *to = s->cols ? &front.col2 : &front.row2;

        if (!s->out && *from < s->at && *to >= s->at) {
            *from = s->at;
            *to = s->at - 1;
            now[k++] = front;
        }
        if (shift_range(s, &r, false))
            now[k++] = r;
    }
    *list = now;
    *n = k;
}

/* ---- how it is shown -------------------------------------------------------------------------------- */

static void shift_choices(cj_look *look, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < look->n_choices; i++) {
        cj_choice c = look->choices[i];

        if (shift_range(s, &c.at, true))
            look->choices[kept++] = c;
    }
    look->n_choices = kept;
}

static bool shift_series(cj_arena *arena, const cj_shift *s, cj_chart *chart)
{
    size_t i, kept = 0;

    chart->series = copied(arena, chart->series, chart->n_series, sizeof *chart->series);
    for (i = 0; i < chart->n_series; i++) {
        cj_series line = chart->series[i];

        if (shift_range(s, &line.name, false) && shift_range(s, &line.labels, false) &&
            shift_range(s, &line.values, false))
            chart->series[kept++] = line;
    }
    chart->n_series = kept;
    return kept != 0;
}

static void shift_charts(cj_arena *arena, cj_look *look, const cj_shift *s)
{
    size_t i, kept = 0;

    for (i = 0; i < look->n_charts; i++) {
        cj_chart c = look->charts[i];

        if (shift_range(s, &c.at, false) && shift_series(arena, s, &c))
            look->charts[kept++] = c;
    }
    look->n_charts = kept;
}

/* New columns are as wide as the one to their left. */
static void shift_widths(cj_arena *arena, cj_look *look, const cj_shift *s)
{
    uint32_t n = (uint32_t)look->n_widths, i, k = 0;
    double *now;

    if (!s->cols || s->at > n)
        return;
    now = CJ_NEW_N(arena, double, n + (s->out ? 0 : s->n) + 1);
    for (i = 1; i <= n; i++) {
        uint32_t more = !s->out && i == s->at ? s->n : 0;

        for (; more; more--)
            now[k++] = i > 1 ? look->width[i - 2] : 0;
        if (cj_shifted(s, i, CJ_MOST_COLS))
            now[k++] = look->width[i - 1];
    }
    look->width = now;
    look->n_widths = k < CJ_MOST_COLS ? k : CJ_MOST_COLS;
}

/* `freeze` is the first that scrolls: those in front of it are a span. */
static void shift_freeze(const cj_shift *s, uint32_t *freeze)
{
    uint32_t from = 1, to = *freeze - 1;

    if (*freeze > 1)
        *freeze = shift_span(s, &from, &to, false) ? to + 1 : 0;
}

static void shift_look(cj_arena *arena, cj_look *look, const cj_shift *s)
{
    shift_widths(arena, look, s);
    shift_freeze(s, s->cols ? &look->freeze_col : &look->freeze_row);
    if (!s->cols && look->repeat_row1 &&
        !shift_span(s, &look->repeat_row1, &look->repeat_row2, false))
        look->repeat_row1 = look->repeat_row2 = 0;
    if (look->filter.row1 && !shift_range(s, &look->filter, true))
        look->filter = (cj_range){ 0, 0, 0, 0 };
    shift_choices(look, s);
    shift_charts(arena, look, s);
}

/* ---- a sheet ------------------------------------------------------------------------------------------ */

/* Where each row or column ends up; [at] is 0 where it is gone. */
static uint32_t *places(cj_arena *arena, const cj_shift *shift, size_t n, bool cols,
                        uint32_t last)
{
    uint32_t *to = CJ_NEW_N(arena, uint32_t, (size_t)last + 1), at;
    size_t i;

    for (at = 0; at <= last; at++)
        to[at] = at;
    for (i = 0; i < n; i++) {
        if (shift[i].cols != cols)
            continue;
        for (at = 1; at <= last; at++)
            if (to[at])
                to[at] = cj_shifted(&shift[i], to[at], cols ? CJ_MOST_COLS : CJ_MOST_ROWS);
    }
    return to;
}

static void shift_cells(cj_editing *e, const cj_shift *shift, size_t n)
{
    cj_sheet was = *e->is;
    uint32_t *row = places(e->arena, shift, n, false, was.rows);
    uint32_t *col = places(e->arena, shift, n, true, was.cols);
    size_t i;

    e->is->chunk = NULL;
    e->is->n_cells = e->is->n_chunks = e->is->cap_chunks = 0;
    for (i = 0; i < was.n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(&was, i);
        cj_book_cell *to;

        if (!row[c->row] || !col[c->col]) {
            e->book->string_bytes -= c->text.n;
            continue;
        }
        to = cj_sheet_add(e->arena, e->is, row[c->row], col[c->col]);
        *to = *c;
        to->row = row[c->row];
        to->col = (uint16_t)col[c->col];
    }
    e->book->n_cells += e->is->n_cells - was.n_cells;
}

static void own_lists(cj_arena *a, cj_sheet *s)
{
    cj_look *look = &s->look;

    s->merges = copied(a, s->merges, s->cap_merges = s->n_merges, sizeof *s->merges);
    s->links = copied(a, s->links, s->cap_links = s->n_links, sizeof *s->links);
    s->notes = copied(a, s->notes, s->cap_notes = s->n_notes, sizeof *s->notes);
    s->blanks = copied(a, s->blanks, s->cap_blanks = s->n_blanks, sizeof *s->blanks);
    s->rich = copied(a, s->rich, s->cap_rich = s->n_rich, sizeof *s->rich);
    look->choices = copied(a, look->choices, look->cap_choices = look->n_choices,
                           sizeof *look->choices);
    look->charts =
        copied(a, look->charts, look->cap_charts = look->n_charts, sizeof *look->charts);
}

void cj_editing_shift(cj_editing *e, const cj_shift *shift, size_t n)
{
    cj_sheet *is = e->is;
    size_t i;

    if (!n)
        return;
    shift_cells(e, shift, n);
    own_lists(e->arena, is);
    for (i = 0; i < n; i++) {
        const cj_shift *s = &shift[i];

        shift_merges(is, s);
        shift_links(is, s);
        shift_notes(is, s);
        shift_rich(is, s);
        shift_blanks(is, s);
        if (s->cols)
            shift_hidden(e->arena, s, &is->hidden_cols, &is->n_hidden_cols);
        else
            shift_hidden(e->arena, s, &is->hidden_rows, &is->n_hidden_rows);
        shift_look(e->arena, &is->look, s);
    }
    is->cap_hidden_rows = is->n_hidden_rows;
    is->cap_hidden_cols = is->n_hidden_cols;
    cj_sheet_seal(e->arena, is);
}
