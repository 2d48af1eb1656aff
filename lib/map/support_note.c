/* support_note.c - sources in the note of a cell, where people write them without any marker. */
#include "map/items.h"
#include "map/lexicon.h"
#include "base/utf8.h"

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 2025年8月, 2025-08-20, 2025/8 */
static bool dated(cj_str s)
{
    size_t i;

    for (i = 0; i + 6 <= s.n; i++)
        if (s.p[i] == '2' && s.p[i + 1] == '0' && digit(s.p[i + 2]) && digit(s.p[i + 3]) &&
            (s.p[i + 4] == '-' || s.p[i + 4] == '/' || s.p[i + 4] == '.' ||
             cj_str_starts(cj_str_from(s, i + 4), CJ_STR("年"))))
            return true;
    return false;
}

/* One line: a kind of source and when it was, as people note it down; not what is still to be
 * asked, nor the review of the map itself. */
static bool told_source(cj_str line)
{
    static const cj_str open[] = { CJ_LIT("予定"),     CJ_LIT("次回"),   CJ_LIT("要確認"),
                                   CJ_LIT("確認する"), CJ_LIT("未実施"), CJ_LIT("todo"),
                                   CJ_LIT("next "),    CJ_LIT("plan"),   CJ_LIT("ask "),
                                   CJ_LIT("check "),   CJ_LIT("?") };
    cj_str hit;
    size_t i;

    for (i = 0; i < sizeof open / sizeof *open; i++)
        if (cj_str_has(line, open[i]))
            return false;
    return dated(line) && cj_lexicon_find(CJ_LEX_EVTYPE, line, &hit) &&
           !cj_str_eq(hit, CJ_STR("レビュー")) && !cj_str_eq(hit, CJ_STR("review"));
}

void cj_support_note(cj_arena *arena, cj_str note, cj_support *out)
{
    cj_str rest = note, line;

    if (!note.n)
        return;
    cj_support_parse(arena, note, out);
    while (cj_str_split(&rest, '\n', &line))
        if (line.n < 400 && told_source(cj_utf8_fold(arena, line)))
            out->inline_source = out->named = true;
}
