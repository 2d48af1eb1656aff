/* changes_map.c - the new map drawn with its changes: what came, what went and where it stood. */
#include "report/changes.h"
#include "report/page.h"
#include "base/utf8.h"

/* A line of the drawing: a phase or a row of the new map, or one that is gone. */
typedef struct slot {
    int at[2]; /* index in the old and the new map; -1: it has none */
} slot;

typedef struct drawing {
    const cj_telling *t;
    cj_leaflet now, old;
    slot *row, *col;
    size_t n_rows, n_cols;
    cj_table *table;
} drawing;

/* ---- lines of the drawing -------------------------------------------------------------------------- */

/* Those of the new map in order; one that is gone behind what stood before it. */
static slot *slots(cj_arena *arena, size_t n_old, size_t n_new, int *const of[2], size_t *n)
{
    slot *s = CJ_NEW_N(arena, slot, n_old + n_new + 1);
    int i, j, before = -1;

    *n = 0;
    for (j = -1; j < (int)n_new; j++) {
        if (j >= 0)
            s[(*n)++] = (slot){ { of[CJ_NEW] ? of[CJ_NEW][j] : j, j } };
        for (i = 0, before = -1; i < (int)n_old && of[CJ_OLD]; i++)
            if (of[CJ_OLD][i] >= 0)
                before = of[CJ_OLD][i];
            else if (before == j)
                s[(*n)++] = (slot){ { i, -1 } };
    }
    return s;
}

static const cj_cell *cell_at(const drawing *d, slot row, slot col, int side)
{
    if (row.at[side] < 0 || col.at[side] < 0)
        return NULL;
    return &d->t->diff->map[side]->elements[row.at[side]].cells[col.at[side]];
}

/* ---- anchors ----------------------------------------------------------------------------------------- */

/* "c3-2", "c3-o1" in a phase that is gone, "c0-2" its header; -1: the header of that line. */
static cj_str anchor_of(const cj_telling *t, slot row, slot col)
{
    int side[2], n[2];
    const slot line[2] = { row, col };
    size_t i;

    for (i = 0; i < 2; i++) {
        side[i] = line[i].at[CJ_NEW] >= 0 || line[i].at[CJ_OLD] < 0;
        n[i] = line[i].at[side[i]] + 1;
    }
    return cj_str_fmt(t->arena, "c%zu-%s%d-%s%d", t->at + 1, side[0] ? "" : "o", n[0],
                      side[1] ? "" : "o", n[1]);
}

/* The line of the drawing in which a part of either map stands. */
static slot line_of(const int at[2], int *const of[2])
{
    slot s = { { at[CJ_OLD], at[CJ_NEW] } };

    if (s.at[CJ_NEW] < 0 && s.at[CJ_OLD] >= 0 && of[CJ_OLD])
        s.at[CJ_NEW] = of[CJ_OLD][s.at[CJ_OLD]];
    return s;
}

cj_str cj_change_anchor(const cj_telling *t, const cj_change *c)
{
    slot none = { { -1, -1 } }, row = line_of(c->element, t->diff->element_of),
         col = line_of(c->phase, t->diff->phase_of);
    bool rows = row.at[0] >= 0 || row.at[1] >= 0, cols = col.at[0] >= 0 || col.at[1] >= 0;

    switch (c->on) {
    case CJ_ON_PHASE:
        return cols ? anchor_of(t, none, col) : CJ_STR("");
    case CJ_ON_ELEMENT:
        return rows ? anchor_of(t, row, none) : CJ_STR("");
    case CJ_ON_CELL:
    case CJ_ON_ITEM:
    case CJ_ON_NOTE:
        return rows && cols ? anchor_of(t, row, col) : CJ_STR("");
    default:
        return CJ_STR("");
    }
}

/* ---- a cell ------------------------------------------------------------------------------------------- */

/* The changes of a cell of the drawing. */
typedef struct held {
    const cj_change **change;
    size_t n, cap;
} held;

static bool in_line(const int at[2], slot s)
{
    return at[CJ_NEW] >= 0 ? at[CJ_NEW] == s.at[CJ_NEW] : at[CJ_OLD] == s.at[CJ_OLD];
}

static held changes_of(const drawing *d, slot row, slot col)
{
    const cj_diff *diff = d->t->diff;
    held h = { NULL, 0, 0 };
    size_t i;

    for (i = 0; i < diff->n; i++) {
        const cj_change *c = &diff->change[i];

        if ((c->on != CJ_ON_CELL && c->on != CJ_ON_ITEM && c->on != CJ_ON_NOTE) ||
            !cj_change_told(d->t->options, c) || !in_line(c->element, row) ||
            !in_line(c->phase, col))
            continue;
        CJ_ROOM(d->t->arena, h.change, h.n, h.cap);
        h.change[h.n++] = c;
    }
    return h;
}

static const cj_change *item_change(const held *h, int side, int item)
{
    size_t i;

    for (i = 0; i < h->n; i++)
        if (h->change[i]->on == CJ_ON_ITEM && !h->change[i]->field &&
            h->change[i]->item[side] == item &&
            (side == CJ_NEW || h->change[i]->kind == CJ_REMOVED))
            return h->change[i];
    return NULL;
}

/* "⇄ 導入期 → 拡大期", "根拠 +E6" */
static void put_aside(const drawing *d, cj_marked *into, const cj_change *c)
{
    cj_str course = cj_change_course(d->t, c), support = cj_change_support_says(d->t, c);

    if (course.n)
        cj_line_add(d->t->arena, cj_marked_line(d->t->arena, into, CJ_LINE_ASIDE), CJ_M_NEW,
                    cj_str_fmt(d->t->arena, CJ_FMT " " CJ_FMT,
                               CJ_ARG(cj_change_sign(d->t, c->kind)), CJ_ARG(course)));
    if (support.n && c->kind != CJ_ADDED && c->kind != CJ_REMOVED)
        cj_line_add(d->t->arena, cj_marked_line(d->t->arena, into, CJ_LINE_ASIDE), CJ_M_NEW,
                    support);
}

static void put_change(const drawing *d, cj_marked *into, bool list, const cj_change *c)
{
    if (c->kind == CJ_ADDED)
        cj_change_put_text(d->t->arena, into, list, CJ_M_NEW, c->text[CJ_NEW]);
    else if (c->kind == CJ_REMOVED)
        cj_change_put_text(d->t->arena, into, list, CJ_M_GONE, c->text[CJ_OLD]);
    else if (c->text[CJ_OLD].n && c->text[CJ_NEW].n)
        cj_change_put_both(d->t->arena, into, list, c->text[CJ_OLD], c->text[CJ_NEW]);
    else
        cj_change_put_text(d->t->arena, into, list, CJ_M_PLAIN, c->text[CJ_NEW]);
    put_aside(d, into, c);
}

/* Items one by one; what went stands in front of what has its place now. */
static void put_items(const drawing *d, cj_marked *into, const cj_cell *now, const held *h)
{
    int n = now ? (int)now->n_items : 0, i, gone = 0, most = 0;
    size_t k;

    for (k = 0; k < h->n; k++)
        if (h->change[k]->on == CJ_ON_ITEM && h->change[k]->item[CJ_OLD] >= most)
            most = h->change[k]->item[CJ_OLD] + 1;
    for (i = 0; i <= n; i++) {
        const cj_change *c;

        for (; gone < most && (gone <= i || i == n); gone++)
            if ((c = item_change(h, CJ_OLD, gone)) != NULL)
                put_change(d, into, true, c);
        if (i == n)
            break;
        c = item_change(h, CJ_NEW, i);
        if (c)
            put_change(d, into, true, c);
        else
            cj_change_put_text(d->t->arena, into, true, CJ_M_PLAIN, now->items[i].text);
    }
}

/* Of the texts themselves; who does it and when is told beside them. */
static bool has(const held *h, cj_subject on)
{
    size_t i;

    for (i = 0; i < h->n; i++)
        if (h->change[i]->on == on && !h->change[i]->field)
            return true;
    return false;
}

static bool one_line(cj_str s)
{
    return cj_str_find(s, CJ_STR("\n")) == CJ_NONE;
}

/* "打ち手「設定会を行う」の担当: CS → 営業" */
static cj_str aside_of(const drawing *d, const cj_change *c)
{
    cj_str about = cj_change_about(d->t, c, CJ_SAY_ELEMENT);

    return cj_str_fmt(d->t->arena, CJ_FMT ": " CJ_FMT " → " CJ_FMT, CJ_ARG(about),
                      CJ_ARG(c->text[CJ_OLD].n ? c->text[CJ_OLD] : CJ_STR("–")),
                      CJ_ARG(c->text[CJ_NEW].n ? c->text[CJ_NEW] : CJ_STR("–")));
}

/* "変更（前: 80%）", "移動（導入期 → 拡大期）", "根拠 +E3" */
static void add_note(const drawing *d, cj_buf *b, const cj_change *c)
{
    static const cj_text was = { " (was: {0})", "（前: {0}）" },
                         is = { " ({0})", "（{0}）" };
    bool ja = d->t->lang == CJ_JA;
    cj_str course = cj_change_course(d->t, c), support = cj_change_support_says(d->t, c);

    if (c->field) {
        cj_buf_add(b, aside_of(d, c));
        return;
    }
    if (c->kind == CJ_SUPPORT && support.n) {
        cj_buf_add(b, support);
        return;
    }
    cj_buf_z(b, cj_text_in(cj_change_word(c->kind), d->t->lang));
    if (course.n)
        cj_buf_add(
            b, cj_change_says(d->t->arena, d->t->lang, is, course, CJ_STR(""), CJ_STR("")));
    else if (c->kind == CJ_ADDED && c->text[CJ_NEW].n)
        cj_buf_fmt(b, ja ? "（" CJ_FMT "）" : " (" CJ_FMT ")", CJ_ARG(c->text[CJ_NEW]));
    else if (c->text[CJ_OLD].n && one_line(c->text[CJ_OLD]))
        cj_buf_add(b, cj_change_says(d->t->arena, d->t->lang, was, c->text[CJ_OLD],
                                     CJ_STR(""), CJ_STR("")));
    else if (c->text[CJ_OLD].n)
        cj_buf_fmt(b, ja ? "（前:\n" CJ_FMT "）" : " (was:\n" CJ_FMT ")",
                   CJ_ARG(c->text[CJ_OLD]));
}

/* What is said beside the cell: each change in a line. */
static cj_str note_of(const drawing *d, const held *h)
{
    cj_str version =
        cj_utf8_joined(d->t->arena, d->t->diff->map[CJ_NEW]->meta[CJ_META_VERSION].text);
    cj_buf b;
    size_t i;

    cj_buf_init(&b, d->t->arena);
    for (i = 0; i < h->n; i++) {
        cj_buf_z(&b, b.n ? "\n" : "");
        if (version.n)
            cj_buf_fmt(&b, CJ_FMT ": ", CJ_ARG(version));
        add_note(d, &b, h->change[i]);
    }
    return cj_buf_str(&b);
}

/* All of one kind: its colour; else that of changes. */
static cj_level level_of(const held *h)
{
    size_t i;

    for (i = 1; i < h->n; i++)
        if (h->change[i]->kind != h->change[0]->kind)
            return CJ_WARN_LEVEL;
    return cj_change_level(h->change[0]->kind);
}

/* A cell in a line that came or went as a whole. */
static void put_whole(const drawing *d, cj_marked *into, const cj_cell *cell, cj_mark mark)
{
    bool items = cj_elem_kind_of(cell->elem) == CJ_ELEM_LIST && cell->n_items;
    size_t i;

    for (i = 0; i < cell->n_items && items; i++)
        cj_change_put_text(d->t->arena, into, cell->n_items > 1, mark, cell->items[i].text);
    if (!items)
        cj_change_put_text(d->t->arena, into, false, mark, cell->text);
    into->level = mark == CJ_M_NEW ? CJ_GOOD_LEVEL : CJ_FAIL_LEVEL;
}

static void put_changes(const drawing *d, cj_marked *into, const cj_cell *now,
                        const held *h)
{
    size_t i;

    if (has(h, CJ_ON_ITEM))
        put_items(d, into, now, h);
    else if (!has(h, CJ_ON_CELL) && now)
        cj_leaflet_cell(&d->now, now, into);
    for (i = 0; i < h->n; i++)
        if (h->change[i]->on == CJ_ON_CELL && !h->change[i]->field)
            put_change(d, into, false, h->change[i]);
    into->level = level_of(h);
    into->note = note_of(d, h);
}

/* A line of the old map alone that was to be shown, or of the new one. */
static bool whole(const drawing *d, slot row, slot col, int side)
{
    const cj_diff *diff = d->t->diff;
    size_t i;

    for (i = 0; i < diff->n; i++) {
        const cj_change *c = &diff->change[i];

        if (c->kind != (side == CJ_NEW ? CJ_ADDED : CJ_REMOVED) ||
            !cj_change_told(d->t->options, c))
            continue;
        if ((c->on == CJ_ON_PHASE && !c->field && c->phase[side] == col.at[side]) ||
            (c->on == CJ_ON_ELEMENT && !c->field && c->element[side] == row.at[side]))
            return true;
    }
    return false;
}

static void draw_cell(const drawing *d, size_t i, size_t j)
{
    slot row = d->row[i], col = d->col[j];
    const cj_cell *now = cell_at(d, row, col, CJ_NEW), *old = cell_at(d, row, col, CJ_OLD);
    size_t at = (i + 1) * (d->n_cols + 1) + j + 1;
    cj_marked *into = &d->table->marked[at];
    held h = changes_of(d, row, col);

    d->table->cell[at] = now ? now->text : old ? old->text : CJ_STR("");
    if (h.n)
        put_changes(d, into, now, &h);
    else if (!now && old && old->text.n)
        put_whole(d, into, old, CJ_M_GONE);
    else if (now && now->text.n && whole(d, row, col, CJ_NEW))
        put_whole(d, into, now, CJ_M_NEW);
    else if (now)
        cj_leaflet_cell(&d->now, now, into);
    if (h.n)
        into->anchor = anchor_of(d->t, row, col);
}

/* ---- headers ------------------------------------------------------------------------------------------- */

/* What happened to a phase or a row as such; the name is drawn by the caller where none is told. */
static void mark_header(const drawing *d, cj_marked *into, cj_subject on, slot s)
{
    const cj_diff *diff = d->t->diff;
    slot none = { { -1, -1 } };
    size_t i;

    for (i = 0; i < diff->n; i++) {
        const cj_change *c = &diff->change[i];

        if (c->on != on || !cj_change_told(d->t->options, c) ||
            !in_line(on == CJ_ON_PHASE ? c->phase : c->element, s))
            continue;
        if (c->kind == CJ_RENAMED)
            cj_change_put_both(d->t->arena, into, false, c->text[CJ_OLD], c->text[CJ_NEW]);
        put_aside(d, into, c);
        into->level = cj_change_level(c->kind);
        into->anchor =
            on == CJ_ON_PHASE ? anchor_of(d->t, none, s) : anchor_of(d->t, s, none);
    }
}

static void append(cj_marked *to, const cj_marked *more)
{
    if (!more->first)
        return;
    if (to->last)
        to->last->next = more->first;
    else
        to->first = more->first;
    to->last = more->last;
}

static bool told_by_name(const cj_marked *m)
{
    return m->first && m->first->kind == CJ_LINE_TEXT;
}

/* What happened to it, behind its name where that does not tell it. */
static void put_header(const drawing *d, cj_marked *into, const cj_marked *marks, int side,
                       cj_str name)
{
    *into = *marks;
    if (told_by_name(marks))
        return;
    into->first = into->last = NULL;
    cj_change_put_text(d->t->arena, into, false,
                       side == CJ_OLD                  ? CJ_M_GONE
                       : marks->level == CJ_GOOD_LEVEL ? CJ_M_NEW
                                                       : CJ_M_PLAIN,
                       cj_utf8_joined(d->t->arena, name));
    append(into, marks);
}

static void draw_phase(const drawing *d, size_t j)
{
    slot s = d->col[j];
    int side = s.at[CJ_NEW] >= 0 ? CJ_NEW : CJ_OLD;
    const cj_phase *p = &d->t->diff->map[side]->phases[s.at[side]];
    cj_marked *into = &d->table->marked[j + 1], marks = { .first = NULL };

    d->table->cell[j + 1] = p->name;
    mark_header(d, &marks, CJ_ON_PHASE, s);
    if (marks.level == CJ_PLAIN && side == CJ_NEW) {
        cj_leaflet_phase(&d->now, p, into);
        return;
    }
    put_header(d, into, &marks, side, p->name);
}

static void draw_label(const drawing *d, size_t i)
{
    slot s = d->row[i];
    int side = s.at[CJ_NEW] >= 0 ? CJ_NEW : CJ_OLD;
    const cj_element *e = &d->t->diff->map[side]->elements[s.at[side]];
    size_t at = (i + 1) * (d->n_cols + 1);
    cj_marked *into = &d->table->marked[at], marks = { .first = NULL };

    d->table->cell[at] = cj_leaflet_row(side ? &d->now : &d->old, e);
    mark_header(d, &marks, CJ_ON_ELEMENT, s);
    if (marks.level == CJ_PLAIN && side == CJ_NEW) {
        cj_leaflet_label(&d->now, e, into);
        return;
    }
    put_header(d, into, &marks, side, d->table->cell[at]);
}

/* ---- the map -------------------------------------------------------------------------------------------- */

/* Evidence is not on this page: nothing leads to it. */
static cj_leaflet leaflet_of(const cj_telling *t, cj_report *report, int side)
{
    cj_map *bare = CJ_NEW(t->arena, cj_map);
    cj_leaflet l = { t->arena, report, bare, t->lang, t->at, 2, NULL };

    *bare = *t->diff->map[side];
    bare->n_evidence = 0;
    return l;
}

void cj_change_map(const cj_telling *t, cj_report *report)
{
    static const cj_text title = { "Map with its changes", "マップ（変更表示）" };
    const cj_diff *diff = t->diff;
    const cj_map *old = diff->map[CJ_OLD], *now = diff->map[CJ_NEW];
    drawing d = { .t = t,
                  .now = leaflet_of(t, report, CJ_NEW),
                  .old = leaflet_of(t, report, CJ_OLD) };
    size_t i, j;

    d.row = slots(t->arena, old->n_elements, now->n_elements, diff->element_of, &d.n_rows);
    d.col = slots(t->arena, old->n_phases, now->n_phases, diff->phase_of, &d.n_cols);
    d.table = cj_report_table(t->arena, report, d.n_rows + 1, d.n_cols + 1);
    d.table->role = CJ_TABLE_MAP;
    d.table->header_row = d.table->header_col = true;
    d.table->title = cj_str_of(cj_text_in(title, t->lang));
    d.table->marked = CJ_NEW_N(t->arena, cj_marked, (d.n_rows + 1) * (d.n_cols + 1));
    for (j = 0; j < d.n_cols; j++)
        draw_phase(&d, j);
    for (i = 0; i < d.n_rows; i++) {
        draw_label(&d, i);
        for (j = 0; j < d.n_cols; j++)
            draw_cell(&d, i, j);
    }
}
