/* placeholder.c - fillers that stand where a text is still to come (RULES A6). */
#include "map/items.h"
#include "map/brackets.h"
#include "map/bullets.h"
#include "map/lexicon.h"
#include "base/utf8.h"

/* A line as it is looked up: without bullet, closing 。 and brackets around all of it, folded. */
static cj_str bare_line(cj_arena *arena, cj_str line)
{
    cj_brackets b = { NULL, 0, 0 };
    cj_str s = cj_utf8_trim(cj_utf8_drop_invisible(arena, line)), rest;

    if (s.n && cj_bullet(s) < s.n)
        s = cj_str_from(s, cj_bullet(s));
    if (cj_str_ends(s, CJ_STR("。")) && s.n > CJ_STR("。").n)
        s.n -= CJ_STR("。").n;
    else if (s.n > 1 && s.p[s.n - 1] == '.' && s.p[s.n - 2] != '.')
        s.n--;
    if (cj_str_starts(s, CJ_STR("※")))
        s = cj_utf8_trim(cj_str_from(s, CJ_STR("※").n));
    rest = s;
    if (s.n && cj_utf8_script(cj_utf8_next(&rest)) == CJ_SCRIPT_OTHER)
        cj_brackets_find(arena, s, &b);
    if (b.n && b.pair[0].open == 0 && b.pair[0].end == s.n &&
        b.pair[0].close > b.pair[0].inside &&
        !cj_lexicon_is(CJ_LEX_PLACEHOLDER, cj_utf8_fold(arena, s))) /* [insert …] */
        s = cj_str_cut(s, b.pair[0].inside, b.pair[0].close - b.pair[0].inside);
    return cj_utf8_trim(cj_utf8_fold(arena, s));
}

/* 1. or ① with nothing behind: a form that nobody filled in. */
static bool bare_number(cj_str line)
{
    cj_str s = cj_utf8_trim(line), rest = s;
    uint32_t cp;

    if (!s.n || cj_bullet(s) != s.n)
        return false;
    cp = cj_utf8_next(&rest);
    return cj_circled_digit(cp) || cj_utf8_script(cp) == CJ_SCRIPT_DIGIT || cp == '(' ||
           cp == 0xff08;
}

static bool all_lines(cj_arena *arena, cj_str text)
{
    unsigned fillers = 0, numbers = 0;
    cj_str line;

    while (cj_str_split(&text, '\n', &line)) {
        if (!cj_utf8_trim(line).n)
            continue;
        if (bare_number(line))
            numbers++;
        else if (cj_lexicon_is(CJ_LEX_PLACEHOLDER, bare_line(arena, line)))
            fillers++;
        else
            return false;
    }
    return fillers || numbers > 1;
}

#define GAP_COLUMNS 60u

/* ○○機能を3つ使う: a template's text with its gap left open. Longer texts and those that name a
 * source use ○○ to hide a name. `bare` is the text as it is looked up. */
static bool gap(cj_arena *arena, cj_str text, cj_str bare)
{
    cj_support support = { 0 };
    cj_str hit;

    if (text.n > GAP_COLUMNS * 4 || !cj_lexicon_find(CJ_LEX_PLACEHOLDER, bare, &hit) ||
        cj_utf8_width(text) > GAP_COLUMNS)
        return false;
    cj_support_parse(arena, text, &support);
    return !support.refs.n && !support.inline_source && !support.assumption;
}

/* More is no filler, and is not worth reading for one. */
#define LONGEST 4096u

bool cj_placeholder(cj_arena *arena, cj_str text)
{
    cj_str s = cj_utf8_trim(text), bare;

    if (!s.n || s.n > LONGEST)
        return false;
    bare = bare_line(arena, s);
    if (cj_lexicon_is(CJ_LEX_PLACEHOLDER, bare))
        return true;
    return cj_str_has(s, CJ_STR("\n")) ? all_lines(arena, s) : gap(arena, s, bare);
}
