/* csv_patch.c - edits in a CSV: what is written reads as the edited book, or nothing is written; without an
 * edit, and where an edit says what is there, no byte changes. An edit is a line "ROW COL TEXT" (in the text
 * ~ is a line break), or "R" (rows in), "r" (rows out), "C", "c" (columns), "A" (append) with the first and how
 * many: "r2 1"; an empty line parts them from the CSV. */
#include <cj/patch.h>
#include "base/utf8.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 16 };

static unsigned number_at(cj_str *s)
{
    unsigned n = 0;

    for (; s->n && *s->p >= '0' && *s->p <= '9' && n < 10000; *s = cj_str_from(*s, 1))
        n = 10 * n + (unsigned)(*s->p - '0');
    if (s->n && *s->p == ' ')
        *s = cj_str_from(*s, 1);
    return n;
}

static cj_edit move_of(cj_str line)
{
    cj_edit e = { .kind = CJ_EDIT_APPEND };
    char c = *line.p;

    line = cj_str_from(line, 1);
    e.kind = c == 'R'   ? CJ_EDIT_ROWS_IN
             : c == 'r' ? CJ_EDIT_ROWS_OUT
             : c == 'C' ? CJ_EDIT_COLS_IN
             : c == 'c' ? CJ_EDIT_COLS_OUT
                        : CJ_EDIT_APPEND;
    e.row = e.col = number_at(&line) % 40;
    e.count = number_at(&line) % 40;
    return e;
}

static bool move(const cj_edit *edits, size_t n)
{
    while (n)
        if (cj_edit_moves(&edits[--n]))
            return true;
    return false;
}

static size_t edits_of(cj_arena *arena, cj_str *bytes, cj_edit *edits)
{
    cj_str line;
    size_t n = 0, i;

    while (cj_str_split(bytes, '\n', &line) && line.n) {
        cj_edit e = { .kind = CJ_EDIT_TEXT };
        char *text;

        if (n == MOST)
            continue;
        if (line.n && strchr("RrCcA", *line.p)) {
            edits[n++] = move_of(line);
            continue;
        }
        e.row = number_at(&line) % 40;
        e.col = number_at(&line) % 40;
        text = cj_alloc_text(arena, line.n + 1);
        for (i = 0; i < line.n; i++)
            text[i] = (char)(line.p[i] == '~' ? '\n' : line.p[i]);
        e.text = (cj_str){ text, line.n };
        if (cj_utf8_valid(e.text))
            edits[n++] = e;
    }
    return n;
}

static cj_str patch(cj_arena *arena, cj_str bytes, const cj_edit *edits, size_t n,
                    cj_rc *rc)
{
    cj_read_options o = cj_read_options_default();
    cj_err err;
    cj_str out;

    *rc = cj_csv_patch(arena, bytes, CJ_STR("a.csv"), &o, edits, n, &out, &err);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cj_arena *arena = cj_arena_new(0);
    cj_str bytes = { (const char *)data, size }, out, again;
    cj_edit edits[MOST];
    size_t n = edits_of(arena, &bytes, edits);
    cj_rc rc;

    if (!bytes.p)
        bytes = CJ_STR("");
    out = patch(arena, bytes, edits, n, &rc);
    if (rc == CJ_OK && !move(edits, n)) {
        again = patch(arena, out, edits, n, &rc);
        assert(rc == CJ_OK && cj_str_eq(again, out));
    } else if (rc != CJ_OK) {
        assert(cj_str_eq(out, bytes));
    }
    assert(cj_str_eq(patch(arena, bytes, edits, 0, &rc), bytes) && rc == CJ_OK);
    cj_arena_free(arena);
    return 0;
}
