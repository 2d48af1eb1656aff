/* fix_unsafe.c - the fixes that somebody should look at, a step at a time; and two lists of fixes as one. */
#include <cj/fix.h>
#include "lint/engine.h"
#include "lint/fix_guard.h"
#include <stdlib.h>

/* The text that may be written over: the result of a formula is nobody's writing. */
static const cj_book_cell *text_at(const cj_book *book, const cj_span *at)
{
    const cj_book_cell *c =
        at->row ? cj_sheet_find(&book->sheets[at->sheet], at->row, at->col) : NULL;

    return c && c->value == CJ_V_TEXT && !c->flags ? c : NULL;
}

static cj_edit edit_of(const cj_span *at, cj_str text)
{
    cj_date day;
    cj_edit e = { .kind = cj_date_parse(text, &day) ? CJ_EDIT_DATE : CJ_EDIT_TEXT,
                  .sheet = at->sheet,
                  .row = at->row,
                  .col = at->col,
                  .text = text };

    return e;
}

static void add(cj_arena *arena, cj_fixes *to, const cj_finding *f, cj_str was, cj_str is)
{
    cj_fixed *fix;

    CJ_ROOM(arena, to->at, to->n, to->cap);
    fix = &to->at[to->n++];
    *fix = (cj_fixed){ .edit = edit_of(&f->at, is), .was = was };
    fix->rules[fix->n_rules++] = f->rule;
}

static void amend(cj_lint *l, const cj_finding *f, cj_fixes *to)
{
    const cj_rule *rule = (const cj_rule *)f->rule;
    const cj_book_cell *c = rule->amends ? text_at(l->map->book, &f->at) : NULL;
    cj_str is;

    if (!c)
        return;
    l->rule = rule;
    is = rule->amends(l, f, c->text);
    if (is.p && !cj_str_eq(is, c->text) && (!cj_fix_formula(is) || cj_fix_formula(c->text)))
        add(l->arena, to, f, c->text, is);
}

static int place_order(const void *x, const void *y)
{
    const cj_edit *a = &((const cj_fixed *)x)->edit, *b = &((const cj_fixed *)y)->edit;

    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

/* By place, and of one place in the order in which they were found. */
static int found_order(const void *x, const void *y)
{
    const cj_fixed *const *a = x, *const *b = y;
    int order = place_order(*a, *b);

    return order ? order : *a < *b ? -1 : *a > *b;
}

static cj_fixed **in_order(cj_arena *arena, const cj_fixes *fixes)
{
    cj_fixed **in = CJ_NEW_N(arena, cj_fixed *, fixes->n + 1);
    size_t i;

    for (i = 0; i < fixes->n; i++)
        in[i] = &fixes->at[i];
    if (fixes->n > 1)
        qsort(in, fixes->n, sizeof *in, found_order);
    return in;
}

/* Of several of one cell the first holds; the others find it changed in the next step. */
static void settle(cj_arena *arena, cj_fixes *fixes)
{
    cj_fixed **in = in_order(arena, fixes), *kept;
    size_t i, n = 0;

    kept = CJ_NEW_N(arena, cj_fixed, fixes->n + 1);
    for (i = 0; i < fixes->n; i++)
        if (!n || place_order(&kept[n - 1], in[i]) != 0)
            kept[n++] = *in[i];
    fixes->at = kept;
    fixes->n = fixes->cap = n;
}

void cj_fixes_unsafe(cj_arena *arena, const cj_maps *maps, const cj_lint_options *options,
                     cj_fixes *out)
{
    size_t i, k;

    *out = (cj_fixes){ NULL, 0, 0 };
    for (i = 0; i < maps->n; i++) {
        cj_lint lint = { .arena = arena, .map = &maps->map[i], .options = options };
        cj_lint_result result;

        cj_lint_judge(&lint, NULL, &result);
        for (k = 0; k < result.n_findings; k++)
            amend(&lint, &result.findings[k], out);
    }
    settle(arena, out);
}

/* ---- two lists as one ---------------------------------------------------------------------------------- */

static void add_rules(cj_fixed *to, const cj_fixed *from)
{
    size_t i, k;

    for (i = 0; i < from->n_rules; i++) {
        for (k = 0; k < to->n_rules && to->rules[k] != from->rules[i]; k++)
            ;
        if (k == to->n_rules && k < CJ_MAX_FIX_RULES)
            to->rules[to->n_rules++] = from->rules[i];
    }
}

void cj_fixes_join(cj_arena *arena, cj_fixes *fixes, const cj_fixes *later)
{
    cj_fixes all = { CJ_NEW_N(arena, cj_fixed, fixes->n + later->n + 1), 0, 0 };
    cj_fixed **in, *kept;
    size_t i, n = 0;

    for (i = 0; i < fixes->n; i++)
        all.at[all.n++] = fixes->at[i];
    for (i = 0; i < later->n; i++)
        all.at[all.n++] = later->at[i];
    in = in_order(arena, &all);
    kept = CJ_NEW_N(arena, cj_fixed, all.n + 1);
    for (i = 0; i < all.n; i++) {
        if (n && place_order(&kept[n - 1], in[i]) == 0) {
            kept[n - 1].edit = in[i]->edit;
            add_rules(&kept[n - 1], in[i]);
        } else {
            kept[n++] = *in[i];
        }
        if (cj_str_eq(kept[n - 1].was, kept[n - 1].edit.text))
            n--;
    }
    *fixes = (cj_fixes){ kept, n, n };
}
