/* words.c - what two texts share, word by word, and which figures became others. */
#include "diff/differ.h"
#include "base/utf8.h"

/* Texts of more words than these are compared at their ends only. */
#define MOST_CELLS ((size_t)1000000)

typedef struct token {
    cj_str text;
    cj_script script;
    bool same, figure;
} token;

typedef struct tokens {
    token *at;
    size_t n, cap;
} tokens;

/* ---- cutting ---------------------------------------------------------------------------------------- */

static bool figure_joint(cj_str rest)
{
    uint32_t cp = rest.n ? cj_utf8_next(&rest) : 0, after;

    if (cp != '.' && cp != ',' && cp != 0xff0e && cp != 0xff0c)
        return false;
    after = rest.n ? cj_utf8_next(&rest) : 0;
    return after && cj_utf8_script(after) == CJ_SCRIPT_DIGIT;
}

static bool unit_sign(uint32_t cp)
{
    return cp == '%' || cp == 0xff05 || cp == 0x2030;
}

/* 80%, 1,200, 0.5 */
static void take_figure(cj_str *rest)
{
    while (rest->n) {
        cj_str after = *rest;
        uint32_t cp = cj_utf8_next(&after);

        if (cj_utf8_script(cp) != CJ_SCRIPT_DIGIT && !figure_joint(*rest)) {
            if (unit_sign(cp))
                *rest = after;
            return;
        }
        *rest = after;
    }
}

/* A long vowel and a small mark belong to the word that they stand in: サーバー, isn't. */
static bool goes_on(cj_script script, uint32_t cp)
{
    cj_script here = cj_utf8_script(cp);

    if (cp == 0x30fc || cp == 0xff70)
        return script == CJ_SCRIPT_KATAKANA || script == CJ_SCRIPT_HIRAGANA;
    if (cp == '\'' || cp == 0x2019)
        return script == CJ_SCRIPT_LATIN;
    return here == script;
}

static void take_word(cj_str *rest, cj_script script)
{
    while (rest->n) {
        cj_str after = *rest;

        if (!goes_on(script, cj_utf8_next(&after)))
            return;
        *rest = after;
    }
}

static tokens cut(cj_arena *arena, cj_str text)
{
    tokens t = { NULL, 0, 0 };
    cj_str rest = text;

    while (rest.n) {
        cj_str from = rest;
        cj_script script = cj_utf8_script(cj_utf8_next(&rest));

        if (script == CJ_SCRIPT_DIGIT)
            take_figure(&rest);
        else if (script != CJ_SCRIPT_OTHER)
            take_word(&rest, script);
        CJ_ROOM(arena, t.at, t.n, t.cap);
        t.at[t.n++] = (token){ cj_str_cut(from, 0, from.n - rest.n), script, false,
                               script == CJ_SCRIPT_DIGIT };
    }
    return t;
}

/* ---- comparing ---------------------------------------------------------------------------------------- */

static bool equal(const token *a, const token *b)
{
    return cj_str_eq(a->text, b->text) ||
           (a->script == b->script && cj_utf8_alike(a->text, b->text));
}

static void share(token *a, token *b)
{
    a->same = b->same = true;
}

/* The longest common subsequence of a[from, na) and b[from, nb), by its table of lengths. */
static void share_longest(cj_arena *arena, token *a, size_t n, token *b, size_t m)
{
    size_t w = m + 1, i, j;
    unsigned short *len;

    if (!n || !m || n + 1 > MOST_CELLS / w)
        return;
    len = CJ_NEW_N(arena, unsigned short, (n + 1) * w);
    for (i = n; i-- > 0;)
        for (j = m; j-- > 0;) {
            unsigned short down = len[(i + 1) * w + j], right = len[i * w + j + 1];

            len[i * w + j] = equal(&a[i], &b[j])
                                 ? (unsigned short)(len[(i + 1) * w + j + 1] + 1)
                                 : (down > right ? down : right);
        }
    for (i = j = 0; i < n && j < m;) {
        if (equal(&a[i], &b[j]))
            share(&a[i++], &b[j++]);
        else if (len[(i + 1) * w + j] >= len[i * w + j + 1])
            i++;
        else
            j++;
    }
}

static void compare(cj_arena *arena, tokens *a, tokens *b)
{
    size_t head = 0, tail = 0;

    while (head < a->n && head < b->n && equal(&a->at[head], &b->at[head])) {
        share(&a->at[head], &b->at[head]);
        head++;
    }
    while (tail < a->n - head && tail < b->n - head &&
           equal(&a->at[a->n - 1 - tail], &b->at[b->n - 1 - tail])) {
        share(&a->at[a->n - 1 - tail], &b->at[b->n - 1 - tail]);
        tail++;
    }
    share_longest(arena, a->at + head, a->n - head - tail, b->at + head,
                  b->n - head - tail);
}

/* A blank between two words that differ differs too, and so does a lone particle or mark: shreds cannot
 * be read. The partner of what is torn off has to go the same way, so both sides are walked together. */
static bool shred(const token *t)
{
    return t->script == CJ_SCRIPT_SPACE ||
           (t->script != CJ_SCRIPT_DIGIT && cj_utf8_count(t->text) == 1);
}

static size_t next_same(const tokens *t, size_t i)
{
    while (i < t->n && !t->at[i].same)
        i++;
    return i;
}

static void drop_shreds(tokens *a, tokens *b)
{
    size_t i = next_same(a, 0), j = next_same(b, 0);

    while (i < a->n && j < b->n) {
        size_t ni = next_same(a, i + 1), nj = next_same(b, j + 1);
        bool before = (i && !a->at[i - 1].same) && (j && !b->at[j - 1].same);
        bool after = ni != i + 1 && nj != j + 1 && i + 1 < a->n && j + 1 < b->n;

        if (before && after && shred(&a->at[i]))
            a->at[i].same = b->at[j].same = false;
        i = ni;
        j = nj;
    }
}

/* Texts that share little are two texts: all of both differs. */
static void drop_likeness(tokens *a, tokens *b)
{
    size_t same = 0, all = 0, i;

    for (i = 0; i < a->n; i++) {
        same += a->at[i].same ? a->at[i].text.n : 0;
        all += a->at[i].text.n;
    }
    for (i = 0; i < b->n; i++)
        all += b->at[i].text.n;
    if (10 * same >= all) /* a fifth of both */
        return;
    for (i = 0; i < a->n; i++)
        a->at[i].same = false;
    for (i = 0; i < b->n; i++)
        b->at[i].same = false;
}

/* ---- pieces ------------------------------------------------------------------------------------------- */

static cj_worded pieces(cj_arena *arena, const tokens *t)
{
    cj_worded w = { CJ_NEW_N(arena, cj_word, t->n + 1), 0 };
    size_t i;

    for (i = 0; i < t->n; i++) {
        const token *k = &t->at[i];
        cj_word *last = w.n ? &w.word[w.n - 1] : NULL;
        bool figure = k->figure && !k->same;

        if (last && last->differs == !k->same && last->figure == figure && !figure)
            last->text.n += k->text.n;
        else
            w.word[w.n++] = (cj_word){ k->text, !k->same, figure };
    }
    return w;
}

static void cut_both(cj_arena *arena, cj_str before, cj_str after, tokens t[2])
{
    t[CJ_OLD] = cut(arena, before);
    t[CJ_NEW] = cut(arena, after);
    compare(arena, &t[CJ_OLD], &t[CJ_NEW]);
    drop_shreds(&t[CJ_OLD], &t[CJ_NEW]);
    drop_likeness(&t[CJ_OLD], &t[CJ_NEW]);
}

void cj_words_diff(cj_arena *arena, cj_str before, cj_str after, cj_worded out[2])
{
    tokens t[2];

    cut_both(arena, before, after, t);
    out[CJ_OLD] = pieces(arena, &t[CJ_OLD]);
    out[CJ_NEW] = pieces(arena, &t[CJ_NEW]);
}

/* ---- figures ---------------------------------------------------------------------------------------- */

/* The next figure of a gap; t->n or the end of the gap: none. */
static size_t next_figure(const tokens *t, size_t i)
{
    while (i < t->n && !t->at[i].same && !t->at[i].figure)
        i++;
    return i;
}

static size_t gap_end(const tokens *t, size_t i)
{
    while (i < t->n && !t->at[i].same)
        i++;
    return i;
}

void cj_change_figures(cj_arena *arena, cj_change *c)
{
    size_t i = 0, j = 0, cap = 0;
    tokens t[2], *a = &t[CJ_OLD], *b = &t[CJ_NEW];

    cut_both(arena, c->text[CJ_OLD], c->text[CJ_NEW], t);
    while (i < a->n && j < b->n) {
        size_t ei = gap_end(a, i), ej = gap_end(b, j);

        for (i = next_figure(a, i), j = next_figure(b, j); i < ei && j < ej;
             i = next_figure(a, i + 1), j = next_figure(b, j + 1)) {
            CJ_ROOM(arena, c->figure, c->n_figures, cap);
            c->figure[c->n_figures].text[CJ_OLD] = a->at[i].text;
            c->figure[c->n_figures++].text[CJ_NEW] = b->at[j].text;
        }
        i = ei + 1; /* what follows a gap is shared */
        j = ej + 1;
    }
}
