/* sources.c - the evidence records by their numbers, and which of them anything refers to. */
#include "lint/engine.h"
#include "base/utf8.h"
#include "map/refs.h"
#include <stdlib.h>
#include <string.h>

typedef struct source {
    const cj_evidence *record;
    bool referred;
} source;

struct cj_sources {
    source *by_id; /* those with a number; the same number: in their order */
    size_t n;
    bool looked; /* for references */
};

static int id_order(const void *x, const void *y)
{
    const cj_evidence *a = ((const source *)x)->record, *b = ((const source *)y)->record;

    if (a->id != b->id)
        return a->id < b->id ? -1 : 1;
    return a < b ? -1 : a > b;
}

static struct cj_sources *sources(cj_lint *l)
{
    const cj_map *map = l->map;
    struct cj_sources *all = l->sources;
    size_t i;

    if (all)
        return all;
    l->sources = all = CJ_NEW(l->arena, struct cj_sources);
    all->by_id = CJ_NEW_N(l->arena, source, map->n_evidence + 1);
    for (i = 0; i < map->n_evidence; i++)
        if (map->evidence[i].id)
            all->by_id[all->n++].record = &map->evidence[i];
    qsort(all->by_id, all->n, sizeof *all->by_id, id_order);
    return all;
}

/* The first of that number, or where it would stand. */
static size_t first_of(const struct cj_sources *all, unsigned id)
{
    size_t lo = 0, hi = all->n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (all->by_id[mid].record->id < id)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

const cj_evidence *cj_lint_evidence(cj_lint *l, unsigned id)
{
    const struct cj_sources *all = sources(l);
    size_t i = first_of(all, id);

    return i < all->n && all->by_id[i].record->id == id ? all->by_id[i].record : NULL;
}

/* ---- references -------------------------------------------------------------------------------- */

static void refer(struct cj_sources *all, const cj_ref_list *refs)
{
    size_t i, at;

    for (i = 0; i < refs->n; i++)
        for (at = first_of(all, refs->id[i]);
             at < all->n && all->by_id[at].record->id == refs->id[i]; at++)
            all->by_id[at].referred = true;
}

/* An E and a figure behind it, or a full-width E: most texts have none, and need not be folded. */
static bool may_refer(cj_str s)
{
    size_t i;

    for (i = 0; i + 1 < s.n; i++) {
        size_t next = i + 1;

        if ((s.p[i] | 0x20) == 'e') {
            while (next + 1 < s.n && memchr(" -#._", s.p[next], 5))
                next++;
            if ((s.p[next] >= '0' && s.p[next] <= '9') || s.p[next] == '\xef')
                return true;
        } else if (s.p[i] == '\xef' && i + 2 < s.n &&
                   ((s.p[i + 1] == '\xbc' && s.p[i + 2] == '\xa5') ||
                    (s.p[i + 1] == '\xbd' && s.p[i + 2] == '\x85'))) {
            return true;
        }
    }
    return false;
}

/* Where a text is about something else, whatever looks like a number of a record is taken for one:
 * to say that a record is not used takes certainty. */
static void refer_text(cj_lint *l, cj_str text)
{
    enum { LONGEST = 32768 };
    cj_ref_list refs = { NULL, 0, 0 };

    if (!may_refer(text))
        return;
    cj_refs_in_field(l->arena, cj_utf8_fold(l->arena, cj_utf8_head(text, LONGEST)), &refs);
    refer(l->sources, &refs);
}

static void refer_grid(cj_lint *l, const cj_map *map)
{
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; p < map->n_phases; p++) {
            const cj_cell *c = &map->elements[e].cells[p];

            refer(l->sources, &c->support.refs);
        }
}

/* Rows of the team's own, and remarks. */
static void refer_other_rows(cj_lint *l, const cj_map *map)
{
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; p < map->n_phases; p++) {
            const cj_cell *c = &map->elements[e].cells[p];

            if (c->elem == CJ_CUSTOM || c->elem == CJ_NOTE)
                refer_text(l, c->text);
        }
}

/* What was changed when, and what was merged, uses nothing. */
static bool may_use(cj_section_kind kind)
{
    return kind != CJ_SECTION_EVIDENCE && kind != CJ_SECTION_HISTORY &&
           kind != CJ_SECTION_CONFLICTS && kind != CJ_SECTION_MERGE_LOG &&
           kind != CJ_SECTION_GUIDE && kind != CJ_SECTION_LINT;
}

static void refer_section(cj_lint *l, const cj_section *s)
{
    size_t r, i;

    for (r = 0; may_use(s->kind) && r < s->n_records; r++)
        for (i = 0; i < s->n_columns; i++)
            refer_text(l, s->records[r].cell[i].text);
}

/* Everything beside the grid. */
static void refer_rest(cj_lint *l, const cj_map *map)
{
    cj_left left = { 0, 0, 0 };
    cj_leaf leaf;
    size_t i;

    refer_other_rows(l, map);
    for (i = 0; i < map->n_sections; i++)
        refer_section(l, &map->sections[i]);
    for (i = 0; i < CJ_N_META; i++)
        refer_text(l, map->meta[i].text);
    while (cj_left_next(cj_lint_arena(l), map, &left, &leaf))
        refer_text(l, leaf.text);
}

static bool all_referred(const struct cj_sources *all)
{
    size_t i;

    for (i = 0; i < all->n; i++)
        if (!all->by_id[i].referred)
            return false;
    return true;
}

/* The i-th map of the book; NULL past the last. */
static const cj_map *map_of_book(const cj_lint *l, size_t i)
{
    if (!l->map->among)
        return i ? NULL : l->map;
    return i < l->map->among->n ? &l->map->among->map[i] : NULL;
}

/* The cells of the grids refer to nearly all; only what they leave is looked for elsewhere. */
static void look_for_references(cj_lint *l)
{
    const cj_map *map;
    size_t i;

    for (i = 0; (map = map_of_book(l, i)) != NULL; i++)
        refer_grid(l, map);
    for (i = 0; (map = map_of_book(l, i)) != NULL && !all_referred(l->sources); i++)
        refer_rest(l, map);
}

bool cj_lint_referred(cj_lint *l, const cj_evidence *e)
{
    struct cj_sources *all = sources(l);
    size_t i;

    if (!all->looked) {
        all->looked = true;
        look_for_references(l);
    }
    i = first_of(all, e->id);
    return i < all->n && all->by_id[i].record->id == e->id && all->by_id[i].referred;
}

/* ---- sections of several maps ------------------------------------------------------------------ */

static bool reads(const cj_map *map, const cj_section *s)
{
    size_t i;

    for (i = 0; i < map->n_sections; i++)
        if (map->sections[i].kind == s->kind && map->sections[i].at.sheet == s->at.sheet &&
            map->sections[i].at.row == s->at.row && map->sections[i].at.col == s->at.col)
            return true;
    return false;
}

bool cj_lint_told_before(const cj_lint *l, const cj_section *s)
{
    const cj_maps *among = l->map->among;
    size_t i;

    for (i = 0; among && i < among->n && &among->map[i] != l->map; i++)
        if (reads(&among->map[i], s))
            return true;
    return false;
}
