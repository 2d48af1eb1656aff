/* tables.c - cuts a sheet into parts that hold one map each (model 4.9). */
#include "base/utf8.h"
#include "map/build.h"
#include "map/tables.h"
#include <stdlib.h>
#include <string.h>

enum { MAX_ABOVE = 12 };

typedef struct cutter {
    cj_window *w;
    cj_orient orient;
    bool insisted;
    cj_tables *out;
    cj_found *near;
} cutter;

static bool empty(cj_range r)
{
    return r.row1 > r.row2 || r.col1 > r.col2;
}

/* From the axes of the view to the rows and columns of the sheet, and back. */
static cj_range turned(const cj_view *v, cj_range r)
{
    return v->down ? (cj_range){ r.col1, r.row1, r.col2, r.row2 } : r;
}

/* ---- where the next table begins inside what was read as one ------------------------------- */

/* It says the name of one of the phases. */
static bool names_phase(const cj_grid *g, cj_str text)
{
    const unsigned odd = CJ_HAS_OTHER | CJ_HAS_INVISIBLE;
    bool plain =
        !(cj_utf8_survey(text) & odd); /* once: it may be long, and they are many */
    unsigned p;

    for (p = 0; p < g->n_phases; p++) {
        cj_str name = cj_view_text(&g->view, g->phase[p].i, g->phase[p].j);

        if (plain && !(cj_utf8_survey(name) & odd) ? cj_str_eq(text, name)
                                                   : cj_utf8_alike(text, name))
            return true;
    }
    return false;
}

/* The line repeats the headers, there or in other places. */
static bool same_heads(const cj_grid *g, unsigned i)
{
    const cj_view *v = &g->view;
    unsigned j, same = 0, filled = 0, last = cj_view_last(v, i);

    for (j = g->line; j <= last; j++) {
        cj_str text = cj_view_text(v, i, j);

        filled += text.n > 0;
        same += text.n && names_phase(g, text);
    }
    return same > 1 && same * 2 > filled;
}

static unsigned beside(const cj_grid *g, unsigned i)
{
    unsigned j, n = 0, last = cj_view_last(&g->view, i);

    for (j = g->line + 1; j <= last && n < 2; j++)
        n += cj_view_text(&g->view, i, j).n > 0;
    return n;
}

/* An axis word in the corner, or a blank line in front of a line of texts. */
static bool head_like(const cj_grid *g, unsigned i)
{
    if (beside(g, i) < 2)
        return false;
    if (cj_view_axis(&g->view, i, g->line) >= 0)
        return true;
    return !cj_view_text(&g->view, i, g->line).n && i > 1 &&
           (beside(g, i - 1) < 2 && !cj_view_sense(&g->view, i - 1, g->line)->n);
}

/* Elements of the core that the rows from `r` on say again. */
static unsigned again_from(const cj_grid *g, unsigned r)
{
    bool seen[CJ_N_ELEMS] = { false }, counted[CJ_N_ELEMS] = { false };
    unsigned k, n = 0;

    for (k = 0; k < g->n_rows; k++) {
        cj_elem e = g->label[k].elem;

        if (e == CJ_CUSTOM)
            continue;
        n += k >= r && seen[e] && !counted[e];
        counted[e] = counted[e] || (k >= r && seen[e]);
        seen[e] = seen[e] || k < r;
    }
    return n;
}

/* Two tables under one another: the headers come again, or headers of their own and the same
 * elements. 0: there is no other one. */
static unsigned next_head(const cj_grid *g)
{
    unsigned r = 0, i;

    for (i = g->body; i <= g->last; i++) {
        while (r < g->n_rows && g->row[r].i < i)
            r++;
        if (same_heads(g, i))
            return i;
        if (r && r < g->n_rows && head_like(g, i) && again_from(g, r) > 1)
            return i;
    }
    return 0;
}

/* Two tables side by side: a line of labels among the phases, under a corner of its own; or of
 * the phases themselves. */
static bool labels_again(const cj_grid *g, unsigned j)
{
    const cj_view *v = &g->view;
    unsigned r, hits = 0, texts = 0, phases = 0;
    cj_str corner = cj_view_text(v, g->head, j);

    if (corner.n && cj_view_axis(v, g->head, j) < 0 &&
        !cj_utf8_alike(corner, cj_view_text(v, g->head, g->line)))
        return false;
    for (r = 0; r < g->n_rows; r++) {
        cj_str text = cj_view_text(v, g->row[r].i, j);

        texts += text.n > 0;
        phases += text.n && names_phase(g, text);
        hits +=
            text.n && (cj_view_plain(v, g->row[r].i, j) != NULL ||
                       cj_utf8_alike(text, cj_view_text(v, g->row[r].i, g->row[r].label)));
    }
    return (hits > 1 && hits * 2 > texts) || (phases > 1 && phases * 2 > texts);
}

/* The last line of the phases. */
static unsigned last_phase(const cj_grid *g)
{
    if (g->list)
        return g->stop;
    return g->n_phases ? g->phase[g->n_phases - 1].last : g->line;
}

static unsigned next_labels(const cj_grid *g)
{
    unsigned j, last = last_phase(g);

    for (j = g->line + 2; j < last; j++)
        if (labels_again(g, j))
            return j;
    return 0;
}

/* ---- the extent of a table --------------------------------------------------------------------- */

static cj_range extent(const cj_grid *g, cj_range in)
{
    cj_range r = turned(&g->view, (cj_range){ g->top, g->left, g->last, last_phase(g) });

    if (g->list)
        r = turned(&g->view, (cj_range){ in.col1, g->line, g->last, last_phase(g) });
    r.row1 = cj_title_row(g->view.w, r.row1, in.row1 - 1, r.col1, r.col2);
    return r;
}

/* Without the table that begins in that line: its title goes with it. */
static cj_range clip(const cj_grid *g, cj_range in, unsigned head, unsigned line)
{
    cj_range v = turned(&g->view, in), all = extent(g, in);

    v.row2 = head ? head - 1 : v.row2;
    v.col2 = line ? line - 1 : v.col2;
    v = turned(&g->view, v);
    if (v.row2 < in.row2)
        v.row2 = cj_title_row(g->view.w, v.row2 + 1, all.row1, in.col1, in.col2) - 1;
    return v;
}

/* ---- the search ------------------------------------------------------------------------------- */

void cj_tables_see(cj_window *w, cj_range part)
{
    cj_window_part(w, part);
    w->end = cj_sections_begin(w);
}

static cj_grid *grid_of(cutter *c, const cj_found *found)
{
    return cj_grid_at(c->w, found->down, found->line, found->head);
}

/* The headers that are read in the end may be others than those that were tried. */
static bool look(cutter *c, cj_range r, bool insisted, cj_found *out)
{
    cj_tables_see(c->w, r);
    cj_grid_find(c->w, c->orient, insisted, out);
    if (out->map && cj_grid_judge(grid_of(c, out), insisted) == CJ_REFUSED_PHASES) {
        out->why = CJ_REFUSED_PHASES;
        out->map = false;
    }
    return out->map;
}

/* What was found in `r`, without the tables that were read as a part of it. */
static cj_range narrow(cutter *c, cj_range r, bool insisted, cj_found *found,
                       cj_range *inner)
{
    cj_grid *g = grid_of(c, found);
    unsigned head = next_head(g), line = head ? 0 : next_labels(g), turn;
    cj_range in = r;

    for (turn = 0; turn < 3 && (head || line); turn++) {
        cj_range less = clip(g, in, head, line);
        cj_found inside;

        if (empty(less) || !look(c, less, insisted, &inside))
            break;
        in = less;
        *found = inside;
        g = grid_of(c, found);
        head = next_head(g);
        line = head ? 0 : next_labels(g);
    }
    cj_tables_see(c->w, in);
    *inner = in;
    return extent(grid_of(c, found), in);
}

static void search(cutter *c, cj_range r, bool insisted);

static cj_grid *grid_in(cutter *c, const cj_table *t)
{
    cj_tables_see(c->w, t->inner);
    return grid_of(c, &t->found);
}

static const cj_phase_name **names_of(const cj_grid *g)
{
    const cj_phase_name **name =
        CJ_NEW_N(g->view.w->arena, const cj_phase_name *, g->n_phases);
    unsigned p;

    for (p = 0; p < g->n_phases; p++)
        name[p] = cj_view_phase(&g->view, g->phase[p].i, g->phase[p].j);
    return name;
}

static bool phases_of(const cj_phase_name **all, unsigned n, const cj_phase_name **some,
                      unsigned m)
{
    unsigned p, q;

    for (p = 0; p < m; p++) {
        for (q = 0; q < n && !cj_str_eq(all[q]->key, some[p]->key); q++)
            ;
        if (q == n)
            return false;
    }
    return true;
}

static bool tells_again(const cj_grid *g, const cj_grid *more)
{
    bool seen[CJ_N_ELEMS] = { false };
    unsigned r;

    for (r = 0; r < g->n_rows; r++)
        seen[g->label[r].elem] = g->label[r].elem != CJ_CUSTOM;
    for (r = 0; r < more->n_rows; r++)
        if (seen[more->label[r].elem])
            return true;
    return false;
}

/* The headers are the map's phases, and no element is told twice: the map goes on there. */
static bool continues(cutter *c, const cj_table *map, const cj_table *more)
{
    const cj_grid *g = grid_in(c, map), *h;
    const cj_phase_name **all = names_of(g);

    h = grid_in(c, more);
    return phases_of(all, g->n_phases, names_of(h), h->n_phases) && !tells_again(g, h);
}

/* Two headers, and two labels with something beside each. */
static bool room_for_a_map(cj_window *w, cj_range r)
{
    unsigned row, col, n = 0;

    cj_window_part(w, r);
    for (row = r.row1; row <= r.row2 && n < 6; row++)
        for (col = r.col1; col <= w->row_last[row] && n < 6; col++)
            n += cj_window_text(w, row, col).n > 0;
    return n == 6;
}

/* Looks for more tables in `rest`; the first row and column of those that there are. */
static bool others(cutter *c, cj_range rest, unsigned *row, unsigned *col)
{
    unsigned i, from = c->out->n;

    *row = *col = UINT32_MAX;
    if (!empty(rest) && room_for_a_map(c->w, rest))
        search(c, rest, false);
    for (i = from; i < c->out->n; i++) {
        const cj_range *t = &c->out->table[i].tight;

        *row = t->row1 < *row ? t->row1 : *row;
        *col = t->col1 < *col ? t->col1 : *col;
    }
    return c->out->n > from;
}

/* Below, above, right and left of a table there may be others; but not among its sections. */
static void around(cutter *c, cj_range t, cj_range r)
{
    const cj_range under = { t.row2 + 1, r.col1, r.row2, r.col2 };
    unsigned row, col;

    if (cj_sections_only(c->w, under))
        r.row2 = t.row2;
    else if (others(c, under, &row, &col))
        r.row2 = row - 1;
    if (others(c, (cj_range){ r.row1, r.col1, t.row1 - 1, r.col2 }, &row, &col))
        r.row1 = t.row1;
    others(c, (cj_range){ r.row1, t.col2 + 1, r.row2, r.col2 }, &row, &col);
    others(c, (cj_range){ r.row1, r.col1, r.row2, t.col1 - 1 }, &row, &col);
}

/* It only goes on with a map that was found before. */
static bool known_map(cutter *c, const cj_table *t)
{
    unsigned i;

    for (i = 0; i < c->out->n; i++)
        if (continues(c, &c->out->table[i], t))
            return true;
    return false;
}

/* The header of a map under stacked sections: an axis word, and two phases for sure. */
static bool begins_again(cj_window *w, unsigned row, cj_range r)
{
    unsigned col, known = 0, corner = 0;

    for (col = r.col1; col <= w->row_last[row] && known < 2; col++) {
        if (!corner && cj_window_text(w, row, col).n &&
            (corner = col, cj_window_axis(w, row, col) < 0))
            return false;
        known += corner && col > corner && cj_window_phase(w, row, col)->plain;
    }
    return known > 1;
}

static void search_under_sections(cutter *c, cj_range r)
{
    unsigned row, from = c->w->end;

    cj_window_part(c->w, r);
    for (row = from; row <= r.row2; row++)
        if (begins_again(c->w, row, r)) {
            r.row1 = cj_title_row(c->w, row, from, r.col1, r.col2);
            search(c, r, false);
            return;
        }
}

static void search(cutter *c, cj_range r, bool insisted)
{
    cj_table t = { .w = c->w };

    if (c->out->n == CJ_TABLES)
        return;
    if (!look(c, r, insisted, &t.found)) {
        if (!c->out->n)
            *c->near = t.found;
        if (c->w->end <= r.row2)
            search_under_sections(c, r);
        return;
    }
    t.tight = narrow(c, r, insisted, &t.found, &t.inner);
    if (!known_map(c, &t)) {
        CJ_ROOM(c->w->arena, c->out->table, c->out->n, c->out->cap);
        c->out->table[c->out->n++] = t;
    }
    around(c, t.tight, r);
}

void cj_tables_find(cj_window *w, cj_orient orient, bool insisted, cj_tables *out,
                    cj_found *near)
{
    cutter c = { w, orient, insisted, out, near };
    cj_range all = w->part;

    memset(out, 0, sizeof *out);
    memset(near, 0, sizeof *near);
    if (!empty(all))
        search(&c, all, insisted);
    cj_window_part(w, all);
}

/* ---- what belongs to each ----------------------------------------------------------------------- */

static int by_row(const void *x, const void *y)
{
    const cj_range *a = &((const cj_table *)x)->tight, *b = &((const cj_table *)y)->tight;

    if (a->row1 != b->row1)
        return a->row1 < b->row1 ? -1 : 1;
    return a->col1 < b->col1 ? -1 : a->col1 > b->col1;
}

static int by_col(const void *x, const void *y)
{
    const cj_range *a = &((const cj_table *)x)->tight, *b = &((const cj_table *)y)->tight;

    if (a->col1 != b->col1)
        return a->col1 < b->col1 ? -1 : 1;
    return a->row1 < b->row1 ? -1 : a->row1 > b->row1;
}

/* How many of the first tables stand before all others, above them or left of them; n: none. */
static unsigned first_band(const cj_table *t, unsigned n, bool rows)
{
    unsigned i, end = 0;

    for (i = 0; i < n; i++) {
        if (i && (rows ? t[i].tight.row1 : t[i].tight.col1) > end)
            return i;
        if ((rows ? t[i].tight.row2 : t[i].tight.col2) > end)
            end = rows ? t[i].tight.row2 : t[i].tight.col2;
    }
    return n;
}

static void share(cj_table *t, unsigned n, cj_range all, bool rows, bool stuck);

static void share_bands(cj_table *t, unsigned n, unsigned k, cj_range all, bool rows)
{
    cj_range head = all, rest = all;

    if (rows)
        head.row2 = (rest.row1 = t[k].tight.row1) - 1;
    else
        head.col2 = (rest.col1 = t[k].tight.col1) - 1;
    share(t, k, head, !rows, false);
    share(t + k, n - k, rest, rows, false);
}

/* One band after the other, by rows, then by columns. Tables that no straight cut parts have the
 * rest together. */
static void share(cj_table *t, unsigned n, cj_range all, bool rows, bool stuck)
{
    unsigned k, i;

    qsort(t, n, sizeof *t, rows ? by_row : by_col);
    k = first_band(t, n, rows);
    if (k < n)
        share_bands(t, n, k, all, rows);
    else if (n > 1 && !stuck)
        share(t, n, all, !rows, true);
    else
        for (i = 0; i < n; i++)
            t[i].part = all;
}

void cj_tables_share(cj_tables *tables, cj_range all)
{
    if (!tables->n)
        return;
    share(tables->table, tables->n, all, true, false);
    qsort(tables->table, tables->n, sizeof *tables->table, by_row);
}
