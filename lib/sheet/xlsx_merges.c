/* xlsx_merges.c - the ranges of a sheet that a new workbook can have. */
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_refuse.h"
#include <stdlib.h>

#define SPREAD 4096u /* each cell of a merge is written, empty or not */

static bool overlap(const cj_range *a, const cj_range *b)
{
    return a->row1 <= b->row2 && b->row1 <= a->row2 && a->col1 <= b->col2 &&
           b->col1 <= a->col2;
}

static cj_range within(const cj_sheet *s, cj_range r)
{
    uint64_t cells = (uint64_t)(r.row2 - r.row1 + 1) * (r.col2 - r.col1 + 1);

    if (cells > SPREAD && r.row2 > s->rows)
        r.row2 = s->rows > r.row1 ? s->rows : r.row1;
    if (cells > SPREAD && r.col2 > s->cols)
        r.col2 = s->cols > r.col1 ? s->cols : r.col1;
    return r;
}

size_t cj_xlsx_merges(cj_arena *arena, const cj_sheet *s, cj_range **out)
{
    cj_range *made = CJ_NEW_N(arena, cj_range, s->n_merges + 1);
    cj_range *open = CJ_NEW_N(arena, cj_range, s->n_merges + 1); /* that reach the row */
    size_t i, k, n = 0, n_open = 0;

    for (i = 0; i < s->n_merges; i++) {
        cj_range r = s->merges[i];
        bool clear = cj_xlsx_range_fits(&r);
        size_t kept = 0;

        r = clear ? within(s, r) : r;
        clear = clear && (r.row1 < r.row2 || r.col1 < r.col2);
        for (k = 0; k < n_open; k++) { /* sorted by their first rows */
            clear = clear && !overlap(&open[k], &r);
            if (open[k].row2 >= r.row1)
                open[kept++] = open[k];
        }
        n_open = kept;
        if (clear)
            open[n_open++] = made[n++] = r;
    }
    *out = made;
    return n;
}

/* ---- runs of rows or columns ------------------------------------------------------------------------- */

typedef struct span {
    uint32_t first, last;
} span;

static int by_first(const void *x, const void *y)
{
    const span *a = x, *b = y;

    return a->first < b->first ? -1 : a->first > b->first;
}

/* What is hidden, from the first to the last, none touching another; of `most` rows or columns. */
static size_t hidden_spans(cj_arena *arena, const cj_range *hidden, size_t n, bool columns,
                           uint32_t most, span **out)
{
    span *s = CJ_NEW_N(arena, span, n + 1);
    size_t i, n_given = 0, kept = 0;

    for (i = 0; i < n; i++) {
        span one = { columns ? hidden[i].col1 : hidden[i].row1,
                     columns ? hidden[i].col2 : hidden[i].row2 };

        one.last = one.last < most ? one.last : most;
        if (one.first && one.first <= one.last)
            s[n_given++] = one;
    }
    qsort(s, n_given, sizeof *s, by_first);
    for (i = 0; i < n_given; i++)
        if (!kept || s[kept - 1].last + 1 < s[i].first)
            s[kept++] = s[i];
        else if (s[kept - 1].last < s[i].last)
            s[kept - 1].last = s[i].last;
    *out = s;
    return kept;
}

typedef struct runs {
    cj_arena *arena;
    cj_run *run;
    size_t n, cap;
} runs;

static void add_run(runs *r, cj_run run)
{
    cj_run *last = r->n ? &r->run[r->n - 1] : NULL;

    if (last && last->last + 1 == run.first && last->hidden == run.hidden &&
        !(last->size < run.size) && !(last->size > run.size)) {
        last->last = run.last;
        return;
    }
    CJ_ROOM(r->arena, r->run, r->n, r->cap);
    r->run[r->n++] = run;
}

size_t cj_xlsx_runs(cj_arena *arena, const double *size, size_t n, double usual,
                    const cj_range *hidden, size_t n_hidden, bool columns, uint32_t most,
                    cj_run **out)
{
    runs r = { .arena = arena };
    span *s;
    size_t n_spans = hidden_spans(arena, hidden, n_hidden, columns, most, &s), k = 0;
    uint32_t i, sized = n < most ? (uint32_t)n : most;

    for (i = 1; i <= sized; i++) {
        bool own = size[i - 1] > 0, dark;

        while (k < n_spans && s[k].last < i)
            k++;
        dark = k < n_spans && s[k].first <= i;
        if (own || dark)
            add_run(&r, (cj_run){ i, i, own ? size[i - 1] : usual, dark });
    }
    for (; k < n_spans; k++) /* beyond all that have a size */
        if (s[k].last > sized)
            add_run(&r, (cj_run){ s[k].first > sized ? s[k].first : sized + 1, s[k].last,
                                  usual, true });
    *out = r.run;
    return r.n;
}
