/* changes_groups.c - the changes that are told, gathered by phase, row, kind or owner. */
#include "report/changes.h"
#include "base/utf8.h"
#include <stdlib.h>

/* Groups stand in this order; within one, by place. */
typedef enum cj_class {
    IN_META,
    IN_PERSONA,
    IN_AXES, /* phases and rows as such */
    IN_PARTS,
    IN_TABLES,
    IN_OUTSIDE
} cj_class;

#define CLASS_ROOM 100000000ul

typedef struct cj_groups {
    const cj_telling *t;
    cj_change_group *group;
    size_t n, cap;
} cj_groups;

/* ---- keys ---------------------------------------------------------------------------------------- */

/* Where a part stands: of the new map by its number; one that is gone behind what stood before it. */
static unsigned long place_of(int old, int now, const int *new_of, size_t n_old)
{
    int i;

    if (now < 0 && old >= 0 && new_of && new_of[old] >= 0)
        now = new_of[old];
    if (now >= 0)
        return (unsigned long)(now + 1) * (n_old + 1);
    for (i = old; new_of && i >= 0; i--)
        if (new_of[i] >= 0)
            return (unsigned long)(new_of[i] + 1) * (n_old + 1) + (unsigned long)old + 1;
    return (unsigned long)(old + 1);
}

static cj_class class_of(const cj_change *c, bool by_element)
{
    switch (c->on) {
    case CJ_ON_META:
        return IN_META;
    case CJ_ON_PERSONA:
        return IN_PERSONA;
    case CJ_ON_PHASE:
    case CJ_ON_ELEMENT:
        return IN_AXES;
    case CJ_ON_RECORD:
    case CJ_ON_FIELD:
        return IN_TABLES;
    case CJ_ON_OUTSIDE:
        return IN_OUTSIDE;
    default:
        break;
    }
    if (by_element)
        return c->element[0] < 0 && c->element[1] < 0 && c->elem == CJ_CUSTOM ? IN_OUTSIDE
                                                                              : IN_PARTS;
    return c->phase[0] < 0 && c->phase[1] < 0 ? IN_OUTSIDE : IN_PARTS;
}

static unsigned long table_key(const cj_telling *t, const cj_change *c)
{
    int side = c->table[CJ_NEW] ? CJ_NEW : CJ_OLD;
    const cj_map *m = t->diff->map[side];
    size_t i;

    for (i = 0; i < m->n_sections && &m->sections[i] != c->table[side]; i++)
        ;
    return (unsigned long)c->section * 1000 + (c->section ? 0 : i + 1);
}

static unsigned long element_place(const cj_telling *t, const cj_change *c)
{
    const cj_diff *d = t->diff;

    if (c->element[0] < 0 &&
        c->element[1] < 0) /* a row that neither has: a phase's period */
        return (unsigned long)c->elem;
    return CJ_N_ELEMS + place_of(c->element[CJ_OLD], c->element[CJ_NEW],
                                 d->element_of[CJ_OLD], d->map[CJ_OLD]->n_elements);
}

static unsigned long key_of(const cj_telling *t, const cj_change *c)
{
    const cj_diff *d = t->diff;
    bool by_element = t->options->by == CJ_BY_ELEMENT;
    cj_class class = class_of(c, by_element);
    unsigned long place = 0;

    if (t->options->by == CJ_BY_KIND)
        return c->kind == CJ_RENAMED ? CJ_CHANGED : c->kind;
    if (class == IN_TABLES)
        place = table_key(t, c);
    else if (class == IN_PARTS && by_element)
        place = element_place(t, c);
    else if (class == IN_PARTS)
        place = place_of(c->phase[CJ_OLD], c->phase[CJ_NEW], d->phase_of[CJ_OLD],
                         d->map[CJ_OLD]->n_phases);
    return class * CLASS_ROOM + place;
}

/* ---- titles --------------------------------------------------------------------------------------- */

static cj_str part_title(const cj_telling *t, const cj_change *c)
{
    cj_change named = *c;
    bool by_element = t->options->by == CJ_BY_ELEMENT;
    int at = cj_change_phase_at(t->diff, c);

    named.on = CJ_ON_CELL;
    if (!by_element && at >= 0) { /* as the new map calls it */
        named.phase[CJ_NEW] = at;
        return cj_change_about(t, &named, CJ_SAY_PHASE);
    }
    if (by_element && c->element[CJ_NEW] < 0 && c->element[CJ_OLD] >= 0 &&
        t->diff->element_of[CJ_OLD])
        named.element[CJ_NEW] = t->diff->element_of[CJ_OLD][c->element[CJ_OLD]];
    return cj_change_about(t, &named, by_element ? CJ_SAY_ELEMENT : CJ_SAY_PHASE);
}

static cj_str title_of(const cj_telling *t, const cj_change *c)
{
    static const cj_text words[] = { [IN_META] = { "About the map", "基本情報" },
                                     [IN_PERSONA] = { "Persona", "ペルソナ" },
                                     [IN_AXES] = { "Phases and rows", "フェーズと項目" },
                                     [IN_OUTSIDE] = { "Outside the map", "表の外" } };
    cj_class class = class_of(c, t->options->by == CJ_BY_ELEMENT);

    if (class == IN_TABLES)
        return cj_section_words(t, c);
    if (class == IN_PARTS)
        return part_title(t, c);
    return cj_str_of(cj_text_in(words[class], t->lang));
}

static cj_str kind_title(const cj_telling *t, const cj_change *c)
{
    static const cj_text words[CJ_N_CHANGES] = {
        [CJ_REMOVED] = { "Removed", "削除" },         [CJ_CHANGED] = { "Changed", "変更" },
        [CJ_RENAMED] = { "Changed", "変更" },         [CJ_MOVED] = { "Moved", "移動" },
        [CJ_SUPPORT] = { "Evidence", "根拠" },        [CJ_ADDED] = { "Added", "追加" },
        [CJ_WORDING] = { "Wording only", "表記のみ" }
    };

    return cj_str_of(cj_text_in(words[c->kind], t->lang));
}

/* ---- gathering ------------------------------------------------------------------------------------- */

static cj_change_group *new_group(cj_groups *g, unsigned long key, cj_str title)
{
    cj_change_group *group;

    CJ_ROOM(g->t->arena, g->group, g->n, g->cap);
    group = &g->group[g->n++];
    group->key = key;
    group->title = title;
    group->scope = g->t->options->by == CJ_BY_PHASE     ? CJ_SAY_ELEMENT
                   : g->t->options->by == CJ_BY_ELEMENT ? CJ_SAY_PHASE
                                                        : CJ_SAY_ALL;
    return group;
}

static cj_change_group *group_of(cj_groups *g, const cj_change *c)
{
    unsigned long key = key_of(g->t, c);
    size_t i;

    for (i = g->n; i-- > 0;)
        if (g->group[i].key == key)
            return &g->group[i];
    return new_group(
        g, key, g->t->options->by == CJ_BY_KIND ? kind_title(g->t, c) : title_of(g->t, c));
}

static cj_change_group *owner_group(cj_groups *g, const cj_change *c)
{
    static const cj_text nobody = { "No owner", "担当未設定" };
    cj_str owner = cj_change_owner(g->t, c);
    size_t i;

    for (i = 0; i < g->n; i++)
        if (owner.n ? cj_str_eq(g->group[i].title, owner)
                    : g->group[i].key == (unsigned long)-1)
            return &g->group[i];
    return new_group(g, owner.n ? g->n : (unsigned long)-1,
                     owner.n ? owner : cj_str_of(cj_text_in(nobody, g->t->lang)));
}

static int by_key(const void *x, const void *y)
{
    const cj_change_group *a = x, *b = y;

    return (a->key > b->key) - (a->key < b->key);
}

cj_change_group *cj_change_groups(const cj_telling *t, size_t *n)
{
    cj_groups g = { t, NULL, 0, 0 };
    size_t i;

    for (i = 0; i < t->diff->n; i++) {
        const cj_change *c = &t->diff->change[i];
        cj_change_group *into;

        if (!cj_change_told(t->options, c))
            continue;
        into = t->options->by == CJ_BY_OWNER ? owner_group(&g, c) : group_of(&g, c);
        CJ_ROOM(t->arena, into->change, into->n, into->cap);
        into->change[into->n++] = c;
    }
    if (g.n > 1)
        qsort(g.group, g.n, sizeof *g.group, by_key);
    *n = g.n;
    return g.group;
}
