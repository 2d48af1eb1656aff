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

/* The next of "C25=text ;; D3=": false when there is none. */
static inline bool sample_next_edit(cj_arena *a, cj_str *edits, unsigned *row,
                                    unsigned *col, cj_str *text)
{
    size_t end = cj_str_find(*edits, CJ_STR(" ;; "));
    cj_str one = cj_str_cut(*edits, 0, end == CJ_NONE ? edits->n : end);
    size_t is = cj_str_find(one, CJ_STR("="));

    if (!edits->n)
        return false;
    cr_assert(is != CJ_NONE && cj_ref_parse(cj_str_cut(one, 0, is), row, col),
              "no edit: %.*s", CJ_ARG(one));
    *text = sample_unescape(a, cj_str_from(one, is + 1));
    *edits = end == CJ_NONE ? CJ_STR("") : cj_str_from(*edits, end + 4);
    return true;
}

/* A copy of the book's first sheet with the edits applied. */
static inline cj_book *sample_edited(cj_arena *a, const cj_book *from, cj_str edits)
{
    cj_book *book = cj_book_new(a, from->format);
    cj_sheet *s = cj_book_add_sheet(a, book, from->sheets[0].name);
    unsigned row, col;
    cj_str text;
    size_t i;

    book->can = from->can;
    book->csv = from->csv;
    for (i = 0; i < from->sheets[0].n_cells; i++) {
        const cj_book_cell *c = cj_sheet_cell(&from->sheets[0], i);

        *cj_sheet_add(a, s, c->row, c->col) = *c;
    }
    while (sample_next_edit(a, &edits, &row, &col, &text)) {
        cj_book_cell *c = cj_sheet_add(a, s, row, col);

        c->value = CJ_V_TEXT;
        c->text = text;
    }
    cj_sheet_seal(a, s);
    /* an emptied cell is no cell */
    {
        cj_book *clean = cj_book_new(a, from->format);
        cj_sheet *t = cj_book_add_sheet(a, clean, from->sheets[0].name);

        clean->can = from->can;
        clean->csv = from->csv;
        for (i = 0; i < s->n_cells; i++)
            if (cj_sheet_cell(s, i)->text.n)
                *cj_sheet_add(a, t, cj_sheet_cell(s, i)->row, cj_sheet_cell(s, i)->col) =
                    *cj_sheet_cell(s, i);
        cj_sheet_seal(a, t);
        return clean;
    }
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
    cj_maps maps = { 0 };
    cj_err err = { 0 };
    cj_rc rc = cj_maps_find(a, book, &options, &maps, &err);

    cr_assert_eq(rc, CJ_OK, "%.*s", CJ_ARG(cj_err_line(a, &err, CJ_EN)));
    return maps;
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

#endif
