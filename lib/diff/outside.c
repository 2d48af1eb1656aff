/* outside.c - texts that belong to no part of a map, and comments beside its cells. */
#include "diff/differ.h"
#include "base/utf8.h"

enum { ALIKE = 60, MOST = 2000 };

typedef struct text {
    cj_str text;
    cj_span at;
} text;

typedef struct texts {
    text *at;
    size_t n, cap;
} texts;

static void take(cj_differ *d, texts *t, cj_str s, cj_span at)
{
    if (!cj_utf8_trim(s).n)
        return;
    CJ_ROOM(d->arena, t->at, t->n, t->cap);
    t->at[t->n++] = (text){ s, at };
}

/* What cjfmt found no place for stands in a table of notes: the same text, moved there. */
static void take_notes(cj_differ *d, const cj_map *m, texts *t)
{
    size_t i, k, c;

    for (i = 0; i < m->n_sections; i++)
        for (k = 0; m->sections[i].kind == CJ_SECTION_NOTES && k < m->sections[i].n_records;
             k++)
            for (c = m->sections[i].n_columns; c-- > 0;)
                if (m->sections[i].records[k].cell[c].text.n) {
                    take(d, t, m->sections[i].records[k].cell[c].text,
                         m->sections[i].records[k].cell[c].at);
                    break;
                }
}

/* What both maps begin with alike need not be kept: long lists have columns that nobody reads. */
static void skip_equal(cj_differ *d, cj_left at[2])
{
    cj_left next[2] = { at[0], at[1] };
    cj_leaf leaf[2];

    while (cj_left_next(d->arena, d->map[0], &next[0], &leaf[0]) &&
           cj_left_next(d->arena, d->map[1], &next[1], &leaf[1]) &&
           cj_str_eq(leaf[0].text, leaf[1].text)) {
        at[0] = next[0];
        at[1] = next[1];
    }
}

static bool same_left(const cj_map *a, const cj_map *b)
{
    return a->n_leftover == b->n_leftover && a->left[0] == b->left[0] &&
           a->left[1] == b->left[1];
}

static void gather(cj_differ *d, texts t[2])
{
    cj_left at[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
    bool same = same_left(d->map[0], d->map[1]);
    cj_leaf leaf;
    int side;

    if (!same)
        skip_equal(d, at);
    for (side = 0; side < 2; side++) {
        while (!same && cj_left_next(d->arena, d->map[side], &at[side], &leaf))
            take(d, &t[side], leaf.text, leaf.at);
        take_notes(d, d->map[side], &t[side]);
    }
}

static cj_str *keys(cj_differ *d, const texts *t, bool folded)
{
    cj_str *k = CJ_NEW_N(d->arena, cj_str, t->n + 1);
    size_t i;

    for (i = 0; i < t->n; i++) {
        k[i] = folded ? cj_item_key(d->arena, t->at[i].text) : t->at[i].text;
        k[i] = k[i].n ? k[i] : t->at[i].text;
    }
    return k;
}

static void tell(cj_differ *d, cj_change_kind kind, const text *a, const text *b)
{
    cj_change *c = cj_differ_add(d, CJ_ON_OUTSIDE, kind);

    if (a) {
        c->text[CJ_OLD] = a->text;
        c->at[CJ_OLD] = a->at;
    }
    if (b) {
        c->text[CJ_NEW] = b->text;
        c->at[CJ_NEW] = b->at;
    }
}

/* Only what has no equal is looked at twice. */
static texts lone(cj_differ *d, const texts *t, const bool *used)
{
    texts out = { NULL, 0, 0 };
    size_t i;

    for (i = 0; i < t->n; i++)
        if (!used[i])
            take(d, &out, t->at[i].text, t->at[i].at);
    return out;
}

static void match_keys(cj_differ *d, texts t[2], int *of, bool folded)
{
    cj_match_equal(d->arena, keys(d, &t[0], folded), t[0].n, keys(d, &t[1], folded), t[1].n,
                   of);
}

static int *nothing(cj_differ *d, size_t n)
{
    int *of = CJ_NEW_N(d->arena, int, n + 1);
    size_t i;

    for (i = 0; i < n; i++)
        of[i] = -1;
    return of;
}

/* Takes out of both what is equal. */
static void drop_equal(cj_differ *d, texts t[2])
{
    int *of = nothing(d, t[0].n);
    bool *used[2] = { CJ_NEW_N(d->arena, bool, t[0].n + 1),
                      CJ_NEW_N(d->arena, bool, t[1].n + 1) };
    size_t i;

    match_keys(d, t, of, false);
    for (i = 0; i < t[0].n; i++)
        if (of[i] >= 0)
            used[0][i] = used[1][of[i]] = true;
    t[0] = lone(d, &t[0], used[0]);
    t[1] = lone(d, &t[1], used[1]);
}

void cj_diff_outside(cj_differ *d)
{
    texts t[2] = { { NULL, 0, 0 }, { NULL, 0, 0 } };
    bool *used;
    size_t i;
    int *of;

    gather(d, t);
    drop_equal(d, t);
    if (!t[0].n && !t[1].n)
        return;
    of = nothing(d, t[0].n);
    used = CJ_NEW_N(d->arena, bool, t[1].n + 1);
    match_keys(d, t, of, true);
    for (i = 0; i < t[0].n; i++)
        if (of[i] >= 0)
            tell(d, CJ_WORDING, &t[0].at[i], &t[1].at[of[i]]);
    for (i = 0; i < t[0].n; i++)
        if (of[i] >= 0)
            used[of[i]] = true;
    if (t[0].n < MOST && t[1].n < MOST)
        cj_match_alike(d->arena, keys(d, &t[0], true), t[0].n, keys(d, &t[1], true), t[1].n,
                       ALIKE, of);
    for (i = 0; i < t[0].n; i++)
        if (of[i] < 0)
            tell(d, CJ_REMOVED, &t[0].at[i], NULL);
        else if (!used[of[i]])
            tell(d, CJ_CHANGED, &t[0].at[i], &t[1].at[of[i]]);
    for (i = 0; i < t[0].n; i++)
        if (of[i] >= 0)
            used[of[i]] = true;
    for (i = 0; i < t[1].n; i++)
        if (!used[i])
            tell(d, CJ_ADDED, NULL, &t[1].at[i]);
}
