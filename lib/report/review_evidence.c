/* review_evidence.c - what the map rests on: coverage, what is new, old or missing, and its assumptions. */
#include "report/review.h"
#include "base/buf.h"
#include "base/utf8.h"

#define A_YEAR 365 /* days, as rule CJ510 counts */

/* ---- assumptions ------------------------------------------------------------------------------------- */

static bool says(const cj_review *r, const cj_cell *cell, cj_str key, const cj_item **item)
{
    size_t i;

    for (i = 0; cell && i < cell->n_items; i++)
        if (cj_str_eq(cj_item_key(r->arena, cell->items[i].bare), key)) {
            *item = &cell->items[i];
            return true;
        }
    return false;
}

static void add_doubt(cj_review *r, cj_doubt_state state, const cj_cell *cell, cj_str text,
                      const cj_ref_list *refs)
{
    CJ_ROOM(r->arena, r->doubt, r->n_doubts, r->cap_doubts);
    r->doubt[r->n_doubts++] =
        (cj_doubt){ state, cell, cj_utf8_joined(r->arena, text), refs };
}

static void open_in(cj_review *r, const cj_cell *cell)
{
    const cj_cell *was = r->old ? cj_review_cell_in(r, r->n - 2, cell) : NULL;
    const cj_item *item;
    size_t i, n = 0;

    for (i = 0; i < cell->n_items; i++) {
        bool then = says(r, was, cj_item_key(r->arena, cell->items[i].bare), &item) &&
                    item->support.assumption;

        if (!cell->items[i].support.assumption)
            continue;
        add_doubt(r, then ? CJ_DOUBT_OPEN : CJ_DOUBT_NEW, cell, cell->items[i].text, NULL);
        n++;
    }
    if (!n && cell->support.assumption) /* a comment marks the whole cell */
        add_doubt(r, was && was->support.assumption ? CJ_DOUBT_OPEN : CJ_DOUBT_NEW, cell,
                  cell->text, NULL);
}

static const cj_cell *now_of(const cj_review *r, const cj_cell *old)
{
    const cj_diff *d = r->diff[r->n - 2];
    int e = d->element_of[CJ_OLD][old->element], p = d->phase_of[CJ_OLD][old->phase];

    return e >= 0 && p >= 0 ? &r->now->elements[e].cells[p] : NULL;
}

static void closed_in(cj_review *r, const cj_cell *old)
{
    const cj_cell *now = now_of(r, old);
    const cj_item *item = NULL;
    size_t i;

    for (i = 0; i < old->n_items; i++) {
        if (!old->items[i].support.assumption)
            continue;
        if (!says(r, now, cj_item_key(r->arena, old->items[i].bare), &item))
            add_doubt(r, CJ_DOUBT_GONE, old, old->items[i].bare, NULL);
        else if (!item->support.assumption)
            add_doubt(r,
                      item->support.refs.n || item->support.inline_source
                          ? CJ_DOUBT_CONFIRMED
                          : CJ_DOUBT_UNMARKED,
                      now, item->bare, &item->support.refs);
    }
}

void cj_review_doubts_read(cj_review *r)
{
    size_t e, p;

    for (p = 0; p < r->now->n_phases; p++)
        for (e = 0; e < r->now->n_elements; e++)
            open_in(r, &r->now->elements[e].cells[p]);
    for (p = 0; r->old && p < r->old->n_phases; p++)
        for (e = 0; e < r->old->n_elements; e++)
            closed_in(r, &r->old->elements[e].cells[p]);
}

size_t cj_review_open_doubts(const cj_review *r)
{
    size_t i, n = 0;

    for (i = 0; i < r->n_doubts; i++)
        n += r->doubt[i].state == CJ_DOUBT_OPEN || r->doubt[i].state == CJ_DOUBT_NEW;
    return n;
}

static cj_str refs_say(const cj_review *r, const cj_ref_list *refs)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, r->arena);
    for (i = 0; refs && i < refs->n; i++)
        cj_buf_fmt(&b, "%sE%u", i ? (r->lang == CJ_JA ? "、" : ", ") : "", refs->id[i]);
    return cj_buf_str(&b);
}

static void put_doubts(const cj_review *r, cj_fact *into)
{
    static const struct {
        const char *name;
        cj_text word;
        cj_level level;
    } states[CJ_N_DOUBTS] = {
        [CJ_DOUBT_OPEN] = { "open", { "still open", "未確認（前回から）" }, CJ_WARN_LEVEL },
        [CJ_DOUBT_NEW] = { "new", { "open", "未確認" }, CJ_NOTE_LEVEL },
        [CJ_DOUBT_CONFIRMED] = { "confirmed", { "confirmed", "根拠あり" }, CJ_GOOD_LEVEL },
        [CJ_DOUBT_UNMARKED] = { "unmarked",
                                { "mark removed, no source",
                                  "仮説の印だけ削除（根拠なし）" },
                                CJ_WARN_LEVEL },
        [CJ_DOUBT_GONE] = { "gone",
                            { "removed or rewritten", "削除・書き換え" },
                            CJ_NOTE_LEVEL },
    };
    static const cj_tab_column columns[] = {
        { "state", { NULL, NULL }, false },
        { NULL, { "State", "状態" }, false },
        { "phase", { "Phase", "フェーズ" }, false },
        { "element", { "Row", "項目" }, false },
        { "text", { "Assumption", "仮説の内容" }, false },
        { "evidence", { "Evidence", "根拠" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i;

    for (i = 0; i < r->n_doubts; i++) {
        const cj_doubt *d = &r->doubt[i];
        const cj_map *m = d->state == CJ_DOUBT_GONE ? r->old : r->now;
        cj_tab_cell *c = cj_tab_row(r->arena, &tab);

        c[0].word = states[d->state].name;
        c[1].text = cj_str_of(cj_text_in(states[d->state].word, r->lang));
        c[1].level = states[d->state].level;
        c[2].text = m->phases[d->cell->phase].name;
        c[3].text = cj_review_element(r, m, d->cell);
        c[4].text = d->text;
        c[5].text = refs_say(r, d->refs);
    }
    cj_tab_put(r, &tab, into, "assumptions", false);
}

/* ---- records ------------------------------------------------------------------------------------------ */

static cj_str field(const cj_evidence *e, const char *name)
{
    return cj_review_field(e->section, e->record, name);
}

/* Numbers may be given anew, so that a record is known by what it says, else by its number. */
bool cj_review_evidence_is_new(const cj_review *r, const cj_evidence *e)
{
    cj_str key = cj_item_key(r->arena, field(e, "summary"));
    size_t i;

    for (i = 0; r->old && i < r->old->n_evidence; i++) {
        const cj_evidence *was = &r->old->evidence[i];

        if ((e->id && was->id == e->id) ||
            (key.n && cj_str_eq(cj_item_key(r->arena, field(was, "summary")), key)))
            return false;
    }
    return r->old != NULL;
}

size_t cj_review_new_evidence(const cj_review *r)
{
    size_t i, n = 0;

    for (i = 0; i < r->now->n_evidence; i++)
        n += cj_review_evidence_is_new(r, &r->now->evidence[i]);
    return n;
}

static long age(const cj_review *r, const cj_evidence *e)
{
    return e->date.grain ? cj_date_days(r->options->today) - cj_date_days(e->date.to) : 0;
}

static void put_new(const cj_review *r, cj_fact *into)
{
    static const cj_tab_column columns[] = {
        { "id", { "ID", "ID" }, false },
        { "type", { "Type", "種別" }, false },
        { "date", { "Date", "日付" }, false },
        { "n", { "n", "n" }, true },
        { "summary", { "Summary", "内容" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i;

    for (i = 0; i < r->now->n_evidence; i++) {
        const cj_evidence *e = &r->now->evidence[i];
        cj_tab_cell *c;

        if (!cj_review_evidence_is_new(r, e))
            continue;
        c = cj_tab_row(r->arena, &tab);
        c[0].text = field(e, "id");
        c[1].text = field(e, "type");
        c[2].text = field(e, "date");
        if (e->n.number)
            cj_tab_number(r->arena, &c[3], e->n.value);
        c[4].text = field(e, "summary");
    }
    cj_tab_put(r, &tab, into, "new", false);
}

static void put_aged(const cj_review *r, cj_fact *into)
{
    static const cj_tab_column columns[] = {
        { "id", { "ID", "ID" }, false },
        { "date", { "Date", "日付" }, false },
        { "days", { "Days since", "経過日数" }, true },
        { "summary", { "Summary", "内容" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t i;

    for (i = 0; i < r->now->n_evidence; i++) {
        const cj_evidence *e = &r->now->evidence[i];
        cj_tab_cell *c;

        if (age(r, e) <= A_YEAR)
            continue;
        c = cj_tab_row(r->arena, &tab);
        c[0].text = field(e, "id");
        c[1].text = field(e, "date");
        cj_tab_number(r->arena, &c[2], (double)age(r, e));
        c[3].text = field(e, "summary");
    }
    cj_tab_put(r, &tab, into, "aged", false);
}

static bool recorded(const cj_map *m, unsigned id)
{
    size_t i;

    for (i = 0; i < m->n_evidence; i++)
        if (m->evidence[i].id == id)
            return true;
    return false;
}

static void dangling_in(const cj_review *r, const cj_cell *cell, cj_tab *tab)
{
    size_t i;

    for (i = 0; i < cell->support.refs.n; i++) {
        cj_tab_cell *c;

        if (recorded(r->now, cell->support.refs.id[i]))
            continue;
        c = cj_tab_row(r->arena, tab);
        c[0].text = cj_str_fmt(r->arena, "E%u", cell->support.refs.id[i]);
        c[1].text = r->now->phases[cell->phase].name;
        c[2].text = cj_review_element(r, r->now, cell);
        c[3].text = cj_review_place(r, r->now, cell->at);
    }
}

static void put_dangling(const cj_review *r, cj_fact *into)
{
    static const cj_tab_column columns[] = {
        { "id", { "ID", "ID" }, false },
        { "phase", { "Phase", "フェーズ" }, false },
        { "element", { "Row", "項目" }, false },
        { "cell", { "Cell", "セル" }, false },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t e, p;

    for (p = 0; p < r->now->n_phases; p++)
        for (e = 0; e < r->now->n_elements; e++)
            dangling_in(r, &r->now->elements[e].cells[p], &tab);
    cj_tab_put(r, &tab, into, "dangling", false);
}

/* ---- coverage ----------------------------------------------------------------------------------------- */

static long share(cj_ratio x)
{
    return x.of ? (long)((x.n * 200ul + x.of) / (2ul * x.of)) : 0;
}

static void fill_share(const cj_review *r, cj_tab_cell *c, cj_ratio x)
{
    if (!x.of)
        return;
    cj_tab_number(r->arena, c, (double)share(x));
    c->text = cj_str_fmt(r->arena, "%ld%%", share(x));
}

static void coverage_row(const cj_review *r, cj_tab *tab, cj_str name, const cj_phase *now,
                         const cj_phase *old, bool known)
{
    cj_ratio x = cj_map_coverage(r->now, now);
    cj_tab_cell *c = cj_tab_row(r->arena, tab);

    c[0].text = name;
    cj_tab_number(r->arena, &c[1], x.n);
    cj_tab_number(r->arena, &c[2], x.of);
    fill_share(r, &c[3], x);
    if (known)
        fill_share(r, &c[4], cj_map_coverage(r->old, old));
}

static void put_coverage(const cj_review *r, cj_fact *into)
{
    static const cj_text whole = { "All phases", "全体" };
    cj_tab_column columns[] = {
        { "phase", { "Phase", "フェーズ" }, false },
        { "sourced", { "Cells with evidence", "根拠のあるセル" }, true },
        { "of", { "Cells that need it", "根拠が必要なセル" }, true },
        { "percent", { "Share", "割合" }, true },
        { "before", { "Share before", "前回の割合" }, true },
    };
    cj_tab tab = CJ_TAB(columns);
    size_t p;

    if (!r->old)
        columns[4].head.en = NULL; /* only in the facts */
    for (p = 0; p < r->now->n_phases; p++) {
        int was = r->old ? r->diff[r->n - 2]->phase_of[CJ_NEW][p] : -1;

        coverage_row(r, &tab, r->now->phases[p].name, &r->now->phases[p],
                     was >= 0 ? &r->old->phases[was] : NULL, was >= 0);
    }
    coverage_row(r, &tab, cj_str_of(cj_text_in(whole, r->lang)), NULL, NULL,
                 r->old != NULL);
    cj_tab_put(r, &tab, into, "coverage", false);
}

/* ---- the section ---------------------------------------------------------------------------------------- */

static void head(const cj_review *r, cj_text title)
{
    cj_report_heading(r->arena, r->report, 3, cj_str_of(cj_text_in(title, r->lang)));
}

void cj_review_evidence(const cj_review *r)
{
    static const cj_text title = { "State of the evidence", "根拠の状況" },
                         coverage = { "Coverage", "根拠の割合" },
                         fresh = { "New evidence", "新しい根拠" },
                         aged = { "Evidence older than a year", "1年より古い根拠" },
                         dangling = { "References without a record", "一覧にない根拠番号" },
                         doubts = { "Assumptions", "仮説" };
    cj_fact *into = cj_fact_add_object(r->arena, r->facts, "evidence");

    cj_review_heading(r, title, true);
    head(r, coverage);
    put_coverage(r, into);
    if (r->old) {
        head(r, fresh);
        put_new(r, into);
    } else {
        cj_fact_add_list(r->arena, into, "new");
    }
    head(r, aged);
    put_aged(r, into);
    head(r, dangling);
    put_dangling(r, into);
    head(r, doubts);
    put_doubts(r, into);
}
