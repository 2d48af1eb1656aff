/* sections.c - the tables beside the grid: stacked under it, or on sheets of their own (model 7). */
#include "map/build.h"
#include "map/normal.h"
#include "map/sections.h"
#include <string.h>

enum {
    MAX_TITLE = 120,
    MAX_COLUMNS = 100,
    MAX_FIELDS = 4000000,
    MAX_MARK_COL = 3,
    LOOK_AHEAD = 15,  /* rows in which a sheet's header stands */
    STACKED_AHEAD = 4 /* below a marker */
};

/* One row of a sheet: its cells are [first, first + n) of the sheet's. */
typedef struct row_cells {
    unsigned row;
    size_t first, n;
} row_cells;

typedef struct place {
    cj_build *b;
    unsigned sheet;
    const cj_sheet *cells;
} place;

static cj_str seen(const place *p, size_t i)
{
    const cj_book_cell *c = cj_sheet_cell(p->cells, i);

    if (!cj_map_owns(p->b->map, p->sheet, c->row, c->col))
        return CJ_STR("");
    return cj_seen(p->b->arena, p->b->map->book, c);
}

/* The row that begins at cell *at; false after the last one. */
static bool next_row(const place *p, size_t *at, row_cells *out)
{
    if (*at >= p->cells->n_cells)
        return false;
    out->row = cj_sheet_cell(p->cells, *at)->row;
    out->first = *at;
    while (*at < p->cells->n_cells && cj_sheet_cell(p->cells, *at)->row == out->row)
        ++*at;
    out->n = *at - out->first;
    return true;
}

/* How many cells of the row say something; *last is one of them. */
static unsigned filled(const place *p, const row_cells *r, size_t *last)
{
    unsigned n = 0;
    size_t i;

    for (i = r->first; i < r->first + r->n; i++)
        if (seen(p, i).n) {
            *last = i;
            n++;
        }
    return n;
}

static unsigned known_columns(const place *p, const row_cells *r, cj_family family)
{
    unsigned n = 0;
    size_t i;

    for (i = r->first; i < r->first + r->n; i++)
        n += cj_section_field(p->b->arena, family, seen(p, i)) != NULL;
    return n;
}

/* The header row at or after cell *at, of the first `look` filled ones: the one with the most known
 * columns, because titles and remarks may stand above it; where none is known, the first with more
 * than one text, else the first. */
static bool header_row(const place *p, size_t *at, unsigned to, cj_family family,
                       unsigned look, row_cells *out)
{
    size_t scan = *at, last;
    unsigned best = 0, tried = 0, n, score;
    row_cells r;

    out->n = 0;
    while (tried < look && next_row(p, &scan, &r) && r.row <= to) {
        n = filled(p, &r, &last);
        if (!n)
            continue;
        tried++;
        score = family == CJ_N_FAMILIES ? 0 : known_columns(p, &r, family);
        score = score > 1 || score == n ? score + 2 : n > 1 ? 2 : 1;
        if (score > best) {
            best = score;
            *out = r;
            *at = scan;
        }
    }
    return best > 0;
}

static bool taken(const cj_section *s, const char *field)
{
    size_t i;

    for (i = 0; i < s->n_columns; i++)
        if (s->columns[i].field && strcmp(s->columns[i].field, field) == 0)
            return true;
    return false;
}

/* Headers that only end in a known word, where no other column is that. A period is none. */
static void read_longer_headers(const place *p, cj_family family, cj_section *s)
{
    const char *field;
    cj_when when;
    size_t i;

    for (i = 0; i < s->n_columns; i++) {
        cj_column *c = &s->columns[i];

        if (c->field || cj_when_parse(c->label, 1, &when))
            continue;
        field = cj_section_field_inside(p->b->arena, family, c->label);
        if (field && !taken(s, field))
            c->field = field;
    }
}

static void read_columns(const place *p, const row_cells *r, cj_family family,
                         cj_section *out)
{
    cj_build *b = p->b;
    size_t i;

    out->columns = CJ_NEW_N(b->arena, cj_column, r->n < MAX_COLUMNS ? r->n : MAX_COLUMNS);
    for (i = r->first; i < r->first + r->n && out->n_columns < MAX_COLUMNS; i++) {
        const cj_book_cell *c = cj_sheet_cell(p->cells, i);
        cj_span at = { p->sheet, c->row, c->col, 0, 0 };
        cj_str text = seen(p, i);

        if (!text.n)
            continue;
        out->columns[out->n_columns++] =
            (cj_column){ cj_section_field(b->arena, family, text), text, at };
        cj_claim(b, CJ_LEAF_COLUMN, at, text, -1, -1);
    }
    read_longer_headers(p, family, out);
}

static cj_record *add_record(cj_build *b, cj_section *s, size_t *cap, unsigned sheet,
                             unsigned row)
{
    cj_record *r;
    size_t i;

    CJ_ROOM(b->arena, s->records, s->n_records, *cap);
    r = &s->records[s->n_records++];
    *r = (cj_record){ NULL, CJ_NEW_N(b->arena, cj_field, s->n_columns), row };
    for (i = 0; i < s->n_columns; i++)
        r->cell[i].at = (cj_span){ sheet, row, s->columns[i].at.col, 0, 0 };
    return r;
}

/* Both the columns and the cells of a row are in order. */
static void read_record(const place *p, const row_cells *r, cj_section *s, size_t *cap)
{
    cj_record *rec = NULL;
    size_t i, k = 0;

    for (i = r->first; i < r->first + r->n; i++) {
        unsigned col = cj_sheet_cell(p->cells, i)->col;
        cj_str text;

        while (k < s->n_columns && s->columns[k].at.col < col)
            k++;
        if (k == s->n_columns)
            break;
        text = s->columns[k].at.col == col ? seen(p, i) : CJ_STR("");
        if (!text.n)
            continue;
        if (!rec)
            rec = add_record(p->b, s, cap, p->sheet, r->row);
        rec->cell[k].text = text;
        cj_claim(p->b, CJ_LEAF_FIELD, rec->cell[k].at, text, -1, -1);
    }
}

/* The field limit keeps a sparse sheet of a million rows under a hundred headers bounded; what
 * lies past it is leftover. */
static void read_table(const place *p, unsigned from, unsigned to, unsigned look,
                       cj_section *s)
{
    cj_family family = cj_section_family(s->kind);
    size_t at = cj_sheet_from(p->cells, from, 1), cap = 0;
    row_cells r;

    if (!header_row(p, &at, to, family, look, &r))
        return;
    read_columns(p, &r, family, s);
    while (next_row(p, &at, &r) && r.row <= to && s->n_records * s->n_columns < MAX_FIELDS)
        read_record(p, &r, s, &cap);
}

static cj_section *add_section(cj_build *b, cj_section_kind kind, cj_str title, cj_span at)
{
    cj_map *m = b->map;
    cj_section *s;

    CJ_ROOM(b->arena, m->sections, m->n_sections, m->cap_sections);
    s = &m->sections[m->n_sections++];
    *s = (cj_section){ .kind = kind, .title = title, .at = at };
    return s;
}

static void read_section(const place *p, unsigned from, unsigned to, unsigned look,
                         cj_section *s)
{
    if (s->kind == CJ_SECTION_GUIDE)
        return;
    if (s->kind == CJ_SECTION_PERSONA)
        cj_persona_read(p->b, p->sheet, from, to, s);
    else
        read_table(p, from, to, look, s);
}

/* One of the next rows is a line of the headers of that kind. */
static bool headed(const place *p, size_t at, cj_section_kind kind, unsigned look)
{
    cj_family family = cj_section_family(kind);
    unsigned tried = 0, n;
    size_t last;
    row_cells r;

    while (family != CJ_N_FAMILIES && tried < look && next_row(p, &at, &r)) {
        if (known_columns(p, &r, family) > 1)
            return true;
        n = filled(p, &r, &last);
        if (n == 1 && cj_section_mark(seen(p, last)))
            return false;
        tried += n > 0;
    }
    return false;
}

static size_t first_filled(const place *p, const row_cells *r)
{
    size_t i = r->first;

    while (!seen(p, i).n)
        i++;
    return i;
}

static bool has_columns(cj_arena *arena, cj_str title)
{
    return cj_section_family(cj_section_kind_of(arena, title)) != CJ_N_FAMILIES;
}

bool cj_section_may_begin(cj_arena *arena, cj_str text, unsigned col, size_t filled)
{
    if (col > MAX_MARK_COL || text.n > MAX_TITLE || !cj_section_mark(text))
        return false;
    return filled == 1 || (filled == 2 && has_columns(arena, text));
}

/* A title alone in its row, or with a remark beside it where headers of that kind follow. */
static bool is_marker(const place *p, const row_cells *r, size_t next, size_t *mark)
{
    size_t last;
    unsigned n = filled(p, r, &last);
    cj_str text;

    if (!n)
        return false;
    *mark = first_filled(p, r);
    text = seen(p, *mark);
    if (cj_sheet_cell(p->cells, *mark)->col > MAX_MARK_COL || text.n > MAX_TITLE)
        return false;
    if (n == 1 && cj_section_mark(text))
        return true;
    if (n > 2 || (n > 1 && !cj_section_decorated(text)))
        return false;
    return has_columns(p->b->arena, text) &&
           headed(p, next, cj_section_kind_of(p->b->arena, text),
                  n == 1 ? STACKED_AHEAD : 1);
}

/* The next marker row at or after cell *at; its cell in *mark. */
static bool next_marker(const place *p, size_t *at, row_cells *r, size_t *mark)
{
    while (next_row(p, at, r))
        if (is_marker(p, r, *at, mark))
            return true;
    return false;
}

void cj_sections_stacked(cj_build *b, unsigned from)
{
    place p = { b, b->w->index, b->w->sheet };
    size_t at = cj_sheet_from(p.cells, from, 1), mark;
    row_cells r;
    bool more = next_marker(&p, &at, &r, &mark);

    while (more && r.row <= b->map->range.row2) {
        cj_span here = { p.sheet, r.row, cj_sheet_cell(p.cells, mark)->col, 0, 0 };
        cj_str title = seen(&p, mark);
        cj_section *s = add_section(b, cj_section_kind_of(b->arena, title),
                                    cj_label_undecorated(title), here);
        unsigned first = r.row + 1, last;

        cj_claim(b, CJ_LEAF_SECTION, here, title, -1, -1);
        more = next_marker(&p, &at, &r, &mark);
        last = more ? r.row - 1 : b->map->range.row2;
        if (first <= last)
            read_section(&p, first, last, STACKED_AHEAD, s);
    }
}

/* A line of more than one text stands below. */
static bool table_below(const place *p, size_t at)
{
    unsigned tried = 0;
    size_t last;
    row_cells r;

    while (tried++ < LOOK_AHEAD && next_row(p, &at, &r))
        if (filled(p, &r, &last) > 1)
            return true;
    return false;
}

/* The name of the section, written again over its table; over a single column it is the header. */
static void claim_titles(const place *p, cj_section *s)
{
    size_t at = 0, last = 0, tried = 0;
    row_cells r;

    while (tried++ < LOOK_AHEAD && next_row(p, &at, &r)) {
        if (filled(p, &r, &last) != 1 ||
            cj_section_kind_of(p->b->arena, seen(p, last)) != s->kind ||
            !table_below(p, at))
            continue;
        s->at = (cj_span){ p->sheet, r.row, cj_sheet_cell(p->cells, last)->col, 0, 0 };
        s->title = cj_label_undecorated(seen(p, last));
        cj_claim(p->b, CJ_LEAF_SECTION, s->at, seen(p, last), -1, -1);
        return;
    }
}

void cj_sections_sheet(cj_build *b, unsigned sheet, cj_section_kind kind)
{
    place p = { b, sheet, &b->map->book->sheets[sheet] };
    cj_section *s;

    if (kind == CJ_SECTION_GUIDE)
        return;
    s = add_section(b, kind, p.cells->name, (cj_span){ sheet, 0, 0, 0, 0 });
    claim_titles(&p, s);
    read_section(&p, s->at.row + 1, p.cells->rows, LOOK_AHEAD, s);
}
