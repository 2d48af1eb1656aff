/* tables.c - what changed in the tables beside the grid: persona, evidence, KPIs, actions, history, others. */
#include "diff/peers.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/refs.h"

/* ---- telling -------------------------------------------------------------------------------------------- */

static cj_span place_of(const cj_peer *l)
{
    size_t i;

    for (i = 0; i < l->table->n_columns; i++)
        if (l->record->cell[i].text.n)
            return l->record->cell[i].at;
    return l->table->at;
}

/* E5, a KPI's name, A3; of other tables the first text. */
static cj_str name_of(cj_arena *arena, const cj_peer *l)
{
    cj_str id = cj_peer_field(l, "id"), what = CJ_STR("");
    size_t i;

    if (l->table->kind == CJ_SECTION_KPI)
        return cj_utf8_joined(arena, cj_peer_field(l, "name"));
    if (l->table->kind == CJ_SECTION_HISTORY)
        return cj_peer_field(l, "version");
    if (l->table->kind == CJ_SECTION_PERSONA)
        return cj_utf8_joined(arena, l->record->cell[0].text);
    for (i = 0; !id.n && !what.n && i < l->table->n_columns; i++)
        what = l->record->cell[i].text;
    return id.n ? id : cj_utf8_excerpt(arena, what, 40);
}

/* What it says in short: its main field; where there is none, all of it. */
static cj_str short_of(cj_arena *arena, const cj_peer *l)
{
    const char *name = cj_peer_main(l->table->kind);
    cj_str text = name ? cj_peer_field(l, name) : CJ_STR("");
    cj_buf b;
    size_t i;

    if (text.n)
        return text;
    cj_buf_init(&b, arena);
    for (i = l->table->kind == CJ_SECTION_PERSONA; i < l->table->n_columns; i++)
        if (l->record->cell[i].text.n) {
            cj_buf_z(&b, b.n ? " | " : "");
            cj_buf_add(&b, l->record->cell[i].text);
        }
    return cj_buf_str(&b);
}

static void set_side(cj_differ *d, cj_change *c, int side, const cj_peer *l)
{
    if (!l)
        return;
    c->section = l->table->kind;
    c->table[side] = l->table;
    c->record[side] = l->record;
    c->phase[side] = l->phase;
    c->text[side] = short_of(d->arena, l);
    c->at[side] = place_of(l);
    c->name = name_of(d->arena, l);
    if (l->table->kind == CJ_SECTION_PERSONA)
        c->field = l->record->field;
}

static cj_change *tell(cj_differ *d, cj_subject on, cj_change_kind kind, const cj_peer *old,
                       const cj_peer *now)
{
    cj_section_kind section = old ? old->table->kind : now->table->kind;
    cj_change *c =
        cj_differ_add(d, section == CJ_SECTION_PERSONA ? CJ_ON_PERSONA : on, kind);

    set_side(d, c, CJ_OLD, old);
    set_side(d, c, CJ_NEW, now);
    return c;
}

static int column_like(const cj_differ *d, const cj_section *s, const cj_column *c)
{
    size_t i;

    for (i = 0; i < s->n_columns; i++)
        if (c->field && s->columns[i].field && strcmp(c->field, "actual") != 0
                ? strcmp(c->field, s->columns[i].field) == 0
                : cj_str_eq(cj_label_key(d->arena, c->label),
                            cj_label_key(d->arena, s->columns[i].label)))
            return (int)i;
    return -1;
}

/* A field that is nothing but references, or figures, says the same in more than one way. */
static bool same_refs(cj_differ *d, cj_str old, cj_str now)
{
    cj_support a = { 0 }, b = { 0 };

    if (!old.n || !now.n ||
        !cj_refs_in_field(d->arena, cj_utf8_fold(d->arena, old), &a.refs) ||
        !cj_refs_in_field(d->arena, cj_utf8_fold(d->arena, now), &b.refs) ||
        old.n > 8 * a.refs.n + 8)
        return false;
    return cj_support_same(d, &a, &b);
}

static const cj_kpi *kpi_of(const cj_map *m, const cj_record *r)
{
    size_t i;

    for (i = 0; i < m->n_kpis; i++)
        if (m->kpis[i].record == r)
            return &m->kpis[i];
    return NULL;
}

static const cj_figure *figure_of(const cj_kpi *k, const cj_column *c)
{
    size_t i;

    for (i = 0; k && c && i < k->n_actuals; i++)
        if (k->actual[i].column == c)
            return &k->actual[i].value;
    if (!k || !c || !c->field)
        return NULL;
    return strcmp(c->field, "target") == 0     ? &k->target
           : strcmp(c->field, "baseline") == 0 ? &k->baseline
                                               : NULL;
}

/* 80% and 80 in a table whose unit is %. */
static bool same_figure(const cj_differ *d, const cj_peer *old, const cj_column *a,
                        const cj_peer *now, const cj_column *b)
{
    const cj_figure *x, *y;

    if (now->table->kind != CJ_SECTION_KPI)
        return false;
    x = figure_of(kpi_of(d->map[CJ_OLD], old->record), a);
    y = figure_of(kpi_of(d->map[CJ_NEW], now->record), b);
    return x && y && x->number && y->number && !(x->value < y->value) &&
           !(x->value > y->value) && cj_str_eq(x->unit, y->unit);
}

/* The phase that a line names is the same one under its new name. */
static bool same_phase(const cj_differ *d, const cj_peer *old, const cj_peer *now,
                       const cj_column *c)
{
    return c->field && strcmp(c->field, "phase") == 0 && old->phase >= 0 &&
           now->phase >= 0 && d->out->phase_of[CJ_OLD][old->phase] == now->phase;
}

static void compare_field(cj_differ *d, const cj_peer *old, int a, const cj_peer *now,
                          int b)
{
    const cj_column *col[2] = { a < 0 ? NULL : &old->table->columns[a],
                                b < 0 ? NULL : &now->table->columns[b] };
    cj_str x = a < 0 ? CJ_STR("") : old->record->cell[a].text,
           y = b < 0 ? CJ_STR("") : now->record->cell[b].text;
    cj_change_kind kind = cj_texts_differ(d->arena, x, y, d->map[CJ_NEW]->fiscal_start);
    const cj_column *c = col[CJ_NEW] ? col[CJ_NEW] : col[CJ_OLD];
    cj_change *out;

    if (kind == CJ_CHANGED && (same_refs(d, x, y) || same_phase(d, old, now, c) ||
                               same_figure(d, old, col[CJ_OLD], now, col[CJ_NEW])))
        kind = CJ_WORDING;
    if (kind == CJ_N_CHANGES || cj_column_is_id(c))
        return;
    out = tell(d, CJ_ON_FIELD, kind, old, now);
    out->column[CJ_OLD] = col[CJ_OLD];
    out->column[CJ_NEW] = col[CJ_NEW];
    out->field = c->field;
    out->text[CJ_OLD] = x;
    out->text[CJ_NEW] = y;
    out->at[CJ_OLD] = a < 0 ? out->at[CJ_OLD] : old->record->cell[a].at;
    out->at[CJ_NEW] = b < 0 ? out->at[CJ_NEW] : now->record->cell[b].at;
}

/* What the grid's own comparison tells of phases is not told again. */
static bool told(const cj_section *s, const cj_column *c)
{
    static const char *const of_phases[] = { "name", "period", "definition", "entry",
                                             "exit" };
    size_t i;

    for (i = 0; s->kind == CJ_SECTION_PHASES && c->field && i < 5; i++)
        if (strcmp(c->field, of_phases[i]) == 0)
            return true;
    return false;
}

static void compare_persona(cj_differ *d, const cj_peer *old, const cj_peer *now)
{
    cj_str x = old->table->n_columns > 1 ? old->record->cell[1].text : CJ_STR(""),
           y = now->table->n_columns > 1 ? now->record->cell[1].text : CJ_STR("");
    cj_change_kind kind = cj_texts_differ(d->arena, x, y, 1);
    cj_change *c;

    if (kind == CJ_CHANGED && same_refs(d, x, y))
        kind = CJ_WORDING;
    if (kind == CJ_N_CHANGES)
        return;
    c = tell(d, CJ_ON_PERSONA, kind, old, now);
    c->text[CJ_OLD] = x;
    c->text[CJ_NEW] = y;
    if (old->table->n_columns > 1 && now->table->n_columns > 1) {
        c->at[CJ_OLD] = old->record->cell[1].at;
        c->at[CJ_NEW] = now->record->cell[1].at;
    }
}

static void compare(cj_differ *d, const cj_peer *old, const cj_peer *now)
{
    size_t i;

    if (now->table->kind == CJ_SECTION_PERSONA) {
        compare_persona(d, old, now);
        return;
    }
    if (old->id != now->id && old->id && now->id) {
        cj_change *c = tell(d, CJ_ON_RECORD, CJ_RENAMED, old, now);

        c->text[CJ_OLD] = cj_peer_field(old, "id");
        c->text[CJ_NEW] = cj_peer_field(now, "id");
    }
    for (i = 0; i < now->table->n_columns; i++)
        if (!told(now->table, &now->table->columns[i]))
            compare_field(d, old, column_like(d, old->table, &now->table->columns[i]), now,
                          (int)i);
    for (i = 0; i < old->table->n_columns; i++)
        if (!told(old->table, &old->table->columns[i]) &&
            column_like(d, now->table, &old->table->columns[i]) < 0)
            compare_field(d, old, (int)i, now, -1);
}

/* A line of a table of phases that holds nothing of its own is told by the phase. */
static bool bare(const cj_peer *l)
{
    size_t i;

    if (l->table->kind != CJ_SECTION_PHASES)
        return false;
    for (i = 0; i < l->table->n_columns; i++)
        if (l->record->cell[i].text.n && !told(l->table, &l->table->columns[i]))
            return false;
    return true;
}

static void compare_tables(cj_differ *d, cj_section_kind kind, cj_str title)
{
    cj_peers l[2] = { cj_peers_gather(d, CJ_OLD, kind, title),
                      cj_peers_gather(d, CJ_NEW, kind, title) };
    int *of = cj_peers_match(d, l);
    bool *used = cj_peers_used(d->arena, of, l[0].n, l[1].n);
    size_t i;

    for (i = 0; i < l[0].n; i++)
        if (of[i] >= 0)
            compare(d, &l[0].at[i], &l[1].at[of[i]]);
        else if (!bare(&l[0].at[i]))
            tell(d, CJ_ON_RECORD, CJ_REMOVED, &l[0].at[i], NULL);
    for (i = 0; i < l[1].n; i++)
        if (!used[i] && !bare(&l[1].at[i]))
            tell(d, CJ_ON_RECORD, CJ_ADDED, NULL, &l[1].at[i]);
}

/* The tables without a known kind are known by their titles. */
static bool title_before(const cj_differ *d, int side, size_t at)
{
    const cj_section *s = &d->map[side]->sections[at];
    int k;
    size_t i;

    for (k = 0; k <= side; k++)
        for (i = 0; i < (k == side ? at : d->map[k]->n_sections); i++)
            if (d->map[k]->sections[i].kind == CJ_SECTION_UNKNOWN &&
                cj_str_eq(d->map[k]->sections[i].title, s->title))
                return true;
    return false;
}

void cj_diff_tables(cj_differ *d)
{
    static const cj_section_kind kinds[] = { CJ_SECTION_PERSONA,   CJ_SECTION_PHASES,
                                             CJ_SECTION_EVIDENCE,  CJ_SECTION_KPI,
                                             CJ_SECTION_ACTIONS,   CJ_SECTION_HISTORY,
                                             CJ_SECTION_CONFLICTS, CJ_SECTION_MERGE_LOG };
    cj_str none = { NULL, 0 };
    size_t i;
    int side;

    for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
        compare_tables(d, kinds[i], none);
    for (side = 0; side < 2; side++)
        for (i = 0; i < d->map[side]->n_sections; i++)
            if (d->map[side]->sections[i].kind == CJ_SECTION_UNKNOWN &&
                !title_before(d, side, i))
                compare_tables(d, CJ_SECTION_UNKNOWN, d->map[side]->sections[i].title);
}

/* ---- numbers of evidence ---------------------------------------------------------------------------------- */

/* The same content under another number: its references mean the same. */
void cj_diff_evidence_numbers(cj_differ *d)
{
    cj_peers l[2];
    cj_str none = { NULL, 0 };
    unsigned most = 0;
    size_t i;
    int *of;

    if (!d->map[CJ_OLD]->n_evidence || !d->map[CJ_NEW]->n_evidence)
        return;
    l[CJ_OLD] = cj_peers_gather(d, CJ_OLD, CJ_SECTION_EVIDENCE, none);
    l[CJ_NEW] = cj_peers_gather(d, CJ_NEW, CJ_SECTION_EVIDENCE, none);
    of = cj_peers_match(d, l);
    for (i = 0; i < l[CJ_OLD].n; i++)
        if (l[CJ_OLD].at[i].id > most && l[CJ_OLD].at[i].id < 1000000)
            most = l[CJ_OLD].at[i].id;
    d->n_renumbered = most + 1;
    d->renumbered = CJ_NEW_N(d->arena, unsigned, d->n_renumbered);
    for (i = 0; i < l[CJ_OLD].n; i++)
        if (of[i] >= 0 && l[CJ_OLD].at[i].id <= most)
            d->renumbered[l[CJ_OLD].at[i].id] = l[CJ_NEW].at[of[i]].id;
}
