/* marks.c - what cjlint has left in an annotated workbook, and the workbook without it. */
#include <cj/marks.h>
#include "base/buf.h"

/* ---- sheets --------------------------------------------------------------------------------------- */

static const struct {
    cj_str word;
    cj_text name;
} sheets[] = {
    [CJ_MARK_NO_SHEET] = { CJ_LIT(""), { "", "" } },
    [CJ_MARK_FINDINGS] = { CJ_LIT("cjlint:findings:1"), { "Findings", "指摘一覧" } },
    [CJ_MARK_COVERAGE] = { CJ_LIT("cjlint:coverage:1"), { "Evidence map", "根拠マップ" } },
};

cj_str cj_marks_word(cj_mark_sheet mark)
{
    return sheets[mark].word;
}

cj_text cj_marks_name(cj_mark_sheet mark)
{
    return sheets[mark].name;
}

/* It stands in the first row, and people may have put rows above. */
cj_mark_sheet cj_marks_sheet(const cj_sheet *s)
{
    enum { NEAR = 200 };
    size_t i;

    for (i = 0; i < s->n_cells && i < NEAR; i++) {
        cj_str text = cj_sheet_cell(s, i)->text;

        if (cj_str_eq(text, sheets[CJ_MARK_FINDINGS].word))
            return CJ_MARK_FINDINGS;
        if (cj_str_eq(text, sheets[CJ_MARK_COVERAGE].word))
            return CJ_MARK_COVERAGE;
    }
    return CJ_MARK_NO_SHEET;
}

/* ---- tints ---------------------------------------------------------------------------------------- */

static const uint32_t tints[] = { 0, 0xe3eefb, 0xffe08f, 0xf7bfac }; /* by severity */

uint32_t cj_mark_tint(int severity)
{
    return tints[severity];
}

bool cj_mark_is_tint(uint32_t fill)
{
    size_t i;

    for (i = 1; i < sizeof tints / sizeof *tints; i++)
        if (fill == tints[i])
            return true;
    return false;
}

/* As an eye weighs them; in the middle black and white letters can be read alike. */
bool cj_mark_may_tint(uint32_t ground)
{
    unsigned light =
        (299 * (ground >> 16 & 0xff) + 587 * (ground >> 8 & 0xff) + 114 * (ground & 0xff)) /
        1000;

    return ground == CJ_NO_FILL || light >= 140;
}

/* ---- the ground that was there before ------------------------------------------------------------- */

#define WAS_EN "Fill before: #"
#define WAS_JA "元の塗りつぶし: #"

cj_str cj_mark_fill_line(cj_arena *arena, uint32_t fill, cj_lang lang)
{
    if (fill == CJ_NO_FILL)
        return CJ_STR("");
    return cj_str_fmt(arena, "%s%06X", lang == CJ_JA ? WAS_JA : WAS_EN, (unsigned)fill);
}

cj_str cj_mark_was(cj_arena *arena, cj_str sheet, uint32_t row, uint32_t col, uint32_t fill)
{
    char ref[CJ_REF_MAX];

    cj_ref(ref, row, col);
    return fill == CJ_NO_FILL
               ? cj_str_fmt(arena, "%s=none " CJ_FMT, ref, CJ_ARG(sheet))
               : cj_str_fmt(arena, "%s=%06X " CJ_FMT, ref, (unsigned)fill, CJ_ARG(sheet));
}

/* Six digits; anything else is no colour. */
static uint32_t colour(cj_str s)
{
    uint32_t fill = 0;
    size_t i;

    for (i = 0; i < 6; i++) {
        static const char digits[] = "0123456789abcdef";
        char c = i < s.n ? (char)(s.p[i] >= 'A' && s.p[i] <= 'F' ? s.p[i] | 0x20 : s.p[i])
                         : '\0';
        const char *digit = c ? strchr(digits, c) : NULL;

        if (!digit)
            return CJ_NO_FILL;
        fill = fill << 4 | (uint32_t)(digit - digits);
    }
    return fill;
}

static uint32_t told_by_note(cj_str note)
{
    static const cj_str heads[] = { CJ_LIT("\n" WAS_EN), CJ_LIT("\n" WAS_JA) };
    size_t i, at;

    for (i = 0; i < sizeof heads / sizeof *heads; i++) {
        at = cj_str_find(note, heads[i]);
        if (at != CJ_NONE)
            return colour(cj_str_from(note, at + heads[i].n));
    }
    return CJ_NO_FILL;
}

/* ---- taking them off ------------------------------------------------------------------------------ */

typedef struct taking {
    cj_arena *arena;
    const cj_book *book;
    cj_edit *edit;
    size_t n, cap;
} taking;

static cj_edit *add(taking *t, cj_edit_kind kind, unsigned sheet, uint32_t row,
                    uint32_t col)
{
    CJ_ROOM(t->arena, t->edit, t->n, t->cap);
    t->edit[t->n] = (cj_edit){ .kind = kind, .sheet = sheet, .row = row, .col = col };
    return &t->edit[t->n++];
}

static bool ours(cj_arena *arena, const cj_book_note *note)
{
    return !note->threaded && cj_str_has(note->text, CJ_STR(CJ_NOTE_LINE)) &&
           !cj_str_eq(cj_note_own(arena, note->text), note->text);
}

static void give_back(taking *t, unsigned sheet, uint32_t row, uint32_t col, uint32_t was)
{
    if (cj_mark_is_tint(cj_book_ground(t->book, sheet, row, col)))
        add(t, CJ_EDIT_FILL, sheet, row, col)->fill = was;
}

static void take_notes(taking *t, unsigned sheet)
{
    const cj_sheet *s = &t->book->sheets[sheet];
    size_t i;

    for (i = 0; i < s->n_notes; i++) {
        const cj_book_note *note = &s->notes[i];

        if (!ours(t->arena, note))
            continue;
        add(t, CJ_EDIT_NOTE, sheet, note->row, note->col);
        give_back(t, sheet, note->row, note->col, told_by_note(note->text));
    }
}

/* One line of the list, of a cell whose note is not ours: a conversation, or it was deleted. */
static void take_listed(taking *t, cj_str was)
{
    size_t equals = cj_str_find(was, CJ_STR("=")), blank = cj_str_find(was, CJ_STR(" "));
    unsigned row, col, sheet;
    cj_str name;

    if (equals == CJ_NONE || blank == CJ_NONE || blank < equals ||
        !cj_ref_parse(cj_str_cut(was, 0, equals), &row, &col))
        return;
    name = cj_str_from(was, blank + 1);
    for (sheet = 0; sheet < t->book->n_sheets; sheet++) {
        const cj_sheet *s = &t->book->sheets[sheet];
        const cj_book_note *note;

        if (!cj_str_eq(s->name, name))
            continue;
        note = cj_sheet_note(s, row, col);
        if (!note || !ours(t->arena, note))
            give_back(t, sheet, row, col, colour(cj_str_from(was, equals + 1)));
        return;
    }
}

static void take_all_listed(taking *t, const cj_sheet *list)
{
    size_t i;

    for (i = 0; i < list->n_cells; i++)
        take_listed(t, cj_sheet_cell(list, i)->text);
}

cj_edit *cj_marks_off(cj_arena *arena, const cj_book *book, size_t *n)
{
    taking t = { arena, book, NULL, 0, 0 };
    unsigned i;

    for (i = 0; i < book->n_sheets; i++) {
        cj_mark_sheet mark = cj_marks_sheet(&book->sheets[i]);

        if (mark == CJ_MARK_NO_SHEET)
            take_notes(&t, i);
        else if (mark == CJ_MARK_FINDINGS)
            take_all_listed(&t, &book->sheets[i]);
    }
    *n = t.n;
    return t.edit;
}

/* ---- the book without them ------------------------------------------------------------------------ */

static bool marked(const cj_book *book)
{
    size_t i, k;

    for (i = 0; i < book->n_sheets; i++) {
        const cj_sheet *s = &book->sheets[i];

        if (cj_marks_sheet(s) != CJ_MARK_NO_SHEET)
            return true;
        for (k = 0; k < s->n_notes; k++)
            if (cj_str_has(s->notes[k].text, CJ_STR(CJ_NOTE_LINE)))
                return true;
    }
    return false;
}

/* To a cell that a book does not hold, its ground is nothing. */
static size_t of_cells(const cj_book *book, cj_edit *edit, size_t n)
{
    size_t i, kept = 0;

    for (i = 0; i < n; i++)
        if (edit[i].kind != CJ_EDIT_FILL ||
            cj_sheet_find(&book->sheets[edit[i].sheet], edit[i].row, edit[i].col))
            edit[kept++] = edit[i];
    return kept;
}

const cj_book *cj_book_unmarked(cj_arena *arena, const cj_book *book)
{
    cj_edit *edit;
    cj_book *bare;
    size_t n, i;
    bool last = true;

    if (!marked(book))
        return book;
    edit = cj_marks_off(arena, book, &n);
    bare = cj_book_edited(arena, book, edit, of_cells(book, edit, n));
    for (i = book->n_sheets; i-- > 0;) {
        cj_sheet *s = &bare->sheets[i];

        if (cj_marks_sheet(s) == CJ_MARK_NO_SHEET) {
            last = false;
            continue;
        }
        bare->n_cells -= s->n_cells;
        *s = (cj_sheet){ .name = s->name, .state = s->state, .kind = s->kind };
        bare->n_sheets -= last && i > 0;
    }
    return bare;
}
