/* grid_names.c - which of several lines of headers names the phases. */
#include "map/grid.h"
#include "map/normal.h"

enum { FEW_PARTS = 3 };

/* "Before", "契約後", "Pre-sale": parts of a journey, which have phases of their own. */
static bool part_of_journey(const cj_grid *g, cj_str text)
{
    static const char *const latin[] = { "before", "during", "after", "pre",
                                         "post",   "early",  "late",  "ongoing" };
    static const char *const japanese[] = { "前", "中", "後" };
    cj_str words = cj_label_words(g->view.w->arena, text), key;
    size_t i;

    for (i = 0; i < sizeof latin / sizeof *latin; i++)
        if (cj_str_starts(words, cj_str_of(latin[i])))
            return true;
    key = cj_label_key(g->view.w->arena, text);
    for (i = 0; i < sizeof japanese / sizeof *japanese; i++)
        if (cj_str_ends(key, cj_str_of(japanese[i])))
            return true;
    return false;
}

static double worth(const cj_phase_name *name, unsigned number)
{
    if (name->id != CJ_PHASE_OTHER && name->plain)
        return 1;
    if (name->number && name->number == number + 1)
        return 1;
    return name->id != CJ_PHASE_OTHER ? 0.7 : 0;
}

static bool named_before(const cj_grid *g, unsigned p)
{
    cj_str key = cj_view_phase(&g->view, g->phase[p].i, g->phase[p].j)->key;
    unsigned q;

    for (q = 0; q < p; q++)
        if (cj_str_eq(cj_view_phase(&g->view, g->phase[q].i, g->phase[q].j)->key, key))
            return true;
    return false;
}

cj_names cj_grid_names(const cj_grid *g)
{
    cj_names s = { g->n_phases, 0, false, g->n_phases <= FEW_PARTS, true, true };
    unsigned p, number = 0;

    for (p = 0; p < g->n_phases; p++) {
        const cj_grid_head *h = &g->phase[p];
        const cj_phase_name *name = cj_view_phase(&g->view, h->i, h->j);

        s.known += worth(name, number) / g->n_phases;
        s.counted = s.counted && name->number && (!p || name->number == number + 1);
        number = name->number;
        s.nameless = s.nameless && name->nameless;
        s.repeats = s.repeats || named_before(g, p);
        s.parts = s.parts && part_of_journey(g, cj_view_text(&g->view, h->i, h->j));
    }
    return s;
}

cj_grid cj_grid_headed_by(const cj_grid *g, unsigned i)
{
    cj_grid other = *g;

    other.phase = NULL;
    other.n_phases = other.cap_phases = 0;
    other.head = i;
    cj_grid_heads(&other);
    return other;
}

/* Names that come again and again divide something; else what is known or counted is a phase; else
 * two or three parts have phases below them, and phases have steps. */
static bool lower_is_phase(const cj_names *up, const cj_names *low)
{
    if (low->repeats != up->repeats)
        return up->repeats ? up->known < low->known + 0.3 : low->known > up->known + 0.3;
    if (low->n == up->n && low->nameless != up->nameless)
        return up->nameless;
    if (low->counted != up->counted)
        return low->counted;
    if (up->parts && !low->parts && low->n >= up->n)
        return true;
    if (low->known > up->known + 0.2 || up->known > low->known + 0.2)
        return low->known > up->known;
    return up->n < FEW_PARTS && low->n > up->n;
}

void cj_grid_choose_phases(cj_grid *g)
{
    cj_grid best = *g, other;
    bool any = false;
    unsigned k;
    cj_names up = { 0, 0, false, false, false, false }, low;

    for (k = 0; k < g->n_levels; k++) {
        if (g->level[k].role != CJ_LEVEL_PHASE)
            continue;
        other = cj_grid_headed_by(g, g->level[k].i);
        if (!other.n_phases)
            continue;
        low = cj_grid_names(&other);
        if (!any || lower_is_phase(&up, &low)) {
            best = other;
            up = low;
        }
        any = true;
    }
    g->head = best.head;
    g->phase = best.phase;
    g->n_phases = best.n_phases;
    g->cap_phases = best.cap_phases;
}
