/* long_build.c - the lines of a list become the phases, elements and cells of a map. */
#include "map/items.h"
#include "base/utf8.h"
#include "map/long.h"
#include "map/phase.h"
#include <string.h>

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

/* The index of a line's cell in that column; CJ_NONE: it has none. */
static size_t cell_in(const cj_long *l, const cj_long_line *line, unsigned col)
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
        return CJ_NONE;
    return low;
}

cj_str cj_long_text(const cj_long *l, const cj_long_line *line, unsigned col)
{
    size_t cell = cell_in(l, line, col);

    return cell == CJ_NONE ? CJ_STR("") : seen(l, cell);
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
    cj_phase_name name;
    size_t p;

    for (p = 0; p < m->n_phases; p++) /* nearly always written as it was before */
        if (cj_str_eq(m->phases[p].name, text))
            return (int)p;
    name = cj_phase_name_of(b->arena, text);
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

static cj_span span_of(const cj_long *l, size_t cell)
{
    const cj_book_cell *c = cj_sheet_cell(l->sheet, cell);

    return (cj_span){ l->index, c->row, c->col, 0, 0 };
}

void cj_long_add(cj_build *b, const cj_long *l, const cj_long_line *line, cj_entries *e,
                 unsigned col, int phase, int element, bool item)
{
    cj_phase *p = &b->map->phases[phase];
    size_t cell = cell_in(l, line, col);

    CJ_ROOM(e->arena, e->entry, e->n, e->cap);
    e->entry[e->n++] = (cj_entry){
        .cell = (uint32_t)cell,
        .phase = (unsigned char)phase,
        .element = (unsigned char)element,
        .item = item,
    };
    p->last = line->row > p->last ? line->row : p->last;
    cj_claim(b, CJ_LEAF_CELL, span_of(l, cell), seen(l, cell), element, phase);
}

static cj_cell *cell_of(const cj_build *b, const cj_entry *e)
{
    return &b->map->elements[e->element].cells[e->phase];
}

/* What is filled down from the line above is said once. The parts of each cell are counted first, so
 * that thousands of them take the room that they need and no more. */
static void count_parts(cj_build *b, const cj_long *l, cj_entries *entries)
{
    size_t i;

    for (i = 0; i < entries->n; i++) {
        cj_entry *e = &entries->entry[i];
        cj_cell *c = cell_of(b, e);
        cj_str text = seen(l, e->cell);

        e->again = !e->item && c->cap_parts && cj_utf8_alike(c->text, text);
        if (e->again)
            continue;
        c->text = text; /* of its last part so far */
        c->cap_parts++;
    }
}

static void add_part(cj_build *b, const cj_long *l, const cj_entry *e)
{
    cj_cell *c = cell_of(b, e);
    cj_span at = span_of(l, e->cell);

    cj_cell_note(b, c, at);
    if (e->again)
        return;
    if (!c->parts)
        c->parts = CJ_NEW_N(b->arena, cj_part, c->cap_parts);
    c->parts[c->n_parts++] = (cj_part){ .at = at, .text = seen(l, e->cell) };
}

static void join(cj_arena *arena, cj_cell *c)
{
    size_t i, n = 0;
    char *p;

    c->text = c->n_parts ? c->parts[0].text : CJ_STR("");
    if (c->n_parts)
        c->at = c->parts[0].at;
    if (c->n_parts < 2)
        return;
    for (i = 0; i < c->n_parts; i++)
        n += c->parts[i].text.n + 1;
    c->text = (cj_str){ p = cj_alloc_text(arena, n - 1), n - 1 };
    for (i = 0; i < c->n_parts; i++) {
        if (i)
            *p++ = '\n';
        memcpy(p, c->parts[i].text.p, c->parts[i].text.n);
        p += c->parts[i].text.n;
    }
}

/* A cell that nobody has written has no place in a list of items; in a list with a column an
 * element it has one. */
static cj_span place_of(const cj_map *m, size_t e, size_t p)
{
    if (m->form == CJ_FORM_ITEMS)
        return (cj_span){ m->sheet, 0, 0, 0, 0 };
    return (cj_span){ m->sheet, m->phases[p].at.row, m->elements[e].at.col, 0, 0 };
}

void cj_long_cells(cj_build *b, const cj_long *l, cj_entries *entries)
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
    count_parts(b, l, entries);
    for (i = 0; i < entries->n; i++)
        add_part(b, l, &entries->entry[i]);
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
