/* moment.c - the words of a countermeasure that say when it is done. */
#include "map/moment.h"
#include "map/lexicon.h"
#include "base/buf.h"
#include "base/utf8.h"

/* Bytes; who says when does so near the beginning. A byte that is no UTF-8 becomes three. */
enum { LONGEST = 600, ROOM = LONGEST * 3 + 4 };

/* Folded character by character, so that each knows where it stood. */
typedef struct folded {
    size_t n;
    char text[ROOM];
    unsigned short from[ROOM]; /* by byte of text: the byte of the original */
} folded;

static uint32_t half(uint32_t cp)
{
    if (cp >= 0xff01 && cp <= 0xff5e)
        cp -= 0xfee0;
    if (cp >= 'A' && cp <= 'Z')
        return cp - 'A' + 'a';
    if (cp == 0x2019)
        return '\'';
    return cj_utf8_space(cp) && cp != '\n' ? ' ' : cp;
}

static void fold(cj_arena *arena, cj_str s, folded *f)
{
    cj_str rest = cj_utf8_head(s, LONGEST);
    cj_buf b = { arena, f->text, 0, ROOM };

    f->from[0] = 0;
    while (rest.n) {
        size_t at = (size_t)(rest.p - s.p), was = b.n;

        cj_utf8_put(&b, half(cj_utf8_next(&rest)));
        while (was < b.n)
            f->from[was++] = (unsigned short)at;
        f->from[b.n] = (unsigned short)(rest.p - s.p);
    }
    f->n = b.n;
}

static bool letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t cj_moment_number(cj_str s)
{
    static const cj_str kanji[] = {
        CJ_LIT("一"), CJ_LIT("二"), CJ_LIT("三"), CJ_LIT("四"), CJ_LIT("五"),
        CJ_LIT("六"), CJ_LIT("七"), CJ_LIT("八"), CJ_LIT("九"), CJ_LIT("十"),
    };
    size_t n = 0, i;

    while (n < s.n && (digit(s.p[n]) || (n && (s.p[n] == '.' || s.p[n] == ',') &&
                                         n + 1 < s.n && digit(s.p[n + 1]))))
        n++;
    if (n)
        return n;
    for (i = 0; i < sizeof kanji / sizeof *kanji; i++)
        if (cj_str_starts(cj_str_from(s, n), kanji[i])) {
            n += kanji[i].n;
            i = (size_t)-1;
        }
    return n;
}

/* A word does not begin in the middle of one, and no number in the middle of a number. */
static bool inside(cj_str s, size_t at)
{
    if (((unsigned char)s.p[at] & 0xc0) == 0x80)
        return true;
    return at && (((letter(s.p[at]) || digit(s.p[at])) &&
                   (letter(s.p[at - 1]) || digit(s.p[at - 1]))) ||
                  (digit(s.p[at]) && (s.p[at - 1] == '.' || s.p[at - 1] == ',')));
}

/* Where the clause begins that holds `at`: behind 、 。 brackets, line breaks and colons. */
static size_t clause(cj_str s, size_t at)
{
    cj_str before = cj_str_cut(s, 0, at);

    while (before.n) {
        uint32_t cp = cj_utf8_last(before);

        if (cp == '\n' || cp == ',' || cp == ':' || cp == '(' || cp == ')' || cp == ']' ||
            cp == 0x3001 || cp == 0x3002 || cp == 0x3011 || cp == 0x300c || cp == ';')
            break;
        before.n -= cj_utf8_len(cp);
    }
    return before.n;
}

/* The modifiers in front of an event: 基幹システムの|契約後. They end at a particle. */
static size_t widened(cj_str s, size_t at)
{
    static const uint32_t ends[] = {
        0x3092, 0x306f, 0x304c, 0x306b, 0x3078, 0x3067, ' ', 0
    };
    cj_str before = cj_str_cut(s, 0, at);
    size_t from = clause(s, at), i;

    while (before.n > from) {
        uint32_t cp = cj_utf8_last(before);

        for (i = 0; ends[i] && ends[i] != cp; i++)
            ;
        if (ends[i])
            break;
        before.n -= cj_utf8_len(cp);
    }
    return at - before.n <= 36 ? before.n : at;
}

typedef struct found {
    size_t from, to; /* equal: none */
} found;

static found span(cj_str s)
{
    found f = { 0, 0 };
    size_t at, n;

    for (at = 0; at < s.n; at++) {
        cj_str rest = cj_str_from(s, at);

        if (inside(s, at))
            continue;
        n = cj_moment_ja(rest);
        if (n && (unsigned char)*rest.p >= 0x80 && cj_moment_number(rest) == 0)
            f.from = widened(s, at);
        else if (n)
            f.from = at;
        else if ((n = cj_moment_en(rest)) != 0)
            f.from = at;
        if (n) {
            f.to = at + n;
            return f;
        }
    }
    return f;
}

/* ログインが2週間なければ: the clause up to the word that makes it a condition. */
static found trigger(cj_str s)
{
    found f = { 0, 0 };
    cj_str hit;

    if (cj_lexicon_find(CJ_LEX_TIMING_TRIGGER, s, &hit) &&
        (unsigned char)hit.p[0] >= 0x80) {
        f.to = (size_t)(hit.p - s.p) + hit.n;
        f.from = clause(s, (size_t)(hit.p - s.p));
    }
    return f;
}

/* 下回ったら: the rest of the word belongs to it. */
static size_t word_end(cj_str s, size_t at)
{
    static const cj_str tails[] = { CJ_LIT("したら"), CJ_LIT("ったら"),   CJ_LIT("たら"),
                                    CJ_LIT("た場合"), CJ_LIT("った場合"), CJ_LIT("場合"),
                                    CJ_LIT("たとき"), CJ_LIT("った時"),   CJ_LIT("た時"),
                                    CJ_LIT("ると"),   CJ_LIT("なったら"), CJ_LIT("は"),
                                    CJ_LIT("に") };
    size_t i;

    for (i = 0; i < sizeof tails / sizeof *tails; i++)
        if (cj_str_starts(cj_str_from(s, at), tails[i])) {
            at += tails[i].n;
            i = (size_t)-1;
        }
    return at;
}

cj_str cj_moment(cj_arena *arena, cj_str text)
{
    folded f;
    found when, cond;
    cj_str seen;

    fold(arena, text, &f);
    seen = (cj_str){ f.text, f.n };
    when = span(seen);
    cond = trigger(seen);
    if (cond.to)
        cond.to = word_end(seen, cond.to);
    if (cond.to > cond.from && (when.to == when.from || cond.from <= when.from)) {
        if (when.to == when.from || when.from > cond.to + 6 || when.to < cond.to)
            when.to = cond.to;
        when.from = cond.from;
    }
    if (when.to == when.from)
        return CJ_STR("");
    return cj_utf8_trim(
        cj_str_cut(text, f.from[when.from], (size_t)(f.from[when.to] - f.from[when.from])));
}
