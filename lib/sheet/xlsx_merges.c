/* xlsx_merges.c - the ranges of a sheet that a new workbook can have. */
#include "sheet/xlsx_merges.h"
#include "sheet/xlsx_refuse.h"

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

/* +1 where a hidden range begins, -1 behind it. */
static int *edges(cj_arena *arena, const cj_range *hidden, size_t n, bool columns,
                  uint32_t most)
{
    int *edge = CJ_NEW_N(arena, int, (size_t)most + 2);
    size_t i;

    for (i = 0; i < n; i++) {
        uint32_t first = columns ? hidden[i].col1 : hidden[i].row1;
        uint32_t last = columns ? hidden[i].col2 : hidden[i].row2;

        if (!first || first > most || last < first)
            continue;
        edge[first]++;
        edge[last < most ? last + 1 : most + 1]--;
    }
    return edge;
}

size_t cj_xlsx_runs(cj_arena *arena, const double *size, size_t n, double usual,
                    const cj_range *hidden, size_t n_hidden, bool columns, uint32_t most,
                    cj_run **out)
{
    size_t n_runs = 0, cap = 0;
    cj_run *run = NULL;
    int *edge, depth = 0;
    uint32_t i;

    if (!n_hidden && n < most) /* nothing is beyond them */
        most = (uint32_t)n;
    edge = edges(arena, hidden, n_hidden, columns, most);
    for (i = 1; i <= most; i++) {
        double own = i <= n && size[i - 1] > 0 ? size[i - 1] : usual;
        bool more = n_runs && run[n_runs - 1].last == i - 1 &&
                    !(run[n_runs - 1].size < own) && !(run[n_runs - 1].size > own);

        depth += edge[i];
        if (depth <= 0 && (i > n || !(size[i - 1] > 0)))
            continue;
        if (more && run[n_runs - 1].hidden == (depth > 0)) {
            run[n_runs - 1].last = i;
            continue;
        }
        CJ_ROOM(arena, run, n_runs, cap);
        run[n_runs++] = (cj_run){ i, i, own, depth > 0 };
    }
    *out = run;
    return n_runs;
}
