/* annotate_notes.c - what stands in the note of a cell: what was found there and how to mend it. */
#include "report/annotate.h"
#include "base/buf.h"
#include <stdlib.h>

enum { MOST = 12 }; /* findings of a cell that are told one by one: a note is small */

static int by_cell(const void *x, const void *y)
{
    const cj_remark *a = *(const cj_remark *const *)x, *b = *(const cj_remark *const *)y;
    const cj_span *s = &a->finding->at, *t = &b->finding->at;

    if (s->sheet != t->sheet)
        return s->sheet < t->sheet ? -1 : 1;
    if (s->row != t->row)
        return s->row < t->row ? -1 : 1;
    if (s->row && s->col != t->col)
        return s->col < t->col ? -1 : 1;
    return a < b ? -1 : a > b; /* the most severe first, as the list has them */
}

cj_remark **cj_remarks_by_cell(cj_arena *arena, const cj_annotating *a)
{
    cj_remark **in = CJ_NEW_N(arena, cj_remark *, a->n + 1);
    size_t i;

    for (i = 0; i < a->n; i++)
        in[i] = &a->remark[i];
    qsort(in, a->n, sizeof *in, by_cell);
    return in;
}

/* The same words are told once: a cell may hold several items of which a rule says the same. */
static bool told(cj_remark *const *of, size_t n, const cj_remark *r)
{
    size_t i;

    for (i = 0; i < n && i < MOST; i++)
        if (of[i]->finding->rule == r->finding->rule && cj_str_eq(of[i]->says, r->says))
            return true;
    return false;
}

static bool hint_told(cj_remark *const *of, size_t n, const cj_remark *r)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_eq(of[i]->hint, r->hint))
            return true;
    return false;
}

cj_str cj_remark_note(const cj_annotating *a, cj_remark *const *of, size_t n)
{
    static const cj_text more = { "{0} more: see the sheet \"{1}\"",
                                  "ほか{0}件は「{1}」シートをご覧ください" };
    size_t i;
    cj_buf b;

    cj_buf_init(&b, a->arena);
    for (i = 0; i < n && i < MOST; i++) {
        cj_str word = cj_annotate_severity(a, of[i]->finding->severity);

        if (told(of, i, of[i]))
            continue;
        cj_buf_fmt(&b, "%s" CJ_FMT " %s: " CJ_FMT, b.n ? "\n" : "", CJ_ARG(word),
                   of[i]->finding->rule->id, CJ_ARG(of[i]->says));
        if (of[i]->hint.n && !hint_told(of, i, of[i]))
            cj_buf_fmt(&b, "\n→ " CJ_FMT, CJ_ARG(of[i]->hint));
    }
    if (i < n) {
        cj_buf_z(&b, "\n");
        cj_buf_add(&b, cj_annotate_words(
                           a, more, cj_count_words(a->arena, n - i),
                           cj_str_of(cj_text_in(cj_marks_name(CJ_MARK_FINDINGS), a->lang)),
                           CJ_STR("")));
    }
    if (of[0]->tinted && of[0]->was != CJ_NO_FILL) {
        cj_buf_z(&b, "\n");
        cj_buf_add(&b, cj_mark_fill_line(a->arena, of[0]->was, a->lang));
    }
    return cj_buf_str(&b);
}
