/* changes_texts.c - texts in the drawn map: what went, what came, and what both versions share. */
#include "report/changes.h"

static cj_line *new_line(cj_arena *arena, cj_marked *into, bool list)
{
    return cj_marked_line(arena, into, list ? CJ_LINE_ENTRY : CJ_LINE_TEXT);
}

/* A text with one mark; its line breaks begin lines. */
void cj_change_put_text(cj_arena *arena, cj_marked *into, bool list, cj_mark mark,
                        cj_str text)
{
    cj_str rest = text, line;
    bool first = true;

    while (rest.n && cj_str_split(&rest, '\n', &line)) {
        if (line.n)
            cj_line_add(
                arena,
                first ? new_line(arena, into, list)
                      : cj_marked_line(arena, into, list ? CJ_LINE_MORE : CJ_LINE_TEXT),
                mark, line);
        first = first && !line.n;
    }
}

typedef struct walk {
    const cj_worded *words;
    size_t i, at; /* the word, and the byte in it */
} walk;

static cj_str rest_of(const walk *w)
{
    return w->i < w->words->n ? cj_str_from(w->words->word[w->i].text, w->at) : CJ_STR("");
}

static void step(walk *w, size_t n)
{
    w->at += n;
    while (w->i < w->words->n && w->at >= w->words->word[w->i].text.n) {
        w->at = 0;
        w->i++;
    }
}

static bool differs(const walk *w)
{
    return w->i < w->words->n && w->words->word[w->i].differs;
}

/* A piece of the text; line breaks in it begin lines. */
static void put_piece(cj_arena *arena, cj_marked *into, bool list, cj_mark mark,
                      cj_str piece)
{
    cj_str rest = piece, part;
    bool first = true;

    while (rest.n && cj_str_split(&rest, '\n', &part)) {
        if (!first || !into->last)
            cj_marked_line(arena, into, list ? CJ_LINE_MORE : CJ_LINE_TEXT);
        first = false;
        if (part.n)
            cj_line_add(arena, into->last, mark, part);
    }
}

/* 10→8: where colours and lines through letters are not seen or not copied, 108 would be read. */
static void part_from(cj_arena *arena, cj_marked *into)
{
    if (into->last && into->last->last && into->last->last->mark == CJ_M_GONE)
        cj_line_add(arena, into->last, CJ_M_PLAIN, CJ_STR("→"));
}

/* Before and after in one: what went, what came, and between them what both share. */
void cj_change_put_both(cj_arena *arena, cj_marked *into, bool list, cj_str before,
                        cj_str after)
{
    cj_worded words[2];
    walk old = { &words[CJ_OLD], 0, 0 }, now = { &words[CJ_NEW], 0, 0 };

    cj_words_diff(arena, before, after, words);
    new_line(arena, into, list);
    while (old.i < words[CJ_OLD].n || now.i < words[CJ_NEW].n) {
        cj_str went = rest_of(&old), came = rest_of(&now);
        size_t n = went.n < came.n ? went.n : came.n;

        if (differs(&old)) {
            put_piece(arena, into, list, CJ_M_GONE, went);
            step(&old, went.n);
        } else if (differs(&now) || !n) {
            if (differs(&now))
                part_from(arena, into);
            put_piece(arena, into, list, differs(&now) ? CJ_M_NEW : CJ_M_PLAIN, came);
            step(&now, came.n);
            if (!n)
                step(&old, went.n);
        } else {
            put_piece(arena, into, list, CJ_M_PLAIN, cj_str_cut(came, 0, n));
            step(&old, n);
            step(&now, n);
        }
    }
}
