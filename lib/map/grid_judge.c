/* grid_judge.c - whether the evidence of a table is enough for a journey map, or what is missing. */
#include "map/grid.h"
#include "map/kinds.h"
#include "base/utf8.h"

enum { MANY_CORE = 5, MANY_LABELS = 30, MAX_TITLE_ROWS = 8 };

/* Phases that only customers have, and most of what belongs to a map: other lists under it do not
 * make it another kind of sheet. */
bool cj_grid_sure(const cj_grid *g)
{
    const cj_grid_evidence *e = &g->evidence;

    return e->plain + e->numbered > 1 && e->core >= MANY_CORE && e->customer > 1;
}

static bool says_journey(const cj_grid *g, cj_str text)
{
    static const cj_str words[] = { CJ_LIT("ジャーニー"), CJ_LIT("journey"), CJ_LIT("cjm"),
                                    CJ_LIT("旅程"), CJ_LIT("여정") };
    cj_str folded;
    size_t i;

    if (text.n < 3 || text.n > 200)
        return false;
    folded = cj_utf8_fold(g->view.w->arena, text);
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_has(folded, words[i]))
            return true;
    return false;
}

/* The sheet, its corner or a line above calls it a journey. */
static bool titled(const cj_grid *g)
{
    const cj_window *w = g->view.w;
    cj_span at = cj_view_span(&g->view, g->head, g->line);
    unsigned row, col;

    if (says_journey(g, w->sheet->name) ||
        says_journey(g, cj_view_text(&g->view, g->head, g->line)))
        return true;
    for (row = at.row > MAX_TITLE_ROWS ? at.row - MAX_TITLE_ROWS : 1; row < at.row; row++)
        for (col = 1; col <= 3; col++)
            if (says_journey(g, cj_window_text(w, row, col)))
                return true;
    return false;
}

/* One phase is a map only where nothing is doubtful, so that "only one phase" can be reported. */
static bool lone_phase(const cj_grid *g)
{
    return g->n_phases == 1 && g->evidence.known == 1 && g->evidence.core >= MANY_CORE &&
           g->evidence.elements >= MANY_CORE;
}

/* Most headers are no phases that we know: any table may stand under them. */
static bool weak_phases(const cj_grid *g)
{
    const cj_grid_evidence *e = &g->evidence;
    unsigned sure = e->known + e->numbered;

    return !e->phase_word &&
           (sure * 2 < e->names || (!e->plain && sure * 3 < e->names * 2));
}

/* Goals, tasks and measures by phase make a project plan as well; what only customers do, think
 * or suffer makes a journey. Phases that nobody else has need less of it. */
static bool speaks_of_customers(const cj_grid *g)
{
    const cj_grid_evidence *e = &g->evidence;

    if (g->list && e->core < 3 && (!g->persona || !e->customer))
        return false;
    if (weak_phases(g) && e->against >= 0.4)
        return ((e->customer > 1 && e->core > 3) || (e->customer > 2 && e->core > 2)) &&
               e->foreign * 3 <= e->core;
    if (weak_phases(g))
        return (e->customer > 1 && (e->core > 2 || e->feelings)) ||
               (e->customer && (e->core > 4 || titled(g)));
    return e->plain > 1 || e->customer > 0;
}

/* Columns of a sales pipeline, of a content calendar … around a few that a map has too. */
static bool of_another_kind(const cj_grid *g)
{
    cj_str label[MANY_LABELS];
    bool element[MANY_LABELS];
    unsigned i, n = 0;

    for (i = 1; g->view.down && i <= g->last && n < MANY_LABELS; i++) {
        const cj_sense *s = cj_view_plain(&g->view, i, g->line);

        label[n] = cj_view_text(&g->view, i, g->line);
        element[n] = (s && s->n) || cj_view_axis(&g->view, i, g->line) >= 0;
        n += label[n].n > 0;
    }
    return n && g->evidence.customer < 3 &&
           cj_kind_words(g->view.w->arena, label, element, n) >= g->evidence.core;
}

cj_refusal cj_grid_judge(const cj_grid *g, bool insisted)
{
    const cj_grid_evidence *e = &g->evidence;

    if (e->distinct < 2 || !e->core || !g->n_phases || g->n_rows > CJ_GRID_ROWS)
        return CJ_REFUSED_FAR;
    if (e->core < 2)
        return CJ_REFUSED_CORE;
    if (e->figures && !insisted)
        return CJ_REFUSED_PHASES;
    if ((g->n_phases < 2 && !insisted && !lone_phase(g)) || g->n_phases > CJ_LIST_PHASES)
        return CJ_REFUSED_PHASES;
    if (!insisted && !speaks_of_customers(g))
        return CJ_REFUSED_CUSTOMER;
    if (!insisted && g->log)
        return CJ_REFUSED_LOG;
    if (cj_grid_total(g) + 1e-9 < (insisted ? CJ_NEARLY : CJ_ENOUGH))
        return e->against < 0.5 ? CJ_REFUSED_LITTLE : CJ_REFUSED_FOREIGN;
    if (!insisted && !cj_grid_sure(g) && e->against * 3 > e->elements + e->phases)
        return CJ_REFUSED_FOREIGN;
    return !insisted && of_another_kind(g) ? CJ_REFUSED_FOREIGN : CJ_NOT_REFUSED;
}
