/* grid_marks.c - a matrix of marks: which departments or channels an X or a ○ stands for. */
#include "map/grid.h"
#include "base/utf8.h"

enum { MAX_MARK = 12, CROSS = 0xd7 };

static bool in(uint32_t cp, const uint32_t *list)
{
    while (*list && *list != cp)
        list++;
    return *list != 0;
}

/* One sign: X, ○, ✓, 1, R, 主. */
static cj_mark sign(uint32_t cp)
{
    static const uint32_t yes[] = { 'x',    'o',    'v',    'y',    '1',    0x25cb, 0x25cf,
                                    0x25ce, 0x3007, 0x25ef, 0x2b55, 0x2022, 0x2713, 0x2714,
                                    0x2705, 0x2611, 0x25b3, 0x25b2, 0x2605, 0x2606, 0x25a0,
                                    0x25c6, 0x2b24, 0x4e3b, 0x526f, 0x30ec, 0 };
    static const uint32_t no[] = { '-',    'n',    '0',    '/',    0x2013, 0x2014,
                                   0x2015, 0x2212, 0x30fc, 0x2717, 0x2718, 0x274c,
                                   0x2610, 0x25a1, 0x7121, 0 };

    if (cp == CROSS || cp == 0x2715 || cp == 0x2716)
        return CJ_MARK_CROSS;
    return in(cp, yes) ? CJ_MARK_YES : in(cp, no) ? CJ_MARK_NO : CJ_MARK_NONE;
}

/* Full-width letters, capitals. */
static uint32_t plain(uint32_t cp)
{
    if (cp >= 0xff01 && cp <= 0xff5e)
        cp -= 0xff01 - '!';
    return cp >= 'A' && cp <= 'Z' ? cp - 'A' + 'a' : cp;
}

/* R/A, "A, C": roles of a RACI table beside each other. */
static bool raci(cj_str text)
{
    bool letter = false;

    while (text.n) {
        uint32_t cp = plain(cj_utf8_next(&text));
        bool role = cp == 'r' || cp == 'a' || cp == 'c' || cp == 'i' || cp == 's';

        if (role ? letter : cp != '/' && cp != ',' && cp != ' ')
            return false;
        letter = role;
    }
    return letter;
}

/* Without what nobody sees around it. */
static cj_str bared(cj_str text)
{
    while (text.n) {
        cj_str rest = text;

        if (!cj_utf8_invisible(cj_utf8_next(&rest)))
            break;
        text = rest;
    }
    while (text.n && cj_utf8_invisible(cj_utf8_last(text)))
        text.n -= cj_utf8_len(cj_utf8_last(text));
    return text;
}

cj_mark cj_mark_of(cj_str text)
{
    static const cj_str words[] = { CJ_LIT("yes"),    CJ_LIT("Yes"),    CJ_LIT("YES"),
                                    CJ_LIT("主担当"), CJ_LIT("副担当"), CJ_LIT("担当") };
    cj_str rest;
    uint32_t cp;
    size_t i;

    rest = text = bared(text);
    if (text.n > MAX_MARK)
        return CJ_MARK_NONE;
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(text, words[i]))
            return CJ_MARK_YES;
    if (cj_str_eq(text, CJ_STR("なし")) || cj_str_eq(text, CJ_STR("n/a")) ||
        cj_str_eq(text, CJ_STR("N/A")) || cj_str_eq(text, CJ_STR("no")) ||
        cj_str_eq(text, CJ_STR("No")))
        return CJ_MARK_NO;
    if (raci(text))
        return CJ_MARK_YES;
    cp = text.n ? plain(cj_utf8_next(&rest)) : 0;
    return rest.n ? CJ_MARK_NONE : sign(cp);
}

/* Marks over the cells of some lines. */
typedef struct tally {
    unsigned yes, cross, other;
    cj_str first; /* the first yes */
    bool kinds;
} tally;

static void count(tally *t, cj_str text)
{
    cj_mark mark = cj_mark_of(text);

    t->other += mark == CJ_MARK_NONE;
    t->cross += mark == CJ_MARK_CROSS;
    if (mark != CJ_MARK_YES)
        return;
    if (t->yes++)
        t->kinds = t->kinds || !cj_utf8_alike(t->first, text);
    else
        t->first = text;
}

bool cj_grid_marks(const cj_grid *g, unsigned from, unsigned to, bool *cross, bool *kinds)
{
    tally t = { 0, 0, 0, { "", 0 }, false };
    unsigned i, j, p;

    for (i = from; i <= to; i++)
        for (p = 0; p < g->n_phases; p++)
            for (j = g->phase[p].j; j <= g->phase[p].last; j++) {
                cj_str text = cj_view_text(&g->view, i, j);

                if (text.n)
                    count(&t, text);
            }
    *cross = !t.yes;
    *kinds = t.kinds;
    return !t.other && (t.yes || t.cross);
}
