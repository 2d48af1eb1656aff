/* brackets.c - which brackets of a cell's text belong together. */
#include "map/brackets.h"
#include "map/bullets.h"
#include "base/utf8.h"

/* Deeper nesting is noise. */
#define DEEPEST 32u
#define LINES 2u

typedef struct opened {
    uint32_t close;
    size_t pair;
    unsigned lines; /* line breaks since */
} opened;

typedef struct pairing {
    cj_arena *arena;
    cj_brackets *out;
    opened stack[DEEPEST];
    size_t depth;
} pairing;

static const struct {
    uint32_t open, close, kind;
} forms[] = {
    { '(', ')', '(' },          { 0xff08, 0xff09, '(' },    { '[', ']', '[' },
    { 0xff3b, 0xff3d, '[' },    { '{', '}', '{' },          { 0xff5b, 0xff5d, '{' },
    { 0x3014, 0x3015, 0x3014 }, { 0x3010, 0x3011, 0x3010 }, { 0x300c, 0x300d, 0x300c },
    { 0x300e, 0x300f, 0x300e }, { 0x201c, 0x201d, 0x201c }, { 0x3008, 0x3009, '(' },
    { 0x300a, 0x300b, '(' },
};

/* Hardly any character is a bracket, and most show it by their range. */
static bool may_be_bracket(uint32_t cp)
{
    if (cp < 0x80)
        return cp == '(' || cp == ')' || cp == '[' || cp == ']' || cp == '{' || cp == '}';
    return (cp >= 0x3008 && cp <= 0x3015) || cp >= 0xff08 || cp == 0x201c || cp == 0x201d;
}

static uint32_t kind_of(uint32_t cp, bool opens)
{
    size_t i;

    if (!may_be_bracket(cp))
        return 0;
    for (i = 0; i < sizeof forms / sizeof *forms; i++)
        if (cp == (opens ? forms[i].open : forms[i].close))
            return forms[i].kind;
    return 0;
}

static void open_one(pairing *p, uint32_t kind, size_t at, size_t inside)
{
    cj_bracket *b;

    if (p->depth == DEEPEST)
        return;
    CJ_ROOM(p->arena, p->out->pair, p->out->n, p->out->cap);
    b = &p->out->pair[p->out->n];
    b->kind = kind;
    b->open = (uint32_t)at;
    b->inside = (uint32_t)inside;
    b->end = 0;
    p->stack[p->depth].close = kind;
    p->stack[p->depth].lines = 0;
    p->stack[p->depth++].pair = p->out->n++;
}

/* The nearest open one of that kind; those opened after it stay single. */
static void close_one(pairing *p, uint32_t kind, size_t at, size_t end)
{
    size_t i = p->depth;

    while (i > 0 && p->stack[i - 1].close != kind)
        i--;
    if (!i)
        return;
    p->out->pair[p->stack[i - 1].pair].close = (uint32_t)at;
    p->out->pair[p->stack[i - 1].pair].end = (uint32_t)end;
    p->depth = i - 1;
}

static void break_line(pairing *p, cj_str next_line)
{
    size_t i, kept = 0;

    if (cj_bullet(next_line)) {
        p->depth = 0;
        return;
    }
    for (i = 0; i < p->depth; i++)
        if (++p->stack[i].lines <= LINES)
            p->stack[kept++] = p->stack[i];
    p->depth = kept;
}

static void drop_single(cj_brackets *b)
{
    size_t i, kept = 0;

    for (i = 0; i < b->n; i++)
        if (b->pair[i].end)
            b->pair[kept++] = b->pair[i];
    b->n = kept;
}

void cj_brackets_find(cj_arena *arena, cj_str text, cj_brackets *out)
{
    cj_str rest = text;
    pairing p; /* its stack is not worth clearing for every text */

    p.arena = arena;
    p.out = out;
    p.depth = 0;
    while (rest.n) {
        size_t at = text.n - rest.n;
        uint32_t cp = cj_utf8_next(&rest), kind;

        if (cp == '\n')
            break_line(&p, rest);
        else if ((kind = kind_of(cp, true)) != 0)
            open_one(&p, kind, at, text.n - rest.n);
        else if ((kind = kind_of(cp, false)) != 0)
            close_one(&p, kind, at, text.n - rest.n);
    }
    drop_single(out);
}

size_t cj_brackets_from(const cj_brackets *b, size_t from)
{
    size_t lo = 0, hi = b->n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (b->pair[mid].open < from)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}
