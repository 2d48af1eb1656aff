/* lint.c - hands the parts of a map to the rules and keeps what they find. */
#include "lint/engine.h"
#include "lint/configured.h"
#include "lint/suppress.h"
#include "base/utf8.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- what rules find ------------------------------------------------------------------------- */

cj_finding *cj_find_at(cj_lint *l, cj_span at, cj_str value)
{
    cj_finding *f;

    CJ_ROOM(l->arena, l->found, l->n, l->cap);
    f = &l->found[l->n++];
    f->rule = &l->rule->info;
    l->n_alone += f->rule->alone;
    f->at = at;
    f->element = f->phase = -1;
    f->value = value;
    return f;
}

cj_finding *cj_find_leaf(cj_lint *l, const cj_leaf *leaf, cj_str value)
{
    cj_finding *f = cj_find_at(l, leaf->at, value);

    f->element = leaf->element;
    f->phase = leaf->phase;
    if (leaf->element >= 0)
        f->elem = cj_lint_map(l)->elements[leaf->element].elem;
    return f;
}

cj_finding *cj_find_field(cj_lint *l, cj_span at, cj_elem elem, int phase, cj_str value)
{
    cj_finding *f = cj_find_at(l, at, value);

    f->elem = elem;
    f->phase = phase;
    return f;
}

cj_finding *cj_find_map(cj_lint *l, cj_elem elem)
{
    cj_span whole = { .sheet = cj_lint_map(l)->sheet };
    cj_finding *f = cj_find_at(l, whole, CJ_STR(""));

    f->elem = elem;
    return f;
}

cj_finding *cj_find_element(cj_lint *l, const cj_element *e)
{
    cj_finding *f = cj_find_at(l, e->at, e->label);

    f->elem = e->elem;
    f->element = (int)(e - l->map->elements);
    return f;
}

cj_finding *cj_find_item(cj_lint *l, const cj_cell *c, const cj_item *item)
{
    cj_finding *f = cj_find_cell(l, c, item->bare.n ? item->bare : item->text);

    f->at = item->at.row ? item->at : c->at;
    f->at.from = f->at.to = 0;
    return f;
}

cj_finding *cj_find_meta(cj_lint *l, cj_meta_id id)
{
    const cj_meta *m = &cj_lint_map(l)->meta[id];

    return m->text.n && m->at.row ? cj_find_at(l, m->at, m->text)
                                  : cj_find_map(l, CJ_CUSTOM);
}

cj_finding *cj_find_phase(cj_lint *l, const cj_phase *p)
{
    cj_finding *f = cj_find_at(l, p->at, p->name);

    f->phase = (int)p->order;
    return f;
}

cj_finding *cj_find_cell(cj_lint *l, const cj_cell *c, cj_str value)
{
    cj_finding *f = cj_find_at(l, c->at, cj_before_suppression(value));

    f->elem = c->elem;
    f->element = (int)c->element;
    f->phase = (int)c->phase;
    return f;
}

void cj_say(cj_finding *f, const char *name, cj_str value)
{
    assert(f->n_args < CJ_MAX_ARGS);
    f->arg[f->n_args].name = name;
    f->arg[f->n_args++].value = value;
}

void cj_say_both(cj_finding *f, const char *name, cj_str en, cj_str ja)
{
    cj_say(f, name, en);
    f->arg[f->n_args - 1].ja = ja;
}

void cj_say_n(cj_lint *l, cj_finding *f, const char *name, size_t n)
{
    cj_say(f, name, cj_str_fmt(l->arena, "%zu", n));
}

/* ---- the walk -------------------------------------------------------------------------------- */

static void walk_grid(cj_lint *l)
{
    const cj_map *map = l->map;
    size_t e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; map->elements[e].elem != CJ_CUSTOM && p < map->n_phases; p++)
            l->rule->on_cell(l, &map->elements[e].cells[p]);
}

static void walk_items(cj_lint *l)
{
    const cj_map *map = l->map;
    size_t e, p, i;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; map->elements[e].elem != CJ_CUSTOM && p < map->n_phases; p++) {
            const cj_cell *c = &map->elements[e].cells[p];

            for (i = 0; i < c->n_items; i++)
                l->rule->on_item(l, c, &c->items[i]);
        }
}

static void walk_sections(cj_lint *l)
{
    size_t s, r;

    for (s = 0; s < l->map->n_sections; s++)
        for (r = 0; r < l->map->sections[s].n_records; r++)
            l->rule->on_record(l, &l->map->sections[s], &l->map->sections[s].records[r]);
}

static bool can_evaluate(const cj_lint *l)
{
    return !(l->rule->info.needs & ~l->map->book->can);
}

/* Every rule runs, also those that are off: whether one gives way is judged on facts. */
static void walk(cj_lint *l)
{
    size_t i;

    if (!can_evaluate(l))
        return;
    if (l->rule->on_map)
        l->rule->on_map(l);
    for (i = 0; l->rule->on_phase && i < l->map->n_phases; i++)
        l->rule->on_phase(l, &l->map->phases[i]);
    for (i = 0; l->rule->on_element && i < l->map->n_elements; i++)
        l->rule->on_element(l, &l->map->elements[i]);
    if (l->rule->on_cell)
        walk_grid(l);
    if (l->rule->on_item)
        walk_items(l);
    for (i = 0; l->rule->on_leaf && i < l->map->n_leaves; i++)
        l->rule->on_leaf(l, &l->map->leaves[i]);
    if (l->rule->on_record)
        walk_sections(l);
}

/* ---- order ----------------------------------------------------------------------------------- */

static int place_order(const cj_finding *a, const cj_finding *b)
{
    if (!a->at.row != !b->at.row)
        return a->at.row ? 1 : -1;
    if (a->at.sheet != b->at.sheet)
        return a->at.sheet < b->at.sheet ? -1 : 1;
    if (a->at.row != b->at.row)
        return a->at.row < b->at.row ? -1 : 1;
    return a->at.col < b->at.col ? -1 : a->at.col > b->at.col;
}

/* Of pointers into one array, so that the order of finding decides last. */
static int finding_order(const void *x, const void *y)
{
    const cj_finding *a = *(const cj_finding *const *)x, *b = *(const cj_finding *const *)y;
    int c = place_order(a, b);

    if (!c)
        c = strcmp(a->rule->id, b->rule->id);
    return c ? c : a < b ? -1 : a > b;
}

static const cj_finding **sorted(cj_lint *l)
{
    const cj_finding **in = CJ_NEW_N(l->arena, const cj_finding *, l->n + 1);
    size_t i;

    for (i = 0; i < l->n; i++)
        in[i] = &l->found[i];
    qsort(in, l->n, sizeof *in, finding_order);
    return in;
}

/* ---- giving way ------------------------------------------------------------------------------ */

/* Whether one of n sorted findings stands at that place and is of that rule. Thousands may stand
 * in one cell, and each of them asks. */
static bool found_at(const cj_finding *const *in, size_t n, cj_span at, const char *rule)
{
    const cj_finding place = { .at = at };
    size_t lo = 0, hi = n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = place_order(in[mid], &place);

        c = c ? c : strcmp(in[mid]->rule->id, rule);
        if (!c)
            return true;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return false;
}

static bool yields_at(const cj_finding *const *in, size_t n, const cj_finding *f,
                      cj_span at)
{
    size_t i;

    for (i = 0; i < CJ_MAX_YIELDS && f->rule->yields_to[i]; i++)
        if (found_at(in, n, at, f->rule->yields_to[i]))
            return true;
    return false;
}

/* What stands in the cell is no text that other rules could judge. */
static bool overruled(const cj_lint *l, const cj_finding *const *in, const cj_finding *f)
{
    size_t i;

    if (!l->n_alone || f->rule->alone || !f->at.row)
        return false;
    for (i = 0; i < cj_catalogue_n; i++)
        if (cj_catalogue[i]->info.alone &&
            found_at(in, l->n, f->at, cj_catalogue[i]->info.id))
            return true;
    return false;
}

/* Something at the same cell, at the head of its phase or about the whole map says more. */
static bool gives_way(const cj_lint *l, const cj_finding *const *in, const cj_finding *f)
{
    cj_span whole = { .sheet = cj_lint_map(l)->sheet };

    if (overruled(l, in, f))
        return true;
    if (!f->rule->yields_to[0])
        return false;
    return yields_at(in, l->n, f, f->at) || yields_at(in, l->n, f, whole) ||
           (f->phase >= 0 && yields_at(in, l->n, f, l->map->phases[f->phase].at));
}

/* ---- suppression ----------------------------------------------------------------------------- */

static bool suppressed(const cj_lint *l, const cj_finding *f)
{
    const cj_sheet *sheet;
    const cj_book_cell *cell;
    const cj_book_note *note;

    if (cj_config_ignores(l->arena, l->map, cj_lint_config(l), f))
        return true;
    if (!f->at.row)
        return false;
    if (f->element >= 0 && f->phase >= 0) { /* a cell that may be read from several */
        const cj_cell *c = &l->map->elements[f->element].cells[f->phase];

        return cj_suppresses(l->arena, c->text, f->rule) ||
               cj_suppresses(l->arena, c->note, f->rule);
    }
    sheet = &l->map->book->sheets[f->at.sheet];
    cell = cj_sheet_find(sheet, f->at.row, f->at.col);
    note = cj_sheet_note(sheet, f->at.row, f->at.col);
    return (cell && cj_suppresses(l->arena, cell->text, f->rule)) ||
           (note && cj_suppresses(l->arena, note->text, f->rule));
}

/* ---- the result ------------------------------------------------------------------------------ */

/* The map's own 成熟度 / Maturity, as people write it; else what the team has settled; AUTO: nobody
 * says. */
static cj_profile maturity(cj_arena *arena, const cj_map *map, const cj_config *config)
{
    static const struct {
        cj_str word;
        cj_profile profile;
    } words[] = {
        { CJ_LIT("下書き"), CJ_DRAFT },
        { CJ_LIT("草案"), CJ_DRAFT },
        { CJ_LIT("ドラフト"), CJ_DRAFT },
        { CJ_LIT("draft"), CJ_DRAFT },
        { CJ_LIT("初版"), CJ_V1 },
        { CJ_LIT("v1"), CJ_V1 },
        { CJ_LIT("運用"), CJ_OPERATIONAL },
        { CJ_LIT("operational"), CJ_OPERATIONAL },
        { CJ_LIT("in operation"), CJ_OPERATIONAL },
    };
    cj_str value = cj_utf8_fold(
        arena, cj_utf8_drop_invisible(arena, map->meta[CJ_META_MATURITY].text));
    cj_profile settled = CJ_PROFILE_AUTO;
    size_t i;

    value = cj_utf8_trim(value);
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_starts(value, words[i].word))
            return words[i].profile;
    cj_profile_parse(config->profile, &settled);
    return settled;
}

static cj_severity effective(const cj_lint *l, const cj_finding *f, cj_profile profile)
{
    cj_severity severity = cj_lint_effective(l->options, f->rule, profile);

    if (!f->at_most || severity <= f->at_most)
        return severity;
    return f->at_most < l->options->min_severity ? CJ_OFF : f->at_most;
}

static void report(cj_lint *l, cj_lint_result *out)
{
    const cj_finding **in = sorted(l);
    size_t i;

    out->findings = CJ_NEW_N(l->arena, cj_finding, l->n + 1);
    for (i = 0; i < l->n; i++) {
        cj_finding *f = &out->findings[out->n_findings];
        cj_severity severity = effective(l, in[i], out->profile);

        if (severity == CJ_OFF || gives_way(l, in, in[i]))
            continue;
        if (suppressed(l, in[i])) {
            out->n_suppressed++;
            continue;
        }
        *f = *in[i];
        f->severity = severity;
        out->n[severity]++;
        out->n_findings++;
    }
}

static void list_not_evaluated(cj_lint *l, cj_lint_result *out)
{
    size_t i;

    out->not_evaluated = CJ_NEW_N(l->arena, const cj_rule_info *, cj_catalogue_n);
    for (i = 0; i < cj_catalogue_n; i++) {
        l->rule = cj_catalogue[i];
        if (!can_evaluate(l) &&
            cj_lint_effective(l->options, &l->rule->info, out->profile) != CJ_OFF)
            out->not_evaluated[out->n_not_evaluated++] = &l->rule->info;
    }
}

static size_t count_assumptions(const cj_map *map)
{
    size_t n = 0, e, p;

    for (e = 0; e < map->n_elements; e++)
        for (p = 0; p < map->n_phases; p++)
            n += cj_cell_assumed(&map->elements[e].cells[p]);
    return n;
}

bool cj_lint_shows(const cj_lint *l, const cj_finding *f, cj_profile profile)
{
    return effective(l, f, profile) != CJ_OFF && !suppressed(l, f);
}

void cj_lint_judge(cj_lint *l, bool (*wanted)(const cj_rule *rule), cj_lint_result *out)
{
    size_t i;

    memset(out, 0, sizeof *out);
    out->map = l->map;
    out->profile = l->options->profile != CJ_PROFILE_AUTO
                       ? l->options->profile
                       : maturity(l->arena, l->map, cj_lint_config(l));
    out->by_default = out->profile == CJ_PROFILE_AUTO;
    if (out->by_default)
        out->profile = CJ_V1;
    l->said = CJ_NEW_N(l->arena, cj_str, l->map->n_elements * l->map->n_phases + 1);
    for (i = 0; i < cj_catalogue_n; i++) {
        l->rule = cj_catalogue[i];
        if (!wanted || wanted(l->rule))
            walk(l);
    }
    report(l, out);
}

void cj_lint_run(cj_arena *arena, const cj_map *map, const cj_lint_options *options,
                 cj_lint_result *out)
{
    cj_lint l = { .arena = arena, .map = map, .options = options };

    cj_lint_judge(&l, NULL, out);
    out->n_assumptions = count_assumptions(map);
    list_not_evaluated(&l, out);
}
