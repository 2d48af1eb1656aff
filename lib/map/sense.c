/* sense.c - what a label of the grid may mean: whole, without brackets and prefix, in parts. */
#include "map/sense.h"
#include "map/normal.h"
#include "base/buf.h"
#include "base/utf8.h"

/* In bytes; past the first a cell is a text and no label, past the second one with guidance. */
enum { LONGEST_LABEL = 800, LONGEST_WORD = 255 };

static void add_elem(cj_sense *s, cj_elem elem)
{
    unsigned i;

    for (i = 0; i < s->n; i++)
        if (s->elem[i] == elem)
            return;
    if (s->n < CJ_SENSES)
        s->elem[s->n++] = elem;
}

/* The language in which the label is canonical, or -1. */
static int home(const cj_label *labels, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        if (labels[i].kind == CJ_CANONICAL)
            return labels[i].lang;
    return -1;
}

/* kind=ambiguous beats synonym: a word that one language uses for two things is doubtful in all.
 * Only where it is the label of a template (行動) the doubts of other languages do not count. */
void cj_sense_add(cj_sense *s, const cj_label *labels, size_t n)
{
    int at_home = home(labels, n);
    size_t i;

    for (i = 0; i < n; i++) {
        bool doubt = labels[i].kind == CJ_AMBIGUOUS;

        if (doubt && at_home >= 0 && labels[i].lang != at_home)
            continue;
        add_elem(s, (cj_elem)labels[i].id);
        s->langs |= 1u << labels[i].lang;
        s->ambiguous = s->ambiguous || doubt;
    }
    s->ambiguous = s->ambiguous || s->n > 1;
    s->reading = CJ_READ_EXACT;
}

static bool whole(cj_str key, cj_sense *out)
{
    size_t n;
    const cj_label *l = cj_labels_find(CJ_FAM_ELEM, key, &n);

    if (l)
        cj_sense_add(out, l, n);
    return l != NULL;
}

/* A department is no element: "Customer Success" is a team, not the success of customers. */
static bool without_prefix(cj_str key, cj_sense *out)
{
    static const char *const prefixes[] = {
        "顧客の",     "お客様の", "ユーザーの", "ユーザの", "顧客", "お客様", "customer's",
        "customers'", "user's",   "users'",     "customer", "user", "client",
    };
    size_t i;

    if (cj_labels_id(CJ_FAM_DEPT, key) >= 0)
        return false;
    for (i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        cj_str p = cj_str_of(prefixes[i]);

        if (cj_str_starts(key, p) && key.n > p.n && whole(cj_str_from(key, p.n), out))
            return true;
    }
    return false;
}

static uint32_t closing(uint32_t cp)
{
    return cp == '('      ? ')'
           : cp == '['    ? ']'
           : cp == 0x3010 ? 0x3011
           : cp == 0x300c ? 0x300d
                          : 0;
}

static cj_str without_brackets(cj_arena *arena, cj_str key)
{
    cj_str rest = key;
    uint32_t until = 0;
    cj_buf b;

    while (rest.n && !closing(cj_utf8_next(&rest)))
        ;
    if (!rest.n)
        return key;
    rest = key;
    cj_buf_init(&b, arena);
    while (rest.n) {
        uint32_t cp = cj_utf8_next(&rest);

        if (until && cp == until)
            until = 0;
        else if (!until && closing(cp))
            until = closing(cp);
        else if (!until)
            cj_utf8_put(&b, cp);
    }
    return until ? key : cj_buf_str(&b);
}

bool cj_sense_exact(cj_arena *arena, cj_str key, cj_sense *out)
{
    cj_str bare;

    if (!key.n || key.n > 255)
        return false;
    if (whole(key, out))
        return true;
    bare = without_brackets(arena, key);
    if (bare.n && bare.n < key.n && whole(bare, out))
        return true;
    return bare.n && without_prefix(bare, out);
}

static bool separator(uint32_t cp)
{
    return cp == '/' || cp == '&' || cp == ',' || cp == '|' || cp == '+' || cp == '\n' ||
           cp == 0x3001 || cp == 0x30fb;
}

static bool has(const cj_sense *s, cj_elem elem)
{
    unsigned i;

    for (i = 0; i < s->n; i++)
        if (s->elem[i] == elem)
            return true;
    return false;
}

/* Keeps what both may mean. Thoughts beside emotions are mind. */
static bool share(cj_sense *all, const cj_sense *part)
{
    cj_sense both = *all;
    unsigned i;

    both.n = 0;
    for (i = 0; i < all->n; i++)
        if (has(part, all->elem[i]))
            both.elem[both.n++] = all->elem[i];
    if (!both.n && (has(all, CJ_THOUGHT) || has(all, CJ_MIND)) && has(part, CJ_EMOTION))
        both.elem[both.n++] = CJ_MIND;
    if (!both.n && (has(all, CJ_EMOTION) || has(all, CJ_MIND)) && has(part, CJ_THOUGHT))
        both.elem[both.n++] = CJ_MIND;
    both.ambiguous = both.n > 1 || (all->ambiguous && part->ambiguous);
    both.langs |= part->langs;
    *all = both;
    return both.n > 0;
}

/* Attempt 4: "課題 / ペイン", "行動\nActions". All parts must be known and have one in common. */
static bool in_parts(cj_arena *arena, cj_str text, cj_sense *out)
{
    cj_str folded = cj_utf8_fold(arena, text), rest = folded, from = folded;
    unsigned parts = 0;

    while (rest.n && !separator(cj_utf8_next(&rest)))
        ;
    if (!rest.n)
        return false;
    while (from.n) {
        cj_sense part = { .n = 0 };
        cj_str piece;

        piece = rest = from;
        while (rest.n && !separator(cj_utf8_next(&rest)))
            ;
        piece.n -= rest.n;
        if (piece.n && separator(cj_utf8_last(piece)))
            piece.n -= cj_utf8_len(cj_utf8_last(piece));
        from = rest;
        if (!cj_utf8_trim(piece).n)
            continue;
        if (!cj_sense_exact(arena, cj_label_key(arena, piece), &part))
            return false;
        if (!parts++)
            *out = part;
        else if (!share(out, &part))
            return false;
    }
    return parts > 1;
}

static bool attempts(cj_arena *arena, cj_str text, cj_sense *out)
{
    if (cj_sense_exact(arena, cj_label_key(arena, text), out))
        return true;
    return in_parts(arena, text, out);
}

/* What guidance begins with. */
static const cj_str marks[] = {
    CJ_LIT("\n"),  CJ_LIT("\r"),    CJ_LIT(":"),    CJ_LIT("："),  CJ_LIT("?"),
    CJ_LIT("？"),  CJ_LIT("("),     CJ_LIT("（"),   CJ_LIT("["),   CJ_LIT("［"),
    CJ_LIT("【"),  CJ_LIT("※"),     CJ_LIT("。"),   CJ_LIT(" – "), CJ_LIT(" — "),
    CJ_LIT(" - "), CJ_LIT(" e.g."), CJ_LIT("例："), CJ_LIT("例:"), CJ_LIT("例えば"),
};
enum { N_MARKS = sizeof marks / sizeof *marks };

/* Whether a mark may begin with that character at all. */
static bool may_begin(uint32_t cp)
{
    switch (cp) {
    case '\n':
    case '\r':
    case ':':
    case '?':
    case '(':
    case '[':
    case ' ':
    case 0xff1a:
    case 0xff1f:
    case 0xff08:
    case 0xff3b:
    case 0x3010:
    case 0x203b:
    case 0x3002:
    case 0x4f8b:
        return true;
    default:
        return false;
    }
}

/* Where guidance begins: the first line break, bracket, colon, question mark, dash, example. A mark
 * that the text itself begins with is no such mark. */
static size_t guidance(cj_str text)
{
    cj_str rest = text, here;
    size_t i;

    while (rest.n) {
        here = rest;
        if (!may_begin(cj_utf8_next(&rest)) || here.n == text.n)
            continue;
        for (i = 0; i < N_MARKS; i++)
            if (cj_str_starts(here, marks[i]) && !cj_str_starts(text, marks[i]))
                return text.n - here.n;
    }
    return CJ_NONE;
}

/* Without its guidance the label is a plain word: as sure as if it stood alone. */
static bool before_guidance(cj_arena *arena, cj_str text, cj_sense *out)
{
    cj_str body = cj_label_undecorated(text), head;
    size_t at = guidance(body);

    if (at == CJ_NONE)
        return false;
    head = cj_utf8_trim(cj_str_cut(body, 0, at));
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM };
    if (!attempts(arena, head, out))
        return false;
    out->label = head;
    out->tail = cj_utf8_trim(cj_str_from(body, at));
    return true;
}

bool cj_sense_plain(cj_arena *arena, cj_str text, cj_sense *out)
{
    text = cj_utf8_trim(text);
    *out = (cj_sense){ .reading = CJ_READ_CUSTOM };
    if (!text.n || text.n > LONGEST_LABEL)
        return false;
    if (text.n <= LONGEST_WORD && attempts(arena, text, out)) {
        out->label = text;
        return true;
    }
    return before_guidance(arena, text, out);
}

static bool contained(cj_arena *arena, cj_str text, cj_sense *out)
{
    cj_str body = cj_label_undecorated(text);
    size_t at = guidance(body);
    cj_str head = cj_utf8_trim(cj_str_cut(body, 0, at));

    if (!cj_sense_contained(arena, head, out))
        return false;
    out->label = at == CJ_NONE ? text : head;
    out->tail = at == CJ_NONE ? CJ_STR("") : cj_utf8_trim(cj_str_from(body, at));
    return true;
}

cj_sense cj_sense_more(cj_arena *arena, cj_str text)
{
    cj_sense s;

    text = cj_utf8_trim(text);
    s = (cj_sense){ .reading = CJ_READ_CUSTOM, .label = text };
    if (!text.n || text.n > LONGEST_LABEL || cj_sense_question(arena, text, &s) ||
        contained(arena, text, &s))
        return s;
    return (cj_sense){ .reading = CJ_READ_CUSTOM, .label = text };
}

cj_sense cj_sense_of(cj_arena *arena, cj_str text)
{
    cj_sense s;

    return cj_sense_plain(arena, text, &s) ? s : cj_sense_more(arena, text);
}
