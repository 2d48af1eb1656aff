/* book_width.c - how wide the columns of a sheet are: all of its tables share them, and the paper. */
#include "render/book.h"
#include "render/lines.h"
#include "base/utf8.h"

/* Characters in a line of A4 upright, of A4 across, of A3 across, made smaller by no more than a fifth. */
#define UPRIGHT 120u
#define ACROSS 180u
#define LARGE 260u
#define WIDEST 60u /* of a column, where there is room */
#define NARROWEST 8u
#define WORD 24u   /* longer ones are parted */
#define LEAST 12u  /* a column with more to say is no narrower */
#define LINE 90u   /* of running text */
#define USUAL 8.43 /* a column without a width */
#define PLOT_COLS 4u

typedef struct need {
    unsigned natural, least;
} need;

static void widen(unsigned *to, unsigned n)
{
    *to = n > *to ? n : *to;
}

/* Letters of headers are bold, and filters have buttons beside them. */
static void weigh(cj_draft *d, const cj_table *t, size_t row, size_t col, need *n)
{
    const cj_marked *m = t->marked ? &t->marked[row * t->n_cols + col] : NULL;
    cj_said said = cj_draft_said(d, m, t->cell[row * t->n_cols + col]);
    bool head = t->header_row && !row, number = m && m->number;
    unsigned width = cj_widest(said.text), word = cj_longest_word(said.text);
    unsigned more = head ? (width + 9) / 10 + (d->filter == t ? 2 : 0) : 0;

    if (said.link && width <= WIDEST / 2)
        word = width;
    word = number ? width : word > WORD ? WORD : word;
    widen(&n->natural, width + more);
    widen(&n->least, word + more);
    widen(&n->least, width + more < LEAST ? width + more : LEAST);
}

static void weigh_table(cj_draft *d, const cj_table *t, need *n)
{
    size_t i, j;

    for (i = 0; i < t->n_rows; i++)
        for (j = 0; j < t->n_cols; j++)
            weigh(d, t, i, j, &n[j]);
    d->map = d->map || t->role == CJ_TABLE_MAP;
}

static unsigned figures(const cj_plot *p)
{
    return 2u + p->has_target + (p->before != NULL);
}

/* The figures beside a chart: what they are of, and numbers. */
static void weigh_plot(const cj_plot *p, need *n)
{
    unsigned k;
    size_t i;

    for (i = 0; i < p->n; i++) {
        unsigned width = cj_widest(p->point[i].label);

        widen(&n[0].natural, width);
        widen(&n[0].least, width < LEAST ? width : LEAST);
    }
    for (k = 1; k < figures(p); k++) {
        widen(&n[k].natural, LEAST);
        widen(&n[k].least, NARROWEST);
    }
}

static uint32_t columns_of(const cj_block *b)
{
    size_t n = b->kind == CJ_B_TABLE ? b->table.n_cols : 0, i;

    if (b->kind == CJ_B_SERIES)
        return figures(b->plot);
    for (i = 0; n && b->table.marked && i < b->table.n_rows * n; i++)
        if (b->table.marked[i].plot && n < figures(b->table.marked[i].plot))
            return PLOT_COLS;
    return (uint32_t)n;
}

static void weigh_block(cj_draft *d, const cj_block *b, need *n)
{
    size_t i, cells = b->table.n_rows * b->table.n_cols;

    if (b->kind == CJ_B_SERIES)
        weigh_plot(b->plot, n);
    if (b->kind != CJ_B_TABLE)
        return;
    weigh_table(d, &b->table, n);
    for (i = 0; b->table.marked && i < cells; i++)
        if (b->table.marked[i].plot)
            weigh_plot(b->table.marked[i].plot, n);
}

/* ---- sharing -------------------------------------------------------------------------------------- */

static unsigned width_of(const need *n, unsigned cap)
{
    unsigned w = n->natural < cap ? n->natural : cap;

    w = w > n->least ? w : n->least;
    return (w > NARROWEST ? w : NARROWEST) + (unsigned)CJ_DRAFT_GAP;
}

static unsigned sum(const cj_draft *d, const need *n, unsigned cap)
{
    unsigned all = 0;
    uint32_t i;

    for (i = 0; i < d->n_cols; i++)
        all += width_of(&n[i], cap);
    return all;
}

/* Short columns keep what they need; the long ones share what is left. */
static unsigned shared(const cj_draft *d, const need *n)
{
    unsigned room = !d->report->upright       ? LARGE
                    : sum(d, n, 0) <= UPRIGHT ? UPRIGHT
                                              : ACROSS;
    unsigned cap = WIDEST;

    while (cap > NARROWEST && sum(d, n, cap) > room)
        cap--;
    return cap;
}

/* A text goes over columns that are not too narrow together, nor too wide for the eye; where the tables
 * are narrow, over some more. */
static void set_span(cj_draft *d)
{
    double wide = 0;

    for (d->span = 0; wide < LINE && (d->span < d->n_cols || wide + USUAL < LINE);
         d->span++)
        wide += d->span < d->n_cols ? d->width[d->span] : USUAL;
}

double cj_draft_room(const cj_draft *d, uint32_t col1, uint32_t col2)
{
    double wide = 0;
    uint32_t i;

    for (i = col1; i <= col2; i++)
        wide += i <= d->n_cols ? d->width[i - 1] : USUAL;
    return wide - CJ_DRAFT_GAP / 2;
}

void cj_draft_widths(cj_draft *d, const cj_block *from, const cj_block *to)
{
    const cj_block *b;
    need *n;
    unsigned cap;
    uint32_t i;

    d->n_cols = 0;
    for (b = from; b != to; b = b->next)
        d->n_cols = columns_of(b) > d->n_cols ? columns_of(b) : d->n_cols;
    if (!d->n_cols) { /* nothing but texts */
        d->width = CJ_NEW(d->arena, double);
        d->width[0] = LINE;
        d->n_cols = d->span = 1;
        return;
    }
    n = CJ_NEW_N(d->arena, need, d->n_cols);
    for (b = from; b != to; b = b->next)
        weigh_block(d, b, n);
    cap = shared(d, n);
    d->width = CJ_NEW_N(d->arena, double, d->n_cols);
    for (i = 0; i < d->n_cols; i++)
        d->width[i] = width_of(&n[i], cap);
    set_span(d);
}
