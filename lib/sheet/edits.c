/* edits.c - lists of edits put in order: what moves on each sheet, and what its cells become after that. */
#include "sheet/edits.h"
#include <stdlib.h>

/* One edit in the order in which it counts: of several to one cell the last holds. */
static int edit_order(const void *x, const void *y)
{
    const cj_edit *a = *(const cj_edit *const *)x, *b = *(const cj_edit *const *)y;

    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a < b ? -1 : a > b;
}

static bool same_cell(const cj_edit *a, const cj_edit *b)
{
    return a->sheet == b->sheet && a->row == b->row && a->col == b->col;
}

const cj_edit **cj_edits_in_order(cj_arena *arena, const cj_edit *edits, size_t *n)
{
    const cj_edit **in = CJ_NEW_N(arena, const cj_edit *, *n + 1);
    size_t i, kept = 0;

    for (i = 0; i < *n; i++)
        in[i] = &edits[i];
    qsort(in, *n, sizeof *in, edit_order);
    for (i = 0; i < *n; i++) {
        kept -= kept && same_cell(in[kept - 1], in[i]);
        in[kept++] = in[i];
    }
    *n = kept;
    return in;
}

bool cj_edit_moves(const cj_edit *e)
{
    return e->kind >= CJ_EDIT_ROWS_IN && e->kind <= CJ_EDIT_APPEND;
}

/* ---- one shift ------------------------------------------------------------------------------------- */

uint32_t cj_shifted(const cj_shift *s, uint32_t at, uint32_t most)
{
    if (at < s->at)
        return at;
    if (!s->out)
        return s->n <= most && at <= most - s->n ? at + s->n : 0;
    return at - s->at < s->n ? 0 : at - s->n;
}

static cj_shift shift_of(const cj_edit *e)
{
    cj_shift s;

    s.cols = e->kind == CJ_EDIT_COLS_IN || e->kind == CJ_EDIT_COLS_OUT;
    s.out = e->kind == CJ_EDIT_ROWS_OUT || e->kind == CJ_EDIT_COLS_OUT;
    s.takes_in = e->kind == CJ_EDIT_APPEND;
    s.at = s.cols ? e->col : e->row + s.takes_in;
    s.n = e->count;
    return s;
}

/* The place of a cell after a shift; false: it is gone. */
static bool follow(const cj_shift *s, cj_edit *e)
{
    unsigned *at = s->cols ? &e->col : &e->row;

    *at = cj_shifted(s, *at, s->cols ? CJ_MOST_COLS : CJ_MOST_ROWS);
    return *at != 0;
}

/* ---- the plan -------------------------------------------------------------------------------------- */

typedef enum class { CONTENT, GROUND, NOTE, MOVE, WHOLE } class;

static class class_of(const cj_edit *e)
{
    switch (e->kind) {
    case CJ_EDIT_TEXT:
    case CJ_EDIT_NUMBER:
    case CJ_EDIT_DATE:
        return CONTENT;
    case CJ_EDIT_FILL:
        return GROUND;
    case CJ_EDIT_NOTE:
        return NOTE;
    case CJ_EDIT_SHEET:
    case CJ_EDIT_SHEET_OUT:
    case CJ_EDIT_PROPERTY:
        return WHOLE;
    default:
        return MOVE;
    }
}

/* The edits of one sheet, in their order. */
typedef struct slice {
    const cj_edit *const *edit;
    size_t n;
} slice;

/* What becomes of the sheet itself makes all else that was said of it void. */
static bool goes(const slice *s)
{
    size_t i;

    for (i = 0; i < s->n; i++)
        if (s->edit[i]->kind == CJ_EDIT_SHEET || s->edit[i]->kind == CJ_EDIT_SHEET_OUT)
            return true;
    return false;
}

static size_t follow_all(const cj_edit *move, cj_edit *edits, size_t n)
{
    cj_shift s = shift_of(move);
    size_t i, left = 0;

    for (i = 0; i < n; i++)
        if (follow(&s, &edits[i]))
            edits[left++] = edits[i];
    return left;
}

/* The edits of one class, at their last places, each cell once. */
static cj_edit *of_cells(cj_arena *arena, const slice *s, class which, size_t *n)
{
    cj_edit *all = CJ_NEW_N(arena, cj_edit, s->n + 1), *kept;
    const cj_edit **in;
    size_t i, k = 0;

    for (i = 0; i < s->n; i++) {
        if (class_of(s->edit[i]) == which)
            all[k++] = *s->edit[i];
        else if (class_of(s->edit[i]) == MOVE)
            k = follow_all(s->edit[i], all, k);
    }
    in = cj_edits_in_order(arena, all, &k);
    kept = CJ_NEW_N(arena, cj_edit, k + 1);
    for (i = 0; i < k; i++)
        kept[i] = *in[i];
    *n = k;
    return kept;
}

static void plan_sheet(cj_arena *arena, const slice *s, cj_sheet_plan *out)
{
    cj_shift *shift = CJ_NEW_N(arena, cj_shift, s->n + 1);
    size_t i;

    memset(out, 0, sizeof *out);
    for (i = 0; i < s->n; i++)
        if (class_of(s->edit[i]) == MOVE && s->edit[i]->count)
            shift[out->n_shifts++] = shift_of(s->edit[i]);
    out->sheet = s->edit[0]->sheet;
    out->shift = shift;
    out->cell = of_cells(arena, s, CONTENT, &out->n_cells);
    out->fill = of_cells(arena, s, GROUND, &out->n_fills);
    out->note = of_cells(arena, s, NOTE, &out->n_notes);
}

/* By sheet; where a list is one array, places in memory are places in the list. */
static int by_sheet(const void *x, const void *y)
{
    const cj_edit *a = *(const cj_edit *const *)x, *b = *(const cj_edit *const *)y;

    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    return a < b ? -1 : a > b;
}

void cj_edits_plan(cj_arena *arena, const cj_edit *edits, size_t n, cj_edit_plan *out)
{
    const cj_edit **of_sheets = CJ_NEW_N(arena, const cj_edit *, n + 1);
    cj_edit *whole = CJ_NEW_N(arena, cj_edit, n + 1);
    cj_sheet_plan *plan;
    size_t i, from, to, k = 0;

    memset(out, 0, sizeof *out);
    for (i = 0; i < n; i++) {
        if (class_of(&edits[i]) == WHOLE)
            whole[out->n_whole++] = edits[i];
        if (edits[i].kind != CJ_EDIT_PROPERTY && edits[i].sheet != CJ_NO_SHEET)
            of_sheets[k++] = &edits[i];
    }
    qsort(of_sheets, k, sizeof *of_sheets, by_sheet);
    plan = CJ_NEW_N(arena, cj_sheet_plan, k + 1);
    for (from = 0; from < k; from = to) {
        slice s;

        for (to = from; to < k && of_sheets[to]->sheet == of_sheets[from]->sheet; to++)
            ;
        s = (slice){ of_sheets + from, to - from };
        if (!goes(&s))
            plan_sheet(arena, &s, &plan[out->n_sheets++]);
    }
    out->sheet = plan;
    out->whole = whole;
}
