/* said.c - the items of a cell, and what they are compared by. */
#include "diff/differ.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/refs.h"

uint64_t cj_hash_text(uint64_t seed, cj_str text)
{
    uint64_t h = seed ^ (text.n * 0x9e3779b97f4a7c15u), word;

    for (; text.n >= 8; text = cj_str_from(text, 8)) {
        memcpy(&word, text.p, 8);
        h = (h ^ word) * 0xff51afd7ed558ccdu;
        h ^= h >> 32;
    }
    for (; text.n; text = cj_str_from(text, 1))
        h = (h ^ (unsigned char)*text.p) * 0x100000001b3u;
    return h ^ h >> 29;
}

unsigned cj_differ_number(const cj_differ *d, unsigned old)
{
    return old < d->n_renumbered && d->renumbered[old] ? d->renumbered[old] : old;
}

bool cj_support_same(const cj_differ *d, const cj_support *old, const cj_support *now)
{
    size_t i;

    if (old->refs.n != now->refs.n || old->assumption != now->assumption)
        return false;
    for (i = 0; i < old->refs.n; i++)
        if (!cj_refs_have(&now->refs, cj_differ_number(d, old->refs.id[i])))
            return false;
    return true;
}

/* ---- texts ------------------------------------------------------------------------------------------ */

/* The label of the line that an item stands in: E-mail, CS. */
static cj_str label_at(const cj_cell *cell, cj_span at)
{
    size_t i;

    for (i = 0; i < cell->n_parts; i++)
        if (cell->parts[i].label.n && cj_place_cmp(cell->parts[i].at, at) == 0)
            return cell->parts[i].label;
    return CJ_STR("");
}

static bool labelled(const cj_cell *cell)
{
    size_t i;

    for (i = 0; i < cell->n_parts; i++)
        if (cell->parts[i].label.n)
            return true;
    return false;
}

static cj_str with_label(cj_arena *arena, cj_str label, cj_str text)
{
    if (!label.n || cj_str_starts(text, label))
        return text;
    return cj_str_fmt(arena, CJ_FMT "：" CJ_FMT, CJ_ARG(label), CJ_ARG(text));
}

cj_str cj_cell_said(cj_arena *arena, const cj_cell *cell)
{
    cj_buf b;
    size_t i;

    if (!labelled(cell))
        return cell->text;
    cj_buf_init(&b, arena);
    for (i = 0; i < cell->n_parts; i++) {
        if (!cell->parts[i].text.n)
            continue;
        cj_buf_z(&b, b.n ? "\n" : "");
        cj_buf_add(&b, with_label(arena, cell->parts[i].label, cell->parts[i].text));
    }
    return cj_buf_str(&b);
}

cj_said *cj_said_of(cj_differ *d, const cj_cell *cell, size_t *n)
{
    bool labels = labelled(cell);
    cj_said *s;
    size_t i;

    *n = cj_cell_blank(cell) ? 0 : cell->n_items ? cell->n_items : 1;
    s = CJ_NEW_N(d->scratch, cj_said, *n + 1);
    for (i = 0; i < *n; i++) {
        s[i].cell = cell;
        s[i].item = cell->n_items ? (int)i : -1;
        s[i].text = cell->n_items ? cell->items[i].text : cj_cell_said(d->arena, cell);
        if (labels && cell->n_items)
            s[i].text = with_label(d->arena, label_at(cell, cell->items[i].at), s[i].text);
    }
    return s;
}

/* ---- keys ----------------------------------------------------------------------------------------- */

/* Nothing but references, whose numbers may have changed: the new ones say what is meant. */
static cj_str key_of_refs(cj_differ *d, const cj_said *s, const cj_item *item)
{
    bool old = s->cell->element < d->map[CJ_OLD]->n_elements &&
               s->cell == &d->map[CJ_OLD]->elements[s->cell->element].cells[s->cell->phase];
    cj_buf b;
    size_t i;

    cj_buf_init(&b, d->arena);
    for (i = 0; i < item->support.refs.n; i++)
        cj_buf_fmt(&b, "e%u ",
                   old ? cj_differ_number(d, item->support.refs.id[i])
                       : item->support.refs.id[i]);
    return cj_buf_str(&b);
}

cj_str cj_said_key(cj_differ *d, cj_said *s)
{
    const cj_item *item = s->item < 0 ? NULL : &s->cell->items[s->item];

    if (s->key.n)
        return s->key;
    if (item && item->support.refs.n && item->bare.n < 4 * item->support.refs.n + 4)
        s->key = key_of_refs(d, s, item);
    else if (item && s->text.p == item->text.p)
        s->key = cj_item_key(d->arena, item->bare);
    else
        s->key = cj_item_key(d->arena, s->text);
    if (!s->key.n)
        s->key = s->text;
    return s->key;
}
