/* xlsx_write_rich.c - texts of a new workbook whose parts look different. */
#include "sheet/xlsx_escape.h"
#include "sheet/xlsx_write.h"

typedef struct cj_letters {
    uint32_t style;
    unsigned small, marks;
    lxw_format *f;
} cj_letters;

static lxw_format *new_letters(const cj_xlsx_writer *w, const cj_letters *of)
{
    lxw_format *f = w->lib->workbook_add_format(w->file);
    cj_face face =
        cj_xlsx_part_face(&w->book->styles[of->style < w->book->n_styles ? of->style : 0],
                          of->small, of->marks);

    cj_xlsx_set_font(w->lib, f, &face, w->book->lang, (of->marks & CJ_RICH_LINK) != 0);
    return f;
}

static lxw_format *letters(cj_xlsx_writer *w, cj_letters want)
{
    size_t i;

    for (i = 0; i < w->n_letters; i++)
        if (w->letters[i].style == want.style && w->letters[i].small == want.small &&
            w->letters[i].marks == want.marks)
            return w->letters[i].f;
    CJ_ROOM(w->arena, w->letters, w->n_letters, w->cap_letters);
    want.f = new_letters(w, &want);
    w->letters[w->n_letters++] = want;
    return want.f;
}

typedef struct parts {
    lxw_rich_string_tuple *part, **list;
    size_t n;
} parts;

static void add_part(const cj_xlsx_page *p, parts *to, cj_str text, cj_letters of)
{
    if (!text.n)
        return;
    to->part[to->n].format = letters(p->w, of);
    /* It only reads it. */
    to->part[to->n].string = (char *)(uintptr_t)cj_xlsx_cell_text(p->w->arena, text);
    to->list[to->n] = &to->part[to->n];
    to->n++;
}

lxw_error cj_xlsx_write_rich(const cj_xlsx_page *p, const cj_book_cell *c,
                             const cj_book_rich *rich, unsigned small, lxw_format *f)
{
    cj_arena *a = p->w->arena;
    parts to = { CJ_NEW_N(a, lxw_rich_string_tuple, 2 * rich->n + 1),
                 CJ_NEW_N(a, lxw_rich_string_tuple *, 2 * rich->n + 2), 0 };
    cj_letters of = { c->style, small, 0, NULL };
    size_t i, at = 0;

    for (i = 0; i < rich->n; i++) {
        const cj_rich_run *run = &rich->run[i];

        of.marks = 0;
        add_part(p, &to, cj_str_cut(c->text, at, run->from - at), of);
        of.marks = run->marks;
        add_part(p, &to, cj_str_cut(c->text, run->from, run->n), of);
        at = run->from + run->n;
    }
    of.marks = 0;
    add_part(p, &to, cj_str_from(c->text, at), of);
    if (to.n < 2 || !cj_xlsx_parts_fit(c->text, rich))
        return p->lib->worksheet_write_string(p->out, PLACE(c),
                                              cj_xlsx_cell_text(a, c->text), f);
    return p->lib->worksheet_write_rich_string(p->out, PLACE(c), to.list, f);
}
