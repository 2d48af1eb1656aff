/* make_book.c - books for tests, written as text: a TAB parts cells, a line is a row. */
#include "make_book.h"
#include "base/buf.h"
#include "base/number.h"
#include <assert.h>

static cj_str with_breaks(cj_arena *arena, cj_str s)
{
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    for (i = 0; i < s.n; i++) {
        bool lf = s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 'n';

        cj_buf_byte(&b, lf ? '\n' : s.p[i]);
        i += lf;
    }
    return cj_buf_str(&b);
}

static void add_cells(cj_arena *arena, cj_sheet *sheet, cj_str line, unsigned row)
{
    unsigned col = 0;
    cj_str piece;

    while (cj_str_split(&line, '\t', &piece)) {
        cj_book_cell *c;

        col++;
        if (!piece.n)
            continue;
        c = cj_sheet_add(arena, sheet, row, col);
        c->text = with_breaks(arena, piece);
        c->value = cj_number_parse(c->text, &c->number) ? CJ_V_NUMBER : CJ_V_TEXT;
    }
}

static void add_merge(cj_arena *arena, cj_sheet *sheet, cj_str range)
{
    size_t colon = cj_str_find(range, CJ_STR(":"));
    unsigned r1, c1, r2, c2;

    assert(cj_ref_parse(cj_str_cut(range, 0, colon), &r1, &c1));
    assert(cj_ref_parse(cj_str_from(range, colon + 1), &r2, &c2));
    CJ_ROOM(arena, sheet->merges, sheet->n_merges, sheet->cap_merges);
    sheet->merges[sheet->n_merges++] = (cj_range){ r1, c1, r2, c2 };
}

static void add_note(cj_arena *arena, cj_sheet *sheet, cj_str said)
{
    size_t space = cj_str_find(said, CJ_STR(" "));
    cj_book_note note = { .text = cj_str_from(said, space + 1) };
    unsigned row, col;

    assert(cj_ref_parse(cj_str_cut(said, 0, space), &row, &col));
    note.row = row;
    note.col = col;
    CJ_ROOM(arena, sheet->notes, sheet->n_notes, sheet->cap_notes);
    sheet->notes[sheet->n_notes++] = note;
}

cj_book *make_book(cj_arena *arena, const char *text)
{
    cj_book *book = cj_book_new(arena, CJ_XLSX);
    cj_str rest = cj_str_of(text), line;
    size_t at = 0, i;
    unsigned row = 0;

    book->can = CJ_CAN_MERGES | CJ_CAN_NOTES | CJ_CAN_HIDDEN;
    cj_book_add_sheet(arena, book, CJ_STR("Map"));
    while (cj_str_split(&rest, '\n', &line)) {
        if (cj_str_starts(line, CJ_STR("=== "))) {
            at = book->n_sheets;
            cj_book_add_sheet(arena, book, cj_str_from(line, 4));
            row = 0;
        } else if (cj_str_starts(line, CJ_STR("!merge "))) {
            add_merge(arena, &book->sheets[at], cj_str_from(line, 7));
        } else if (cj_str_starts(line, CJ_STR("!note "))) {
            add_note(arena, &book->sheets[at], cj_str_from(line, 6));
        } else if (cj_str_eq(line, CJ_STR("!hide"))) {
            book->sheets[at].state = CJ_HIDDEN;
        } else {
            add_cells(arena, &book->sheets[at], line, ++row);
        }
    }
    for (i = 0; i < book->n_sheets; i++)
        cj_sheet_seal(arena, &book->sheets[i]);
    return book;
}

cj_map *make_map(cj_arena *arena, const char *text, cj_err *err)
{
    cj_maps maps;

    if (cj_maps_find(arena, make_book(arena, text), NULL, &maps, err) != CJ_OK)
        return NULL;
    return &maps.map[0];
}
