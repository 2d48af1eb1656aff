/* book_edit_notes.c - notes that are put below what people wrote, or taken away again. */
#include "sheet/book_edit.h"

static bool comes_before(const cj_book_note *note, const cj_edit *edit)
{
    return note->row != edit->row ? note->row < edit->row : note->col < edit->col;
}

static bool of_cell(const cj_book_note *note, const cj_edit *edit)
{
    return note->row == edit->row && note->col == edit->col;
}

/* A note in which nothing stands goes, unless it was so before. */
static void put(cj_editing *e, cj_book_note note, bool there, const cj_edit *edit)
{
    bool kept = there && !note.text.n;

    note.text = cj_note_with(e->arena, note.text, edit->text);
    if (note.text.n || kept)
        e->is->notes[e->is->n_notes++] = note;
}

void cj_editing_notes(cj_editing *e, const cj_edit *edits, size_t n)
{
    cj_sheet was = *e->is;
    size_t at = 0, i;

    if (!n)
        return;
    e->is->n_notes = 0;
    e->is->cap_notes = was.n_notes + n;
    e->is->notes = CJ_NEW_N(e->arena, cj_book_note, e->is->cap_notes);
    for (i = 0; i < n; i++) {
        cj_book_note none = { .row = edits[i].row,
                              .col = edits[i].col,
                              .author = CJ_STR(CJ_NOTE_AUTHOR) };

        while (at < was.n_notes && comes_before(&was.notes[at], &edits[i]))
            e->is->notes[e->is->n_notes++] = was.notes[at++];
        if (at < was.n_notes && of_cell(&was.notes[at], &edits[i]))
            put(e, was.notes[at++], true, &edits[i]);
        else
            put(e, none, false, &edits[i]);
    }
    while (at < was.n_notes)
        e->is->notes[e->is->n_notes++] = was.notes[at++];
}
