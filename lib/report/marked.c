/* marked.c - a line of a map with its evidence linked, its assumptions marked, its addresses live. */
#include "report/page.h"
#include "map/refs.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/support.h"

typedef struct marking {
    const cj_leaflet *l;
    cj_line *line;
    const cj_ref_list *refs; /* those that may be linked; NULL: none */
} marking;

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static void add(const marking *m, cj_str text)
{
    if (text.n)
        cj_line_add(m->l->arena, m->line, CJ_M_PLAIN, text);
}

static void add_link(const marking *m, cj_mark mark, cj_str text, cj_str to)
{
    cj_line_add(m->l->arena, m->line, mark, text)->to = to;
}

/* ---- E1 ----------------------------------------------------------------------------------------- */

static int digit(uint32_t cp)
{
    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    return cp >= 0xff10 && cp <= 0xff19 ? (int)(cp - 0xff10) : -1;
}

static bool letter_or_digit(uint32_t cp)
{
    cj_script script = cj_utf8_script(cp);

    return cp && (script == CJ_SCRIPT_LATIN || script == CJ_SCRIPT_DIGIT);
}

/* Bytes of "E1", "e-1", "Ｅ１" at the front; 0: it is none. */
static size_t ref_at(cj_str s, unsigned *id)
{
    cj_str rest = s;
    uint32_t cp = cj_utf8_next(&rest);
    unsigned n = 0;

    *id = 0;
    if (cp != 'E' && cp != 'e' && cp != 0xff25 && cp != 0xff45)
        return 0;
    if (peek(rest) == ' ' || peek(rest) == '-' || peek(rest) == '#')
        cj_utf8_next(&rest);
    for (; digit(peek(rest)) >= 0; n++) {
        if (n == 9)
            return 0;
        *id = *id * 10 + (unsigned)digit(cj_utf8_next(&rest));
    }
    return n && !letter_or_digit(peek(rest)) ? s.n - rest.n : 0;
}

/* ---- https://… ---------------------------------------------------------------------------------- */

static bool ends_address(char c)
{
    return (unsigned char)c <= ' ' || (unsigned char)c >= 0x7f || c == '"' || c == '<' ||
           c == '>' || c == '`' || c == '\\' || c == '{' || c == '}' || c == '|' ||
           c == '^';
}

/* Bytes of an address at the front; what closes the sentence around it is no part of it. */
static size_t address_at(cj_str s)
{
    static const cj_str schemes[] = { CJ_LIT("https://"), CJ_LIT("http://") };
    size_t head = 0, n, i;

    for (i = 0; i < 2 && !head; i++)
        head = cj_str_starts(s, schemes[i]) ? schemes[i].n : 0;
    if (!head)
        return 0;
    for (n = head; n < s.n && !ends_address(s.p[n]); n++)
        ;
    while (n > head && strchr(".,:;!?')]*_~", s.p[n - 1]))
        n--;
    return n > head ? n : 0;
}

/* ---- a line --------------------------------------------------------------------------------------- */

/* What stands outside of markers, or inside one that holds several references. */
static void add_piece(const marking *m, cj_str text)
{
    cj_str rest = text, none = { NULL, 0 };
    size_t from = 0;
    uint32_t before = 0;

    while (rest.n) {
        size_t at = text.n - rest.n, n = 0;
        cj_mark mark = CJ_M_AWAY;
        cj_str to = none;
        unsigned id;

        if (*rest.p == 'h' && !letter_or_digit(before) && (n = address_at(rest)) != 0) {
            to = cj_str_cut(rest, 0, n);
        } else if (m->refs && !letter_or_digit(before) && (n = ref_at(rest, &id)) != 0) {
            mark = CJ_M_HERE;
            to =
                m->refs && cj_refs_have(m->refs, id) ? cj_leaflet_evidence(m->l, id) : none;
        }
        if (!n || !to.n) {
            before = cj_utf8_next(&rest);
            continue;
        }
        add(m, cj_str_cut(text, from, at - from));
        add_link(m, mark, cj_str_cut(text, at, n), to);
        rest = cj_str_from(rest, n);
        from = at + n;
        before = 0;
    }
    add(m, cj_str_from(text, from));
}

/* [E1], 【仮説】, 出典：… */
static void add_marker(const marking *m, cj_str text)
{
    cj_support support = { 0 };
    marking inside = *m;
    cj_str to;

    cj_support_parse(m->l->arena, text, &support);
    if (support.assumption) {
        m->line->level = CJ_WARN_LEVEL;
        cj_line_add(m->l->arena, m->line, CJ_M_TAG, text)->level = CJ_WARN_LEVEL;
        return;
    }
    if (support.refs.n == 1 && cj_str_find(text, CJ_STR(":")) == CJ_NONE) {
        to = cj_leaflet_evidence(m->l, support.refs.id[0]);
        if (to.n && peek(text) != 'E' && text.n < 24) {
            add_link(m, CJ_M_HERE, text, to);
            return;
        }
    }
    inside.refs = &support.refs;
    add_piece(&inside, text);
}

void cj_leaflet_mark(const cj_leaflet *l, cj_line *line, cj_str text,
                     const cj_ref_list *refs)
{
    const marking m = { l, line, refs };
    cj_brackets brackets = { NULL, 0, 0 };
    cj_markers markers = { NULL, 0, 0 };
    cj_support support = { 0 };
    size_t i, at = 0;

    cj_brackets_find(l->arena, text, &brackets);
    cj_support_scan(l->arena, text, &brackets, &support, &markers);
    for (i = 0; i < markers.n; i++) {
        add_piece(&m, cj_str_cut(text, at, markers.at[i].from - at));
        add_marker(&m, cj_str_cut(text, markers.at[i].from,
                                  markers.at[i].to - markers.at[i].from));
        at = markers.at[i].to;
    }
    add_piece(&m, cj_str_from(text, at));
}
