/* covered.c - whether one text says all that another one does: the ground of "nothing is lost". */
#include "layout/words.h"
#include "map/bullets.h"
#include "base/number.h"
#include "base/utf8.h"
#include <string.h>

static bool parts_items(uint32_t cp)
{
    return cp == ',' || cp == 0x3001 || cp == 0xff0c || cp == 0xff64 || cp == ';' ||
           cp == 0xff1b || cp == '|' || cp == 0xff5c || cp == '\n' || cp == '\r';
}

/* Without white space, and without the small bullets that lines begin with. */
static cj_str squeezed(cj_arena *arena, cj_str s)
{
    char *to = cj_alloc_text(arena, s.n + 1);
    bool fresh = true;
    size_t n = 0;

    while (s.n) {
        size_t bullet = fresh && cj_words_small_bullet(s) ? cj_bullet(s) : 0;
        cj_str here = s = cj_str_from(s, bullet);
        uint32_t cp;

        if (!s.n)
            break;
        cp = cj_utf8_next(&s);
        fresh = cp == '\n' || cp == '\r';
        if (!cj_utf8_space(cp)) {
            memcpy(to + n, here.p, here.n - s.n);
            n += here.n - s.n;
        }
    }
    return (cj_str){ to, n };
}

/* The next piece between separators; false after the last. */
static bool next_piece(cj_str *rest, cj_str *piece)
{
    cj_str whole = *rest;

    if (!rest->n)
        return false;
    while (rest->n) {
        size_t at = whole.n - rest->n;

        if (parts_items(cj_utf8_next(rest))) {
            *piece = cj_str_cut(whole, 0, at);
            return true;
        }
    }
    *piece = whole;
    return true;
}

static bool same_number(cj_arena *arena, cj_str a, cj_str b)
{
    double x, y;
    cj_buf digits;
    size_t i;

    cj_buf_init(&digits, arena);
    for (i = 0; i < a.n; i++)
        if (a.p[i] != ',')
            cj_buf_byte(&digits, a.p[i]);
    return a.n && cj_number_parse(cj_buf_str(&digits), &x) && cj_number_parse(b, &y) &&
           !(x < y) && !(x > y);
}

static bool same_day(cj_str a, cj_str b)
{
    cj_when x, y;

    return cj_when_parse(a, 1, &x) && cj_when_parse(b, 1, &y) && x.grain == CJ_GRAIN_DAY &&
           y.grain == CJ_GRAIN_DAY && cj_date_days(x.from) == cj_date_days(y.from);
}

/* Piece by piece, and with all that may be written another way. */
static bool covered(cj_arena *scratch, cj_str text, cj_str in)
{
    cj_str whole = squeezed(scratch, text), all = squeezed(scratch, in), piece;
    bool found = true;

    if (!whole.n || cj_str_has(all, whole) || same_day(text, in) ||
        same_number(scratch, whole, all))
        return true;
    while (found && next_piece(&text, &piece))
        found = cj_str_has(all, squeezed(scratch, piece));
    return found;
}

bool cj_words_same(cj_str a, cj_str b)
{
    cj_arena *scratch = cj_arena_new(0);
    cj_str x = squeezed(scratch, a), y = squeezed(scratch, b);
    bool same = cj_str_eq(x, y) || same_day(a, b) || same_number(scratch, x, y);

    cj_arena_free(scratch);
    return same;
}

bool cj_words_covered(cj_str text, cj_str in)
{
    cj_arena *scratch;
    bool found;

    if (cj_str_has(in, text)) /* most texts stand there as they were */
        return true;
    scratch = cj_arena_new(0);
    found = covered(scratch, text, in);
    cj_arena_free(scratch);
    return found;
}
