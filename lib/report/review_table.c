/* review_table.c - a table of people and a list of facts, made from the same values. */
#include "report/review.h"
#include "base/number.h"

cj_tab_cell *cj_tab_row(cj_arena *arena, cj_tab *tab)
{
    size_t n = tab->n_columns;

    if (tab->n_rows == tab->cap_rows) {
        size_t cap = tab->cap_rows ? tab->cap_rows * 2 : 8;

        tab->cell = cj_regrow(arena, tab->cell, tab->cap_rows * n * sizeof *tab->cell,
                              cap * n * sizeof *tab->cell);
        tab->cap_rows = cap;
    }
    return &tab->cell[n * tab->n_rows++];
}

void cj_tab_number(cj_arena *arena, cj_tab_cell *cell, double number)
{
    cell->text = cj_number_text(arena, number);
    cell->is_number = true;
    cell->number = number;
}

static void add_number(cj_arena *arena, cj_fact *into, const char *key, double x)
{
    if (x > -1e15 && x < 1e15 && x == (double)(long long)x)
        cj_fact_add_integer(arena, into, key, (long long)x);
    else
        cj_fact_add_real(arena, into, key, x);
}

void cj_tab_facts(const cj_review *r, const cj_tab *tab, cj_fact *into, const char *key)
{
    cj_fact *list = cj_fact_add_list(r->arena, into, key);
    size_t i, c;

    for (i = 0; i < tab->n_rows; i++) {
        cj_fact *row = cj_fact_add_object(r->arena, list, NULL);

        for (c = 0; c < tab->n_columns; c++) {
            const cj_tab_cell *cell = &tab->cell[i * tab->n_columns + c];
            const char *name = tab->column[c].key;

            if (name && cell->word)
                cj_fact_add_z(r->arena, row, name, cell->word);
            else if (name && cell->is_number)
                add_number(r->arena, row, name, cell->number);
            else if (name && cell->text.n)
                cj_fact_add_text(r->arena, row, name, cell->text);
            else if (name)
                cj_fact_add_null(r->arena, row, name);
        }
    }
}

static void show(const cj_review *r, const cj_tab_cell *cell, bool number, cj_str *text,
                 cj_marked *marked)
{
    *text = cell->text;
    marked->number = number;
    marked->level = cell->level;
    marked->plot = cell->plot;
    if (cell->to.n) {
        cj_line *line = cj_marked_line(r->arena, marked, CJ_LINE_TEXT);

        cj_line_add(r->arena, line, CJ_M_HERE, cell->text)->to = cell->to;
    }
}

void cj_tab_put(const cj_review *r, const cj_tab *tab, cj_fact *into, const char *key,
                bool filter)
{
    size_t cols = 0, i, c, at;
    cj_table *t;

    cj_tab_facts(r, tab, into, key);
    if (!tab->n_rows) {
        cj_review_none(r);
        return;
    }
    for (c = 0; c < tab->n_columns; c++)
        cols += tab->column[c].head.en != NULL;
    t = cj_report_table(r->arena, r->report, tab->n_rows + 1, cols);
    t->header_row = true;
    t->filter = filter;
    t->marked = CJ_NEW_N(r->arena, cj_marked, t->n_rows * cols);
    for (c = 0, at = 0; c < tab->n_columns; c++) {
        const cj_tab_column *column = &tab->column[c];

        if (!column->head.en)
            continue;
        t->cell[at] = cj_str_of(cj_text_in(column->head, r->lang));
        t->marked[at].number = column->number;
        for (i = 0; i < tab->n_rows; i++)
            show(r, &tab->cell[i * tab->n_columns + c], column->number,
                 &t->cell[(i + 1) * cols + at], &t->marked[(i + 1) * cols + at]);
        at++;
    }
}
