/* long_build.c - the lines of a list become the phases, elements and cells of a map. */
#include "map/items.h"
#include "base/utf8.h"
#include "map/long.h"
#include "map/phase.h"
#include "base/buf.h"

enum { MAX_PHASES = 60, MAX_PERSONAS = 60, MAX_NAME = 400, MAX_BLANK = 20 };

cj_long cj_long_from(cj_arena *arena, const cj_window *w, unsigned row, unsigned persona)
{
    return (cj_long){
        arena, w->book, w->sheet, w->index, cj_sheet_from(w->sheet, row + 1, 1), persona
    };
}

static cj_str seen(const cj_long *l, size_t cell)
{
    return cj_seen(l->arena, l->book, cj_sheet_cell(l->sheet, cell));
}

/* The next line with text; a title of a section, or a page of blank rows, ends the list. */
bool cj_long_next(cj_long *l, cj_long_line *out)
{
    unsigned before = out->row;
    size_t i, last = 0;

    while (l->at < l->sheet->n_cells) {
        unsigned filled = 0;

        out->row = cj_sheet_cell(l->sheet, l->at)->row;
        out->first = l->at;
        if (before && out->row > before + MAX_BLANK)
            return false;
        while (l->at < l->sheet->n_cells && cj_sheet_cell(l->sheet, l->at)->row == out->row)
            l->at++;
        out->n = l->at - out->first;
        for (i = out->first; i < l->at && filled < 2; i++)
            if (seen(l, i).n && ++filled)
                last = i;
        if (filled)
            return filled > 1 || !cj_section_mark(seen(l, last));
    }
    return false;
}

cj_str cj_long_text(const cj_long *l, const cj_long_line *line, unsigned col)
{
    size_t low = line->first, high = line->first + line->n;

    while (col && low < high) {
        size_t mid = low + (high - low) / 2;

        if (cj_sheet_cell(l->sheet, mid)->col < col)
            low = mid + 1;
        else
            high = mid;
    }
    if (!col || low == line->first + line->n || cj_sheet_cell(l->sheet, low)->col != col)
        return CJ_STR("");
    return seen(l, low);
}

cj_personas cj_long_personas(const cj_long *from)
{
    cj_personas p = { NULL, NULL, 0, 0 };
    cj_long l = *from;
    cj_long_line line = { 0, 0, 0 };
    size_t i;

    while (l.persona && cj_long_next(&l, &line)) {
        cj_str name = cj_long_text(&l, &line, l.persona);

        for (i = 0; i < p.n && !cj_utf8_alike(p.name[i], name); i++)
            ;
        if (!name.n || name.n > MAX_NAME || i < p.n || p.n == MAX_PERSONAS)
            continue;
        p.name =
            cj_regrow(l.arena, p.name, p.n * sizeof *p.name, (p.n + 1) * sizeof *p.name);
        p.at = cj_regrow(l.arena, p.at, p.n * sizeof *p.at, (p.n + 1) * sizeof *p.at);
        p.name[p.n] = name;
        p.at[p.n++] = (cj_span){ l.index, line.row, l.persona, 0, 0 };
    }
    return p;
}

int cj_long_phase(cj_build *b, cj_str text, cj_span at)
{
    cj_map *m = b->map;
    cj_phase_name name = cj_phase_name_of(b->arena, text);
    size_t p;

    for (p = 0; p < m->n_phases && !cj_str_eq(m->phases[p].key, name.key); p++)
        ;
    if (p == MAX_PHASES)
        return -1;
    if (p == m->n_phases) {
        CJ_ROOM(b->arena, m->phases, m->n_phases, m->cap_phases);
        m->phases[m->n_phases++] = (cj_phase){ .name = text,
                                               .key = name.key,
                                               .id = name.id,
                                               .order = (unsigned)p,
                                               .at = at,
                                               .first = at.row,
                                               .last = at.row,
                                               .nameless = name.nameless,
                                               .period_text = name.period };
    }
    return (int)p;
}

void cj_long_add(cj_build *b, cj_entries *e, unsigned row, unsigned col, int phase,
                 int element, cj_str text)
{
    cj_phase *p = &b->map->phases[phase];

    CJ_ROOM(b->arena, e->entry, e->n, e->cap);
    e->entry[e->n++] =
        (cj_entry){ row, col, (unsigned)phase, (unsigned)element, text, false };
    p->last = row > p->last ? row : p->last;
    cj_claim(b, CJ_LEAF_CELL, (cj_span){ b->w->index, row, col, 0, 0 }, text, element,
             phase);
}

/* What is filled down from the line above is said once. */
static void add_part(cj_build *b, const cj_entry *e)
{
    cj_cell *c = &b->map->elements[e->element].cells[e->phase];
    cj_span at = { b->w->index, e->row, e->col, 0, 0 };
    bool again =
        !e->item && c->n_parts && cj_utf8_alike(c->parts[c->n_parts - 1].text, e->text);

    cj_cell_note(b, c, at);
    if (again)
        return;
    CJ_ROOM(b->arena, c->parts, c->n_parts, c->cap_parts);
    c->parts[c->n_parts++] = (cj_part){ .at = at, .text = e->text };
}

static void join(cj_arena *arena, cj_cell *c)
{
    size_t i;
    cj_buf b;

    cj_buf_init(&b, arena);
    for (i = 0; i < c->n_parts; i++) {
        cj_buf_z(&b, i ? "\n" : "");
        cj_buf_add(&b, c->parts[i].text);
    }
    c->text = cj_buf_str(&b);
    if (c->n_parts)
        c->at = c->parts[0].at;
}

/* A cell that nobody has written has no place in a list of items; in a list with a column an
 * element it has one. */
static cj_span place_of(const cj_map *m, size_t e, size_t p)
{
    if (m->form == CJ_FORM_ITEMS)
        return (cj_span){ m->sheet, 0, 0, 0, 0 };
    return (cj_span){ m->sheet, m->phases[p].at.row, m->elements[e].at.col, 0, 0 };
}

void cj_long_cells(cj_build *b, const cj_entries *entries)
{
    cj_map *m = b->map;
    size_t e, p, i;

    for (e = 0; e < m->n_elements; e++) {
        m->elements[e].cells = CJ_NEW_N(b->arena, cj_cell, m->n_phases);
        for (p = 0; p < m->n_phases; p++)
            m->elements[e].cells[p] = (cj_cell){ .elem = m->elements[e].elem,
                                                 .element = (unsigned)e,
                                                 .phase = (unsigned)p,
                                                 .at = place_of(m, e, p) };
    }
    for (i = 0; i < entries->n; i++)
        add_part(b, &entries->entry[i]);
    for (e = 0; e < m->n_elements; e++)
        for (p = 0; p < m->n_phases; p++) {
            join(b->arena, &m->elements[e].cells[p]);
            cj_cell_parse(b->arena, &m->elements[e].cells[p]);
        }
}

void cj_long_name(cj_build *b, const cj_long *list, const cj_personas *all, size_t which,
                  cj_str header)
{
    cj_long l = *list;
    cj_long_line line = { 0, 0, 0 };
    cj_range *others = NULL;
    size_t n = 0, cap = 0;
    bool mine = true;

    if (!all->n)
        return;
    b->map->meta[CJ_META_PERSONA] = (cj_meta){ all->name[which], all->at[which], header,
                                               cj_placeholder(b->arena, all->name[which]) };
    while (all->n > 1 && cj_long_next(&l, &line)) {
        cj_str name = cj_long_text(&l, &line, l.persona);

        if (name.n)
            mine = cj_utf8_alike(name, all->name[which]);
        if (mine)
            continue;
        if (n && others[n - 1].row2 + 1 == line.row) {
            others[n - 1].row2 = line.row;
            continue;
        }
        CJ_ROOM(b->arena, others, n, cap);
        others[n++] = (cj_range){ line.row, 1, line.row, UINT32_MAX };
    }
    b->map->others = others;
    b->map->n_others = n;
}
