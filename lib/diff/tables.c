/* tables.c - what changed in the tables beside the grid: persona, evidence, KPIs, actions, history, others. */
#include "diff/differ.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/refs.h"

enum { SAME_ID_ALIKE = 35, ALIKE = 60 };

/* A record on its way to a partner. */
typedef struct line {
    const cj_section *table;
    const cj_record *record;
    unsigned id;       /* of evidence and actions */
    int phase;         /* that it names, -1 */
    cj_str key, whole; /* what it is known by; all it says */
} line;

typedef struct lines {
    line *at;
    size_t n, cap;
} lines;

static cj_str field_of(const line *l, const char *name)
{
    const cj_field *f = cj_record_field(l->table, l->record, name);

    return f ? f->text : CJ_STR("");
}

/* The field that says what a record is about. */
static const char *main_field(cj_section_kind kind)
{
    switch (kind) {
    case CJ_SECTION_EVIDENCE:
        return "summary";
    case CJ_SECTION_KPI:
    case CJ_SECTION_PHASES:
        return "name";
    case CJ_SECTION_ACTIONS:
    case CJ_SECTION_HISTORY:
        return "what";
    default:
        return NULL;
    }
}

static bool is_id(const cj_column *c)
{
    return c->field && strcmp(c->field, "id") == 0;
}

/* All it says but its number. */
static cj_str whole_of(cj_arena *arena, const line *l)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < l->table->n_columns; i++)
        if (!is_id(&l->table->columns[i]) && l->record->cell[i].text.n) {
            cj_buf_add(&b, l->record->cell[i].text);
            cj_buf_byte(&b, '\n');
        }
    return cj_item_key(arena, cj_buf_str(&b));
}

/* What it is known by without looking at the rest; a key that holds nothing is like no other. */
static cj_str key_of(cj_differ *d, int side, const line *l, size_t i)
{
    cj_arena *arena = d->arena;
    int phase =
        side == CJ_OLD && l->phase >= 0 ? d->out->phase_of[CJ_OLD][l->phase] : l->phase;
    cj_str what =
        main_field(l->table->kind) ? field_of(l, main_field(l->table->kind)) : l->whole;

    if (l->table->kind == CJ_SECTION_PERSONA)
        return l->record->field ? cj_str_of(l->record->field)
                                : cj_label_key(arena, l->record->cell[0].text);
    if (l->table->kind == CJ_SECTION_HISTORY)
        return cj_str_fmt(arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(field_of(l, "version")),
                          CJ_ARG(cj_item_key(arena, what)));
    what = l->table->kind == CJ_SECTION_KPI ? cj_kpi_key(arena, what)
                                            : cj_item_key(arena, what);
    if (!what.n)
        return cj_str_fmt(arena, "\n%d %zu", side, i);
    if (l->table->kind == CJ_SECTION_KPI || l->table->kind == CJ_SECTION_ACTIONS)
        return cj_str_fmt(arena, "%d\n" CJ_FMT, phase, CJ_ARG(what));
    return what;
}

/* ---- gathering ---------------------------------------------------------------------------------------- */

static unsigned id_of(const cj_map *m, const cj_record *r, cj_section_kind kind)
{
    size_t i;

    for (i = 0; kind == CJ_SECTION_EVIDENCE && i < m->n_evidence; i++)
        if (m->evidence[i].record == r)
            return m->evidence[i].id;
    for (i = 0; kind == CJ_SECTION_ACTIONS && i < m->n_actions; i++)
        if (m->actions[i].record == r)
            return m->actions[i].id;
    return 0;
}

/* Records of a map stand in the order of its lists, so that both are walked once. */
typedef struct walk {
    size_t evidence, kpi, action;
} walk;

static void meaning(const cj_map *m, walk *w, line *l)
{
    l->phase = -1;
    switch (l->table->kind) {
    case CJ_SECTION_EVIDENCE:
        if (w->evidence < m->n_evidence && m->evidence[w->evidence].record == l->record)
            l->id = m->evidence[w->evidence++].id;
        else
            l->id = id_of(m, l->record, l->table->kind);
        break;
    case CJ_SECTION_KPI:
        if (w->kpi < m->n_kpis && m->kpis[w->kpi].record == l->record)
            l->phase = m->kpis[w->kpi++].phase;
        break;
    case CJ_SECTION_ACTIONS:
        if (w->action < m->n_actions && m->actions[w->action].record == l->record) {
            l->id = m->actions[w->action].id;
            l->phase = m->actions[w->action++].phase;
        }
        break;
    default:
        break;
    }
}

static bool same_table(const cj_arena *arena, const cj_section *s, cj_section_kind kind,
                       cj_str title)
{
    (void)arena;
    return s->kind == kind && (kind != CJ_SECTION_UNKNOWN || cj_str_eq(s->title, title));
}

static lines gather(cj_differ *d, int side, cj_section_kind kind, cj_str title)
{
    const cj_map *m = d->map[side];
    lines out = { NULL, 0, 0 };
    walk w = { 0, 0, 0 };
    size_t i, k;

    for (i = 0; i < m->n_sections; i++)
        for (k = 0; same_table(d->arena, &m->sections[i], kind, title) &&
                    k < m->sections[i].n_records;
             k++) {
            line l = { .table = &m->sections[i], .record = &m->sections[i].records[k] };

            meaning(m, &w, &l);
            l.whole = whole_of(d->arena, &l);
            CJ_ROOM(d->arena, out.at, out.n, out.cap);
            out.at[out.n] = l;
            out.at[out.n].key = key_of(d, side, &l, out.n);
            out.n++;
        }
    return out;
}

/* ---- pairing -------------------------------------------------------------------------------------------- */

static bool *used_of(cj_arena *arena, const int *of, size_t n, size_t m)
{
    bool *used = CJ_NEW_N(arena, bool, m + 1);
    size_t i;

    for (i = 0; i < n; i++)
        if (of[i] >= 0)
            used[of[i]] = true;
    return used;
}

static cj_str *keys(cj_differ *d, const lines *l, bool whole)
{
    cj_str *k = CJ_NEW_N(d->arena, cj_str, l->n + 1);
    size_t i;

    for (i = 0; i < l->n; i++)
        k[i] = whole ? l->at[i].whole : l->at[i].key;
    return k;
}

/* The same number and much the same content; the same number alone is two records (model 8). */
static void match_ids(cj_differ *d, const lines l[2], int *of)
{
    bool *used = used_of(d->arena, of, l[0].n, l[1].n);
    unsigned most = 0;
    size_t i, *at;

    for (i = 0; i < l[1].n; i++)
        most = l[1].at[i].id > most && l[1].at[i].id < 1000000 ? l[1].at[i].id : most;
    at = CJ_NEW_N(d->arena, size_t, most + 1);
    for (i = l[1].n; i-- > 0;)
        if (!used[i] && l[1].at[i].id <= most)
            at[l[1].at[i].id] = i + 1;
    for (i = 0; i < l[0].n; i++) {
        unsigned id = l[0].at[i].id;
        int one = -1;

        if (of[i] >= 0 || !id || id > most || !at[id] || used[at[id] - 1])
            continue;
        cj_match_alike(d->arena, &l[0].at[i].whole, 1, &l[1].at[at[id] - 1].whole, 1,
                       SAME_ID_ALIKE, &one);
        if (one < 0)
            continue;
        of[i] = (int)(at[id] - 1);
        used[at[id] - 1] = true;
    }
}

/* The rest by likeness; those that have partners are not looked at. */
static void match_rest(cj_differ *d, const lines l[2], int *of)
{
    bool *used = used_of(d->arena, of, l[0].n, l[1].n);
    size_t *at[2], n[2] = { 0, 0 }, i;
    cj_str *key[2];
    int side, *found;

    for (side = 0; side < 2; side++) {
        at[side] = CJ_NEW_N(d->arena, size_t, l[side].n + 1);
        key[side] = CJ_NEW_N(d->arena, cj_str, l[side].n + 1);
        for (i = 0; i < l[side].n; i++)
            if (side == CJ_OLD ? of[i] < 0 : !used[i]) {
                at[side][n[side]] = i;
                key[side][n[side]++] = l[side].at[i].whole;
            }
    }
    found = CJ_NEW_N(d->arena, int, n[0] + 1);
    for (i = 0; i < n[0]; i++)
        found[i] = -1;
    if (n[0] && n[1])
        cj_match_alike(d->arena, key[0], n[0], key[1], n[1], ALIKE, found);
    for (i = 0; i < n[0]; i++)
        if (found[i] >= 0)
            of[at[0][i]] = (int)at[1][found[i]];
}

/* Of several equal ones the one with the same number goes first. */
static int *match(cj_differ *d, const lines l[2])
{
    int *of = CJ_NEW_N(d->arena, int, l[0].n + 1);
    cj_str *exact[2];
    size_t i;
    int side;

    for (i = 0; i < l[0].n; i++)
        of[i] = -1;
    for (side = 0; side < 2; side++) {
        exact[side] = CJ_NEW_N(d->arena, cj_str, l[side].n + 1);
        for (i = 0; i < l[side].n; i++)
            exact[side][i] = cj_str_fmt(d->arena, "%u\n" CJ_FMT, l[side].at[i].id,
                                        CJ_ARG(l[side].at[i].whole));
    }
    cj_match_equal(d->arena, exact[0], l[0].n, exact[1], l[1].n, of);
    cj_match_equal(d->arena, keys(d, &l[0], true), l[0].n, keys(d, &l[1], true), l[1].n,
                   of);
    cj_match_equal(d->arena, keys(d, &l[0], false), l[0].n, keys(d, &l[1], false), l[1].n,
                   of);
    match_ids(d, l, of);
    if (l[0].n && l[0].at[0].table->kind != CJ_SECTION_PERSONA)
        match_rest(d, l, of);
    return of;
}

/* ---- telling -------------------------------------------------------------------------------------------- */

static cj_span place_of(const line *l)
{
    size_t i;

    for (i = 0; i < l->table->n_columns; i++)
        if (l->record->cell[i].text.n)
            return l->record->cell[i].at;
    return l->table->at;
}

/* E5, a KPI's name, A3; of other tables the first text. */
static cj_str name_of(cj_arena *arena, const line *l)
{
    cj_str id = field_of(l, "id"), what = CJ_STR("");
    size_t i;

    if (l->table->kind == CJ_SECTION_KPI)
        return cj_utf8_joined(arena, field_of(l, "name"));
    if (l->table->kind == CJ_SECTION_HISTORY)
        return field_of(l, "version");
    if (l->table->kind == CJ_SECTION_PERSONA)
        return cj_utf8_joined(arena, l->record->cell[0].text);
    for (i = 0; !id.n && !what.n && i < l->table->n_columns; i++)
        what = l->record->cell[i].text;
    return id.n ? id : cj_utf8_excerpt(arena, what, 40);
}

/* What it says in short: its main field; where there is none, all of it. */
static cj_str short_of(cj_arena *arena, const line *l)
{
    const char *name = main_field(l->table->kind);
    cj_str text = name ? field_of(l, name) : CJ_STR("");
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

static void set_side(cj_differ *d, cj_change *c, int side, const line *l)
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

static cj_change *tell(cj_differ *d, cj_subject on, cj_change_kind kind, const line *old,
                       const line *now)
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
static bool same_figure(const cj_differ *d, const line *old, const cj_column *a,
                        const line *now, const cj_column *b)
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
static bool same_phase(const cj_differ *d, const line *old, const line *now,
                       const cj_column *c)
{
    return c->field && strcmp(c->field, "phase") == 0 && old->phase >= 0 &&
           now->phase >= 0 && d->out->phase_of[CJ_OLD][old->phase] == now->phase;
}

static void compare_field(cj_differ *d, const line *old, int a, const line *now, int b)
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
    if (kind == CJ_N_CHANGES || is_id(c))
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

static void compare_persona(cj_differ *d, const line *old, const line *now)
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

static void compare(cj_differ *d, const line *old, const line *now)
{
    size_t i;

    if (now->table->kind == CJ_SECTION_PERSONA) {
        compare_persona(d, old, now);
        return;
    }
    if (old->id != now->id && old->id && now->id) {
        cj_change *c = tell(d, CJ_ON_RECORD, CJ_RENAMED, old, now);

        c->text[CJ_OLD] = field_of(old, "id");
        c->text[CJ_NEW] = field_of(now, "id");
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
static bool bare(const line *l)
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
    lines l[2] = { gather(d, CJ_OLD, kind, title), gather(d, CJ_NEW, kind, title) };
    int *of = match(d, l);
    bool *used = used_of(d->arena, of, l[0].n, l[1].n);
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
    lines l[2];
    cj_str none = { NULL, 0 };
    unsigned most = 0;
    size_t i;
    int *of;

    if (!d->map[CJ_OLD]->n_evidence || !d->map[CJ_NEW]->n_evidence)
        return;
    l[CJ_OLD] = gather(d, CJ_OLD, CJ_SECTION_EVIDENCE, none);
    l[CJ_NEW] = gather(d, CJ_NEW, CJ_SECTION_EVIDENCE, none);
    of = match(d, l);
    for (i = 0; i < l[CJ_OLD].n; i++)
        if (l[CJ_OLD].at[i].id > most && l[CJ_OLD].at[i].id < 1000000)
            most = l[CJ_OLD].at[i].id;
    d->n_renumbered = most + 1;
    d->renumbered = CJ_NEW_N(d->arena, unsigned, d->n_renumbered);
    for (i = 0; i < l[CJ_OLD].n; i++)
        if (of[i] >= 0 && l[CJ_OLD].at[i].id <= most)
            d->renumbered[l[CJ_OLD].at[i].id] = l[CJ_NEW].at[of[i]].id;
}
