/* said.c - a text as the predicates read it: what is said, without what stands around it. */
#include "lint/said.h"
#include "lint/suppress.h"
#include "base/utf8.h"
#include "map/brackets.h"
#include "map/bullets.h"
#include "map/support.h"

/* No cell of a spreadsheet holds more; what is past it (a hostile CSV) says nothing to us. */
#define LONGEST 131072u

cj_str cj_said(cj_arena *arena, cj_str text)
{
    cj_str rest, line;
    cj_buf b;

    if (!text.n)
        return text;
    rest = cj_utf8_head(text, LONGEST);
    cj_buf_init(&b, arena);
    while (cj_str_split(&rest, '\n', &line)) {
        if (b.n)
            cj_buf_byte(&b, '\n');
        cj_buf_add(&b, cj_utf8_trim(cj_str_from(line, cj_bullet(line))));
    }
    text = cj_without_suppressions(arena, cj_buf_str(&b));
    return cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text));
}

cj_str cj_said_claim(cj_arena *arena, cj_str said)
{
    cj_support support = { 0 };
    cj_brackets brackets = { 0 };
    cj_markers markers = { 0 };

    cj_brackets_find(arena, said, &brackets);
    cj_support_scan(arena, said, &brackets, &support, &markers);
    return cj_without_markers(arena, said, &markers);
}

static bool quotes(uint32_t kind)
{
    return kind == 0x300c || kind == 0x300e || kind == 0x201c;
}

/* "…" opens and closes with one mark; it must close in its line. */
static size_t straight_quote(cj_str s)
{
    size_t close;

    if (!s.n || *s.p != '"')
        return 0;
    s = cj_str_from(s, 1);
    close = cj_str_find(cj_str_cut(s, 0, cj_str_find(s, CJ_STR("\n"))), CJ_STR("\""));
    return close == CJ_NONE ? 0 : close + 2;
}

cj_str cj_said_unquoted(cj_arena *arena, cj_str said)
{
    cj_brackets brackets = { 0 };
    size_t at = 0, i = 0;
    cj_buf b;

    cj_brackets_find(arena, said, &brackets);
    cj_buf_init(&b, arena);
    while (at < said.n) {
        size_t n = straight_quote(cj_str_from(said, at));

        while (i < brackets.n && brackets.pair[i].open < at)
            i++;
        if (i < brackets.n && brackets.pair[i].open == at && quotes(brackets.pair[i].kind))
            n = brackets.pair[i].end - at;
        if (n)
            cj_buf_byte(&b, '\n'); /* what stands around a quotation is not one word */
        else
            cj_buf_byte(&b, said.p[at]);
        at += n ? n : 1;
    }
    return cj_buf_str(&b);
}
