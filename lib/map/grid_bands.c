/* grid_bands.c - rows that belong together: bands that are one element, headings over groups. */
#include "map/grid.h"
#include "map/normal.h"
#include "base/utf8.h"

static const cj_sense *sense_at(const cj_grid *g, unsigned r)
{
    return g->label[r].sense;
}

static bool known(const cj_grid *g, unsigned r)
{
    return sense_at(g, r)->n > 0;
}

static cj_str text_of(const cj_grid *g, unsigned r)
{
    return cj_view_text(&g->view, g->row[r].i, g->row[r].label);
}

static bool department(const cj_grid *g, unsigned r)
{
    return cj_labels_id(CJ_FAM_DEPT, cj_label_key(g->view.w->arena, text_of(g, r))) >= 0;
}

static bool marks_in(const cj_grid *g, unsigned r)
{
    bool cross, kinds;

    return g->row[r].data && cj_grid_marks(g, g->row[r].i, g->row[r].last, &cross, &kinds);
}

/* The rows [r, r + n) as one. */
static cj_grid_row joined(const cj_grid *g, unsigned r, unsigned n, unsigned label,
                          unsigned sub)
{
    cj_grid_row row = g->row[r];
    bool cross, kinds;
    unsigned k;

    row.label = label;
    row.sub = sub;
    row.last = g->row[r + n - 1].last;
    for (k = 0; k < n; k++)
        row.data = row.data || g->row[r + k].data;
    row.marks = cj_grid_marks(g, row.i, row.last, &cross, &kinds);
    return row;
}

/* ---- labels in two columns: タッチポイント over メール, 電話 ------------------------------------- */

static bool same_outer(const cj_grid *g, unsigned r, unsigned s, unsigned o)
{
    unsigned i = cj_grid_outer(g, g->row[s].i, o);

    if (g->row[s].label != g->line)
        return false;
    return i == g->row[r].i ||
           (i == g->row[s].i && cj_utf8_alike(cj_view_text(&g->view, i, o),
                                              cj_view_text(&g->view, g->row[r].i, o)));
}

/* 主担当者, 決裁者 under 行動 and again under 課題: no elements, whatever they sound like. */
static bool told_again(const cj_grid *g, unsigned r)
{
    unsigned k;

    for (k = 0; k < g->n_rows; k++)
        if (k != r && g->row[k].label == g->line &&
            cj_utf8_alike(text_of(g, k), text_of(g, r)))
            return true;
    return false;
}

/* 課題 | 困ること: what only contains the same element explains it. */
static bool all_unknown(const cj_grid *g, unsigned r, unsigned n, const cj_sense *outer)
{
    unsigned k;

    for (k = 0; k < n; k++) {
        const cj_sense *s = sense_at(g, r + k);

        if (g->row[r + k].label == g->line && s->n &&
            (s->reading == CJ_READ_EXACT || !outer->n || s->elem[0] != outer->elem[0]) &&
            !told_again(g, r + k))
            return false;
    }
    return true;
}

/* How many rows from r on are one element, because their outer label is one and theirs are not. */
static unsigned band(const cj_grid *g, unsigned r, cj_grid_row *row, const cj_sense **sense)
{
    unsigned o = g->outer ? g->outer : g->line - 1, n = 1, i = g->row[r].i;
    const cj_sense *outer;

    if (!o || !cj_view_text(&g->view, i, o).n || cj_grid_outer(g, i, o) != i)
        return 0;
    while (r + n < g->n_rows && same_outer(g, r, r + n, o))
        n++;
    if (n == 1 && g->row[r].label == o)
        return 0;
    outer = cj_view_sense(&g->view, i, o);
    *row = joined(g, r, n, o, g->line);
    if (outer->n ? !g->outer && (outer->reading != CJ_READ_EXACT || outer->ambiguous)
                 : !g->outer || n > 1)
        return 0;
    if (!all_unknown(g, r, n, outer) && !row->marks)
        return 0;
    *sense = outer;
    return n;
}

/* ---- a label with nothing beside it, and its lines below ---------------------------------------- */

static bool listed(const cj_grid *g, unsigned r)
{
    static const cj_str bullets[] = {
        CJ_LIT("- "), CJ_LIT("・"), CJ_LIT("•"), CJ_LIT("–"),
        CJ_LIT("└"),  CJ_LIT("→"),  CJ_LIT("･"), CJ_LIT("＞")
    };
    cj_str text = text_of(g, r);
    size_t i;

    for (i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (cj_str_starts(text, bullets[i]))
            return true;
    return cj_grid_numeral(&g->view, g->row[r].i, g->row[r].label);
}

/* 担当 alone in its line, and under it the departments with their marks. */
static unsigned list_below(const cj_grid *g, unsigned r, cj_grid_row *row)
{
    bool owner = known(g, r) && sense_at(g, r)->elem[0] == CJ_OWNER;
    unsigned n = 1, marked = 0;

    if (!known(g, r) || g->row[r].data || g->row[r].label != g->line)
        return 0;
    for (; r + n < g->n_rows && g->row[r + n].label == g->line; n++) {
        bool mark = marks_in(g, r + n), role = owner && (mark || department(g, r + n));

        if (!listed(g, r + n) && (known(g, r + n) ? !role || !mark : !mark && !role))
            break;
        marked += mark || listed(g, r + n);
    }
    if (!marked)
        return 0;
    *row = joined(g, r, n, g->line, g->line);
    return n;
}

/* Departments with marks under no label at all say who does it. */
static unsigned departments(const cj_grid *g, unsigned r, cj_grid_row *row)
{
    unsigned n = 0, k;

    for (k = 0; k < g->n_rows; k++)
        if (known(g, k) && sense_at(g, k)->elem[0] == CJ_OWNER)
            return 0;
    while (r + n < g->n_rows && g->row[r + n].label == g->line && department(g, r + n) &&
           marks_in(g, r + n))
        n++;
    if (n < 2)
        return 0;
    *row = joined(g, r, n, g->line, g->line);
    row->nameless = true;
    return n;
}

/* ---- headings over groups ------------------------------------------------------------------------ */

static uint32_t first_sign(const cj_grid *g, unsigned r)
{
    cj_str rest = text_of(g, r);

    return rest.n ? cj_utf8_next(&rest) : 0;
}

/* ■ 【 in front, where labels of elements have none. */
static bool decorated(const cj_grid *g, unsigned r)
{
    static const uint32_t signs[] = { 0x25a0, 0x25a1, 0x25c6, 0x25c7, 0x25cf, 0x25cb,
                                      0x25bc, 0x25bd, 0x25b6, 0x25b7, 0x3010, '<',
                                      0xff1c, 0x226a, 0x300a, '[',    '#',    0 };
    uint32_t cp = first_sign(g, r);
    unsigned k;

    for (k = 0; signs[k] && signs[k] != cp; k++)
        ;
    if (!signs[k])
        return false;
    for (k = 0; k < g->n_rows; k++)
        if (known(g, k) && first_sign(g, k) == cp)
            return false;
    return true;
}

static bool side_word(const cj_grid *g, unsigned r)
{
    static const cj_str words[] = {
        CJ_LIT("顧客"),         CJ_LIT("お客様"),     CJ_LIT("自社"),
        CJ_LIT("社内"),         CJ_LIT("当社"),       CJ_LIT("顧客側"),
        CJ_LIT("自社側"),       CJ_LIT("顧客視点"),   CJ_LIT("自社視点"),
        CJ_LIT("顧客の視点"),   CJ_LIT("自社の視点"), CJ_LIT("customer"),
        CJ_LIT("customers"),    CJ_LIT("company"),    CJ_LIT("internal"),
        CJ_LIT("us"),           CJ_LIT("business"),   CJ_LIT("organization"),
        CJ_LIT("organisation"), CJ_LIT("frontstage"), CJ_LIT("backstage"),
        CJ_LIT("our side"),     CJ_LIT("ourside"),    CJ_LIT("insights"),
        CJ_LIT("customerview"), CJ_LIT("companyview")
    };
    cj_str key = cj_label_key(g->view.w->arena, text_of(g, r));
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(key, words[i]))
            return true;
    return false;
}

static bool merged_over_phases(const cj_grid *g, unsigned r)
{
    cj_range m;

    return g->n_phases && cj_view_merge(&g->view, g->row[r].i, g->row[r].label, &m) &&
           m.col2 >= g->phase[g->n_phases > 1].j;
}

/* "■ 顧客の視点" alone in its line: it speaks for the rows below, up to the next heading. */
static bool heading(const cj_grid *g, unsigned r)
{
    bool over = merged_over_phases(g, r);

    if (g->row[r].data || g->row[r].last > g->row[r].i || r + 1 == g->n_rows ||
        (known(g, r) && (!over || sense_at(g, r)->reading == CJ_READ_EXACT)))
        return false;
    return over || side_word(g, r) || decorated(g, r);
}

/* ---- all rows --------------------------------------------------------------------------------------- */

/* The rows as they come out; those of g stay as they are until all are done. */
typedef struct outcome {
    cj_grid_row *row;
    cj_labelled *label;
    unsigned n;
} outcome;

static void put(outcome *out, cj_grid_row row, const cj_sense *sense)
{
    out->row[out->n] = row;
    out->label[out->n++] = (cj_labelled){ .sense = sense };
}

/* Rows that stand among the headers: 期間 over the names of the phases. */
static void rows_of_header(const cj_grid *g, outcome *out)
{
    unsigned k;

    for (k = 0; k < g->n_levels; k++) {
        unsigned i = g->level[k].i;

        if (g->level[k].role == CJ_LEVEL_ROW)
            put(out, (cj_grid_row){ .i = i, .label = g->line, .last = i, .data = true },
                cj_view_sense(&g->view, i, g->line));
    }
}

static void join_rows(const cj_grid *g, outcome *out)
{
    static const cj_sense owner = { .elem = { CJ_OWNER },
                                    .n = 1,
                                    .reading = CJ_READ_EXACT };
    unsigned r, used, head = 0, head_j = 0;

    for (r = 0; r < g->n_rows; r += used ? used : 1) {
        const cj_sense *sense = sense_at(g, r);
        cj_grid_row row = g->row[r];

        used = band(g, r, &row, &sense);
        if (!used && heading(g, r)) {
            head = g->row[r].i;
            head_j = g->row[r].label;
            continue;
        }
        if (!used)
            row = g->row[r];
        if (!used)
            used = list_below(g, r, &row);
        if (!used && (used = departments(g, r, &row)) != 0)
            sense = &owner;
        row.group = head;
        row.group_j = head_j;
        put(out, row, sense);
    }
}

void cj_grid_bands(cj_grid *g)
{
    unsigned room = g->n_rows + CJ_GRID_LEVELS;
    outcome out = { CJ_NEW_N(g->view.w->arena, cj_grid_row, room),
                    CJ_NEW_N(g->view.w->arena, cj_labelled, room), 0 };

    rows_of_header(g, &out);
    join_rows(g, &out);
    g->row = out.row;
    g->label = out.label;
    g->n_rows = out.n;
    g->cap_rows = room;
    cj_labels_resolve(g->label, g->n_rows);
}

/* As the finder saw it: one line of headers, one column of labels. */
static void as_found(cj_grid *g, unsigned line, unsigned head)
{
    g->line = g->left = line;
    g->head = g->top = head;
    g->outer = g->n_levels = 0;
    g->body = head + 1;
    cj_grid_rows(g);
    cj_grid_heads(g);
    g->level[g->n_levels++] = (cj_grid_level){ head, CJ_LEVEL_PHASE };
}

void cj_grid_settle(cj_grid *g)
{
    unsigned line = g->line, head = g->head;

    cj_grid_levels(g);
    cj_grid_columns(g);
    if (!g->n_rows || !g->n_phases)
        as_found(g, line, head);
    cj_grid_bands(g);
}
