/* script_edits.c - edits of a map at random, as a team makes them between two reviews.
 * Left out, because nobody could say from the two maps alone what was done: a name of a phase or an own row,
 * or a number of evidence, that was in use before; a phase that is split after its items were edited, is split
 * twice, is removed then, or whose items do not stay where the split brought them; evidence that is renumbered
 * and then removed, and a phase that is renamed, in the tables too, and then removed; a KPI with its target moved to a row where a comma parts items. */
#include "script_edits.h"
#include <string.h>

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
bool script_sayings(const script_row *r)
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

bool script_find_cell(script_maker *g, bool (*may)(const script_row *), script_spot *s)
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

static script_item *find_item(script_maker *g, bool (*may)(const script_row *),
                              script_spot *s)
{
    unsigned tries;

    for (tries = 0; tries < 60; tries++)
        if (script_find_cell(g, may, s) && s->cell->n) {
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
bool script_is_split(const script_maker *g, cj_str name)
{
    return cj_str_eq(name, g->split[0]) || cj_str_eq(name, g->split[1]);
}

static bool in_split(const script_maker *g, const script_spot *s)
{
    return script_is_split(g, g->map->phase[s->phase]);
}

/* ---- items -------------------------------------------------------------------------------------- */

static bool add_item(script_maker *g)
{
    script_item it = { .text = script_phrase(g) };
    script_spot s;

    if (!script_find_cell(g, script_sayings, &s) || s.cell->n >= SCRIPT_ITEMS - 1 ||
        in_split(g, &s))
        return false;
    put_in(g, s.cell, &it);
    script_note(g, "item added", it.text, g->map->row[s.row].label);
    return true;
}

static bool remove_item(script_maker *g)
{
    script_spot s;
    script_item *it = find_item(g, lists, &s);

    if (!it || in_split(g, &s))
        return false;
    script_note(g, "item removed", it->text, g->map->row[s.row].label);
    take_out(s.cell, s.item);
    return true;
}

static bool reword_item(script_maker *g)
{
    script_spot s;
    script_item *it = find_item(g, script_sayings, &s);
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
    script_spot from, to;
    script_item *it = find_item(g, script_sayings, &from), copy;
    bool other_row = script_chance(g, 40);

    if (!it || (other_row && kpis(&g->map->row[from.row])))
        return false;
    to = from;
    if (other_row)
        to.row = script_roll(g, g->map->n_rows);
    else
        to.phase = script_roll(g, g->map->n_phases);
    to.cell = &g->map->cell[to.row][to.phase];
    if (to.cell == from.cell || !script_sayings(&g->map->row[to.row]) ||
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
    script_spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || !gain(g, it))
        return false;
    script_note(g, "reference added", it->text, CJ_STR(""));
    return true;
}

static bool drop_reference(script_maker *g)
{
    script_spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || !it->n_refs)
        return false;
    it->n_refs--;
    script_note(g, "reference dropped", it->text, CJ_STR(""));
    return true;
}

static bool assume(script_maker *g)
{
    script_spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || it->assumed)
        return false;
    it->assumed = true;
    script_note(g, "assumed", it->text, CJ_STR(""));
    return true;
}

static bool resolve(script_maker *g)
{
    script_spot s;
    script_item *it = find_item(g, sources, &s);

    if (!it || !it->assumed || !gain(g, it))
        return false;
    it->assumed = false;
    script_note(g, "assumption resolved", it->text, CJ_STR(""));
    return true;
}

static bool edit_statement(script_maker *g)
{
    script_spot s;
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
    script_spot s;

    if (!script_find_cell(g, script_is_text, &s) || s.cell->n)
        return false;
    script_fill_cell(g, &g->map->row[s.row], s.cell);
    script_note(g, "statement filled", s.cell->item[0].text, CJ_STR(""));
    return true;
}

static bool new_target(script_maker *g)
{
    script_spot s;
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
                                                     script_add_phase,
                                                     script_remove_phase,
                                                     script_rename_phase,
                                                     script_move_phase,
                                                     script_split_phase,
                                                     script_split_phase,
                                                     script_add_top_row,
                                                     script_add_own_row,
                                                     script_remove_row,
                                                     script_rename_row,
                                                     script_move_rows,
                                                     script_move_rows,
                                                     script_edit_table,
                                                     script_edit_table,
                                                     script_edit_table,
                                                     script_edit_table,
                                                     script_edit_table };

    while (!edits[script_roll(g, sizeof edits / sizeof *edits)](g))
        ;
}
