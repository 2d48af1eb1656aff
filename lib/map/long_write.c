/* long_write.c - maps as a list for tools: phase, element, item … one item a line (model 7). */
#include <cj/layout.h>
#include "map/long.h"
#include "map/phase.h"
#include "base/utf8.h"

enum { COLUMNS = 7 };

typedef struct list {
    cj_arena *arena;
    cj_book *book;
    cj_sheet *sheet;
    uint32_t style; /* of its fields */
    uint32_t row;
    uint32_t col0; /* columns in front: the persona */
    cj_str persona;
    cj_known known; /* what every reader knows of labels: no names, no configuration */
} list;

static void put(list *l, uint32_t col, cj_str text)
{
    cj_book_cell *c;

    if (!text.n && col < l->col0 + COLUMNS)
        return; /* the last column is there in every line: some tools insist on it */
    c = cj_sheet_add(l->arena, l->sheet, l->row, col);
    c->value = CJ_V_TEXT;
    c->text = text;
    c->style = l->style;
}

/* ---- names ----------------------------------------------------------------------------------------------- */

static bool among(const cj_str *names, size_t n, cj_str name)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (cj_str_eq(names[i], name))
            return true;
    return false;
}

/* Which element the reader takes a label for; CJ_CUSTOM: none, or it is not sure. */
static cj_elem reads_as(const list *l, cj_str label)
{
    cj_sense s = cj_long_sense(&l->known, label);

    return s.n == 1 && !s.ambiguous ? s.elem[0] : CJ_CUSTOM;
}

static cj_str own_label(const list *l, const cj_element *e)
{
    if (e->elem == CJ_CUSTOM && cj_long_sense(&l->known, e->label).n)
        return cj_str_fmt(l->arena, "x:" CJ_FMT, CJ_ARG(e->label));
    return e->label;
}

/* With a number behind it where it, or that, is used already. */
static cj_str unused(const list *l, const cj_str *used, size_t n, cj_str name)
{
    cj_str free = name;
    size_t i, again = 2;

    for (i = 0; i < n; i++)
        again += cj_str_starts(used[i], name) && used[i].n > name.n;
    while (among(used, n, free))
        free = cj_str_fmt(l->arena, CJ_FMT " (%zu)", CJ_ARG(name), again++);
    return free;
}

/* A label that stands for this row alone: the canonical one, the team's own, the id that tools write. */
static cj_str label_of(const list *l, const cj_element *e, cj_lang lang, const cj_str *used,
                       size_t n)
{
    cj_str label = own_label(l, e), canonical = cj_str_of(cj_elem_label(e->elem, lang));
    cj_str id = cj_str_of(cj_elem_id(e->elem));
    const cj_str choice[] = { canonical, label, id };
    unsigned i;

    if (e->elem != CJ_CUSTOM && e->also == CJ_CUSTOM)
        for (i = 0; i < sizeof choice / sizeof *choice; i++)
            if (choice[i].n && reads_as(l, choice[i]) == e->elem &&
                !among(used, n, choice[i]))
                return choice[i];
    if (!label.n)
        label = e->elem == CJ_CUSTOM ? CJ_STR("x:?") : canonical;
    return unused(l, used, n, label);
}

static cj_str *labels_of(const list *l, const cj_map *m, cj_lang lang)
{
    cj_str *label = CJ_NEW_N(l->arena, cj_str, m->n_elements);
    size_t e;

    for (e = 0; e < m->n_elements; e++)
        label[e] = label_of(l, &m->elements[e], lang, label, e);
    return label;
}

/* Phases are known again by their keys: the second of one name gets a number. */
static cj_str *phase_names(const list *l, const cj_map *m)
{
    cj_str *name = CJ_NEW_N(l->arena, cj_str, m->n_phases);
    cj_str *key = CJ_NEW_N(l->arena, cj_str, m->n_phases);
    size_t p;
    unsigned n;

    for (p = 0; p < m->n_phases; p++) {
        cj_str plain = m->phases[p].name;

        if (!plain.n)
            plain =
                cj_str_fmt(l->arena, m->lang == CJ_JA ? "フェーズ%zu" : "Phase %zu", p + 1);
        name[p] = plain;
        key[p] = cj_phase_name_of(l->arena, name[p]).key;
        for (n = 2; among(key, p, key[p]) && n < 100; n++) {
            name[p] = cj_str_fmt(l->arena, CJ_FMT " %u", CJ_ARG(plain), n);
            key[p] = cj_phase_name_of(l->arena, name[p]).key;
        }
    }
    return name;
}

/* ---- which lines there are --------------------------------------------------------------------------------- */

/* The phase in which each element has to show first: where it is filled first, but not behind an
 * element that follows it. */
static size_t *first_shown(cj_arena *arena, const cj_map *m)
{
    size_t *shown = CJ_NEW_N(arena, size_t, m->n_elements), e, p;
    size_t least = m->n_phases ? m->n_phases - 1 : 0;

    for (e = m->n_elements; e-- > 0;) {
        for (p = 0; p < least && !m->elements[e].cells[p].text.n; p++)
            ;
        shown[e] = least = p;
    }
    return shown;
}

static void put_line(list *l, cj_str phase, cj_str element, const cj_told *t)
{
    const cj_str field[COLUMNS] = { phase,         element,  t->item,  t->evidence,
                                    t->assumption, t->owner, t->timing };
    uint32_t i;

    l->row++;
    if (l->col0)
        put(l, 1, l->persona);
    for (i = 0; i < COLUMNS; i++)
        put(l, l->col0 + i + 1, field[i]);
}

static void put_map(list *l, const cj_map *m, cj_lang lang)
{
    static const cj_told nothing = { .row = 0 };
    cj_str *label = labels_of(l, m, lang), *phase = phase_names(l, m);
    size_t *shown = first_shown(l->arena, m), e, p, i, n;

    for (p = 0; p < m->n_phases; p++) {
        uint32_t before = l->row;

        for (e = 0; e < m->n_elements; e++) {
            cj_told *t = cj_long_tell(l->arena, m, &m->elements[e].cells[p], &n);

            for (i = 0; i < n; i++)
                put_line(l, phase[p], label[e], &t[i]);
            if (!n && shown[e] == p)
                put_line(l, phase[p], label[e], &nothing);
        }
        if (l->row == before && m->n_elements)
            put_line(l, phase[p], label[0], &nothing);
    }
}

/* ---- the book ------------------------------------------------------------------------------------------------ */

static void put_headers(list *l)
{
    static const char *const header[COLUMNS] = { "phase",    "element",    "item",
                                                 "evidence", "assumption", "owner",
                                                 "timing" };
    uint32_t i;

    l->row = 1;
    if (l->col0)
        put(l, 1, CJ_STR("persona"));
    for (i = 0; i < COLUMNS; i++)
        put(l, l->col0 + i + 1, cj_str_of(header[i]));
}

/* What tells one map of several from the others. */
static cj_str *persona_names(const list *l, const cj_maps *maps)
{
    cj_str *name = CJ_NEW_N(l->arena, cj_str, maps->n);
    size_t i;

    for (i = 0; i < maps->n; i++) {
        const cj_map *m = &maps->map[i];
        cj_str plain = m->meta[CJ_META_PERSONA].text;

        if (!plain.n || m->meta[CJ_META_PERSONA].placeholder)
            plain = m->meta[CJ_META_TITLE].text;
        if (!plain.n)
            plain = m->book->sheets[m->sheet].name;
        name[i] = unused(l, name, i, cj_utf8_excerpt(l->arena, plain, 120));
    }
    return name;
}

cj_book *cj_layout_long(cj_arena *arena, const cj_maps *maps, cj_lang lang)
{
    list l = { .arena = arena,
               .book = cj_book_new(arena, CJ_CSV),
               .col0 = maps->n > 1,
               .known = { .arena = arena } };
    cj_style column = { .role = CJ_ROLE_COLUMN }, field = { .role = CJ_ROLE_FIELD };
    cj_str *persona = persona_names(&l, maps);
    size_t i;

    l.book->lang = lang != CJ_LANG_AUTO || !maps->n ? lang : maps->map[0].lang;
    l.sheet = cj_book_add_sheet(arena, l.book, CJ_STR("Long"));
    l.style = cj_book_style(arena, l.book, column);
    put_headers(&l);
    l.style = cj_book_style(arena, l.book, field);
    for (i = 0; i < maps->n; i++) {
        l.persona = persona[i];
        put_map(&l, &maps->map[i], lang == CJ_LANG_AUTO ? maps->map[i].lang : lang);
    }
    cj_sheet_seal(arena, l.sheet);
    return l.book;
}
