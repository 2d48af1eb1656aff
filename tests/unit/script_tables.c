/* script_tables.c - edits beside the grid: metadata, persona, evidence, figures, actions, texts outside. */
#include "script_edits.h"
#include <string.h>

static script_table *any_table(script_maker *g, unsigned kind, unsigned *record)
{
    script_table *t = &g->map->table[kind];

    *record = t->n ? script_roll(g, t->n) : 0;
    return t->n ? t : NULL;
}

/* ---- metadata ----------------------------------------------------------------------------------- */

static const cj_meta_id free_meta[] = { CJ_META_PURPOSE, CJ_META_PRODUCT, CJ_META_SEGMENT };

static bool edit_meta(script_maker *g)
{
    cj_meta_id id = free_meta[script_roll(g, 3)];
    cj_str *at = &g->map->meta[id], was = *at;

    if (!at->n)
        return false;
    *at = script_chance(g, 50) ? script_phrase(g) : script_reworded(g, *at);
    script_note(g, cj_meta_id_name(id), was, *at);
    return true;
}

static bool new_version(script_maker *g)
{
    cj_str *at = &g->map->meta[CJ_META_VERSION], was = *at;

    if (!at->n)
        return false;
    *at = cj_str_fmt(g->arena, "2.%u", 10 + (unsigned)(g->log.n % 80));
    script_note(g, "version", was, *at);
    return true;
}

static bool add_meta(script_maker *g)
{
    cj_meta_id id = free_meta[script_roll(g, 3)];

    if (g->map->meta[id].n)
        return false;
    g->map->meta[id] = script_phrase(g);
    script_note(g, "metadata added", g->map->meta[id], CJ_STR(""));
    return true;
}

static bool remove_meta(script_maker *g)
{
    cj_meta_id id = free_meta[script_roll(g, 3)];

    if (!g->map->meta[id].n)
        return false;
    script_note(g, "metadata removed", g->map->meta[id], CJ_STR(""));
    g->map->meta[id] = CJ_STR("");
    return true;
}

static bool edit_persona(script_maker *g)
{
    unsigned i;
    script_table *t = any_table(g, SCRIPT_PERSONA, &i);
    cj_str was;

    if (!t)
        return false;
    was = t->value[i][1];
    t->value[i][1] = script_phrase(g);
    script_note(g, "persona", was, t->value[i][1]);
    return true;
}

/* ---- evidence ------------------------------------------------------------------------------------ */

static bool add_evidence(script_maker *g)
{
    script_table *t = &g->map->table[SCRIPT_EVIDENCE];

    if (t->n >= SCRIPT_RECORDS - 1)
        return false;
    script_record(g, t);
    script_note(g, "evidence added", t->value[t->n - 1][0], t->value[t->n - 1][4]);
    return true;
}

static unsigned number_of(cj_str id)
{
    unsigned n = 0;
    size_t i;

    for (i = 1; i < id.n; i++)
        n = 10 * n + (unsigned)(id.p[i] - '0');
    return n;
}

static bool remove_evidence(script_maker *g)
{
    unsigned i;
    script_table *t = any_table(g, SCRIPT_EVIDENCE, &i);

    if (!t || g->renumbered[number_of(t->value[i][0])])
        return false;
    script_note(g, "evidence removed", t->value[i][0], CJ_STR(""));
    memmove(&t->value[i], &t->value[i + 1], (t->n - i - 1) * sizeof *t->value);
    t->n--;
    return true;
}

static bool edit_evidence(script_maker *g)
{
    unsigned i, k = script_roll(g, 3);
    script_table *t = any_table(g, SCRIPT_EVIDENCE, &i);
    cj_str was;

    if (!t)
        return false;
    was = t->value[i][2 + k];
    if (k == 0)
        t->value[i][2] = cj_str_fmt(g->arena, "2026-%02u-07", 1 + script_roll(g, 12));
    else if (k == 1)
        t->value[i][3] = cj_str_fmt(g->arena, "%u", 201 + script_roll(g, 200));
    else
        t->value[i][4] = script_reworded(g, was);
    script_note(g, "evidence field", was, t->value[i][2 + k]);
    return true;
}

static void renumber(script_map *m, unsigned was, unsigned now)
{
    unsigned r, p, i, k;

    for (r = 0; r < m->n_rows; r++)
        for (p = 0; p < m->n_phases; p++)
            for (i = 0; i < m->cell[r][p].n; i++)
                for (k = 0; k < m->cell[r][p].item[i].n_refs; k++)
                    if (m->cell[r][p].item[i].ref[k] == was)
                        m->cell[r][p].item[i].ref[k] = now;
}

static bool renumber_evidence(script_maker *g)
{
    unsigned i, was;
    script_table *t = any_table(g, SCRIPT_EVIDENCE, &i);

    if (!t)
        return false;
    was = number_of(t->value[i][0]);
    g->renumbered[g->most_evidence + 1] = true;
    renumber(g->map, was, ++g->most_evidence);
    t->value[i][0] = cj_str_fmt(g->arena, "E%u", g->most_evidence);
    script_note(g, "evidence renumbered", cj_str_fmt(g->arena, "E%u", was), t->value[i][0]);
    return true;
}

/* ---- figures, actions, history ------------------------------------------------------------------- */

static bool add_figure(script_maker *g)
{
    unsigned i, k = 3;
    script_table *t = any_table(g, SCRIPT_KPI, &i);

    if (!t || t->n_columns > 5)
        return false;
    if (t->value[i][3].n) {
        k = t->n_columns++;
        t->column[k] = CJ_STR("2025Q2");
    }
    t->value[i][k] = cj_str_fmt(g->arena, "%u%%", 5 + script_roll(g, 80));
    script_note(g, "figure", t->column[k], t->value[i][k]);
    return true;
}

static bool edit_target(script_maker *g)
{
    unsigned i;
    script_table *t = any_table(g, SCRIPT_KPI, &i);
    cj_str was;

    if (!t)
        return false;
    was = t->value[i][2];
    t->value[i][2] = cj_str_fmt(g->arena, "%u%%", 100 + script_roll(g, 80));
    script_note(g, "target in the table", was, t->value[i][2]);
    return true;
}

static bool edit_status(script_maker *g)
{
    static const char *const ja[] = { "実施中", "完了", "中止" };
    static const char *const en[] = { "In progress", "Done", "Stopped" };
    unsigned i, k = script_roll(g, 3);
    script_table *t = any_table(g, SCRIPT_ACTIONS, &i);
    cj_str was;

    if (!t)
        return false;
    was = t->value[i][4];
    t->value[i][4] = cj_str_of(script_says(g, ja[k], en[k]));
    script_note(g, "status", was, t->value[i][4]);
    return true;
}

static bool add_history(script_maker *g)
{
    script_table *t = &g->map->table[SCRIPT_HISTORY];

    if (t->n >= SCRIPT_RECORDS - 1)
        return false;
    script_record(g, t);
    script_note(g, "history", t->value[t->n - 1][0], t->value[t->n - 1][2]);
    return true;
}

static bool add_outside(script_maker *g)
{
    script_map *m = g->map;

    if (m->n_outside >= SCRIPT_OUTSIDE)
        return false;
    m->outside[m->n_outside++] = script_phrase(g);
    script_note(g, "outside", m->outside[m->n_outside - 1], CJ_STR(""));
    return true;
}

bool script_edit_table(script_maker *g)
{
    static bool (*const edits[])(script_maker *) = {
        edit_meta,     new_version,       add_meta,          remove_meta,
        edit_persona,  add_evidence,      remove_evidence,   edit_evidence,
        edit_evidence, renumber_evidence, renumber_evidence, add_figure,
        edit_target,   edit_status,       add_history,       add_outside
    };

    return edits[script_roll(g, sizeof edits / sizeof *edits)](g);
}
