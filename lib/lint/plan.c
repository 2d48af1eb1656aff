/* plan.c - the countermeasures of a map as its rules read them. */
#include "lint/plan.h"
#include "lint/department.h"
#include "lint/engine.h"
#include "lint/said.h"
#include "lint/saying.h"
#include "lint/timing.h"
#include "base/utf8.h"
#include <string.h>

/* A text and an action are compared so often in one run; a plan that asks for more is none. */
#define MOST_LOOKS 200000u

struct cj_plan {
    cj_task_list all;
    cj_saying *text;       /* one for each of them */
    size_t *from;          /* per phase, and one more */
    const cj_task **doing; /* per action */
    size_t looks;
};

/* ---- lines over others ------------------------------------------------------------------------ */

/* The bullet in front of an item, as it stands in the cell; 0: none. */
static uint32_t bullet_of(const cj_cell *c, const cj_item *item)
{
    cj_str before;

    if (item->text.p < c->text.p || item->text.p > c->text.p + c->text.n)
        return 0; /* of a cell that was joined from several */
    before = cj_str_cut(c->text, 0, (size_t)(item->text.p - c->text.p));
    while (before.n && before.p[before.n - 1] == ' ')
        before.n--;
    return before.n && before.p[before.n - 1] != '\n' ? cj_utf8_last(before) : 0;
}

static bool all_in_brackets(cj_str said)
{
    static const struct {
        cj_str open, close;
    } pairs[] = {
        { CJ_LIT("【"), CJ_LIT("】") }, { CJ_LIT("["), CJ_LIT("]") },
        { CJ_LIT("<"), CJ_LIT(">") },   { CJ_LIT("《"), CJ_LIT("》") },
        { CJ_LIT("("), CJ_LIT(")") },   { CJ_LIT("〈"), CJ_LIT("〉") },
    };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (cj_str_starts(said, pairs[i].open) &&
            cj_str_find(said, pairs[i].close) == said.n - pairs[i].close.n)
            return true;
    return false;
}

/* "A; B": the mark between them is no bullet of the second. */
static bool same_line(const cj_cell *c, size_t i)
{
    const cj_item *a = &c->items[i], *b = &c->items[i + 1];
    const char *end = a->text.p + a->text.n;

    return a->at.sheet == b->at.sheet && a->at.row == b->at.row && a->at.col == b->at.col &&
           b->text.p >= end && !memchr(end, '\n', (size_t)(b->text.p - end));
}

/* A line over others: 【契約後1週間以内】, 導入前：, "Monthly" over "- …", ■… over ・…. */
static bool heads(const cj_cell *c, size_t i, cj_str said)
{
    uint32_t own, next;

    if (i + 1 == c->n_items || !said.n || same_line(c, i))
        return false;
    own = bullet_of(c, &c->items[i]);
    next = bullet_of(c, &c->items[i + 1]);
    return all_in_brackets(said) || cj_str_ends(said, CJ_STR(":")) ||
           (next && own != next &&
            (!own || own == 0x25a0 || own == 0x25c6 || own == 0x25bc));
}

/* ---- tasks ------------------------------------------------------------------------------------ */

static void add_task(cj_arena *arena, cj_task_list *all, const cj_task *task)
{
    CJ_ROOM(arena, all->task, all->n, all->cap);
    all->task[all->n++] = *task;
}

void cj_tasks_read(cj_arena *arena, const cj_cell *c, cj_task_list *out)
{
    const cj_task *over = NULL;
    size_t i;

    for (i = 0; i < c->n_items; i++) {
        cj_task task = { .cell = c, .item = &c->items[i], .over = over };

        task.said = cj_said(arena, task.item->text);
        task.timed = (over && over->timed) || cj_timing(task.said);
        task.weak = (over && over->weak) || cj_timing_weak(task.said);
        if (heads(c, i, task.said)) {
            cj_task *head = CJ_NEW(arena, cj_task);

            *head = task;
            head->over = NULL;
            head->timed = cj_timing(task.said);
            head->weak = cj_timing_weak(task.said);
            over = head;
        } else {
            add_task(arena, out, &task);
        }
    }
}

static void read_tasks(cj_lint *l, struct cj_plan *plan)
{
    const cj_map *map = l->map;
    size_t p, e;

    plan->from = CJ_NEW_N(l->arena, size_t, map->n_phases + 1);
    for (p = 0; p < map->n_phases; p++) {
        plan->from[p] = plan->all.n;
        for (e = 0; e < map->n_elements; e++)
            if (map->elements[e].elem == CJ_COUNTERMEASURE)
                cj_tasks_read(l->arena, &map->elements[e].cells[p], &plan->all);
    }
    plan->from[p] = plan->all.n;
    plan->text = CJ_NEW_N(l->arena, cj_saying, plan->all.n + 1);
}

/* ---- records that say the same ------------------------------------------------------------------ */

static const cj_saying *text_of(cj_lint *l, struct cj_plan *plan, size_t i)
{
    const cj_item *item = plan->all.task[i].item;

    if (!plan->text[i].made)
        plan->text[i] = cj_saying_of(l->arena, item->bare.n ? item->bare : item->text);
    return &plan->text[i];
}

static bool tells(cj_lint *l, const cj_action *a, const char *field)
{
    return cj_lint_field(l, a->section, a->record, field).n;
}

static void link_action(cj_lint *l, struct cj_plan *plan, size_t action)
{
    const cj_action *a = &l->map->actions[action];
    cj_str what = cj_lint_field(l, a->section, a->record, "what");
    size_t i = a->phase < 0 ? 0 : plan->from[a->phase];
    size_t to = a->phase < 0 ? plan->all.n : plan->from[a->phase + 1];
    cj_saying said;
    bool timed, owned;

    if (!what.n || i == to)
        return;
    said = cj_saying_of(l->arena, what);
    timed = a->due.grain != CJ_GRAIN_NONE || tells(l, a, "due") ||
            cj_timing(cj_said(l->arena, cj_lint_field(l, a->section, a->record, "when")));
    owned = tells(l, a, "owner") || tells(l, a, "person");
    for (; i < to && plan->looks < MOST_LOOKS; i++, plan->looks++) {
        if (!cj_sayings_same(text_of(l, plan, i), &said))
            continue;
        plan->all.task[i].record_timed |= timed;
        plan->all.task[i].record_owned |= owned;
        if (!plan->doing[action])
            plan->doing[action] = &plan->all.task[i];
    }
}

static struct cj_plan *plan_of(cj_lint *l)
{
    size_t i;

    if (l->plan)
        return l->plan;
    l->plan = CJ_NEW(l->arena, struct cj_plan);
    read_tasks(l, l->plan);
    l->plan->doing = CJ_NEW_N(l->arena, const cj_task *, l->map->n_actions + 1);
    for (i = 0; i < l->map->n_actions; i++)
        link_action(l, l->plan, i);
    return l->plan;
}

/* ---- what rules ask --------------------------------------------------------------------------- */

cj_tasks cj_lint_tasks(cj_lint *l, const cj_phase *p)
{
    const struct cj_plan *plan = plan_of(l);
    size_t from = plan->from[p->order];

    return (cj_tasks){ plan->all.task ? plan->all.task + from : NULL,
                       plan->from[p->order + 1] - from };
}

bool cj_task_owned(cj_lint *l, const cj_task *task)
{
    return task->item->owner.n || cj_names_department(cj_lint_departments(l), task->said) ||
           (task->over && cj_task_owned(l, task->over));
}

const cj_task *cj_lint_task_of(cj_lint *l, size_t action)
{
    return plan_of(l)->doing[action];
}
