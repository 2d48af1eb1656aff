/* grid_score.c - how much a table looks like a journey map, from both of its axes (model 4.3). */
#include "map/grid.h"
#include "map/normal.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

enum { SHORT_HEADER = 40, MANY_PHASES = 30, FEW_FOREIGN = 2, MANY_CELLS = 8 };

static const double foreign_points = 3.0;

static double points(cj_reading reading)
{
    switch (reading) {
    case CJ_READ_EXACT:
        return 1.0;
    case CJ_READ_CONTAINED:
        return 0.6;
    case CJ_READ_BY_RULE:
    case CJ_READ_GUESSED:
        return 0.5;
    default:
        return 0;
    }
}

static cj_elem group_of(cj_elem e)
{
    return e == CJ_THOUGHT || e == CJ_EMOTION || e == CJ_SENTIMENT ? CJ_MIND : e;
}

static bool in_core(cj_elem e)
{
    return e == CJ_GOAL || e == CJ_BEHAVIOR || e == CJ_MIND || e == CJ_PAIN ||
           e == CJ_TOUCHPOINT || e == CJ_SUCCESS || e == CJ_KPI || e == CJ_COUNTERMEASURE ||
           e == CJ_OPPORTUNITY;
}

/* Words that only a text about customers uses; lists of goals and measures are everywhere. */
static bool of_customers(cj_elem e, cj_reading reading)
{
    return (reading == CJ_READ_EXACT || reading == CJ_READ_CONTAINED) &&
           (e == CJ_BEHAVIOR || e == CJ_MIND || e == CJ_PAIN || e == CJ_TOUCHPOINT ||
            e == CJ_VOICE);
}

static bool any_data(const cj_grid *g)
{
    unsigned r;

    for (r = 0; r < g->n_rows; r++)
        if (g->row[r].data && g->label[r].elem != CJ_CUSTOM)
            return true;
    return false;
}

/* A label that nothing stands beside counts half, but a blank template counts in full. */
static void score_elements(cj_grid *g)
{
    double best[CJ_N_ELEMS] = { 0 };
    bool core[CJ_N_ELEMS] = { false }, customer[CJ_N_ELEMS] = { false }, data = any_data(g);
    unsigned r, e;

    for (r = 0; r < g->n_rows; r++) {
        cj_elem elem = g->label[r].elem;
        double p = points(g->label[r].reading) * (data && !g->row[r].data ? 0.5 : 1);

        if (elem == CJ_CUSTOM)
            continue;
        best[elem] = p > best[elem] ? p : best[elem];
        elem = group_of(elem);
        core[elem] = in_core(elem);
        customer[elem] = customer[elem] || of_customers(elem, g->label[r].reading);
    }
    for (e = 0; e < CJ_N_ELEMS; e++) {
        g->evidence.elements += best[e];
        g->evidence.distinct += best[e] > 0;
        g->evidence.core += core[e];
        g->evidence.customer += customer[e];
        g->evidence.feelings = g->evidence.feelings || (customer[e] && e == CJ_MIND);
    }
}

/* "Stage" in the corner, or over the headers of phases across in a line of its own. */
static void score_corner(cj_grid *g)
{
    bool above =
        !g->view.down && g->head > 1 && !cj_view_text(&g->view, g->head, g->line).n;
    unsigned j;

    g->evidence.phase_word = cj_view_axis(&g->view, g->head, g->line) == CJ_AXIS_PHASE;
    for (j = g->line; above && j <= g->line + 1; j++)
        if (cj_view_axis(&g->view, g->head - 1, j) == CJ_AXIS_PHASE)
            g->evidence.phase_word = true;
    if (g->evidence.phase_word)
        g->evidence.phases += 1;
    else if (cj_view_axis(&g->view, g->head, g->line) == CJ_AXIS_ELEMENT)
        g->evidence.phases += 0.3;
}

static bool one_of(cj_str s, const char *const *list, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_eq(s, cj_str_of(list[i])))
            return true;
    return false;
}

/* A year, a month, a quarter, a weekday: the columns of a plan or a report. */
static bool calendar(const cj_grid *g, cj_str text)
{
    static const char *const names[] = {
        "jan",      "feb",      "mar",      "apr",    "may",     "jun",       "jul",
        "aug",      "sep",      "sept",     "oct",    "nov",     "dec",       "january",
        "february", "march",    "april",    "june",   "july",    "august",    "september",
        "october",  "november", "december", "mon",    "tue",     "wed",       "thu",
        "fri",      "sat",      "sun",      "monday", "tuesday", "wednesday", "thursday",
        "friday",   "saturday", "sunday",   "q1",     "q2",      "q3",        "q4",
        "1q",       "2q",       "3q",       "4q",     "月",      "日",        "년",
        "월",       "年",       "年度",     "月曜",   "火曜",    "水曜",      "木曜",
        "金曜",     "土曜",     "日曜",     "火",     "水",      "木",        "金",
        "土"
    };
    cj_str s = cj_label_key(g->view.w->arena, text), rest = s;
    size_t digits = 0;

    if (cj_str_starts(s, CJ_STR("第")) && cj_str_ends(s, CJ_STR("四半期")))
        return true;
    if (s.n > 40 || one_of(s, names, sizeof names / sizeof *names))
        return s.n <= 40;
    for (; rest.n && *rest.p >= '0' && *rest.p <= '9'; rest = cj_str_from(rest, 1))
        digits++;
    if (digits == 4 && (cj_str_starts(s, CJ_STR("19")) || cj_str_starts(s, CJ_STR("20"))))
        return true;
    return digits && digits < 3 && one_of(rest, names, sizeof names / sizeof *names);
}

static bool repeated(const cj_grid *g, unsigned p)
{
    cj_str key = cj_view_phase(&g->view, g->head, g->phase[p].j)->key;
    unsigned q;

    for (q = 0; q < p; q++)
        if (cj_str_eq(cj_view_phase(&g->view, g->head, g->phase[q].j)->key, key))
            return true;
    return false;
}

/* The same as the header before it: one phase over several columns. */
static bool goes_on(const cj_grid *g, unsigned p)
{
    return cj_str_eq(cj_view_phase(&g->view, g->head, g->phase[p].j)->key,
                     cj_view_phase(&g->view, g->head, g->phase[p - 1].j)->key);
}

/* T-102, INC0007: the number of a record, not that of a phase. */
static bool record_number(cj_str s)
{
    size_t i, digits = 0;

    for (i = 0; i < s.n && s.n <= 20; i++) {
        if (s.p[i] >= '0' && s.p[i] <= '9')
            digits++;
        else if (digits || !((s.p[i] >= 'A' && s.p[i] <= 'Z') || s.p[i] == '-'))
            return false;
    }
    return digits > 1 && digits < s.n && s.n <= 20;
}

static bool heads_other_axis(const cj_grid *g, unsigned j)
{
    const cj_sense *s = cj_view_sense(&g->view, g->head, j);

    if (cj_view_axis(&g->view, g->head, j) >= 0)
        return true;
    return s->n && s->reading == CJ_READ_EXACT &&
           (in_core(group_of(s->elem[0])) || s->elem[0] == CJ_OWNER ||
            s->elem[0] == CJ_TIMING || s->elem[0] == CJ_PERIOD);
}

/* What stands in the cells of lists: states, ranks, sums; and departments beside one another. */
static bool value_word(const cj_grid *g, cj_str text)
{
    static const char *const words[] = {
        "done",    "open",   "closed", "high",    "medium", "low",        "yes",
        "no",      "n/a",    "tbd",    "ok",      "ng",     "total",      "sum",
        "average", "true",   "false",  "pending", "todo",   "inprogress", "完了",
        "未完了",  "未着手", "着手",   "対応中",  "進行中", "保留",       "高",
        "中",      "低",     "大",     "小",      "有",     "無",         "あり",
        "なし",    "はい",   "いいえ", "未定",    "要確認", "合計",       "小計",
        "平均",    "済",     "未"
    };
    cj_str key;

    if (text.n > 40)
        return false;
    key = cj_label_key(g->view.w->arena, text);
    return (key.n == 1 && key.p[0] >= 'a' && key.p[0] <= 'z') ||
           one_of(key, words, sizeof words / sizeof *words) ||
           cj_labels_id(CJ_FAM_DEPT, key) >= 0;
}

typedef struct heads {
    unsigned figures, repeats, returns, labels, unknown, values;
} heads;

static double score_head(cj_grid *g, unsigned p, unsigned *number, heads *seen)
{
    unsigned j = g->phase[p].j;
    cj_str text = cj_view_text(&g->view, g->head, j);
    const cj_phase_name *name = cj_view_phase(&g->view, g->head, j);
    bool again = p && repeated(g, p), next = name->number && name->number == *number + 1;

    *number = name->number;
    seen->repeats += again;
    seen->returns += again && !goes_on(g, p);
    if (cj_view_figure(&g->view, g->head, j) || calendar(g, text) ||
        (!name->number && record_number(text))) {
        seen->figures++;
        return 0;
    }
    if (name->id != CJ_PHASE_OTHER && !again) {
        g->evidence.known++;
        g->evidence.plain += name->plain;
        return 0.5;
    }
    if (next) {
        g->evidence.numbered++;
        return 0.3;
    }
    seen->unknown++;
    seen->values += value_word(g, text);
    seen->labels += heads_other_axis(g, j);
    return !again && cj_utf8_count(text) <= SHORT_HEADER ? 0.1 : 0;
}

static void score_phases(cj_grid *g)
{
    unsigned p, number = 0, n = g->n_phases;
    heads seen = { 0 };
    double sum = 0;

    for (p = 0; p < n && p <= CJ_LIST_PHASES; p++)
        sum += score_head(g, p, &number, &seen);
    g->evidence.phases += sum;
    if (g->evidence.phases > CJ_PHASE_POINTS)
        g->evidence.phases = CJ_PHASE_POINTS;
    g->evidence.against += 0.5 * (seen.labels + (seen.values > 4 ? 4 : seen.values)) +
                           (seen.returns < 3 ? 0 : 1);
    g->evidence.names = n - seen.repeats;
    g->evidence.figures =
        n && (seen.figures + seen.values + (g->evidence.known ? 0 : seen.labels)) * 2 >= n;
    g->evidence.against += n && seen.figures * 2 >= n ? 2 : 0.5 * seen.figures;
    if (n >= 6 && seen.repeats * 2 >= n)
        g->evidence.against += 2;
    if (n > MANY_PHASES && !g->evidence.known && !g->evidence.numbered)
        g->evidence.against += 1;
}

/* "Primary User", "ペルソナA": people side by side, not phases. */
static bool person(const cj_grid *g, unsigned j)
{
    static const char *const words[] = { "user", "persona", "customer", "buyer" };
    cj_str text = cj_view_text(&g->view, g->head, j),
           s = cj_label_words(g->view.w->arena, text);
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_ends(s, cj_str_of(words[i])) || cj_str_starts(s, CJ_STR("persona ")))
            return true;
    return cj_str_has(text, CJ_STR("ペルソナ"));
}

/* ID, price, sprint …: labels of other kinds of sheet, on either axis and left of it. */
static void score_foreign(cj_grid *g)
{
    unsigned r, p, i, n = 0;
    double sum = 0;

    for (r = 0; r < g->n_rows; r++)
        if (!in_core(group_of(g->label[r].elem)) &&
            cj_view_foreign(&g->view, g->row[r].i, g->row[r].label))
            sum += n++ < FEW_FOREIGN ? 0.5 : 1;
    for (p = 0; p < g->n_phases; p++)
        if (cj_view_phase(&g->view, g->head, g->phase[p].j)->id == CJ_PHASE_OTHER &&
            p < MANY_PHASES &&
            (cj_view_foreign(&g->view, g->head, g->phase[p].j) || person(g, g->phase[p].j)))
            sum += 0.5;
    for (i = 1; g->view.down && i <= g->head; i++)
        if (cj_view_foreign(&g->view, i, g->line))
            sum += 0.5;
    g->evidence.foreign = n;
    g->evidence.against += cj_grid_sure(g) && sum > foreign_points ? foreign_points : sum;
}

/* A few words of the vocabulary among many columns of another kind, or the same ones again and
 * again down a list. */
static void score_unknown(cj_grid *g)
{
    unsigned r, custom = 0, distinct = g->evidence.distinct;

    for (r = 0; r < g->n_rows; r++)
        custom += g->label[r].elem == CJ_CUSTOM;
    if (custom >= 3 && custom >= 2 * distinct)
        g->evidence.against += 1;
    if (g->n_rows - custom > 2 * distinct + 4)
        g->evidence.against += 2;
    else if (g->n_rows - custom > distinct + distinct / 2 + 2)
        g->evidence.against += 1;
}

/* A corner that names no axis, over headers that are no phases. */
static void score_strange_corner(cj_grid *g)
{
    bool foreign = cj_view_foreign(&g->view, g->head, g->line);

    if (!cj_view_text(&g->view, g->head, g->line).n ||
        cj_view_axis(&g->view, g->head, g->line) >= 0)
        return;
    if (g->evidence.known + g->evidence.numbered < 2)
        g->evidence.against += foreign ? 1.5 : 0.2;
    else
        g->evidence.against += foreign && !g->evidence.plain ? 1 : 0;
}

/* A line of that table: a label, and texts under half of the headers. */
static bool table_line(const cj_grid *g, unsigned i)
{
    cj_str label = cj_view_text(&g->view, i, g->line);
    unsigned p, n = 0;

    if (!label.n || cj_labels_id(CJ_FAM_META, cj_label_key(g->view.w->arena, label)) >= 0)
        return false;
    for (p = 0; p < g->n_phases && p < MANY_PHASES; p++)
        n += cj_view_text(&g->view, i, g->phase[p].j).n > 0;
    return n > 1 && n * 2 >= (g->n_phases < MANY_PHASES ? g->n_phases : MANY_PHASES);
}

/* Headers in the middle of a table are none. */
static void score_above(cj_grid *g)
{
    unsigned i, n = 0;

    for (i = g->head; i > 1 && n < 4 && g->evidence.plain < 2 && table_line(g, i - 1); i--)
        n++;
    g->evidence.against += n > 3 ? 3 : n > 1 ? 1.5 : 0;
}

/* Lines with text between the headers and the first label, or an axis word among the labels: the
 * real headers stand nearer. */
static void score_distance(cj_grid *g)
{
    unsigned i, r, first = g->n_rows ? g->row[0].i : g->head;

    for (i = g->head + 1; i < first; i++)
        if (cj_view_text(&g->view, i, g->line + 1).n)
            g->evidence.against += 0.5;
    for (r = 0; r < g->n_rows; r++)
        if (g->label[r].elem == CJ_CUSTOM &&
            cj_view_axis(&g->view, g->row[r].i, g->row[r].label) >= 0)
            g->evidence.against += 0.5;
}

static int by_text(const void *x, const void *y)
{
    return cj_str_cmp(*(const cj_str *)x, *(const cj_str *)y);
}

/* The same few words again and again are states or names; what customers live through differs
 * from phase to phase. */
static void score_repeats(cj_grid *g)
{
    unsigned columns = g->n_phases < MANY_PHASES ? g->n_phases : MANY_PHASES;
    cj_str *text = CJ_NEW_N(g->view.w->arena, cj_str, (size_t)g->n_rows * columns + 1);
    unsigned r, p, i, n = 0, again = 0;

    for (r = 0; r < g->n_rows; r++)
        for (p = 0; p < g->n_phases && p < MANY_PHASES && in_core(g->label[r].elem); p++) {
            text[n] = cj_view_text(&g->view, g->row[r].i, g->phase[p].j);
            n += text[n].n > 0;
        }
    qsort(text, n, sizeof *text, by_text);
    for (i = 1; i < n; i++)
        again += cj_str_eq(text[i - 1], text[i]);
    if (n >= MANY_CELLS && again * 5 > n * 2)
        g->evidence.against += 1.5;
}

/* Figures where a map has sentences: a budget, a scorecard. */
static void score_figures(cj_grid *g)
{
    unsigned r, p, cells = 0, figures = 0;

    for (r = 0; r < g->n_rows; r++) {
        if (!in_core(g->label[r].elem) || g->label[r].elem == CJ_KPI)
            continue;
        for (p = 0; p < g->n_phases && p < MANY_PHASES; p++) {
            cells += cj_view_text(&g->view, g->row[r].i, g->phase[p].j).n > 0;
            figures += cj_view_figure(&g->view, g->row[r].i, g->phase[p].j) ||
                       record_number(cj_view_text(&g->view, g->row[r].i, g->phase[p].j));
        }
    }
    if (cells && figures * 5 > cells * 3)
        g->evidence.against += 2;
}

void cj_grid_score_labels(cj_grid *g)
{
    memset(&g->evidence, 0, sizeof g->evidence);
    score_elements(g);
}

void cj_grid_score(cj_grid *g)
{
    cj_grid_score_labels(g);
    if (g->evidence.distinct < 2 || !g->evidence.core)
        return;
    score_corner(g);
    score_phases(g);
    score_foreign(g);
    score_unknown(g);
    score_strange_corner(g);
    score_distance(g);
    score_above(g);
    score_figures(g);
    if (!g->list && cj_grid_total(g) + 1e-9 >= CJ_NEARLY)
        score_repeats(g);
}

double cj_grid_total(const cj_grid *g)
{
    return g->evidence.elements + g->evidence.phases - g->evidence.against;
}
