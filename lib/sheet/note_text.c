/* note_text.c - what people wrote in a note, and what stands below it between two lines of ours. */
#include "sheet/note_text.h"
#include "base/utf8.h"

static cj_str without_return(cj_str line)
{
    return cj_str_ends(line, CJ_STR("\r")) ? cj_str_cut(line, 0, line.n - 1) : line;
}

static bool opens(cj_str line)
{
    return cj_str_ends(line, CJ_STR(CJ_NOTE_LINE));
}

static bool closes(cj_str line)
{
    return cj_str_starts(line, CJ_STR(CJ_NOTE_END));
}

static size_t break_after(cj_str text, size_t at)
{
    cj_str rest = cj_str_from(text, at);

    return cj_str_starts(rest, CJ_STR("\r\n")) ? 2 : cj_str_starts(rest, CJ_STR("\n"));
}

static size_t break_before(cj_str text, size_t at)
{
    cj_str head = cj_str_cut(text, 0, at);

    return cj_str_ends(head, CJ_STR("\r\n")) ? 2 : cj_str_ends(head, CJ_STR("\n"));
}

/* One line break goes along: the one in front, unless words of people would then be joined. */
static void with_break(cj_str text, cj_note_cut *cut)
{
    if (cut->to == text.n || (cut->from && break_after(text, cut->to)))
        cut->from -= break_before(text, cut->from);
    else if (!cut->from)
        cut->to += break_after(text, cut->to);
}

bool cj_note_find(cj_str text, size_t at, cj_note_cut *out)
{
    cj_str rest = cj_str_from(text, at), line;
    size_t open = CJ_NONE, begin = at;

    if (!rest.n)
        return false;
    for (; cj_str_split(&rest, '\n', &line); begin += line.n + 1) {
        cj_str shown = without_return(line);

        if (open != CJ_NONE && closes(shown)) {
            out->from = open;
            out->to = begin + sizeof CJ_NOTE_END - 1;
            with_break(text, out);
            out->from = out->from > at ? out->from : at;
            return true;
        }
        if (opens(shown))
            open = begin + shown.n - (sizeof CJ_NOTE_LINE - 1);
    }
    return false;
}

cj_str cj_note_own(cj_arena *arena, cj_str text)
{
    cj_note_cut cut;
    cj_buf own;
    size_t at = 0;

    if (!cj_note_find(text, 0, &cut))
        return text;
    cj_buf_init(&own, arena);
    do {
        cj_buf_add(&own, cj_str_cut(text, at, cut.from - at));
        at = cut.to;
    } while (cj_note_find(text, at, &cut));
    cj_buf_add(&own, cj_str_from(text, at));
    return own.n ? cj_buf_str(&own) : CJ_STR("");
}

size_t cj_note_units(cj_str text)
{
    size_t n = 0;

    while (text.n)
        n += cj_utf8_next(&text) > 0xffff ? 2 : 1;
    return n;
}

/* A line of ours that looks like one of the two lines no longer does. */
static void add_line(cj_buf *to, cj_str line)
{
    size_t dash = sizeof "─" - 1, end = line.n;

    if (closes(line)) {
        cj_buf_byte(to, '-');
        line = cj_str_from(line, dash);
        end = line.n;
    }
    if (opens(line))
        end -= sizeof CJ_NOTE_LINE - 1;
    cj_buf_add(to, cj_str_cut(line, 0, end));
    if (end < line.n) {
        cj_buf_byte(to, '-');
        cj_buf_add(to, cj_str_from(line, end + dash));
    }
}

/* With plain line breaks. */
static cj_str evened(cj_arena *arena, cj_str ours)
{
    cj_str rest = cj_str_trim(ours), line;
    cj_buf b;
    size_t i;

    cj_buf_init(&b, arena);
    while (rest.n) {
        for (i = 0; i < rest.n && rest.p[i] != '\n' && rest.p[i] != '\r'; i++)
            ;
        line = cj_str_cut(rest, 0, i);
        add_line(&b, line);
        if (i < rest.n)
            cj_buf_byte(&b, '\n');
        i += cj_str_starts(cj_str_from(rest, i), CJ_STR("\r\n")) ? 2 : 1;
        rest = cj_str_from(rest, i);
    }
    return b.n ? cj_buf_str(&b) : CJ_STR("");
}

/* As much as fits, with … where something is missing; empty: not even that. */
static cj_str fitted(cj_arena *arena, cj_str text, size_t room)
{
    cj_str rest = text;
    size_t n = 0, kept = 0;

    if (cj_note_units(text) <= room)
        return text;
    while (rest.n) {
        n += cj_utf8_next(&rest) > 0xffff ? 2 : 1;
        if (n + 1 > room)
            break;
        kept = text.n - rest.n;
    }
    return kept ? cj_str_fmt(arena, CJ_FMT "…", CJ_ARG(cj_str_cut(text, 0, kept)))
                : CJ_STR("");
}

cj_str cj_note_block(cj_arena *arena, cj_str own, cj_str ours)
{
    const char *gap = own.n ? "\n" : "";
    size_t taken = cj_note_units(own) + (own.n ? 1 : 0) +
                   cj_note_units(CJ_STR(CJ_NOTE_LINE "\n\n" CJ_NOTE_END));

    ours = evened(arena, ours);
    if (ours.n)
        ours = fitted(arena, ours, taken < CJ_NOTE_MOST ? CJ_NOTE_MOST - taken : 0);
    return ours.n ? cj_str_fmt(arena, "%s%s\n" CJ_FMT "\n%s", gap, CJ_NOTE_LINE,
                               CJ_ARG(ours), CJ_NOTE_END)
                  : CJ_STR("");
}

cj_str cj_note_with(cj_arena *arena, cj_str text, cj_str ours)
{
    cj_str own = cj_note_own(arena, text);
    cj_str block = cj_note_block(arena, own, ours);

    return block.n ? cj_str_fmt(arena, CJ_FMT CJ_FMT, CJ_ARG(own), CJ_ARG(block)) : own;
}
