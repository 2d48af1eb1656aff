/* xlsx_patch_strings.c - the shared strings that edited cells mean, as they are written. */
#include "base/number.h"
#include "sheet/xlsx_patch_cells.h"
#include <stdlib.h>

typedef struct wish {
    unsigned long index;
    cj_target *target;
} wish;

static int by_index(const void *x, const void *y)
{
    const wish *a = x, *b = y;

    return a->index < b->index ? -1 : a->index > b->index;
}

static wish *wishes(cj_patching *p, const cj_targets *targets, size_t *n)
{
    wish *out = CJ_NEW_N(p->arena, wish, targets->n + 1);
    size_t i;

    *n = 0;
    for (i = 0; i < targets->n; i++) {
        cj_target *t = &targets->at[i];

        if (t->content && cj_str_eq(t->type, CJ_STR("s")) &&
            cj_number_unsigned(t->value, 0xffffffff, &out[*n].index))
            out[(*n)++].target = t;
    }
    qsort(out, *n, sizeof *out, by_index);
    return out;
}

cj_str cj_item_inside(cj_str item)
{
    while (item.n && item.p[item.n - 1] != '<')
        item.n--;
    item.n -= item.n > 0;
    return item;
}

/* Those before the first wish are passed over, those behind the last are not read. */
static cj_rc grant(cj_patching *p, cj_raw_reader *in, const wish *w, size_t n, cj_err *err)
{
    unsigned long index = 0;
    size_t k = 0;
    cj_raw piece;
    cj_rc rc = CJ_OK;

    while (rc == CJ_OK && k < n && (rc = cj_raw_next(in, &piece, err)) == CJ_OK &&
           piece.kind != CJ_RAW_END) {
        bool wished = w[k].index == index;
        cj_buf b;

        if (piece.depth != 2 || !cj_raw_is(&piece, "si"))
            continue;
        cj_buf_init(&b, p->arena);
        if (piece.kind == CJ_RAW_OPEN)
            rc = cj_raw_skip(in, wished ? &b : NULL, err);
        for (; k < n && w[k].index == index; k++)
            w[k].target->item = cj_item_inside(cj_buf_str(&b));
        index++;
    }
    return rc;
}

cj_rc cj_targets_strings(cj_patching *p, cj_targets *targets, cj_err *err)
{
    cj_relations relations;
    const cj_relation *one;
    cj_raw_reader in;
    cj_str part;
    size_t n;
    wish *w = wishes(p, targets, &n);
    cj_rc rc;

    if (!n)
        return CJ_OK;
    rc = cj_parts_relations(&p->parts, p->workbook, &relations, err);
    one =
        rc == CJ_OK ? cj_relation_by_type(&relations, CJ_STR("sharedStrings"), NULL) : NULL;
    if (!one)
        return rc;
    part = cj_parts_target(&p->parts, p->workbook, one);
    if (!cj_parts_has(&p->parts, part))
        return CJ_OK;
    rc = cj_parts_read(&p->parts, part, &in, err);
    return rc == CJ_OK ? grant(p, &in, w, n, err) : rc;
}
