/* findings_fold.c - findings that say the same of several cells become one, with their ranges. */
#include "report/findings.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

#define SHOWN_RANGES 6u
#define SHOWN_NAMES 4u

/* ---- folding -------------------------------------------------------------------------------- */

/* A finding with what it says but for where: findings of one rule with equal words fold. */
typedef struct said {
    const cj_finding *finding;
    cj_str words;
    size_t order; /* in the result; of a group: of its first */
} said;

static cj_str words_without_place(cj_arena *arena, const cj_lint_result *r,
                                  const cj_finding *f, cj_lang lang)
{
    static const cj_span nowhere = { 0 };
    cj_finding bare = *f;

    bare.at = nowhere;
    bare.element = bare.phase = -1;
    bare.elem = CJ_CUSTOM;
    return cj_finding_says(arena, r, &bare, lang);
}

/* By sheet, then severity, then place; what concerns the whole map stands first in both. */
static int for_people(const said *a, const said *b)
{
    const cj_finding *f = a->finding, *g = b->finding;

    if (f->at.sheet != g->at.sheet)
        return f->at.sheet < g->at.sheet ? -1 : 1;
    if (f->severity != g->severity)
        return f->severity > g->severity ? -1 : 1;
    return (f->at.row > 0) - (g->at.row > 0);
}

static int alike(const said *a, const said *b)
{
    int c = for_people(a, b);

    c = c ? c : strcmp(a->finding->rule->id, b->finding->rule->id);
    return c ? c : cj_str_cmp(a->words, b->words);
}

static int by_likeness(const void *x, const void *y)
{
    const said *a = x, *b = y;
    int c = alike(a, b);

    return c ? c : a->order < b->order ? -1 : a->order > b->order;
}

static int by_first(const void *x, const void *y)
{
    const cj_fold *a = x, *b = y;
    said s = { a->finding, { "", 0 }, 0 }, t = { b->finding, { "", 0 }, 0 };
    int c = for_people(&s, &t);

    if (c)
        return c;
    if (a->finding->at.row != b->finding->at.row)
        return a->finding->at.row < b->finding->at.row ? -1 : 1;
    if (a->finding->at.col != b->finding->at.col)
        return a->finding->at.col < b->finding->at.col ? -1 : 1;
    return a->finding < b->finding ? -1 : a->finding > b->finding;
}

/* What is counted at each place ({n} of them) would be misread as a count of all. */
static bool folds(const cj_finding *f)
{
    size_t i;

    for (i = 0; i < f->n_args; i++)
        if (!strcmp(f->arg[i].name, "n"))
            return false;
    return f->at.row != 0;
}

cj_fold *cj_findings_fold(cj_arena *arena, const cj_shown *shown, cj_lang lang, size_t *n)
{
    said *in = CJ_NEW_N(arena, said, shown->n + 1);
    cj_fold *out = CJ_NEW_N(arena, cj_fold, shown->n + 1);
    const cj_finding **all = CJ_NEW_N(arena, const cj_finding *, shown->n + 1);
    size_t i;

    for (i = 0; i < shown->n; i++) {
        in[i].finding = shown->finding[i];
        in[i].words = words_without_place(arena, shown->result, shown->finding[i], lang);
        in[i].order = i;
    }
    qsort(in, shown->n, sizeof *in, by_likeness);
    for (*n = i = 0; i < shown->n; i++) {
        all[i] = in[i].finding;
        if (!i || !folds(in[i].finding) || alike(&in[i - 1], &in[i])) {
            out[*n].finding = in[i].finding;
            out[(*n)++].all = &all[i];
        }
        out[*n - 1].n++;
    }
    qsort(out, *n, sizeof *out, by_first);
    return out;
}

/* ---- ranges --------------------------------------------------------------------------------- */

/* Grows the rectangle of the cell `from` over the cells of the fold, which are in reading order:
 * to the right, then down as long as the whole width is there. */
static cj_range grow(const cj_fold *fold, const bool *used, size_t from)
{
    const cj_span *at = &fold->all[from]->at;
    cj_range r = { at->row, at->col, at->row, at->col };
    size_t i, width = 0;

    for (i = from + 1; i < fold->n; i++) {
        at = &fold->all[i]->at;
        if (!used[i] && at->row == r.row1 && at->col == r.col2 + 1)
            r.col2++;
    }
    for (i = from + 1; i < fold->n; i++) {
        at = &fold->all[i]->at;
        if (used[i] || at->row != r.row2 + 1 || at->col != r.col1 + width)
            continue;
        if (++width == r.col2 - r.col1 + 1) {
            r.row2++;
            width = 0;
        }
    }
    return r;
}

static void take(const cj_fold *fold, bool *used, const cj_range *r)
{
    size_t i;

    for (i = 0; i < fold->n; i++) {
        const cj_span *at = &fold->all[i]->at;

        if (at->row >= r->row1 && at->row <= r->row2 && at->col >= r->col1 &&
            at->col <= r->col2)
            used[i] = true;
    }
}

cj_str cj_fold_ranges(cj_arena *arena, const cj_fold *fold)
{
    bool *used = CJ_NEW_N(arena, bool, fold->n);
    char ref[CJ_REF_MAX];
    size_t i, ranges = 0;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < fold->n; i++) {
        cj_range r;

        if (used[i])
            continue;
        if (ranges++ == SHOWN_RANGES) {
            cj_buf_z(&b, ", …");
            break;
        }
        r = grow(fold, used, i);
        take(fold, used, &r);
        cj_ref(ref, r.row1, r.col1);
        cj_buf_fmt(&b, "%s%s", b.n ? ", " : "", ref);
        cj_ref(ref, r.row2, r.col2);
        if (r.row1 != r.row2 || r.col1 != r.col2)
            cj_buf_fmt(&b, ":%s", ref);
    }
    return cj_buf_str(&b);
}

/* ---- words ---------------------------------------------------------------------------------- */

static void add_name(cj_arena *arena, cj_buf *b, cj_str name)
{
    cj_buf_z(b, b->n ? "\n" : "");
    cj_buf_add(b, cj_utf8_joined(arena, name));
}

/* The phases of the findings of a fold, in their order, one a line, and how many they are. */
static cj_str phases_of(cj_arena *arena, const cj_map *map, const cj_fold *fold, size_t *n)
{
    bool *in = CJ_NEW_N(arena, bool, map->n_phases + 1);
    size_t i;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < fold->n; i++)
        if (fold->all[i]->phase >= 0)
            in[fold->all[i]->phase] = true;
    for (*n = i = 0; i < map->n_phases; i++)
        if (in[i]) {
            add_name(arena, &b, map->phases[i].name);
            ++*n;
        }
    return cj_buf_str(&b);
}

static cj_str elements_of(cj_arena *arena, const cj_map *map, const cj_fold *fold)
{
    bool *in = CJ_NEW_N(arena, bool, map->n_elements + 1);
    size_t i;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < fold->n; i++)
        if (fold->all[i]->element >= 0)
            in[fold->all[i]->element] = true;
    for (i = 0; i < map->n_elements; i++)
        if (in[i])
            add_name(arena, &b, map->elements[i].label);
    return cj_buf_str(&b);
}

/* Names one a line -> 行動、課題; "…" for more than a few. */
static cj_str joined(cj_arena *arena, cj_str lines, cj_lang lang)
{
    cj_str rest = lines, one;
    size_t n = 0;
    cj_buf b;

    cj_buf_init(&b, arena);
    while (lines.n && cj_str_split(&rest, '\n', &one)) {
        if (b.n)
            cj_buf_z(&b, lang == CJ_JA ? "、" : ", ");
        if (n++ == SHOWN_NAMES) {
            cj_buf_z(&b, "…");
            break;
        }
        cj_buf_add(&b, one);
    }
    return cj_buf_str(&b);
}

static const cj_text every = { "all phases", "全フェーズ" };

static void say(cj_finding *f, const char *name, cj_str value, cj_str ja)
{
    if (f->n_args < CJ_MAX_ARGS && value.n)
        f->arg[f->n_args++] = (cj_arg){ name, value, ja };
}

/* A finding that names all places of the fold. */
static cj_finding together(cj_arena *arena, const cj_lint_result *r, const cj_fold *fold)
{
    static const cj_str same = { NULL, 0 };
    cj_finding all = *fold->finding;
    cj_str phases;
    size_t n;

    if (fold->n == 1)
        return all;
    phases = phases_of(arena, r->map, fold, &n);
    say(&all, "cell", cj_fold_ranges(arena, fold), same);
    if (n > 1 && n == r->map->n_phases)
        say(&all, "phase", cj_str_of(every.en), cj_str_of(every.ja));
    else
        say(&all, "phase", phases, same);
    say(&all, "element", elements_of(arena, r->map, fold), same);
    return all;
}

cj_str cj_fold_says(cj_arena *arena, const cj_lint_result *r, const cj_fold *fold,
                    cj_lang lang)
{
    cj_finding all = together(arena, r, fold);

    return cj_finding_says(arena, r, &all, lang);
}

cj_str cj_fold_hint(cj_arena *arena, const cj_lint_result *r, const cj_fold *fold,
                    cj_lang lang)
{
    cj_finding all = together(arena, r, fold);

    return cj_finding_hint(arena, r, &all, lang);
}

cj_str cj_fold_about(cj_arena *arena, const cj_lint_result *r, const cj_fold *fold,
                     cj_lang lang)
{
    static const cj_text cells = { "{0} cells", "{0}セル" };
    size_t n_phases;
    cj_str elements = elements_of(arena, r->map, fold);
    cj_str phases = phases_of(arena, r->map, fold, &n_phases);
    cj_buf b;

    cj_buf_init(&b, arena);
    if (fold->n > 1)
        cj_buf_add(&b, cj_words(arena, lang, cells, cj_count_words(arena, fold->n),
                                CJ_STR(""), CJ_STR("")));
    if (b.n && (elements.n || phases.n))
        cj_buf_z(&b, ": ");
    cj_buf_add(&b, joined(arena, elements, lang));
    if (elements.n && phases.n)
        cj_buf_z(&b, " × ");
    if (n_phases > 1 && n_phases == r->map->n_phases)
        cj_buf_z(&b, cj_text_in(every, lang));
    else
        cj_buf_add(&b, joined(arena, phases, lang));
    return cj_buf_str(&b);
}
