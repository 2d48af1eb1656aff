/* splices.c - pieces of a text that become others; all between them keeps its bytes. */
#include "sheet/splices.h"
#include "base/buf.h"
#include <stdlib.h>

void cj_splice_add(cj_splices *s, size_t from, size_t to, cj_str with)
{
    CJ_ROOM(s->arena, s->splice, s->n, s->cap);
    s->splice[s->n] = (cj_splice){ from, to, with, s->n };
    s->n++;
}

static int by_place(const void *x, const void *y)
{
    const cj_splice *a = x, *b = y;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

cj_str cj_spliced(const cj_splices *s, cj_str text)
{
    size_t at = 0, i;
    cj_buf out;

    if (!s->n)
        return text;
    qsort(s->splice, s->n, sizeof *s->splice, by_place);
    cj_buf_init(&out, s->arena);
    for (i = 0; i < s->n; i++) {
        const cj_splice *one = &s->splice[i];

        if (one->from > at)
            cj_buf_add(&out, cj_str_cut(text, at, one->from - at));
        cj_buf_add(&out, one->with);
        at = one->to > at ? one->to : at;
    }
    cj_buf_add(&out, cj_str_from(text, at));
    return out.n ? cj_buf_str(&out) : CJ_STR("");
}
