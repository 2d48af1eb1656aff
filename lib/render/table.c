/* table.c - tables at a terminal: columns share the width, cells are wrapped in their column. */
#include "render/lines.h"
#include "base/utf8.h"

#define LEAST 12u /* a column is never squeezed below this, if its text is wider */
#define BAR 3u    /* " │ " */
#define GAP 2u    /* between plain columns, and before the first */
#define NAMES 34u /* a plain name wider than this has a line of its own */

/* The columns that are printed side by side: all, or as many as the width allows; the header
 * column is repeated in every band. */
typedef struct band {
    size_t *col;
    unsigned *width;
    size_t n;
} band;

static cj_str cell(const cj_table *t, size_t row, size_t col)
{
    return t->cell[row * t->n_cols + col];
}

static unsigned natural(const cj_table *t, size_t col)
{
    unsigned widest = 1;
    size_t i;

    for (i = 0; i < t->n_rows; i++) {
        unsigned w = cj_widest(cell(t, i, col));

        widest = w > widest ? w : widest;
    }
    return widest;
}

static unsigned least(unsigned width)
{
    return width < LEAST ? width : LEAST;
}

static unsigned sum_capped(const unsigned *width, size_t n, unsigned cap)
{
    unsigned sum = 0;
    size_t i;

    for (i = 0; i < n; i++)
        sum += width[i] < cap ? width[i] : cap;
    return sum;
}

/* Narrow columns keep their width; the wide ones share what is left, evenly. */
static void squeeze(unsigned *width, size_t n, unsigned page)
{
    unsigned bars = (unsigned)(n - 1) * BAR;
    unsigned room = page > bars ? page - bars : 1, cap = 0, spare;
    size_t i;

    if (sum_capped(width, n, room) <= room)
        return;
    while (sum_capped(width, n, cap + 1) <= room)
        cap++;
    cap = cap ? cap : 1;
    spare = room > sum_capped(width, n, cap) ? room - sum_capped(width, n, cap) : 0;
    for (i = 0; i < n; i++)
        if (width[i] > cap) {
            width[i] = cap + (spare > 0);
            spare -= spare > 0;
        }
}

/* The next band from column `from` on: as many columns as fit at their least width. */
static size_t next_band(const cj_table *t, const unsigned *nat, size_t from, unsigned page,
                        band *b)
{
    unsigned used = 0;

    b->n = 0;
    if (t->header_col && from > 0) {
        b->col[b->n] = 0;
        b->width[b->n++] = nat[0];
        used = least(nat[0]);
    }
    while (from < t->n_cols) {
        unsigned need = used + (b->n ? BAR : 0) + least(nat[from]);

        if (page && need > page && b->n > (size_t)(t->header_col))
            break;
        b->col[b->n] = from;
        b->width[b->n++] = nat[from++];
        used = need;
    }
    if (page)
        squeeze(b->width, b->n, page);
    return from;
}

static void put_rule(cj_page *page, const band *b, const char *line, const char *cross)
{
    size_t i;

    for (i = 0; i < b->n; i++) {
        cj_put_n(page, line, b->width[i] + (i > 0) + (i + 1 < b->n));
        if (i + 1 < b->n)
            fputs(cross, page->out);
    }
    fputc('\n', page->out);
}

/* Prints the next line of each cell; false when there was none left. */
static bool put_line(cj_page *page, const band *b, cj_str *rest, bool header, bool label)
{
    cj_str *line = CJ_NEW_N(page->arena, cj_str, b->n);
    bool any = false;
    size_t i;

    for (i = 0; i < b->n; i++)
        any = cj_wrap(&rest[i], b->width[i], &line[i]) || any;
    for (i = 0; any && i < b->n; i++) {
        unsigned w = cj_utf8_width(line[i]);

        if (i)
            fputs(line[i].n || i + 1 < b->n ? "│ " : "│", page->out);
        cj_put_inked(page, CJ_PLAIN, header || (label && !i), line[i]);
        if (i + 1 < b->n)
            cj_put_n(page, " ", (b->width[i] > w ? b->width[i] - w : 0) + 1);
    }
    if (any)
        fputc('\n', page->out);
    return any;
}

static void put_row(cj_page *page, const cj_table *t, const band *b, size_t row)
{
    cj_str *rest = CJ_NEW_N(page->arena, cj_str, b->n);
    size_t i;

    for (i = 0; i < b->n; i++)
        rest[i] = cell(t, row, b->col[i]);
    while (put_line(page, b, rest, t->header_row && !row, t->header_col))
        ;
}

/* Do some cells need more than one line? Then rows are parted by rules, else only the header. */
static bool tall(const cj_table *t, const band *b)
{
    size_t i, j;

    for (i = t->header_row; i < t->n_rows; i++)
        for (j = 0; j < b->n; j++) {
            cj_str rest = cell(t, i, b->col[j]), line;

            cj_wrap(&rest, b->width[j], &line);
            if (rest.p)
                return true;
        }
    return false;
}

static void put_band(cj_page *page, const cj_table *t, const band *b)
{
    bool rules = tall(t, b);
    size_t i;

    for (i = 0; i < t->n_rows; i++) {
        put_row(page, t, b, i);
        if (t->header_row && !i)
            put_rule(page, b, "━", "┿");
        else if (rules && i + 1 < t->n_rows)
            put_rule(page, b, "─", "┼");
    }
}

static void put_grid(cj_page *page, const cj_table *t)
{
    unsigned *nat = CJ_NEW_N(page->arena, unsigned, t->n_cols);
    band b = { CJ_NEW_N(page->arena, size_t, t->n_cols + 1),
               CJ_NEW_N(page->arena, unsigned, t->n_cols + 1), 0 };
    size_t i, from = 0;

    for (i = 0; i < t->n_cols; i++)
        nat[i] = natural(t, i);
    while (from < t->n_cols) {
        if (from)
            fputc('\n', page->out);
        from = next_band(t, nat, from, page->width, &b);
        put_band(page, t, &b);
    }
}

/* Where each plain column begins; names wider than NAMES do not push the others. */
static unsigned *stops(cj_page *page, const cj_table *t)
{
    unsigned *at = CJ_NEW_N(page->arena, unsigned, t->n_cols);
    size_t i, j;

    at[0] = GAP;
    for (j = 1; j < t->n_cols; j++) {
        unsigned widest = 0;

        for (i = 0; i < t->n_rows; i++) {
            unsigned w = cj_widest(cell(t, i, j - 1));

            widest = w <= NAMES && w > widest ? w : widest;
        }
        at[j] = at[j - 1] + widest + GAP;
    }
    return at;
}

/* Goes to column `to`, on a new line where `*from` is past it. */
static void go_to(cj_page *page, unsigned *from, unsigned to)
{
    if (*from + (*from > GAP ? GAP : 0) > to) {
        fputc('\n', page->out);
        *from = 0;
    }
    cj_put_n(page, " ", to - *from);
    *from = to;
}

static void put_last(cj_page *page, cj_str text, bool bold, unsigned used, unsigned at)
{
    unsigned room = page->width > at + LEAST ? page->width - at : page->width ? LEAST : 0;
    cj_str line;

    while (text.n && cj_wrap(&text, room, &line)) {
        if (line.n)
            go_to(page, &used, at);
        cj_put_inked(page, CJ_PLAIN, bold, line);
        if (text.p && text.n)
            fputc('\n', page->out);
        used = 0;
    }
    fputc('\n', page->out);
}

static void put_names(cj_page *page, const cj_table *t)
{
    const unsigned *at = stops(page, t);
    size_t i, j;

    for (i = 0; i < t->n_rows; i++) {
        bool header = t->header_row && !i;
        unsigned used = 0;

        for (j = 0; j + 1 < t->n_cols; j++) {
            if (!cell(t, i, j).n)
                continue;
            go_to(page, &used, at[j]);
            cj_put_level(page, CJ_PLAIN, header || (t->header_col && !j), cell(t, i, j));
            used += cj_widest(cell(t, i, j));
        }
        put_last(page, cell(t, i, j), header || (t->header_col && !j), used, at[j]);
    }
}

void cj_put_table(cj_page *page, const cj_table *table)
{
    bool in_place = table->role == CJ_TABLE_MAP; /* among what stayed as it was */
    cj_table t = *table;
    size_t i;

    if (!t.n_rows || !t.n_cols)
        return;
    t.cell = CJ_NEW_N(page->arena, cj_str, t.n_rows * t.n_cols);
    for (i = 0; i < t.n_rows * t.n_cols; i++)
        t.cell[i] =
            cj_inked(page, t.marked ? &t.marked[i] : NULL, in_place, table->cell[i]);
    if (t.plain)
        put_names(page, &t);
    else
        put_grid(page, &t);
}
