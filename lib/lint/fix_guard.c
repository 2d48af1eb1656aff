/* fix_guard.c - whether a mended cell still says what it said. */
#include "lint/fix_guard.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "map/items.h"
#include "map/normal.h"
#include "map/period.h"
#include "map/phase.h"

/* What a spreadsheet that opens a CSV may take for a formula. A dash with a blank behind it is how lists
 * begin, and no more of one than it was with a blank in front. */
bool cj_fix_formula(cj_str text)
{
    uint32_t cp = text.n ? cj_utf8_next(&text) : 0;

    switch (cp) {
    case '=':
    case '+':
    case '@':
    case '\t':
    case '\r':
    case 0xff0b:
    case 0xff1d:
    case 0xff20:
        return true;
    case '-':
    case 0xff0d:
        return text.n && !cj_utf8_space(cj_utf8_next(&text));
    default:
        return false;
    }
}

static bool punctuation(uint32_t cp)
{
    return cp == ',' || cp == '!' || cp == '?' || cp == 0x3001 || cp == 0x3002;
}

/* The key of one line, with each run of punctuation as one mark. */
static void add_line(cj_arena *arena, cj_buf *out, cj_str line)
{
    cj_str key = cj_item_key(arena, line);
    uint32_t before = 0, cp;

    for (; key.n; before = cp) {
        cp = cj_utf8_next(&key);
        if (cp != before || !punctuation(cp))
            cj_utf8_put(out, cp);
    }
}

/* All that is said, without bullets and blanks. A vertical tab or a form feed ends a line too. */
static cj_str words(cj_arena *arena, cj_str text)
{
    cj_buf out;
    size_t n;

    cj_buf_init(&out, arena);
    for (; text.n; text = cj_str_from(text, n + 1)) {
        for (n = 0; n < text.n && !strchr("\n\v\f", text.p[n]); n++)
            ;
        add_line(arena, &out, cj_str_cut(text, 0, n));
    }
    return cj_buf_str(&out);
}

static bool same_words(cj_arena *arena, cj_str a, cj_str b)
{
    return cj_str_eq(words(arena, a), words(arena, b));
}

static cj_cell cell_of(cj_arena *arena, cj_elem elem, cj_str text)
{
    cj_cell c = { .elem = elem, .text = cj_utf8_trim(text) };

    c.parts = CJ_NEW(arena, cj_part);
    c.parts[0].text = c.text;
    c.n_parts = c.cap_parts = 1;
    cj_cell_parse(arena, &c);
    return c;
}

static bool same_support(const cj_support *a, const cj_support *b)
{
    size_t i;

    if (a->refs.n != b->refs.n || a->inline_source != b->inline_source ||
        a->assumption != b->assumption)
        return false;
    for (i = 0; i < a->refs.n; i++)
        if (a->refs.id[i] != b->refs.id[i])
            return false;
    return true;
}

static bool same_period(cj_arena *arena, cj_str was, cj_str is)
{
    cj_phase a = { .period_text = was }, b = { .period_text = is };

    cj_periods_read(arena, &a, 1);
    cj_periods_read(arena, &b, 1);
    return a.period.has_from == b.period.has_from && a.period.has_to == b.period.has_to &&
           a.period.from == b.period.from && a.period.to == b.period.to;
}

static bool same_items(cj_arena *arena, cj_elem elem, cj_str was, cj_str is)
{
    cj_cell a = cell_of(arena, elem, was), b = cell_of(arena, elem, is);
    size_t i;

    if (a.n_items != b.n_items || a.placeholder != b.placeholder || a.scored != b.scored ||
        a.score != b.score || (elem == CJ_PERIOD && !same_period(arena, was, is)))
        return false;
    for (i = 0; i < a.n_items; i++)
        if (!same_words(arena, a.items[i].text, b.items[i].text) ||
            !same_support(&a.items[i].support, &b.items[i].support))
            return false;
    return same_support(&a.support, &b.support);
}

static bool same_phase(cj_arena *arena, cj_str was, cj_str is)
{
    cj_phase_name a = cj_phase_name_of(arena, cj_utf8_trim(was)),
                  b = cj_phase_name_of(arena, cj_utf8_trim(is));

    return cj_str_eq(a.key, b.key) && a.id == b.id && a.number == b.number &&
           a.nameless == b.nameless && same_period(arena, a.period, b.period);
}

static bool same_part(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str was,
                      cj_str is)
{
    switch (leaf->kind) {
    case CJ_LEAF_PHASE:
    case CJ_LEAF_STEP:
        return same_phase(arena, was, is);
    case CJ_LEAF_CELL:
        return leaf->element < 0 ||
               same_items(arena, map->elements[leaf->element].elem, was, is);
    case CJ_LEAF_META:
    case CJ_LEAF_FIELD:
        return true;
    default:
        return cj_str_eq(cj_label_key(arena, was), cj_label_key(arena, is));
    }
}

bool cj_fix_keeps(cj_arena *arena, const cj_map *map, const cj_leaf *leaf, cj_str was,
                  cj_str is)
{
    if (!cj_utf8_trim(is).n || (cj_fix_formula(is) && !cj_fix_formula(was)))
        return false;
    return cj_placeholder(arena, was) == cj_placeholder(arena, is) &&
           same_words(arena, was, is) && same_part(arena, map, leaf, was, is);
}
