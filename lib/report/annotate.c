/* annotate.c - the findings of a file as edits of its workbook: notes, tints, and two sheets. */
#include "report/annotate.h"
#include <stdlib.h>

/* ---- what there is to say --------------------------------------------------------------------- */

/* As people read: by sheet, then severity, then place; the whole map first. */
static int for_people(const void *x, const void *y)
{
    const cj_remark *a = x, *b = y;
    const cj_finding *f = a->finding, *g = b->finding;

    if (f->at.sheet != g->at.sheet)
        return f->at.sheet < g->at.sheet ? -1 : 1;
    if (f->severity != g->severity)
        return f->severity > g->severity ? -1 : 1;
    if (f->at.row != g->at.row)
        return f->at.row < g->at.row ? -1 : 1;
    if (f->at.row && f->at.col != g->at.col)
        return f->at.col < g->at.col ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static void gather(cj_annotating *a)
{
    size_t m, i, all = 0;

    for (m = 0; m < a->file->n_maps; m++)
        all += a->shown[m].n;
    a->remark = CJ_NEW_N(a->arena, cj_remark, all + 1);
    for (m = 0; m < a->file->n_maps; m++)
        for (i = 0; i < a->shown[m].n; i++) {
            const cj_lint_result *result = a->shown[m].result;
            cj_remark *r = &a->remark[a->n];

            r->result = result;
            r->finding = a->shown[m].finding[i];
            r->order = a->n++;
            r->says = cj_finding_says(a->arena, result, r->finding, a->lang);
            r->hint = cj_finding_hint(a->arena, result, r->finding, a->lang);
            r->was = CJ_NO_FILL;
        }
    if (a->n)
        qsort(a->remark, a->n, sizeof *a->remark, for_people);
}

/* ---- edits ------------------------------------------------------------------------------------ */

typedef struct marking {
    cj_annotating *a;
    cj_edit *off; /* what takes the marks of an earlier run off, by place */
    size_t n_off;
    cj_edit *edit;
    size_t n, cap;
} marking;

static int by_place(const void *x, const void *y)
{
    const cj_edit *a = x, *b = y;

    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->col < b->col ? -1 : a->col > b->col;
}

static cj_edit at_cell(cj_edit_kind kind, const cj_span *at)
{
    return (cj_edit){ .kind = kind, .sheet = at->sheet, .row = at->row, .col = at->col };
}

static cj_edit *off_at(const marking *m, cj_edit_kind kind, const cj_span *at)
{
    cj_edit key = at_cell(kind, at);

    return m->n_off ? bsearch(&key, m->off, m->n_off, sizeof key, by_place) : NULL;
}

static void add(marking *m, const cj_edit *edit)
{
    CJ_ROOM(m->a->arena, m->edit, m->n, m->cap);
    m->edit[m->n++] = *edit;
}

/* The ground that the cell had before there was any mark. */
static uint32_t ground(const marking *m, const cj_span *at)
{
    const cj_edit *off = off_at(m, CJ_EDIT_FILL, at);

    return off ? off->fill : cj_book_ground(m->a->book, at->sheet, at->row, at->col);
}

/* An earlier mark is replaced; where it says the same, nothing is done. */
static void mark(marking *m, cj_edit edit, bool same)
{
    cj_span at = { .sheet = edit.sheet, .row = edit.row, .col = edit.col };
    cj_edit *off = off_at(m, edit.kind, &at);

    if (off)
        off->count = 1; /* done with */
    if (!same)
        add(m, &edit);
}

static void tint(marking *m, cj_remark *const *of, size_t n)
{
    const cj_span *at = &of[0]->finding->at;
    uint32_t was = ground(m, at);
    cj_edit edit = at_cell(CJ_EDIT_FILL, at);
    size_t i;

    edit.fill = cj_mark_tint(of[0]->finding->severity);
    if (!cj_mark_may_tint(was))
        return;
    for (i = 0; i < n; i++) {
        of[i]->was = was;
        of[i]->tinted = true;
    }
    mark(m, edit, cj_book_ground(m->a->book, at->sheet, at->row, at->col) == edit.fill);
}

static void note(marking *m, cj_remark *const *of, size_t n)
{
    const cj_span *at = &of[0]->finding->at;
    const cj_book_note *old =
        cj_sheet_note(&m->a->book->sheets[at->sheet], at->row, at->col);
    cj_edit edit = at_cell(CJ_EDIT_NOTE, at);
    bool same;

    if (old && old->threaded)
        return;
    edit.text = cj_remark_note(m->a, of, n);
    same = old && cj_str_eq(cj_note_with(m->a->arena, old->text, edit.text), old->text);
    mark(m, edit, same);
}

static bool same_cell(const cj_span *a, const cj_span *b)
{
    return a->sheet == b->sheet && a->row == b->row && a->col == b->col;
}

static void mark_cells(marking *m)
{
    cj_remark **of = cj_remarks_by_cell(m->a->arena, m->a);
    size_t i, k;

    for (i = 0; i < m->a->n; i = k) {
        const cj_span *at = &of[i]->finding->at;

        for (k = i + 1; k < m->a->n && same_cell(at, &of[k]->finding->at); k++)
            ;
        if (!at->row)
            continue;
        tint(m, of + i, k - i);
        note(m, of + i, k - i);
    }
}

static void unmark(marking *m)
{
    size_t i;

    for (i = 0; i < m->n_off; i++)
        if (!m->off[i].count)
            add(m, &m->off[i]);
}

/* ---- sheets ----------------------------------------------------------------------------------- */

static unsigned sheet_of(const cj_book *book, cj_mark_sheet mark)
{
    unsigned i;

    for (i = 0; i < book->n_sheets; i++)
        if (cj_marks_sheet(&book->sheets[i]) == mark)
            return i;
    return CJ_NO_SHEET;
}

/* The next cell from *i on that says something; others are there for their look alone. */
static const cj_book_cell *next_said(const cj_sheet *s, size_t *i)
{
    while (*i < s->n_cells) {
        const cj_book_cell *c = cj_sheet_cell(s, (*i)++);

        if (c->value != CJ_V_EMPTY)
            return c;
    }
    return NULL;
}

/* Written and read back it would be the same. */
static bool same_sheet(cj_arena *arena, const cj_book *old_book, const cj_sheet *old,
                       const cj_book *made, const cj_sheet *is)
{
    const cj_book_cell *c, *o;
    size_t i = 0, k = 0;

    if (!cj_str_eq(old->name, is->name))
        return false;
    do {
        c = next_said(is, &i);
        o = next_said(old, &k);
        if (c && o &&
            (o->row != c->row || o->col != c->col ||
             !cj_str_eq(cj_book_cell_text(arena, old_book, o),
                        cj_book_cell_text(arena, made, c))))
            return false;
    } while (c && o);
    return !c && !o;
}

static void put_sheet(marking *m, size_t made, cj_mark_sheet mark)
{
    const cj_annotating *a = m->a;
    unsigned old = sheet_of(a->book, mark);
    cj_edit edit = {
        .kind = CJ_EDIT_SHEET, .sheet = old, .made = &a->made->sheets[made], .from = a->made
    };

    if (old == CJ_NO_SHEET || !same_sheet(a->arena, a->book, &a->book->sheets[old], a->made,
                                          &a->made->sheets[made]))
        add(m, &edit);
}

cj_edit *cj_annotate(cj_arena *arena, const cj_book *book, const cj_checked *file,
                     const cj_annotate_options *options, size_t *n)
{
    cj_annotating a = { .arena = arena, .book = book, .file = file };
    marking m = { .a = &a };
    unsigned old = sheet_of(book, CJ_MARK_FINDINGS);

    a.shown = cj_findings_show(arena, file);
    a.lang = options->lang ? options->lang : file->maps[0].map->lang;
    a.today = options->today;
    a.made = cj_book_new(arena, CJ_XLSX);
    a.made->lang = a.lang;
    gather(&a);
    m.off = cj_marks_off(arena, book, &m.n_off);
    if (m.n_off)
        qsort(m.off, m.n_off, sizeof *m.off, by_place);
    mark_cells(&m);
    unmark(&m);
    cj_annotate_list(&a, old == CJ_NO_SHEET ? NULL : &book->sheets[old]);
    cj_annotate_evidence(&a);
    put_sheet(&m, 0, CJ_MARK_FINDINGS);
    put_sheet(&m, 1, CJ_MARK_COVERAGE);
    *n = m.n;
    return m.edit;
}
