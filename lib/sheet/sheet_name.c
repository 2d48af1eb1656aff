/* sheet_name.c - names of sheets that Excel takes. */
#include "sheet/sheet_name.h"
#include "base/utf8.h"
#include "sheet/text_lines.h"
#include <cj/book.h>

static bool illegal(uint32_t cp)
{
    return cp < 0x20 || cp == 0x7f || cp == 0xfffe || cp == 0xffff ||
           (cp < 0x80 && memchr("[]:*?/\\", (int)cp, 7));
}

bool cj_sheet_name_opens(cj_str name)
{
    cj_str rest = name;

    if (!name.n || name.p[0] == '\'' || name.p[name.n - 1] == '\'' ||
        cj_text_units(name) > CJ_SHEET_NAME_UNITS)
        return false;
    while (rest.n)
        if (illegal(cj_utf8_next(&rest)))
            return false;
    return true;
}

/* What has a look-alike that Excel takes becomes that. */
static uint32_t instead(uint32_t cp)
{
    static const struct {
        uint32_t from, to;
    } pairs[] = { { '[', 0xff3b }, { ']', 0xff3d }, { ':', 0xff1a }, { '*', 0xff0a },
                  { '?', 0xff1f }, { '/', 0xff0f }, { '\\', 0xff3c } };
    size_t i;

    for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].from == cp)
            return pairs[i].to;
    return illegal(cp) ? ' ' : cp;
}

static cj_str bare(cj_str s) /* without blanks and apostrophes at its ends */
{
    cj_str before;

    do {
        before = s = cj_utf8_trim(s);
        if (s.n && s.p[0] == '\'')
            s = cj_str_from(s, 1);
        if (s.n && s.p[s.n - 1] == '\'')
            s.n--;
    } while (s.n != before.n);
    return s;
}

/* The front of it that leaves room for a tail of so many units. */
static cj_str front(cj_str s, size_t tail)
{
    cj_str rest = s;
    size_t n = 0;

    while (rest.n) {
        cj_str before = rest;

        n += cj_utf8_next(&rest) > 0xffff ? 2 : 1;
        if (n + tail > CJ_SHEET_NAME_UNITS)
            return bare(cj_str_cut(s, 0, s.n - before.n));
    }
    return s;
}

static cj_str legal(cj_arena *arena, cj_str wanted)
{
    cj_buf b;
    cj_str s;

    cj_buf_init(&b, arena);
    while (wanted.n)
        cj_utf8_put(&b, instead(cj_utf8_next(&wanted)));
    s = front(bare(cj_buf_str(&b)), 0);
    if (!s.n)
        return CJ_STR("Sheet");
    /* English Excel keeps this one for itself: a file that has it opens, but people cannot type it. */
    if (cj_str_eq(cj_utf8_fold(arena, s), CJ_STR("history")))
        return CJ_STR("Change log");
    return s;
}

static bool taken(const cj_book *book, cj_str name)
{
    cj_arena *scratch = cj_arena_new(0);
    cj_str folded = cj_utf8_fold(scratch, name);
    bool found = false;
    size_t i;

    for (i = 0; i < book->n_sheets && !found; i++)
        found = cj_str_eq(cj_utf8_fold(scratch, book->sheets[i].name), folded);
    cj_arena_free(scratch);
    return found;
}

cj_str cj_sheet_name_fit(cj_arena *arena, const cj_book *book, cj_str wanted)
{
    cj_str base = legal(arena, wanted), name = base;
    unsigned n;

    for (n = 2; taken(book, name); n++) {
        cj_str tail = cj_str_fmt(arena, " (%u)", n);
        cj_str head = front(base, tail.n);

        name = cj_str_fmt(arena, CJ_FMT CJ_FMT, CJ_ARG(head), CJ_ARG(tail));
    }
    return name;
}
