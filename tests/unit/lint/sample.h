/* sample.h - maps for tests: the committed samples, with edits written like "C25=text ;; D3=". */
#ifndef TEST_SAMPLE_H
#define TEST_SAMPLE_H

#include <cj/cj.h>
#include "base/buf.h"
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define SAMPLES "tests/data/samples/"
#define SAMPLE_JA SAMPLES "02_good_ja.csv"
#define SAMPLE_EN SAMPLES "03_good_en.csv"

static inline cj_book *sample_book(cj_arena *a, const char *path)
{
    cj_read_options options = cj_read_options_default();
    cj_book *book = NULL;
    cj_err err = { 0 };
    cj_rc rc = cj_book_read(a, path, &options, &book, &err);

    cr_assert_eq(rc, CJ_OK, "%s: %.*s", path, CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    return book;
}

static inline cj_str sample_unescape(cj_arena *a, cj_str s)
{
    cj_buf b;

    cj_buf_init(&b, a);
    for (; s.n; s = cj_str_from(s, 1))
        if (s.n > 1 && s.p[0] == '\\' && s.p[1] == 'n') {
            cj_buf_byte(&b, '\n');
            s = cj_str_from(s, 1);
        } else {
            cj_buf_byte(&b, s.p[0]);
        }
    return cj_buf_str(&b);
}

/* Cuts the next edit of "C25=text ;; D3=" off; false when there is none. */
static inline bool sample_next_edit(cj_str *edits, cj_str *one)
{
    size_t end = cj_str_find(*edits, CJ_STR(" ;; "));

    if (!edits->n)
        return false;
    *one = cj_str_cut(*edits, 0, end == CJ_NONE ? edits->n : end);
    *edits = end == CJ_NONE ? CJ_STR("") : cj_str_from(*edits, end + 4);
    return true;
}

/* A book in the making, and the sheet of it that edits go to. */
typedef struct sample_editing {
    cj_arena *a;
    cj_book *book;
    size_t at;
} sample_editing;

/* Adds the cells of a sheet that say something: an emptied cell is no cell. */
static inline void sample_copy(sample_editing *e, const cj_sheet *from, cj_str name)
{
    cj_sheet *s = cj_book_add_sheet(e->a, e->book, name);
    size_t i;

    for (i = 0; i < from->n_cells; i++)
        if (cj_sheet_cell(from, i)->text.n)
            *cj_sheet_add(e->a, s, cj_sheet_cell(from, i)->row,
                          cj_sheet_cell(from, i)->col) = *cj_sheet_cell(from, i);
    cj_sheet_seal(e->a, s);
}

static inline void sample_cell_edit(sample_editing *e, cj_str ref, cj_value value,
                                    cj_str text)
{
    unsigned row, col;
    cj_book_cell *c;

    cr_assert(cj_ref_parse(ref, &row, &col), "no cell: %.*s", CJ_ARG(ref));
    c = cj_sheet_add(e->a, &e->book->sheets[e->at], row, col);
    c->value = (uint8_t)value;
    c->text = sample_unescape(e->a, text);
}

static inline cj_range sample_range(cj_str s)
{
    size_t colon = cj_str_find(s, CJ_STR(":"));
    cj_range r = { 0 };

    cr_assert(colon != CJ_NONE && cj_ref_parse(cj_str_cut(s, 0, colon), &r.row1, &r.col1) &&
                  cj_ref_parse(cj_str_from(s, colon + 1), &r.row2, &r.col2),
              "no range: %.*s", CJ_ARG(s));
    return r;
}

/* Rows as 22:22, columns as C:C. */
static inline void sample_hide(sample_editing *e, cj_str s)
{
    cj_sheet *sheet = &e->book->sheets[e->at];
    bool rows = s.n && s.p[0] >= '0' && s.p[0] <= '9';
    cj_str from = cj_str_cut(s, 0, cj_str_find(s, CJ_STR(":")));
    cj_range r = sample_range(cj_str_fmt(e->a, rows ? "A%.*s:A%.*s" : "%.*s1:%.*s1",
                                         CJ_ARG(from), CJ_ARG(cj_str_from(s, from.n + 1))));

    if (rows) {
        CJ_ROOM(e->a, sheet->hidden_rows, sheet->n_hidden_rows, sheet->cap_hidden_rows);
        sheet->hidden_rows[sheet->n_hidden_rows++] = r;
    } else {
        CJ_ROOM(e->a, sheet->hidden_cols, sheet->n_hidden_cols, sheet->cap_hidden_cols);
        sheet->hidden_cols[sheet->n_hidden_cols++] = r;
    }
    e->book->can |= CJ_CAN_HIDDEN;
}

static inline void sample_merge(sample_editing *e, cj_str s)
{
    cj_sheet *sheet = &e->book->sheets[e->at];

    CJ_ROOM(e->a, sheet->merges, sheet->n_merges, sheet->cap_merges);
    sheet->merges[sheet->n_merges++] = sample_range(s);
    e->book->can |= CJ_CAN_MERGES;
}

static inline void sample_note_edit(sample_editing *e, cj_str ref, cj_str text)
{
    cj_sheet *sheet = &e->book->sheets[e->at];
    cj_book_note *n;

    CJ_ROOM(e->a, sheet->notes, sheet->n_notes, sheet->cap_notes);
    n = &sheet->notes[sheet->n_notes++];
    cr_assert(cj_ref_parse(ref, &n->row, &n->col), "no cell: %.*s", CJ_ARG(ref));
    n->text = sample_unescape(e->a, text);
    e->book->can |= CJ_CAN_NOTES;
}

/* What is not the text of a cell; see cj_example in cj/lint.h. */
static inline void sample_special(sample_editing *e, cj_str edit)
{
    cj_str word = cj_str_cut(edit, 0, cj_str_find(edit, CJ_STR(" ")));
    cj_str rest = cj_str_from(edit, word.n + 1);
    cj_str first = cj_str_cut(rest, 0, cj_str_find(rest, CJ_STR(" ")));
    cj_str second = cj_str_from(rest, first.n + 1);
    cj_text nothing = { "", "" };

    if (cj_str_eq(word, CJ_STR("!merge"))) {
        sample_merge(e, rest);
    } else if (cj_str_eq(word, CJ_STR("!hide"))) {
        sample_hide(e, rest);
    } else if (cj_str_eq(word, CJ_STR("!note"))) {
        sample_note_edit(e, first, second);
    } else if (cj_str_eq(word, CJ_STR("!error"))) {
        sample_cell_edit(e, first, CJ_V_ERROR, second);
    } else if (cj_str_eq(word, CJ_STR("!encoding"))) {
        e->book->csv.encoding = rest;
        cj_book_notice(e->a, e->book, CJ_ODD_ENCODING, nothing)->what.arg[0] = rest;
    } else if (cj_str_eq(word, CJ_STR("!ragged"))) {
        cj_notice *n = cj_book_notice(e->a, e->book, CJ_ODD_RAGGED, nothing);

        cr_assert(cj_ref_parse(rest, &n->what.at.row, &n->what.at.col));
    } else if (cj_str_eq(word, CJ_STR("!name"))) {
        e->book->sheets[e->at].name = rest;
    } else if (cj_str_eq(word, CJ_STR("!copy"))) {
        cj_sheet_seal(e->a, &e->book->sheets[e->at]);
        sample_copy(e, &e->book->sheets[e->at], rest);
        e->at = e->book->n_sheets - 1;
    } else if (cj_str_eq(word, CJ_STR("!sheet"))) {
        cj_book_add_sheet(e->a, e->book, rest);
        e->at = e->book->n_sheets - 1;
    } else {
        cr_assert(false, "no edit: %.*s", CJ_ARG(edit));
    }
}

static inline cj_book *sample_new(cj_arena *a, const cj_book *like)
{
    cj_book *book = cj_book_new(a, like->format);

    book->can = like->can;
    book->csv = like->csv;
    return book;
}

/* What was written is sorted and, where it was emptied, gone. */
static inline void sample_settle(cj_arena *a, cj_sheet *s)
{
    sample_editing e = { a, cj_book_new(a, CJ_CSV), 0 };
    cj_sheet *clean;

    cj_sheet_seal(a, s);
    sample_copy(&e, s, s->name);
    clean = &e.book->sheets[0];
    s->chunk = clean->chunk;
    s->n_chunks = clean->n_chunks;
    s->cap_chunks = clean->cap_chunks;
    s->n_cells = clean->n_cells;
    s->rows = clean->rows;
    s->cols = clean->cols;
}

/* A copy of the book's first sheet with the edits applied. */
static inline cj_book *sample_edited(cj_arena *a, const cj_book *from, cj_str edits)
{
    sample_editing e = { a, sample_new(a, from), 0 };
    cj_str one;
    size_t i;

    sample_copy(&e, &from->sheets[0], from->sheets[0].name);
    while (sample_next_edit(&edits, &one)) {
        size_t is = cj_str_find(one, CJ_STR("="));

        if (cj_str_starts(one, CJ_STR("!")))
            sample_special(&e, one);
        else
            sample_cell_edit(&e, cj_str_cut(one, 0, is == CJ_NONE ? 0 : is), CJ_V_TEXT,
                             cj_str_from(one, is + 1));
    }
    for (i = 0; i < e.book->n_sheets; i++)
        sample_settle(a, &e.book->sheets[i]);
    return e.book;
}

static inline void sample_note(cj_arena *a, cj_book *book, unsigned row, unsigned col,
                               const char *text)
{
    cj_sheet *s = &book->sheets[0];

    CJ_ROOM(a, s->notes, s->n_notes, s->cap_notes);
    s->notes[s->n_notes].row = row;
    s->notes[s->n_notes].col = col;
    s->notes[s->n_notes++].text = cj_str_of(text);
    book->can |= CJ_CAN_NOTES;
    cj_sheet_seal(a, s);
}

static inline cj_maps sample_maps(cj_arena *a, const cj_book *book)
{
    cj_map_options options = { { "", 0 }, CJ_ORIENT_AUTO, NULL };
    cj_maps *maps = CJ_NEW(a, cj_maps); /* a map points at all of them */
    cj_err err = { 0 };
    cj_rc rc = cj_maps_find(a, book, &options, maps, &err);

    cr_assert_eq(rc, CJ_OK, "%.*s", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    return *maps;
}

static inline cj_lint_options sample_options(cj_profile profile)
{
    cj_lint_options o = { .profile = profile, .today = { 2025, 10, 1 } };

    o.select = o.ignore = o.severity = CJ_STR("");
    return o;
}

static inline cj_lint_result sample_lint(cj_arena *a, const cj_book *book,
                                         const cj_lint_options *options)
{
    cj_maps maps = sample_maps(a, book);
    cj_lint_result r;

    cj_lint_run(a, &maps.map[0], options, &r);
    return r;
}

static inline cj_str sample_cell(cj_arena *a, const cj_finding *f)
{
    char ref[CJ_REF_MAX];

    if (!f->at.row)
        return CJ_STR("-");
    cj_ref(ref, f->at.row, f->at.col);
    return cj_str_copy(a, cj_str_of(ref));
}

/* "CJ305@D20 CJ403@D20": the findings in their order. */
static inline cj_str sample_found(cj_arena *a, const cj_lint_result *r)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, a);
    for (i = 0; i < r->n_findings; i++)
        cj_buf_fmt(&b, "%s%s@" CJ_FMT, i ? " " : "", r->findings[i].rule->id,
                   CJ_ARG(sample_cell(a, &r->findings[i])));
    return cj_buf_str(&b);
}

/* A case of a test of rules: edits of a base map, and what the chosen rules find in it. */
typedef struct sample_case {
    const char *what, *edits, *want;
} sample_case;

/* In v1; rules that are off there are on when `select` names them. */
static inline void sample_check(const char *base, const char *select,
                                const sample_case *cases, size_t n)
{
    cj_arena *a = cj_arena_new(0);
    cj_book *book = sample_book(a, base);
    size_t i;

    for (i = 0; i < n; i++) {
        cj_lint_options o = sample_options(CJ_V1);
        cj_lint_result r;

        o.select = cj_str_of(select);
        r = sample_lint(a, sample_edited(a, book, cj_str_of(cases[i].edits)), &o);
        cr_expect(cj_str_eq(sample_found(a, &r), cj_str_of(cases[i].want)),
                  "%s: found \"%.*s\", not \"%s\"", cases[i].what,
                  CJ_ARG(sample_found(a, &r)), cases[i].want);
    }
    cj_arena_free(a);
}

#endif
