/* head.c - what changed in the metadata. */
#include "diff/differ.h"
#include "base/utf8.h"

static cj_str label(const cj_differ *d, cj_meta_id id)
{
    const cj_meta *now = &d->map[CJ_NEW]->meta[id];
    const cj_meta *m = now->label.n ? now : &d->map[CJ_OLD]->meta[id];

    return m->label.n ? cj_utf8_joined(d->arena, m->label)
                      : cj_str_of(cj_meta_label(id, d->map[CJ_NEW]->lang));
}

void cj_diff_head(cj_differ *d)
{
    unsigned i;

    for (i = 0; i < CJ_N_META; i++) {
        const cj_meta *a = &d->map[CJ_OLD]->meta[i], *b = &d->map[CJ_NEW]->meta[i];
        cj_change_kind kind =
            cj_texts_differ(d->arena, a->text, b->text, d->map[CJ_NEW]->fiscal_start);
        cj_change *c;

        if (kind == CJ_N_CHANGES)
            continue;
        c = cj_differ_add(d, CJ_ON_META, kind);
        c->meta = (cj_meta_id)i;
        c->field = cj_meta_id_name(c->meta);
        c->name = label(d, c->meta);
        c->text[CJ_OLD] = a->text;
        c->text[CJ_NEW] = b->text;
        c->at[CJ_OLD] = a->at;
        c->at[CJ_NEW] = b->at;
    }
}
