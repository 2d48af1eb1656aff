/* sections.c - the tables beside the grid: stacked under it, or on sheets of their own (model 7). */
#include "map/build.h"
#include "map/normal.h"
#include "base/utf8.h"

enum {
    MAX_TITLE = 120,
    MAX_COLUMNS = 100,
    MAX_FIELDS = 4000000,
    MAX_MARK_COL = 3,
    LOOK_AHEAD = 15
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

/* ■ ◆ ● ○ □ ▼ ▶ ◇ ★ # in front, or 【】 [] around. */
bool cj_section_mark(cj_str text)
{
    static const char *const marks[] = { "■", "◆", "●", "○",  "□", "▼",  "▶",
                                         "◇", "★", "#", "【", "[", "［", "＃" };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(text, cj_str_of(marks[i])))
            return i < 10 || i == 13 || cj_str_ends(text, CJ_STR("】")) ||
                   cj_str_ends(text, CJ_STR("]")) || cj_str_ends(text, CJ_STR("］"));
    return false;
}

static cj_section_kind kind_of(cj_arena *arena, cj_str title)
{
    int id = title.n && title.n <= MAX_TITLE
                 ? cj_labels_id(CJ_FAM_SHEET, cj_label_key(arena, title))
                 : -1;

    return id < 0 ? CJ_SECTION_UNKNOWN : (cj_section_kind)id;
}

cj_section_kind cj_sections_sheet_kind(cj_arena *arena, const cj_sheet *sheet)
{
    return kind_of(arena, sheet->name);
}

static unsigned next_filled(const cj_window *w, unsigned row)
{
    unsigned n = 0;

    while (++row <= w->part.row2 && !n)
        n = cj_window_filled(w, row);
    return n;
}

static cj_str only_text(const cj_window *w, unsigned row)
{
    unsigned col;

    if (cj_window_filled(w, row) != 1)
        return CJ_STR("");
    for (col = 1; col <= MAX_MARK_COL; col++)
        if (cj_window_text(w, row, col).n)
            return cj_window_text(w, row, col);
    return CJ_STR("");
}

/* A marker begins a section only if a header follows it, or nothing: rows of a blank grid may
 * carry the same marks. ■ペルソナ above the grid is metadata: cut off there, no map would be left. */
unsigned cj_sections_begin(const cj_window *w)
{
    unsigned row, wide = 0;

    for (row = w->part.row1; row <= w->part.row2; row++) {
        cj_str text = only_text(w, row);
        cj_section_kind kind =
            cj_section_mark(text) ? kind_of(w->arena, text) : CJ_SECTION_UNKNOWN;

        if (kind != CJ_SECTION_UNKNOWN && kind != CJ_SECTION_MAP &&
            next_filled(w, row) != 1 && (kind != CJ_SECTION_PERSONA || wide > 1))
            return row;
        if (kind != CJ_SECTION_UNKNOWN && kind != CJ_SECTION_MAP &&
            (kind == CJ_SECTION_PERSONA || kind == CJ_SECTION_GUIDE) && wide > 1)
            return row;
        wide += cj_window_filled(w, row) > 2;
    }
    return w->part.row2 + 1;
}

static cj_family family_of(cj_section_kind kind)
{
    switch (kind) {
    case CJ_SECTION_PHASES:
        return CJ_FAM_PHACOL;
    case CJ_SECTION_EVIDENCE:
        return CJ_FAM_EVCOL;
    case CJ_SECTION_KPI:
        return CJ_FAM_KPICOL;
    case CJ_SECTION_ACTIONS:
        return CJ_FAM_ACTCOL;
    case CJ_SECTION_HISTORY:
        return CJ_FAM_HISCOL;
    case CJ_SECTION_CONFLICTS:
        return CJ_FAM_CONCOL;
    case CJ_SECTION_MERGE_LOG:
        return CJ_FAM_LOGCOL;
    default:
        return CJ_N_FAMILIES;
    }
}

/* The field of a column header: as it stands, or without what is in brackets behind it. */
static const char *field_of(cj_arena *arena, cj_family family, cj_str header)
{
    cj_str key;
    size_t at;
    int id;

    if (family == CJ_N_FAMILIES || !header.n || header.n > MAX_TITLE)
        return NULL;
    key = cj_label_key(arena, header);
    id = cj_labels_id(family, key);
    at = cj_str_find(key, CJ_STR("("));
    if (id < 0 && at != CJ_NONE && at)
        id = cj_labels_id(family, cj_str_cut(key, 0, at));
    return id < 0 ? NULL : cj_labels_name(family, (unsigned)id);
}

static unsigned known_columns(const place *p, const row_cells *r, cj_family family)
{
    unsigned n = 0;
    size_t i;

    for (i = r->first; i < r->first + r->n; i++)
        n += field_of(p->b->arena, family, seen(p, i)) != NULL;
    return n;
}

/* The header row at or after cell *at: of a stacked section the next filled row; on a sheet of its
 * own the row with the most known columns, because titles may stand above. */
static bool header_row(const place *p, size_t *at, unsigned to, cj_family family,
                       unsigned look, row_cells *out)
{
    size_t scan = *at, last;
    unsigned best = 0, tried = 0, n;
    row_cells r;

    out->n = 0;
    while (tried < look && next_row(p, &scan, &r) && r.row <= to) {
        n = filled(p, &r, &last);
        if (!n)
            continue;
        tried++;
        n = look == 1 ? 1 : family == CJ_N_FAMILIES ? n > 1 : known_columns(p, &r, family);
        if (n > best) {
            best = n;
            *out = r;
            *at = scan;
        }
    }
    return best > 0;
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
            (cj_column){ field_of(b->arena, family, text), text, at };
        cj_claim(b, CJ_LEAF_COLUMN, at, text, -1, -1);
    }
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
    cj_family family = family_of(s->kind);
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

/* The next marker row at or after cell *at; its cell in *mark. */
static bool next_marker(const place *p, size_t *at, row_cells *r, size_t *mark)
{
    while (next_row(p, at, r)) {
        if (filled(p, r, mark) != 1 || cj_sheet_cell(p->cells, *mark)->col > MAX_MARK_COL)
            continue;
        if (seen(p, *mark).n <= MAX_TITLE && cj_section_mark(seen(p, *mark)))
            return true;
    }
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
        cj_section *s =
            add_section(b, kind_of(b->arena, title), cj_label_undecorated(title), here);
        unsigned first = r.row + 1, last;

        cj_claim(b, CJ_LEAF_SECTION, here, title, -1, -1);
        more = next_marker(&p, &at, &r, &mark);
        last = more ? r.row - 1 : b->map->range.row2;
        if (first <= last)
            read_section(&p, first, last, 1, s);
    }
}

static unsigned filled_next(const place *p, size_t at)
{
    unsigned n = 0;
    size_t last;
    row_cells r;

    while (!n && next_row(p, &at, &r))
        n = filled(p, &r, &last);
    return n;
}

/* The name of the section, written again over its table; over a single column it is the header. */
static void claim_titles(const place *p, cj_section *s)
{
    size_t at = 0, last, tried = 0;
    row_cells r;

    while (tried++ < LOOK_AHEAD && next_row(p, &at, &r)) {
        if (filled(p, &r, &last) != 1 || kind_of(p->b->arena, seen(p, last)) != s->kind ||
            filled_next(p, at) == 1)
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
