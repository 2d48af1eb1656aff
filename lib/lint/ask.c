/* ask.c - what rules may ask about the map they judge. */
#include "lint/engine.h"
#include "lint/glance.h"
#include "lint/measurable.h"
#include "lint/department.h"
#include "lint/said.h"
#include "lint/suppress.h"
#include "base/number.h"
#include "base/utf8.h"
#include "map/items.h"
#include <stdlib.h>
#include <string.h>

const cj_map *cj_lint_map(const cj_lint *l)
{
    return l->map;
}

cj_arena *cj_lint_arena(const cj_lint *l)
{
    return l->arena;
}

cj_date cj_lint_today(const cj_lint *l)
{
    return l->options->today;
}

const cj_config *cj_lint_config(const cj_lint *l)
{
    static const cj_config none = { 0 };

    return l->options->config ? l->options->config : &none;
}

double cj_lint_param(const cj_lint *l, const char *name)
{
    const cj_param *p = l->rule->info.param;
    double value;

    while (strcmp(p->name, name) != 0)
        p++;
    return cj_config_threshold(cj_lint_config(l), name, &value) ? value : p->value;
}

const struct cj_departments *cj_lint_departments(cj_lint *l)
{
    if (!l->departments) {
        l->departments = CJ_NEW(l->arena, cj_departments);
        *l->departments = cj_departments_of(l->arena, cj_lint_config(l));
    }
    return l->departments;
}

cj_str cj_lint_said(cj_lint *l, const cj_cell *c)
{
    cj_str *said = &l->said[c->element * l->map->n_phases + c->phase];

    if (!said->p && c->text.n)
        *said = cj_said(l->arena, c->text);
    return *said;
}

bool cj_lint_measurable(cj_lint *l, const cj_cell *c)
{
    enum { UNKNOWN, NO, YES };
    size_t i = c->element * l->map->n_phases + c->phase;

    if (!l->measurable)
        l->measurable =
            CJ_NEW_N(l->arena, unsigned char, l->map->n_elements * l->map->n_phases);
    if (l->measurable[i] == UNKNOWN)
        l->measurable[i] = cj_measurable(l->arena, cj_lint_said(l, c)) ? YES : NO;
    return l->measurable[i] == YES;
}

static void look_up_leaves(cj_lint *l)
{
    size_t i;

    l->written = CJ_NEW_N(l->arena, cj_str, l->map->n_leaves + 1);
    l->glance = CJ_NEW_N(l->arena, unsigned char, l->map->n_leaves + 1);
    for (i = 0; i < l->map->n_leaves; i++) {
        const cj_span *at = &l->map->leaves[i].at;
        const cj_book_cell *c =
            cj_sheet_find(&l->map->book->sheets[at->sheet], at->row, at->col);

        if (!c || c->value != CJ_V_TEXT)
            continue;
        l->written[i] = c->text;
        l->glance[i] = (unsigned char)cj_glance(c->text);
    }
}

cj_str cj_lint_written(cj_lint *l, const cj_leaf *leaf)
{
    if (!l->written)
        look_up_leaves(l);
    return l->written[leaf - l->map->leaves];
}

static int place_order(const void *x, const void *y)
{
    const cj_span *a = x;
    const cj_span *b = &((const cj_leaf *)y)->at;

    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

bool cj_lint_claims(const cj_lint *l, cj_span at)
{
    return l->map->n_leaves && bsearch(&at, l->map->leaves, l->map->n_leaves,
                                       sizeof *l->map->leaves, place_order) != NULL;
}

unsigned cj_lint_glance(cj_lint *l, const cj_leaf *leaf)
{
    if (!l->glance)
        look_up_leaves(l);
    return l->glance[leaf - l->map->leaves];
}

bool cj_lint_blank(cj_lint *l, const cj_cell *c)
{
    return cj_cell_blank(c) ||
           (cj_may_suppress(c->text) && !cj_utf8_trim(cj_lint_said(l, c)).n);
}

const cj_cell *cj_lint_hole(cj_lint *l, cj_elem elem, const cj_phase *p)
{
    const cj_cell *first = NULL;
    size_t i;

    for (i = 0; i < l->map->n_elements; i++)
        if (l->map->elements[i].elem == elem) {
            const cj_cell *c = &l->map->elements[i].cells[p->order];

            if (!cj_lint_blank(l, c))
                return NULL;
            first = first ? first : c;
        }
    return first;
}

/* The evidence row has a text for the phase. Asked for every cell, so kept. */
static bool phase_sourced(cj_lint *l, unsigned phase)
{
    const cj_phase *p = &l->map->phases[phase];
    enum { UNKNOWN, NO, YES };

    if (!l->sourced)
        l->sourced = CJ_NEW_N(l->arena, unsigned char, l->map->n_phases);
    if (l->sourced[phase] == UNKNOWN)
        l->sourced[phase] =
            cj_map_element(l->map, CJ_EVIDENCE) && !cj_lint_hole(l, CJ_EVIDENCE, p) ? YES
                                                                                    : NO;
    return l->sourced[phase] == YES;
}

bool cj_lint_sourced(cj_lint *l, const cj_cell *c)
{
    return c->support.refs.n || c->support.inline_source || phase_sourced(l, c->phase);
}

bool cj_cell_assumed(const cj_cell *c)
{
    bool by_item = false;
    size_t i;

    for (i = 0; i < c->n_items; i++) {
        const cj_support *s = &c->items[i].support;

        if (s->assumption && !s->refs.n && !s->inline_source)
            return true;
        by_item = by_item || s->assumption;
    }
    return c->support.assumption && !by_item && !c->support.refs.n &&
           !c->support.inline_source;
}

static cj_str read_field(cj_lint *l, const cj_field *f)
{
    cj_str text = cj_utf8_trim(f->text);

    return text.n && cj_placeholder(l->arena, text) && !cj_lint_ditto(l, text) ? CJ_STR("")
                                                                               : text;
}

/* Several rules ask for the same fields, and whether a text is a filler takes long to tell: the
 * answers are kept, each in the one place that its field has in the table. */
struct cj_lint_answer {
    const cj_field *field;
    cj_str text;
};
#define ANSWERS 512u

cj_str cj_lint_field(cj_lint *l, const cj_section *s, const cj_record *r, const char *name)
{
    const cj_field *f = cj_record_field(s, r, name);
    struct cj_lint_answer *kept;

    if (!f || !f->text.n)
        return CJ_STR("");
    if (!l->answers)
        l->answers = CJ_NEW_N(l->arena, struct cj_lint_answer, ANSWERS);
    kept = &l->answers[(uintptr_t)f / sizeof *f % ANSWERS];
    if (kept->field != f) {
        kept->field = f;
        kept->text = read_field(l, f);
    }
    return kept->text;
}

bool cj_lint_ditto(cj_lint *l, cj_str text)
{
    static const cj_str words[] = {
        CJ_LIT("同上"),
        CJ_LIT("〃"),
        CJ_LIT("上に同じ"),
        CJ_LIT("同じ"),
        CJ_LIT("\""),
        CJ_LIT("々"),
        CJ_LIT("ditto"),
        CJ_LIT("same"),
        CJ_LIT("same as above"),
        CJ_LIT("same as previous"),
        CJ_LIT("as above"),
        CJ_LIT("↑"),
        CJ_LIT("''"),
    };
    cj_str s = text.n < 40 ? cj_utf8_trim(cj_utf8_fold(l->arena, text)) : text;
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(s, words[i]))
            return true;
    return false;
}

/* From 1990 to 2099: 45000 is a day whose cell has lost its format. */
static bool serial_date(const cj_lint *l, cj_str text, cj_when *out)
{
    enum { FIRST = 32874, LAST = 73050 };
    unsigned long serial;

    if (!cj_number_unsigned(cj_utf8_trim(text), LAST, &serial) || serial < FIRST ||
        !cj_date_of_serial((double)serial, l->map->book->date1904, &out->from))
        return false;
    out->to = out->from;
    out->grain = CJ_GRAIN_DAY;
    return true;
}

bool cj_lint_date(const cj_lint *l, cj_str text, cj_when *out)
{
    unsigned fiscal_start = l->map->fiscal_start ? l->map->fiscal_start : 1;

    return cj_when_parse(text, fiscal_start, out) || serial_date(l, text, out) ||
           cj_when_find(text, fiscal_start, out);
}

bool cj_lint_untold(const cj_lint *l, cj_meta_id id)
{
    return !l->map->meta[id].text.n || l->map->meta[id].placeholder;
}
