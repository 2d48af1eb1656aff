/* configured.c - what a team has settled in cj.ini: what is ignored, and whether its names exist. */
#include "lint/configured.h"
#include "base/utf8.h"
#include "map/labels.h"
#include "map/normal.h"

enum { MAX_NAMES = 64 };

/* ---- what is ignored --------------------------------------------------------------------------- */

static bool same_label(cj_arena *arena, cj_str a, cj_str b)
{
    return cj_str_eq(cj_label_key(arena, a), cj_label_key(arena, b));
}

/* By its id, as the map calls it, or by its canonical label in either language. */
static bool names_element(cj_arena *arena, const cj_map *map, cj_str name,
                          const cj_finding *f)
{
    if (f->element >= 0) {
        const cj_element *e = &map->elements[f->element];

        if (cj_str_eq(name, e->key) || same_label(arena, name, e->label))
            return true;
    }
    if (f->elem == CJ_CUSTOM)
        return false;
    return cj_str_eq(name, cj_str_of(cj_elem_id(f->elem))) ||
           same_label(arena, name, cj_str_of(cj_elem_label(f->elem, CJ_JA))) ||
           same_label(arena, name, cj_str_of(cj_elem_label(f->elem, CJ_EN)));
}

static bool at_place(cj_arena *arena, const cj_map *map, const cj_config_ignore *ignore,
                     const cj_finding *f)
{
    if (ignore->phase.n &&
        (f->phase < 0 || cj_map_phase_named(arena, map, ignore->phase) != f->phase))
        return false;
    return !ignore->element.n || names_element(arena, map, ignore->element, f);
}

bool cj_config_ignores(cj_arena *arena, const cj_map *map, const cj_config *config,
                       const cj_finding *f)
{
    size_t i;

    for (i = 0; i < config->n_ignores; i++)
        if (cj_rules_named(config->ignores[i].rules, f->rule) &&
            at_place(arena, map, &config->ignores[i], f))
            return true;
    return false;
}

/* ---- whether the names exist -------------------------------------------------------------------- */

static cj_rc at(cj_rc rc, cj_pos pos, cj_err *err)
{
    if (rc != CJ_OK && err)
        err->at = pos;
    return rc;
}

static cj_rc unknown(cj_str given, const char *const *names, size_t n,
                     const cj_text says[2], cj_err *err)
{
    const char *near = cj_closest(given, names, n);

    return cj_fail(err, CJ_EUSAGE, says[near != NULL], given, cj_str_of(near));
}

static cj_rc check_threshold(const cj_config_number *t, cj_err *err)
{
    static const cj_text says[2] = {
        { "no rule has a threshold \"{0}\"; --show-config lists them",
          "しきい値「{0}」を使うルールはありません。--show-config で一覧を表示できます。" },
        { "no rule has a threshold \"{0}\"; did you mean \"{1}\"?",
          "しきい値「{0}」を使うルールはありません。「{1}」のことでしょうか。" },
    };
    const char *names[MAX_NAMES];
    size_t n = 0, i, p;

    for (i = 0; i < cj_rule_count(); i++)
        for (p = 0; p < CJ_MAX_PARAMS && cj_rule_at(i)->param[p].name; p++) {
            if (cj_str_eq(t->name, cj_str_of(cj_rule_at(i)->param[p].name)))
                return CJ_OK;
            if (n < MAX_NAMES)
                names[n++] = cj_rule_at(i)->param[p].name;
        }
    return unknown(t->name, names, n, says, err);
}

static cj_rc check_department(const cj_config_department *d, cj_err *err)
{
    static const cj_text says[2] = {
        { "there is no department \"{0}\"; write other = … for one of your own",
          "部署「{0}」はありません。自社だけの部署は other = … と書いてください。" },
        { "there is no department \"{0}\"; did you mean \"{1}\"? For one of your own write "
          "other = …",
          "部署「{0}」はありません。「{1}」のことでしょうか。自社だけの部署は other = … と書いてください。" },
    };
    const char *names[MAX_NAMES];
    size_t n = 0;

    if (!d->id.n)
        return CJ_OK;
    while (n < MAX_NAMES && (names[n] = cj_labels_name(CJ_FAM_DEPT, (unsigned)n)) != NULL) {
        if (cj_str_eq(d->id, cj_str_of(names[n])))
            return CJ_OK;
        n++;
    }
    return unknown(d->id, names, n, says, err);
}

static cj_rc check_phase(cj_str id, cj_err *err)
{
    static const cj_text says[2] = {
        { "there is no phase \"{0}\"", "フェーズ「{0}」はありません。" },
        { "there is no phase \"{0}\"; did you mean \"{1}\"?",
          "フェーズ「{0}」はありません。「{1}」のことでしょうか。" },
    };
    const char *names[CJ_N_PHASES];
    size_t n = 0;
    int i;

    for (i = CJ_PHASE_OTHER + 1; i < CJ_N_PHASES; i++) {
        names[n++] = cj_phase_id_name((cj_phase_id)i);
        if (cj_str_eq(id, cj_str_of(names[n - 1])))
            return CJ_OK;
    }
    return unknown(id, names, n, says, err);
}

cj_rc cj_lint_config_check(cj_arena *arena, const cj_config *c, cj_err *err)
{
    cj_rc rc = CJ_OK;
    size_t i;

    (void)arena;
    for (i = 0; rc == CJ_OK && i < c->n_thresholds; i++)
        rc = at(check_threshold(&c->thresholds[i], err), c->thresholds[i].at, err);
    for (i = 0; rc == CJ_OK && i < c->n_departments; i++)
        rc = at(check_department(&c->departments[i], err), c->departments[i].at, err);
    for (i = 0; rc == CJ_OK && i < c->n_severities; i++)
        rc = at(cj_rules_check(c->severities[i].rule, err), c->severities[i].at, err);
    for (i = 0; rc == CJ_OK && i < c->n_ignores; i++)
        rc = at(cj_rules_check(c->ignores[i].rules, err), c->ignores[i].at, err);
    for (i = 0; rc == CJ_OK && i < c->n_phase_order; i++)
        rc = at(check_phase(c->phase_order[i], err), c->order_at, err);
    return rc;
}
