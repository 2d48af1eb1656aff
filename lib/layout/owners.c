/* owners.c - the departments to choose from, and where they stand if they are too many for a list. */
#include "layout/parts.h"

enum { LIST_COLUMN = 3, LONGEST = 80 };

static const cj_text head = { "Departments to choose from", "担当の選択肢" };

typedef struct words {
    cj_str *at;
    size_t n, cap;
} words;

static void add(cj_arena *arena, words *w, cj_str word)
{
    size_t i;

    for (i = 0; i < w->n; i++)
        if (cj_str_eq(w->at[i], word))
            return;
    CJ_ROOM(arena, w->at, w->n, w->cap);
    w->at[w->n++] = word;
}

bool cj_owner_list_cell(const cj_sheet *guide, const cj_book_cell *c)
{
    const cj_book_cell *first = cj_sheet_find(guide, 1, LIST_COLUMN);

    return c->col == LIST_COLUMN && first && c->value == CJ_V_TEXT &&
           (cj_str_eq(first->text, cj_str_of(head.en)) ||
            cj_str_eq(first->text, cj_str_of(head.ja)));
}

/* Those that a Guide of ours lists already. */
static void add_listed(const cj_pen *p, words *w)
{
    const cj_book *old = p->map->book;
    size_t s, i;

    for (s = 0; s < old->n_sheets; s++) {
        const cj_sheet *sheet = &old->sheets[s];

        if (!cj_sheet_find(sheet, 1, LIST_COLUMN) || !cj_guide_is(sheet))
            continue;
        for (i = 0; i < sheet->n_cells; i++) {
            const cj_book_cell *c = cj_sheet_cell(sheet, i);

            if (c->row > 1 && c->text.n && cj_owner_list_cell(sheet, c))
                add(p->arena, w, c->text);
        }
    }
}

static bool is_usual(const cj_choice *c, cj_lang lang)
{
    const char *word;
    size_t n = 0;
    unsigned i;

    for (i = 0; cj_labels_name(CJ_FAM_DEPT, i); i++)
        if ((word = cj_labels_canonical(CJ_FAM_DEPT, i, lang)) != NULL) {
            if (n == c->n_words || !cj_str_eq(c->word[n], cj_str_of(word)))
                return false;
            n++;
        }
    return n == c->n_words;
}

/* Those that people choose from in the old book, unless they are the usual ones. */
static void add_chosen(const cj_pen *p, words *w)
{
    const cj_element *e = cj_map_element(p->map, CJ_OWNER);
    cj_span at = e && p->map->n_phases ? e->cells[0].at : (cj_span){ 0, 0, 0, 0, 0 };
    const cj_look *look = at.row ? &p->map->book->sheets[at.sheet].look : NULL;
    size_t i, k;

    for (i = 0; look && i < look->n_choices; i++) {
        const cj_choice *c = &look->choices[i];
        bool here = c->at.row1 <= at.row && at.row <= c->at.row2 && c->at.col1 <= at.col &&
                    at.col <= c->at.col2;

        for (k = 0; here && k < c->n_words; k++)
            if (!is_usual(c, CJ_EN) && !is_usual(c, CJ_JA))
                add(p->arena, w, c->word[k]);
    }
}

/* "Setup: CS" names the step of its phase first, as an earlier run has written it. */
static bool is_step(const cj_map *m, cj_str word, size_t phase)
{
    size_t i, k;

    for (i = 0; i < m->n_elements; i++) {
        const cj_cell *c = &m->elements[i].cells[phase];

        for (k = 0; m->elements[i].elem == CJ_STEPS && k < c->n_items; k++)
            if (cj_str_eq(c->items[k].text, word))
                return true;
    }
    return false;
}

/* As they are read of the new cell: lines may have a label in front there. */
static void add_named(const cj_pen *p, words *w)
{
    const cj_element *e = cj_map_element(p->map, CJ_OWNER);
    size_t i, k;

    for (k = 0; e && k < p->map->n_phases; k++) {
        const cj_cell *old = &e->cells[k];
        cj_cell cell = cj_words_read(p->arena, old, cj_words_cell(p, old));

        for (i = 0; i < cell.n_items; i++) {
            cj_str owner = cell.items[i].owner;

            if (owner.n && owner.n < LONGEST && !is_step(p->map, owner, k))
                add(p->arena, w, owner);
        }
    }
}

static void add_usual(const cj_pen *p, words *w)
{
    const char *word;
    unsigned i;

    for (i = 0; cj_labels_name(CJ_FAM_DEPT, i); i++)
        if ((word = cj_labels_canonical(CJ_FAM_DEPT, i, p->lang)) != NULL)
            add(p->arena, w, cj_str_of(word));
}

const cj_str *cj_owner_words(const cj_pen *p, size_t *n)
{
    words w = { NULL, 0, 0 };
    size_t i;

    for (i = 0; i < p->options->n_owners; i++)
        add(p->arena, &w, p->options->owners[i]);
    if (!w.n) {
        add_chosen(p, &w);
        add_listed(p, &w);
        add_named(p, &w);
        if (w.n < 2) /* one alone is no choice */
            add_usual(p, &w);
    }
    *n = w.n;
    return w.at;
}

cj_str cj_owner_list(cj_pen *p, const cj_str *word, size_t n)
{
    words w = { p->owners, p->n_owners, p->n_owners };
    size_t i;

    for (i = 0; i < n; i++)
        add(p->arena, &w, word[i]);
    p->owners = w.at;
    p->n_owners = w.n;
    return CJ_OWNER_LIST;
}

/* ---- on the Guide sheet ---------------------------------------------------------------------------- */

/* Lists that were promised are there now. */
static void point_to(cj_pen *p, cj_str range)
{
    cj_book *book = p->out->book;
    size_t s, i;

    for (s = 0; s < book->n_sheets; s++)
        for (i = 0; i < book->sheets[s].look.n_choices; i++)
            if (cj_str_eq(book->sheets[s].look.choices[i].from, CJ_OWNER_LIST))
                book->sheets[s].look.choices[i].from = range;
}

void cj_lay_owner_list(cj_pen *p)
{
    cj_range at = { 2, LIST_COLUMN, (unsigned)p->n_owners + 1, LIST_COLUMN };
    unsigned i;

    if (!p->n_owners)
        return;
    cj_pen_width(p, LIST_COLUMN - 1, 3);
    cj_pen_width(p, LIST_COLUMN, 28);
    cj_pen_put(p, 1, LIST_COLUMN, CJ_ROLE_COLUMN, cj_str_of(cj_text_in(head, p->lang)));
    for (i = 0; i < p->n_owners; i++)
        cj_pen_put(p, 2 + i, LIST_COLUMN, CJ_ROLE_FIELD, p->owners[i]);
    point_to(p, cj_pen_range(p, at));
}
