/* note_own.c - notes in which people and we write: theirs above a line, ours below it. */
#include "sheet/note_own.h"
#include <cj/edit.h>
#include "base/buf.h"

static cj_str without_breaks(cj_str s)
{
    while (s.n && (s.p[s.n - 1] == '\n' || s.p[s.n - 1] == '\r'))
        s.n--;
    return s;
}

/* Where our line begins: it stands alone; the end where there is none. */
static size_t line_at(cj_str note)
{
    cj_str rest = note, line;
    size_t at = 0;

    while (cj_str_split(&rest, '\n', &line)) {
        if (cj_str_eq(cj_str_trim(line), CJ_STR(CJ_NOTE_LINE)))
            return at;
        at += line.n + 1;
    }
    return note.n;
}

cj_str cj_note_theirs(cj_str note)
{
    size_t at = line_at(note);

    return at == note.n ? note : without_breaks(cj_str_cut(note, 0, at));
}

cj_str cj_note_with(cj_arena *arena, cj_str note, cj_str ours)
{
    cj_str theirs = cj_note_theirs(note);
    cj_buf b;

    if (!ours.n)
        return theirs;
    cj_buf_init(&b, arena);
    cj_buf_add(&b, theirs);
    if (theirs.n)
        cj_buf_byte(&b, '\n');
    cj_buf_add(&b, CJ_STR(CJ_NOTE_LINE));
    cj_buf_byte(&b, '\n');
    cj_buf_add(&b, ours);
    return cj_buf_str(&b);
}
