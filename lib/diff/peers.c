/* peers.c - the records of the tables beside the grid: what each is known by, and which is which. */
#include "diff/peers.h"
#include "base/buf.h"
#include "map/normal.h"

enum { SAME_ID_ALIKE = 35, ALIKE = 60 };

cj_str cj_peer_field(const cj_peer *l, const char *name)
{
    const cj_field *f = cj_record_field(l->table, l->record, name);

    return f ? f->text : CJ_STR("");
}

/* The field that says what a record is about. */
const char *cj_peer_main(cj_section_kind kind)
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

bool cj_column_is_id(const cj_column *c)
{
    return c->field && strcmp(c->field, "id") == 0;
}

/* All it says but its number. */
static cj_str whole_of(cj_arena *arena, const cj_peer *l)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < l->table->n_columns; i++)
        if (!cj_column_is_id(&l->table->columns[i]) && l->record->cell[i].text.n) {
            cj_buf_add(&b, l->record->cell[i].text);
            cj_buf_byte(&b, '\n');
        }
    return cj_item_key(arena, cj_buf_str(&b));
}

/* What it is known by without looking at the rest; a key that holds nothing is like no other. */
static cj_str key_of(cj_differ *d, int side, const cj_peer *l, size_t i)
{
    cj_arena *arena = d->arena;
    int phase =
        side == CJ_OLD && l->phase >= 0 ? d->out->phase_of[CJ_OLD][l->phase] : l->phase;
    cj_str what = cj_peer_main(l->table->kind)
                      ? cj_peer_field(l, cj_peer_main(l->table->kind))
                      : l->whole;

    if (l->table->kind == CJ_SECTION_PERSONA)
        return l->record->field ? cj_str_of(l->record->field)
                                : cj_label_key(arena, l->record->cell[0].text);
    if (l->table->kind == CJ_SECTION_HISTORY)
        return cj_str_fmt(arena, CJ_FMT "\n" CJ_FMT, CJ_ARG(cj_peer_field(l, "version")),
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

static void meaning(const cj_map *m, walk *w, cj_peer *l)
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

cj_peers cj_peers_gather(cj_differ *d, int side, cj_section_kind kind, cj_str title)
{
    const cj_map *m = d->map[side];
    cj_peers out = { NULL, 0, 0 };
    walk w = { 0, 0, 0 };
    size_t i, k;

    for (i = 0; i < m->n_sections; i++)
        for (k = 0; same_table(d->arena, &m->sections[i], kind, title) &&
                    k < m->sections[i].n_records;
             k++) {
            cj_peer l = { .table = &m->sections[i], .record = &m->sections[i].records[k] };

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

bool *cj_peers_used(cj_arena *arena, const int *of, size_t n, size_t m)
{
    bool *used = CJ_NEW_N(arena, bool, m + 1);
    size_t i;

    for (i = 0; i < n; i++)
        if (of[i] >= 0)
            used[of[i]] = true;
    return used;
}

static cj_str *keys(cj_differ *d, const cj_peers *l, bool whole)
{
    cj_str *k = CJ_NEW_N(d->arena, cj_str, l->n + 1);
    size_t i;

    for (i = 0; i < l->n; i++)
        k[i] = whole ? l->at[i].whole : l->at[i].key;
    return k;
}

/* The same number and much the same content; the same number alone is two records (model 8). */
static void match_ids(cj_differ *d, const cj_peers l[2], int *of)
{
    bool *used = cj_peers_used(d->arena, of, l[0].n, l[1].n);
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
static void match_rest(cj_differ *d, const cj_peers l[2], int *of)
{
    bool *used = cj_peers_used(d->arena, of, l[0].n, l[1].n);
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
int *cj_peers_match(cj_differ *d, const cj_peers l[2])
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
