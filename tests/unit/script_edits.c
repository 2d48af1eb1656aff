/* script_edits.c - edits of a map at random, as a team makes them between two reviews.
 * Left out, because nobody could say from the two maps alone what was done: a name of a phase or an own row,
 * or a number of evidence, that was in use before; a phase that is split after its items were edited, is split
 * twice, is removed then, or whose items do not stay where the split brought them; evidence that is renumbered
 * and then removed; a KPI with its target moved to a row where a comma parts items. */
#include "script_edits.h"
#include <string.h>

typedef struct spot {
    unsigned row, phase, item;
    script_cell *cell;
} spot;

void script_note(script_maker *g, const char *what, cj_str a, cj_str b)
{
    cj_buf_fmt(&g->log, "%s: " CJ_FMT "%s" CJ_FMT "\n", what, CJ_ARG(a), b.n ? " -> " : "",
               CJ_ARG(b));
}

/* ---- where ------------------------------------------------------------------------------------ */

static bool lists(const script_row *r)
{
    return !script_is_text(r);
}

/* Owners are told of a phase; they are no things that move or are worded anew. */
static bool sayings(const script_row *r)
{
    return lists(r) && r->elem != CJ_OWNER;
}

static bool sources(const script_row *r)
{
    return r->elem == CJ_GOAL || r->elem == CJ_BEHAVIOR || r->elem == CJ_MIND ||
           r->elem == CJ_PAIN;
}

static bool kpis(const script_row *r)
{
    return r->elem == CJ_KPI;
}

static bool find_cell(script_maker *g, bool (*may)(const script_row *), spot *s)
{
    script_map *m = g->map;
    unsigned tries;

    for (tries = 0; tries < 60; tries++) {
        s->row = script_roll(g, m->n_rows);
        s->phase = script_roll(g, m->n_phases);
        s->cell = &m->cell[s->row][s->phase];
        if (may(&m->row[s->row]))
            return true;
    }
    return false;
}

static script_item *find_item(script_maker *g, bool (*may)(const script_row *), spot *s)
{
    unsigned tries;

    for (tries = 0; tries < 60; tries++)
        if (find_cell(g, may, s) && s->cell->n) {
            s->item = script_roll(g, s->cell->n);
            return &s->cell->item[s->item];
        }
    return NULL;
}

static void take_out(script_cell *c, unsigned i)
{
    memmove(&c->item[i], &c->item[i + 1], (c->n - i - 1) * sizeof *c->item);
    c->n--;
}

static void put_in(script_maker *g, script_cell *c, const script_item *it)
{
    unsigned at = script_roll(g, c->n + 1);

    memmove(&c->item[at + 1], &c->item[at], (c->n - at) * sizeof *c->item);
    c->item[at] = *it;
    c->n++;
}

/* What was split off stays as it is for the rest of the script. */
static bool is_split(const script_maker *g, cj_str name)
{
    return cj_str_eq(name, g->split[0]) || cj_str_eq(name, g->split[1]);
}

static bool in_split(const script_maker *g, const spot *s)
{
    return is_split(g, g->map->phase[s->phase]);
}

/* ---- items -------------------------------------------------------------------------------------- */

static bool add_item(script_maker *g)
{
    script_item it = { .text = script_phrase(g) };
    spot s;

    if (!find_cell(g, sayings, &s) || s.cell->n >= SCRIPT_ITEMS - 1 || in_split(g, &s))
        return false;
    put_in(g, s.cell, &it);
    script_note(g, "item added", it.text, g->map->row[s.row].label);
    return true;
}

static bool remove_item(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, lists, &s);

    if (!it || in_split(g, &s))
        return false;
    script_note(g, "item removed", it->text, g->map->row[s.row].label);
    take_out(s.cell, s.item);
    return true;
}

static bool reword_item(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, sayings, &s);
    cj_str was;

    if (!it || kpis(&g->map->row[s.row]) || in_split(g, &s))
        return false;
    was = it->text;
    it->text = script_reworded(g, it->text);
    script_note(g, "item worded anew", was, it->text);
    return true;
}

static bool move_item(script_maker *g)
{
    spot from, to;
    script_item *it = find_item(g, sayings, &from), copy;
    bool other_row = script_chance(g, 40);

    if (!it || (other_row && kpis(&g->map->row[from.row])))
        return false;
    to = from;
    if (other_row)
        to.row = script_roll(g, g->map->n_rows);
    else
        to.phase = script_roll(g, g->map->n_phases);
    to.cell = &g->map->cell[to.row][to.phase];
    if (to.cell == from.cell || !sayings(&g->map->row[to.row]) ||
        to.cell->n >= SCRIPT_ITEMS - 1 || in_split(g, &from) || in_split(g, &to))
        return false;
    copy = *it;
    take_out(from.cell, from.item);
    put_in(g, to.cell, &copy);
    script_note(g, other_row ? "item moved to row" : "item moved to phase", copy.text,
                other_row ? g->map->row[to.row].label : g->map->phase[to.phase]);
    return true;
}

static bool gain(script_maker *g, script_item *it)
{
    unsigned ref = g->most_evidence ? 1 + script_roll(g, g->most_evidence) : 0, i;

    for (i = 0; i < it->n_refs; i++)
        if (it->ref[i] == ref)
            return false;
    if (!ref || it->n_refs >= SCRIPT_REFS)
        return false;
    it->ref[it->n_refs++] = ref;
    return true;
}

static bool add_reference(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || !gain(g, it))
        return false;
    script_note(g, "reference added", it->text, CJ_STR(""));
    return true;
}

static bool drop_reference(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || !it->n_refs)
        return false;
    it->n_refs--;
    script_note(g, "reference dropped", it->text, CJ_STR(""));
    return true;
}

static bool assume(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || it->assumed)
        return false;
    it->assumed = true;
    script_note(g, "assumed", it->text, CJ_STR(""));
    return true;
}

static bool resolve(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || !it->assumed || !gain(g, it))
        return false;
    it->assumed = false;
    script_note(g, "assumption resolved", it->text, CJ_STR(""));
    return true;
}

static bool edit_statement(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, script_is_text, &s);
    cj_str was;

    if (!it)
        return false;
    was = it->text;
    it->text = script_chance(g, 50) ? script_phrase(g) : script_reworded(g, it->text);
    script_note(g, "statement", was, it->text);
    return true;
}

static bool fill_statement(script_maker *g)
{
    spot s;

    if (!find_cell(g, script_is_text, &s) || s.cell->n)
        return false;
    script_fill_cell(g, &g->map->row[s.row], s.cell);
    script_note(g, "statement filled", s.cell->item[0].text, CJ_STR(""));
    return true;
}

static bool new_target(script_maker *g)
{
    spot s;
    script_item *it = find_item(g, kpis, &s);
    cj_str was, head;

    if (!it || !cj_str_ends(it->text, CJ_STR("0%")))
        return false;
    was = it->text;
    head = cj_str_cut(was, 0, was.n - 3);
    it->text = cj_str_fmt(g->arena, CJ_FMT "%u%%", CJ_ARG(head), 11 + script_roll(g, 80));
    script_note(g, "target", was, it->text);
    return true;
}

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

static bool add_phase(script_maker *g)
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

static bool remove_phase(script_maker *g)
{
    unsigned at = script_roll(g, g->map->n_phases);

    if (g->map->n_phases < 3 || is_split(g, g->map->phase[at]))
        return false;
    script_note(g, "phase removed", g->map->phase[at], CJ_STR(""));
    close_phase(g->map, at);
    return true;
}

/* The tables name phases: who renames one does so there too. */
static bool rename_phase(script_maker *g)
{
    script_map *m = g->map;
    unsigned at = script_roll(g, m->n_phases), t, i, k;
    cj_str was = m->phase[at], now = script_phase_name(g);

    if (!now.n)
        return false;
    m->phase[at] = now;
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

static bool move_phase(script_maker *g)
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
static bool split_phase(script_maker *g)
{
    script_map *m = g->map;
    unsigned at = script_roll(g, m->n_phases), r, all = 0, single = 0;
    cj_str name;

    for (r = 0; r < m->n_rows; r++)
        all += sayings(&m->row[r]) ? m->cell[r][at].n : 0;
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

        if (!sayings(&m->row[r]) && from->n && script_chance(g, 50))
            script_fill_cell(g, &m->row[r], to);
        for (; sayings(&m->row[r]) && n; n--)
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

static bool add_top_row(script_maker *g)
{
    static const cj_elem some[] = { CJ_VOICE, CJ_OPPORTUNITY, CJ_RISK };
    cj_elem e = some[script_roll(g, 3)];
    unsigned i;

    for (i = 0; i < g->map->n_rows; i++)
        if (g->map->row[i].elem == e)
            return false;
    return insert_row(g, 0, &(script_row){ e, cj_str_of(cj_elem_label(e, g->lang)) });
}

static bool add_own_row(script_maker *g)
{
    return insert_row(g, g->map->n_rows, &(script_row){ CJ_CUSTOM, script_own_label(g) });
}

static bool own(const script_row *r)
{
    return r->elem == CJ_CUSTOM;
}

static bool remove_row(script_maker *g)
{
    spot s;

    if (!find_cell(g, own, &s))
        return false;
    script_note(g, "row removed", g->map->row[s.row].label, CJ_STR(""));
    close_row(g->map, s.row);
    return true;
}

static bool rename_row(script_maker *g)
{
    cj_str was, now;
    spot s;

    if (!find_cell(g, own, &s))
        return false;
    now = script_own_label(g);
    if (!now.n)
        return false;
    was = g->map->row[s.row].label;
    g->map->row[s.row].label = now;
    script_note(g, "row renamed", was, now);
    return true;
}

/* One block in a script, or up to three rows one by one: blocks that cross each other may be told in fewer
 * moves or more, and nobody could say which. */
static bool move_rows(script_maker *g)
{
    script_map *m = g->map, *was = CJ_NEW(g->arena, script_map);
    bool block = script_chance(g, 40);
    unsigned n = block ? 1 + script_roll(g, 4) : 1, from, to, i;

    if (g->row_moves >= 3 || g->blocks || (block && g->row_moves) || m->n_rows < n + 1)
        return false;
    from = script_roll(g, m->n_rows - n + 1);
    to = script_roll(g, m->n_rows - n + 1);
    if (from == to)
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

/* ---- any ------------------------------------------------------------------------------------------ */

void script_edit(script_maker *g)
{
    static bool (*const edits[])(script_maker *) = { add_item,
                                                     add_item,
                                                     remove_item,
                                                     remove_item,
                                                     reword_item,
                                                     reword_item,
                                                     move_item,
                                                     move_item,
                                                     move_item,
                                                     add_reference,
                                                     add_reference,
                                                     drop_reference,
                                                     assume,
                                                     resolve,
                                                     edit_statement,
                                                     fill_statement,
                                                     new_target,
                                                     add_phase,
                                                     remove_phase,
                                                     rename_phase,
                                                     move_phase,
                                                     split_phase,
                                                     split_phase,
                                                     add_top_row,
                                                     add_own_row,
                                                     remove_row,
                                                     rename_row,
                                                     move_rows,
                                                     move_rows,
                                                     script_edit_table,
                                                     script_edit_table,
                                                     script_edit_table,
                                                     script_edit_table,
                                                     script_edit_table };

    while (!edits[script_roll(g, sizeof edits / sizeof *edits)](g))
        ;
}
