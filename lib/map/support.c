/* support.c - what a text says about its own support: evidence and assumptions (RULES A4, A5). */
#include "map/support.h"
#include "map/bullets.h"
#include "map/items.h"
#include "map/lexicon.h"
#include "map/refs.h"
#include "base/utf8.h"
#include <stdlib.h>

typedef struct scan {
    cj_arena *arena;
    cj_str text;
    const cj_brackets *brackets;
    cj_support *support;
    cj_markers *markers;
} scan;

static cj_str folded(const scan *s, cj_str piece)
{
    return cj_str_trim(cj_utf8_fold(s->arena, cj_utf8_drop_invisible(s->arena, piece)));
}

static cj_str between(const scan *s, size_t from, size_t to)
{
    return cj_str_cut(s->text, from, to - from);
}

static void mark(const scan *s, size_t from, size_t to)
{
    cj_markers *m = s->markers;

    if (!m)
        return;
    CJ_ROOM(s->arena, m->at, m->n, m->cap);
    m->at[m->n].from = from;
    m->at[m->n++].to = to;
}

static bool digit(uint32_t cp)
{
    return cj_utf8_script(cp) == CJ_SCRIPT_DIGIT;
}

static uint32_t peek(cj_str s)
{
    return s.n ? cj_utf8_next(&s) : 0;
}

static cj_str without_number(cj_str s)
{
    while (s.n && s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9')
        s.n--;
    return cj_str_trim(s);
}

/* ---- n=8 ---------------------------------------------------------------------------------------- */

/* The number of people behind "n =" that stands at the "=" or ":" `sign`; where the whole
 * begins, and where it ends. A zero is no sample. */
static bool sample_at(cj_str s, size_t sign, size_t *from, size_t *to)
{
    cj_str before = cj_utf8_trim(cj_utf8_tail(cj_str_cut(s, 0, sign), 16)),
           rest = cj_str_from(s, sign);
    uint32_t cp = cj_utf8_last(before);
    bool any = false;

    if (cp != 'n' && cp != 'N' && cp != 0xff4e && cp != 0xff2e)
        return false;
    before.n -= cj_utf8_len(cp);
    if (cj_utf8_script(cj_utf8_last(before)) == CJ_SCRIPT_LATIN)
        return false;
    *from = (size_t)(before.p - s.p) + before.n;
    cj_utf8_next(&rest);
    while (rest.n && cj_utf8_space(peek(rest)))
        cj_utf8_next(&rest);
    while (rest.n && digit(peek(rest))) {
        cp = cj_utf8_next(&rest);
        any = any || (cp != '0' && cp != 0xff10);
    }
    *to = s.n - rest.n;
    return any;
}

static bool sample_in(cj_str s, size_t *from, size_t *to)
{
    cj_str rest = s;

    while (rest.n) {
        size_t at = s.n - rest.n;
        uint32_t cp = cj_utf8_next(&rest);

        if ((cp == '=' || cp == 0xff1d) && sample_at(s, at, from, to))
            return true;
    }
    return false;
}

/* ---- 出典：… -------------------------------------------------------------------------------------- */

/* Whether something stands for a source: not nothing, not 未定, not 仮説. */
static bool names_source(cj_str told)
{
    cj_str hit;

    return told.n && !cj_lexicon_is(CJ_LEX_NO_SOURCE, told) &&
           !cj_lexicon_ends(CJ_LEX_NO_SOURCE, told, &hit) &&
           !cj_lexicon_is(CJ_LEX_ASSUMPTION, told) &&
           !cj_lexicon_is(CJ_LEX_PLACEHOLDER, told);
}

static void take_source(const scan *s, cj_str told)
{
    if (cj_refs_in_field(s->arena, told, &s->support->refs))
        return;
    if (names_source(told))
        s->support->inline_source = s->support->named = true;
}

/* ---- brackets -------------------------------------------------------------------------------------- */

static bool square(uint32_t kind)
{
    return kind == '[' || kind == 0x3010 || kind == 0x3014;
}

static bool assumption_in(cj_str content, uint32_t kind)
{
    cj_str word = without_number(content);

    if (word.n == 1 && !square(kind))
        return false; /* (h) is hours */
    return cj_lexicon_is(CJ_LEX_ASSUMPTION, content) ||
           cj_lexicon_is(CJ_LEX_ASSUMPTION, word);
}

/* 出典: 2025年の調査 …, (インタビュー 8名); 根拠：E1 is told by its reference. */
static bool source_in(cj_str content, bool refs, bool sample)
{
    size_t colon = cj_str_find(content, CJ_STR(":"));
    cj_str hit;

    if (colon != CJ_NONE &&
        cj_lexicon_ends(CJ_LEX_SOURCE_LABEL, cj_str_cut(content, 0, colon), &hit))
        return !refs && names_source(cj_str_trim(cj_str_from(content, colon + 1)));
    if (!cj_lexicon_find(CJ_LEX_EVTYPE, content, &hit) &&
        !cj_lexicon_is(CJ_LEX_EVTYPE, content))
        return false;
    return sample || !cj_lexicon_find(CJ_LEX_NO_SOURCE, content, &hit);
}

static size_t line_end(const scan *s, size_t from)
{
    size_t n = cj_str_find(cj_str_from(s->text, from), CJ_STR("\n"));

    return n == CJ_NONE ? s->text.n : from + n;
}

/* What one bracket marks; the byte up to which it does, 0: nothing. */
static size_t read_bracket(const scan *s, const cj_bracket *b)
{
    cj_str content = folded(s, between(s, b->inside, b->close));
    cj_support *out = s->support;
    bool sample, source, refs, assumption;
    size_t from, to, end;

    if (!content.n || (b->kind != '(' && !square(b->kind)))
        return 0;
    if (square(b->kind) && cj_str_starts(content, CJ_STR("除外:")))
        return b->end; /* said to the tools, not of the customer */
    if (square(b->kind) && cj_lexicon_is(CJ_LEX_SOURCE_LABEL, content)) {
        end = line_end(s, b->end);
        if (!cj_utf8_trim(between(s, b->end, end)).n && end < s->text.n)
            end = line_end(s, end + 1);
        take_source(s, folded(s, between(s, b->end, end)));
        return end;
    }
    assumption = assumption_in(content, b->kind);
    refs = cj_refs_in_bracket(s->arena, content, &out->refs);
    sample = sample_in(content, &from, &to);
    source = !assumption && source_in(content, refs, sample);
    out->assumption |= assumption;
    out->sample |= sample;
    out->named |= source;
    out->inline_source |= sample || source;
    return assumption || refs || sample || source ? b->end : 0;
}

static void read_brackets(const scan *s)
{
    size_t i, end, done = 0;

    for (i = 0; i < s->brackets->n; i++) {
        const cj_bracket *b = &s->brackets->pair[i];

        if (b->open < done || (end = read_bracket(s, b)) == 0)
            continue;
        mark(s, b->open, end);
        done = end;
    }
}

/* ---- outside of brackets ----------------------------------------------------------------------------- */

/* The byte where the word that ends at `end` begins, the word being `chars` characters long. */
static size_t back(cj_str s, size_t end, size_t chars)
{
    while (end > 0 && chars > 0) {
        end -= cj_utf8_len(cj_utf8_last(cj_str_cut(s, 0, end)));
        chars--;
    }
    return end;
}

#define LABEL_BYTES 48u /* no label is longer */

/* 出典：… up to the end of the line. */
static size_t read_label(const scan *s, size_t line, size_t colon)
{
    cj_str before = cj_utf8_trim(cj_utf8_tail(between(s, line, colon), LABEL_BYTES)), label,
           hit;
    size_t end;

    switch (cj_utf8_last(before)) {
    case 0x5178:
    case 0x62e0:
    case 0x6e90:
    case 0x30b9:
    case 0xff7d: /* 典 拠 源 ス */
    case 'e':
    case 'E':
    case 's':
    case 'S':
    case 'n':
    case 'N':
    case 0xff45:
    case 0xff25:
    case 0xff53:
    case 0xff33:
    case 0xff4e:
    case 0xff2e:
        break;
    default:
        return 0;
    }
    label = folded(s, before);
    if (!cj_lexicon_ends(CJ_LEX_SOURCE_LABEL, label, &hit))
        return 0;
    end = line_end(s, colon);
    label = cj_str_from(s->text, colon);
    cj_utf8_next(&label);
    take_source(s, folded(s, between(s, s->text.n - label.n, end)));
    mark(s, back(s->text, (size_t)(before.p + before.n - s->text.p), cj_utf8_count(hit)),
         end);
    return end;
}

/* cjlint:ignore CJ602 …, up to the end of the line. */
static size_t read_ignore(const scan *s, size_t colon)
{
    static const cj_str head = CJ_LIT("cjlint:ignore");
    size_t from = colon - CJ_STR("cjlint").n, end;

    if (colon < CJ_STR("cjlint").n ||
        !cj_str_eq(folded(s, cj_str_cut(s->text, from, head.n)), head))
        return 0;
    end = line_end(s, colon);
    mark(s, from, end);
    return end;
}

/* 仮説：… at the beginning of a line. */
static void read_assumption_label(const scan *s, size_t line, size_t colon)
{
    size_t from = line + cj_bullet(cj_str_from(s->text, line));
    cj_str rest = cj_str_from(s->text, colon);

    if (from >= colon || colon - from > LABEL_BYTES ||
        !cj_lexicon_is(CJ_LEX_ASSUMPTION_LABEL,
                       without_number(folded(s, between(s, from, colon)))))
        return;
    s->support->assumption = true;
    cj_utf8_next(&rest);
    mark(s, from, s->text.n - rest.n);
}

/* The marks that people put in front of 仮説: ※ ★ ☆ < ＜ ≪ *. */
static bool note_mark(uint32_t cp)
{
    return cp == 0x203b || cp == 0x2605 || cp == 0x2606 || cp == '<' || cp == 0xff1c ||
           cp == 0x226a || cp == '*';
}

/* ※仮説, <仮説> */
static bool read_note_mark(const scan *s, size_t at)
{
    cj_str piece = cj_utf8_head(cj_str_from(s->text, at), LABEL_BYTES);
    cj_str rest = cj_str_from(s->text, at), hit;
    size_t chars;

    if (!cj_lexicon_starts(CJ_LEX_ASSUMPTION, cj_utf8_fold(s->arena, piece), &hit))
        return false;
    s->support->assumption = true;
    for (chars = cj_utf8_count(hit); chars > 0 && rest.n; chars--)
        cj_utf8_next(&rest);
    mark(s, at, s->text.n - rest.n);
    return true;
}

/* ※E1, ※アンケート（2025年3月）より: a note up to the end of the line that ends as a source does;
 * ※問い合わせが多い tells something else. */
static size_t read_note(const scan *s, size_t at)
{
    static const cj_str ends[] = { CJ_LIT("より"), CJ_LIT("による"), CJ_LIT("調べ"),
                                   CJ_LIT("参照"), CJ_LIT("結果") };
    size_t end = line_end(s, at), i;
    cj_str note = cj_str_from(folded(s, between(s, at, end)), CJ_STR("※").n), hit;
    bool source = false;

    for (i = 0; i < sizeof ends / sizeof *ends; i++)
        source = source || cj_str_ends(note, ends[i]);
    source = source && cj_lexicon_find(CJ_LEX_EVTYPE, note, &hit);
    if (!cj_refs_in_bracket(s->arena, cj_str_trim(note), &s->support->refs) && !source)
        return 0;
    s->support->named |= source;
    s->support->inline_source |= source;
    mark(s, at, end);
    return end;
}

static void read_sample(const scan *s, size_t sign)
{
    size_t from, to;

    if (!sample_at(s->text, sign, &from, &to))
        return;
    s->support->sample = s->support->inline_source = true;
    mark(s, from, to);
}

/* The text between two marked brackets, [from, to). */
static void read_plain(const scan *s, size_t from, size_t to, size_t *line,
                       bool *first_colon)
{
    cj_str rest = cj_str_cut(s->text, from, to - from);

    while (rest.n) {
        size_t at = (size_t)(rest.p - s->text.p), end = 0;
        uint32_t cp = cj_utf8_next(&rest);

        if (cp == '\n') {
            *line = at + 1;
            *first_colon = true;
        } else if (cp == ':' || cp == 0xff1a) {
            end = read_ignore(s, at);
            end = end ? end : read_label(s, *line, at);
            if (!end && *first_colon)
                read_assumption_label(s, *line, at);
            *first_colon = false;
        } else if (cp == '=' || cp == 0xff1d) {
            read_sample(s, at);
        } else if (note_mark(cp)) {
            if (!read_note_mark(s, at) && cp == 0x203b)
                end = read_note(s, at);
        }
        if (end)
            rest = end < to ? between(s, end, to) : cj_str_from(rest, rest.n);
    }
}

static int by_place(const void *x, const void *y)
{
    const cj_marker *a = x, *b = y;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return a->to > b->to ? -1 : a->to < b->to;
}

/* Those inside others are dropped: a source label swallows the brackets of its line. */
static void tidy(cj_markers *m)
{
    size_t i, kept = 0;

    if (m->n > 1)
        qsort(m->at, m->n, sizeof *m->at, by_place);
    for (i = 0; i < m->n; i++) {
        if (kept && m->at[i].from < m->at[kept - 1].to) {
            if (m->at[i].to > m->at[kept - 1].to)
                m->at[kept - 1].to = m->at[i].to;
        } else {
            m->at[kept++] = m->at[i];
        }
    }
    m->n = kept;
}

void cj_support_add(cj_arena *arena, const cj_support *from, cj_support *to)
{
    cj_refs_add(arena, &from->refs, &to->refs);
    to->inline_source |= from->inline_source;
    to->sample |= from->sample;
    to->named |= from->named;
    to->assumption |= from->assumption;
}

void cj_support_scan(cj_arena *arena, cj_str text, const cj_brackets *brackets,
                     cj_support *support, cj_markers *markers)
{
    cj_markers own = { NULL, 0, 0 };
    scan s = { arena, text, brackets, support, markers ? markers : &own };
    size_t i, n, at = 0, line = 0;
    bool first_colon = true;

    read_brackets(&s);
    n = s.markers->n;
    for (i = 0; i < n; i++) {
        read_plain(&s, at, s.markers->at[i].from, &line, &first_colon);
        at = s.markers->at[i].to;
    }
    read_plain(&s, at, text.n, &line, &first_colon);
    tidy(s.markers);
}

void cj_support_parse(cj_arena *arena, cj_str text, cj_support *out)
{
    cj_brackets brackets = { NULL, 0, 0 };

    cj_brackets_find(arena, text, &brackets);
    cj_support_scan(arena, text, &brackets, out, NULL);
}

/* What a marker leaves behind at either end: "、[E1]", "【仮説】：". */
static cj_str without_separators(cj_str s)
{
    static const cj_str marks[] = { CJ_LIT("、"), CJ_LIT("，"), CJ_LIT(","),
                                    CJ_LIT(":"),  CJ_LIT("："), CJ_LIT(";") };
    size_t i = 0;

    s = cj_utf8_trim(s);
    while (i < sizeof marks / sizeof *marks) {
        cj_str was = s;

        if (cj_str_starts(s, marks[i]))
            s = cj_str_from(s, marks[i].n);
        if (cj_str_ends(s, marks[i]))
            s.n -= marks[i].n;
        i = s.n == was.n ? i + 1 : 0;
        if (!i)
            s = cj_utf8_trim(s);
    }
    return s;
}

cj_str cj_without_markers(cj_arena *arena, cj_str text, const cj_markers *markers)
{
    size_t i, at = 0;
    cj_buf b;

    if (!markers->n)
        return cj_utf8_trim(text);
    cj_buf_init(&b, arena);
    for (i = 0; i <= markers->n; i++) {
        size_t to = i < markers->n ? markers->at[i].from : text.n;
        cj_str piece = cj_str_cut(text, at, to - at);

        /* "A [E1] B" leaves one space, not two. */
        if (b.n && (b.p[b.n - 1] == ' ' || b.p[b.n - 1] == '\n'))
            while (piece.n && *piece.p == ' ')
                piece = cj_str_from(piece, 1);
        cj_buf_add(&b, piece);
        at = i < markers->n ? markers->at[i].to : text.n;
    }
    return without_separators(cj_buf_str(&b));
}
