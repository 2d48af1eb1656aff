/* choices.c - drop-down lists of the tables, and the charts of KPIs. */
#include "layout/columns.h"
#include "map/items.h"
#include "base/utf8.h"
#include <string.h>

enum {
    LIST_UNITS = 255,
    MOST_WORDS = 16,
    MOST_CHARTS = 6,
    MOST_LINES = 12, /* that one can tell apart; Excel opens no chart of more than 255 */
    CHART_LINES = 15
};

/* A list stands in the file as one text with commas between; a quote in it counts twice. */
static bool listable(cj_str word)
{
    size_t i;

    for (i = 0; i < word.n; i++)
        if (word.p[i] == ',' || (unsigned char)word.p[i] < 0x20)
            return false;
    return word.n > 0;
}

static size_t units_of(cj_str word)
{
    size_t units = 1;

    while (word.n) {
        uint32_t cp = cj_utf8_next(&word);

        units += cp > 0xffff || cp == '"' ? 2 : 1;
    }
    return units;
}

/* Excel limits such a text. */
static bool fits(const cj_str *words, size_t n)
{
    size_t units = 0, i;

    for (i = 0; i < n; i++) {
        if (!listable(words[i]))
            return false;
        units += units_of(words[i]);
    }
    return n > 0 && units - 1 <= LIST_UNITS;
}

/* ---- words ------------------------------------------------------------------------------------------ */

static size_t words_of(const cj_pen *p, cj_list list, cj_str *out)
{
    size_t n = cj_list_count(list), i;

    for (i = 0; i < n && i < MOST_WORDS; i++)
        out[i] = cj_str_of(cj_text_in(cj_list_word(list, i), p->lang));
    return i;
}

static void choose_owner(cj_pen *p, cj_range at, cj_str title, cj_str hint)
{
    size_t n;
    const cj_str *words = cj_owner_words(p, &n);

    if (fits(words, n))
        cj_pen_choice(p, at, words, n, CJ_STR(""), title, hint);
    else if (p->options->guide || hint.n)
        cj_pen_choice(p, at, NULL, 0,
                      p->options->guide ? cj_owner_list(p, words, n) : CJ_STR(""), title,
                      hint);
}

void cj_lay_choice(cj_pen *p, cj_list list, cj_range at, cj_str title, cj_str hint)
{
    cj_str words[MOST_WORDS], none = CJ_STR("");
    size_t n = list == CJ_LIST_NONE || list == CJ_LIST_PHASE ? 0 : words_of(p, list, words);

    if (list == CJ_LIST_OWNER)
        choose_owner(p, at, title, hint);
    else if (list == CJ_LIST_PHASE && p->heads.n)
        cj_pen_choice(p, at, NULL, 0, p->heads, title, hint);
    else if (fits(words, n))
        cj_pen_choice(p, at, words, n, none, title, hint);
    else if (hint.n)
        cj_pen_choice(p, at, NULL, 0, none, title, hint);
}

void cj_lay_choices(cj_pen *p, cj_section_kind kind, const cj_lay_columns *columns,
                    unsigned from, unsigned to)
{
    size_t k;

    for (k = 0; k < columns->n; k++) {
        const cj_lay_column *c = &columns->at[k];
        unsigned col = (unsigned)k + 1;

        if (c->field)
            cj_lay_choice(p, cj_column_list(kind, c->field),
                          (cj_range){ from, col, to, col }, c->label,
                          cj_words_hint(p, kind, c->field));
    }
}

/* ---- charts of KPIs ---------------------------------------------------------------------------------------- */

/* One chart for each unit: percent and days have no common axis. Another one when it is full. */
typedef struct units {
    cj_str name[MOST_CHARTS];
    unsigned lines[MOST_CHARTS];
    size_t n;
    size_t first; /* of their charts on the sheet, which may have a curve already */
} units;

static size_t chart_of(units *u, cj_str unit)
{
    size_t i;

    for (i = 0; i < u->n; i++)
        if (cj_str_eq(u->name[i], unit) && u->lines[i] < MOST_LINES)
            break;
    if (i == MOST_CHARTS)
        return CJ_NONE;
    u->n = i < u->n ? u->n : i + 1;
    u->name[i] = unit;
    u->lines[i]++;
    return i;
}

static void add_series(cj_pen *p, cj_chart *c, const cj_lay_columns *columns, unsigned head,
                       unsigned row)
{
    cj_series *all = c->n_series ? c->series : CJ_NEW_N(p->arena, cj_series, MOST_LINES),
              *s = &all[c->n_series];
    unsigned first = 0, last = 0, name = 0, k;

    for (k = 0; k < columns->n; k++) {
        if (columns->at[k].period) {
            first = first ? first : k + 1;
            last = k + 1;
        }
        if (columns->at[k].field && !strcmp(columns->at[k].field, "name") && !name)
            name = k + 1;
    }
    s->name = (cj_range){ row, name, row, name };
    s->labels = (cj_range){ head, first, head, last };
    s->values = (cj_range){ row, first, row, last };
    c->series = all;
    c->n_series++;
}

/* The last column of the left half of the table. */
static unsigned middle(const cj_look *look)
{
    double all = 0, so_far = 0;
    unsigned k;

    for (k = 0; k < look->n_widths; k++)
        all += look->width[k];
    for (k = 0; k + 2 < look->n_widths && so_far + look->width[k] / 2 < all / 2; k++)
        so_far += look->width[k];
    return k ? k : 1;
}

/* Two side by side under the table. */
static cj_range chart_place(const cj_pen *p, const cj_look *look, size_t i)
{
    unsigned row = p->row + 1 + (unsigned)(i / 2) * (CHART_LINES + 1), half = middle(look);
    bool right = i % 2 != 0;

    return (cj_range){ row, right ? half + 1 : 1, row + CHART_LINES - 1,
                       right ? (unsigned)look->n_widths : half };
}

static cj_chart *chart_at(cj_pen *p, const units *u, size_t i)
{
    static const cj_text title = { "KPI trend", "KPIの推移" };
    static const cj_text about = { "KPI values by period" CJ_OURS,
                                   "期間ごとのKPI実績の折れ線グラフ" CJ_OURS };
    cj_look *look = &cj_pen_sheet(p)->look;
    const char *name = cj_text_in(title, p->lang);
    bool ja = p->lang == CJ_JA;
    cj_str unit = u->name[i];
    cj_chart *c;

    while (look->n_charts <= u->first + i) {
        cj_range at = chart_place(p, look, look->n_charts - u->first);

        CJ_ROOM(p->arena, look->charts, look->n_charts, look->cap_charts);
        look->charts[look->n_charts++] =
            (cj_chart){ .at = at, .about = cj_str_of(cj_text_in(about, p->lang)) };
    }
    c = &look->charts[u->first + i];
    c->title = unit.n ? cj_str_fmt(p->arena, "%s%s" CJ_FMT "%s", name, ja ? "（" : " (",
                                   CJ_ARG(unit), ja ? "）" : ")")
                      : cj_str_of(name);
    return c;
}

static bool has_actuals(const cj_kpi *kpi)
{
    size_t i, n = 0;

    for (i = 0; i < kpi->n_actuals; i++)
        n += kpi->actual[i].value.number;
    return n > 0;
}

void cj_lay_kpi_charts(cj_pen *p, const cj_lay_columns *columns, unsigned head,
                       const cj_tables_of *of)
{
    units u = { .n = 0, .first = cj_pen_sheet(p)->look.n_charts };
    unsigned row = head + 1;
    size_t i, at;

    for (i = 0; i < p->map->n_kpis; i++) {
        const cj_kpi *kpi = &p->map->kpis[i];

        if ((kpi->section->at.sheet == of->map->sheet ? of->own : of->shared) == false)
            continue;
        if (has_actuals(kpi) && (at = chart_of(&u, kpi->target.unit)) != CJ_NONE)
            add_series(p, chart_at(p, &u, at), columns, head, row);
        row++;
    }
    p->row +=
        (unsigned)(u.n + 1) / 2 * (CHART_LINES + 1); /* what follows is not under them */
}
