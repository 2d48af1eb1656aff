/* script_axes.c - edits of phases and rows at random. */
#include "script_edits.h"
#include <string.h>

/* ---- phases -------------------------------------------------------------------------------------- */

static void open_phase(script_map *m, unsigned at)
{
    unsigned r;

    memmove(&m->phase[at + 1], &m->phase[at], (m->n_phases - at) * sizeof *m->phase);
    for (r = 0; r < m->n_rows; r++) {
        memmove(&m->cell[r][at + 1], &m->cell[r][at],
                (m->n_phases - at) * sizeof **m->cell);
        memset(&m->cell[r][at], 0, sizeof **m->cell);
    }
    m->n_phases++;
}

static void close_phase(script_map *m, unsigned at)
{
    unsigned r;

    m->n_phases--;
    memmove(&m->phase[at], &m->phase[at + 1], (m->n_phases - at) * sizeof *m->phase);
    for (r = 0; r < m->n_rows; r++)
        memmove(&m->cell[r][at], &m->cell[r][at + 1],
                (m->n_phases - at) * sizeof **m->cell);
}

bool script_add_phase(script_maker *g)
{
    script_map *m = g->map;
    unsigned at = script_roll(g, m->n_phases + 1), r;
    cj_str name = script_phase_name(g);

    if (m->n_phases >= SCRIPT_PHASES - 1 || !name.n)
        return false;
    open_phase(m, at);
    m->phase[at] = name;
    for (r = 0; r < m->n_rows; r++)
        if (script_chance(g, 70))
            script_fill_cell(g, &m->row[r], &m->cell[r][at]);
    script_note(g, "phase added", name, CJ_STR(""));
    return true;
}

bool script_remove_phase(script_maker *g)
{
    unsigned at = script_roll(g, g->map->n_phases), i;

    if (g->map->n_phases < 3 || script_is_split(g, g->map->phase[at]))
        return false;
    for (i = 0; i < g->n_rephased; i++)
        if (cj_str_eq(g->rephased[i], g->map->phase[at]))
            return false;
    script_note(g, "phase removed", g->map->phase[at], CJ_STR(""));
    close_phase(g->map, at);
    return true;
}

/* The tables name phases: who renames one does so there too. */
bool script_rename_phase(script_maker *g)
{
    script_map *m = g->map;
    unsigned at = script_roll(g, m->n_phases), t, i, k;
    cj_str was = m->phase[at], now = script_phase_name(g);

    if (!now.n)
        return false;
    m->phase[at] = g->rephased[g->n_rephased++] = now;
    for (t = 0; t < SCRIPT_TABLES; t++)
        for (i = 0; i < m->table[t].n; i++)
            for (k = 0; k < m->table[t].n_columns; k++)
                if (cj_str_eq(m->table[t].value[i][k], was))
                    m->table[t].value[i][k] = now;
    for (i = 0; i < 2; i++)
        if (cj_str_eq(g->split[i], was))
            g->split[i] = now;
    script_note(g, "phase renamed", was, now);
    return true;
}

bool script_move_phase(script_maker *g)
{
    script_map *m = g->map;
    unsigned from = script_roll(g, m->n_phases), to = script_roll(g, m->n_phases), r;
    script_map *was = CJ_NEW(g->arena, script_map);

    if (from == to)
        return false;
    *was = *m;
    close_phase(m, from);
    open_phase(m, to);
    m->phase[to] = was->phase[from];
    for (r = 0; r < m->n_rows; r++)
        m->cell[r][to] = was->cell[r][from];
    script_note(g, "phase moved", m->phase[to], CJ_STR(""));
    return true;
}

/* Of every list the second half; of single ones each other. Too few would be items that moved. */
bool script_split_phase(script_maker *g)
{
    script_map *m = g->map;
    unsigned at = script_roll(g, m->n_phases), r, all = 0, single = 0;
    cj_str name;

    for (r = 0; r < m->n_rows; r++)
        all += script_sayings(&m->row[r]) ? m->cell[r][at].n : 0;
    if (all < 6 || g->log.n || m->n_phases >= SCRIPT_PHASES - 1)
        return false;
    name = script_phase_name(g);
    if (!name.n)
        return false;
    open_phase(m, at + 1);
    m->phase[at + 1] = name;
    for (r = 0; r < m->n_rows; r++) {
        script_cell *from = &m->cell[r][at], *to = &m->cell[r][at + 1];
        unsigned n = from->n == 1 ? single++ % 2 : from->n / 2;

        if (!script_sayings(&m->row[r]) && from->n && script_chance(g, 50))
            script_fill_cell(g, &m->row[r], to);
        for (; script_sayings(&m->row[r]) && n; n--)
            to->item[to->n++] = from->item[--from->n];
    }
    g->split[0] = m->phase[at];
    g->split[1] = name;
    script_note(g, "phase split", m->phase[at], name);
    return true;
}

/* ---- rows ------------------------------------------------------------------------------------------ */

static void open_row(script_map *m, unsigned at)
{
    memmove(&m->row[at + 1], &m->row[at], (m->n_rows - at) * sizeof *m->row);
    memmove(&m->cell[at + 1], &m->cell[at], (m->n_rows - at) * sizeof *m->cell);
    memset(&m->cell[at], 0, sizeof *m->cell);
    m->n_rows++;
}

static void close_row(script_map *m, unsigned at)
{
    m->n_rows--;
    memmove(&m->row[at], &m->row[at + 1], (m->n_rows - at) * sizeof *m->row);
    memmove(&m->cell[at], &m->cell[at + 1], (m->n_rows - at) * sizeof *m->cell);
}

static bool insert_row(script_maker *g, unsigned at, const script_row *row)
{
    script_map *m = g->map;
    unsigned p;

    if (!row->label.n || m->n_rows >= SCRIPT_ROWS - 1)
        return false;
    open_row(m, at);
    m->row[at] = *row;
    for (p = 0; p < m->n_phases; p++)
        if (p == 0 || script_chance(g, 80))
            script_fill_cell(g, row, &m->cell[at][p]);
    script_note(g, at ? "row added" : "row added at the top", row->label, CJ_STR(""));
    return true;
}

bool script_add_top_row(script_maker *g)
{
    static const cj_elem some[] = { CJ_VOICE, CJ_OPPORTUNITY, CJ_RISK };
    cj_elem e = some[script_roll(g, 3)];
    unsigned i;

    for (i = 0; i < g->map->n_rows; i++)
        if (g->map->row[i].elem == e)
            return false;
    return insert_row(g, 0, &(script_row){ e, cj_str_of(cj_elem_label(e, g->lang)) });
}

bool script_add_own_row(script_maker *g)
{
    return insert_row(g, g->map->n_rows, &(script_row){ CJ_CUSTOM, script_own_label(g) });
}

static bool own(const script_row *r)
{
    return r->elem == CJ_CUSTOM;
}

bool script_remove_row(script_maker *g)
{
    script_spot s;

    if (!script_find_cell(g, own, &s))
        return false;
    script_note(g, "row removed", g->map->row[s.row].label, CJ_STR(""));
    close_row(g->map, s.row);
    return true;
}

static bool holds_nothing(const script_map *m, unsigned row)
{
    unsigned p, n = 0;

    for (p = 0; p < m->n_phases; p++)
        n += m->cell[row][p].n;
    return n == 0;
}

/* By its name alone nobody would know it again. */
bool script_rename_row(script_maker *g)
{
    cj_str was, now;
    script_spot s;

    if (!script_find_cell(g, own, &s) || holds_nothing(g->map, s.row))
        return false;
    now = script_own_label(g);
    if (!now.n)
        return false;
    was = g->map->row[s.row].label;
    g->map->row[s.row].label = now;
    script_note(g, "row renamed", was, now);
    return true;
}

/* Not so that an own row stands right below the names of phases that are the team's own too: then it may be read
 * as the header. One block in a script, or up to three rows one by one: blocks that cross each other may be told in fewer
 * moves or more, and nobody could say which. */
bool script_move_rows(script_maker *g)
{
    script_map *m = g->map, *was = CJ_NEW(g->arena, script_map);
    bool block = script_chance(g, 40);
    unsigned n = block ? 1 + script_roll(g, 4) : 1, from, to, i;

    if (g->row_moves >= 3 || g->blocks || (block && g->row_moves) || m->n_rows < n + 1)
        return false;
    from = script_roll(g, m->n_rows - n + 1);
    to = script_roll(g, m->n_rows - n + 1);
    if (from == to || own(&m->row[to ? 0 : from]) || (!from && own(&m->row[n])))
        return false;
    *was = *m;
    for (i = 0; i < n; i++)
        close_row(m, from);
    for (i = 0; i < n; i++) {
        open_row(m, to + i);
        m->row[to + i] = was->row[from + i];
        memcpy(&m->cell[to + i], &was->cell[from + i], sizeof *m->cell);
    }
    g->blocks += block;
    g->row_moves += !block;
    script_note(g, n > 1 ? "rows moved" : "row moved", m->row[to].label,
                m->row[to + n - 1].label);
    return true;
}
