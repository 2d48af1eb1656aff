/* persona.c - a persona's label : value pairs. */
#include "map/build.h"
#include "map/normal.h"
#include "base/utf8.h"
#include <string.h>

enum { MAX_LABEL = 120, MAX_ROWS = 2000, MAX_COLS = 12, ITEM = 0, VALUE = 1 };

typedef struct reader {
    cj_build *b;
    unsigned sheet;
    const cj_sheet *cells;
    cj_section *s;
    size_t cap;
    struct {
        unsigned col;
        cj_str text;
    } cell[MAX_COLS];
    unsigned n, row;
} reader;

static int persona_id(const reader *r, cj_family family, cj_str label)
{
    if (!label.n || label.n > MAX_LABEL)
        return -1;
    return cj_labels_id(family, cj_label_key(r->b->arena, label));
}

/* The row that begins at cell *at, its first texts. */
static bool next_row(reader *r, size_t *at)
{
    if (*at >= r->cells->n_cells)
        return false;
    r->n = 0;
    r->row = cj_sheet_cell(r->cells, *at)->row;
    for (; *at < r->cells->n_cells && cj_sheet_cell(r->cells, *at)->row == r->row; ++*at) {
        const cj_book_cell *c = cj_sheet_cell(r->cells, *at);
        cj_str text = cj_seen(r->b->arena, r->b->map->book, c);

        if (!text.n || r->n == MAX_COLS ||
            !cj_map_owns(r->b->map, r->sheet, c->row, c->col))
            continue;
        r->cell[r->n].col = c->col;
        r->cell[r->n++].text = text;
    }
    return true;
}

static cj_span at_cell(const reader *r, unsigned k)
{
    return (cj_span){ r->sheet, r->row, r->cell[k].col, 0, 0 };
}

static bool is_header(const reader *r)
{
    return r->n > 1 && persona_id(r, CJ_FAM_PERCOL, r->cell[0].text) == ITEM &&
           persona_id(r, CJ_FAM_PERCOL, r->cell[1].text) == VALUE;
}

static void take_header(reader *r)
{
    unsigned k;

    for (k = 0; k < 2; k++) {
        r->s->columns[k].label = r->cell[k].text;
        r->s->columns[k].at = at_cell(r, k);
        cj_claim(r->b, CJ_LEAF_COLUMN, at_cell(r, k), r->cell[k].text, -1, -1);
    }
}

static cj_record *add_record(reader *r, int id)
{
    cj_record *rec;

    CJ_ROOM(r->b->arena, r->s->records, r->s->n_records, r->cap);
    rec = &r->s->records[r->s->n_records++];
    *rec = (cj_record){ id < 0 ? NULL : cj_labels_name(CJ_FAM_PERSONA, (unsigned)id),
                        CJ_NEW_N(r->b->arena, cj_field, 2), r->row };
    return rec;
}

static void claim(reader *r, unsigned k)
{
    cj_claim(r->b, CJ_LEAF_FIELD, at_cell(r, k), r->cell[k].text, -1, -1);
}

/* Where a piece of cell k stands in that cell's text. */
static cj_span within(const reader *r, unsigned k, cj_str piece)
{
    const cj_book_cell *c = cj_sheet_find(r->cells, r->row, r->cell[k].col);
    cj_span at = at_cell(r, k);

    if (c && c->text.n && piece.p >= c->text.p && piece.p < c->text.p + c->text.n) {
        at.from = (unsigned)(piece.p - c->text.p);
        at.to = at.from + (unsigned)piece.n;
    }
    return at;
}

/* 名前：佐藤 in a line: its field, or -1. */
static int pair_of(const reader *r, cj_str line, cj_str *label, cj_str *value)
{
    size_t wide = cj_str_find(line, CJ_STR("：")), at = cj_str_find(line, CJ_STR(":"));
    size_t len = wide < at ? 3 : 1;

    at = wide < at ? wide : at;
    if (at == CJ_NONE)
        return -1;
    *label = cj_utf8_trim(cj_str_cut(line, 0, at));
    *value = cj_utf8_trim(cj_str_from(line, at + len));
    return value->n ? persona_id(r, CJ_FAM_PERSONA, *label) : -1;
}

/* `名前：佐藤` in one cell, a line for each field; a line without one goes on with the last. */
static bool pairs_in_cell(reader *r, unsigned k)
{
    cj_str rest = r->cell[k].text, line, label, value;
    cj_record *rec = NULL;
    int id;

    while (cj_str_split(&rest, '\n', &line)) {
        id = pair_of(r, line, &label, &value);
        if (id < 0 && !rec)
            return false;
        if (id < 0) {
            value = rec->cell[VALUE].text;
            value.n = (size_t)(line.p + line.n - value.p);
            rec->cell[VALUE] = (cj_field){ cj_utf8_trim(value), within(r, k, value) };
            continue;
        }
        rec = add_record(r, id);
        rec->cell[ITEM] = (cj_field){ label, within(r, k, label) };
        rec->cell[VALUE] = (cj_field){ value, within(r, k, value) };
    }
    if (rec)
        claim(r, k);
    return rec != NULL;
}

/* Label and value side by side; how many cells that took. */
static unsigned pair_at(reader *r, unsigned k)
{
    int id = persona_id(r, CJ_FAM_PERSONA, r->cell[k].text);
    bool value = k + 1 < r->n && persona_id(r, CJ_FAM_PERSONA, r->cell[k + 1].text) < 0;
    cj_record *rec;

    if (id < 0 && (k || !value))
        return 0;
    rec = add_record(r, id);
    rec->cell[ITEM] = (cj_field){ r->cell[k].text, at_cell(r, k) };
    rec->cell[VALUE].at = at_cell(r, k);
    rec->cell[VALUE].at.col++;
    claim(r, k);
    if (!value)
        return 1;
    rec->cell[VALUE] = (cj_field){ r->cell[k + 1].text, at_cell(r, k + 1) };
    claim(r, k + 1);
    return 2;
}

/* A row with nothing under the labels goes on with the value above. */
static bool continues(reader *r)
{
    cj_record *last = r->s->n_records ? &r->s->records[r->s->n_records - 1] : NULL;

    if (!last || r->n != 1 || r->row != last->row + 1 ||
        r->cell[0].col != last->cell[VALUE].at.col ||
        last->cell[ITEM].at.col >= r->cell[0].col)
        return false;
    last->cell[VALUE].text =
        cj_str_fmt(r->b->arena, CJ_FMT "%s" CJ_FMT, CJ_ARG(last->cell[VALUE].text),
                   last->cell[VALUE].text.n ? "\n" : "", CJ_ARG(r->cell[0].text));
    last->row = r->row;
    claim(r, 0);
    return true;
}

static void read_row(reader *r)
{
    unsigned k, used;

    if (continues(r))
        return;
    for (k = 0; k < r->n; k += used) {
        used = pairs_in_cell(r, k) ? 1 : pair_at(r, k);
        used += !used;
    }
}

/* The names of fields side by side: 名前, 役職, 業務内容. */
static bool is_names(const reader *r)
{
    unsigned k;

    for (k = 0; k < r->n; k++)
        if (persona_id(r, CJ_FAM_PERSONA, r->cell[k].text) < 0)
            return false;
    return r->n > 1;
}

/* What stands under each of them, in as many rows as there are people; at the first row with a name
 * of a field again it ends. */
static bool read_across(reader *r, size_t *at, unsigned to)
{
    reader names = *r;
    size_t next = *at;
    unsigned k, n, rows = 0;

    while (next_row(r, &next) && r->row <= to) {
        for (n = k = 0; k < r->n; k++)
            n += persona_id(r, CJ_FAM_PERSONA, r->cell[k].text) >= 0;
        if (n || !r->n)
            break;
        for (n = k = 0; k < names.n; k++) {
            cj_record *rec;

            while (n < r->n && r->cell[n].col < names.cell[k].col)
                n++;
            if (n == r->n || r->cell[n].col != names.cell[k].col)
                continue;
            rec = add_record(r, persona_id(&names, CJ_FAM_PERSONA, names.cell[k].text));
            rec->cell[ITEM] = (cj_field){ names.cell[k].text, at_cell(&names, k) };
            rec->cell[VALUE] = (cj_field){ r->cell[n].text, at_cell(r, n) };
            claim(r, n);
        }
        *at = next;
        rows++;
    }
    for (k = 0; rows && k < names.n; k++)
        claim(&names, k);
    r->n = names.n;
    r->row = names.row;
    memcpy(r->cell, names.cell, sizeof names.cell);
    return rows > 0;
}

void cj_persona_read(cj_build *b, unsigned sheet, unsigned from, unsigned to,
                     cj_section *out)
{
    reader r = { .b = b, .sheet = sheet, .cells = &b->map->book->sheets[sheet], .s = out };
    size_t at = cj_sheet_from(r.cells, from, 1);
    unsigned rows = 0;

    out->columns = CJ_NEW_N(b->arena, cj_column, 2);
    out->columns[ITEM].field = "item";
    out->columns[VALUE].field = "value";
    out->n_columns = 2;
    while (rows++ < MAX_ROWS && next_row(&r, &at) && r.row <= to) {
        if (!out->n_records && !out->columns[ITEM].at.row && is_header(&r))
            take_header(&r);
        else if (!is_names(&r) || !read_across(&r, &at, to))
            read_row(&r);
    }
}
