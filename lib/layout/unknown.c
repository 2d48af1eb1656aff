/* unknown.c - tables that nobody knows, as they were; and lines that would begin another one. */
#include "layout/rest.h"
#include "map/build.h"
#include "map/sections.h"

void cj_beginning_add(cj_beginning *b, cj_str text, unsigned col)
{
    if (text.n && !b->filled++) {
        b->first = text;
        b->col = col;
    }
}

bool cj_like_title(const cj_pen *p, const cj_beginning *b)
{
    return cj_section_may_begin(p->arena, b->first, b->col, b->filled);
}

bool cj_record_like_title(const cj_pen *p, const cj_record *r, size_t n)
{
    cj_beginning b = { .filled = 0 };
    size_t k;

    for (k = 0; k < n; k++)
        cj_beginning_add(&b, r->cell[k].text, (unsigned)k + 1);
    return cj_like_title(p, &b);
}

static void put_as_read(cj_pen *p, cj_role role, unsigned col, cj_str text, cj_span at)
{
    cj_pen_copy(p, p->row, col, role, text, at);
    cj_pen_from(p, at, p->row, col, CJ_MOVE_WHOLE);
}

static void unknown_table(cj_pen *p, const cj_section *s)
{
    size_t i, k;

    p->row++;
    put_as_read(p, CJ_ROLE_SECTION, 1, cj_pen_seen(p, s->at), s->at);
    p->row++;
    for (k = 0; k < s->n_columns; k++)
        put_as_read(p, CJ_ROLE_COLUMN, (unsigned)k + 1, s->columns[k].label,
                    s->columns[k].at);
    p->row += s->n_columns > 0;
    for (i = 0; i < s->n_records; i++) {
        if (cj_record_like_title(p, &s->records[i], s->n_columns))
            continue;
        for (k = 0; k < s->n_columns; k++)
            if (s->records[i].cell[k].text.n)
                put_as_read(p, CJ_ROLE_FIELD, (unsigned)k + 1, s->records[i].cell[k].text,
                            s->records[i].cell[k].at);
        p->row++;
    }
}

void cj_lay_unknown(cj_pen *p, const cj_map *map)
{
    size_t i;

    for (i = 0; i < map->n_sections; i++) {
        const cj_section *s = &map->sections[i];

        if (s->at.sheet == map->sheet &&
            (s->kind == CJ_SECTION_UNKNOWN || s->kind == CJ_SECTION_MAP ||
             (s->kind == CJ_SECTION_NOTES && !cj_notes_ours(s))))
            unknown_table(p, s);
    }
}
