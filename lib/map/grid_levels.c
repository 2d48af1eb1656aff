/* grid_levels.c - headers on several levels: which line names the phases, and what the others say. */
#include "map/grid.h"
#include "map/normal.h"
#include "base/utf8.h"

enum { MAX_ABOVE = 3, MAX_HEADER = 180 };

/* "Plan" with a value in the next cell. */
static bool meta_label(const cj_grid *g, unsigned i, unsigned j)
{
    cj_str key = cj_label_key(g->view.w->arena, cj_view_text(&g->view, i, j));

    return cj_labels_id(CJ_FAM_META, key) >= 0 && cj_view_text(&g->view, i, j + 1).n;
}

static unsigned end_of(const cj_grid *g)
{
    return g->n_phases ? g->phase[g->n_phases - 1].last : g->line;
}

/* A title is one text; so is a header over some of the columns, but not over all of them. */
static bool one_header(const cj_grid *g, unsigned i, unsigned j)
{
    cj_range m;

    return g->view.down || (cj_view_merge(&g->view, i, j, &m) && m.col2 > m.col1 &&
                            (m.col1 > g->line + 1 || m.col2 < end_of(g)));
}

/* 区分, No: names of a line that only parts or counts the headers. */
static bool parting_label(const cj_grid *g, unsigned i, unsigned j)
{
    static const cj_str words[] = { CJ_LIT("区分"), CJ_LIT("分類"),     CJ_LIT("大区分"),
                                    CJ_LIT("領域"), CJ_LIT("カテゴリ"), CJ_LIT("種別"),
                                    CJ_LIT("part"), CJ_LIT("parts"),    CJ_LIT("track"),
                                    CJ_LIT("area"), CJ_LIT("journey"),  CJ_LIT("section"),
                                    CJ_LIT("no"),   CJ_LIT("no."),      CJ_LIT("#"),
                                    CJ_LIT("番号") };
    cj_str key = cj_label_key(g->view.w->arena, cj_view_text(&g->view, i, j));
    size_t k;

    for (k = 0; k < sizeof words / sizeof *words; k++)
        if (cj_str_eq(key, words[k]))
            return true;
    return false;
}

/* The label of a line of headers is none, or the word for an axis; over phases that run down a
 * column of any name may stand beside them. */
static bool header_label(const cj_grid *g, unsigned i)
{
    unsigned at;
    cj_str label = cj_grid_label(&g->view, g->line, i, &at);

    if (!label.n || cj_view_axis(&g->view, i, at) >= 0 || parting_label(g, i, at))
        return true;
    return g->view.down && !cj_view_sense(&g->view, i, at)->n;
}

static bool header_line(const cj_grid *g, unsigned i)
{
    unsigned j, n = 0, first = 0, metas = 0;

    if (!header_label(g, i))
        return false;
    for (j = g->line + 1; j <= end_of(g); j++) {
        cj_str text = cj_view_text(&g->view, i, j);

        if (!text.n)
            continue;
        if (text.n > MAX_HEADER || cj_grid_footnote(text))
            return false;
        metas += meta_label(g, i, j);
        first = n++ ? first : j;
    }
    return n > 1 ? metas * 2 < n : n == 1 && !metas && one_header(g, i, first);
}

/* 期間 or フェーズの定義 above the headers; over phases that run down, any element left of them. */
static bool row_line(const cj_grid *g, unsigned i)
{
    const cj_sense *s = cj_view_sense(&g->view, i, g->line);
    unsigned p, k, n = 0;
    bool fits = g->view.down && s->reading == CJ_READ_EXACT && !s->ambiguous &&
                cj_view_axis(&g->view, i, g->line) < 0;

    for (k = 0; k < s->n; k++)
        fits = fits || s->elem[k] == CJ_PERIOD || s->elem[k] == CJ_DEFINITION ||
               s->elem[k] == CJ_ENTRY || s->elem[k] == CJ_EXIT;
    for (p = 0; p < g->n_phases && fits; p++)
        n += cj_view_text(&g->view, i, g->phase[p].j).n > 0;
    return fits && n > 1 && n * 2 >= g->n_phases;
}

/* "ステップ | 契約 | 設定 | …" right under the phases, finer than they are. */
static bool steps_line(const cj_grid *g, unsigned r)
{
    const cj_grid_row *row = &g->row[r];
    unsigned j, n = 0;

    if (cj_view_axis(&g->view, row->i, row->label) != CJ_AXIS_PHASE || row->last > row->i)
        return false;
    for (j = g->line + 1; j <= end_of(g); j++)
        n += cj_view_text(&g->view, row->i, j).n > 0;
    return n > g->n_phases;
}

/* 導入期（0〜3か月） has a period and is a name; 契約後（0〜30日） names none. */
static bool names_phase(const cj_grid *g, unsigned i, unsigned j)
{
    const cj_phase_name *p = cj_view_phase(&g->view, i, j);

    return p->period.n && p->id != CJ_PHASE_OTHER && !p->nameless;
}

static bool periods(const cj_grid *g, unsigned i)
{
    unsigned j, n = 0, hits = 0;

    for (j = g->line + 1; j <= end_of(g); j++) {
        cj_str text = cj_view_text(&g->view, i, j);

        n += text.n > 0;
        hits +=
            text.n && cj_phase_period_like(g->view.w->arena, text) && !names_phase(g, i, j);
    }
    return n && hits * 2 > n;
}

bool cj_grid_numeral(const cj_view *v, unsigned i, unsigned j)
{
    return cj_view_figure(v, i, j) || cj_view_phase(v, i, j)->nameless;
}

static bool numbers(const cj_grid *g, unsigned i)
{
    unsigned j, n = 0;

    for (j = g->line + 1; j <= end_of(g); j++) {
        if (cj_view_text(&g->view, i, j).n && !cj_view_figure(&g->view, i, j))
            return false;
        n += cj_view_text(&g->view, i, j).n > 0;
    }
    return n > 0;
}

/* Long enough to say something, and no shorter than names are. */
static bool sentence(cj_str text)
{
    cj_str rest = text;
    unsigned spaces = 0;

    while (rest.n)
        spaces += cj_utf8_next(&rest) == ' ';
    return cj_label_cjk(text) ? cj_utf8_count(text) >= 12 : spaces >= 4;
}

/* One sentence for each phase: what the phase is. */
static bool definitions(const cj_grid *g, unsigned i)
{
    unsigned p, j, texts, n = 0, hits = 0;

    for (p = 0; p < g->n_phases; p++) {
        for (j = g->phase[p].j, texts = 0; j <= g->phase[p].last; j++) {
            cj_str text = cj_view_text(&g->view, i, j);

            texts += text.n > 0;
            hits += text.n && sentence(text);
        }
        if (texts > 1)
            return false;
        n += texts;
    }
    return n > 1 && hits * 2 > n;
}

static void add_level(cj_grid *g, unsigned i, cj_level_role role)
{
    if (g->n_levels < CJ_GRID_LEVELS)
        g->level[g->n_levels++] = (cj_grid_level){ i, role };
}

static bool taken(const cj_grid *g, cj_level_role role)
{
    unsigned k;

    for (k = 0; k < g->n_levels; k++)
        if (g->level[k].role == role)
            return true;
    return false;
}

static bool any_text(const cj_grid *g, unsigned i)
{
    unsigned j, n = 0, first = 0;

    for (j = g->line + 1; j <= end_of(g); j++)
        if (cj_view_text(&g->view, i, j).n && !n++)
            first = j;
    return n && !cj_grid_footnote(cj_view_text(&g->view, i, first)) &&
           (n > 1 || g->n_phases == 1 || i == g->head ||
            one_header(g, i, first)); /* a lone text under the headers is a remark */
}

/* What a line of the block is apart from names; CJ_LEVEL_PHASE: names. */
static cj_level_role role_of(const cj_grid *g, unsigned i)
{
    if (i == g->head)
        return CJ_LEVEL_PHASE;
    if (row_line(g, i))
        return CJ_LEVEL_ROW;
    if (numbers(g, i))
        return CJ_LEVEL_NUMBER;
    if (!taken(g, CJ_LEVEL_PERIOD) && periods(g, i))
        return CJ_LEVEL_PERIOD;
    if (i > g->head && !taken(g, CJ_LEVEL_DEFINITION) && definitions(g, i))
        return CJ_LEVEL_DEFINITION;
    return CJ_LEVEL_PHASE;
}

static void find_block(cj_grid *g)
{
    unsigned i, r = 0, above = 0;

    g->top = g->head;
    while (g->top > 1 && above++ < MAX_ABOVE &&
           (row_line(g, g->top - 1) || header_line(g, g->top - 1)))
        g->top--;
    while (r < g->n_rows && r < MAX_ABOVE && g->row[r].i == g->head + 1 + r &&
           steps_line(g, r))
        r++;
    g->body = r < g->n_rows ? g->row[r].i : g->last + 1;
    g->n_levels = 0;
    for (i = g->top; i < g->body; i++)
        if (i <= g->head || any_text(g, i))
            add_level(g, i, role_of(g, i));
}

/* "Web, App, Web, App" under Join and Ride: names that come again under headers that do not. */
bool cj_grid_divided(const cj_grid *g)
{
    cj_grid upper;

    if (g->head < 2)
        return false;
    upper = cj_grid_headed_by(g, g->head);
    if (!upper.n_phases || cj_grid_names(&upper).known > 0.3)
        return false;
    find_block(&upper);
    cj_grid_choose_phases(&upper);
    return upper.head < g->head;
}

/* The finder chose among lines with one name for each column; a line of periods or numbers is the
 * header only where nothing else is. */
static bool better_head(const cj_grid *g)
{
    unsigned k;

    if (!numbers(g, g->head) && !periods(g, g->head))
        return false;
    for (k = 0; k < g->n_levels; k++)
        if (g->level[k].role == CJ_LEVEL_PHASE && g->level[k].i != g->head)
            return true;
    return false;
}

static void name_roles(cj_grid *g)
{
    unsigned k;

    for (k = 0; k < g->n_levels; k++) {
        cj_grid_level *l = &g->level[k];

        if (l->role != CJ_LEVEL_PHASE || l->i == g->head)
            continue;
        if (l->i < g->head)
            l->role = CJ_LEVEL_GROUP;
        else
            l->role = !taken(g, CJ_LEVEL_DEFINITION) && definitions(g, l->i)
                          ? CJ_LEVEL_DEFINITION
                          : CJ_LEVEL_STEP;
    }
}

void cj_grid_levels(cj_grid *g)
{
    unsigned found = g->head, k;

    find_block(g);
    for (k = 0; k < g->n_levels && better_head(g); k++)
        if (g->level[k].i == found)
            g->level[k].role = numbers(g, found) ? CJ_LEVEL_NUMBER : CJ_LEVEL_PERIOD;
    cj_grid_choose_phases(g);
    name_roles(g);
}
