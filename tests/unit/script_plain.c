/* script_plain.c - what a map says, without its layout. */
#include "script_plain.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

cj_str plain_text(cj_arena *arena, cj_str text)
{
    return cj_item_key(arena, text);
}

/* ---- items ------------------------------------------------------------------------------------- */

static void add_refs(plain_item *to, const cj_ref_list *refs)
{
    size_t i;

    for (i = 0; i < refs->n && to->n_refs < SCRIPT_REFS + 2; i++)
        to->ref[to->n_refs++] = refs->id[i];
}

plain_item plain_item_of(cj_arena *arena, const cj_item *item, cj_str text)
{
    plain_item p = { .text = plain_text(arena, text), .from = -1 };

    if (item) {
        p.assumed = item->support.assumption;
        add_refs(&p, &item->support.refs);
        if (item->owner.n)
            p.text = cj_str_fmt(arena, CJ_FMT " by " CJ_FMT, CJ_ARG(p.text),
                                CJ_ARG(plain_text(arena, item->owner)));
    }
    return p;
}

static void read_cell(cj_arena *arena, const cj_cell *from, plain_cell *to)
{
    bool whole = from->elem != CJ_CUSTOM && cj_elem_kind_of(from->elem) == CJ_ELEM_TEXT;
    size_t i;

    if (cj_cell_blank(from))
        return;
    if (whole || !from->n_items) {
        to->item[to->n++] =
            plain_item_of(arena, from->n_items == 1 ? from->items : NULL, from->text);
        return;
    }
    for (i = 0; i < from->n_items && to->n < SCRIPT_ITEMS; i++) {
        to->item[to->n] = plain_item_of(arena, &from->items[i], from->items[i].text);
        to->item[to->n++].from = (int)i;
    }
}

/* ---- tables ------------------------------------------------------------------------------------ */

cj_str plain_column(cj_arena *arena, const cj_column *column)
{
    return column->field && strcmp(column->field, "actual") != 0
               ? cj_str_of(column->field)
               : plain_text(arena, column->label);
}

void plain_set(plain_record *r, cj_str name, cj_str value)
{
    unsigned i;

    for (i = 0; i < r->n && !cj_str_eq(r->name[i], name); i++)
        ;
    r->name[i] = name;
    r->value[i] = value;
    r->n += i == r->n;
}

plain_record plain_record_of(cj_arena *arena, const cj_section *s, const cj_record *record)
{
    plain_record r = { .kind = s->kind, .from = record };
    size_t i;

    for (i = 0; i < s->n_columns && i < SCRIPT_COLUMNS; i++)
        plain_set(&r, plain_column(arena, &s->columns[i]),
                  plain_text(arena, record->cell[i].text));
    return r;
}

plain *plain_of(cj_arena *arena, const cj_map *m)
{
    const cj_leaf *left = cj_map_leftover(arena, m);
    plain *p = CJ_NEW(arena, plain);
    size_t i, k;

    p->arena = arena;
    for (i = 0; i < m->n_phases && i < SCRIPT_PHASES; i++)
        p->phase[p->n_phases++] = plain_text(arena, m->phases[i].name);
    for (i = 0; i < m->n_elements && i < SCRIPT_ROWS; i++) {
        p->row[p->n_rows++] = plain_text(arena, m->elements[i].label);
        for (k = 0; k < p->n_phases; k++)
            read_cell(arena, &m->elements[i].cells[k], &p->cell[i][k]);
    }
    for (i = 0; i < CJ_N_META; i++)
        p->meta[i] = plain_text(arena, m->meta[i].text);
    for (i = 0; i < m->n_sections; i++)
        for (k = 0; k < m->sections[i].n_records && p->n_records < PLAIN_RECORDS; k++)
            p->record[p->n_records++] =
                plain_record_of(arena, &m->sections[i], &m->sections[i].records[k]);
    for (i = 0; i < m->n_leftover && i < SCRIPT_OUTSIDE; i++)
        p->outside[p->n_outside++] = plain_text(arena, left[i].text);
    return p;
}

/* ---- lines -------------------------------------------------------------------------------------- */

static int by_number(const void *x, const void *y)
{
    const unsigned *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

static int by_text(const void *x, const void *y)
{
    const cj_str *a = x, *b = y;
    size_t n = a->n < b->n ? a->n : b->n;
    int order = memcmp(a->p, b->p, n);

    return order ? order : a->n < b->n ? -1 : a->n > b->n;
}

static cj_str said(cj_arena *arena, plain_item it)
{
    cj_buf b;
    unsigned i;

    qsort(it.ref, it.n_refs, sizeof *it.ref, by_number);
    cj_buf_init(&b, arena);
    cj_buf_add(&b, it.text);
    for (i = 0; i < it.n_refs; i++)
        cj_buf_fmt(&b, " E%u", it.ref[i]);
    cj_buf_z(&b, it.assumed ? " assumed" : "");
    return cj_buf_str(&b);
}

static cj_str record_line(cj_arena *arena, const plain_record *r)
{
    cj_str field[SCRIPT_COLUMNS + 1];
    unsigned n = 0, i;
    cj_buf b;

    for (i = 0; i < r->n; i++)
        if (r->value[i].n)
            field[n++] = cj_str_fmt(arena, " " CJ_FMT "=" CJ_FMT, CJ_ARG(r->name[i]),
                                    CJ_ARG(r->value[i]));
    qsort(field, n, sizeof *field, by_text);
    cj_buf_init(&b, arena);
    cj_buf_fmt(&b, "table %s", cj_section_name(r->kind));
    for (i = 0; i < n; i++)
        cj_buf_add(&b, field[i]);
    return cj_buf_str(&b);
}

static void add(script_lines *l, cj_str s)
{
    l->line[l->n++] = s;
}

static void add_cells(const plain *p, script_lines *l)
{
    unsigned r, f, i;

    for (r = 0; r < p->n_rows; r++)
        for (f = 0; f < p->n_phases; f++)
            for (i = 0; i < p->cell[r][f].n; i++)
                if (!p->cell[r][f].item[i].gone)
                    add(l, cj_str_fmt(p->arena, "cell row %02u phase %02u: " CJ_FMT, r, f,
                                      CJ_ARG(said(p->arena, p->cell[r][f].item[i]))));
}

script_lines plain_lines(const plain *p)
{
    script_lines l = { CJ_NEW_N(p->arena, cj_str, 8000), 0 };
    unsigned i;

    for (i = 0; i < p->n_phases; i++)
        add(&l, cj_str_fmt(p->arena, "phase %02u: " CJ_FMT, i, CJ_ARG(p->phase[i])));
    for (i = 0; i < p->n_rows; i++)
        add(&l, cj_str_fmt(p->arena, "row %02u: " CJ_FMT, i, CJ_ARG(p->row[i])));
    add_cells(p, &l);
    for (i = 0; i < CJ_N_META; i++)
        if (p->meta[i].n)
            add(&l, cj_str_fmt(p->arena, "%s: " CJ_FMT, cj_meta_id_name((cj_meta_id)i),
                               CJ_ARG(p->meta[i])));
    for (i = 0; i < p->n_records; i++)
        if (!p->record[i].gone)
            add(&l, record_line(p->arena, &p->record[i]));
    for (i = 0; i < p->n_outside; i++)
        if (p->outside[i].n)
            add(&l, cj_str_fmt(p->arena, "outside: " CJ_FMT, CJ_ARG(p->outside[i])));
    qsort(l.line, l.n, sizeof *l.line, by_text);
    return l;
}

script_lines script_plain(cj_arena *arena, const cj_map *map)
{
    return plain_lines(plain_of(arena, map));
}
