/* refs.c - references to evidence: E1, E2-E4. */
#include "map/refs.h"
#include "base/utf8.h"

/* More than a person ever wrote, and small enough for a plain search. */
#define MOST 1000u
#define WIDEST 99u /* of a range: E1-E5 is five records, E1-E2025 is none */

static void add(cj_arena *arena, cj_ref_list *out, unsigned id)
{
    if (out->n == MOST || cj_refs_have(out, id))
        return;
    CJ_ROOM(arena, out->id, out->n, out->cap);
    out->id[out->n++] = id;
}

bool cj_refs_have(const cj_ref_list *refs, unsigned id)
{
    size_t i;

    for (i = 0; i < refs->n; i++)
        if (refs->id[i] == id)
            return true;
    return false;
}

void cj_refs_add(cj_arena *arena, const cj_ref_list *from, cj_ref_list *out)
{
    size_t i;

    if (!out->cap && from->n) {
        out->cap = from->n;
        out->id = CJ_NEW_N(arena, unsigned, out->cap);
    }
    for (i = 0; i < from->n; i++)
        add(arena, out, from->id[i]);
}

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static cj_str skip_spaces(cj_str s)
{
    while (s.n && (*s.p == ' ' || *s.p == '\n' || *s.p == '\t' || *s.p == '\r'))
        s = cj_str_from(s, 1);
    return s;
}

static bool letter_or_digit(uint32_t cp)
{
    cj_script script = cj_utf8_script(cp);

    return script == CJ_SCRIPT_LATIN || script == CJ_SCRIPT_DIGIT;
}

/* At most nine digits without the leading zeros, so that the number is what was written. */
static bool number(cj_str *s, unsigned *id)
{
    cj_str rest = *s;
    size_t n = 0;

    *id = 0;
    while (rest.n > 1 && *rest.p == '0' && rest.p[1] >= '0' && rest.p[1] <= '9')
        rest = cj_str_from(rest, 1);
    for (; rest.n && *rest.p >= '0' && *rest.p <= '9'; rest = cj_str_from(rest, 1)) {
        if (++n > 9)
            return false;
        *id = *id * 10 + (unsigned)(*rest.p - '0');
    }
    *s = rest;
    return n != 0;
}

/* e1, e 1, e-1, e#1 at the front. */
static bool one(cj_str *s, unsigned *id)
{
    cj_str rest = *s;

    if (!rest.n || *rest.p != 'e')
        return false;
    rest = cj_str_from(rest, 1);
    if (rest.n && (*rest.p == ' ' || *rest.p == '-' || *rest.p == '#'))
        rest = cj_str_from(rest, 1);
    if (!number(&rest, id))
        return false;
    *s = rest;
    return true;
}

static bool range_mark(cj_str *s)
{
    static const cj_str marks[] = {
        CJ_LIT("-"), CJ_LIT("~"), CJ_LIT("〜"), CJ_LIT("‐"),  CJ_LIT("–"),
        CJ_LIT("—"), CJ_LIT("−"), CJ_LIT("ー"), CJ_LIT(".."),
    };
    size_t i;

    for (i = 0; i < sizeof marks / sizeof *marks; i++)
        if (cj_str_starts(*s, marks[i])) {
            *s = cj_str_from(*s, marks[i].n);
            return true;
        }
    return false;
}

/* What a reference goes on to: -E4, 〜4. The last one of the range, or `first`. */
static unsigned range_end(cj_str *s, unsigned first)
{
    cj_str rest = skip_spaces(*s), after;
    unsigned last;

    if (!range_mark(&rest))
        return first;
    after = rest = skip_spaces(rest);
    if (!one(&after, &last)) {
        after = rest;
        if (!number(&after, &last))
            return first;
    }
    if (last <= first || last - first > WIDEST || letter_or_digit(peek(after)))
        return first;
    *s = after;
    return last;
}

/* What may stand right behind a reference: no letter; of Han only what people say of sources. */
static bool closed(cj_str next)
{
    static const cj_str words[] = {
        CJ_LIT("参照"), CJ_LIT("確認"), CJ_LIT("記載"), CJ_LIT("抜粋"), CJ_LIT("引用"),
        CJ_LIT("等"),   CJ_LIT("他"),   CJ_LIT("及び"), CJ_LIT("以外"),
    };
    cj_script script = cj_utf8_script(peek(next));
    size_t i;

    if (next.n > 1 && *next.p == '.' && next.p[1] >= '0' && next.p[1] <= '9')
        return false;
    if (script == CJ_SCRIPT_HAN) {
        for (i = 0; i < sizeof words / sizeof *words; i++)
            if (cj_str_starts(next, words[i]))
                return true;
        return false;
    }
    return script == CJ_SCRIPT_OTHER || script == CJ_SCRIPT_SPACE ||
           script == CJ_SCRIPT_HIRAGANA;
}

/* The Latin word right before (after) a reference may only be one that belongs to a list of
 * sources: "see E1", "E1 and E2". */
static bool list_word(cj_str word)
{
    static const cj_str words[] = {
        CJ_LIT("see"),  CJ_LIT("ref"),  CJ_LIT("refs"),      CJ_LIT("cf"),
        CJ_LIT("and"),  CJ_LIT("or"),   CJ_LIT("source"),    CJ_LIT("sources"),
        CJ_LIT("from"), CJ_LIT("by"),   CJ_LIT("evidence"),  CJ_LIT("on"),
        CJ_LIT("in"),   CJ_LIT("also"), CJ_LIT("confirmed"), CJ_LIT("validated"),
        CJ_LIT("e"),
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(word, words[i]))
            return true;
    return false;
}

static bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool fits_before(cj_str before)
{
    size_t end;

    before = cj_str_trim(before);
    for (end = before.n; end > 0 && letter(before.p[end - 1]); end--)
        ;
    return end == before.n || list_word(cj_str_from(before, end));
}

static bool fits_after(cj_str after)
{
    cj_str rest = skip_spaces(after), ref = rest;
    unsigned id;
    size_t n;

    for (n = 0; n < rest.n && letter(rest.p[n]); n++)
        ;
    return !n || list_word(cj_str_cut(rest, 0, n)) || one(&ref, &id);
}

static bool scan(cj_arena *arena, cj_str s, bool field, cj_ref_list *out)
{
    bool any = false;
    size_t at = 0;

    while (at < s.n) {
        cj_str rest = cj_str_from(s, at), before = cj_str_cut(s, 0, at);
        unsigned id, last;

        at++;
        if (letter_or_digit(cj_utf8_last(before)) || !one(&rest, &id))
            continue;
        last = range_end(&rest, id);
        if (field ? letter_or_digit(peek(rest))
                  : !closed(rest) || !fits_before(before) || !fits_after(rest))
            continue;
        do
            add(arena, out, id);
        while (id++ < last);
        at = s.n - rest.n;
        any = true;
    }
    return any;
}

bool cj_refs_in_bracket(cj_arena *arena, cj_str folded, cj_ref_list *out)
{
    return scan(arena, folded, false, out);
}

bool cj_refs_in_field(cj_arena *arena, cj_str folded, cj_ref_list *out)
{
    return scan(arena, folded, true, out);
}
