/* items.c - splits a cell into its items and reads each (RULES A1, model 6). */
#include "map/items.h"
#include "map/bullets.h"
#include "map/lexicon.h"
#include "map/refs.h"
#include "map/score.h"
#include "map/sentence.h"
#include "map/support.h"
#include "map/task.h"
#include "base/utf8.h"
#include <string.h>

/* No cell that a person wrote comes near; what is past it stays in the last item. */
#define MOST_ITEMS 10000u
/* Of a list with thousands of parts, each is one item or nearly so; doubling would leave as much
 * memory behind. */
#define FEW_PARTS 8u

typedef struct splitter {
    cj_arena *arena;
    cj_cell *cell;
    const cj_part *part;
    cj_brackets brackets;
    cj_markers markers;
    bool numbered;      /* ① … ② … parts the text */
    size_t cap, first;  /* items of the cell; the first one of this part */
    bool bulleted;      /* the item before has a bullet */
    bool latin;         /* the line has no Japanese */
    bool wordless;      /* the item before is nothing but markers so far */
    cj_support support; /* of the part */
    cj_brackets inner;  /* of the item that is read, where it is not the whole part */
    cj_markers inner_markers;
} splitter;

/* Walking a text takes much longer than finding out that it has none of what is looked for: its
 * bytes, or those that it begins with. */
static bool any_byte(cj_str s, const char *bytes)
{
    for (; s.n && *bytes; bytes++)
        if (memchr(s.p, *bytes, s.n))
            return true;
    return false;
}

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static bool line_break(uint32_t cp)
{
    return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Bytes of a line break at the front, the one that some tools write out included. */
static size_t break_at(cj_str s)
{
    cj_str rest = s;

    if (!s.n)
        return 0;
    if (*s.p == '_' &&
        (cj_str_starts(s, CJ_STR("_x000D_")) || cj_str_starts(s, CJ_STR("_x000d_"))))
        return CJ_STR("_x000D_").n;
    return line_break(cj_utf8_next(&rest)) ? s.n - rest.n : 0;
}

/* ---- walking over what must stay in one piece -------------------------------------------------- */

typedef struct walk {
    const splitter *s;
    size_t at, end;
    size_t bracket, marker; /* the next of each */
} walk;

static walk walk_over(const splitter *s, size_t from, size_t end)
{
    walk w = { s, from, end, cj_brackets_from(&s->brackets, from), 0 };
    size_t lo = 0, hi = s->markers.n;

    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;

        if (s->markers.at[mid].from < from)
            lo = mid + 1;
        else
            hi = mid;
    }
    w.marker = lo;
    return w;
}

/* The next place outside of brackets and markers; false at the end. */
static bool step(walk *w, size_t *place, cj_str *here)
{
    const cj_brackets *b = &w->s->brackets;
    const cj_markers *m = &w->s->markers;
    size_t past;

    for (;;) {
        while (w->bracket < b->n && b->pair[w->bracket].open < w->at)
            w->bracket++;
        while (w->marker < m->n && m->at[w->marker].from < w->at)
            w->marker++;
        past = w->at;
        if (w->bracket < b->n && b->pair[w->bracket].open == w->at)
            past = b->pair[w->bracket].end;
        if (w->marker < m->n && m->at[w->marker].from == w->at &&
            m->at[w->marker].to > past)
            past = m->at[w->marker].to;
        if (past == w->at)
            break;
        w->at = past;
    }
    if (w->at >= w->end)
        return false;
    *place = w->at;
    *here = cj_str_cut(w->s->part->text, w->at, w->end - w->at);
    w->at += cj_utf8_len(peek(*here));
    return true;
}

/* Two or more circled digits number the parts of the text, unless it only talks of them:
 * ①と②の違い. */
static bool is_numbered(const splitter *s)
{
    walk w = walk_over(s, 0, s->part->text.n);
    size_t place, last = CJ_NONE, n = 0;
    cj_str here;

    if (!any_byte(s->part->text, "\xe2") &&
        !cj_str_has(s->part->text, CJ_STR("\xe3\x89")) &&
        !cj_str_has(s->part->text, CJ_STR("\xe3\x8a")))
        return false;
    while (step(&w, &place, &here)) {
        if (!cj_circled_digit(peek(here)))
            continue;
        if (last != CJ_NONE &&
            cj_joiner(cj_utf8_trim(cj_str_cut(s->part->text, last, place - last))))
            return false;
        last = w.at;
        n++;
    }
    return n > 1;
}

/* ---- pieces to items ----------------------------------------------------------------------------- */

static cj_item *last_item(const splitter *s)
{
    return s->cell->n_items > s->first ? &s->cell->items[s->cell->n_items - 1] : NULL;
}

/* Nothing but markers: [E1] on a line of its own. In a row of sources it is the item itself. */
static bool only_markers(const splitter *s, cj_str piece)
{
    size_t from = (size_t)(piece.p - s->part->text.p);
    walk w = walk_over(s, from, from + piece.n);
    size_t place;
    cj_str here;

    if (s->cell->elem == CJ_EVIDENCE || w.marker == s->markers.n ||
        s->markers.at[w.marker].from >= from + piece.n)
        return false;
    while (step(&w, &place, &here))
        if (cj_utf8_script(peek(here)) != CJ_SCRIPT_SPACE &&
            cj_utf8_script(peek(here)) != CJ_SCRIPT_OTHER)
            return false;
    return true;
}

static void add_piece(splitter *s, cj_str piece, bool attach)
{
    cj_cell *cell = s->cell;
    cj_item *last = last_item(s), *item;
    bool markers;

    piece = cj_utf8_trim(piece);
    while (piece.n && cj_utf8_invisible(peek(piece)))
        piece = cj_utf8_trim(cj_str_from(piece, cj_utf8_len(peek(piece))));
    if (!piece.n)
        return;
    markers = only_markers(s, piece);
    if (last && (attach || cell->n_items >= MOST_ITEMS || markers || s->wordless ||
                 (cell->elem == CJ_KPI && cj_kpi_target(s->arena, piece)))) {
        s->wordless = s->wordless && markers;
        last->text.n = (size_t)(piece.p + piece.n - last->text.p);
        return;
    }
    CJ_ROOM(s->arena, cell->items, cell->n_items, s->cap);
    item = &cell->items[cell->n_items++];
    item->text = piece;
    s->wordless = markers;
}

/* What parts the items of a line whatever they are about: semicolons, else bars. */
typedef enum parting { BY_COMMAS, BY_SEMICOLONS, BY_BARS } parting;

static bool semicolon(uint32_t cp)
{
    return cp == ';' || cp == 0xff1b;
}

/* A bar with blanks around it, or a wide one: A|B without them may be a name. */
static bool bar(cj_str text, size_t at)
{
    uint32_t cp = peek(cj_str_from(text, at));

    if (cp == 0xff5c)
        return true;
    return cp == '|' && at && cj_utf8_space(cj_utf8_last(cj_str_cut(text, 0, at))) &&
           cj_utf8_space(peek(cj_str_from(text, at + 1)));
}

static bool separates(const splitter *s, cj_str line, size_t at, parting how)
{
    cj_str here = cj_str_from(line, at);
    uint32_t cp = peek(here);

    if (how == BY_SEMICOLONS)
        return semicolon(cp);
    if (how == BY_BARS)
        return bar(line, at);
    if (cp != ',' && cp != 0xff0c && cp != 0x3001 && cp != 0xff64)
        return false;
    return cj_comma_parts(s->cell->elem, line, at, cj_utf8_len(cp), s->latin);
}

static parting parted(const splitter *s, size_t from, size_t end)
{
    cj_str line = cj_str_cut(s->part->text, from, end - from);
    walk w = walk_over(s, from, end);
    parting how = BY_COMMAS;
    size_t place;
    cj_str here;

    if (!any_byte(line, ";|\xef"))
        return BY_COMMAS;
    while (step(&w, &place, &here)) {
        if (semicolon(peek(here)))
            return BY_SEMICOLONS;
        if (bar(line, place - from))
            how = BY_BARS;
    }
    return how;
}

static void split_line(splitter *s, cj_str line, bool attach)
{
    size_t from = (size_t)(line.p - s->part->text.p), end = from + line.n, start = from,
           place;
    parting how = parted(s, from, end);
    walk w = walk_over(s, from, end);
    cj_str here;

    if (how != BY_COMMAS || cj_commas_part(s->cell->elem))
        s->latin = !cj_has_japanese(line);
    else
        w.at = w.end;
    while (step(&w, &place, &here)) {
        cj_str so_far = cj_str_cut(s->part->text, start, end - start);

        if (!separates(s, so_far, place - start, how))
            continue;
        add_piece(s, cj_str_cut(so_far, 0, place - start), attach);
        attach = false;
        start = w.at;
    }
    add_piece(s, cj_str_cut(s->part->text, start, end - start), attach);
}

/* A line that goes on with the item before it: a remark (※ …), or in a bulleted list one that is
 * indented or in brackets and has no bullet of its own. */
static bool continues(const splitter *s, cj_str line, size_t bullet)
{
    uint32_t cp = peek(line), mark = peek(cj_utf8_trim(line));

    if (bullet || !last_item(s))
        return false;
    return mark == 0x203b ||
           (s->bulleted && (cj_utf8_space(cp) || mark == '(' || mark == 0xff08));
}

static void take_line(splitter *s, size_t from, size_t end)
{
    cj_str line = cj_str_cut(s->part->text, from, end - from);
    size_t bullet = cj_bullet(line);
    bool attach = continues(s, line, bullet);

    if (!cj_utf8_trim(line).n)
        return;
    if (bullet > line.n)
        bullet = line.n;
    if (!attach)
        s->bulleted = bullet != 0;
    split_line(s, cj_str_from(line, bullet), attach);
}

static void split_part(splitter *s)
{
    walk w = walk_over(s, 0, s->part->text.n);
    size_t start = 0, place, n;
    cj_str here;

    if (!s->numbered && !any_byte(s->part->text, "\n\v\f\r_\xc2\xe2"))
        w.at = w.end;
    while (step(&w, &place, &here)) {
        bool circled = s->numbered && place > start && cj_circled_digit(peek(here));

        n = break_at(here);
        if (!n && !circled)
            continue;
        take_line(s, start, place);
        start = circled ? place : place + n;
        if (n)
            w.at = start;
    }
    take_line(s, start, s->part->text.n);
}

/* ---- what an item says ----------------------------------------------------------------------------- */

static cj_str seen(cj_arena *arena, cj_str text)
{
    return cj_utf8_fold(arena, cj_utf8_drop_invisible(arena, text));
}

static void scan(const splitter *s, cj_str text, cj_brackets *brackets, cj_markers *markers,
                 cj_support *support)
{
    brackets->n = markers->n = 0;
    cj_brackets_find(s->arena, text, brackets);
    cj_support_scan(s->arena, text, brackets, support, markers);
    if (s->cell->elem == CJ_EVIDENCE)
        cj_refs_in_field(s->arena, seen(s->arena, text), &support->refs);
}

static void read_item(splitter *s, cj_item *item)
{
    size_t from = (size_t)(item->text.p - s->part->text.p);
    bool whole = item->text.n == s->part->text.n;
    cj_brackets *brackets = whole ? &s->brackets : &s->inner;
    cj_markers *markers = whole ? &s->markers : &s->inner_markers;

    item->at = s->part->at;
    item->at.from = s->part->at.from + (unsigned)from;
    item->at.to = item->at.from + (unsigned)item->text.n;
    if (whole)
        item->support = s->support; /* which nobody else keeps */
    else
        scan(s, item->text, brackets, markers, &item->support);
    item->bare = cj_without_markers(s->arena, item->text, markers);
    if (s->cell->elem == CJ_COUNTERMEASURE)
        cj_task_read(s->arena, item, brackets);
    else if (s->cell->elem == CJ_OWNER)
        cj_owner_read(s->arena, item);
}

static void read_part(splitter *s)
{
    size_t i;

    s->support = (cj_support){ .refs = { NULL, 0, 0 } };
    s->first = s->cell->n_items;
    s->bulleted = false;
    scan(s, s->part->text, &s->brackets, &s->markers, &s->support);
    cj_support_add(s->arena, &s->support, &s->cell->support);
    if (s->cell->placeholder)
        return;
    s->numbered = is_numbered(s);
    split_part(s);
    for (i = s->first; i < s->cell->n_items; i++)
        read_item(s, &s->cell->items[i]);
}

/* "pending" and 検討中 are answers in a row of statuses; a dash is none. */
static bool status_word(const cj_cell *cell)
{
    cj_str rest = cell->elem == CJ_STATUS ? cell->text : CJ_STR("");

    while (rest.n) {
        cj_script script = cj_utf8_script(cj_utf8_next(&rest));

        if (script != CJ_SCRIPT_OTHER && script != CJ_SCRIPT_SPACE)
            return true;
    }
    return false;
}

/* 特になし is an answer about customers, but no goal, KPI, countermeasure or owner. */
static bool nothing_there(cj_arena *arena, const cj_cell *cell)
{
    static const cj_str words[] = { CJ_LIT("特になし"), CJ_LIT("とくになし"),
                                    CJ_LIT("特に無し"), CJ_LIT("none known"),
                                    CJ_LIT("nothing"),  CJ_LIT("nothing yet") };
    cj_str said;
    size_t i;

    if (cell->text.n > 40 ||
        (cell->elem != CJ_GOAL && cell->elem != CJ_SUCCESS && cell->elem != CJ_KPI &&
         cell->elem != CJ_COUNTERMEASURE && cell->elem != CJ_OWNER))
        return false;
    said = cj_utf8_trim(cj_utf8_fold(arena, cell->text));
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (cj_str_eq(said, words[i]))
            return true;
    return false;
}

void cj_cell_parse(cj_arena *arena, cj_cell *cell)
{
    splitter s = { .arena = arena, .cell = cell };
    cj_part whole = { .at = cell->at, .text = cell->text };
    size_t i;

    cell->placeholder = !status_word(cell) &&
                        (cj_placeholder(arena, cell->text) || nothing_there(arena, cell));
    cell->items = NULL;
    cell->n_items = 0;
    if (cell->n_parts > FEW_PARTS && !cell->placeholder) {
        s.cap = cell->n_parts;
        cell->items = CJ_NEW_N(arena, cj_item, s.cap);
    }
    for (i = 0; i < cell->n_parts || i == 0; i++) {
        s.part = cell->n_parts ? &cell->parts[i] : &whole;
        read_part(&s);
    }
    cj_support_note(arena, cell->note, &cell->support);
    cell->scored = cell->elem == CJ_SENTIMENT && !cell->placeholder &&
                   (cj_score_parse(cell->text, &cell->score) ||
                    cj_score_lead(cell->text, &cell->score));
}
