/* lexicon.c - asks the word lists that are compiled in from lexicon.tsv. */
#include "map/lexicon.h"
#include "map/lexicon_table.h"
#include "map/shapes.h"
#include "base/utf8.h"

#include "gen/map/lexicon.inc"

#define BIT(kind) (1u << (kind))
static const cj_str any = CJ_LIT("…");

static cj_str text_of(const cj_lex_entry *e)
{
    return (cj_str){ texts + e->text, e->n };
}

/* ---- one entry at one place ------------------------------------------------------------------- */

static bool blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool letter(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_LATIN;
}

/* Whether a word may begin or end between a character of it and its neighbour. */
static bool edge(uint32_t inside, uint32_t outside)
{
    if (inside >= '0' && inside <= '9')
        return outside < '0' || outside > '9';
    return !letter(inside) || !letter(outside);
}

/* What an `end` entry may be followed by: nothing that goes on with the sentence. */
static bool stops(uint32_t next)
{
    cj_script script = cj_utf8_script(next);

    return script == CJ_SCRIPT_OTHER || script == CJ_SCRIPT_SPACE;
}

/* Bytes of s from `at` that read as the word, a space of which is any white space; 0: none do. */
static size_t spelt(cj_str s, size_t at, cj_str word)
{
    size_t i, from = at;

    for (i = 0; i < word.n; i++) {
        if (at == s.n)
            return 0;
        if (word.p[i] == ' ') {
            if (!blank(s.p[at]))
                return 0;
            while (at < s.n && blank(s.p[at]))
                at++;
        } else if (s.p[at++] != word.p[i]) {
            return 0;
        }
    }
    return at - from;
}

static uint32_t first(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

/* The same, where words have to be whole. */
static size_t whole(cj_str s, size_t at, const cj_lex_entry *e)
{
    cj_str text = text_of(e);
    size_t n = spelt(s, at, text);
    uint32_t next;

    if (!n || !edge(first(text), cj_utf8_last(cj_str_cut(s, 0, at))))
        return 0;
    next = first(cj_str_from(s, at + n));
    if (!edge(cj_utf8_last(text), next) || (e->kind == CJ_LEX_END && !stops(next)))
        return 0;
    return n;
}

/* The longest entry of one of `kinds` at byte `at`. */
static size_t longest(cj_lexicon list, cj_str s, size_t at, unsigned kinds,
                      const cj_lex_entry **entry)
{
    const cj_lex_list *l = &lists[list];
    unsigned slot = cj_lex_slot(cj_str_from(s, at));
    size_t i, n;

    for (i = l->from[slot]; i < l->from[slot + 1]; i++) {
        const cj_lex_entry *e = &entries[i];

        if ((BIT(e->kind) & kinds) && (n = whole(s, at, e)) != 0) {
            *entry = e;
            return n;
        }
    }
    return 0;
}

/* The longest of the list's shapes there. */
static size_t shaped(cj_lexicon list, cj_str s, size_t at)
{
    const cj_lex_list *l = &lists[list];
    size_t i, n = 0, best = 0;

    for (i = l->from[0]; i < l->from[CJ_LEX_SLOTS]; i++) {
        if (entries[i].kind == CJ_LEX_SHAPE)
            n = cj_shape(text_of(&entries[i]), s, at);
        if (n > best)
            best = n;
    }
    return best;
}

static bool has(cj_lexicon list, cj_lex_kind kind)
{
    return (lists[list].kinds & BIT(kind)) != 0;
}

/* ---- a text ----------------------------------------------------------------------------------- */

typedef struct walk {
    cj_str s;
    size_t at;      /* where to look next */
    size_t covered; /* an exception reaches to here */
} walk;

/* The next word or shape from w->at on; w->at is then behind its first character. */
static bool next_word(cj_lexicon list, walk *w, cj_str *hit)
{
    const uint16_t *from = lists[list].from;
    bool shapes = has(list, CJ_LEX_SHAPE);
    const cj_lex_entry *e;
    size_t at, n;
    unsigned slot;

    while (w->at < w->s.n) {
        at = w->at++;
        if (((unsigned char)w->s.p[at] & 0xc0) == 0x80)
            continue;
        slot = cj_lex_slot((cj_str){ w->s.p + at, w->s.n - at });
        if (from[slot] == from[slot + 1] && !shapes)
            continue;
        n = has(list, CJ_LEX_EXCEPT) ? longest(list, w->s, at, BIT(CJ_LEX_EXCEPT), &e) : 0;
        if (n && at + n > w->covered)
            w->covered = at + n;
        if (at < w->covered)
            continue;
        n = longest(list, w->s, at, BIT(CJ_LEX_WORD) | BIT(CJ_LEX_END), &e);
        if (!n && shapes)
            n = shaped(list, w->s, at);
        if (n) {
            *hit = cj_str_cut(w->s, at, n);
            return true;
        }
    }
    return false;
}

bool cj_lexicon_find(cj_lexicon list, cj_str folded, cj_str *hit)
{
    walk w = { folded, 0, 0 };

    return next_word(list, &w, hit);
}

bool cj_lexicon_ends(cj_lexicon list, cj_str folded, cj_str *hit)
{
    walk w = { cj_str_trim(folded), 0, 0 };

    while (next_word(list, &w, hit))
        if (hit->p + hit->n == w.s.p + w.s.n)
            return true;
    return false;
}

bool cj_lexicon_starts(cj_lexicon list, cj_str folded, cj_str *hit)
{
    const cj_lex_entry *e;
    size_t n;

    if (!folded.n || longest(list, folded, 0, BIT(CJ_LEX_EXCEPT), &e))
        return false;
    n = longest(list, folded, 0, BIT(CJ_LEX_WORD) | BIT(CJ_LEX_END), &e);
    *hit = cj_str_cut(folded, 0, n);
    return n != 0;
}

/* An exact entry with wildcards: what stands before the first …, then the rest anywhere behind,
 * the last piece at the very end. */
static bool fits(cj_str s, cj_str pattern)
{
    size_t cut = cj_str_find(pattern, any), at;
    cj_str head = cj_str_cut(pattern, 0, cut == CJ_NONE ? pattern.n : cut);

    if (cut == CJ_NONE)
        return spelt(s, 0, head) == s.n;
    at = spelt(s, 0, head);
    if (!at)
        return false;
    s = cj_str_from(s, at);
    pattern = cj_str_from(pattern, cut + any.n);
    while ((cut = cj_str_find(pattern, any)) != CJ_NONE) {
        head = cj_str_cut(pattern, 0, cut);
        at = cj_str_find(s, head);
        if (at == CJ_NONE)
            return false;
        s = cj_str_from(s, at + head.n);
        pattern = cj_str_from(pattern, cut + any.n);
    }
    return cj_str_ends(s, pattern);
}

static bool repeats(cj_str s, cj_str run)
{
    cj_str rest = run, one = run;

    cj_utf8_next(&rest);
    one.n -= rest.n;
    if (s.n < run.n)
        return false;
    while (cj_str_starts(s, one) && s.n)
        s = cj_str_from(s, one.n);
    return s.n == 0;
}

static bool headed(cj_lexicon list, cj_str s, const cj_lex_entry *head)
{
    size_t n = whole(s, 0, head);
    const cj_lex_entry *tail;
    cj_str rest = cj_str_trim(cj_str_from(s, n));

    if (!n || !rest.n)
        return n != 0;
    return longest(list, rest, 0, BIT(CJ_LEX_TAIL), &tail) == rest.n;
}

static bool describes(cj_lexicon list, const cj_lex_entry *e, cj_str s)
{
    switch ((cj_lex_kind)e->kind) {
    case CJ_LEX_WORD:
    case CJ_LEX_END:
        return spelt(s, 0, text_of(e)) == s.n;
    case CJ_LEX_EXACT:
        return fits(s, text_of(e));
    case CJ_LEX_RUN:
        return repeats(s, text_of(e));
    case CJ_LEX_HEAD:
        return headed(list, s, e);
    default:
        return false;
    }
}

bool cj_lexicon_is(cj_lexicon list, cj_str folded)
{
    const cj_lex_list *l = &lists[list];
    cj_str s = cj_str_trim(folded);
    unsigned slot;
    size_t i;

    if (!s.n)
        return false;
    slot = cj_lex_slot(s);
    for (i = l->from[slot]; i < l->from[slot + 1]; i++)
        if (describes(list, &entries[i], s))
            return true;
    return has(list, CJ_LEX_SHAPE) && shaped(list, s, 0) == s.n;
}

/* ---- the list itself ---------------------------------------------------------------------------- */

const char *cj_lexicon_group(cj_lexicon list, cj_str word)
{
    const cj_lex_list *l = &lists[list];
    unsigned slot = word.n ? cj_lex_slot(word) : 0;
    size_t i;

    for (i = l->from[slot]; word.n && i < l->from[slot + 1]; i++)
        if (entries[i].kind != CJ_LEX_EXCEPT &&
            spelt(word, 0, text_of(&entries[i])) == word.n)
            return texts + entries[i].group;
    return NULL;
}

size_t cj_lexicon_count(cj_lexicon list)
{
    return (size_t)(lists[list].from[CJ_LEX_SLOTS] - lists[list].from[0]);
}

cj_str cj_lexicon_entry(cj_lexicon list, size_t i)
{
    return cj_str_of(texts + entries[in_order[lists[list].from[0] + i]].raw);
}
