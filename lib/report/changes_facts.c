/* changes_facts.c - what changed, as programs read it: every change with all that is known of it. */
#include "report/changes.h"
#include "report/outline.h"
#include "base/utf8.h"

static void add_side_pair(cj_arena *arena, cj_fact *to, const char *key, cj_str old,
                          cj_str now)
{
    cj_fact *o = cj_fact_add_object(arena, to, key);

    cj_outline_text(arena, o, "old", old);
    cj_outline_text(arena, o, "new", now);
}

static cj_str sheet_of(const cj_map *m, unsigned sheet)
{
    return m->book->format == CJ_CSV || m->book->format == CJ_TSV
               ? CJ_STR("")
               : m->book->sheets[sheet].name;
}

/* ---- one change ------------------------------------------------------------------------------------ */

static void add_phase(const cj_telling *t, cj_fact *o, const cj_change *c)
{
    if (c->phase[CJ_OLD] < 0 && c->phase[CJ_NEW] < 0)
        cj_fact_add_null(t->arena, o, "phase");
    else
        add_side_pair(
            t->arena, o, "phase",
            c->phase[0] < 0 ? CJ_STR("") : t->diff->map[0]->phases[c->phase[0]].name,
            c->phase[1] < 0 ? CJ_STR("") : t->diff->map[1]->phases[c->phase[1]].name);
}

/* The id of the row as the new map has it: "goal", "x:…". */
static void add_element(const cj_telling *t, cj_fact *o, const cj_change *c)
{
    int side = c->element[CJ_NEW] >= 0 ? CJ_NEW : CJ_OLD;
    cj_str key = { "", 0 };

    if (c->element[side] >= 0)
        key = t->diff->map[side]->elements[c->element[side]].key;
    else if (c->elem != CJ_CUSTOM)
        key = cj_str_of(cj_elem_id(c->elem));
    cj_outline_text(t->arena, o, "element", key);
}

static void add_texts(const cj_telling *t, cj_fact *o, const cj_change *c)
{
    cj_fact *figures;
    size_t i;

    cj_outline_text(t->arena, o, "before", c->text[CJ_OLD]);
    cj_outline_text(t->arena, o, "after", c->text[CJ_NEW]);
    figures = cj_fact_add_list(t->arena, o, "figures");
    for (i = 0; i < c->n_figures; i++) {
        cj_fact *f = cj_fact_add_object(t->arena, figures, NULL);

        cj_fact_add_text(t->arena, f, "before", c->figure[i].text[CJ_OLD]);
        cj_fact_add_text(t->arena, f, "after", c->figure[i].text[CJ_NEW]);
    }
}

static void add_refs(const cj_telling *t, cj_fact *o, const char *key,
                     const cj_ref_list *refs)
{
    cj_fact *list = cj_fact_add_list(t->arena, o, key);
    size_t i;

    for (i = 0; i < refs->n; i++)
        cj_fact_add_text(t->arena, list, NULL, cj_str_fmt(t->arena, "E%u", refs->id[i]));
}

static void add_support(const cj_telling *t, cj_fact *o, const cj_change *c)
{
    cj_fact *assumption;

    add_refs(t, o, "gained", &c->gained);
    add_refs(t, o, "lost", &c->lost);
    assumption = cj_fact_add_object(t->arena, o, "assumption");
    cj_fact_add_bool(t->arena, assumption, "old", c->assumed[CJ_OLD]);
    cj_fact_add_bool(t->arena, assumption, "new", c->assumed[CJ_NEW]);
    cj_outline_text(t->arena, o, "owner", cj_change_owner(t, c));
}

static void add_kin(const cj_telling *t, cj_fact *o, const cj_change *c)
{
    int side = c->kind == CJ_ADDED ? CJ_OLD : CJ_NEW;

    cj_fact_add_integer(t->arena, o, "of", c->of ? c->of : 1);
    if (c->kin >= 0 && c->on == CJ_ON_PHASE)
        cj_fact_add_text(t->arena, o, "kin", t->diff->map[side]->phases[c->kin].name);
    else
        cj_fact_add_null(t->arena, o, "kin");
}

static void add_place(const cj_telling *t, cj_fact *o, const cj_change *c, int side,
                      const char *key)
{
    const cj_span *at = &c->at[side];
    char ref[CJ_REF_MAX];
    cj_fact *place;

    if (!at->row || !t->diff->map[side]) {
        cj_fact_add_null(t->arena, o, key);
        return;
    }
    cj_ref(ref, at->row, at->col);
    place = cj_fact_add_object(t->arena, o, key);
    cj_outline_text(t->arena, place, "sheet", sheet_of(t->diff->map[side], at->sheet));
    cj_fact_add_text(t->arena, place, "cell", cj_str_fmt(t->arena, "%s", ref));
    cj_fact_add_integer(t->arena, place, "row", at->row);
    cj_fact_add_integer(t->arena, place, "col", at->col);
    if (t->places[side].lines)
        cj_fact_add_integer(t->arena, place, "line", cj_place_of(&t->places[side], at).row);
    else
        cj_fact_add_null(t->arena, place, "line");
}

/* What it is called where its phase and row do not say it. */
static cj_str name_of(const cj_telling *t, const cj_change *c)
{
    if (c->on == CJ_ON_ITEM || c->on == CJ_ON_CELL)
        return CJ_STR("");
    if (c->on == CJ_ON_RECORD || c->on == CJ_ON_FIELD)
        return cj_change_record(t, c);
    return c->on == CJ_ON_META ? cj_change_about(t, c, CJ_SAY_ALL)
                               : cj_utf8_joined(t->arena, c->name);
}

static cj_str column_of(const cj_change *c)
{
    const cj_column *column = c->column[CJ_NEW] ? c->column[CJ_NEW] : c->column[CJ_OLD];

    return column && c->on == CJ_ON_FIELD ? column->label : CJ_STR("");
}

static void add_change(const cj_telling *t, cj_fact *list, const cj_change *c, long part_of)
{
    cj_fact *o = cj_fact_add_object(t->arena, list, NULL);
    bool table = c->on == CJ_ON_RECORD || c->on == CJ_ON_FIELD;

    cj_fact_add_z(t->arena, o, "on", cj_subject_name(c->on));
    cj_fact_add_z(t->arena, o, "kind", cj_change_name(c->kind));
    cj_outline_text(t->arena, o, "name", name_of(t, c));
    add_phase(t, o, c);
    add_element(t, o, c);
    cj_outline_text(t->arena, o, "section",
                    table ? cj_str_of(cj_section_name(c->section)) : CJ_STR(""));
    cj_outline_text(t->arena, o, "field",
                    c->on == CJ_ON_META ? cj_str_of(cj_meta_id_name(c->meta))
                                        : cj_str_of(c->field));
    cj_outline_text(t->arena, o, "column", column_of(c));
    add_texts(t, o, c);
    add_support(t, o, c);
    add_kin(t, o, c);
    if (part_of >= 0)
        cj_fact_add_integer(t->arena, o, "part_of", part_of);
    else
        cj_fact_add_null(t->arena, o, "part_of");
    add_place(t, o, c, CJ_OLD, "old");
    add_place(t, o, c, CJ_NEW, "new");
}

/* ---- a comparison ------------------------------------------------------------------------------------ */

static void add_map(cj_arena *arena, cj_fact *to, const char *key, const cj_map *m)
{
    cj_fact *o;

    if (!m) {
        cj_fact_add_null(arena, to, key);
        return;
    }
    o = cj_fact_add_object(arena, to, key);
    cj_outline_text(arena, o, "sheet", sheet_of(m, m->sheet));
    cj_outline_text(arena, o, "title", m->meta[CJ_META_TITLE].text);
    cj_outline_text(arena, o, "version", m->meta[CJ_META_VERSION].text);
    cj_outline_text(arena, o, "updated", m->meta[CJ_META_UPDATED].text);
    cj_fact_add_z(arena, o, "lang", cj_lang_code(m->lang));
}

static void add_counts(const cj_telling *t, cj_fact *to)
{
    static const cj_change_kind kinds[] = { CJ_ADDED,   CJ_CHANGED, CJ_RENAMED, CJ_MOVED,
                                            CJ_SUPPORT, CJ_REMOVED, CJ_WORDING };
    cj_change_sums s = cj_change_sums_of(t->arena, t->options, t->diff);
    cj_fact *o = cj_fact_add_object(t->arena, to, "counts");
    size_t i;

    for (i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = s.kind[kinds[i]];

        n += kinds[i] == CJ_ADDED || kinds[i] == CJ_REMOVED ? 0 : s.phases[kinds[i]];
        cj_fact_add_integer(t->arena, o, cj_change_name(kinds[i]), (long long)n);
    }
    cj_fact_add_integer(t->arena, o, "phases_added", (long long)s.phases[CJ_ADDED]);
    cj_fact_add_integer(t->arena, o, "phases_removed", (long long)s.phases[CJ_REMOVED]);
    cj_fact_add_integer(t->arena, o, "phases_touched", (long long)s.touched);
}

static void add_changes(const cj_telling *t, cj_fact *to)
{
    cj_fact *list = cj_fact_add_list(t->arena, to, "changes");
    long *place = CJ_NEW_N(t->arena, long, t->diff->n + 1), n = 0;
    size_t i;

    for (i = 0; i < t->diff->n; i++)
        place[i] = cj_change_chosen(t->options, &t->diff->change[i]) ? n++ : -1;
    for (i = 0; i < t->diff->n; i++) {
        const cj_change *c = &t->diff->change[i];

        if (place[i] >= 0)
            add_change(t, list, c, c->with >= 0 ? place[c->with] : -1);
    }
}

static void add_diff(cj_arena *arena, cj_fact *list, const cj_changes_options *options,
                     const cj_diff *d, const cj_compared *p)
{
    cj_fact *o = cj_fact_add_object(arena, list, NULL);
    cj_telling t;

    add_map(arena, o, "old", d->map[CJ_OLD]);
    add_map(arena, o, "new", d->map[CJ_NEW]);
    if (!d->map[CJ_OLD] || !d->map[CJ_NEW])
        return;
    t = cj_telling_of(arena, options, d, p->path);
    add_counts(&t, o);
    add_changes(&t, o);
}

static void add_error(cj_arena *arena, cj_fact *to, const cj_err *err, cj_lang lang)
{
    cj_fact *o = cj_fact_add_object(arena, to, "error");

    cj_outline_text(arena, o, "rule", cj_str_of(err->rule));
    cj_fact_add_text(arena, o, "message", cj_err_says(arena, err, lang));
}

/* ---- the whole ----------------------------------------------------------------------------------------- */

static void add_summary(cj_arena *arena, cj_fact *into, const cj_changes_options *options,
                        const cj_compared *pair, size_t n)
{
    cj_fact *o = cj_fact_add_object(arena, into, "summary");
    cj_changes_options plain = *options;
    size_t i, j, k, maps = 0, wording = 0;

    plain.all = false;
    for (i = 0; i < n; i++)
        for (j = 0; pair[i].diffs && j < pair[i].diffs->n; j++, maps++) {
            const cj_diff *d = &pair[i].diffs->diff[j];

            for (k = 0; k < d->n; k++)
                wording += d->change[k].kind == CJ_WORDING && d->change[k].with < 0 &&
                           cj_change_chosen(options, &d->change[k]);
        }
    cj_fact_add_integer(arena, o, "files", (long long)n);
    cj_fact_add_integer(arena, o, "maps", (long long)maps);
    cj_fact_add_integer(arena, o, "changes", (long long)cj_changes_count(&plain, pair, n));
    cj_fact_add_integer(arena, o, "wording", (long long)wording);
}

void cj_changes_facts(cj_arena *arena, cj_fact *into, const cj_changes_options *options,
                      const cj_compared *pair, size_t n)
{
    cj_fact *files, *maps;
    size_t i, j;

    cj_fact_add_integer(arena, into, "format", 1);
    files = cj_fact_add_list(arena, into, "files");
    for (i = 0; i < n; i++) {
        cj_fact *file = cj_fact_add_object(arena, files, NULL);

        cj_outline_text(arena, file, "old", pair[i].path[CJ_OLD]);
        cj_outline_text(arena, file, "new", pair[i].path[CJ_NEW]);
        if (pair[i].error) {
            add_error(arena, file, pair[i].error, options->lang);
            continue;
        }
        maps = cj_fact_add_list(arena, file, "maps");
        for (j = 0; pair[i].diffs && j < pair[i].diffs->n; j++)
            add_diff(arena, maps, options, &pair[i].diffs->diff[j], &pair[i]);
    }
    add_summary(arena, into, options, pair, n);
}
