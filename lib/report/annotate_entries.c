/* annotate_entries.c - what people wrote beside the findings of a list, carried into the next one. */
#include "report/annotate.h"
#include "base/digest.h"
#include "base/utf8.h"
#include <stdlib.h>

cj_text cj_list_head(unsigned column)
{
    static const cj_text heads[] = {
        [CJ_LIST_NO] = { "No.", "No." },
        [CJ_LIST_SEVERITY] = { "Severity", "重大度" },
        [CJ_LIST_SHEET] = { "Sheet", "シート" },
        [CJ_LIST_PLACE] = { "Place", "場所" },
        [CJ_LIST_PHASE] = { "Phase", "フェーズ" },
        [CJ_LIST_ELEMENT] = { "Element", "項目" },
        [CJ_LIST_VALUE] = { "What is there", "今の記載" },
        [CJ_LIST_SAYS] = { "Finding", "指摘" },
        [CJ_LIST_HINT] = { "What to do", "直し方" },
        [CJ_LIST_RULE] = { "Rule", "ルール" },
        [CJ_LIST_STEP] = { "Step", "手順" },
        [CJ_LIST_STATUS] = { "Status", "対応" },
        [CJ_LIST_MEMO] = { "Memo", "メモ" },
        [CJ_LIST_KEY] = { "cjlint:key", "cjlint:key" },
        [CJ_LIST_WAS] = { "cjlint:was", "cjlint:was" },
    };

    return heads[column];
}

/* Parts are read up to the last '|' alone. */
cj_str cj_remark_key(const cj_annotating *a, const cj_remark *r)
{
    const cj_finding *f = r->finding;
    const cj_map *map = r->result->map;
    cj_str element = f->element >= 0        ? map->elements[f->element].key
                     : f->elem != CJ_CUSTOM ? cj_str_of(cj_elem_id(f->elem))
                                            : CJ_STR("");
    cj_str phase = f->phase >= 0 ? map->phases[f->phase].key : CJ_STR("");
    cj_digest digest = cj_digest_none();

    cj_digest_add(&digest, cj_utf8_fold(a->arena, f->value));
    return cj_str_fmt(a->arena, "%s|" CJ_FMT "|" CJ_FMT "|" CJ_FMT "|%016llx", f->rule->id,
                      CJ_ARG(a->book->sheets[f->at.row ? f->at.sheet : map->sheet].name),
                      CJ_ARG(element), CJ_ARG(phase), (unsigned long long)digest.low);
}

/* ---- the old list --------------------------------------------------------------------------------- */

static bool is_head(cj_str text, unsigned column)
{
    cj_text head = cj_list_head(column);

    return cj_str_eq(text, cj_str_of(head.en)) || cj_str_eq(text, cj_str_of(head.ja));
}

static cj_heads find_heads(const cj_sheet *s)
{
    cj_heads h = { 0 };
    unsigned column;
    size_t i;

    for (i = 0; i < s->n_cells && !h.row; i++)
        if (is_head(cj_sheet_cell(s, i)->text, CJ_LIST_KEY))
            h.row = cj_sheet_cell(s, i)->row;
    if (!h.row)
        return h;
    for (i = cj_sheet_from(s, h.row, 1); i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);

        for (column = 1; c->row == h.row && column <= CJ_LIST_COLUMNS; column++)
            if (is_head(c->text, column) && !h.col[column])
                h.col[column] = c->col;
    }
    return h;
}

static cj_str text_at(const cj_entries *all, uint32_t row, uint32_t col)
{
    const cj_book_cell *c = col ? cj_sheet_find(all->list, row, col) : NULL;

    return c ? cj_book_cell_text(all->arena, all->book, c) : CJ_STR("");
}

/* By bytes: keys that begin alike stand together. */
static int by_key(const void *x, const void *y)
{
    const cj_entry *a = x, *b = y;
    size_t n = a->key.n < b->key.n ? a->key.n : b->key.n;
    int c = memcmp(a->key.p, b->key.p, n);

    if (!c && a->key.n != b->key.n)
        return a->key.n < b->key.n ? -1 : 1;
    return c ? c : a->row < b->row ? -1 : a->row > b->row;
}

static void find_entries(cj_entries *all)
{
    const cj_sheet *s = all->list;
    size_t i;

    for (i = cj_sheet_from(s, all->heads.row + 1, 1); i < s->n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(s, i);
        cj_entry e = { .key = c->text, .row = c->row };

        if (c->col != all->heads.col[CJ_LIST_KEY] || !c->text.n)
            continue;
        e.status = text_at(all, c->row, all->heads.col[CJ_LIST_STATUS]);
        e.memo = text_at(all, c->row, all->heads.col[CJ_LIST_MEMO]);
        if (!e.status.n && !e.memo.n)
            continue;
        CJ_ROOM(all->arena, all->entry, all->n, all->cap);
        all->entry[all->n++] = e;
    }
    if (all->n)
        qsort(all->entry, all->n, sizeof *all->entry, by_key);
}

cj_entries cj_entries_of(cj_arena *arena, const cj_book *book, const cj_sheet *old)
{
    cj_entries all = { .arena = arena, .book = book, .list = old };

    if (old)
        all.heads = find_heads(old);
    if (all.heads.row)
        find_entries(&all);
    return all;
}

/* Up to the digest of the text that was found fault with. */
static cj_str place_of(cj_str key)
{
    while (key.n && key.p[key.n - 1] != '|')
        key.n--;
    return key;
}

const cj_entry *cj_entries_take(cj_entries *all, cj_str key, bool changed)
{
    cj_entry sought = { .key = changed ? place_of(key) : key };
    size_t lo = 0, hi = all->n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (by_key(&all->entry[mid], &sought) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < all->n && cj_str_starts(all->entry[lo].key, sought.key); lo++)
        if (!all->entry[lo].taken) {
            all->entry[lo].taken = true;
            return &all->entry[lo];
        }
    return NULL;
}

cj_str cj_entry_text(const cj_entries *all, const cj_entry *entry, unsigned column)
{
    return text_at(all, entry->row, all->heads.col[column]);
}
