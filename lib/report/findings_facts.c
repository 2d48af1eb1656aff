/* findings_facts.c - the findings of one map as facts, for machines. */
#include "report/findings.h"
#include "report/outline.h"
#include "base/utf8.h"

#define EXCERPT 40u

static void add_text_or_null(cj_arena *arena, cj_fact *into, const char *key, cj_str text)
{
    if (text.n)
        cj_fact_add_text(arena, into, key, text);
    else
        cj_fact_add_null(arena, into, key);
}

static cj_str sheet_name(const cj_book *book, unsigned sheet)
{
    bool csv = book->format == CJ_CSV || book->format == CJ_TSV;

    return csv ? CJ_STR("") : book->sheets[sheet].name;
}

static void add_ratios(cj_arena *arena, cj_fact *into, const cj_map *map,
                       const cj_phase *phase)
{
    cj_ratio complete = cj_map_completeness(map, phase),
             covered = cj_map_coverage(map, phase);
    cj_fact *f = cj_fact_add_object(arena, into, "completeness");

    cj_fact_add_integer(arena, f, "filled", complete.n);
    cj_fact_add_integer(arena, f, "of", complete.of);
    f = cj_fact_add_object(arena, into, "coverage");
    cj_fact_add_integer(arena, f, "sourced", covered.n);
    cj_fact_add_integer(arena, f, "assumed", cj_findings_assumed(map, phase));
    cj_fact_add_integer(arena, f, "of", covered.of);
}

static void add_phases(cj_arena *arena, cj_fact *into, const cj_map *map)
{
    cj_fact *list = cj_fact_add_list(arena, into, "phases");
    size_t i;

    for (i = 0; i < map->n_phases; i++) {
        cj_fact *f = cj_fact_add_object(arena, list, NULL);

        cj_fact_add_text(arena, f, "name", map->phases[i].name);
        add_text_or_null(arena, f, "id", cj_str_of(cj_phase_id_name(map->phases[i].id)));
        add_ratios(arena, f, map, &map->phases[i]);
    }
}

static void add_steps(cj_arena *arena, cj_fact *into, const cj_lint_result *r)
{
    cj_fact *list = cj_fact_add_list(arena, into, "steps");
    int step;

    for (step = 1; step <= 5; step++) {
        cj_ratio done = cj_lint_step(r, step);
        cj_fact *f = cj_fact_add_object(arena, list, NULL);

        cj_fact_add_integer(arena, f, "step", step);
        cj_fact_add_integer(arena, f, "done", done.n);
        cj_fact_add_integer(arena, f, "of", done.of);
    }
}

static void add_place(cj_arena *arena, cj_fact *into, const cj_finding *f)
{
    char ref[CJ_REF_MAX];

    if (!f->at.row) {
        cj_fact_add_null(arena, into, "cell");
        cj_fact_add_null(arena, into, "row");
        cj_fact_add_null(arena, into, "col");
        return;
    }
    cj_ref(ref, f->at.row, f->at.col);
    cj_fact_add_text(arena, into, "cell", cj_str_copy(arena, cj_str_of(ref)));
    cj_fact_add_integer(arena, into, "row", f->at.row);
    cj_fact_add_integer(arena, into, "col", f->at.col);
}

static cj_str element_key(const cj_map *map, const cj_finding *f)
{
    if (f->element >= 0)
        return map->elements[f->element].key;
    return f->elem == CJ_CUSTOM ? CJ_STR("") : cj_str_of(cj_elem_id(f->elem));
}

static void add_finding(cj_arena *arena, cj_fact *list, const cj_lint_result *r,
                        const cj_finding *f, cj_lang lang)
{
    cj_fact *into = cj_fact_add_object(arena, list, NULL);
    cj_str phase = f->phase >= 0 ? r->map->phases[f->phase].name : CJ_STR("");
    unsigned sheet = f->at.row ? f->at.sheet : r->map->sheet;

    cj_fact_add_z(arena, into, "rule", f->rule->id);
    cj_fact_add_z(arena, into, "name", f->rule->name);
    cj_fact_add_z(arena, into, "severity", cj_severity_name(f->severity));
    add_text_or_null(arena, into, "sheet", sheet_name(r->map->book, sheet));
    add_place(arena, into, f);
    add_text_or_null(arena, into, "phase", phase);
    add_text_or_null(arena, into, "element", element_key(r->map, f));
    cj_fact_add_text(arena, into, "value", cj_utf8_excerpt(arena, f->value, EXCERPT));
    cj_fact_add_text(arena, into, "message", cj_finding_says(arena, r, f, lang));
    cj_fact_add_text(arena, into, "hint", cj_finding_hint(arena, r, f, lang));
    cj_fact_add_z(arena, into, "fix", cj_fix_name(f->rule->fix));
}

void cj_findings_facts(cj_arena *arena, cj_fact *into, const cj_shown *shown, cj_lang lang)
{
    const cj_lint_result *r = shown->result;
    cj_fact *list;
    size_t i;

    add_text_or_null(arena, into, "sheet", sheet_name(r->map->book, r->map->sheet));
    cj_fact_add_text(arena, into, "range", cj_map_range(arena, r->map));
    cj_fact_add_z(arena, into, "profile", cj_profile_name(r->profile));
    cj_fact_add_z(arena, into, "lang", cj_lang_code(r->map->lang));
    add_phases(arena, into, r->map);
    add_steps(arena, into, r);
    add_ratios(arena, into, r->map, NULL);
    list = cj_fact_add_list(arena, into, "findings");
    for (i = 0; i < shown->n; i++)
        add_finding(arena, list, r, shown->finding[i], lang);
    list = cj_fact_add_list(arena, into, "not_evaluated");
    for (i = 0; i < r->n_not_evaluated; i++)
        cj_fact_add_z(arena, list, NULL, r->not_evaluated[i]->id);
}
