/* review_standing.c - over three versions or more: how long each pain has stood, and what nobody touched. */
#include "report/review.h"
#include "base/buf.h"
#include "base/utf8.h"

/* ---- one item back through the versions ------------------------------------------------------------------ */

typedef struct trail {
    size_t first, unchanged; /* versions */
} trail;

static bool about_item(const cj_change *c, const cj_cell *cell, int item)
{
    return c->on == CJ_ON_ITEM && c->element[CJ_NEW] == (int)cell->element &&
           c->phase[CJ_NEW] == (int)cell->phase && c->item[CJ_NEW] == item;
}

/* What became of it in that step: the item before, NULL where it came with the step. */
static const cj_item *before(const cj_review *r, size_t v, const cj_cell **cell, int *item,
                             bool *reworded)
{
    const cj_diff *d = r->step[v];
    const cj_item *now = &(*cell)->items[*item];
    int e = d->element_of[CJ_NEW][(*cell)->element],
        p = d->phase_of[CJ_NEW][(*cell)->phase];
    const cj_cell *was = e >= 0 && p >= 0 ? &r->map[v]->elements[e].cells[p] : NULL;
    cj_str key = cj_item_key(r->arena, now->bare);
    size_t i;

    for (i = 0; was && i < was->n_items; i++)
        if (cj_str_eq(cj_item_key(r->arena, was->items[i].bare), key)) {
            *cell = was;
            *item = (int)i;
            return &was->items[i];
        }
    for (i = 0; i < d->n; i++) {
        const cj_change *c = &d->change[i];

        if (!about_item(c, *cell, *item) || c->item[CJ_OLD] < 0 || c->phase[CJ_OLD] < 0 ||
            c->element[CJ_OLD] < 0)
            continue;
        *reworded = *reworded || c->kind == CJ_CHANGED;
        *cell = &r->map[v]->elements[c->element[CJ_OLD]].cells[c->phase[CJ_OLD]];
        *item = c->item[CJ_OLD];
        return &(*cell)->items[*item];
    }
    return NULL;
}

static trail follow(const cj_review *r, const cj_cell *cell, int item)
{
    trail out = { r->n - 1, r->n - 1 };
    bool reworded = false;
    size_t v;

    for (v = r->n - 1; v-- > 0 && before(r, v, &cell, &item, &reworded);) {
        out.first = v;
        if (!reworded)
            out.unchanged = v;
    }
    return out;
}

static void put_pains(const cj_review *r, cj_fact *into)
{
    static const cj_text title = { "How long each pain has stood", "課題の継続期間" };
    static const cj_tab_column columns[] = {
        { "phase", { "Phase", "フェーズ" }, false },
        { "pain", { "Pain", "課題" }, false },
        { "since", { "In the map since", "初めて載った版" }, false },
        { "date", { "Date", "日付" }, false },
        { "unchanged_since", { "Unchanged since", "現在の文面になった版" }, false },
        { "unchanged_date", { "Date", "日付" }, false },
        { "versions", { "Versions", "版の数" }, true },
    };
    const cj_element *row = cj_map_element(r->now, CJ_PAIN);
    cj_tab tab = CJ_TAB(columns);
    size_t p, i;

    for (p = 0; row && p < r->now->n_phases; p++)
        for (i = 0; i < row->cells[p].n_items; i++) {
            trail t = follow(r, &row->cells[p], (int)i);
            cj_tab_cell *c = cj_tab_row(r->arena, &tab);

            c[0].text = r->now->phases[p].name;
            c[1].text = cj_utf8_joined(r->arena, row->cells[p].items[i].bare);
            c[2].text = cj_review_version_name(r, t.first);
            c[3].text = cj_review_date(r, r->date[t.first]);
            c[4].text = cj_review_version_name(r, t.unchanged);
            c[5].text = cj_review_date(r, r->date[t.unchanged]);
            cj_tab_number(r->arena, &c[6], (double)(r->n - t.first));
        }
    cj_report_heading(r->arena, r->report, 3, cj_str_of(cj_text_in(title, r->lang)));
    cj_tab_put(r, &tab, into, "pains", false);
}

/* ---- what nobody touched ----------------------------------------------------------------------------------- */

/* What a cell says and what it rests on. */
static bool same(const cj_review *r, const cj_cell *a, const cj_cell *b)
{
    const cj_ref_list *x = &a->support.refs, *y = &b->support.refs;
    size_t i;

    if (!cj_str_eq(cj_item_key(r->arena, a->text), cj_item_key(r->arena, b->text)) ||
        x->n != y->n || a->support.assumption != b->support.assumption)
        return false;
    for (i = 0; i < x->n; i++)
        if (x->id[i] != y->id[i])
            return false;
    return true;
}

static bool untouched(const cj_review *r, const cj_cell *cell)
{
    size_t v;

    for (v = 0; v + 1 < r->n; v++) {
        const cj_cell *was = cj_review_cell_in(r, v, cell);

        if (!was || !same(r, was, cell))
            return false;
    }
    return true;
}

static void put_untouched(const cj_review *r, cj_fact *into)
{
    static const cj_text title = { "Cells that nobody touched in any version",
                                   "一度も変更されていないセル" };
    static const cj_tab_column columns[] = {
        { "phase", { "Phase", "フェーズ" }, false },
        { "elements", { "Rows", "項目" }, false },
        { "count", { "Cells", "セル数" }, true },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t p, e;

    for (p = 0; p < r->now->n_phases; p++) {
        size_t n = 0;
        cj_tab_cell *c;
        cj_buf b;

        cj_buf_init(&b, r->arena);
        for (e = 0; e < r->now->n_elements; e++) {
            const cj_cell *cell = &r->now->elements[e].cells[p];

            if (!cj_cell_filled(cell) || !untouched(r, cell))
                continue;
            cj_buf_z(&b, n++ ? (r->lang == CJ_JA ? "、" : ", ") : "");
            cj_buf_add(&b, cj_review_element(r, r->now, cell));
        }
        if (!n)
            continue;
        c = cj_tab_row(r->arena, &tab);
        c[0].text = r->now->phases[p].name;
        c[1].text = cj_buf_str(&b);
        cj_tab_number(r->arena, &c[2], (double)n);
    }
    cj_report_heading(r->arena, r->report, 3, cj_str_of(cj_text_in(title, r->lang)));
    cj_tab_put(r, &tab, into, "untouched", false);
}

void cj_review_standing(const cj_review *r)
{
    static const cj_text title = { "What stands since earlier versions",
                                   "複数の版を通した状況" };
    cj_fact *into;

    if (r->n < 3)
        return;
    into = cj_fact_add_object(r->arena, r->facts, "standing");
    cj_review_heading(r, title, true);
    put_pains(r, into);
    put_untouched(r, into);
}
