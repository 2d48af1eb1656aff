/* fix.c - the safe fixes of a book: what rules of one cell's text find, mended by themselves. */
#include <cj/fix.h>
#include "lint/engine.h"
#include "lint/fix_guard.h"
#include "lint/glance.h"
#include <stdlib.h>

enum { MOST_ROUNDS = 8 }; /* what one fix uncovers, the next may mend */

/* One map under its rules. */
typedef struct judge {
    cj_lint lint;
    cj_lint_result result;
} judge;

typedef struct mending {
    cj_arena *arena;
    const cj_maps *maps;
    judge *judges; /* one a map */
    cj_fixes *out;
} mending;

/* A rule that stands alone silences those that mend. */
static bool wanted(const cj_rule *rule)
{
    return rule->mends || rule->info.alone;
}

static bool mends(const cj_finding *f)
{
    return ((const cj_rule *)f->rule)->mends != NULL;
}

static int place_order(const void *x, const void *y)
{
    return cj_place_cmp(*(const cj_span *)x, *(const cj_span *)y);
}

/* Where a rule that mends finds something, each place once. */
static cj_span *places(const mending *m, size_t *n)
{
    cj_span *at = NULL;
    size_t cap = 0, kept = 0, i, k;

    *n = 0;
    for (i = 0; i < m->maps->n; i++)
        for (k = 0; k < m->judges[i].result.n_findings; k++)
            if (mends(&m->judges[i].result.findings[k])) {
                CJ_ROOM(m->arena, at, *n, cap);
                at[(*n)++] = m->judges[i].result.findings[k].at;
            }
    if (*n)
        qsort(at, *n, sizeof *at, place_order);
    for (i = 0; i < *n; i++)
        if (!kept || place_order(&at[kept - 1], &at[i]) != 0)
            at[kept++] = at[i];
    *n = kept;
    return at;
}

static int leaf_order(const void *at, const void *leaf)
{
    return place_order(at, &((const cj_leaf *)leaf)->at);
}

static const cj_leaf *leaf_at(const cj_map *map, const cj_span *at)
{
    return map->n_leaves
               ? bsearch(at, map->leaves, map->n_leaves, sizeof *map->leaves, leaf_order)
               : NULL;
}

/* The rule finds something in the leaf's cell, as it is written by now, that is shown. */
static bool found(judge *j, const cj_rule *rule, const cj_leaf *leaf, cj_str text)
{
    size_t i = (size_t)(leaf - j->lint.map->leaves);

    j->lint.rule = rule;
    j->lint.found = NULL;
    j->lint.n = j->lint.cap = 0;
    j->lint.written[i] = text;
    j->lint.glance[i] = (unsigned char)cj_glance(text);
    rule->on_leaf(&j->lint, leaf);
    return j->lint.n && cj_lint_shows(&j->lint, &j->lint.found[0], j->result.profile);
}

/* All rules once, in the order of the catalogue; `did` marks those that mended something. */
static bool mend_once(const mending *m, judge *j, const cj_leaf *leaf, cj_str *text,
                      bool *did)
{
    bool changed = false;
    size_t i;

    for (i = 0; i < cj_catalogue_n; i++) {
        const cj_rule *rule = cj_catalogue[i];
        cj_str is;

        if (!rule->mends || !found(j, rule, leaf, *text))
            continue;
        is = rule->mends(m->arena, j->lint.map, leaf, *text);
        if (cj_str_eq(is, *text) || !cj_fix_keeps(m->arena, j->lint.map, leaf, *text, is))
            continue;
        *text = is;
        did[i] = changed = true;
    }
    return changed;
}

/* A cell that several maps read is mended by the rules of each. False: it does not settle. */
static bool mend(const mending *m, const cj_span *at, cj_str *text, bool *did)
{
    bool changed = true;
    unsigned round;
    size_t i;

    for (round = 0; changed && round < MOST_ROUNDS; round++)
        for (changed = false, i = 0; i < m->maps->n; i++) {
            const cj_leaf *leaf = leaf_at(&m->maps->map[i], at);

            if (leaf && m->judges[i].lint.written)
                changed |= mend_once(m, &m->judges[i], leaf, text, did);
        }
    return !changed;
}

static void add(const mending *m, const cj_span *at, cj_str was, cj_str is, const bool *did)
{
    cj_fixed *f;
    size_t i;

    CJ_ROOM(m->arena, m->out->at, m->out->n, m->out->cap);
    f = &m->out->at[m->out->n++];
    *f = (cj_fixed){ .edit = { .kind = CJ_EDIT_TEXT,
                               .sheet = at->sheet,
                               .row = at->row,
                               .col = at->col,
                               .text = is },
                     .was = was };
    for (i = 0; i < cj_catalogue_n; i++)
        if (did[i] && f->n_rules < CJ_MAX_FIX_RULES)
            f->rules[f->n_rules++] = &cj_catalogue[i]->info;
}

/* The result of a formula is nobody's writing. */
static void mend_cell(const mending *m, const cj_span *at, bool *did)
{
    const cj_book *book = m->maps->map[0].book;
    const cj_book_cell *c = cj_sheet_find(&book->sheets[at->sheet], at->row, at->col);
    cj_str text;

    if (!c || c->value != CJ_V_TEXT || c->flags)
        return;
    text = c->text;
    memset(did, 0, cj_catalogue_n * sizeof *did);
    if (mend(m, at, &text, did) && !cj_str_eq(text, c->text))
        add(m, at, c->text, text, did);
}

void cj_fixes_safe(cj_arena *arena, const cj_maps *maps, const cj_lint_options *options,
                   cj_fixes *out)
{
    mending m = { arena, maps, CJ_NEW_N(arena, judge, maps->n + 1), out };
    bool *did = CJ_NEW_N(arena, bool, cj_catalogue_n);
    cj_span *at;
    size_t i, n;

    *out = (cj_fixes){ NULL, 0, 0 };
    for (i = 0; i < maps->n; i++) {
        m.judges[i].lint =
            (cj_lint){ .arena = arena, .map = &maps->map[i], .options = options };
        cj_lint_judge(&m.judges[i].lint, wanted, &m.judges[i].result);
    }
    at = places(&m, &n);
    for (i = 0; i < n; i++)
        mend_cell(&m, &at[i], did);
}
