/* playbook_read.c - the actions of a map: countermeasures of the grid and lines of the Actions table. */
#include "report/playbook.h"
#include "report/outline.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "lint/saying.h"
#include "map/items.h"
#include <stdlib.h>

/* A text and a record are compared so often; a plan that asks for more is none. */
#define MOST_LOOKS 200000u

cj_str cj_playbook_field(const cj_playbook *p, const cj_action *a, const char *name)
{
    const cj_field *f = cj_record_field(a->section, a->record, name);
    cj_str text = f ? cj_utf8_trim(f->text) : CJ_STR("");

    return cj_placeholder(p->arena, text) ? CJ_STR("") : text;
}

/* ---- the grid ------------------------------------------------------------------------------------------ */

static void read_tasks(cj_playbook *p)
{
    const cj_map *m = p->map;
    size_t i, e;

    p->from = CJ_NEW_N(p->arena, size_t, m->n_phases + 1);
    for (i = 0; i < m->n_phases; i++) {
        p->from[i] = p->tasks.n;
        for (e = 0; e < m->n_elements; e++)
            if (m->elements[e].elem == CJ_COUNTERMEASURE)
                cj_tasks_read(p->arena, &m->elements[e].cells[i], &p->tasks);
    }
    p->from[i] = p->tasks.n;
}

static cj_str said_of(const cj_item *item)
{
    return item->bare.n ? item->bare : item->text;
}

static cj_play *add_play(cj_playbook *p)
{
    cj_play *play;

    CJ_ROOM(p->arena, p->play, p->n, p->cap);
    play = &p->play[p->n];
    *play = (cj_play){ .phase = -1, .at = p->n };
    p->n++;
    return play;
}

static void add_task(cj_playbook *p, const cj_task *task)
{
    cj_play *play = add_play(p);

    play->task = task;
    play->phase = (int)task->cell->phase;
    play->what = said_of(task->item);
    if (task->over)
        play->under = task->over->item->text;
}

/* ---- the table, and which of its lines say the same ---------------------------------------------------- */

typedef struct pairing {
    cj_playbook *p;
    cj_saying *text; /* of each task, once it is asked for */
    size_t looks;
} pairing;

static const cj_saying *text_of(pairing *g, size_t i)
{
    if (!g->text[i].made)
        g->text[i] = cj_saying_of(g->p->arena, said_of(g->p->tasks.task[i].item));
    return &g->text[i];
}

/* The first task of its phase that no other line has; where `exact`, in the same letters. */
static cj_play *partner(pairing *g, const cj_action *a, const cj_saying *said, bool exact)
{
    size_t i = a->phase < 0 ? 0 : g->p->from[a->phase];
    size_t to = a->phase < 0 ? g->p->tasks.n : g->p->from[a->phase + 1];

    for (; i < to && g->looks < MOST_LOOKS; i++) {
        const cj_saying *own;

        if (g->p->play[i].action)
            continue;
        g->looks++;
        own = text_of(g, i);
        if (exact ? own->letters.n && cj_str_eq(own->letters, said->letters)
                  : cj_sayings_same(own, said))
            return &g->p->play[i];
    }
    return NULL;
}

/* A line without a text is told by whatever else it says. */
static cj_str any_field(const cj_action *a)
{
    size_t i;

    for (i = 0; i < a->section->n_columns; i++)
        if (a->record->cell[i].text.n)
            return a->record->cell[i].text;
    return CJ_STR("");
}

static void pair_actions(cj_playbook *p)
{
    pairing g = { p, CJ_NEW_N(p->arena, cj_saying, p->tasks.n + 1), 0 };
    size_t n = p->map->n_actions, i;
    bool *done = CJ_NEW_N(p->arena, bool, n + 1);
    cj_saying *said = CJ_NEW_N(p->arena, cj_saying, n + 1);
    int pass;

    for (pass = 0; pass < 2; pass++)
        for (i = 0; i < n; i++) {
            const cj_action *a = &p->map->actions[i];
            cj_play *play;

            if (done[i])
                continue;
            if (!said[i].made)
                said[i] = cj_saying_of(p->arena, cj_playbook_field(p, a, "what"));
            play = partner(&g, a, &said[i], pass == 0);
            if (!play)
                continue;
            play->action = a;
            done[i] = true;
        }
    for (i = 0; i < n; i++)
        if (!done[i]) {
            cj_play *play = add_play(p);

            play->action = &p->map->actions[i];
            play->phase = play->action->phase;
            play->what = cj_playbook_field(p, play->action, "what");
            if (!play->what.n)
                play->what = any_field(play->action);
        }
}

/* ---- what both say --------------------------------------------------------------------------------------- */

static void fill_record(cj_playbook *p, cj_play *play)
{
    const cj_action *a = play->action;
    cj_str what = cj_playbook_field(p, a, "what");

    play->id = cj_playbook_field(p, a, "id");
    if (a->id)
        play->id = cj_str_fmt(p->arena, "A%u", a->id);
    play->status =
        cj_record_field(a->section, a->record, "status")
            ? cj_utf8_trim(cj_record_field(a->section, a->record, "status")->text)
            : CJ_STR("");
    play->pain = cj_playbook_field(p, a, "pain");
    play->kpi = cj_playbook_field(p, a, "kpi");
    play->aim = cj_playbook_field(p, a, "aim");
    play->priority = cj_playbook_field(p, a, "priority");
    play->effect = cj_playbook_field(p, a, "effect");
    play->decision = cj_playbook_field(p, a, "decision");
    play->stopped = a->status == CJ_STATUS_STOPPED;
    if (play->task && what.n &&
        !cj_str_eq(cj_item_key(p->arena, what), cj_item_key(p->arena, play->what))) {
        play->grid = play->what;
        play->table = what;
    }
}

/* Those of the phase's touchpoints or contents that the action itself names. */
static cj_str named_of(const cj_playbook *p, const cj_play *play, cj_elem elem)
{
    const cj_cell *c =
        play->phase < 0 ? NULL : cj_map_cell(p->map, elem, &p->map->phases[play->phase]);
    cj_str what = cj_item_key(p->arena, play->what);
    cj_buf b;
    size_t i;

    cj_buf_init(&b, p->arena);
    for (i = 0; cj_cell_filled(c) && i < c->n_items && i < 200; i++) {
        cj_str key = cj_item_key(p->arena, said_of(&c->items[i]));

        if (key.n < 3 || !cj_str_has(what, key))
            continue;
        cj_buf_z(&b, !b.n ? "" : p->lang == CJ_JA ? "、" : ", ");
        cj_buf_add(&b, cj_utf8_joined(p->arena, said_of(&c->items[i])));
    }
    return cj_buf_str(&b);
}

static int by_order(const void *x, const void *y)
{
    return cj_playbook_order(x, y);
}

void cj_playbook_read(cj_playbook *p)
{
    size_t i, j;

    read_tasks(p);
    for (i = 0; i < p->tasks.n; i++)
        add_task(p, &p->tasks.task[i]);
    pair_actions(p);
    for (i = 0; i < p->n; i++) {
        cj_play *play = &p->play[i];

        if (play->action)
            fill_record(p, play);
        cj_playbook_time(p, play);
        play->touchpoint = named_of(p, play, CJ_TOUCHPOINT);
        play->content = named_of(p, play, CJ_CONTENT);
    }
    if (p->n > 1)
        qsort(p->play, p->n, sizeof *p->play, by_order);
    for (i = 0; i < p->n; i++) {
        cj_playbook_owners(p, &p->play[i]);
        for (j = 0; j < p->play[i].n_owners; j++)
            p->owner[p->play[i].owner[j]].n += !p->play[i].stopped;
    }
}

/* ---- places ------------------------------------------------------------------------------------------------ */

cj_str cj_playbook_cell(const cj_playbook *p, const cj_play *play)
{
    return play->task ? cj_outline_ref(p->arena, p->map, play->task->item->at) : CJ_STR("");
}

cj_str cj_playbook_record(const cj_playbook *p, const cj_play *play)
{
    const cj_field *f;

    if (!play->action)
        return CJ_STR("");
    f = cj_record_field(play->action->section, play->action->record, "what");
    f = f && f->at.row ? f : &play->action->record->cell[0];
    return cj_outline_ref(p->arena, p->map, f->at);
}
